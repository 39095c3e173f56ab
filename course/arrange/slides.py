"""One slide of the source → one or more slides, laid out so that all text fits.

The author's layout is tried first. Text that does not fit it is set smaller, down to
what can be read in a room; then parted over several slides; then it is a problem,
in each language on its own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from course.arrange.deck import BarChart, Figure, Filling, Mark, Para, Photo, Slide
from course.arrange.fit import part, size_for
from course.arrange.look import Box, Look
from course.arrange.measure import balanced
from course.arrange.tables import grids
from course.arrange.voices import Voice
from course.model import ChartSlide, Picture, PictureSlide, TextSlide
from course.model import Slide as Shown
from course.problems import Place, Problem
from course.slots import words_in
from course.text import (
    Block,
    Bullets,
    Cite,
    Item,
    Paragraph,
    Quote,
    Span,
    Steps,
    Table,
    Text,
    Words,
)
from course.wording import Wording, dotted

MOST_POINTS = 6
# What may stand between the bold head of an item and its text.
AFTER_HEAD = re.compile(r"^\s*(?:[–—]+|[:：])\s*")


@dataclass(frozen=True, slots=True)
class Frame:
    """What all slides of a deck share; problems are gathered here."""

    look: Look
    symbol: str
    pictures: dict[str, Picture]
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Head:
    """What a slide bears besides its text: name, headline, source line, language.

    `place` is where its text comes from, `title_place` where its headline does: in a
    translation, the line of the PO file.
    """

    name: str
    headline: Para
    source: str
    place: Place
    title_place: Place
    wording: Wording

    @property
    def lang(self) -> str:
        """The language of the slide."""
        return self.wording.lang


def show(shown: Shown, head: Head, frame: Frame) -> list[Slide]:
    """Arrange what a topic shows at one time."""
    match shown:
        case TextSlide():
            return _text_slides(shown, head, frame)
        case ChartSlide():
            return [_chart(shown, head, frame)]
        case PictureSlide():
            picture = frame.pictures.get(shown.image)
            if picture is None:
                return []
            photo = Photo(
                picture.name,
                picture.data,
                picture.width,
                picture.height,
                shown.alt.plain,
            )
            return [fill("Picture", head, {}, frame, figure=photo)]


def head_of(shown: Shown, title: Words, cite: Cite, voice: Voice, frame: Frame) -> Head:
    """Give a slide's head; the topic's title and citations stand in for its own.

    The name is left to the caller.
    """
    counted = isinstance(shown, ChartSlide) and shown.counted
    cited = Cite(cited_by(shown).paragraphs) if counted else cited_by(shown)
    where = voice.wording.source(frame.symbol, cited or cite, counted=counted)
    source = dotted(voice.mark, where)
    headline = shown.headline or title
    body = shown.text if isinstance(shown, TextSlide) else shown
    first = next(words_in(body), headline)
    return Head("", para(headline), source, first.place, headline.place, voice.wording)


def para(words: Words, mark: Mark = "", level: int = 0) -> Para:
    """Give words as a paragraph, without their citations."""
    return Para(words.spans, mark, level)


def letters(text: str, *, strong: bool = False) -> Para:
    """Give plain letters as a paragraph."""
    return Para((Span(text, strong=strong),) if text else ())


def paras(text: Text) -> list[Para]:
    """Give all blocks of a text as paragraphs, in order."""
    return [para for block in text.blocks for para in block_paras(block)]


def block_paras(block: Block) -> Iterator[Para]:
    """Give a block as paragraphs; a table, which is none, as one line a row."""
    match block:
        case Paragraph(words):
            yield para(words)
        case Bullets(items):
            yield from _item_paras(items)
        case Steps(items):
            yield from _item_paras(items, numbered=True)
        case Quote(paragraphs):
            yield from (para(words) for words in paragraphs)
        case Table(head, rows, _):
            for row in (head, *rows):
                yield letters(" | ".join(cell.plain for cell in row))


def _item_paras(
    items: Sequence[Item], *, numbered: bool = False, level: int = 0
) -> Iterator[Para]:
    for number, item in enumerate(items, 1):
        yield para(item.words, number if numbered else "bullet", level)
        yield from _item_paras(item.items, level=level + 1)


def cited_by(shown: Shown) -> Cite:
    """Give all that a slide cites itself."""
    head = shown.headline.cites if shown.headline else Cite()
    match shown:
        case TextSlide():
            return shown.text.cites + head
        case ChartSlide():
            return Cite(shown.cite, shown.footnotes) + head
        case PictureSlide():
            return head


def _text_slides(shown: TextSlide, head: Head, frame: Frame) -> list[Slide]:
    text = shown.text
    match shown.layout, text.blocks:
        case "cards", (Bullets(items),):
            return _row("Card", items, head, frame)
        case "steps", (Steps(items),):
            return _row("Step", items, head, frame)
        case "numbers", (Bullets(items),):
            return _numbers(items, head, frame)
        case "compare", (Paragraph(), Bullets(), Paragraph(), Bullets()):
            return [_compare(text, head, frame)]
        case "table", (Table() as table,):
            return _table(table, head, frame)
        case "points", _:
            return points(paras(text), head, frame)
        case ("statement" | "question" | "quotation") as layout, _:
            body = {"Body": tuple(paras(text))}
            return [fill(layout.capitalize(), head, body, frame)]
        case _:
            frame.problems.append(other_layout(text.place, shown.layout))
            return points(paras(text), head, frame)


def points(
    body: Sequence[Para],
    head: Head,
    frame: Frame,
    *,
    layout: str = "Points",
    most: int = MOST_POINTS,
) -> list[Slide]:
    """Put paragraphs on one slide, or part them over several."""
    box = frame.look.layouts[layout].boxes["Body"]
    parts = part(body, box, head.lang, most) or [list(body)]
    return [
        fill(layout, one_of(head, n, len(parts)), {"Body": tuple(one)}, frame)
        for n, one in enumerate(parts, 1)
    ]


def one_of(head: Head, number: int, count: int) -> Head:
    """Give the head of one of several slides that share a headline: “… (2/3)”."""
    if count == 1:
        return head
    words = head.wording.labels.part_of.format(
        headline=head.headline.plain, part=number, parts=count
    )
    return replace(head, name=f"{head.name}-{number}", headline=letters(words))


def _row(kind: str, items: Sequence[Item], head: Head, frame: Frame) -> list[Slide]:
    """Put one item into each box of a row; where that does not fit, make it a list."""
    name = f"{kind}s {len(items)}"
    layout = frame.look.layouts.get(name)
    texts = {f"{kind} {n}": tuple(_headed(item)) for n, item in enumerate(items, 1)}
    boxes = layout.boxes if layout else {}
    if layout and size_for([(t, boxes[box]) for box, t in texts.items()], head.lang):
        return [fill(name, head, texts, frame)]
    listed = _item_paras(items, numbered=kind == "Step")
    return points(list(listed), head, frame)


def _headed(item: Item) -> list[Para]:
    """Part an item in its bold head and its text: `**Head** – text`."""
    spans = item.words.spans
    count = next((n for n, s in enumerate(spans) if not s.strong), len(spans))
    below = [para(one.words, "bullet") for one in item.items]
    if not count or count == len(spans):
        return [Para(spans), *below]
    first, *rest = spans[count:]
    text = AFTER_HEAD.sub("", first.text)
    first = replace(first, text=text[:1].upper() + text[1:])
    return [Para(spans[:count]), Para((first, *rest)), *below]


def _numbers(items: Sequence[Item], head: Head, frame: Frame) -> list[Slide]:
    name = f"Numbers {len(items)}"
    headed = [_headed(item) for item in items]
    if name not in frame.look.layouts or any(len(one) == 1 for one in headed):
        return points(list(_item_paras(items)), head, frame)
    texts: dict[str, tuple[Para, ...]] = {}
    for n, (number, *label) in enumerate(headed, 1):
        texts |= {f"Number {n}": (number,), f"Label {n}": tuple(label)}
    return [fill(name, head, texts, frame)]


def _compare(text: Text, head: Head, frame: Frame) -> Slide:
    names = ("Left head", "Left", "Right head", "Right")
    sides = {
        name: tuple(
            _lighter(one) if name.endswith("head") else one
            for one in block_paras(block)
        )
        for name, block in zip(names, text.blocks, strict=True)
    }
    return fill("Compare", head, sides, frame)


def _lighter(one: Para) -> Para:
    """Leave the weight of a column's head to the layout."""
    return replace(one, spans=tuple(replace(s, strong=False) for s in one.spans))


