"""A module → its deck: drafts of its slides, each fitted to the template."""

from dataclasses import replace

from course.arrange.deck import Deck, Filling, Slide
from course.arrange.drafts import drafts
from course.arrange.fill import fill
from course.arrange.fit import shortened
from course.arrange.look import Look
from course.arrange.voices import Voices
from course.model import Course, Module
from course.problems import Problem
from course.text import Span


def present(
    course: Course, module: Module, voices: Voices, look: Look
) -> tuple[Deck, tuple[Problem, ...]]:
    """Give a module's deck in the wanted language, and what does not fit."""
    made, wrong = drafts(course, module, voices)
    problems = list(wrong)
    slides = tuple(slide for one in made for slide in fill(one, look, problems))
    title = voices.settle(module.text.title, course.text.title)
    words, course_words = title.parts
    deck = Deck(
        lang=voices.lang,
        title=words.plain,
        subject=course_words.plain,
        author=voices.settle(course.text.publisher).parts[0].plain,
        footer=_footer(words.plain, look, voices.lang),
        slides=_with_own_titles(slides),
    )
    return deck, tuple(problems)


def _footer(title: str, look: Look, lang: str) -> str:
    """Give as much of a title as has room at the foot of every slide."""
    feet = [one.footer for one in look.layouts.values() if one.footer]
    for foot in feet:
        title = shortened(title, foot, lang)
    return title


def _with_own_titles(slides: tuple[Slide, ...]) -> tuple[Slide, ...]:
    """Number headlines that come more than once, so that each slide has its own."""
    seen: set[str] = set()
    named = []
    for slide in slides:
        own, number = slide, 1
        while own.headline in seen:
            number += 1
            own = _titled(slide, number)
        seen.add(own.headline)
        named.append(own)
    return tuple(named)


def _titled(slide: Slide, number: int) -> Slide:
    def numbered(filling: Filling) -> Filling:
        if filling.box != "Headline":
            return filling
        first, *rest = filling.paras
        spans = (*first.spans, Span(f" ({number})"))
        return replace(filling, paras=(replace(first, spans=spans), *rest))

    return replace(slide, fillings=tuple(numbered(f) for f in slide.fillings))
