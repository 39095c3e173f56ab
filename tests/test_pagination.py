"""No page is nearly empty, and what belongs together is on one."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from docx import Document
from pypdfium2 import raw

from course.arrange.tables import shares, shares_of_fewest_lines
from course.build import Request, build
from tests.conftest import ROOT

LANGS = ("en", "zh_Hans")
MODULES = ("1-introduction", "2-law-and-policy", "4-agendas")
# Between the running head and the foot, in points from the bottom of A4.
TOP, FOOT = 842 - 60, 60
# Lines to write on are drawn this far apart, in points.
WRITTEN = 9 / 25.4 * 72


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pagination")
    build(Request(ROOT, out, MODULES, kinds=("handout", "activities", "guide")))
    return out


def pages_of(path: Path) -> Iterator[Any]:
    yield from pdfium.PdfDocument(path)


def text_of(page: Any) -> str:
    return str(page.get_textpage().get_text_range())


def spots(page: Any) -> list[float]:
    """Give the heights at which something stands between the head and the foot."""
    text = page.get_textpage()
    boxes = [text.get_rect(n) for n in range(text.count_rects())]
    drawn = [one.get_bounds() for one in page.get_objects([raw.FPDF_PAGEOBJ_PATH])]
    return [low for _, low, _, _ in (*boxes, *drawn) if FOOT < low < TOP]


def lowest(page: Any) -> float:
    return min(spots(page), default=TOP)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("module", MODULES)
def test_room_for_notes_fills_the_last_page_of_a_handout(
    made: Path, lang: str, module: str
) -> None:
    *_, last = pages_of(made / lang / module / "handout.pdf")
    assert {"en": "My notes", "zh_Hans": "我的笔记"}[lang] in text_of(last)
    assert lowest(last) < FOOT + WRITTEN + 15


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("module", MODULES)
def test_no_page_of_an_activity_has_but_a_line_or_two(
    made: Path, lang: str, module: str
) -> None:
    for name in ("activities", "activities-answers"):
        for page in pages_of(made / lang / module / f"{name}.pdf"):
            assert lowest(page) < TOP - 120, (name, text_of(page))


def test_a_form_is_not_parted_if_a_page_has_room_for_it(made: Path) -> None:
    path = made / "en" / "2-law-and-policy" / "activities.pdf"
    (sheet,) = (one for one in pages_of(path) if "Three criteria" in text_of(one))
    assert "Our four cards" in text_of(sheet)
    assert "Our judgement" in text_of(sheet)


def test_the_second_page_of_an_activity_tells_which_it_is(made: Path) -> None:
    path = made / "en" / "2-law-and-policy" / "activities.pdf"
    (sheet,) = (one for one in pages_of(path) if "Three criteria" in text_of(one))
    assert text_of(sheet).startswith("Gallery of practice")


@pytest.mark.parametrize("lang", LANGS)
def test_a_number_stays_with_the_word_that_says_of_what(made: Path, lang: str) -> None:
    ends = {"en": r"\((?:para\.|footnote)$", "zh_Hans": r"第$"}[lang]
    for path in sorted((made / lang).rglob("*.pdf")):
        for page in pages_of(path):
            rows = text_of(page).splitlines()
            assert [row for row in rows if re.search(ends, row.strip())] == [], path


def test_a_title_runs_over_the_margin_column(made: Path) -> None:
    first = next(pages_of(made / "en" / "2-law-and-policy" / "handout.pdf"))
    assert "Local laws, policies and programmes\r\nModule 2" in text_of(first)


def test_a_printed_table_gives_its_width_to_the_column_that_needs_it() -> None:
    short = ["IV 2030 Agenda and New Urban Agenda", "III Methods of cooperation"]
    long = [
        "Making the Goals known, networks, local reviews, strategies and water " * 2
    ]
    columns = (["Section", *short], ["What you find", *long, long[0][:90]])
    before = shares(columns, 453, 10, "en")
    after = shares_of_fewest_lines(columns, 453, 10, "en")
    assert sum(after) == pytest.approx(1, abs=0.001)
    assert after[1] > before[1]


def test_columns_whose_cells_take_a_line_each_stay_as_they_are() -> None:
    columns = (["Law", "Plan"], ["Seoul, 2012", "Madrid"])
    given = shares(columns, 453, 10, "en")
    assert shares_of_fewest_lines(columns, 453, 10, "en") == given


@pytest.mark.parametrize("lang", LANGS)
def test_a_word_document_has_the_margins_of_the_pdf(made: Path, lang: str) -> None:
    folder = made / lang / "2-law-and-policy"
    (page,) = Document(str(folder / "activities.docx")).sections
    *_, last = pages_of(folder / "activities.pdf")
    text = last.get_textpage()
    left = min(text.get_rect(n)[0] for n in range(text.count_rects()))
    assert page.left_margin
    assert page.left_margin.pt == pytest.approx(left, abs=2)
    assert page.left_margin == page.right_margin


@pytest.mark.parametrize("lang", LANGS)
def test_a_form_in_word_is_kept_on_one_page(made: Path, lang: str) -> None:
    document = Document(str(made / lang / "2-law-and-policy" / "activities.docx"))
    texts = [one.text for one in document.paragraphs]
    word = {"en": "Our judgement", "zh_Hans": "我们的判断"}[lang]
    before = document.paragraphs[texts.index(word) - 1]
    assert before.style
    assert before.style.name == "Line to write on"
    assert before.paragraph_format.keep_with_next
