"""What is taught, in order → days by the clock, with breaks and lunch."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Literal

from course.times import Hours
from course.workshop import Day, Schedule, Slot, Unit, Workshop

# A break that is forced stands for a wished one that is no farther off, in minutes.
NEAR = 45
# A topic is held together by a break before it, but not sooner than this.
SOON = 30
# Free time is parted at minutes that are easy to say.
ROUND = 5


def stretches(day: Day, lunch: Hours | None) -> tuple[Hours, ...]:
    """Give the parts of a day before and after lunch, if that lies within the day."""
    start, end = day.hours
    if lunch is None or lunch.start <= start or lunch.end >= end:
        return (day.hours,)
    return Hours(start, lunch.start), Hours(lunch.end, end)


def schedule(
    workshop: Workshop, units: Sequence[Unit]
) -> tuple[tuple[Schedule, ...], tuple[Unit, ...]]:
    """Put units in their order on the days; give the days, and what has no room.

    A unit is never parted. What is left of a stretch is for questions and exchange.
    """
    left = list(units)
    days: list[Schedule] = []
    for day in workshop.days:
        parts = stretches(day, workshop.lunch)
        slots: list[Slot] = []
        for hours in parts:
            if slots and workshop.lunch:
                slots.append(Slot("lunch", workshop.lunch))
            first = not days and hours is parts[0]
            last = len(days) + 1 == len(workshop.days) and hours is parts[-1]
            opening = min(workshop.text.opening, hours.minutes) if first else 0
            room = hours.minutes - opening
            closing = min(workshop.text.closing, room) if last else 0
            stretch = _Stretch(hours, workshop, closing)
            stretch.add("opening", opening)
            while left and stretch.take(left[0], _more_of_topic(left)):
                left.pop(0)
            slots += stretch.finish()
        days.append(Schedule(day.date, _lunch_at_once(slots)))
    return tuple(days), tuple(left)


def _more_of_topic(units: Sequence[Unit]) -> int:
    """Give how long the activities take that belong to the first unit's topic."""
    first, *rest = units

    def belongs(unit: Unit) -> bool:
        below = unit.part.startswith(f"{first.part}/")
        return below and unit.module == first.module

    return sum(unit.minutes for unit in takewhile(belongs, rest))


def _lunch_at_once(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Let lunch begin where a break would come just before it."""
    found: list[Slot] = []
    for slot in slots:
        if slot.kind == "lunch" and found and found[-1].kind == "pause":
            start = found.pop().hours.start
            found.append(Slot("lunch", Hours(start, slot.hours.end)))
        else:
            found.append(slot)
    return tuple(found)


class _Stretch:
    """The time between two ends of a day, filled from its start.

    `since` is how long nobody has paused; `closing` is kept free at the end, and needs
    no break before it: people are about to leave.
    """

    def __init__(self, hours: Hours, workshop: Workshop, closing: int) -> None:
        self.at = hours.start
        self.end = hours.end - closing
        self.closing = closing
        self.breaks = workshop.breaks
        self.wishes = [one for one in workshop.wishes if hours.start < one < hours.end]
        self.since = 0
        self.slots: list[Slot] = []

    def take(self, unit: Unit, more: int) -> bool:
        """Add a unit, and a break before it if one is due, if there is room.

        `more` minutes follow that belong to it.
        """
        needed = self.since > 0 and self.since + unit.minutes > self.breaks.after
        pauses = [self.breaks.minutes] if needed else [0]
        if not needed and self._pause_is_better(unit.minutes, more):
            pauses.insert(0, self.breaks.minutes)
        for pause in pauses:
            if self.at + pause + unit.minutes <= self.end:
                self._pause(pause)
                self.add("unit", unit.minutes, unit)
                return True
        return False

    def finish(self) -> list[Slot]:
        """Fill what is left, and close."""
        while self.at < self.end:
            room = self.end - self.at
            pause = self.breaks.minutes
            if self.since + room <= self.breaks.after:
                self.add("exchange", room)
            elif self.since or room <= pause:
                self._pause(min(pause, room))
            else:
                half = (room - pause + 1) // 2
                self.add("exchange", min(self.breaks.after, half + -half % ROUND))
        self.add("closing", self.closing)
        return self.slots

    def add(
        self,
        kind: Literal["opening", "unit", "exchange", "closing"],
        minutes: int,
        unit: Unit | None = None,
    ) -> None:
        """Add a slot; one of no minutes only if it is a unit."""
        if minutes or unit:
            hours = Hours(self.at, self.at + minutes)
            self.slots.append(Slot(kind, hours, unit))
            self.at += minutes
            self.since += minutes

    def _pause(self, minutes: int) -> None:
        if minutes:
            self.slots.append(Slot("pause", Hours(self.at, self.at + minutes)))
            self.wishes = [one for one in self.wishes if one - self.at > NEAR]
            self.at += minutes
            self.since = 0

    def _pause_is_better(self, minutes: int, more: int) -> bool:
        """Tell whether a break before the next unit is wished for, or holds its topic.

        A wished one comes where the unit would end farther from it than it begins.
        """
        if not self.since:
            return False
        if self.wishes and 2 * self.wishes[0] <= 2 * self.at + minutes:
            return True
        whole = minutes + more
        too_long = self.since + whole > self.breaks.after >= whole
        has_room = self.at + self.breaks.minutes + whole <= self.end
        return bool(more) and self.since >= SOON and too_long and has_room
