"""Rules on a plan: what the clock, the group and the objectives ask for."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from course.assemble import points
from course.check.teaching import long_input, too_much_input
from course.model import (
    Choice,
    Course,
    FillIn,
    Judge,
    Module,
    Question,
    ShortAnswer,
    Topic,
)
from course.plan.clock import stretches
from course.plan.keep import trim
from course.problems import Problem, Severity
from course.workshop import Agenda, Workshop

MOST_PEOPLE = 20
# Seconds that a question takes at least: alone; with a case, or with pairs to match.
ALONE, WITH_CASE, A_POINT = 45, 90, 60
LEAST_OPENING, MOST_OPENING = 5, 30
MOST_FREE = 0.15
LEAST_FREE = 20


def check_plan(workshop: Workshop, agenda: Agenda, course: Course) -> Iterator[Problem]:
    """Give all that is odd about a plan."""
    return chain(
        lost_objectives(workshop, agenda),
        long_units(workshop, agenda),
        free_time(workshop, agenda),
        large_group(workshop),
        odd_opening(workshop),
        hasty_quiz(workshop, agenda),
        hasty_slides(workshop, agenda),
        much_listening(workshop, agenda, course),
    )


def _kept(workshop: Workshop, agenda: Agenda) -> Iterator[tuple[Module, Module]]:
    """Give each module that is taught, whole and cut down."""
    modules = {module.name: module for module in workshop.modules}
    for number, kept in enumerate(agenda.keeps, 1):
        whole = modules[kept.module]
        yield whole, trim(whole, kept, number)


def lost_objectives(workshop: Workshop, agenda: Agenda) -> Iterator[Problem]:
    """P202: nothing that is taught serves an objective any more.

    Its topics were dropped. It is not promised to the learners: no slide and no
    handout shows it.
    """
    for whole, cut in _kept(workshop, agenda):
        for one in whole.text.objectives:
            if one not in cut.text.objectives:
                yield Problem(
                    workshop.text.place.of("modules"),
                    "P202",
                    f"nothing serves the objective {whole.name}/{one.id} any more",
                    "it is left out; to keep it, give more hours or name its topic",
                    Severity.WARNING,
                )


def long_units(workshop: Workshop, agenda: Agenda) -> Iterator[Problem]:
    """P203: one part is longer than people should go without a break."""
    for day in agenda.days:
        for slot in day.slots:
            if slot.unit and slot.hours.minutes > workshop.breaks.after:
                yield Problem(
                    workshop.text.place.of("breaks"),
                    "P203",
                    f"{slot.unit.module}/{slot.unit.part} takes {slot.hours.minutes} "
                    f"minutes without a break",
                    "let groups take their break when they like",
                    Severity.WARNING,
                )


def free_time(workshop: Workshop, agenda: Agenda) -> Iterator[Problem]:
    """P204: much time is left.

    The agenda gives it to questions and exchange. Choose more topics, or end earlier;
    or have lunch when a part ends, where much is left before it.
    """
    total = agenda.free
    whole = sum(
        part.minutes for day in workshop.days for part in stretches(day, workshop.lunch)
    )
    if total > max(LEAST_FREE, MOST_FREE * whole):
        yield Problem(
            workshop.text.place.of("hours"),
            "P204",
            f"{total} of {whole} minutes are left for questions and exchange",
            "choose more topics, or end earlier",
            Severity.WARNING,
        )


def large_group(workshop: Workshop) -> Iterator[Problem]:
    """P205: the group is larger than one in which everybody gets to speak."""
    if workshop.text.audience > MOST_PEOPLE:
        yield Problem(
            workshop.text.place.of("audience"),
            "P205",
            f"{workshop.text.audience} people are many for one group",
            f"take at most {MOST_PEOPLE}, or part them and find a second trainer",
            Severity.WARNING,
        )


def odd_opening(workshop: Workshop) -> Iterator[Problem]:
    """P206: the welcome is hasty, or takes too long."""
    minutes = workshop.text.opening
    if minutes and not LEAST_OPENING <= minutes <= MOST_OPENING:
        yield Problem(
            workshop.text.place.of("opening"),
            "P206",
            f"{minutes} minutes for the welcome",
            f"take {LEAST_OPENING} to {MOST_OPENING}",
            Severity.WARNING,
        )


def no_time_to_begin(workshop: Workshop) -> Iterator[Problem]:
    """P209: the welcome or the farewell is longer than the time it stands in.

    The welcome must end before lunch, the farewell begin after it.
    """
    text = workshop.text
    first = stretches(workshop.days[0], workshop.lunch)[0]
    last = stretches(workshop.days[-1], workshop.lunch)[-1]
    same = len(workshop.days) == 1 and first == last
    needs = text.opening + text.closing if same else max(text.opening, text.closing)
    if needs > min(first.minutes, last.minutes):
        yield Problem(
            text.place.of("opening"),
            "P209",
            f"{text.opening} minutes for the welcome, {text.closing} for the farewell",
            "make `opening` or `closing` shorter",
        )


def hasty_quiz(workshop: Workshop, agenda: Agenda) -> Iterator[Problem]:
    """P207: a quiz has too little time.

    A question takes 45 seconds at least; one with a case, with pairs to match or with
    steps to put in order 90. Where one answers in one's own words, a point takes a
    minute.
    """
    for whole, cut in _kept(workshop, agenda):
        quiz = cut.text.quiz
        seconds = sum(map(_seconds, cut.questions))
        if quiz and seconds > 60 * quiz.minutes:
            yield Problem(
                workshop.text.place.of("modules"),
                "P207",
                f"{whole.name}: {quiz.minutes} minutes for {len(cut.questions)} "
                "questions",
                f"it takes {-(-seconds // 60)} minutes: change `quiz` in the module",
                Severity.WARNING,
            )


def _seconds(question: Question) -> int:
    """Give how long a question takes; a point that one writes for takes a minute."""
    if isinstance(question, ShortAnswer):
        return A_POINT * points(question)
    alone = isinstance(question, Choice | Judge | FillIn) and not question.scenario
    return ALONE if alone else WITH_CASE


def hasty_slides(workshop: Workshop, agenda: Agenda) -> Iterator[Problem]:
    """P208: a topic shows more slides than it has minutes."""
    for whole, cut in _kept(workshop, agenda):
        for topic in cut.text.topics:
            if _shown(topic) > topic.minutes:
                yield Problem(
                    workshop.text.place.of("modules"),
                    "P208",
                    f"{whole.name}/{topic.id}: {_shown(topic)} slides in "
                    f"{topic.minutes} minutes",
                    "give each slide a minute at least",
                    Severity.WARNING,
                )


def _shown(topic: Topic) -> int:
    return len(topic.show)


def much_listening(
    workshop: Workshop, agenda: Agenda, course: Course
) -> Iterator[Problem]:
    """P210: what is left of a module is too much listening.

    Activities or questions that parted it were dropped. Take one of them back in, or
    drop some of the input as well.
    """
    for whole, cut in _kept(workshop, agenda):
        if cut.text.minutes != whole.text.minutes:
            alone = replace(course, modules=(cut,))
            for problem in chain(too_much_input(alone), long_input(alone)):
                yield Problem(
                    workshop.text.place.of("modules"),
                    "P210",
                    f"what is left of {whole.name}: {problem.message}",
                    "take an activity back in, or leave out input: `without: [id]`",
                    Severity.WARNING,
                )
