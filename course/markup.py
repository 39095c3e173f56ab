"""The small Markdown inside a text: read once, by Python-Markdown.

The same reader serves the author's words and the translator's. What Markdown
calls a document is here one leaf of a source file: paragraphs, lists, tables and
quotations; bold, emphasis, code and links; and our own citations, `[¶45]` and
`[fn 77]`. Raw HTML, headings and pictures have no place in a leaf.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from course.problems import Place, Problem
from course.text import (
    Block,
    Bullets,
    Cite,
    Inline,
    Item,
    Paragraph,
    Quote,
    Span,
    Steps,
    Table,
    Text,
    Words,
)

if TYPE_CHECKING:
    from markdown import Markdown

# Letters that may begin markup; words without them need no parser.
MARKS = re.compile(r"[\\`*_\[\]<>!&¶［【]")
BLOCKS = re.compile(r"\n[ \t]*\n|^\s*([-+*>#|=`~]|\d+[.)])", re.MULTILINE)
CITATION = r"\[((?:¶|fn\b)[^\[\]]*)\]"
CITED = re.compile(
    r"\s*(?P<sign>¶¶?|fn\b)?\s*(?P<first>\d{1,5})(?:\s*[-–—]\s*(?P<last>\d{1,5}))?\s*"
)
CITED_APART = re.compile(r"[;,、，；]")
# What people write who mean a citation: ¶45, [para 45], [fn77], 【¶41】.
MEANT_TO_CITE = re.compile(
    r"[\[［【(（]?\s*¶\s*\d[\d\s;,、，；–—-]*[\]］】)）]?"
    r"|[\[［【]\s*(?:fn|footnotes?|paras?|paragraphs?)[.\s]*\d[^\[\]］】]*[\]］】]?",
    re.IGNORECASE,
)
HTML = re.compile(r"</?[A-Za-z][^<>]*>")
UNREAD_LIST = re.compile(r"^ *(?:[-+*]|\d{1,2}\.)\s", re.MULTILINE)
ODD_LIST = re.compile(r"^ *(\d{1,2}[)）、](?!\d)|[•●▪◦·](?=\s))", re.MULTILINE)
UNREAD_TABLE = re.compile(r"^ *\|.*\| *$|^[ :|-]*-[ :]*\|[ :|-]*$", re.MULTILINE)
HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
SOFT_BREAK = re.compile(rf"(?<=[{HAN}])\s*\n\s*(?=[{HAN}])")
MOST_CITED = 100
TAB = 2
CELLS = "cells"
MOST_SHOWN = 40
SCHEMES = ("http", "https", "mailto")
AMP = "\x02amp\x03"  # What Python-Markdown writes for & in a mail address.
LEVEL = re.compile(r"(?:>|(?:[-+*]|\d+[.)])\s)\s*")
LEVELS = re.compile(rf"( *)((?:{LEVEL.pattern})+)")
MOST_LEVELS = 4


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
        blocks = tuple(reader.blocks(_parse(source)))
    else:
        blocks = (Paragraph(reader.prose(source)),) if source.strip() else ()
    return Text(blocks, place), tuple(reader.problems)


def words(
    source: str, place: Place, lang: str, *, origin: Words | None = None
) -> tuple[Words, tuple[Problem, ...]]:
    """Read the markup of words that are one block: a title, or a translation."""
    line = one_line(source)
    problems: list[Problem] = []
    inlines = tuple(_inlines(line, place, problems))
    return Words(line, lang, inlines, place, origin), tuple(problems)


def one_line(source: str) -> str:
    r"""Join the lines of a block, without a space between Han characters.

    >>> one_line("local\n  government"), one_line("地方\n政府")
    ('local government', '地方政府')
    """
    return " ".join(SOFT_BREAK.sub("", source.strip()).split())


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


def _inlines(source: str, place: Place, problems: list[Problem]) -> Iterator[Inline]:
    if not MARKS.search(source):
        if source:
            yield Span(source)
        return
    for one in _joined(_walk(_parse_line(source), Span(""))):
        match one:
            case Cite():
                yield one
            case Span():
                problems.extend(_literal_marks(one, place))
                if one.link and not _leads_somewhere(one.link):
                    problems.append(odd_link(place, one.link))
                yield one
            case _Fault():
                problems.append(one.problem(place))


def _literal_marks(span: Span, place: Place) -> Iterator[Problem]:
    """Find markup that no parser has taken and that would be printed as it stands."""
    if span.code or span.link:
        return
    for tag in HTML.findall(span.text):
        yield raw_html(place, tag)
    if "**" in span.text:
        yield lonely_stars(place, span.text)
    for match in MEANT_TO_CITE.finditer(span.text):
        yield unreadable_citation(place, match[0].strip(" ,;、，；"))


def _leads_somewhere(link: str) -> bool:
    """Tell whether a link works from a slide, a page and a printed sheet."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    target = parts.path if parts.scheme == "mailto" else parts.netloc
    return parts.scheme in SCHEMES and bool(target) and " " not in link


