"""Rules on teaching: time, objectives, and whether they are tested."""

import re
from collections.abc import Iterator

from course.check.walk import activities
from course.model import Activity, Course, Module
from course.problems import Problem, Severity
from course.text import Steps

INPUT_SHARE = 0.4
LEAST_OBJECTIVES, MOST_OBJECTIVES = 3, 5
LONGEST_INPUT = 20
LEAST_ACTIVITY, MOST_ACTIVITY = 15, 60
DEBRIEF_SHARE = 0.25
# A step that begins with its minutes, in any language: “**5 min**”, “**5分钟**”.
STEP_MINUTES = re.compile(r"\*\*\s*(\d+)\D*?\*\*")


def minutes_do_not_add_up(course: Course) -> Iterator[Problem]:
    """C501: the minutes of a module's parts do not make the module's minutes.

    Topics, activities, the quiz and the close are added up.
    """
    for module in course.modules:
        total = _spent(module)
        if total != module.text.minutes:
            yield Problem(
                module.text.place.of("minutes"),
                "C501",
                f"the parts take {total} minutes, the module {module.text.minutes}",
                "mend `minutes` of the module or of its parts",
            )


def too_much_input(course: Course) -> Iterator[Problem]:
    """C502: more than two fifths of a module is listening.

    Adults learn by doing. Move input into activities, or into the handout.
    """
    for module in course.modules:
        heard = sum(t.minutes for t in module.text.topics if t.phase == "input")
        if heard > INPUT_SHARE * module.text.minutes:
            yield Problem(
                module.text.place.of("minutes"),
                "C502",
                f"{heard} of {module.text.minutes} minutes are input",
                f"keep input to {INPUT_SHARE:.0%}",
                Severity.WARNING,
            )


def long_input(course: Course) -> Iterator[Problem]:
    """C503: more than 20 minutes of input without an activity or a question.

    Part it by an activity, or by a slide with `layout: question` or `quiz`.
    """
    for module in course.modules:
        run = 0
        for topic in module.text.topics:
            if topic.phase != "input":
                continue
            run += topic.minutes
            if run > LONGEST_INPUT:
                yield Problem(
                    topic.place.of("minutes"),
                    "C503",
                    f"{run} minutes of input without a break",
                    "put an activity or a question slide before this topic",
                    Severity.WARNING,
                )
            asked = any(slide.layout in ("question", "quiz") for slide in topic.show)
            if topic.do or asked:
                run = 0


def number_of_objectives(course: Course) -> Iterator[Problem]:
    """C504: a module has fewer than three or more than five objectives."""
    for module in course.modules:
        count = len(module.text.objectives)
        if not LEAST_OBJECTIVES <= count <= MOST_OBJECTIVES:
            yield Problem(
                module.text.place.of("objectives"),
                "C504",
                f"objectives: {count}",
                f"give {LEAST_OBJECTIVES} to {MOST_OBJECTIVES}",
                Severity.WARNING,
            )


def untested_objective(course: Course) -> Iterator[Problem]:
    """C505: nothing shows whether an objective is reached.

    Each objective needs a quiz item, or an activity whose product shows it.
    """
    for module in course.modules:
        served = {
            named
            for topic in module.text.topics
            for activity in topic.do
            for named in activity.objectives
        }
        served |= {q.objective for t in module.text.topics for q in t.questions}
        for objective in module.text.objectives:
            if objective.id not in served:
                yield Problem(
                    objective.place,
                    "C505",
                    f"no question and no activity serves “{objective.id}”",
                    "name it in the `objective` of a question or an activity",
                    Severity.WARNING,
                )


def activity_time(course: Course) -> Iterator[Problem]:
    """C506: an activity is too short or too long, or leaves no time to look back.

    15 to 60 minutes; a quarter of them, five at least, for the debriefing.
    """
    for module in course.modules:
        for topic in module.text.topics:
            for one in topic.do:
                least = max(5, DEBRIEF_SHARE * one.minutes)
                short = one.debrief_minutes < least
                if short or not LEAST_ACTIVITY <= one.minutes <= MOST_ACTIVITY:
                    yield Problem(
                        one.place.of("minutes"),
                        "C506",
                        f"{one.minutes} minutes, {one.debrief_minutes} to debrief",
                        f"take {LEAST_ACTIVITY} to {MOST_ACTIVITY} minutes, "
                        f"{least:.0f} of them to debrief",
                        Severity.WARNING,
                    )


def steps_do_not_add_up(course: Course) -> Iterator[Problem]:
    """C507: the minutes of an activity's steps do not make the activity's minutes.

    Steps that begin with their minutes in bold (`**5 min** – …`) are added up, with
    the debriefing. An activity with a step that does not begin so is passed over.
    """
    for one in activities(course):
        taken = _minutes_of_steps(one)
        if taken and taken + one.debrief_minutes != one.minutes:
            yield Problem(
                one.place.of("steps"),
                "C507",
                f"the steps take {taken} minutes, with the debriefing "
                f"{taken + one.debrief_minutes}; the activity {one.minutes}",
                "mend the steps, `debrief-minutes` or `minutes`",
                Severity.WARNING,
            )


def _minutes_of_steps(activity: Activity) -> int:
    """Give what all steps take together; 0 if one of them does not say it."""
    items = [i for b in activity.steps.blocks if isinstance(b, Steps) for i in b.items]
    said = [STEP_MINUTES.match(item.words.source) for item in items]
    return sum(int(one[1]) for one in said if one) if all(said) else 0


def _spent(module: Module) -> int:
    text = module.text
    taught = sum(t.minutes + sum(a.minutes for a in t.do) for t in text.topics)
    return taught + (text.quiz.minutes if text.quiz else 0) + text.wrap.minutes


RULES = (
    minutes_do_not_add_up,
    too_much_input,
    long_input,
    number_of_objectives,
    untested_objective,
    activity_time,
    steps_do_not_add_up,
)
