"""One message as it travels: out to a translator's program, and back. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from course.catalog.entry import Entry, digest
from course.catalog.po import BLANK, WEIGHTY
from course.markup.inline import SOFT_BREAK
from course.problems import Place

GAPS = re.compile(r"[ \t\r\n]+")
MARKED = re.compile(r"([0-9a-f]{8})-([0-9a-f]{8})-([0-9a-f]{8})-([nfd])")


class State(Enum):
    """How far a translation is, as translators are told it."""

    NEW = "new"
    FUZZY = "needs review"
    DONE = "translated"

    @property
    def letter(self) -> str:
        """The state in a fingerprint."""
        return {State.NEW: "n", State.FUZZY: "f", State.DONE: "d"}[self]


class Fingerprint(NamedTuple):
    """What a message was when it was exported: digests, and its state.

    >>> str(Fingerprint.read("0c0ffee0-0badcafe-e3b0c442-d"))
    '0c0ffee0-0badcafe-e3b0c442-d'
    """

    source: str
    target: str
    notes: str
    state: State

    def __str__(self) -> str:
        return f"{self.source}-{self.target}-{self.notes}-{self.state.letter}"

    @classmethod
    def read(cls, text: str) -> "Fingerprint | None":
        """Give the fingerprint that stands in a text, if one does."""
        match = MARKED.search(text)
        if match is None:
            return None
        state = next(one for one in State if one.letter == match[4])
        return cls(match[1], match[2], match[3], state)


@dataclass(frozen=True, slots=True)
class Row:
    """A message in a file: what a translator sees of it, and what they wrote.

    `about` is what we tell of it, `comment` is the translator's own, one line each.
    `mark` tells what it was when it was exported; a program may have lost it.
    """

    slot: str
    source: str
    target: str
    state: State
    about: tuple[str, ...] = ()
    comment: tuple[str, ...] = ()
    previous: str = ""
    mark: Fingerprint | None = None
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one catalogue, from one language to another."""

    name: str
    source_lang: str
    lang: str
    rows: tuple[Row, ...]


def clean(text: str, source: str) -> str:
    r"""Join the lines of a text, and take away white space that nobody meant.

    Space at the ends is meant only where the source has some, as labels may.

    >>> clean(" La ruche\r\n bourdonne ", "The hive hums"), clean("蜂\n箱", "hive")
    ('La ruche bourdonne', '蜂箱')
    """
    if BLANK.fullmatch(text):
        return ""
    joined = GAPS.sub(" ", SOFT_BREAK.sub("", text))
    return joined if source != source.strip() else joined.strip(" ")


def squeezed(lines: Iterable[str]) -> str:
    """Give comments without their white space: programs wrap them as they like."""
    return "".join("".join(lines).split())


def state_of(entry: Entry) -> State:
    """Tell how far an entry is."""
    if not entry.target:
        return State.NEW
    return State.FUZZY if entry.fuzzy else State.DONE


def mark_of(entry: Entry) -> Fingerprint:
    """Give an entry's fingerprint."""
    return Fingerprint(
        digest(clean(entry.source, "")),
        digest(clean(entry.target, entry.source)),
        digest(squeezed(entry.notes)),
        state_of(entry),
    )


def row_of(entry: Entry) -> Row:
    """Give the row of an entry."""
    weighty = (WEIGHTY + entry.weighty,) if entry.fuzzy and entry.weighty else ()
    return Row(
        slot=entry.slot,
        source=entry.source,
        target=entry.target,
        state=state_of(entry),
        about=(*weighty, *entry.comments),
        comment=entry.notes,
        previous=entry.previous if entry.fuzzy else "",
        mark=mark_of(entry),
        place=entry.place,
    )
