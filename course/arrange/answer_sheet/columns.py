"""Rows of bubbles → columns on pages: in blocks of five questions, evenly filled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from course.arrange.answer_sheet.rows import Asked

BLOCK = 5
TOO_SMALL = "the paper is too small for an answer sheet"


@dataclass(frozen=True, slots=True)
class Grid:
    """Sizes in mm: of a bubble, from one to the next, of a label, and between blocks.

    `part` is what is more between two blocks than between two rows; `gap` is the least
    between columns.
    """

    width: float
    height: float
    across: float
    down: float
    label: float
    part: float
    gap: float

    def row(self, options: int) -> float:
        """Give the width of a row with so many options."""
        return self.label + (options - 1) * self.across + self.width

    def block(self, rows: int) -> float:
        """Give the height of so many rows."""
        return (rows - 1) * self.down + self.height


@dataclass(frozen=True, slots=True)
class Line:
    """A row before it has its place: its question, and its label."""

    asked: Asked
    label: str


Block: TypeAlias = tuple[Line, ...]
# Where a column begins, from the left; and its rows, each with its height from the top.
Column: TypeAlias = tuple[float, tuple[tuple[float, Line], ...]]


def columns(
    asked: Sequence[Asked], grid: Grid, wide: float, talls: Sequence[float]
) -> list[tuple[Column, ...]]:
    """Give the columns of each page; `talls` is the room on the first and on the rest.

    A page that holds all that is left is filled as evenly as blocks allow.

    Raises:
        ValueError: a page is too small for one row.
    """
    left = [*_blocks(asked)]
    pages: list[tuple[Column, ...]] = []
    while left or not pages:
        tall = talls[min(len(pages), len(talls) - 1)]
        widest = max(
            (grid.row(len(line.asked.letters)) for b in left for line in b), default=0
        )
        if tall < grid.height or widest > wide:
            raise ValueError(TOO_SMALL)
        stacks, left = _filled(left, grid, wide, tall)
        pages.append(_placed(stacks, grid, wide))
    return pages


def _blocks(asked: Sequence[Asked]) -> Iterator[Block]:
    for start in range(0, len(asked), BLOCK):
        yield tuple(
            Line(one, label)
            for one in asked[start : start + BLOCK]
            for label in one.labels
        )


def _filled(
    blocks: list[Block], grid: Grid, wide: float, tall: float
) -> tuple[list[list[Block]], list[Block]]:
    """Fill a page: as flat as it can be if it holds all, else to its foot."""
    least = max((grid.block(len(one)) for one in blocks), default=0)
    height = min(least, tall)
    while height < tall:
        stacks, left = _stacked(blocks, grid, wide, height)
        if not left:
            return stacks, left
        height += grid.down
    return _stacked(blocks, grid, wide, tall)


def _stacked(
    blocks: list[Block], grid: Grid, wide: float, tall: float
) -> tuple[list[list[Block]], list[Block]]:
    """Give the blocks of each column of a page, and those that are left."""
    stacks: list[list[Block]] = []
    left, room = blocks, wide
    while left:
        stack, rest = _stack(left, grid, tall)
        room -= _width(stack, grid)
        if room < 0:
            break
        room -= grid.gap
        stacks.append(stack)
        left = rest
    return stacks, left


def _stack(
    blocks: list[Block], grid: Grid, tall: float
) -> tuple[list[Block], list[Block]]:
    """Give the blocks of one column, and those that are left.

    A block that is taller than a page is parted: between questions, if that is enough.
    """
    stack: list[Block] = []
    room = tall
    for n, block in enumerate(blocks):
        if grid.block(len(block)) > room + 1e-6:
            if stack:
                return stack, blocks[n:]
            cut = _cut(block, int((room - grid.height) / grid.down + 1e-6) + 1)
            return [block[:cut]], [block[cut:], *blocks[1:]]
        stack.append(block)
        room -= len(block) * grid.down + grid.part
    return stack, []


def _cut(block: Block, most: int) -> int:
    """Give how many rows stay together: of whole questions, or else all that fit."""
    ends = [n for n in range(1, most + 1) if block[n - 1].asked != block[n].asked]
    return max(ends, default=most)


def _width(stack: list[Block], grid: Grid) -> float:
    return max(grid.row(len(line.asked.letters)) for block in stack for line in block)


def _placed(stacks: list[list[Block]], grid: Grid, wide: float) -> tuple[Column, ...]:
    """Give each column its place; what is left of the width goes between them."""
    widths = [_width(one, grid) for one in stacks]
    between = max(len(stacks) - 1, 1)
    gap = min((wide - sum(widths)) / between, 3 * grid.gap)
    starts = [sum(widths[:n]) + n * gap for n in range(len(stacks))]
    return tuple(
        (start, tuple(_heights(stack, grid)))
        for start, stack in zip(starts, stacks, strict=True)
    )


def _heights(stack: list[Block], grid: Grid) -> Iterator[tuple[float, Line]]:
    top = 0.0
    for block in stack:
        for n, line in enumerate(block):
            yield top + n * grid.down, line
        top += len(block) * grid.down + grid.part
