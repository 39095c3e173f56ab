"""The parts of a course that rules look at."""

from collections.abc import Iterator
from typing import Any

from course.model import (
    Activity,
    Choice,
    Course,
    Module,
    Question,
    Slide,
    TextSlide,
    Topic,
)
from course.slots import Unit, units


def topics(course: Course) -> Iterator[tuple[Module, Topic]]:
    """Give every topic, with its module."""
    for module in course.modules:
        for topic in module.text.topics:
            yield module, topic


def questions(course: Course) -> Iterator[Question]:
    """Give every quiz item."""
    for _, topic in topics(course):
        yield from topic.ask


def choices(course: Course) -> Iterator[Choice]:
    """Give every quiz item that has options."""
    return (one for one in questions(course) if isinstance(one, Choice))


def activities(course: Course) -> Iterator[Activity]:
    """Give every activity."""
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
    for module in course.modules:
        yield from units(module.text, "")


def bearers(node: Any) -> Iterator[Any]:
    """Give all parts of a module that bear an id, the module among them."""
    from dataclasses import fields, is_dataclass

    if isinstance(node, tuple):
        for one in node:
            yield from bearers(one)
    elif is_dataclass(node):
        if hasattr(node, "id"):
            yield node
        for one in fields(node):
            yield from bearers(getattr(node, one.name))
