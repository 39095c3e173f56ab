"""A module → its handout: what a learner can read at home, without the trainer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from course.arrange.colophon import colophon
from course.arrange.parts import Figures, letters, line, parts
from course.arrange.references import report_line, source_line
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
from course.arrange.takeaway import examples, more, myths, notes, questions, terms
from course.arrange.voices import Voice, Voices
from course.model import (
    Charted,
    Course,
    Module,
    ModuleText,
    PictureSlide,
    Slide,
    TextSlide,
    Topic,
)
from course.slots import words_in
from course.text import Cite, Table
from course.wording import REPORT, dotted, note_name

ACTION_LINES = 3


def handout(course: Course, module: Module, voices: Voices) -> Sheet:
    """Give a module's handout in the wanted language."""
    text = module.text
    title, course_title = voices.named(text.title), voices.named(course.text.title)
    words = voices.wording.labels
    figures = Figures(module.pictures, course.symbol)
    sections = (
        _opening(course, module, voices),
        *terms(course, module, voices),
        *(s for topic in text.topics for s in _topic(topic, voices, figures)),
        *examples(course, module, voices),
        *myths(module, voices),
        _closing(module, voices),
        *questions(module, voices),
        *_sources(course, module, voices),
        *more(course, module, voices, set(_cited(text))),
        imprint(course, (module,), voices),
        notes(voices),
    )
    return Sheet(
        kind="handout",
        lang=voices.lang,
        title=title,
        subject=course_title,
        author=voices.named(course.text.publisher),
        left=course_title,
        right=title,
        foot=dotted(words.handout, course.symbol),
        sections=sections,
        words=words,
    )


def _opening(course: Course, module: Module, voices: Voices) -> Section:
    text = module.text
    piece = voices.settle(text.title, text.summary, text.objectives)
    title, summary, objectives = piece.parts
    wording, words = piece.wording, piece.wording.labels
    number = words.module.format(number=module.number)
    taught = Cite(course.paragraphs(text.section))
    under = dotted(number, wording.source(course.symbol, taught))
    aims = tuple(Point(line(one.text, wording)) for one in objectives)
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


def _topic(topic: Topic, voices: Voices, figures: Figures) -> Iterator[Section]:
    if not topic.read:
        return
    piece = voices.settle(topic.title, topic.read, topic.editor, _figures(topic))
    title, read, editor, shown = piece.parts
    wording = piece.wording
    body: list[Part] = [Heading(line(title, wording), 2), *parts(read, wording)]
    for one in shown:
        body += figures.of(one, title, Cite(topic.cite), wording)
    if editor:
        note = tuple(parts(editor, wording))
        body.append(Framed("editor", wording.labels.editor, note))
    yield _section(topic.id, piece, tuple(body))


def _figures(topic: Topic) -> tuple[Slide, ...]:
    """Give the slides that the handout shows too: tables, charts and pictures."""
    return tuple(
        replace(one, say=None)
        for one in topic.show
        if isinstance(one, Charted | PictureSlide) or _is_table(one)
    )


def _is_table(shown: Slide) -> bool:
    return isinstance(shown, TextSlide) and any(
        isinstance(block, Table) for block in shown.text.blocks
    )


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
    cited = set(_cited(module.text))
    notes = tuple(note for note in report.notes if note.id in cited)
    piece = voices.settle(report.title, notes)
    title, notes = piece.parts
    wording, words = piece.wording, piece.wording.labels
    first = report_line(replace(report, title=title), wording)
    marks = (wording.cite(Cite((), (note.id,))) for note in notes)
    entries = (
        Entry("", Line(first, name=REPORT)),
        *(
            Entry(
                mark[:1].upper() + mark[1:],
                Line(source_line(note, wording), name=note_name(note.id)),
            )
            for mark, note in zip(marks, notes, strict=True)
        ),
    )
    body = (Heading(letters(words.references), 2), Sources(entries))
    yield _section("sources", piece, body)


def _cited(text: ModuleText) -> Iterator[int]:
    """Give the footnotes that a handout cites, some of them more than once."""
    wrap = text.wrap
    printed: list[object] = [text.title, text.summary, text.objectives]
    printed += [text.myths, wrap.lessons, wrap.action]
    for topic in text.topics:
        if topic.read:
            figures = _figures(topic)
            printed += [topic.title, topic.read, topic.editor, figures]
            charts = (one for one in figures if isinstance(one, Charted))
            yield from (note for chart in charts for note in chart.footnotes)
    yield from (
        note for words in words_in(tuple(printed)) for note in words.cites.footnotes
    )


def imprint(course: Course, modules: Sequence[Module], voices: Voices) -> Section:
    """Give who answers for the course, its licence and its disclaimer."""
    text = course.text
    piece = voices.settle(text.imprint, text.publisher, text.edition)
    body, publisher, edition = piece.parts
    wording = piece.wording
    last = colophon(publisher, edition, modules, voices, wording)
    printed = (
        Heading(letters(wording.labels.about), 2),
        *(
            replace(part, small=True) if isinstance(part, Prose) else part
            for part in parts(body, wording)
        ),
        Prose(letters(last), small=True),
    )
    return _section("imprint", piece, printed)


def _section(name: str, voice: Voice, body: tuple[Part, ...]) -> Section:
    return Section(name, voice.lang, body, voice.mark)
