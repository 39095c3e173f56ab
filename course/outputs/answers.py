"""What is made of a quiz to be marked, by hand or by machine."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.outputs.templates import Templates

if TYPE_CHECKING:
    from course.arrange.answer_sheet import AnswerSheet, Learner, Told
    from course.assemble import Version
    from course.model import Course


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The answers to one version of a quiz, before they are given.

    Learners whose names are known have a sheet each, with name and number printed, and
    one is left for somebody else. Others fill in a number; how many digits it has, and
    whether print is large, the theme says. Or they fill in the code they have made.
    """

    version: "Version"
    course: "Course"
    told: "Told"
    author: str
    templates: Templates
    names: Sequence[str] = ()
    is_coded: bool = False

    @property
    def sheet(self) -> "AnswerSheet":
        """Where everything stands."""
        from course.arrange.answer_sheet import Wish, answer_sheet
        from course.arrange.answer_sheet.rows import asked, shown

        paper = self.templates.style["paper"]
        questions = self.version.asked(self.course)
        return answer_sheet(
            Wish(
                self.version.quiz,
                self.version.name,
                asked(questions, self.version.orders),
                shown(questions, self.version.orders),
                width=paper["page"]["width"],
                height=paper["page"]["height"],
                learner=self._learner,
                is_large=paper["answers"]["large"],
            )
        )

    @property
    def _learner(self) -> "Learner":
        if self.is_coded:
            return "code"
        digits: int = self.templates.style["paper"]["answers"]["digits"]
        return 0 if self.names else digits

    def pdf(self) -> bytes:
        """Give the sheets for learners."""
        from course.arrange.answer_sheet import Copy, printed
        from course.write import answer_sheet

        named = (Copy(n, name) for n, name in enumerate(self.names, 1))
        made = printed(self.sheet, (self.told,), self.author, (*named, Copy()))
        templates = self.templates
        return answer_sheet.write(made, templates.folder, templates.style)

    def table(self) -> bytes:
        """Give the places of everything, for a reader of scans; no key is in it."""
        from course.write import answer_sheet

        return answer_sheet.table(self.sheet)

    def stencil(self) -> bytes:
        """Give what is laid over the sheets to mark them by hand."""
        from course.arrange.answer_sheet import stencil
        from course.arrange.answer_sheet.rows import right
        from course.write import answer_sheet

        key = right(self.version.asked(self.course), self.version.orders)
        made = stencil(self.sheet, (self.told,), self.author, key)
        templates = self.templates
        return answer_sheet.write(made, templates.folder, templates.style)
