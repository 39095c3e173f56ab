"""`course check` and `course theme check`: mistakes are named."""

import argparse
import sys

from course.cli.words import (
    OK,
    Parser,
    add_format,
    any_course,
    as_path,
    code_of,
    counted,
    look,
    print_json,
    tell,
)


def add_check(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `course check`."""
    check = commands.add_parser(
        "check",
        help="look for mistakes",
        description="Name every mistake in the sources and translations, with its "
        "place and its cure. Makes nothing.",
    )
    add_format(check)
    check.set_defaults(run=_check)


def add_theme(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `course theme`."""
    theme = commands.add_parser(
        "theme",
        help="look at a theme or a PowerPoint template of your own",
        description="For those who have a theme or a PowerPoint template of their own.",
    )
    actions = theme.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=Parser
    )
    check = actions.add_parser(
        "check",
        help="tell what is wrong with a theme, or a template lacks",
        description="Tell what is wrong with a theme's file; or what a PowerPoint "
        "template lacks for good decks, and what will stand in for it. Then `course "
        "build --theme FILE` uses it.",
    )
    check.add_argument(
        "file", type=as_path, metavar="FILE", help="a .yaml, .pptx or .potx"
    )
    add_format(check)
    check.set_defaults(run=_check_theme)


def _check(given: argparse.Namespace) -> int:
    from course.build import inspect

    return look(given, lambda: inspect(any_course()))


def _check_theme(given: argparse.Namespace) -> int:
    from course.build import inspect_theme
    from course.problems import SourceError, in_order

    try:
        problems = inspect_theme(given.file)
    except SourceError as error:
        problems = in_order(error.problems)
    code = code_of(problems)
    if given.format == "json":
        print_json(problems)
    else:
        tell(problems, file=sys.stdout)
        word = "usable" if code == OK else "not usable"
        print(f"{given.file}: {word} ({counted(problems)})")
    return code
