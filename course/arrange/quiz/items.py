"""Questions → numbered items, with their options in an order; or their key."""

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase

from course.arrange.measure import width
from course.arrange.parts import letters, line, parts
from course.arrange.sheet import (
    Answer,
    Heading,
    Item,
    KeyStrip,
    Line,
    MatchItem,
    Pairing,
    Part,
    Section,
)
from course.arrange.voices import Voices
from course.labels import Labels
from course.model import Choice, Matching, Question, Right
from course.text import Cite, Words
from course.wording import Wording

# Widths at size 1, in em, up to which options stand side by side.
QUARTER = 6.8
HALF = 18.0


def items(
    asked: Sequence[Question],
    order: Mapping[str, tuple[int, ...]],
    voices: Voices,
    *,
    key: bool,
) -> Iterator[Section]:
    """Give questions as numbered items, with their options in an order; or the key."""
    for number, question in enumerate(asked, 1):
        piece = voices.settle(question)
        one: Question = piece.parts[0]
        item: Part
        match one:
            case Choice():
                item = _choice(one, number, order[one.id], piece.wording, key=key)
            case Matching():
                item = _matching(one, number, order[one.id], piece.wording, key=key)
        yield Section(question.id, piece.lang, (item,), piece.mark)


def _choice(
    question: Choice,
    number: int,
    order: tuple[int, ...],
    wording: Wording,
    *,
    key: bool,
) -> Item:
    options = [question.options[n] for n in order]
    answers = tuple(
        Answer(
            letter,
            line(option.words, wording),
            isinstance(option, Right) if key else None,
            line(option.why, wording) if key else None,
        )
        for letter, option in zip(ascii_uppercase, options, strict=False)
    )
    several = question.kind == "several"
    right = [
        a.letter for a, o in zip(answers, options, strict=True) if isinstance(o, Right)
    ]
    count = wording.labels.several_right.format(number=wording.number(len(right)))
    return Item(
        name=question.id,
        number=number,
        scenario=tuple(parts(question.scenario, wording)) if question.scenario else (),
        stem=_uncited(question.stem),
        hint=count if several else "",
        several=several,
        answers=answers,
        columns=1 if key else _columns(answers, wording.lang),
        key="".join(right) if key else None,
        cite=wording.cite(Cite(question.cite)) if key else "",
    )


def _matching(
    question: Matching,
    number: int,
    order: tuple[int, ...],
    wording: Wording,
    *,
    key: bool,
) -> MatchItem:
    matches = (*(pair.match for pair in question.pairs), *question.spare)
    letter_of = dict(zip(order, ascii_uppercase, strict=False))
    answers = tuple(Answer(letter_of[n], line(matches[n], wording)) for n in order)
    pairings = tuple(
        Pairing(
            line(pair.item, wording),
            letter_of[n] if key else None,
            line(pair.why, wording) if key else None,
        )
        for n, pair in enumerate(question.pairs)
    )
    found = "".join(letter_of[n] for n in range(len(question.pairs)))
    return MatchItem(
        name=question.id,
        number=number,
        stem=_uncited(question.stem),
        hint=wording.labels.match_how,
        pairings=pairings,
        answers=answers,
        key=found if key else None,
        cite=wording.cite(Cite(question.cite)) if key else "",
    )


def _uncited(words: Words) -> Line:
    return Line(words.spans)


def _columns(answers: Sequence[Answer], lang: str) -> int:
    """Give 4, 2 or 1 columns, by the longest option."""
    longest = max(width(answer.text.plain, lang) for answer in answers)
    if longest <= QUARTER:
        return 4
    return 2 if longest <= HALF else 1


def key_head(sections: tuple[Section, ...], words: Labels) -> tuple[Part, ...]:
    """Give all answers at a glance, and the heading above their reasons."""
    answers = tuple(
        (str(part.number), part.key or "")
        for section in sections
        for part in section.parts
        if isinstance(part, Item | MatchItem)
    )
    return (KeyStrip(words.key_table, answers), Heading(letters(words.reasons), 2))
