"""An arranged Site → its files: pages, their look, pictures, and a search."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from course.arrange.found import found
from course.arrange.outline import outline, sources_in
from course.arrange.pages import SOURCES, Page
from course.arrange.sheet import PhotoFigure, Section
from course.arrange.site import START, Site, address
from course.languages import bcp47
from course.write.body import Body, kind_of, side
from course.write.data import Style
from course.write.html import WEB, environment

# A page of fewer headings needs no list of them.
FEWEST_HEADS = 3
SEARCH = "search"
INDEX = "search-index.js"


@dataclass(frozen=True, slots=True)
class Twin:
    """The same site in another language: its tag, its own name, its folder."""

    lang: str
    name: str
    folder: str


def write(
    site: Site, twins: Sequence[Twin], templates: Path, style: Style
) -> dict[str, bytes]:
    """Give the files of a site, as seen from its folder."""
    return _Writer(site, twins, templates, style).files()


class _Writer:
    def __init__(
        self, site: Site, twins: Sequence[Twin], templates: Path, style: Style
    ) -> None:
        self.site = site
        self.twins = tuple(twins)
        self.templates = templates
        self.style = style
        self.pictures: dict[str, bytes] = {}
        every = {page.name: sources_in(page.sections) for page in site.pages}
        self.elsewhere = (address(SOURCES), frozenset(every.get(SOURCES, ())))

    def files(self) -> dict[str, bytes]:
        """Give all files; pictures are known once the pages are made."""
        look = environment(self.templates).get_template("site.css.j2")
        script = (self.templates / WEB / "search.js").read_text("utf-8")
        pages = {address(one.name): self._page(one) for one in self.site.pages}
        return {
            **pages,
            address(SEARCH): self._search(),
            "site.css": look.render(look=self.style).encode(),
            "search.js": script.encode(),
            INDEX: self._index(),
            **self.pictures,
        }

    def _page(self, page: Page) -> bytes:
        body = Body(
            self.templates,
            self.site.words,
            placed=self._placed,
            elsewhere=self.elsewhere,
        )
        first, *rest = body.write(page.sections)
        heads = [one for one in outline(page.sections) if one.level == 2]  # noqa: PLR2004
        before, after = self.site.beside(page)
        is_long = len(heads) >= FEWEST_HEADS and page.name != START
        return self._rendered(
            "site",
            page=page,
            first=first,
            rest=rest,
            heads=heads if is_long else (),
            before=before,
            after=after,
        )

    def _search(self) -> bytes:
        words = self.site.words
        page = Page(SEARCH, words.search, ())
        return self._rendered("search", page=page, index=INDEX)

    def _rendered(self, template: str, **data: Any) -> bytes:
        known = environment(self.templates).get_template(f"{template}.html.j2")
        page: str = known.render(
            site=self.site,
            words=self.site.words,
            lang=bcp47(self.site.lang),
            dir=side(self.site.lang),
            twins=self.twins,
            address=address,
            start=START,
            tag=bcp47,
            side=side,
            **data,
        )
        return page.encode()

    def _placed(self, picture: PhotoFigure) -> str:
        name = f"pictures/{sha256(picture.data).hexdigest()[:16]}.{kind_of(picture)}"
        self.pictures[name] = picture.data
        return name

    def _index(self) -> bytes:
        """Give what can be found, as a script: a page may not read another file."""
        pages = [[address(one.name), one.title] for one in self.site.pages]
        places = [
            [number, one.name, one.heading, *one.paragraphs]
            for number, page in enumerate(self.site.pages)
            for one in found(_searched(page))
        ]
        data = json.dumps([pages, places], ensure_ascii=False, separators=(",", ":"))
        return f'"use strict";\nconst found = {data};\n'.encode()


def _searched(page: Page) -> tuple[Section, ...]:
    """Leave out the sources below a handout: they have a page of their own."""
    named = page.name != SOURCES
    return tuple(one for one in page.sections if not (named and one.name == "sources"))
