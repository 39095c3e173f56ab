"""How well the text of a template's layouts stands out from what lies behind it.

Colours are followed through the layout, the master and the theme. Where a picture or
a gradient lies behind a text, that cannot be told.
"""

from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from typing import Any, TypeAlias

from course.read.look import A, Heritage, P, theme_of

Colour: TypeAlias = tuple[float, float, float]
CLEAR = ("noFill",)
UNKNOWN = ("gradFill", "blipFill", "pattFill", "grpFill")
FIRST_GROUND = 1001


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a text and of its ground, red, green and blue from 0 to 1."""

    layout: str
    box: str
    text: Colour
    ground: Colour

    @property
    def contrast(self) -> float:
        """How they stand out from each other: from 1 to 21."""
        return contrast(self.text, self.ground)


def inks(deck: Any) -> Iterator[Ink]:
    """Give the colours of each placeholder of each layout, where they can be told."""
    for layout in deck.slide_layouts:
        palette = Palette(layout)
        for shape in layout.placeholders:
            ground = _ground(shape, layout, palette)
            runs = Heritage(shape, layout.slide_master.element).runs
            fills = (run.find(f"{A}solidFill") for run in runs)
            fill = next((one for one in fills if one is not None), None)
            text = palette.named("tx1") if fill is None else palette.colour(fill)
            if ground and text:
                yield Ink(layout.name, shape.name, text, ground)


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours, as WCAG 2 defines it.

    >>> round(contrast((0, 0, 0), (1, 1, 1)), 2)
    21.0
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def from_hex(value: str) -> Colour:
    """Give a colour from six hexadecimal digits.

    >>> from_hex("FF0000")
    (1.0, 0.0, 0.0)
    """
    red, green, blue = (int(value[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return red, green, blue


def as_hex(colour: Colour) -> str:
    """Give a colour as people write it.

    >>> as_hex((1, 0, 0))
    '#FF0000'
    """
    return "#" + "".join(f"{round(one * 255):02X}" for one in colour)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(one) for one in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    # The two branches of sRGB, as WCAG 2 gives them.
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _coded(value: float) -> float:
    """Give a linear value as sRGB codes it: what `_linear` undoes."""
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055  # noqa: PLR2004


class Palette:
    """The colours that a layout's theme and colour map give to their names."""

    def __init__(self, layout: Any) -> None:
        master = layout.slide_master
        theme = theme_of(master)
        own = layout.element.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        self.map = dict(master.element.find(f"{P}clrMap").attrib)
        self.map |= {} if own is None else own.attrib
        scheme = theme.find(f".//{A}clrScheme")
        self.theme = {one.tag.removeprefix(A): one[0] for one in scheme}
        self.grounds = list(theme.find(f".//{A}bgFillStyleLst"))

    def named(self, name: str) -> Colour | None:
        """Give the colour of a name such as `tx1` or `accent2`."""
        found = self.theme.get(self.map.get(name, name))
        return None if found is None else self._of(found)

    def colour(self, fill: Any) -> Colour | None:
        """Give the colour in a fill; None where it cannot be told."""
        return self._of(fill[0]) if len(fill) else None

    def _of(self, element: Any) -> Colour | None:
        match element.tag.removeprefix(A):
            case "srgbClr":
                colour: Colour | None = from_hex(element.get("val"))
            case "sysClr":
                colour = from_hex(element.get("lastClr", "000000"))
            case "schemeClr":
                colour = self.named(element.get("val"))
            case _:
                colour = None
        for change in element:
            colour = colour and _changed(colour, change)
        return colour


def _changed(colour: Colour, change: Any) -> Colour | None:
    """Give a colour made lighter or darker; None for a change that is not followed."""
    share = int(change.get("val", 100_000)) / 100_000
    red, green, blue = colour
    hue, light, full = rgb_to_hls(red, green, blue)
    match change.tag.removeprefix(A):
        case "lumMod":
            return hls_to_rgb(hue, min(light * share, 1), full)
        case "lumOff":
            return hls_to_rgb(hue, min(light + share, 1), full)
        case "shade" | "tint" as towards:
            rest = 1 - share if towards == "tint" else 0
            red, green, blue = (_coded(_linear(one) * share + rest) for one in colour)
            return red, green, blue
        case _:
            return None


def _ground(shape: Any, layout: Any, palette: Palette) -> Colour | None:
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
                return None
            if filled:
                return colour
    return _background(layout, palette)


def _fill(properties: Any, palette: Palette) -> tuple[bool, Colour | None]:
    """Tell whether a shape is filled, and with what colour, if that can be told."""
    for child in () if properties is None else properties:
        name = child.tag.removeprefix(A)
        if name == "solidFill":
            return True, palette.colour(child)
        if name in UNKNOWN:
            return True, None
        if name in CLEAR:
            return False, None
    return False, None


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


def _background(layout: Any, palette: Palette) -> Colour | None:
    for element in (layout.element, layout.slide_master.element):
        ground = element.find(f"{P}cSld/{P}bg")
        if ground is None:
            continue
        own = ground.find(f"{P}bgPr")
        if own is not None:
            return _fill(own, palette)[1]
        style = ground.find(f"{P}bgRef")
        number = int(style.get("idx", 0)) - FIRST_GROUND
        plain = 0 <= number < len(palette.grounds)
        if plain and palette.grounds[number].tag == f"{A}solidFill":
            return palette.colour(style)
        return None
    return palette.named("bg1")
