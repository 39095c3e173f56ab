"""A module → drafts of its slides: which ones, in which order, with which notes."""

from collections.abc import Iterator
from dataclasses import replace

from course.arrange.draft import Draft, Paras, letters, para, paras
from course.arrange.notes import (
    activity_notes,
    aloud,
    say_notes,
    timed_notes,
    topic_notes,
)
from course.arrange.slides import Frame, show
from course.arrange.voices import Voice, Voices
from course.model import Activity, Course, Module, Quiz, Topic
from course.problems import Place, Problem
from course.text import Cite, Words
from course.wording import Labels, dotted


def drafts(
    course: Course, module: Module, voices: Voices
) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """Give a module's drafts in the wanted language, and what has the wrong shape."""
    maker = _Maker(course, module, voices)
    made = tuple(maker.drafts())
    return made, tuple(maker.frame.problems)


class _Maker:
    """Drafts a module's slides; the frame gathers what is wrong with them."""

    def __init__(self, course: Course, module: Module, voices: Voices) -> None:
        self.course = course
        self.module = module
        self.text = module.text
        self.voices = voices
        pictures = {picture.name: picture for picture in module.pictures}
        self.hooks = [t for t in self.text.topics if t.phase == "hook"]
        self.inputs = [t for t in self.text.topics if t.phase != "hook"]
        self.frame = Frame(course.symbol, pictures)

    def drafts(self) -> Iterator[Draft]:
        """Give all slides: hooks first, then aims and agenda, then the rest."""
        yield self._title()
        for topic in self.hooks:
            yield from self._topic(topic)
        if self.text.objectives:
            yield self._objectives()
        yield self._agenda()
        for topic in self.inputs:
            yield from self._topic(topic)
        if self.text.quiz:
            yield self._quiz(self.text.quiz)
        yield self._lessons()
        yield self._action()
        yield self._about()

    def _title(self) -> Draft:
        course = self.course.text
        piece = self.voices.settle(
            self.text.title, course.title, course.subtitle, self.text.summary
        )
        title, course_title, subtitle, summary = piece.parts
        words = piece.wording.labels
        number = words.module.format(number=self.module.number)
        length = piece.wording.minutes(self.text.minutes)
        below = (letters(dotted(number, length)), subtitle and para(subtitle))
        mark = letters(piece.mark) if piece.mark else None
        texts = {
            "Kicker": (para(course_title),),
            "Subtitle": tuple(one for one in (*below, mark) if one),
        }
        return Draft(
            name=self._name("title"),
            layout="Title",
            headline=para(title),
            texts=texts,
            wording=piece.wording,
            place=self.text.title.place,
            title_place=self.text.title.place,
            mark=piece.mark,
            notes=aloud([letters(words.summary, strong=True), *paras(summary)], piece),
        )

    def _objectives(self) -> Draft:
        piece = self.voices.settle(self.text.objectives)
        words = piece.wording.labels
        items = tuple(para(one.text, "bullet") for one in piece.parts[0])
        place = self.text.objectives[0].place
        draft = self._own("objectives", words.aims, items, piece, place)
        return replace(draft, notes=aloud([letters(words.aims_aloud)], piece))

    def _agenda(self) -> Draft:
        titles = tuple(topic.agenda or topic.title for topic in self.inputs)
        games = tuple(one.title for topic in self.inputs for one in topic.do)
        piece = self.voices.settle(titles, games)
        words = piece.wording.labels
        body = tuple(
            letters(f"{piece.wording.minutes(minutes)}\t{title}")
            for minutes, title in self._entries(*piece.parts, words)
        )
        draft = self._own("agenda", words.agenda, body, piece, self.text.place)
        notes = aloud([letters(words.agenda_aloud)], piece)
        return replace(draft, layout="Agenda", notes=notes)

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

    def _topic(self, topic: Topic) -> Iterator[Draft]:
        cite = Cite(topic.cite)
        for number, shown in enumerate(topic.show, 1):
            piece = self.voices.settle(replace(shown, say=None), topic.title)
            name = self._name(topic.id, "" if number == 1 else str(number))
            draft = show(name, *piece.parts, cite, piece, self.frame)
            first = number == 1
            notes = topic_notes(topic, self.voices) if first else None
            yield replace(draft, notes=notes or say_notes(shown.say, self.voices))
        for activity in topic.do:
            yield self._activity(topic, activity)

    def _activity(self, topic: Topic, activity: Activity) -> Draft:
        piece = self.voices.settle(activity)
        (one,) = piece.parts
        words = piece.wording.labels
        facts = (
            (words.time, piece.wording.minutes(one.minutes)),
            (words.group, one.group.plain),
            (words.product, one.product.plain),
        )
        texts = {
            "Facts": tuple(
                line
                for title, value in facts
                for line in (letters(title, strong=True), letters(value))
            ),
            "Body": (para(one.task), *paras(one.steps)),
        }
        where = piece.wording.source(self.frame.symbol, Cite(one.cite))
        return Draft(
            name=self._name(topic.id, one.id),
            layout="Activity",
            headline=letters(words.activity.format(title=one.title.plain)),
            texts=texts,
            wording=piece.wording,
            place=next(one.steps.words, one.title).place,
            title_place=one.title.place,
            source=where,
            mark=piece.mark,
            notes=activity_notes(one, piece),
        )

    def _quiz(self, quiz: Quiz) -> Draft:
        voice = Voice(self.voices.wording)
        words = voice.wording.labels
        number = len(self.module.questions)
        body = (
            letters(voice.wording.minutes(quiz.minutes), strong=True),
            letters(words.quiz_items.format(number=number)),
            letters(words.quiz_how),
        )
        draft = self._own("quiz", words.quiz_invitation, body, voice, quiz.place)
        notes = aloud([letters(words.quiz_aloud)], voice)
        return replace(draft, layout="Question", notes=notes)

    def _lessons(self) -> Draft:
        wrap = self.text.wrap
        piece = self.voices.settle(wrap.lessons)
        (lessons,) = piece.parts
        words = piece.wording.labels
        where = piece.wording.source(self.frame.symbol, lessons.cites)
        place = wrap.lessons.place
        draft = self._own("lessons", words.lessons, paras(lessons), piece, place)
        notes = timed_notes(wrap.minutes, wrap.say, self.voices)
        return replace(draft, source=where, notes=notes)

    def _action(self) -> Draft:
        piece = self.voices.settle(self.text.wrap.action)
        (action,) = piece.parts
        words = piece.wording.labels
        body = (para(action),)
        draft = self._own("action", words.action, body, piece, action.place)
        notes = aloud([letters(words.action_aloud)], piece)
        return replace(draft, layout="Action", notes=notes)

    def _about(self) -> Draft:
        text = self.course.text
        piece = self.voices.settle(text.imprint, text.publisher, text.edition)
        imprint, publisher, edition = piece.parts
        words = piece.wording.labels
        body = (*paras(imprint), letters(dotted(publisher.plain, edition.plain)))
        draft = self._own("about", words.about, body, piece, text.imprint.place)
        return replace(draft, layout="Imprint")

    def _own(
        self, part: str, headline: str, body: Paras, voice: Voice, place: Place
    ) -> Draft:
        """Draft a slide that every module has."""
        return Draft(
            name=self._name(part),
            layout="Points",
            headline=letters(headline),
            texts={"Body": body},
            wording=voice.wording,
            place=place,
            title_place=place,
            mark=voice.mark,
        )

    def _name(self, *parts: str) -> str:
        return "/".join(part for part in (self.text.id, *parts) if part)
