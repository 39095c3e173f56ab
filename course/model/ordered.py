"""Quiz items where one says what belongs to what, or what comes first."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from course.model.choices import Keep
from course.model.keys import About, Level, Name
from course.problems import Place
from course.text import Text, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two things that belong together."""

    place: Place = field(compare=False)
    item: Annotated[Words, About("what is asked about")]
    match: Annotated[Words, About("what belongs to it")]
    why: Annotated[Words, About("why they belong together")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """A question that asks what belongs to what."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    kind: Literal["match"]
    objective: Annotated[Name, About("id of the objective it tests")]
    level: Annotated[Level, About("Bloom's level of thinking")]
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report the key stands on", least=1)
    ]
    scenario: Annotated[Text | None, About("a short case before the question")] = None
    stem: Annotated[Words, About("the question")]
    pairs: Annotated[tuple[Pair, ...], About("three to seven pairs")]
    spare: Annotated[
        tuple[Words, ...], About("matches that belong to no item: one or two")
    ]
    keep: Annotated[
        tuple[Keep, ...], About("warnings to pass over, each with a reason")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Something that has its place in an order."""

    place: Place = field(compare=False)
    step: Annotated[Words, About("what is done, or happens")]
    why: Annotated[Words, About("why it stands at this place")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """A question that asks what comes first, and what after it."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    kind: Literal["order"]
    objective: Annotated[Name, About("id of the objective it tests")]
    level: Annotated[Level, About("Bloom's level of thinking")]
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report the key stands on", least=1)
    ]
    scenario: Annotated[Text | None, About("a short case before the question")] = None
    stem: Annotated[Words, About("the question")]
    steps: Annotated[
        tuple[Stage, ...], About("three to seven, in their right order; no two at once")
    ]
    keep: Annotated[
        tuple[Keep, ...], About("warnings to pass over, each with a reason")
    ] = ()
