"""What a translator is told beside each message: the `#.` comments. Pure.

What the words are and where they appear, how much room there is, which terms of the
glossary they hold, and what they cite.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from course.arrange.look import Look
from course.arrange.room import Room, room_for
from course.catalog.entry import Entries, Key
from course.slots import Slot, Unit
from course.terms import Termbase
from course.text import Cite

ROLES: Mapping[str, str] = {
    "CourseText.title": "course title – on title slides and covers",
    "CourseText.subtitle": "course subtitle – on title slides",
    "CourseText.publisher": "publisher – in the imprint",
    "CourseText.edition": "edition – in the imprint",
    "CourseText.imprint": "imprint – on the last slide and page",
    "Report.title": "title of the report – in the imprint and the sources",
    "Footnote.source": "a source – in the handout's list of sources",
    "Term.term": "glossary: the agreed form of a term",
    "Term.definition": "glossary: what the term means",
    "ModuleText.title": "module title – on the title slide, at the foot, on covers",
    "ModuleText.summary": "summary – in the handout, in the notes of the title slide",
    "Objective.text": "objective – on a slide and in the handout: “you can …”",
    "Topic.title": "slide title – also a heading in the handout",
    "Topic.agenda": "line of the agenda – one line on a slide",
    "Topic.say": "speaker notes – said aloud with the slide",
    "Topic.read": "handout text",
    "Topic.editor": "editor's note – in the handout",
    "TextSlide.text": "slide text",
    "TextSlide.text points": "point of a list – on a slide",
    "TextSlide.text cards": "card – on a slide: **head** – text",
    "TextSlide.text steps": "step – on a slide: **head** – text",
    "TextSlide.text numbers": "large number and its label – on a slide",
    "TextSlide.text compare Paragraph": "head of a column – on a slide",
    "TextSlide.text compare Bullets": "point in a column – on a slide",
    "TextSlide.text table": "table cell – on a slide",
    "TextSlide.text statement": "statement – on a slide, in large letters",
    "TextSlide.text question": "question to the room – on a slide",
    "TextSlide.text evidence Paragraph": "claim – on a slide, beside its evidence",
    "TextSlide.text evidence Bullets": "evidence for a claim – on a slide",
    "TextSlide.text example": "example: a place, then what was done – on a slide",
    "TextSlide.text quotation Quote": "quotation – on a slide",
    "TextSlide.text quotation Paragraph": "who is quoted – on a slide",
    "TextSlide.answers": "good answers – in the trainer's notes",
    "ChartSlide.unit": "what a chart counts – on its axis",
    "SeriesSlide.unit": "what a chart counts – on its axis",
    "SeriesSlide.labels": "label along a chart",
    "Bar.label": "label of a bar – in a chart",
    "Series.name": "name of a row of numbers – in a chart's legend",
    "Period.label": "label of a period – in a chart",
    "PictureSlide.alt": "what a picture shows – read out to those who cannot see it",
    "Activity.title": "name of an activity – on its slide, in agenda and handout",
    "Activity.group": "who works together – on the activity's slide",
    "Activity.materials": "material for an activity – in the trainer's notes",
    "Activity.task": "task in one sentence – on the activity's slide",
    "Activity.steps": "step of an activity – on its sheet",
    "Activity.product": "what a group has made at the end – on the activity's slide",
    "Activity.cards": "card to hand out – on the activity's sheet",
    "Lines.write": "prompt to write on – on a form",
    "Ratings.rate": "statement to rate – on a form",
    "Ratings.scale": "step of a scale – a narrow column on a form",
    "Checklist.check": "statement to tick – on a form",
    "Grid.fill": "head of a column – on a form",
    "Form.title": "title of a form",
    "Form.text": "what a form is for – at its head",
    "Assessment.text": "what learners read first – on the tests before and after",
    "Assessment.code": "how to make a personal code – on the tests before and after",
    "Recommendation.about": "what the report recommends – in a table",
    "Activity.debrief": "question after an activity – in the trainer's notes",
    "Activity.answers": "good answers – in the trainer's notes",
    "Choice.scenario": "short case before a question – in the quiz",
    "Choice.stem": "question – in the quiz",
    "Right.right": "option, a right one – in the quiz",
    "Right.why": "why the option is right – in the key",
    "Wrong.wrong": "option, a wrong one – in the quiz",
    "Wrong.why": "why the option is wrong – in the key",
    "Matching.scenario": "short case before a question – in the quiz",
    "Judge.scenario": "short case before a statement – in the quiz",
    "Ordering.scenario": "short case before a question – in the quiz",
    "FillIn.scenario": "short case before a sentence – in the quiz",
    "ShortAnswer.scenario": "short case before a question – in the quiz",
    "Matching.stem": "question that asks what belongs to what – in the quiz",
    "Matching.spare": "option that belongs to no item – in the quiz",
    "Pair.item": "item to find a match for – in the quiz",
    "Pair.match": "match of an item – in the quiz",
    "Pair.why": "why the two belong together – in the key",
    "Judge.stem": "statement that is true or false – in the quiz",
    "Judge.why_true": "what to tell those who say it is true – in the key",
    "Judge.why_false": "what to tell those who say it is false – in the key",
    "Ordering.stem": "question that asks what comes first – in the quiz",
    "Stage.step": "step to be put in order – in the quiz",
    "Stage.why": "why the step stands there – in the key",
    "FillIn.stem": "sentence with blanks – in the quiz; keep each ____ and its number, "
    "in the order that your language needs",
    "Blank.accept": "answers that count in a blank – in the key; part them by |, with "
    "all forms that your language has, the best one first",
    "Blank.why": "why this belongs into the blank – in the key",
    "ShortAnswer.stem": "question to answer in one's own words – in the quiz",
    "ShortAnswer.answer": "model answer – in the key",
    "MarkingPoint.point": "what an answer must say to earn points – in the key",
    "MarkingPoint.why": "why it belongs to the answer – in the key",
    "ItemSet.scenario": "case that several questions are about – in the quiz",
    "Attitude.stem": "what the statements below are about – in the quiz, unscored",
    "Attitude.statements": "statement to agree with or not – in the quiz, unscored",
    "Myth.myth": "what people often believe – in the handout",
    "Myth.fact": "what is true of it – in the handout",
    "Guide.prepare": "what to do beforehand – in the facilitator guide",
    "Guide.short": "what to leave out – in the facilitator guide",
    "Guide.long": "what to add – in the facilitator guide",
    "Guide.care": "how to keep people safe – in the facilitator guide",
    "Wrap.lessons": "key lesson – on a slide at the end, in the handout",
    "Wrap.action": "line of the learner's action plan – on a slide at the end",
    "Wrap.say": "speaker notes – said aloud at the end",
}


class Context(NamedTuple):
    """What is known of a course beside its words: its look, and the terms agreed on."""

    look: Look | None = None
    terms: Termbase = Termbase(())

    def explained(self, entries: Entries, units: Iterable[Unit]) -> Entries:
        """Give entries with comments on their units; their own come last."""
        about: dict[Key, dict[str, None]] = {}
        for unit in units:
            key = Key(unit.slot.path, unit.words.source)
            about.setdefault(key, {}).update(dict.fromkeys(self._comments(unit)))
        return tuple(
            entry
            if entry.obsolete or entry.key not in about
            else replace(entry, comments=(*about[entry.key], *entry.comments))
            for entry in entries
        )

    def _comments(self, unit: Unit) -> Iterator[str]:
        slot = unit.slot
        yield role(slot)
        room = room_for(slot, self.look) if self.look else None
        if room:
            yield _told(room)
        if slot.kind != "Term.term":
            for term in self.terms.terms_in(unit.words.plain):
                yield f"term: {term.sources[0]} = {' or '.join(term.targets)}"
        cites = unit.words.cites or slot.cites
        if cites:
            yield f"report: {_cited(cites)}"


def role(slot: Slot) -> str:
    """Tell what the words in a slot are, as a translator says it."""
    layout = getattr(slot.bearer, "layout", "")
    keys = (f"{slot.kind} {layout} {slot.block}", f"{slot.kind} {layout}", slot.kind)
    if slot.kind.endswith(".headline"):
        return "slide title"
    if slot.kind.endswith("Slide.say"):
        return ROLES["Topic.say"]
    known = next((ROLES[key] for key in keys if key in ROLES), "")
    return known or slot.note


def _told(room: Room) -> str:
    lines = f" in {room.lines} lines" if room.lines > 1 else " a line"
    return f"room: about {room.latin} letters or {room.han} Han characters{lines}"


def _cited(cites: Cite) -> str:
    paragraphs = ", ".join(map(str, cites.paragraphs))
    notes = ", ".join(map(str, cites.footnotes))
    parts = [f"¶{paragraphs}" * bool(paragraphs), f"fn {notes}" * bool(notes)]
    return "; ".join(filter(None, parts))
