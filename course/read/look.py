"""A PowerPoint template → what arranging must know of it.

What a layout's placeholder does not say itself it has from the master's placeholder
of its kind, and what that does not say from the master's text styles.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from io import BytesIO
from typing import Any

from course.arrange.look import EMU, Box, Layout, Look
from course.arrange.measure import PITCH
from course.read.slide_layout import Placeholder, SlideLayout
from course.read.stand_ins import layouts

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
# PowerPoint's own inner margins, where a template does not say: 0.1 and 0.05 inch.
INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
FOOT = ("ftr", "sldNum", "dt")
# On which placeholder of the master, and on which of its styles, a kind rests.
RESTS_ON = {"title": "title", "ctrTitle": "title", **{kind: kind for kind in FOOT}}
# Faces whose letters are wider than Arial's, and how much.
WIDER = {
    "Arial Black": 1.25,
    "Century Gothic": 1.12,
    "Courier New": 1.25,
    "Georgia": 1.05,
    "Montserrat": 1.17,
    "Noto Sans": 1.06,
    "Open Sans": 1.06,
    "Poppins": 1.15,
    "Verdana": 1.17,
}
# PowerPoint's sizes, where a template does not say: of headings, text, and the rest.
SIZES = {"title": 4400, "body": 3200}
BULLETS = ("buChar", "buAutoNum", "buBlip")
YES = ("1", "true")
NAMESPACES = re.compile(r' xmlns:\w+="[^"]*"')
STYLES = {"title": "titleStyle", "body": "bodyStyle"}


def as_json(look: Look) -> str:
    """Give a look as text, for templates whose look need not be read each time."""
    return json.dumps(asdict(look), ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> Look:
    """Give the look that a text holds."""
    layouts: dict[str, Any] = json.loads(text)["layouts"]
    return Look({name: _layout(one) for name, one in layouts.items()})


def _layout(data: dict[str, Any]) -> Layout:
    boxes = {name: _box(box) for name, box in data["boxes"].items()}
    foot = (data[name] and _box(data[name]) for name in ("footer", "number"))
    return Layout(data["part"], boxes, *foot)


def _box(data: dict[str, Any]) -> Box:
    return Box(**{**data, "inset": tuple(data["inset"])})


def read_look(template: bytes) -> Look:
    """Read the layouts of a template and the room in their placeholders."""
    from pptx import Presentation

    deck = Presentation(BytesIO(template))
    assert deck.slide_height
    return Look(layouts(read_layouts(deck), deck.slide_height / EMU))


def read_layouts(deck: Any) -> list[SlideLayout]:
    """Give the layouts as the file has them, in its order."""
    faces = latin_faces(deck)
    return [_slide_layout(layout, faces) for layout in deck.slide_layouts]


def latin_faces(deck: Any) -> dict[str, str]:
    """Give the theme's Latin faces, of headings and of text."""
    fonts = theme_of(deck.slide_master).find(f".//{A}fontScheme")
    pairs = (("+mj-lt", f"{A}majorFont"), ("+mn-lt", f"{A}minorFont"))
    return {
        key: fonts.find(f"{tag}/{A}latin").get("typeface", "") for key, tag in pairs
    }


