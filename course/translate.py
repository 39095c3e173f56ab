"""A course in its source language → the same course in another one. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from course import markup
from course.languages import RIGHT_TO_LEFT_MARK, is_right_to_left
from course.model import Course, Glossary
from course.problems import Problem
from course.slots import Slot, Translations, change_course
from course.text import Cite, Inline, Words

# How a translator notes a term's other forms, in a comment of its entry.
ALSO, AVOID = "also:", "avoid:"
# The symbol of a document before a number, which would be taken for a part of it.
SYMBOL = re.compile(r"\b[A-Z]+(?:/[A-Za-z0-9.-]+)+(?=[^\w\u200f]*(?:\d|$))", re.ASCII)


def translate(
    course: Course, lang: str, known: Translations
) -> tuple[Course, tuple[Problem, ...]]:
    """Give the course in `lang`, and what is wrong with the translations' markup.

    Words without a translation stay as they are, in the source language.
    Translated words remember the author's own as their `origin`.
    """
    if lang == course.lang:
        return course, ()
    found: list[Problem] = []

    def how(slot: Slot, words: Words) -> Words:
        hit = known.get((slot.path, words.source))
        if hit is None:
            return words
        changed, problems = markup.words(hit.target, hit.place, lang, origin=words)
        found.extend(problems)
        return changed

    spoken = replace(change_course(course, how), lang=lang)
    return replace(spoken, glossary=_forms(course.glossary, spoken, known)), tuple(
        found
    )


def in_order(course: Course) -> Course:
    """Give a course with the marks that keep symbols and numbers apart.

    In a line from right to left, `A/HRC/42/22 24 …` would be read as one word from left
    to right: first the number, then the symbol. A mark after the symbol prevents it.
    """
    if not is_right_to_left(course.lang):
        return course

    def how(_: Slot, words: Words) -> Words:
        if words.lang != course.lang:
            return words
        return replace(words, inlines=tuple(map(_apart, words.inlines)))

    return change_course(course, how)


def _apart(one: Inline) -> Inline:
    if isinstance(one, Cite) or one.code:
        return one
    return replace(one, text=SYMBOL.sub(rf"\g<0>{RIGHT_TO_LEFT_MARK}", one.text))


def _forms(
    glossary: Glossary | None, spoken: Course, known: Translations
) -> Glossary | None:
    """Give the translated glossary with the forms that its translators have noted.

    A term's other forms stand in notes of its entry: `also: …`, `avoid: …`.
    """
    if not (glossary and spoken.glossary):
        return None
    terms = []
    for term, source in zip(spoken.glossary.terms, glossary.terms, strict=True):
        hit = known.get((f"glossary/{term.id}/term", source.term.source))
        notes = hit.notes if hit else ()
        also, avoid = (tuple(_noted(notes, sign)) for sign in (ALSO, AVOID))
        terms.append(replace(term, also=also, avoid=avoid))
    return replace(spoken.glossary, terms=tuple(terms))


def _noted(notes: tuple[str, ...], sign: str) -> Iterator[str]:
    for note in notes:
        if note.startswith(sign):
            yield note.removeprefix(sign).strip()
