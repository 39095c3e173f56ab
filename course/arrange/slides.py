"""What a topic shows → a draft of a slide: which layout, which text in which box."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from course.arrange.charts import chart
from course.arrange.deck import Para, Photo
from course.arrange.draft import (
    Draft,
    Paras,
    Rows,
    block_paras,
    para,
    paras,
)
from course.arrange.voices import Voice
from course.model import Charted, Layout, Picture, PictureSlide, TextSlide
from course.problems import Place, Problem
from course.slots import words_in
from course.text import (
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

# Layouts that become a list where their boxes are missing or too small.
LISTS = ("cards", "steps", "numbers")
# How many items with heads make a row, where the author names no layout.
MOST_CARDS, MOST_STEPS = 6, 5
Plain: TypeAlias = TextSlide | Charted | PictureSlide
# What may stand between the bold head of an item and its text.
AFTER_HEAD = re.compile(r"^\s*(?:[–—]+|[:：])\s*")


@dataclass(frozen=True, slots=True)
class Frame:
    """What all slides of a deck share; problems are gathered here."""

    symbol: str
    pictures: dict[str, Picture]
    problems: list[Problem] = field(default_factory=list)


def show(
    name: str, shown: Plain, title: Words, cite: Cite, voice: Voice, frame: Frame
) -> Draft:
    """Draft what a topic shows at one time.

    The topic's title and citations stand in where the slide has none of its own.
    """
    headline = shown.headline or title
    body = shown.text if isinstance(shown, TextSlide) else shown
    empty = Draft(
        name,
        "Points",
        para(headline),
        {},
        voice.wording,
        next(words_in(body), headline).place,
        headline.place,
        _where(shown, cite, voice, frame),
        voice.mark,
        told=voice.told,
    )
    match shown:
        case TextSlide():
            return _text_slide(shown, empty, frame)
        case PictureSlide():
            return replace(empty, layout="Picture", figure=_photo(shown, frame))
        case _:
            figure = chart(shown, headline.plain, voice.wording)
            return replace(empty, layout="Chart", figure=figure)


def silent(shown: Plain) -> Plain:
    """Give what is on a slide, without what the trainer says with it."""
    if isinstance(shown, TextSlide):
        return replace(shown, say=None, answers=None)
    return replace(shown, say=None)


def _where(shown: Plain, cite: Cite, voice: Voice, frame: Frame) -> str:
    counted = isinstance(shown, Charted) and shown.counted
    own = cited_by(shown)
    cited = Cite(own.paragraphs) if counted else own
    return voice.wording.source(frame.symbol, cited or cite, counted=counted)


def cited_by(shown: Plain) -> Cite:
    """Give all that a slide cites itself."""
    head = shown.headline.cites if shown.headline else Cite()
    match shown:
        case TextSlide():
            return shown.text.cites + head
        case PictureSlide():
            return head
        case _:
            return Cite(shown.cite, shown.footnotes) + head


def _text_slide(shown: TextSlide, empty: Draft, frame: Frame) -> Draft:
    whole = paras(shown.text)
    layout, figure = "Points", None
    texts: dict[str, Paras] = {"Body": whole}
    wish = shown.layout or chosen(shown.text)
    match wish, shown.text.blocks:
        case "points", _:
            pass
        case "cards", (Bullets(items),):
            layout, texts = _row("Card", items)
        case "steps", (Steps(items),):
            layout, texts = _row("Step", items)
        case "numbers", (Bullets(items),):
            layout, texts = _numbers(items, whole)
        case "compare", (Paragraph(), Bullets(), Paragraph(), Bullets()):
            layout, texts = "Compare", _sides(shown.text)
        case "table", (Table() as table,):
            layout, texts, figure = "Table", {}, _rows(table)
        case "evidence", (Paragraph(said), Bullets() as found):
            layout = "Evidence"
            texts = {"Statement": (para(said),), "Body": tuple(block_paras(found))}
        case "example", (Paragraph(place), _, *_):
            layout = "Example"
            texts = {"Place": (_lighter(para(place)),), "Body": whole[1:]}
        case "quotation", (Quote() as quote, Paragraph(by)):
            layout = "Quotation"
            texts = {"Body": tuple(block_paras(quote)), "By": (para(by),)}
        case "statement" | "question" | "quotation", _:
            layout = wish.capitalize()
        case _:
            frame.problems.append(other_layout(shown.text.place, wish))
    listed = whole if wish in LISTS else ()
    return replace(empty, layout=layout, texts=texts, figure=figure, listed=listed)


def chosen(text: Text) -> Layout:
    """Choose the layout that suits what a text holds."""
    match text.blocks:
        case (Table(),):
            return "table"
        case (Bullets(items),) if MOST_CARDS >= len(items) > 1 and _are_headed(items):
            return "cards"
        case (Steps(items),) if MOST_STEPS >= len(items) > 1 and _are_headed(items):
            return "steps"
        case (Paragraph(), Bullets(), Paragraph(), Bullets()):
            return "compare"
        case (Paragraph(), Bullets()):
            return "evidence"
        case (Quote(),) | (Quote(), Paragraph()):
            return "quotation"
        case (Paragraph(),) | (Paragraph(), Paragraph()):
            return "statement"
        case _:
            return "points"


def _are_headed(items: Sequence[Item]) -> bool:
    """Tell whether each item is a bold head and its text."""
    return all(len(_headed(item)) > 1 and item.words.spans[0].strong for item in items)


def _row(kind: str, items: Sequence[Item]) -> tuple[str, dict[str, Paras]]:
    """Put one item into each box of a row."""
    texts = {f"{kind} {n}": tuple(_headed(item)) for n, item in enumerate(items, 1)}
    return f"{kind}s {len(items)}", texts


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


def _numbers(items: Sequence[Item], listed: Paras) -> tuple[str, dict[str, Paras]]:
    headed = [_headed(item) for item in items]
    if any(len(one) == 1 for one in headed):
        return "Points", {"Body": listed}
    texts: dict[str, Paras] = {}
    for n, (number, *label) in enumerate(headed, 1):
        texts |= {f"Number {n}": (number,), f"Label {n}": tuple(label)}
    return f"Numbers {len(items)}", texts


def _sides(text: Text) -> dict[str, Paras]:
    """Give the boxes of a comparison; a column's head has its weight from it."""
    names = ("Left head", "Left", "Right head", "Right")
    return {
        name: tuple(
            _lighter(one) if name.endswith("head") else one
            for one in block_paras(block)
        )
        for name, block in zip(names, text.blocks, strict=True)
    }


