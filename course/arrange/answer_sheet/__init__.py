"""The machine-readable answer sheet of a quiz, and the stencil to mark it with."""

from course.arrange.answer_sheet.frame import Wish
from course.arrange.answer_sheet.layout import answer_sheet
from course.arrange.answer_sheet.places import AnswerSheet, Learner, as_table
from course.arrange.answer_sheet.printed import Copy, PrintedSheet, Told, printed
from course.arrange.answer_sheet.stencil import stencil

__all__ = [
    "AnswerSheet",
    "Copy",
    "Learner",
    "PrintedSheet",
    "Told",
    "Wish",
    "answer_sheet",
    "as_table",
    "printed",
    "stencil",
]
