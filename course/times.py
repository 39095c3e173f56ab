"""Dates and times of day, written as each language writes them.

A time of day is a number of minutes since midnight.
"""

import datetime
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.units import format_unit

from course.languages import office

HOUR = 60
FULL = "full"


class Hours(NamedTuple):
    """From when to when, on one day."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.end - self.start


def clock(minutes: int, lang: str) -> str:
    """Write a time of day.

    >>> clock(545, "en"), clock(545, "zh_Hans")
    ('09:05', '09:05')
    """
    return str(format_skeleton("Hm", _time(minutes), locale=_locale(lang)))


def span(hours: Hours, lang: str) -> str:
    """Write from when to when.

    >>> span(Hours(545, 720), "en")
    '09:05–12:00'
    """
    first, last = _time(hours.start), _time(hours.end)
    return str(format_interval(first, last, "Hm", locale=_locale(lang)))


def day(date: datetime.date, lang: str) -> str:
    """Write a date with its weekday.

    >>> day(datetime.date(2026, 12, 1), "en"), day(datetime.date(2026, 12, 1), "zh")
    ('Tuesday, 1 December 2026', '2026年12月1日星期二')
    """
    return str(format_date(date, FULL, locale=_locale(lang)))


def short_day(date: datetime.date, lang: str) -> str:
    """Write a date as the head of a column.

    >>> short_day(datetime.date(2026, 12, 1), "en")
    '1 Dec'
    """
    return str(format_skeleton("MMMd", date, locale=_locale(lang)))


def days(dates: Sequence[datetime.date], lang: str) -> str:
    """Write dates in order; those that follow each other as one span.

    >>> days([datetime.date(2026, 12, 1)], "en")
    '1 December 2026'
    >>> days([datetime.date(2026, 12, n) for n in (1, 2, 3)], "zh")
    '2026年12月1日至3日'
    """
    from babel.lists import format_list

    one_day = datetime.timedelta(days=1)
    locale = _locale(lang)
    if len(dates) > 1 and all(b - a == one_day for a, b in pairwise(dates)):
        return str(format_interval(dates[0], dates[-1], "yMMMd", locale=locale))
    written = [str(format_date(one, "long", locale=locale)) for one in dates]
    return str(format_list(written, locale=locale))


def length(minutes: int, lang: str) -> str:
    """Write a length of time in hours, to the nearest half.

    >>> length(370, "en"), length(370, "zh_Hans")
    ('6 hours', '6小时')
    """
    halves = (2 * minutes + HOUR // 2) // HOUR
    locale = _locale(lang)
    # Babel 2.18 has the short form only, for Chinese.
    form: Literal["short", "long"] = "short" if locale.language == "zh" else "long"
    number = halves // 2 if halves % 2 == 0 else halves / 2
    return str(format_unit(number, "duration-hour", length=form, locale=locale))


def _time(minutes: int) -> datetime.time:
    return datetime.time(minutes // HOUR % 24, minutes % HOUR)


def _locale(lang: str) -> Locale:
    return Locale.parse(office(lang).replace("-", "_"))
