"""The learner's action plan: one line for each module, all on one page."""

from dataclasses import replace

from course.arrange.book.page import page
from course.arrange.parts import letters, line
from course.arrange.sheet import (
    Blanks,
    Framed,
    Heading,
    Part,
    Prompt,
    Prose,
    Section,
    SeePage,
    Sheet,
)
from course.arrange.voices import Voices
from course.model import Course
from course.wording import dotted

LINES = 3
PLACE = "plan/plan"


def plan(course: Course, voices: Voices) -> Sheet:
    """Give the page on which a learner writes one line for each module."""
    words = voices.wording.labels
    body: list[Part] = [Heading(letters(words.plan), 1), Prose(letters(words.plan_how))]
    for module in course.modules:
        piece = voices.settle(module.text.title, module.text.wrap.action)
        title, action = piece.parts
        number = piece.wording.labels.module.format(number=module.number)
        prompt = Prompt(line(action, piece.wording), LINES)
        body.append(Framed("action", dotted(number, title.plain), (prompt,)))
    return page("plan", words.plan, course, voices, tuple(body))


def without_lines(sheet: Sheet) -> Sheet:
    """Give a handout that leads to the plan, where alone it would have lines."""
    see = SeePage(sheet.words.see_plan, PLACE)
    return replace(sheet, sections=tuple(_leading(one, see) for one in sheet.sections))


def _leading(section: Section, see: SeePage) -> Section:
    parts = tuple(_led(part, see) for part in section.parts)
    return replace(section, parts=parts)


def _led(part: Part, see: SeePage) -> Part:
    if not isinstance(part, Framed) or part.role != "action":
        return part
    inner = tuple(see if isinstance(one, Blanks) else one for one in part.parts)
    return replace(part, parts=inner)
