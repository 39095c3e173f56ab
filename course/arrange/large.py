"""A paper → the same in large print: one column, tables that can be read."""

from collections.abc import Iterator
from dataclasses import replace

from course.arrange.asking import Case, FillItem, OrderItem, ShortItem
from course.arrange.measure import lines
from course.arrange.parts import fitted, letters
from course.arrange.sheet import (
    Framed,
    Item,
    Line,
    MatchItem,
    Part,
    Point,
    Points,
    Prose,
    Section,
    Sheet,
    TableFigure,
)
from course.text import Span

# The text of a page and its type size, in points, as the templates have them.
WIDTH = 482.0
SIZE = 18.0
CELL_MARGIN = 12.0
# A cell of more lines is a column too narrow to be read.
MOST_LINES = 4


def enlarged(sheet: Sheet) -> Sheet:
    """Give a paper in large print; the same words in the same order."""
    colon = sheet.words.colon
    sections = (_section(section, colon) for section in sheet.sections)
    return replace(sheet, sections=tuple(sections))


def _section(section: Section, colon: str) -> Section:
    parts = (one for p in section.parts for one in _part(p, section.lang, colon))
    return replace(section, parts=tuple(parts))


def _part(part: Part, lang: str, colon: str) -> Iterator[Part]:
    match part:
        case TableFigure():
            table = fitted(part, WIDTH, SIZE, lang)
            if _is_legible(table, lang):
                yield table
            else:
                yield from _listed(table, colon)
        case Framed():
            inner = (one for p in part.parts for one in _part(p, lang, colon))
            yield replace(part, parts=tuple(inner))
        case Item():
            case = (one for p in part.scenario for one in _part(p, lang, colon))
            yield replace(part, scenario=tuple(case), columns=1)
        case MatchItem() | OrderItem() | FillItem() | ShortItem():
            case = (one for p in part.scenario for one in _part(p, lang, colon))
            yield replace(part, scenario=tuple(case))
        case Case():
            inner = (one for p in part.parts for one in _part(p, lang, colon))
            yield replace(part, parts=tuple(inner))
        case _:
            yield part


def _is_legible(table: TableFigure, lang: str) -> bool:
    """Tell whether each cell of a table has room for its words."""
    return all(
        lines(cell.plain, SIZE, share * WIDTH - CELL_MARGIN, lang, bold=bold)
        <= MOST_LINES
        for bold, row in ((True, table.head), *((False, row) for row in table.rows))
        for cell, share in zip(row, table.columns, strict=True)
    )


def _listed(table: TableFigure, colon: str) -> Iterator[Part]:
    """Give a table as a list: an entry for each row, what it says below it."""
    if table.caption:
        yield Prose(Line((Span(table.caption, strong=True),)))
    entries = (
        [_said(*cell, colon) for cell in zip(table.head, row, strict=True)]
        for row in table.rows
    )
    yield Points(tuple(_headed(*entry) for entry in entries))


def _headed(first: Point, *rest: Point) -> Point:
    """Give an entry whose first line is bold, with the others below it."""
    strong = tuple(replace(span, strong=True) for span in first.text.spans)
    return Point(replace(first.text, spans=strong), rest)


def _said(head: Line, cell: Line, colon: str) -> Point:
    """Give a cell with the head of its column before it."""
    named = letters(f"{head.plain}{colon}").spans if head.plain else ()
    return Point(Line((*named, *cell.spans), cell.cite))
