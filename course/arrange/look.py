"""What arranging must know of a template: its layouts and the room in their boxes."""

from collections.abc import Mapping
from dataclasses import dataclass

# English Metric Units, in which Office files measure, in a point.
EMU = 12_700
# The indent of a list in a box that is not made for lists, in points.
INDENT = 28.8
# How much further in a list stands whose numbers have two digits.
WIDER = 1.6


@dataclass(frozen=True, slots=True)
class Box:
    """A place for text or a figure on a layout; lengths and sizes in points.

    A box without an `index` is no placeholder of the layout: the slide brings it, and
    `anchor` tells where its text stands. `placed` tells that the box does not stand
    where the layout has it. `level` is how its text is set, as DrawingML, where the
    layout does not say it.

    `least` is the smallest type size, where it is not the usual one; `letters` tells
    how wide the face's letters are, Arial's being 1; `spacing` multiplies a line's
    pitch. `before` is what stands before each paragraph but the first, `inset` the
    inner margins: left, top, right, bottom. Where a box is `listed`, each paragraph
    has a bullet; `indent` is where its lines begin.
    """

    name: str
    index: int | None
    kind: str
    left: float
    top: float
    width: float
    height: float
    size: float = 18
    bold: bool = False
    before: float = 0
    indent: float = 0
    listed: bool = False
    inset: tuple[float, float, float, float] = (0, 0, 0, 0)
    least: float | None = None
    letters: float = 1
    spacing: float = 1
    capitals: bool = False
    anchor: str = "t"
    placed: bool = False
    level: str = ""

    @property
    def inner_width(self) -> float:
        """The width that a line of text has, in letters as wide as Arial's."""
        return (self.width - self.inset[0] - self.inset[2]) / self.letters

    @property
    def inner_height(self) -> float:
        """The height that all lines have together."""
        return self.height - self.inset[1] - self.inset[3]


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout's boxes, by name; and those at its foot, if it has them.

    `part` is the layout's name within the template.
    """

    part: str
    boxes: Mapping[str, Box]
    footer: Box | None = None
    number: Box | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A template as arranging sees it: its layouts, by the names that we give them."""

    layouts: Mapping[str, Layout]
