"""What stands before the steps of a guide: checklists, time, care, what people say."""

from collections.abc import Iterable, Iterator

from course.arrange.guide.teller import KNOWLEDGE, Teller
from course.arrange.parts import letters, line, parts, points
from course.arrange.sheet import (
    Cell,
    FormTable,
    Framed,
    Heading,
    Line,
    Part,
    Point,
    Points,
    Prose,
    Section,
    TableFigure,
    Tick,
)
from course.model import Activity, Module
from course.text import Bullets, Steps, Text
from course.wording import Wording

BOX = 0.1
ROW = 20.0


def objectives(module: Module, teller: Teller) -> Section:
    """Give what people can do at the end, numbered, as knowledge or as a skill."""
    piece = teller.voices.settle(module.text.objectives)
    words = piece.wording.labels
    aims = []
    for one in piece.parts[0]:
        known = one.level in KNOWLEDGE
        kind = words.objective_kind_know if known else words.objective_kind_do
        told = line(one.text, piece.wording)
        behind = words.comma.join(filter(None, (told.cite, kind)))
        aims.append(Point(Line(told.spans, behind)))
    listed = Points(tuple(aims), ordered=True)
    body = (Framed("objectives", words.objectives, (listed,)),) if aims else ()
    return Section(f"{module.text.id}/objectives", piece.lang, body, piece.mark)


def checklists(modules: Iterable[Module], teller: Teller) -> Iterator[Section]:
    """Give what to do before, during and after; authors' own words come first."""
    words, lang = teller.words, teller.voices.lang
    head = Heading(letters(words.checklists), 2)
    yield Section("checklists", lang, (head,))
    several = len(modules := tuple(modules)) > 1
    for module in modules:
        if module.text.guide:
            piece = teller.voices.settle(module.text.guide.prepare)
            title = teller.module(module) if several else ""
            named = " – ".join(filter(None, (words.to_do_before, title)))
            rows = _entries(piece.parts[0], piece.wording)
            name = f"{module.text.id}/prepare"
            table = _to_do(named, rows, piece.wording)
            yield Section(name, piece.lang, (table,), piece.mark)
    lists = (
        (
            words.to_do_before,
            (
                words.check_prints,
                words.check_room,
                words.check_slides,
                words.check_needs,
            ),
        ),
        (words.to_do_during, (words.check_agree, words.check_clock, words.check_task)),
        (words.to_do_after, (words.check_keys, words.check_tidy, words.check_learnt)),
    )
    tables = (_to_do(head, map(letters, some), teller.wording) for head, some in lists)
    yield Section("to-do", lang, tuple(tables))


def _to_do(head: str, lines: Iterable[Line], wording: Wording) -> FormTable:
    rows: tuple[tuple[Cell, ...], ...] = tuple((one, Tick()) for one in lines)
    heads = (letters(head), letters(wording.labels.done))
    return FormTable(heads, rows, (1 - BOX, BOX), ROW)


def _entries(text: Text, wording: Wording) -> Iterator[Line]:
    for block in text.blocks:
        if isinstance(block, Bullets | Steps):
            yield from (point.text for point in points(block.items, wording))


def timing(module: Module, teller: Teller) -> Iterator[Section]:
    """Give what to do if time is short, or long; and how to keep people safe."""
    text, words = module.text, teller.words
    lang = teller.voices.lang
    droppable = [one for one in text.topics if one.need == "more"]
    guide = text.guide
    if droppable or guide:
        head: list[Part] = [Heading(letters(words.time_short), 2)]
        if droppable:
            saved = (
                words.saves.format(
                    title=teller.voices.named(one.agenda or one.title),
                    minutes=teller.wording.minutes(
                        one.minutes + sum(do.minutes for do in one.do)
                    ),
                )
                for one in droppable
            )
            entries = tuple(Point(letters(one)) for one in saved)
            head += [Prose(letters(words.drops)), Points(entries)]
        yield Section(f"{text.id}/short", lang, tuple(head))
    if guide:
        yield _said(f"{text.id}/short/more", "", guide.short, teller)
        yield _said(f"{text.id}/long", words.time_long, guide.long, teller)
        yield _said(f"{text.id}/care", words.care, guide.care, teller)


def _said(name: str, head: str, text: Text, teller: Teller) -> Section:
    piece = teller.voices.settle(text)
    heading = (Heading(letters(head), 2),) if head else ()
    body = parts(piece.parts[0], piece.wording)
    return Section(name, piece.lang, (*heading, *body), piece.mark)


def myths(module: Module, teller: Teller) -> Iterator[Section]:
    """Give what people often say, and what is true of it."""
    if not module.text.myths:
        return
    piece = teller.voices.settle(module.text.myths)
    wording, words = piece.wording, piece.wording.labels
    rows = tuple(
        (line(one.myth, wording), line(one.fact, wording)) for one in piece.parts[0]
    )
    heads = (letters(words.myth), letters(words.fact))
    table = TableFigure("", heads, rows, (False, False), (0.4, 0.6))
    body = (Heading(letters(words.myths), 2), table)
    yield Section(f"{module.text.id}/myths", piece.lang, body, piece.mark)


def activities_of(modules: Iterable[Module]) -> tuple[Activity, ...]:
    """Give what learners do in some modules."""
    return tuple(
        one for module in modules for topic in module.text.topics for one in topic.do
    )
