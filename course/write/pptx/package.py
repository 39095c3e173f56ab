"""A deck as a package: python-pptx holds the template and its parts.

Slides, notes and charts are added as finished bytes. python-pptx's own calls walk
the whole package for each new part, which makes a deck of 2,000 slides take minutes;
this way the time grows with the number of slides only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from itertools import groupby
from typing import Any

from course.arrange.deck import Chart, Deck, Grid, Photo, Slide
from course.arrange.look import Look
from course.languages import bcp47
from course.write.archive import pack
from course.write.data import as_address, as_property
from course.write.pptx.chart import chart_xml, workbook
from course.write.pptx.slide import (
    FIGURE,
    HEAD,
    LAYOUT,
    NOTES,
    Around,
    notes_xml,
    slide_xml,
)
from course.write.pptx.text import Links

PML = "application/vnd.openxmlformats-officedocument.presentationml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_REL = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
    "core-properties"
)
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
FIRST_SLIDE_ID = 256
# PowerPoint wants an id for each section; its number will do.
SECTION_ID = "{{5EC71011-0000-4000-8000-{:012X}}}"
SECTIONS = (
    '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{}'
    "</p14:sectionLst></p:ext></p:extLst>"
)
PNG = b"\x89PNG"


@dataclass(frozen=True, slots=True)
class Template:
    """A PowerPoint file, what arranging knows of it, and the XML of charts, by kind."""

    data: bytes = field(repr=False)
    look: Look
    charts: Mapping[str, str] = field(repr=False)


def write(deck: Deck, template: Template) -> bytes:
    """Give the bytes of a PowerPoint file made from a template."""
    return _Package(template).with_deck(deck)


class _Package:
    """The template's package, and the parts that a deck adds to it."""

    def __init__(self, template: Template) -> None:
        from pptx import Presentation

        deck: Any = Presentation(BytesIO(template.data))
        self.part: Any = deck.part
        self.package: Any = self.part.package
        self.notes_master: Any = self.part.notes_master_part
        self.look = template.look
        self.chart_templates = template.charts
        self.parts: list[Any] = list(self.package.iter_parts())
        self.rels: dict[str, bytes] = {}
        self.pictures: dict[bytes, str] = {}
        self.charts = 0
        self.table_style = _table_style(self.parts)

    def with_deck(self, deck: Deck) -> bytes:
        """Add a deck's slides and give the package's bytes."""
        indices = _notes_indices(self.notes_master)
        numbers = {slide.name: n for n, slide in enumerate(deck.slides, 1)}
        around = Around(deck.footer, self.table_style, numbers, deck.lang)
        slides = self.part._element.get_or_add_sldIdLst()
        for number, slide in enumerate(deck.slides, 1):
            part = self._slide(slide, number, indices, around)
            slides._add_sldId(rId=f"rIdSlide{number}", id=FIRST_SLIDE_ID + number - 1)
            _relate(self.part, f"rIdSlide{number}", f"{OFFICE}/slide", part)
        self._sections(deck)
        self._properties(deck)
        return pack(self._members())

    def _slide(
        self, slide: Slide, number: int, indices: tuple[int, int], around: Around
    ) -> Any:
        layout = self.look.layouts[slide.layout]
        xml, links = slide_xml(slide, layout, number, around)
        rels = Rels()
        rels.add(LAYOUT, "slideLayout", layout.part)
        name = f"/ppt/slides/slide{number}.xml"
        if slide.notes:
            rels.add(NOTES, "notesSlide", self._notes(slide, name, indices, number))
        match slide.figure:
            case Photo() as photo:
                rels.add(FIGURE, "image", self._picture(photo))
            case Grid() | None:
                pass
            case chart:
                room = layout.boxes["Chart"].width
                rels.add(FIGURE, "chart", self._chart(chart, room, slide.lang))
        rels.add_links(links)
        return self._add(name, f"{PML}.slide+xml", xml, rels)

    def _notes(
        self, slide: Slide, slide_name: str, indices: tuple[int, int], number: int
    ) -> str:
        xml, links = notes_xml(slide, *indices)
        rels = Rels()
        rels.add("rId1", "notesMaster", self.notes_master.partname)
        rels.add("rId2", "slide", slide_name)
        rels.add_links(links)
        name = f"/ppt/notesSlides/notesSlide{number}.xml"
        self._add(name, f"{PML}.notesSlide+xml", xml, rels)
        return name

    def _chart(self, chart: Chart, room: float, lang: str) -> str:
        self.charts += 1
        book = f"/ppt/embeddings/data{self.charts}.xlsx"
        self._add(book, BOOK_TYPE, workbook(chart))
        rels = Rels()
        rels.add("rId1", "package", book)
        name = f"/ppt/charts/chart{self.charts}.xml"
        xml = chart_xml(chart, room, lang, self.chart_templates)
        self._add(name, CHART_TYPE, xml, rels)
        return name

    def _picture(self, photo: Photo) -> str:
        if photo.data not in self.pictures:
            kind = "png" if photo.data.startswith(PNG) else "jpeg"
            name = f"/ppt/media/picture{len(self.pictures) + 1}.{kind}"
            self._add(name, f"image/{kind}", photo.data)
            self.pictures[photo.data] = name
        return self.pictures[photo.data]

    def _sections(self, deck: Deck) -> None:
        """Part the deck in sections, which PowerPoint shows in its sorter."""
        from pptx.oxml import parse_xml

        ids = enumerate(deck.slides, FIRST_SLIDE_ID)
        parted = groupby(ids, key=lambda numbered: numbered[1].section)
        sections = "".join(
            _section(number, name, [slide_id for slide_id, _ in slides])
            for number, (name, slides) in enumerate(parted, 1)
            if name
        )
        if sections:
            self.part._element.append(parse_xml(SECTIONS.format(sections)))

    def _properties(self, deck: Deck) -> None:
        xml = (
            f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/'
            'package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(as_property(deck.title))}</dc:title>"
            f"<dc:subject>{escape(as_property(deck.subject))}</dc:subject>"
            f"<dc:creator>{escape(as_property(deck.author))}</dc:creator>"
            f"<dc:language>{bcp47(deck.lang)}</dc:language></cp:coreProperties>"
        )
        part = self._add("/docProps/core.xml", CORE_TYPE, xml.encode())
        self.package.relate_to(part, CORE_REL)

    def _add(
        self, name: str, kind: str, data: bytes, rels: "Rels | None" = None
    ) -> Any:
        """Add a part; its relationships are kept here, as finished XML."""
        from pptx.opc.package import Part
        from pptx.opc.packuri import PackURI

        part = Part(PackURI(name), kind, self.package, data)
        self.parts.append(part)
        if rels and rels.rows:
            self.rels[name] = rels.xml
        return part

    def _members(self) -> Iterator[tuple[str, bytes]]:
        """Give the members of the zip file in the order that Office writes them."""
        from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
        from pptx.opc.serialized import _ContentTypesItem

        types = _ContentTypesItem.xml_for(self.parts)
        yield CONTENT_TYPES_URI.membername, _xml_bytes(types)
        yield PACKAGE_URI.rels_uri.membername, self.package._rels.xml
        for part in self.parts:
            yield part.partname.membername, part.blob
            if part.partname in self.rels:
                yield part.partname.rels_uri.membername, self.rels[part.partname]
            elif part._rels:
                yield part.partname.rels_uri.membername, part._rels.xml


