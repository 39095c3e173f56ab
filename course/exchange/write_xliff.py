"""Rows → XLIFF 2.1: a unit for each message, markup as codes."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from course.catalog.entry import digest
from course.exchange.inline import Code, Piece, parted
from course.exchange.row import Part, Row, State
from course.languages import bcp47

XLIFF = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
XML = "{http://www.w3.org/XML/1998/namespace}"
ORIGIN = "course:"
# What a unit's notes are; one of no kind that we know is a translator's.
ABOUT, PREVIOUS, COMMENT = "context", "previous-source", "comment"
FUZZY = "course:fuzzy"
MIXED = (f"{{{XLIFF}}}source", f"{{{XLIFF}}}target")
STATES = {State.NEW: "initial", State.FUZZY: "initial", State.DONE: "translated"}
# Kinds of codes as XLIFF names them.
TYPES = {
    "bold": ("fmt", "xlf:b"),
    "em": ("fmt", "xlf:i"),
    "code": ("fmt", ""),
    "link": ("link", ""),
    "auto": ("link", ""),
    "cite": ("other", "course:cite"),
    "field": ("ui", ""),
}


def write(parts: tuple[Part, ...]) -> bytes:
    """Give the bytes of an XLIFF file; all parts are of one pair of languages."""
    names: Any = {None: XLIFF, "mda": METADATA}
    root = etree.Element(f"{{{XLIFF}}}xliff", nsmap=names)
    root.set("version", "2.1")
    root.set("srcLang", bcp47(parts[0].source_lang))
    root.set("trgLang", bcp47(parts[0].lang))
    for number, part in enumerate(parts, 1):
        file = _add(root, "file", id=f"f{number}", original=f"{ORIGIN}{part.name}")
        file.set("canResegment", "no")
        file.set(f"{XML}space", "preserve")
        for row, unit_id in zip(part.rows, _ids(part.rows), strict=True):
            _unit(file, row, unit_id)
    _indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _ids(rows: tuple[Row, ...]) -> Iterator[str]:
    """Give each row an id that stays the same from export to export."""
    seen: dict[str, int] = {}
    for row in rows:
        slot = re.sub(r"[^A-Za-z0-9._-]", ".", row.slot)
        one = f"u.{slot}.{digest(row.source)}"
        seen[one] = seen.get(one, 0) + 1
        yield one if seen[one] == 1 else f"{one}.{seen[one]}"


def _unit(file: Any, row: Row, unit_id: str) -> None:
    unit = _add(file, "unit", id=unit_id, name=row.slot)
    _metadata(unit, row)
    noted = [
        *((ABOUT, line) for line in row.about),
        *([(PREVIOUS, row.previous)] if row.previous else []),
        *((COMMENT, line) for line in row.comment),
    ]
    if noted:
        notes = _add(unit, "notes")
        for number, (category, line) in enumerate(noted, 1):
            _add(notes, "note", id=f"n{number}", category=category).text = line
    codes = _Codes()
    segment = etree.Element(f"{{{XLIFF}}}segment", id="s1", state=STATES[row.state])
    if row.state is State.FUZZY:
        segment.set("subState", FUZZY)
    codes.fill(_text(segment, "source"), parted(row.source))
    if row.target:
        codes.turn()
        codes.fill(_text(segment, "target"), parted(row.target))
    if codes.data:
        kept = _add(unit, "originalData")
        for letters, ref in codes.data.items():
            _add(kept, "data", id=ref).text = letters
    unit.append(segment)


def _metadata(unit: Any, row: Row) -> None:
    metadata = etree.SubElement(unit, f"{{{METADATA}}}metadata")
    group = etree.SubElement(metadata, f"{{{METADATA}}}metaGroup", category="course")
    meta = etree.SubElement(group, f"{{{METADATA}}}meta", type="fingerprint")
    meta.text = str(row.mark)


class _Codes:
    """Codes of one unit: those of the translation bear the ids of the source's."""

    def __init__(self) -> None:
        self.data: dict[str, str] = {}
        self.known: dict[tuple[str, str, str], list[str]] = {}
        self.waiting: dict[tuple[str, str, str], list[str]] = {}
        self.count = 0

    def turn(self) -> None:
        """Go from the source to its translation."""
        self.waiting = {key: list(ids) for key, ids in self.known.items()}

    def fill(self, element: Any, pieces: tuple[Piece, ...]) -> None:
        """Put letters and codes into an element."""
        for one in pieces:
            if isinstance(one, Code):
                self._code(element, one)
            elif len(element):
                element[-1].tail = (element[-1].tail or "") + one
            else:
                element.text = (element.text or "") + one

    def _code(self, element: Any, code: Code) -> None:
        kind, below = TYPES[code.kind]
        tag = "pc" if code.end else "ph"
        made = _add(element, tag, id=self._id(code), type=kind)
        if below:
            made.set("subType", below)
        if tag == "ph":
            made.set("dataRef", self._ref(code.start))
            made.set("disp", code.start)
            return
        made.set("dataRefStart", self._ref(code.start))
        made.set("dataRefEnd", self._ref(code.end))
        made.set("dispStart", code.start)
        made.set("dispEnd", code.end)
        self.fill(made, code.inner)

    def _id(self, code: Code) -> str:
        key = code.kind, code.start, code.end
        if self.waiting.get(key):
            return self.waiting[key].pop(0)
        self.count += 1
        self.known.setdefault(key, []).append(str(self.count))
        return str(self.count)

    def _ref(self, letters: str) -> str:
        return self.data.setdefault(letters, f"d{len(self.data) + 1}")


def _add(parent: Any, tag: str, **attributes: str) -> Any:
    return etree.SubElement(parent, f"{{{XLIFF}}}{tag}", attributes)


def _text(segment: Any, tag: str) -> Any:
    text = _add(segment, tag)
    text.set(f"{XML}space", "preserve")
    return text


def _indent(element: Any, level: int = 1) -> None:
    """Put elements on lines of their own, but none that stands among letters."""
    if element.tag in MIXED or not len(element):
        return
    for child in element:
        _indent(child, level + 1)
        child.tail = "\n" + "  " * level
    element.text = "\n" + "  " * level
    element[-1].tail = "\n" + "  " * (level - 1)
