"""One leaf of Markdown → blocks: paragraphs, lists, tables, quotations."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from course.markup.inline import words
from course.markup.parser import CELLS, parse
from course.markup.problems import (
    MOST_LEVELS,
    late_start,
    long_item,
    misplaced,
    numbers_below,
    odd_list,
    quoted_block,
    too_deep,
    uneven_row,
    unread_list,
    unread_list_below,
    unread_table,
)
from course.problems import Place, Problem
from course.text import (
    Block,
    Bullets,
    Item,
    Paragraph,
    Quote,
    Steps,
    Table,
    Text,
    Words,
)

BLOCKS = re.compile(r"\n[ \t]*\n|^\s*([-+*>#|=`~]|\d+[.)])", re.MULTILINE)
UNREAD_LIST = re.compile(r"^ *(?:[-+*]|\d{1,2}\.)\s", re.MULTILINE)
ODD_LIST = re.compile(r"^ *(\d{1,2}[)）、](?!\d)|[•●▪◦·](?=\s))", re.MULTILINE)
UNREAD_TABLE = re.compile(r"^ *\|.*\| *$|^[ :|-]*-[ :]*\|[ :|-]*$", re.MULTILINE)
LEVEL = re.compile(r"(?:>|(?:[-+*]|\d+[.)])\s)\s*")
LEVELS = re.compile(rf"( *)((?:{LEVEL.pattern})+)")


def text(source: str, place: Place, lang: str) -> tuple[Text, tuple[Problem, ...]]:
    """Read the markup of one leaf: its blocks, and what is wrong with them.

    >>> leaf, problems = text("See **Rome** [¶45].", Place("m.yaml", 3), "en")
    >>> [words.plain for words in leaf.words], leaf.cites, problems
    (['See Rome.'], Cite(paragraphs=(45,), footnotes=()), ())
    """
    if (line := _first_too_deep(source)) is not None:
        return Text((), place), (too_deep(place.down(line)),)
    reader = _Reader(source, place, lang)
    if BLOCKS.search(source):
        blocks = tuple(reader.blocks(parse(source)))
    else:
        blocks = (Paragraph(reader.prose(source)),) if source.strip() else ()
    return Text(blocks, place), tuple(reader.problems)


def _first_too_deep(source: str) -> int | None:
    r"""Give the first line of a list or quotation below too many others.

    >>> _first_too_deep("- a\n  - b\n- c"), _first_too_deep(">>>>> a")
    (None, 0)
    """
    indents: list[int] = []
    for number, line in enumerate(source.expandtabs(4).splitlines()):
        if found := LEVELS.match(line):
            indent, levels = len(found[1]), len(LEVEL.findall(found[2]))
            indents = [*(one for one in indents if one < indent), *[indent] * levels]
            if len(indents) > MOST_LEVELS:
                return number
    return None


class _Reader:
    """Turns Python-Markdown's tree into ours, minding on which line each block is."""

    def __init__(self, source: str, place: Place, lang: str) -> None:
        self.lines = source.splitlines()
        self.place = place
        self.lang = lang
        self.line = 0
        self.problems: list[Problem] = []

    def blocks(self, parent: Element) -> Iterator[Block]:
        for element in parent:
            match element.tag:
                case "p":
                    yield Paragraph(self.prose(element.text or ""))
                case "ul":
                    yield Bullets(tuple(self.items(element)))
                case "ol":
                    items = tuple(self.items(element))
                    if first := element.get("start"):
                        self.problems.append(late_start(items[0].words.place, first))
                    yield Steps(items)
                case "table":
                    yield self.table(element)
                case "blockquote":
                    yield Quote(tuple(self.quoted(element)))
                case tag:
                    what = {"hr": "a rule"}.get(tag, "a heading")
                    self.problems.append(misplaced(self.place.down(self.line), what))

    def prose(self, source: str) -> Words:
        found = self.words(source)
        if UNREAD_LIST.search(source.partition("\n")[2]):
            self.problems.append(unread_list(found.place))
        odd = ODD_LIST.findall(source)
        if len(odd) > 1 or ODD_LIST.match(source):
            self.problems.append(odd_list(found.place, odd[0]))
        if UNREAD_TABLE.search(source):
            self.problems.append(unread_table(found.place))
        return found

    def quoted(self, parent: Element) -> Iterator[Words]:
        for element in parent:
            if element.tag == "p":
                yield self.prose(element.text or "")
            else:
                first = next(filter(str.strip, element.itertext()), "")
                self.problems.append(quoted_block(self._find(first)))

    def items(self, parent: Element) -> Iterator[Item]:
        for element in parent:
            own = [element.text, *(p.text for p in element.iterfind("p"))]
            first, *more = [text for text in own if text and text.strip()] or [""]
            below = [one for one in element if one.tag in ("ul", "ol")]
            odd = [one for one in element if one.tag not in ("p", "ul", "ol")]
            words = self.words(first)
            if UNREAD_LIST.search("\n".join((first.partition("\n")[2], *more))):
                self.problems.append(unread_list_below(words.place))
            elif more or odd:
                self.problems.append(long_item(words.place))
            lists = [tuple(self.items(one)) for one in below]
            for kind, items in zip(below, lists, strict=True):
                if kind.tag == "ol":
                    self.problems.append(numbers_below(items[0].words.place))
            yield Item(words, tuple(item for items in lists for item in items))

    def table(self, element: Element) -> Table:
        head = tuple(element.iterfind("thead/tr/th"))
        titles = tuple(self.words(cell.text) for cell in head)
        rows = tuple(self.row(row) for row in element.iterfind("tbody/tr"))
        numeric = tuple("right" in cell.get("style", "") for cell in head)
        return Table(titles, rows, numeric)

    def row(self, element: Element) -> tuple[Words, ...]:
        cells = tuple(self.words(cell.text) for cell in element)
        written = int(element.get(CELLS, len(cells)))
        if written != len(cells):
            self.problems.append(uneven_row(cells[0].place, written, len(cells)))
        return cells

    def words(self, raw: str | None) -> Words:
        source = raw or ""
        place = self._find(source)
        found, problems = words(source, place, self.lang)
        self.problems.extend(problems)
        return found

    def _find(self, raw: str) -> Place:
        first = raw.strip().split("\n", 1)[0].strip()
        for number in range(self.line, len(self.lines)):
            if first and first in self.lines[number]:
                self.line = number
                break
        return self.place.down(self.line)
