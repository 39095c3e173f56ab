"""A table → one or more tables that fit a slide, with their column widths."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from typing import TypeAlias

from course.arrange.deck import Grid, Para
from course.arrange.draft import Rows
from course.arrange.fit import lines_of
from course.arrange.look import Box
from course.arrange.measure import MARGIN, lines, widest, width

# Points.
SIZES = (22, 20, 18)
SMALLEST = 16
CELL_MARGIN = 7.2
ROW_SPACE = 10.0
MOST_ROW_SPACE = 24.0
LEAST_SHARE = 0.12
# How much of a width is tried to be moved between columns of a printed table.
STEPS = (0.04, 0.1)

Row: TypeAlias = tuple[tuple[Para, ...], ...]


def grids(table: Rows, box: Box, lang: str, alt: str) -> list[Grid]:
    """Lay a table out in a box; a long one in several parts, each with its header.

    As few parts as can be, at the size that breaks the fewest cells, and at the
    largest of these. Gives nothing where a single row does not fit.
    """
    plans = sorted(_plans(table, box, lang, alt), key=_broken_rows)
    if sum(plans[0].heights) <= box.height:
        return [_airy(plans[0], box)]
    plans.append(_plan(table, box, SMALLEST, lang, alt))
    for count in range(1, len(table.rows)):
        for plan in plans:
            parts = _parts(plan, count)
            if all(sum(part.heights) <= box.height for part in parts):
                return [_airy(part, box) for part in parts]
    return []


def _plans(table: Rows, box: Box, lang: str, alt: str) -> Iterator[Grid]:
    """Lay a table out at each size, as long as a smaller one may break fewer cells."""
    for size in SIZES:
        plan = _plan(table, box, size, lang, alt)
        yield plan
        if not _broken_rows(plan):
            return


def _broken_rows(grid: Grid) -> int:
    """Count the rows that are higher than the lowest one."""
    return sum(height > min(grid.heights) for height in grid.heights)


def _plan(table: Rows, box: Box, size: float, lang: str, alt: str) -> Grid:
    """Lay a whole table out at one size, whether it fits or not."""
    rows = table.rows
    texts = [
        [line.words for cell in c for one in cell for line in lines_of(one, size, lang)]
        for c in zip(*rows, strict=True)
    ]
    columns = shares(texts, box.width, size, lang)
    heights = tuple(_height(row, columns, box.width, size, lang) for row in rows)
    return Grid(rows, table.numeric, columns, heights, size, alt)


def _parts(whole: Grid, count: int) -> list[Grid]:
    """Part a table's rows, each part below the same header."""
    step = -(-(len(whole.rows) - 1) // count)
    return [
        replace(
            whole,
            rows=(whole.rows[0], *whole.rows[start : start + step]),
            heights=(whole.heights[0], *whole.heights[start : start + step]),
        )
        for start in range(1, len(whole.rows), step)
    ]


def _airy(grid: Grid, box: Box) -> Grid:
    """Share out some of the height that is left over."""
    free = (box.height - sum(grid.heights)) / len(grid.heights)
    more = min(free, MOST_ROW_SPACE - ROW_SPACE)
    return replace(grid, heights=tuple(height + more for height in grid.heights))


def shares(
    columns: Sequence[Sequence[str]], room: float, size: float, lang: str
) -> tuple[float, ...]:
    """Share a width so that short columns stay on one line, and no word is broken.

    A column is given as its texts.
    """
    wishes, needs = [], []
    for texts in columns:
        needs.append(widest(texts, size, lang, bold=True) + 2 * CELL_MARGIN)
        long = max(width(text, lang, bold=True) for text in texts) * size / MARGIN
        wishes.append(max(long + 2 * CELL_MARGIN, LEAST_SHARE * room))
    most = _level(wishes, room)
    found = [
        max(min(wish, most), need) for wish, need in zip(wishes, needs, strict=True)
    ]
    whole = sum(found)
    return tuple(round(share / whole, 4) for share in found)


def shares_of_fewest_lines(
    columns: Sequence[Sequence[str]], room: float, size: float, lang: str
) -> tuple[float, ...]:
    """Share a width so that the rows of a printed table take the fewest lines.

    Begins with what `shares` gives, and moves width from one column to another as long
    as that saves lines. Of the same number of lines, the first shares are kept.
    """
    least = [
        (widest(texts, size, lang, bold=True) + 2 * CELL_MARGIN) / room
        for texts in columns
    ]

    @cache
    def lines_in(column: int, share: float) -> tuple[int, ...]:
        inner = share * room - 2 * CELL_MARGIN
        return tuple(lines(t, size, inner, lang, bold=True) for t in columns[column])

    def height(given: tuple[float, ...]) -> int:
        cells = (lines_in(number, share) for number, share in enumerate(given))
        return sum(map(max, zip(*cells, strict=True)))

    best = shares(columns, room, size, lang)
    while height(best) > len(columns[0]):
        better = min(_moved(best, least), key=height, default=best)
        if height(better) >= height(best):
            break
        best = better
    return best


def _moved(
    given: tuple[float, ...], least: Sequence[float]
) -> Iterator[tuple[float, ...]]:
    """Give some width of each column to each other one, as far as words have room."""
    for (taken, wide), (given_to, _), step in product(
        enumerate(given), enumerate(given), STEPS
    ):
        if taken != given_to and wide - step >= least[taken]:
            moved = list(given)
            moved[taken] = round(wide - step, 4)
            moved[given_to] = round(moved[given_to] + step, 4)
            yield tuple(moved)


def _level(wishes: Sequence[float], room: float) -> float:
    """Give the width at which the widest columns are cut, so that all have room."""
    left = room
    for count, wish in enumerate(sorted(wishes)):
        each = left / (len(wishes) - count)
        if wish > each:
            return each
        left -= wish
    return max(wishes)


def _height(
    row: Row, columns: Sequence[float], room: float, size: float, lang: str
) -> float:
    rooms = (share * room - 2 * CELL_MARGIN for share in columns)
    heights = (
        sum(_para_height(para, size, inner, lang) for para in cell)
        for cell, inner in zip(row, rooms, strict=True)
    )
    return max(heights) + ROW_SPACE


def _para_height(para: Para, size: float, room: float, lang: str) -> float:
    bold = any(span.strong for span in para.spans)
    return sum(
        lines(line.words, line.size, room, line.lang, bold=bold) * line.pitch
        for line in lines_of(para, size, lang)
    )
