"""A workshop's days → decks: the modules' slides by the clock, and those between them.

A module begins with its name and the programme, so that everybody sees where we are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from course.arrange.deck import Deck, Para
from course.arrange.draft import Draft, Notes, Paras, letters
from course.arrange.drafts import about, drafts
from course.arrange.host import Host
from course.arrange.look import Look
from course.arrange.notes import aloud
from course.arrange.present import bound, footer
from course.model import STANDING, Module
from course.problems import Problem
from course.text import Span
from course.times import clock, day
from course.wording import dotted
from course.workshop import HALF_DAY, Schedule, Session, Slot, sessions

# The slides that every module has. Those on what it rests on stand at the end of all,
# and what is said about the course stands there once.
SOURCES, ABOUT = "sources", "about"
OWN = tuple(name for name in STANDING if name not in ("title", ABOUT))
HERE = "→ "
# How many ends a day has that is not cut in two.
WHOLE = 2


@dataclass(frozen=True, slots=True)
class Part:
    """What one deck is of: some slots of a day, and the day's programme.

    `before` names modules that began on an earlier day; `name` is the deck's own.
    """

    name: str
    day: Schedule
    slots: tuple[Slot, ...]
    before: frozenset[str]
    is_last: bool = False


def parts_of(days: Sequence[Schedule], decks: str) -> tuple[Part, ...]:
    """Give what each deck is of: a day, or a half of it before and after lunch."""
    found: list[Part] = []
    seen: frozenset[str] = frozenset()
    for one in days:
        slots = one.slots
        noon = next((n for n, slot in enumerate(slots) if slot.kind == "lunch"), 0)
        cuts = (0, noon, len(slots)) if decks == HALF_DAY and noon else (0, len(slots))
        for half, (start, end) in enumerate(pairwise(cuts)):
            some = slots[start:end]
            name = one.date.isoformat() + f"-{half + 1}" * (len(cuts) > WHOLE)
            found.append(Part(name, one, some, seen))
        seen |= {slot.unit.module for slot in slots if slot.unit}
    return (*found[:-1], replace(found[-1], is_last=True))


def merged(
    look: Look, part: Part, host: Host, beside: Host | None, notes: Host | None
) -> tuple[Deck, tuple[Problem, ...]]:
    """Give a deck of a workshop; `beside` and `notes` are as in a module's deck."""
    made, others, said = (
        tuple(_Script(part, one).drafts()) if one else None
        for one in (host, beside, notes)
    )
    assert made is not None
    problems: list[Problem] = []
    slides = bound(look, made, others, said, problems)
    both = [one for one in (host, beside) if one]
    titles = dict.fromkeys(one.title for one in both)
    title = dotted(*titles)
    deck = Deck(
        lang=host.lang,
        title=title,
        subject=dotted(*dict.fromkeys(day(part.day.date, one.lang) for one in both)),
        author=host.institute or host.trainers,
        footer=footer(title, look, host.lang),
        slides=slides,
    )
    return deck, tuple(problems)


