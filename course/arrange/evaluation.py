"""The forms of a course: evaluation of a day, of the course, and what came of it."""

from collections.abc import Iterator

from course.arrange.colophon import small_print
from course.arrange.filling import form_parts
from course.arrange.parts import letters, line, parts
from course.arrange.sheet import Heading, Prose, Section, Sheet
from course.arrange.voices import Voices
from course.model import Course
from course.wording import dotted


def forms(course: Course, voices: Voices) -> Sheet:
    """Give all forms of a course, each on a page of its own."""
    title = voices.wording.labels.forms
    course_title = voices.named(course.text.title)
    return Sheet(
        kind="form",
        lang=voices.lang,
        title=dotted(course_title, title),
        subject=course_title,
        author=voices.named(course.text.publisher),
        left=course_title,
        right=title,
        foot=dotted(title, course.symbol),
        sections=(
            *_forms(course, voices),
            small_print(course, course.modules, voices),
        ),
        words=voices.wording.labels,
    )


def _forms(course: Course, voices: Voices) -> Iterator[Section]:
    every = course.frame.forms if course.frame else ()
    for number, form in enumerate(every):
        piece = voices.settle(form.title, form.text, form.form)
        title, text, asked = piece.parts
        wording = piece.wording
        body = (
            Heading(line(title, wording), 1, is_on_new_page=number > 0),
            Prose(letters(voices.named(course.text.title)), small=True),
            *parts(text, wording),
            *form_parts(asked, course.modules, wording, 2),
        )
        yield Section(form.id, piece.lang, body, piece.mark)
