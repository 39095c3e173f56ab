"""How much room words need: a width table and a line breaker, no font file.

Widths are those of Arial (and of Liberation Sans, its twin), in thousandths of the
type size; Han characters are one em wide in all faces. A line may not begin or end
with the marks that Chinese typesetting forbids there.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from course.languages import is_han

# Arial, from the space to the tilde.
ASCII = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
OTHER = {"–": 556, "—": 1000, "…": 1000, "‘": 222, "’": 222, "“": 333, "”": 333}
EM = 1000
UNKNOWN = 600
QUOTES = "‘’“”—…·"
# How much wider bold letters are, if they are not as wide as an em anyway.
BOLD = 1.07
NOT_FIRST = "，。、；：？！）》〉」』】〕”’…—·%％℃,.;:?!)]}"
NOT_LAST = "（《〈「『【〔“‘([{"
# Han characters may be parted anywhere; other scripts at spaces and hyphens.
WIDE = "WF"
# The pitch of a line, as a multiple of its size. PowerPoint sets 1.2 for every face;
# LibreOffice 7.4 sets Noto Sans CJK at 1.45, and slides must hold in both.
PITCH = 1.2
HAN_PITCH = 1.45
# Extra pitch that Han text is given on slides.
HAN_SPACING = 1.1
MARGIN = 0.97
TWO = 2
# A second line of at least this share of the first needs no balancing.
EVEN = 0.5


def pitch(size: float, lang: str, among: str = "") -> float:
    """Give the height of a line, in points; `among` is its paragraph's language."""
    spacing = HAN_SPACING if is_han(among or lang) else 1
    return size * spacing * (HAN_PITCH if is_han(lang) else PITCH)


@lru_cache(maxsize=100_000)
def width(words: str, lang: str, *, bold: bool = False) -> float:
    """Give the width of words at size 1, unbroken.

    >>> round(width("city", "en"), 3), width("城市", "zh_Hans", bold=True)
    (1.5, 2.0)
    """
    han = is_han(lang)
    wide = [_advance(letter, han=han) for letter in words]
    if bold:
        return sum(one if one == EM else BOLD * one for one in wide) / EM
    return sum(wide) / EM


def lines(
    words: str, size: float, room: float, lang: str, *, bold: bool = False
) -> int:
    """Count the lines that words take in a box of a width, in points.

    >>> lines("Local government and human rights", 20, 150, "en")
    3
    """
    return flow(words, size, room, lang, bold=bold)[0]


def flow(
    words: str, size: float, room: float, lang: str, *, bold: bool = False
) -> tuple[int, float]:
    """Count the lines of words, and tell what share of the last one is filled."""
    share = size / (room * MARGIN)
    whole = width(words, lang, bold=bold) * share
    if whole <= 1:
        return 1, whole
    count, filled = 1, 0.0
    for wide, bare in _measured(words, lang, bold=bold):
        if filled + bare * share > 1 and filled > 0:
            count += 1
            filled = 0.0
        filled += wide * share
        while filled > 1:
            count += 1
            filled -= 1
    return count, filled


def balanced(words: str, size: float, room: float, lang: str) -> str:
    r"""Part words of two lines where both become about as long; `\n` marks the place.

    Words whose second line is long enough anyway come back unchanged, and so do those
    of one line or of three.

    >>> balanced("Four channels lead to the United Nations", 30, 500, "en")
    'Four channels lead to\nthe United Nations'
    """
    if lines(words, size, room, lang, bold=True) != TWO:
        return words
    parts = list(pieces(words))
    if width(words, lang, bold=True) * size > room * MARGIN * (1 + EVEN):
        return words
    total = width(words, lang)
    ends = ["".join(parts[:count]) for count in range(1, len(parts))]
    best = min(ends, key=lambda first: abs(2 * width(first.rstrip(), lang) - total))
    return f"{best.rstrip()}\n{words[len(best) :]}"


def widest(
    texts: Iterable[str], size: float, lang: str, *, bold: bool = False
) -> float:
    """Give the width of the widest unbreakable piece of some words, in points."""
    found = (bare for one in texts for _, bare in _measured(one, lang, bold=bold))
    return max(found, default=0) * size / MARGIN


def pieces(words: str) -> Iterator[str]:
    """Part words where a line may break; forbidden marks stay with their neighbour."""
    start = 0
    for end in range(1, len(words)):
        if _may_part(words[end - 1], words[end]):
            yield words[start:end]
            start = end
    if words:
        yield words[start:]


def _advance(letter: str, *, han: bool) -> int:
    """Give the width of a letter, in thousandths of the type size."""
    code = ord(letter)
    if 32 <= code < 127:  # noqa: PLR2004
        return ASCII[code - 32]
    if han and letter in QUOTES:
        return EM
    if letter in OTHER:
        return OTHER[letter]
    if unicodedata.east_asian_width(letter) in WIDE:
        return EM
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    base = unicodedata.normalize("NFD", letter)[0]
    return UNKNOWN if base == letter else _advance(base, han=han)


@lru_cache(maxsize=10_000)
def _measured(words: str, lang: str, *, bold: bool) -> tuple[tuple[float, float], ...]:
    """Give the width at size 1 of each unbreakable piece, and of its letters alone."""
    return tuple(
        (width(piece, lang, bold=bold), width(piece.rstrip(), lang, bold=bold))
        for piece in pieces(words)
    )


def _may_part(letter: str, after: str) -> bool:
    if after == " ":
        return False
    if letter == " ":
        return True
    if letter in NOT_LAST or after in NOT_FIRST:
        return False
    if letter in "-–" and after.isalnum():
        return True
    return _is_wide(letter) or _is_wide(after)


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in WIDE
