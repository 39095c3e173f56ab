"""How many points each kind of item is worth, where nothing else is said."""

from collections.abc import Iterable

from course.model import (
    Asked,
    Attitude,
    Choice,
    FillIn,
    ItemSet,
    Judge,
    Matching,
    Ordering,
    ShortAnswer,
)

ONE, SEVERAL, JUDGED = 1, 2, 1
A_PAIR, A_STEP, A_BLANK = 1, 1, 1


def points(asked: Asked) -> int:
    """Give the points of an item, or of all items of a set."""
    match asked:
        case Choice(kind=kind):
            return ONE if kind == "one" else SEVERAL
        case Judge():
            return JUDGED
        case Matching(pairs=pairs):
            return A_PAIR * len(pairs)
        case Ordering(steps=steps):
            return A_STEP * len(steps)
        case FillIn(blanks=blanks):
            return A_BLANK * len(blanks)
        case ShortAnswer(marks=marks):
            return sum(one.worth for one in marks)
        case ItemSet(questions=questions):
            return total(questions)
        case Attitude():
            return 0


def total(asked: Iterable[Asked]) -> int:
    """Give the points of a whole paper."""
    return sum(map(points, asked))
