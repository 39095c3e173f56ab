"""Rules on translations: what must be the same in both languages. Pure.

Each rule looks at the author's words and the translator's, and tells at the
translator's what is wrong.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias

from course.check.course import no_such_paragraph
from course.check.terms import Termbase, term_discouraged, term_missing
from course.model import Course
from course.problems import Problem, Severity
from course.slots import words_in
from course.text import Cite, Words

DIGITS = re.compile(r"\d{1,18}")
HAN_NUMBER = re.compile("[一二两三四五六七八九十百千万亿兩萬億]")
# Larger numbers are written in digits, in most languages.
MOST_IN_WORDS = 12
PairRule: TypeAlias = Callable[[Words, Words], Iterator[Problem]]


def check_translation(course: Course, terms: Termbase) -> Iterator[Problem]:
    """Give all that is wrong in a translated course, but not in its source.

    `terms` are those that its glossary has agreed on.
    """
    for words in words_in(course):
        if words.origin:
            for rule in RULES:
                yield from rule(words.origin, words)
            for term_rule in TERM_RULES:
                yield from term_rule(words.origin, words, terms)
    yield from no_such_paragraph(course)


def citations_differ(source: Words, translated: Words) -> Iterator[Problem]:
    """C601: a translation does not cite what its source cites.

    It cites each paragraph and footnote as often as the source does, in any order:
    `[¶45]` stays `[¶45]` in every language.
    """
    wanted, there = _cited(source), _cited(translated)
    lost, added = wanted - there, there - wanted
    if lost or added:
        parts = [f"lacks {_listed(lost)}"] if lost else []
        parts += [f"has {_listed(added)} added"] if added else []
        yield Problem(
            translated.place,
            "C601",
            f"the translation {' and '.join(parts)}",
            "cite what the source cites, as often: "
            + (_listed(wanted) if wanted else "nothing"),
        )


def number_lost(source: Words, translated: Words) -> Iterator[Problem]:
    """C602: a translation lacks a number that its source has in digits.

    Numbers up to twelve may be written in words; so may all numbers in Chinese.
    """
    if HAN_NUMBER.search(translated.plain):
        return
    lost = Counter(_large_numbers(source)) - Counter(_large_numbers(translated))
    if lost:
        numbers = ", ".join(str(number) for number in lost.elements())
        yield Problem(
            translated.place,
            "C602",
            f"the translation lacks {numbers}",
            "write the number in digits, as the source does",
            Severity.WARNING,
        )


def _large_numbers(words: Words) -> list[int]:
    numbers = map(int, DIGITS.findall(words.plain))
    return [number for number in numbers if number > MOST_IN_WORDS]


def _cited(words: Words) -> Counter[str]:
    """Count what some words cite."""
    cites = [one for one in words.inlines if isinstance(one, Cite)]
    return Counter(
        [f"¶{number}" for cite in cites for number in cite.paragraphs]
        + [f"fn {number}" for cite in cites for number in cite.footnotes]
    )


def _listed(cited: Counter[str]) -> str:
    return ", ".join(cited.elements())


RULES: tuple[PairRule, ...] = (citations_differ, number_lost)
TERM_RULES = (term_missing, term_discouraged)
