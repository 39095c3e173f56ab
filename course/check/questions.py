"""Rules on quiz items, after what is known of good multiple-choice questions."""

import re
from collections.abc import Iterator

from course.check.walk import choices, questions, topics
from course.model import Choice, Course, Matching, Right
from course.problems import Problem, Severity
from course.text import Words

LEAST_OPTIONS, MOST_OPTIONS = 3, 4
MOST_PAIRS = 7
LONGEST_KEY = 1.6
CATCH_ALL = re.compile(
    r"\b(all|none|both) of the above\b|\bneither of the above\b"
    r"|以上都是|以上皆是|以上都不是|以上皆非|都对|都不对",
    re.IGNORECASE,
)
COMBINED = re.compile(r"\b[A-D] and [A-D]\b|[①②③④].*[①②③④]|[A-D]和[A-D]")
ENDS = ("?", "？", "؟")


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


def stem_is_no_question(course: Course) -> Iterator[Problem]:
    """C203: a stem does not end with a question mark.

    A half sentence that each option ends makes people read it four times. Ask a
    question.
    """
    for question in questions(course):
        if not question.stem.plain.rstrip().endswith(ENDS):
            yield Problem(
                question.stem.place, "C203", "the stem is no question", "end it with ?"
            )


def catch_all_option(course: Course) -> Iterator[Problem]:
    """C204: an option is “all of the above”, “none of the above” or a combination.

    They test how people take tests. Ask a question of the kind `several`.
    """
    for question in choices(course):
        for option in question.options:
            words = option.words
            if CATCH_ALL.search(words.plain) or COMBINED.search(words.plain):
                yield Problem(
                    words.place,
                    "C204",
                    f"an option that points to others: “{words.plain}”",
                    "give an answer of its own, or make it a question of `several`",
                )


def options_alike(course: Course) -> Iterator[Problem]:
    """C205: two options, or two matches, say the same."""
    for question in questions(course):
        seen: set[str] = set()
        for words in answers(question):
            plain = " ".join(words.plain.casefold().split())
            if plain in seen:
                yield Problem(
                    words.place,
                    "C205",
                    f"“{words.plain}” stands here twice",
                    "change one",
                )
            seen.add(plain)


def key_stands_out(course: Course) -> Iterator[Problem]:
    """C206: the right answer is far longer than the wrong ones.

    People who do not know the answer choose the longest. Shorten it, or make the
    distractors as full.
    """
    for question in choices(course):
        right = [o for o in question.options if isinstance(o, Right)]
        wrong = [o for o in question.options if not isinstance(o, Right)]
        if not right or not wrong:
            continue
        longest = max(len(o.words.plain) for o in wrong)
        for option in right:
            if len(option.words.plain) > LONGEST_KEY * longest:
                yield Problem(
                    option.place,
                    "C206",
                    "the right answer is much longer than all others",
                    "shorten it, or fill up the distractors",
                    Severity.WARNING,
                )


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


def answers(question: Choice | Matching) -> Iterator[Words]:
    """Give the words of all answers that a question offers."""
    match question:
        case Choice():
            yield from (option.words for option in question.options)
        case Matching():
            yield from (pair.match for pair in question.pairs)
            yield from question.spare


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
    stem_is_no_question,
    catch_all_option,
    options_alike,
    key_stands_out,
    matching_size,
    unlike_twins,
)
