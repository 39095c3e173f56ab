"""What a picture of a slide needs of a template, and arranging does not: its look.

Lengths are in points. A colour is six hexadecimal digits, or eight where it lets
through what is below it; an empty one draws nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Geometry: TypeAlias = Literal["rect", "round", "ellipse", "line", "path"]
# One step of a path: M(ove), L(ine), C(urve) or Z (close), and its points as shares
# of the shape's width and height.
Step: TypeAlias = tuple[str, tuple[tuple[float, float], ...]]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: its colour, its width, and whether it is `solid`, `dashed`, `dotted`."""

    colour: str
    width: float
    dash: str = "solid"


@dataclass(frozen=True, slots=True)
class Legend:
    """The words in a decorative shape, and how they are set."""

    words: str
    size: float
    colour: str
    bold: bool
    align: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape that a template draws; `turn` is in degrees, clockwise.

    `picture` names one of the template's pictures, `crop` what is cut off of it at
    left, top, right and bottom, as shares of its size. `mirrored` tells that a line
    falls from right to left.
    """

    left: float
    top: float
    width: float
    height: float
    geometry: Geometry = "rect"
    fill: str = ""
    stroke: Stroke | None = None
    turn: float = 0
    mirrored: bool = False
    steps: tuple[Step, ...] = ()
    picture: str = ""
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    legend: Legend | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """How a placeholder sets paragraphs of one level.

    Lines begin at `indent`, a bullet or a tabbed word `hang` before it. `spacing` is
    a multiple of the usual pitch; `before` is what stands before a paragraph, and
    `before_share` the same as a multiple of the type size.
    """

    colour: str
    bold: bool = False
    italic: bool = False
    align: str = "l"
    indent: float = 0
    hang: float = 0
    spacing: float = 1
    before: float = 0
    before_share: float = 0
    bullet: str = ""
    bullet_colour: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """How a placeholder looks: the shape behind its text, and how this is set."""

    shape: Shape
    anchor: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A layout: its ground, the shapes on it, and its placeholders by their index."""

    ground: Shape
    shapes: tuple[Shape, ...]
    faces: Mapping[int, Face]


@dataclass(frozen=True, slots=True)
class Cells:
    """How the header or the body of a table looks."""

    fill: str
    colour: str
    bold: bool
    top: Stroke | None
    bottom: Stroke | None
    between: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Decor:
    """The look of a template's slides.

    `colours` are those of its theme, by role; `scenes` its layouts, by their part.
    """

    width: float
    height: float
    colours: Mapping[str, str]
    scenes: Mapping[str, Scene]
    head: Cells
    body: Cells
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
