"""A module → its deck: drafts of its slides, each fitted to the template."""

from dataclasses import replace

from course.arrange.deck import Deck, Filling, Slide
from course.arrange.draft import Draft
from course.arrange.drafts import drafts
from course.arrange.fill import fill
from course.arrange.fit import shortened
from course.arrange.look import Look
from course.arrange.pair import pair
from course.arrange.voices import Telling
from course.languages import embedded
from course.problems import Problem
from course.text import Span
from course.wording import dotted


def present(
    look: Look,
    told: Telling,
    beside: Telling | None = None,
    notes: Telling | None = None,
) -> tuple[Deck, tuple[Problem, ...]]:
    """Give a module's deck, and what is wrong with it or does not fit.

    `beside` is the second language on each slide, `notes` who speaks the notes, where
    that is not who is on the slides.
    """
    made, wrong = drafts(*told)
    problems = list(wrong)
    other, said = (drafts(*one)[0] if one else None for one in (beside, notes))
    slides = bound(look, made, other, said, problems)
    first = told.voices.lang
    titles = [_titles(told, first, marked=not beside)]
    if beside:
        titles.append(_titles(beside, first, marked=False))
    both = [dict.fromkeys(one) for one in zip(*titles, strict=True)]
    title, subject, author = (dotted(*one) for one in both)
    deck = Deck(
        lang=told.voices.lang,
        title=title,
        subject=subject,
        author=author,
        footer=footer(title, look, told.voices.lang),
        slides=slides,
    )
    return deck, tuple(problems)


def bound(
    look: Look,
    made: tuple[Draft, ...],
    beside: tuple[Draft, ...] | None,
    notes: tuple[Draft, ...] | None,
    problems: list[Problem],
) -> tuple[Slide, ...]:
    """Give slides of drafts that stand side by side, and of those for the notes."""
    if beside is not None:
        both = zip(made, beside, strict=True)
        made = tuple(pair(one, other) for one, other in both)
    if notes is not None:
        spoken = zip(made, notes, strict=True)
        made = tuple(replace(one, notes=other.notes) for one, other in spoken)
    slides = tuple(slide for one in made for slide in fill(one, look, problems))
    return _with_own_titles(slides)


def _titles(told: Telling, among: str, *, marked: bool) -> tuple[str, ...]:
    """Give the module's title, the course's and the publisher, in a line of a language.

    Marked, they say in which language they are, if they are not translated.
    """
    text = told.course.text
    words = (told.module.text.title, text.title, text.publisher)
    if marked:
        return tuple(told.voices.named(one) for one in words)
    settled = (told.voices.settle(one) for one in words)
    return tuple(embedded(one.parts[0].plain, one.lang, among) for one in settled)


def footer(title: str, look: Look, lang: str) -> str:
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
