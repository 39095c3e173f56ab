"""A module's questions → a quiz paper, its key, and the quiz for a browser.

The order of the options is drawn from the ids of the module and the version, once for
all questions. It is the same in every language, so one key serves all of them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from string import ascii_uppercase
from typing import Literal, TypeGuard

from course.arrange.colophon import small_print
from course.arrange.measure import width
from course.arrange.parts import letters, line, parts
from course.arrange.sheet import (
    Answer,
    Fields,
    Heading,
    Item,
    KeyStrip,
    Line,
    MatchItem,
    Pairing,
    Part,
    Prose,
    Section,
    Sheet,
)
from course.arrange.voices import Voices
from course.labels import Labels
from course.model import Choice, Course, Matching, Module, Question, Right
from course.text import Cite, Words
from course.wording import Wording, dotted

# The quiz for a browser has the order of this version.
ONLINE = "A"
LONGEST_RUN = 2
NUMBER = re.compile(r"-?\d+(\.\d+)?")
# Widths at size 1, in em, up to which options stand side by side.
QUARTER = 6.8
HALF = 18.0


def paper(course: Course, module: Module, voices: Voices, version: str) -> Sheet:
    """Give the paper that a learner takes; it does not know the right answers."""
    words = voices.wording.labels
    number = len(module.questions)
    opening = Section(
        "head",
        voices.lang,
        (
            *_head(module, voices, words.paper.format(version=version)),
            Fields((words.name, words.unit, words.date, words.score)),
            Prose(letters(words.points.format(number=number)), small=True),
            Prose(letters(words.one_right)),
        ),
    )
    order = order_in(module, version)
    body = tuple(items(module.questions, order, voices, key=False))
    return _sheet(
        "quiz",
        course,
        voices,
        words.paper.format(version=version),
        (opening, *body, small_print(course, (module,), voices)),
        module,
    )


def key(course: Course, module: Module, voices: Voices, version: str) -> Sheet:
    """Give the key to a paper, with the reason for every option."""
    words = voices.wording.labels
    order = order_in(module, version)
    body = tuple(items(module.questions, order, voices, key=True))
    title = words.key.format(version=version)
    head = (*_head(module, voices, title), *key_head(body, words))
    opening = Section("head", voices.lang, head)
    sections = (opening, *body, small_print(course, (module,), voices))
    return _sheet("key", course, voices, title, sections, module)


def key_head(sections: tuple[Section, ...], words: Labels) -> tuple[Part, ...]:
    """Give all answers at a glance, and the heading above their reasons."""
    answers = tuple(
        (str(part.number), part.key or "")
        for section in sections
        for part in section.parts
        if isinstance(part, Item | MatchItem)
    )
    return (KeyStrip(words.key_table, answers), Heading(letters(words.reasons), 2))


def online(course: Course, module: Module, voices: Voices) -> Sheet:
    """Give the quiz for self-checking in a browser; it tells right from wrong."""
    order = order_in(module, ONLINE)
    body = tuple(items(module.questions, order, voices, key=True))
    sections = (*body, small_print(course, (module,), voices))
    return _sheet("quiz", course, voices, voices.wording.labels.quiz, sections, module)


def order_in(module: Module, version: str) -> dict[str, tuple[int, ...]]:
    """Give the order of the options in a version of a module's quiz."""
    return orders(module.questions, f"{module.text.id}/{version}")


def orders(asked: Sequence[Question], seed: str) -> dict[str, tuple[int, ...]]:
    """Give, for each question's id, the order in which its options stand.

    The places of right answers are spread evenly over the paper, and no place comes
    more than twice running. Options that are numbers ascend; “fixed” ones stay.
    """
    dice = Random(seed)
    places = iter(_places([len(one.options) for one in asked if _is_free(one)], dice))
    found: dict[str, tuple[int, ...]] = {}
    for one in asked:
        if _is_free(one):
            found[one.id] = _with_key_at(one, next(places), dice)
        elif isinstance(one, Choice):
            found[one.id] = _own_order(one, dice)
        else:
            found[one.id] = _shuffled(len(one.pairs) + len(one.spare), dice)
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