class _Fault:
    """Something in the words that is no inline of ours; `what` holds its source."""

    def __init__(self, kind: str, what: str) -> None:
        self.kind = kind
        self.what = what

    def problem(self, place: Place) -> Problem:
        if self.kind == "img":
            return misplaced(place, "a picture")
        return unreadable_citation(place, f"[{self.what}]")


def _walk(element: Element, style: Span) -> Iterator[Inline | _Fault]:
    """Give spans, citations and faults below an element, in reading order."""
    if element.text:
        yield _styled(style, element.text)
    for child in element:
        match child.tag:
            case "cite":
                yield _cite(child.get("of", "")) or _Fault("cite", child.get("of", ""))
            case "strong":
                yield from _walk(child, _styled(style, "", strong=True))
            case "em":
                yield from _walk(child, _styled(style, "", emphasis=True))
            case "code":
                yield _styled(style, _unescaped(child.text or ""), code=True)
            case "a" if AMP in child.get("href", ""):
                address = _unescaped(child.get("href", ""))
                yield _styled(style, address.removeprefix("mailto:"), link=address)
            case "a":
                there = child.get("href", "")
                yield from _walk(child, _styled(style, "", link=there))
            case tag:
                yield _Fault(tag, "")
        if child.tail:
            yield _styled(style, child.tail)


def _unescaped(letters: str) -> str:
    """Take back what Python-Markdown does for HTML to code and to mail addresses."""
    return unescape(letters.replace(AMP, "&"))


def _styled(
    style: Span,
    letters: str,
    *,
    strong: bool = False,
    emphasis: bool = False,
    code: bool = False,
    link: str = "",
) -> Span:
    return Span(
        letters,
        style.strong or strong,
        style.emphasis or emphasis,
        style.code or code,
        link or style.link,
    )


def _joined(inlines: Iterator[Inline | _Fault]) -> Iterator[Inline | _Fault]:
    """Join neighbouring spans of one style."""
    held: Span | None = None
    for one in inlines:
        if isinstance(one, Span) and held and _styled(held, "") == _styled(one, ""):
            held = _styled(held, held.text + one.text)
            continue
        if held:
            yield held
        held = one if isinstance(one, Span) else None
        if not isinstance(one, Span):
            yield one
    if held:
        yield held


def _cite(inside: str) -> Cite | None:
    """Read what stands in a citation's brackets; nothing if it cannot be read.

    >>> _cite("¶42, 44–46; fn 77")
    Cite(paragraphs=(42, 44, 45, 46), footnotes=(77,))
    """
    found: dict[str, list[int]] = {"¶": [], "f": []}
    sign = ""
    for part in CITED_APART.split(inside):
        one = CITED.fullmatch(part)
        if one is None:
            return None
        sign = (one["sign"] or sign)[:1]
        first, last = int(one["first"]), int(one["last"] or one["first"])
        if not first <= last < first + MOST_CITED:
            return None
        found[sign].extend(range(first, last + 1))
    return Cite(tuple(found["¶"]), tuple(found["f"]))


