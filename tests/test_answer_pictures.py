"""Printed answer sheets, looked at as a reader of scans does: by the table."""

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np
import pypdfium2 as pdfium
import pytest
import zxingcpp
from PIL import Image

from course.arrange.answer_sheet import (
    AnswerSheet,
    Copy,
    Learner,
    PrintedSheet,
    Told,
    Wish,
    answer_sheet,
    as_table,
    printed,
    stencil,
)
from course.arrange.answer_sheet.code import read_strip, read_text
from course.arrange.voices import Voices
from course.build import read_templates
from course.labels import Labels
from course.read.project import own_root, read_course
from course.spoken import speak
from course.wording import Wording
from course.write import answer_sheet as writer
from tests.test_answer_sheet import A4, A5, B5, LETTER, items

Picture: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
# Left, upper edge, width and height, in mm.
Place: TypeAlias = tuple[float, float, float, float]
TEMPLATES = read_templates()
PER_MM = 12  # pixels, where places are measured
NEAR = 0.2  # mm
DPI = 100  # where codes are read
MM = 25.4
# What print in grey may come to, where a mark counts from 0.2 on.
INK = 0.05
VOICES = Voices("en", {"en": Wording("en", Labels())})
TOLD = Told(VOICES, "Bees", "Your own code: a letter and three digits")
Case: TypeAlias = tuple[tuple[float, float], bool, int, int | Literal["mixed"], Learner]
# Each size of paper, each size of print, each count, each length of number.
CASES: tuple[Case, ...] = (
    (A4, False, 120, 8, 12),
    (A4, False, 100, 5, 8),
    (A4, False, 60, "mixed", 8),
    (A4, False, 10, 2, 0),
    (A4, True, 60, 4, 8),
    (LETTER, False, 120, 6, 8),
    (LETTER, False, 60, 7, "code"),
    (LETTER, True, 100, 3, 12),
    (A5, False, 60, 5, 12),
    (A5, False, 100, 2, 0),
    (A5, True, 10, 8, 8),
    (B5, False, 100, 4, 8),
    (B5, False, 10, "mixed", 12),
    (B5, True, 120, "mixed", 0),
)


def made_for(case: Case) -> AnswerSheet:
    paper, large, count, options, learner = case
    asked = items(count, options)
    return answer_sheet(Wish("bees", "A", asked, (), *paper, learner, large))


def pdf_of(one: PrintedSheet) -> bytes:
    return writer.write(one, TEMPLATES.folder, TEMPLATES.style)


def pictures(pdf: bytes, per_mm: float) -> list[Picture]:
    """Give each page as darkness, 0 is paper and 1 is ink."""
    return [
        1 - page.render(scale=per_mm * MM / 72, grayscale=True).to_numpy() / 255
        for page in pdfium.PdfDocument(pdf)
    ]


@cache
def drawn(case: Case) -> tuple[bytes, dict[str, Any]]:
    """Give a sheet as PDF, and its table: all that a reader knows of it."""
    one = made_for(case)
    return pdf_of(printed(one, [TOLD], "Beekeepers")), as_table(one)


def bubbles(table: dict[str, Any], page: dict[str, Any]) -> list[Place]:
    width, height = table["bubble"]["width"], table["bubble"]["height"]
    places = [place for one in page["fields"] for place in one["places"]]
    return [
        (x, y, width, height)
        for one in (*places, *page["rows"])
        for x, y in one["bubbles"].values()
    ]


def rectangle(one: dict[str, Any]) -> Place:
    return one["x"], one["y"], one["width"], one["height"]


def edges(dark: Picture, place: Place, line: float, around: float = 0.5) -> Place:
    """Find the edges of what is printed at a place: x, y, width and height, in mm.

    A row or column of pixels counts if it is dark along more than `line` of the side.
    """
    x, y, width, height = place
    left, top = round((x - around) * PER_MM), round((y - around) * PER_MM)
    right = round((x + width + around) * PER_MM)
    bottom = round((y + height + around) * PER_MM)
    window = dark[top:bottom, left:right] > 0.15
    across = np.flatnonzero(window.sum(0) > line * height * PER_MM)
    down = np.flatnonzero(window.sum(1) > line * width * PER_MM)
    assert across.size, f"nothing at {place}"
    assert down.size, f"nothing at {place}"
    return (
        (left + across[0]) / PER_MM,
        (top + down[0]) / PER_MM,
        (across[-1] - across[0] + 1) / PER_MM,
        (down[-1] - down[0] + 1) / PER_MM,
    )


