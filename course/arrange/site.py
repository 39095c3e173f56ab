"""A course → the pages of a small web site for learners."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from course.arrange.activities import activities
from course.arrange.appendix import appendix
from course.arrange.glossed import Glosses
from course.arrange.outline import as_page
from course.arrange.pages import (
    ABOUT,
    GLOSSARY,
    SOURCES,
    Page,
    appendix_pages,
    glossary_pages,
    handout_page,
    without_imprint,
)
from course.arrange.parts import letters, line
from course.arrange.sheet import Heading, Line, Part, Point, Points, Prose, Section
from course.arrange.voices import Voices
from course.labels import Labels
from course.model import Course, Module
from course.text import Cite, Span
from course.wording import dotted

START, ACTIVITIES, TAUGHT = "index", "activities", "taught"


def address(name: str) -> str:
    """Give the file of a page."""
    return f"{name}.html"


@dataclass(frozen=True, slots=True)
class Site:
    """All pages, in the order in which one reads them."""

    lang: str
    title: str
    author: str
    pages: tuple[Page, ...]
    words: Labels

    def beside(self, page: Page) -> tuple[Page | None, Page | None]:
        """Give the page before and the page after."""
        around = (None, *self.pages, None)
        at = around.index(page)
        return around[at - 1], around[at + 1]


def site(course: Course, voices: Voices) -> Site:
    """Give the pages of a course in one language."""
    words = voices.wording.labels
    glosses = Glosses(course, address(GLOSSARY))
    back = {one.name: one for one in appendix(course, voices).sections}
    pages = (
        _start(course, voices),
        *(page for one in course.modules for page in _module(course, one, voices)),
        *glossary_pages(course, voices),
        *appendix_pages(SOURCES, words.references, back, "sources"),
        *appendix_pages(TAUGHT, words.taught, back, "taught", "recommended"),
        *appendix_pages(ABOUT, words.about, back, "imprint"),
    )
    return Site(
        voices.lang,
        voices.named(course.text.title),
        voices.named(course.text.publisher),
        tuple(replace(one, sections=glosses.linked(one.sections)) for one in pages),
        voices.wording.labels,
    )


def activities_of(module: Module) -> str:
    """Give the name of the page with a module's activities."""
    return f"{module.name}-{ACTIVITIES}"


def _start(course: Course, voices: Voices) -> Page:
    """Give the first page: modules, how long they take, what one can do at the end."""
    piece = voices.settle(course.text.title, course.text.subtitle)
    title, subtitle = piece.parts
    head: list[Part] = [Heading(line(title, piece.wording), 1)]
    if subtitle:
        head.append(Prose(line(subtitle, piece.wording)))
    sections = (
        Section("title", piece.lang, tuple(head), piece.mark),
        *(_offer(course, one, voices) for one in course.modules),
    )
    return Page(START, voices.wording.labels.start, sections)


def _offer(course: Course, module: Module, voices: Voices) -> Section:
    text = module.text
    piece = voices.settle(text.title, text.objectives)
    title, objectives = piece.parts
    wording, words = piece.wording, piece.wording.labels
    paragraphs = wording.cite(Cite(course.paragraphs(text.section)))
    number = words.module.format(number=module.number)
    facts = dotted(number, wording.minutes(text.minutes), paragraphs)
    aims = tuple(Point(line(one.text, wording)) for one in objectives)
    linked = _linked(title.plain, module.name)
    ways = [linked_word(words.handout, module.name)]
    if _played(module):
        ways.append(linked_word(words.activities, activities_of(module)))
    between = Span("  ·  ")
    last = tuple(span for way in ways for span in (between, way))[1:]
    parts: tuple[Part, ...] = (
        Heading(linked, 2),
        Prose(letters(facts), small=True),
        Prose(letters(words.aims)),
        Points(aims),
        Prose(Line(last)),
    )
    return Section(module.name, piece.lang, parts, piece.mark)


def linked_word(text: str, page: str) -> Span:
    """Give letters that lead to a page."""
    return Span(text, link=address(page))


def _linked(text: str, page: str) -> Line:
    return Line((linked_word(text, page),))


def _played(module: Module) -> bool:
    return any(topic.do for topic in module.text.topics)


def _module(course: Course, module: Module, voices: Voices) -> Iterator[Page]:
    """Give a module's handout, and its activities."""
    yield handout_page(course, module, voices)
    if _played(module):
        sheet = activities(course, module, voices, answers=False)
        words = voices.wording.labels
        sections = without_imprint(as_page(sheet).sections)
        number = words.module.format(number=module.number)
        name = activities_of(module)
        yield Page(name, words.activities, sections, number, is_under=True)
