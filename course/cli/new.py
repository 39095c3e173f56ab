"""`course new`: modules, workshops and languages are started."""

import argparse
from pathlib import Path

from course.cli.words import Parser, code_of, own_course, tell


def add_new(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `course new`."""
    new = commands.add_parser(
        "new",
        help="start a module, a workshop or a language",
        description="Start a module, a workshop or a language.",
    )
    kinds = new.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=Parser
    )
    module = kinds.add_parser(
        "module",
        help="a module with one topic, to write on",
        description="Make modules/NAME.yaml, with a comment beside every part, and "
        "put it into the course.",
    )
    module.add_argument("name", metavar="NAME", help="such as 8-local-budgets")
    module.set_defaults(run=_new_module)
    workshop = kinds.add_parser(
        "workshop",
        help="a workshop: when, where, with whom, of which modules",
        description="Make NAME.yaml in this folder, with a comment beside every key.",
    )
    workshop.add_argument("name", metavar="NAME", help="such as spring-workshop")
    workshop.set_defaults(run=_new_workshop)
    language = kinds.add_parser(
        "language",
        help="a language, with its PO files",
        description="Put a language into the course and make its PO files. Traditional "
        "Chinese (zh_Hant) is prefilled from Simplified Chinese, as fuzzy.",
    )
    language.add_argument("tag", metavar="TAG", help="such as fr, ar, zh_Hant")
    language.set_defaults(run=_new_language)


def _new_module(given: argparse.Namespace) -> int:
    from course.start import new_module

    root = own_course()
    made, problems = new_module(root, given.name)
    tell(problems)
    for path in made:
        print(path.relative_to(root))
    return code_of(problems)


def _new_workshop(given: argparse.Namespace) -> int:
    from course.start import new_workshop

    made, problems = new_workshop(Path.cwd(), given.name)
    tell(problems)
    for path in made:
        print(path.name)
    return code_of(problems)


def _new_language(given: argparse.Namespace) -> int:
    from course.build import read_templates
    from course.start import new_language

    root = own_course()
    made, problems = new_language(root, given.tag, read_templates().look)
    tell(problems)
    for path in made:
        print(path.relative_to(root))
    return code_of(problems)
