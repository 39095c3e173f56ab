"""Rules on what is shown: slides are seen from the last row, and listened to."""

from collections.abc import Iterator
from difflib import get_close_matches

from course.check.walk import slides, text_slides, topics
from course.languages import is_han
from course.model import (
    ChartSlide,
    Choice,
    Course,
    PeriodsSlide,
    QuizSlide,
    SeriesSlide,
)
from course.problems import Problem, Severity
from course.text import Bullets, Steps

MOST_ITEMS = 6
MOST_WORDS, MOST_HAN = 60, 120
HEADLINE_WORDS, HEADLINE_HAN = 15, 28
LEAST_BARS, MOST_BARS, MOST_SERIES = 2, 12, 4


def too_many_points(course: Course) -> Iterator[Problem]:
    """C301: a list on a slide has more than six entries.

    A slide with more is read, not heard; the list goes on on a next slide. Part it
    yourself where the sense parts it, or move detail into the handout.
    """
    for slide in text_slides(course):
        for block in slide.text.blocks:
            if isinstance(block, Bullets | Steps) and len(block.items) > MOST_ITEMS:
                yield Problem(
                    block.items[MOST_ITEMS].words.place,
                    "C301",
                    f"{len(block.items)} entries in one list",
                    f"keep to {MOST_ITEMS}, or part it in two slides",
                    Severity.WARNING,
                )


def wall_of_words(course: Course) -> Iterator[Problem]:
    """C302: a slide holds more words than can be read while somebody speaks.

    More than 60 words, or 120 characters in Chinese, make a handout. Say them in
    `say`, or print them in `read`.
    """
    most = MOST_HAN if is_han(course.lang) else MOST_WORDS
    for slide in text_slides(course):
        plain = " ".join(words.plain for words in slide.text.words)
        count, of = _length(plain, course.lang)
        if count > most:
            yield Problem(
                slide.text.place,
                "C302",
                f"{count} {of} on one slide",
                "move detail into `say` or `read`",
                Severity.WARNING,
            )


def long_headline(course: Course) -> Iterator[Problem]:
    """C303: a headline is longer than two lines.

    That is more than 15 words, or 28 characters in Chinese.
    """
    most = HEADLINE_HAN if is_han(course.lang) else HEADLINE_WORDS
    for _, topic in topics(course):
        heads = [topic.title, *(s.headline for s in topic.show if s.headline)]
        for words in heads:
            count, of = _length(words.plain, course.lang)
            if count > most:
                yield Problem(
                    words.place,
                    "C303",
                    f"a headline of {count} {of}",
                    "say it in one short sentence",
                    Severity.WARNING,
                )


def nothing_to_say(course: Course) -> Iterator[Problem]:
    """C304: a topic shows something, but the trainer has nothing to say.

    Without `say` the notes are empty, and another trainer cannot give the session.
    """
    for _, topic in topics(course):
        if topic.show and topic.say is None:
            yield Problem(
                topic.place,
                "C304",
                f"the topic “{topic.id}” has no `say`",
                "write what the trainer says",
                Severity.WARNING,
            )


def empty_topic(course: Course) -> Iterator[Problem]:
    """C306: a topic shows nothing, hands out nothing, does nothing and asks nothing.

    What is only said would be in no file: notes belong to a slide.
    """
    for _, topic in topics(course):
        if not (topic.show or topic.read or topic.do or topic.ask):
            yield Problem(
                topic.place,
                "C306",
                f"the topic “{topic.id}” is empty",
                "write at least one of `show`, `read`, `do` and `ask`",
                Severity.WARNING,
            )


def chart_size(course: Course) -> Iterator[Problem]:
    """C305: a chart has fewer than two bars, or more than twelve."""
    for slide in slides(course):
        if isinstance(slide, ChartSlide):
            count = len(slide.bars)
            if not LEAST_BARS <= count <= MOST_BARS:
                yield Problem(
                    slide.place.of("bars"),
                    "C305",
                    f"bars in this chart: {count}",
                    f"give {LEAST_BARS} to {MOST_BARS}, or use `layout: numbers`",
                )


def uneven_series(course: Course) -> Iterator[Problem]:
    """C307: a chart's series does not have one number for each label.

    A chart of several series has 2 to 12 labels and 1 to 4 series, each with as many
    numbers as there are labels.
    """
    for slide in slides(course):
        if not isinstance(slide, SeriesSlide):
            continue
        count = len(slide.labels)
        if not LEAST_BARS <= count <= MOST_BARS or len(slide.series) > MOST_SERIES:
            yield Problem(
                slide.place.of("labels"),
                "C307",
                f"labels in this chart: {count}, series: {len(slide.series)}",
                f"give 2 to {MOST_BARS} labels, and at most {MOST_SERIES} series",
            )
        for one in slide.series:
            if len(one.values) != count:
                yield Problem(
                    one.place.of("values"),
                    "C307",
                    f"numbers in this series: {len(one.values)}, labels: {count}",
                    "give one number for each label",
                )


def turned_period(course: Course) -> Iterator[Problem]:
    """C308: a period ends before it begins."""
    for slide in slides(course):
        for one in slide.periods if isinstance(slide, PeriodsSlide) else ():
            if one.last < one.first:
                yield Problem(
                    one.place.of("last"),
                    "C308",
                    f"the period ends in {one.last}, but begins in {one.first}",
                    "put the earlier year first",
                )


def no_such_item(course: Course) -> Iterator[Problem]:
    """C309: a slide asks a quiz item that its module does not have.

    Items with options can be asked on a slide; all others are for paper.
    """
    for module, topic in topics(course):
        known = {one.id for one in module.questions if isinstance(one, Choice)}
        others = {one.id: one.kind for t in module.text.topics for one in t.ask}
        for slide in topic.show:
            if not isinstance(slide, QuizSlide) or slide.item in known:
                continue
            if slide.item in others:
                yield Problem(
                    slide.place.of("item"),
                    "C309",
                    f"“{slide.item}” is of the kind `{others[slide.item]}`, and no "
                    "slide asks that",
                    "name an item of the kind `one` or `several`",
                )
            else:
                near = get_close_matches(slide.item, known, 1)
                yield Problem(
                    slide.place.of("item"),
                    "C309",
                    f"no quiz item with options has the id “{slide.item}”",
                    f"did you mean {near[0]}?" if near else "name one of this module",
                )


def _length(plain: str, lang: str) -> tuple[int, str]:
    """Give how long a text is, and in what that is counted."""
    if is_han(lang):
        return sum(not letter.isspace() for letter in plain), "characters"
    return len(plain.split()), "words"


RULES = (
    too_many_points,
    wall_of_words,
    long_headline,
    nothing_to_say,
    empty_topic,
    chart_size,
    uneven_series,
    turned_period,
    no_such_item,
)
