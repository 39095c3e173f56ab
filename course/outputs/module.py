"""The files that are made of a module."""

from functools import cached_property
from typing import TYPE_CHECKING

from course.arrange.voices import Telling
from course.model import Module, ModuleText
from course.outputs.templates import Templates
from course.outputs.work import Output, Work, paper, picture
from course.problems import Problem
from course.spoken import Spoken
from course.wording import dotted

if TYPE_CHECKING:
    from course.arrange.deck import Deck
    from course.arrange.quiz import About
    from course.arrange.sheet import Sheet
    from course.arrange.voices import Voices
    from course.assemble import Version
    from course.model import Course
    from course.outputs.answers import Answers
    from course.write import painter

# Pixels per inch of the pictures of slides on the index.
DECK_PPI = 30


class Job(Work):
    """A module in one language, arranged when an output first asks for it."""

    def __init__(
        self,
        module: Module,
        spoken: Spoken,
        templates: Templates,
        people: tuple[str, ...] = (),
    ) -> None:
        """`people` are the names of learners, where they are known."""
        super().__init__(spoken, templates)
        self.module = module
        self.people = people

    @property
    def name(self) -> str:
        """The module's file, without its ending."""
        return self.module.name

    @property
    def title(self) -> str:
        """The module's number and title."""
        number = self.labels.module.format(number=self.module.number)
        return dotted(number, self.spoken.voices.named(self.module.text.title))

    @property
    def outputs(self) -> "tuple[Output[Job], ...]":
        """All files that can be made of it."""
        return OUTPUTS

    @property
    def beside(self) -> "Job | None":
        """The same module in the language beside it."""
        other = self.spoken.beside
        if other is None:
            return None
        modules = {one.name: one for one in other.course.modules}
        return Job(modules[self.name], other, self.templates)

    @property
    def source(self) -> ModuleText:
        """The module's words."""
        return self.module.text

    @property
    def deck(self) -> "Deck":
        """The slides."""
        return self._presented[0]

    @property
    def slides(self) -> int:
        """How many slides it has."""
        return len(self.deck.slides)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What does not fit on the slides."""
        return self._presented[1]

    @cached_property
    def _presented(self) -> "tuple[Deck, tuple[Problem, ...]]":
        from course.arrange.present import present

        others = (self.spoken.beside, self.spoken.notes)
        told = (self._telling(one) if one else None for one in others)
        return present(self.templates.look, self._told, *told)

    @cached_property
    def painting(self) -> "painter.Painting":
        """The slides, to be painted."""
        from course.write import painter

        return painter.Painting(self.deck, self.templates.painter, self.labels)

    @cached_property
    def handout(self) -> "Sheet":
        """The handout."""
        from course.arrange.handout import handout

        return handout(*self._told)

    @property
    def guide(self) -> "Sheet":
        """The facilitator guide."""
        from course.arrange.guide import module_guide

        return module_guide(self._told, self.deck)

    @property
    def activities(self) -> "Sheet":
        """Sheets and cards for the activities."""
        from course.arrange.activities import activities

        return activities(*self._told, answers=False)

    @property
    def activity_answers(self) -> "Sheet":
        """The activities as a trainer needs them."""
        from course.arrange.activities import activities

        return activities(*self._told, answers=True)

    def paper(self, version: str) -> "Sheet":
        """Give the quiz on paper, in one version."""
        from course.arrange.quiz import paper

        return paper(*self._asked(version))

    def key(self, version: str) -> "Sheet":
        """Give the key to one version of the quiz."""
        from course.arrange.quiz import key

        return key(*self._asked(version))

    def _asked(self, name: str) -> "tuple[Course, Version, Voices, About]":
        from course.arrange.quiz import of_module as about
        from course.assemble import of_module

        course, module, voices = self._told
        version = of_module(course, module, name)
        return course, version, voices, about(module, voices, name)

    def answers(self, version: str) -> "Answers":
        """Give the answer sheet for one version of the quiz."""
        from course.arrange.answer_sheet import Told
        from course.assemble import of_module
        from course.outputs.answers import Answers

        course, module, voices = self._told
        return Answers(
            version=of_module(course, module, version),
            course=course,
            told=Told(voices, self.title),
            author=voices.named(course.text.publisher),
            templates=self.templates,
            names=self.people,
        )

    @property
    def online(self) -> "Sheet":
        """The quiz for a browser."""
        from course.arrange.quiz import online
        from course.assemble import ONLINE

        return online(*self._asked(ONLINE))

    @property
    def _told(self) -> Telling:
        return self._telling(self.spoken)

    def _telling(self, spoken: Spoken) -> Telling:
        """Give the module as a course in one language has it."""
        modules = {one.name: one for one in spoken.course.modules}
        return Telling(spoken.course, modules[self.module.name], spoken.voices)


def _deck_pptx(job: Job) -> bytes:
    from course.write import pptx

    templates = job.templates
    look = job.templates.look
    return pptx.write(job.deck, pptx.Template(templates.deck, look, templates.charts))


def _guide(job: Job) -> bytes:
    from course.write import guide

    return guide.write(job.guide, (job.deck,), job.templates.painter)


def _has_activities(job: Job) -> bool:
    return any(topic.do for topic in job.module.text.topics)


def _has_quiz(job: Job) -> bool:
    return bool(job.module.questions)


def _quiz(job: Job) -> "Sheet":
    return job.paper("A")


def _key(job: Job) -> "Sheet":
    return job.key("A")


OUTPUTS: tuple[Output[Job], ...] = (
    Output("deck", "deck.pptx", _deck_pptx, "deck"),
    Output("deck", "deck.pdf", lambda job: job.painting.slides(), "deck", "deck_pdf"),
    Output(
        "deck",
        "deck-notes.pdf",
        lambda job: job.painting.note_pages(),
        "deck",
        "deck_notes",
    ),
    Output("guide", "guide.pdf", _guide, "guide", "trainers_only"),
    *paper("handout", "handout.pdf", lambda job: job.handout, "handout"),
    Output("handout", "handout.docx", lambda job: job.docx(job.handout), "handout"),
    *paper(
        "activities",
        "activities.pdf",
        lambda job: job.activities,
        "activities",
        "",
        _has_activities,
    ),
    Output(
        "activities",
        "activities.docx",
        lambda job: job.docx(job.activities),
        "activities",
        "",
        _has_activities,
    ),
    *paper(
        "activities",
        "activities-answers.pdf",
        lambda job: job.activity_answers,
        "activities",
        "trainers_only",
        _has_activities,
    ),
    Output(
        "activities",
        "activities-answers.docx",
        lambda job: job.docx(job.activity_answers),
        "activities",
        "trainers_only",
        _has_activities,
    ),
    *paper("quiz", "quiz-A.pdf", _quiz, "quiz", "", _has_quiz),
    Output(
        "quiz", "quiz-A.docx", lambda job: job.docx(_quiz(job)), "quiz", "", _has_quiz
    ),
    *paper("quiz", "quiz-A-key.pdf", _key, "quiz", "trainers_only", _has_quiz),
    Output(
        "quiz",
        "quiz-A-key.docx",
        lambda job: job.docx(_key(job)),
        "quiz",
        "trainers_only",
        _has_quiz,
    ),
    Output(
        "quiz",
        "quiz-A-answers.pdf",
        lambda job: job.answers("A").pdf(),
        "quiz",
        "answer_sheet",
        _has_quiz,
    ),
    Output(
        "quiz",
        "quiz-A-answers.json",
        lambda job: job.answers("A").table(),
        "quiz",
        "answer_table",
        _has_quiz,
    ),
    Output(
        "quiz",
        "quiz-A-stencil.pdf",
        lambda job: job.answers("A").stencil(),
        "quiz",
        "trainers_only",
        _has_quiz,
    ),
    Output(
        "quiz",
        "quiz.html",
        lambda job: job.html(job.online),
        "quiz",
        "quiz_online",
        _has_quiz,
    ),
    Output(
        "web",
        "handout.html",
        lambda job: job.page(job.handout),
        "handout",
        "web_page",
    ),
    Output(
        "web",
        "handout.txt",
        lambda job: job.text(job.handout),
        "handout",
        "plain_text",
    ),
    Output(
        "web",
        "activities.html",
        lambda job: job.page(job.activities),
        "activities",
        "web_page",
        _has_activities,
    ),
    Output(
        "index",
        "pictures/slide-{:02}.png",
        lambda job: job.painting.pictures(DECK_PPI),
        "deck",
    ),
    picture("pictures/handout.png", lambda job: job.handout, "handout"),
    picture(
        "pictures/activities.png",
        lambda job: job.activities,
        "activities",
        _has_activities,
    ),
    picture("pictures/quiz.png", _quiz, "quiz", _has_quiz),
)
