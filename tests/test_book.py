"""The workbook: all papers for those who take part, bound, with contents and index."""

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from course.arrange.book import workbook
from course.read.project import own_root, read_course
from course.spoken import Spoken, speak

LANGS = ("en", "zh_Hans")


@pytest.fixture(scope="module")
def told() -> dict[str, Spoken]:
    course, _ = read_course(own_root())
    return {lang: speak(own_root(), course, lang)[0] for lang in LANGS}


def pages(path: Path) -> list[str]:
    """Give the words of each page, without spaces."""
    document = pdfium.PdfDocument(path)
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def bookmarks(path: Path) -> dict[str, int]:
    """Give the first level of a PDF's bookmarks, each with its page, from 1."""
    found = {}
    for one in pdfium.PdfDocument(path).get_toc(max_depth=1):
        dest = one.get_dest()
        assert dest is not None
        found[one.get_title()] = (dest.get_index() or 0) + 1
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_each_chapter_begins_on_a_right_hand_page(
    told: dict[str, Spoken], lang: str, around: Path
) -> None:
    marks = bookmarks(around / lang / "course" / "workbook.pdf")
    book = workbook(told[lang].course, told[lang].voices)
    for chapter in book.chapters:
        (title,) = (
            "".join(span.text for span in part.text.spans)
            for part in chapter.sections[0].parts[:1]
            if hasattr(part, "text")
        )
        assert marks[title] % 2 == 1, title


@pytest.mark.parametrize("lang", LANGS)
def test_the_contents_name_the_pages_of_all_modules(
    told: dict[str, Spoken], lang: str, around: Path
) -> None:
    path = around / lang / "course" / "workbook.pdf"
    marks, contents = bookmarks(path), pages(path)[2]
    for module in told[lang].course.modules:
        title = module.text.title.plain
        assert re.search(
            rf"{re.escape(''.join(title.split()))}\.*{marks[title]}\D", f"{contents}x"
        ), title


@pytest.mark.parametrize("lang", LANGS)
def test_the_index_leads_to_pages_that_use_the_term(
    told: dict[str, Spoken], lang: str, around: Path
) -> None:
    path = around / lang / "course" / "workbook.pdf"
    words = pages(path)
    spoken = told[lang]
    terms = spoken.course.glossary
    assert terms
    (upr,) = (one for one in terms.terms if one.id == "universal-periodic-review")
    name = "".join(upr.term.plain.split())
    found = re.search(rf"{re.escape(name)}((?:\d+,)*\d+)", words[-1])
    assert found, words[-1]
    numbers = [int(one) for one in found[1].split(",")]
    forms = [name, *("".join(form.split()) for form in upr.also)]
    for number in numbers:
        # A topic may go on on the next page.
        there = words[number - 1] + words[number]
        assert any(form in there for form in forms), number


def test_every_module_has_a_line_in_the_action_plan(told: dict[str, Spoken]) -> None:
    spoken = told["en"]
    book = workbook(spoken.course, spoken.voices)
    (plan,) = (one for one in book.chapters if one.sections[0].name == "plan")
    framed = [part for part in plan.sections[0].parts if hasattr(part, "role")]
    assert len(framed) == len(spoken.course.modules)


def test_what_a_book_says_once_is_not_said_in_each_chapter(
    told: dict[str, Spoken], around: Path
) -> None:
    words = "".join(pages(around / "en" / "course" / "workbook.pdf"))
    imprint = "".join(told["en"].course.text.imprint.blocks[0].words.plain.split())  # type: ignore[union-attr]
    assert words.count(imprint[:60]) == 1
    assert "Cardstocutout" not in words
