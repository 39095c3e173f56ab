"""Rules on statements that are true or false, and on steps that are put in order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from course.check.items.item import FEWEST, Item, Paper
from course.model import Judge, Ordering
from course.problems import Problem

# So far may the share of true statements be from a half.
UNEVEN = 0.1
# Of a quiz; more is guessed too easily.
MOST_SHARE = 0.25
# How many times longer statements of one side may be, on average.
LONGER = 1.25
FEWEST_OF_A_SIDE = 2


def mostly_true(paper: Paper) -> Iterator[Problem]:
    """C246: of the statements in a quiz, too many are true, or too many false.

    Between 40 and 60 per cent are true, so that guessing one side is of no use.
    """
    judged = _judged(paper)
    true = sum(answer for _, answer in judged)
    if abs(true - len(judged) / 2) > max(UNEVEN * len(judged), 0.5):
        item, _ = judged[0]
        yield item.doubt(
            item.stem,
            "C246",
            f"{true} of {len(judged)} statements are true",
            "let about half of them be true",
        )


def too_many_judged(paper: Paper) -> Iterator[Problem]:
    """C247: more than a quarter of a quiz asks whether a statement is true.

    Half of such items are guessed. Let the others ask what is so.
    """
    judged = _judged(paper)
    most = max(1, int(MOST_SHARE * len(paper.items)))
    if len(paper.items) >= FEWEST and len(judged) > most:
        item, _ = judged[most]
        yield item.doubt(
            item.stem,
            "C247",
            f"{len(judged)} of {len(paper.items)} items are true or false",
            f"keep {most}, and give the others options",
        )


def unlike_statements(paper: Paper) -> Iterator[Problem]:
    """C248: true statements are longer than false ones, or shorter.

    What is true needs more words, and learners know it. Make both alike, to a quarter.
    """
    judged = _judged(paper)
    sides = [
        [i.size(i.stem) for i, answer in judged if answer is s] for s in (True, False)
    ]
    if min(map(len, sides)) < FEWEST_OF_A_SIDE:
        return
    true, false = (sum(one) / len(one) for one in sides)
    if max(true, false) > LONGER * min(true, false):
        longer = true > false
        item = next(i for i, answer in judged if answer is longer)
        yield item.doubt(
            item.stem,
            "C248",
            f"true statements have a length of {true:.0f}, false ones of {false:.0f}",
            "make them alike",
        )


def steps_tell_order(item: Item) -> Iterator[Problem]:
    """C249: each step bears a number, and the numbers tell the order; or two are alike.

    Who can count needs no knowledge: take years and numbers out. Where two steps have
    one number, nobody can say which comes first. What happens at the same time is a
    mistake in any words, but only numbers are found.
    """
    if not isinstance(item.question, Ordering):
        return
    found = [item.numbers(one) for one in item.options]
    if len(found) < FEWEST_OF_A_SIDE or not all(len(one) == 1 for one in found):
        return
    values = [one[0] for one in found]
    for step, value in zip(item.options, values, strict=True):
        if values.count(value) > 1:
            hint = "ask for another one, or say what parts them"
            told = f"two steps have the number {value}"
            yield item.wrong(step, "C249", told, hint)
            return
    if all(float(a) < float(b) for a, b in pairwise(values) if _are_plain(a, b)):
        yield item.doubt(
            item.options[0],
            "C249",
            "the numbers in the steps tell their order",
            "take them out",
        )


def _are_plain(*numbers: str) -> bool:
    return all(one.replace(".", "", 1).isdecimal() for one in numbers)


def _judged(paper: Paper) -> Sequence[tuple[Item, bool]]:
    """Give the statements of a paper, and whether each is true."""
    return [
        (item, item.question.answer)
        for item in paper.items
        if isinstance(item.question, Judge)
    ]
