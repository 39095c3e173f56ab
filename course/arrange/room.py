"""How many letters a place on a slide has room for, for those who translate."""

from typing import NamedTuple

from course.arrange.fit import sizes_of
from course.arrange.look import Box, Look
from course.arrange.measure import BOLD, MARGIN, pitch
from course.arrange.tables import CELL_MARGIN, SMALLEST
from course.slots import Slot
from course.text import Bullets, Steps, Table, Text

# How wide letters are on the average, and how full lines are: Latin words are not
# parted, so lines end early.
LATIN, LATIN_FULL = 0.5, 0.9
STEP = 5
LISTS = {"cards": "Card", "steps": "Step", "numbers": "Label"}
# Places on slides of a text, by the slide's layout and the kind of block.
BLOCKS = {
    ("compare", "Paragraph"): ("Compare", "Left head"),
    ("evidence", "Paragraph"): ("Evidence", "Statement"),
    ("quotation", "Paragraph"): ("Quotation", "By"),
}
TITLES = {
    "CourseText.title": ("Title", "Kicker"),
    "CourseText.subtitle": ("Title", "Subtitle"),
    "ModuleText.title": ("Title", "Headline"),
    "Topic.title": ("Points", "Headline"),
}


class Room(NamedTuple):
    """How many letters fit, and over how many lines; Latin ones, or Han characters."""

    latin: int
    han: int
    lines: int


def room_for(slot: Slot, look: Look) -> Room | None:
    """Give the room that the words in a slot have, where it is a narrow one."""
    if slot.kind == "Topic.agenda":
        box = _box(look, "Agenda", "Body")
        return _room(box, box.inner_width - box.indent, 1) if box else None
    if slot.kind == "TextSlide.text":
        return _room_on_slide(slot, look)
    named = TITLES.get(slot.kind)
    if slot.kind.endswith(".headline"):
        named = ("Points", "Headline")
    box = _box(look, *named) if named else None
    return _room(box, box.inner_width) if box else None


def _room_on_slide(slot: Slot, look: Look) -> Room | None:
    layout = slot.bearer.layout
    text: Text = slot.bearer.text
    block = text.blocks[0] if text.blocks else None
    if layout == "table" and isinstance(block, Table):
        box = _box(look, "Table", "Table")
        if box is None:
            return None
        width = box.width / len(block.head) - 2 * CELL_MARGIN
        return _room(box, width, 1, size=SMALLEST)
    if layout in LISTS and isinstance(block, Bullets | Steps):
        kind = LISTS[layout]
        row = "Number" if kind == "Label" else kind
        box = _box(look, f"{row}s {len(block.items)}", f"{kind} 1")
    else:
        named = BLOCKS.get((layout, slot.block))
        box = _box(look, *named) if named else None
    return _room(box, box.inner_width) if box else None


def _box(look: Look, layout: str, box: str) -> Box | None:
    there = look.layouts.get(layout)
    return there.boxes.get(box) if there else None


def _room(box: Box, width: float, most: int = 0, size: float = 0) -> Room | None:
    """Count letters of the smallest size in a box, in so many lines at most."""
    size = size or sizes_of(box)[-1]
    em = size * (BOLD if box.bold else 1) / MARGIN
    lines = {
        lang: int(box.inner_height // pitch(size, lang)) for lang in ("en", "zh_Hans")
    }
    if most:
        lines = dict.fromkeys(lines, most)
    latin = int(width / em / LATIN * LATIN_FULL) * lines["en"]
    han = int(width / em) * lines["zh_Hans"]
    if not (latin and han):
        return None
    return Room(max(latin // STEP, 1) * STEP, han, lines["en"])
