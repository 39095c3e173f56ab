"""What came back from translators → the entries to go on with. Pure.

A row counts only where its file differs from what was exported. Then:

1.  its message is still there, and nobody has changed it here: it is taken;
2.  it was changed here as well: a conflict; the entry stays as it is;
3.  its source has changed: it is taken as fuzzy, with the source it was made for;
4.  its place is gone: it is added, and the merge of catalogues finds a place for it,
    or keeps it as obsolete.

So a second import finds all as it wants it, and changes nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from course.catalog.entry import Entry, digest
from course.catalog.merge import Files, doubted, merge, settled
from course.exchange.problems import (
    conflict,
    emptied,
    gone,
    moved_on,
    no_slot,
    source_edited,
    two_translations,
)
from course.exchange.row import Part, Row, State, clean, squeezed
from course.problems import Problem


@dataclass(frozen=True, slots=True)
class Taken:
    """Entries with all that was taken, the rows that were, and what is odd.

    Rows are refused where a newer translation stands against them.
    """

    files: dict[str, tuple[Entry, ...]]
    rows: tuple[Row, ...]
    refused: tuple[Row, ...]
    problems: tuple[Problem, ...]


def take(files: Files, parts: Iterable[Part]) -> Taken:
    """Take the rows of some parts, all of one language, into its entries.

    The entries are those that an update gives: each message of the course is there.
    """
    every = tuple(parts)
    taking = _Taking(files, (row for part in every for row in part.rows))
    for part in every:
        for row in part.rows:
            taking.take(row, part.name)
    made = {name: tuple(entries) for name, entries in taking.files.items()}
    return Taken(
        made, tuple(taking.taken), tuple(taking.refused), tuple(taking.problems)
    )


def homed(files: Files, fresh: Files) -> dict[str, tuple[Entry, ...]]:
    """Merge entries with the course's messages, so that what was added finds a place.

    A message that nobody has translated stands aside for what was added.
    """
    waiting = {
        name: tuple(e for e in entries if e.target or e.notes or e.flags)
        for name, entries in files.items()
    }
    return merge(waiting, fresh)


def twice(parts: Iterable[Part]) -> Iterator[Problem]:
    """Find messages that came back with two new translations."""
    first: dict[tuple[str, str], Row] = {}
    for row in (row for part in parts for row in part.rows):
        if row.slot and _is_rewritten(row):
            key = row.slot, _source(row)
            other = first.setdefault(key, row)
            if other.target != row.target:
                pair = other.target, row.target
                yield two_translations(row.place, row.slot, *pair)


def fate(rows: Iterable[Row], files: Files) -> Iterator[Problem]:
    """Tell of rows that were taken, but not as a translation of what they stood for."""
    every = [entry for entries in files.values() for entry in entries]
    for row in rows:
        here = [e for e in every if e.slot == row.slot and not e.obsolete]
        if any(_is_of(e, row) for e in here):
            continue
        if any(e.fuzzy and e.target == row.target for e in here):
            yield moved_on(row.place, row.slot)
        elif not any(e.target == row.target and not e.obsolete for e in every):
            yield gone(row.place, row.slot, row.target)


class _Taking:
    """The entries, while rows are taken into them."""

    def __init__(self, files: Files, rows: Iterable[Row]) -> None:
        self.claimed = {(row.slot, _source(row)) for row in rows}
        self.files = {name: list(entries) for name, entries in files.items()}
        self.taken: list[Row] = []
        self.refused: list[Row] = []
        self.problems: list[Problem] = []
        self.spots: dict[str, list[tuple[str, int]]] = {}
        for name, entries in self.files.items():
            for number, entry in enumerate(entries):
                self.spots.setdefault(entry.slot, []).append((name, number))

    def take(self, row: Row, name: str) -> None:
        """Take a row, if its file has changed it; tell what keeps it from being."""
        if not row.slot:
            self.problems += [no_slot(row.place, row.target)] if row.target else []
            return
        if row.mark and digest(clean(row.source, "")) != row.mark.source:
            self.problems.append(source_edited(row.place, row.slot))
        spot = self._of(row) or self._left_by(row)
        if spot is None:
            self._add(row, name)
            return
        entry = self.files[spot[0]][spot[1]]
        noted = replace(entry, notes=_notes(entry, row))
        after = self._translated(noted, row)
        if after != entry:
            self.files[spot[0]][spot[1]] = after
            self.taken.append(row)

    def _translated(self, entry: Entry, row: Row) -> Entry:
        """Give an entry with the row's translation, unless there is a newer one."""
        if not _is_changed(row):
            if row.mark and not row.target and row.mark.state is not State.NEW:
                self.problems.append(emptied(row.place, row.slot))
            return entry
        if _says(entry, row):
            return entry
        if _is_newer(entry, row):
            self.refused.append(row)
            where = entry.place.of("msgstr")
            self.problems.append(
                conflict(row.place, row.slot, row.target, entry.target, where)
            )
            return entry
        return _with(entry, row)

    def _of(self, row: Row) -> tuple[str, int] | None:
        """Find the entry of the row's message; a live one before an obsolete one."""
        found = [spot for spot in self._spots(row) if _is_of(self._at(spot), row)]
        return min(found, key=lambda spot: self._at(spot).obsolete, default=None)

    def _left_by(self, row: Row) -> tuple[str, int] | None:
        """Find the entry that the row's message has become: its source has changed."""
        for meant in (_was_made_for, _holds_what_was, _holds_it):
            for spot in self._spots(row):
                entry = self._at(spot)
                own = entry.slot, digest(clean(entry.source, ""))
                is_open = not entry.obsolete and own not in self.claimed
                if is_open and meant(entry, row):
                    return spot
        return None

    def _add(self, row: Row, name: str) -> None:
        """Add a row whose place is gone, so that what was translated is kept."""
        every = (entry for entries in self.files.values() for entry in entries)
        is_there = any(e.target == row.target and _is_text_of(e, row) for e in every)
        if _is_changed(row) and not is_there and self.files:
            entry = Entry(row.slot, row.source, row.target, _is_doubted(row))
            # A file may name what it likes; only the course's own catalogues count.
            home = name if name in self.files else next(iter(self.files))
            self.files[home].append(entry)
            self.taken.append(row)

    def _spots(self, row: Row) -> list[tuple[str, int]]:
        return self.spots.get(row.slot, [])

    def _at(self, spot: tuple[str, int]) -> Entry:
        return self.files[spot[0]][spot[1]]


