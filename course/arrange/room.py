"""Whether text fits its box: set smaller down to a floor, or parted over boxes."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from course.arrange.deck import Para
from course.arrange.fit import flow, lines, pitch, widest
from course.arrange.look import INDENT, Box

# Type sizes in points, for text that is too long for the size of its box. Nothing
# that is read in the room is smaller than the floor; labels and small print are.
SIZES = (48, 40, 36, 32, 30, 28, 26, 24, 22, 20, 18)
FLOOR = 18
HEADLINE_FLOOR = 28
# A last line that is filled less than this stands lonely; so many sizes are tried.
LONELY = 0.15
CHOICES = 3
Paras: TypeAlias = Sequence[Para]


def height(paras: Paras, box: Box, lang: str, size: float) -> float:
    """Give the height that paragraphs take in a box at a type size, in points."""
    total = box.before * max(len(paras) - 1, 0)
    for para, words in _lines(paras):
        room = _room(para, box, size)
        count = lines(words, size, room, lang, bold=_is_bold(para, box))
        total += count * pitch(size, lang)
    return total


def size_for(texts: Sequence[tuple[Paras, Box]], lang: str) -> float | None:
    """Give the largest type size at which texts fit boxes that are alike, or None.

    A word is broken at the smallest size only. A size a little smaller is taken if it
    saves paragraphs from ending in a line of one short word.
    """
    _, first = texts[0]
    floor = HEADLINE_FLOOR if first.kind in ("title", "ctrTitle") else FLOOR
    sizes = (first.size, *(size for size in SIZES if floor <= size < first.size))
    fitting = [
        size
        for size in sizes
        if all(
            height(paras, box, lang, size) <= box.inner_height
            and (size == sizes[-1] or _words_fit(paras, box, lang, size))
            for paras, box in texts
        )
    ]
    return min(
        fitting[:CHOICES],
        key=lambda size: sum(_lonely(paras, box, lang, size) for paras, box in texts),
        default=None,
    )


def part(paras: Paras, box: Box, lang: str, most: int) -> list[list[Para]]:
    """Part paragraphs over as few boxes as can be, as evenly as can be.

    A part has at most `most` paragraphs. Where a single one does not fit, no parts
    are given.
    """
    for count in range(1, len(paras) + 1):
        parts = _even(paras, count)
        if all(len(one) <= most and size_for([(one, box)], lang) for one in parts):
            return parts
    return []


def _words_fit(paras: Paras, box: Box, lang: str, size: float) -> bool:
    """Whether every word has room on a line of its own."""
    return all(
        widest((words,), size, lang, bold=_is_bold(para, box)) <= _room(para, box, size)
        for para, words in _lines(paras)
    )


def _lonely(paras: Paras, box: Box, lang: str, size: float) -> int:
    """Count the paragraphs whose last line is nearly empty."""
    found = 0
    for para, words in _lines(paras):
        room = _room(para, box, size)
        count, filled = flow(words, size, room, lang, bold=_is_bold(para, box))
        found += count > 1 and filled < LONELY
    return found


def _lines(paras: Paras) -> Iterator[tuple[Para, str]]:
    """Give the words between forced breaks, each with its paragraph."""
    for para in paras:
        for words in para.plain.split("\n"):
            yield para, words.rpartition("\t")[2]


def _room(para: Para, box: Box, size: float) -> float:
    if box.listed == bool(para.mark):
        indent = box.indent * (para.level + 1)
    else:
        indent = INDENT * (para.level + 1) if para.mark else 0
    return max(box.inner_width - indent, size)


def _is_bold(para: Para, box: Box) -> bool:
    return box.bold or (bool(para.spans) and all(s.strong for s in para.spans))


def _even(paras: Paras, count: int) -> list[list[Para]]:
    """Part a list in `count` runs whose lengths differ by one at most."""
    size, longer = divmod(len(paras), count)
    parts, start = [], 0
    for number in range(count):
        end = start + size + (number < longer)
        parts.append(list(paras[start:end]))
        start = end
    return parts
