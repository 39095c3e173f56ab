"""The stencil that is laid over an answer sheet: rings where right answers are."""

from collections.abc import Sequence

from course.arrange.answer_sheet.code import SheetNumber
from course.arrange.answer_sheet.places import AnswerSheet, Page, as_table
from course.arrange.answer_sheet.printed import (
    PrintedPage,
    PrintedSheet,
    Roles,
    Told,
    ends,
    spoken,
)
from course.arrange.answer_sheet.rows import Answered
from course.wording import dotted

# How far outside of a bubble a ring ends, and how thick it is: two bubbles side by side
# have rings that do not touch, and no line lies on a bubble.
RING = {"outset": 0.5, "line": 0.4}


def stencil(
    sheet: AnswerSheet, told: Sequence[Told], author: str, right: frozenset[Answered]
) -> PrintedSheet:
    """Give the stencil, page by page; it is for trainers only."""
    first = told[0]
    return PrintedSheet(
        first.voices.lang,
        dotted(first.about, first.labels.stencil),
        first.about,
        author,
        as_table(sheet),
        tuple(_page(sheet, page, told, right) for page in sheet.pages),
        RING,
    )


def _page(
    sheet: AnswerSheet, page: Page, told: Sequence[Told], right: frozenset[Answered]
) -> PrintedPage:
    number = SheetNumber(sheet.edition, 0, page.number)
    ringed = [
        (row.label, bubble)
        for row in page.rows
        for bubble in row.bubbles
        if (row.label, bubble.value) in right
    ]
    words = told[0].labels
    answers = words.comma.join(f"{label} {one.value}" for label, one in ringed)
    roles = [{**ends(sheet, number, one.labels), **_said(one)} for one in told]
    return PrintedPage(
        page.number,
        spoken(told, roles),
        {"rows": words.stencil_alt.format(answers=answers) if ringed else ""},
        rings=tuple((one.box.x, one.box.y) for _, one in ringed),
    )


def _said(told: Told) -> Roles:
    words = told.labels
    return {
        "title": (words.stencil,),
        "about": (dotted(told.about, words.trainers_only),),
        "how": (words.stencil_how,),
    }
