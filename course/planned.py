"""A workshop's file → the workshop, planned, and told in each of its languages."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from course.arrange.host import Host
from course.arrange.voices import Standing
from course.model import Module
from course.plan import plan
from course.plan.keep import trim
from course.problems import Problem, in_order
from course.read.workshop import read_workshop
from course.slots import words_in
from course.spoken import Gate, Speaker, Spoken, Tongue, pick_tongues
from course.text import Span, Text, Words
from course.times import day, span
from course.workshop import Schedule

WHY = {
    "hours": "not a must-have, and the hours are full",
    "topics": "not among `topics`",
    "without": "left out by `without`",
}


class Planned:
    """A workshop with its agenda, and all that is wrong with the two.

    Raises:
        SourceError: the file cannot be read.
        UnknownNameError: a language is named that the course does not have.
    """

    def __init__(
        self,
        file: Path,
        langs: tuple[str, ...] = (),
        notes: str = "",
        gate: Gate = Gate.DRAFT,
    ) -> None:
        self.folder = file.resolve().parent
        found, problems = read_workshop(file)
        self.workshop = found.workshop
        self.agenda, odd = plan(found.workshop, found.course)
        self.problems = in_order([*problems, *odd])
        text = found.workshop.text
        wishes, voice = langs or text.languages, notes or text.notes
        self.tongues = pick_tongues(found.course, wishes, voice)
        self._speaker = Speaker(found.root, found.course, gate)
        modules = found.workshop.modules
        self._own = {one.name: one for one in modules if one.name in found.workshop.own}

    @property
    def langs(self) -> tuple[str, ...]:
        """Its languages, each once."""
        both = (lang for one in self.tongues for lang in (one.lang, one.beside))
        return tuple(dict.fromkeys(filter(None, both)))

    def tell(self, tongue: Tongue) -> Spoken:
        """Give what is taught, in a tongue."""
        spoken, _ = self._speaker.tell(tongue)
        beside, notes = (
            self._taught(one) if one else None for one in (spoken.beside, spoken.notes)
        )
        return replace(self._taught(spoken), beside=beside, notes=notes)

    def untold(self, tongue: Tongue) -> list[Problem]:
        """Give what is wrong with the course's translations into a tongue."""
        return self._speaker.tell(tongue)[1]

    def host(self, spoken: Spoken, *, alone: bool = True) -> Host:
        """Give who speaks for the workshop in a language, alone or beside another."""
        return Host(self.workshop, self.agenda, spoken.course, spoken.voices, alone)

    def is_own(self, module: Module) -> bool:
        """Tell whether a module lies beside the workshop's file."""
        return module.name in self._own

    def course_of(self, module: Module, spoken: Spoken) -> Spoken:
        """Give the course whose name and imprint a module's papers bear.

        An own module is no part of the course: the workshop stands in for it.
        """
        if not self.is_own(module):
            return spoken
        host = self.host(spoken)
        place = self.workshop.text.place

        def words(text: str) -> Words:
            return Words(text, host.lang, (Span(text),), place)

        text = replace(
            spoken.course.text,
            title=words(host.title),
            subtitle=None,
            publisher=words(host.institute or host.trainers),
            edition=words(host.dates),
            imprint=Text((), place),
        )
        report = spoken.course.report if _cites(module) else None
        return replace(
            spoken,
            course=replace(spoken.course, text=text, report=report),
            voices=replace(spoken.voices, standing=Standing()),
        )

    def lines(self, lang: str) -> Iterator[str]:
        """Give the agenda by the clock, as a trainer reads it on the screen."""
        host = self.host(self.tell(Tongue(lang)))
        yield host.title
        yield from filter(None, (host.dates, host.venue, host.trainers))
        for one in self.agenda.days:
            yield ""
            yield from _day(one, host)

    def dropped(self) -> Iterator[str]:
        """Say what is not taught, and why."""
        for one in self.agenda.dropped:
            left = f" ({self.agenda.free} min are left)" if one.why == "hours" else ""
            yield f"{one.module}/{one.part}, {one.minutes} min: {WHY[one.why]}{left}"

    def _taught(self, spoken: Spoken) -> Spoken:
        known = {module.name: module for module in spoken.course.modules} | self._own
        modules = tuple(
            trim(known[kept.module], kept, number)
            for number, kept in enumerate(self.agenda.keeps, 1)
        )
        wordings = dict(spoken.voices.wordings)
        for module in self._own.values():
            author = self._speaker.tell(Tongue(module.text.title.lang))[0]
            wordings = {**author.voices.wordings, **wordings}
        return replace(
            spoken,
            course=replace(spoken.course, modules=modules),
            voices=replace(spoken.voices, wordings=wordings),
        )


def _day(one: Schedule, host: Host) -> Iterator[str]:
    yield day(one.date, host.lang)
    module = ""
    for slot in one.slots:
        unit = slot.unit
        if unit and unit.module != module:
            module = unit.module
            told = host.module(module)
            number = host.labels.module.format(number=told.number)
            yield f"  {number}  {host.voices.named(told.text.title)}"
        title = f"  {host.part(unit)}" if unit else host.entry(slot.kind)
        minutes = host.voices.wording.minutes(slot.hours.minutes)
        yield f"  {span(slot.hours, host.lang)}  {title}  [{minutes}]"


def _cites(module: Module) -> bool:
    """Tell whether a module rests on the report."""
    named = any(topic.cite for topic in module.text.topics)
    return named or any(words.cites for words in words_in(module.text))
