"""Forms to fill in → parts of a paper: lines, scales, checklists, tables."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from course.arrange.measure import width
from course.arrange.parts import PAPER_SIZE, PAPER_WIDTH, letters, line
from course.arrange.sheet import (
    Cell,
    FormTable,
    Heading,
    Line,
    Part,
    Prompt,
    Tick,
)
from course.arrange.tables import shares
from course.model import Aims, Checklist, FormPart, Grid, Lines, Module, Ratings
from course.text import Span, Words
from course.wording import Wording

EMPTY = Line(())
# Of the width: a step of a scale, a box of a checklist, what is written beside it.
MOST_STEP, BOX, NOTE = 0.1, 0.07, 0.17
# The head of a step stays on one line if it can: its type size and what is beside it.
HEAD_SIZE, HEAD_MARGIN = 8.5, 5.0
# The least height of a row, in points: to be ticked, to be written in.
TICK_ROW, CHECK_ROW, WRITE_ROW = 18.0, 26.0, 34.0


def form_parts(
    parts: Sequence[FormPart], modules: Sequence[Module], wording: Wording, level: int
) -> Iterator[Part]:
    """Give the parts of a form; headings are of a level.

    `modules` are those whose objectives are rated, where a form asks for that.
    """
    for kind, several in groupby(parts, type):
        if kind is Checklist:
            yield _checklist(
                [one for one in several if isinstance(one, Checklist)], wording
            )
        else:
            for part in several:
                yield from _part(part, modules, wording, level)


def _part(
    part: FormPart, modules: Sequence[Module], wording: Wording, level: int
) -> Iterator[Part]:
    if part.heading:
        yield Heading(line(part.heading, wording), level)
    match part:
        case Lines():
            yield Prompt(line(part.write, wording), part.lines)
        case Ratings():
            rows = [_rated(words, part.scale, wording) for words in part.rate]
            yield _scale(part.scale, rows, wording)
        case Aims():
            rows = list(_aims(modules, part.scale, wording))
            yield _scale(part.scale, rows, wording)
        case Checklist():
            yield _checklist((part,), wording)
        case Grid():
            yield _grid(part, wording)


def _rated(words: Words, scale: Sequence[Words], wording: Wording) -> tuple[Cell, ...]:
    return (line(words, wording), *(Tick() for _ in scale))


def _aims(
    modules: Sequence[Module], scale: Sequence[Words], wording: Wording
) -> Iterator[tuple[Cell, ...]]:
    """Give each module's title, and its objectives to be rated."""
    for module in modules:
        number = wording.labels.module.format(number=module.number)
        title = module.text.title
        yield (Line((Span(f"{number}{wording.labels.colon}"), *title.spans)),)
        for objective in module.text.objectives:
            yield _rated(objective.text, scale, wording)


def _scale(
    scale: Sequence[Words], rows: Sequence[tuple[Cell, ...]], wording: Wording
) -> FormTable:
    head = (EMPTY, *(line(words, wording) for words in scale))
    named = max(width(one.plain, wording.lang, bold=True) for one in scale) * HEAD_SIZE
    step = min(MOST_STEP, (named + HEAD_MARGIN) / PAPER_WIDTH)
    columns = (1 - step * len(scale), *(step for _ in scale))
    return FormTable(head, tuple(rows), columns, TICK_ROW)


def _checklist(parts: Sequence[Checklist], wording: Wording) -> FormTable:
    """Give checklists as one table, in which their headings head groups of rows."""
    words = wording.labels
    states = (words.in_place, words.partly, words.not_yet_done, words.not_for_us)
    head = ("", *states, words.evidence, words.next_step)
    boxes: tuple[Cell, ...] = tuple(Tick() for _ in states)
    rows: list[tuple[Cell, ...]] = []
    for part in parts:
        rows += [(line(part.heading, wording),)] if part.heading else []
        rows += [(line(one, wording), *boxes, EMPTY, EMPTY) for one in part.check]
    boxed = BOX * len(states)
    columns = (1 - boxed - 2 * NOTE, *(BOX for _ in states), NOTE, NOTE)
    return FormTable(tuple(map(letters, head)), tuple(rows), columns, CHECK_ROW)


def _grid(part: Grid, wording: Wording) -> FormTable:
    head = tuple(line(words, wording) for words in part.fill)
    texts = [[words.plain] for words in part.fill]
    row = tuple(EMPTY for _ in head)
    columns = shares(texts, PAPER_WIDTH, PAPER_SIZE, wording.lang)
    even = 1 / len(head)
    # A long head is no long answer: half of the width goes by it, half is shared out.
    mixed = tuple((share + even) / 2 for share in columns)
    return FormTable(head, (row,) * part.rows, mixed, WRITE_ROW)
