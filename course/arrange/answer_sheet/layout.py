"""What is wanted of an answer sheet → where everything stands on it."""

from course.arrange.answer_sheet.code import MOST_PAGES
from course.arrange.answer_sheet.columns import TOO_SMALL, Column, Grid, columns
from course.arrange.answer_sheet.frame import Wish, foot, marks, qr, strip
from course.arrange.answer_sheet.head import Head, head
from course.arrange.answer_sheet.places import (
    AnswerSheet,
    Box,
    Bubble,
    Page,
    Row,
    with_edition,
)

MOST_DIGITS = 12
HEAD_GAP = 4.0


def answer_sheet(wish: Wish) -> AnswerSheet:
    """Give the sheet, on as many pages as it takes.

    Raises:
        ValueError: the number is not of 0 to 12 digits, the paper is too small, or more
            than 99 pages would be needed.
    """
    if isinstance(wish.learner, int) and not 0 <= wish.learner <= MOST_DIGITS:
        raise ValueError(f"a learner’s number of {wish.learner} digits")
    if strip(wish).box.x < wish.left:
        raise ValueError(TOO_SMALL)
    grid = wish.size.grid
    heads = [head(wish, is_first=first) for first in (True, False)]
    tops = [one.bottom + HEAD_GAP for one in heads]
    talls = [wish.foot - top for top in tops]
    parted = columns(wish.asked, grid, wish.right - wish.left, talls)
    if len(parted) > MOST_PAGES:
        raise ValueError(f"an answer sheet of {len(parted)} pages")
    return with_edition(
        AnswerSheet(
            wish.quiz,
            wish.variant,
            wish.width,
            wish.height,
            wish.is_large,
            wish.size.print,
            tuple(_page(wish, heads, n, one) for n, one in enumerate(parted)),
        ),
        wish.shown,
    )


def _page(
    wish: Wish, heads: list[Head], number: int, found: tuple[Column, ...]
) -> Page:
    above = heads[min(number, 1)]
    return Page(
        number + 1,
        marks(wish),
        qr(wish),
        strip(wish),
        above.fields,
        tuple(_rows(found, wish, above.bottom + HEAD_GAP)),
        (*above.texts, *foot(wish)),
        above.examples,
    )


def _rows(found: tuple[Column, ...], wish: Wish, top: float) -> list[Row]:
    grid = wish.size.grid
    return [
        Row(
            line.label,
            line.asked.number,
            line.asked.name,
            line.asked.kind,
            Box(
                wish.left + x,
                top + y,
                grid.label - (grid.across - grid.width),
                grid.height,
            ),
            _bubbles(wish.left + x + grid.label, top + y, line.asked.letters, grid),
        )
        for x, lines in found
        for y, line in lines
    ]


def _bubbles(x: float, y: float, values: str, grid: Grid) -> tuple[Bubble, ...]:
    return tuple(
        Bubble(value, Box(x + n * grid.across, y, grid.width, grid.height))
        for n, value in enumerate(values)
    )
