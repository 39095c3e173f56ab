"""An arranged Deck → pictures of its slides, painted by Typst; no PowerPoint needed.

Places and type sizes are those of the arranged deck, the look is read from the
PowerPoint template: what is painted is what PowerPoint would show.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from course.arrange.deck import Deck, Filling, Grid, Para, Slide
from course.arrange.decor import Decor, Face, Level, Scene, Shape
from course.arrange.look import INDENT, Box, Layout, Look
from course.arrange.measure import HAN_SPACING
from course.arrange.tables import CELL_MARGIN, ROW_SPACE
from course.labels import Labels
from course.write.data import Style, as_data, language
from course.write.typeset import as_json, as_pdf, as_pictures

SLIDES = Path("deck", "slides.typ")
NOTE_PAGES = Path("deck", "note-pages.typ")
# Of a small picture; more cannot be told apart.
COLOURS = 128
# How the style of a box says its side, its indent, and the gaps in it.
ALIGNED, HANGING, SPACED = re.compile(r' algn="(\w+)"'), " marL=", "<a:spcBef>"


@dataclass(frozen=True, slots=True)
class Template:
    """A template as arranging and painting see it; our fonts; the Typst files."""

    look: Look
    decor: Decor
    style: Style
    folder: Path


class Painting:
    """A deck and all that it takes to paint it, in several forms."""

    def __init__(self, deck: Deck, template: Template, words: Labels) -> None:
        self.folder = template.folder
        self.data = {
            "deck": as_json(deck_data(deck, template, words)),
            "look": as_json(template.style),
        }

    def slides(self) -> bytes:
        """Give a tagged PDF, one slide a page.

        Raises:
            MissingLettersError: letters would be shown as empty boxes.
        """
        return as_pdf(self.folder, SLIDES, **self.data)

    def note_pages(self) -> bytes:
        """Give a tagged PDF to print, with lines beside three slides a page.

        Raises:
            MissingLettersError: letters would be printed as empty boxes.
        """
        return as_pdf(self.folder, NOTE_PAGES, **self.data)

    def pictures(self, ppi: int) -> tuple[bytes, ...]:
        """Give a small picture of each slide, as PNG with a palette."""
        made = as_pictures(self.folder, SLIDES, ppi, **self.data)
        return tuple(_with_palette(picture) for picture in made)


def _with_palette(picture: bytes) -> bytes:
    """Give a picture with few colours, in a third of its bytes."""
    from PIL import Image

    stream = BytesIO()
    with Image.open(BytesIO(picture)) as image:
        few = image.convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE)
        few.save(stream, "PNG")
    return stream.getvalue()


def deck_data(deck: Deck, template: Template, words: Labels) -> dict[str, Any]:
    """Give all that is painted as plain data; nothing that a learner may not see."""
    decor, layouts = template.decor, template.look.layouts
    used = {slide.layout: layouts[slide.layout] for slide in deck.slides}
    scenes = {name: decor.scenes[layout.part] for name, layout in used.items()}
    return {
        "title": deck.title,
        "subject": deck.subject,
        "author": deck.author,
        "footer": deck.footer,
        "lang": deck.lang,
        "languages": {tag: language(tag) for tag in sorted({*_tongues(deck)})},
        "words": {"page": words.page, "note_pages": words.note_pages},
        "width": decor.width,
        "height": decor.height,
        "colours": dict(decor.colours),
        "head": as_data(decor.head),
        "body": as_data(decor.body),
        "pictures": {
            name: list(decor.pictures[name]) for name in sorted({*_named(scenes)})
        },
        "scenes": {
            name: _scene_data(scene, layouts[name], decor.colours["tx1"])
            for name, scene in scenes.items()
        },
        "slides": [_slide_data(one, n) for n, one in enumerate(deck.slides, 1)],
        "indent": INDENT,
        "han_spacing": HAN_SPACING,
        "cell": {"side": CELL_MARGIN, "above": ROW_SPACE / 2},
    }


def _named(scenes: dict[str, Scene]) -> Iterator[str]:
    """Give the names of the pictures that scenes show."""
    for scene in scenes.values():
        faces = (face.shape for face in scene.faces.values())
        for shape in (scene.ground, *scene.shapes, *faces):
            if shape.picture:
                yield shape.picture


def _tongues(deck: Deck) -> Iterator[str]:
    """Give the language of every slide and paragraph."""
    yield deck.lang
    for slide in deck.slides:
        yield slide.lang
        for para in _paras(slide):
            yield para.lang or slide.lang
            if para.twin:
                yield para.twin.lang


def _paras(slide: Slide) -> Iterator[Para]:
    for filling in slide.fillings:
        yield from filling.paras
    if isinstance(slide.figure, Grid):
        for row in slide.figure.rows:
            for cell in row:
                yield from cell


def _scene_data(scene: Scene, layout: Layout, ink: str) -> dict[str, Any]:
    """Give a layout's shapes and boxes, each box with its face; `ink` is of text."""

    def faced(box: Box) -> dict[str, Any]:
        known = scene.faces.get(box.index) if box.index is not None else None
        face = _as_said(box, known or _plain_face(box, ink))
        return {**as_data(box), "face": as_data(face)}

    return {
        "ground": as_data(scene.ground),
        "shapes": [as_data(shape) for shape in scene.shapes],
        "boxes": {name: faced(box) for name, box in layout.boxes.items()},
        "footer": faced(layout.footer) if layout.footer else None,
        "number": faced(layout.number) if layout.number else None,
    }


def _plain_face(box: Box, ink: str) -> Face:
    """Give the look of a text box that a slide brings itself."""
    level = Level(ink, bold=box.bold, indent=box.indent, hang=box.indent)
    return Face(Shape(0, 0, 0, 0), box.anchor, (replace(level, before=box.before),) * 2)


def _as_said(box: Box, face: Face) -> Face:
    """Give a face with what the box itself says of its first level."""
    first, *rest = face.levels
    side = ALIGNED.search(box.level)
    first = replace(first, align=side[1]) if side else first
    if HANGING in box.level:
        first = replace(first, indent=box.indent, hang=box.indent)
    if SPACED in box.level:
        first = replace(first, before=box.before, before_share=0)
    return replace(face, levels=(first, *rest))


def _slide_data(slide: Slide, number: int) -> dict[str, Any]:
    """Give what is on a slide, the headline first; its notes are not."""
    headline_first = sorted(slide.fillings, key=lambda one: one.box != "Headline")
    figure: dict[str, Any] | None = None
    if slide.figure is not None:
        figure = as_data(slide.figure)
    if isinstance(slide.figure, Grid):
        figure = {
            **as_data(slide.figure),
            "rows": [
                [_paras_data(cell, slide.figure.size, slide.lang) for cell in row]
                for row in slide.figure.rows
            ],
        }
    return {
        "name": slide.name,
        "number": number,
        "layout": slide.layout,
        "lang": slide.lang,
        "fillings": [_filling_data(one, slide.lang) for one in headline_first],
        "figure": figure,
    }


def _filling_data(filling: Filling, lang: str) -> dict[str, Any]:
    paras = _paras_data(filling.paras, filling.size, lang)
    return {"box": filling.box, "size": filling.size, "paras": paras}


def _paras_data(paras: tuple[Para, ...], size: float, lang: str) -> list[Any]:
    """Give paragraphs, each with its language, and its twin with its size."""
    return [
        {
            **as_data(para),
            "lang": para.lang or lang,
            "twin": para.twin and {**as_data(para.twin), "size": para.twin.size(size)},
        }
        for para in paras
    ]
