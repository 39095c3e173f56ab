"""A deck as a package: python-pptx holds the template and its parts.

Slides, notes and charts are added as finished bytes. python-pptx's own calls walk
the whole package for each new part, which makes a deck of 2,000 slides take minutes;
this way the time grows with the number of slides only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from typing import Any

from course.arrange.deck import BarChart, Deck, Grid, Photo, Slide
from course.arrange.look import Look
from course.languages import bcp47
from course.write.archive import pack
from course.write.pptx.chart import chart_xml, workbook
from course.write.pptx.slide import Foot, notes_xml, slide_xml
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
FIRST_SLIDE_ID = 256
PNG = b"\x89PNG"


@dataclass(frozen=True, slots=True)
class Template:
    """A PowerPoint file, what arranging knows of it, and the XML of a chart."""

    data: bytes = field(repr=False)
    look: Look
    chart: str = field(repr=False)


def write(deck: Deck, template: Template) -> bytes:
    """Give the bytes of a PowerPoint file made from a template."""
    return _Package(template).with_deck(deck)


class _Package:
    """The template's package, and the parts that a deck adds to it."""

    def __init__(self, template: Template) -> None:
        from pptx import Presentation
        from pptx.opc.package import Part
        from pptx.opc.packuri import PackURI

        self.deck: Any = Presentation(BytesIO(template.data))
        self.part: Any = self.deck.part
        self.package: Any = self.part.package
        self.look = template.look
        self.chart = template.chart
        self.layouts = {one.name: one for one in self.deck.slide_layouts}
        self.feet = {name: _foot(one) for name, one in self.layouts.items()}
        self.parts: list[Any] = list(self.package.iter_parts())
        self.pictures: dict[bytes, Any] = {}
        self.charts = 0
        self.new: Any = lambda name, kind, data: Part(
            PackURI(name), kind, self.package, data
        )
        self.table_style = _table_style(self.parts)

    def with_deck(self, deck: Deck) -> bytes:
        """Add a deck's slides and give the package's bytes."""
        notes_master = self.part.notes_master_part
        indices = _notes_indices(notes_master)
        slides = self.part._element.get_or_add_sldIdLst()
        for number, slide in enumerate(deck.slides, 1):
            part = self._slide(slide, deck, number)
            if slide.notes:
                self._notes(slide, part, notes_master, indices, number)
            rel_id = self._relate_slide(part, number)
            entry = slides._add_sldId(rId=rel_id, id=FIRST_SLIDE_ID + number - 1)
            assert entry is not None
        self._properties(deck)
        return pack(self._members())

    def _slide(self, slide: Slide, deck: Deck, number: int) -> Any:
        layout = self.look.layouts[slide.layout]
        xml, links = slide_xml(
            slide,
            layout,
            self.feet[slide.layout],
            deck.footer,
            number,
            self.table_style,
        )
        part = self._add(f"/ppt/slides/slide{number}.xml", f"{PML}.slide+xml", xml)
        self._relate(part, "rId1", "slideLayout", self.layouts[slide.layout].part)
        match slide.figure:
            case BarChart() as chart:
                self._relate(part, "rId3", "chart", self._chart(chart, slide.lang))
            case Photo() as photo:
                self._relate(part, "rId3", "image", self._picture(photo))
            case Grid() | None:
                pass
        self._relate_links(part, links)
        return part

    def _notes(
        self,
        slide: Slide,
        part: Any,
        master: Any,
        indices: tuple[int, int],
        number: int,
    ) -> None:
        xml, links = notes_xml(slide, *indices)
        name = f"/ppt/notesSlides/notesSlide{number}.xml"
        notes = self._add(name, f"{PML}.notesSlide+xml", xml)
        self._relate(notes, "rId1", "notesMaster", master)
        self._relate(notes, "rId2", "slide", part)
        self._relate_links(notes, links)
        self._relate(part, "rId2", "notesSlide", notes)

    def _chart(self, chart: BarChart, lang: str) -> Any:
        self.charts += 1
        n = self.charts
        xml = chart_xml(chart, lang, self.chart)
        part = self._add(f"/ppt/charts/chart{n}.xml", CHART_TYPE, xml)
        book = self._add(f"/ppt/embeddings/data{n}.xlsx", BOOK_TYPE, workbook(chart))
        self._relate(part, "rId1", "package", book)
        return part

    def _picture(self, photo: Photo) -> Any:
        if photo.data not in self.pictures:
            kind = "png" if photo.data.startswith(PNG) else "jpeg"
            name = f"/ppt/media/picture{len(self.pictures) + 1}.{kind}"
            self.pictures[photo.data] = self._add(name, f"image/{kind}", photo.data)
        return self.pictures[photo.data]

    def _properties(self, deck: Deck) -> None:
        xml = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/'
            '2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            f"><dc:title>{escape(deck.title)}</dc:title>"
            f"<dc:subject>{escape(deck.subject)}</dc:subject>"
            f"<dc:creator>{escape(deck.author)}</dc:creator>"
            f"<dc:language>{bcp47(deck.lang)}</dc:language></cp:coreProperties>"
        )
        part = self._add("/docProps/core.xml", CORE_TYPE, xml.encode())
        self.package.relate_to(part, CORE_REL)

    def _add(self, name: str, kind: str, data: bytes) -> Any:
        part = self.new(name, kind, data)
        self.parts.append(part)
        return part

    def _relate(self, source: Any, rel_id: str, kind: str, target: Any) -> None:
        _relation(source, rel_id, f"{OFFICE}/{kind}", target, external=False)

    def _relate_links(self, source: Any, links: Links) -> None:
        for target in links.targets:
            kind = f"{OFFICE}/hyperlink"
            _relation(source, links.id_of(target), kind, target, external=True)

    def _relate_slide(self, part: Any, number: int) -> str:
        rel_id = f"rIdSlide{number}"
        self._relate(self.part, rel_id, "slide", part)
        return rel_id

    def _members(self) -> Iterator[tuple[str, bytes]]:
        """Give the members of the zip file in the order that Office writes them."""
        from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
        from pptx.opc.serialized import _ContentTypesItem

        types = _ContentTypesItem.xml_for(self.parts)
        yield CONTENT_TYPES_URI.membername, _xml_bytes(types)
        yield PACKAGE_URI.rels_uri.membername, self.package._rels.xml
        for part in self.parts:
            yield part.partname.membername, part.blob
            if part._rels:
                yield part.partname.rels_uri.membername, part._rels.xml


