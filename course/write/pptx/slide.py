"""A slide, and its notes, as PresentationML."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from course.arrange.deck import Filling, Grid, Para, Photo, Slide
from course.arrange.look import EMU, Box, Layout
from course.languages import is_right_to_left
from course.text import Span
from course.write.pptx.table import table
from course.write.pptx.text import Links, Style, paragraphs

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
END = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
ORIGIN, ORIGIN_ID = " | ", 999
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)
LAYOUT, NOTES, FIGURE, FIRST_LINK = "rId1", "rId2", "rId3", 4


@dataclass(frozen=True, slots=True)
class Around:
    """What all slides of a deck share.

    The text at their foot, the id of the table style, the number of each by its name,
    and the language for which the template is made: its boxes are set as that runs.
    """

    footer: str
    table_style: str
    slides: Mapping[str, int]
    lang: str

    @property
    def turned(self) -> bool:
        """Whether text in a box runs from right to left, if it does not say more."""
        return is_right_to_left(self.lang)


def slide_xml(
    slide: Slide, layout: Layout, number: int, around: Around
) -> tuple[bytes, Links]:
    """Give a slide's XML and the links it needs."""
    links = Links(FIRST_LINK, around.slides)
    shapes = [
        _holder(n, filling, layout.boxes[filling.box], slide.lang, links, around)
        for n, filling in enumerate(_reading_order(slide), 2)
    ]
    if slide.figure is not None:
        place = 1 if len(shapes) > 1 else len(shapes)
        shapes.insert(place, _figure(len(shapes) + 2, slide, layout, links, around))
    next_id = len(shapes) + 2
    shapes += _foot(layout, around, number, next_id)
    shapes.append(_origin(slide))
    tree = f"<p:spTree>{GROUP}{''.join(shapes)}</p:spTree>"
    name = escape(slide.name)
    xml = f'{HEAD}<p:sld {NAMES}><p:cSld name="{name}">{tree}</p:cSld>{END}</p:sld>'
    return xml.encode(), links


def notes_xml(slide: Slide, body_index: int, image_index: int) -> tuple[bytes, Links]:
    """Give the XML of a slide's notes page and the links it needs."""
    links = Links(FIRST_LINK, {})
    text = paragraphs(slide.notes, slide.lang, links, Style())
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" '
        'noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" '
        f'idx="{image_index}"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    body = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks '
        'noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" '
        f'idx="{body_index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
        f"<a:lstStyle/>{text}</p:txBody></p:sp>"
    )
    tree = f"<p:spTree>{GROUP}{image}{body}</p:spTree>"
    xml = f"{HEAD}<p:notes {NAMES}><p:cSld>{tree}</p:cSld>{END}</p:notes>"
    return xml.encode(), links


def _origin(slide: Slide) -> str:
    """Give a hidden shape that names the slide and its boxes, in their order.

    Who edits a deck and saves it – PowerPoint or LibreOffice, which renames all
    placeholders – keeps it, so that one can tell where each text came from.
    """
    name = ORIGIN.join((slide.name, *(one.box for one in _reading_order(slide))))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{ORIGIN_ID}" name="{escape(name)}" hidden="1">'
        f'{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="12700" cy="12700"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _reading_order(slide: Slide) -> list[Filling]:
    """Give the headline first, then what is above it, then the rest."""
    return sorted(slide.fillings, key=lambda filling: filling.box != "Headline")


def _holder(
    n: int, filling: Filling, box: Box, lang: str, links: Links, around: Around
) -> str:
    own = f'<a:defRPr sz="{round(filling.size * 100)}"/>'
    sizes = f"<a:lvl1pPr>{own}</a:lvl1pPr><a:lvl2pPr>{own}</a:lvl2pPr>"
    sizes = sizes if filling.size != box.size else ""
    style = Style(
        filling.size,
        fixed=bool(box.level),
        listed=box.listed,
        turned=around.turned,
    )
    text = paragraphs(filling.paras, lang, links, style)
    columns = ' rtlCol="1"' if around.turned else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{n}" name="{escape(filling.box)}"/>{_kind(box)}'
        f"<p:nvPr>{_ph(box)}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{_shape(box)}</p:spPr><p:txBody><a:bodyPr{_frame_of(box)}{columns}>"
        f"<a:normAutofit/></a:bodyPr><a:lstStyle>{box.level or sizes}</a:lstStyle>"
        f"{text}</p:txBody></p:sp>"
    )


