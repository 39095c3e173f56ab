"""All papers of a course as chapters of one book."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from course.arrange.activities import activities
from course.arrange.appendix import appendix
from course.arrange.book.guide import guide
from course.arrange.book.index import index
from course.arrange.book.page import page
from course.arrange.book.plan import plan, without_lines
from course.arrange.book.programme import programme
from course.arrange.evaluation import forms
from course.arrange.handout import handout
from course.arrange.host import Host
from course.arrange.parts import letters
from course.arrange.sheet import Heading, Index, Prose, Section, Sheet
from course.arrange.voices import Voices
from course.labels import Labels
from course.model import Course, Form, Module

# What is asked three and six months later is there once for each time.
LATER = 2


@dataclass(frozen=True, slots=True)
class Chapter:
    """A paper in a book; a place in it is named by both: `united-nations/upr`."""

    name: str
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Book:
    """Papers bound as chapters; each begins on a right-hand page.

    `guide` stands opposite the first one: how to use the book.
    """

    lang: str
    title: str
    subtitle: str
    kind: str
    author: str
    lines: tuple[str, ...]
    guide: Sheet
    chapters: tuple[Chapter, ...]
    words: Labels = field(default=Labels(), repr=False)


def workbook(course: Course, voices: Voices, host: Host | None = None) -> Book:
    """Give the workbook of a course; or of a workshop, with its programme."""
    text, words = course.text, voices.wording.labels
    chapters = tuple(_chapters(course, voices, host))
    subtitle = voices.named(text.subtitle) if text.subtitle else ""
    return Book(
        lang=voices.lang,
        title=host.title if host else voices.named(text.title),
        subtitle=voices.named(text.title) if host else subtitle,
        kind=words.workbook,
        author=(host.institute if host else "") or voices.named(text.publisher),
        lines=(host.dates, host.venue) if host else (),
        guide=guide(course, voices),
        chapters=(*chapters, *_index(course, voices, chapters)),
        words=words,
    )


def _chapters(course: Course, voices: Voices, host: Host | None) -> Iterator[Chapter]:
    yield Chapter("programme", programme(course, voices, host))
    for module in course.modules:
        yield from _of_module(course, module, voices)
    yield Chapter("plan", plan(course, voices))
    yield from _forms(course, voices, host)
    ending = _without(appendix(course, voices), "taught", "recommended")
    yield Chapter("appendix", ending)


def _of_module(course: Course, module: Module, voices: Voices) -> Iterator[Chapter]:
    """Give what a module brings: its handout, then its activities."""
    name = module.text.id
    paper = _without(handout(course, module, voices), "imprint")
    yield Chapter(name, without_lines(paper))
    if any(topic.do for topic in module.text.topics):
        sheet = activities(course, module, voices, answers=False)
        words = sheet.words
        title = f"{words.activities}{words.colon}{voices.named(module.text.title)}"
        head = Section("head", voices.lang, (Heading(letters(title), 1),))
        cards = [one.name for one in sheet.sections if one.name.endswith("-cards")]
        own = _without(sheet, "colophon", *cards).sections
        bound = replace(sheet, sections=(head, *map(_lowered, own)))
        yield Chapter(f"{name}/activities", bound)


def _forms(course: Course, voices: Voices, host: Host | None) -> Iterator[Chapter]:
    """Give each form as a leaf of its own, as some are torn out.

    What is asked each evening is there for each day, and not where there is one only.
    """
    days = len(host.agenda.days) if host else 1
    copies = {"day": days if days > 1 or host is None else 0, "later": LATER}
    for form in course.frame.forms if course.frame else ():
        count = copies.get(form.when, 1)
        for number in range(1, count + 1):
            mark = f" ({number}/{count})" if count > 1 else ""
            yield Chapter(f"form/{form.id}{mark}", _form(course, voices, form, mark))


def _form(course: Course, voices: Voices, form: Form, mark: str) -> Sheet:
    """Give a form; one without a name says that it can be torn out."""
    sheet = forms(course, voices)
    (section,) = (one for one in sheet.sections if one.name == form.id)
    first, small, *rest = section.parts
    assert isinstance(first, Heading)
    title = letters(first.text.plain + mark) if mark else first.text
    heading = replace(first, text=title, is_on_new_page=False)
    note = () if form.when == "later" else (Prose(letters(sheet.words.tear_out)),)
    own = replace(section, parts=(heading, small, *note, *rest))
    return replace(sheet, sections=(own,))


def _index(
    course: Course, voices: Voices, chapters: tuple[Chapter, ...]
) -> Iterator[Chapter]:
    entries = tuple(index(course, voices, [(o.name, o.sheet) for o in chapters]))
    if entries:
        title = voices.wording.labels.index_title
        parts = Heading(letters(title), 1), Index(entries)
        yield Chapter("index", page("index", title, course, voices, parts))


def _without(sheet: Sheet, *names: str) -> Sheet:
    """Give a paper without some sections: what a book says once, or has no use for."""
    kept = tuple(one for one in sheet.sections if one.name not in names)
    return replace(sheet, sections=kept)


def _lowered(section: Section) -> Section:
    """Give a section with its headings one level lower; its first needs no new page."""
    parts = tuple(
        replace(part, level=part.level + 1) if isinstance(part, Heading) else part
        for part in section.parts
    )
    return replace(section, parts=parts)
