"""One message of a PO file, as the rest of the product sees it."""

from dataclasses import dataclass, field
from hashlib import sha256
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
    for, while the entry is fuzzy, and `digest` stands for the translation as it was
    when it became so: one that was rewritten since can be told. `weighty` tells what
    the change of the source has done to its meaning: `6 → 7`. `place` is the line of
    the source; it knows that of the translation, `msgstr`.
    """

    slot: str
    source: str
    target: str = ""
    fuzzy: bool = False
    obsolete: bool = False
    previous: str = ""
    digest: str = ""
    weighty: str = ""
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

    @property
    def is_untouched(self) -> bool:
        """Whether the translation is surely the one that was done for `previous`."""
        return self.digest == digest(self.target)

    @property
    def made_for(self) -> str:
        """The source that the translation was made for, as far as one can tell."""
        is_rewritten = bool(self.digest) and not self.is_untouched
        doubted = self.fuzzy and not is_rewritten
        return (self.previous if doubted else "") or self.source


def digest(target: str) -> str:
    """Give a few letters that stand for a translation.

    >>> digest("第一条")
    '03932123'
    """
    return sha256(target.encode()).hexdigest()[:8]


class Header(NamedTuple):
    """What stands at the head of a PO file: its fields, and comments of people."""

    fields: str
    comments: tuple[str, ...]


Entries: TypeAlias = tuple[Entry, ...]
