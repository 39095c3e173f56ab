"""Rules on amounts: numbers by their value, dates, durations, articles of a law."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from course.check.translation.amounts import Duration, Number, Weight, number, outside
from course.check.translation.language import Language
from course.check.translation.pair import Pair
from course.problems import Problem, Severity

# Larger numbers are written in digits, in most languages.
MOST_IN_WORDS = 12
GROUPED = re.compile(r"\d+(?:[.,٫٬  ' ]\d+)*")
SEPARATORS = re.compile(r"[.,٫٬  ' ]")


class Lengths(NamedTuple):
    """Which lengths of time differ, and where those that are the same stand."""

    lost: list[Duration]
    added: list[Duration]
    said_at: list[tuple[int, int]]
    told_at: list[tuple[int, int]]


def number_differs(pair: Pair) -> Iterator[Problem]:
    """C602: a number of the source is not in its translation, or another one is.

    Numbers are compared by value: 14 is 十四, 35,000 is 3.5万, 20 per cent is
    百分之二十, a half is 一半. Chinese may count where English does not (四条要点), but
    not in digits. In languages whose number words the program cannot read, numbers
    above twelve are compared, if they are in digits.
    """
    said, told = pair.tongues
    lengths = _durations(pair)
    if not (said and told):
        yield from _digits_differ(pair)
        return
    source = _numbers(pair.said, said, lengths.said_at)
    target = _numbers(pair.told, told, lengths.told_at)
    lost = _missing(source, target, Weight.WORD)
    added = _missing(target, source, Weight.DIGITS)
    if lost or any(one.weight is Weight.SOFT for one in source):
        words = _missing(target, source, Weight.WORD)
        loose = _missing(source, target, Weight.SOFT)
        if lost or any(1 in one.values for one in loose):
            added = words
    if lost or added:
        yield _told(pair, lost, added)


def date_differs(pair: Pair) -> Iterator[Problem]:
    """C603: a month, a day of a month or a day of the week is not the same."""
    said, told = pair.tongues
    if not (said and told):
        return
    wanted, there = said.dates(pair.said), told.dates(pair.told)
    months, others = ({one.month for one in some} for some in (wanted, there))
    days, other_days = ({one for one in some if one.day} for some in (wanted, there))
    week, other_week = said.weekdays(pair.said), told.weekdays(pair.told)
    lost = (months - others) | (others - months)
    if not lost and days != other_days and {d.day for d in days}:
        lost = {one.day for one in days ^ other_days}
    if bool(wanted) != bool(there):
        lost = _unsaid_months(pair, said, told, months | others)
    if lost or week != other_week:
        yield pair.wrong(
            "C603",
            "the dates are not those of the source",
            "give the same month, day and day of the week",
        )


def duration_differs(pair: Pair) -> Iterator[Problem]:
    """C604: a length of time is not the same.

    Two weeks are 14 days, half a year is six months; two weeks are not two months.
    """
    lengths = _durations(pair)
    is_lost = any(not one.is_soft for one in lengths.lost)
    if is_lost or (lengths.lost and lengths.added):
        yield pair.wrong(
            "C604",
            "a length of time is not that of the source",
            "give the same time: two weeks, 两周, 14天",
        )


def provision_differs(pair: Pair) -> Iterator[Problem]:
    """C610: an article, a paragraph or a chapter is not the one of the source.

    Article 12 is 第十二条, paragraph 2 is 第二款 or 第二段.
    """
    said, told = pair.tongues
    if not (said and told):
        return
    wanted, there = said.provisions(pair.said), told.provisions(pair.told)
    if wanted and there and wanted != there:
        odd = sorted(wanted ^ there)
        if not any(one.kind == other.kind for one in wanted for other in there):
            odd = sorted(wanted)
        lost = [one for one in odd if one in wanted]
        if lost:
            yield pair.wrong(
                "C610",
                "not in the translation: "
                + ", ".join(f"{one.kind} {one.number}" for one in lost),
                "name the articles and paragraphs that the source names",
            )


def digits(text: str) -> list[Number]:
    """Give the numbers in digits, where it is not known how a language writes them.

    >>> [sorted(map(float, one.values)) for one in digits("35 000; 3,6")]
    [[35.0, 35000.0], [3.0, 3.6, 6.0, 36.0]]
    """
    found = []
    for match in GROUPED.finditer(text):
        parts = SEPARATORS.split(match[0])
        values = {Fraction(int("".join(parts)))}
        if len(parts) > 1:
            values.add(Fraction(f"{int(''.join(parts[:-1]))}.{int(parts[-1]):d}"))
            values |= {Fraction(int(part)) for part in parts if len(parts[-1]) != 3}  # noqa: PLR2004
        found.append(number(*values, weight=Weight.DIGITS, span=match.span()))
    return found


def _numbers(
    text: str, tongue: Language, spans: Iterable[tuple[int, int]]
) -> list[Number]:
    found = tongue.numbers(text)
    taken = list(spans)
    left = outside(found, taken)
    # A number that is told as a duration may be told again as a number.
    return left + [
        number(*one.values, weight=Weight.SOFT) for one in found if one not in left
    ]


def _digits_differ(pair: Pair) -> Iterator[Problem]:
    """Compare large numbers in digits; what is read in words may stand for one."""
    source, target = digits(pair.said), digits(pair.told)
    said, told = pair.tongues
    lost = _missing(source, [*target, *(told.numbers(pair.told) if told else ())])
    added = _missing(target, [*source, *(said.numbers(pair.said) if said else ())])
    lost, added = ([n for n in some if _is_large(n)] for some in (lost, added))
    if lost or added:
        yield replace(_told(pair, lost, added), severity=Severity.WARNING)


def _told(pair: Pair, lost: list[Number], added: list[Number]) -> Problem:
    parts = [f"lacks {_listed(lost)}"] if lost else []
    parts += [f"has {_listed(added)} added"] if added else []
    return pair.wrong(
        "C602",
        f"the translation {' and '.join(parts)}",
        "give the numbers that the source gives",
    )


def _missing(
    wanted: Iterable[Number], there: Iterable[Number], least: Weight = Weight.SOFT
) -> list[Number]:
    held = {value for one in there for value in one.values}
    return [one for one in wanted if one.weight >= least and not (one.values & held)]


def _is_large(one: Number) -> bool:
    return min(one.values) > MOST_IN_WORDS and one.weight is Weight.DIGITS


def _listed(numbers: Iterable[Number]) -> str:
    return ", ".join(dict.fromkeys(map(str, numbers)))


def _unsaid_months(
    pair: Pair, said: Language, told: Language, months: set[int]
) -> set[int]:
    """Give the months that one side names, and the other has not even in digits."""
    both = (said.numbers(pair.said), told.numbers(pair.told))
    held = [{value for one in side for value in one.values} for side in both]
    return {one for one in months if not all(one in values for values in held)}


def _durations(pair: Pair) -> Lengths:
    said, told = pair.tongues
    if not (said and told):
        return Lengths([], [], [], [])
    wanted, there = said.durations(pair.said), told.durations(pair.told)
    same = {one.key for one, _ in wanted} & {one.key for one, _ in there}
    return Lengths(
        [one for one, _ in wanted if one.key not in same],
        [one for one, _ in there if one.key not in same],
        [span for one, span in wanted if one.key in same],
        [span for one, span in there if one.key in same],
    )
