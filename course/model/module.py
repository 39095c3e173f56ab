"""A module as its file holds it."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from course.model.activity import Activity
from course.model.keys import About, Level, Name
from course.model.questions import Asked, Attitude, ItemSet, Question, Twins
from course.model.slides import Slide
from course.problems import Place
from course.text import Text, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What learners can do at the end."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    level: Annotated[Level, About("Bloom's level of thinking")]
    text: Annotated[
        Words, About("one observable verb and its object: “draft a half-page input”")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One idea, written once: what the trainer shows, says, hands out, does, asks."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays, whatever becomes of the title")]
    title: Annotated[
        Words,
        About("the idea as a sentence: the slide's headline, the handout's heading"),
    ]
    agenda: Annotated[
        Words | None, About("a short form for the agenda; the title if left out")
    ] = None
    phase: Annotated[
        Literal["hook", "input"],
        About("hook: a case to begin with; input: the content"),
    ] = "input"
    need: Annotated[
        Literal["core", "more"], About("“more” is what a shorter workshop may drop")
    ] = "core"
    minutes: Annotated[
        int, About("for showing and saying; activities count their own", least=0)
    ]
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report it stands on", least=1)
    ] = ()
    recommendations: Annotated[
        tuple[str, ...], About("recommendations of the report it teaches: [R1, R2]")
    ] = ()
    show: Annotated[tuple[Slide, ...], About("one slide, or a list of slides")] = ()
    say: Annotated[Text | None, About("what the trainer says with the first slide")] = (
        None
    )
    read: Annotated[Text | None, About("the handout's text")] = None
    editor: Annotated[
        Text | None, About("an editor's note where the report's text may mislead")
    ] = None
    do: Annotated[tuple[Activity, ...], About("what learners do")] = ()
    ask: Annotated[tuple[Asked, ...], About("quiz items")] = ()
    test: Annotated[
        tuple[Twins, ...], About("pairs of items for the tests before and after")
    ] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Its quiz items that have a key; those of a set one by one, with its case."""
        return tuple(
            question
            for one in self.ask
            if not isinstance(one, Attitude)
            for question in (one.members if isinstance(one, ItemSet) else (one,))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """The quiz at the end of a module."""

    place: Place = field(compare=False)
    minutes: Annotated[int, About("for taking it in the room", least=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrap:
    """How a module closes: what to keep in mind, and what to do next."""

    place: Place = field(compare=False)
    minutes: Annotated[int, About("for closing the module", least=1)]
    lessons: Annotated[Text, About("a list of what to keep in mind")]
    action: Annotated[
        Words, About("the line this module adds to the learner's action plan")
    ]
    say: Annotated[Text, About("what the trainer says to close")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Myth:
    """What people often believe, and what is true of it."""

    place: Place = field(compare=False)
    myth: Annotated[Words, About("what people often say, in one sentence")]
    fact: Annotated[Words, About("what is true, with its paragraph: “… [¶61]”")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What a trainer must know of a module beside what its parts say."""

    place: Place = field(compare=False)
    prepare: Annotated[Text, About("a list: what to do before people come")]
    short: Annotated[Text, About("a list: what to leave out if time is short")]
    long: Annotated[Text, About("a list: what to add if there is more time")]
    care: Annotated[
        Text, About("a list: what may hurt somebody, and how to keep people safe")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleText:
    """A module as its file holds it."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays, whatever becomes of the title")]
    section: Annotated[
        str, About("the section of the report it teaches, as report.yaml names it")
    ] = ""
    title: Annotated[Words, About("what the module is about")]
    minutes: Annotated[int, About("of the whole module, without breaks", least=1)]
    summary: Annotated[Text, About("the module on less than a page, for the handout")]
    objectives: Annotated[
        tuple[Objective, ...], About("three to five things learners can do at the end")
    ]
    topics: Annotated[tuple[Topic, ...], About("five to eight ideas", some=True)]
    myths: Annotated[
        tuple[Myth, ...], About("two to four things people often get wrong")
    ] = ()
    guide: Annotated[Guide | None, About("what a trainer must know beforehand")] = None
    wrap: Annotated[Wrap, About("the close of the module")]
    quiz: Annotated[Quiz | None, About("the quiz, if the module has one")] = None
