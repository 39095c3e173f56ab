"""The layouts of any template → the layouts that slides are arranged for.

A template of ours has them all. One that was made in PowerPoint has what PowerPoint
makes: “Title Slide”, “Title and Content”, “Two Content” and so on, in some language.
Layouts are found by our name, then by PowerPoint's, then by the type that the file
says; boxes by our name, then by kind and place. What is missing has a stand-in: a part
of another box, or a text box that the slide brings. Cards, steps and numbers have none;
they become a list.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from course.arrange.fit import FLOOR, HEADLINE_FLOOR
from course.arrange.look import EMU, Box, Layout
from course.arrange.measure import PITCH, pitch
from course.read.slide_layout import (
    Placeholder,
    SlideLayout,
    found_roles,
    plain_name,
    widest,
)

# Points. A headline is a sentence: larger, it would be set smaller on most slides.
LEAST_HEADLINE, MOST_HEADLINE = 24, 32
MOST_LIST = 28
KICKER, HEAD, IMPRINT, SMALL = 20, 24, 14, 11
AGENDA_INDENT = 94
# The width of “1.” in bold with a gap, as a multiple of its size.
NUMBER_ROOM = 1.2
GAP = 12
CHOICE_INDENT = 43
# The shares of a body that a box beside it takes, and one below it.
NARROW, LOW = 0.3, 0.3
WIDEST = "zh_Hans"
Roles: TypeAlias = Mapping[str, SlideLayout]
# Left, top, width and height.
Place: TypeAlias = tuple[float, float, float, float]


def layouts(given: Sequence[SlideLayout], height: float) -> dict[str, Layout]:
    """Give a layout for each that is arranged for, as far as there is one.

    `height` is a slide's, in points.
    """
    roles = dict(found_roles(given))
    stand_ins = {
        name: _layout(layout, boxes, footed=name not in BARE)
        for name, plan in PLANS.items()
        for layout, boxes in _planned(name, plan, given, roles, height)
    }
    return {**stand_ins, **{one.name: one.layout for one in given if _is_ours(one)}}


def _is_ours(layout: SlideLayout) -> bool:
    """Tell whether a layout has the boxes that ours of that name has."""
    needs = {"Headline", *BOXES.get(layout.name, ())}
    return needs <= {one.box.name for one in layout.holders}


def _planned(
    name: str, plan: "Plan", given: Sequence[SlideLayout], roles: Roles, height: float
) -> Iterator[tuple[SlideLayout, dict[str, Box]]]:
    """Give the first layout, and its boxes, that can stand in for one of ours."""
    named = [one for one in given if plain_name(one.name) == name.lower() and one.head]
    content = roles.get("content")
    for layout in (*named, *(roles[role] for role in plan.roles if role in roles)):
        boxes = plan.boxes(layout, _Page(layout, content or layout, height))
        if boxes:
            yield layout, boxes
            return


def _layout(layout: SlideLayout, boxes: dict[str, Box], *, footed: bool) -> Layout:
    if not footed:
        return Layout(layout.part, boxes)
    foot = layout.footer
    if foot:
        line = pitch(foot.size, WIDEST) + foot.inset[1] + foot.inset[3]
        foot = replace(foot, height=max(foot.height, line))
    return Layout(layout.part, boxes, foot, layout.number)


class _Page:
    """Where headline, evidence and source have room on a layout, in points."""

    def __init__(
        self, layout: SlideLayout, content: SlideLayout, height: float
    ) -> None:
        assert layout.head
        self.head = layout.head
        lent = widest(content) if content.texts else layout.head
        self.area = widest(layout) if layout.texts else _free(lent)
        columns = layout.columns or (self.area,)
        self.first, self.last = columns[0], columns[-1]
        feet = [one.top for one in (layout.footer, layout.number) if one]
        self.foot = min(
            (top for top in feet if top > height / 2), default=height - 2 * GAP
        )

    @property
    def headline(self) -> Box:
        """The title, in a size at which a sentence has room: two lines, if need be.

        What lies behind it may be a band of colour, so that it cannot become larger.
        """
        box = replace(self.head.box, name="Headline", least=FLOOR)
        latin = box.inner_height / (2 * PITCH * box.spacing)
        han = box.inner_height / (2 * pitch(1, WIDEST))
        most = min(latin, max(han, HEADLINE_FLOOR), MOST_HEADLINE)
        size = min(box.size, max(LEAST_HEADLINE, most // 1))
        if size == box.size:
            return box
        level = f'<a:lvl1pPr><a:defRPr sz="{round(size * 100)}"/></a:lvl1pPr>'
        return replace(box, size=size, level=level)

    @property
    def source(self) -> Box:
        """Two lines of small print above the foot."""
        high = 2 * pitch(SMALL, WIDEST)
        left, last = self.first.box.left, self.last.box
        width = last.left + last.width - left
        place = (left, self.foot - high, width, high)
        return _text_box("Source", place, self.first, SMALL, anchor="b")

    def between(self, box: Box) -> Box:
        """Give a box without what the headline and the source take of it."""
        head, last = self.headline, self.source.top - GAP / 3
        above = head.top < box.top
        top = max(box.top, head.top + head.height) if above else box.top
        bottom = min(box.top + box.height, last)
        if (top, bottom) == (box.top, box.top + box.height) or bottom <= top:
            return box
        return replace(box, top=top, height=bottom - top, placed=True)

    def with_boxes(self, *boxes: Box) -> dict[str, Box]:
        """Give all boxes of a layout by name."""
        return {one.name: one for one in (self.headline, *boxes, self.source)}


def _title(layout: SlideLayout, page: _Page) -> dict[str, Box]:
    head = page.head.box
    high = pitch(KICKER, WIDEST)
    below = next((one for one in layout.holders if one.box.kind == "subTitle"), None)
    below = below or (layout.texts[0] if layout.texts else None)
    top = head.top + head.height + GAP
    subtitle = (
        replace(below.box, name="Subtitle")
        if below
        else _text_box("Subtitle", _at(head, top, head.height), page.head, KICKER)
    )
    room = page.foot - subtitle.top
    need = 4 * pitch(KICKER, WIDEST) + subtitle.inset[1] + subtitle.inset[3]
    if subtitle.height < min(need, room):
        subtitle = replace(subtitle, height=min(need, room), placed=True)
    strip = _at(head, head.top - high, high)
    if head.top < high + 2 * GAP:
        strip = _at(subtitle, subtitle.top, high)
        rest = (subtitle.top + high, subtitle.height - high)
        subtitle = replace(subtitle, top=rest[0], height=rest[1], placed=True)
    kicker = _text_box("Kicker", strip, below or page.head, KICKER, anchor="b")
    head = replace(head, name="Headline", least=FLOOR)
    return _named(kicker, head, _list(subtitle))


def _section(layout: SlideLayout, page: _Page) -> dict[str, Box]:
    head = replace(page.head.box, name="Headline", least=FLOOR)
    if layout.texts:
        return _named(replace(layout.texts[0].box, name="Kicker"), head)
    high = pitch(KICKER, WIDEST)
    strip = _at(head, head.top - high, high)
    return _named(_text_box("Kicker", strip, page.head, KICKER, anchor="b"), head)


def _body(layout: SlideLayout, page: _Page) -> dict[str, Box]:
    if not layout.texts:
        return {}
    return page.with_boxes(_list(replace(page.between(page.area.box), name="Body")))


def _list(body: Box, most: float = MOST_LIST) -> Box:
    """Set a body no larger than a list in a room need be, its numbers with a gap."""
    size = min(body.size, most)
    room = NUMBER_ROOM * size * body.letters if body.listed else 0
    indent = max(body.indent, room)
    if (size, indent) == (body.size, body.indent):
        return body
    hang = round(indent * EMU)
    level = f'<a:lvl1pPr marL="{hang}" indent="-{hang}"/>'
    return replace(body, size=size, indent=indent, level=level)


def _agenda(layout: SlideLayout, page: _Page) -> dict[str, Box]:
    """Let lines hang behind their minutes."""
    return _set(_body(layout, page), most=HEAD, indent=AGENDA_INDENT, before=2)


def _imprint(layout: SlideLayout, page: _Page) -> dict[str, Box]:
    return _set(_body(layout, page), most=IMPRINT, indent=0, before=8)


def _set(
    boxes: dict[str, Box], *, most: float, indent: float, before: float
) -> dict[str, Box]:
    """Set a body no larger than `most`, without bullets."""
    if not boxes:
        return {}
    body = boxes["Body"]
    level = _level(indent=indent, before=before)
    size = min(body.size, most)
    body = replace(body, size=size, indent=indent, before=before, listed=False)
    return {**boxes, "Body": replace(body, level=level)}


def _compare(layout: SlideLayout, page: _Page) -> dict[str, Box]:
    """Give two columns with their heads, made from one or two boxes if need be."""
    match layout.texts if layout.is_comparison else layout.columns:
        case (left_head, left, right_head, right):
            names = ("Left head", "Left", "Right head", "Right")
            four = zip(names, (left_head, left, right_head, right), strict=True)
            made = [replace(page.between(h.box), name=name) for name, h in four]
            return page.with_boxes(*made)
        case (left, right):
            return page.with_boxes(
                *_column("Left", left, left.box, page),
                *_column("Right", right, right.box, page),
            )
        case (whole, *_):
            one, other = _halves(whole.box, 0.5)
            return page.with_boxes(
                *_column("Left", whole, one, page),
                *_column("Right", _free(whole), replace(other, index=None), page),
            )
        case _:
            return {}


def _column(name: str, holder: Placeholder, box: Box, page: _Page) -> tuple[Box, Box]:
    """Part a box in a head of two lines and the column below it."""
    room = _list(page.between(box), HEAD)
    size = room.size
    high = 2 * pitch(size, WIDEST)
    strip = _at(room, room.top, high)
    head = _text_box(f"{name} head", strip, holder, size, anchor="b", bold=True)
    below = _at(room, room.top + high, room.height - high)
    if box.index is None:
        return head, _text_box(name, below, holder, size)
    return head, replace(room, name=name, top=below[1], height=below[3], placed=True)


def _beside(name: str) -> "Builder":
    """Give what puts a narrow box beside the body: a placeholder, if there are two."""

    def boxes(layout: SlideLayout, page: _Page) -> dict[str, Box]:
        match layout.columns:
            case (left, right):
                box = left.box
                width = right.box.left + right.box.width - box.left
                narrow, body = _halves(page.between(replace(box, width=width)), NARROW)
                body = replace(body, index=right.box.index, kind=right.box.kind)
            case (whole, *_):
                narrow, body = _halves(page.between(whole.box), NARROW)
                place = _at(narrow, narrow.top, narrow.height)
                narrow = _text_box(name, place, whole, min(narrow.size, MOST_LIST))
            case _:
                return {}
        narrow, body = replace(narrow, name=name), replace(body, name="Body")
        narrow = narrow if narrow.index is None else _list(narrow)
        return page.with_boxes(narrow, _list(body))

    return boxes


def _choices(layout: SlideLayout, page: _Page) -> dict[str, Box]:
    """Let options hang behind their letters."""
    return _set(_body(layout, page), most=HEAD, indent=CHOICE_INDENT, before=8)


def _above(name: str, body: "Builder") -> "Builder":
    """Give what puts a low text box below the body."""

    def boxes(layout: SlideLayout, page: _Page) -> dict[str, Box]:
        made = body(layout, page)
        if not made:
            return {}
        whole = made["Body"]
        high = LOW * whole.height
        top = whole.top + whole.height - high
        below = _text_box(name, _at(whole, top, high), page.area, min(whole.size, HEAD))
        upper = replace(whole, height=whole.height - high - GAP, placed=True)
        return {**made, "Body": upper, name: below}

    return boxes


def _figure(name: str) -> "Builder":
    """Give what makes a layout for a figure: in a box for all contents, or alone."""

    def boxes(_: SlideLayout, page: _Page) -> dict[str, Box]:
        room = page.between(page.area.box)
        if room.kind != "obj":
            room = replace(room, index=None)
        return page.with_boxes(replace(room, name=name))

    return boxes


Builder: TypeAlias = Callable[[SlideLayout, _Page], dict[str, Box]]


@dataclass(frozen=True, slots=True)
class Plan:
    """Which kinds of layouts can stand in for one of ours, and how."""

    roles: tuple[str, ...]
    boxes: Builder


TEXTS = ("Points", "Statement", "Question", "Action")
# Layouts with a narrow box beside their body, by its name.
BESIDE = {"Activity": "Facts", "Evidence": "Statement", "Example": "Place"}
FIGURES = ("Table", "Chart", "Picture")
PLANS = {
    "Title": Plan(("title", "content"), _title),
    "Section": Plan(("section", "title", "content"), _section),
    "Agenda": Plan(("content",), _agenda),
    "Imprint": Plan(("content",), _imprint),
    "Compare": Plan(("comparison", "two", "content"), _compare),
    **{
        name: Plan(("two", "content"), _beside(narrow))
        for name, narrow in BESIDE.items()
    },
    "Quotation": Plan(("content",), _above("By", _body)),
    "Quiz": Plan(("content",), _choices),
    "Answer": Plan(("content",), _above("Reason", _choices)),
    **{name: Plan(("content",), _body) for name in TEXTS},
    **{name: Plan(("content", "only"), _figure(name)) for name in FIGURES},
}
# Nothing stands at the foot of these.
BARE = ("Title", "Section")
# The boxes that our layouts have beside the headline.
BOXES = {
    "Title": ("Kicker", "Subtitle"),
    "Section": ("Kicker",),
    "Compare": ("Left head", "Left", "Right head", "Right"),
    **{name: (narrow, "Body") for name, narrow in BESIDE.items()},
    "Quotation": ("Body", "By"),
    "Answer": ("Body", "Reason"),
    **dict.fromkeys((*TEXTS, "Agenda", "Imprint", "Quiz"), ("Body",)),
    **{name: (name,) for name in FIGURES},
}


def _text_box(
    name: str,
    place: Place,
    like: Placeholder,
    size: float,
    *,
    anchor: str = "t",
    bold: bool = False,
) -> Box:
    """Give a text box of the slide, its text set like that of a placeholder."""
    return Box(
        name,
        None,
        "",
        *place,
        size=size,
        bold=bold,
        inset=(like.box.inset[0], 0, like.box.inset[2], 0),
        letters=like.box.letters,
        anchor=anchor,
        level=_level(like, bold=bold),
    )


def _level(
    like: Placeholder | None = None,
    *,
    bold: bool = False,
    indent: float = 0,
    before: float = 0,
) -> str:
    """Give how text is set: no bullet, hanging by an indent, in a holder's colour."""
    hang = round(indent * EMU)
    side = f' algn="{like.side}"' if like else ""
    weight = f' b="{bold:d}"' if like else ""
    colour = like.colour if like else ""
    return (
        f'<a:lvl1pPr marL="{hang}" indent="-{hang}"{side}><a:spcBef>'
        f'<a:spcPts val="{round(before * 100)}"/></a:spcBef><a:buNone/>'
        f"<a:defRPr{weight}>{colour}</a:defRPr></a:lvl1pPr>"
    )


def _free(holder: Placeholder) -> Placeholder:
    """Give a holder whose box is no placeholder of the layout."""
    return replace(holder, box=replace(holder.box, index=None))


def _halves(box: Box, share: float) -> tuple[Box, Box]:
    """Part a box in two beside each other; the first takes a share of the width."""
    first = share * (box.width - GAP)
    rest = box.width - GAP - first
    return (
        replace(box, width=first, placed=True),
        replace(box, left=box.left + first + GAP, width=rest, placed=True),
    )


def _at(box: Box, top: float, height: float) -> Place:
    """Give a place as wide as a box."""
    return box.left, top, box.width, height


def _named(*boxes: Box) -> dict[str, Box]:
    return {one.name: one for one in boxes}
