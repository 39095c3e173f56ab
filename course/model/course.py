"""A course and its modules, as all else sees them."""

from dataclasses import dataclass, field
from typing import Annotated

from course.model.frame import Frame
from course.model.glossary import Glossary
from course.model.keys import About
from course.model.module import ModuleText
from course.model.questions import Question
from course.model.report import Prints, Report
from course.problems import Place
from course.text import Text, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseText:
    """A course as `course.yaml` holds it; the modules stand in their own files."""

    place: Place = field(compare=False)
    title: Annotated[Words, About("the course's title")]
    subtitle: Annotated[Words | None, About("a line below it")] = None
    publisher: Annotated[Words, About("who answers for the course text")]
    edition: Annotated[Words, About("a date or a number, printed in the imprint")]
    source: Annotated[str, About("the language the modules are written in: en")]
    languages: Annotated[
        tuple[str, ...], About("all languages, the source among them: [en, zh_Hans]")
    ]
    report: Annotated[
        str, About("the file with the report's register, if there is one")
    ] = ""
    glossary: Annotated[
        str, About("the file with the terms, if there is one: glossary.yaml")
    ] = ""
    frame: Annotated[
        str, About("the file with icebreaker, tests and forms, if there is one")
    ] = ""
    modules: Annotated[
        tuple[str, ...],
        About("module files in teaching order, without .yaml", some=True),
    ]
    imprint: Annotated[Text, About("licence and disclaimer, for the last page")]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes and its size in pixels, read with its module."""

    name: str
    data: bytes = field(repr=False)
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Module:
    """A module in its course: its text, its file's name and its number."""

    name: str
    number: int
    text: ModuleText
    pictures: tuple[Picture, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Its quiz items that have a key, in the order of its topics."""
        return tuple(one for topic in self.text.topics for one in topic.questions)


@dataclass(frozen=True, slots=True)
class Course:
    """A course in one language, and all that its outputs are made of."""

    text: CourseText
    report: Report | None
    modules: tuple[Module, ...]
    lang: str
    glossary: Glossary | None = None
    frame: Frame | None = None
    prints: Prints | None = None

    @property
    def symbol(self) -> str:
        """How the report is cited; empty without a report."""
        return self.report.symbol if self.report else ""

    def paragraphs(self, section: str) -> tuple[int, ...]:
        """Give the numbers of a section's paragraphs; none of one that is unknown."""
        sections = self.report.sections if self.report else ()
        found = (one for one in sections if one.id == section)
        return tuple(n for one in found for n in range(one.first, one.last + 1))
