"""All quiz items of a course, by name."""

from collections.abc import Iterator

from course.model import Asked, Course, When


def bank(course: Course) -> dict[str, Asked]:
    """Give all items by name: `united-nations/upr/who-reviews`.

    Those of a pair for the tests before and after end in `/before` and `/after`. A set
    of questions is one, as they stay together.
    Names are the same in every language.
    """
    return dict(_named(course))


def of_pair(module: str, topic: str, pair: str, when: When) -> str:
    """Give the name of an item for one of the tests."""
    return f"{module}/{topic}/{pair}/{when}"


def _named(course: Course) -> Iterator[tuple[str, Asked]]:
    for module in course.modules:
        for topic in module.text.topics:
            path = module.text.id, topic.id
            yield from (("/".join((*path, one.id)), one) for one in topic.ask)
            for pair in topic.test:
                yield of_pair(*path, pair.id, "before"), pair.before
                yield of_pair(*path, pair.id, "after"), pair.after
