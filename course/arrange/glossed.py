"""Terms of the glossary, linked from where a page first uses them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from course.arrange.sheet import (
    Framed,
    Line,
    Part,
    Point,
    Points,
    Prose,
    Quoted,
    Section,
)
from course.model import Course, Term
from course.terms import Forms
from course.text import Span


def term_name(term: str) -> str:
    """Give the name of a term's place in the glossary, by its id."""
    return f"term-{term}"


def explained(course: Course) -> tuple[Term, ...]:
    """Give the terms of the glossary that say what they mean."""
    every = course.glossary.terms if course.glossary else ()
    return tuple(one for one in every if one.definition)


class Glosses:
    """Links terms to a glossary, in the language of a course."""

    def __init__(self, course: Course, file: str) -> None:
        """Take the file with the glossary, as seen from the pages."""
        self._lang = course.lang
        self._file = file
        every = course.glossary.terms if course.glossary else ()
        # Terms without a meaning are found too: a longer one hides those it holds.
        self._forms = Forms(
            (form, one.id)
            for one in every
            for form in (one.term.plain, *one.also)
            if one.term.lang == course.lang
        )
        self._known = {one.id for one in explained(course)}

    def linked(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        """Give the sections of a page with the first use of each term linked."""
        left = set(self._known)
        return tuple(
            replace(one, parts=tuple(self._part(part, left) for part in one.parts))
            if one.lang == self._lang
            else one
            for one in sections
        )

    def _part(self, part: Part, left: set[str]) -> Part:
        """Give running text with links; what is looked at, or filled in, stays."""
        match part:
            case Prose():
                return (
                    part
                    if part.small
                    else replace(part, text=self._line(part.text, left))
                )
            case Points():
                return replace(part, points=self._points(part.points, left))
            case Quoted():
                lines = tuple(self._line(one, left) for one in part.lines)
                return replace(part, lines=lines)
            case Framed():
                inner = tuple(self._part(one, left) for one in part.parts)
                return replace(part, parts=inner)
            case _:
                return part

    def _points(self, points: Sequence[Point], left: set[str]) -> tuple[Point, ...]:
        return tuple(
            Point(self._line(one.text, left), self._points(one.points, left))
            for one in points
        )

    def _line(self, line: Line, left: set[str]) -> Line:
        spans = tuple(new for one in line.spans for new in self._spans(one, left))
        return replace(line, spans=spans)

    def _spans(self, span: Span, left: set[str]) -> Iterable[Span]:
        if span.link or span.code:
            yield span
            return
        done = 0
        for start, end, hit in self._forms.spots(span.text):
            term = next((one for one in sorted(hit.terms) if one in left), "")
            if term:
                left.discard(term)
                yield from _of(span, span.text[done:start])
                link = f"{self._file}#{term_name(term)}"
                yield replace(span, text=span.text[start:end], link=link)
                done = end
        yield from _of(span, span.text[done:])


def _of(span: Span, text: str) -> Iterable[Span]:
    if text:
        yield replace(span, text=text)
