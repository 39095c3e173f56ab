"""What of a workshop's modules is taught: must-haves first, then the best of the rest.

The best is what is worth most together: a minute of doing is worth two of listening,
and an objective that no must-have serves is worth half an hour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from course.model import Module, Topic
from course.plan.clock import schedule, stretches
from course.plan.keep import keep, minutes_of, units_of
from course.problems import Problem
from course.times import HOUR, Hours
from course.workshop import Agenda, Dropped, Keep, Unit, Workshop

DOING, NEW_OBJECTIVE = 2, 30
# A later end is looked for in steps, until midnight.
STEP, MIDNIGHT = 5, 24 * HOUR
# A topic: the name of its module, and its id.
Name: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Extra:
    """A topic that is not a must-have: how long it takes, and its worth."""

    module: str
    topic: str
    minutes: int
    worth: int


def choose(workshop: Workshop) -> tuple[Agenda, tuple[Problem, ...]]:
    """Give the agenda with the best choice of topics that the hours hold."""
    musts = frozenset(_musts(workshop))
    days, left = schedule(workshop, _units(workshop, musts))
    taken = musts
    if not left:
        for some in _choices(tuple(_extras(workshop, musts)), _room(workshop, musts)):
            tried, too_much = schedule(workshop, _units(workshop, musts | some))
            if not too_much:
                days, taken = tried, musts | some
                break
    keeps = tuple(_keeps(workshop, taken))
    dropped = (*_unwanted(workshop), *_untaken(workshop, taken))
    agenda = Agenda(days, keeps, dropped)
    if not left:
        return agenda, ()
    end = _end_that_fits(workshop, _units(workshop, musts))
    return agenda, (no_room(workshop, left, end),)


def _musts(workshop: Workshop) -> Iterator[Name]:
    """Name the must-haves: what was chosen by name, else the core of a module."""
    for module, topic in _wanted(workshop):
        if topic.need == "core" or is_named(module, topic, workshop.text.topics):
            yield module.name, topic.id


def _wanted(workshop: Workshop) -> Iterator[tuple[Module, Topic]]:
    """Give the topics that may be taught."""
    for module in workshop.modules:
        only = is_restricted(module, workshop)
        for topic in module.text.topics:
            named = is_named(module, topic, workshop.text.topics)
            without = is_named(module, topic, workshop.text.without)
            if (named or not only) and not without:
                yield module, topic


def is_restricted(module: Module, workshop: Workshop) -> bool:
    """Tell whether only some of a module's topics are chosen."""
    names = workshop.text.topics
    return any(is_named(module, topic, names) for topic in module.text.topics)


def is_named(module: Module, topic: Topic, names: Sequence[str]) -> bool:
    """Tell whether a list names a topic: by its id, or with its module's name."""
    return topic.id in names or f"{module.name}/{topic.id}" in names


def _keeps(workshop: Workshop, taken: frozenset[Name]) -> Iterator[Keep]:
    for module in workshop.modules:
        topics = [topic for name, topic in taken if name == module.name]
        kept = keep(module, topics, left_out(module, workshop))
        if kept.topics:
            yield kept


def left_out(module: Module, workshop: Workshop) -> tuple[str, ...]:
    """Give the ids of activities that are to be left out of a module."""
    names = (one.removeprefix(f"{module.name}/") for one in workshop.text.without)
    return tuple(names)


def _units(workshop: Workshop, taken: frozenset[Name]) -> tuple[Unit, ...]:
    modules = {module.name: module for module in workshop.modules}
    return tuple(
        unit
        for kept in _keeps(workshop, taken)
        for unit in units_of(modules[kept.module], kept)
    )


def _extras(workshop: Workshop, musts: frozenset[Name]) -> Iterator[_Extra]:
    served = {
        (kept.module, one)
        for kept in _keeps(workshop, musts)
        for one in kept.objectives
    }
    for module, topic in _wanted(workshop):
        if (module.name, topic.id) not in musts:
            without = left_out(module, workshop)
            minutes = minutes_of(topic, without)
            named = {one.objective for one in topic.questions}
            named |= {
                o for do in topic.do if do.id not in without for o in do.objectives
            }
            new = {one for one in named if (module.name, one) not in served}
            worth = topic.minutes + DOING * (minutes - topic.minutes)
            worth += NEW_OBJECTIVE * len(new)
            yield _Extra(module.name, topic.id, minutes, worth)


def _room(workshop: Workshop, musts: frozenset[Name]) -> int:
    """Give the minutes that the must-haves leave, breaks not counted."""
    text = workshop.text
    whole = sum(
        part.minutes for day in workshop.days for part in stretches(day, workshop.lunch)
    )
    units = _units(workshop, musts)
    return whole - text.opening - text.closing - sum(unit.minutes for unit in units)


def _choices(extras: Sequence[_Extra], room: int) -> Iterator[frozenset[Name]]:
    """Give sets of topics, best first: for each room down to none, the best for it.

    Of sets that are worth the same the one with earlier topics comes first.
    """
    best: list[tuple[int, frozenset[Name]]] = [(0, frozenset())] * (max(room, 0) + 1)
    for one in extras:
        for minutes in range(room, one.minutes - 1, -1):
            worth, some = best[minutes - one.minutes]
            if worth + one.worth > best[minutes][0]:
                best[minutes] = worth + one.worth, some | {(one.module, one.topic)}
    yield from dict.fromkeys(some for _, some in reversed(best))


def _unwanted(workshop: Workshop) -> Iterator[Dropped]:
    """Tell what the file itself leaves out."""
    for module in workshop.modules:
        only = is_restricted(module, workshop)
        for topic in module.text.topics:
            if is_named(module, topic, workshop.text.without):
                yield Dropped(module.name, topic.id, minutes_of(topic), "without")
            elif only and not is_named(module, topic, workshop.text.topics):
                yield Dropped(module.name, topic.id, minutes_of(topic), "topics")
            else:
                out = left_out(module, workshop)
                for do in topic.do:
                    if do.id in out:
                        yield Dropped(module.name, do.id, do.minutes, "without")


def _untaken(workshop: Workshop, taken: frozenset[Name]) -> Iterator[Dropped]:
    """Tell what the hours have no room for."""
    for module, topic in _wanted(workshop):
        if (module.name, topic.id) not in taken:
            minutes = minutes_of(topic, left_out(module, workshop))
            yield Dropped(module.name, topic.id, minutes, "hours")


def _end_that_fits(workshop: Workshop, units: Sequence[Unit]) -> int | None:
    """Give when the last day must end at least so that all has room."""
    *days, last = workshop.days
    for end in range(last.hours.end + STEP, MIDNIGHT + 1, STEP):
        longer = replace(last, hours=Hours(last.hours.start, end))
        if not schedule(replace(workshop, days=(*days, longer)), units)[1]:
            return end
    return None


def no_room(workshop: Workshop, left: Sequence[Unit], end: int | None) -> Problem:
    """P201: the hours are too short for what must be taught.

    Must-haves are the topics chosen by name, else those that a module calls `core`,
    with their activities, the quiz and the close. A part is never cut in two. Give
    more hours, or leave something out: `without: [id]`.
    """
    minutes = sum(unit.minutes for unit in left)
    later = f"end at {end // HOUR:02}:{end % HOUR:02}" if end else "add a day"
    return Problem(
        workshop.text.place.of("hours"),
        "P201",
        f"no room for {minutes} minutes of must-haves, from {left[0].module}/"
        f"{left[0].part} on",
        f"{later}, or leave a topic or an activity out: `without: [id]`",
    )
