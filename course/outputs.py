"""The table of outputs: each file that is made of a module, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.arrange.voices import Telling
from course.kinds import Kind
from course.model import Module
from course.problems import Problem
from course.spoken import Spoken
from course.wording import Labels

if TYPE_CHECKING:
    from course.arrange.deck import Deck
    from course.arrange.look import Look
    from course.arrange.sheet import Sheet
    from course.write import painter

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
        from course.read.look import read_look

        return read_look(self.deck)

    @cached_property
    def painter(self) -> "painter.Template":
        """What painting slides must know of the PowerPoint template."""
        from course.read.decor import read_decor
        from course.write import painter

        return painter.Template(
            self.look, read_decor(self.deck), self.style, self.folder
        )


class Job:
    """A module in one language, arranged when an output first asks for it."""

    def __init__(self, module: Module, spoken: Spoken, templates: Templates) -> None:
        self.module = module
        self.spoken = spoken
        self.templates = templates

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
    def labels(self) -> Labels:
        """The product's own words in the job's language."""
        return self.spoken.voices.wording.labels

    @property
    def _told(self) -> Telling:
        return self._telling(self.spoken)

    def _telling(self, spoken: Spoken) -> Telling:
        """Give the module as a course in one language has it."""
        modules = {one.name: one for one in spoken.course.modules}
        return Telling(spoken.course, modules[self.module.name], spoken.voices)


@dataclass(frozen=True, slots=True)
class Output:
    """A file: its kind, its name in the module's folder, and how its bytes are made.

    Where there is one for each slide, a number stands in its name. `label` and `note`
    name the labels under which the index lists it; a picture for the index stands for
    all files of its label.
    """

    kind: Kind
    file: str
    make: Callable[[Job], bytes | tuple[bytes, ...]] = field(repr=False)
    label: str
    note: str = ""

    def files(self, job: Job) -> dict[str, bytes]:
        """Make the file, or one for each slide."""
        made = self.make(job)
        if isinstance(made, bytes):
            return {self.file: made}
        return {self.file.format(n): data for n, data in enumerate(made, 1)}

    def names(self, job: Job) -> tuple[str, ...]:
        """Give the names of what is made, without making it."""
        if "{" not in self.file:
            return (self.file,)
        slides = range(1, len(job.deck.slides) + 1)
        return tuple(self.file.format(number) for number in slides)

    def is_made_of(self, job: Job) -> bool:
        """Tell whether a module has what the file is made of.

        Only slides are in two languages.
        """
        if not job.spoken.is_plain:
            return self.label == "deck"
        return self.label != "quiz" or bool(job.module.questions)


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


OUTPUTS = (
    Output("deck", "deck.pptx", _deck_pptx, "deck"),
    Output("deck", "deck.pdf", _deck_pdf, "deck", "deck_pdf"),
    Output("deck", "deck-notes.pdf", _deck_notes_pdf, "deck", "deck_notes"),
    Output("handout", "handout.pdf", _handout_pdf, "handout"),
    Output("handout", "handout.docx", _handout_docx, "handout"),
    Output("quiz", "quiz-A.pdf", _quiz_pdf, "quiz"),
    Output("quiz", "quiz-A-key.pdf", _key_pdf, "quiz", "trainers_only"),
    Output("quiz", "quiz.html", _quiz_html, "quiz", "quiz_online"),
    Output("index", "pictures/slide-{:02}.png", _slides_png, "deck"),
    Output("index", "pictures/handout.png", _handout_png, "handout"),
    Output("index", "pictures/quiz.png", _quiz_png, "quiz"),
)
