"""The register of the report that a course is on."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated

from course.model.keys import About
from course.problems import Place
from course.text import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the report."""

    place: Place = field(compare=False)
    id: Annotated[str, About("its number, as printed")]
    title: Annotated[str, About("its title, for authors")] = ""
    first: Annotated[int, About("its first paragraph", least=1)]
    last: Annotated[int, About("its last paragraph", least=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something that a paragraph says, and that may be a slip: no answer key."""

    place: Place = field(compare=False)
    says: Annotated[
        tuple[str, ...], About("numbers or words by which it is known", some=True)
    ]
    note: Annotated[str, About("what is doubtful, for authors")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What one paragraph of the report holds that a text may rest on."""

    place: Place = field(compare=False)
    id: Annotated[int, About("the paragraph's number", least=1)]
    about: Annotated[str, About("its subject, for authors")] = ""
    numbers: Annotated[
        tuple[str, ...], About("numbers and years it gives, in digits")
    ] = ()
    counted: Annotated[
        tuple[str, ...], About("numbers the authors counted from it")
    ] = ()
    names: Annotated[tuple[str, ...], About("places, bodies and texts it names")] = ()
    doubtful: Annotated[
        tuple[Doubt, ...], About("what in it no quiz item may rest on")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """What one footnote of the report points to."""

    place: Place = field(compare=False)
    id: Annotated[int, About("the footnote's number", least=1)]
    paragraph: Annotated[int, About("the paragraph it belongs to", least=1)]
    documents: Annotated[
        tuple[str, ...], About("document symbols, with paragraphs")
    ] = ()
    source: Annotated[
        Words | None, About("a source without a symbol, named in our words")
    ] = None
    link: Annotated[str, About("a web address that works")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One thing that the report recommends, numbered by the authors of the course."""

    place: Place = field(compare=False)
    id: Annotated[str, About("a number: R1")]
    paragraph: Annotated[int, About("the paragraph it stands in", least=1)]
    about: Annotated[Words, About("what is recommended to whom, in our words")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The register of the report that a course is on: what may be cited."""

    place: Place = field(compare=False)
    symbol: Annotated[str, About("how the report is cited: A/HRC/42/22")]
    title: Annotated[Words, About("its title")]
    link: Annotated[str, About("where it can be read")] = ""
    sections: Annotated[tuple[Section, ...], About("its sections, in order")]
    passages: Annotated[tuple[Passage, ...], About("its paragraphs, in order")]
    notes: Annotated[tuple[Footnote, ...], About("its footnotes, in order")] = ()

    recommendations: Annotated[
        tuple[Recommendation, ...], About("what it recommends, if it does")
    ] = ()

    prints: Annotated[
        str, About("the file with prints of its text, to find what is copied")
    ] = ""

    @property
    def paragraphs(self) -> frozenset[int]:
        """The numbers of all paragraphs."""
        return frozenset(passage.id for passage in self.passages)

    @property
    def footnotes(self) -> frozenset[int]:
        """The numbers of all footnotes."""
        return frozenset(note.id for note in self.notes)


@dataclass(frozen=True)
class Prints:
    """Marks of the runs of words that a report's text holds: six bytes each.

    `length` is how many Han characters, or words, a run has. The first four bytes of a
    mark are quick to make, the last two make sure.
    """

    lang: str
    length: int
    marks: frozenset[bytes] = field(repr=False)

    @cached_property
    def quick(self) -> frozenset[bytes]:
        """The first bytes of all marks."""
        return frozenset(mark[:4] for mark in self.marks)
