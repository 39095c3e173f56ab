"""An arranged Sheet → a web page in one file, to read, to print and to fill in."""

from pathlib import Path

from course.arrange.outline import as_page, outline
from course.arrange.sheet import Sheet
from course.languages import bcp47
from course.write.body import Body, embedded, side
from course.write.data import Style
from course.write.html import render

# A page of fewer headings needs no list of them.
FEWEST_HEADS = 3


def write(sheet: Sheet, templates: Path, style: Style) -> bytes:
    """Give a paper as a page that asks nothing of the network."""
    paper = as_page(sheet)
    body = Body(templates, paper.words, placed=embedded)
    heads = tuple(one for one in outline(paper.sections) if one.level == 2)  # noqa: PLR2004
    first, *rest = body.write(paper.sections)
    page = render(
        templates,
        "paper",
        style,
        sheet=paper,
        title=" – ".join(dict.fromkeys((paper.title, paper.left))),
        lang=bcp47(paper.lang),
        dir=side(paper.lang),
        first=first,
        rest=rest,
        heads=heads if len(heads) >= FEWEST_HEADS else (),
        words=paper.words,
        tag=bcp47,
        side=side,
    )
    return page.encode()
