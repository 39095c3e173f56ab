"""Questions: numbered and lettered by Word, with boxes to tick; and their keys."""

from collections.abc import Callable
from itertools import zip_longest
from typing import Any

from course.arrange.asking import AttitudeItem
from course.arrange.sheet import (
    Answer,
    Asking,
    Item,
    KeyStrip,
    Line,
    MatchItem,
    Pairing,
    Part,
    Prose,
)
from course.text import Span
from course.write.docx.forms import tick
from course.write.docx.numbering import count_on, keep_indents
from course.write.docx.paper import QUESTIONS, Paper
from course.write.docx.tables import Grid, gap
from course.write.docx.text import paragraph, run
from course.write.docx.xml import element, keep_together

INDENT = 454  # twips: as far as the number of a question reaches
KEYS_A_LINE = 7
# Of the width of a matching question: the box for a letter, its entry, the answers.
MATCH = (0.08, 0.48, 0.44)
BOX_HEIGHT = 20
Fill = Callable[[Paper, Part], None]


def key_strip(paper: Paper, part: KeyStrip) -> None:
    """Add all right answers at a glance."""
    paragraph(paper, "Key title", Line((Span(part.title),)))
    with paper.together() as lines:
        for first in range(0, len(part.answers), KEYS_A_LINE):
            line = paragraph(paper, "Key at a glance", Line(()))
            for number, answer in part.answers[first : first + KEYS_A_LINE]:
                line.append(run(paper, f"\t{number}  ", style="Citation"))
                line.append(run(paper, answer, Span("", strong=True)))
    keep_together(lines)


def item(paper: Paper, part: Item, fill: Fill) -> None:
    """Add a question with its options, all on one page; or the reason for each."""
    with paper.together() as blocks:
        opening(paper, part, fill)
        if part.key is None:
            _options(paper, part)
    keep_together(blocks)
    if part.key is not None:
        for answer in part.answers[:-1]:
            _reason(paper, answer)
        with paper.together() as last:
            _reason(paper, part.answers[-1])
            source(paper, part)
        keep_together(last)


def opening(paper: Paper, part: Asking, fill: Fill) -> None:
    """Add a question's case and its stem; the first of both bears the number."""
    count_on(paper, part.number)
    case = () if isinstance(part, AttitudeItem) else part.scenario
    for number, one in enumerate(case):
        if isinstance(one, Prose):
            if number:
                paragraph(paper, "Case", one.text)
            else:
                numbered(paper, "Case with number", one.text, 0)
        else:
            fill(paper, one)
    is_numbered = bool(case) and isinstance(case[0], Prose)
    if is_numbered:
        stem = paragraph(paper, "Stem", part.stem)
    else:
        stem = numbered(paper, "Question", part.stem, 0)
    if part.hint:
        stem.append(run(paper, f"  {part.hint}", style="Hint"))


def numbered(paper: Paper, style: str, line: Line, level: int) -> Any:
    """Add a paragraph that Word numbers; a list that begins anew says so in it."""
    is_own = paper.questions != QUESTIONS or style == "Case with number"
    own = (paper.questions, level) if is_own else None
    made = paragraph(paper, style, line, numbered=own)
    return keep_indents(paper, made) if own else made


def _options(paper: Paper, part: Item) -> None:
    """Add options with boxes; several stand side by side in a table without lines."""
    if part.columns == 1:
        for answer in part.answers:
            _option(paper, answer, "Option")
        return
    shares = (1 / part.columns,) * part.columns
    grid = Grid(paper, "Layout Table", shares, indent=INDENT)
    for first in range(0, len(part.answers), part.columns):
        row = grid.row()
        some = part.answers[first : first + part.columns]
        for number in range(part.columns):
            with paper.within(grid.cell(row)):
                if number < len(some):
                    _option(paper, some[number], "Option in columns")
                else:
                    paragraph(paper, "Table text", Line(()))
    gap(paper, thin=True)


def _option(paper: Paper, answer: Answer, style: str) -> None:
    made = numbered(paper, style, Line(()), 1)
    made.append(tick())
    made.append(run(paper, "\t"))
    made.extend(run(paper, span.text, span) for span in answer.text.spans)


def _reason(paper: Paper, answer: Answer) -> None:
    """Add an option, whether it is right, and why."""
    words = paper.sheet.words
    spans = answer.text.spans
    if answer.right:
        spans = tuple(Span(s.text, True, s.emphasis, s.code, s.link) for s in spans)
    numbered(paper, "Answer", Line(spans), 1)
    made = paragraph(paper, "Reason", Line(()))
    if answer.right:
        made.append(run(paper, f"✓ {words.right}", style="Verdict"))
    else:
        made.append(run(paper, words.wrong, Span("", strong=True)))
    if answer.why:
        made.append(run(paper, "  ·  "))
        made.extend(run(paper, span.text, span) for span in answer.why.spans)


def source(paper: Paper, part: Asking) -> None:
    """Add what the key stands on."""
    if part.cite:
        paragraph(paper, "Question source", Line((Span(part.cite),)))


def match_item(paper: Paper, part: MatchItem, fill: Fill) -> None:
    """Add what is to be matched as a table: boxes for letters, and the answers."""
    with paper.together() as blocks:
        opening(paper, part, fill)
        grid = Grid(paper, "Match Table", MATCH, indent=INDENT)
        for pairing, answer in zip_longest(part.pairings, part.answers):
            row = grid.row(height=BOX_HEIGHT)
            _letter(paper, grid, row, pairing)
            _entry(paper, grid, row, pairing)
            if answer:
                with paper.within(grid.cell(row)):
                    numbered(paper, "Lettered", answer.text, 1)
            else:
                grid.written(row, "Table text", Line(()))
        gap(paper, thin=True)
    keep_together(blocks)
    if part.key is not None:
        source(paper, part)


def _letter(paper: Paper, grid: Grid, row: Any, pairing: Pairing | None) -> None:
    """Add the box for a letter; in a key, with the letter."""
    letter = (pairing and pairing.letter) or ""
    look = [boxed()] if pairing else []
    words = Line((Span(letter, strong=True),) if letter else ())
    grid.written(row, "Table tick", words, *look)


def boxed() -> Any:
    """Give the lines around a cell that a letter is written into."""
    edge = {"w:val": "single", "w:sz": 6, "w:space": 0, "w:color": "auto"}
    sides = ("w:top", "w:left", "w:bottom", "w:right")
    return element("w:tcBorders", {}, *(element(side, edge) for side in sides))


def _entry(paper: Paper, grid: Grid, row: Any, pairing: Pairing | None) -> None:
    cell = grid.written(row, "Table text", pairing.text if pairing else Line(()))
    if pairing and pairing.why:
        with paper.within(cell):
            paragraph(paper, "Reason in a table", Line(pairing.why.spans))


def question(paper: Paper, part: KeyStrip | Item | MatchItem, fill: Fill) -> None:
    """Add a question, or the strip of all answers."""
    match part:
        case KeyStrip():
            key_strip(paper, part)
        case Item():
            item(paper, part, fill)
        case MatchItem():
            match_item(paper, part, fill)
