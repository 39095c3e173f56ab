"""An arranged Sheet → the bytes of a Word document."""

from io import BytesIO
from typing import Any, assert_never

from course.arrange.activities import FORM
from course.arrange.asking import (
    AttitudeItem,
    Case,
    FillItem,
    OrderItem,
    ShortItem,
)
from course.arrange.sheet import (
    BarFigure,
    Blanks,
    CutCards,
    Fields,
    FormTable,
    Framed,
    Heading,
    Item,
    KeyStrip,
    Line,
    MatchItem,
    Part,
    PhotoFigure,
    Points,
    PrintedOnly,
    Prompt,
    Prose,
    Quoted,
    Section,
    Sheet,
    Sources,
    TableFigure,
)
from course.text import Span
from course.write.archive import repack
from course.write.docx import figures, forms, prose, questions, tables, written
from course.write.docx.fields import running_heads
from course.write.docx.paper import Paper
from course.write.docx.settings import set_properties, set_voice
from course.write.docx.tables import MOST_ROWS_TOGETHER
from course.write.docx.template import Template
from course.write.docx.text import paragraph
from course.write.docx.xml import keep_together

# A form of more headings, prompts and tables than these is longer than a page.
MOST_PARTS = 11

# Papers so long that they tell what is where.
WITH_CONTENTS = ("appendix",)


def write(sheet: Sheet, template: Template) -> bytes:
    """Give the bytes of a Word document; they hold no date.

    Raises:
        SourceError: the template cannot be used.
    """
    paper = Paper(sheet, template)
    set_voice(paper)
    set_properties(paper)
    running_heads(paper)
    place: Any = None
    for section in sheet.sections:
        _section(paper, section)
        if place is None and sheet.kind in WITH_CONTENTS:
            place = prose.place_for_contents(paper)
    paper.lang = sheet.lang
    if place is not None:
        prose.contents(paper, place)
    stream = BytesIO()
    paper.document.save(stream)
    return repack(stream.getvalue())


def _section(paper: Paper, section: Section) -> None:
    """Add a section's parts, in its language."""
    paper.lang = section.lang
    if section.mark:
        paragraph(paper, "Not translated", Line((Span(section.mark),)))
    with paper.together() as blocks:
        for part in section.parts:
            fill(paper, part)
    if section.name.endswith(FORM) and not _is_long(section):
        keep_together(blocks)


def _is_long(section: Section) -> bool:
    """Tell whether a form to fill in is longer than a page."""
    tables = [part for part in section.parts if isinstance(part, FormTable)]
    return len(section.parts) > MOST_PARTS or any(
        len(one.rows) >= MOST_ROWS_TOGETHER for one in tables
    )


def fill(paper: Paper, part: Part) -> None:
    """Add a part where the paper has come to."""
    match part:
        case Heading() | Prose() | Points() | Quoted() | Sources():
            prose.prose(paper, part)
        case TableFigure():
            tables.table(paper, part)
        case Framed():
            tables.framed(paper, part, fill)
        case BarFigure():
            figures.bars(paper, part)
        case PhotoFigure():
            figures.photo(paper, part)
        case Blanks() | Prompt() | FormTable() | CutCards() | Fields():
            forms.form(paper, part)
        case KeyStrip() | Item() | MatchItem():
            questions.question(paper, part, fill)
        case OrderItem() | FillItem() | ShortItem() | AttitudeItem() | Case():
            written.written(paper, part, fill)
        case PrintedOnly():
            # Slides beside notes, and languages side by side, are made as PDF only.
            raise NotImplementedError(f"{type(part).__name__} on a Word document")
        case never:
            assert_never(never)