def _kind(box: Box) -> str:
    """Tell whether a box is a placeholder of the layout or a text box of the slide."""
    if box.index is None:
        return '<p:cNvSpPr txBox="1"/>'
    return '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'


def _shape(box: Box) -> str:
    """Give a box's place, where it is not the layout's."""
    if box.index is not None and not box.placed:
        return ""
    place = _place(box.left, box.top, box.width, box.height)
    shape = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return f"<a:xfrm>{place}</a:xfrm>{shape if box.index is None else ''}"


def _frame_of(box: Box) -> str:
    """Give the margins and the anchor of a text box of the slide."""
    if box.index is not None:
        return ""
    left, top, right, bottom = (round(one * EMU) for one in box.inset)
    return (
        f' wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"'
        f' anchor="{box.anchor}"'
    )


def _ph(box: Box) -> str:
    if box.index is None:
        return ""
    if box.kind in ("title", "ctrTitle"):
        return f'<p:ph type="{box.kind}"/>'
    kind = "" if box.kind == "obj" else f' type="{box.kind}"'
    size = "" if box.kind == "subTitle" else ' sz="quarter"'
    return f'<p:ph{kind}{size} idx="{box.index}"/>'


def _figure(n: int, slide: Slide, layout: Layout, links: Links, around: Around) -> str:
    match slide.figure:
        case Grid() as grid:
            box = layout.boxes["Table"]
            inner = table(grid, box.width, slide.lang, links, around.table_style)
            uri = "http://schemas.openxmlformats.org/drawingml/2006/table"
            graphic = _graphic(uri, inner)
            return _frame(n, grid.alt, box, graphic, sum(grid.heights))
        case Photo() as photo:
            return _picture(n, photo, layout.boxes["Picture"])
        case None:
            return ""
        case chart:
            box = layout.boxes["Chart"]
            inner = f'<c:chart xmlns:c="{CHART}" r:id="{FIGURE}"/>'
            return _frame(n, chart.alt, box, _graphic(CHART, inner), box.height)


def _graphic(uri: str, inner: str) -> str:
    return f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic>'


def _frame(n: int, alt: str, box: Box, graphic: str, height: float) -> str:
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{n}" name="{box.name}" '
        f'descr="{escape(alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr>{_ph(box)}</p:nvPr></p:nvGraphicFramePr>"
        f"<p:xfrm>{_place(box.left, box.top, box.width, height)}</p:xfrm>"
        f"{graphic}</p:graphicFrame>"
    )


def _picture(n: int, photo: Photo, box: Box) -> str:
    """Give a picture as large as its box allows, its shape kept."""
    share = min(box.width / photo.width, box.height / photo.height)
    width, height = photo.width * share, photo.height * share
    left = box.left + (box.width - width) / 2
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{n}" name="Picture" '
        f'descr="{escape(photo.alt)}"/><p:cNvPicPr><a:picLocks noGrp="1" '
        f'noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{_ph(box)}</p:nvPr></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{FIGURE}"/><a:stretch><a:fillRect/></a:stretch>'
        f"</p:blipFill><p:spPr><a:xfrm>{_place(left, box.top, width, height)}"
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _place(left: float, top: float, width: float, height: float) -> str:
    return (
        f'<a:off x="{round(left * EMU)}" y="{round(top * EMU)}"/>'
        f'<a:ext cx="{round(width * EMU)}" cy="{round(height * EMU)}"/>'
    )


def _foot(layout: Layout, around: Around, number: int, n: int) -> list[str]:
    shapes = []
    links, style = Links(0, {}), Style(turned=around.turned)
    if layout.footer is not None:
        text = paragraphs([Para((Span(around.footer),))], around.lang, links, style)
        shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{n}" name="Footer"/><p:cNvSpPr><a:spLocks '
            'noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="ftr" sz="quarter" '
            f'idx="{layout.footer.index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
            f"<a:lstStyle/>{text}</p:txBody></p:sp>"
        )
    if layout.number is not None:
        shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{n + 1}" name="Number"/><p:cNvSpPr>'
            '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" '
            f'sz="quarter" idx="{layout.number.index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
            "<p:txBody>"
            "<a:bodyPr/><a:lstStyle/><a:p><a:fld id="
            '"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            f'<a:rPr lang="en-GB"/><a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>'
        )
    return shapes
