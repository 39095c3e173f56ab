"""The head of an answer sheet: title, lines, number or code, and how to fill in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from string import ascii_uppercase, digits

from course.arrange.answer_sheet.frame import EDGE, QR_CLEAR, Wish, qr
from course.arrange.answer_sheet.places import (
    Box,
    Bubble,
    Example,
    Field,
    Place,
    Shape,
    Text,
)

TITLE = 7.0
ABOUT = 4.5
LINE = 8.0  # to write on
NAME, NAMED = 22.0, 4.0  # the words above a field
WRITE = 6.0  # the boxes to write in
SPACE = 1.5
GAP = 6.0  # between the field and what stands beside it
NARROW = 48.0  # less is no room for words
LETTER_ROWS = 10  # letters stand in columns as high as those of digits
WRONG: tuple[Shape, ...] = ("tick", "cross", "dot", "half")
LABEL = 15.0  # of the examples
# Words on how to fill in: so many mm in one line of 8.5 points, and lines not full.
HOW, LOOSE, PITCH = 500.0, 3.0, 3.9
# And so much more, where these kinds of questions are asked.
MORE = {"judge": 100, "order": 190, "attitude": 110, "fill": 150}


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the rows, and where it ends."""

    fields: tuple[Field, ...] = ()
    texts: tuple[Text, ...] = ()
    examples: tuple[Example, ...] = ()
    bottom: float = field(default=0.0, kw_only=True)

    def __add__(self, other: "Head") -> "Head":
        """Give both together."""
        return Head(
            self.fields + other.fields,
            self.texts + other.texts,
            self.examples + other.examples,
            bottom=max(self.bottom, other.bottom),
        )


def head(wish: Wish, *, is_first: bool) -> Head:
    """Give the head of the first page, or that of the others: without how to fill in.

    Words stand beside the field, or above it where the paper is narrow.
    """
    code = qr(wish).box
    below = code.bottom + QR_CLEAR
    title = _title(wish, code.x - QR_CLEAR)
    top = title.bottom + SPACE
    width = field_width(wish)
    start = wish.left + (width + GAP if width else 0)
    is_beside = wish.right - start >= NARROW * wish.size.text
    if not is_beside:
        start = wish.left
    lines = _lines(wish, Box(start, top, code.x - QR_CLEAR - start, 0), below)
    words = lines
    if is_first:
        words += _how(wish, Box(start, max(lines.bottom + SPACE, below), 0, 0))
    if not width:
        return title + words
    place = top if is_beside else max(words.bottom, below) + SPACE
    return title + words + _field(wish, place)


def _title(wish: Wish, right: float) -> Head:
    wide, larger = right - wish.left, wish.size.text
    share = 0.55 * wide
    below = EDGE + TITLE
    texts = (
        Text("title", Box(wish.left, EDGE, share, TITLE), 15),
        Text("variant", Box(wish.left + share, EDGE, wide - share, TITLE), 11, "end"),
        Text("about", Box(wish.left, below, wide, ABOUT * larger), 8.5 * larger),
    )
    return Head((), texts, bottom=below + ABOUT * larger)


def _lines(wish: Wish, room: Box, below: float) -> Head:
    """Give lines for name and date; or how to make a code, in place of a name.

    They stand beside the QR code, or below it, where there is too little room.
    """
    larger = wish.size.text
    if room.width < NARROW * larger:
        room = Box(room.x, below, wish.right - room.x, 0)
    tall = LINE * larger
    if wish.learner == "code":
        how = Box(room.x, room.y, room.width, 2 * tall)
        return Head((), (Text("code_how", how, 8.5 * larger),), bottom=how.bottom)
    boxes = [Box(room.x, room.y + n * tall, room.width, tall) for n in range(2)]
    texts = tuple(
        Text(role, box, 8.5 * larger, is_ruled=True)
        for role, box in zip(("name", "date"), boxes, strict=True)
    )
    return Head((), texts, bottom=boxes[-1].bottom)


def _how(wish: Wish, room: Box) -> Head:
    """Give how to fill in: words, a right example, and wrong ones."""
    larger, grid = wish.size.text, wish.size.grid
    wide = wish.right - room.x
    # What is written has one line for both of its kinds.
    kinds = {"fill" if one.kind == "short" else one.kind for one in wish.asked}
    words = HOW + sum(MORE.get(kind, 0) for kind in kinds)
    lines = (words * larger / wide + LOOSE) * wish.languages
    tall = lines * PITCH * larger
    how = Text("how", Box(room.x, room.y, wide, tall), 8.5 * larger)
    label = LABEL * larger
    top = how.box.bottom + SPACE

    def row(role: str, shapes: tuple[Shape, ...], x: float, y: float) -> Head:
        text = Text(role, Box(x, y, label, grid.height), 8 * larger)
        examples = tuple(
            Example(
                shape,
                Box(x + label + n * grid.across, y, grid.width, grid.height),
            )
            for n, shape in enumerate(shapes)
        )
        return Head((), (text,), examples, bottom=y + grid.height)

    right = row("right_example", ("filled",), room.x, top)
    second = room.x + label + 2 * grid.across
    if second + label + len(WRONG) * grid.across <= wish.right:
        wrong = row("wrong_example", WRONG, second, top)
    else:
        wrong = row("wrong_example", WRONG, room.x, top + grid.down)
    return Head((), (how,), bottom=how.box.bottom) + right + wrong


def field_width(wish: Wish) -> float:
    """Give how wide the field for the learner's number or code is, with its name."""
    grid = wish.size.grid
    columns = sum(wide for wide, _ in _places(wish))
    if not columns:
        return 0
    parts = grid.part * 3 if wish.learner == "code" else 0
    width = columns * grid.across - (grid.across - grid.width) + parts
    return max(width, NAME * wish.size.text)


def _places(wish: Wish) -> tuple[tuple[int, str], ...]:
    """Give the characters of a number or code: columns of bubbles, and their values."""
    if wish.learner == "code":
        letters = -(-len(ascii_uppercase) // LETTER_ROWS)
        return ((letters, ascii_uppercase), *((1, digits),) * 3)
    return ((1, digits),) * wish.learner


def _field(wish: Wish, top: float) -> Head:
    larger = wish.size.text
    named = Box(wish.left, top, field_width(wish), NAMED * larger)
    place_top = named.bottom + SPACE / 2
    places = tuple(_spread(wish, place_top))
    bottom = max(one.box.bottom for place in places for one in place.bubbles)
    found = Field("code" if wish.learner == "code" else "number", places)
    return Head((found,), (Text("field", named, 8.5 * larger),), bottom=bottom)


def _spread(wish: Wish, top: float) -> Iterator[Place]:
    grid, larger = wish.size.grid, wish.size.text
    x = wish.left
    first = top + WRITE * larger + SPACE
    for wide, values in _places(wish):
        width = wide * grid.across - (grid.across - grid.width)
        bubbles = tuple(
            Bubble(
                value,
                Box(
                    x + n // LETTER_ROWS * grid.across,
                    first + n % LETTER_ROWS * grid.down,
                    grid.width,
                    grid.height,
                ),
            )
            for n, value in enumerate(values)
        )
        yield Place(Box(x, top, width, WRITE * larger), bubbles)
        x += wide * grid.across + (grid.part if wish.learner == "code" else 0)
