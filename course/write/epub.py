"""An arranged Book → EPUB 3."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from course.arrange.ebook import COVER, Ebook, address
from course.arrange.outline import outline, sources_in
from course.arrange.pages import SOURCES, Page
from course.arrange.sheet import PhotoFigure
from course.languages import bcp47
from course.write.archive import pack
from course.write.body import Body, kind_of, side
from course.write.data import Style, as_data, with_languages
from course.write.html import environment
from course.write.typeset import as_json, as_pictures

MEDIA_TYPE = b"application/epub+zip"
# The format asks for a date; the same sources give the same bytes.
MODIFIED = "1980-01-01T00:00:00Z"
# The cover is a picture of 1600 by 2400 dots.
COVER_PAGE, COVER_PICTURE, COVER_DOTS = Path("paper", "cover.typ"), "cover.png", 339
CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the book: its name, its media type, what is special about it."""

    name: str
    kind: str
    properties: str = ""


def write(book: Ebook, templates: Path, style: Style) -> bytes:
    """Give the bytes of a book; they hold no date but a fixed one."""
    return _Writer(book, templates, style).write()


class _Writer:
    def __init__(self, book: Ebook, templates: Path, style: Style) -> None:
        self.book = book
        self.templates = templates
        self.style = style
        self.pictures: dict[str, tuple[Member, bytes]] = {}
        every = {page.name: sources_in(page.sections) for page in book.chapters}
        self.elsewhere = (address(SOURCES), frozenset(every.get(SOURCES, ())))

    def write(self) -> bytes:
        """Give the zip; its first member tells what it is."""
        chapters = {address(one.name): self._chapter(one) for one in self.book.chapters}
        nav = self._rendered("nav.xhtml", chapters=self.book.chapters, outline=outline)
        look = self._rendered("book.css", look=self.style)
        members = [
            Member("nav.xhtml", "application/xhtml+xml", "nav"),
            Member("book.css", "text/css"),
            Member(COVER_PICTURE, "image/png", "cover-image"),
            *(_member(name, text) for name, text in chapters.items()),
            *(member for member, _ in self.pictures.values()),
        ]
        texts = {"nav.xhtml": nav, "book.css": look, **chapters}
        data = {
            **{name: text.encode() for name, text in texts.items()},
            COVER_PICTURE: self._cover(),
            **{member.name: data for member, data in self.pictures.values()},
        }
        package = self._rendered(
            "package.opf",
            members=members,
            spine=[address(one.name) for one in self.book.chapters],
            identifier=_identifier(self.book, data),
            modified=MODIFIED,
        )
        files = {"package.opf": package.encode(), **data}
        return pack(
            [
                ("mimetype", MEDIA_TYPE),
                ("META-INF/container.xml", CONTAINER),
                *((f"book/{name}", content) for name, content in files.items()),
            ]
        )

    def _cover(self) -> bytes:
        drawn = as_json(with_languages(as_data(self.book.cover)))
        inputs = {"cover": drawn, "look": as_json(self.style)}
        return as_pictures(self.templates, COVER_PAGE, COVER_DOTS, **inputs)[0]

    def _chapter(self, page: Page) -> str:
        body = Body(
            self.templates,
            self.book.words,
            placed=self._placed,
            elsewhere=self.elsewhere,
            live=False,
        )
        sections = body.write(page.sections)
        return self._rendered(
            "chapter.xhtml", page=page, sections=sections, is_cover=page.name == COVER
        )

    def _rendered(self, template: str, **data: Any) -> str:
        known = environment(self.templates).get_template(f"{template}.j2")
        text: str = known.render(
            book=self.book,
            words=self.book.words,
            lang=bcp47(self.book.lang),
            dir=side(self.book.lang),
            address=address,
            tag=bcp47,
            side=side,
            **data,
        )
        return text

    def _placed(self, picture: PhotoFigure) -> str:
        kind = kind_of(picture)
        name = f"pictures/{sha256(picture.data).hexdigest()[:16]}.{kind}"
        self.pictures[name] = (Member(name, f"image/{kind}"), picture.data)
        return name


def _member(name: str, text: str) -> Member:
    drawn = "svg" if "<svg" in text else ""
    return Member(name, "application/xhtml+xml", drawn)


def _identifier(book: Ebook, data: Mapping[str, bytes]) -> str:
    """Give a name that another text would not have, so that readers take it as new."""
    digest = sha256(bcp47(book.lang).encode())
    for name, content in data.items():
        digest.update(name.encode() + content)
    return f"urn:uuid:{uuid5(NAMESPACE_OID, digest.hexdigest())}"
