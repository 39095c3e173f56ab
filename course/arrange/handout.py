"""A module → its handout: what a learner can read at home, without the trainer."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from course.arrange.parts import Figures, letters, line, parts
from course.arrange.sheet import (
    Blanks,
    Entry,
    Framed,
    Heading,
    Line,
    Part,
    Point,
    Points,
    Prose,
    Section,
    Sheet,
    Sources,
)
from course.arrange.voices import Piece, Voices
from course.model import Course, Footnote, Module, Report, Topic
from course.slots import units
from course.text import Cite, Span

ACTION_LINES = 3


def handout(course: Course, module: Module, voices: Voices) -> Sheet:
    """Give a module's handout in the wanted language."""
    text = module.text
    head = voices.settle(text.title, course.text.title, course.text.publisher)
    title, course_title, publisher = head.parts
    words = voices.wording.labels
    symbol = course.report.symbol if course.report else ""
    figures = Figures(module.pictures, symbol)
    sections = (
        _opening(course, module, voices),
        *(s for topic in text.topics for s in _topic(topic, voices, figures)),
        _closing(module, voices),
        *_sources(course, module, voices),
        _imprint(course, voices),
    )
    return Sheet(
        kind="handout",
        lang=voices.lang,
        title=title.plain,
        subject=course_title.plain,
        author=publisher.plain,
        left=course_title.plain,
        right=title.plain,
        foot="  ·  ".join(one for one in (words.handout, symbol) if one),
        sections=sections,
        words={"page": words.page, "parenthesis": words.parenthesis},
    )


def _opening(course: Course, module: Module, voices: Voices) -> Section:
    piece = voices.settle(
        module.text.title,
        module.text.summary,
        module.text.objectives,
        course.report and _section_title(course.report, module.text.section),
    )
    title, summary, objectives, section = piece.parts
    wording, words = piece.wording, piece.wording.labels
    number = words.module.format(number=module.number)
    about = ""
    if course.report and section:
        found = next(s for s in course.report.sections if s.id == module.text.section)
        cited = wording.cite(Cite(tuple(range(found.first, found.last + 1))))
        about = words.source.format(symbol=course.report.symbol, citation=cited)
    aims = tuple(Point(line(one.text, wording)) for one in objectives)
    under = "  ·  ".join(one for one in (number, about) if one)
    return _section(
        "opening",
        piece,
        (
            Heading(line(title, wording), 1),
            Prose(letters(under), small=True),
            Framed("objectives", words.objectives, (Points(aims),)),
            Heading(letters(words.summary), 2),
            *parts(summary, wording),
        ),
    )


def _section_title(report: Report, number: str) -> Any:
    return next((s.title for s in report.sections if s.id == number), None)


def _topic(topic: Topic, voices: Voices, figures: Figures) -> Iterator[Section]:
    if not topic.read:
        return
    shown = tuple(replace(one, say=None) for one in topic.show)
    shown = tuple(one for one in shown if not _is_plain(one))
    piece = voices.settle(topic.title, topic.read, topic.editor, shown)
    title, read, editor, shown = piece.parts
    wording = piece.wording
    body: list[Part] = [Heading(line(title, wording), 2), *parts(read, wording)]
    for one in shown:
        body += figures.of(one, title, wording)
    if editor:
        note = tuple(parts(editor, wording))
        body.append(Framed("editor", wording.labels.editor, note))
    yield _section(topic.id, piece, tuple(body))


def _is_plain(shown: Any) -> bool:
    """Tell whether a slide has only text that the handout says in its own way."""
    return getattr(shown, "layout", "") not in ("table", "bars", "picture")


def _closing(module: Module, voices: Voices) -> Section:
    wrap = module.text.wrap
    piece = voices.settle(wrap.lessons, wrap.action)
    lessons, action = piece.parts
    wording, words = piece.wording, piece.wording.labels
    return _section(
        "closing",
        piece,
        (
            Heading(letters(words.lessons), 2),
            *parts(lessons, wording),
            Framed(
                "action",
                words.action,
                (Prose(line(action, wording)), Blanks(ACTION_LINES)),
            ),
        ),
    )


def _sources(course: Course, module: Module, voices: Voices) -> Iterator[Section]:
    report = course.report
    if report is None:
        return
    cited = {
        note
        for unit in units(module.text, "")
        for note in unit.words.cites.footnotes
        if _is_read(unit.slot.part)
    }
    cited |= {
        note
        for topic in module.text.topics
        for one in topic.show
        for note in getattr(one, "footnotes", ())
    }
    notes = tuple(note for note in report.notes if note.id in cited)
    piece = voices.settle(report.title, notes)
    title, notes = piece.parts
    wording, words = piece.wording, piece.wording.labels
    first = words.report_line.format(symbol=report.symbol, title=title.plain)
    where = Span(report.link, link=report.link) if report.link else Span("")
    marks = (wording.cite(Cite((), (note.id,))) for note in notes)
    entries = (
        Entry("", Line((Span(f"{first} "), where))),
        *(
            Entry(mark[:1].upper() + mark[1:], _source(note, words.comma))
            for mark, note in zip(marks, notes, strict=True)
        ),
    )
    body = (Heading(letters(words.references), 2), Sources(entries))
    yield _section("sources", piece, body)


def _is_read(part: str) -> bool:
    return part in ("read", "summary", "editor", "show")


def _source(note: Footnote, comma: str) -> Line:
    """Give a footnote's sources in one line: symbols, a name, an address."""
    spans = [Span("; ".join(note.documents))] if note.documents else []
    if note.source:
        spans += [Span(comma)] if spans else []
        spans += note.source.spans
    if note.link:
        spans += [Span(comma)] if spans else []
        spans.append(Span(note.link, link=note.link))
    return Line(tuple(spans))


def _imprint(course: Course, voices: Voices) -> Section:
    text = course.text
    piece = voices.settle(text.imprint, text.publisher, text.edition)
    imprint, publisher, edition = piece.parts
    wording = piece.wording
    last = f"{publisher.plain}  ·  {edition.plain}"
    body = (
        Heading(letters(wording.labels.about), 2),
        *(
            replace(part, small=True) if isinstance(part, Prose) else part
            for part in parts(imprint, wording)
        ),
        Prose(letters(last), small=True),
    )
    return _section("imprint", piece, body)


def _section(name: str, piece: Piece, body: tuple[Part, ...]) -> Section:
    return Section(name, piece.lang, body, piece.mark)
