"""The chapters that a module's guide and a workshop's share."""

from collections.abc import Iterator, Sequence

from course.arrange.guide.front import activities_of
from course.arrange.guide.materials import groups, prints, things
from course.arrange.guide.plan import session_plan
from course.arrange.guide.running import played, unspoken
from course.arrange.guide.steps import Run, Step
from course.arrange.guide.teller import Teller
from course.arrange.parts import letters, line
from course.arrange.quiz import items, key_head, scored
from course.arrange.sheet import Heading, Part, Prose, Section, Sheet
from course.assemble import ONLINE, asked_in, order_in
from course.model import Activity, Module
from course.wording import dotted


def sheet(
    teller: Teller, title: str, author: str, sections: tuple[Section, ...]
) -> Sheet:
    """Give a guide of its sections."""
    words = teller.words
    return Sheet(
        kind="guide",
        lang=teller.voices.lang,
        title=dotted(title, words.guide),
        subject=teller.voices.named(teller.course.text.title),
        author=author,
        left=title,
        right=words.guide,
        foot=dotted(words.guide, teller.course.symbol),
        sections=sections,
        words=words,
    )


def plan(
    found: Sequence[Step], teller: Teller, *, is_on_new_page: bool = False
) -> Section:
    """Give the session plan."""
    head = Heading(letters(teller.words.session_plan), 2, is_on_new_page)
    body = (head, *session_plan(found, teller))
    name = f"plan-{found[0].hours.start}"
    return Section(name, teller.voices.lang, body)


def materials(
    modules: Sequence[Module], teller: Teller, more: Sequence[tuple[str, int]] = ()
) -> Section:
    """Give groups, what to print – `more` before it – and what to put out."""
    first = icebreaker_of(modules, teller)
    every = (*((first,) if first else ()), *activities_of(modules))
    body: tuple[Part, ...] = (
        *groups(every, teller),
        *prints(modules, teller, more),
        *things(every, teller),
    )
    return Section("materials", teller.voices.lang, body)


def icebreaker_of(modules: Sequence[Module], teller: Teller) -> Activity | None:
    """Give how people get to know each other: before the first module only."""
    frame = teller.course.frame
    is_first = any(module.number == 1 for module in modules)
    return frame.icebreaker if frame and is_first else None


def icebreaker(modules: Sequence[Module], teller: Teller) -> Iterator[Section]:
    """Give the icebreaker, if it belongs here."""
    first = icebreaker_of(modules, teller)
    if first is None:
        return
    piece = teller.voices.settle(first)
    (one,) = piece.parts
    wording, words = piece.wording, piece.wording.labels
    title = words.activity.format(title=one.title.plain)
    minutes = words.uncounted.format(minutes=wording.minutes(one.minutes))
    body = (
        Heading(letters(title), 2),
        Prose(letters(dotted(minutes, one.group.plain)), small=True),
        Prose(line(one.task, wording)),
        *played(one, piece),
    )
    yield Section("icebreaker", piece.lang, body, piece.mark)


def rest(runs: Sequence[Run], teller: Teller) -> Iterator[Section]:
    """Give the slides at the end, if there are any."""
    if runs:
        yield unspoken(runs, teller)


def key(module: Module, teller: Teller, head: Heading) -> Iterator[Section]:
    """Give the key to a module's quiz, with the reason for every option."""
    if module.questions:
        order = order_in(module, ONLINE)
        body = scored(items(asked_in(module), order, teller.voices, key=True))
        strip, _ = key_head(body, teller.words)
        name = f"{module.text.id}/key"
        yield Section(name, teller.voices.lang, (head, strip))
        yield from body
