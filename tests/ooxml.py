"""What must hold in a PowerPoint file, one small rule each; some hold in Word, too.

Validators know the schemas. These rules know what is beyond them: what hangs
together across parts, and what makes PowerPoint offer a repair. A rule yields a
sentence for each fault; `RULES` are all of them.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple, TypeAlias
from zipfile import BadZipFile, ZipFile

from lxml import etree

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
MAIN = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
# Language tags as Office takes them: en, en-GB, zh-Hans-CN, es-419.
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?")
PART_NAME = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-F]{2})+")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]+")
NO_NUMBER = re.compile(r"-?(nan|inf|infinity)|undefined|null|none", re.IGNORECASE)
SLIDE_IDS = range(256, 2_147_483_648)
MASTER_IDS = range(2_147_483_648, 4_294_967_296)
ONE_OF_EACH = {"slides": "slideLayout", "slideLayouts": "slideMaster"}
ON_A_NOTES_MASTER = {"hdr", "dt", "sldImg", "body", "ftr", "sldNum"}


class Rel(NamedTuple):
    """A relationship: its id and kind; a part's name, or an address outside."""

    id: str
    kind: str
    target: str
    outside: bool


class Package:
    """A file opened for the rules: members, parts as XML, relationships."""

    def __init__(self, data: bytes) -> None:
        self.archive = ZipFile(BytesIO(data))
        self.members = self.archive.namelist()
        self.there = frozenset(self.members)
        parts = (m for m in self.members if m != TYPES and not m.endswith(".rels"))
        self.parts = tuple(dict.fromkeys(parts))
        self.known: dict[str, Any] = {}

    def xml(self, name: str) -> Any:
        """Give a member, parsed."""
        if name not in self.known:
            self.known[name] = etree.fromstring(self.archive.read(name))
        return self.known[name]

    def find(self, path: str, start: str = "") -> Iterator[tuple[str, Any]]:
        """Find elements by XPath in all parts whose name begins with `start`."""
        for name in self.parts:
            if name.startswith(start) and name.endswith(".xml"):
                for one in self.xml(name).xpath(path, namespaces=NAMES):
                    yield name, one

    def rels(self, name: str) -> list[Rel]:
        """Give the relationships of a part; those of the package for ""."""
        folder, _, file = name.rpartition("/")
        member = posixpath.join(folder, "_rels", f"{file}.rels")
        if member not in self.there:
            return []
        return [_rel(one, folder) for one in self.xml(member)]

    @cached_property
    def reached(self) -> set[str]:
        """All parts to which relationships lead, from the package on."""
        found, ahead = {""}, [""]
        while ahead:
            for rel in self.rels(ahead.pop()):
                if not rel.outside and rel.target not in found:
                    found.add(rel.target)
                    ahead.append(rel.target)
        return found

    def types(self, kind: str, key: str) -> dict[str, str]:
        """Give content types: `Override` by PartName, `Default` by Extension."""
        rows = (one for one in self.xml(TYPES) if etree.QName(one).localname == kind)
        return {one.get(key): one.get("ContentType") for one in rows}


Rule: TypeAlias = Callable[[Package], Iterator[str]]


def faults(data: bytes) -> list[str]:
    """Give all that is wrong with a file, each with the name of its rule."""
    package = Package(data)
    return [f"{rule.__name__}: {said}" for rule in RULES for said in rule(package)]


# The package


def no_member_comes_twice(package: Package) -> Iterator[str]:
    """Some programs read the first of two, some the last."""
    names = Counter(name.lower() for name in package.members)
    yield from (name for name, count in names.items() if count > 1)


def names_of_parts_are_lawful(package: Package) -> Iterator[str]:
    """Names are those of an address: no spaces, no segment that ends in a dot."""
    for name in package.parts:
        for segment in name.split("/"):
            if not PART_NAME.fullmatch(segment) or segment.endswith("."):
                yield name


def each_part_has_its_type(package: Package) -> Iterator[str]:
    """A part that is neither listed nor of a known ending cannot be read."""
    listed = package.types("Override", "PartName")
    endings = package.types("Default", "Extension")
    for name in package.parts:
        if f"/{name}" not in listed and name.rpartition(".")[2] not in endings:
            yield name


def no_type_is_without_its_part(package: Package) -> Iterator[str]:
    """A type for a part that is not there makes PowerPoint offer a repair."""
    for name in package.types("Override", "PartName"):
        if name[1:] not in package.there:
            yield name


def no_part_is_an_orphan(package: Package) -> Iterator[str]:
    """What nothing leads to is dead weight, or the sign of a lost link."""
    yield from (name for name in package.parts if name not in package.reached)


def relationships_lead_to_parts(package: Package) -> Iterator[str]:
    """And no two of a part have one id."""
    for name in ("", *package.parts):
        rels = package.rels(name)
        if len({rel.id for rel in rels}) < len(rels):
            yield f"{name}: an id twice"
        for rel in rels:
            if not rel.outside and rel.target not in package.there:
                yield f"{name}: {rel.target}"


