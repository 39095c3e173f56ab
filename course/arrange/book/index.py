"""The terms that handouts explain, and the pages that use them."""

from collections.abc import Iterator, Sequence

from course.arrange.found import texts
from course.arrange.sheet import IndexEntry, Sheet
from course.arrange.voices import Voices
from course.model import Course
from course.terms import Forms, forms_of


def index(
    course: Course, voices: Voices, chapters: Sequence[tuple[str, Sheet]]
) -> Iterator[IndexEntry]:
    """Give the terms that handouts explain, with all parts of topics that use them."""
    terms = forms_of(course.glossary)
    known = {one.id: one for one in course.glossary.terms} if course.glossary else {}
    taught = {
        f"{module.text.id}/{topic.id}"
        for module in course.modules
        for topic in module.text.topics
    }
    found: dict[str, list[str]] = {}
    for name, sheet in chapters:
        for place, used in _used(name, sheet, terms):
            if place.partition("#")[0] in taught:
                for term in sorted(used):
                    found.setdefault(term, []).append(place)
    entries = (
        IndexEntry(voices.named(known[term].term), tuple(places))
        for term, places in found.items()
        if known[term].definition
    )
    yield from sorted(entries, key=lambda one: one.term.lower().encode("gb18030"))


def _used(name: str, sheet: Sheet, terms: Forms) -> Iterator[tuple[str, set[str]]]:
    """Give the place of each part of a paper, and the terms that stand in it."""
    for section in sheet.sections:
        for number, part in enumerate(section.parts):
            hits = [hit.terms for text in texts(part) for hit in terms.hits(text)]
            yield f"{name}/{section.name}#{number}", set().union(*hits)
