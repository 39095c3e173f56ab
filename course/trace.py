"""Where a course teaches what its report says: paragraphs and recommendations."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from course.model import Course, Module, Question, Topic
from course.text import Cite, Words


@dataclass(frozen=True, slots=True)
class Taught:
    """A topic that teaches something, and how many items ask for it."""

    module: Module
    topic: Topic
    items: int


def paragraphs(course: Course) -> dict[int, tuple[Taught, ...]]:
    """Give, for each paragraph of the report, the topics that cite it, in order."""
    known = course.report.passages if course.report else ()
    found: dict[int, tuple[Taught, ...]] = {passage.id: () for passage in known}
    for module in course.modules:
        for topic in module.text.topics:
            for number in dict.fromkeys(cited(topic).paragraphs):
                if number in found:
                    asked = sum(number in one.cite for one in items(topic))
                    found[number] += (Taught(module, topic, asked),)
    return found


def recommendations(course: Course) -> dict[str, tuple[Taught, ...]]:
    """Give, for each recommendation of the report, the topics that teach it."""
    known = course.report.recommendations if course.report else ()
    found: dict[str, tuple[Taught, ...]] = {one.id: () for one in known}
    where = {one.id: one.paragraph for one in known}
    for module in course.modules:
        for topic in module.text.topics:
            for name in topic.recommendations:
                if name in found:
                    asked = sum(where[name] in one.cite for one in items(topic))
                    found[name] += (Taught(module, topic, asked),)
    return found


def items(topic: Topic) -> tuple[Question, ...]:
    """Give all items of a topic: of the quiz, then of the tests before and after."""
    twins = (one for pair in topic.test for one in (pair.before, pair.after))
    return (*topic.questions, *twins)


def cited(node: Any) -> Cite:
    """Give all that a part of the model cites: in its words, and beside them."""
    return sum(_cites(node), Cite())


def _cites(node: Any) -> Iterator[Cite]:
    if isinstance(node, Words):
        yield node.cites
    elif isinstance(node, tuple):
        for one in node:
            yield from _cites(one)
    elif is_dataclass(node):
        yield Cite(getattr(node, "cite", ()), getattr(node, "footnotes", ()))
        for one in fields(node):
            if one.name not in ("place", "cite", "footnotes"):
                yield from _cites(getattr(node, one.name))
