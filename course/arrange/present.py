"""A module → its deck: which slides, in which order, with which notes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from course.arrange.deck import Deck, Filling, Para, Slide
from course.arrange.fit import shortened
from course.arrange.look import Look
from course.arrange.notes import activity_notes, say_notes, timed_notes, topic_notes
from course.arrange.slides import (
    Frame,
    Head,
    fill,
    head_of,
    letters,
    para,
    paras,
    points,
    show,
)
from course.arrange.voices import Voice, Voices
from course.model import Activity, Course, Module, Quiz, Topic
from course.problems import Place, Problem
from course.text import Cite, Span, Text, Words
from course.wording import Labels, dotted

MOST_AGENDA = 12
Texts: TypeAlias = dict[str, tuple[Para, ...]]


def present(
    course: Course, module: Module, voices: Voices, look: Look
) -> tuple[Deck, tuple[Problem, ...]]:
    """Give a module's deck in the wanted language, and what does not fit."""
    maker = _Maker(course, module, voices, look)
    slides = _with_own_titles(tuple(maker.slides()))
    title = voices.settle(module.text.title, course.text.title)
    words, course_words = title.parts
    deck = Deck(
        lang=voices.lang,
        title=words.plain,
        subject=course_words.plain,
        author=voices.settle(course.text.publisher).parts[0].plain,
        footer=_footer(words.plain, look, voices.lang),
        slides=slides,
    )
    return deck, tuple(maker.frame.problems)


