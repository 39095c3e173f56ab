"""Slots: where in a course a translator's message belongs.

A slot is the path of ids down to the thing that bears the words, and the name of
the part of it that holds them: `united-nations/four-channels/show`. It has no
running numbers, so that a new point leaves its neighbours' messages alone. What is
extracted and what is translated is the same walk, so the two cannot differ.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import Any, NamedTuple, TypeAlias, TypeVar, get_args, get_type_hints

from course.model import About, Course
from course.problems import Place
from course.text import (
    Block,
    Bullets,
    Cite,
    Item,
    Paragraph,
    Quote,
    Steps,
    Table,
    Text,
    Words,
)

T = TypeVar("T")
NOTHING = Cite()


@dataclass(frozen=True, slots=True)
class Slot:
    """Whose words these are, and which part of it: `united-nations/upr`, `show`.

    `bearer` is the part of the model whose field holds the words, `name` that field's
    name; `block` is the kind of block they stand in. `cites` is what they stand on, if
    they cite nothing themselves.
    """

    owner: str
    part: str
    bearer: Any = field(default=None, compare=False, repr=False)
    name: str = ""
    block: str = ""
    cites: Cite = NOTHING

    @property
    def path(self) -> str:
        """The slot as a PO file's `msgctxt` names it."""
        return f"{self.owner}/{self.part}"

    @property
    def kind(self) -> str:
        """The bearer's class and its field: `Topic.title`."""
        return f"{type(self.bearer).__name__}.{self.name}"

    @property
    def note(self) -> str:
        """What authors are told of the field."""
        hint = get_type_hints(type(self.bearer), include_extras=True).get(self.name)
        notes = getattr(hint, "__metadata__", ())
        return next((one.note for one in notes if isinstance(one, About)), self.name)


Change = Callable[[Slot, Words], Words]


class Known(NamedTuple):
    """A translation, the place where somebody wrote it, and their comments."""

    target: str
    place: Place
    notes: tuple[str, ...] = ()


# By slot and source.
Translations: TypeAlias = Mapping[tuple[str, str], Known]


@dataclass(frozen=True, slots=True)
class Unit:
    """Words in their slot: what a translator translates."""

    slot: Slot
    words: Words


def change(node: T, owner: str, how: Change) -> T:
    """Rebuild a part of the model with all its words changed.

    `owner` is the path of ids that the part hangs on. An empty table cell has no words.
    """

    def spoken(slot: Slot, words: Words) -> Words:
        return how(slot, words) if words.source else words

    return _change(node, Slot(owner, ""), spoken)  # type: ignore[no-any-return]


def units(node: Any, owner: str) -> Iterator[Unit]:
    """Give all words of a part of the model, in reading order, with their slots."""
    found: list[Unit] = []

    def keep(where: Slot, words: Words) -> Words:
        found.append(Unit(where, words))
        return words

    change(node, owner, keep)
    return iter(found)


def words_in(node: Any) -> Iterator[Words]:
    """Give all words of a part of the model, in reading order, without their slots."""
    if isinstance(node, Words):
        yield node
    elif isinstance(node, Text):
        yield from node.words
    elif isinstance(node, tuple):
        for one in node:
            yield from words_in(one)
    elif is_dataclass(node):
        for one in fields(node):
            yield from words_in(getattr(node, one.name))


def catalogs(course: Course) -> dict[str, tuple[Unit, ...]]:
    """Give each translation file's name and its units: the modules' files come last."""
    head = [*units(course.text, "course")]
    if course.report:
        head += units(course.report, "report")
    made = {"course": tuple(head)}
    if course.glossary:
        made["glossary"] = tuple(units(course.glossary, "glossary"))
    if course.frame:
        made["frame"] = tuple(units(course.frame, "frame"))
    return made | {m.name: tuple(units(m.text, "")) for m in course.modules}


def change_course(course: Course, how: Change) -> Course:
    """Rebuild a course with all its words changed."""
    return replace(
        course,
        text=change(course.text, "course", how),
        report=course.report and change(course.report, "report", how),
        glossary=course.glossary and change(course.glossary, "glossary", how),
        frame=course.frame and change(course.frame, "frame", how),
        modules=tuple(
            replace(module, text=change(module.text, "", how))
            for module in course.modules
        ),
    )


def _change(node: Any, slot: Slot, how: Change) -> Any:
    if isinstance(node, Words):
        return how(slot, node)
    if isinstance(node, Text):
        blocks = tuple(_change_block(block, slot, how) for block in node.blocks)
        return Text(blocks, node.place)
    if isinstance(node, tuple):
        new = tuple(_change(one, slot, how) for one in node)
        same = all(one is other for one, other in zip(node, new, strict=True))
        return node if same else new
    if is_dataclass(node) and not isinstance(node, type):
        return _change_fields(node, slot, how)
    return node


def _change_fields(node: Any, slot: Slot, how: Change) -> Any:
    """Change an object's fields; one with an id owns the words below it."""
    kind: Any = type(node)
    names = _wordy(kind)
    if not names:
        return node
    bears = getattr(node, "id", None)
    owner = slot.owner if bears is None else f"{slot.owner}/{bears}".lstrip("/")
    cites = _cites(node) or slot.cites
    changed = {}
    for name in names:
        value = getattr(node, name)
        if value:
            part = slot.part if bears is None and slot.part else name
            where = Slot(owner, part, node, name, cites=cites)
            new = _change(value, where, how)
            if new is not value:
                changed[name] = new
    return replace(node, **changed) if changed else node


def _cites(node: Any) -> Cite:
    """Give what a part of the model says that it stands on, beside its words."""
    kind: Any = type(node)
    known = _names(kind)
    paragraphs = node.cite if "cite" in known else ()
    return Cite(paragraphs, node.footnotes if "footnotes" in known else ())


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


@cache
def _wordy(kind: Any) -> tuple[str, ...]:
    """Give the fields of a class that can hold words, themselves or further down."""
    hints = get_type_hints(kind)
    return tuple(one.name for one in fields(kind) if _holds_words(hints[one.name]))


@cache
def _holds_words(hint: Any) -> bool:
    inner = get_args(hint)
    if inner:
        return any(map(_holds_words, inner))
    if hint in (Text, Words):
        return True
    is_part = is_dataclass(hint) and hint is not Place
    return is_part and bool(_wordy(hint))


def _change_block(block: Block, slot: Slot, how: Change) -> Block:
    slot = replace(slot, block=type(block).__name__)
    match block:
        case Paragraph(words):
            return Paragraph(how(slot, words))
        case Bullets(items):
            return Bullets(_change_items(items, slot, how))
        case Steps(items):
            return Steps(_change_items(items, slot, how))
        case Table(head, rows, numeric):
            return Table(
                tuple(how(slot, cell) for cell in head),
                tuple(tuple(how(slot, cell) for cell in row) for row in rows),
                numeric,
            )
        case Quote(paragraphs):
            return Quote(tuple(how(slot, words) for words in paragraphs))


def _change_items(items: tuple[Item, ...], slot: Slot, how: Change) -> tuple[Item, ...]:
    return tuple(
        Item(how(slot, item.words), _change_items(item.items, slot, how))
        for item in items
    )
