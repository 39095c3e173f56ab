"""An answer sheet → PDF, set by Typst from its table; and the table as JSON."""

import json
from pathlib import Path
from typing import Any

from course.arrange.answer_sheet import AnswerSheet, PrintedSheet, as_table
from course.write.data import Style, as_data, language
from course.write.typeset import as_json, as_pdf

TEMPLATE = Path("paper", "answer-sheet.typ")


def write(sheet: PrintedSheet, templates: Path, style: Style) -> bytes:
    """Give the bytes of a tagged PDF: an answer sheet, or a stencil.

    Raises:
        MissingLettersError: letters would be printed as empty boxes.
    """
    data: dict[str, Any] = as_data(sheet)
    tags = {line["lang"] for page in data["pages"] for line in _lines(page)}
    data["languages"] = {tag: language(tag) for tag in sorted({*tags, sheet.lang})}
    return as_pdf(templates, TEMPLATE, sheet=as_json(data), look=as_json(style))


def table(sheet: AnswerSheet) -> bytes:
    """Give the table as JSON; a reader of scans needs no more."""
    return (json.dumps(as_table(sheet), indent=1) + "\n").encode()


def _lines(page: dict[str, Any]) -> list[dict[str, str]]:
    return [line for lines in page["words"].values() for line in lines]
