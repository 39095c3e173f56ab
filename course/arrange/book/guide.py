"""How to use the book: what its numbers mean, and what is not in it."""

from course.arrange.book.page import page
from course.arrange.parts import letters
from course.arrange.references import report_line
from course.arrange.sheet import (
    Heading,
    Line,
    Part,
    Point,
    Points,
    Prose,
    SeePage,
    Sheet,
)
from course.arrange.voices import Voices
from course.model import Course


def guide(course: Course, voices: Voices) -> Sheet:
    """Give the page that stands before all chapters."""
    words = voices.wording.labels
    told = (
        words.book_pages,
        words.book_activities,
        words.book_quizzes,
        words.book_forms,
    )
    parts: list[Part] = [
        Heading(letters(words.book_title), 1),
        Points(tuple(Point(letters(one)) for one in told)),
        SeePage(words.book_plan, "plan/plan"),
    ]
    if course.report:
        piece = voices.settle(course.report.title)
        report = report_line(course.report, piece.wording)
        parts += [Prose(letters(words.book_report)), Prose(Line(report))]
    return page("guide", words.book_title, course, voices, tuple(parts))
