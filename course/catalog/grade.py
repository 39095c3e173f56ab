"""How much a source has changed for those who translated it. Pure.

White space or markup only: the translation is kept. A number, a negation or a modal
word: the meaning has changed. Anything else: somebody looks at it again.
"""

import re
from collections import Counter
from collections.abc import Iterable
from enum import Enum

from course import markup
from course.problems import Place
from course.text import Span

# English and Chinese words stand in one list: no text of one has those of the other.
# Of two that begin alike the longer one comes first.
NEGATIONS = (
    "no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without",
    "cannot", "禁止", "不", "没有", "没", "未", "无", "非", "勿", "别",
)  # fmt: skip
MODALS = (
    "must", "shall", "should", "may", "might", "can", "could", "will", "would", "need",
    "needs", "ought", "必须", "应当", "应该", "应", "须", "可以", "能够", "可能", "能",
    "可", "宜",
)  # fmt: skip
NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "hundred", "thousand", "million", "half", "twice",
    *"一二两三四五六七八九十百千万亿",
)  # fmt: skip
WORDS = (*NEGATIONS, *MODALS, *NUMBERS)
LATIN = "|".join(word for word in WORDS if word.isascii())
HAN = "|".join(word for word in WORDS if not word.isascii())
WEIGHTY = re.compile(rf"\d+(?:[.,/]\d+)*%?|\b(?:{LATIN})\b|n[’']t\b|{HAN}", re.I)
BLANKS = re.compile(r"\s+")
# No white space parts words in Chinese; before a citation it does not matter.
WIDE = "[\u3000-\u9fff\uff00-\uffef]"
NO_GAP = re.compile(f"(?<={WIDE}) | (?={WIDE})")


class Grade(Enum):
    """What becomes of a translation when its source changes."""

    KEPT = "white space or markup only"
    REVIEW = "to be looked at"
    MEANING = "meaning changed"


def grade(before: str, after: str) -> Grade:
    """Grade a change of a source.

    >>> grade("Say *no*.", "Say  **no**.").name, grade("Say no.", "Say: no.").name
    ('KEPT', 'REVIEW')
    >>> grade("States may report", "States must report").name
    'MEANING'
    """
    if _letters(before) == _letters(after):
        return Grade.KEPT
    return Grade.MEANING if weighty_change(before, after) else Grade.REVIEW


def weighty_change(before: str, after: str) -> str:
    """Tell which numbers, negations and modal words have changed.

    >>> weighty_change("6 States may report", "7 States must report")
    '6, may → 7, must'
    >>> weighty_change("a right", "no right"), weighty_change("1,200", "1200")
    ('… → no', '')
    """
    old, new = _weighty(before), _weighty(after)
    if old == new:
        return ""
    return f"{_listed(old - new)} → {_listed(new - old)}"


def _letters(source: str) -> tuple[str, list[str]]:
    """Give what markup and white space cannot change: letters, citations, links."""
    words, _ = markup.words(source, Place(""), "en")
    read = [
        one.text if isinstance(one, Span) else f"〔{one}〕" for one in words.inlines
    ]
    links = [one.link for one in words.inlines if isinstance(one, Span) and one.link]
    return NO_GAP.sub("", BLANKS.sub(" ", "".join(read)).strip()), links


def _weighty(source: str) -> Counter[str]:
    found = WEIGHTY.findall(source.lower().replace("’", "'"))
    return Counter(one.replace(",", "") for one in found)


def _listed(found: Counter[str]) -> str:
    return ", ".join(_short(found.elements())) or "…"


def _short(words: Iterable[str], most: int = 6) -> list[str]:
    """Give a few words, so that the comment stays on one line."""
    every = list(words)
    return [*every[:most], "…"] if len(every) > most else every
