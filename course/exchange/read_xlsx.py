"""An Excel workbook → rows, however its columns and rows were moved."""

import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from course.exchange.opened import first_problem
from course.exchange.problems import damaged, not_ours, not_text, unknown_state
from course.exchange.row import Fingerprint, Part, Row, State, clean
from course.problems import Place, Problem, SourceError

MOST_COLUMNS, MOST_ROWS = 60, 100_000
# The keys stand in the first row, or below what somebody has put above it.
HEAD_ROWS = 12
# How Excel writes a line end of Windows that was pasted.
LINE_END = re.compile("_x000D_\n?")
NEEDED = {"slot", "source", "target", "mark"}


def read(data: bytes, place: Place) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    """Give the parts of a workbook, a sheet each, and what is wrong with its cells.

    Raises:
        SourceError: it is damaged, or no workbook of ours.
    """
    from openpyxl import load_workbook

    found: list[Problem] = []
    parts: list[Part] = []
    with warnings.catch_warnings():
        # What openpyxl does not know of a workbook is of no matter here.
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(BytesIO(data), read_only=True)
            for sheet in book.worksheets:
                part = _part(sheet, Place(f"{place.file}#{sheet.title}"), found)
                parts += [part] if part else []
        except Exception as error:
            # openpyxl raises whatever a wrong file makes it stumble over.
            raise SourceError([damaged(place, first_problem(error))]) from error
    if not parts:
        raise SourceError([not_ours(place, "no sheet has our columns")])
    return tuple(parts), tuple(found)


def _part(sheet: Any, place: Place, found: list[Problem]) -> Part | None:
    """Give a sheet's rows; none, if it is not ours."""
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()
    keys: dict[str, tuple[int, str]] = {}
    rows: list[Row] = []
    lines = sheet.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS)
    for number, cells in enumerate(lines, 1):
        if not keys:
            keys = _keys(cells)
            if not keys and number >= HEAD_ROWS:
                return None
            continue
        line = _Line(keys, cells, Place(place.file, number), found)
        if not line.is_title:
            rows += line.rows()
    if not keys:
        return None
    return Part(keys["slot"][1], keys["source"][1], keys["target"][1], tuple(rows))


def _keys(cells: tuple[Any, ...]) -> dict[str, tuple[int, str]]:
    """Give the columns by their keys, with what a key tells beside: `target fr`."""
    keys: dict[str, tuple[int, str]] = {}
    for column, cell in enumerate(cells):
        if isinstance(cell.value, str):
            key, _, beside = cell.value.strip().partition(" ")
            keys.setdefault(key, (column, beside))
    return keys if keys.keys() >= NEEDED else {}


class _Line:
    """One row of a sheet, by the keys of its columns."""

    def __init__(
        self,
        keys: Mapping[str, tuple[int, str]],
        cells: tuple[Any, ...],
        place: Place,
        found: list[Problem],
    ) -> None:
        self.keys = keys
        self.cells = cells
        self.place = place
        self.found = found

    @property
    def is_title(self) -> bool:
        """Whether these are the columns' titles, wherever they were sorted to."""
        return (self._text("slot"), self._text("state")) == ("Slot", "State")

    def rows(self) -> Iterator[Row]:
        """Give the row, if it holds anything that could be a message."""
        source, target = self._text("source"), self._text("target")
        slot = self._text("slot").strip()
        if not (slot or target.strip()):
            return
        mark = Fingerprint.read(self._text("mark"))
        yield Row(
            slot=slot,
            source=clean(source, ""),
            target=clean(target, source),
            state=self._state(mark),
            comment=tuple(self._text("comment").splitlines()),
            mark=mark,
            place=self._place("target"),
        )

    def _state(self, mark: Fingerprint | None) -> State:
        written = self._text("state").strip().lower()
        before = mark.state if mark else State.NEW
        for state in State:
            if written == state.value:
                return state
        if written:
            self.found.append(unknown_state(self._place("state"), written))
        return before

    def _place(self, key: str) -> Place:
        column, _ = self.keys.get(key, (0, ""))
        return Place(self.place.file, self.place.line, column + 1)

    def _text(self, key: str) -> str:
        column, _ = self.keys.get(key, (MOST_COLUMNS, ""))
        value = self.cells[column].value if column < len(self.cells) else None
        match value:
            case None:
                return ""
            case str():
                return LINE_END.sub("\n", value)
            case bool():
                return str(value).upper()
            case int() | float():
                return f"{value:.15g}"
            case datetime() | date() | time() | timedelta():
                what = "a date or a time"
            case _:
                what = "a formula"
        if key == "target":
            self.found.append(not_text(self._place(key), what))
        return ""
