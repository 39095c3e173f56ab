"""Parts of a paper or a slide as plain data, for templates."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeAlias
from urllib.parse import quote

from course.arrange.sheet import Sheet
from course.languages import bcp47, is_han, is_right_to_left, parts

# A theme's colours, fonts and sizes, as its YAML file has them.
Style: TypeAlias = Mapping[str, Any]
MOST_LETTERS = 255  # of a property of an Office file
RESERVED = "!#$%&'()*+,/:;=?@[]~"  # What an address may hold beside letters and digits.
REGIONS = {"Hans": "CN", "Hant": "TW"}


def as_data(node: Any) -> Any:
    """Give dataclasses as dictionaries that name their class, and tuples as lists."""
    if is_dataclass(node):
        data = {one.name: as_data(getattr(node, one.name)) for one in fields(node)}
        return {**data, "part": type(node).__name__}
    if isinstance(node, tuple):
        return [as_data(one) for one in node]
    if isinstance(node, dict):
        return {key: as_data(value) for key, value in node.items()}
    return list(node) if isinstance(node, bytes) else node


def sheet_data(sheet: Sheet) -> dict[str, Any]:
    """Give a paper as plain data, each language with how it is set."""
    data: dict[str, Any] = with_languages(as_data(sheet))
    return data


def as_property(text: str) -> str:
    """Give a text as a property of an Office file, which has little room.

    >>> as_property("Bees"), len(as_property("Bees " * 100))
    ('Bees', 255)
    """
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1]}…"


def as_address(link: str) -> str:
    """Give a link as Office files write it: without Han letters, spaces and quotes.

    >>> as_address("https://example.org/蜂?a=%20b")
    'https://example.org/%E8%9C%82?a=%20b'
    """
    return quote(link, safe=RESERVED)


def language(tag: str) -> dict[str, Any]:
    """Give what a template must know of a language: its tags, and how it is set."""
    name, script, territory = parts(tag)
    return {
        "tag": bcp47(tag),
        "name": name,
        "region": REGIONS.get(script) or territory or None,
        "han": is_han(tag),
        "rtl": is_right_to_left(tag),
    }


def with_languages(data: Any) -> Any:
    """Give data with each language tag as what a template must know of it."""
    if isinstance(data, dict):
        return {
            key: language(value) if key == "lang" and value else with_languages(value)
            for key, value in data.items()
        }
    return [with_languages(one) for one in data] if isinstance(data, list) else data
