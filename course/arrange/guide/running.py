"""A step of a guide → its slides, and beside each what a trainer must know of it."""

from collections.abc import Iterable, Iterator

from course.arrange.deck import Slide as Arranged
from course.arrange.guide.groups import THEN, stages, written
from course.arrange.guide.slides import of_paras, words_on
from course.arrange.guide.steps import Page, Run, Step, shown_index
from course.arrange.guide.teller import Teller
from course.arrange.parts import letters, line, parts
from course.arrange.sheet import (
    Framed,
    Heading,
    Line,
    Part,
    Prose,
    Section,
    Shown,
)
from course.arrange.sheet import Step as Opening
from course.arrange.slides import chosen
from course.arrange.voices import Piece, Voice
from course.model import Activity, Slide, TextSlide, Topic
from course.text import Span, Text, Words
from course.wording import Wording, dotted


def running(step: Step, teller: Teller, during: str) -> Iterator[Section]:
    """Give the sections of a step; `during` is the running head of its pages."""
    yield Section(_name(step), teller.voices.lang, (_opening(step, teller, during),))
    if step.topic and not step.activity and not step.topic.show:
        yield _silent(step.topic, teller)
    for run in step.runs:
        yield from _run(run, step, teller)
    if step.activity:
        piece = teller.voices.settle(step.activity)
        (one,) = piece.parts
        name = f"{_name(step)}/steps"
        yield Section(name, piece.lang, tuple(played(one, piece)))


def unspoken(runs: Iterable[Run], teller: Teller) -> Section:
    """Give the slides that nobody speaks to."""
    pages = [page for run in runs for page in run]
    head = Heading(letters(teller.words.end_slides), 2)
    shown = (_shown(page, teller.wording) for page in pages)
    return Section("unspoken", teller.voices.lang, (head, *shown))


def _name(step: Step) -> str:
    unit = step.slot.unit
    if unit and step.module:
        return f"{step.module.text.id}/{unit.part}"
    return f"{step.kind}-{step.hours.start}"


def _opening(step: Step, teller: Teller, during: str) -> Opening:
    drop = step.topic and step.topic.need == "more" and not step.activity
    facts = (
        teller.phase(step),
        teller.objectives(step),
        teller.words.may_drop if drop else "",
    )
    return Opening(
        letters(teller.title(step)),
        teller.clock(step.hours.start),
        teller.clock(step.hours.end),
        teller.wording.minutes(step.hours.minutes),
        dotted(*facts),
        during,
    )


def _run(run: Run, step: Step, teller: Teller) -> Iterator[Section]:
    """Give the slides of one draft, each in a section of its own."""
    first, *more = run
    voice, body = _notes(first.slide, step, teller)
    name = first.slide.name
    shown = _shown(first, voice.wording, body)
    yield Section(name, voice.lang, (shown,), voice.mark)
    further = (Prose(letters(voice.wording.labels.continued), small=True),)
    for page in more:
        shown = _shown(page, voice.wording, further)
        yield Section(page.slide.name, voice.lang, (shown,))


def _notes(
    slide: Arranged, step: Step, teller: Teller
) -> tuple[Voice, tuple[Part, ...]]:
    """Give what is known of a slide, and in which voice."""
    name = slide.drafted
    if step.module and step.topic and _is_below(name, _name(step)):
        if step.activity:
            piece = teller.voices.settle(step.activity)
            return piece, tuple(_task(piece, teller))
        index = shown_index(name)
        if index is not None:
            return _topic_notes(step.topic, index, teller)
    if step.module and name.endswith("/lessons"):
        said = teller.voices.settle(step.module.text.wrap.say)
        return said, tuple(parts(said.parts[0], said.wording))
    return _own_notes(slide, teller)


def _own_notes(slide: Arranged, teller: Teller) -> tuple[Voice, tuple[Part, ...]]:
    """Give the notes of a slide of the product's own, in one language."""
    lang = teller.voices.lang
    mine = tuple(one for one in slide.notes if one.lang == lang)
    if slide.notes and not mine:
        mine, lang = slide.notes, slide.notes[0].lang
    wording = teller.voices.wordings.get(lang, teller.wording)
    return Voice(wording), tuple(of_paras(mine))


