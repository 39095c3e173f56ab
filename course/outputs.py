"""The table of outputs: each file that is made of a module, and how it is made."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from course.arrange.voices import Telling
from course.kinds import Kind
from course.model import CourseText, Module, ModuleText
from course.problems import Problem
from course.spoken import Spoken
from course.wording import Labels, dotted

if TYPE_CHECKING:
    from course.arrange.assessment import When
    from course.arrange.deck import Deck
    from course.arrange.look import Look
    from course.arrange.sheet import Sheet
    from course.write import painter

# The folder of what stands around the modules; no module may have this name.
COURSE = "course"
# Pixels per inch of the pictures on the index page.
DECK_PPI, PAGE_PPI = 30, 40


class Templates:
    """The look of all outputs: a folder, a theme in it, and what is read once.

    `deck` is the PowerPoint template, where it is not the theme's own.
    """

    def __init__(self, folder: Path, theme: str, deck: bytes = b"") -> None:
        self.folder = folder
        self.theme = theme
        self.own_deck = deck

    @cached_property
    def style(self) -> dict[str, Any]:
        """The theme's colours, fonts and sizes, for paper and web pages."""
        import yaml

        text = (self.folder / f"{self.theme}.yaml").read_text("utf-8")
        style: dict[str, Any] = yaml.safe_load(text)
        return style

    @cached_property
    def deck(self) -> bytes:
        """The PowerPoint template."""
        if self.own_deck:
            return self.own_deck
        return (self.folder / "deck" / f"{self.theme}.pptx").read_bytes()

    @cached_property
    def charts(self) -> dict[str, str]:
        """The XML of charts, by kind."""
        files = (self.folder / "deck" / "charts").glob("*.xml")
        return {path.stem: path.read_text("utf-8") for path in files}

    @cached_property
    def document(self) -> bytes:
        """The Word template."""
        return (self.folder / "paper" / f"{self.theme}.docx").read_bytes()

    @cached_property
    def look(self) -> "Look":
        """What arranging must know of the PowerPoint template."""
        from course.read.look import from_json, read_look

        if self.own_deck:
            return read_look(self.own_deck)
        return from_json(
            (self.folder / "deck" / f"{self.theme}.json").read_text("utf-8")
        )

    @cached_property
    def painter(self) -> "painter.Template":
        """What painting slides must know of the PowerPoint template."""
        from course.read.decor import read_decor
        from course.write import painter

        return painter.Template(
            self.look, read_decor(self.deck), self.style, self.folder
        )


class Work(ABC):
    """What a folder of outputs is made of: a module, or a whole course."""

    def __init__(self, spoken: Spoken, templates: Templates) -> None:
        self.spoken = spoken
        self.templates = templates

    @property
    @abstractmethod
    def name(self) -> str:
        """The name of its folder."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What it is called on the index."""

    @property
    @abstractmethod
    def outputs(self) -> "tuple[Output[Any], ...]":
        """All files that can be made of it."""

    @property
    @abstractmethod
    def source(self) -> ModuleText | CourseText:
        """What its words come from."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What does not fit."""
        return ()

    @property
    def labels(self) -> Labels:
        """The product's own words in its language."""
        return self.spoken.voices.wording.labels


class CourseJob(Work):
    """A course in one language: what stands around its modules."""

    name = COURSE

    @property
    def title(self) -> str:
        """The course's title."""
        return self.spoken.voices.named(self.spoken.course.text.title)

    @property
    def outputs(self) -> "tuple[Output[CourseJob], ...]":
        """All files that can be made of it."""
        return COURSE_OUTPUTS

    @property
    def source(self) -> CourseText:
        """The course's own words."""
        return self.spoken.course.text

    @property
    def has_test(self) -> bool:
        """Whether there are items for the test before and after."""
        from course.arrange.assessment import asked

        return bool(asked(self.spoken.course, "before"))

    def test(self, when: "When") -> "Sheet":
        """Give one of the tests."""
        from course.arrange.assessment import paper

        return paper(self.spoken.course, self.spoken.voices, when)

    def key(self, when: "When") -> "Sheet":
        """Give the key to one of the tests."""
        from course.arrange.assessment import key

        return key(self.spoken.course, self.spoken.voices, when)

    @property
    def forms(self) -> "Sheet":
        """Give all forms."""
        from course.arrange.evaluation import forms

        return forms(self.spoken.course, self.spoken.voices)

    @property
    def appendix(self) -> "Sheet":
        """Give glossary, sources, and where what is taught."""
        from course.arrange.appendix import appendix

        course = self.spoken.course
        return appendix(course, self.spoken.voices, self.spoken.abroad)

    def pdf(self, sheet: "Sheet") -> bytes:
        """Give a paper as PDF."""
        from course.write import pdf

        return pdf.write(sheet, self.templates.folder, self.templates.style)


class Job(Work):
    """A module in one language, arranged when an output first asks for it."""

    def __init__(self, module: Module, spoken: Spoken, templates: Templates) -> None:
        super().__init__(spoken, templates)
        self.module = module

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
    def source(self) -> ModuleText:
        """The module's words."""
        return self.module.text

    @property
    def deck(self) -> "Deck":
        """The slides."""
        return self._presented[0]

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

    def paper(self, version: str) -> "Sheet":
        """Give the quiz on paper, in one version."""
        from course.arrange.quiz import paper

        return paper(*self._told, version)

    def key(self, version: str) -> "Sheet":
        """Give the key to one version of the quiz."""
        from course.arrange.quiz import key

        return key(*self._told, version)

    @property
    def online(self) -> "Sheet":
        """The quiz for a browser."""
        from course.arrange.quiz import online

        return online(*self._told)

    @property
    def _told(self) -> Telling:
        return self._telling(self.spoken)

    def _telling(self, spoken: Spoken) -> Telling:
        """Give the module as a course in one language has it."""
        modules = {one.name: one for one in spoken.course.modules}
        return Telling(spoken.course, modules[self.module.name], spoken.voices)


