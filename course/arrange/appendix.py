"""What stands at the end of a course: glossary, sources, what is taught, imprint."""

from collections.abc import Iterator, Sequence

from course import trace
from course.arrange.handout import imprint
from course.arrange.parts import letters, line
from course.arrange.references import report_line, source_line
from course.arrange.sheet import (
    Entry,
    Heading,
    Line,
    Part,
    Prose,
    Section,
    Sheet,
    Sources,
    TableFigure,
)
from course.arrange.voices import Voices
from course.languages import name_in
from course.model import Course, Term
from course.text import Cite, Span
from course.trace import Taught
from course.wording import REPORT, dotted, note_name

# Shares of the width: term, abroad, meaning, where; paragraph, topics, questions; and
# number, paragraph, recommendation, topics, questions.
GLOSSARY = (0.21, 0.19, 0.42, 0.18)
TAUGHT = (0.09, 0.78, 0.13)
RECOMMENDED = (0.07, 0.09, 0.39, 0.32, 0.13)


def appendix(course: Course, voices: Voices) -> Sheet:
    """Give the appendix of a course."""
    words = voices.wording.labels
    course_title = voices.named(course.text.title)
    return Sheet(
        kind="appendix",
        lang=voices.lang,
        title=dotted(course_title, words.appendix),
        subject=course_title,
        author=voices.named(course.text.publisher),
        left=course_title,
        right=words.appendix,
        foot=dotted(words.appendix, course.symbol),
        sections=(
            Section("head", voices.lang, (Heading(letters(words.appendix), 1),)),
            *_glossary(course, voices),
            *_sources(course, voices),
            imprint(course, course.modules, voices),
            *_taught(course, voices),
            *_recommended(course, voices),
        ),
        words=words,
    )


def _glossary(course: Course, voices: Voices) -> Iterator[Section]:
    """Give the terms that are explained, in the order of their letters."""
    every = course.glossary.terms if course.glossary else ()
    explained = [one for one in every if one.definition]
    if not explained:
        return
    wording, words = voices.wording, voices.wording.labels
    other = next(
        (tag for tag in course.text.languages if tag != voices.lang), voices.lang
    )
    rows = [
        (
            Line((Span(voices.named(one.term), strong=True),)),
            Line((Span(voices.abroad.get(one.id, "")),), lang=other),
            letters(_meaning(one, voices)),
            letters(wording.cite(Cite(one.cite, one.footnotes))),
        )
        for one in sorted(explained, key=glossary_order)
    ]
    head = (words.term, name_in(other, voices.lang), words.meaning, words.where)
    body = (Heading(letters(words.glossary), 2), _table(head, rows, GLOSSARY))
    yield Section("glossary", voices.lang, body)


def glossary_order(term: Term) -> bytes:
    """Give what a term is sorted by; this encoding has common Han letters by sound."""
    return term.term.plain.lower().encode("gb18030")


def _meaning(term: Term, voices: Voices) -> str:
    return voices.named(term.definition) if term.definition else ""


def _sources(course: Course, voices: Voices) -> Iterator[Section]:
    """Give all that the report's footnotes point to."""
    report = course.report
    if report is None:
        return
    piece = voices.settle(report)
    wording = piece.wording
    first = Entry("", Line(report_line(piece.parts[0], wording), name=REPORT))
    entries = [first]
    for note in piece.parts[0].notes:
        spans = source_line(note, wording)
        mark = wording.cite(Cite((), (note.id,)))
        if spans:
            title = mark[:1].upper() + mark[1:]
            where = Line(spans, name=note_name(note.id))
            entries.append(Entry(title, where))
    head = Heading(letters(wording.labels.references), 2, is_on_new_page=True)
    yield Section("sources", piece.lang, (head, Sources(tuple(entries))), piece.mark)


def _taught(course: Course, voices: Voices) -> Iterator[Section]:
    """Give where each paragraph of the report is taught."""
    found = trace.paragraphs(course)
    if not any(found.values()):
        return
    words = voices.wording.labels
    rows = [
        (letters(str(number)), *_where(taught, voices))
        for number, taught in found.items()
        if taught
    ]
    head = (words.passage, words.topics, words.questions)
    body = (
        Heading(letters(words.taught), 2, is_on_new_page=True),
        Prose(letters(words.taught_how)),
        _table(head, rows, TAUGHT),
    )
    yield Section("taught", voices.lang, body)


def _recommended(course: Course, voices: Voices) -> Iterator[Section]:
    """Give each recommendation of the report, and where it is taught."""
    found = trace.recommendations(course)
    if course.report is None or not any(found.values()):
        return
    piece = voices.settle(course.report.recommendations)
    wording, words = piece.wording, piece.wording.labels
    rows = [
        (
            letters(one.id),
            letters(str(one.paragraph)),
            line(one.about, wording),
            *_where(found[one.id], voices),
        )
        for one in piece.parts[0]
        if found[one.id]
    ]
    head = ("", words.passage, words.recommendation, words.topics, words.questions)
    body: tuple[Part, ...] = (
        Heading(letters(words.recommended), 2, is_on_new_page=True),
        Prose(letters(words.recommended_how)),
        _table(head, rows, RECOMMENDED),
    )
    yield Section("recommended", piece.lang, body, piece.mark)


def _where(taught: Sequence[Taught], voices: Voices) -> tuple[Line, Line]:
    """Give topics, each with its module's number once; and how many items ask."""
    by_module: dict[int, list[str]] = {}
    for one in taught:
        name = one.topic.agenda or one.topic.title
        by_module.setdefault(one.module.number, []).append(voices.named(name))
    words = voices.wording.labels
    lines = [
        f"{words.module.format(number=number)}{words.colon}{words.comma.join(topics)}"
        for number, topics in by_module.items()
    ]
    count = sum(one.items for one in taught)
    return letters(dotted(*lines)), letters(voices.wording.number(count))


def _table(
    head: Sequence[str], rows: Sequence[tuple[Line, ...]], columns: tuple[float, ...]
) -> TableFigure:
    numeric = tuple(False for _ in head)
    return TableFigure("", tuple(map(letters, head)), tuple(rows), numeric, columns)
