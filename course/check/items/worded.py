"""Rules on the words of items, in every language; and what they find in a translation.

What needs mending in a translation is told at the translation. Pure.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from course.check.items import judged, lengths, options, papers, wording, written
from course.check.items.item import Item, Paper
from course.check.items.item import papers as papers_of
from course.check.walk import questions
from course.model import Course
from course.problems import Place, Problem

ItemRule: TypeAlias = Callable[[Item], Iterator[Problem]]
PaperRule: TypeAlias = Callable[[Paper], Iterator[Problem]]

WORD_RULES: tuple[ItemRule, ...] = (
    wording.stem_is_no_question,
    wording.catch_all_option,
    wording.unfocused,
    wording.negative_not_emphasised,
    wording.double_negative,
    wording.absolutes,
    wording.vague,
    wording.grammar_cue,
    wording.opinion,
    wording.true_or_false,
    wording.worst,
    lengths.key_stands_out,
    lengths.options_uneven,
    lengths.too_long,
    lengths.long_sentences,
    options.clang,
    options.unlike_options,
    options.unlike_forms,
    options.ranges_overlap,
    options.option_inside,
    written.blanks_unlike,
    written.answer_of_two_blanks,
    written.answer_in_sentence,
    judged.steps_tell_order,
)
PAPER_RULES: tuple[PaperRule, ...] = (
    lengths.key_mostly_longest,
    papers.key_in_another_stem,
    judged.unlike_statements,
)


def codes_of(rules: Iterable[Callable[..., Iterator[Problem]]]) -> frozenset[str]:
    """Give the codes that rules tell: their docstrings begin with them."""
    return frozenset((rule.__doc__ or "").partition(":")[0] for rule in rules)


CODES = codes_of((*WORD_RULES, *PAPER_RULES))


def translated_items(course: Course) -> Iterator[Problem]:
    """Give all that is wrong with the words of items in a translated course.

    What the author keeps is kept in all languages.
    """
    items = [item for item in items_of(course) if item.is_told]
    owned, others = by_item(items, list(told_of_words(course, items, whole=True)))
    yield from others
    for item in items:
        kept = {one.code for one in item.question.keep}
        yield from (one for one in owned[item.question.place] if one.code not in kept)


def items_of(course: Course) -> list[Item]:
    """Give all items of a course."""
    return [Item(one, course.lang) for one in questions(course)]


def told_of_words(
    course: Course, items: list[Item], *, whole: bool
) -> Iterator[Problem]:
    """Give what the rules tell; of papers only if all of the course could be read."""
    for item in items:
        yield from (p for rule in WORD_RULES for p in rule(item))
    for paper in papers_of(course) if whole else ():
        yield from (p for rule in PAPER_RULES for p in rule(paper))


def by_item(
    items: list[Item], found: list[Problem]
) -> tuple[defaultdict[Place, list[Problem]], list[Problem]]:
    """Part problems by the place of the item they are told of; some belong to none."""
    home: dict[Place, Place] = {}
    for item in items:
        home |= dict.fromkeys(item.places, item.question.place)
    owned: defaultdict[Place, list[Problem]] = defaultdict(list)
    others: list[Problem] = []
    for one in found:
        (owned[home[one.place]] if one.place in home else others).append(one)
    return owned, others
