"""What a topic shows: slides made of a text, of data, of a picture or a quiz item."""

from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from course.model.keys import About, Name
from course.problems import Place
from course.text import Text, Words

# The slides that every module has, beside those of its topics, by name.
STANDING = (
    "title", "objectives", "agenda", "agenda-again", "quiz", "lessons", "action",
    "sources", "about",
)  # fmt: skip


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
