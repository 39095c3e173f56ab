"""Rules: what must hold in a course, one small function each. Pure."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import TypeAlias

from course.check import copied, facts, questions, slides, teaching, terms
from course.check import course as course_rules
from course.check.items.source import check_items
from course.model import Course
from course.problems import Problem

Rule: TypeAlias = Callable[[Course], Iterator[Problem]]

# Rules that look at one thing at a time, and hold in a course of which a part could
# not be read; then those that need the whole.
RULES: tuple[Rule, ...] = (
    *course_rules.RULES,
    *questions.RULES,
    *slides.RULES,
    *facts.RULES,
    *copied.RULES,
    *terms.RULES,
)
WHOLE_RULES: tuple[Rule, ...] = (*course_rules.WHOLE_RULES, *teaching.RULES)


def check(course: Course, *, whole: bool = True) -> Iterator[Problem]:
    """Give all that is wrong in a course; `whole` says that all of it could be read."""
    rules = (*RULES, *WHOLE_RULES) if whole else RULES
    found = chain.from_iterable(rule(course) for rule in rules)
    return chain(found, check_items(course, whole=whole))
