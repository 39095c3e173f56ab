"""Pages that a site and a book have in common: handouts, glossary, sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from course.arrange.appendix import glossary_order
from course.arrange.glossed import explained, term_name
from course.arrange.handout import handout
from course.arrange.outline import as_page, lowered
from course.arrange.parts import letters, line
from course.arrange.sheet import Heading, Line, Part, Prose, Section
from course.arrange.voices import Voices
from course.languages import is_known
from course.model import Course, Module, Term
from course.text import Cite, Span
from course.wording import dotted

GLOSSARY, SOURCES, ABOUT = "glossary", "sources", "about"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its file without the ending, what menus call it, and its sections.

    `above` is the small line over its title, `number` that of its module. In menus a
    page may stand below the one before.
    """

    name: str
    title: str
    sections: tuple[Section, ...]
    above: str = ""
    number: int = 0
    is_under: bool = False


def handout_page(course: Course, module: Module, voices: Voices) -> Page:
    """Give a module's handout."""
    words = voices.wording.labels
    above = dotted(words.module.format(number=module.number), words.handout)
    sections = without_imprint(as_page(handout(course, module, voices)).sections)
    title = voices.named(module.text.title)
    return Page(module.name, title, sections, above, module.number)


def without_imprint(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Leave out what has a page of its own."""
    return tuple(one for one in sections if one.name not in ("imprint", "colophon"))


def appendix_pages(
    name: str, title: str, back: Mapping[str, Section], *wanted: str
) -> Iterator[Page]:
    """Give a page of some sections of the appendix, if there are any."""
    sections = tuple(back[one] for one in wanted if one in back)
    if sections:
        first, *others = sections
        yield Page(name, title, (lowered(first, -1), *others))


def glossary_pages(course: Course, voices: Voices) -> Iterator[Page]:
    """Give the terms that are explained, each under a heading of its own."""
    terms = sorted(explained(course), key=glossary_order)
    if terms:
        words = voices.wording.labels
        head = Section("title", voices.lang, (Heading(letters(words.glossary), 1),))
        sections = (_term(one, course, voices) for one in terms)
        yield Page(GLOSSARY, words.glossary, (head, *sections))


def _term(term: Term, course: Course, voices: Voices) -> Section:
    piece = voices.settle(term.term, term.definition)
    name, meaning = piece.parts
    wording = piece.wording
    parts: list[Part] = [Heading(line(name, wording), 2)]
    other = next(
        (one for one in course.text.languages if one != voices.lang and is_known(one)),
        "",
    )
    if other and (called := voices.abroad.get(term.id)):
        parts.append(Prose(Line((Span(called),), lang=other), small=True))
    if meaning:
        cited = Cite(term.cite, term.footnotes)
        links = wording.linked(cited)
        parts.append(Prose(Line(meaning.spans, wording.cite(cited), links)))
    return Section(term_name(term.id), piece.lang, tuple(parts), piece.mark)
