"""A paper that is being written: where it has come to, and what all parts share."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from course.arrange.sheet import Sheet, Sources
from course.languages import is_han, is_right_to_left
from course.wording import REPORT
from course.write.docx.template import Template, ids_of
from course.write.docx.xml import name_of

TWIPS = 20  # a point
EMU = 12_700  # a point
# The template's numbering of questions and, one level below, of options.
QUESTIONS = 3


class Paper:
    """The document, the element that is being filled, and the language of its words."""

    def __init__(self, sheet: Sheet, template: Template) -> None:
        self.sheet = sheet
        self.template = template
        self.document = template.opened()
        self.lang = sheet.lang
        self.at: Any = self.document.element.body
        self.ends_with: Any = self.at[-1]
        self.styles = ids_of(self.document)
        self.numbers = count(1)
        # The last question's number, and the id of the numbering that it is of.
        self.asked = 0
        self.questions = QUESTIONS
        self.headings: list[tuple[str, str, int]] = []
        self.sources = frozenset(
            entry.text.name
            for section in sheet.sections
            for part in section.parts
            if isinstance(part, Sources)
            for entry in part.entries
            if entry.text.name not in ("", REPORT)
        )

    @property
    def column(self) -> float:
        """The width of the text, in points."""
        page = self.document.sections[0]
        width = page.page_width - page.left_margin - page.right_margin
        return float(width / EMU)

    @property
    def is_turned(self) -> bool:
        """Whether its words run from right to left."""
        return is_right_to_left(self.lang)

    @property
    def is_han(self) -> bool:
        """Whether its words are set in Han characters."""
        return is_han(self.lang)

    @property
    def ends_in_table(self) -> bool:
        """Whether a table was added last; Word joins it with one that follows."""
        blocks = self._blocks(max(0, len(self.at) - 2))
        return bool(blocks) and blocks[-1].tag == name_of("w:tbl")

    def _blocks(self, start: int) -> list[Any]:
        """Give what the element that is being filled holds, from a place on."""
        return [block for block in self.at[start:] if block is not self.ends_with]

    def colour(self, name: str) -> str:
        """Give a colour of the theme."""
        return str(self.template.style["colours"][name])

    def number(self) -> int:
        """Give a number that nothing else in the document has."""
        return next(self.numbers)

    def add(self, block: Any) -> Any:
        """Add a paragraph or a table at the place where the paper has come to."""
        if self.at is self.ends_with.getparent():
            self.ends_with.addprevious(block)
        else:
            self.at.append(block)
        return block

    @contextmanager
    def within(self, holder: Any) -> Iterator[None]:
        """Fill another element for a while: the cell of a table."""
        outer, self.at = self.at, holder
        yield
        self.at = outer

    @contextmanager
    def speaking(self, lang: str) -> Iterator[None]:
        """Write some words in another language."""
        outer, self.lang = self.lang, lang
        yield
        self.lang = outer

    @contextmanager
    def together(self) -> Iterator[list[Any]]:
        """Gather what is added meanwhile; the list is filled at the end."""
        before = len(self._blocks(0))
        added: list[Any] = []
        yield added
        added += self._blocks(before)
