"""What the trainer reads below a slide: how long, what to say, what to expect."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from course.arrange.deck import Para
from course.arrange.draft import Notes, letters, paras
from course.arrange.voices import Voice, Voices
from course.model import Activity, Slide, TextSlide, Topic
from course.text import Cite, Text
from course.wording import Wording


def topic_notes(topic: Topic, shown: Slide, voices: Voices) -> Notes:
    """Give the notes of a topic's first slide."""
    piece = voices.settle(topic.say, shown.say, _answers(shown), topic.editor)
    say, more, answers, editor = piece.parts
    words = piece.wording.labels
    body = [
        *_time(topic.minutes, piece.wording),
        *(paras(say) if say else ()),
        *(paras(more) if more else ()),
        *(_headed(words.answers, answers) if answers else ()),
        *(_headed(words.editor, editor) if editor else ()),
        *_sources(Cite(topic.cite), piece.wording),
    ]
    return aloud(body, piece)


def say_notes(shown: Slide, voices: Voices) -> Notes:
    """Give the notes of a slide that follows the first of its topic."""
    piece = voices.settle(shown.say, _answers(shown))
    say, answers = piece.parts
    body = [
        *(paras(say) if say else ()),
        *(_headed(piece.wording.labels.answers, answers) if answers else ()),
    ]
    return aloud(body, piece)


def _answers(shown: Slide) -> Text | None:
    return shown.answers if isinstance(shown, TextSlide) else None


def timed_notes(minutes: int, say: Text, voices: Voices) -> Notes:
    """Give notes that begin with a time."""
    piece = voices.settle(say)
    body = [*_time(minutes, piece.wording), *paras(piece.parts[0])]
    return aloud(body, piece)


def activity_notes(activity: Activity, voice: Voice) -> Notes:
    """Give all a trainer needs to run an activity."""
    words = voice.wording.labels
    minutes = voice.wording.minutes(activity.minutes)
    debrief = activity.debrief_minutes
    debriefing = words.debrief + (
        f" ({voice.wording.minutes(debrief)})" if debrief else ""
    )
    parts = (
        (words.materials, activity.materials),
        (words.steps, activity.steps),
        (words.cards, activity.cards),
        (debriefing, activity.debrief),
        (words.answers, activity.answers),
    )
    body = [
        letters(words.minutes.format(minutes=minutes), strong=True),
        *(para for title, text in parts if text for para in _headed(title, text)),
        *_sources(Cite(activity.cite), voice.wording),
    ]
    return aloud(body, voice)


def _time(minutes: int, wording: Wording) -> Iterator[Para]:
    if minutes:
        time = wording.labels.minutes.format(minutes=wording.minutes(minutes))
        yield letters(time, strong=True)


def _headed(title: str, text: Text) -> Iterator[Para]:
    yield letters(title, strong=True)
    yield from paras(text)


def _sources(cite: Cite, wording: Wording) -> Iterator[Para]:
    if cite:
        yield letters(wording.labels.sources.format(citation=wording.cite(cite)))


def aloud(body: Iterable[Para], voice: Voice) -> Notes:
    """Give paragraphs as notes in a language, with its mark if it is not the wanted."""
    mark = (letters(voice.mark, strong=True),) if voice.mark else ()
    more = letters(voice.wording.labels.continued)
    first = tuple(replace(one, lang=voice.lang) for one in (*mark, *body))
    return Notes(first, (replace(more, lang=voice.lang),), voice.told)
