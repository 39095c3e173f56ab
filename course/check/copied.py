"""A rule on one's own words: no long run of words stands in the report as well. Pure.

The report's text is no part of the project. What is kept of it are prints: a short
mark of each run of tokens, from which no text can be had back.
"""

import re
from collections.abc import Callable, Iterator
from hashlib import blake2b
from zlib import crc32

from course.check.translation.pair import Pair
from course.check.walk import all_units
from course.languages import is_han
from course.model import Course, Prints
from course.problems import Problem
from course.terms import Forms, forms_of
from course.text import Words

# The shortest run that counts as copied: Han characters, or words of other scripts.
HAN_RUN, WORD_RUN = 16, 13
HAN = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"[^\W_]+")
# Titles of documents are nobody's own words.
TITLE = re.compile(r"《[^》]*》")
GAP = "\n"


def prints_of(texts: tuple[str, ...], lang: str) -> Prints:
    """Give the prints of a report's paragraphs."""
    length = HAN_RUN if is_han(lang) else WORD_RUN
    marks = (_mark(run) for text in texts for run in _runs(text, lang, length))
    return Prints(lang, length, frozenset(marks))


def copied(words: Words, prints: Prints, names: Forms) -> Iterator[Problem]:
    """C403: a text has a long run of words that the report has as well.

    The course says what the report says in words of its own. 16 Han characters, or 13
    words of another script, are the shortest run that is told; names and terms of the
    glossary and titles in 《》 do not count. Say it in another way.
    """
    text = words.plain
    found = next(_shared(text, prints), "")
    if found:
        for hit in names.hits(text):
            text = text.replace(hit.form, GAP)
        found = next(_shared(TITLE.sub(GAP, text), prints), "")
    if found:
        yield Problem(
            words.place,
            "C403",
            f"“{found}” stands so in the report",
            "say it in your own words",
        )


def copied_in_source(course: Course) -> Iterator[Problem]:
    """Give what an author has copied from the report."""
    prints = course.prints
    if prints and prints.lang == course.lang:
        names = forms_of(course.glossary)
        for unit in all_units(course):
            yield from copied(unit.words, prints, names)


def copied_rules(course: Course) -> tuple[Callable[[Pair], Iterator[Problem]], ...]:
    """Give the rule for translations into the report's language, as a rule on pairs."""
    prints, names = course.prints, forms_of(course.glossary)
    if prints is None or prints.lang != course.lang:
        return ()

    def rule(pair: Pair) -> Iterator[Problem]:
        return copied(pair.target, prints, names)

    rule.__doc__ = copied.__doc__
    return (rule,)


def _shared(text: str, prints: Prints) -> Iterator[str]:
    """Give the runs of a text that stand in the report, too."""
    for run in _runs(text, prints.lang, prints.length):
        if _quick(run) in prints.quick and _mark(run) in prints.marks:
            yield run


def _runs(text: str, lang: str, length: int) -> Iterator[str]:
    between = "" if is_han(lang) else " "
    pattern = HAN if is_han(lang) else WORD
    for piece in text.split(GAP):
        tokens = pattern.findall(piece.lower())
        for at in range(len(tokens) - length + 1):
            yield between.join(tokens[at : at + length])


def _quick(run: str) -> bytes:
    return crc32(run.encode()).to_bytes(4, "big")


def _mark(run: str) -> bytes:
    return _quick(run) + blake2b(run.encode(), digest_size=2).digest()


RULES = (copied_in_source,)
