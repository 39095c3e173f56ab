"""Whether text fits its box: scaled to the floor, or parted over several boxes."""

from collections.abc import Sequence

from course.arrange.deck import Para
from course.arrange.fit import lines, pitch
from course.arrange.look import Box

# Points. Nothing that is read in the room is smaller; labels and small print are.
FLOOR = 18
HEADLINE_FLOOR = 28
FULL = 100
STEPS = (FULL, 90, 80, 70)


def height(paras: Sequence[Para], box: Box, lang: str, scale: int = 100) -> float:
    """Give the height that paragraphs take in a box, in points."""
    size = box.size * scale / 100
    total = box.before * max(len(paras) - 1, 0)
    for para in paras:
        indent = box.indent * (para.level + 1) if box.indent or para.mark else 0
        room = max(box.inner_width - indent, size)
        bold = box.bold or (bool(para.spans) and all(s.strong for s in para.spans))
        count = sum(
            lines(part, size, room, lang, bold=bold)
            for part in para.plain.replace("\t", " " * 8).split("\n")
        )
        total += count * pitch(size, lang)
    return total


def scale_for(paras: Sequence[Para], box: Box, lang: str) -> int | None:
    """Give the largest scale at which paragraphs fit a box; None if none does.

    Sizes go down to the floor of what can be read in a room, never below.
    """
    floor = HEADLINE_FLOOR if box.kind in ("title", "ctrTitle") else FLOOR
    for scale in STEPS:
        if scale < FULL and box.size * scale / 100 < floor:
            break
        if height(paras, box, lang, scale) <= box.inner_height:
            return scale
    if floor < box.size:
        last = round(100 * floor / box.size)
        if last not in STEPS and height(paras, box, lang, last) <= box.inner_height:
            return last
    return None


def part(paras: Sequence[Para], box: Box, lang: str, most: int) -> list[list[Para]]:
    """Part paragraphs over as few boxes as can be, as evenly as can be.

    A part has at most `most` paragraphs. Where a single one does not fit, no parts
    are given.
    """
    for count in range(1, len(paras) + 1):
        parts = _even(paras, count)
        if all(len(one) <= most and scale_for(one, box, lang) for one in parts):
            return parts
    return []


def _even(paras: Sequence[Para], count: int) -> list[list[Para]]:
    """Part a list in `count` runs whose lengths differ by one at most."""
    size, longer = divmod(len(paras), count)
    parts, start = [], 0
    for number in range(count):
        end = start + size + (number < longer)
        parts.append(list(paras[start:end]))
        start = end
    return parts