def apart(one: Place, other: Place) -> float:
    """Give how far the edges of two rectangles are apart, at most."""
    ends = [
        (place[0], place[1], place[0] + place[2], place[1] + place[3])
        for place in (one, other)
    ]
    return max(abs(float(a - b)) for a, b in zip(*ends, strict=True))


def modules(
    dark: Picture, place: Place, columns: int, rows: int, per_mm: float
) -> list[str]:
    """Read a code: the darkness in the middle of each of its modules."""
    x, y, width, height = place
    xs = (x + (np.arange(columns) + 0.5) * width / columns) * per_mm
    ys = (y + (np.arange(rows) + 0.5) * height / rows) * per_mm
    found = dark[np.ix_(ys.astype(int), xs.astype(int))] > 0.5
    return ["".join("01"[int(one)] for one in row) for row in found]


def grown(place: Place, more: float) -> Place:
    x, y, width, height = place
    return (x - more, y - more, width + 2 * more, height + 2 * more)


def cut(dark: Picture, place: Place, per_mm: float) -> Picture:
    """Give the pixels of a place."""
    x, y, width, height = (one * per_mm for one in place)
    return dark[round(y) : round(y + height), round(x) : round(x + width)]


def ink(dark: Picture, place: Place, per_mm: float) -> float:
    """Give how much a bubble looks filled in, as `docs/answer-sheet.md` measures it."""
    x, y, width, height = place
    inner = (x + 0.12 * width, y + 0.16 * height, 0.76 * width, 0.68 * height)
    shares: Picture = np.clip((cut(dark, inner, per_mm) - 0.18) / 0.45, 0, 1)
    return float(shares.mean())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_all_is_printed_where_the_table_says(case: Case) -> None:
    pdf, table = drawn(case)
    pages = pictures(pdf, PER_MM)
    assert len(pages) == len(table["pages"])
    for dark, page in zip(pages, table["pages"], strict=True):
        height, width = dark.shape
        assert abs(width / PER_MM - table["paper"]["width"]) < NEAR
        assert abs(height / PER_MM - table["paper"]["height"]) < NEAR
        for place in bubbles(table, page):
            assert apart(edges(dark, place, 0.6), place) < NEAR
        for one in (*page["marks"], page["qr"]):
            place = rectangle(one)
            assert apart(edges(dark, place, 0.1, 1), place) < NEAR
        for one in page["fields"]:
            for each in one["places"]:
                place = rectangle(each["write"])
                assert apart(edges(dark, place, 0.6), place) < NEAR


def test_all_is_printed_there_in_a_language_from_right_to_left() -> None:
    told = Told(Voices("ar", {"ar": Wording("ar", Labels())}), "Bees")
    one = made_for(CASES[2])
    table = as_table(one)
    (dark,) = pictures(pdf_of(printed(one, [told], "")), PER_MM)
    (page,) = table["pages"]
    for place in bubbles(table, page):
        assert apart(edges(dark, place, 0.6), place) < NEAR
    for code in (*page["marks"], page["qr"]):
        assert apart(edges(dark, rectangle(code), 0.1, 1), rectangle(code)) < NEAR


@pytest.mark.parametrize("case", CASES, ids=str)
def test_marks_and_strip_are_read_at_100_dpi(case: Case) -> None:
    pdf, table = drawn(case)
    per_mm = DPI / MM
    for dark, page in zip(pictures(pdf, per_mm), table["pages"], strict=True):
        for mark in page["marks"]:
            rows = modules(dark, rectangle(mark), 6, 6, per_mm)
            assert "".join(row[1:-1] for row in rows[1:-1]) == mark["bits"]
            assert {rows[0], rows[-1]} == {"111111"}
            assert {row[0] + row[-1] for row in rows} == {"11"}
        (strip,) = modules(
            dark, rectangle(page["strip"]), page["strip"]["bits"], 1, per_mm
        )
        number = read_strip(strip)
        assert number is not None
        assert (number.edition, number.sheet) == (table["edition"], 0)
        assert number.page == page["page"]


