"""A quiz item → slides: its case, its question, its answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_uppercase

from course.arrange.deck import Para
from course.arrange.draft import Draft, Paras, letters, para, paras
from course.arrange.notes import aloud
from course.arrange.voices import Voice
from course.model import Choice, Option, Right
from course.text import Span, Words

RIGHT = " ✓"


def asked(
    name: str,
    item: Choice,
    order: Sequence[int],
    headline: Words | None,
    source: str,
    voice: Voice,
) -> Iterator[Draft]:
    """Give the slides of an item, its options in an order."""
    words = voice.wording.labels
    options = [item.options[number] for number in order]
    case = item.scenario
    first = Draft(
        name,
        "Statement",
        letters(words.case),
        {"Body": paras(case) if case else ()},
        voice.wording,
        item.stem.place,
        item.stem.place,
        source,
        voice.mark,
        told=voice.told,
    )
    if case:
        yield first
    shown = headline or item.stem
    stem = (para(item.stem),) if headline else ()
    rights = sum(isinstance(option, Right) for option in options)
    hint = letters(words.several_right.format(number=rights))
    question = replace(
        first,
        name=f"{name}/question" if case else name,
        layout="Quiz",
        headline=para(shown),
        title_place=shown.place,
        texts={"Body": (*stem, *_listed(options), *((hint,) if rights > 1 else ()))},
    )
    yield question
    told, reasons = _listed(options, told=True), _reasons(options)
    yield replace(
        question,
        name=f"{name}/answer",
        layout="Answer",
        headline=letters(words.answer.format(stem=shown.plain)),
        texts={"Body": told, "Reason": reasons},
        listed=(*told, *reasons),
        notes=aloud(_why(options, voice), voice),
    )


def _listed(options: Sequence[Option], *, told: bool = False) -> Paras:
    """Give the options with their letters; `told` marks those that are right."""
    lines = []
    for letter, option in zip(ascii_uppercase, options, strict=False):
        right = told and isinstance(option, Right)
        spans = [replace(one, strong=one.strong or right) for one in option.words.spans]
        tick = (Span(RIGHT, strong=True),) if right else ()
        lines.append(Para((Span(f"{letter}\t", strong=True), *spans, *tick)))
    return tuple(lines)


def _reasons(options: Sequence[Option]) -> Paras:
    return tuple(para(option.why) for option in options if isinstance(option, Right))


def _why(options: Sequence[Option], voice: Voice) -> Iterator[Para]:
    """Give the reason for each option, for the notes."""
    words = voice.wording.labels
    for letter, option in zip(ascii_uppercase, options, strict=False):
        state = words.right if isinstance(option, Right) else words.wrong
        yield Para(
            (Span(f"{letter} ({state}){words.colon}", strong=True), *option.why.spans)
        )
