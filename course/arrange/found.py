"""What a search in a site can find: the words below each heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from course.arrange.asking import AttitudeItem, Case, FillItem, OrderItem, ShortItem
from course.arrange.outline import names
from course.arrange.sheet import (
    BarFigure,
    CutCards,
    Entry,
    FormTable,
    Framed,
    Heading,
    Item,
    Line,
    MatchItem,
    Part,
    PhotoFigure,
    Point,
    Points,
    Prompt,
    Prose,
    Quoted,
    Section,
    Sources,
    TableFigure,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A heading, its name in its page, and each paragraph below it."""

    name: str
    heading: str
    paragraphs: tuple[str, ...]


def found(sections: Sequence[Section]) -> Iterator[Found]:
    """Give all that a page holds, heading by heading."""
    name, heading = "", ""
    below: list[str] = []
    for section, named in zip(sections, names(sections), strict=True):
        for part, own in zip(section.parts, named, strict=True):
            if isinstance(part, Heading):
                if name:
                    yield Found(name, heading, tuple(below))
                name, heading, below = own, part.text.plain, []
            else:
                below += filter(None, texts(part))
    if name:
        yield Found(name, heading, tuple(below))


def texts(part: Part) -> Iterator[str]:  # noqa: PLR0912
    """Give the words of a part, paragraph by paragraph."""
    match part:
        case Heading(text) | Prose(text) | Prompt(text):
            yield text.plain
        case Points(points) | CutCards(points):
            yield from _of_points(points)
        case Quoted(lines):
            yield from (one.plain for one in lines)
        case TableFigure(caption, head, rows):
            yield caption
            yield from (_row(row) for row in (head, *rows))
        case BarFigure():
            yield part.caption
            yield part.alt
        case PhotoFigure():
            yield part.caption
            yield part.alt
        case Framed(title=title, parts=parts):
            yield title
            for one in parts:
                yield from texts(one)
        case FormTable(rows=rows):
            yield from (_row([c for c in row if isinstance(c, Line)]) for row in rows)
        case Sources(entries):
            yield from map(_source, entries)
        case Case(title=title, parts=parts):
            yield title
            for one in parts:
                yield from texts(one)
        case (
            Item()
            | MatchItem()
            | OrderItem()
            | FillItem()
            | ShortItem()
            | AttitudeItem()
        ):
            yield part.stem.plain
        case _:
            # Places to write, letters of a key, and what only books and guides have.
            pass


def _row(cells: Sequence[Line]) -> str:
    return " – ".join(filter(None, (cell.plain for cell in cells)))


def _source(entry: Entry) -> str:
    return " ".join(filter(None, (entry.mark, entry.text.plain)))


def _of_points(points: Sequence[Point]) -> Iterator[str]:
    for one in points:
        yield one.text.plain
        yield from _of_points(one.points)
