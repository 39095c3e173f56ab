"""The headings of a page: what they are called, and what may be linked to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from course.arrange.parts import letters
from course.arrange.sheet import Heading, Line, Part, Prose, Section, Sheet, Sources


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its name in the page, its words and their language, its level."""

    name: str
    text: Line
    level: int
    lang: str


def as_page(sheet: Sheet) -> Sheet:
    """Give a paper as a page: one title, in a section of its own, with what is below.

    If the paper has many titles or none, its own comes first.
    """
    titles = [one for one in _headings(sheet.sections) if one.level == 1]
    if len(titles) == 1:
        first, *others = sheet.sections
        return replace(sheet, sections=(*_parted(first), *others))
    lower = 1 if titles else 0
    title = Section("title", sheet.lang, (Heading(letters(sheet.title), 1),))
    return replace(
        sheet, sections=(title, *(lowered(one, lower) for one in sheet.sections))
    )


def _parted(section: Section) -> Iterator[Section]:
    """Part a section behind its title and the small lines below."""
    is_head = [
        isinstance(one, Heading) or (isinstance(one, Prose) and one.small)
        for one in section.parts
    ]
    end = [*is_head, False].index(False)
    yield replace(section, parts=section.parts[:end])
    if section.parts[end:]:
        yield replace(section, parts=section.parts[end:], mark="")


def lowered(section: Section, levels: int) -> Section:
    """Give a section whose headings stand some levels lower, or higher."""
    return replace(
        section,
        parts=tuple(
            replace(part, level=part.level + levels)
            if isinstance(part, Heading)
            else part
            for part in section.parts
        ),
    )


def names(sections: Sequence[Section]) -> Iterator[tuple[str, ...]]:
    """Give, for each part of each section, the name of a heading; else nothing.

    The first heading of a section has the section's name, so that a topic is always
    found at its id.
    """
    taken = set(sources_in(sections))
    for section in sections:
        found = []
        for part in section.parts:
            name = _free(section.name, taken) if isinstance(part, Heading) else ""
            taken.add(name)
            found.append(name)
        yield tuple(found)


def _free(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    return next(
        wish
        for number in range(2, len(taken) + 3)
        if (wish := f"{name}-{number}") not in taken
    )


def outline(sections: Sequence[Section]) -> tuple[Head, ...]:
    """Give all headings below the title, in their order."""
    return tuple(
        Head(name, part.text, part.level, section.lang)
        for section, named in zip(sections, names(sections), strict=True)
        for part, name in zip(section.parts, named, strict=True)
        if isinstance(part, Heading) and part.level > 1
    )


def sources_in(sections: Sequence[Section]) -> tuple[str, ...]:
    """Give the names of the sources that are listed."""
    parts: Iterator[Part] = (part for one in sections for part in one.parts)
    return tuple(
        entry.text.name
        for part in parts
        if isinstance(part, Sources)
        for entry in part.entries
        if entry.text.name
    )


def _headings(sections: Sequence[Section]) -> Iterator[Heading]:
    for section in sections:
        for part in section.parts:
            if isinstance(part, Heading):
                yield part
