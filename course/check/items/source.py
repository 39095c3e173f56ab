"""All rules on the items of a course in its own language. Pure."""

from collections.abc import Iterator

from course.check.items import judged, lengths, options, papers, truth, written
from course.check.items.item import papers as papers_of
from course.check.items.keep import weighed
from course.check.items.worded import (
    PAPER_RULES,
    WORD_RULES,
    PaperRule,
    by_item,
    codes_of,
    items_of,
    told_of_words,
)
from course.model import Choice, Course
from course.problems import Problem

# What they judge is the same in every language.
SOURCE_PAPER_RULES: tuple[PaperRule, ...] = (
    papers.too_many_negatives,
    papers.key_in_the_middle,
    papers.too_low,
    papers.bare_numbers,
    judged.mostly_true,
    judged.too_many_judged,
)
REGISTER_RULES = (
    truth.key_not_in_report,
    truth.distractor_in_report,
    truth.doubtful_key,
)
CODES = codes_of(
    (
        *WORD_RULES,
        *PAPER_RULES,
        *SOURCE_PAPER_RULES,
        *REGISTER_RULES,
        lengths.unknown_acronyms,
        options.numbers_in_disorder,
        written.too_many_points,
    )
)


def check_items(course: Course, *, whole: bool = True) -> Iterator[Problem]:
    """Give all that is wrong with the items of a course in its own language."""
    register = truth.Register(course)
    acronyms = lengths.acronyms_of(course)
    items = items_of(course)
    found = list(told_of_words(course, items, whole=whole))
    for item in items:
        found += lengths.unknown_acronyms(item, acronyms)
        found += [p for rule in REGISTER_RULES for p in rule(item, register)]
        found += written.too_many_points(item)
        if isinstance(item.question, Choice):
            found += options.numbers_in_disorder(item.question)
    if whole:
        for paper in papers_of(course):
            found += [p for rule in SOURCE_PAPER_RULES for p in rule(paper)]
    owned, others = by_item(items, found)
    yield from others
    told: set[Problem] = set()
    for item in items:
        # Where a part could not be read, what is kept may be told of it.
        for one in weighed(item, owned[item.question.place], CODES):
            # The case of a set belongs to each of its questions.
            if one not in told:
                yield one
            told.add(one)
