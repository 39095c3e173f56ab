"""Rules on translations: what must hold between an author's words and a translator's.

Each rule sees a `Pair`: words, their languages and their role. What is known of a
language stands in a module of its own (`english`, `chinese`), and the rules read it in
both directions; other languages get the rules that need no such knowledge. Pure.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Protocol, TypeAlias

from course.check.course import no_such_paragraph
from course.check.items.worded import CODES as ITEM_CODES
from course.check.items.worded import translated_items
from course.check.translation import (
    kept,
    letters,
    marks,
    modality,
    names,
    quantities,
    whole,
)
from course.check.translation.ignore import passed_over, read_ignores
from course.check.translation.pair import Pair
from course.model import Course
from course.problems import Problem
from course.slots import Known, Translations, catalogs
from course.text import Span, Words

PairRule: TypeAlias = Callable[[Pair], Iterator[Problem]]
CourseRule: TypeAlias = Callable[[Course], Iterator[Problem]]

RULES: tuple[PairRule, ...] = (
    kept.citations_differ,
    kept.symbol_differs,
    kept.address_differs,
    kept.placeholder_differs,
    kept.markup_differs,
    kept.structure_differs,
    kept.blanks_differ,
    names.name_differs,
    names.place_differs,
    quantities.number_differs,
    quantities.date_differs,
    quantities.duration_differs,
    quantities.provision_differs,
    modality.modality_differs,
    modality.negation_differs,
    modality.limit_differs,
    letters.untranslated,
    letters.invisible,
    letters.other_script,
    marks.half_width,
    marks.full_width,
    marks.quotation_marks,
    marks.dashes_and_dots,
    marks.unpaired,
    marks.end_mark,
    marks.spacing,
    marks.doubled,
    whole.odd_length,
)
COURSE_RULES: tuple[CourseRule, ...] = (
    whole.options_became_alike,
    whole.told_in_two_ways,
)


def code_of(rule: PairRule | CourseRule) -> str:
    """Give the code that a rule tells: its docstring begins with it."""
    return (rule.__doc__ or "").partition(":")[0]


def is_of_translation(problem: Problem) -> bool:
    """Tell whether a rule on translations told this, or what is said of its ignores."""
    is_rule = problem.code.startswith("C6") or problem.code in ITEM_CODES
    return is_rule or problem.code in ("C403", "T114", "T115")


class Faultless(Protocol):
    """Which translations are known to be without fault."""

    def holds(self, pair: Pair, notes: tuple[str, ...]) -> bool:
        """Tell whether one is."""

    def keep(self, pair: Pair, notes: tuple[str, ...]) -> None:
        """Note that one is."""


def check_translation(
    course: Course,
    known: Translations,
    more: Iterable[PairRule] = (),
    memory: Faultless | None = None,
) -> Iterator[Problem]:
    """Give all that is wrong in a translated course, but not in its source.

    `more` holds rules that need more than the two texts, such as a glossary. What the
    memory holds is not judged again.
    """
    rules = (*RULES, *more)
    every: tuple[PairRule | CourseRule, ...] = (*rules, *COURSE_RULES)
    codes = {*map(code_of, every), *ITEM_CODES}
    of_course = list(chain.from_iterable(rule(course) for rule in COURSE_RULES))
    of_course += translated_items(course)
    for pair, notes in pairs(course, known):
        held = memory is not None and memory.holds(pair, notes)
        found = [] if held else [one for rule in rules for one in rule(pair)]
        if memory and not held and not found:
            memory.keep(pair, notes)
        found += [one for one in of_course if one.place == pair.place]
        yield from passed_over(found, read_ignores(notes), pair.place, codes)
    yield from no_such_paragraph(course)


def check_labels(labels: Iterable[tuple[str, Known]], lang: str) -> Iterator[Problem]:
    """Give all that is wrong with translations of the product's own words."""
    # A lost placeholder is told when labels are read: the label stays English then.
    rules = [rule for rule in RULES if rule is not kept.placeholder_differs]
    codes = {code_of(rule) for rule in rules}
    for english, known in labels:
        source = Words(english, "en", (Span(english),), known.place)
        target = Words(known.target, lang, (Span(known.target),), known.place, source)
        pair = Pair(source, target, known.target, "label")
        found = [one for rule in rules for one in rule(pair)]
        yield from passed_over(found, read_ignores(known.notes), pair.place, codes)


def pairs(
    course: Course, known: Translations
) -> Iterator[tuple[Pair, tuple[str, ...]]]:
    """Give each translated message once, with its translator's comments."""
    seen: set[tuple[str, str]] = set()
    for unit in chain.from_iterable(catalogs(course).values()):
        source = unit.words.origin
        if source is None or (unit.slot.path, source.source) in seen:
            continue
        seen.add((unit.slot.path, source.source))
        hit = known[unit.slot.path, source.source]
        yield Pair(source, unit.words, hit.target, unit.slot.name), hit.notes
