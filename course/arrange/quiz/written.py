"""Questions where one writes, orders or agrees → items of a paper, or their key."""

import math
from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from course.arrange.asking import (
    AttitudeItem,
    Filled,
    FillItem,
    Marking,
    OrderItem,
    ShortItem,
)
from course.arrange.measure import width
from course.arrange.parts import letters, line, parts
from course.arrange.sheet import Answer, Cell, FormTable, Line, Pairing, Tick
from course.assemble import points
from course.model import BLANK, Attitude, Blank, FillIn, Ordering, ShortAnswer
from course.text import Cite, Span
from course.wording import Wording

# A blank is written with so many strokes at least, and at most; two are one em wide.
LEAST_STROKES, MOST_STROKES = 10, 40
# How much more room a hand needs than print.
BY_HAND = 1.5
# Lines to write on: so many for a point, and no fewer or more in all.
LINES_A_POINT, LEAST_LINES, MOST_LINES = 2, 3, 12
# Of the width: a step of the scale; and the least height of a row, in points.
STEP, ROW = 0.105, 18.0


def ordering(
    question: Ordering,
    number: int,
    order: tuple[int, ...],
    wording: Wording,
    *,
    key: bool,
) -> OrderItem:
    """Give steps with letters, in an order; in a key the right one, with reasons."""
    letter_of = dict(zip(order, ascii_uppercase, strict=False))
    steps = question.steps
    placed = tuple(
        Pairing(line(one.step, wording), letter_of[n], line(one.why, wording))
        for n, one in enumerate(steps)
    )
    return OrderItem(
        name=question.id,
        number=number,
        scenario=tuple(parts(question.scenario, wording)) if question.scenario else (),
        stem=Line(question.stem.spans),
        hint=wording.labels.order_how,
        answers=tuple(
            Answer(letter_of[n], line(steps[n].step, wording)) for n in order
        ),
        placed=placed if key else (),
        key="".join(letter_of[n] for n in range(len(steps))) if key else None,
        cite=wording.cite(Cite(question.cite)) if key else "",
    )


def filling(question: FillIn, number: int, wording: Wording, *, key: bool) -> FillItem:
    """Give a sentence with its blanks as long as their longest answer needs."""
    blanks = question.blanks
    forms = [form for one in blanks for form in one.accepted]
    count = max((_strokes(form, wording.lang) for form in forms), default=0)
    first = [one.accepted[0] for one in blanks if one.accepted]
    return FillItem(
        name=question.id,
        number=number,
        scenario=tuple(parts(question.scenario, wording)) if question.scenario else (),
        stem=Line(tuple(_with_blanks(question.stem.spans, max(count, LEAST_STROKES)))),
        hint=wording.labels.fill_how,
        blanks=tuple(_filled(blanks, wording)) if key else (),
        key=wording.labels.semicolon.join(first) if key else None,
        cite=wording.cite(Cite(question.cite)) if key else "",
    )


def _strokes(form: str, lang: str) -> int:
    return min(MOST_STROKES, math.ceil(2 * BY_HAND * width(form, lang)))


def _with_blanks(spans: Sequence[Span], strokes: int) -> Iterator[Span]:
    """Part a sentence at its blanks."""
    for span in spans:
        end = 0
        for hit in BLANK.finditer(span.text):
            number = hit[0].rstrip("_ ")
            gap = "\N{NO-BREAK SPACE}" if number.endswith(")") else ""
            before = span.text[end : hit.start()] + number + gap
            yield from (Span(before, span.strong, span.emphasis),) if before else ()
            yield Span("_" * strokes, blank=int(hit["number"] or 1))
            end = hit.end()
        rest = span.text[end:]
        if rest:
            yield Span(rest, span.strong, span.emphasis, span.code, span.link)


def _filled(blanks: Sequence[Blank], wording: Wording) -> Iterator[Filled]:
    words = wording.labels
    for n, one in enumerate(blanks, 1):
        best, *others = one.accepted or ("",)
        more = words.parenthesis.format(words=words.also + words.semicolon.join(others))
        gap = "" if more.startswith("（") else " "
        rest = (Span(gap + more),) if others else ()
        yield Filled(
            f"({n})" if len(blanks) > 1 else "",
            Line((Span(best, strong=True), *rest)),
            one.accepted,
            line(one.why, wording),
        )


def short(
    question: ShortAnswer, number: int, wording: Wording, *, key: bool
) -> ShortItem:
    """Give a question with lines to write on; or its model answer, and its marking."""
    words = wording.labels
    worth = points(question)
    lines = min(MOST_LINES, max(LEAST_LINES, LINES_A_POINT * worth))
    marks = tuple(
        Marking(
            wording.number(one.worth), line(one.point, wording), line(one.why, wording)
        )
        for one in question.marks
    )
    return ShortItem(
        name=question.id,
        number=number,
        scenario=tuple(parts(question.scenario, wording)) if question.scenario else (),
        stem=Line(question.stem.spans),
        hint=words.short_how.format(points=wording.number(worth)),
        lines=lines,
        answer=tuple(parts(question.answer, wording)) if key else (),
        marks=marks if key else (),
        key=words.worth.format(points=wording.number(worth)) if key else None,
        cite=wording.cite(Cite(question.cite)) if key else "",
    )


def attitude(asked: Attitude, number: int, wording: Wording) -> AttitudeItem:
    """Give statements in a table of five boxes each."""
    words = wording.labels
    scale = (
        words.disagree_strongly,
        words.disagree,
        words.undecided,
        words.agree,
        words.agree_strongly,
    )
    labels = (f"{number}.{n}" for n in range(1, len(asked.statements) + 1))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            Line((Span(f"{label}\N{NO-BREAK SPACE}"), *line(one, wording).spans)),
            *(Tick() for _ in scale),
        )
        for label, one in zip(labels, asked.statements, strict=True)
    )
    head = (Line(()), *map(letters, scale))
    columns = (1 - STEP * len(scale), *(STEP for _ in scale))
    return AttitudeItem(
        name=asked.id,
        number=number,
        stem=Line(asked.stem.spans),
        hint=words.attitude_how,
        form=FormTable(head, rows, columns, ROW),
    )
