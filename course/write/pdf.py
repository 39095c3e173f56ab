"""An arranged Sheet → PDF and pictures of its pages, set by Typst."""

from dataclasses import dataclass
from pathlib import Path

from course.arrange.book import Book
from course.arrange.sheet import Sheet
from course.write.data import Style, as_data, sheet_data, with_languages
from course.write.typeset import as_json, as_marked_pictures, as_pdf, as_pictures

PAPER = Path("paper", "sheet.typ")
BOOK = Path("paper", "book.typ")
POINTS = 72  # to an inch


def write(sheet: Sheet, templates: Path, style: Style) -> bytes:
    """Give the bytes of a tagged PDF.

    Raises:
        MissingLettersError: letters would be printed as empty boxes.
    """
    return as_pdf(templates, PAPER, **_inputs(sheet, style))


def write_book(book: Book, templates: Path, style: Style) -> bytes:
    """Give the bytes of a tagged PDF with several papers.

    Raises:
        MissingLettersError: letters would be printed as empty boxes.
    """
    data = as_json(with_languages(as_data(book)))
    inputs = {"book": data, "look": as_json(style)}
    return as_pdf(templates, BOOK, **inputs)


def picture(sheet: Sheet, templates: Path, style: Style, ppi: int) -> bytes:
    """Give a picture of the first page, as PNG."""
    return as_pictures(templates, PAPER, ppi, **_inputs(sheet, style))[0]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a part of a paper stands: pages from 0, and heights from their top, in px.

    One that is parted over pages begins on `first` and ends on `last`.
    """

    first: int
    top: int
    last: int
    bottom: int


def pages(
    sheet: Sheet, templates: Path, style: Style, ppi: int
) -> tuple[tuple[bytes, ...], dict[tuple[str, int], Stretch]]:
    """Give pictures of all pages, as PNG, and where each part of a section stands."""
    made, marks = as_marked_pictures(templates, PAPER, ppi, **_inputs(sheet, style))
    ends = {(m["section"], m["part"], m["edge"]): m for m in marks}
    stretches = {}
    for (section, part, edge), start in ends.items():
        if edge == "start":
            end = ends[section, part, "end"]
            spans = [
                number
                for one in (start, end)
                for number in (one["page"] - 1, round(one["y"] * ppi / POINTS))
            ]
            stretches[section, part] = Stretch(*spans)
    return made, stretches


def _inputs(sheet: Sheet, style: Style) -> dict[str, str]:
    """Give a sheet and the look as JSON."""
    return {"sheet": as_json(sheet_data(sheet)), "look": as_json(style)}
