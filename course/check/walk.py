"""The parts of a course that rules look at."""

from collections.abc import Iterator
from typing import TypeAlias

from course.model import (
    Activity,
    Asked,
    Choice,
    Course,
    ItemSet,
    Module,
    ModuleText,
    Objective,
    Question,
    Slide,
    TextSlide,
    Topic,
    Twins,
)
from course.slots import Unit, units

Bearer: TypeAlias = ModuleText | Objective | Topic | Activity | Asked | Twins


def topics(course: Course) -> Iterator[tuple[Module, Topic]]:
    """Give every topic, with its module."""
    for module in course.modules:
        for topic in module.text.topics:
            yield module, topic


def questions(course: Course) -> Iterator[Question]:
    """Give every item: of the quizzes, then of the tests before and after."""
    for module in course.modules:
        yield from module.questions
        for topic in module.text.topics:
            for twins in topic.test:
                yield twins.before
                yield twins.after


def choices(course: Course) -> Iterator[Choice]:
    """Give every quiz item that has options."""
    return (one for one in questions(course) if isinstance(one, Choice))


def activities(course: Course) -> Iterator[Activity]:
    """Give every activity, the icebreaker first."""
    if course.frame and course.frame.icebreaker:
        yield course.frame.icebreaker
    for _, topic in topics(course):
        yield from topic.do


def slides(course: Course) -> Iterator[Slide]:
    """Give all that is shown."""
    for _, topic in topics(course):
        yield from topic.show


def text_slides(course: Course) -> Iterator[TextSlide]:
    """Give all slides made from a text."""
    return (one for one in slides(course) if isinstance(one, TextSlide))


def all_units(course: Course) -> Iterator[Unit]:
    """Give all words of a course with their slots."""
    yield from units(course.text, "course")
    if course.glossary:
        yield from units(course.glossary, "glossary")
    if course.frame:
        yield from units(course.frame, "frame")
    for module in course.modules:
        yield from units(module.text, "")


def bearers(module: Module) -> Iterator[Bearer]:
    """Give all parts of a module that bear an id, the module itself first."""
    yield module.text
    yield from module.text.objectives
    for topic in module.text.topics:
        yield topic
        yield from topic.do
        for one in topic.ask:
            yield one
            yield from one.questions if isinstance(one, ItemSet) else ()
        for twins in topic.test:
            yield from (twins, twins.before, twins.after)
