"""Rows → an Excel workbook: a sheet for each catalogue, only translations unlocked."""

import re
from io import BytesIO
from typing import Any

from course.exchange.row import Part, State
from course.languages import is_right_to_left
from course.write.archive import repack

# Sheets' names have little room, and miss some letters.
MOST_LETTERS = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
# A column's hidden key, its title and its width; languages are filled in.
COLUMNS = (
    ("slot {name}", "Slot", 22),
    ("about", "What it is", 30),
    ("previous", "Source before it changed", 30),
    ("source {source}", "Source ({source})", 50),
    ("target {lang}", "Translation ({lang})", 50),
    ("state", "State", 14),
    ("comment", "Comment", 30),
    ("mark", "", 4),
)
OPEN = ("target", "state", "comment")
KEY_ROW, TITLE_ROW = 0, 1
# Points; and the most that Excel lets a row have.
LINE, MOST_LINES = 15, 27
BASE = {"valign": "top", "text_wrap": True, "num_format": "@"}


def write(parts: tuple[Part, ...]) -> bytes:
    """Give the bytes of a workbook."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_urls": False})
    names: set[str] = set()
    for part in parts:
        _Sheet(book, part, _sheet_name(part.name, names)).fill()
    book.close()
    return repack(stream.getvalue())


def _sheet_name(name: str, taken: set[str]) -> str:
    """Give a sheet's name: the catalogue's, as far as Excel lets it stand."""
    base = FORBIDDEN.sub("-", name).strip("'")[:MOST_LETTERS] or "sheet"
    number = 1
    made = base
    while made.lower() in taken or made.lower() == "history":
        number += 1
        made = f"{base[: MOST_LETTERS - 3]}-{number}"
    taken.add(made.lower())
    return made


def _lines(texts: tuple[str, ...]) -> int:
    """Give the lines that a row needs; a translation may be longer than its source.

    Excel would find out by itself, but LibreOffice does not.
    """
    most = 1
    for text, (_, title, width) in zip(texts, COLUMNS, strict=True):
        if title:
            letters = [
                len(one) + sum(c > "\u2e7f" for c in one) for one in text.split("\n")
            ]
            most = max(most, sum(1 + int(1.15 * count / width) for count in letters))
    return min(most, MOST_LINES)


def _width(line: str) -> float:
    """Give a line's width in letters, with some room for words that are not broken."""
    return 1.15 * (len(line) + sum(letter > "\u2e7f" for letter in line))


class _Sheet:
    """A worksheet that is being filled."""

    def __init__(self, book: Any, part: Part, name: str) -> None:
        self.part = part
        self.sheet = book.add_worksheet(name)
        self.head = book.add_format({**BASE, "bold": True, "bottom": 1})
        self.fixed = book.add_format({**BASE, "font_color": "#595959"})
        self.source = book.add_format(BASE)
        side = {"reading_order": 2} if is_right_to_left(part.lang) else {}
        self.open = book.add_format({**BASE, **side, "locked": False, "border": 4})

    def fill(self) -> None:
        """Write the head and all rows."""
        names = {
            "name": self.part.name,
            "source": self.part.source_lang,
            "lang": self.part.lang,
        }
        for column, (key, title, width) in enumerate(COLUMNS):
            hidden = {"hidden": True} if key == "mark" else {}
            self.sheet.set_column(column, column, width, None, hidden)
            self.sheet.write_string(KEY_ROW, column, key.format(**names))
            self.sheet.write_string(TITLE_ROW, column, title.format(**names), self.head)
        self.sheet.set_row(KEY_ROW, None, None, {"hidden": True})
        for number, row in enumerate(self.part.rows, TITLE_ROW + 1):
            texts = (
                row.slot,
                "\n".join(row.about),
                row.previous,
                row.source,
                row.target,
                row.state.value,
                "\n".join(row.comment),
                str(row.mark),
            )
            self.sheet.set_row(number, LINE * _lines(texts))
            for column, text in enumerate(texts):
                self._cell(number, column, text)
        self._manners()

    def _cell(self, row: int, column: int, text: str) -> None:
        key = COLUMNS[column][0].partition(" ")[0]
        look = self.open if key in OPEN else self.fixed
        look = self.source if key == "source" else look
        if text:
            self.sheet.write_string(row, column, text, look)
        else:
            self.sheet.write_blank(row, column, None, look)

    def _manners(self) -> None:
        """Keep the head in view; give a filter, a choice of states, a soft lock."""
        last = TITLE_ROW + max(1, len(self.part.rows))
        keys = [key.partition(" ")[0] for key, _, _ in COLUMNS]
        state = keys.index("state")
        self.sheet.freeze_panes(TITLE_ROW + 1, 0)
        self.sheet.autofilter(TITLE_ROW, 0, last, len(COLUMNS) - 1)
        choice = {"validate": "list", "source": [one.value for one in State]}
        self.sheet.data_validation(TITLE_ROW + 1, state, last, state, choice)
        allowed = ("sort", "autofilter", "format_columns", "format_rows")
        self.sheet.protect("", dict.fromkeys(allowed, True))
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(TITLE_ROW)
