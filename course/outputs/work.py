"""What a folder of outputs is made of, and what a file in it is."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from course.kinds import Kind, Print
from course.labels import Labels
from course.model import CourseText, ModuleText
from course.outputs.templates import Templates
from course.problems import Problem
from course.spoken import Spoken

if TYPE_CHECKING:
    from course.arrange.sheet import Sheet

# Pixels per inch of the pictures of pages on the index.
PAGE_PPI = 40


class Work(ABC):
    """What a folder of outputs is made of: a module, or a whole course."""

    def __init__(self, spoken: Spoken, templates: Templates) -> None:
        self.spoken = spoken
        self.templates = templates.running(spoken.voices.lang)

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
    def beside(self) -> "Work | None":
        """The same in the language beside it, where there is one."""
        return None

    @property
    def slides(self) -> int:
        """How many slides it has."""
        return 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What does not fit."""
        return ()

    @property
    def labels(self) -> Labels:
        """The product's own words in its language."""
        return self.spoken.voices.wording.labels

    def pdf(self, sheet: "Sheet") -> bytes:
        """Give a paper as PDF."""
        from course.write import pdf

        return pdf.write(sheet, self.templates.folder, self.templates.style)

    def large_pdf(self, sheet: "Sheet") -> bytes:
        """Give a paper as PDF in large print."""
        from course.arrange.large import enlarged
        from course.write import pdf

        return pdf.write(
            enlarged(sheet), self.templates.folder, self.templates.large_style
        )

    def docx(self, sheet: "Sheet") -> bytes:
        """Give a paper as a Word document."""
        from course.write import docx

        return docx.write(sheet, self.templates.word)

    def html(self, sheet: "Sheet") -> bytes:
        """Give a paper as a web page."""
        from course.write import html

        return html.write(sheet, self.templates.folder, self.templates.style)

    def page(self, sheet: "Sheet") -> bytes:
        """Give a paper as a web page to read, to print and to fill in."""
        from course.write import page

        return page.write(sheet, self.templates.folder, self.templates.style)

    def text(self, sheet: "Sheet") -> bytes:
        """Give a paper as plain text."""
        from course.write import plain

        return plain.write(sheet)

    def picture(self, sheet: "Sheet") -> bytes:
        """Give a picture of a paper's first page, as PNG."""
        from course.write import pdf

        templates = self.templates
        return pdf.picture(sheet, templates.folder, templates.style, PAGE_PPI)


W = TypeVar("W", bound=Work)
Arrange: TypeAlias = Callable[[W], "Sheet"]


def _always(_: Work) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Output(Generic[W]):
    """A file: its kind, its name in its folder, and how its bytes are made.

    Where there is one for each slide, a number stands in its name; what brings others
    along gives them all by name. `label` and `note`
    name the labels under which the index lists it; a picture for the index stands for
    all files of its label. `has` tells whether there is what it is made of, `is_paper`
    whether it can be in two languages side by side. One of a `print` is made on wish.
    """

    kind: Kind
    file: str
    make: Callable[[W], bytes | tuple[bytes, ...] | Mapping[str, bytes]] = field(
        repr=False
    )
    label: str
    note: str = ""
    has: Callable[[W], bool] = field(default=_always, repr=False)
    is_paper: bool = False
    print: Print | None = None

    def files(self, work: W) -> dict[str, bytes]:
        """Make the file, or one for each slide, or some with their own names."""
        made = self.make(work)
        if isinstance(made, bytes):
            return {self.file: made}
        if isinstance(made, Mapping):
            return dict(made)
        return {self.file.format(n): data for n, data in enumerate(made, 1)}

    def names(self, work: W) -> tuple[str, ...]:
        """Give the names of what is made, without making it."""
        if "{" not in self.file:
            return (self.file,)
        numbers = range(1, work.slides + 1)
        return tuple(self.file.format(number) for number in numbers)

    def is_asked_for(self, kinds: Collection[Kind], prints: Collection[Print]) -> bool:
        """Tell whether the file is of kinds and prints that are asked for."""
        return self.kind in kinds and (self.print is None or self.print in prints)

    def is_made_of(self, work: W) -> bool:
        """Tell whether there is what the file is made of.

        Only slides and papers are in two languages, and only slides have notes.
        """
        is_told = self.is_paper and self.print is None and work.spoken.beside
        if work.spoken.is_plain or is_told:
            return self.has(work)
        return self.label == "deck"


def paper(
    kind: Kind,
    file: str,
    arrange: Arrange[W],
    label: str,
    note: str = "",
    has: Callable[[W], bool] = _always,
) -> tuple[Output[W], Output[W]]:
    """Give the outputs of a paper as PDF: as it is, and in large print."""

    def make(work: W) -> bytes:
        return work.pdf(told(work, arrange))

    def make_large(work: W) -> bytes:
        return work.large_pdf(arrange(work))

    larger = f"{file.removesuffix('.pdf')}-large.pdf"
    note_large = "trainers_large" if note == "trainers_only" else "large_print"
    return (
        Output(kind, file, make, label, note, has, is_paper=True),
        Output(kind, larger, make_large, label, note_large, has, print="large"),
    )


def picture(
    file: str,
    arrange: Arrange[W],
    label: str,
    has: Callable[[W], bool] = _always,
) -> Output[W]:
    """Give the output of a picture that stands for a paper on the index."""

    def make(work: W) -> bytes:
        return work.picture(told(work, arrange))

    return Output("index", file, make, label, "", has, is_paper=True)


def told(work: W, arrange: Arrange[W]) -> "Sheet":
    """Give a paper in the languages of a work: in one, or in two side by side."""
    from course.arrange.facing import facing

    sheet = arrange(work)
    other: Any = work.beside
    return facing(sheet, arrange(other)) if other else sheet
