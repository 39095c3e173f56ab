"""Text files, read so that no file a person may hand us can do harm."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from course.problems import Place, Problem, Severity

MOST_BYTES = 2_000_000
# What XML 1.0 cannot hold, or should not, so no slide, page or document could; and
# the line ends that YAML counts and editors do not.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]"
)
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Folder:
    """A project's folder: the only one whose files may be read."""

    root: Path

    def shown(self, path: Path) -> str:
        """Give the path as a message shows it: from the root, with slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def holds(self, path: Path) -> bool:
        """Tell whether the file really lies in the folder, links followed."""
        return path.resolve().is_relative_to(self.root.resolve())


def read_bytes(
    path: Path, folder: Folder, most: int = MOST_BYTES
) -> tuple[bytes, tuple[Problem, ...]]:
    """Give a file's bytes; none, and a problem, where they cannot be had."""
    place = Place(folder.shown(path))
    try:
        if not folder.holds(path):
            return b"", (outside(place),)
        if not path.is_file():
            return b"", (missing(place),)
        size = path.stat().st_size
        if size > most:
            return b"", (too_large(place, size, most),)
        return path.read_bytes(), ()
    except (OSError, RuntimeError) as error:
        # A RuntimeError is a link that leads to itself.
        reason = getattr(error, "strerror", None) or str(error)
        return b"", (unreadable(place, reason),)


def read_text(
    path: Path, folder: Folder, blank: Callable[[Place], Problem] | None = None
) -> tuple[str, tuple[Problem, ...]]:
    """Give a file's text with plain line ends; none, and problems, if it has none.

    `blank` makes the problem of a file that holds nothing.
    """
    data, problems = read_bytes(path, folder)
    if problems:
        return "", problems
    place = Place(folder.shown(path))
    warnings: tuple[Problem, ...] = ()
    if data.startswith(BOM):
        data = data.removeprefix(BOM)
        warnings = (byte_order_mark(place),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", (not_utf8(place.down(data[: error.start].count(b"\n"))),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return "", (*warnings, (blank or empty)(place))
    found = tuple(forbidden_letters(text, place))
    return ("" if found else text), (*warnings, *found)


def forbidden_letters(text: str, place: Place) -> list[Problem]:
    """Give a problem for each control character that no output could hold."""
    return [
        control_character(
            Place(
                place.file,
                place.line + text.count("\n", 0, match.start()),
                match.start() - text.rfind("\n", 0, match.start()),
            ),
            match[0],
        )
        for match in FORBIDDEN.finditer(text)
    ][:10]


def missing(place: Place) -> Problem:
    """R101: a file is not there.

    It is named in another file, or the course needs it. Make it, or mend the name.
    """
    return Problem(place, "R101", "no such file", "make the file, or mend its name")


def outside(place: Place) -> Problem:
    """R102: a path or a link leads out of the project's folder.

    Nothing outside is read, so that a course can be passed on whole. Copy the
    file into the project.
    """
    return Problem(
        place,
        "R102",
        "the file lies outside the project's folder",
        "copy it into the project and name it from there",
    )


def too_large(place: Place, size: int, most: int) -> Problem:
    """R103: a file is far larger than a module or a picture should be.

    Part a module in two; save a picture at the size it is shown.
    """
    return Problem(
        place,
        "R103",
        f"{size / 1e6:.1f} MB in one file",
        f"keep it below {most / 1e6:.0f} MB: part it in two, or save it smaller",
    )


def unreadable(place: Place, reason: str) -> Problem:
    """R104: the system does not let us read a file."""
    return Problem(
        place,
        "R104",
        f"cannot be read: {reason}",
        "look at the file's permissions and links",
    )


def byte_order_mark(place: Place) -> Problem:
    """R105: a file begins with a byte order mark.

    Some Windows editors put one there. It is passed over, but other tools may
    stumble. Save the file as “UTF-8”, not “UTF-8 with BOM”.
    """
    return Problem(
        place,
        "R105",
        "the file begins with a byte order mark",
        "save it as UTF-8 without BOM",
        Severity.WARNING,
    )


def not_utf8(place: Place) -> Problem:
    """R106: a file is not in UTF-8.

    It may have been saved as GBK, GB18030, UTF-16 or Windows-1252. Save it as UTF-8.
    """
    return Problem(place, "R106", "the file is not in UTF-8", "save it as UTF-8")


def empty(place: Place) -> Problem:
    """R107: a file holds nothing, or nothing but comments.

    Write it, or take its name from the list it is in. `course new module` makes one
    to start from.
    """
    return Problem(
        place,
        "R107",
        "the file is empty",
        "write it, or start from `course new module`",
    )


def control_character(place: Place, letter: str) -> Problem:
    """R108: a control character stands in a text.

    Slides and documents are XML, which cannot hold it; or it ends a line for some
    programs and not for others. It often comes in by copying from a PDF. Delete it.
    """
    return Problem(
        place,
        "R108",
        f"a control character (U+{ord(letter):04X})",
        "delete it and type the place again",
    )
