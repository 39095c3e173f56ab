"""The kinds of files that messages travel in."""

from pathlib import Path
from typing import Literal, TypeAlias, get_args

from course.exchange.opened import opened
from course.exchange.row import Part
from course.problems import Place, Problem

Format: TypeAlias = Literal["xliff", "docx", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)
ENDINGS = {"xliff": ".xlf", "docx": ".docx", "xlsx": ".xlsx"}


def write(parts: tuple[Part, ...], kind: Format, template: bytes) -> bytes:
    """Give the bytes of a file that holds some parts; Word's is made of a template."""
    match kind:
        case "xliff":
            from course.exchange import write_xliff

            return write_xliff.write(parts)
        case "docx":
            from course.exchange import write_docx

            return write_docx.write(parts, template)
        case "xlsx":
            from course.exchange import write_xlsx

            return write_xlsx.write(parts)


def read(path: Path) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    """Give the parts of a file that came back, and what is wrong with its rows.

    Raises:
        SourceError: the file is none of ours, damaged, or harmful.
    """
    from course.exchange import read_docx, read_xliff, read_xlsx

    kind, data = opened(path)
    how = {"xliff": read_xliff.read, "docx": read_docx.read, "xlsx": read_xlsx.read}
    return how[kind](data, Place(path.as_posix()))
