"""What a slide is to hold before it is fitted, and how texts become its paragraphs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from course.arrange.deck import Chart, Mark, Para, Photo
from course.problems import Place
from course.text import (
    Block,
    Bullets,
    Item,
    Paragraph,
    Quote,
    Span,
    Steps,
    Table,
    Text,
    Words,
)
from course.wording import Wording

Paras: TypeAlias = tuple[Para, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table before it is fitted: rows of cells, the first row its header."""

    rows: tuple[tuple[Paras, ...], ...]
    numeric: tuple[bool, ...]


Figure: TypeAlias = Rows | Chart | Photo


@dataclass(frozen=True, slots=True)
class Notes:
    """What the trainer reads below a slide, and below those that continue it."""

    first: Paras = ()
    further: Paras = ()
    told: tuple[object, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """One slide of an author: the layout that is wished for, and what it is to hold.

    `texts` names boxes of the layout. `listed` is the same as one list, for where the
    layout is missing or its boxes are too small. `mark` tells that there is no
    translation yet; mostly it is empty. `place` is where the text comes from,
    `title_place` where the headline does: in a translation, a PO file's line.
    `section` is the name of the part of the deck that it belongs to; `told` are the
    parts of the course that it was made of.
    """

    name: str
    layout: str
    headline: Para
    texts: Mapping[str, Paras]
    wording: Wording
    place: Place = field(compare=False)
    title_place: Place = field(compare=False)
    source: str = ""
    mark: str = ""
    figure: Figure | None = None
    listed: Paras = ()
    notes: Notes = Notes()
    section: str = ""
    told: tuple[object, ...] = field(default=(), compare=False, repr=False)

    @property
    def lang(self) -> str:
        """The language of the slide."""
        return self.wording.lang


def para(words: Words, mark: Mark = "", level: int = 0) -> Para:
    """Give words as a paragraph, without their citations."""
    return Para(words.spans, mark, level)


def letters(text: str, *, strong: bool = False) -> Para:
    """Give plain letters as a paragraph."""
    return Para((Span(text, strong=strong),) if text else ())


def paras(text: Text) -> Paras:
    """Give all blocks of a text as paragraphs, in order."""
    return tuple(para for block in text.blocks for para in block_paras(block))


def block_paras(block: Block) -> Iterator[Para]:
    """Give a block as paragraphs; a table, which is none, as one line a row."""
    match block:
        case Paragraph(words):
            yield para(words)
        case Bullets(items):
            yield from item_paras(items)
        case Steps(items):
            yield from item_paras(items, numbered=True)
        case Quote(paragraphs):
            yield from (para(words) for words in paragraphs)
        case Table(head, rows, _):
            for row in (head, *rows):
                yield letters(" | ".join(cell.plain for cell in row))


def item_paras(
    items: Sequence[Item], *, numbered: bool = False, level: int = 0
) -> Iterator[Para]:
    """Give the entries of a list as paragraphs, those below them after each."""
    for number, item in enumerate(items, 1):
        yield para(item.words, number if numbered else "bullet", level)
        yield from item_paras(item.items, level=level + 1)
