"""What a paper is once it is arranged: handout, quiz or key, as parts in sections.

Words arrive here finished: citations, numbers and labels are written out in the
language of their section. Templates and writers add no words.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from course.arrange.asking import AttitudeItem, Case, FillItem, OrderItem, ShortItem
from course.labels import Labels
from course.text import Span


class PrintedOnly:
    """A part that only papers as PDF have, such as guides and books."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one block, and what they cite, in words.

    `linked` are the words of the citation once more, with links into the list of
    sources. `name` is what others link to. `lang` is set where it is not that of the
    section. On a paper in two languages `twin` says the same in the other one.
    """

    spans: tuple[Span, ...]
    cite: str = ""
    linked: tuple[Span, ...] = ()
    name: str = ""
    lang: str = ""
    twin: "Line | None" = None

    @property
    def plain(self) -> str:
        """Its letters alone."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the paper's title. On a new page, if it begins one."""

    text: Line
    level: int
    is_on_new_page: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; a small one is set as in an imprint."""

    text: Line
    small: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """An entry of a list, with the entries below it."""

    text: Line
    points: tuple["Point", ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    points: tuple[Point, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody else's words, set apart."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number in a caption, and the words that it stands in: Table 1."""

    series: Literal["table", "figure"]
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class TableFigure:
    """A table with a caption; `columns` are shares of the width."""

    caption: str
    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    numeric: tuple[bool, ...]
    columns: tuple[float, ...]
    numbered: Numbered | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart, its value also in words."""

    label: str
    value: int
    written: str


@dataclass(frozen=True, slots=True)
class BarFigure:
    """A bar chart with a caption, what it counts, and where the data are from."""

    caption: str
    label_head: str
    unit: str
    bars: tuple[Bar, ...]
    source: str
    alt: str
    numbered: Numbered | None = None


@dataclass(frozen=True, slots=True)
class PhotoFigure:
    """A picture with a caption, and its size in points, if a column is wide enough."""

    caption: str
    name: str
    data: bytes = field(repr=False)
    width: float
    height: float
    alt: str
    numbered: Numbered | None = None


@dataclass(frozen=True, slots=True)
class Framed:
    """Parts set apart from the text, with a title: objectives, an editor's note."""

    role: Literal["objectives", "editor", "action"]
    title: str
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Blanks:
    """Lines to write on."""

    count: int


@dataclass(frozen=True, slots=True)
class Prompt:
    """What to write, and lines to write it on: a number, or more down to the foot."""

    text: Line
    lines: int
    to_foot: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick."""


Cell: TypeAlias = Line | Tick


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table to fill in; an empty line is a place to write.

    A row of one cell spans all columns and heads those below it. `columns` are shares
    of the width, `height` is the least of a row in points.
    """

    head: tuple[Line, ...]
    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[float, ...]
    height: float


@dataclass(frozen=True, slots=True)
class CutCards:
    """Cards to print and cut out."""

    cards: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Places to fill in at the head of a paper."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A source: its mark and what it is."""

    mark: str
    text: Line


@dataclass(frozen=True, slots=True)
class Sources:
    """The list of sources."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class KeyStrip:
    """All right answers at a glance: numbers and letters."""

    title: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An option of a question. On a learner's paper `right` and `why` are not known."""

    letter: str
    text: Line
    right: bool | None = None
    why: Line | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A question with options, set in 1, 2 or 4 columns."""

    name: str
    number: int
    scenario: tuple["Part", ...]
    stem: Line
    hint: str
    several: bool
    answers: tuple[Answer, ...]
    columns: int
    key: str | None = None
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Pairing:
    """An entry to be matched. On a learner's paper `letter` and `why` are not known."""

    text: Line
    letter: str | None = None
    why: Line | None = None


@dataclass(frozen=True, slots=True)
class MatchItem:
    """A question that asks what belongs to what."""

    name: str
    number: int
    scenario: tuple["Part", ...]
    stem: Line
    hint: str
    pairings: tuple[Pairing, ...]
    answers: tuple[Answer, ...]
    key: str | None = None
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Contents(PrintedOnly):
    """A list of all headings with their pages."""

    title: str


@dataclass(frozen=True, slots=True)
class Step(PrintedOnly):
    """The heading of what is taught in one go, by the clock.

    `facts` are small words below it; `during` is the running head of its pages.
    """

    title: Line
    start: str
    end: str
    minutes: str
    facts: str
    during: str


@dataclass(frozen=True, slots=True)
class Shown(PrintedOnly):
    """A slide's picture, and beside it what a trainer must know of it.

    `picture` counts all slides of a paper from 0; `label` is the slide's number in its
    own deck, in words; `alt` is what stands on the slide.
    """

    picture: int
    label: str
    alt: str
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Slotted:
    """A line of a programme; `place` is where its page is found, if it has one."""

    cells: tuple[Line, ...]
    place: str = ""
    is_pause: bool = False


@dataclass(frozen=True, slots=True)
class Timetable(PrintedOnly):
    """What happens when, and on which page; `columns` are shares of the width."""

    head: tuple[str, ...]
    rows: tuple[Slotted, ...]
    columns: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SeePage(PrintedOnly):
    """Words that name the page of a place: “… on page {page}”."""

    words: str
    place: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A term of an index, and the places that use it."""

    term: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index(PrintedOnly):
    """Terms with their pages."""

    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class Both(PrintedOnly):
    """A figure in each language of a paper; one may be missing."""

    first: "Part | None"
    second: "Part | None"


Asking: TypeAlias = Item | MatchItem | OrderItem | FillItem | ShortItem | AttitudeItem
Part: TypeAlias = (
    Heading
    | Prose
    | Points
    | Quoted
    | TableFigure
    | BarFigure
    | PhotoFigure
    | Framed
    | Blanks
    | Prompt
    | FormTable
    | CutCards
    | Fields
    | Sources
    | KeyStrip
    | Item
    | MatchItem
    | OrderItem
    | FillItem
    | ShortItem
    | AttitudeItem
    | Case
    | Contents
    | Step
    | Shown
    | Timetable
    | SeePage
    | Index
    | Both
)


@dataclass(frozen=True, slots=True)
class Section:
    """Parts in one language; `mark` tells that they are not translated yet.

    `twin_mark` tells it of the other language, on a paper in two.
    """

    name: str
    lang: str
    parts: tuple[Part, ...]
    mark: str = ""
    twin_mark: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """The second language of a paper, and its labels."""

    lang: str
    words: Labels = field(default=Labels(), repr=False)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper in one language, with the labels that its template may show.

    With a second language beside it, each line has its twin.
    """

    kind: Literal["handout", "quiz", "key", "form", "appendix", "activities", "guide"]
    lang: str
    title: str
    subject: str
    author: str
    left: str
    right: str
    foot: str
    sections: tuple[Section, ...]
    words: Labels = field(default=Labels(), repr=False)
    beside: Beside | None = None
