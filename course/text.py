"""What a text is once its markup has been read: blocks of words, words of spans."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, cast

from course.problems import Place


@dataclass(frozen=True, slots=True)
class Span:
    """Letters that are set in one way.

    A blank, by its number, is a place to write on; its letters are strokes, two for the
    width of an em. What is no blank has the number 0.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""
    blank: int = 0


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation: paragraphs and footnotes of the report a statement stands on."""

    paragraphs: tuple[int, ...] = ()
    footnotes: tuple[int, ...] = ()

    def __add__(self, other: "Cite") -> "Cite":
        return Cite(
            tuple(sorted({*self.paragraphs, *other.paragraphs})),
            tuple(sorted({*self.footnotes, *other.footnotes})),
        )

    def __bool__(self) -> bool:
        return bool(self.paragraphs or self.footnotes)


Inline: TypeAlias = Span | Cite


@dataclass(frozen=True, slots=True)
class Words:
    """One run of prose: a paragraph, a list item, a table cell, a title.

    `source` is its Markdown on one line: what a translator sees. In a translated
    course `origin` is the author's own words and `place` is in the PO file.
    """

    source: str
    lang: str
    inlines: tuple[Inline, ...]
    place: Place = field(compare=False)
    origin: "Words | None" = None

    @property
    def plain(self) -> str:
        """The letters alone, without marks and citations.

        A space that stood before a citation goes with it.
        """
        return "".join(span.text for span in self.spans)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans alone, for an output that shows citations elsewhere."""
        if not self._cited:
            return cast("tuple[Span, ...]", self.inlines)
        kept: list[Span] = []
        for one, after in zip(self.inlines, (*self.inlines[1:], None), strict=False):
            if isinstance(one, Span):
                ends = one.text.rstrip() if isinstance(after, Cite) else one.text
                kept.append(Span(ends, one.strong, one.emphasis, one.code, one.link))
        return tuple(span for span in kept if span.text)

    @property
    def _cited(self) -> bool:
        return Cite in map(type, self.inlines)

    @property
    def cites(self) -> Cite:
        """All that the words cite, together."""
        if not self._cited:
            return Cite()
        return sum((c for c in self.inlines if isinstance(c, Cite)), Cite())


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, with the entries below it."""

    words: Words
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose."""

    words: Words


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list in no order."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """A list whose order matters; it is numbered."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; `numeric` tells which columns align right."""

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    numeric: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words, set apart."""

    paragraphs: tuple[Words, ...]


Block: TypeAlias = Paragraph | Bullets | Steps | Table | Quote


@dataclass(frozen=True, slots=True)
class Text:
    """Some blocks, as the author wrote them in one leaf of a source file."""

    blocks: tuple[Block, ...]
    place: Place = field(compare=False)

    @property
    def words(self) -> Iterator[Words]:
        """All words of the text, in reading order."""
        for block in self.blocks:
            yield from words_of(block)

    @property
    def cites(self) -> Cite:
        """All that the text cites, together."""
        return sum((words.cites for words in self.words), Cite())


def words_of(block: Block) -> Iterator[Words]:
    """Give all words of a block, in reading order."""
    match block:
        case Paragraph(words):
            yield words
        case Bullets(items) | Steps(items):
            yield from _words_of_items(items)
        case Table(head, rows, _):
            yield from head
            for row in rows:
                yield from row
        case Quote(paragraphs):
            yield from paragraphs


def _words_of_items(items: tuple[Item, ...]) -> Iterator[Words]:
    for item in items:
        yield item.words
        yield from _words_of_items(item.items)