class Rels:
    """The relationships of a part in a folder below `/ppt`."""

    def __init__(self) -> None:
        self.rows: list[str] = []

    def add(self, rel_id: str, kind: str, target: str) -> None:
        """Add a relationship to another part below `/ppt`."""
        path = "../" + target.removeprefix("/ppt/")
        self._add(rel_id, kind, f'Target="{path}"')

    def add_links(self, links: Links) -> None:
        """Add the addresses and slides that a slide leads to."""
        for rel_id, target, number in links.rows():
            if number:
                self._add(rel_id, "slide", f'Target="slide{number}.xml"')
            else:
                where = f'Target="{escape(as_address(target))}" TargetMode="External"'
                self._add(rel_id, "hyperlink", where)

    @property
    def xml(self) -> bytes:
        """The relationships' XML."""
        rows = "".join(self.rows)
        return f'{HEAD}<Relationships xmlns="{RELS}">{rows}</Relationships>'.encode()

    def _add(self, rel_id: str, kind: str, where: str) -> None:
        self.rows.append(
            f'<Relationship Id="{rel_id}" Type="{OFFICE}/{kind}" {where}/>'
        )


def _section(number: int, name: str, slides: list[int]) -> str:
    ids = "".join(f'<p14:sldId id="{one}"/>' for one in slides)
    return (
        f'<p14:section name="{escape(name)}" id="{SECTION_ID.format(number)}">'
        f"<p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>"
    )


def _relate(source: Any, rel_id: str, kind: str, target: Any) -> None:
    """Add a relationship without python-pptx's search through all there are."""
    from pptx.opc.constants import RELATIONSHIP_TARGET_MODE
    from pptx.opc.package import _Relationship

    source._rels._rels[rel_id] = _Relationship(
        source.partname.baseURI, rel_id, kind, RELATIONSHIP_TARGET_MODE.INTERNAL, target
    )


def _xml_bytes(element: Any) -> bytes:
    from pptx.opc.oxml import serialize_part_xml

    return bytes(serialize_part_xml(element))


def _notes_indices(master: Any) -> tuple[int, int]:
    """Give the indices of the notes' text and of the slide's picture."""
    found = {
        holder.element.ph.get("type"): holder.placeholder_format.idx
        for holder in master.notes_master.placeholders
    }
    return found["body"], found["sldImg"]


def _table_style(parts: list[Any]) -> str:
    """Give the id of the template's own table style."""
    from pptx.oxml import parse_xml

    for part in parts:
        if str(part.partname) == "/ppt/tableStyles.xml":
            return str(parse_xml(part.blob).get("def"))
    raise AssertionError("a template without table styles")
