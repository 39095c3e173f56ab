"""One message of a PO file, as the rest of the product sees it."""

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from course.problems import Place


class Key(NamedTuple):
    """What makes a message the same message: its slot and its source."""

    slot: str
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A message: a slot, its source and, if somebody wrote one, its translation.

    `comments` are ours and made anew at each update; `notes` and `flags` are the
    translator's and kept. `previous` is the source that the translation was made
    for, while the entry is fuzzy. `place` is the line of the source; it knows that of
    the translation, `msgstr`.
    """

    slot: str
    source: str
    target: str = ""
    fuzzy: bool = False
    obsolete: bool = False
    previous: str = ""
    comments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    place: Place = field(default=Place(""), compare=False)

    @property
    def key(self) -> Key:
        """The message's key."""
        return Key(self.slot, self.source)

    @property
    def is_done(self) -> bool:
        """Whether the translation may be shown: it is there, and nobody doubts it."""
        return bool(self.target) and not self.fuzzy and not self.obsolete


class Header(NamedTuple):
    """What stands at the head of a PO file: its fields, and comments of people."""

    fields: str
    comments: tuple[str, ...]


Entries: TypeAlias = tuple[Entry, ...]
