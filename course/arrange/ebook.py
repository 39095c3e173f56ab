"""A course → the chapters of an e-book: all handouts, glossary, sources."""

from dataclasses import dataclass, replace

from course.arrange.appendix import appendix
from course.arrange.glossed import Glosses
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
class Ebook:
    """A book: its cover comes first among the chapters."""

    lang: str
    title: str
    author: str
    chapters: tuple[Page, ...]
    words: Labels


def ebook(course: Course, voices: Voices) -> Ebook:
    """Give all handouts of a course in one language.

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
        tuple(replace(one, sections=glosses.linked(one.sections)) for one in chapters),
        words,
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