def relationships_that_are_named_are_there(package: Package) -> Iterator[str]:
    """Each `r:id` and `r:embed` is an id in the part's own list."""
    for name, value in package.find("//@r:id | //@r:embed | //@r:link | //@r:pict"):
        if value and value not in {rel.id for rel in package.rels(name)}:
            yield f"{name}: {value}"


def links_are_addresses(package: Package) -> Iterator[str]:
    """All else is written as `%20`, as PowerPoint does; some readers fail otherwise."""
    for name in package.parts:
        for rel in package.rels(name):
            if rel.outside and not ADDRESS.fullmatch(rel.target):
                yield f"{name}: {rel.target}"


# The presentation


def ids_of_slides_are_lawful(package: Package) -> Iterator[str]:
    """From 256 on and each once; those of masters and layouts from 2³¹ on."""
    slides = [int(one) for _, one in package.find("//p:sldId/@id", MAIN)]
    paths = "//p:sldMasterId/@id | //p:sldLayoutId/@id"
    masters = [int(one) for _, one in package.find(paths)]
    for ids, allowed in ((slides, SLIDE_IDS), (masters, MASTER_IDS)):
        yield from (f"{one} twice" for one in _twice(ids))
        yield from (f"{one} out of range" for one in ids if one not in allowed)


def each_slide_has_one_layout(package: Package) -> Iterator[str]:
    """And each layout one master, each master one theme."""
    wanted = {**ONE_OF_EACH, "slideMasters": "theme", "notesMasters": "theme"}
    for name in package.parts:
        kind = wanted.get(posixpath.basename(posixpath.dirname(name)))
        if kind and [rel.kind for rel in package.rels(name)].count(kind) != 1:
            yield name


def views_and_properties_are_there(package: Package) -> Iterator[str]:
    """PowerPoint writes both, and repairs some files that lack them."""
    kinds = {rel.kind for rel in package.rels(MAIN)}
    yield from sorted({"viewProps", "presProps"} - kinds)


def the_notes_master_is_registered(package: Package) -> Iterator[str]:
    """Without the list in the presentation, Keynote drops all notes."""
    listed = [one for _, one in package.find("//p:notesMasterId/@r:id", MAIN)]
    wanted = [rel.id for rel in package.rels(MAIN) if rel.kind == "notesMaster"]
    if listed != wanted:
        yield f"listed {listed}, there are {wanted}"


def the_notes_master_has_its_own_boxes_only(package: Package) -> Iterator[str]:
    """Boxes of another kind, or two of one, make PowerPoint offer a repair."""
    kinds = [kind for _, kind in package.find("//p:ph/@type", "ppt/notesMasters/")]
    yield from (f"two of {kind}" for kind in _twice(kinds))
    yield from sorted(set(kinds) - ON_A_NOTES_MASTER)


def slides_and_their_notes_know_each_other(package: Package) -> Iterator[str]:
    """A page of notes leads back to the one slide that leads to it."""
    for name in package.parts:
        for notes in _targets(package, name, "notesSlide"):
            if _targets(package, notes, "slide") != [name]:
                yield f"{name}: {notes}"


def sections_hold_each_slide_once(package: Package) -> Iterator[str]:
    """Where there are sections, PowerPoint moves a slide that is in none."""
    held = [one for _, one in package.find("//p14:section//p14:sldId/@id", MAIN)]
    slides = [one for _, one in package.find("/*/p:sldIdLst/p:sldId/@id", MAIN)]
    if held and held != slides:
        yield f"{held} instead of {slides}"


# Slides


def ids_of_shapes_are_unique(package: Package) -> Iterator[str]:
    """On each slide, layout, master and page of notes."""
    for name, tree in package.find("//p:spTree"):
        ids = tree.xpath(".//p:cNvPr/@id", namespaces=NAMES)
        yield from (f"{name}: {one}" for one in _twice(ids))


def shapes_for_text_have_a_text(package: Package) -> Iterator[str]:
    """A text box or a placeholder for text without a body is repaired away."""
    path = (
        "//p:sp[not(p:txBody)][p:nvSpPr/p:cNvSpPr/@txBox or p:nvSpPr/p:nvPr/p:ph"
        "[not(@type='sldImg' or @type='pic' or @type='tbl' or @type='chart')]]"
    )
    for name, shape in package.find(f"{path}/p:nvSpPr/p:cNvPr/@name"):
        yield f"{name}: {shape}"


def backgrounds_name_their_effects(package: Package) -> Iterator[str]:
    """A `bgPr` without `effectLst` makes PowerPoint offer a repair."""
    path = "//p:bgPr[not(a:effectLst or a:effectDag)]"
    yield from (name for name, _ in package.find(path))


def rows_have_a_cell_for_each_column(package: Package) -> Iterator[str]:
    """PowerPoint offers a repair for a row that is too short or too long."""
    for name, table in package.find("//a:tbl"):
        wanted = len(table.findall("a:tblGrid/a:gridCol", NAMES))
        counts = [len(row.findall("a:tc", NAMES)) for row in table.iter("{*}tr")]
        if counts.count(wanted) < len(counts):
            yield f"{name}: {counts}, not {wanted}"


