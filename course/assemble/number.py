"""The questions of a paper, numbered: those of a set one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from course.model import Asked, Attitude, ItemSet, Question


@dataclass(frozen=True, slots=True)
class Numbered:
    """What has a number on a paper, and the set that it belongs to.

    A question of a set is given as it stands there, without the case of all. `begins`
    tells that it is the first of its set.
    """

    number: int
    asked: Question | Attitude
    within: ItemSet | None = None
    begins: bool = False


def numbered(asked: Iterable[Asked]) -> Iterator[Numbered]:
    """Give all that has a number, in the order of the paper."""
    number = 0
    for one in asked:
        if not isinstance(one, ItemSet):
            number += 1
            yield Numbered(number, one)
            continue
        for place, question in enumerate(one.questions):
            number += 1
            yield Numbered(number, question, one, place == 0)


def keyed(asked: Iterable[Asked]) -> tuple[Question, ...]:
    """Give the questions that have a key."""
    found = (one.asked for one in numbered(asked))
    return tuple(one for one in found if not isinstance(one, Attitude))


def unscored_last(asked: Iterable[Asked]) -> tuple[Asked, ...]:
    """Give what is asked, and behind it what nobody scores."""
    return tuple(sorted(asked, key=lambda one: isinstance(one, Attitude)))
