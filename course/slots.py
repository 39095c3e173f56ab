"""Slots: where in a course a translator's message belongs.

A slot is the path of ids down to the thing that bears the words, and the name of
the part of it that holds them: `united-nations/four-channels/show`. It has no
running numbers, so that a new point leaves its neighbours' messages alone. What is
extracted and what is translated is the same walk, so the two cannot differ.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, NamedTuple, TypeAlias, TypeVar

from course.model import Course
from course.problems import Place
from course.text import (
    Block,
    Bullets,
    Item,
    Paragraph,
    Quote,
    Steps,
    Table,
    Text,
    Words,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Slot:
    """Whose words these are, which part of it, and the role they play there.

    `united-nations/four-channels`, `show`, “textslide headline”.
    """

    owner: str
    part: str
    role: str

    @property
    def path(self) -> str:
        """The slot as a PO file's `msgctxt` names it."""
        return f"{self.owner}/{self.part}"


# What translators call the model's classes, where the class's own name would puzzle.
NAMES = {
    "TextSlide": "slide",
    "ChartSlide": "slide",
    "SeriesSlide": "slide",
    "PeriodsSlide": "slide",
    "PictureSlide": "slide",
    "QuizSlide": "slide",
    "ModuleText": "module",
    "CourseText": "course",
    "Right": "option",
    "Wrong": "option",
    "Choice": "question",
    "Matching": "question",
}

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

    `owner` is the path of ids that the part hangs on.
    """
    return _change(node, Slot(owner, "", ""), how)  # type: ignore[no-any-return]


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
    """Give each translation file's name and its units: `course`, then the modules."""
    head = [*units(course.text, "course")]
    if course.report:
        head += units(course.report, "report")
    modules = {m.name: tuple(units(m.text, "")) for m in course.modules}
    return {"course": tuple(head), **modules}


def change_course(course: Course, how: Change) -> Course:
    """Rebuild a course with all its words changed."""
    return replace(
        course,
        text=change(course.text, "course", how),
        report=course.report and change(course.report, "report", how),
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
        return replace(node, blocks=blocks)
    if isinstance(node, tuple):
        return tuple(_change(one, slot, how) for one in node)
    if is_dataclass(node) and not isinstance(node, type):
        return _change_fields(node, slot, how)
    return node


def _change_fields(node: Any, slot: Slot, how: Change) -> Any:
    """Change an object's fields; one with an id owns the words below it."""
    bears = getattr(node, "id", None)
    owner = slot.owner if bears is None else f"{slot.owner}/{bears}".lstrip("/")
    kind = NAMES.get(type(node).__name__, type(node).__name__.lower())
    changed = {}
    for one in fields(node):
        value = getattr(node, one.name)
        if isinstance(value, Text | Words | tuple) or is_dataclass(value):
            part = slot.part if bears is None and slot.part else one.name
            role = f"{kind} {one.name}".replace("_", " ")
            changed[one.name] = _change(value, Slot(owner, part, role), how)
    return replace(node, **changed)


def _change_block(block: Block, slot: Slot, how: Change) -> Block:
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
