"""A module's activities on paper: sheets for learners, cards to cut, answers."""

from collections.abc import Iterator
from dataclasses import replace

from course.arrange.colophon import small_print
from course.arrange.filling import form_parts
from course.arrange.parts import letters, line, parts, points
from course.arrange.sheet import (
    CutCards,
    Framed,
    Heading,
    Line,
    Part,
    Point,
    Points,
    Prompt,
    Prose,
    Section,
    Sheet,
)
from course.arrange.voices import Voice, Voices
from course.model import Activity, Course, Module
from course.text import Bullets, Span, Steps, Text
from course.wording import Wording, dotted

TAKE_AWAY_LINES = 6
# How the name of a section ends that is a form to fill in.
FORM = "-form"


def activities(
    course: Course, module: Module, voices: Voices, *, answers: bool
) -> Sheet:
    """Give the sheets of all activities; with materials and answers, for trainers."""
    words = voices.wording.labels
    title = words.activity_answers if answers else words.activities
    module_title = voices.named(module.text.title)
    course_title = voices.named(course.text.title)
    played = [one for topic in module.text.topics for one in topic.do]
    return Sheet(
        kind="activities",
        lang=voices.lang,
        title=dotted(module_title, title),
        subject=course_title,
        author=voices.named(course.text.publisher),
        left=course_title,
        right=module_title,
        foot=dotted(title, course.symbol),
        sections=(
            *(
                section
                for number, one in enumerate(played)
                for section in _sheets(one, course, module, voices, number, answers)
            ),
            small_print(course, (module,), voices),
        ),
        words=words,
    )


def _sheets(
    activity: Activity,
    course: Course,
    module: Module,
    voices: Voices,
    number: int,
    answers: bool,
) -> Iterator[Section]:
    piece = voices.settle(activity)
    (one,) = piece.parts
    alone = number > 0 and not answers
    body = [*_opening(one, module, piece, alone=alone, answers=answers)]
    if answers:
        body += _for_trainers(one, piece)
    elif not one.form:
        take_away = letters(piece.wording.labels.take_away)
        body.append(Prompt(take_away, TAKE_AWAY_LINES, to_foot=True))
    yield Section(one.id, piece.lang, tuple(body), piece.mark)
    if one.form and not answers:
        form = tuple(form_parts(one.form, course.modules, piece.wording, 2))
        yield Section(f"{one.id}{FORM}", piece.lang, form)
    cards = tuple(_cards(one.cards, piece.wording)) if one.cards else ()
    if cards and not answers:
        head = dotted(piece.wording.labels.cut, one.title.plain)
        sheet = (
            Heading(letters(head), 2, is_on_new_page=True),
            CutCards(cards),
        )
        yield Section(f"{one.id}-cards", piece.lang, sheet)


def _opening(
    one: Activity, module: Module, voice: Voice, *, alone: bool, answers: bool
) -> Iterator[Part]:
    """Give what learners need: task, groups, time, things, steps, and the result.

    One that is handed out is `alone` on its pages.
    """
    wording, words = voice.wording, voice.wording.labels
    yield Heading(line(one.title, wording), 1, is_on_new_page=alone)
    number = words.module.format(number=module.number)
    facts = dotted(number, wording.minutes(one.minutes), one.group.plain)
    yield Prose(letters(facts), small=True)
    yield Framed("objectives", words.task, (Prose(line(one.task, wording)),))
    if not answers:
        yield Heading(letters(words.provided), 2)
        yield from parts(one.materials, wording)
    yield Heading(letters(words.steps), 2)
    yield from _steps(one, wording)
    yield Heading(letters(words.product), 2)
    yield Prose(line(one.product, wording))


def _steps(one: Activity, wording: Wording) -> Iterator[Part]:
    """Give the steps; the last one is what all do together."""
    *others, last = parts(one.steps, wording)
    yield from others
    if one.debrief_minutes and isinstance(last, Points) and last.ordered:
        minutes = Span(wording.minutes(one.debrief_minutes), strong=True)
        before, _, after = wording.labels.in_the_end.partition("{minutes}")
        end = Line((Span(before), minutes, Span(after)))
        last = replace(last, points=(*last.points, Point(end)))
    yield last


def _for_trainers(one: Activity, voice: Voice) -> Iterator[Part]:
    """Give materials, cards in a list, the debriefing and what to expect."""
    wording, words = voice.wording, voice.wording.labels
    minutes = wording.minutes(one.debrief_minutes) if one.debrief_minutes else ""
    debrief = dotted(words.debrief, minutes)
    texts = (
        (words.materials, one.materials),
        (words.cards, one.cards),
        (debrief, one.debrief),
        (words.answers, one.answers),
    )
    for head, text in texts:
        if text:
            yield Heading(letters(head), 2)
            yield from parts(text, wording)


def _cards(text: Text, wording: Wording) -> Iterator[Point]:
    """Give the entries of a text's lists: one is a card."""
    for block in text.blocks:
        if isinstance(block, Bullets | Steps):
            yield from points(block.items, wording)
