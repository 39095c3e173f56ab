"""Whether text fits its box: set smaller down to a floor, or parted over boxes."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias, TypeVar

from course.arrange.deck import Para, widening
from course.arrange.look import INDENT, Box
from course.arrange.measure import PITCH, flow, lines, pieces, pitch, widest

# Type sizes in points, for text that is too long for the size of its box. Nothing
# that is read in the room is smaller than the floor; labels and small print are.
SIZES = (48, 40, 36, 32, 30, 28, 26, 24, 22, 20, 18)
FLOOR = 18
HEADLINE_FLOOR = 28
# A last line that is filled less than this stands lonely; so many sizes are tried.
LONELY = 0.15
CHOICES = 3
Paras: TypeAlias = Sequence[Para]
T = TypeVar("T")


def size_for(
    texts: Sequence[tuple[Paras, Box]], lang: str, *, unbroken: bool = False
) -> float | None:
    """Give the largest type size at which texts fit boxes that are alike, or None.

    A word is broken at the smallest size only, and never where all must stay
    `unbroken`. A size a little smaller is taken if it saves paragraphs from ending in
    a line of one short word.
    """
    found: list[tuple[int, float]] = []
    sizes = sizes_of(texts[0][1])
    for size in sizes:
        whole = unbroken or size != sizes[-1]
        lonely = [_set(paras, box, lang, size, whole=whole) for paras, box in texts]
        if None not in lonely:
            found.append((sum(filter(None, lonely)), -size))
            if found[-1][0] == 0 or len(found) == CHOICES:
                break
    return -min(found)[1] if found else None


def sizes_of(box: Box) -> tuple[float, ...]:
    """Give the sizes that text in a box may have, largest first."""
    usual = HEADLINE_FLOOR if box.kind in ("title", "ctrTitle") else FLOOR
    floor = usual if box.least is None else box.least
    return (box.size, *(size for size in SIZES if floor <= size < box.size))


def _set(paras: Paras, box: Box, lang: str, size: float, *, whole: bool) -> int | None:
    """Set paragraphs in a box and count those that end lonely; None if too long.

    `whole` tells that words may not be broken.
    """
    height = box.before * max(len(paras) - 1, 0)
    lonely, wider = 0, widening(paras)
    for para in paras:
        room = _room(para, box, size, wider)
        bold = box.bold or (bool(para.spans) and all(s.strong for s in para.spans))
        for line in lines_of(para, size, lang):
            words = line.words.upper() if box.capitals else line.words
            count, filled = flow(words, line.size, room, line.lang, bold=bold)
            height += count * max(line.pitch, box.spacing * PITCH * line.size)
            lonely += count > 1 and filled < LONELY
            if height > box.inner_height:
                return None
            if whole and count > 1 and _breaks_a_word(line, room, bold=bold):
                return None
    return lonely


def _breaks_a_word(line: "Line", room: float, *, bold: bool) -> bool:
    return widest((line.words,), line.size, line.lang, bold=bold) > room


class Line(NamedTuple):
    """Words that no break parts, and how they are set; sizes in points."""

    words: str
    size: float
    lang: str
    pitch: float


def lines_of(para: Para, size: float, lang: str) -> Iterator[Line]:
    """Part a paragraph where its author breaks it, and at its twin.

    What stands before a tab stands in the indent.
    """
    lang = para.lang or lang
    twin = para.twin
    text = f"{para.plain} {twin.plain}" if twin and twin.inline else para.plain
    for line in text.split("\n"):
        yield Line(line.rpartition("\t")[2], size, lang, pitch(size, lang))
    if twin and not twin.inline:
        own = twin.size(size)
        yield Line(twin.plain, own, twin.lang, pitch(own, twin.lang, among=lang))


def _room(para: Para, box: Box, size: float, wider: float) -> float:
    """Give the width that a paragraph's lines have; `wider` is what its list needs."""
    if box.listed == bool(para.mark):
        indent = box.indent * (para.level + 1)
    else:
        indent = INDENT * (para.level + 1) if para.mark else 0
    indent *= wider if para.mark else 1
    return max(box.inner_width - indent, size)


def shortened(words: str, box: Box, lang: str) -> str:
    """Give words that fit a box: all of them, or as many as can be and a “…”."""
    most = int(box.inner_height // pitch(box.size, lang))
    short, kept = words, list(pieces(words))
    while lines(short, box.size, box.inner_width, lang) > most and kept:
        kept.pop()
        short = "".join(kept).rstrip() + "…"
    return short


def part(paras: Paras, box: Box, lang: str, most: int) -> list[list[Para]]:
    """Part paragraphs over as few boxes as can be, as evenly as can be.

    A part has at most `most` paragraphs. What stands below an entry of a list stays
    with it, if that can be. Where a single paragraph does not fit, no parts are given.
    """
    for units in (_entries(paras), [[one] for one in paras]):
        for count in range(1, len(units) + 1):
            parts = [list(chain(*some)) for some in even(units, count)]
            if all(len(one) <= most and size_for([(one, box)], lang) for one in parts):
                return parts
    return []


def _entries(paras: Paras) -> list[list[Para]]:
    """Gather each paragraph with those of a lower level after it."""
    entries: list[list[Para]] = []
    for para in paras:
        if para.level and entries:
            entries[-1].append(para)
        else:
            entries.append([para])
    return entries


def even(items: Sequence[T], count: int) -> list[list[T]]:
    """Part a list in `count` runs whose lengths differ by one at most."""
    size, longer = divmod(len(items), count)
    parts, start = [], 0
    for number in range(count):
        end = start + size + (number < longer)
        parts.append(list(items[start:end]))
        start = end
    return parts
