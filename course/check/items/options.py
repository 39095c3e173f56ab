"""Rules on what options have in common: with the stem, with each other."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import inf, nextafter
from typing import NamedTuple

from course.check.items.item import Item, flat
from course.languages import is_han
from course.model import Choice
from course.problems import Problem, Severity
from course.text import Words

BARE = re.compile(r"[\d\s.,/–—-]+%?")
# So many words, or Chinese characters, may stand beside a number that says all.
UNITS = {False: 1, True: 2}
ENDINGS = (".", "。", "．")
# What ends with a full stop and is no sentence.
SHORT_FORM = re.compile(r"(?:\b[A-Z]|\betc|\bNo|\bSt|\bi\.e|\be\.g|\bal)\.$")
VERBAL = (
    ("-ing", re.compile(r"^[A-Za-z]{2,}ing ")),
    ("to …", re.compile(r"^to [a-z]+")),
)
LEAST_SHARED = 4


class Span(NamedTuple):
    """A range of numbers, and the words around it."""

    first: float
    last: float
    around: str


def clang(item: Item) -> Iterator[Problem]:
    """C221: a word of the stem comes back in the right answer, and in no other.

    Who hears the echo need not know the answer. Use another word in one of the two,
    or put the word into a distractor, too.
    """
    if item.tongue is None or not item.is_choice:
        return
    contents = item.tongue.contents
    wrong = frozenset().union(*(contents(one.plain) for one in item.distractors))
    for words in item.keys:
        shared = (contents(item.stem.plain) & contents(words.plain)) - wrong
        if shared:
            yield item.doubt(
                words,
                "C221",
                "only the right answer repeats "
                f"“{_joined(shared, words, item)}” of the stem",
                "say it in another word here, or use the word in a distractor, too",
            )


def numbers_in_disorder(question: Choice) -> Iterator[Problem]:
    """C217: options that are numbers stand in no order, and are to stay so.

    Numbers are found faster when they ascend. The program sorts options that are only
    digits; with a unit they stay as they stand in the source, if `order` is `fixed`.
    """
    plain = [one.words.plain.replace(",", "") for one in question.options]
    found = [re.findall(r"\d+(?:\.\d+)?", one) for one in plain]
    if not all(len(one) == 1 for one in found) or question.order != "fixed":
        return
    rests = {re.sub(r"\d+(?:\.\d+)?", "", one).strip() for one in plain}
    numbers = [float(one[0]) for one in found]
    if len(rests) == 1 and any(rests) and any(a > b for a, b in pairwise(numbers)):
        yield Problem(
            question.place.of("options"),
            "C217",
            "the numbers do not ascend",
            "put the smallest first",
            Severity.WARNING,
        )


def unlike_options(item: Item) -> Iterator[Problem]:
    """C223: options are of two kinds: bare numbers and words, or sentences and not.

    The odd one draws the eye. Let all be numbers or none; let all end with a full
    stop or none.
    """
    ends = [_is_sentence(one) for one in item.options]
    if len(set(ends)) > 1:
        odd = item.options[ends.index(min(set(ends), key=ends.count))]
        yield item.wrong(
            odd,
            "C223",
            f"some options end with a full stop, some do not: “{odd.plain}”",
            "let all be sentences or none",
        )
    bare = [one for one in item.options if is_bare(one, item)]
    plain = [one for one in item.options if not item.numbers(one)]
    if bare and plain and len(bare) + len(plain) == len(item.options):
        odd = min(bare, plain, key=len)[0]
        yield item.wrong(
            odd,
            "C223",
            f"some options are numbers, some are not: “{odd.plain}”",
            "let all be numbers or none",
        )


def unlike_forms(item: Item) -> Iterator[Problem]:
    """C224: one option begins in another form of the verb than all others.

    “sending …, asking …, to wait”: the odd one draws the eye. (English only.)
    """
    if not item.lang.startswith("en"):
        return
    for name, form in VERBAL:
        odd = [one for one in item.options if not form.match(one.plain)]
        if len(odd) == 1 and len(item.options) > 2:  # noqa: PLR2004
            yield item.doubt(
                odd[0],
                "C224",
                f"all other options begin with “{name}”",
                "begin all of them in one form",
            )


def ranges_overlap(item: Item) -> Iterator[Problem]:
    """C225: two options are ranges of numbers, and one number is in both.

    Where one is right, the other is right as well. Let each begin after the other
    ends.
    """
    spans = [(words, span) for words in item.options if (span := _span(words, item))]
    for (_, one), (words, other) in combinations(spans, 2):
        overlap = max(one.first, other.first) <= min(one.last, other.last)
        if overlap and one.around == other.around and one != other:
            yield item.wrong(
                words,
                "C225",
                f"“{words.plain}” overlaps with another option",
                "let each range begin after the other ends",
            )


def option_inside(item: Item) -> Iterator[Problem]:
    """C226: all words of one option stand in another.

    Where the longer one is right, the shorter is mostly right as well. Say how they
    differ.
    """
    if not item.is_choice:
        return
    shown = {words: flat(words) for words in item.options}
    for one, other in combinations(item.options, 2):
        short, long = sorted((one, other), key=lambda words: len(shown[words]))
        inside = shown[short], shown[long]
        if (
            inside[0] != inside[1]
            and _holds(*inside, item)
            and not is_bare(short, item)
        ):
            yield item.doubt(
                short,
                "C226",
                f"“{short.plain}” is a part of “{long.plain}”",
                "let the two exclude each other",
            )


def is_bare(words: Words, item: Item) -> bool:
    """Tell whether an option is a number and, at most, its unit."""
    plain = words.plain.strip()
    if BARE.fullmatch(plain) and any(map(str.isdigit, plain)):
        return True
    rest = re.sub(r"\d[\d,./–—-]*%?", " ", plain)
    return (
        rest != plain
        and len(re.findall(*_unit(item), rest)) <= UNITS[is_han(item.lang)]
    )


def _unit(item: Item) -> tuple[str]:
    return (r"\w" if is_han(item.lang) else r"\w+",)


def _is_sentence(words: Words) -> bool:
    plain = words.plain.strip()
    return plain.endswith(ENDINGS) and not SHORT_FORM.search(plain)


def _holds(short: str, long: str, item: Item) -> bool:
    if is_han(item.lang):
        return len(short) >= LEAST_SHARED and short in long
    return f" {short} " in f" {long} "


def _joined(shared: frozenset[str], words: Words, item: Item) -> str:
    """Give what is shared as it stands there: pairs of characters as one run."""
    if not is_han(item.lang):
        return ", ".join(sorted(shared))
    runs: list[str] = []
    plain, at = words.plain, 0
    while at < len(plain):
        end = at
        while plain[end : end + 2] in shared:
            end += 1
        if end > at:
            runs.append(plain[at : end + 1])
        at = max(end, at + 1)
    return "、".join(dict.fromkeys(runs)) or "、".join(sorted(shared))


def _span(words: Words, item: Item) -> Span | None:
    """Read an option as a range: “10 to 20”, “more than 20”, “30”."""
    known, plain = item.tongue, words.plain.strip()
    if known is None:
        return None
    if hit := known.between.search(plain):
        first, last = _number(hit["n"]), _number(hit["m"])
    elif hit := known.least.search(plain):
        first, last = _number(hit["n"] or hit["m"]), inf
        first = nextafter(first, inf) if _is_open(hit[0]) else first
    elif hit := known.most.search(plain):
        first, last = -inf, _number(hit["n"] or hit["m"])
        last = nextafter(last, -inf) if _is_open(hit[0]) else last
    elif hit := re.search(r"\d[\d,.]*", plain):
        first = last = _number(hit[0])
    else:
        return None
    around = f"{plain[: hit.start()]}|{plain[hit.end() :]}".casefold()
    if any(map(str.isdigit, around)):
        return None
    return Span(first, last, around)


def _is_open(words: str) -> bool:
    """Tell whether the number itself lies outside: more than 20."""
    return bool(
        re.match(
            r"(?i)(?:more|over|above|less|fewer|under|below)\b|超过|多于|高于|大于|不到|不足|少于|低于|小于",
            words,
        )
    )


def _number(digits: str) -> float:
    return float(digits.replace(",", "").rstrip(".") or 0)
