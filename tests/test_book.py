"""The workbook: all papers for those who take part, bound, with contents and index."""

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from course.arrange.book import workbook
from course.package import Request, build_workshop
from course.problems import errors
from course.read.project import own_root, read_course
from course.spoken import Spoken, speak
from tests.conftest import ROOT

LANGS = ("en", "zh_Hans")
WORKSHOPS = ROOT / "tests" / "workshops"
# Pages before this one hold the cover, the contents and the programme.
FIRST = 6


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
            for part in chapter.sheet.sections[0].parts[:1]
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
    found = re.search(rf"{re.escape(name)}((?:\d+[,–])*\d+)", words[-1])
    assert found, words[-1]
    numbers = [int(one) for one in re.split("[,–]", found[1])]
    forms = [name, *("".join(form.split()) for form in upr.also)]
    for number in numbers:
        # A topic may go on on the next page.
        there = words[number - 1] + words[number]
        assert any(form in there for form in forms), number


def test_every_module_has_a_line_in_the_action_plan(told: dict[str, Spoken]) -> None:
    spoken = told["en"]
    book = workbook(spoken.course, spoken.voices)
    (plan,) = (one for one in book.chapters if one.name == "plan")
    framed = [part for part in plan.sheet.sections[0].parts if hasattr(part, "role")]
    assert len(framed) == len(spoken.course.modules)


def test_what_a_book_says_once_is_not_said_in_each_chapter(
    told: dict[str, Spoken], around: Path
) -> None:
    words = "".join(pages(around / "en" / "course" / "workbook.pdf"))
    imprint = "".join(told["en"].course.text.imprint.blocks[0].words.plain.split())  # type: ignore[union-attr]
    assert words.count(imprint[:60]) == 1
    assert "Cardstocutout" not in words


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of a workshop of one day, and of one of two."""
    out = tmp_path_factory.mktemp("days")
    text = (WORKSHOPS / "one-day.yaml").read_text("utf-8")
    plain = re.sub(r"(?m)^(logo|participants|notes|modules):.*\n", "", text)
    modules = f"course: {ROOT}\nmodules: [1-introduction, 5-united-nations]\n"
    longer = plain.replace("2026-12-01", "[2026-12-01, 2026-12-02]")
    for name, one in (("one", plain), ("two", longer)):
        (out / f"{name}.yaml").write_text(one + modules, "utf-8")
        request = Request(out / f"{name}.yaml", out, kinds=("workbook",))
        assert not errors(build_workshop(request).problems)
    return out


def workbook_of(days: Path, name: str) -> list[str]:
    return pages(days / name / "zh_Hans" / "course" / "workbook.pdf")


def test_a_programme_names_the_page_of_each_activity(days: Path) -> None:
    words = workbook_of(days, "one")
    titles = [one for one in bookmarks_below(days, "one") if one[0] > FIRST]
    programme = "".join(words[4:6])
    found = re.findall(r"活动：(.+?)(\d+)(?=\d\d:\d\d)", programme)
    assert len(found) == 4
    for text, number in found:
        named = [title for page, title in titles if page == int(number)]
        assert any(text.startswith(title) for title in named), (text, number, named)


def bookmarks_below(days: Path, name: str) -> list[tuple[int, str]]:
    path = days / name / "zh_Hans" / "course" / "workbook.pdf"
    found = []
    for one in pdfium.PdfDocument(path).get_toc():
        dest = one.get_dest()
        assert dest is not None
        page = (dest.get_index() or 0) + 1
        found.append((page, "".join(one.get_title().split())))
    return found


def test_a_quiz_in_the_programme_says_that_it_is_on_a_sheet_of_its_own(
    days: Path,
) -> None:
    programme = "".join(workbook_of(days, "one")[4:6])
    assert programme.count("小测验另发") == 2


@pytest.mark.parametrize(("name", "count"), [("one", 0), ("two", 2)])
def test_each_evening_has_its_form_if_there_is_a_next_morning(
    days: Path, name: str, count: int
) -> None:
    path = days / name / "zh_Hans" / "course" / "workbook.pdf"
    titles = list(bookmarks(path))
    assert sum(one.startswith("一天结束") for one in titles) == count, titles


def test_a_form_without_a_name_shares_no_leaf_with_what_one_keeps(days: Path) -> None:
    path = days / "two" / "zh_Hans" / "course" / "workbook.pdf"
    words = workbook_of(days, "two")
    loose = [n for n, text in enumerate(words, 1) if "请撕下交回" in text]
    assert len(loose) == 3
    assert all(page % 2 == 1 for page in loose)
    assert set(loose) <= set(bookmarks(path).values())


def test_a_handout_in_a_book_leads_to_the_page_for_the_plan(days: Path) -> None:
    words = workbook_of(days, "one")
    path = days / "one" / "zh_Hans" / "course" / "workbook.pdf"
    page = bookmarks(path)["每个模块记一条"]
    assert "".join(words).count(f"写在第{page}页") == 2
