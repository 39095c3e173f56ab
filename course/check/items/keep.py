"""What an author asks to pass over, with a reason: `keep: {code: C219, reason: …}`."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from course.check.items.item import Item
from course.model import Keep
from course.problems import Problem, Severity


def weighed(
    item: Item, problems: Iterable[Problem], known: Collection[str]
) -> Iterator[Problem]:
    """Give an item's problems as its author wants them told: some as notes."""
    found = list(problems)
    reasons = {one.code: one.reason for one in item.question.keep}
    for one in found:
        if one.severity is Severity.WARNING and one.code in reasons:
            hint = f"kept: {reasons[one.code]}"
            yield replace(one, hint=hint, severity=Severity.NOTE)
        else:
            yield one
    codes = {one.code for one in found}
    for keep in item.question.keep:
        if keep.code not in known:
            yield unknown_keep(keep)
        elif keep.code not in codes:
            yield idle_keep(keep)


def unknown_keep(keep: Keep) -> Problem:
    """C209: an item keeps a warning that no rule on items gives.

    `keep` names the code of a warning of this page (C206, C211 to C249) and a reason.
    Errors cannot be kept.
    """
    return Problem(
        keep.place.of("code"),
        "C209",
        f"no rule on quiz items tells “{keep.code}”",
        "name the code that stands in the warning: C219",
    )


def idle_keep(keep: Keep) -> Problem:
    """C210: an item keeps a warning that is not told any more."""
    return Problem(
        keep.place.of("code"),
        "C210",
        f"{keep.code} is not told of this item any more",
        "delete it from `keep`",
        Severity.WARNING,
    )
