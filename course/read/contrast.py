"""How well the text of a template's layouts stands out from what lies behind it.

Colours are followed through the layout, the master and the theme. Where a picture or
a gradient lies behind a text, that cannot be told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from course.read.colours import Palette, palette_of
from course.read.look import A, Heritage, P, theme_of

CLEAR = ("noFill",)
UNKNOWN = ("gradFill", "blipFill", "pattFill", "grpFill")
FIRST_GROUND = 1001


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a text and of its ground, as hexadecimal digits."""

    layout: str
    box: str
    text: str
    ground: str

    @property
    def contrast(self) -> float:
        """How they stand out from each other: from 1 to 21."""
        return contrast(self.text, self.ground)


def inks(deck: Any) -> Iterator[Ink]:
    """Give the colours of each placeholder of each layout, where they can be told."""
    for layout in deck.slide_layouts:
        palette = palette_of(layout, layout.slide_master)
        for shape in layout.placeholders:
            ground = _ground(shape, layout, palette)
            runs = Heritage(shape, layout.slide_master.element).runs
            fills = (run.find(f"{A}solidFill") for run in runs)
            fill = next((one for one in fills if one is not None), None)
            text = palette.named("tx1") if fill is None else palette.colour(fill)
            if ground and text:
                yield Ink(layout.name, shape.name, text, ground)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, as WCAG 2 defines it.

    >>> round(contrast("000000", "FFFFFF"), 2)
    21.0
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(one / 255) for one in bytes.fromhex(colour[:6]))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    # The two branches of sRGB, as WCAG 2 gives them.
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _ground(shape: Any, layout: Any, palette: Palette) -> str:
    """Give the colour behind a placeholder's text."""
    master = layout.slide_master
    for element in Heritage(shape, master.element).chain:
        filled, colour = _fill(element.find(f"{P}spPr"), palette)
        if filled:
            return colour
    below = [one for one in layout.shapes if not one.is_placeholder]
    if layout.element.get("showMasterSp", "1") in ("1", "true"):
        below = [*(s for s in master.shapes if not s.is_placeholder), *below]
    for other in reversed(below):
        if _covers(other, shape):
            properties = other.element.find(f"{P}spPr")
            filled, colour = _fill(properties, palette)
            if properties is None or other.element.tag == f"{P}pic":
                return ""
            if filled:
                return colour
    return _background(layout, palette)


def _fill(properties: Any, palette: Palette) -> tuple[bool, str]:
    """Tell whether a shape is filled, and with what colour, if that can be told."""
    for child in () if properties is None else properties:
        name = child.tag.removeprefix(A)
        if name == "solidFill":
            return True, palette.colour(child)
        if name in UNKNOWN:
            return True, ""
        if name in CLEAR:
            return False, ""
    return False, ""


def _covers(other: Any, shape: Any) -> bool:
    """Tell whether a shape lies behind the middle of another."""
    if None in (other.left, other.top, shape.left, shape.top):
        return False
    across = shape.left + shape.width / 2
    down = shape.top + shape.height / 2
    return bool(
        other.left <= across <= other.left + other.width
        and other.top <= down <= other.top + other.height
    )


def _background(layout: Any, palette: Palette) -> str:
    master = layout.slide_master
    for element in (layout.element, master.element):
        ground = element.find(f"{P}cSld/{P}bg")
        if ground is None:
            continue
        own = ground.find(f"{P}bgPr")
        if own is not None:
            return _fill(own, palette)[1]
        style = ground.find(f"{P}bgRef")
        number = int(style.get("idx", 0)) - FIRST_GROUND
        grounds = list(theme_of(master).find(f".//{A}bgFillStyleLst"))
        plain = 0 <= number < len(grounds)
        if plain and grounds[number].tag == f"{A}solidFill":
            return palette.colour(style)
        return ""
    return palette.named("bg1")