def items(
    asked: Sequence[Question],
    order: Mapping[str, tuple[int, ...]],
    voices: Voices,
    *,
    key: bool,
) -> Iterator[Section]:
    """Give questions as numbered items, with their options in an order; or the key."""
    for number, question in enumerate(asked, 1):
        piece = voices.settle(question)
        one: Question = piece.parts[0]
        item: Part
        match one:
            case Choice():
                item = _choice(one, number, order[one.id], piece.wording, key=key)
            case Matching():
                item = _matching(one, number, order[one.id], piece.wording, key=key)
        yield Section(question.id, piece.lang, (item,), piece.mark)


def _choice(
    question: Choice,
    number: int,
    order: tuple[int, ...],
    wording: Wording,
    *,
    key: bool,
) -> Item:
    options = [question.options[n] for n in order]
    answers = tuple(
        Answer(
            letter,
            line(option.words, wording),
            isinstance(option, Right) if key else None,
            line(option.why, wording) if key else None,
        )
        for letter, option in zip(ascii_uppercase, options, strict=False)
    )
    several = question.kind == "several"
    right = [
        a.letter for a, o in zip(answers, options, strict=True) if isinstance(o, Right)
    ]
    count = wording.labels.several_right.format(number=wording.number(len(right)))
    return Item(
        name=question.id,
        number=number,
        scenario=tuple(parts(question.scenario, wording)) if question.scenario else (),
        stem=_uncited(question.stem),
        hint=count if several else "",
        several=several,
        answers=answers,
        columns=1 if key else _columns(answers, wording.lang),
        key="".join(right) if key else None,
        cite=wording.cite(Cite(question.cite)) if key else "",
    )


def _matching(
    question: Matching,
    number: int,
    order: tuple[int, ...],
    wording: Wording,
    *,
    key: bool,
) -> MatchItem:
    matches = (*(pair.match for pair in question.pairs), *question.spare)
    letter_of = dict(zip(order, ascii_uppercase, strict=False))
    answers = tuple(Answer(letter_of[n], line(matches[n], wording)) for n in order)
    pairings = tuple(
        Pairing(
            line(pair.item, wording),
            letter_of[n] if key else None,
            line(pair.why, wording) if key else None,
        )
        for n, pair in enumerate(question.pairs)
    )
    found = "".join(letter_of[n] for n in range(len(question.pairs)))
    return MatchItem(
        name=question.id,
        number=number,
        stem=_uncited(question.stem),
        hint=wording.labels.match_how,
        pairings=pairings,
        answers=answers,
        key=found if key else None,
        cite=wording.cite(Cite(question.cite)) if key else "",
    )


def _uncited(words: Words) -> Line:
    return Line(words.spans)


def _columns(answers: Sequence[Answer], lang: str) -> int:
    """Give 4, 2 or 1 columns, by the longest option."""
    longest = max(width(answer.text.plain, lang) for answer in answers)
    if longest <= QUARTER:
        return 4
    return 2 if longest <= HALF else 1


def _head(module: Module, voices: Voices, kind: str) -> tuple[Part, ...]:
    piece = voices.settle(module.text.title)
    words = voices.wording.labels
    number = words.module.format(number=module.number)
    return (
        Heading(line(piece.parts[0], piece.wording), 1),
        Prose(letters(dotted(kind, number, piece.mark)), small=True),
    )


def _sheet(
    kind: Literal["quiz", "key"],
    course: Course,
    voices: Voices,
    name: str,
    sections: tuple[Section, ...],
    module: Module,
) -> Sheet:
    title = dotted(voices.named(module.text.title), name)
    course_title = voices.named(course.text.title)
    return Sheet(
        kind=kind,
        lang=voices.lang,
        title=title,
        subject=course_title,
        author=voices.named(course.text.publisher),
        left=course_title,
        right=title,
        foot=name,
        sections=sections,
        words=voices.wording.labels,
    )