def _lighter(one: Para) -> Para:
    return replace(one, spans=tuple(replace(s, strong=False) for s in one.spans))


def _rows(table: Table) -> Rows:
    head = tuple((_strong(para(cell)),) for cell in table.head)
    rows = (tuple((para(cell),) for cell in row) for row in table.rows)
    return Rows((head, *rows), table.numeric)


def _strong(one: Para) -> Para:
    spans = (Span(s.text, strong=True, link=s.link) for s in one.spans)
    return replace(one, spans=tuple(spans))


def _photo(shown: PictureSlide, frame: Frame) -> Photo | None:
    picture = frame.pictures.get(shown.image)
    if picture is None:
        return None
    return Photo(
        picture.name, picture.data, picture.width, picture.height, shown.alt.plain
    )


def other_layout(place: Place, layout: str) -> Problem:
    """A102: a slide's text does not have the shape that its layout needs.

    `cards` and `numbers` take one list with `-`, each item `**head** – text`; `steps`
    one list with `1.`; `compare` a bold line and a list, twice; `table` one table;
    `evidence` a sentence and a list; `example` a bold line and what was done there.
    """
    shapes = {
        "cards": "one list: - **head** – text",
        "numbers": "one list: - **number** – what it counts",
        "steps": "one numbered list: 1. **head** – text",
        "compare": "a bold line, a list, a bold line, a list",
        "table": "one table",
        "evidence": "a sentence, then one list",
        "example": "a place in bold, then what was done there",
    }
    return Problem(
        place,
        "A102",
        f"the text has not the shape of the layout `{layout}`",
        f"it takes {shapes[layout]}",
    )
