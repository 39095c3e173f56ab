"""What is taught, by the clock, and on which slides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TypeAlias

from course.arrange.deck import Deck, Slide
from course.model import Activity, Module, Topic
from course.times import Hours
from course.workshop import PAUSES, Slot, Unit

# Slides that stand at the end of a deck; nobody speaks to them.
END = ("sources", "about")
WRAP = ("lessons", "action")
OURS = "workshop"


@dataclass(frozen=True, slots=True)
class Page:
    """A slide: its number in its deck from 1, and among all decks from 0."""

    slide: Slide
    number: int
    picture: int


# The slides of one draft: the first has its notes.
Run: TypeAlias = tuple[Page, ...]


@dataclass(slots=True)
class Step:
    """Something on the programme, with the slides that are shown meanwhile.

    `module` and `topic` are those that it is part of, in the language of the guide.
    """

    slot: Slot
    module: Module | None = None
    topic: Topic | None = None
    activity: Activity | None = None
    runs: list[Run] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What is done: hook, input, activity, quiz, wrap; pause, opening."""
        return self.slot.unit.kind if self.slot.unit else self.slot.kind

    @property
    def hours(self) -> Hours:
        """From when to when."""
        return self.slot.hours

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its slides."""
        return tuple(page.number for run in self.runs for page in run)


def slots_of(module: Module) -> tuple[Slot, ...]:
    """Give a module on its own by the clock, from zero: hooks come first."""
    units = tuple(_units(module))
    ends = [0]
    for unit in units:
        ends.append(ends[-1] + unit.minutes)
    return tuple(
        Slot("unit", Hours(*hours), unit)
        for unit, hours in zip(units, pairwise(ends), strict=True)
    )


def _units(module: Module) -> Iterator[Unit]:
    text = module.text
    for one in sorted(text.topics, key=lambda topic: topic.phase != "hook"):
        yield Unit(module.name, one.id, one.phase, one.minutes)
        for do in one.do:
            yield Unit(module.name, f"{one.id}/{do.id}", "activity", do.minutes)
    if text.quiz:
        yield Unit(module.name, "quiz", "quiz", text.quiz.minutes)
    yield Unit(module.name, "wrap", "wrap", text.wrap.minutes)


def steps(
    slots: Sequence[Slot], deck: Deck, before: int, modules: Sequence[Module]
) -> tuple[tuple[Step, ...], tuple[Run, ...]]:
    """Give what is done in some slots, with the slides of their deck; and the rest.

    `before` is how many slides stand in earlier decks. What opens a deck goes with
    what is taught first, aims and programme with what comes next, and the rest is what
    stands at the end.
    """
    known = {one.name: one for one in modules}
    found = tuple(_step(slot, known) for slot in slots)
    places = {key: step for n, step in enumerate(found) for key in _keys(step, n)}
    first = next((one for one in found if one.kind not in PAUSES), found[0])
    waiting: list[Run] = []
    rest: list[Run] = []
    for run in _runs(deck, before):
        key = _key(run[0].slide.drafted, modules)
        if key in places:
            places[key].runs += [*waiting, run]
            waiting = []
        elif key in ("cover", "programme"):
            first.runs.append(run)
        elif key in END:
            rest.append(run)
        else:
            waiting.append(run)
    return found, (*waiting, *rest)


def _runs(deck: Deck, before: int) -> Iterator[Run]:
    pages = (
        Page(slide, number, before + number - 1)
        for number, slide in enumerate(deck.slides, 1)
    )
    for _, run in groupby(pages, lambda page: page.slide.drafted):
        yield tuple(run)


def _step(slot: Slot, modules: dict[str, Module]) -> Step:
    if slot.unit is None:
        return Step(slot)
    module = modules[slot.unit.module]
    first, _, second = slot.unit.part.partition("/")
    topic = next((one for one in module.text.topics if one.id == first), None)
    games = topic.do if topic else ()
    return Step(slot, module, topic, next((o for o in games if o.id == second), None))


def _keys(step: Step, number: int) -> Iterator[str]:
    """Give by what the slides of a step know it."""
    if step.module is None or step.slot.unit is None:
        yield f"{step.kind}-{number}" if step.kind != "lunch" else f"pause-{number}"
        yield step.kind
    else:
        yield f"{step.module.text.id}/{step.slot.unit.part}"


def _key(drafted: str, modules: Sequence[Module]) -> str:
    """Give what a slide belongs to: `module/topic/activity`, `pause-3`, `sources`."""
    first, _, rest = drafted.partition("/")
    module = next((one for one in modules if one.text.id == first), None)
    if first == OURS or module is None:
        return rest
    topic, _, below = rest.partition("/")
    topics = {one.id: {do.id for do in one.do} for one in module.text.topics}
    if topic in topics:
        part = below if below in topics[topic] else ""
        return "/".join(filter(None, (first, topic, part)))
    if topic in WRAP:
        return f"{first}/wrap"
    return topic if topic in END else f"{first}/{topic}"


def shown_index(drafted: str) -> int | None:
    """Give which of a topic's slides a draft is of, from 0.

    None of the later slides of a quiz item: its case has those notes.
    """
    below = drafted.split("/")[2:]
    if not below:
        return 0
    if len(below) == 1 and below[0].isdigit():
        return int(below[0]) - 1
    return None
