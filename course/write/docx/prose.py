"""Headings, lists, quotations, sources, and the table of contents."""

from typing import Any

from course.arrange.sheet import Heading, Line, Point, Points, Prose, Quoted, Sources
from course.text import Span
from course.write.docx.fields import begun, ended
from course.write.docx.numbering import restarted
from course.write.docx.paper import Paper
from course.write.docx.text import leading, marked, paragraph
from course.write.docx.xml import element, value

# The template's numberings: a list with marks, and one with numbers to begin anew.
MARKS, NUMBERS = 1, 2
LISTED = 2  # The level of the headings that a table of contents lists.


def prose(paper: Paper, part: Heading | Prose | Quoted | Points | Sources) -> None:
    """Add what is words alone."""
    match part:
        case Heading():
            heading(paper, part)
        case Prose(words, small):
            paragraph(paper, "Small print" if small else "Normal", words)
        case Points(entries, ordered):
            points(paper, entries, ordered=ordered)
        case Quoted(lines):
            for line in lines:
                paragraph(paper, "Quote", line)
        case Sources():
            sources(paper, part)


def heading(paper: Paper, part: Heading) -> None:
    """Add a heading; it can be led to."""
    style = f"heading {part.level}"
    made = paragraph(paper, style, part.text, new_page=part.is_on_new_page)
    bookmark = f"_Toc{paper.number():08}"
    marked(paper, bookmark, made)
    paper.headings.append((bookmark, part.text.plain, part.level))


def points(
    paper: Paper, entries: tuple[Point, ...], *, ordered: bool, level: int = 0
) -> None:
    """Add a list; one with numbers begins at one again."""
    style = "List Number" if ordered else "List Bullet"
    number = restarted(paper, NUMBERS) if ordered else MARKS
    for entry in entries:
        is_own = not ordered and not level
        paragraph(
            paper, style, entry.text, numbered=None if is_own else (number, level)
        )
        points(paper, entry.points, ordered=False, level=level + 1)


def sources(paper: Paper, part: Sources) -> None:
    """Add the list of sources, so that citations lead to its entries."""
    for entry in part.entries:
        mark = (Span(f"{entry.mark}  ", strong=True),) if entry.mark else ()
        words = Line((*mark, *entry.text.spans))
        made = paragraph(paper, "Source entry", words)
        if entry.text.name in paper.sources:
            marked(paper, entry.text.name, made)


def contents(paper: Paper, holder: Any) -> None:
    """Fill a table of contents with the headings there are.

    Page numbers come when somebody updates the table: only Word knows them.
    """
    listed = [(name, words) for name, words, level in paper.headings if level == LISTED]
    with paper.within(holder):
        for number, (name, words) in enumerate(listed, 1):
            entry = paragraph(paper, f"toc {LISTED}", Line(()))
            if number == 1:
                entry.extend(begun(f'TOC \\o "{LISTED}-{LISTED}" \\h \\z \\u'))
            entry.append(leading(paper, words, name))
            if number == len(listed):
                entry.append(ended())


def place_for_contents(paper: Paper) -> Any:
    """Add a table of contents that is empty, and give the place of its entries."""
    holder = element("w:sdtContent")
    gallery = element(
        "w:docPartObj",
        {},
        value("w:docPartGallery", "Table of Contents"),
        element("w:docPartUnique"),
    )
    paper.add(element("w:sdt", {}, element("w:sdtPr", {}, gallery), holder))
    return holder
