"""Python-Markdown, set up for leaves: no HTML, but citations."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from markdown import Markdown

CITATION = r"\[((?:¶|fn\b)[^\[\]]*)\]"
TAB = 2
# On a row of a table: how many cells it was written with.
CELLS = "cells"


def parse(source: str) -> Element:
    """Give the block tree; the words in it are still raw."""
    reader = _markdown()
    reader.reset()
    lines = source.strip("\n").replace("\t", "    ").split("\n")
    root = reader.parser.parseDocument(lines).getroot()
    assert root is not None
    return root


def parse_line(source: str) -> Element:
    """Give the inline tree of some words, below one element."""
    reader = _markdown()
    reader.reset()
    root = Element("div")
    line = SubElement(root, "p")
    line.text = source
    reader.treeprocessors["inline"].run(root)
    reader.treeprocessors["unescape"].run(root)
    return line


@cache
def _markdown() -> "Markdown":
    from markdown import Markdown
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension, TableProcessor
    from markdown.inlinepatterns import InlineProcessor

    class Citation(InlineProcessor):
        def handleMatch(  # type: ignore[override]  # noqa: N802
            self, m: re.Match[str], data: str
        ) -> tuple[Element, int, int]:
            return Element("cite", {"of": m[1]}), m.start(0), m.end(0)

    class Rows(TableProcessor):
        """Notes how many cells a row was written with: those too many are cut off."""

        def _build_row(
            self, row: str, parent: Element, align: Sequence[str | None]
        ) -> None:
            super()._build_row(row, parent, align)  # type: ignore[misc]
            written = self._split_row(row)  # type: ignore[attr-defined]
            parent[-1].set(CELLS, str(len(written)))

    tables = TableExtension()
    reader = Markdown(extensions=[tables, SaneListExtension()], tab_length=TAB)
    rows = Rows(reader.parser, tables.getConfigs())
    reader.parser.blockprocessors.register(rows, "table", 75)
    for name in ("html_block",):
        reader.preprocessors.deregister(name)
    for name in ("code", "reference"):
        reader.parser.blockprocessors.deregister(name)
    for name in (
        "html",
        "entity",
        "linebreak",
        "reference",
        "short_reference",
        "image_reference",
        "short_image_ref",
    ):
        reader.inlinePatterns.deregister(name)
    reader.inlinePatterns.register(Citation(CITATION, reader), "citation", 175)
    return reader