@pytest.mark.parametrize("skew", [0, 3, -3])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("case", CASES[::3], ids=str)
def test_the_qr_code_is_read_at_100_dpi_turned_and_askew(
    case: Case, turn: int, skew: int
) -> None:
    pdf, table = drawn(case)
    for number, page in enumerate(pdfium.PdfDocument(pdf), 1):
        picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
        askew = picture.rotate(
            turn + skew, Image.Resampling.BICUBIC, expand=True, fillcolor=255
        )
        (found,) = zxingcpp.read_barcodes(askew)
        code = read_text(found.text)
        assert code is not None
        assert (code.quiz, code.variant) == (table["quiz"], table["variant"])
        assert code.number.edition == table["edition"]
        assert (code.number.page, code.pages) == (number, len(table["pages"]))


@pytest.mark.parametrize("dpi", [100, 200])
@pytest.mark.parametrize("case", CASES[:5], ids=str)
def test_an_empty_bubble_is_not_mistaken_for_a_mark(case: Case, dpi: int) -> None:
    pdf, table = drawn(case)
    per_mm = dpi / MM
    for dark, page in zip(pictures(pdf, per_mm), table["pages"], strict=True):
        assert max(ink(dark, one, per_mm) for one in bubbles(table, page)) < INK


# The stencil


@pytest.mark.parametrize("case", [CASES[0], CASES[2], CASES[10]], ids=str)
def test_a_stencil_has_a_ring_around_each_right_bubble_and_no_other(
    case: Case,
) -> None:
    one = made_for(case)
    labels = [(row.label, row.bubbles) for page in one.pages for row in page.rows]
    right = frozenset(
        (label, those[n % len(those)].value) for n, (label, those) in enumerate(labels)
    )
    pages = pictures(pdf_of(stencil(one, [TOLD], "", right)), PER_MM)
    for dark, page in zip(pages, as_table(one)["pages"], strict=True):
        size = one.print.bubble_width, one.print.bubble_height
        for row in page["rows"]:
            for value, corner in row["bubbles"].items():
                bubble = (corner[0], corner[1], *size)
                ring = grown(bubble, 0.5)
                if (row["label"], value) in right:
                    assert apart(edges(dark, ring, 0.6, 0.1), ring) < NEAR
                    inside = cut(dark, bubble, PER_MM)
                    assert inside.max() < 2 * INK, "one sees the whole bubble"
                else:
                    with pytest.raises(AssertionError):
                        edges(dark, ring, 0.6, 0.1)
        for mark in page["marks"]:
            outside = grown(rectangle(mark), 0.5)
            assert apart(edges(dark, outside, 0.6, 0.3), outside) < NEAR


# Words


def text_of(pdf: bytes) -> str:
    document = pdfium.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_learners_whose_names_are_known_have_a_sheet_each() -> None:
    one = made_for((A4, False, 10, 4, 0))
    copies = [Copy(1, "Ada"), Copy(2, "Emmy"), Copy()]
    pdf = pdf_of(printed(one, [TOLD], "", copies))
    codes = [
        read_text(zxingcpp.read_barcodes(page.render(scale=2).to_pil())[0].text)
        for page in pdfium.PdfDocument(pdf)
    ]
    assert [code and code.number.sheet for code in codes] == [1, 2, 0]
    assert re.findall("Name: (Ada|Emmy)", text_of(pdf)) == ["Ada", "Emmy"]


def test_a_sheet_may_be_in_two_languages() -> None:
    course, _ = read_course(own_root())
    told = [
        Told(speak(own_root(), course, lang)[0].voices, "Bees 蜂")
        for lang in ("zh_Hans", "en")
    ]
    one = answer_sheet(Wish("bees", "A", items(20), (), *A5, languages=2))
    text = text_of(pdf_of(printed(one, told, "")))
    for words in ("答题卡", "Answer sheet", "请用2B铅笔填涂", "Use a 2B pencil"):
        assert words in text.replace("请用 2B 铅笔", "请用2B铅笔"), words


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
@pytest.mark.parametrize("kind", ["quiz-A-answers", "quiz-A-stencil"])
def test_a_sheet_is_tagged_and_tells_its_pictures_in_words(
    made: Path, lang: str, kind: str
) -> None:
    data = (made / lang / "5-united-nations" / f"{kind}.pdf").read_bytes()
    document = pdfium.PdfDocument(data)
    assert document.is_tagged()
    assert b"pdfuaid" in data
    title = document.get_metadata_value("Title")
    assert ("答题卡" in title or "Answer sheet" in title) == (kind.endswith("answers"))


def test_the_same_sheet_gives_the_same_bytes() -> None:
    one = printed(made_for(CASES[2]), [TOLD], "")
    assert pdf_of(one) == pdf_of(one)
