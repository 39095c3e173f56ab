"""What a theme of one's own is: its file, and what it changes in one of ours.

The fields of `ThemeText` are the keys of a theme's file.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, fields
from typing import Annotated, Any, Literal, TypeAlias

from course.languages import parts
from course.model import About, Picture
from course.problems import Place

Base: TypeAlias = Literal["civic", "contrast"]
Style: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Colours, each as six hexadecimal digits in quotes; those left out stay."""

    place: Place = field(compare=False)
    paper: Annotated[str, About("what all lies on")] = ""
    ink: Annotated[str, About("text")] = ""
    primary: Annotated[str, About("headings, bars, the cover")] = ""
    accent: Annotated[str, About("one thing a slide")] = ""
    tint: Annotated[str, About("behind boxes and heads of tables")] = ""
    second: Annotated[str, About("text that stands back")] = ""
    rule: Annotated[str, About("thin lines")] = ""
    data: Annotated[
        tuple[str, ...], About("series of charts; primary and accent, if left out")
    ] = ()

    @property
    def given(self) -> Iterator[tuple[str, str]]:
        """Give the names and values of single colours that are not left out."""
        for one in fields(self):
            value = getattr(self, one.name)
            if one.name not in ("place", "data") and value:
                yield one.name, value


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """Fonts of slides and Word documents; PDF is set in what comes with the program."""

    place: Place = field(compare=False)
    latin: Annotated[str, About("for Latin letters: Arial …")] = ""
    han: Annotated[str, About("for Chinese: Microsoft YaHei, SimSun …")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeWords:
    """What an institute says on every paper, in one language."""

    place: Place = field(compare=False)
    lang: Annotated[str, About("zh, en …")]
    cover: Annotated[str, About("beside the logo, on a paper's first page")] = ""
    foot: Annotated[str, About("at the foot of every page")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeText:
    """A theme as its file holds it: what it changes in one of ours."""

    place: Place = field(compare=False)
    base: Annotated[Base, About("where all comes from that is left out")] = "civic"
    colours: Annotated[Colours | None, About("of slides, paper and web pages")] = None
    dark: Annotated[Colours | None, About("of web pages on a dark screen")] = None
    fonts: Annotated[Fonts | None, About("of slides and Word documents")] = None
    logo: Annotated[str, About("a PNG or JPEG file beside this one")] = ""
    words: Annotated[
        tuple[ThemeWords, ...], About("what papers say, in each language")
    ] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's file, read."""

    text: ThemeText
    logo: Picture | None

    def onto(self, base: Style) -> Style:
        """Give the look of one of ours with what this theme changes."""
        style = deepcopy(base)
        for name, colours in (
            ("colours", self.text.colours),
            ("dark", self.text.dark),
        ):
            if colours:
                style[name] |= dict(colours.given)
        style["colours"]["data"] = self._data(style["colours"])
        if self.text.fonts:
            self._set_fonts(style, self.text.fonts)
        style["brand"] = self.brand
        return style

    def _data(self, colours: Mapping[str, Any]) -> list[str]:
        """Give six colours of series; the first ones are those of the look."""
        own = self.text.colours.data if self.text.colours else ()
        first = own or (colours["primary"], colours["accent"])
        return [*first, *colours["data"][len(first) :]][:6]

    def _set_fonts(self, style: Style, own: Fonts) -> None:
        if own.latin:
            style["fonts"]["latin"] = own.latin
        if own.han:
            style["fonts"]["han"] = own.han
            style["paper"]["han"] = {"heading": own.han, "body": own.han}

    @property
    def brand(self) -> Style:
        """The logo, and the words by the names of their languages."""
        return {
            "logo": list(self.logo.data) if self.logo else None,
            "words": {
                parts(one.lang)[0]: {"cover": one.cover, "foot": one.foot}
                for one in self.text.words
            },
        }
