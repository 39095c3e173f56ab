"""What learners do, and the paper that goes with it."""

from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

from course.model.keys import About, Name
from course.problems import Place
from course.text import Text, Words

HEADING = "words above it, if it needs some"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A prompt, with lines to write on."""

    place: Place = field(compare=False)
    heading: Annotated[Words | None, About(HEADING)] = None
    write: Annotated[Words, About("what to write: “Two things that I will use”")]
    lines: Annotated[int, About("lines to write on", least=1)] = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """Statements that people rate on a scale."""

    place: Place = field(compare=False)
    heading: Annotated[Words | None, About(HEADING)] = None
    rate: Annotated[tuple[Words, ...], About("the statements", some=True)]
    scale: Annotated[
        tuple[Words, ...], About("the steps of the scale, the lowest first", some=True)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """Statements of what is in place, partly, or not yet; with evidence, next step."""

    place: Place = field(compare=False)
    heading: Annotated[Words | None, About(HEADING)] = None
    check: Annotated[
        tuple[Words, ...], About("one behaviour a statement: “… is named [¶61]”")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table to fill in."""

    place: Place = field(compare=False)
    heading: Annotated[Words | None, About(HEADING)] = None
    fill: Annotated[tuple[Words, ...], About("the heads of its columns", some=True)]
    rows: Annotated[int, About("empty rows", least=1)] = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Aims:
    """The objectives of what was taught, each to be rated on a scale."""

    place: Place = field(compare=False)
    heading: Annotated[Words | None, About(HEADING)] = None
    objectives: Annotated[bool, About("true: the objectives of all modules")]
    scale: Annotated[
        tuple[Words, ...], About("the steps of the scale, the lowest first", some=True)
    ]


FormPart: TypeAlias = Lines | Ratings | Aims | Checklist | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """What learners do together."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    title: Annotated[Words, About("a short name")]
    minutes: Annotated[
        int, About("with briefing and debriefing: 15 to 60 is usual", least=1)
    ]
    debrief_minutes: Annotated[
        int, About("minutes of these for the debriefing", least=0)
    ] = 0
    group: Annotated[Words, About("who works together: “pairs”, “groups of 4”")]
    objectives: Annotated[tuple[Name, ...], About("ids of the objectives it serves")]
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report it stands on", least=1)
    ]
    materials: Annotated[Text, About("a list of what must be on the tables")]
    task: Annotated[Words, About("the task in one sentence, for the slide")]
    steps: Annotated[Text, About("a numbered list, to be read by the learners")]
    product: Annotated[Words, About("what each group has made at the end")]
    cards: Annotated[
        Text | None, About("a list of cards or cases to hand out, if there are any")
    ] = None
    form: Annotated[
        tuple[FormPart, ...], About("a form to fill in, if there is one, in parts")
    ] = ()
    debrief: Annotated[Text, About("questions for the debriefing")]
    answers: Annotated[Text, About("what good answers hold, for the trainer")]
