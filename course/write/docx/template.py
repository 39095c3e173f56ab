"""The Word template: what must be in it, and its pages in another size."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

from course.problems import Place, Problem, SourceError
from course.write.data import Style
from course.write.docx.xml import found, name_of

PARAGRAPHS = (
    "Normal",
    *(f"heading {level}" for level in (1, 2, 3)),
    "toc 2",
    *(
        "List Bullet",
        "List Number",
        "Quote",
        "Small print",
        "Gap",
        "Thin gap",
        "Not translated",
    ),
    *("caption", "Picture", "Picture caption", "Figure source", "Source entry"),
    *("Box title", "Editor title", "Prompt", "Line to write on", "Field", "Card"),
    *("Table text", "Table number", "Table tick", "Table group"),
    *("Form head", "Narrow form head"),
    *("Stem", "Question", "Case", "Case with number", "Option", "Option in columns"),
    *("Lettered", "Answer", "Reason", "Reason in a table", "Question source"),
    *("Key title", "Key at a glance"),
)
CHARACTERS = ("Citation", "Hint", "Verdict", "Code", "Hyperlink")
TABLES = (
    *("Course Table", "Form Table", "Field Table", "Match Table", "Card Table"),
    *("Box Table", "Editor Table", "Layout Table"),
)


@dataclass(frozen=True)
class Template:
    """A Word file, the XML of a chart, and the theme's colours and sizes.

    `place` is where problems say that the file is.
    """

    data: bytes = field(repr=False)
    chart: str = field(repr=False)
    style: Style = field(repr=False)
    place: Place = field(default=Place("template.docx"))

    def opened(self) -> Any:
        """Open it as a document to be filled.

        Raises:
            SourceError: it is damaged, or lacks a style.
        """
        from docx import Document

        try:
            document = Document(BytesIO(self.data))
            lacking = self.needed - set(ids_of(document))
            page = document.sections[0]
            assert page.page_width
            assert document.part.numbering_part is not None
        except Exception as error:
            raise SourceError([damaged(self.place, str(error))]) from error
        if lacking:
            raise SourceError([no_style(self.place, name) for name in sorted(lacking)])
        return document

    @cached_property
    def needed(self) -> set[str]:
        """The names of all styles that papers are written in."""
        return {name.lower() for name in (*PARAGRAPHS, *CHARACTERS, *TABLES)}


def ids_of(document: Any) -> Mapping[str, str]:
    """Give the ids of a document's styles by their names, in small letters.

    Word in another language changes the ids when it saves a template, not the names.
    """
    val, key = name_of("w:val"), name_of("w:styleId")
    styles = found(document.styles.element, "w:style[w:name]")
    return {
        one.find(name_of("w:name")).get(val).lower(): one.get(key) for one in styles
    }


def on_paper(template: bytes, width: float, height: float) -> bytes:
    """Give a template with pages of another size, in millimetres; margins stay."""
    from docx import Document
    from docx.shared import Mm

    document: Any = Document(BytesIO(template))
    (page,) = document.sections
    page.page_width, page.page_height = Mm(width), Mm(height)
    column = page.page_width - page.left_margin - page.right_margin
    for name in ("Header", "Footer", "toc 2"):
        (stop,) = document.styles[name].paragraph_format.tab_stops
        stop.position = column
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def damaged(place: Place, why: str) -> Problem:
    """L201: the Word template of a theme cannot be read.

    It lies in `templates/paper`. `python templates/make.py` makes it anew.
    """
    return Problem(
        place,
        "L201",
        f"this is no Word template that papers can be made of: {why}",
        "make it anew: python templates/make.py",
    )


def no_style(place: Place, name: str) -> Problem:
    """L202: the Word template of a theme lacks a style that papers are written in.

    Somebody has deleted or renamed it. Its looks may be changed as you like, its name
    may not. `python templates/make.py` makes the template anew.
    """
    return Problem(
        place,
        "L202",
        f"the Word template has no style “{name}”",
        "give a style this name, or make the template anew: python templates/make.py",
    )
