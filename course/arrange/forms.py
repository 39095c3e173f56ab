"""The papers around a workshop: programme, sign-in sheet, name plates, certificates.

Each is in one language or in two; words that stand in both come one after the other.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal, TypeAlias

from course.arrange.host import Host
from course.model import Picture
from course.times import day, short_day
from course.workshop import Person, Schedule, sessions

Kind: TypeAlias = Literal["programme", "sign-in", "name-plates", "certificates"]


@dataclass(frozen=True, slots=True)
class Saying:
    """Words in a language."""

    text: str
    lang: str


Said: TypeAlias = tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about the workshop: what it is, and how it is called."""

    name: Said
    value: Said


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the programme: when, what, and its parts in one language each."""

    kind: str
    time: str
    name: Said
    parts: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """A day of the programme."""

    date: Said
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A paper; which of its fields are shown depends on its kind.

    `people` holds name and department; empty ones are written in by hand. `words` are
    the labels that the kind needs, by name.
    """

    kind: Kind
    lang: str
    name: Said
    title: Said
    institute: Said
    facts: tuple[Fact, ...]
    logo: Picture | None
    words: dict[str, Said]
    days: tuple[Program, ...] = ()
    columns: tuple[Said, ...] = ()
    people: tuple[Person, ...] = ()
    trainers: tuple[str, ...] = ()


Hosts: TypeAlias = tuple[Host, ...]


def programme(hosts: Hosts) -> Form:
    """Give the programme, for one page."""
    first = hosts[0]
    seen: frozenset[str] = frozenset()
    days = []
    for one in first.agenda.days:
        days.append(_program(one, hosts, seen))
        seen |= {slot.unit.module for slot in one.slots if slot.unit}
    facts = ("when", "venue", "trainers")
    return _form("programme", "programme", hosts, facts, days=tuple(days))


def sign_in(hosts: Hosts) -> Form:
    """Give the sheet on which everybody signs, each day; nobody expected is missing."""
    workshop = hosts[0].workshop
    empty = max(0, workshop.text.audience - len(workshop.people))
    people = (*workshop.people, *(Person("") for _ in range(empty)))
    columns = tuple(_said(hosts, partial(_column, date)) for date in workshop.dates)
    facts = ("when", "venue", "trainers")
    words = ("number", "name", "unit", "signature", "page")
    return _form(
        "sign-in", "sign_in", hosts, facts, words, columns=columns, people=people
    )


def name_plates(hosts: Hosts) -> Form:
    """Give a plate for each who takes part, folded in two; one to write on."""
    people = hosts[0].workshop.people or (Person(""),)
    return _form("name-plates", "name", hosts, (), ("fold",), people=people)


def certificates(hosts: Hosts) -> Form:
    """Give a certificate for each who takes part; one to write on without names."""
    workshop = hosts[0].workshop
    people = workshop.people or (Person(""),)
    facts = ("when", "venue", "training_time")
    words = ("certify", "attended", "trainer", "institute")
    return _form(
        "certificates",
        "certificate",
        hosts,
        facts,
        words,
        people=people,
        trainers=workshop.text.trainers,
    )


FORMS: dict[Kind, Callable[[Hosts], Form]] = {
    "programme": programme,
    "sign-in": sign_in,
    "name-plates": name_plates,
    "certificates": certificates,
}


def _form(
    kind: Kind,
    name: str,
    hosts: Hosts,
    facts: Iterable[str],
    words: Iterable[str] = (),
    **more: object,
) -> Form:
    """Give a form with what all have; `name`, facts and words are names of labels."""
    values: dict[str, Callable[[Host], str]] = {
        "when": lambda host: host.dates,
        "venue": lambda host: host.venue,
        "trainers": lambda host: host.trainers,
        "training_time": lambda host: host.training_time,
    }
    found = (Fact(_label(hosts, fact), _said(hosts, values[fact])) for fact in facts)
    return Form(
        kind=kind,
        lang=hosts[0].lang,
        name=_label(hosts, name),
        title=_said(hosts, lambda host: host.title),
        institute=_said(hosts, lambda host: host.institute),
        facts=tuple(fact for fact in found if fact.value),
        logo=hosts[0].workshop.logo,
        words={word: _label(hosts, word) for word in words},
        **more,  # type: ignore[arg-type]
    )


def _column(date: datetime.date, host: Host) -> str:
    return short_day(date, host.lang)


def _program(one: Schedule, hosts: Hosts, seen: frozenset[str]) -> Program:
    rows = []
    for session in sessions(one.slots, seen):
        able = tuple(_able(hosts, session.module)) or hosts[:1]
        parts = tuple(
            tuple(Saying(one, host.lang) for one in host.parts(session))
            for host in able
        )
        name = _said(able, partial(Host.name, session=session))
        rows.append(Row(session.kind, hosts[0].span(session), name, parts))
    date = _said(hosts, lambda host: day(one.date, host.lang))
    return Program(date, tuple(rows))


def _able(hosts: Hosts, module: str) -> Iterator[Host]:
    """Give who can tell of a module; all, if a line is not of one."""
    return (host for host in hosts if not module or host.speaks(module))


def _label(hosts: Hosts, name: str) -> Said:
    return _said(hosts, lambda host: str(getattr(host.labels, name)))


def _said(hosts: Hosts, what: Callable[[Host], str]) -> Said:
    """Give words in each language; the same words only once, and no empty ones."""
    found: dict[str, str] = {}
    for host in hosts:
        found.setdefault(what(host), host.lang)
    return tuple(Saying(text, lang) for text, lang in found.items() if text)
