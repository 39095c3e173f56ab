"""What a course is: modules of topics, and each topic's five parts.

The fields of these classes are the keys of the source files: the reader, the JSON
Schema for editors and the walk for translators are all made from them. A field's
note (`About`) is what an author sees in the editor. Texts are `Text` (blocks) or
`Words` (one line); only these are translated.
"""

from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from course.problems import Place
from course.text import Text, Words

# The slides that every module has, beside those of its topics, by name.
STANDING = (
    "title", "objectives", "agenda", "agenda-again", "quiz", "lessons", "action",
    "sources", "about",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class About:
    """What a key is for, in words for its author; and the least number it takes.

    `some` says that a list must hold something.
    """

    note: str
    least: int | None = None
    some: bool = False


@dataclass(frozen=True, slots=True)
class Id:
    """A name of a thing that never changes: small letters, digits and hyphens."""


Name: TypeAlias = Annotated[str, Id()]
Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
Layout = Literal[
    "points",
    "cards",
    "steps",
    "compare",
    "table",
    "numbers",
    "statement",
    "evidence",
    "example",
    "question",
    "quotation",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSlide:
    """A slide made from a text; the layout tells what the text must hold.

    Without one, what the text holds chooses the layout.
    """

    place: Place = field(compare=False)
    layout: Annotated[
        Layout | None,
        About("how the text stands on the slide; chosen by the text if left out"),
    ] = None
    headline: Annotated[
        Words | None, About("a full sentence; without it the topic's title stands here")
    ] = None
    text: Annotated[Text, About("what is on the slide")]
    say: Annotated[Text | None, About("what the trainer says with this slide")] = None
    answers: Annotated[
        Text | None, About("what good answers to its question hold, for the trainer")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a chart."""

    place: Place = field(compare=False)
    label: Annotated[Words, About("what was counted")]
    value: Annotated[int, About("how many", least=0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSlide:
    """A bar chart, drawn natively, longest bar first unless the order has a sense."""

    place: Place = field(compare=False)
    layout: Literal["bars"]
    headline: Annotated[
        Words | None, About("the message of the chart, as a sentence")
    ] = None
    unit: Annotated[Words, About("what the numbers count, for the axis and the data")]
    bars: Annotated[tuple[Bar, ...], About("the data")]
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report the data stand on", least=1)
    ] = ()
    footnotes: Annotated[
        tuple[int, ...], About("footnotes the data stand on", least=1)
    ] = ()
    counted: Annotated[
        bool, About("true if the authors counted: the chart then says so")
    ] = False
    say: Annotated[Text | None, About("what the trainer says with this slide")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of numbers in a chart that has several."""

    place: Place = field(compare=False)
    name: Annotated[Words, About("what these numbers belong to")]
    values: Annotated[
        tuple[int, ...], About("one number for each label, in their order", least=0)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesSlide:
    """A chart of one or more series: bars in parts, lines, or dots."""

    place: Place = field(compare=False)
    layout: Annotated[
        Literal["stacked", "line", "dots"],
        About("stacked: parts of a whole; line: over time; dots: side by side"),
    ]
    headline: Annotated[
        Words | None, About("the message of the chart, as a sentence")
    ] = None
    unit: Annotated[Words, About("what the numbers count")]
    labels: Annotated[
        tuple[Words, ...], About("what stands along the chart", some=True)
    ]
    series: Annotated[tuple[Series, ...], About("the data: one to four", some=True)]
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report the data stand on", least=1)
    ] = ()
    footnotes: Annotated[
        tuple[int, ...], About("footnotes the data stand on", least=1)
    ] = ()
    counted: Annotated[
        bool, About("true if the authors counted: the chart then says so")
    ] = False
    say: Annotated[Text | None, About("what the trainer says with this slide")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Something that took some years; or a year, if `first` is `last`."""

    place: Place = field(compare=False)
    label: Annotated[Words, About("what took place")]
    first: Annotated[int, About("its first year", least=1)]
    last: Annotated[int, About("its last year", least=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodsSlide:
    """A chart of what took place when: one bar a period, the first one on top."""

    place: Place = field(compare=False)
    layout: Literal["periods"]
    headline: Annotated[
        Words | None, About("the message of the chart, as a sentence")
    ] = None
    periods: Annotated[tuple[Period, ...], About("the data", some=True)]
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report the data stand on", least=1)
    ] = ()
    footnotes: Annotated[
        tuple[int, ...], About("footnotes the data stand on", least=1)
    ] = ()
    counted: Annotated[
        bool, About("true if the authors counted: the chart then says so")
    ] = False
    say: Annotated[Text | None, About("what the trainer says with this slide")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSlide:
    """A picture that carries meaning."""

    place: Place = field(compare=False)
    layout: Literal["picture"]
    headline: Annotated[Words | None, About("a full sentence")] = None
    image: Annotated[str, About("a PNG or JPEG file, as seen from this file's folder")]
    alt: Annotated[Words, About("what the picture tells, for those who cannot see it")]
    say: Annotated[Text | None, About("what the trainer says with this slide")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizSlide:
    """A quiz item for the whole room: its question, then its answer."""

    place: Place = field(compare=False)
    layout: Literal["quiz"]
    headline: Annotated[Words | None, About("the question stands here if left out")] = (
        None
    )
    item: Annotated[Name, About("id of a quiz item of this module, with options")]
    say: Annotated[Text | None, About("what the trainer says with this slide")] = None


Charted: TypeAlias = ChartSlide | SeriesSlide | PeriodsSlide
Slide: TypeAlias = (
    TextSlide | ChartSlide | SeriesSlide | PeriodsSlide | PictureSlide | QuizSlide
)


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
    debrief: Annotated[Text, About("questions for the debriefing")]
    answers: Annotated[Text, About("what good answers hold, for the trainer")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """An option that is right."""

    place: Place = field(compare=False)
    right: Annotated[Words, About("a right answer")]
    why: Annotated[Words, About("why it is right")]

    @property
    def words(self) -> Words:
        """The answer."""
        return self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A distractor."""

    place: Place = field(compare=False)
    wrong: Annotated[Words, About("a wrong answer that somebody could well give")]
    why: Annotated[Words, About("why it is wrong")]

    @property
    def words(self) -> Words:
        """The answer."""
        return self.wrong


Option: TypeAlias = Right | Wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A question with options, of which one or several are right."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    kind: Annotated[Literal["one", "several"], About("how many options are right")]
    objective: Annotated[Name, About("id of the objective it tests")]
    level: Annotated[Level, About("Bloom's level of thinking")]
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report the key stands on", least=1)
    ]
    scenario: Annotated[Text | None, About("a short case before the question")] = None
    stem: Annotated[Words, About("the question")]
    order: Annotated[
        Literal["shuffle", "fixed"], About("“fixed” keeps the options as they stand")
    ] = "shuffle"
    options: Annotated[tuple[Option, ...], About("three or four answers")]


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
    stem: Annotated[Words, About("the question")]
    pairs: Annotated[tuple[Pair, ...], About("three to seven pairs")]
    spare: Annotated[
        tuple[Words, ...], About("matches that belong to no item: one or two")
    ]


Question: TypeAlias = Choice | Matching


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
    show: Annotated[tuple[Slide, ...], About("one slide, or a list of slides")] = ()
    say: Annotated[Text | None, About("what the trainer says with the first slide")] = (
        None
    )
    read: Annotated[Text | None, About("the handout's text")] = None
    editor: Annotated[
        Text | None, About("an editor's note where the report's text may mislead")
    ] = None
    do: Annotated[tuple[Activity, ...], About("what learners do")] = ()
    ask: Annotated[tuple[Question, ...], About("quiz items")] = ()


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
    wrap: Annotated[Wrap, About("the close of the module")]
    quiz: Annotated[Quiz | None, About("the quiz, if the module has one")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the report."""

    place: Place = field(compare=False)
    id: Annotated[str, About("its number, as printed")]
    title: Annotated[str, About("its title, for authors")] = ""
    first: Annotated[int, About("its first paragraph", least=1)]
    last: Annotated[int, About("its last paragraph", least=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What one paragraph of the report holds that a text may rest on."""

    place: Place = field(compare=False)
    id: Annotated[int, About("the paragraph's number", least=1)]
    about: Annotated[str, About("its subject, for authors")] = ""
    numbers: Annotated[
        tuple[str, ...], About("numbers and years it gives, in digits")
    ] = ()
    counted: Annotated[
        tuple[str, ...], About("numbers the authors counted from it")
    ] = ()
    names: Annotated[tuple[str, ...], About("places, bodies and texts it names")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """What one footnote of the report points to."""

    place: Place = field(compare=False)
    id: Annotated[int, About("the footnote's number", least=1)]
    paragraph: Annotated[int, About("the paragraph it belongs to", least=1)]
    documents: Annotated[
        tuple[str, ...], About("document symbols, with paragraphs")
    ] = ()
    source: Annotated[
        Words | None, About("a source without a symbol, named in our words")
    ] = None
    link: Annotated[str, About("a web address that works")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The register of the report that a course is on: what may be cited."""

    place: Place = field(compare=False)
    symbol: Annotated[str, About("how the report is cited: A/HRC/42/22")]
    title: Annotated[Words, About("its title")]
    link: Annotated[str, About("where it can be read")] = ""
    sections: Annotated[tuple[Section, ...], About("its sections, in order")]
    passages: Annotated[tuple[Passage, ...], About("its paragraphs, in order")]
    notes: Annotated[tuple[Footnote, ...], About("its footnotes, in order")] = ()

    @property
    def paragraphs(self) -> frozenset[int]:
        """The numbers of all paragraphs."""
        return frozenset(passage.id for passage in self.passages)

    @property
    def footnotes(self) -> frozenset[int]:
        """The numbers of all footnotes."""
        return frozenset(note.id for note in self.notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the glossary: what it is called, and what it means.

    In a translated course the forms are those of its language.
    """

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    term: Annotated[Words, About("the agreed form; small letters match any")]
    also: Annotated[
        tuple[str, ...], About("other forms that are right: a short form, initials")
    ] = ()
    avoid: Annotated[tuple[str, ...], About("forms that are not used here")] = ()
    definition: Annotated[Words | None, About("what it means, in simple words")] = None
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report that use it", least=1)
    ] = ()
    footnotes: Annotated[
        tuple[int, ...], About("footnotes of the report that use it", least=1)
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """The terms and names of a course: one agreed form of each in every language."""

    place: Place = field(compare=False)
    terms: Annotated[tuple[Term, ...], About("the terms, in any order", some=True)]


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
        """Its quiz items, in the order of its topics."""
        return tuple(one for topic in self.text.topics for one in topic.ask)


@dataclass(frozen=True, slots=True)
class Course:
    """A course in one language, and all that its outputs are made of."""

    text: CourseText
    report: Report | None
    modules: tuple[Module, ...]
    lang: str
    glossary: Glossary | None = None

    @property
    def symbol(self) -> str:
        """How the report is cited; empty without a report."""
        return self.report.symbol if self.report else ""

    def paragraphs(self, section: str) -> tuple[int, ...]:
        """Give the numbers of a section's paragraphs; none of one that is unknown."""
        sections = self.report.sections if self.report else ()
        found = (one for one in sections if one.id == section)
        return tuple(n for one in found for n in range(one.first, one.last + 1))
