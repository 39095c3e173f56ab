"""A quiz as one paper asks it; it knows no language."""

from collections.abc import Mapping
from dataclasses import dataclass

from course.assemble.bank import bank, of_pair
from course.assemble.number import keyed, unscored_last
from course.assemble.order import orders
from course.model import Asked, Course, Module, When

# The quiz for a browser has the order of this version.
ONLINE = "A"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Which questions a paper asks, and in which order their options stand.

    `quiz` is what its files and codes are called, `name` its letter: A, B …; empty, if
    there is one only. `questions` are names of the bank, `orders` has for each id the
    numbers of its options.
    """

    quiz: str
    name: str
    questions: tuple[str, ...]
    orders: Mapping[str, tuple[int, ...]]

    def asked(self, course: Course) -> tuple[Asked, ...]:
        """Give what is asked, in a course's language."""
        known = bank(course)
        return tuple(known[name] for name in self.questions)


def order_in(module: Module, name: str) -> dict[str, tuple[int, ...]]:
    """Give the order of the options in a version of a module's quiz."""
    return orders(module.questions, f"{module.text.id}/{name}")


def asked_in(module: Module) -> tuple[Asked, ...]:
    """Give all that a module's own quiz asks, in its order."""
    return unscored_last(one for topic in module.text.topics for one in topic.ask)


def of_module(course: Course, module: Module, name: str) -> Version:
    """Give a version of a module's own quiz: all its items, topic by topic.

    What nobody scores comes last.
    """
    text = module.text
    home = {one.id: topic.id for topic in text.topics for one in topic.ask}
    names = (f"{text.id}/{home[one.id]}/{one.id}" for one in asked_in(module))
    return _version(course, text.id, name, tuple(names), f"{text.id}/{name}")


def of_test(course: Course, when: When) -> Version:
    """Give the test before a course, or the one after it, module by module."""
    names = tuple(
        of_pair(module.text.id, topic.id, pair.id, when)
        for module in course.modules
        for topic in module.text.topics
        for pair in topic.test
    )
    return _version(course, f"test-{when}", "", names, f"test/{when}")


def _version(
    course: Course, quiz: str, name: str, names: tuple[str, ...], seed: str
) -> Version:
    known = bank(course)
    order = orders(keyed(known[one] for one in names), seed)
    return Version(quiz=quiz, name=name, questions=names, orders=order)
