"""What a participant works with: all papers of a course in one book, with an index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from course.arrange.activities import activities
from course.arrange.appendix import appendix
from course.arrange.evaluation import forms
from course.arrange.handout import handout
from course.arrange.host import Host
from course.arrange.parts import letters, line
from course.arrange.sheet import (
    Framed,
    Heading,
    Part,
    Prompt,
    Prose,
    Section,
    Sheet,
    TableFigure,
)
from course.arrange.voices import Voices
from course.labels import Labels
from course.model import Course, Module, Topic
from course.terms import Forms, forms_of
from course.times import day
from course.wording import dotted
from course.workshop import sessions

# Columns of the programme: when, what, its parts; number, module, minutes.
DAY_COLUMNS = (0.18, 0.34, 0.48)
COURSE_COLUMNS = (0.08, 0.72, 0.2)
PLAN_LINES = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of the index, and its places: chapters by number, sections by name."""

    term: str
    places: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Papers bound as chapters; each begins on a right-hand page."""

    lang: str
    title: str
    subtitle: str
    kind: str
    author: str
    lines: tuple[str, ...]
    chapters: tuple[Sheet, ...]
    index: tuple[Entry, ...]
    words: Labels = field(default=Labels(), repr=False)


def workbook(course: Course, voices: Voices, host: Host | None = None) -> Book:
    """Give the workbook of a course; or of a workshop, with its programme."""
    text, words = course.text, voices.wording.labels
    taught = (_chapters(course, module, voices) for module in course.modules)
    chapters = (
        _programme(course, voices, host),
        *chain.from_iterable(taught),
        _plan(course, voices),
        *(_without(one, "colophon") for one in _forms(course, voices)),
        _without(appendix(course, voices), "taught", "recommended"),
    )
    subtitle = voices.named(text.subtitle) if text.subtitle else ""
    return Book(
        lang=voices.lang,
        title=host.title if host else voices.named(text.title),
        subtitle=voices.named(text.title) if host else subtitle,
        kind=words.workbook,
        author=(host.institute if host else "") or voices.named(text.publisher),
        lines=(host.dates, host.venue) if host else (),
        chapters=chapters,
        index=tuple(_index(course, voices, chapters)),
        words=words,
    )


def _chapters(course: Course, module: Module, voices: Voices) -> Iterator[Sheet]:
    """Give what a module brings: its handout, then its activities."""
    yield _without(handout(course, module, voices), "imprint")
    if any(topic.do for topic in module.text.topics):
        sheet = activities(course, module, voices, answers=False)
        title = dotted(voices.named(module.text.title), sheet.words.activities)
        head = Section("head", voices.lang, (Heading(letters(title), 1),))
        cards = [one.name for one in sheet.sections if one.name.endswith("-cards")]
        own = _without(sheet, "colophon", *cards).sections
        yield replace(sheet, sections=(head, *map(_lowered, own)))


def _without(sheet: Sheet, *names: str) -> Sheet:
    """Give a paper without some sections: what a book says once, or has no use for."""
    kept = tuple(one for one in sheet.sections if one.name not in names)
    return replace(sheet, sections=kept)


def _forms(course: Course, voices: Voices) -> Iterator[Sheet]:
    if course.frame and course.frame.forms:
        yield forms(course, voices)


def _lowered(section: Section) -> Section:
    """Give a section with its headings one level lower; its first needs no new page."""
    parts = tuple(
        replace(part, level=part.level + 1) if isinstance(part, Heading) else part
        for part in section.parts
    )
    return replace(section, parts=parts)


def _programme(course: Course, voices: Voices, host: Host | None) -> Sheet:
    """Give what happens when; of a course without dates, its modules."""
    words = voices.wording.labels
    body: list[Part] = [Heading(letters(words.programme), 1)]
    if host:
        body += _days(host)
    else:
        rows = tuple(
            (
                letters(str(module.number)),
                letters(voices.named(module.text.title)),
                letters(voices.wording.minutes(module.text.minutes)),
            )
            for module in course.modules
        )
        head = tuple(map(letters, (words.number, words.contents, words.time)))
        body.append(TableFigure("", head, rows, (False,) * 3, COURSE_COLUMNS))
    return _sheet("programme", words.programme, course, voices, tuple(body))


def _days(host: Host) -> Iterator[Part]:
    """Give each day of a workshop by the clock."""
    words = host.labels
    seen: frozenset[str] = frozenset()
    for one in host.agenda.days:
        yield Heading(letters(day(one.date, host.lang)), 2)
        rows = tuple(
            (
                letters(host.span(session)),
                letters(host.name(session)),
                letters(dotted(*host.parts(session))),
            )
            for session in sessions(one.slots, seen)
        )
        head = tuple(map(letters, (words.time, words.contents, words.topics)))
        yield TableFigure("", head, rows, (False,) * 3, DAY_COLUMNS)
        seen |= {slot.unit.module for slot in one.slots if slot.unit}


def _plan(course: Course, voices: Voices) -> Sheet:
    """Give the learner's action plan: one line for each module."""
    words = voices.wording.labels
    body: list[Part] = [Heading(letters(words.plan), 1), Prose(letters(words.plan_how))]
    for module in course.modules:
        piece = voices.settle(module.text.title, module.text.wrap.action)
        title, action = piece.parts
        number = piece.wording.labels.module.format(number=module.number)
        prompt = Prompt(line(action, piece.wording), PLAN_LINES)
        body.append(Framed("action", dotted(number, title.plain), (prompt,)))
    return _sheet("plan", words.plan, course, voices, tuple(body))


def _sheet(
    name: str, title: str, course: Course, voices: Voices, body: tuple[Part, ...]
) -> Sheet:
    course_title = voices.named(course.text.title)
    return Sheet(
        kind="form",
        lang=voices.lang,
        title=title,
        subject=course_title,
        author=voices.named(course.text.publisher),
        left=course_title,
        right=title,
        foot=dotted(title, course.symbol),
        sections=(Section(name, voices.lang, body),),
        words=voices.wording.labels,
    )


def _index(
    course: Course, voices: Voices, chapters: Sequence[Sheet]
) -> Iterator[Entry]:
    """Give the terms that handouts explain, with the topics that use them."""
    terms = forms_of(course.glossary)
    known = {one.id: one for one in course.glossary.terms} if course.glossary else {}
    by_title = {
        (sheet.title, section.name): (number, section.name)
        for number, sheet in enumerate(chapters)
        for section in sheet.sections
        if sheet.kind == "handout"
    }
    found: dict[str, list[tuple[int, str]]] = {}
    for module in course.modules:
        title = voices.named(module.text.title)
        for topic in module.text.topics:
            place = by_title.get((title, topic.id))
            for term in sorted(_used(topic, terms)) if place else ():
                found.setdefault(term, []).append(place)  # type: ignore[arg-type]
    entries = (
        Entry(voices.named(known[term].term), tuple(places))
        for term, places in found.items()
        if known[term].definition
    )
    yield from sorted(entries, key=lambda one: one.term.lower().encode("gb18030"))


def _used(topic: Topic, terms: Forms) -> set[str]:
    words = topic.read.words if topic.read else ()
    return {
        one for text in words for hit in terms.hits(text.plain) for one in hit.terms
    }
