"""A native table; its look is the template's table style."""

from course.arrange.deck import Grid, Para
from course.arrange.look import EMU
from course.arrange.tables import CELL_MARGIN, ROW_SPACE
from course.languages import is_right_to_left
from course.write.pptx.text import Links, Style, paragraphs

SIDE, ABOVE = round(CELL_MARGIN * EMU), round(ROW_SPACE / 2 * EMU)
CELL = f'marL="{SIDE}" marR="{SIDE}" marT="{ABOVE}" marB="{ABOVE}" anchor="ctr"'


def table(grid: Grid, width: float, lang: str, links: Links, style: str) -> str:
    """Give a table's XML; width in points, `style` is the id of a table style."""
    whole = round(width * EMU)
    widths = [int(share * whole) for share in grid.columns]
    widths[-1] += whole - sum(widths)
    columns = "".join(f'<a:gridCol w="{one}"/>' for one in widths)
    rows = "".join(
        f'<a:tr h="{round(height * EMU)}">{_cells(row, grid, lang, links)}</a:tr>'
        for row, height in zip(grid.rows, grid.heights, strict=True)
    )
    rtl = ' rtl="1"' if is_right_to_left(lang) else ""
    return (
        f'<a:tbl><a:tblPr firstRow="1"{rtl}><a:tableStyleId>{style}</a:tableStyleId>'
        f"</a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
    )


def _cells(
    row: tuple[tuple[Para, ...], ...], grid: Grid, lang: str, links: Links
) -> str:
    cells = []
    for paras, numeric in zip(row, grid.numeric, strict=True):
        style = Style(grid.size, fixed=True, side="r" if numeric else "")
        text = paragraphs(paras, lang, links, style)
        cells.append(
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
            f"<a:tcPr {CELL}/></a:tc>"
        )
    return "".join(cells)
