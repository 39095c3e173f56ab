"""A course in its source language → the same course in another one. Pure."""

from dataclasses import replace

from course import markup
from course.model import Course
from course.problems import Problem
from course.slots import Slot, Translations, change_course
from course.text import Words


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
    return spoken, tuple(found)
