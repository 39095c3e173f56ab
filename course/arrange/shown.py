"""On which slide, and in which part of a paper, an author's words are shown. Pure.

A slide knows the parts of the course that it tells. Where one author's slide has become
several, or a part is in the notes, its letters say where it stands.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import NamedTuple, TypeAlias

from course.arrange.deck import Deck, Para, Slide
from course.arrange.sheet import Line, Sheet
from course.problems import Place
from course.slots import words_in
from course.text import Words

# What makes an author's words the same ones, in every language.
Author: TypeAlias = tuple[Place, str]


class Seen(NamedTuple):
    """A slide, counted from 0, and whether the words stand in its notes only."""

    slide: int
    in_notes: bool = False


class Spot(NamedTuple):
    """A part of a paper: its section's name, and its number there from 0."""

    section: str
    part: int


def author_of(words: Words) -> Author:
    """Give where an author wrote words, and what; also for those of a translator."""
    own = words.origin or words
    return own.place, own.source


def slides_of(deck: Deck) -> Mapping[Author, Seen]:
    """Give for all words of a module's author the first slide that shows them."""
    told: dict[Author, dict[int, Words]] = defaultdict(dict)
    # The agenda comes last: a title is at home on its own slide.
    slides = sorted(enumerate(deck.slides), key=lambda one: one[1].layout == "Agenda")
    for number, slide in slides:
        for words in words_in(slide.told):
            told[author_of(words)][number] = words
    faces = [letters(" ".join(_on(slide))) for slide in deck.slides]
    notes = [letters(" ".join(_texts(slide.notes))) for slide in deck.slides]
    return {key: _first(some, faces, notes) for key, some in told.items()}


def _first(some: Mapping[int, Words], faces: list[str], notes: list[str]) -> Seen:
    """Choose among slides that tell the same words."""
    for number, words in some.items():
        if letters(words.plain) in faces[number]:
            return Seen(number)
    for number, words in some.items():
        if letters(words.plain) in notes[number]:
            return Seen(number, in_notes=True)
    return Seen(next(iter(some)))


def contents(sheet: Sheet) -> Mapping[Spot, str]:
    """Give the letters of each part of a paper."""
    return {
        Spot(section.name, number): letters(" ".join(_texts(part)))
        for section in sheet.sections
        for number, part in enumerate(section.parts)
    }


def spot_of(
    words: Words, paper: Mapping[Spot, str], sections: Collection[str]
) -> Spot | None:
    """Give the part of a paper that holds words, in one of some sections."""
    wanted = letters(words.plain)
    spots = (spot for spot in paper if spot.section in sections)
    return next((spot for spot in spots if wanted in paper[spot]), None)


def letters(text: str) -> str:
    """Give a text's letters and digits alone: what no line break and mark changes.

    >>> letters("**Head** – a text"), letters("第一条：权利")
    ('headatext', '第一条权利')
    """
    return "".join(one for one in text.casefold() if one.isalnum())


def _on(slide: Slide) -> Iterator[str]:
    for filling in slide.fillings:
        yield from _texts(filling.paras)
    yield from _texts(slide.figure)


def _texts(node: object) -> Iterator[str]:
    """Give all texts in a part of a slide or a paper."""
    match node:
        case str():
            yield node
        case Para() | Line():
            yield node.plain
        case tuple():
            for one in node:
                yield from _texts(one)
        case _ if is_dataclass(node):
            for field in fields(node):
                yield from _texts(getattr(node, field.name))
        case _:
            pass
