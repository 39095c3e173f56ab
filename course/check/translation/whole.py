"""Rules on a whole translated course: options, consistency; and on lengths."""

import re
from collections.abc import Iterator

from course.check.questions import answers
from course.check.translation.letters import HAN
from course.check.translation.names import ACRONYM
from course.check.translation.pair import Pair
from course.check.walk import questions
from course.model import Course
from course.problems import Problem, Severity
from course.text import Words

# A Han character says about as much as so many letters.
LETTERS_OF_HAN = 3.7
# From so many letters on, how many times longer one text may be than the other; and
# by how many letters it is so at least.
LIMITS = ((120, 1.5), (80, 1.7), (40, 2.3), (0, 3.0))
LEAST = 35


def options_became_alike(course: Course) -> Iterator[Problem]:
    """C630: two options that differ in the source say the same in the translation."""
    for question in questions(course):
        seen: dict[str, Words] = {}
        for words in answers(question):
            plain = _flat(words)
            other = seen.setdefault(plain, words)
            if (
                other is not words
                and other.origin
                and words.origin
                and _flat(other.origin) != _flat(words.origin)
            ):
                yield Problem(
                    words.place,
                    "C630",
                    f"two options became one: “{words.plain}”",
                    "keep them apart, as the source does",
                )


def told_in_two_ways(course: Course) -> Iterator[Problem]:
    """C631: the same words in a module's quiz are translated in two ways.

    Who reads a quiz takes two words for two things.
    """
    for module in course.modules:
        seen: dict[str, Words] = {}
        for question in module.questions:
            for words in answers(question):
                if words.origin is None:
                    continue
                other = seen.setdefault(_flat(words.origin), words)
                if _flat(other) != _flat(words):
                    yield Problem(
                        words.place,
                        "C631",
                        f"“{words.origin.plain}” is “{words.plain}” here, but "
                        f"“{other.plain}” at {other.place}",
                        "translate it in one way",
                        Severity.WARNING,
                    )


def odd_length(pair: Pair) -> Iterator[Problem]:
    """C632: a translation is far shorter or longer than its source.

    A Han character counts as nearly four letters. Something may be lost, or added.
    """
    said, told = _length(pair.said), _length(pair.told)
    short, long = sorted((said, told))
    limit = next(times for letters, times in LIMITS if said >= letters)
    has_acronym = ACRONYM.search(pair.said) or ACRONYM.search(pair.told)
    if has_acronym and short < LEAST:
        return
    limit *= 1.5 if has_acronym else 1
    if long - short > LEAST and long > limit * short:
        word = "shorter" if told < said else "longer"
        yield pair.doubt(
            "C632",
            f"far {word} than its source ({told / max(said, 1):.0%})",
            "look for what is lost or added",
        )


def _length(text: str) -> float:
    han = len(re.findall(f"[{HAN}]", text))
    return len(text) + (LETTERS_OF_HAN - 1) * han


def _flat(words: Words) -> str:
    return " ".join(words.plain.casefold().split()).rstrip(".。")
