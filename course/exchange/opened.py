"""A file from outside, opened so that it can do no harm: its bytes, and what it is."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from course.exchange.problems import damaged, harmful, not_ours, old_office
from course.files import missing, too_large, unreadable
from course.problems import Place, SourceError

MOST_BYTES = 20_000_000
# What a package may hold once unpacked, and in how many members.
MOST_UNPACKED = 100_000_000
MOST_MEMBERS = 2_000
OLE = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"
MAIN = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
DOCTYPE = tuple(
    "<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")
)


def opened(path: Path) -> tuple[str, bytes]:
    """Give a file's kind (xliff, docx or xlsx) and its bytes.

    Raises:
        SourceError: it is not there, not one of these, too large, or harmful.
    """
    place = Place(path.as_posix())
    data = _bytes(path, place)
    if data.startswith(OLE):
        raise SourceError([old_office(place)])
    if data.startswith(ZIP):
        return _package(data, place), data
    _refuse_doctype(data, place)
    return "xliff", data


def _bytes(path: Path, place: Place) -> bytes:
    try:
        if not path.is_file():
            raise SourceError([missing(place)])
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise SourceError([too_large(place, size, MOST_BYTES)])
        return path.read_bytes()
    except OSError as error:
        raise SourceError([unreadable(place, error.strerror or str(error))]) from error


def _package(data: bytes, place: Place) -> str:
    """Give the kind of an Office file, once its members are found to be harmless."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            _refuse_bomb(members, len(data), place)
            for one in members:
                if one.filename.lower().endswith((".xml", ".rels")):
                    _refuse_doctype(archive.read(one), place)
    except SourceError:
        raise
    except Exception as error:
        # zipfile raises whatever a wrong file makes it stumble over.
        raise SourceError([damaged(place, first_problem(error))]) from error
    kinds = [MAIN[one.filename] for one in members if one.filename in MAIN]
    if not kinds:
        raise SourceError([not_ours(place, "a zip file that is no Office file")])
    return kinds[0]


def _refuse_bomb(members: list[ZipInfo], size: int, place: Place) -> None:
    if len(members) > MOST_MEMBERS:
        raise SourceError([harmful(place, f"{len(members)} files in one")])
    unpacked = sum(one.file_size for one in members)
    if unpacked > MOST_UNPACKED:
        what = f"{unpacked / 1e6:.0f} MB in a file of {size / 1e6:.1f} MB"
        raise SourceError([harmful(place, what)])


def _refuse_doctype(data: bytes, place: Place) -> None:
    if any(mark in data for mark in DOCTYPE):
        raise SourceError([harmful(place, "XML with a document type")])


def first_problem(error: Exception) -> str:
    """Give what a library says of a broken file, on one line."""
    return " ".join(str(error).split())[:120] or type(error).__name__
