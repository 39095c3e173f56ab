"""Words in Word: paragraphs, and runs with their languages, links and citations."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from course.arrange.sheet import Line
from course.languages import office
from course.text import Span
from course.write.data import as_address
from course.write.docx.paper import Paper
from course.write.docx.xml import element, flag, text, value

HYPERLINK = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
)
HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
# Marks that Latin and Chinese fonts draw at different widths.
SHARED = re.compile("[“”‘’…—·]")


def paragraph(
    paper: Paper,
    style: str,
    line: Line,
    *,
    new_page: bool = False,
    numbered: tuple[int, int] | None = None,
) -> Any:
    """Add a paragraph; `numbered` is the id of a numbering, and a level of it."""
    made = paper.add(
        element(
            "w:p",
            {},
            element(
                "w:pPr",
                {},
                value("w:pStyle", paper.styles[style.lower()]),
                flag("w:pageBreakBefore", on=new_page),
                _numbering(*numbered) if numbered else None,
                flag("w:bidi", on=paper.is_turned),
            ),
        )
    )
    made.extend(runs(paper, line))
    return made


def _numbering(number: int, level: int) -> Any:
    return element("w:numPr", {}, value("w:ilvl", level), value("w:numId", number))


def runs(paper: Paper, line: Line) -> Iterator[Any]:
    """Give a line's words as runs, and what it cites behind them."""
    with paper.speaking(line.lang or paper.lang):
        for span in line.spans:
            yield linked(paper, span) if span.link else run(paper, span.text, span)
    if line.cite:
        yield from _citation(paper, line)


def run(paper: Paper, words: str, look: Span | None = None, style: str = "") -> Any:
    """Give a run; `look` says whether it is strong, `style` names a style."""
    look = look or Span("")
    strong = look.strong or (look.emphasis and paper.is_han)
    slanted = look.emphasis and not paper.is_han
    style = style or ("Code" if look.code else "")
    made = element("w:r", {}, _properties(paper, words, style, strong, slanted))
    for number, piece in enumerate(words.split("\t")):
        if number:
            made.append(element("w:tab"))
        made.append(text(piece))
    return made


def _properties(
    paper: Paper, words: str, style: str, strong: bool, slanted: bool
) -> Any:
    """Say how a run is set; in Chinese, quotation marks are as wide as characters."""
    is_wide = paper.is_han and SHARED.search(words)
    hint = element("w:rFonts", {"w:hint": "eastAsia"}) if is_wide else None
    return element(
        "w:rPr",
        {},
        value("w:rStyle", paper.styles[style.lower()]) if style else None,
        hint,
        flag("w:b", on=strong),
        flag("w:bCs", on=strong),
        flag("w:i", on=slanted),
        flag("w:iCs", on=slanted),
        flag("w:rtl", on=paper.is_turned),
        element("w:lang", _languages(paper, words)),
    )


def _languages(paper: Paper, words: str) -> Mapping[str, str]:
    """Say a run's language for each script that it may hold."""
    tag = office(paper.lang)
    if paper.is_han:
        return {"w:eastAsia": tag}
    if paper.is_turned:
        return {"w:bidi": tag}
    return {"w:val": tag} | ({"w:eastAsia": "zh-CN"} if HAN.search(words) else {})


def linked(paper: Paper, span: Span) -> Any:
    """Give a run that leads to an address."""
    part = paper.document.part
    link = part.relate_to(as_address(span.link), HYPERLINK, is_external=True)
    inner = run(paper, span.text, span, "Hyperlink")
    return element("w:hyperlink", {"r:id": link, "w:history": 1}, inner)


def leading(paper: Paper, words: str, bookmark: str, style: str = "") -> Any:
    """Give a run that leads to a place in the document."""
    inner = run(paper, words, style=style)
    return element("w:hyperlink", {"w:anchor": bookmark, "w:history": 1}, inner)


def marked(paper: Paper, bookmark: str, holder: Any) -> None:
    """Make a paragraph a place that can be led to."""
    number = {"w:id": paper.number()}
    start = element("w:bookmarkStart", {**number, "w:name": bookmark})
    holder.insert(1, start)
    holder.append(element("w:bookmarkEnd", number))


def _citation(paper: Paper, line: Line) -> Iterator[Any]:
    """Give a citation in brackets; footnotes lead to the list of sources."""
    before, _, after = paper.sheet.words.parenthesis.partition("{words}")
    words = line.linked or (Span(line.cite),)
    for span in (Span(f" {before}"), *words, Span(after)):
        name = span.link.removeprefix("#")
        if name in paper.sources:
            yield leading(paper, span.text, name, "Citation")
        elif span.text:
            yield run(paper, span.text, style="Citation")
