"""A layout as a PowerPoint file has it: its name, its type, and its placeholders.

Files name their layouts as the PowerPoint that made them does, in its language:
“Title Slide”, “Title and Content”, “Two Content” …
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from course.arrange.look import Box, Layout

# For each kind of layout: its type in the file, and how PowerPoint names it.
NAMES = {
    "title": ("title", ("title slide", "标题幻灯片")),
    "section": ("secHead", ("section header", "节标题")),
    "content": ("obj", ("title and content", "标题和内容")),
    "two": ("twoObj", ("two content", "两栏内容", "两项内容")),
    "comparison": ("twoTxTwoObj", ("comparison", "比较")),
    "only": ("titleOnly", ("title only", "仅标题")),
}
HEADS = ("title", "ctrTitle")
TEXT = ("obj", "body")
# A box of at least this share of the largest is a column beside it.
COLUMN = 0.6
TWO, FOUR = 2, 4


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder: its box, the colour of its text as DrawingML, and its side."""

    box: Box
    colour: str
    side: str


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A layout as a file has it: name, type, part, and placeholders."""

    name: str
    kind: str
    part: str
    holders: tuple[Placeholder, ...]
    footer: Box | None
    number: Box | None

    @property
    def head(self) -> Placeholder | None:
        """The placeholder of the title."""
        return next((one for one in self.holders if one.box.kind in HEADS), None)

    @property
    def texts(self) -> tuple[Placeholder, ...]:
        """The placeholders that can hold text, the first as it is read first."""
        found = (one for one in self.holders if one.box.kind in TEXT)
        return tuple(sorted(found, key=lambda one: (one.box.left, one.box.top)))

    @property
    def columns(self) -> tuple[Placeholder, ...]:
        """The large ones among them: one for contents, or several beside each other."""
        most = max((_area(one.box) for one in self.texts), default=0)
        return tuple(one for one in self.texts if _area(one.box) >= COLUMN * most)

    @property
    def is_comparison(self) -> bool:
        """Tell whether there are two columns, each with a head."""
        return len(self.texts) == FOUR and len(self.columns) == TWO

    @property
    def layout(self) -> Layout:
        """The layout with the names of its own boxes."""
        boxes = {one.box.name: one.box for one in self.holders}
        return Layout(self.part, boxes, self.footer, self.number)


def found_roles(given: Sequence[SlideLayout]) -> Iterator[tuple[str, SlideLayout]]:
    """Give PowerPoint's kinds of layouts, each with the first that is of that kind.

    Where nothing is named or typed so, text stands in the largest box that has a title.
    """
    titled = [one for one in given if one.head]
    for role, (kind, names) in NAMES.items():
        by_name = [one for one in titled if plain_name(one.name) in names]
        by_type = [one for one in titled if one.kind == kind]
        for layout in (*by_name, *by_type):
            if _can_be(role, layout):
                yield role, layout
                break
        else:
            rest = [one for one in titled if one.texts and one.kind != "title"]
            if role == "content" and rest:
                yield role, max(rest, key=lambda one: _area(widest(one).box))


def _can_be(role: str, layout: SlideLayout) -> bool:
    """Tell whether a layout has the boxes that a kind of layout needs."""
    match role:
        case "content":
            return bool(layout.texts)
        case "two":
            return len(layout.columns) == TWO
        case "comparison":
            return layout.is_comparison
        case _:
            return True


def widest(layout: SlideLayout) -> Placeholder:
    """Give the largest placeholder for text; one for all contents goes first."""
    return max(layout.texts, key=lambda one: (one.box.kind == "obj", _area(one.box)))


def _area(box: Box) -> float:
    return box.width * box.height


def plain_name(name: str) -> str:
    """Give a layout's name without the number that PowerPoint puts before a copy."""
    return name.strip().lower().lstrip("0123456789").removeprefix("_").strip()
