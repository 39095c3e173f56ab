"""The session plan: one line for each step, by the clock."""

from collections.abc import Iterator, Sequence

from course.arrange.guide.steps import Step
from course.arrange.guide.teller import Teller
from course.arrange.parts import letters
from course.arrange.sheet import Line, Part, Prose, TableFigure
from course.arrange.slides import chosen
from course.model import Activity, QuizSlide, TextSlide, Topic
from course.text import Span
from course.workshop import PAUSES

# Of the width.
COLUMNS = (0.08, 0.07, 0.22, 0.36, 0.1, 0.17)


def session_plan(some: Sequence[Step], teller: Teller) -> Iterator[Part]:
    """Give steps as a table, and how long they take without breaks."""
    words = teller.words
    heads = (
        words.clock,
        words.plan_minutes,
        words.part,
        words.method,
        words.slides,
        words.outcome,
    )
    rows = tuple(_row(step, teller) for step in some)
    numeric = (False,) * len(COLUMNS)
    yield TableFigure("", tuple(map(letters, heads)), rows, numeric, COLUMNS)
    minutes = sum(one.hours.minutes for one in some if one.kind not in PAUSES)
    total = words.total.format(minutes=teller.wording.minutes(minutes))
    yield Prose(Line((Span(total, strong=True),)))


def _row(step: Step, teller: Teller) -> tuple[Line, ...]:
    wording = teller.wording
    about = [teller.phase(step), teller.objectives(step)]
    if step.topic and step.topic.need == "more" and not step.activity:
        about.append(teller.words.may_drop)
    below = wording.labels.comma.join(filter(None, about))
    return (
        letters(teller.clock(step.hours.start)),
        letters(wording.number(step.hours.minutes)),
        Line((Span(_title(step, teller), strong=True),), below),
        Line(tuple(_method(step, teller))),
        letters(wording.numbers(step.numbers)),
        letters(_outcome(step, teller)),
    )


def _title(step: Step, teller: Teller) -> str:
    """Give a step's title, a topic's in its short form."""
    if step.topic and step.topic.agenda and not step.activity:
        return teller.voices.named(step.topic.agenda)
    return teller.title(step)


def _method(step: Step, teller: Teller) -> Iterator[Span]:
    """Say by which method a step goes, and who does what."""
    words = teller.words
    kind = "questions" if step.kind == "input" and _asks(step.topic) else step.kind
    way = getattr(words, f"way_{kind}", "")
    if not way:
        return
    if step.activity:
        way += words.colon + teller.voices.named(step.activity.group)
        joins = teller.voices.named(step.activity.task)
    else:
        joins = getattr(words, f"join_{kind}")
    leads = getattr(words, f"leads_{kind}")
    yield Span(f"{way}{words.stop}")
    yield Span(f"{words.trainer_does}{words.colon}", strong=True)
    yield Span(f"{leads}{words.stop}")
    yield Span(f"{words.people_do}{words.colon}", strong=True)
    yield Span(joins.rstrip(".。"))
    if step.activity:
        listed = words.semicolon.join(_materials(step.activity, teller))
        yield Span(f"{words.stop}")
        yield Span(f"{words.materials}{words.colon}", strong=True)
        yield Span(listed)


def _materials(activity: Activity, teller: Teller) -> Iterator[str]:
    piece = teller.voices.settle(activity.materials)
    yield from (words.plain for words in piece.parts[0].words)


def _asks(topic: Topic | None) -> bool:
    """Tell whether a topic puts a question to the room."""
    return topic is not None and any(
        isinstance(one, QuizSlide)
        or (
            isinstance(one, TextSlide)
            and (one.layout or chosen(one.text)) == "question"
        )
        for one in topic.show
    )


def _outcome(step: Step, teller: Teller) -> str:
    """Say what a step leaves behind, and how one sees what was learnt."""
    words = teller.words
    if step.activity:
        return teller.voices.named(step.activity.product)
    if step.kind == "wrap" and step.module:
        return teller.voices.named(step.module.text.wrap.action)
    if step.kind == "quiz" and step.module:
        number = teller.wording.number(len(step.module.questions))
        return words.quiz_items.format(number=number)
    found = [words.check_answers] if _asks(step.topic) else []
    if step.topic and step.module:
        asked = [one.id for one in step.module.questions]
        numbers = [asked.index(one.id) + 1 for one in step.topic.questions]
        listed = teller.wording.numbers(numbers)
        found += [words.check_quiz.format(numbers=listed)] if numbers else []
    return words.comma.join(found)
