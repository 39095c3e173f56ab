"""What the commands share: exit codes, how problems are told, where a course lies."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

if TYPE_CHECKING:
    from course.problems import Problem

OK, PROBLEMS, USAGE, STOPPED = 0, 1, 2, 130


class Parser(argparse.ArgumentParser):
    """Says what was not understood, and where help is."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, formatter_class=wide)

    def error(self, message: str) -> NoReturn:
        """Say what was not understood, and stop."""
        self.exit(USAGE, f"{self.prog}: {message}\n    hint: {self.prog} --help\n")


def wide(prog: str) -> argparse.HelpFormatter:
    """Give help with the words of a command beside its name."""
    return argparse.HelpFormatter(prog, max_help_position=30, width=79)


def add_format(check: argparse.ArgumentParser) -> None:
    """Add `--format`."""
    check.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text is for people, json for tools",
    )


def as_path(word: str) -> Path:
    """Read a folder's name, also where the shell has left a ~ in it."""
    with suppress(RuntimeError):
        return Path(word).expanduser()
    return Path(word)


def any_course() -> Path:
    """Give the course that this folder lies in, or say that the shipped one is used."""
    from course.read.project import COURSE_FILE, find_project, find_root

    here = Path.cwd()
    if find_project(here) is None:
        print(
            "no course here: using the one shipped with the program\n    hint: to "
            f"start your own, write {COURSE_FILE.as_posix()} here; `course check` "
            "tells what it needs",
            file=sys.stderr,
        )
    return find_root(here)


def own_course() -> Path:
    """Give the course that may be changed: the one that this folder lies in."""
    from course.problems import Place, SourceError
    from course.read.project import COURSE_FILE, find_project
    from course.start import no_course

    root = find_project(Path.cwd())
    if root is None:
        raise SourceError([no_course(Place(COURSE_FILE.as_posix()))])
    return root


def look(
    given: argparse.Namespace, inspect: "Callable[[], tuple[Problem, ...]]"
) -> int:
    """Tell all that is wrong, for people or for tools; give the exit code."""
    from course.problems import SourceError, in_order

    try:
        problems = inspect()
    except SourceError as error:
        problems = in_order(error.problems)
    if given.format == "json":
        print_json(problems)
    else:
        tell(problems, file=sys.stdout)
        print(counted(problems))
    return code_of(problems)


def code_of(problems: Iterable[object]) -> int:
    """Give the exit code for some problems."""
    from course.problems import Problem, errors

    return PROBLEMS if errors(p for p in problems if isinstance(p, Problem)) else OK


def tell(problems: Iterable[object], file: TextIO | None = None) -> None:
    """Name problems, each with its place and its cure."""
    for problem in problems:
        print(problem, file=file or sys.stderr)


def print_json(problems: "Iterable[Problem]") -> None:
    """Print problems as data."""
    data = [problem.as_data() for problem in problems]
    print(json.dumps(data, ensure_ascii=False, indent=1))


def counted(problems: "Sequence[Problem]") -> str:
    """Count errors and warnings, in words."""
    from course.problems import Severity

    counted = [problem.severity for problem in problems]
    notes = counted.count(Severity.NOTE)
    told = (
        f"errors: {counted.count(Severity.ERROR)}, "
        f"warnings: {counted.count(Severity.WARNING)}"
    )
    return f"{told}, ignored with a reason: {notes}" if notes else told
