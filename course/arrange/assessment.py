"""What stands around the questions of the tests before a course and after it."""

from collections.abc import Iterator

from course.arrange.filling import form_parts
from course.arrange.parts import letters, parts
from course.arrange.quiz import About
from course.arrange.sheet import Blanks, Framed, Heading, Part, Prose, Section
from course.arrange.voices import Voices
from course.assemble import of_test, total
from course.model import Course, When
from course.wording import dotted


def about_test(course: Course, voices: Voices, when: When) -> About:
    """Give what one of the tests is called, with a place for the learner's own code."""
    words = voices.wording.labels
    title = title_of(voices, when)
    key = words.key_to.format(title=title)
    return About(
        title=voices.named(course.text.title),
        kind=title,
        key=key,
        head=tuple(_head(course, voices, when)),
        key_head=(Heading(letters(key), 1),),
        besides=tuple(_besides(course, voices)),
        modules=course.modules,
    )


def title_of(voices: Voices, when: When) -> str:
    """Give what one of the tests is called."""
    words = voices.wording.labels
    return words.before if when == "before" else words.after


def _head(course: Course, voices: Voices, when: When) -> Iterator[Part]:
    words = voices.wording.labels
    test = course.frame.test if course.frame else None
    asked = of_test(course, when).asked(course)
    count = words.points.format(number=len(asked), points=total(asked))
    yield Heading(letters(title_of(voices, when)), 1)
    yield Prose(letters(dotted(voices.named(course.text.title), count)), small=True)
    if test:
        piece = voices.settle(test.text, test.code)
        text, code = piece.parts
        yield from parts(text, piece.wording)
        yield Framed("action", words.own_code, (Prose(letters(code.plain)), Blanks(1)))
    yield Prose(letters(words.one_right))


def _besides(course: Course, voices: Voices) -> Iterator[Section]:
    """Give what is asked besides, and not scored."""
    test = course.frame.test if course.frame else None
    if test and test.form:
        piece = voices.settle(test.form)
        body = form_parts(piece.parts[0], course.modules, piece.wording, 2)
        yield Section("besides", piece.lang, tuple(body), piece.mark)
