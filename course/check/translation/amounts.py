"""Amounts in a text, whatever the language: numbers, dates, durations, provisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from typing import NamedTuple


class Weight(IntEnum):
    """How much a number asks to be found again in a translation.

    Soft ones may stand for a number of the other language, but ask for none: “both”,
    “一起”. Words ask to be found, and may be added: 四条要点 for “the lessons”. Digits
    may not be added either.
    """

    SOFT = 0
    WORD = 1
    DIGITS = 2


@dataclass(frozen=True, slots=True)
class Number:
    """A number by its value; several, where it can be read in several ways."""

    values: frozenset[Fraction]
    weight: Weight
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        value = min(self.values)
        whole = value.denominator == 1
        return str(value) if whole or value < 1 else f"{float(value):g}"


class Day(NamedTuple):
    """A month, and a day of it if one is named."""

    month: int
    day: int = 0


class Duration(NamedTuple):
    """A length of time: in seconds, or in months, which have no fixed length."""

    length: Fraction
    in_months: bool
    is_soft: bool = False

    @property
    def key(self) -> tuple[Fraction, bool]:
        """What makes two durations one."""
        return self.length, self.in_months


class Provision(NamedTuple):
    """A numbered part of a law or a report: article 12."""

    kind: str
    number: Fraction


MINUTE, HOUR, DAY, WEEK = 60, 3600, 86400, 604800
# Each unit of time by its English name: its length, and whether that counts months.
UNITS = {
    "second": (1, False),
    "minute": (MINUTE, False),
    "hour": (HOUR, False),
    "day": (DAY, False),
    "week": (WEEK, False),
    "month": (1, True),
    "quarter": (3, True),
    "year": (12, True),
    "decade": (120, True),
    "century": (1200, True),
}


def duration(count: Fraction, unit: str, *, is_soft: bool = False) -> Duration:
    """Give a length of time."""
    length, in_months = UNITS[unit]
    return Duration(count * length, in_months, is_soft)


def number(
    *values: Fraction | int, weight: Weight, span: tuple[int, int] = (0, 0)
) -> Number:
    """Give a number of one value, or of one of several."""
    return Number(frozenset(map(Fraction, values)), weight, *span)


def outside(
    numbers: Iterable[Number], spans: Iterable[tuple[int, int]]
) -> list[Number]:
    """Give the numbers that stand outside all spans."""
    taken = list(spans)
    return [
        one
        for one in numbers
        if not any(start < one.end and one.start < end for start, end in taken)
    ]
