"""Quiz items where one writes: into blanks, or in one's own words."""

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal

from course.model.choices import Keep
from course.model.keys import About, Level, Name
from course.problems import Place
from course.text import Text, Words

# A blank in a sentence; its number, where there are several.
BLANK = re.compile(r"(?:[(（]\s*(?P<number>\d)\s*[)）]\s*)?_{3,}")
# Parts the answers that count; a translator may write more of them, or fewer.
PARTED = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """What belongs into a blank."""

    place: Place = field(compare=False)
    accept: Annotated[
        Words,
        About("the answers that count, parted by |: four | 4; the best one first"),
    ]
    why: Annotated[Words, About("why this belongs there")]

    @property
    def accepted(self) -> tuple[str, ...]:
        """The answers that count."""
        parts = (one.strip() for one in self.accept.plain.split(PARTED))
        return tuple(one for one in parts if one)


def blanks_in(text: str) -> tuple[str, ...]:
    """Give the numbers of the blanks in a sentence; "" of one without a number.

    >>> blanks_in("The (2)____ asked for ____."), blanks_in("（1）____请求")
    (('2', ''), ('1',))
    """
    return tuple(one["number"] or "" for one in BLANK.finditer(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class FillIn:
    """A sentence with blanks."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    kind: Literal["fill"]
    objective: Annotated[Name, About("id of the objective it tests")]
    level: Annotated[Level, About("Bloom's level of thinking")]
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report the key stands on", least=1)
    ]
    scenario: Annotated[Text | None, About("a short case before the sentence")] = None
    stem: Annotated[
        Words, About("a sentence with ____; with several: (1)____ and (2)____")
    ]
    blanks: Annotated[
        tuple[Blank, ...], About("what belongs into each, in their numbers' order")
    ]
    keep: Annotated[
        tuple[Keep, ...], About("warnings to pass over, each with a reason")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkingPoint:
    """What an answer in one's own words earns points with."""

    place: Place = field(compare=False)
    point: Annotated[Words, About("what the answer must say")]
    worth: Annotated[int, About("how many points it earns", least=1)] = 1
    why: Annotated[Words, About("why it belongs to the answer")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswer:
    """A question that is answered in one's own words."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    kind: Literal["short"]
    objective: Annotated[Name, About("id of the objective it tests")]
    level: Annotated[Level, About("Bloom's level of thinking")]
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report the key stands on", least=1)
    ]
    scenario: Annotated[Text | None, About("a short case before the question")] = None
    stem: Annotated[Words, About("the question, or what is to be written")]
    answer: Annotated[Text, About("a model answer")]
    marks: Annotated[tuple[MarkingPoint, ...], About("what earns points", some=True)]
    keep: Annotated[
        tuple[Keep, ...], About("warnings to pass over, each with a reason")
    ] = ()
