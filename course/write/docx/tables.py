"""Tables: with a header that comes again on each page, and rows that stay whole."""

from collections.abc import Sequence
from typing import Any

from course.arrange.sheet import Framed, Line, TableFigure
from course.text import Span
from course.write.docx.fields import caption
from course.write.docx.paper import TWIPS, Paper
from course.write.docx.text import paragraph
from course.write.docx.xml import (
    element,
    flag,
    found,
    keep_together,
    keep_with_next,
    name_of,
    style_of,
    value,
)

MOST_ROWS_TOGETHER = 12


class Grid:
    """A table at the place where the paper has come to; `shares` are of its width.

    One that is headed says so to those who hear it read; any other only places things.
    """

    def __init__(
        self,
        paper: Paper,
        style: str,
        shares: Sequence[float],
        *,
        headed: bool = False,
        indent: int = 0,
    ) -> None:
        self.paper = paper
        if paper.ends_in_table:
            gap(paper)
        room = round(paper.column * TWIPS) - indent
        self.widths = [round(share * room) for share in shares]
        self.table = element(
            "w:tbl",
            {},
            element(
                "w:tblPr",
                {},
                value("w:tblStyle", paper.styles[style.lower()]),
                flag("w:bidiVisual", on=paper.is_turned),
                _length("w:tblW", sum(self.widths)),
                _length("w:tblInd", indent) if indent else None,
                element("w:tblLayout", {"w:type": "fixed"}),
                element("w:tblLook", _look(headed=headed)),
            ),
            element(
                "w:tblGrid",
                {},
                *(element("w:gridCol", {"w:w": width}) for width in self.widths),
            ),
        )
        paper.add(self.table)

    def row(self, *, height: float = 0, head: bool = False) -> Any:
        """Add a row, at least as high as `height`, in points."""
        tall = {"w:val": round(height * TWIPS), "w:hRule": "atLeast"}
        made = element(
            "w:tr",
            {},
            element(
                "w:trPr",
                {},
                flag("w:cantSplit"),
                element("w:trHeight", tall) if height else None,
                flag("w:tblHeader", on=head),
            ),
        )
        self.table.append(made)
        return made

    def cell(self, row: Any, *look: Any, span: int = 1) -> Any:
        """Add a cell to a row, to be filled; `look` are properties of it, in order."""
        place = sum(_span(cell) for cell in row[1:])
        width = sum(self.widths[place : place + span])
        properties = element(
            "w:tcPr",
            {},
            _length("w:tcW", width),
            value("w:gridSpan", span) if span > 1 else None,
            *look,
        )
        made = element("w:tc", {}, properties)
        row.append(made)
        return made

    def written(self, row: Any, style: str, line: Line, *look: Any) -> Any:
        """Add a cell of one paragraph."""
        made = self.cell(row, *look)
        with self.paper.within(made):
            paragraph(self.paper, style, line)
        return made


def _length(name: str, twips: int) -> Any:
    return element(name, {"w:w": twips, "w:type": "dxa"})


def _look(*, headed: bool) -> dict[str, str]:
    first = "1" if headed else "0"
    names = ("lastRow", "firstColumn", "lastColumn")
    bits = {"w:val": "0620" if headed else "0600", "w:firstRow": first}
    bits |= {f"w:{name}": "0" for name in names}
    return {**bits, "w:noHBand": "1", "w:noVBand": "1"}


def _span(cell: Any) -> int:
    spans = found(cell, "w:tcPr/w:gridSpan/@w:val")
    return int(spans[0]) if spans else 1


def gap(paper: Paper, *, thin: bool = False) -> None:
    """Give a table air, or only part it from another one."""
    paragraph(paper, "Thin gap" if thin else "Gap", Line(()))


def table(paper: Paper, part: TableFigure) -> None:
    """Add a table with its caption."""
    if part.caption:
        caption(paper, part.caption, part.numbered, "caption")
    grid = Grid(paper, "Course Table", part.columns, headed=True)
    # Word counts from where lines begin: from the right, that is numbers' own side.
    at_end = [numeric and not paper.is_turned for numeric in part.numeric]
    styles = ["Table number" if one else "Table text" for one in at_end]
    for number, cells in enumerate((part.head, *part.rows)):
        row = grid.row(head=number == 0)
        for style, line in zip(styles, cells, strict=True):
            grid.written(row, style, line)
    if len(part.rows) < MOST_ROWS_TOGETHER:
        keep_together([grid.table])
    else:
        keep_with_next(found(grid.table, "w:tr[1]"))
    gap(paper)


def framed(paper: Paper, part: Framed, fill: Any) -> None:
    """Add parts in a box; `fill` adds them."""
    kind = "Editor" if part.role == "editor" else "Box"
    gap(paper)
    grid = Grid(paper, f"{kind} Table", (1.0,))
    with paper.within(grid.cell(grid.row())):
        paragraph(paper, f"{kind} title", Line((Span(part.title),)))
        for one in part.parts:
            fill(paper, one)
        _end(paper)
    gap(paper)


def _end(paper: Paper) -> None:
    """End a cell with a paragraph, as Word wants it, and without air below it."""
    if paper.at[-1].tag != name_of("w:p"):
        gap(paper)
    style = style_of(paper.at[-1])
    if style.find(name_of("w:spacing")) is None:
        spacing = element("w:spacing", {"w:after": 0})
        style.append(spacing)
