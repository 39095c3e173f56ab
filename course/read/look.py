"""A PowerPoint template → what arranging must know of it."""

from io import BytesIO
from typing import Any

from course.arrange.look import EMU, Box, Layout, Look

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# PowerPoint's own inner margins, where a template does not say: 0.1 and 0.05 inch.
INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
FOOT = ("ftr", "sldNum", "dt")


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
        if kind in FOOT:
            foot[kind] = _box(holder, kind, index)
        else:
            boxes[holder.name] = _box(holder, kind, index)
    return Layout(boxes, foot.get("ftr"), foot.get("sldNum"))


def _box(holder: Any, kind: str, index: int) -> Box:
    body = holder.element.find(f".//{A}bodyPr")
    level = holder.element.find(f".//{A}lstStyle/{A}lvl1pPr")
    run = level.find(f"{A}defRPr") if level is not None else None
    before = level.find(f"{A}spcBef/{A}spcPts") if level is not None else None
    insets = tuple(
        int(body.get(side, usual) if body is not None else usual) / EMU
        for side, usual in INSETS.items()
    )
    left, top, width, height = _place(holder)
    return Box(
        name=holder.name,
        index=index,
        kind=kind,
        left=left / EMU,
        top=top / EMU,
        width=width / EMU,
        height=height / EMU,
        size=int(run.get("sz", 1800)) / 100 if run is not None else 18,
        bold=run is not None and run.get("b") == "1",
        before=int(before.get("val")) / 100 if before is not None else 0,
        indent=int(level.get("marL", 0)) / EMU if level is not None else 0,
        listed=level is not None and level.find(f"{A}buChar") is not None,
        inset=(insets[0], insets[1], insets[2], insets[3]),
    )


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