class _Script:
    """Drafts the slides of one deck in one language."""

    def __init__(self, part: Part, host: Host) -> None:
        self.part = part
        self.host = host
        self.words = host.labels
        self.place = host.workshop.text.place
        shown = tuple(slot for slot in part.day.slots if slot.kind != "pause")
        self.sessions = sessions(shown, part.before)
        self.modules: dict[str, Mapping[str, tuple[Draft, ...]]] = {}

    def drafts(self) -> Iterator[Draft]:
        """Give all slides, by the clock; our own belong to the section before them."""
        section = self.words.programme
        for draft in self._by_clock():
            section = draft.section or section
            yield replace(draft, section=section)

    def _by_clock(self) -> Iterator[Draft]:
        yield self._cover()
        yield self._programme(None)
        begun = ""
        for number, slot in enumerate(self.part.slots):
            match slot.kind:
                case "unit":
                    assert slot.unit
                    name = slot.unit.module
                    if name != begun:
                        yield from self._module(name, slot)
                    begun = name
                    yield from self._drafts(name).get(slot.unit.part, ())
                case "pause" | "lunch":
                    if number:
                        yield self._pause(slot, number)
                case "exchange":
                    yield self._exchange(number)
                case "closing":
                    yield self._closing()
                case "opening":
                    pass
        if self.part.is_last:
            yield from self._end()

    def _module(self, name: str, slot: Slot) -> Iterator[Draft]:
        """Give the slides with which a module begins, or goes on."""
        (title,) = self._drafts(name)["title"]
        module = self.host.module(name)
        words = title.wording.labels
        number = words.module.format(number=module.number)
        again = any(one.again and _holds(one, slot) for one in self.sessions)
        if again:
            headline = words.resumed.format(title=title.headline.plain)
            title = replace(title, headline=letters(headline))
        texts = {"Kicker": (letters(number),)}
        yield replace(title, layout="Section", texts=texts)
        yield self._programme(slot)

    def _drafts(self, name: str) -> Mapping[str, tuple[Draft, ...]]:
        """Give a module's drafts by what is taught with them."""
        if name not in self.modules:
            module = self.host.module(name)
            made, _ = drafts(*self.host.telling(module))
            several = len(self.host.course.modules) > 1
            found = _by_unit(made, module)
            self.modules[name] = {
                unit: tuple(
                    self._named(one, module) if several else one for one in some
                )
                for unit, some in found.items()
            }
        return self.modules[name]

    def _end(self) -> Iterator[Draft]:
        """Give what the course's modules rest on, and its imprint, if any is taught."""
        own = self.host.workshop.own
        modules = [m for m in self.host.course.modules if m.name not in own]
        for one in modules:
            yield from self._drafts(one.name).get(SOURCES, ())
        if modules:
            yield about(self.host.course, modules, self.host.voices)

    def _named(self, draft: Draft, module: Module) -> Draft:
        """Put the module's number behind a headline that every module has."""
        topics = {topic.id for topic in module.text.topics}
        part = _part(draft)[0]
        if part not in OWN or part in topics:
            return draft
        words = draft.wording.labels
        number = words.module.format(number=module.number)
        headline = draft.headline.plain + _behind(
            words.parenthesis.format(words=number)
        )
        return replace(draft, headline=letters(headline))

    def _cover(self) -> Draft:
        host = self.host
        when = day(self.part.day.date, host.lang)
        below = [dotted(when, host.venue), host.trainers]
        texts = {"Subtitle": tuple(letters(line) for line in below if line)}
        if host.institute:
            texts["Kicker"] = (letters(host.institute),)
        first = any(slot.kind == "opening" for slot in self.part.slots)
        notes = self._notes(self.words.welcome_aloud if first else "")
        return self._own("cover", "Title", host.title, texts, notes)

    def _programme(self, now: Slot | None) -> Draft:
        """Give the day's programme; what is on now stands out."""
        host = self.host
        rows = []
        headline = self.words.programme
        for one in self.sessions:
            here = now is not None and _holds(one, now)
            if here:
                headline = self.words.now.format(title=host.name(one))
            title = f"{HERE * here}{host.name(one)}"
            link = f"#{host.module(one.module).text.id}/title" if one.module else ""
            before = Span(f"{host.clock(one)}\t", strong=here)
            rows.append(Para((before, Span(title, strong=here, link=link))))
        name = f"programme-{now.hours.start}" if now else "programme"
        notes = self._notes(self.words.programme_aloud)
        return self._own(name, "Agenda", headline, {"Body": tuple(rows)}, notes)

    def _pause(self, slot: Slot, number: int) -> Draft:
        words = self.words
        time = clock(slot.hours.end, self.host.lang)
        kind = words.lunch if slot.kind == "lunch" else words.pause
        texts = {"Kicker": (letters(kind),)}
        headline = words.back_at.format(time=time)
        notes = self._notes(words.pause_aloud)
        return self._own(f"pause-{number}", "Section", headline, texts, notes)

    def _exchange(self, number: int) -> Draft:
        words = self.words
        texts = {"Body": (letters(words.any_questions),)}
        notes = self._notes(words.exchange_aloud)
        return self._own(f"exchange-{number}", "Question", words.exchange, texts, notes)

    def _closing(self) -> Draft:
        words = self.words
        texts = {"Body": (letters(words.feedback),)}
        notes = self._notes(words.farewell_aloud)
        return self._own("closing", "Statement", words.thanks, texts, notes)

    def _notes(self, text: str) -> Notes:
        body = [letters(text)] if text else []
        return aloud(body, self.host.voices.settle())

    def _own(
        self,
        name: str,
        layout: str,
        headline: str,
        texts: Mapping[str, Paras],
        notes: Notes,
    ) -> Draft:
        """Draft a slide of the workshop's own."""
        return Draft(
            name=f"workshop/{name}",
            layout=layout,
            headline=letters(headline),
            texts=texts,
            wording=self.host.voices.wording,
            place=self.place,
            title_place=self.place,
            notes=notes,
        )


def _holds(session: Session, slot: Slot) -> bool:
    return session.hours.start <= slot.hours.start < session.hours.end


def _behind(words: str) -> str:
    """Give words that stand behind others, with a space where they need one."""
    return words if words.startswith("（") else f" {words}"


def _part(draft: Draft) -> list[str]:
    return draft.name.split("/")[1:]


def _by_unit(made: Sequence[Draft], module: Module) -> dict[str, tuple[Draft, ...]]:
    """Sort a module's drafts by what is taught with them.

    Aims and agenda go with what comes next; lessons and action plan with the close.
    """
    topics = {topic.id: topic for topic in module.text.topics}
    found: dict[str, tuple[Draft, ...]] = {}
    waiting: tuple[Draft, ...] = ()
    for draft in made:
        first, *rest = (*_part(draft), "")
        topic = topics.get(first)
        games = {do.id for do in topic.do} if topic else set()
        if topic:
            unit = f"{first}/{rest[0]}" if rest[0] in games else first
        elif first in ("lessons", "action"):
            unit = "wrap"
        elif first in ("title", "quiz", SOURCES, ABOUT):
            unit = first
        else:
            waiting = (*waiting, draft)
            continue
        found[unit] = (*found.get(unit, ()), *waiting, draft)
        waiting = ()
    return found
