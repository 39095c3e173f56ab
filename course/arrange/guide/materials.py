"""What must be in the room: groups, what to print and how often, what to put out."""

from collections.abc import Iterator, Sequence

from course.arrange.guide.groups import (
    THEN,
    groups_of,
    is_set,
    stages,
    times,
    written,
)
from course.arrange.guide.teller import Teller
from course.arrange.parts import letters, line
from course.arrange.sheet import Cell, FormTable, Heading, Line, Part, Prose, Tick
from course.model import Activity, Module
from course.text import Bullets, Item, Span, Steps, Text
from course.wording import Wording

# Of the width: a number of people, a box to tick.
NUMBER, BOX = 0.14, 0.1
ROW = 20.0
AT_LEAST = "≥\xa0"
# How many columns of groups a table has room for.
TITLE, PLANNED = 0.3, 0.22


def groups(activities: Sequence[Activity], teller: Teller) -> Iterator[Part]:
    """Give how many groups each activity has, by how many people take part."""
    words = teller.words
    rows = tuple(
        (
            letters(teller.voices.named(one.title)),
            letters(teller.voices.named(one.group)),
            *(
                letters(_split(one, people, teller.wording))
                for people in teller.audiences
            ),
        )
        for one in activities
    )
    if rows:
        heads = [words.activity_head, words.group_text]
        heads += [teller.people(one) for one in teller.audiences]
        share = (1 - TITLE - PLANNED) / len(teller.audiences)
        columns = (TITLE, PLANNED, *(share for _ in teller.audiences))
        yield Heading(letters(words.groups), 2)
        yield FormTable(tuple(map(letters, heads)), rows, columns, ROW)
        yield Prose(letters(words.groups_how), small=True)


def _split(one: Activity, people: int, wording: Wording) -> str:
    splits = (written(stage.split(people), wording) for stage in stages(one.group))
    return THEN.join(splits) or "–"


def prints(
    modules: Sequence[Module], teller: Teller, more: Sequence[tuple[str, int]] = ()
) -> Iterator[Part]:
    """Give what is to be printed, and how often; `more` are titles and copies of 0.

    Copies of 0 are one for each person.
    """
    words = teller.words
    rows: list[tuple[Cell, ...]] = [
        _printed(title, [copies or people for people in teller.audiences], teller)
        for title, copies in more
    ]
    for module in modules:
        if len(modules) > 1:
            rows.append((Line((Span(teller.module(module), strong=True),)),))
        rows += _prints_of(module, teller)
    yield Heading(letters(words.prints), 2)
    yield _table(words.thing, rows, teller)


def _prints_of(module: Module, teller: Teller) -> Iterator[tuple[Cell, ...]]:
    words = teller.words
    yield _printed(words.handout, teller.audiences, teller)
    for topic in module.text.topics:
        for one in topic.do:
            yield from _prints_for(one, teller)
    if module.questions:
        yield _printed(words.paper.format(version="A"), teller.audiences, teller)
        key = words.key.format(version="A")
        yield _printed(key, [1 for _ in teller.audiences], teller)


def _prints_for(one: Activity, teller: Teller) -> Iterator[tuple[Cell, ...]]:
    """Give the sheet of an activity and its cards, as often as its materials tell."""
    words = teller.words
    title = teller.voices.named(one.title)
    alone = any(stage.most == 1 for stage in stages(one.group))
    sheets = [
        people if alone or one.form == () else _groups(one, people) or people
        for people in teller.audiences
    ]
    yield _printed(words.activity_sheet.format(title=title), sheets, teller)
    cards = len(_items(one.cards)) if one.cards else 0
    if cards:
        number = teller.wording.number(cards)
        name = words.card_set.format(title=title, number=number)
        sets = [_sets(one, people, teller.wording) for people in teller.audiences]
        yield _row(name, sets)


def _groups(one: Activity, people: int) -> int:
    return groups_of(stages(one.group), people)


def _sets(one: Activity, people: int, wording: Wording) -> str:
    """Say how many sets of cards are needed; at least one, if no words tell."""
    some = stages(one.group)
    for item in _items(one.materials):
        if is_set(item.words):
            found = times(item.words, some, people)
            if found:
                return wording.number(found[0])
    return f"{AT_LEAST}{wording.number(1)}"


def _printed(title: str, copies: Sequence[int], teller: Teller) -> tuple[Cell, ...]:
    return _row(title, [teller.wording.number(one) for one in copies])


def _row(title: str, counts: Sequence[str]) -> tuple[Cell, ...]:
    return (letters(title), *map(letters, counts), Tick())


def things(activities: Sequence[Activity], teller: Teller) -> Iterator[Part]:
    """Give what must be on the tables; numbers are of those whom it is for."""
    words = teller.words
    rows: list[tuple[Cell, ...]] = []
    for one in activities:
        title = teller.voices.named(one.title)
        rows.append((Line((Span(title, strong=True),)),))
        piece = teller.voices.settle(one.materials)
        for item in _items(piece.parts[0]):
            some = stages(one.group)
            counts = (
                " / ".join(map(teller.wording.number, times(item.words, some, people)))
                for people in teller.audiences
            )
            cells = (letters(count or "–") for count in counts)
            rows.append((line(item.words, piece.wording), *cells, Tick()))
    if rows:
        yield Heading(letters(words.things), 2)
        yield _table(words.thing, rows, teller)
        yield Prose(letters(words.things_how), small=True)


def _items(text: Text) -> tuple[Item, ...]:
    """Give the entries of a text's lists."""
    return tuple(
        item
        for block in text.blocks
        if isinstance(block, Bullets | Steps)
        for item in block.items
    )


def _table(head: str, rows: Sequence[tuple[Cell, ...]], teller: Teller) -> FormTable:
    words = teller.words
    people = [teller.people(one) for one in teller.audiences]
    heads = (head, *people, words.done)
    numbers = tuple(NUMBER for _ in people)
    columns = (1 - sum(numbers) - BOX, *numbers, BOX)
    return FormTable(tuple(map(letters, heads)), tuple(rows), columns, ROW)
