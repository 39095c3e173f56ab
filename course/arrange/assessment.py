"""The test before a course and the one after it: parallel items, and their keys."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from course.arrange.colophon import small_print
from course.arrange.filling import form_parts
from course.arrange.parts import letters, parts
from course.arrange.quiz import items, key_head, orders
from course.arrange.sheet import Blanks, Framed, Heading, Part, Prose, Section, Sheet
from course.arrange.voices import Voices
from course.model import Choice, Course
from course.wording import dotted

When: TypeAlias = Literal["before", "after"]


def asked(course: Course, when: When) -> tuple[Choice, ...]:
    """Give the items of one of the tests, module by module."""
    return tuple(
        getattr(twins, when)
        for module in course.modules
        for topic in module.text.topics
        for twins in topic.test
    )


def paper(course: Course, voices: Voices, when: When) -> Sheet:
    """Give the paper that learners take; it does not know the right answers."""
    questions = asked(course, when)
    order = order_in(course, when)
    body = (
        Section("head", voices.lang, tuple(_head(course, voices, when))),
        *items(questions, order, voices, key=False),
        *_besides(course, voices),
    )
    return _sheet(course, voices, title_of(voices, when), body, kind="quiz")


def key(course: Course, voices: Voices, when: When) -> Sheet:
    """Give the key to one of the tests, with the reason for every option."""
    questions = asked(course, when)
    order = order_in(course, when)
    body = tuple(items(questions, order, voices, key=True))
    words = voices.wording.labels
    title = words.key_to.format(title=title_of(voices, when))
    head = (Heading(letters(title), 1), *key_head(body, words))
    opening = Section("head", voices.lang, head)
    return _sheet(course, voices, title, (opening, *body), kind="key")


def order_in(course: Course, when: When) -> dict[str, tuple[int, ...]]:
    """Give the order of the options in one of the tests."""
    return orders(asked(course, when), f"test/{when}")


def title_of(voices: Voices, when: When) -> str:
    """Give what one of the tests is called."""
    words = voices.wording.labels
    return words.before if when == "before" else words.after


def _head(course: Course, voices: Voices, when: When) -> Iterator[Part]:
    words = voices.wording.labels
    test = course.frame.test if course.frame else None
    count = words.points.format(number=len(asked(course, when)))
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


def _sheet(
    course: Course,
    voices: Voices,
    title: str,
    sections: tuple[Section, ...],
    *,
    kind: Literal["quiz", "key"],
) -> Sheet:
    course_title = voices.named(course.text.title)
    return Sheet(
        kind=kind,
        lang=voices.lang,
        title=dotted(course_title, title),
        subject=course_title,
        author=voices.named(course.text.publisher),
        left=course_title,
        right=title,
        foot=title,
        sections=(*sections, small_print(course, course.modules, voices)),
        words=voices.wording.labels,
    )
