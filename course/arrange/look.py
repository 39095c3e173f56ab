"""What arranging must know of a template: its layouts and the room in their boxes."""

from collections.abc import Mapping
from dataclasses import dataclass

# English Metric Units, in which Office files measure, in a point.
EMU = 12_700
# The indent of a list in a box that is not made for lists, in points.
INDENT = 28.8


@dataclass(frozen=True, slots=True)
class Box:
    """A place for text or a figure on a layout; lengths and sizes in points.

    `before` is what stands before each paragraph but the first, `inset` the inner
    margins: left, top, right, bottom. Where a box is `listed`, each paragraph has a
    bullet; `indent` is where its lines begin.
    """

    name: str
    index: int
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

    @property
    def inner_width(self) -> float:
        """The width that a line of text has."""
        return self.width - self.inset[0] - self.inset[2]

    @property
    def inner_height(self) -> float:
        """The height that all lines have together."""
        return self.height - self.inset[1] - self.inset[3]


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout's boxes, by name; and those at its foot, if it has them."""

    boxes: Mapping[str, Box]
    footer: Box | None = None
    number: Box | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A template as arranging sees it: its layouts, by name."""

    layouts: Mapping[str, Layout]
