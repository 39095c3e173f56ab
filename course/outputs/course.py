"""The files that stand around the modules of a course."""

from dataclasses import replace
from typing import TYPE_CHECKING

from course.model import CourseText, When
from course.outputs.templates import Templates
from course.outputs.work import Output, Work, paper
from course.spoken import Spoken
from course.wording import dotted

if TYPE_CHECKING:
    from course.arrange.book import Book
    from course.arrange.host import Host
    from course.arrange.quiz import About
    from course.arrange.sheet import Sheet
    from course.arrange.voices import Voices
    from course.assemble import Version
    from course.model import Course
    from course.outputs.answers import Answers

# The folder of what stands around the modules; no module may have this name.
COURSE = "course"


class CourseJob(Work):
    """A course in one language: what stands around its modules."""

    name = COURSE

    def __init__(
        self, spoken: Spoken, templates: Templates, host: "Host | None" = None
    ) -> None:
        """`host` speaks for a workshop, if the course is taught in one."""
        super().__init__(spoken, templates)
        self.host = host

    @property
    def title(self) -> str:
        """What stands around all modules is of the whole course."""
        return self.labels.whole_course

    @property
    def outputs(self) -> "tuple[Output[CourseJob], ...]":
        """All files that can be made of it."""
        return COURSE_OUTPUTS

    @property
    def beside(self) -> "CourseJob | None":
        """The same course in the language beside it."""
        other = self.spoken.beside
        return CourseJob(other, self.templates) if other else None

    @property
    def source(self) -> CourseText:
        """The course's own words."""
        return self.spoken.course.text

    @property
    def has_test(self) -> bool:
        """Whether there are items for the test before and after."""
        from course.assemble import of_test

        return bool(of_test(self.spoken.course, "before").questions)

    def test(self, when: When) -> "Sheet":
        """Give one of the tests."""
        from course.arrange.quiz import paper

        return paper(*self._asked(when))

    def key(self, when: When) -> "Sheet":
        """Give the key to one of the tests."""
        from course.arrange.quiz import key

        return key(*self._asked(when))

    def _asked(self, when: When) -> "tuple[Course, Version, Voices, About]":
        from course.arrange.assessment import about_test
        from course.assemble import of_test

        course, voices = self.spoken.course, self.spoken.voices
        about = about_test(course, voices, when)
        return course, of_test(course, when), voices, about

    def answers(self, when: When) -> "Answers":
        """Give the answer sheet of one of the tests, with the learner's own code."""
        from course.arrange.answer_sheet import Told
        from course.arrange.assessment import title_of
        from course.assemble import of_test
        from course.outputs.answers import Answers

        voices, course = self.spoken.voices, self.spoken.course
        test = course.frame.test if course.frame else None
        code = voices.named(test.code) if test else ""
        about = dotted(voices.named(course.text.title), title_of(voices, when))
        return Answers(
            version=of_test(course, when),
            course=course,
            told=Told(voices, about, code),
            author=voices.named(course.text.publisher),
            templates=self.templates,
            is_coded=True,
        )

    @property
    def forms(self) -> "Sheet":
        """Give all forms."""
        from course.arrange.evaluation import forms

        return forms(self.spoken.course, self.spoken.voices)

    @property
    def workbook(self) -> "Book":
        """Give all papers for those who take part, bound."""
        from course.arrange.book import workbook

        return workbook(self.spoken.course, self.spoken.voices, self.host)

    @property
    def appendix(self) -> "Sheet":
        """Give glossary, sources, and where what is taught."""
        from course.arrange.appendix import appendix

        return appendix(self.spoken.course, self.spoken.voices)

    def ebook(self) -> bytes:
        """Give all handouts as an e-book."""
        from course.arrange.ebook import ebook
        from course.write import epub

        made = ebook(self.spoken.course, self.spoken.voices, self.host)
        return epub.write(made, self.templates.folder, self.templates.style)


def _has_test(job: CourseJob) -> bool:
    return job.has_test


def _has_forms(job: CourseJob) -> bool:
    frame = job.spoken.course.frame
    return bool(frame and frame.forms)


def _test(when: When) -> tuple[Output[CourseJob], ...]:
    """Give the outputs of one of the tests: the paper, and its key."""
    name, note = f"test-{when}", "trainers_only"
    return (
        *paper("quiz", f"{name}.pdf", lambda job: job.test(when), when, "", _has_test),
        Output(
            "quiz",
            f"{name}.docx",
            lambda job: job.docx(job.test(when)),
            when,
            "",
            _has_test,
        ),
        *paper(
            "quiz",
            f"{name}-key.pdf",
            lambda job: job.key(when),
            when,
            note,
            _has_test,
        ),
        Output(
            "quiz",
            f"{name}-key.docx",
            lambda job: job.docx(job.key(when)),
            when,
            note,
            _has_test,
        ),
        Output(
            "web",
            f"{name}.html",
            lambda job: job.page(job.test(when)),
            when,
            "web_page",
            _has_test,
        ),
        *_answers(when),
    )


def _answers(when: When) -> tuple[Output[CourseJob], ...]:
    """Give the outputs for marking one of the tests by hand or by machine."""
    rows = (
        ("answers.pdf", lambda job: job.answers(when).pdf(), "answer_sheet"),
        ("answers.json", lambda job: job.answers(when).table(), "answer_table"),
        ("stencil.pdf", lambda job: job.answers(when).stencil(), "trainers_only"),
    )
    return tuple(
        Output("quiz", f"test-{when}-{end}", make, when, note, _has_test)
        for end, make, note in rows
    )


def _forms_docx(job: CourseJob) -> bytes:
    return job.docx(job.forms)


def _workbook(job: CourseJob) -> bytes:
    from course.write import pdf

    templates = job.templates
    return pdf.write_book(job.workbook, templates.folder, templates.style)


def _forms_page(job: CourseJob) -> bytes:
    return job.page(job.forms)


def _appendix(job: CourseJob) -> "Sheet":
    return job.appendix


def _appendix_page(job: CourseJob) -> bytes:
    return job.page(job.appendix)


COURSE_OUTPUTS: tuple[Output[CourseJob], ...] = (
    Output("workbook", "workbook.pdf", _workbook, "workbook"),
    *_test("before"),
    *_test("after"),
    *paper("handout", "forms.pdf", lambda job: job.forms, "forms", "", _has_forms),
    Output("handout", "forms.docx", _forms_docx, "forms", "", _has_forms),
    Output("web", "forms.html", _forms_page, "forms", "web_page", _has_forms),
    # Its glossary is in both languages, and in the order of one.
    *(
        replace(one, is_paper=False)
        for one in paper("handout", "appendix.pdf", _appendix, "appendix")
    ),
    Output("handout", "appendix.docx", lambda job: job.docx(job.appendix), "appendix"),
    Output("web", "appendix.html", _appendix_page, "appendix", "web_page"),
    Output("web", "handouts.epub", lambda job: job.ebook(), "book"),
)
