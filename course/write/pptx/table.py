"""A native table; its look is the template's table style."""

from course.arrange.deck import Grid
from course.arrange.look import EMU
from course.arrange.tables import CELL_MARGIN, ROW_SPACE
from course.languages import is_right_to_left
from course.text import Span
from course.write.pptx.text import Links, Tongue, runs

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
    row: tuple[tuple[Span, ...], ...], grid: Grid, lang: str, links: Links
) -> str:
    tongue = Tongue(lang)
    size = f' sz="{round(grid.size * 100)}"'
    cells = []
    for spans, numeric in zip(row, grid.numeric, strict=True):
        side = ' algn="r"' if numeric else ""
        text = runs(spans, lang, links, size)
        end = "" if text else f"<a:endParaRPr {tongue.attributes}{size}/>"
        paragraph = f"<a:p><a:pPr{side}>{tongue.spacing}</a:pPr>{text}{end}</a:p>"
        cells.append(
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraph}</a:txBody>"
            f"<a:tcPr {CELL}/></a:tc>"
        )
    return "".join(cells)
