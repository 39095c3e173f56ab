"""Questions where one writes, orders or agrees; and their keys."""

from collections.abc import Sequence

from course.arrange.asking import (
    AttitudeItem,
    Case,
    FillItem,
    OrderItem,
    ShortItem,
)
from course.arrange.sheet import Answer, Asking, Blanks, Line, Prose
from course.text import Span
from course.write.docx.forms import blanks, form_table
from course.write.docx.paper import Paper
from course.write.docx.questions import (
    BOX_HEIGHT,
    INDENT,
    Fill,
    boxed,
    numbered,
    opening,
    source,
)
from course.write.docx.tables import Grid, gap
from course.write.docx.text import paragraph, run
from course.write.docx.xml import keep_together, keep_with_next

# Of the width: a box for a letter with its number, and a mark before what counts.
BOX, MARK = 0.1, 0.1


def written(
    paper: Paper,
    part: OrderItem | FillItem | ShortItem | AttitudeItem | Case,
    fill: Fill,
) -> None:
    """Add a question where one writes, or the case of several."""
    match part:
        case OrderItem():
            _order(paper, part, fill)
        case FillItem():
            _keyed(paper, part, fill, _filled(part))
        case ShortItem():
            _short(paper, part, fill)
        case AttitudeItem():
            with paper.together() as blocks:
                opening(paper, part, fill)
            keep_with_next(blocks)
            form_table(paper, part.form)
        case Case():
            _case(paper, part, fill)


def _order(paper: Paper, part: OrderItem, fill: Fill) -> None:
    """Add steps with letters, and a row of boxes; or the right order, and why."""
    if part.key is not None:
        rows = [
            (f"{n}. {one.letter}", one.text, one.why)
            for n, one in enumerate(part.placed, 1)
        ]
        _keyed(paper, part, fill, rows)
        return
    with paper.together() as blocks:
        opening(paper, part, fill)
        _lettered(paper, part.answers)
        gap(paper, thin=True)
        grid = Grid(paper, "Match Table", (BOX,) * len(part.answers), indent=INDENT)
        row = grid.row(height=BOX_HEIGHT)
        for n in range(1, len(part.answers) + 1):
            label = Line((Span(f"{part.number}.{n}"),))
            grid.written(row, "Table text", label, boxed())
        gap(paper, thin=True)
    keep_together(blocks)


def _lettered(paper: Paper, answers: Sequence[Answer]) -> None:
    for one in answers:
        numbered(paper, "Answer", one.text, 1)


def _short(paper: Paper, part: ShortItem, fill: Fill) -> None:
    """Add a question with lines to write on; or a model answer, and its marking."""
    if part.key is None:
        with paper.together() as blocks:
            opening(paper, part, fill)
            blanks(paper, Blanks(part.lines))
            gap(paper)
        keep_together(blocks)
        return
    with paper.together() as blocks:
        opening(paper, part, fill)
        named = paragraph(paper, "Reason", Line(()))
        words = paper.sheet.words.model_answer
        named.append(run(paper, words, style="Verdict"))
        for one in part.answer:
            if isinstance(one, Prose):
                paragraph(paper, "Reason", one.text)
            else:
                fill(paper, one)
    keep_together(blocks)
    _rows(paper, [(f"+{one.letter}", one.text, one.why) for one in part.marks])
    source(paper, part)


Row = tuple[str, Line, Line | None]


def _filled(part: FillItem) -> list[Row]:
    return [(one.letter or "✓", one.accepted, one.why) for one in part.blanks]


def _keyed(paper: Paper, part: Asking, fill: Fill, rows: Sequence[Row]) -> None:
    """Add a question, and what counts as its answer: marks, words, reasons."""
    with paper.together() as blocks:
        opening(paper, part, fill)
    if part.key is None:
        keep_together(blocks)
        return
    keep_with_next(blocks)
    _rows(paper, rows)
    source(paper, part)


def _rows(paper: Paper, rows: Sequence[Row]) -> None:
    grid = Grid(paper, "Match Table", (MARK, 1 - MARK), indent=INDENT)
    for mark, text, why in rows:
        row = grid.row()
        grid.written(row, "Table text", Line((Span(mark, strong=True),)))
        cell = grid.written(row, "Table text", text)
        if why:
            with paper.within(cell):
                paragraph(paper, "Reason in a table", why)
    gap(paper, thin=True)


def _case(paper: Paper, part: Case, fill: Fill) -> None:
    """Add the case of several questions; it stays with the first."""
    with paper.together() as blocks:
        paragraph(paper, "Case", Line((Span(part.title, strong=True),)))
        for one in part.parts:
            if isinstance(one, Prose):
                paragraph(paper, "Case", one.text)
            else:
                fill(paper, one)
    keep_with_next(blocks)
