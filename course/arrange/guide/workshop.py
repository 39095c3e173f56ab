"""The facilitator guide of a whole workshop, by the clock."""

from collections.abc import Iterator, Sequence
from functools import partial

from course.arrange.colophon import small_print
from course.arrange.deck import Deck
from course.arrange.guide.chapters import icebreaker, key, materials, plan, rest, sheet
from course.arrange.guide.front import checklists, myths, objectives, timing
from course.arrange.guide.running import running
from course.arrange.guide.steps import Step, steps
from course.arrange.guide.teller import Teller
from course.arrange.host import Host
from course.arrange.merged import Part as DeckPart
from course.arrange.parts import letters
from course.arrange.sheet import Contents, Heading, Part, Prose, Section, Sheet
from course.assemble import of_test
from course.model import Module
from course.times import Hours, clock, day, span
from course.wording import dotted


def workshop_guide(host: Host, made: Sequence[tuple[DeckPart, Deck]]) -> Sheet:
    """Give the guide of a workshop; its slides are those of its decks."""
    clocked = partial(clock, lang=host.lang)
    people = (host.workshop.text.audience,)
    teller = Teller(host.course, host.voices, people, clocked)
    modules = host.course.modules
    sections = (
        Section("head", host.lang, tuple(_head(host, teller))),
        *checklists(modules, teller),
        materials(modules, teller, tuple(_forms(teller))),
        *icebreaker(modules, teller),
        *_days(host, teller, made),
        *_keys(modules, teller),
        *_small_print(host),
    )
    return sheet(teller, host.title, host.institute or host.trainers, sections)


def _head(host: Host, teller: Teller) -> Iterator[Part]:
    words = teller.words
    people = teller.people(host.workshop.text.audience)
    facts = (words.guide, host.dates, host.venue, host.trainers, people)
    yield Heading(letters(host.title), 1)
    yield Prose(letters(dotted(*facts)), small=True)
    yield Contents(words.guide_contents)


def _forms(teller: Teller) -> Iterator[tuple[str, int]]:
    """Give the papers around a workshop; 0 copies are one for each person."""
    words = teller.words
    yield words.programme, 0
    yield words.sign_in, 1
    yield words.name_plates, 0
    yield words.certificate, 0
    if of_test(teller.course, "before").questions:
        yield words.before, 0
        yield words.after, 0


def _days(
    host: Host, teller: Teller, made: Sequence[tuple[DeckPart, Deck]]
) -> Iterator[Section]:
    """Give each deck: its day, its plan, its steps; modules begin on a new page."""
    before = 0
    seen: set[str] = set()
    for part, deck in made:
        found, runs = steps(part.slots, deck, before, host.course.modules)
        before += len(deck.slides)
        hours = Hours(part.slots[0].hours.start, part.slots[-1].hours.end)
        title = dotted(day(part.day.date, host.lang), span(hours, host.lang))
        head = Heading(letters(title), 1, is_on_new_page=True)
        yield Section(f"day-{part.name}", host.lang, (head,))
        yield plan(found, teller)
        yield from _steps(found, host, teller, seen)
        yield from rest(runs, teller)


def _steps(
    found: Sequence[Step], host: Host, teller: Teller, seen: set[str]
) -> Iterator[Section]:
    now = ""
    for step in found:
        module = step.module
        during = teller.module(module) if module else host.title
        if module and module.name != now:
            again = module.name in seen
            now = module.name
            seen.add(now)
            yield from _module(module, teller, again=again)
        yield from running(step, teller, during)


def _module(module: Module, teller: Teller, *, again: bool) -> Iterator[Section]:
    """Give what stands before a module's steps; only its title, if it goes on."""
    title = teller.module(module)
    title = teller.words.resumed.format(title=title) if again else title
    head = Heading(letters(title), 1, is_on_new_page=True)
    yield Section(f"{module.text.id}/head", teller.voices.lang, (head,))
    if not again:
        yield objectives(module, teller)
        yield from timing(module, teller)
        yield from myths(module, teller)


def _keys(modules: Sequence[Module], teller: Teller) -> Iterator[Section]:
    asking = [one for one in modules if one.questions]
    if asking:
        head = Heading(letters(teller.words.reasons), 1, is_on_new_page=True)
        yield Section("keys", teller.voices.lang, (head,))
        for module in asking:
            over_key = Heading(letters(teller.module(module)), 2)
            yield from key(module, teller, over_key)


def _small_print(host: Host) -> Iterator[Section]:
    own = host.workshop.own
    modules = [one for one in host.course.modules if one.name not in own]
    if modules:
        yield small_print(host.course, modules, host.voices)
