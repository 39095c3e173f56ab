"""A message's Markdown parted into letters and codes, which CAT tools keep whole. Pure.

What is put together again is, letter for letter, what was parted: a code that we do not
see stays text, and nothing is lost.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from course.markup.parser import CITATION

# What stands first wins: an escaped star begins nothing.
CODES = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?P<ticks>`+)(?!`)(?P<in_code>.+?)(?<!`)(?P=ticks)(?!`))"
    rf"|(?P<cite>{CITATION})"
    r"|(?P<auto><(?:https?://|mailto:)[^<>\s]+>|<[^<>\s@]+@[^<>\s]+>)"
    r"|(?P<link>\[(?P<in_link>(?:[^\[\]]|\[[^\[\]]*\])+)\]"
    r"\((?P<to>(?:[^()]|\([^()]*\))*)\))"
    r"|(?P<bold>\*\*(?=[^\s*])(?P<in_bold>.+?)(?<=[^\s*])\*\*(?!\*))"
    r"|(?P<em>\*(?=[^\s*])(?P<in_em>(?:[^*]|\*\*[^*]+\*\*)+?)(?<=\S)\*(?!\*))"
    r"|(?P<field>\{\w+\})",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Code:
    """Markup: `start` and `end` around `inner`, or `start` alone for what stands still.

    `kind` is bold, em, code, link, cite, auto or field.
    """

    kind: str
    start: str
    end: str = ""
    inner: tuple["Piece", ...] = ()


Piece: TypeAlias = str | Code


def parted(source: str) -> tuple[Piece, ...]:
    """Part a message.

    >>> parted("See **Article 1** [¶4].")
    ('See ', Code(kind='bold', start='**', end='**', inner=('Article 1',)), ' ', \
Code(kind='cite', start='[¶4]', end='', inner=()), '.')
    """
    return tuple(_joined(_parted(source)))


def together(pieces: tuple[Piece, ...]) -> str:
    """Put a message together again."""
    return "".join(
        one if isinstance(one, str) else f"{one.start}{together(one.inner)}{one.end}"
        for one in pieces
    )


def _parted(source: str) -> Iterator[Piece]:
    at = 0
    for match in CODES.finditer(source):
        yield source[at : match.start()]
        yield _code(match)
        at = match.end()
    yield source[at:]


def _code(match: re.Match[str]) -> Piece:
    match match.lastgroup:
        case "escape":
            return match[0]
        case "bold" | "em" | "code" | "link" as kind:
            inside = match[f"in_{kind}"]
            width = match.start(f"in_{kind}") - match.start()
            start, end = match[0][:width], match[0][width + len(inside) :]
            inner = (inside,) if kind == "code" else parted(inside)
            return Code(kind, start, end, inner)
        case kind:
            return Code(kind or "", match[0])


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbouring letters, and drop what is empty."""
    held = ""
    for one in pieces:
        if isinstance(one, str):
            held += one
            continue
        if held:
            yield held
        held = ""
        yield one
    if held:
        yield held
