"""Templates such as institutes have, made from the one that python-pptx brings."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Inches, Pt

WIDE = Inches(13.333)
CHINESE = {
    "Title Slide": "标题幻灯片",
    "Title and Content": "标题和内容",
    "Section Header": "节标题",
    "Two Content": "两栏内容",
    "Comparison": "比较",
    "Title Only": "仅标题",
    "Blank": "空白",
}
NEEDLESS = {"Two Content", "Comparison", "Section Header", "Title Only"}


def standard(path: Path) -> Path:
    """PowerPoint's design of 2007, 4:3, with a sample slide."""
    return _saved(Presentation(), path)


def wide(path: Path) -> Path:
    """The same in 16:9."""
    return _saved(_widened(Presentation()), path)


def chinese(path: Path) -> Path:
    """Layouts named in Chinese, which do not say their types."""
    deck = _widened(Presentation())
    for layout in deck.slide_layouts:
        layout.name = CHINESE.get(layout.name, layout.name)
        layout.element.attrib.pop("type", None)
    return _saved(deck, path)


def typed(path: Path) -> Path:
    """Layouts with names of their own, found by their types only."""
    deck = _widened(Presentation())
    for number, layout in enumerate(deck.slide_layouts):
        layout.name = f"Institute {number}"
    return _saved(deck, path)


def bare(path: Path, without: Collection[str] = NEEDLESS) -> Path:
    """A title slide, one layout for contents, and little more."""
    deck = _widened(Presentation())
    for layout in list(deck.slide_layouts):
        if layout.name in without:
            deck.slide_layouts.remove(layout)
    return _saved(deck, path)


def corporate(path: Path) -> Path:
    """As a designer makes one: a dark title slide, a band, a logo, wide letters."""
    deck = _widened(Presentation())
    master = deck.slide_master
    face(deck, "Verdana", "Microsoft YaHei")
    for style, size in (("titleStyle", 3600), ("bodyStyle", 2400)):
        level = master.element.find(f".//{qn('p:' + style)}/{qn('a:lvl1pPr')}")
        level.set("algn", "l")
        level.find(qn("a:defRPr")).set("sz", str(size))
        for name in ("a:lnSpc", "a:spcBef"):
            for old in level.findall(qn(name)):
                level.remove(old)
        level.insert(0, _xml('<a:lnSpc A><a:spcPct val="110000"/></a:lnSpc>'))
        level.insert(1, _xml('<a:spcBef A><a:spcPts val="1000"/></a:spcBef>'))
    band = _band(master, "7A1F3D", 0, 0, 13.333, 1.2)
    logo = _band(master, "FFFFFF", 11.9, 0.3, 1.0, 0.6)
    for shape in (logo, band):
        master.shapes._spTree.remove(shape)
        master.shapes._spTree.insert(2, shape)
    title = master.placeholders[0]
    _place(title, 0.6, 0.15, 11.0, 0.9)
    title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    fill = master.element.find(
        f".//{qn('p:titleStyle')}//{qn('a:defRPr')}/{qn('a:solidFill')}"
    )
    fill[0].set("val", "bg1")
    cover = deck.slide_layouts[0]
    cover.background.fill.solid()
    cover.background.fill.fore_color.rgb = _rgb("2B1020")
    cover.element.set("showMasterSp", "0")
    _place(cover.placeholders[0], 1.6, 1.2, 10.0, 2.4)
    cover.placeholders[0].text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    _place(cover.placeholders[1], 1.6, 3.9, 10.0, 0.7)
    for level in cover.placeholders[1].element.iter(qn("a:lvl1pPr")):
        level.set("algn", "l")
        level.find(qn("a:defRPr")).find(qn("a:solidFill"))[0].set("val", "bg1")
    for layout in list(deck.slide_layouts)[1:]:
        for shape in layout.placeholders:
            if (
                shape.placeholder_format.type == 1
                and shape.element.spPr.xfrm is not None
            ):
                shape.element.spPr.remove(shape.element.spPr.xfrm)
    return _saved(deck, path)


ALL: dict[str, Callable[[Path], Path]] = {
    one.__name__: one for one in (standard, wide, chinese, typed, bare, corporate)
}


def _saved(deck: Any, path: Path) -> Path:
    if path.stem != "corporate":
        face(deck, "Arial", "")
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "A sample slide"
    deck.save(str(path))
    return path


def _widened(deck: Any) -> Any:
    share = WIDE / deck.slide_width
    deck.slide_width = WIDE
    sheets = (deck.slide_master, *deck.slide_layouts)
    for sheet in sheets:
        for element in sheet.element.iter(qn("a:off"), qn("a:ext")):
            for name in ("x", "cx"):
                if name in element.attrib:
                    element.set(name, str(round(int(element.get(name)) * share)))
    return deck


def face(deck: Any, latin: str, han: str) -> None:
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    for font in theme.iter(qn("a:majorFont"), qn("a:minorFont")):
        font.find(qn("a:latin")).set("typeface", latin)
        font.find(qn("a:ea")).set("typeface", han)
    part._blob = etree.tostring(theme, xml_declaration=True, standalone=True)


def _band(master: Any, colour: str, *inches: float) -> Any:
    shapes = SlideShapes(master.shapes._spTree, master)
    band = shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, inches))
    band.fill.solid()
    band.fill.fore_color.rgb = _rgb(colour)
    band.line.width = Pt(0)
    return band._element


def _rgb(value: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(value))  # type: ignore[no-untyped-call]


def _place(shape: Any, *inches: float) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Inches, inches)


def _xml(text: str) -> Any:
    name = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return parse_xml(text.replace(" A>", f' xmlns:a="{name}">'))
