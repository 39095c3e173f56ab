"""The colours of a PowerPoint theme, and what a template makes of them."""

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Any, TypeAlias

from course.read.look import A, P, theme_of

WHOLE = 100_000
# How a screen turns numbers into light, nearly.
GAMMA = 2.2
Channels: TypeAlias = tuple[float, float, float]


class Palette:
    """A theme's colours as a master or a layout maps them."""

    def __init__(self, scheme: Mapping[str, str], roles: Mapping[str, str]) -> None:
        self.scheme = scheme
        self.roles = roles

    def named(self, name: str) -> str:
        """Give the colour of a role, such as `tx1` or `accent2`."""
        return self.scheme.get(self.roles.get(name, name), self.scheme["dk1"])

    @property
    def by_role(self) -> dict[str, str]:
        """All colours, by role."""
        return {role: self.named(role) for role in self.roles}

    def colour(self, holder: Any, own: str = "") -> str:
        """Give the colour that an element holds; `own` is that of what asks for it."""
        for child in () if holder is None else holder:
            kind = child.tag.removeprefix(A)
            if kind in KINDS:
                base = own if child.get("val") == "phClr" else self._base(kind, child)
                return _changed(base, child) if base else ""
        return ""

    def fill(self, holder: Any, own: str = "") -> str | None:
        """Give the colour that fills a shape; None where it is not said.

        A gradient is taken as the colour that it has on average.
        """
        for child in () if holder is None else holder:
            match child.tag.removeprefix(A):
                case "noFill":
                    return ""
                case "solidFill":
                    return self.colour(child, own)
                case "gradFill":
                    return _mean(
                        [self.colour(one, own) for one in child.iter(f"{A}gs")]
                    )
                case "pattFill":
                    return self.colour(child.find(f"{A}bgClr"), own)
                case _:
                    pass
        return None

    def _base(self, kind: str, element: Any) -> str:
        match kind:
            case "schemeClr":
                return self.named(element.get("val"))
            case "sysClr":
                return str(element.get("lastClr", self.named("tx1")))
            case "prstClr":
                return _preset(element.get("val"))
            case "scrgbClr":
                return _hex(
                    (
                        int(element.get("r")) / WHOLE,
                        int(element.get("g")) / WHOLE,
                        int(element.get("b")) / WHOLE,
                    )
                )
            case _:
                return str(element.get("val"))


KINDS = ("srgbClr", "schemeClr", "sysClr", "prstClr", "scrgbClr")


def palette_of(page: Any, master: Any) -> Palette:
    """Give the colours of a layout, or of the master itself."""
    own = page.element.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    roles = master.element.find(f"{P}clrMap") if own is None else own
    return Palette(scheme_of(theme_of(master)), dict(roles.attrib))


def scheme_of(theme: Any) -> dict[str, str]:
    """Give the colours of a theme's XML by their names in it."""
    plain = Palette({"dk1": ""}, {})
    scheme = theme.find(f"{A}themeElements/{A}clrScheme")
    return {one.tag.removeprefix(A): plain.colour(one) for one in scheme}


def _changed(colour: str, element: Any) -> str:
    """Make a colour lighter, darker or clearer, as its children tell."""
    channels, clear = _channels(colour), colour[6:]
    for child in element:
        share = int(child.get("val", WHOLE)) / WHOLE
        hue, light, strong = rgb_to_hls(*channels)
        match child.tag.removeprefix(A):
            case "lumMod":
                channels = hls_to_rgb(hue, min(light * share, 1), strong)
            case "lumOff":
                channels = hls_to_rgb(hue, min(max(light + share, 0), 1), strong)
            case "satMod":
                channels = hls_to_rgb(hue, light, min(strong * share, 1))
            case "tint":
                channels = _each(channels, share, 1 - share)
            case "shade":
                channels = _each(channels, share, 0)
            case "alpha":
                clear = f"{round(share * 255):02X}"
            case _:
                pass
    return _hex(channels) + ("" if clear == "FF" else clear)


def _each(channels: Channels, share: float, more: float) -> Channels:
    """Change channels as light is mixed, not as their numbers are."""
    red, green, blue = (_shown(_light(one) * share + more) for one in channels)
    return red, green, blue


def _light(channel: float) -> float:
    return float(channel**GAMMA)


def _shown(light: float) -> float:
    return float(light ** (1 / GAMMA))


def _mean(colours: list[str]) -> str:
    """Give the mean of colours, clear ones counted as they are."""
    whole = [one.ljust(8, "F") for one in colours if one]
    if not whole:
        return ""
    columns = zip(*(bytes.fromhex(one) for one in whole), strict=True)
    return bytes(round(sum(one) / len(whole)) for one in columns).hex().upper()


def _preset(name: str) -> str:
    from PIL import ImageColor

    try:
        red, green, blue, *_ = ImageColor.getrgb(name)
    except ValueError:
        return ""
    return bytes((red, green, blue)).hex().upper()


def _channels(colour: str) -> Channels:
    red, green, blue = bytes.fromhex(colour[:6])
    return red / 255, green / 255, blue / 255


def _hex(channels: Channels) -> str:
    return bytes(round(255 * min(max(one, 0), 1)) for one in channels).hex().upper()
