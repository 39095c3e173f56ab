"""The rules of XLIFF 2.1's core, and of its metadata module, as far as we use them.

Written after the OASIS standard's schema and constraints: elements, their order and
attributes, ids that are unique and references that lead somewhere.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

CORE = "urn:oasis:names:tc:xliff:document:2.0"
META = "urn:oasis:names:tc:xliff:metadata:2.0"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NMTOKEN = re.compile(r"[\w.:-]+")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
STATES = ("initial", "translated", "reviewed", "final")
TYPES = ("fmt", "ui", "quote", "link", "image", "other")
INLINE = {"ph", "pc", "sc", "ec", "mrk", "sm", "em", "cp"}
# Attributes: those that must be there are marked.
ATTRIBUTES = {
    "xliff": {"version!", "srcLang!", "trgLang", SPACE},
    "file": {"id!", "original", "canResegment", "translate", SPACE},
    "unit": {"id!", "name", "canResegment", "translate", "type", SPACE},
    "notes": set(),
    "note": {"id", "appliesTo", "category", "priority"},
    "originalData": set(),
    "data": {"id!", "dir", SPACE},
    "segment": {"id", "state", "subState", "canResegment"},
    "source": {SPACE},
    "target": {SPACE, "order"},
    "ph": {"id!", "dataRef", "disp", "equiv", "type", "subType", "canDelete"},
    "pc": {
        *("id!", "dataRefStart", "dataRefEnd", "dispStart", "dispEnd"),
        *("equivStart", "equivEnd", "type", "subType", "canDelete"),
    },
    "metadata": set(),
    "metaGroup": {"category", "appliesTo", "id"},
    "meta": {"type!"},
}
# What stands in an element: a pattern of the names of its children.
CONTENT = {
    "xliff": r"(file )+",
    "file": r"(notes )?(unit )+",
    "unit": r"(metadata )?(notes )?(originalData )?(segment )+",
    "notes": r"(note )+",
    "originalData": r"(data )+",
    "segment": r"source (target )?",
    "source": r"((ph|pc) )*",
    "target": r"((ph|pc) )*",
    "pc": r"((ph|pc) )*",
    "metadata": r"(metaGroup )+",
    "metaGroup": r"(meta )+",
}
MIXED = {"source", "target", "pc", "note", "data", "meta"}


def faults(data: bytes) -> list[str]:
    """Give all that breaks the rules."""
    root = etree.fromstring(data)
    return [*_of(root), *_root(root), *_ids(root), *_units(root)]


def _of(element: Any) -> Iterator[str]:
    name = etree.QName(element)
    here = f"line {element.sourceline}, {name.localname}"
    meta = name.localname in ("metadata", "metaGroup", "meta")
    if name.namespace != (META if meta else CORE):
        yield f"{here}: of another namespace"
        return
    allowed = ATTRIBUTES[name.localname]
    for key in element.attrib:
        if not {key, f"{key}!"} & allowed:
            yield f"{here}: has no attribute {key}"
    for key in allowed:
        if key.endswith("!") and key[:-1] not in element.attrib:
            yield f"{here}: lacks {key}"
    inside = "".join(f"{etree.QName(child).localname} " for child in element)
    if not re.fullmatch(CONTENT.get(name.localname, ""), inside):
        yield f"{here}: holds {inside}"
    if name.localname not in MIXED:
        loose = [element.text, *(child.tail for child in element)]
        if any(one and one.strip() for one in loose):
            yield f"{here}: has letters of its own"
    for child in element:
        yield from _of(child)


def _root(root: Any) -> Iterator[str]:
    if root.get("version") != "2.1":
        yield "no version 2.1"
    for key in ("srcLang", "trgLang"):
        if not LANGUAGE.fullmatch(root.get(key, "")):
            yield f"{key} is no language tag"
    if root.find(".//{*}target") is not None and not root.get("trgLang"):
        yield "targets without trgLang"


def _ids(root: Any) -> Iterator[str]:
    """Find ids that are no tokens, or stand twice where they must not."""
    for element in root.iter():
        if "id" in element.attrib and not NMTOKEN.fullmatch(element.get("id")):
            yield f"line {element.sourceline}: id is no NMTOKEN"
    files = root.findall("{*}file")
    groups = [files, *(file.findall(".//{*}unit") for file in files)]
    for unit in root.iter("{*}unit"):
        groups.append(unit.findall("{*}notes/{*}note"))
        groups.append(unit.findall("{*}originalData/{*}data"))
        sources = unit.findall("{*}segment/{*}source//*[@id]")
        groups.append([*unit.findall("{*}segment[@id]"), *sources])
        groups.append(unit.findall("{*}segment/{*}target//*[@id]"))
    for group in groups:
        ids = [one.get("id") for one in group]
        yield from (f"id stands twice: {one}" for one in ids if ids.count(one) > 1)


def _units(root: Any) -> Iterator[str]:
    for unit in root.iter("{*}unit"):
        here = unit.get("id")
        data = {one.get("id") for one in unit.iterfind("{*}originalData/{*}data")}
        codes = unit.findall("{*}segment//*[@id]")
        for code in codes:
            refs = (code.get(key) for key in code.attrib if key.startswith("dataRef"))
            yield from (f"{here}: no data {one}" for one in refs if one not in data)
            if "type" in code.attrib and code.get("type") not in TYPES:
                yield f"{here}: type {code.get('type')}"
            if "subType" in code.attrib and "type" not in code.attrib:
                yield f"{here}: a subType without a type"
            if not re.fullmatch(r"[^\s:]+:[^\s:]+", code.get("subType", "a:b")):
                yield f"{here}: subType {code.get('subType')}"
        for segment in unit.iterfind("{*}segment"):
            state = segment.get("state")
            if state not in STATES:
                yield f"{here}: state {state}"
            if "subState" in segment.attrib and not state:
                yield f"{here}: a subState without a state"
            if state != "initial" and segment.find("{*}target") is None:
                yield f"{here}: {state} without a target"
        yield from _pairs(unit)


def _pairs(unit: Any) -> Iterator[str]:
    """Find codes of one id that are not the same code in source and target."""
    source = {c.get("id"): c for c in unit.iterfind("{*}segment/{*}source//*[@id]")}
    for code in unit.iterfind("{*}segment/{*}target//*[@id]"):
        other = source.get(code.get("id"))
        if other is not None and (code.tag, *_refs(code)) != (other.tag, *_refs(other)):
            yield f"{unit.get('id')}: code {code.get('id')} is another in the target"


def _refs(code: Any) -> tuple[str | None, ...]:
    return tuple(code.get(key) for key in ("dataRef", "dataRefStart", "dataRefEnd"))