def _is_below(name: str, other: str) -> bool:
    return name == other or name.startswith(f"{other}/")


def _topic_notes(
    topic: Topic, index: int, teller: Teller
) -> tuple[Voice, tuple[Part, ...]]:
    """Give what is said with one of a topic's slides; the first has the topic's own."""
    shown = topic.show[index]
    say, editor = (topic.say, topic.editor) if index == 0 else (None, None)
    question = _question(shown, topic)
    answers = shown.answers if isinstance(shown, TextSlide) else None
    piece = teller.voices.settle(say, shown.say, question, answers, editor)
    return piece, tuple(_said(piece))


def _question(shown: Slide, topic: Topic) -> tuple[Words, Text] | None:
    """Give the question that a slide puts to the room."""
    if isinstance(shown, TextSlide):
        layout = shown.layout or chosen(shown.text)
        if layout == "question":
            return shown.headline or topic.title, shown.text
    return None


Texts = Text | None


def _said(
    piece: Piece[Texts, Texts, tuple[Words, Text] | None, Texts, Texts],
) -> Iterator[Part]:
    say, more, question, answers, editor = piece.parts
    wording, words = piece.wording, piece.wording.labels
    if question:
        headline, text = question
        asked = Line(tuple(_strong(line(headline, wording).spans)))
        yield Framed(
            "action", words.key_question, (Prose(asked), *parts(text, wording))
        )
    for said in (say, more):
        if said:
            yield from parts(said, wording)
    if answers:
        body = tuple(parts(answers, wording))
        yield Framed("objectives", words.answers, body)
    if editor:
        yield Framed("editor", words.editor, tuple(parts(editor, wording)))


def _silent(topic: Topic, teller: Teller) -> Section:
    """Give what is said in a topic that shows nothing."""
    piece = teller.voices.settle(topic.say, None, None, None, topic.editor)
    return Section(f"{topic.id}/say", piece.lang, tuple(_said(piece)), piece.mark)


def _strong(spans: Iterable[Span]) -> Iterator[Span]:
    yield from (Span(one.text, strong=True, link=one.link) for one in spans)


def _task(piece: Piece[Activity], teller: Teller) -> Iterator[Part]:
    """Give what an activity is about, at a glance."""
    (one,) = piece.parts
    wording, words = piece.wording, piece.wording.labels
    yield _headed(words.task, line(one.task, wording), words.colon)
    group = letters(_groups(one, teller, wording))
    yield _headed(words.group, group, words.colon)
    yield _headed(words.product, line(one.product, wording), words.colon)


def _groups(one: Activity, teller: Teller, wording: Wording) -> str:
    """Say who works together; for a number of people that is known, also in numbers."""
    if len(teller.audiences) > 1:
        return one.group.plain
    (people,) = teller.audiences
    splits = [written(stage.split(people), wording) for stage in stages(one.group)]
    if not splits:
        return one.group.plain
    told = f"{teller.people(people)}{wording.labels.colon}{THEN.join(splits)}"
    return dotted(one.group.plain, told)


def _headed(head: str, text: Line, colon: str) -> Prose:
    return Prose(Line((Span(f"{head}{colon}", strong=True), *text.spans), text.cite))


def played(one: Activity, piece: Voice) -> Iterator[Part]:
    """Give how an activity runs: materials, steps, cards, debriefing, answers."""
    wording, words = piece.wording, piece.wording.labels
    for head, text in (
        (words.materials, one.materials),
        (words.steps, one.steps),
        (words.cards, one.cards),
    ):
        if text:
            yield Heading(letters(head), 3)
            yield from parts(text, wording)
    minutes = wording.minutes(one.debrief_minutes) if one.debrief_minutes else ""
    debrief = dotted(words.debrief, minutes)
    yield Framed("action", debrief, tuple(parts(one.debrief, wording)))
    yield Framed("objectives", words.answers, tuple(parts(one.answers, wording)))


def _shown(page: Page, wording: Wording, body: tuple[Part, ...] = ()) -> Shown:
    label = wording.labels.slide.format(number=wording.number(page.number))
    alt = " ".join(filter(None, words_on(page.slide)))
    return Shown(page.picture, label, alt.replace("\n", " ").replace("\t", " "), body)
