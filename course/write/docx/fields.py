"""Fields: what Word computes, with what is shown until it does."""

from collections.abc import Iterator
from typing import Any

from course.arrange.sheet import Line, Numbered
from course.text import Span
from course.write.docx.paper import Paper
from course.write.docx.text import paragraph, run
from course.write.docx.xml import element


def field(paper: Paper, code: str, shown: str) -> Iterator[Any]:
    """Give a field as runs."""
    yield from begun(code)
    yield run(paper, shown)
    yield ended()


def begun(code: str) -> Iterator[Any]:
    """Give the runs with which a field begins; what it shows is to follow."""
    instruction = element("w:instrText", {"xml:space": "preserve"})
    instruction.text = f" {code} "
    yield _mark("begin")
    yield element("w:r", {}, instruction)
    yield _mark("separate")


def ended() -> Any:
    """Give the run with which a field ends."""
    return _mark("end")


def _mark(kind: str) -> Any:
    return element("w:r", {}, element("w:fldChar", {"w:fldCharType": kind}))


def caption(paper: Paper, words: str, numbered: Numbered | None, style: str) -> Any:
    """Add a caption; its number counts on when somebody puts a figure before it."""
    made = paragraph(paper, style, Line(()))
    before, number, after = _parted(words, numbered)
    pieces = [run(paper, before)] if before else []
    if numbered and number:
        pieces += field(paper, f"SEQ {numbered.series.title()} \\* ARABIC", number)
    made.extend([*pieces, *([run(paper, after)] if after else [])])
    return made


def _parted(words: str, numbered: Numbered | None) -> tuple[str, str, str]:
    """Part a caption at its number.

    >>> _parted("Table 2. 4 towns", Numbered("table", 2, "Table 2"))
    ('Table ', '2', '. 4 towns')
    """
    label = numbered.label if numbered else ""
    start = words.find(label) if label else -1
    if numbered is None or start < 0:
        return words, "", ""
    number = str(numbered.number)
    place = start + label.index(number)
    return words[:place], number, words[place + len(number) :]


def running_heads(paper: Paper) -> None:
    """Fill the head and the foot of all pages."""
    sheet, section = paper.sheet, paper.document.sections[0]
    with paper.within(section.header._element):
        _running(paper, "header", f"{sheet.left}\t{sheet.right}")
    with paper.within(section.footer._element):
        foot = _running(paper, "footer", f"{sheet.foot}\t")
    before, _, rest = sheet.words.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    pages = (
        *([run(paper, before)] if before else []),
        *field(paper, "PAGE", "1"),
        *([run(paper, between)] if between else []),
        *field(paper, "NUMPAGES", "1"),
        *([run(paper, after)] if after else []),
    )
    foot.extend(pages)


def _running(paper: Paper, style: str, words: str) -> Any:
    for old in list(paper.at):
        paper.at.remove(old)
    return paragraph(paper, style, Line((Span(words),)))
