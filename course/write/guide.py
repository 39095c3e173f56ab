"""A facilitator guide → PDF, with the slides painted into its pages."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from course.arrange.deck import Deck
from course.arrange.sheet import Sheet
from course.write.data import sheet_data
from course.write.painter import Template, deck_data
from course.write.typeset import as_json, as_pdf

GUIDE = Path("paper", "guide.typ")


def write(sheet: Sheet, decks: Sequence[Deck], template: Template) -> bytes:
    """Give the bytes of a tagged PDF; `decks` hold the slides that it shows, in order.

    Raises:
        MissingLettersError: letters would be printed as empty boxes.
    """
    slides = [slide for deck in decks for slide in deck.slides]
    numbers = [number for deck in decks for number, _ in enumerate(deck.slides, 1)]
    # Names are of this paper, so that a slide's links do not lead into another deck.
    named = (replace(one, name=f"slide-{n}") for n, one in enumerate(slides))
    deck = replace(decks[0], slides=tuple(named))
    data = deck_data(deck, template, sheet.words)
    for slide, number in zip(data["slides"], numbers, strict=True):
        slide["number"] = number
    return as_pdf(
        template.folder,
        GUIDE,
        sheet=as_json(sheet_data(sheet)),
        deck=as_json(data),
        look=as_json(template.style),
    )
