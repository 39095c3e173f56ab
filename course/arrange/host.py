"""Who speaks for a workshop in one language: its own words, and those of its programme.

A piece of a module that is not translated says so, as it does elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from course.arrange.voices import Telling, Voices
from course.labels import Labels
from course.model import Activity, Course, Module, Topic
from course.text import Words
from course.times import clock, days, length, span
from course.wording import dotted
from course.workshop import Agenda, Session, Unit, Workshop


@dataclass(frozen=True, slots=True)
class Host:
    """A workshop in one language; the course holds only what is taught.

    Where it is not `alone`, another language stands beside it, and what is not
    translated need not say so.
    """

    workshop: Workshop
    agenda: Agenda
    course: Course
    voices: Voices
    alone: bool = True

    @property
    def lang(self) -> str:
        """The language."""
        return self.voices.lang

    @property
    def labels(self) -> Labels:
        """The product's own words."""
        return self.voices.wording.labels

    @property
    def title(self) -> str:
        """The workshop's title."""
        return self.workshop.said(self.workshop.text.title, self.lang)

    @property
    def venue(self) -> str:
        """Where it is."""
        return self.workshop.said(self.workshop.text.venue, self.lang)

    @property
    def institute(self) -> str:
        """Who invites."""
        return self.workshop.said(self.workshop.text.institute, self.lang)

    @property
    def trainers(self) -> str:
        """Who trains."""
        return dotted(*self.workshop.text.trainers)

    @property
    def dates(self) -> str:
        """When it is."""
        return days(self.workshop.dates, self.lang)

    @property
    def training_time(self) -> str:
        """How long people learn, without lunch and breaks."""
        return length(self.agenda.taught, self.lang)

    def telling(self, module: Module) -> Telling:
        """Give a module as slides and papers are made of it."""
        return Telling(self.course, module, self.voices)

    def module(self, name: str) -> Module:
        """Give a module that is taught, by its file's name."""
        return next(one for one in self.course.modules if one.name == name)

    def clock(self, session: Session) -> str:
        """Write when a line of the programme begins."""
        return clock(session.hours.start, self.lang)

    def span(self, session: Session) -> str:
        """Write from when to when a line of the programme goes."""
        return span(session.hours, self.lang)

    def name(self, session: Session) -> str:
        """Give the title of a line of the programme."""
        if not session.module:
            return self.entry(session.kind)
        return self.title_of(self.module(session.module), again=session.again)

    def title_of(self, module: Module, *, again: bool) -> str:
        """Give a module's title; one that goes on says so."""
        piece = self.voices.settle(module.text.title)
        named = self.voices.named(module.text.title)
        title = named if self.alone else piece.parts[0].plain
        labels = self.labels if self.alone else piece.wording.labels
        return labels.resumed.format(title=title) if again else title

    def product(self, unit: Unit) -> str:
        """Give what an activity makes."""
        return self.said(_activity(self._topic(unit), unit).product, unit.module)

    def speaks(self, module: str) -> bool:
        """Tell whether a module can be told in the language."""
        title = self.module(module).text.title
        return self.voices.settle(title).lang == self.lang

    def said(self, words: Words, module: str) -> str:
        """Give words of a module in one line, in the language they are in.

        Where the module's title says already which one that is, they need not.
        """
        if self.alone and self.speaks(module):
            return self.voices.named(words)
        return self.voices.settle(words).parts[0].plain

    def entry(self, kind: str) -> str:
        """Give the title of what is not teaching."""
        names = {
            "opening": self.labels.opening,
            "pause": self.labels.pause,
            "lunch": self.labels.lunch,
            "exchange": self.labels.exchange,
            "closing": self.labels.farewell,
        }
        return names[kind]

    def parts(self, session: Session) -> Iterator[str]:
        """Give short titles of what a line of the programme holds."""
        return map(self.part, session.units)

    def part(self, unit: Unit) -> str:
        """Give the short title of what is taught in one go."""
        match unit.kind:
            case "quiz":
                return self.labels.quiz
            case "wrap":
                return self.labels.closing
            case "activity":
                one = _activity(self._topic(unit), unit)
                title = self.said(one.title, unit.module)
                return self.labels.activity.format(title=title)
            case "hook" | "input":
                return self.said(_short(self._topic(unit)), unit.module)

    def _topic(self, unit: Unit) -> Topic:
        name = unit.part.split("/")[0]
        topics = self.module(unit.module).text.topics
        return next(topic for topic in topics if topic.id == name)


def _activity(topic: Topic, unit: Unit) -> Activity:
    return next(do for do in topic.do if unit.part == f"{topic.id}/{do.id}")


def _short(topic: Topic) -> Words:
    return topic.agenda or topic.title
