"""Parts of a quiz beside questions with options: orders, blanks, answers, attitudes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.arrange.sheet import Answer, FormTable, Line, Pairing, Part


@dataclass(frozen=True, slots=True)
class Case:
    """The case that several questions are about; it stays with the first of them."""

    title: str
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class OrderItem:
    """A question that asks what comes first: lettered steps, and places for letters.

    `placed` are the steps in their right order; on a learner's paper it is empty.
    """

    name: str
    number: int
    scenario: tuple["Part", ...]
    stem: "Line"
    hint: str
    answers: tuple["Answer", ...]
    placed: tuple["Pairing", ...] = ()
    key: str | None = None
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """What belongs into a blank: its number, if it has one, and what counts."""

    letter: str
    accepted: "Line"
    forms: tuple[str, ...]
    why: "Line"


@dataclass(frozen=True, slots=True)
class FillItem:
    """A sentence whose blanks are spans; on a learner's paper `blanks` is empty."""

    name: str
    number: int
    scenario: tuple["Part", ...]
    stem: "Line"
    hint: str
    blanks: tuple[Filled, ...] = ()
    key: str | None = None
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Marking:
    """What earns points in an answer, and how many."""

    letter: str
    text: "Line"
    why: "Line"


@dataclass(frozen=True, slots=True)
class ShortItem:
    """A question with lines to answer it on; or a model answer and its marking."""

    name: str
    number: int
    scenario: tuple["Part", ...]
    stem: "Line"
    hint: str
    lines: int
    answer: tuple["Part", ...] = ()
    marks: tuple[Marking, ...] = ()
    key: str | None = None
    cite: str = ""


@dataclass(frozen=True, slots=True)
class AttitudeItem:
    """Statements to agree with or not; nobody scores them, so there is no key."""

    name: str
    number: int
    stem: "Line"
    hint: str
    form: "FormTable"
    key: str | None = None
    cite: str = ""