W = TypeVar("W", bound=Work)


def _always(_: Work) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Output(Generic[W]):
    """A file: its kind, its name in its folder, and how its bytes are made.

    Where there is one for each slide, a number stands in its name. `label` and `note`
    name the labels under which the index lists it; a picture for the index stands for
    all files of its label. `has` tells whether there is what it is made of.
    """

    kind: Kind
    file: str
    make: Callable[[W], bytes | tuple[bytes, ...]] = field(repr=False)
    label: str
    note: str = ""
    has: Callable[[W], bool] = field(default=_always, repr=False)

    def files(self, work: W) -> dict[str, bytes]:
        """Make the file, or one for each slide."""
        made = self.make(work)
        if isinstance(made, bytes):
            return {self.file: made}
        return {self.file.format(n): data for n, data in enumerate(made, 1)}

    def names(self, work: W) -> tuple[str, ...]:
        """Give the names of what is made, without making it."""
        if "{" not in self.file or not isinstance(work, Job):
            return (self.file,)
        slides = range(1, len(work.deck.slides) + 1)
        return tuple(self.file.format(number) for number in slides)

    def is_made_of(self, work: W) -> bool:
        """Tell whether there is what the file is made of.

        Only slides are in two languages.
        """
        if not work.spoken.is_plain:
            return self.label == "deck"
        return self.has(work)


def _deck_pptx(job: Job) -> bytes:
    from course.write import pptx

    templates = job.templates
    look = job.templates.look
    return pptx.write(job.deck, pptx.Template(templates.deck, look, templates.charts))


def _handout_pdf(job: Job) -> bytes:
    from course.write import pdf

    return pdf.write(job.handout, job.templates.folder, job.templates.style)


def _handout_docx(job: Job) -> bytes:
    from course.write import docx

    return docx.write(job.handout, job.templates.document)


def _quiz_pdf(job: Job) -> bytes:
    from course.write import pdf

    return pdf.write(job.paper("A"), job.templates.folder, job.templates.style)


def _key_pdf(job: Job) -> bytes:
    from course.write import pdf

    return pdf.write(job.key("A"), job.templates.folder, job.templates.style)


def _quiz_html(job: Job) -> bytes:
    from course.write import html

    return html.write(job.online, job.templates.folder, job.templates.style)


def _deck_pdf(job: Job) -> bytes:
    return job.painting.slides()


def _deck_notes_pdf(job: Job) -> bytes:
    return job.painting.note_pages()


def _slides_png(job: Job) -> tuple[bytes, ...]:
    return job.painting.pictures(DECK_PPI)


def _handout_png(job: Job) -> bytes:
    from course.write import pdf

    templates = job.templates
    return pdf.picture(job.handout, templates.folder, templates.style, PAGE_PPI)


def _quiz_png(job: Job) -> bytes:
    from course.write import pdf

    templates = job.templates
    return pdf.picture(job.paper("A"), templates.folder, templates.style, PAGE_PPI)


def _has_quiz(job: Job) -> bool:
    return bool(job.module.questions)


def _has_forms(job: CourseJob) -> bool:
    frame = job.spoken.course.frame
    return bool(frame and frame.forms)


def _has_test(job: CourseJob) -> bool:
    return job.has_test


OUTPUTS: tuple[Output[Job], ...] = (
    Output("deck", "deck.pptx", _deck_pptx, "deck"),
    Output("deck", "deck.pdf", _deck_pdf, "deck", "deck_pdf"),
    Output("deck", "deck-notes.pdf", _deck_notes_pdf, "deck", "deck_notes"),
    Output("handout", "handout.pdf", _handout_pdf, "handout"),
    Output("handout", "handout.docx", _handout_docx, "handout"),
    Output("quiz", "quiz-A.pdf", _quiz_pdf, "quiz", has=_has_quiz),
    Output("quiz", "quiz-A-key.pdf", _key_pdf, "quiz", "trainers_only", _has_quiz),
    Output("quiz", "quiz.html", _quiz_html, "quiz", "quiz_online", _has_quiz),
    Output("index", "pictures/slide-{:02}.png", _slides_png, "deck"),
    Output("index", "pictures/handout.png", _handout_png, "handout"),
    Output("index", "pictures/quiz.png", _quiz_png, "quiz", has=_has_quiz),
)


def _test(when: "When") -> Callable[[CourseJob], bytes]:
    return lambda job: job.pdf(job.test(when))


def _test_key(when: "When") -> Callable[[CourseJob], bytes]:
    return lambda job: job.pdf(job.key(when))


COURSE_OUTPUTS: tuple[Output[CourseJob], ...] = (
    Output("quiz", "test-before.pdf", _test("before"), "before", has=_has_test),
    Output(
        "quiz",
        "test-before-key.pdf",
        _test_key("before"),
        "before",
        "trainers_only",
        _has_test,
    ),
    Output("quiz", "test-after.pdf", _test("after"), "after", has=_has_test),
    Output(
        "quiz",
        "test-after-key.pdf",
        _test_key("after"),
        "after",
        "trainers_only",
        _has_test,
    ),
    Output(
        "handout", "forms.pdf", lambda job: job.pdf(job.forms), "forms", has=_has_forms
    ),
    Output("handout", "appendix.pdf", lambda job: job.pdf(job.appendix), "appendix"),
)
