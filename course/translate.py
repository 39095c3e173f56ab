"""A course in its source language → the same course in another one. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from course import markup
from course.model import Course, Glossary
from course.problems import Problem
from course.slots import Slot, Translations, change_course
from course.text import Words

# How a translator notes a term's other forms, in a comment of its entry.
ALSO, AVOID = "also:", "avoid:"


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
