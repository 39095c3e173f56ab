"""An arranged Sheet → PDF and pictures of its pages, set by Typst."""

from pathlib import Path
from typing import Any

from course.arrange.sheet import Sheet
from course.write.data import Style, as_data, language
from course.write.typeset import as_json, as_pdf, as_pictures

PAPER = Path("paper", "sheet.typ")


def write(sheet: Sheet, templates: Path, style: Style) -> bytes:
    """Give the bytes of a tagged PDF.

    Raises:
        MissingLettersError: letters would be printed as empty boxes.
    """
    return as_pdf(templates, PAPER, **_inputs(sheet, style))


def picture(sheet: Sheet, templates: Path, style: Style, ppi: int) -> bytes:
    """Give a picture of the first page, as PNG."""
    return as_pictures(templates, PAPER, ppi, **_inputs(sheet, style))[0]


def _inputs(sheet: Sheet, style: Style) -> dict[str, str]:
    """Give a sheet as JSON, each language with how it is set; and the look."""
    data: dict[str, Any] = as_data(sheet)
    for one in (data, *data["sections"]):
        one["lang"] = language(one["lang"])
    return {"sheet": as_json(data), "look": as_json(style)}
