"""What a translator asks to pass over, with a reason: `# ignore: C611 the reason`."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from course.problems import Place, Problem, Severity

IGNORE = re.compile(
    r"^\s*ignore\b:?\s*(?P<code>[A-Z]\d+)?[,:]?\s*(?P<reason>.*)$", re.IGNORECASE
)


class Ignore(NamedTuple):
    """A code to pass over in one message, and why."""

    code: str
    reason: str


def read_ignores(notes: Iterable[str]) -> Iterator[Ignore]:
    """Read the ignores among a translator's comments.

    >>> list(read_ignores(["by Jeanne", "ignore: C611 a proverb"]))
    [Ignore(code='C611', reason='a proverb')]
    """
    for note in notes:
        if match := IGNORE.match(note):
            yield Ignore((match["code"] or "").upper(), match["reason"].strip())


def passed_over(
    problems: Iterable[Problem],
    ignores: Iterable[Ignore],
    place: Place,
    known: Collection[str],
) -> Iterator[Problem]:
    """Give a message's problems as its translator wants them told: some as notes."""
    wanted = list(ignores)
    found = list(problems)
    reasons = {one.code: one.reason for one in wanted if one.reason}
    for one in found:
        if reason := reasons.get(one.code, ""):
            yield replace(one, hint=f"ignored: {reason}", severity=Severity.NOTE)
        else:
            yield one
    for ignore in wanted:
        if ignore.code not in known or not ignore.reason:
            yield unclear_ignore(place, ignore.code)
        elif ignore.code not in {one.code for one in found}:
            yield idle_ignore(place, ignore.code)


def unclear_ignore(place: Place, code: str) -> Problem:
    """T115: a translator's comment ignores a problem without a reason, or none we know.

    It is written `# ignore: C611 the reason`, with the code of a rule on translations
    (C601 to C699) or on quiz items (C203 to C239).
    """
    return Problem(
        place,
        "T115",
        f"ignored without a reason: {code}" if code else "an ignore without a code",
        "write # ignore: C611 the reason",
    )


def idle_ignore(place: Place, code: str) -> Problem:
    """T114: a translator's comment ignores a problem that is not there any more."""
    return Problem(
        place,
        "T114",
        f"{code} is not told here any more",
        "delete the comment",
        Severity.WARNING,
    )