def _table(table: Table, head: Head, frame: Frame) -> list[Slide]:
    box = frame.look.layouts["Table"].boxes["Table"]
    found = grids(table, box, head.lang, head.headline.plain)
    if not found:
        frame.problems.append(no_room(head.place, "the table", head.lang))
    return [
        fill("Table", one_of(head, n, len(found)), {}, frame, figure=grid)
        for n, grid in enumerate(found, 1)
    ]


def _chart(shown: ChartSlide, head: Head, frame: Frame) -> Slide:
    wording = head.wording
    labels = tuple(bar.label.plain for bar in shown.bars)
    values = tuple(bar.value for bar in shown.bars)
    rows = wording.labels.comma.join(
        f"{label}: {wording.number(value)}"
        for label, value in zip(labels, values, strict=True)
    )
    alt = f"{head.headline.plain} ({shown.unit.plain}: {rows})"
    chart = BarChart(shown.unit.plain, labels, values, alt)
    return fill("Chart", head, {}, frame, figure=chart)


def fill(
    layout: str,
    head: Head,
    texts: Mapping[str, tuple[Para, ...]],
    frame: Frame,
    *,
    figure: Figure | None = None,
) -> Slide:
    """Give a slide with its boxes filled, each at a type size at which its text fits.

    Boxes that are alike – of one type size in the layout – stay alike.
    """
    boxes = frame.look.layouts[layout].boxes
    headline = _balanced(head.headline, boxes["Headline"], head.lang)
    filled = {"Headline": (headline,), **texts}
    if head.source and "Source" in boxes:
        filled["Source"] = (letters(head.source),)
    sizes: dict[str, float] = {}
    for alike in _alike(filled, boxes):
        size = size_for([(filled[name], boxes[name]) for name in alike], head.lang)
        if size is None:
            what, place = _told(alike[0], head)
            frame.problems.append(no_room(place, what, head.lang))
        sizes |= {name: size or boxes[name].size for name in alike}
    fillings = tuple(
        Filling(name, content, sizes[name]) for name, content in filled.items()
    )
    return Slide(head.name, layout, head.lang, fillings, head.place, figure)


