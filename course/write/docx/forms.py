"""Forms: lines and cells to write in, boxes to tick, cards to cut out."""

from collections.abc import Sequence
from typing import Any

from course.arrange.sheet import (
    Blanks,
    Cell,
    CutCards,
    Fields,
    FormTable,
    Line,
    Prompt,
    Tick,
)
from course.text import Span
from course.write.docx.paper import Paper
from course.write.docx.prose import points
from course.write.docx.tables import MOST_ROWS_TOGETHER, Grid, gap
from course.write.docx.text import paragraph
from course.write.docx.xml import element, keep_together, text

BOX, TICKED = "☐", "☒"
# What Word itself draws boxes with.
BOX_FONT = "MS Gothic"
CARDS_A_ROW = 2
CARD_HEIGHT, FIELD_HEIGHT = 80, 30
# A column of boxes is narrower than this share.
NARROW = 0.13
FIELDS = (1.4, 1.4, 1, 0.8)


def tick() -> Any:
    """Give a box that a click ticks.

    It has neither title nor number: LibreOffice would put a second box around it.
    """
    states = (("w14:checkedState", TICKED), ("w14:uncheckedState", BOX))
    checkbox = element(
        "w14:checkbox",
        {},
        element("w14:checked", {"w14:val": 0}),
        *(
            element(name, {"w14:val": f"{ord(sign):04X}", "w14:font": BOX_FONT})
            for name, sign in states
        ),
    )
    fonts = dict.fromkeys(("w:ascii", "w:eastAsia", "w:hAnsi"), BOX_FONT)
    look = element(
        "w:rPr",
        {},
        element("w:rFonts", {**fonts, "w:hint": "eastAsia"}),
        element("w:lang", {"w:eastAsia": "zh-CN"}),
    )
    return element(
        "w:sdt",
        {},
        element(
            "w:sdtPr",
            {},
            checkbox,
        ),
        element("w:sdtContent", {}, element("w:r", {}, look, text(BOX))),
    )


def blanks(paper: Paper, part: Blanks) -> None:
    """Add lines to write on, all on one page."""
    with paper.together() as lines:
        for _ in range(part.count):
            paragraph(paper, "Line to write on", Line(()))
    keep_together(lines)


def prompt(paper: Paper, part: Prompt) -> None:
    """Add what is to be written, and lines for it."""
    paragraph(paper, "Prompt", part.text)
    blanks(paper, Blanks(part.lines))


def fields(paper: Paper, part: Fields) -> None:
    """Add places to fill in at the head of a paper."""
    shares = FIELDS[: len(part.names)]
    whole = sum(shares)
    gap(paper)
    grid = Grid(paper, "Field Table", [share / whole for share in shares])
    row = grid.row(height=FIELD_HEIGHT)
    for name in part.names:
        grid.written(row, "Field", Line((Span(f"{name}"),)))
    gap(paper)


def form_table(paper: Paper, part: FormTable) -> None:
    """Add a table to fill in; its head comes again on each page."""
    grid = Grid(paper, "Form Table", part.columns, headed=True)
    row = grid.row(head=True)
    for share, line in zip(part.columns, part.head, strict=True):
        style = "Narrow form head" if share < NARROW else "Form head"
        grid.written(row, style, line)
    for cells in part.rows:
        if len(cells) == 1 < len(part.columns):
            _group(paper, grid, cells)
        else:
            row = grid.row(height=part.height)
            for one in cells:
                _cell(paper, grid, row, one)
    if len(part.rows) < MOST_ROWS_TOGETHER:
        keep_together([grid.table])
    gap(paper)


def _group(paper: Paper, grid: Grid, cells: Sequence[Cell]) -> None:
    """Add a row that heads those below it."""
    shade = {"w:val": "clear", "w:color": "auto", "w:fill": paper.colour("tint")}
    whole = grid.cell(grid.row(), element("w:shd", shade), span=len(grid.widths))
    with paper.within(whole):
        for one in cells:
            paragraph(paper, "Table group", Line(()) if isinstance(one, Tick) else one)


def _cell(paper: Paper, grid: Grid, row: Any, one: Cell) -> None:
    match one:
        case Tick():
            box = grid.written(row, "Table tick", Line(()))
            box[-1].append(tick())
        case Line():
            side = "w:right" if paper.is_turned else "w:left"
            edge = {"w:val": "single", "w:sz": 4, "w:space": 0}
            edge["w:color"] = paper.colour("rule")
            borders = element("w:tcBorders", {}, element(side, edge))
            is_first = len(row) == 1
            look = [] if is_first else [borders]
            grid.written(row, "Table text", one, *look)


def cut_cards(paper: Paper, part: CutCards) -> None:
    """Add cards in a table whose lines are to be cut along."""
    shares = (1 / CARDS_A_ROW,) * CARDS_A_ROW
    grid = Grid(paper, "Card Table", shares)
    for first in range(0, len(part.cards), CARDS_A_ROW):
        row = grid.row(height=CARD_HEIGHT)
        some = part.cards[first : first + CARDS_A_ROW]
        for number in range(CARDS_A_ROW):
            with paper.within(grid.cell(row)):
                card = some[number] if number < len(some) else None
                paragraph(paper, "Card", card.text if card else Line(()))
                points(paper, card.points if card else (), ordered=False)
    gap(paper)


def form(paper: Paper, part: Blanks | Prompt | FormTable | CutCards | Fields) -> None:
    """Add a part that is to be filled in, or cut out."""
    match part:
        case Blanks():
            blanks(paper, part)
        case Prompt():
            prompt(paper, part)
        case FormTable():
            form_table(paper, part)
        case CutCards():
            cut_cards(paper, part)
        case Fields():
            fields(paper, part)
