"""The `course` command: words in, words out; the thinking is elsewhere.

Exit codes: 0, all went well; 1, something in the sources is to be mended, or an
output could not be written; 2, the command itself was not understood; 130, stopped
by the user.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence

from course import __version__
from course.cli.build import add_build, add_plan
from course.cli.check import add_check, add_theme
from course.cli.new import add_new
from course.cli.trace import add_trace
from course.cli.translate import add_translate
from course.cli.words import OK, PROBLEMS, STOPPED, USAGE, Parser, tell


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; give its exit code."""
    _say_utf8()
    # A build makes many objects and drops few: looking for those to free costs a fifth.
    gc.set_threshold(100_000)
    command = parser()
    given = command.parse_args(words)
    if not hasattr(given, "run"):
        command.print_help()
        return OK
    from course.problems import SourceError, UnknownNameError

    try:
        code: int = given.run(given)
        sys.stdout.flush()
    except UnknownNameError as error:
        print(f"course: {error}\n    hint: {error.hint}", file=sys.stderr)
        return USAGE
    except SourceError as error:
        tell(error.problems)
        return PROBLEMS
    except BrokenPipeError:
        # Who reads has seen enough, as `head` does; nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except KeyboardInterrupt:
        print(
            "\nstopped; each file is whole, of this build or of the last one",
            file=sys.stderr,
        )
        return STOPPED
    return code


def parser() -> argparse.ArgumentParser:
    """Give the parser of the command line."""
    command = Parser(
        prog="course",
        description="Make slides, handouts and quizzes from one course, "
        "in every language it is translated into.",
        epilog="A first try: `course build`. Then open build/index.html.",
    )
    command.add_argument("--version", action="version", version=f"course {__version__}")
    commands = command.add_subparsers(
        title="commands", metavar="COMMAND", parser_class=Parser
    )
    add_build(commands)
    add_plan(commands)
    add_check(commands)
    add_trace(commands)
    add_translate(commands)
    add_new(commands)
    add_theme(commands)
    return command


def _say_utf8() -> None:
    """Let messages hold every letter, also where the terminal is set otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
