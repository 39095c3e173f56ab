"""Pictures and charts, each with words for those who do not see it."""

from html import escape
from io import BytesIO
from string import Template as Places
from typing import Any

from course.arrange.measure import width
from course.arrange.sheet import BarFigure, Line, PhotoFigure
from course.languages import office
from course.text import Span
from course.write.docx.fields import caption
from course.write.docx.paper import EMU, Paper
from course.write.docx.text import paragraph
from course.write.docx.xml import NAMES, element, keep_with_next
from course.write.workbook import Data, points, workbook

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Points: the height of a bar with its room, and the room beside a label.
BAR_HEIGHT, CHART_EDGE, LABEL_ROOM = 21, 6, 14
MOST_LABELS = 0.4
PLOT = 0.92


def photo(paper: Paper, part: PhotoFigure) -> None:
    """Add a picture with its caption below."""
    scale = min(1, paper.column / part.width)
    holder = paragraph(paper, "Picture", Line(()))
    size = (round(part.width * scale * EMU), round(part.height * scale * EMU))
    stream = BytesIO(part.data)
    inline = paper.document.part.new_pic_inline(stream, *size)
    _described(paper, inline.docPr, "Picture", part.alt)
    for side in "TBLR":
        inline.set(f"dist{side}", "0")
    holder.append(element("w:r", {}, element("w:drawing", {}, inline)))
    caption(paper, part.caption, part.numbered, "Picture caption")


def bars(paper: Paper, part: BarFigure) -> None:
    """Add a chart that Word edits like its own, with its data in a workbook."""
    caption(paper, part.caption, part.numbered, "caption")
    unit = paragraph(paper, "Small print", Line((Span(part.unit),)))
    keep_with_next([unit])
    holder = paragraph(paper, "Picture", Line(()))
    height = len(part.bars) * BAR_HEIGHT + CHART_EDGE
    holder.append(element("w:r", {}, _chart(paper, part, height)))
    paragraph(paper, "Figure source", Line((Span(part.source),)))


def _chart(paper: Paper, part: BarFigure, height: int) -> Any:
    """Give a drawing that shows a chart."""
    size = {"cx": round(paper.column * EMU), "cy": height * EMU}
    about = element("wp:docPr")
    _described(paper, about, "Chart", part.alt)
    shown = element("c:chart", {"r:id": _chart_part(paper, part)})
    graphic = element(
        "a:graphic", {}, element("a:graphicData", {"uri": NAMES["c"]}, shown)
    )
    none = {f"dist{side}": 0 for side in "TBLR"}
    inline = element(
        "wp:inline",
        none,
        element("wp:extent", size),
        about,
        element("wp:cNvGraphicFramePr"),
        graphic,
    )
    return element("w:drawing", {}, inline)


def _described(paper: Paper, about: Any, kind: str, alt: str) -> None:
    number = paper.number()
    for key, given in (("id", number), ("name", f"{kind} {number}"), ("descr", alt)):
        about.set(key, str(given))


def _chart_part(paper: Paper, part: BarFigure) -> str:
    """Add a chart and its workbook to the package; give the id that leads to it."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package, number = paper.document.part.package, paper.number()
    data = Data(
        tuple(bar.label for bar in part.bars),
        ((part.unit, tuple(bar.value for bar in part.bars)),),
    )
    book = Part(
        PackURI(f"/word/embeddings/chart{number}.xlsx"),
        BOOK_TYPE,
        workbook(data),
        package,
    )
    made = Part(
        PackURI(f"/word/charts/chart{number}.xml"),
        CHART_TYPE,
        _chart_xml(paper, part),
        package,
    )
    made.relate_to(book, f"{RELS}/package")
    return str(paper.document.part.relate_to(made, f"{RELS}/chart"))


def _chart_xml(paper: Paper, part: BarFigure) -> bytes:
    size = paper.template.style["paper"]["small"] + 0.5
    longest = max(width(bar.label, paper.lang) for bar in part.bars) * size
    start = min(MOST_LABELS, (longest + LABEL_ROOM) / paper.column)
    plot = PLOT - start
    turned = paper.is_turned
    return (
        Places(paper.template.chart)
        .substitute(
            lang=office(paper.lang),
            left=f"{1 - start - plot if turned else start:.4f}",
            width=f"{plot:.4f}",
            start="r" if turned else "l",
            along="maxMin" if turned else "minMax",
            unit=escape(part.unit),
            count=len(part.bars),
            last=len(part.bars) + 1,
            format="#,##0",
            labels=points(bar.label for bar in part.bars),
            values=points(str(bar.value) for bar in part.bars),
        )
        .encode()
    )
