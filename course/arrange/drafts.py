"""A module → drafts of its slides: which ones, in which order, with which notes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from course.arrange.ask import asked
from course.arrange.colophon import colophon
from course.arrange.deck import Para
from course.arrange.draft import Draft, Notes, Paras, letters, para, paras
from course.arrange.notes import (
    activity_notes,
    aloud,
    say_notes,
    timed_notes,
    topic_notes,
)
from course.arrange.references import report_line, source_line
from course.arrange.slides import Frame, cited_by, show, silent
from course.arrange.voices import Voice, Voices
from course.assemble import ONLINE, order_in
from course.labels import Labels
from course.model import (
    Activity,
    Choice,
    Course,
    Module,
    Quiz,
    QuizSlide,
    Report,
    Topic,
)
from course.problems import Place, Problem
from course.text import Cite, Span, Words
from course.wording import dotted

# Before what is done already, in the agenda.
TICK = "✓"


def drafts(
    course: Course, module: Module, voices: Voices
) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """Give a module's drafts in the wanted language, and what has the wrong shape."""
    maker = _Maker(course, module, voices)
    made = tuple(maker.drafts())
    return made, tuple(maker.frame.problems)


class Entry(NamedTuple):
    """What the agenda lists: how long, on which slide, in which topic."""

    minutes: int
    slide: str
    topic: int
    begins: bool = False


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
        self.half = sum(entry.minutes for entry in self._entries()) / 2
        self.asked = {one.id: one for one in module.questions}
        self.frame = Frame(course.symbol, pictures)

    def drafts(self) -> Iterator[Draft]:
        """Give all slides: hooks first, then aims and agenda, then the rest."""
        for section, drafts in self._sections():
            yield from (replace(draft, section=section) for draft in drafts)

    def _sections(self) -> Iterator[tuple[str, Iterable[Draft]]]:
        words = self.voices.wording.labels
        yield self.voices.named(self.text.title), [self._title()]
        for topic in self.hooks:
            yield self._short(topic), self._topic(topic)
        aims = [self._objectives()] if self.text.objectives else []
        yield words.agenda, [*aims, self._agenda()]
        for number, topic in enumerate(self.inputs):
            halfway = [self._agenda(number)] if self._is_halfway(number) else []
            yield self._short(topic), (*halfway, *self._topic(topic))
        if self.text.quiz:
            yield words.quiz, [self._quiz(self.text.quiz)]
        yield words.closing, [self._lessons(), self._action(), *self._end()]

    def _short(self, topic: Topic) -> str:
        return self.voices.named(topic.agenda or topic.title)

    def _is_halfway(self, number: int) -> bool:
        """Tell whether half of the time is over before a topic, and not long before."""
        before = [self._minutes(self.inputs[:end]) for end in (number - 1, number)]
        return number > 1 and before[0] < self.half <= before[1]

    @staticmethod
    def _minutes(topics: Iterable[Topic]) -> int:
        return sum(t.minutes + sum(one.minutes for one in t.do) for t in topics)

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
            told=piece.told,
            notes=aloud([letters(words.summary, strong=True), *paras(summary)], piece),
        )

    def _objectives(self) -> Draft:
        piece = self.voices.settle(self.text.objectives)
        words = piece.wording.labels
        items = tuple(para(one.text, "bullet") for one in piece.parts[0])
        place = self.text.objectives[0].place
        draft = self._own("objectives", words.aims, items, piece, place)
        return replace(draft, notes=aloud([letters(words.aims_aloud)], piece))

    def _agenda(self, reached: int = 0) -> Draft:
        """Give the agenda; before a later topic, with what is done already ticked."""
        titles = tuple(topic.agenda or topic.title for topic in self.inputs)
        games = tuple(one.title for topic in self.inputs for one in topic.do)
        piece = self.voices.settle(titles, games)
        words = piece.wording.labels
        names = self._named(*piece.parts, words)
        body = []
        for entry, title in zip(self._entries(), names, strict=True):
            done = entry.topic < reached
            before = TICK if done else piece.wording.minutes(entry.minutes)
            now = bool(reached) and entry.topic == reached and entry.begins
            link = f"#{self._name(entry.slide)}"
            spans = Span(f"{before}\t", strong=now), Span(title, strong=now, link=link)
            body.append(Para(spans))
        headline = words.agenda_again if reached else words.agenda
        part = "agenda-again" if reached else "agenda"
        draft = self._own(part, headline, tuple(body), piece, self.text.place)
        said = words.agenda_again_aloud if reached else words.agenda_aloud
        return replace(draft, layout="Agenda", notes=aloud([letters(said)], piece))

    def _entries(self) -> Iterator[Entry]:
        """Give what lies ahead."""
        for number, topic in enumerate(self.inputs):
            yield Entry(topic.minutes, topic.id, number, begins=True)
            for one in topic.do:
                yield Entry(one.minutes, f"{topic.id}/{one.id}", number)
        if self.text.quiz:
            yield Entry(self.text.quiz.minutes, "quiz", len(self.inputs))
        yield Entry(self.text.wrap.minutes, "lessons", len(self.inputs))

    def _named(
        self, titles: tuple[Words, ...], games: tuple[Words, ...], words: Labels
    ) -> Iterator[str]:
        """Give the names of the entries."""
        played = iter(games)
        for topic, title in zip(self.inputs, titles, strict=True):
            yield title.plain
            for _ in topic.do:
                yield words.activity.format(title=next(played).plain)
        if self.text.quiz:
            yield words.quiz
        yield words.closing

    def _topic(self, topic: Topic) -> Iterator[Draft]:
        for number, shown in enumerate(topic.show, 1):
            name = self._name(topic.id, "" if number == 1 else str(number))
            notes = (
                topic_notes(topic, shown, self.voices)
                if number == 1
                else say_notes(shown, self.voices)
            )
            if isinstance(shown, QuizSlide):
                yield from self._item(name, shown, notes)
            else:
                piece = self.voices.settle(silent(shown), topic.title)
                one, title = piece.parts
                draft = show(name, one, title, Cite(topic.cite), piece, self.frame)
                yield replace(draft, notes=notes)
        for activity in topic.do:
            yield self._activity(topic, activity)

    def _item(self, name: str, shown: QuizSlide, notes: Notes) -> Iterator[Draft]:
        """Give a quiz item on slides: its case, its question, its answer."""
        item = self.asked.get(shown.item)
        if isinstance(item, Choice):
            piece = self.voices.settle(item, shown.headline)
            question, headline = piece.parts
            where = piece.wording.source(self.frame.symbol, Cite(item.cite))
            order = order_in(self.module, ONLINE)[item.id]
            first, *rest = asked(name, question, order, headline, where, piece)
            yield from (replace(first, notes=notes), *rest)

    def _activity(self, topic: Topic, activity: Activity) -> Draft:
        piece = self.voices.settle(activity)
        (one,) = piece.parts
        words = piece.wording.labels
        facts = (
            (words.time, piece.wording.minutes(one.minutes)),
            (words.group, one.group.plain),
            (words.product, one.product.plain),
        )
        body = (para(one.task), *paras(one.steps))
        texts = {
            "Facts": tuple(
                line
                for title, value in facts
                for line in (letters(title, strong=True), letters(value))
            ),
            "Body": body,
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
            listed=(*(_fact(*fact, words.colon) for fact in facts), *body),
            told=piece.told,
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

    def _end(self) -> Iterator[Draft]:
        """Give what nobody says aloud: where all this comes from."""
        if self.course.report:
            yield self._references(self.course.report)
        yield about(self.course, (self.module,), self.voices)

    def _references(self, report: Report) -> Draft:
        shown = [one for t in self.text.topics for one in t.show]
        cites = (cited_by(one) for one in shown if not isinstance(one, QuizSlide))
        cited = {number for cite in cites for number in cite.footnotes}
        named = tuple(
            note
            for note in report.notes
            if note.id in cited and (note.source or note.link)
        )
        piece = self.voices.settle(report.title, named)
        title, notes = piece.parts
        words = piece.wording.labels
        lines = [report_line(replace(report, title=title), piece.wording)]
        for note in notes:
            mark = piece.wording.cite(Cite((), (note.id,)))
            head = Span(f"{mark[:1].upper()}{mark[1:]}{words.colon}")
            lines.append((head, *source_line(note, piece.wording)))
        body = (*map(Para, lines), letters(words.references_more))
        place = report.title.place
        draft = self._own("sources", words.references, body, piece, place)
        return replace(draft, layout="Imprint")

    def _own(
        self, part: str, headline: str, body: Paras, voice: Voice, place: Place
    ) -> Draft:
        """Draft a slide that every module has."""
        return _standing(self._name(part), headline, body, voice, place)

    def _name(self, *parts: str) -> str:
        return "/".join(part for part in (self.text.id, *parts) if part)


def about(course: Course, modules: Sequence[Module], voices: Voices) -> Draft:
    """Draft the imprint of a deck of some modules; it is named after the first."""
    text = course.text
    piece = voices.settle(text.imprint, text.publisher, text.edition)
    imprint, publisher, edition = piece.parts
    last = colophon(publisher, edition, modules, voices, piece.wording)
    body = (*paras(imprint), letters(last))
    name = f"{modules[0].text.id}/about"
    headline = piece.wording.labels.about
    draft = _standing(name, headline, body, piece, text.imprint.place)
    return replace(draft, layout="Imprint")


def _standing(
    name: str, headline: str, body: Paras, voice: Voice, place: Place
) -> Draft:
    """Draft a slide that every module has."""
    return Draft(
        name=name,
        layout="Points",
        headline=letters(headline),
        texts={"Body": body},
        wording=voice.wording,
        place=place,
        title_place=place,
        mark=voice.mark,
        told=voice.told,
    )


def _fact(name: str, value: str, colon: str) -> Para:
    return Para((Span(f"{name}{colon}", strong=True), Span(value)))
