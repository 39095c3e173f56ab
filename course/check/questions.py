"""Rules on how quiz items are built: right answers, options, pairs."""

from collections.abc import Iterator

from course.check.walk import choices, questions, topics
from course.model import (
    Attitude,
    Choice,
    Course,
    FillIn,
    ItemSet,
    Judge,
    Matching,
    Ordering,
    Question,
    Right,
    ShortAnswer,
)
from course.problems import Problem, Severity
from course.text import Words

LEAST_OPTIONS, MOST_OPTIONS = 3, 4
MOST_PAIRS = 7
LEAST_IN_SET, MOST_IN_SET = 2, 5


def not_one_right(course: Course) -> Iterator[Problem]:
    """C201: a question has no right answer, or more than its kind allows.

    `kind: one` has exactly one `right`; `kind: several` at least two, and a wrong one
    beside them.
    """
    for question in choices(course):
        count = sum(isinstance(option, Right) for option in question.options)
        if question.kind == "one" and count != 1:
            yield Problem(
                question.place.of("options"),
                "C201",
                f"right answers: {count}, not one",
                "mark one option with `right:`, the others with `wrong:`",
            )
        if question.kind == "several" and not 2 <= count < len(question.options):  # noqa: PLR2004
            yield Problem(
                question.place.of("options"),
                "C201",
                f"right answers: {count} of {len(question.options)}",
                "a question of the kind `several` has two or more, and a wrong one",
            )


def number_of_options(course: Course) -> Iterator[Problem]:
    """C202: a question has fewer than three or more than four options.

    Three good options are enough; a fourth rarely fools anybody, and a fifth never.
    """
    for question in choices(course):
        count = len(question.options)
        if count < LEAST_OPTIONS:
            yield Problem(
                question.place.of("options"),
                "C202",
                f"options: {count}",
                "give three or four",
            )
        elif count > MOST_OPTIONS:
            yield Problem(
                question.place.of("options"),
                "C202",
                f"options: {count}",
                "drop the one that nobody would choose",
                Severity.WARNING,
            )


def options_alike(course: Course) -> Iterator[Problem]:
    """C205: two options, matches, steps or statements of a question say the same."""
    offered = [tuple(answers(question)) for question in questions(course)]
    offered += [
        one.statements
        for _, topic in topics(course)
        for one in topic.ask
        if isinstance(one, Attitude)
    ]
    for alike in offered:
        seen: set[str] = set()
        for words in alike:
            plain = " ".join(words.plain.casefold().split())
            if plain in seen:
                yield Problem(
                    words.place,
                    "C205",
                    f"“{words.plain}” stands here twice",
                    "change one",
                )
            seen.add(plain)


def matching_size(course: Course) -> Iterator[Problem]:
    """C207: a matching question has too few or too many pairs, or no spare match.

    With as many matches as items, the last one answers itself.
    """
    for question in questions(course):
        if not isinstance(question, Matching):
            continue
        if not LEAST_OPTIONS <= len(question.pairs) <= MOST_PAIRS:
            yield Problem(
                question.place.of("pairs"),
                "C207",
                f"pairs: {len(question.pairs)}",
                f"give {LEAST_OPTIONS} to {MOST_PAIRS}",
            )
        if not question.spare:
            yield Problem(
                question.place.of("pairs"),
                "C207",
                "as many matches as items",
                "add one or two under `spare`",
            )


def answers(question: Question) -> Iterator[Words]:
    """Give the words of all answers that a question offers; or all steps."""
    match question:
        case Choice():
            yield from (option.words for option in question.options)
        case Matching():
            yield from (pair.match for pair in question.pairs)
            yield from question.spare
        case Ordering():
            yield from (one.step for one in question.steps)
        case Judge() | FillIn() | ShortAnswer():
            pass


def number_of_steps(course: Course) -> Iterator[Problem]:
    """C240: a question on what comes first has too few or too many steps.

    Two are a choice, and more than seven nobody keeps in mind.
    """
    for question in questions(course):
        if not isinstance(question, Ordering):
            continue
        if not LEAST_OPTIONS <= len(question.steps) <= MOST_PAIRS:
            yield Problem(
                question.place.of("steps"),
                "C240",
                f"steps: {len(question.steps)}",
                f"give {LEAST_OPTIONS} to {MOST_PAIRS}",
            )


def odd_set(course: Course) -> Iterator[Problem]:
    """C241: a set has too few or too many questions, or one with a case of its own.

    One question has its `scenario` itself; after five the case is worn out.
    """
    for _, topic in topics(course):
        for one in topic.ask:
            if not isinstance(one, ItemSet):
                continue
            if not LEAST_IN_SET <= len(one.questions) <= MOST_IN_SET:
                yield Problem(
                    one.place.of("questions"),
                    "C241",
                    f"questions: {len(one.questions)}",
                    f"give {LEAST_IN_SET} to {MOST_IN_SET}",
                )
            for question in one.questions:
                if question.scenario:
                    yield Problem(
                        question.place.of("scenario"),
                        "C241",
                        "a question of a set has a case of its own",
                        "put it into the case of the set, or ask it outside",
                    )


def unlike_twins(course: Course) -> Iterator[Problem]:
    """C208: the two items of a pair do not ask for the same.

    The test before a course and the one after it can be compared only if both items
    of a pair have one objective, level, kind, and number of options.
    """
    for _, topic in topics(course):
        for twins in topic.test:
            first, second = twins.before, twins.after
            for name in ("objective", "level", "kind"):
                one, other = getattr(first, name), getattr(second, name)
                if one != other:
                    yield Problem(
                        second.place.of(name),
                        "C208",
                        f"`{name}` is {one} before, {other} after",
                        "give both items of a pair the same",
                    )
            one, other = len(first.options), len(second.options)
            if one != other:
                yield Problem(
                    second.place.of("options"),
                    "C208",
                    f"{one} options before, {other} after",
                    "give both items of a pair as many",
                )


RULES = (
    not_one_right,
    number_of_options,
    options_alike,
    matching_size,
    number_of_steps,
    odd_set,
    unlike_twins,
)
