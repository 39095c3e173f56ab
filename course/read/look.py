"""A PowerPoint template → what arranging must know of it."""

from io import BytesIO
from typing import Any

from course.arrange.look import Box, Layout, Look

EMU_PER_POINT = 12_700
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# PowerPoint's own inner margins, where a template does not say: 0.1 and 0.05 inch.
INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
NO_TEXT = ("ftr", "sldNum", "dt")


def read_look(template: bytes) -> Look:
    """Read the layouts of a template and the room in their placeholders."""
    from pptx import Presentation

    deck = Presentation(BytesIO(template))
    layouts = {}
    for layout in deck.slide_layouts:
        known: Any = layout.placeholders
        holders = (_box(holder) for holder in known)
        boxes = {box.name: box for box in holders if box}
        layouts[layout.name] = Layout(layout.name, boxes)
    assert deck.slide_width
    assert deck.slide_height
    return Look(
        layouts,
        int(deck.slide_width) / EMU_PER_POINT,
        int(deck.slide_height) / EMU_PER_POINT,
    )


def _box(holder: Any) -> Box | None:
    kind = holder.element.ph.get("type", "obj")
    if kind in NO_TEXT:
        return None
    body = holder.element.find(f".//{A}bodyPr")
    level = holder.element.find(f".//{A}lstStyle/{A}lvl1pPr")
    run = level.find(f"{A}defRPr") if level is not None else None
    before = level.find(f"{A}spcBef/{A}spcPts") if level is not None else None
    insets = tuple(
        int(body.get(side, usual) if body is not None else usual) / EMU_PER_POINT
        for side, usual in INSETS.items()
    )
    return Box(
        name=holder.name,
        index=holder.placeholder_format.idx,
        kind=kind,
        left=holder.left / EMU_PER_POINT,
        top=holder.top / EMU_PER_POINT,
        width=holder.width / EMU_PER_POINT,
        height=holder.height / EMU_PER_POINT,
        size=int(run.get("sz", 1800)) / 100 if run is not None else 18,
        bold=run is not None and run.get("b") == "1",
        before=int(before.get("val")) / 100 if before is not None else 0,
        indent=int(level.get("marL", 0)) / EMU_PER_POINT if level is not None else 0,
        inset=(insets[0], insets[1], insets[2], insets[3]),
    )
