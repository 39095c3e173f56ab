"""The machine-readable answer sheet of a quiz: what stands where, in millimetres.

One table of these places drives the drawing and is saved with the quiz, so that a
reader of scans needs no template. x and y are the left and upper edge, from the upper
left corner of the paper. Neither the places nor the table know a right answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from course.arrange.answer_sheet.code import edition
from course.arrange.answer_sheet.rows import Kind

TABLE_VERSION = 1

Learner: TypeAlias = "int | Literal['code']"
Shape: TypeAlias = Literal["filled", "tick", "cross", "dot", "half"]
Align: TypeAlias = Literal["start", "center", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the paper."""

    x: float
    y: float
    width: float
    height: float

    def __post_init__(self) -> None:
        # A hundredth of a millimetre is finer than any printer.
        for name in ("x", "y", "width", "height"):
            object.__setattr__(self, name, round(getattr(self, name), 2))

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Bubble:
    """A box to fill in, and what it then says."""

    value: str
    box: Box


@dataclass(frozen=True, slots=True)
class Row:
    """The bubbles of a question, or of one thing to match, behind its label."""

    label: str
    number: int
    name: str
    kind: Kind
    label_box: Box
    bubbles: tuple[Bubble, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One letter or digit of the learner's number: a box to write in, and bubbles."""

    box: Box
    bubbles: tuple[Bubble, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """Where learners fill in their number, or the code that pairs their papers."""

    name: Literal["number", "code"]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A registration mark: 4 × 4 bits, row by row, in a frame of dark modules."""

    name: str
    box: Box
    bits: str


@dataclass(frozen=True, slots=True)
class Code:
    """The place of a code: modules in a row, and rows."""

    box: Box
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Text:
    """Where words stand, by what they are; size in points, smaller if they are long.

    Where somebody writes, a line is ruled below.
    """

    role: str
    box: Box
    size: float
    align: Align = "start"
    is_ruled: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A bubble that shows how to fill in, or how not to; no reader looks there."""

    shape: Shape
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """All that stands on a page."""

    number: int
    marks: tuple[Mark, ...]
    qr: Code
    strip: Code
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]
    texts: tuple[Text, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Print:
    """How bubbles are printed: darkness from 0 to 1, line in mm, letters in points.

    Print in grey stays below what a reader takes for a mark.
    """

    bubble_width: float
    bubble_height: float
    outline: float
    letter: float
    grey: float
    label: float


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The sheet of one version of a quiz; `edition` changes with all that is on it."""

    quiz: str
    variant: str
    width: float
    height: float
    is_large: bool
    print: Print
    pages: tuple[Page, ...]
    edition: str = ""

    def bubbles(self) -> Iterator[Bubble]:
        """Give all bubbles that are read."""
        for page in self.pages:
            for field in page.fields:
                for place in field.places:
                    yield from place.bubbles
            for row in page.rows:
                yield from row.bubbles


def with_edition(sheet: AnswerSheet, shown: tuple[str, ...]) -> AnswerSheet:
    """Give a sheet with its edition, told from its table and the options shown."""
    table = as_table(replace(sheet, edition=""))
    return replace(sheet, edition=edition(repr(table), *shown))


def as_table(sheet: AnswerSheet) -> dict[str, Any]:
    """Give the table as plain data, for JSON; `docs/answer-sheet.md` tells its keys."""
    return {
        "version": TABLE_VERSION,
        "unit": "mm",
        "quiz": sheet.quiz,
        "variant": sheet.variant,
        "edition": sheet.edition,
        "paper": {"width": sheet.width, "height": sheet.height},
        "large": sheet.is_large,
        "bubble": {
            "width": sheet.print.bubble_width,
            "height": sheet.print.bubble_height,
            "outline": sheet.print.outline,
            "letter": sheet.print.letter,
            "grey": sheet.print.grey,
            "label": sheet.print.label,
        },
        "pages": [_page(one) for one in sheet.pages],
    }


def _page(page: Page) -> dict[str, Any]:
    return {
        "page": page.number,
        "marks": [
            {"name": one.name, **_box(one.box), "bits": one.bits} for one in page.marks
        ],
        "qr": {**_box(page.qr.box), "modules": page.qr.columns},
        "strip": {**_box(page.strip.box), "bits": page.strip.columns},
        "fields": [
            {
                "name": field.name,
                "places": [
                    {"write": _box(place.box), "bubbles": _spots(place.bubbles)}
                    for place in field.places
                ],
            }
            for field in page.fields
        ],
        "rows": [
            {
                "label": row.label,
                "item": row.number,
                "name": row.name,
                "kind": row.kind,
                "labelled": _box(row.label_box),
                "bubbles": _spots(row.bubbles),
            }
            for row in page.rows
        ],
        "texts": [
            {
                "role": one.role,
                **_box(one.box),
                "size": one.size,
                "align": one.align,
                "ruled": one.is_ruled,
            }
            for one in page.texts
        ],
        "examples": [{"shape": one.shape, **_box(one.box)} for one in page.examples],
    }


def _box(box: Box) -> dict[str, float]:
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}


def _spots(bubbles: tuple[Bubble, ...]) -> dict[str, list[float]]:
    """Give the left upper corner of each bubble, by what it says."""
    return {one.value: [one.box.x, one.box.y] for one in bubbles}
