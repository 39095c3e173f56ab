"""Questions in the order of a version → the rows of an answer sheet, and its key."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Literal, TypeAlias

from course.model import Choice, Question, Right
from course.text import Words

Kind: TypeAlias = Literal["one", "several", "match"]
# Label of a row, and letter of a bubble in it.
Answered: TypeAlias = tuple[str, str]
Order: TypeAlias = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as an answer sheet sees it; one for matching has several rows."""

    number: int
    name: str
    kind: Kind
    labels: tuple[str, ...]
    letters: str


def asked(questions: Sequence[Question], order: Order) -> tuple[Asked, ...]:
    """Give the questions of a paper; nothing tells which answers are right."""
    return tuple(
        Asked(
            number,
            one.id,
            one.kind,
            _labels(one, number),
            ascii_uppercase[: len(order[one.id])],
        )
        for number, one in enumerate(questions, 1)
    )


def shown(questions: Sequence[Question], order: Order) -> tuple[str, ...]:
    """Give the author's words of each option in their order: what its letter means."""
    return tuple(
        (words.origin or words).plain
        for one in questions
        for words in (*_items(one), *(_options(one)[n] for n in order[one.id]))
    )


def right(questions: Sequence[Question], order: Order) -> frozenset[Answered]:
    """Give the key: the bubbles to be filled in."""
    return frozenset(
        (label, letter)
        for number, one in enumerate(questions, 1)
        for label, letter in _right(one, number, order[one.id])
    )


def _right(
    question: Question, number: int, order: tuple[int, ...]
) -> Iterator[Answered]:
    letter_of = dict(zip(order, ascii_uppercase, strict=False))
    labels = _labels(question, number)
    if isinstance(question, Choice):
        for n, option in enumerate(question.options):
            if isinstance(option, Right):
                yield labels[0], letter_of[n]
        return
    for n, label in enumerate(labels):
        yield label, letter_of[n]


def _labels(question: Question, number: int) -> tuple[str, ...]:
    """Give the labels of a question's rows: 5; or 6.1, 6.2 of things to match."""
    parts = len(_items(question))
    return tuple(f"{number}.{n + 1}" for n in range(parts)) or (str(number),)


def _items(question: Question) -> tuple[Words, ...]:
    """Give what is matched; nothing, where one chooses."""
    match question:
        case Choice():
            return ()
        case _:
            return tuple(pair.item for pair in question.pairs)


def _options(question: Question) -> tuple[Words, ...]:
    match question:
        case Choice():
            return tuple(option.words for option in question.options)
        case _:
            return (*(pair.match for pair in question.pairs), *question.spare)
