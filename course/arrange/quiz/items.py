"""Questions → numbered items, with their options in an order; or their key."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_uppercase

from course.arrange.asking import AttitudeItem, Case
from course.arrange.measure import width
from course.arrange.parts import letters, line, parts
from course.arrange.quiz.written import attitude, filling, ordering, short
from course.arrange.sheet import (
    Answer,
    Asking,
    Heading,
    Item,
    KeyStrip,
    Line,
    MatchItem,
    Pairing,
    Part,
    Section,
)
from course.arrange.voices import Voices
from course.assemble import numbered
from course.labels import Labels
from course.model import (
    Asked,
    Attitude,
    Choice,
    FillIn,
    ItemSet,
    Judge,
    Matching,
    Ordering,
    Question,
    Right,
    ShortAnswer,
)
from course.text import Cite, Words
from course.wording import Wording

# Widths at size 1, in em, up to which options stand side by side.
QUARTER = 6.8
HALF = 18.0


def items(
    asked: Sequence[Asked],
    order: Mapping[str, tuple[int, ...]],
    voices: Voices,
    *,
    key: bool,
) -> Iterator[Section]:
    """Give questions as numbered items, with their options in an order; or the key.

    A set speaks one language, and its case stands before its first question.
    """
    for one in numbered(asked):
        whole = voices.settle(one.within or one.asked)
        (told,) = whole.parts
        question: Asked = told
        mark = whole.mark
        if isinstance(told, ItemSet):
            question = next(q for q in told.questions if q.id == one.asked.id)
            mark = ""
            if one.begins:
                case = _case(told, one.number, whole.wording)
                yield Section(told.id, whole.lang, (case,), whole.mark)
        assert not isinstance(question, ItemSet)
        part = _item(question, one.number, order, whole.wording, key=key)
        yield Section(question.id, whole.lang, (part,), mark)


def _case(told: ItemSet, first: int, wording: Wording) -> Case:
    last = first + len(told.questions) - 1
    title = wording.labels.case_of.format(first=first, last=last)
    return Case(title, tuple(parts(told.scenario, wording)))


def _item(
    asked: Question | Attitude,
    number: int,
    order: Mapping[str, tuple[int, ...]],
    wording: Wording,
    *,
    key: bool,
) -> Asking:
    match asked:
        case Choice():
            return _choice(asked, number, order[asked.id], wording, key=key)
        case Matching():
            return _matching(asked, number, order[asked.id], wording, key=key)
        case Judge():
            return _judge(asked, number, wording, key=key)
        case Ordering():
            return ordering(asked, number, order[asked.id], wording, key=key)
        case FillIn():
            return filling(asked, number, wording, key=key)
        case ShortAnswer():
            return short(asked, number, wording, key=key)
        case Attitude():
            return attitude(asked, number, wording)


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


def _judge(question: Judge, number: int, wording: Wording, *, key: bool) -> Item:
    """Give a statement; A says that it is true, B that it is false, in any language."""
    words = wording.labels
    said = ((True, "A", words.true), (False, "B", words.false))
    return Item(
        name=question.id,
        number=number,
        scenario=tuple(parts(question.scenario, wording)) if question.scenario else (),
        stem=_uncited(question.stem),
        hint="",
        several=False,
        answers=tuple(
            Answer(
                letter,
                letters(text),
                question.answer is side if key else None,
                line(question.why(side), wording) if key else None,
            )
            for side, letter, text in said
        ),
        columns=1 if key else 4,
        key=("A" if question.answer else "B") if key else None,
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
        scenario=tuple(parts(question.scenario, wording)) if question.scenario else (),
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


def scored(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Give the sections of a key without what nobody scores."""
    return tuple(
        one
        for one in sections
        if not any(isinstance(part, AttitudeItem) for part in one.parts)
    )


def key_head(sections: tuple[Section, ...], words: Labels) -> tuple[Part, ...]:
    """Give all answers at a glance, and the heading above their reasons."""
    answers = tuple(
        (str(part.number), part.key)
        for section in sections
        for part in section.parts
        if isinstance(part, Asking) and part.key is not None
    )
    return (KeyStrip(words.key_table, answers), Heading(letters(words.reasons), 2))