class _Maker:
    """Makes a module's slides; the frame gathers what does not fit."""

    def __init__(
        self, course: Course, module: Module, voices: Voices, look: Look
    ) -> None:
        self.course = course
        self.module = module
        self.text = module.text
        self.voices = voices
        pictures = {picture.name: picture for picture in module.pictures}
        self.hooks = [t for t in self.text.topics if t.phase == "hook"]
        self.inputs = [t for t in self.text.topics if t.phase != "hook"]
        self.frame = Frame(look, course.symbol, pictures)

    def slides(self) -> Iterator[Slide]:
        """Give all slides: hooks first, then aims and agenda, then the rest."""
        yield self._title()
        for topic in self.hooks:
            yield from self._topic(topic)
        if self.text.objectives:
            yield from self._objectives()
        yield from self._agenda()
        for topic in self.inputs:
            yield from self._topic(topic)
        if self.text.quiz:
            yield self._quiz(self.text.quiz)
        yield from self._lessons()
        yield self._action()
        yield self._about()

    def _title(self) -> Slide:
        course = self.course.text
        piece = self.voices.settle(
            self.text.title, course.title, course.subtitle, self.text.summary
        )
        title, course_title, subtitle, summary = piece.parts
        words = piece.wording.labels
        number = words.module.format(number=self.module.number)
        length = piece.wording.minutes(self.text.minutes)
        texts: Texts = {
            "Kicker": (para(course_title),),
            "Subtitle": (
                letters(dotted(number, length)),
                *((para(subtitle),) if subtitle else ()),
            ),
        }
        head = self._head("title", para(title), piece, self.text.title.place)
        notes = (letters(words.summary, strong=True), *paras(summary))
        return _with(fill("Title", head, texts, self.frame), *notes)

    def _objectives(self) -> Iterator[Slide]:
        piece = self.voices.settle(self.text.objectives)
        words = piece.wording.labels
        items = [para(one.text, "bullet") for one in piece.parts[0]]
        place = self.text.objectives[0].place
        head = self._head("objectives", letters(words.aims), piece, place)
        for slide in points(items, head, self.frame):
            yield _with(slide, letters(words.aims_aloud))

    def _agenda(self) -> Iterator[Slide]:
        titles = tuple(topic.agenda or topic.title for topic in self.inputs)
        games = tuple(one.title for topic in self.inputs for one in topic.do)
        piece = self.voices.settle(titles, games)
        words = piece.wording.labels
        body = [
            letters(f"{piece.wording.minutes(minutes)}\t{title}")
            for minutes, title in self._entries(*piece.parts, words)
        ]
        head = self._head("agenda", letters(words.agenda), piece, self.text.place)
        for slide in points(body, head, self.frame, layout="Agenda", most=MOST_AGENDA):
            yield _with(slide, letters(words.agenda_aloud))

    def _entries(
        self, titles: tuple[Words, ...], games: tuple[Words, ...], words: Labels
    ) -> Iterator[tuple[int, str]]:
        """Give what lies ahead: how long, and what."""
        names, played = iter(titles), iter(games)
        for topic in self.inputs:
            yield topic.minutes, next(names).plain
            for one in topic.do:
                yield one.minutes, words.activity.format(title=next(played).plain)
        if self.text.quiz:
            yield self.text.quiz.minutes, words.quiz
        yield self.text.wrap.minutes, words.closing

    def _topic(self, topic: Topic) -> Iterator[Slide]:
        cite = Cite(topic.cite)
        for number, shown in enumerate(topic.show, 1):
            piece = self.voices.settle(replace(shown, say=None), topic.title)
            one, title = piece.parts
            head = head_of(one, title, cite, piece, self.frame)
            name = self._name(topic.id, "" if number == 1 else str(number))
            slides = show(one, replace(head, name=name), self.frame)
            notes, lang = (
                topic_notes(topic, self.voices)
                if number == 1
                else say_notes(shown.say, self.voices)
            )
            yield from self._continued(slides, notes, lang)
        for activity in topic.do:
            yield self._activity(topic, activity)

    def _continued(
        self, slides: list[Slide], notes: tuple[Para, ...], lang: str
    ) -> Iterator[Slide]:
        """Give the notes to the first of some slides, and a word to those after it."""
        words = self.voices.wordings[lang].labels
        for number, slide in enumerate(slides):
            own = notes if number == 0 else (letters(words.continued),)
            yield replace(slide, notes=own, notes_lang=lang)

    def _activity(self, topic: Topic, activity: Activity) -> Slide:
        piece = self.voices.settle(activity)
        one: Activity = piece.parts[0]
        words = piece.wording.labels
        facts = (
            (words.time, piece.wording.minutes(one.minutes)),
            (words.group, one.group.plain),
            (words.product, one.product.plain),
        )
        texts: Texts = {
            "Facts": tuple(
                line
                for title, value in facts
                for line in (letters(title, strong=True), letters(value))
            ),
            "Body": (para(one.task), *paras(one.steps)),
        }
        title = letters(words.activity.format(title=one.title.plain))
        where = piece.wording.source(self.frame.symbol, Cite(one.cite))
        source = dotted(piece.mark, where)
        name = self._name(topic.id, one.id)
        places = next(one.steps.words, one.title).place, one.title.place
        head = Head(name, title, source, *places, piece.wording)
        slide = fill("Activity", head, texts, self.frame)
        return _with(slide, *activity_notes(one, piece))

    def _quiz(self, quiz: Quiz) -> Slide:
        voice = Voice(self.voices.wording)
        words = voice.wording.labels
        number = len(self.module.questions)
        texts: Texts = {
            "Body": (
                letters(voice.wording.minutes(quiz.minutes), strong=True),
                letters(words.quiz_items.format(number=number)),
                letters(words.quiz_how),
            )
        }
        head = self._head("quiz", letters(words.quiz_invitation), voice, quiz.place)
        slide = fill("Question", head, texts, self.frame)
        return _with(slide, letters(words.quiz_aloud))

    def _lessons(self) -> Iterator[Slide]:
        wrap = self.text.wrap
        piece = self.voices.settle(wrap.lessons)
        lessons: Text = piece.parts[0]
        where = piece.wording.source(self.frame.symbol, lessons.cites)
        source = dotted(piece.mark, where)
        head = self._head(
            "lessons", letters(piece.wording.labels.lessons), piece, wrap.lessons.place
        )
        slides = points(paras(lessons), replace(head, source=source), self.frame)
        notes, lang = timed_notes(wrap.minutes, wrap.say, self.voices)
        yield from self._continued(slides, notes, lang)

    def _action(self) -> Slide:
        action = self.text.wrap.action
        piece = self.voices.settle(action)
        words = piece.wording.labels
        head = self._head("action", letters(words.action), piece, action.place)
        texts: Texts = {"Body": (para(piece.parts[0]),)}
        slide = fill("Action", head, texts, self.frame)
        return _with(slide, letters(words.action_aloud))

    def _about(self) -> Slide:
        text = self.course.text
        piece = self.voices.settle(text.imprint, text.publisher, text.edition)
        imprint, publisher, edition = piece.parts
        last = dotted(publisher.plain, edition.plain)
        title = letters(piece.wording.labels.about)
        head = self._head("about", title, piece, text.imprint.place)
        texts: Texts = {"Body": (*paras(imprint), letters(last))}
        return fill("Imprint", head, texts, self.frame)

    def _head(self, part: str, headline: Para, voice: Voice, place: Place) -> Head:
        name = self._name(part)
        return Head(name, headline, voice.mark, place, place, voice.wording)

    def _name(self, *parts: str) -> str:
        return "/".join(part for part in (self.text.id, *parts) if part)


def _footer(title: str, look: Look, lang: str) -> str:
    """Give as much of a title as has room at the foot of every slide."""
    feet = [one.footer for one in look.layouts.values() if one.footer]
    for foot in feet:
        title = shortened(title, foot, lang)
    return title


def _with(slide: Slide, *notes: Para) -> Slide:
    return replace(slide, notes=notes, notes_lang=slide.lang)


def _with_own_titles(slides: tuple[Slide, ...]) -> tuple[Slide, ...]:
    """Number headlines that come more than once, so that each slide has its own."""
    seen: set[str] = set()
    named = []
    for slide in slides:
        own, number = slide, 1
        while own.headline in seen:
            number += 1
            own = _titled(slide, number)
        seen.add(own.headline)
        named.append(own)
    return tuple(named)


def _titled(slide: Slide, number: int) -> Slide:
    def numbered(filling: Filling) -> Filling:
        if filling.box != "Headline":
            return filling
        first, *rest = filling.paras
        spans = (*first.spans, Span(f" ({number})"))
        return replace(filling, paras=(replace(first, spans=spans), *rest))

    return replace(slide, fillings=tuple(numbered(f) for f in slide.fillings))
