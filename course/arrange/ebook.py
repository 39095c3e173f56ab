"""A course → the chapters of an e-book: all handouts, glossary, sources."""

from dataclasses import dataclass, replace

from course.arrange.appendix import appendix
from course.arrange.glossed import Glosses
from course.arrange.host import Host
from course.arrange.pages import (
    ABOUT,
    GLOSSARY,
    SOURCES,
    Page,
    appendix_pages,
    glossary_pages,
    handout_page,
)
from course.arrange.parts import letters, line
from course.arrange.sheet import Heading, Prose, Section
from course.arrange.voices import Voices
from course.labels import Labels
from course.model import Course
from course.wording import dotted

COVER = "cover"
# What stands at the end of a book, or needs a pen.
ELSEWHERE = ("sources", "notes")


def address(name: str) -> str:
    """Give the file of a chapter."""
    return f"{name}.xhtml"


@dataclass(frozen=True, slots=True)
class Cover:
    """What is drawn on the picture that a shelf of books shows."""

    lang: str
    kind: str
    title: str
    subtitle: str
    author: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ebook:
    """A book: its title page comes first among the chapters."""

    lang: str
    title: str
    author: str
    cover: Cover
    chapters: tuple[Page, ...]
    words: Labels


def ebook(course: Course, voices: Voices, host: Host | None = None) -> Ebook:
    """Give all handouts of a course in one language, or of a workshop.

    Their sources stand together at the end.
    """
    words = voices.wording.labels
    glosses = Glosses(course, address(GLOSSARY))
    back = {one.name: one for one in appendix(course, voices).sections}
    chapters = (
        _cover(course, voices),
        *(_chapter(handout_page(course, one, voices)) for one in course.modules),
        *glossary_pages(course, voices),
        *appendix_pages(SOURCES, words.references, back, "sources"),
        *appendix_pages(ABOUT, words.about, back, "imprint"),
    )
    title = voices.named(course.text.title)
    return Ebook(
        voices.lang,
        dotted(title, words.handout),
        voices.named(course.text.publisher),
        _picture(course, voices, host),
        tuple(replace(one, sections=glosses.linked(one.sections)) for one in chapters),
        words,
    )


def _picture(course: Course, voices: Voices, host: Host | None) -> Cover:
    """Give the cover: of the course, or of the workshop and who invites to it."""
    text = course.text
    title = voices.named(text.title)
    subtitle = voices.named(text.subtitle) if text.subtitle else ""
    return Cover(
        lang=voices.lang,
        kind=voices.wording.labels.handout,
        title=host.title if host else title,
        subtitle=title if host else subtitle,
        author=(host.institute if host else "") or voices.named(text.publisher),
        lines=(host.dates, host.venue) if host else (voices.named(text.edition),),
    )


def _chapter(page: Page) -> Page:
    own = tuple(one for one in page.sections if one.name not in ELSEWHERE)
    return replace(page, sections=own)


def _cover(course: Course, voices: Voices) -> Page:
    text = course.text
    piece = voices.settle(text.title, text.subtitle, text.publisher, text.edition)
    title, subtitle, publisher, edition = piece.parts
    wording = piece.wording
    parts = (
        Heading(line(title, wording), 1),
        *((Prose(line(subtitle, wording)),) if subtitle else ()),
        Prose(letters(wording.labels.handout)),
        Prose(letters(dotted(publisher.plain, edition.plain)), small=True),
    )
    section = Section("title", piece.lang, parts, piece.mark)
    return Page(COVER, voices.named(text.title), (section,))
