"""What a deck is once it is arranged: slides, the text in their boxes, their notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from course.arrange.look import WIDER
from course.problems import Place
from course.text import Span

# What stands before a paragraph: nothing, a bullet, or its number in a list.
Mark: TypeAlias = Literal["", "bullet"] | int


# How much smaller a twin is, down to a size in points.
TWIN, LEAST_TWIN = 0.7, 16
ONE_DIGIT = 9


@dataclass(frozen=True, slots=True)
class Twin:
    """The same words in another language: below and smaller, or on the same line."""

    spans: tuple[Span, ...]
    lang: str
    inline: bool = False

    @property
    def plain(self) -> str:
        """Its letters alone."""
        return "".join(span.text for span in self.spans)

    def size(self, size: float) -> float:
        """Give its type size beside words of a size, in points."""
        return size if self.inline else max(min(size, LEAST_TWIN), round(TWIN * size))


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph in a box or in the notes; `level` counts from 0.

    `lang` is its language where that is not the slide's.
    """

    spans: tuple[Span, ...]
    mark: Mark = ""
    level: int = 0
    lang: str = ""
    twin: Twin | None = None

    @property
    def plain(self) -> str:
        """Its letters alone."""
        return "".join(span.text for span in self.spans)


def widening(paras: Iterable[Para]) -> float:
    """Give how much further in a list stands, so that all its numbers have room."""
    marks = (para.mark for para in paras)
    return WIDER if any(isinstance(m, int) and m > ONE_DIGIT for m in marks) else 1


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in one box, and its type size in points."""

    box: str
    paras: tuple[Para, ...]
    size: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, each some paragraphs, the first row its header.

    `columns` are shares of the width, `heights` of the rows in points, `size` is the
    type size in points.
    """

    rows: tuple[tuple[tuple[Para, ...], ...], ...]
    numeric: tuple[bool, ...]
    columns: tuple[float, ...]
    heights: tuple[float, ...]
    size: float
    alt: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars, the first one on top; `alt` tells the chart's message."""

    unit: str
    labels: tuple[str, ...]
    values: tuple[int, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class SeriesChart:
    """Some rows of numbers over the same labels; `values` has a row for each name."""

    kind: Literal["stacked", "line", "dots"]
    unit: str
    labels: tuple[str, ...]
    names: tuple[str, ...]
    values: tuple[tuple[int, ...], ...]
    alt: str


@dataclass(frozen=True, slots=True)
class PeriodChart:
    """Periods as bars along years, the first one on top; `written` stands beside."""

    labels: tuple[str, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    written: tuple[str, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture, its size in pixels, and the words for those who cannot see it."""

    name: str
    data: bytes = field(repr=False)
    width: int
    height: int
    alt: str


Chart: TypeAlias = BarChart | SeriesChart | PeriodChart
Figure: TypeAlias = Grid | Chart | Photo


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: a layout of the template, what fills its boxes, and its notes.

    `section` is the name of the part of the deck that it belongs to; `told` are the
    parts of the course that stand on it or in its notes. Slides of one draft share its
    name: `drafted`.
    """

    name: str
    layout: str
    lang: str
    fillings: tuple[Filling, ...]
    place: Place = field(compare=False)
    figure: Figure | None = None
    notes: tuple[Para, ...] = ()
    section: str = ""
    told: tuple[object, ...] = field(default=(), compare=False, repr=False)
    drafted: str = ""

    @property
    def headline(self) -> str:
        """The slide's title, as plain letters."""
        heads = (f for f in self.fillings if f.box == "Headline")
        lines = (para.plain for head in heads for para in head.paras)
        return " ".join(lines).replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Deck:
    """A module's slides in one language."""

    lang: str
    title: str
    subject: str
    author: str
    footer: str
    slides: tuple[Slide, ...]
