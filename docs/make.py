"""Make the files that are made from the code: `python docs/make.py`.

`problems.md` comes from the docstrings of the functions that make problems,
`commands.md` from the parser of the command line, the JSON Schemas in `modules/` from
the model. A test holds the files to the code.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from course.preview.explained import codes

HERE = Path(__file__).parent
ROOMS = {
    "R": "Reading the sources",
    "M": "Markup inside a text",
    "C": "Checking a course",
    "T": "Translations",
    "A": "Arranging slides",
    "B": "Building",
    "N": "Starting something new",
    "P": "Planning a workshop",
    "W": "Writing the files",
    "L": "Looking at a theme or a template",
    "X": "Files from Word, Excel and CAT tools",
}
PROBLEMS = """\
# Problems

Every problem has a place, a code, what is there, and what to do. This page tells more
of each code. Errors stop a build, warnings do not. It is made from the code by
`python docs/make.py`.
"""
COMMANDS = """\
# Commands

All commands and what they take; `course --help` says the same. This page is made by
`python docs/make.py`.

Exit codes: 0, all went well; 1, something in the sources is to be mended, or a file
could not be written; 2, the command itself was not understood; 130, stopped by the
user.
"""


def main() -> None:
    """Write all pages."""
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(HERE.parent)}\n")


def pages() -> dict[Path, str]:
    """Give the text of every page that is made."""
    from course.start import schemas

    return {
        HERE / "problems.md": problems(),
        HERE / "commands.md": commands(),
        **schemas(HERE.parent / "modules"),
    }


def problems() -> str:
    """Give the page of problems."""
    parts = [PROBLEMS]
    for letter, room in ROOMS.items():
        parts.append(f"## {room}\n")
        for code, doc in codes().items():
            if code.startswith(letter):
                head, _, body = doc.partition("\n")
                parts.append(f"### {code}\n\n{_sentence(head)}\n")
                parts += [f"{body.strip()}\n"] if body.strip() else []
    return "\n".join(parts)


def commands() -> str:
    """Give the page of commands, from the parser itself."""
    from course.cli import parser

    return "\n".join([COMMANDS, *_command(parser())])


def _command(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield f"## {parser.prog}\n\n{parser.description}\n"
    rows = []
    below: list[argparse.ArgumentParser] = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            below += action.choices.values()
        elif action.dest not in ("help", "version"):
            name = " ".join(action.option_strings) or str(action.metavar)
            takes = action.metavar if action.option_strings and action.metavar else ""
            if action.choices:
                takes = " or ".join(action.choices)
            rows.append(f"| `{name}` | {takes} | {action.help} |")
    if rows:
        yield "\n".join(["| word | takes | meaning |", "|---|---|---|", *rows]) + "\n"
    for one in below:
        yield from _command(one)


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


if __name__ == "__main__":
    main()
