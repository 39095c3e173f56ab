"""What a workshop is: its file, and the agenda that is planned from it.

The fields of `WorkshopText` are the keys of a workshop's file, as those of the model
are the keys of a course. Where several languages are named, a text may be a list:
one for each language, in their order.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from course.kinds import DEFAULT_PAPER, Paper
from course.model import About, Module, Picture
from course.problems import Place
from course.times import Hours

HALF_DAY = "half-day"
PAUSES = ("pause", "lunch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """When a workshop pauses."""

    place: Place = field(compare=False)
    minutes: Annotated[int, About("how long a break is", least=5)] = 15
    after: Annotated[
        int, About("how many minutes at most without a break", least=20)
    ] = 90
    at: Annotated[
        tuple[str, ...],
        About("when you would like them: [10:30, 15:00]; the nearest end of a part"),
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopText:
    """A workshop as its file holds it."""

    place: Place = field(compare=False)
    title: Annotated[
        tuple[str, ...], About("its title; one for each language, in order", some=True)
    ]
    dates: Annotated[
        tuple[str, ...],
        About("its day or days: 2026-12-01, as year-month-day", some=True),
    ]
    hours: Annotated[
        tuple[str, ...],
        About(
            "from when to when: 09:00–17:00; one for each day if they differ", some=True
        ),
    ]
    lunch: Annotated[str, About("from when to when: 12:00–13:30")] = ""
    breaks: Annotated[Breaks | None, About("15 minutes after 90, if left out")] = None
    venue: Annotated[
        tuple[str, ...], About("where it is; one for each language, in order")
    ] = ()
    trainers: Annotated[tuple[str, ...], About("who trains")] = ()
    institute: Annotated[
        tuple[str, ...], About("who invites; one for each language, in order")
    ] = ()
    logo: Annotated[str, About("a PNG or JPEG file beside this one")] = ""
    languages: Annotated[
        tuple[str, ...],
        About("zh, en …; zh+en: slides, papers in both. All of the course if left out"),
    ] = ()
    notes: Annotated[str, About("the language of the slides' notes, if another")] = ""
    theme: Annotated[str, About("the look; that of the course if left out")] = ""
    paper: Annotated[Paper, About("what is printed on: a4, or letter")] = DEFAULT_PAPER
    audience: Annotated[int, About("how many people are expected", least=1)] = 20
    participants: Annotated[
        tuple[str, ...],
        About("“name, department” each; or one CSV file with these two columns"),
    ] = ()
    opening: Annotated[int, About("minutes for the welcome", least=0)] = 15
    closing: Annotated[int, About("minutes for the farewell", least=0)] = 15
    course: Annotated[
        str, About("the course's folder; the one this file is in, or the shipped one")
    ] = ""
    modules: Annotated[
        tuple[str, ...],
        About("modules of the course, and own ones: own.yaml, beside this", some=True),
    ]
    topics: Annotated[
        tuple[str, ...],
        About("only these topics of their modules, by id; all of them are musts"),
    ] = ()
    without: Annotated[
        tuple[str, ...], About("topics and activities to leave out, by id")
    ] = ()
    decks: Annotated[
        Literal["day", "half-day"], About("slides in one file a day, or a half-day")
    ] = "day"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a workshop."""

    date: datetime.date
    hours: Hours


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part."""

    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Workshop:
    """A workshop's file, read: its days and people, and the modules it teaches.

    `own` names those of the modules that lie beside the file.
    """

    name: str
    text: WorkshopText
    days: tuple[Day, ...]
    lunch: Hours | None
    breaks: Breaks
    wishes: tuple[int, ...]
    langs: tuple[str, ...]
    people: tuple[Person, ...]
    logo: Picture | None
    modules: tuple[Module, ...]
    own: tuple[str, ...] = ()

    @property
    def dates(self) -> tuple[datetime.date, ...]:
        """Its dates, in order."""
        return tuple(day.date for day in self.days)

    def said(self, texts: tuple[str, ...], lang: str) -> str:
        """Give the one of a key's texts that is in a language; else the first."""
        if not texts:
            return ""
        number = self.langs.index(lang) if lang in self.langs else 0
        return texts[number] if number < len(texts) else texts[0]


Teaching: TypeAlias = Literal["hook", "input", "activity", "quiz", "wrap"]


@dataclass(frozen=True, slots=True)
class Unit:
    """What is taught in one go; `part` is a topic's id, `topic/activity`, or its kind.

    `module` is the name of the module's file.
    """

    module: str
    part: str
    kind: Teaching
    minutes: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of a day: something that is taught, or a pause."""

    kind: Literal["opening", "unit", "pause", "lunch", "exchange", "closing"]
    hours: Hours
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """A day by the clock."""

    date: datetime.date
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """Neighbouring slots that an agenda shows as one line; `again`: it was there."""

    kind: str
    hours: Hours
    module: str = ""
    units: tuple[Unit, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class Keep:
    """What is left of a module: ids of its topics, activities and objectives.

    `quiz` is the minutes that its quiz takes, 0 if it has none any more.
    """

    module: str
    topics: tuple[str, ...]
    activities: tuple[str, ...]
    objectives: tuple[str, ...]
    quiz: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that is not taught, how long it would take, and why it is not."""

    module: str
    part: str
    minutes: int
    why: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """A workshop by the clock; what it keeps of each module, and what it drops."""

    days: tuple[Schedule, ...]
    keeps: tuple[Keep, ...]
    dropped: tuple[Dropped, ...] = ()

    @property
    def taught(self) -> int:
        """Minutes without lunch and breaks."""
        return sum(s.hours.minutes for s in self._slots if s.kind not in PAUSES)

    @property
    def free(self) -> int:
        """Minutes that are left for questions and exchange."""
        return sum(s.hours.minutes for s in self._slots if s.kind == "exchange")

    @property
    def _slots(self) -> Iterator[Slot]:
        return (slot for day in self.days for slot in day.slots)


def sessions(
    slots: tuple[Slot, ...], seen: frozenset[str] = frozenset()
) -> tuple[Session, ...]:
    """Give the lines of an agenda; `seen` names modules that began before."""
    found: list[Session] = []
    known = set(seen)
    for slot in slots:
        module = slot.unit.module if slot.unit else ""
        units = (slot.unit,) if slot.unit else ()
        last = found[-1] if found else None
        if last and module and last.module == module:
            hours = Hours(last.hours.start, slot.hours.end)
            units = (*last.units, *units)
            found[-1] = Session(slot.kind, hours, module, units, last.again)
        else:
            again = module in known
            found.append(Session(slot.kind, slot.hours, module, units, again))
        known.add(module)
    return tuple(found)