def theme_of(master: Any) -> Any:
    """Give the theme of a master, as XML."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml

    return parse_xml(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)


def _slide_layout(layout: Any, faces: Mapping[str, str]) -> SlideLayout:
    holders: list[Placeholder] = []
    foot: dict[str, Box] = {}
    for shape in layout.placeholders:
        mark = shape.element.ph
        holder = _holder(shape, layout.slide_master.element, faces)
        if holder is None or mark.get("orient") == "vert":
            continue
        if holder.box.kind in FOOT:
            foot[holder.box.kind] = holder.box
        else:
            holders.append(holder)
    return SlideLayout(
        name=layout.name,
        kind=layout.element.get("type", ""),
        part=str(layout.part.partname),
        holders=tuple(holders),
        footer=foot.get("ftr"),
        number=foot.get("sldNum"),
    )


def _holder(shape: Any, master: Any, faces: Mapping[str, str]) -> Placeholder | None:
    """Give a placeholder with all that it has from the master; None without a place."""
    heritage = Heritage(shape, master)
    levels, runs, bodies = heritage.levels(), heritage.runs, heritage.bodies
    size = said(runs, "sz", SIZES.get(heritage.rests_on, 1800)) / 100
    bullet = found(levels, *(f"{A}{one}" for one in BULLETS), f"{A}buNone")
    left, top, right, bottom = (
        said(bodies, side, usual) / EMU for side, usual in INSETS.items()
    )
    place = _place(shape)
    if place is None:
        return None
    latin = found(runs, f"{A}latin")
    face = "+mn-lt" if latin is None else latin.get("typeface")
    box = Box(
        shape.name,
        int(shape.element.ph.get("idx", 0)),
        heritage.kind,
        *place,
        size=size,
        bold=_said(runs, "b", "0") in YES,
        before=_gap(levels, "spcBef", size) + _gap(levels, "spcAft", size),
        indent=said(levels, "marL", 0) / EMU,
        listed=bullet is not None and bullet.tag != f"{A}buNone",
        inset=(left, top, right, bottom),
        anchor=_said(bodies, "anchor", "t"),
        letters=WIDER.get(faces.get(face, face), 1),
        spacing=_gap(levels, "lnSpc", size) / (PITCH * size) or 1,
        capitals=_said(runs, "cap", "none") == "all",
    )
    return Placeholder(
        box, _xml(found(runs, f"{A}solidFill")), _said(levels, "algn", "l")
    )


class Heritage:
    """A placeholder of a layout and what it rests on, its own word first."""

    def __init__(self, holder: Any, master: Any) -> None:
        self.kind = holder.element.ph.get("type", "obj")
        self.rests_on = RESTS_ON.get(self.kind, "body")
        self.chain = [holder.element, *_holders(master, self.rests_on)]
        self.bodies = list(children(self.chain, f".//{A}bodyPr"))
        self.style = master.find(
            f"{P}txStyles/{P}{STYLES.get(self.rests_on, 'otherStyle')}"
        )

    def levels(self, number: int = 1) -> list[Any]:
        """Give all that tells how paragraphs of a level are set."""
        name = f"{A}lvl{number}pPr"
        own = children(self.chain, f".//{A}lstStyle/{name}")
        return [*own, *children([] if self.style is None else [self.style], name)]

    @property
    def runs(self) -> list[Any]:
        """How the letters of the first level are set."""
        return list(children(self.levels(), f"{A}defRPr"))


def children(elements: list[Any], path: str) -> Iterator[Any]:
    """Give the child of each element that has it."""
    for one in elements:
        child = one.find(path)
        if child is not None:
            yield child


def _holders(master: Any, kind: str) -> Iterator[Any]:
    """Give the master's placeholders of a kind."""
    for shape in master.iter(f"{P}sp"):
        mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if mark is not None and mark.get("type", "obj") == kind:
            yield shape


def said(elements: list[Any], name: str, usual: int) -> int:
    """Give a number from the first element that has it as an attribute."""
    return int(_said(elements, name, str(usual)))


def _said(elements: list[Any], name: str, usual: str) -> str:
    """Give an attribute from the first element that has it."""
    values = (one.get(name) for one in elements)
    return next((value for value in values if value is not None), usual)


def found(elements: list[Any], *paths: str) -> Any:
    """Give a child from the first element that has it, or None."""
    every = (one.find(path) for one in elements for path in paths)
    return next((child for child in every if child is not None), None)


def _gap(levels: list[Any], name: str, size: float) -> float:
    """Give a distance in points; what is said as a share is one of a line."""
    gap = found(levels, f"{A}{name}/{A}spcPts", f"{A}{name}/{A}spcPct")
    if gap is None:
        return 0
    value = gap.get("val")
    if gap.tag == f"{A}spcPts":
        return int(value) / 100
    share = float(value[:-1]) / 100 if value.endswith("%") else int(value) / 100_000
    return share * PITCH * size


def _xml(element: Any) -> str:
    """Give an element as it may stand on a slide; nothing for None."""
    from lxml import etree

    if element is None:
        return ""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return NAMESPACES.sub("", text)


def _place(holder: Any) -> tuple[float, float, float, float] | None:
    """Give a placeholder's place in points: its own, or the master's, or none."""
    own = holder.element.find(f".//{A}xfrm")
    if own is None:
        place = (holder.left, holder.top, holder.width, holder.height)
        return None if None in place else tuple(one / EMU for one in place)
    start, size = own.find(f"{A}off"), own.find(f"{A}ext")
    return (
        int(start.get("x")) / EMU,
        int(start.get("y")) / EMU,
        int(size.get("cx")) / EMU,
        int(size.get("cy")) / EMU,
    )
