"""A page of a book that no other paper has."""

from course.arrange.sheet import Part, Section, Sheet
from course.arrange.voices import Voices
from course.model import Course
from course.wording import dotted


def page(
    name: str, title: str, course: Course, voices: Voices, parts: tuple[Part, ...]
) -> Sheet:
    """Give parts as a chapter of their own."""
    course_title = voices.named(course.text.title)
    return Sheet(
        kind="form",
        lang=voices.lang,
        title=title,
        subject=course_title,
        author=voices.named(course.text.publisher),
        left=course_title,
        right=title,
        foot=dotted(title, course.symbol),
        sections=(Section(name, voices.lang, parts),),
        words=voices.wording.labels,
    )
