"""The prints of a report's text: a file of six bytes for each run of words."""

from pathlib import Path

from course.files import Folder, read_bytes
from course.model import Prints
from course.problems import Place, Problem

HEAD = "prints"
SIZE = 6


def read_prints(
    path: Path, folder: Folder
) -> tuple[Prints | None, tuple[Problem, ...]]:
    """Read a file of prints; its first line names the language and the run's length."""
    data, problems = read_bytes(path, folder)
    if problems:
        return None, problems
    head, _, body = data.partition(b"\n")
    words = head.decode("ascii", "replace").split()
    if len(words) != 3 or words[0] != HEAD or not words[2].isdecimal():  # noqa: PLR2004
        return None, (no_prints(Place(folder.shown(path))),)
    marks = frozenset(body[at : at + SIZE] for at in range(0, len(body), SIZE))
    return Prints(words[1], int(words[2]), marks), ()


def as_file(prints: Prints) -> bytes:
    """Give prints as their file holds them."""
    head = f"{HEAD} {prints.lang} {prints.length}\n"
    return head.encode() + b"".join(sorted(prints.marks))


def no_prints(place: Place) -> Problem:
    """R410: the file that a report's register calls its prints holds none."""
    return Problem(
        place,
        "R410",
        "this is no file of prints",
        "make it with docs/prints.py, or drop `prints` from the register",
    )
