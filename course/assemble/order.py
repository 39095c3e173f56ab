"""The order in which the options of questions stand, drawn by a seed.

It knows the author's words only, so it is the same in every language, and one key
serves all of them.
"""

import re
from collections.abc import Sequence
from random import Random
from typing import TypeGuard

from course.model import Choice, Judge, Matching, Ordering, Question, Right

LONGEST_RUN = 2
# True and false.
SIDES = 2
NUMBER = re.compile(r"-?\d+(\.\d+)?")


def orders(asked: Sequence[Question], seed: str) -> dict[str, tuple[int, ...]]:
    """Give, for each question's id, the order in which its options stand.

    The places of right answers are spread evenly over the paper, and no place comes
    more than twice running. Options that are numbers ascend; “fixed” ones stay. Steps
    never stand in their right order. Where one says whether a statement is true, A is
    true and B is false, in every language; where one writes, nothing is ordered.
    """
    dice = Random(seed)
    places = iter(_places([len(one.options) for one in asked if _is_free(one)], dice))
    found: dict[str, tuple[int, ...]] = {}
    for one in asked:
        if _is_free(one):
            found[one.id] = _with_key_at(one, next(places), dice)
        elif isinstance(one, Choice):
            found[one.id] = _own_order(one, dice)
        elif isinstance(one, Matching):
            found[one.id] = _shuffled(len(one.pairs) + len(one.spare), dice)
        elif isinstance(one, Ordering):
            found[one.id] = _disordered(len(one.steps), dice)
        else:
            found[one.id] = tuple(range(SIDES)) if isinstance(one, Judge) else ()
    return found


def _is_free(question: Question) -> TypeGuard[Choice]:
    """Tell whether a question's one right answer may stand anywhere."""
    return (
        isinstance(question, Choice)
        and question.kind == "one"
        and question.order == "shuffle"
        and not _numbers(question)
    )


def _numbers(question: Choice) -> list[float]:
    """Give the options as numbers, if in the author's language all of them are."""
    authors = [option.words.origin or option.words for option in question.options]
    plain = [words.plain.replace(",", "") for words in authors]
    return [float(text) for text in plain] if all(map(NUMBER.fullmatch, plain)) else []


def _own_order(question: Choice, dice: Random) -> tuple[int, ...]:
    numbers = _numbers(question)
    if numbers:
        return tuple(sorted(range(len(numbers)), key=numbers.__getitem__))
    if question.order == "fixed":
        return tuple(range(len(question.options)))
    return _shuffled(len(question.options), dice)


def _with_key_at(question: Choice, place: int, dice: Random) -> tuple[int, ...]:
    rights = (n for n, one in enumerate(question.options) if isinstance(one, Right))
    right = next(rights, 0)
    rest = [n for n in range(len(question.options)) if n != right]
    dice.shuffle(rest)
    return (*rest[:place], right, *rest[place:])


def _shuffled(count: int, dice: Random) -> tuple[int, ...]:
    order = list(range(count))
    dice.shuffle(order)
    return tuple(order)


def _disordered(count: int, dice: Random) -> tuple[int, ...]:
    """Draw an order that is not the right one, if there is another."""
    right = tuple(range(count))
    order = _shuffled(count, dice)
    while order == right and count > 1:
        order = _shuffled(count, dice)
    return order


def _places(counts: Sequence[int], dice: Random) -> list[int]:
    """Draw the place of each right answer: evenly spread, in runs of two at most."""
    if not counts:
        return []
    used = [0] * max(counts)
    places: list[int] = []
    for options in counts:
        tail = set(places[-LONGEST_RUN:])
        barred = tail if len(places) >= LONGEST_RUN and len(tail) == 1 else set()
        free = [n for n in range(options) if n not in barred] or list(range(options))
        least = min(used[n] for n in free)
        place = dice.choice([n for n in free if used[n] == least])
        used[place] += 1
        places.append(place)
    return places
