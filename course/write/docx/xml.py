"""Elements of a Word document, made in the order that its schema wants."""

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_BOUND = {prefix: name for prefix, name in NAMES.items() if prefix != "xml"}
NOTHING: Mapping[str, object] = {}


def name_of(short: str) -> str:
    """Give the name of an element or attribute in full: of `w:p`, or of `cx`."""
    prefix, _, name = short.rpartition(":")
    return f"{{{NAMES[prefix]}}}{name}" if prefix else name


def element(
    name: str, attributes: Mapping[str, object] = NOTHING, *children: Any
) -> Any:
    """Make an element; children that are None are left out."""
    from docx.oxml.parser import oxml_parser

    made = oxml_parser.makeelement(name_of(name), nsmap=_BOUND)
    for key, value in attributes.items():
        made.set(name_of(key), str(value))
    made.extend([child for child in children if child is not None])
    return made


def value(name: str, given: object) -> Any:
    """Make an element that says one value."""
    return element(name, {"w:val": given})


def flag(name: str, *, on: bool = True) -> Any:
    """Make an element that says yes by being there; None, if it is not `on`."""
    return element(name) if on else None


def text(words: str) -> Any:
    """Make a run's text; its spaces stay."""
    made = element("w:t", {"xml:space": "preserve"})
    made.text = words
    return made


def found(root: Any, path: str) -> list[Any]:
    """Give what an XPath finds."""
    finder: Any = etree.XPath(path, namespaces=NAMES)
    return list(finder(root))


def style_of(paragraph: Any) -> Any:
    """Give a paragraph's properties; every paragraph of ours has some."""
    return paragraph.find(name_of("w:pPr"))


def keep_with_next(blocks: Iterable[Any]) -> None:
    """Keep paragraphs, and the rows of tables, on one page with what follows them."""
    for block in blocks:
        for paragraph in block.iter(name_of("w:p")):
            style = style_of(paragraph)
            if style.find(name_of("w:keepNext")) is None:
                style.insert(1, element("w:keepNext"))


def keep_together(blocks: Iterable[Any]) -> None:
    """Keep blocks on one page, but not with what follows them."""
    rows = [
        row
        for block in blocks
        for row in ([block] if block.tag == name_of("w:p") else found(block, "w:tr"))
    ]
    keep_with_next(rows[:-1])
