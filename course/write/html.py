"""An arranged Sheet → a web page in one file, and the page that lists a build."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from course.arrange.asking import (
    AttitudeItem,
    Case,
    FillItem,
    OrderItem,
    ShortItem,
)
from course.arrange.sheet import Item, MatchItem, Prose, Section, Sheet
from course.languages import bcp47, is_right_to_left
from course.write.data import Style, as_data

WEB = "web"
# What a quiz asks.
ASKED = (Item, MatchItem, OrderItem, FillItem, ShortItem, AttitudeItem, Case)


def write(sheet: Sheet, templates: Path, style: Style) -> bytes:
    """Give the quiz for a browser: one file that asks nothing of the network."""
    sections = [
        {
            "lang": bcp47(section.lang),
            "dir": _dir(section.lang),
            "mark": section.mark,
            "parts": parts,
        }
        for section in sheet.sections
        if (parts := [as_data(p) for p in section.parts if isinstance(p, ASKED)])
    ]
    page = render(
        templates,
        "quiz",
        style,
        script=(templates / WEB / "quiz.js").read_text("utf-8"),
        sheet=sheet,
        lang=bcp47(sheet.lang),
        dir=_dir(sheet.lang),
        sections=sections,
        small_print=tuple(_small_print(sheet.sections)),
        words=sheet.words,
    )
    return page.encode()


def _small_print(sections: Iterable[Section]) -> Iterator[tuple[str, str]]:
    """Give the lines that stand below all questions, each with its language."""
    for section in sections:
        for part in section.parts:
            if isinstance(part, Prose):
                yield bcp47(section.lang), part.text.plain


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made: its path as seen from the index, its name, a remark."""

    path: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SlideShown:
    """A picture of a slide, its words, and the page of a PDF that holds the slide."""

    picture: str
    words: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Files of one kind, and the path of a picture of their first page.

    Of slides there are pictures of all, and words that open them.
    """

    kind: str
    files: tuple[Made, ...]
    picture: str = ""
    slides: tuple[SlideShown, ...] = ()
    opener: str = ""


@dataclass(frozen=True, slots=True)
class ModuleRow:
    """What was made for one module."""

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """What was made in one language."""

    lang: str
    dir: str
    name: str
    modules: tuple[ModuleRow, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """All that a build folder holds."""

    lang: str
    title: str
    subtitle: str
    words: str
    languages: tuple[LanguageRow, ...]


def write_index(index: Index, templates: Path, style: Style) -> bytes:
    """Give the page that lists what was made."""
    return render(templates, "index", style, page=index).encode()


def render(
    templates: Path, name: str, style: Style, script: str = "", **data: Any
) -> str:
    """Give a page with its look and its script inside, and their hashes at its head."""
    known = environment(templates)
    css = known.get_template(f"{name}.css.j2").render(look=style)
    from markupsafe import Markup

    page: str = known.get_template(f"{name}.html.j2").render(
        style=Markup(css),
        style_hash=_hash(css),
        script=Markup(script),
        script_hash=_hash(script),
        **data,
    )
    return page


def _dir(lang: str) -> str:
    """Give the direction of a language as HTML writes it."""
    return "rtl" if is_right_to_left(lang) else "ltr"


def _hash(text: str) -> str:
    """Give the hash by which a content security policy lets this text pass."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def environment(templates: Path) -> Any:
    """Give the templates of web pages."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(templates / WEB),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