def _parse(source: str) -> Element:
    """Give the block tree; the words in it are still raw."""
    reader = _markdown()
    reader.reset()
    lines = source.strip("\n").replace("\t", "    ").split("\n")
    root = reader.parser.parseDocument(lines).getroot()
    assert root is not None
    return root


def _parse_line(source: str) -> Element:
    """Give the inline tree of some words, below one element."""
    reader = _markdown()
    reader.reset()
    root = Element("div")
    line = SubElement(root, "p")
    line.text = source
    reader.treeprocessors["inline"].run(root)
    reader.treeprocessors["unescape"].run(root)
    return line


@cache
def _markdown() -> "Markdown":
    from markdown import Markdown
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension, TableProcessor
    from markdown.inlinepatterns import InlineProcessor

    class Citation(InlineProcessor):
        def handleMatch(  # type: ignore[override]  # noqa: N802
            self, m: re.Match[str], data: str
        ) -> tuple[Element, int, int]:
            return Element("cite", {"of": m[1]}), m.start(0), m.end(0)

    class Rows(TableProcessor):
        """Notes how many cells a row was written with: those too many are cut off."""

        def _build_row(
            self, row: str, parent: Element, align: Sequence[str | None]
        ) -> None:
            super()._build_row(row, parent, align)  # type: ignore[misc]
            written = self._split_row(row)  # type: ignore[attr-defined]
            parent[-1].set(CELLS, str(len(written)))

    tables = TableExtension()
    reader = Markdown(extensions=[tables, SaneListExtension()], tab_length=TAB)
    rows = Rows(reader.parser, tables.getConfigs())
    reader.parser.blockprocessors.register(rows, "table", 75)
    for name in ("html_block",):
        reader.preprocessors.deregister(name)
    for name in ("code", "reference"):
        reader.parser.blockprocessors.deregister(name)
    for name in (
        "html",
        "entity",
        "linebreak",
        "reference",
        "short_reference",
        "image_reference",
        "short_image_ref",
    ):
        reader.inlinePatterns.deregister(name)
    reader.inlinePatterns.register(Citation(CITATION, reader), "citation", 175)
    return reader


def misplaced(place: Place, what: str) -> Problem:
    """M101: a heading, a rule or a picture stands inside a text.

    A leaf of a source file holds paragraphs, lists, tables and quotations. A
    heading is the title of a topic; a picture is a slide of its own
    (`layout: picture`).
    """
    return Problem(
        place,
        "M101",
        f"{what} in a text",
        "a text has paragraphs, lists and tables only",
    )


def long_item(place: Place) -> Problem:
    """M102: a list item holds more than one paragraph.

    Slides and handouts set an item as one block. Make it one paragraph, or part
    it in two items.
    """
    return Problem(
        place,
        "M102",
        "a list item of several paragraphs",
        "keep one paragraph per item",
    )


def raw_html(place: Place, tag: str) -> Problem:
    """M103: HTML stands in a text.

    It would be printed letter by letter. Use Markdown: `**bold**`, `*emphasis*`,
    `[words](https://…)`. Put a code sign around it to speak about it: `` `<b>` ``.
    """
    return Problem(
        place, "M103", f"HTML in a text: {tag}", "use Markdown marks instead"
    )


def unread_list(place: Place) -> Problem:
    """M104: a list follows a paragraph without an empty line between them.

    Markdown then reads the list as part of the paragraph.
    """
    return Problem(
        place,
        "M104",
        "a list without an empty line above it",
        "put an empty line above",
    )