def languages_are_tags(package: Package) -> Iterator[str]:
    """A malformed tag makes PowerPoint offer a repair."""
    for name, tag in package.find("//@lang | //@altLang | //c:lang/@val"):
        if not TAG.fullmatch(tag):
            yield f"{name}: {tag}"


def numbers_are_numbers(package: Package) -> Iterator[str]:
    """No “NaN”, “None” or “undefined” where a length, a place or a value belongs."""
    path = "//@x | //@y | //@cx | //@cy | //@w | //@h | //@sz | //@val | //c:v/text()"
    for name, value in package.find(path):
        if NO_NUMBER.fullmatch(value) and not _is_word(value):
            yield f"{name}: {value}"


# Charts


def charts_have_the_axes_they_name(package: Package) -> Iterator[str]:
    """A third `axId`, or one without its axis, makes PowerPoint offer a repair."""
    for name, plot in package.find("//c:plotArea"):
        there = plot.xpath("*[c:crossAx]/c:axId/@val", namespaces=NAMES)
        for chart in plot.xpath("*[c:ser]", namespaces=NAMES):
            named = chart.xpath("c:axId/@val", namespaces=NAMES)
            if sorted(named) != sorted(there):
                yield f"{name}: {named}, not {there}"


def charts_hold_no_more_points_than_they_count(package: Package) -> Iterator[str]:
    """More points than `ptCount`, or one beyond it, break other programs."""
    for name, cache in package.find("//c:strCache | //c:numCache"):
        count = int(cache.find("c:ptCount", NAMES).get("val"))
        places = [int(one.get("idx")) for one in cache.findall("c:pt", NAMES)]
        if places != list(range(count)):
            yield f"{name}: {places} of {count}"


def charts_say_what_their_workbooks_hold(package: Package) -> Iterator[str]:
    """Otherwise the chart changes, or is lost, when somebody edits its data."""
    for name, _ in package.find("/c:chartSpace"):
        for book in _targets(package, name, "package"):
            cells = _cells(package.archive.read(book))
            for _, data in package.find("//c:strRef | //c:numRef", name):
                said = [one.text for one in data.iter("{*}v")]
                where = data.find("c:f", NAMES).text
                if said != [cells.get(one) for one in _range(where)]:
                    yield f"{name}: {where}"


# What holds in every Office file.
IN_ALL: tuple[Rule, ...] = (
    no_member_comes_twice,
    names_of_parts_are_lawful,
    each_part_has_its_type,
    no_type_is_without_its_part,
    no_part_is_an_orphan,
    relationships_lead_to_parts,
    relationships_that_are_named_are_there,
    links_are_addresses,
    languages_are_tags,
    numbers_are_numbers,
    charts_have_the_axes_they_name,
    charts_hold_no_more_points_than_they_count,
    charts_say_what_their_workbooks_hold,
)
RULES: tuple[Rule, ...] = (
    *IN_ALL,
    ids_of_slides_are_lawful,
    each_slide_has_one_layout,
    views_and_properties_are_there,
    the_notes_master_is_registered,
    the_notes_master_has_its_own_boxes_only,
    slides_and_their_notes_know_each_other,
    sections_hold_each_slide_once,
    ids_of_shapes_are_unique,
    shapes_for_text_have_a_text,
    backgrounds_name_their_effects,
    rows_have_a_cell_for_each_column,
)


def _rel(row: Any, folder: str) -> Rel:
    outside = row.get("TargetMode") == "External"
    target = row.get("Target")
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target))[1:]
    return Rel(row.get("Id"), row.get("Type").rpartition("/")[2], target, outside)


def _targets(package: Package, name: str, kind: str) -> list[str]:
    return [rel.target for rel in package.rels(name) if rel.kind == kind]


def _twice(values: Iterable[Any]) -> list[Any]:
    return [one for one, count in Counter(values).items() if count > 1]


def _is_word(value: Any) -> bool:
    """Tell whether “none” stands where a word belongs: a label, or a tick mark."""
    if value.is_text:
        return bool(value.getparent().xpath("ancestor::c:strCache", namespaces=NAMES))
    return str(value) == "none"


def _range(where: str) -> list[str]:
    """Give the cells of a range in one column: `Data!$A$2:$A$8`."""
    column, first, last = re.fullmatch(
        r"Data!\$([A-Z])\$(\d+)(?::\$\1\$(\d+))?", where
    ).groups()  # type: ignore[union-attr]
    return [f"{column}{row}" for row in range(int(first), int(last or first) + 1)]


def _cells(book: bytes) -> dict[str, str]:
    """Give the cells of a workbook's first sheet; nothing if it cannot be read."""
    try:
        with ZipFile(BytesIO(book)) as archive:
            strings = etree.fromstring(archive.read("xl/sharedStrings.xml"))
            sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    except (BadZipFile, KeyError, etree.XMLSyntaxError):
        return {}
    words = [str(one.xpath("string()")) for one in strings]
    found = {}
    for cell in sheet.iter("{*}c"):
        value = cell.findtext("s:v", namespaces=NAMES) or ""
        found[cell.get("r", "")] = words[int(value)] if cell.get("t") == "s" else value
    return found