def _source(row: Row) -> str:
    """Give the digest of the source that was exported, whatever the file has now."""
    return row.mark.source if row.mark else digest(clean(row.source, ""))


def _is_text_of(entry: Entry, row: Row) -> bool:
    return digest(clean(entry.source, "")) == _source(row)


def _is_of(entry: Entry, row: Row) -> bool:
    return entry.slot == row.slot and _is_text_of(entry, row)


def _was_made_for(entry: Entry, row: Row) -> bool:
    return bool(entry.previous) and digest(clean(entry.previous, "")) == _source(row)


def _holds_what_was(entry: Entry, row: Row) -> bool:
    return bool(entry.target and row.mark) and not _is_newer(entry, row)


def _holds_it(entry: Entry, row: Row) -> bool:
    return bool(row.target) and entry.target == row.target


def _is_rewritten(row: Row) -> bool:
    """Tell whether the file has another translation than was exported."""
    if not row.target:
        return False
    return row.mark is None or digest(row.target) != row.mark.target


def _is_changed(row: Row) -> bool:
    """Tell whether the file has another translation, or another state of it."""
    if _is_rewritten(row):
        return True
    before = row.mark.state if row.mark else row.state
    return bool(row.target) and row.state is not State.NEW and row.state is not before


def _is_doubted(row: Row) -> bool:
    """Tell whether the translator doubts it: they, not we, said it needs a review."""
    was_doubted = row.mark is not None and row.mark.state is State.FUZZY
    return row.state is State.FUZZY and not was_doubted


def _says(entry: Entry, row: Row) -> bool:
    """Tell whether the entry already is as the row wants it."""
    if clean(entry.target, entry.source) != row.target:
        return False
    if entry.obsolete or row.mark is None or not _is_text_of(entry, row):
        return True
    return entry.fuzzy == _is_doubted(row)


def _is_newer(entry: Entry, row: Row) -> bool:
    """Tell whether somebody has changed the entry's translation since the export."""
    if row.mark is None:
        return bool(entry.target)
    return digest(clean(entry.target, entry.source)) != row.mark.target


def _with(entry: Entry, row: Row) -> Entry:
    """Give an entry with the row's translation, fuzzy if its source has changed."""
    known = replace(settled(entry), target=row.target, fuzzy=_is_doubted(row))
    if entry.obsolete or _is_text_of(entry, row):
        return known
    source = entry.previous if _was_made_for(entry, row) else row.source
    moved = doubted(replace(known, source=source, fuzzy=False), entry.source)
    return replace(moved, source=entry.source)


def _notes(entry: Entry, row: Row) -> tuple[str, ...]:
    """Give an entry's notes with what a translator has noted in the file.

    Where nobody has changed them here, those of the file stand in their place; one that
    the file has emptied is kept, since some programs drop comments.
    """
    if not row.mark or not any(map(str.strip, row.comment)):
        return entry.notes
    if digest(squeezed(row.comment)) == row.mark.notes:
        return entry.notes
    here = squeezed(entry.notes)
    if digest(here) == row.mark.notes:
        return row.comment
    fresh = [line for line in row.comment if squeezed([line]) not in here]
    return (*entry.notes, *fresh)
