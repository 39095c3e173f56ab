"""What the rules know of a language; of one that is not listed, nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from course.check.translation.amounts import Day, Duration, Number, Provision


class Sense(Enum):
    """What a word says of a duty, a permission, a limit or a condition."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    BAN = "must not"
    UNFIT = "should not"
    FREE = "need not"
    LEAST = "at least"
    MOST = "at most"
    UNLESS = "unless"
    FEW = "few"
    LACK = "to lack"
    BEFORE = "before"
    AFTER = "after"


class Modal(NamedTuple):
    """Modal words, and the senses they can have.

    `strength`: 2, the other language must have the sense wherever the words stand; 1,
    only where they are the author's; 0, they may stand for the sense, but ask for
    nothing.
    """

    pattern: re.Pattern[str]
    strength: int
    senses: frozenset[Sense]


def modal(pattern: str, strength: int, *senses: Sense) -> Modal:
    """Declare modal words."""
    return Modal(re.compile(pattern), strength, frozenset(senses))


@dataclass(frozen=True)
class Language:
    """What the rules know of a language.

    `negation` says no, but not in the words of `affirmed`; `denial` holds words that
    may stand for a negation of the other language. Modal words and limits are looked
    for in their order; each letter is read once.
    """

    numbers: Callable[[str], list[Number]]
    dates: Callable[[str], set[Day]]
    weekdays: Callable[[str], set[int]]
    durations: Callable[[str], list[tuple[Duration, tuple[int, int]]]]
    provisions: Callable[[str], set[Provision]]
    modals: tuple[Modal, ...]
    limits: tuple[Modal, ...]
    affirmed: re.Pattern[str]
    negation: re.Pattern[str]
    denial: re.Pattern[str]
