"""What may be wrong in a workshop's file."""

from collections.abc import Sequence
from difflib import get_close_matches

from course.problems import Place, Problem


def _near(name: str, known: Sequence[str], otherwise: str) -> str:
    near = get_close_matches(name, known, 1, 0.6)
    return f"did you mean {near[0]}?" if near else otherwise


def no_course(place: Place, name: str) -> Problem:
    """P101: a workshop names a folder that holds no course."""
    return Problem(
        place,
        "P101",
        f"there is no course in {name}",
        "name the folder above modules/course.yaml, or leave `course` out",
    )


def not_a_date(place: Place, word: str) -> Problem:
    """P102: a date is not written as year, month, day."""
    return Problem(place, "P102", f"“{word}” is not a date", "write it like 2026-12-01")


def not_hours(place: Place, key: str, word: str) -> Problem:
    """P103: hours are not written from when to when."""
    return Problem(
        place, "P103", f"`{key}` is “{word}”", "write from when to when: 09:00–17:00"
    )


def ends_before_it_begins(place: Place, word: str) -> Problem:
    """P104: hours end before they begin."""
    return Problem(
        place,
        "P104",
        f"{word} ends before it begins",
        "write 24-hour times: 09:00–17:00",
    )


def not_a_time(place: Place, word: str) -> Problem:
    """P105: a time of day is not written as one."""
    return Problem(place, "P105", f"“{word}” is not a time", "write it like 10:30")


def other_number(place: Place, hours: int, days: int) -> Problem:
    """P106: there are hours for more, or for fewer, days than the workshop has."""
    return Problem(
        place,
        "P106",
        f"hours: {hours}, days: {days}",
        "give hours once for all days, or once for each day",
    )


def dates_out_of_order(place: Place) -> Problem:
    """P107: the dates of a workshop are not in order, or one stands twice."""
    return Problem(
        place, "P107", "the dates are not in order", "put each once, the earliest first"
    )


def no_such_language(place: Place, name: str, known: Sequence[str]) -> Problem:
    """P108: a workshop is to be in a language that its course does not have."""
    hint = "it has " + ", ".join(known)
    return Problem(place, "P108", f"the course has no language “{name}”", hint)


def no_such_module(place: Place, name: str, known: Sequence[str]) -> Problem:
    """P109: a workshop chooses a module that its course does not have.

    A module of your own lies beside the workshop's file; name it with its ending:
    `our-town.yaml`.
    """
    otherwise = "it has " + ", ".join(known) + "; an own one ends in .yaml"
    return Problem(
        place,
        "P109",
        f"the course has no module “{name}”",
        _near(name, known, otherwise),
    )


def no_such_id(place: Place, name: str, known: Sequence[str]) -> Problem:
    """P110: a workshop names a topic or an activity that its modules do not have."""
    return Problem(
        place,
        "P110",
        f"the chosen modules have no “{name}”",
        _near(name, known, "look for its `id` in the module"),
    )


def name_taken(place: Place, name: str) -> Problem:
    """P111: an own module's file has a name that is taken, or that cannot be an id."""
    return Problem(
        place,
        "P111",
        f"“{name}” cannot be an own module's name",
        "choose one that the course does not have, of small letters, digits, hyphens",
    )


def too_many_texts(place: Place, key: str, count: int, langs: Sequence[str]) -> Problem:
    """P112: a text stands in more languages than the workshop has.

    In YAML a comma between brackets parts two texts. Put a text that holds one in
    quotes.
    """
    return Problem(
        place,
        "P112",
        f"`{key}` has {count} texts for {len(langs)} languages",
        f"write one, or one for each of {', '.join(langs)}, in that order",
    )


def not_utf8(place: Place, name: str) -> Problem:
    """P113: a list of participants is not in UTF-8.

    In Excel save it as “CSV UTF-8”.
    """
    return Problem(place, "P113", f"{name} is not in UTF-8", "save it as CSV UTF-8")
