"""A PowerPoint template → the same for a script that runs from right to left.

All that a layout and its master draw changes sides, and so do text, its indents and
its margins. A picture moves but is not mirrored: it may be a logo or hold letters.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from course.arrange.look import EMU, Box, Layout, Look
from course.write.archive import pack

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
PRESENTATION = "ppt/presentation.xml"
PAGES = re.compile(r"ppt/(slideLayouts|slideMasters)/[^/]+\.xml")
# Shapes that look the same in a mirror.
SYMMETRIC = ("rect", "roundRect", "ellipse")
# Of a box of text, where a file does not say it.
USUAL_INSET = "91440"
SIDES = {"l": "r", "r": "l"}
ALIGNED = re.compile(r' algn="([lr])"')


def mirrored(template: bytes) -> bytes:
    """Give a template whose layouts are read from right to left."""
    from lxml import etree

    with ZipFile(BytesIO(template)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    width = _width(parts)
    for name, data in parts.items():
        if name == PRESENTATION or PAGES.fullmatch(name):
            root = etree.fromstring(data)
            _turn(root, width)
            parts[name] = etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
    return pack(parts.items())


def mirrored_look(look: Look, template: bytes) -> Look:
    """Give what arranging must know of a mirrored template."""
    with ZipFile(BytesIO(template)) as archive:
        width = _width({PRESENTATION: archive.read(PRESENTATION)}) / EMU
    return Look({name: _layout(one, width) for name, one in look.layouts.items()})


def _layout(layout: Layout, width: float) -> Layout:
    boxes = {name: _box(box, width) for name, box in layout.boxes.items()}
    foot = (one and _box(one, width) for one in (layout.footer, layout.number))
    return Layout(layout.part, boxes, *foot)


def _box(box: Box, width: float) -> Box:
    left, top, right, bottom = box.inset
    return replace(
        box,
        left=width - box.left - box.width,
        inset=(right, top, left, bottom),
        level=ALIGNED.sub(lambda side: f' algn="{SIDES[side[1]]}" rtl="1"', box.level),
    )


def _width(parts: Mapping[str, bytes]) -> int:
    """Give the width of a slide, in English Metric Units."""
    from lxml import etree

    size: Any = etree.fromstring(parts[PRESENTATION]).find(f"{P}sldSz")
    return int(size.get("cx"))


def _turn(root: Any, width: int) -> None:
    """Turn the shapes and the text of one part."""
    if root.tag == f"{P}presentation":
        root.set("rtl", "1")
    tree = root.find(f"{P}cSld/{P}spTree")
    if tree is not None:
        _turn_shapes(tree, 0, width)
    for body in root.iter(f"{A}bodyPr"):
        _turn_body(body)
    for level in _levels(root):
        level.set("algn", SIDES.get(level.get("algn", "l"), level.get("algn")))
        level.set("rtl", "1")


def _turn_shapes(group: Any, start: int, width: int) -> None:
    """Put each shape of a group as far from its right side as it was from its left."""
    for shape in group:
        frame = _frame(shape)
        if frame is None:
            continue
        at, size = frame.find(f"{A}off"), frame.find(f"{A}ext")
        left = 2 * start + width - int(at.get("x")) - int(size.get("cx"))
        at.set("x", str(left))
        if frame.get("rot"):
            frame.set("rot", str(-int(frame.get("rot"))))
        if shape.tag == f"{P}grpSp":
            inner, reach = frame.find(f"{A}chOff"), frame.find(f"{A}chExt")
            _turn_shapes(shape, int(inner.get("x")), int(reach.get("cx")))
        elif _has_sides(shape):
            frame.set("flipH", "0" if frame.get("flipH") in ("1", "true") else "1")


def _frame(shape: Any) -> Any:
    """Give what tells where a shape stands, or None."""
    for path in (f"{P}spPr/{A}xfrm", f"{P}grpSpPr/{A}xfrm", f"{P}xfrm"):
        frame = shape.find(path)
        if frame is not None and frame.find(f"{A}off") is not None:
            return frame
    return None


def _has_sides(shape: Any) -> bool:
    """Tell whether a shape looks another way in a mirror."""
    own = shape.find(f"{P}spPr")
    if shape.tag == f"{P}pic" or own is None:
        return False
    preset = own.find(f"{A}prstGeom")
    if preset is None:
        return own.find(f"{A}custGeom") is not None
    return preset.get("prst") not in SYMMETRIC


def _turn_body(body: Any) -> None:
    left, right = body.get("lIns"), body.get("rIns")
    if left != right:
        body.set("lIns", right or USUAL_INSET)
        body.set("rIns", left or USUAL_INSET)
    if body.get("rtlCol") is not None:
        body.set("rtlCol", "1")


def _levels(root: Any) -> Iterator[Any]:
    """Give all that says how paragraphs of a level are set, where it says a side.

    What a layout's level does not say it has from the master's, which is turned.
    """
    for level in root.iter():
        if isinstance(level.tag, str) and re.fullmatch(r"\{.*\}lvl\dpPr", level.tag):
            of_master = level.getparent().tag != f"{A}lstStyle"
            if of_master or level.get("algn") or level.get("rtl"):
                yield level
