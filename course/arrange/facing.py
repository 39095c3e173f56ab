"""A paper in two languages → one paper that says all of it in both, side by side.

Each line has its twin in the other language. What is filled in – boxes, places for
names, answers – is there once and serves both; a figure stands once in each language.
Where one language has more blocks than the other, its own stand alone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import Any, TypeAlias, TypeVar

from course.arrange.parts import PAPER_SIZE, fitted
from course.arrange.sheet import (
    BarFigure,
    Beside,
    Both,
    Entry,
    Item,
    Line,
    Part,
    PhotoFigure,
    Section,
    Sheet,
    TableFigure,
)
from course.text import Span
from course.wording import dotted

T = TypeVar("T")
Figure: TypeAlias = TableFigure | BarFigure | PhotoFigure
Row: TypeAlias = tuple[Line, ...]
EMPTY = Line(())
# Half of a page that lies on its side, in points, as the templates have it on Letter;
# on A4 it is wider.
HALF_WIDTH = 322.0
# The name of the section that explains terms.
TERMS = "terms"
# Stands between two languages in words that are no line; templates part them there.
SIDES = "\u2028"
# Words that are the same in every language, or known to nobody but the program.
NAMES = ("role", "name", "letter", "key")


def facing(one: Sheet, other: Sheet) -> Sheet:
    """Give a paper in the language of one, with that of the other beside it."""
    others = {section.name: section for section in other.sections}
    return replace(
        one,
        title=dotted(*dict.fromkeys((one.title, other.title))),
        left=one.right,
        right=other.right,
        foot=_sides(one.foot, other.foot),
        sections=tuple(
            _section(section, others.get(section.name), (one.lang, other.lang))
            for section in one.sections
        ),
        beside=Beside(other.lang, other.words),
    )


def _section(one: Section, other: Section | None, langs: tuple[str, str]) -> Section:
    """Give a section in both languages; a missing translation leaves its side empty."""
    if other is None:
        return one
    if one.name == TERMS:
        one, other = _terms(one, other)
    first, second = _narrowed(one), _narrowed(other)
    if one.lang != langs[0] and other.lang == langs[1]:
        first = ()
    elif other.lang != langs[1]:
        second = ()
    return replace(
        one,
        lang=langs[0] if not first else one.lang,
        parts=tuple(_parts(first, second)),
        twin_mark=other.mark,
    )


def _terms(one: Section, other: Section) -> tuple[Section, Section]:
    """Give terms in the order of one language; what they are called stands beside them.

    A table of terms holds a term, the same abroad, and its meaning. One that only one
    language explains is named in the other.
    """
    mine, its = (_first_table(section) for section in (one, other))
    if mine is None or its is None:
        return one, other
    known = {row[0].plain: row for row in its.rows}
    pairs = [(row, known.pop(row[1].plain, _named(row))) for row in mine.rows]
    pairs += [(_named(row), row) for row in known.values()]
    return _with_terms(one, [row for row, _ in pairs]), _with_terms(
        other, [row for _, row in pairs]
    )


def _first_table(section: Section) -> TableFigure | None:
    tables = (part for part in section.parts if isinstance(part, TableFigure))
    return next(tables, None)


def _named(row: Row) -> Row:
    """Give a term as it is called abroad, without its meaning."""
    return (Line((Span(row[1].plain, strong=True),)), EMPTY, EMPTY)


def _with_terms(section: Section, rows: Sequence[Row]) -> Section:
    """Give a section with other terms, and without what they are called abroad."""
    table = _first_table(section)
    assert table
    term, _, meaning = table.head
    short = TableFigure(
        table.caption,
        (term, meaning),
        tuple((row[0], row[2]) for row in rows),
        (False, False),
        (0.5, 0.5),
    )
    parts = (short if part is table else part for part in section.parts)
    return replace(section, parts=tuple(parts))


def _narrowed(section: Section) -> tuple[Part, ...]:
    """Give a section's parts, its tables with columns for a half of the page."""
    return tuple(
        fitted(part, HALF_WIDTH, PAPER_SIZE, section.lang)
        if isinstance(part, TableFigure)
        else part
        for part in section.parts
    )


def _parts(ones: Sequence[Part], others: Sequence[Part]) -> Iterator[Part]:
    """Pair runs of parts of one kind, in their order; what has no twin stands alone."""
    left, right = _runs(ones), _runs(others)
    ours, its = ([kind for kind, _ in runs] for runs in (left, right))
    matcher = SequenceMatcher(None, ours, its, autojunk=False)
    for what, start, end, from_, to in matcher.get_opcodes():
        if what == "equal":
            for one, other in zip(left[start:end], right[from_:to], strict=True):
                yield from (_part(*pair) for pair in zip_longest(one[1], other[1]))
        else:
            yield from (_part(one, None) for _, run in left[start:end] for one in run)
            yield from (_part(None, one) for _, run in right[from_:to] for one in run)


def _runs(parts: Sequence[Part]) -> list[tuple[str, list[Part]]]:
    """Group neighbours of one kind."""
    kinds = groupby(parts, lambda part: type(part).__name__)
    return [(kind, list(run)) for kind, run in kinds]


def _part(one: Part | None, other: Part | None) -> Part:
    part = one or other
    assert part
    if isinstance(part, Figure):
        return Both(one, other)
    merged: Part = _merged(one or _emptied(part), other or _emptied(part))
    return replace(merged, columns=1) if isinstance(merged, Item) else merged


def _merged(one: Any, other: Any, name: str = "") -> Any:
    """Give two things of one kind as one: the lines with their twins."""
    match one:
        case Line():
            return replace(one, twin=other)
        case Entry():
            return Entry("", _merged(_marked(one), _marked(other)))
        case str():
            return one if name in NAMES else _sides(one, other)
        case tuple() if any(isinstance(part, Part) for part in (*one, *other)):
            return tuple(_parts(one, other))
        case tuple():
            return tuple(
                _merged(
                    _emptied(second) if first is None else first,
                    _emptied(first) if second is None else second,
                    name,
                )
                for first, second in zip_longest(one, other)
            )
        case _ if is_dataclass(one) and type(one) is type(other):
            return replace(
                one,  # type: ignore[type-var]
                **{
                    field.name: _merged(
                        getattr(one, field.name), getattr(other, field.name), field.name
                    )
                    for field in fields(one)
                },
            )
        case _:
            return one


def _marked(entry: Entry) -> Line:
    """Give a source with its mark in its line."""
    mark = (Span(f"{entry.mark}  ", strong=True),) if entry.mark else ()
    return replace(entry.text, spans=(*mark, *entry.text.spans))


def _emptied(thing: T) -> T:
    """Give a thing without its words."""
    empty: Callable[[Any], Any] = _emptied
    match thing:
        case Line():
            return EMPTY  # type: ignore[return-value]
        case str():
            return ""  # type: ignore[return-value]
        case tuple():
            return tuple(map(empty, thing))  # type: ignore[return-value]
        case _ if is_dataclass(thing):
            every = {one.name: getattr(thing, one.name) for one in fields(thing)}
            return replace(  # type: ignore[type-var]
                thing,
                **{
                    name: value if name in NAMES else empty(value)
                    for name, value in every.items()
                },
            )
        case _:
            return thing


def _sides(one: str, other: str) -> str:
    return one if other in ("", one) else f"{one}{SIDES}{other}"
