"""A workshop's wishes and hours → its agenda, and what had to be dropped. Pure."""

from course.model import Course
from course.plan.choose import choose
from course.plan.rules import check_plan, no_time_to_begin
from course.problems import Problem
from course.workshop import Agenda, Workshop


def plan(workshop: Workshop, course: Course) -> tuple[Agenda, tuple[Problem, ...]]:
    """Fit what is chosen to the hours there are; tell what is wrong with that.

    Where the must-haves do not fit, the agenda holds only as many as do.
    """
    agenda, no_room = choose(workshop)
    wrong = tuple(no_time_to_begin(workshop)) or no_room
    return agenda, wrong or tuple(check_plan(workshop, agenda, course))