def _told(box: str, head: Head) -> tuple[str, Place]:
    """Give an author's word for what stands in a box, and where it comes from."""
    match box:
        case "Headline":
            return "the headline", head.title_place
        case "Source":
            return "the source line", head.place
        case _:
            return "the text", head.place


def _alike(names: Iterable[str], boxes: Mapping[str, Box]) -> list[list[str]]:
    """Part boxes in those that bear one type size; the headline is on its own."""
    groups: dict[tuple[bool, float], list[str]] = {}
    for name in names:
        groups.setdefault((name == "Headline", boxes[name].size), []).append(name)
    return list(groups.values())


def _balanced(headline: Para, box: Box, lang: str) -> Para:
    """Part a headline of two lines where both become about as long."""
    if len(headline.spans) != 1:
        return headline
    span = headline.spans[0]
    text = balanced(span.text, box.size, box.inner_width, lang)
    return replace(headline, spans=(replace(span, text=text),))


def no_room(place: Place, what: str, lang: str) -> Problem:
    """A101: a text does not fit its slide in one language.

    It was set as small as can be read in a room, and could not be parted over
    several slides. Make it shorter, or move detail into the handout (`read`) or the
    notes (`say`). In a translation, shorten the words that are longer than the
    source.
    """
    return Problem(
        place,
        "A101",
        f"{what} of this slide does not fit ({lang})",
        "make it shorter, or move detail into `read` or `say`",
    )


def other_layout(place: Place, layout: str) -> Problem:
    """A102: a slide's text does not have the shape that its layout needs.

    `cards` and `numbers` take one list with `-`, each item `**head** – text`; `steps`
    one list with `1.`; `compare` a bold line and a list, twice; `table` one table.
    """
    shapes = {
        "cards": "one list: - **head** – text",
        "numbers": "one list: - **number** – what it counts",
        "steps": "one numbered list: 1. **head** – text",
        "compare": "a bold line, a list, a bold line, a list",
        "table": "one table",
    }
    return Problem(
        place,
        "A102",
        f"the text has not the shape of the layout `{layout}`",
        f"it takes {shapes[layout]}",
    )
