"""How papers are set: what a reader of Chinese and of English expects of a page.

Letters are read with their places from the PDFs of the shipped course.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from course.arrange.large import enlarged
from course.build import Request, build, read_templates, survey
from course.kinds import Kind
from course.model import Course
from course.outputs import Job
from course.spoken import speak
from course.write.pdf import PAPER, _inputs
from course.write.typeset import _compiler
from tests.conftest import ROOT

LONG_TABLE = "7-recommendations"
MODULES = (LONG_TABLE, "2-law-and-policy")
# Marks that never begin a line, and marks that never end one.
CLOSING = "。，、；：？！）》〉」』】〕”’％…"
OPENING = "（《〈「『【〔“‘"
HALF_WIDTH = "。，、；："
# Between the running head and the foot, in points from the bottom of A4.
TOP, FOOT = 842 - 60, 60
# Where citations stand beside the text of a handout, in points from the left.
MARGIN = 395
# Softer than a space: what a hyphen at a line's end is read as.
BREAKS = re.compile(r"[\s\-\u00ad\u0002\ufffe]")


@dataclass(frozen=True)
class Letter:
    """A letter, the page and place of its origin, and its size, in points."""

    text: str
    page: int
    x: float
    y: float
    size: float


@pytest.fixture(scope="module")
def handouts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("typography")
    kinds: tuple[Kind, ...] = ("handout", "quiz", "activities")
    build(Request(ROOT, out, MODULES, kinds=kinds))
    return out


def letters(path: Path) -> Iterator[Letter]:
    for number, page in enumerate(pdfium.PdfDocument(path)):
        text = page.get_textpage()
        for n in range(text.count_chars()):
            x, y = ctypes.c_double(), ctypes.c_double()
            raw.FPDFText_GetCharOrigin(text, n, x, y)
            letter = chr(raw.FPDFText_GetUnicode(text, n))
            size = raw.FPDFText_GetFontSize(text, n)
            if not letter.isspace() and letter != "\0":
                yield Letter(letter, number, x.value, y.value, size)


def lines(path: Path) -> list[list[Letter]]:
    """Give the lines of a PDF; cells of a table, and what stands beside, are lines."""
    found = []
    for _, run in groupby(letters(path), lambda one: (one.page, round(one.y))):
        line: list[Letter] = []
        for one in run:
            if line and not -1 < one.x - line[-1].x < 2.2 * one.size:
                found.append(line)
                line = []
            line.append(one)
        found.append(line)
    return found


def said(line: list[Letter]) -> str:
    return "".join(one.text for one in line)


def papers(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.pdf"))


def course_in(lang: str) -> Course:
    return speak(ROOT, survey(ROOT)[0], lang)[0].course


def test_no_chinese_line_begins_or_ends_with_a_forbidden_mark(handouts: Path) -> None:
    found = [line for path in papers(handouts / "zh_Hans") for line in lines(path)]
    assert len(found) > 500
    assert [said(line) for line in found if line[0].text in CLOSING] == []
    assert [said(line) for line in found if line[-1].text in OPENING] == []


def test_marks_at_the_end_of_a_chinese_line_take_half_of_their_width(
    handouts: Path,
) -> None:
    path = handouts / "zh_Hans" / LONG_TABLE / "handout.pdf"
    prose = [line for line in lines(path) if len(line) > 25 and line[0].size == 10.5]
    edge = sorted(line[-1].x + line[-1].size for line in prose)[len(prose) // 2]
    ends = [line[-1] for line in prose if line[-1].text in HALF_WIDTH]
    squeezed = [one for one in ends if one.x + one.size > edge + 0.3 * one.size]
    assert len(squeezed) >= 3
    assert all(one.x + 0.5 * one.size < edge + 1 for one in squeezed)


def test_a_symbol_is_not_parted_and_stands_clear_of_han_letters(
    handouts: Path,
) -> None:
    found = lines(handouts / "zh_Hans" / LONG_TABLE / "handout.pdf")
    (line,) = [line for line in found if "A/HRC/38/22第" in said(line)]
    at = said(line).index("22第") + 1
    last, next_ = line[at], line[at + 1]
    assert next_.x - last.x > 0.7 * last.size


def test_paragraphs_are_spaced_and_not_indented(handouts: Path) -> None:
    said_ = course_in("zh_Hans")
    (module,) = (one for one in said_.modules if one.name == LONG_TABLE)
    found = lines(handouts / "zh_Hans" / LONG_TABLE / "handout.pdf")
    for topic in module.text.topics:
        assert topic.read
        for block in topic.read.blocks:
            start = BREAKS.sub("", next(iter(block_words(block))))[:8]
            first = next((ln for ln in found if said(ln).startswith(start)), None)
            if first and first[0].size == 10.5 and len(first) > 25:
                assert first[0].x == pytest.approx(found[0][0].x, abs=1), start


def block_words(block: object) -> Iterator[str]:
    from course.slots import words_in

    return (words.plain for words in words_in((block,)))


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
@pytest.mark.parametrize("module", MODULES)
def test_no_line_of_a_paragraph_stands_alone_on_a_page(
    handouts: Path, lang: str, module: str
) -> None:
    inner = [
        one
        for one in letters(handouts / lang / module / "handout.pdf")
        if FOOT < one.y < TOP and one.x < MARGIN and not BREAKS.match(one.text)
    ]
    whole = "".join(one.text for one in inner)
    (told,) = (one for one in course_in(lang).modules if one.name == module)
    parted = 0
    for topic in told.text.topics:
        for words in block_words(topic.read):
            text = BREAKS.sub("", words)
            at = whole.find(text)
            if at < 0 or len(text) < 60:
                continue
            rows = {(one.page, round(one.y)) for one in inner[at : at + len(text)]}
            pages = sorted({page for page, _ in rows})
            counts = [sum(page == one for one, _ in rows) for page in pages]
            parted += len(pages) > 1
            assert len(pages) == 1 or min(counts) >= 2, words
    assert parted


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
def test_no_heading_stands_at_the_foot_of_a_page(handouts: Path, lang: str) -> None:
    for path in papers(handouts / lang):
        for mark in pdfium.PdfDocument(path).get_toc():
            dest = mark.get_dest()
            assert dest
            assert dest.get_view()[1][1] > FOOT + 50, (path, mark.get_title())


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
def test_a_long_table_goes_on_with_its_head_and_no_row_is_split(
    handouts: Path, lang: str
) -> None:
    path = handouts / lang / LONG_TABLE / "handout.pdf"
    pages: dict[str, set[int]] = {}
    words = {"en": "What is recommended", "zh_Hans": "建议内容"}[lang]
    for line in lines(path):
        pages.setdefault(said(line), set()).add(line[0].page)
    on = set.union(*(pages[f"R{n}"] for n in range(1, 22)))
    assert pages[words.replace(" ", "")] == on
    for page in on:
        held = [n for n in range(1, 22) if page in pages[f"R{n}"]]
        assert len(held) >= 2


def test_a_page_before_a_long_table_is_filled(handouts: Path) -> None:
    found = lines(handouts / "en" / LONG_TABLE / "handout.pdf")
    page = next(line[0].page for line in found if said(line) == "R1")
    before = [line[0].y for line in found if line[0].page == page - 1]
    assert min(y for y in before if y > FOOT) < 250


def test_few_english_lines_end_within_a_word(handouts: Path) -> None:
    found = [
        said(line)
        for line in lines(handouts / "en" / LONG_TABLE / "handout.pdf")
        if len(line) > 30
    ]
    broken = [line[-1] in "-\u00ad\u0002\ufffe" for line in found]
    assert 0 < sum(broken) < 0.15 * len(found)
    assert not any(all(broken[n : n + 3]) for n in range(len(broken) - 2))


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
def test_a_citation_leads_to_its_source(handouts: Path, lang: str) -> None:
    document = pdfium.PdfDocument(handouts / lang / LONG_TABLE / "handout.pdf")
    mark = {"en": "Footnote 90", "zh_Hans": "脚注 90"}[lang]
    texts = [page.get_textpage().get_text_range() for page in document]
    (listed,) = [n for n, text in enumerate(texts) if mark in text and n > 3]
    found = {
        (number, target)
        for number, page in enumerate(document)
        for target in targets(document, page)
    }
    (cited,) = [n for n, text in enumerate(texts) if "78" in text and "30/49" in text]
    assert (cited, listed) in found
    assert {target for _, target in found} <= {listed - 1, listed}


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
def test_pages_come_to_rest_so_that_numbers_and_links_are_right(lang: str) -> None:
    """Typst only warns where a page still changes; numbers and links are wrong then."""
    templates = read_templates()
    spoken, _ = speak(ROOT, survey(ROOT)[0], lang)
    for module in spoken.course.modules:
        sheet = Job(module, spoken, templates).handout
        for one, style in (
            (sheet, templates.style),
            (enlarged(sheet), templates.large_style),
        ):
            _, warnings = _compiler(templates.folder).compile_with_warnings(
                templates.folder / PAPER,
                format="pdf",
                sys_inputs=_inputs(one, style),
            )
            assert warnings == [], module.name


def targets(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[int]:
    """Give the pages that links of a page lead to, inside the document."""
    at, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, at, link):
        dest = raw.FPDFLink_GetDest(document, link)
        if dest:
            yield raw.FPDFDest_GetDestPageIndex(document, dest)
