"""A PowerPoint template → what arranging must know of it.

What a layout's placeholder does not say itself it has from the master's placeholder
of its kind, and what that does not say from the master's text styles.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from course.arrange.look import EMU, Box, Layout, Look

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
# PowerPoint's own inner margins, where a template does not say: 0.1 and 0.05 inch.
INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
FOOT = ("ftr", "sldNum", "dt")
# On which placeholder of the master, and on which of its styles, a kind rests.
RESTS_ON = {"title": "title", "ctrTitle": "title", **{kind: kind for kind in FOOT}}
STYLES = {"title": "titleStyle", "body": "bodyStyle"}


def read_look(template: bytes) -> Look:
    """Read the layouts of a template and the room in their placeholders."""
    from pptx import Presentation

    deck = Presentation(BytesIO(template))
    return Look({layout.name: _layout(layout) for layout in deck.slide_layouts})


def _layout(layout: Any) -> Layout:
    boxes: dict[str, Box] = {}
    foot: dict[str, Box] = {}
    for holder in layout.placeholders:
        mark = holder.element.ph
        kind, index = mark.get("type", "obj"), int(mark.get("idx", 0))
        box = _box(holder, kind, index, layout.slide_master.element)
        if kind in FOOT:
            foot[kind] = box
        else:
            boxes[holder.name] = box
    return Layout(boxes, foot.get("ftr"), foot.get("sldNum"))


def _box(holder: Any, kind: str, index: int, master: Any) -> Box:
    heritage = Heritage(holder, master)
    bodies, levels = heritage.bodies, heritage.levels()
    runs = list(children(levels, f"{A}defRPr"))
    before = found(levels, f"{A}spcBef/{A}spcPts")
    bullet = found(levels, f"{A}buChar", f"{A}buNone")
    insets = [said(bodies, side, usual) / EMU for side, usual in INSETS.items()]
    left, top, width, height = _place(holder)
    return Box(
        name=holder.name,
        index=index,
        kind=kind,
        left=left / EMU,
        top=top / EMU,
        width=width / EMU,
        height=height / EMU,
        size=said(runs, "sz", 1800) / 100,
        bold=bool(said(runs, "b", 0)),
        before=int(before.get("val")) / 100 if before is not None else 0,
        indent=said(levels, "marL", 0) / EMU,
        listed=bullet is not None and bullet.tag == f"{A}buChar",
        inset=(insets[0], insets[1], insets[2], insets[3]),
    )


class Heritage:
    """A placeholder of a layout and what it rests on, its own word first."""

    def __init__(self, holder: Any, master: Any) -> None:
        self.kind = holder.element.ph.get("type", "obj")
        rests_on = RESTS_ON.get(self.kind, "body")
        self.chain = [holder.element, *_holders(master, rests_on)]
        self.bodies = list(children(self.chain, f".//{A}bodyPr"))
        self.style = master.find(f"{P}txStyles/{P}{STYLES.get(rests_on, 'otherStyle')}")

    def levels(self, number: int = 1) -> list[Any]:
        """Give all that tells how paragraphs of a level are set."""
        name = f"{A}lvl{number}pPr"
        own = children(self.chain, f".//{A}lstStyle/{name}")
        return [*own, *children([self.style], name)]


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
    """Give an attribute from the first element that has it."""
    values = (one.get(name) for one in elements)
    return int(next((value for value in values if value is not None), usual))


def found(elements: list[Any], *paths: str) -> Any:
    """Give a child from the first element that has it, or None."""
    children = (one.find(path) for one in elements for path in paths)
    return next((child for child in children if child is not None), None)


def _place(holder: Any) -> tuple[int, int, int, int]:
    """Give a placeholder's place in EMU: its own, or the master's where it has none."""
    own = holder.element.find(f".//{A}xfrm")
    if own is None:
        return holder.left, holder.top, holder.width, holder.height
    start, size = own.find(f"{A}off"), own.find(f"{A}ext")
    return (
        int(start.get("x")),
        int(start.get("y")),
        int(size.get("cx")),
        int(size.get("cy")),
    )
