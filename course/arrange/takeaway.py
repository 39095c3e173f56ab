"""What a handout gives beside its text: terms, examples, myths, questions, addresses.

All but the myths is gathered from what stands in the module already.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from course.arrange.parts import letters, line
from course.arrange.quiz import items
from course.arrange.references import source_line
from course.arrange.sheet import (
    Entry,
    Heading,
    Item,
    Line,
    Part,
    Prompt,
    Prose,
    Section,
    Sources,
    TableFigure,
)
from course.arrange.voices import Voices
from course.assemble import order_in
from course.languages import name_in
from course.model import Choice, Course, Module, Report, TextSlide, Topic
from course.terms import forms_of
from course.text import Bullets, Cite, Span, Steps, Words
from course.wording import Wording

# Columns, as shares of the width: a term, the same abroad, its meaning; a myth and its
# fact; a place, what was done, where it stands.
TERM_COLUMNS = (0.26, 0.24, 0.5)
MYTH_COLUMNS = (0.4, 0.6)
EXAMPLE_COLUMNS = (0.26, 0.56, 0.18)
LEAST_EXAMPLES = 3
MOST_QUESTIONS = 4
NOTE_LINES = 8
DASH = " –—:：,，"


def terms(course: Course, module: Module, voices: Voices) -> Iterator[Section]:
    """Give the terms that the handout's text uses and the glossary explains."""
    known = course.glossary.terms if course.glossary else ()
    read = " ".join(
        words.plain
        for text in (module.text.summary, *(topic.read for topic in module.text.topics))
        if text
        for words in text.words
    )
    used = {one for hit in forms_of(course.glossary).hits(read) for one in hit.terms}
    explained = [one for one in known if one.id in used and one.definition]
    if not explained:
        return
    words = voices.wording.labels
    other = next((o for o in course.text.languages if o != voices.lang), voices.lang)
    rows = tuple(
        (
            Line((Span(voices.named(one.term), strong=True),)),
            Line((Span(voices.abroad.get(one.id, "")),), lang=other),
            letters(voices.named(one.definition) if one.definition else ""),
        )
        for one in sorted(explained, key=lambda term: _sound(term.term))
    )
    abroad = name_in(other, voices.lang)
    head = tuple(map(letters, (words.term, abroad, words.meaning)))
    yield Section(
        "terms",
        voices.lang,
        (
            Heading(letters(words.key_terms), 2),
            TableFigure("", head, rows, (False,) * 3, TERM_COLUMNS),
        ),
    )


def _sound(words: Words) -> bytes:
    """Give what a term is sorted by; this encoding has common Han letters by sound."""
    return words.plain.lower().encode("gb18030")


def examples(course: Course, module: Module, voices: Voices) -> Iterator[Section]:
    """Give the places that the module's slides name, with what was done there."""
    if course.report is None:
        return
    piece = voices.settle(module.text.topics)
    wording, words = piece.wording, piece.wording.labels
    rows = tuple(dict.fromkeys(_examples(piece.parts[0], course.report, wording)))
    if len(rows) < LEAST_EXAMPLES:
        return
    head = tuple(map(letters, (words.place, words.what, words.where)))
    yield Section(
        "examples",
        piece.lang,
        (
            Heading(letters(words.examples), 2),
            TableFigure(words.examples_how, head, rows, (False,) * 3, EXAMPLE_COLUMNS),
        ),
        piece.mark,
    )


def _examples(
    topics: Sequence[Topic], report: Report, wording: Wording
) -> Iterator[tuple[Line, ...]]:
    held = {passage.id: passage.names for passage in report.passages}
    for topic in topics:
        for words in _points(topic):
            cite = Cite(words.cites.paragraphs or topic.cite)
            names = [
                name for number in cite.paragraphs for name in held.get(number, ())
            ]
            head, *rest = words.spans
            authors = (words.origin or words).spans[0].text
            what = _without_dash(rest)
            if head.strong and what and any(name in authors for name in names):
                place = head.text.strip(DASH)
                yield letters(place), Line(what), letters(wording.cite(cite))


def _points(topic: Topic) -> Iterator[Words]:
    """Give the points on a topic's slides."""
    for slide in topic.show:
        if isinstance(slide, TextSlide):
            for block in slide.text.blocks:
                if isinstance(block, Bullets | Steps):
                    yield from (item.words for item in block.items if item.words.spans)


def _without_dash(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Take away what stands between a place and what was done there."""
    if not spans:
        return ()
    first = spans[0]
    text = first.text.lstrip(DASH)
    kept = (Span(text, first.strong, first.emphasis, first.code, first.link),)
    return (*kept, *spans[1:]) if text else tuple(spans[1:])


def myths(module: Module, voices: Voices) -> Iterator[Section]:
    """Give what people often get wrong, beside what is true."""
    if not module.text.myths:
        return
    piece = voices.settle(module.text.myths)
    wording, words = piece.wording, piece.wording.labels
    rows = tuple(
        (line(one.myth, wording), line(one.fact, wording)) for one in piece.parts[0]
    )
    head = tuple(map(letters, (words.myth, words.fact)))
    table = TableFigure("", head, rows, (False, False), MYTH_COLUMNS)
    body = (Heading(letters(words.myths), 2), table)
    yield Section("myths", piece.lang, body, piece.mark)


def questions(module: Module, voices: Voices) -> Iterator[Section]:
    """Give some questions to check oneself, one for each objective, without a key."""
    asked: dict[str, Choice] = {}
    for one in module.questions:
        if isinstance(one, Choice) and one.kind == "one" and one.level != "remember":
            asked.setdefault(one.objective, one)
    chosen = tuple(islice(asked.values(), MOST_QUESTIONS))
    if not chosen:
        return
    words = voices.wording.labels
    order = order_in(module, "A")
    head = (Heading(letters(words.self_questions), 2), Prose(letters(words.self_how)))
    yield Section("questions", voices.lang, head)
    for section in items(chosen, order, voices, key=False):
        # A handout's column is narrow.
        body = tuple(
            replace(part, columns=1) if isinstance(part, Item) else part
            for part in section.parts
        )
        yield replace(section, parts=body)


def more(
    course: Course, module: Module, voices: Voices, cited: Collection[int]
) -> Iterator[Section]:
    """Give the addresses of the module's section that are not `cited`, to read on."""
    report = course.report
    if report is None:
        return
    numbers = course.paragraphs(module.text.section)
    own = (note for note in report.notes if note.paragraph in numbers)
    notes = tuple(note for note in own if note.link and note.id not in cited)
    if not notes:
        return
    piece = voices.settle(notes)
    wording = piece.wording
    entries = tuple(
        Entry(wording.cite(Cite((note.paragraph,))), Line(source_line(note, wording)))
        for note in piece.parts[0]
    )
    body = (Heading(letters(wording.labels.more), 2), Sources(entries))
    yield Section("more", piece.lang, body, piece.mark)


def notes(voices: Voices) -> Section:
    """Give room for the learner's own notes."""
    words = voices.wording.labels
    body: tuple[Part, ...] = (
        Prompt(letters(words.own_notes), NOTE_LINES, to_foot=True),
    )
    return Section("notes", voices.lang, body)
