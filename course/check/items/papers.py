"""Rules on a whole quiz: what its items have in common, or give away of each other."""

from collections.abc import Iterator

from course.check.items.item import FEWEST, Item, Paper, flat
from course.check.items.options import is_bare
from course.check.items.wording import negative
from course.languages import is_han
from course.model import Choice
from course.problems import Problem
from course.text import Words

NEGATIVE_SHARE = 0.1
BARE_SHARE = 0.3
HIGHER_SHARE = 0.4
# Fewer numeric items, all with the middle number as key, may be chance.
FEWEST_NUMERIC = 3
# A key of so few words, or characters, may well stand in another stem.
LEAST_KEY = {False: 2, True: 5}


def too_many_negatives(paper: Paper) -> Iterator[Problem]:
    """C213: more than a tenth of a quiz asks for what is not so.

    One in ten is enough, and one in a short quiz.
    """
    found = [item for item in paper.items if negative(item)]
    most = max(1, int(NEGATIVE_SHARE * len(paper.items)))
    if len(found) > most:
        yield found[most].doubt(
            found[most].stem,
            "C213",
            f"{len(found)} of {len(paper.items)} items ask for what is not so",
            f"keep {most}, and ask the others for what is so",
        )


def key_in_the_middle(paper: Paper) -> Iterator[Problem]:
    """C218: in all items on numbers the right one is neither the least nor the largest.

    Who knows nothing chooses the middle. Give one of them a key at the edge.
    """
    numeric = [
        item for item in paper.choices if all(is_bare(o, item) for o in item.options)
    ]
    middle = [item for item in numeric if _is_in_the_middle(item)]
    if len(numeric) >= FEWEST_NUMERIC and len(middle) == len(numeric):
        yield middle[0].doubt(
            middle[0].keys[0],
            "C218",
            f"in all {len(numeric)} items on numbers a middle one is right",
            "give one of them distractors that are all smaller, or all larger",
        )


def too_low(paper: Paper) -> Iterator[Problem]:
    """C231: a module's quiz asks for little more than memory.

    At least two fifths of the items stand above `remember`, and one has a `scenario`:
    a case from somebody's work. Quizzes of fewer than five items are not judged.
    """
    if paper.place is None or len(paper.items) < FEWEST:
        return
    higher = sum(item.question.level != "remember" for item in paper.items)
    count = len(paper.items)
    if higher < HIGHER_SHARE * count:
        yield Problem(
            paper.place,
            "C231",
            f"{higher} of {count} items ask for more than memory",
            f"let {HIGHER_SHARE:.0%} stand on the levels understand to create",
        )
    if not any(item.case for item in paper.items):
        yield Problem(
            paper.place,
            "C231",
            "no item has a scenario",
            "put a case from somebody's work before one of the questions",
        )


def bare_numbers(paper: Paper) -> Iterator[Problem]:
    """C232: more than three tenths of a quiz ask for nothing but a number.

    Numbers are soon forgotten, and seldom what matters. Ask what they mean.
    """
    found = [item for item in paper.choices if all(is_bare(k, item) for k in item.keys)]
    most = max(1, int(BARE_SHARE * len(paper.items)))
    if len(found) > most:
        yield found[most].doubt(
            found[most].stem,
            "C232",
            f"{len(found)} of {len(paper.items)} items ask for a number only",
            f"keep {most}, and ask the others for what the number means",
        )


def key_in_another_stem(paper: Paper) -> Iterator[Problem]:
    """C233: the right answer of one item stands in the question of another.

    Who reads the whole quiz finds it there. Say one of the two in other words. Keys of
    one word, and terms of the glossary, are let pass.
    """
    asked = {
        one.question.place: " ".join(flat(words) for words in (*one.case, one.stem))
        for one in paper.choices
    }
    for item in paper.choices:
        for key in item.keys:
            others = [
                other.question.id
                for other in paper.choices
                if other is not item
                and _is_in(flat(key), asked[other.question.place], item)
            ]
            if others and _is_telling(key, item, paper):
                yield item.doubt(
                    key,
                    "C233",
                    f"“{key.plain}” stands in the question of {', '.join(others)}",
                    "say it there, or here, in other words",
                )


def _is_in_the_middle(item: Item) -> bool:
    """Tell whether all keys lie between other options."""
    found = [item.numbers(words) for words in item.options]
    if not all(found) or not isinstance(item.question, Choice):
        return False
    values = {w: _value(n[0]) for w, n in zip(item.options, found, strict=True)}
    edges = min(values.values()), max(values.values())
    return all(values[key] not in edges for key in item.keys)


def _value(number: str) -> float:
    above, _, below = number.partition("/")
    return float(above) / float(below or 1)


def _is_telling(key: Words, item: Item, paper: Paper) -> bool:
    """Tell whether a key says more than a name that many items need."""
    is_term = flat(key).removeprefix("the ") in paper.terms
    return item.size(key) >= LEAST_KEY[is_han(item.lang)] and not is_term


def _is_in(key: str, asked: str, item: Item) -> bool:
    return key in asked if is_han(item.lang) else f" {key} " in f" {asked} "