def lonely_stars(place: Place, letters: str) -> Problem:
    """M105: two stars that make nothing bold.

    Bold begins and ends with `**`, without a space on the inner side.
    """
    return Problem(
        place,
        "M105",
        f"two stars without a partner: “{letters.strip()[:40]}”",
        "write **bold words**, with no space inside the stars",
    )


def unreadable_citation(place: Place, what: str) -> Problem:
    """M106: a citation that cannot be read.

    It is written `[¶45]`, `[¶42, 44–46]`, `[fn 77]` or `[¶45; fn 77]`, in square
    brackets. To speak about a paragraph without citing it, write “paragraph 45”.
    """
    shown = what if len(what) <= MOST_SHOWN else f"{what[:MOST_SHOWN]}…"
    return Problem(
        place,
        "M106",
        f"a citation that cannot be read: {shown}",
        "write [¶45], [¶42, 44–46], [fn 77] or [¶45; fn 77]",
    )


def too_deep(place: Place) -> Problem:
    """M108: a list stands in a list, and so on, deeper than anybody can follow.

    Four levels are the most that slides and papers can show, of lists as of
    quotations. Part the list, or make a paragraph of what is below.
    """
    return Problem(
        place,
        "M108",
        f"a list or a quotation more than {MOST_LEVELS} levels deep",
        "part it, or tell in a paragraph what is below",
    )


def odd_link(place: Place, link: str) -> Problem:
    """M107: a link leads nowhere from a slide or a page that is passed on.

    A link begins with `https://`, `http://` or `mailto:`.
    """
    return Problem(
        place,
        "M107",
        f"a link that works nowhere else: {link}",
        "begin it with https://, http:// or mailto:",
    )


def quoted_block(place: Place) -> Problem:
    """M109: a list, a table or a heading stands in a quotation.

    A quotation holds paragraphs only; the rest would not be shown.
    """
    return Problem(
        place,
        "M109",
        "a quotation holds more than paragraphs",
        "write it as prose, or end the quotation above it",
    )


def uneven_row(place: Place, written: int, wanted: int) -> Problem:
    r"""M110: a row of a table has more or fewer cells than its head.

    Cells too many would not be shown. A `|` inside a cell is written `\|`.
    """
    return Problem(
        place,
        "M110",
        f"cells in this row: {written}, not {wanted} as in the head",
        r"give each column one cell; write a | inside a cell as \|",
    )


def unread_table(place: Place) -> Problem:
    """M111: a table that is read as a paragraph.

    It needs an empty line above, and below its head a line `|---|---|` with as many
    columns as the head.
    """
    return Problem(
        place,
        "M111",
        "a table that is read as a paragraph",
        "put an empty line above, and |---|---| below the head, one for each column",
    )


def late_start(place: Place, first: str) -> Problem:
    """M112: a numbered list does not begin with 1.

    It would be printed with other numbers: each list counts from 1. Paragraphs
    between its items end a list.
    """
    return Problem(
        place,
        "M112",
        f"a list that begins with {first}",
        rf"begin with 1; if it is no list, write {first}\.",
    )


def numbers_below(place: Place) -> Problem:
    """M113: a numbered list stands inside a list.

    Lists inside a list have bullets, so its numbers would be lost.
    """
    return Problem(
        place,
        "M113",
        "a numbered list inside a list",
        "begin its lines with a hyphen, or make it a list of its own",
    )


def odd_list(place: Place, sign: str) -> Problem:
    """M114: lines begin with a sign that makes no list: `1)`, `1、` or `•`.

    They would be printed as one paragraph.
    """
    return Problem(
        place,
        "M114",
        f"a list that is read as a paragraph: {sign}",
        "begin its lines with `1.` or `-` and a space",
    )


def unread_list_below(place: Place) -> Problem:
    """M115: a list below this item is read as part of its words.

    A list inside a list is indented by two spaces; a list of another kind has an
    empty line above it.
    """
    return Problem(
        place,
        "M115",
        "a list that is read as part of the item above it",
        "indent it by two spaces; if it is a new list, put an empty line above",
    )