def _relation(
    source: Any, rel_id: str, kind: str, target: Any, *, external: bool
) -> None:
    """Add a relationship without python-pptx's search through all there are."""
    from pptx.opc.constants import RELATIONSHIP_TARGET_MODE
    from pptx.opc.package import _Relationship

    mode = (
        RELATIONSHIP_TARGET_MODE.EXTERNAL
        if external
        else RELATIONSHIP_TARGET_MODE.INTERNAL
    )
    base = source.partname.baseURI
    rels = source._rels
    rels._rels[rel_id] = _Relationship(base, rel_id, kind, mode, target)


def _xml_bytes(element: Any) -> bytes:
    from pptx.opc.oxml import serialize_part_xml

    return bytes(serialize_part_xml(element))


def _foot(layout: Any) -> Foot:
    found = {
        holder.element.ph.get("type"): holder.placeholder_format.idx
        for holder in layout.placeholders
    }
    return Foot(found.get("ftr"), found.get("sldNum"))


def _notes_indices(master: Any) -> tuple[int, int]:
    """Give the indices of the notes' text and of the slide's picture."""
    found = {
        holder.element.ph.get("type"): holder.placeholder_format.idx
        for holder in master.notes_master.placeholders
    }
    return found["body"], found["sldImg"]


def _table_style(parts: list[Any]) -> str:
    """Give the id of the template's own table style."""
    from lxml import etree

    for part in parts:
        if str(part.partname) == "/ppt/tableStyles.xml":
            return str(etree.fromstring(part.blob).get("def"))
    raise AssertionError("a template without table styles")
