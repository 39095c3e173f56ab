"""All that is known of a language's messages: texts, state, problems, room, terms."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal, TypeAlias

from course.arrange.look import Look
from course.arrange.room import Room, room_for
from course.catalog.context import role
from course.catalog.entry import Entries, Entry, Key
from course.catalog.merge import merge
from course.catalog.store import Store, read_all, terms_of, wanted
from course.model import Course
from course.problems import Place, Problem, Severity
from course.slots import Unit, catalogs
from course.terms import Agreed, Termbase

State: TypeAlias = Literal["translated", "review", "meaning", "missing", "ignored"]


@dataclass(frozen=True, slots=True)
class Message:
    """A message: its entry as an update would leave it, and all that belongs to it.

    `units` are the places in the course where it stands; a label has none.
    """

    entry: Entry
    units: tuple[Unit, ...]
    role: str
    problems: tuple[Problem, ...] = ()
    room: Room | None = None
    terms: tuple[Agreed, ...] = ()

    @property
    def state(self) -> State:
        """How far its translation is."""
        entry = self.entry
        if not entry.target:
            return "missing"
        if entry.fuzzy:
            return "meaning" if entry.weighty else "review"
        is_ignored = any(one.severity is Severity.NOTE for one in self.problems)
        open_ones = any(one.severity is not Severity.NOTE for one in self.problems)
        return "ignored" if is_ignored and not open_ones else "translated"


@dataclass(frozen=True, slots=True)
class Gathered:
    """Messages by the name of their file, problems of no message, and of reading."""

    files: Mapping[str, tuple[Message, ...]]
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...]


def gather(
    store: Store, course: Course, lang: str, look: Look, problems: Iterable[Problem]
) -> Gathered:
    """Give all messages of a language; `problems` are those of its translations."""
    fresh = wanted(store, course, lang)
    read, unread = read_all(store, lang, fresh)
    merged = merge({name: entries for name, (entries, _) in read.items()}, fresh)
    live = {
        name: tuple(one for one in merged[name] if not one.obsolete) for name in fresh
    }
    units = _units(course)
    known, left = _by_message(problems, live, units)
    terms = terms_of(course, lang, live.get("glossary", ()))
    files = {
        name: tuple(
            _message(entry, units.get(entry.key, ()), known[entry.key], look, terms)
            for entry in entries
        )
        for name, entries in live.items()
    }
    return Gathered(files, tuple(left), unread)


def _units(course: Course) -> dict[Key, tuple[Unit, ...]]:
    found: dict[Key, list[Unit]] = defaultdict(list)
    for unit in chain.from_iterable(catalogs(course).values()):
        found[Key(unit.slot.path, unit.words.source)].append(unit)
    return {key: tuple(some) for key, some in found.items()}


def _message(
    entry: Entry,
    units: tuple[Unit, ...],
    problems: list[Problem],
    look: Look,
    terms: Termbase,
) -> Message:
    told = tuple(sorted(set(problems)))
    if not units:
        return Message(entry, units, "; ".join(entry.comments), told)
    unit = units[0]
    is_term = unit.slot.kind == "Term.term"
    agreed = () if is_term else terms.terms_in(unit.words.plain)
    return Message(
        entry, units, role(unit.slot), told, room_for(unit.slot, look), agreed
    )


def _by_message(
    problems: Iterable[Problem],
    files: Mapping[str, Entries],
    units: Mapping[Key, tuple[Unit, ...]],
) -> tuple[dict[Key, list[Problem]], list[Problem]]:
    """Give each message's problems, and those that belong to none.

    A problem is told at a line of the PO file, or where the author wrote the words.
    """
    entries = _entries_by_line(files)
    authors = {one.words.place: key for key, some in units.items() for one in some}
    found: dict[Key, list[Problem]] = defaultdict(list)
    left: list[Problem] = []
    for one in problems:
        key = _entry_at(one.place, entries) or authors.get(one.place)
        (found[key] if key else left).append(one)
    return found, left


Lines: TypeAlias = Mapping[str, list[tuple[int, Key]]]


def _entries_by_line(files: Mapping[str, Entries]) -> Lines:
    found: dict[str, list[tuple[int, Key]]] = defaultdict(list)
    for entry in chain.from_iterable(files.values()):
        if entry.place.file:
            found[entry.place.file].append((entry.place.line, entry.key))
    return {file: sorted(some) for file, some in found.items()}


def _entry_at(place: Place, entries: Lines) -> Key | None:
    """Give the entry that begins at a line or above it; none above the first."""
    there = entries.get(place.file, [])
    after = bisect_right(there, place.line, key=lambda one: one[0])
    return there[after - 1][1] if after else None


def counted(messages: Iterable[Message]) -> Iterator[tuple[State, int]]:
    """Count messages by their state."""
    states = [one.state for one in messages]
    names: tuple[State, ...] = (
        "translated",
        "ignored",
        "review",
        "meaning",
        "missing",
    )
    return ((name, states.count(name)) for name in names)
