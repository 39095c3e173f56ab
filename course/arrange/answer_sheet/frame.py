"""The frame of an answer sheet: what is wanted, how large, what stands at its edges."""

from dataclasses import dataclass

from course.arrange.answer_sheet.code import STRIP_BITS, side_of
from course.arrange.answer_sheet.columns import Grid
from course.arrange.answer_sheet.places import Box, Code, Learner, Mark, Print, Text
from course.arrange.answer_sheet.rows import Asked

EDGE = 8.0  # no printer reaches farther out
MARK = 7.0
CLEAR = 1.5  # white beside a mark
# In any two of them, however they are turned, 8 of the 16 bits differ at least; so they
# do in one and itself, turned. No mark is taken for another, or for the wrong way up.
PATTERNS = {
    "top-left": 0x13BC,
    "top-right": 0x5C9F,
    "middle-left": 0x0B5B,
    "middle-right": 0x06C5,
    "bottom-left": 0x72EB,
    "bottom-right": 0x28B1,
}
QR = 24.0
MODULE = 0.72  # the least
QR_CLEAR = 3.0  # white around the QR code: four modules
BIT, STRIP = 1.6, 3.0  # of the strip: width of a bit, and its height
FOOT = 3.6  # the line above the strip


@dataclass(frozen=True, slots=True)
class Size:
    """How large bubbles and words are; `text` is how much larger words are."""

    grid: Grid
    print: Print
    text: float


NORMAL = Size(
    Grid(5.2, 3.0, across=6.4, down=4.6, label=6.5, part=1.5, gap=3.5),
    Print(5.2, 3.0, outline=0.2, letter=6, grey=0.35, label=8),
    text=1,
)
LARGE = Size(
    Grid(7.8, 4.5, across=9.6, down=6.9, label=9.75, part=2.25, gap=5.25),
    Print(7.8, 4.5, outline=0.3, letter=9, grey=0.35, label=12),
    text=1.25,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What sheet is wanted; `learner` is a number of digits (0: none), or a code.

    Width and height are of the paper, in mm; `shown` are the options, as printed.
    """

    quiz: str
    variant: str
    asked: tuple[Asked, ...]
    shown: tuple[str, ...] = ()
    width: float = 210
    height: float = 297
    learner: Learner = 8
    is_large: bool = False
    languages: int = 1

    @property
    def size(self) -> Size:
        """How large bubbles and words are."""
        return LARGE if self.is_large else NORMAL

    @property
    def left(self) -> float:
        """Where all that is between the marks begins."""
        return EDGE + MARK + CLEAR

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.width - self.left

    @property
    def foot(self) -> float:
        """Where the last row must end."""
        return self.height - EDGE - MARK - CLEAR


def marks(wish: Wish) -> tuple[Mark, ...]:
    """Give the six marks: in the corners, and in the middle of both sides."""
    xs = {"left": EDGE, "right": wish.width - EDGE - MARK}
    ys = {
        "top": EDGE,
        "middle": (wish.height - MARK) / 2,
        "bottom": wish.height - EDGE - MARK,
    }
    return tuple(
        Mark(name, Box(xs[across], ys[down], MARK, MARK), f"{pattern:016b}")
        for name, pattern in PATTERNS.items()
        for down, across in (name.split("-"),)
    )


def qr(wish: Wish) -> Code:
    """Give the place of the QR code; it has one size on all sheets of a quiz."""
    modules = side_of(wish.quiz, wish.variant)
    side = max(QR, modules * MODULE)
    x = wish.right + CLEAR - QR_CLEAR - side
    return Code(Box(x, EDGE, side, side), modules, modules)


def strip(wish: Wish) -> Code:
    """Give the place of the strip of bits, at the foot."""
    width = STRIP_BITS * BIT
    top = wish.height - EDGE - STRIP
    return Code(Box((wish.width - width) / 2, top, width, STRIP), STRIP_BITS, 1)


def foot(wish: Wish) -> tuple[Text, ...]:
    """Give where the page and the digits for people stand: above the strip."""
    half = (wish.right - wish.left) / 2
    top = wish.height - EDGE - MARK
    return (
        Text("page", Box(wish.left, top, half, FOOT), 7.5),
        Text("digits", Box(wish.left + half, top, half, FOOT), 7.5, "end"),
    )
