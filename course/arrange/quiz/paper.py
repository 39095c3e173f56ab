"""A version of a quiz → the paper that learners take, its key, and its web page.

Which questions are asked and in which order is told by the version; it is the same in
every language, so one key serves all of them.
"""

from dataclasses import dataclass
from typing import Literal

from course.arrange.colophon import small_print
from course.arrange.quiz.items import items, key_head, scored
from course.arrange.sheet import Part, Section, Sheet
from course.arrange.voices import Voices
from course.assemble import Version
from course.model import Course, Module
from course.wording import dotted


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a quiz is called in one language, and what stands around its questions.

    `kind` is what the paper is, in words, `key` what its key is. `head` is what stands
    above the questions of the paper, `key_head` above those of the key, each with its
    title. `besides` is asked after the questions and not scored. What the paper tells
    of itself in small print is of `modules`.
    """

    title: str
    kind: str
    key: str
    head: tuple[Part, ...]
    key_head: tuple[Part, ...]
    besides: tuple[Section, ...] = ()
    modules: tuple[Module, ...]


def paper(course: Course, version: Version, voices: Voices, about: About) -> Sheet:
    """Give the paper that a learner takes; it does not know the right answers."""
    asked = version.asked(course)
    body = items(asked, version.orders, voices, key=False)
    sections = (_opening(voices, about.head), *body, *about.besides)
    return _sheet("quiz", course, voices, about, about.kind, sections)


def key(course: Course, version: Version, voices: Voices, about: About) -> Sheet:
    """Give the key to a paper, with the reason for every option."""
    asked = version.asked(course)
    body = scored(items(asked, version.orders, voices, key=True))
    head = (*about.key_head, *key_head(body, voices.wording.labels))
    sections = (_opening(voices, head), *body)
    return _sheet("key", course, voices, about, about.key, sections)


def online(course: Course, version: Version, voices: Voices, about: About) -> Sheet:
    """Give the quiz for self-checking in a browser; it tells right from wrong."""
    body = tuple(items(version.asked(course), version.orders, voices, key=True))
    name = voices.wording.labels.quiz
    return _sheet("quiz", course, voices, about, name, body)


def _opening(voices: Voices, head: tuple[Part, ...]) -> Section:
    return Section("head", voices.lang, head)


def _sheet(
    kind: Literal["quiz", "key"],
    course: Course,
    voices: Voices,
    about: About,
    name: str,
    sections: tuple[Section, ...],
) -> Sheet:
    title = dotted(about.title, name)
    course_title = voices.named(course.text.title)
    return Sheet(
        kind=kind,
        lang=voices.lang,
        title=title,
        subject=course_title,
        author=voices.named(course.text.publisher),
        left=course_title,
        right=title,
        foot=name,
        sections=(*sections, small_print(course, about.modules, voices)),
        words=voices.wording.labels,
    )
