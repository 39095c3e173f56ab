"""Questions in the order of a version → the rows of an answer sheet, and its key."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase, digits
from typing import Literal, TypeAlias

from course.assemble import numbered, points
from course.model import (
    Asked as AskedOf,
)
from course.model import (
    Attitude,
    Choice,
    FillIn,
    Judge,
    Matching,
    Ordering,
    Question,
    Right,
    ShortAnswer,
)
from course.text import Words

Kind: TypeAlias = Literal[
    "one", "several", "judge", "match", "order", "fill", "short", "attitude"
]
# Label of a row, and letter of a bubble in it.
Answered: TypeAlias = tuple[str, str]
Order: TypeAlias = Mapping[str, tuple[int, ...]]
# What one agrees with: from 1, not at all, to 5, wholly.
SCALE = "12345"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as an answer sheet sees it; one for matching has several rows.

    What is written on the question paper has a row for the points that it earns.
    """

    number: int
    name: str
    kind: Kind
    labels: tuple[str, ...]
    letters: str


def asked(questions: Sequence[AskedOf], order: Order) -> tuple[Asked, ...]:
    """Give the questions of a paper; nothing tells which answers are right."""
    return tuple(
        Asked(
            one.number,
            one.asked.id,
            one.asked.kind,
            _labels(one.asked, one.number),
            _letters(one.asked, order),
        )
        for one in numbered(questions)
    )


def shown(questions: Sequence[AskedOf], order: Order) -> tuple[str, ...]:
    """Give the author's words of each option in their order: what its letter means.

    Of what has no options it is the question.
    """
    return tuple(
        (words.origin or words).plain
        for one in numbered(questions)
        for words in (*_items(one.asked), *_shown(one.asked, order))
    )


def right(questions: Sequence[AskedOf], order: Order) -> frozenset[Answered]:
    """Give the key: the bubbles to be filled in."""
    return frozenset(
        (label, letter)
        for one in numbered(questions)
        if not isinstance(one.asked, Attitude)
        for label, letter in _right(one.asked, one.number, order[one.asked.id])
    )


def _right(
    question: Question, number: int, order: tuple[int, ...]
) -> Iterator[Answered]:
    letter_of = dict(zip(order, ascii_uppercase, strict=False))
    labels = _labels(question, number)
    match question:
        case Choice(options=options):
            for n, option in enumerate(options):
                if isinstance(option, Right):
                    yield labels[0], letter_of[n]
        case Judge(answer=answer):
            yield labels[0], "A" if answer else "B"
        case Matching() | Ordering():
            for n, label in enumerate(labels):
                yield label, letter_of[n]
        case FillIn() | ShortAnswer():
            pass


def _letters(question: Question | Attitude, order: Order) -> str:
    """Give what stands in the boxes of a row; digits are points, or steps."""
    match question:
        case FillIn() | ShortAnswer():
            return digits[: points(question) + 1]
        case Attitude():
            return SCALE
        case _:
            return ascii_uppercase[: len(order[question.id])]


def _labels(question: Question | Attitude, number: int) -> tuple[str, ...]:
    """Give the labels of a question's rows: 5; or 6.1, 6.2 of things to match."""
    parts = _rows(question)
    return tuple(f"{number}.{n + 1}" for n in range(parts)) or (str(number),)


def _rows(question: Question | Attitude) -> int:
    """Count the rows of a question that has several; 0, if it is one row."""
    if isinstance(question, Ordering):
        return len(question.steps)
    return len(_items(question))


def _items(question: Question | Attitude) -> tuple[Words, ...]:
    """Give what is matched, or agreed with; nothing, where one chooses."""
    match question:
        case Matching():
            return tuple(pair.item for pair in question.pairs)
        case Attitude():
            return question.statements
        case _:
            return ()


def _shown(question: Question | Attitude, order: Order) -> tuple[Words, ...]:
    options: tuple[Words, ...] = ()
    match question:
        case Choice():
            options = tuple(option.words for option in question.options)
        case Matching():
            options = (*(pair.match for pair in question.pairs), *question.spare)
        case Ordering():
            options = tuple(one.step for one in question.steps)
        case Judge() | FillIn() | ShortAnswer():
            return (question.stem,)
        case Attitude():
            return ()
    return tuple(options[n] for n in order[question.id])
