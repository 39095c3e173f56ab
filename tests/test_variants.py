"""Variants of the papers: sizes of paper, two languages side by side, large print."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from docx import Document
from docx.shared import Mm
from pypdfium2 import raw

from course.arrange.facing import facing
from course.arrange.handout import handout
from course.arrange.large import enlarged
from course.arrange.parts import MOST_HEIGHT, letters
from course.arrange.quiz import key, paper
from course.arrange.sheet import (
    Both,
    Heading,
    Item,
    KeyStrip,
    Line,
    Point,
    Points,
    Prose,
    Section,
    Sheet,
    TableFigure,
)
from course.arrange.voices import Telling
from course.build import Request, build, read_templates, survey
from course.cli import main
from course.kinds import SIZES, Kind
from course.outputs import COURSE
from course.package import Request as WorkshopRequest
from course.package import build_workshop
from course.problems import errors
from course.slots import words_in
from course.spoken import speak
from tests.conftest import BEES, ROOT, SHIPPED, module_of
from tests.quizzes import quiz_of
from tests.test_paper import text_of

WORKSHOPS = Path(__file__).parent / "workshops"
LONG_TABLE = "7-recommendations"
LETTER = (612, 792)
POINTS = 72 / 25.4


def sizes(path: Path) -> set[tuple[int, int]]:
    """Give the sizes of a PDF's pages in points, the short side first."""
    pages = pdfium.PdfDocument(path)
    return {tuple(sorted(map(round, page.get_size()))) for page in pages}


def printed(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.pdf"))
    return [path for path in found if not path.name.startswith(("deck.", "slides-"))]


def test_every_paper_of_a_module_is_letter_where_that_is_wished(
    tmp_path: Path,
) -> None:
    build(Request(BEES, tmp_path, (), ("en",), paper="letter"))
    papers = printed(tmp_path)
    assert {"handout.pdf", "deck-notes.pdf", "quiz-A.pdf", "appendix.pdf"} <= {
        path.name for path in papers
    }
    assert {size for path in papers for size in sizes(path)} == {LETTER}


def test_a_word_document_on_letter_has_its_width_to_the_margins(tmp_path: Path) -> None:
    build(Request(BEES, tmp_path, (), ("en",), ("handout",), paper="letter"))
    document: Any = Document(str(tmp_path / "en" / "hive" / "handout.docx"))
    (page,) = document.sections
    assert page.page_width == Mm(215.9)
    assert page.page_height == Mm(279.4)
    column = page.page_width - page.left_margin - page.right_margin
    (table, *_) = (t for t in document.tables if t.style.name == "Box Table")
    assert sum(one.width for one in table.columns) == pytest.approx(column, rel=0.001)
    (stop,) = document.styles["Header"].paragraph_format.tab_stops
    assert stop.position == column


def test_a_workshop_s_file_may_name_its_paper(tmp_path: Path) -> None:
    text = (WORKSHOPS / "one-day.yaml").read_text("utf-8")
    for name in ("half-page.yaml", "logo.png", "people.csv"):
        (tmp_path / name).write_bytes((WORKSHOPS / name).read_bytes())
    file = tmp_path / "w.yaml"
    file.write_text(f"{text}paper: letter\n", encoding="utf-8")
    build_workshop(WorkshopRequest(file, tmp_path / "out"))
    papers = printed(tmp_path / "out")
    assert {"programme.pdf", "certificates.pdf", "sign-in.pdf"} <= {
        path.name for path in papers
    }
    assert {size for path in papers for size in sizes(path)} == {LETTER}
    build_workshop(WorkshopRequest(file, tmp_path / "a4", paper="a4"))
    assert {one for path in printed(tmp_path / "a4") for one in sizes(path)} == {
        (595, 842)
    }


def test_a_paper_that_there_is_not_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "w.yaml"
    text = (WORKSHOPS / "one-day.yaml").read_text("utf-8")
    file.write_text(f"{text}paper: leter\n", encoding="utf-8")
    assert main(["plan", str(file)]) == 1
    assert "R304 `paper` is “leter”\n    hint: did you mean `letter`?" in (
        capsys.readouterr().err
    )


def test_what_is_arranged_for_a4_has_room_on_every_paper() -> None:
    page = read_templates().style["paper"]["page"]
    width, _ = SIZES["a4"]
    for other, height in SIZES.values():
        assert other >= width
        assert (height - 2 * page["head"]) * POINTS * 0.7 > MOST_HEIGHT


@pytest.fixture(scope="module")
def side_by_side(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Papers of a shipped module in Chinese and English, side by side."""
    out = tmp_path_factory.mktemp("facing")
    kinds: tuple[Kind, ...] = ("handout", "activities", "quiz")
    result = build(Request(ROOT, out, (SHIPPED, COURSE), ("zh+en",), kinds))
    assert not errors(result.problems)
    return out / "zh_Hans+en"


def told(lang: str, root: Path = ROOT) -> Telling:
    spoken, _ = speak(root, survey(root)[0], lang)
    return Telling(spoken.course, module_of(spoken.course), spoken.voices)


def lines(node: Any) -> Iterator[Line]:
    """Give all lines in the parts of a paper, not those that are twins."""
    if isinstance(node, Line):
        yield node
    elif isinstance(node, tuple):
        for one in node:
            yield from lines(one)
    elif is_dataclass(node):
        for one in fields(node):
            yield from lines(getattr(node, one.name))


def tops(page: pdfium.PdfPage, words: str) -> list[float]:
    """Give the heights at which a text stands on a page."""
    text = page.get_textpage()
    found = text.search(words)
    heights = []
    while at := found.get_next():
        heights.append(text.get_charbox(at[0])[3])
    return heights


def test_each_paragraph_stands_beside_its_twin(side_by_side: Path) -> None:
    pages = list(pdfium.PdfDocument(side_by_side / SHIPPED / "handout.pdf"))
    chinese, english = told("zh_Hans").module.text, told("en").module.text
    for ours, other in zip(chinese.topics, english.topics, strict=True):
        assert ours.read
        assert other.read
        pairs = zip(ours.read.words, other.read.words, strict=True)
        for one, twin in pairs:
            starts = one.plain[:8], " ".join(twin.plain.split()[:3])
            (page,) = [p for p in pages if tops(p, starts[0]) and tops(p, starts[1])]
            # A heading may begin with the same words.
            places = product(*(tops(page, start) for start in starts))
            assert any(left == pytest.approx(right, abs=4) for left, right in places), (
                starts
            )


def test_every_line_has_its_twin_and_every_figure_stands_once_in_each_language() -> (
    None
):
    ours, other = handout(*told("zh_Hans")), handout(*told("en"))
    sheet = facing(ours, other)
    both = [p for s in sheet.sections for p in s.parts if isinstance(p, Both)]
    assert len(both) >= 4
    assert all(one.first and one.second for one in both)
    twins = [
        one
        for s in sheet.sections
        for p in s.parts
        for one in lines(p)
        if not isinstance(p, Both)
    ]
    assert len(twins) > 40
    assert all(one.spans and one.twin and one.twin.spans for one in twins)
    assert {s.mark + s.twin_mark for s in sheet.sections} == {""}


def test_one_key_serves_a_quiz_in_two_languages() -> None:
    ours, other = told("zh_Hans"), told("en")
    both = facing(key(*quiz_of(*ours, "A")), key(*quiz_of(*other, "A")))
    asked = facing(paper(*quiz_of(*ours, "A")), paper(*quiz_of(*other, "A")))
    for alone in (key(*quiz_of(*ours, "A")), key(*quiz_of(*other, "A"))):
        (strip,) = (p for p in alone.sections[0].parts if isinstance(p, KeyStrip))
        (here,) = (p for p in both.sections[0].parts if isinstance(p, KeyStrip))
        assert here.answers == strip.answers
    found = [p for s in asked.sections for p in s.parts if isinstance(p, Item)]
    assert found
    for item in found:
        assert item.columns == 1
        assert all(a.text.twin and a.right is None for a in item.answers)


def test_boxes_and_places_to_write_are_there_once(side_by_side: Path) -> None:
    quiz = text_of(side_by_side / SHIPPED / "quiz-A.pdf")
    assert quiz.count("单位 · Department") == 1
    forms = text_of(side_by_side / COURSE / "forms.pdf")
    assert "完全符合" in forms
    assert "fully" in forms


def test_what_is_not_translated_leaves_its_side_empty_and_says_so() -> None:
    spoken = [told(lang, BEES) for lang in ("fr", "en")]
    sheet = facing(*(handout(*one) for one in spoken))
    (weigh,) = (s for s in sheet.sections if s.mark)
    assert weigh.mark == "Pas encore traduit : affiché en anglais."
    assert weigh.lang == "fr"
    head = weigh.parts[0]
    assert isinstance(head, Heading)
    assert head.text.spans == ()
    assert head.text.twin
    assert head.text.twin.plain == "A light hive needs help before winter"


def test_blocks_that_one_language_has_more_stand_alone() -> None:
    def sheet(lang: str, *parts: Any) -> Sheet:
        section = Section("a", lang, parts)
        return Sheet("handout", lang, *("",) * 6, sections=(section,))

    def prose(text: str) -> Prose:
        return Prose(letters(text))

    listed = Points((Point(letters("b")), Point(letters("c"))))
    short = Points((Point(letters("B")),))
    more = sheet("fr", prose("A"), prose("Z"), short)
    both = facing(sheet("en", prose("a"), listed), more)
    (section,) = both.sections
    shown = [
        [(one.plain, one.twin and one.twin.plain) for one in lines(part)]
        for part in section.parts
    ]
    assert shown == [[("a", "A")], [("", "Z")], [("b", "B"), ("c", "")]]


def test_a_heading_in_two_languages_is_one_bookmark(side_by_side: Path) -> None:
    document = pdfium.PdfDocument(side_by_side / SHIPPED / "handout.pdf")
    titles = [mark.get_title() for mark in document.get_toc()]
    assert titles[0] == "与联合国建立联系 Connecting with the United Nations"


def test_a_workshop_in_two_languages_has_handouts_side_by_side(tmp_path: Path) -> None:
    file = tmp_path / "w.yaml"
    lines = "title: W\ndates: 2026-12-01\nhours: 09:00–12:00\nlanguages: zh+en\n"
    file.write_text(f"{lines}modules: [{SHIPPED}]\n", encoding="utf-8")
    build_workshop(WorkshopRequest(file, tmp_path, kinds=("handout",)))
    found = sorted(
        p.name for p in (tmp_path / "w" / "zh_Hans+en" / "handouts").iterdir()
    )
    assert found == [
        "1-united-nations-en.docx",
        "1-united-nations-en.pdf",
        "1-united-nations-zh_Hans+en.pdf",
        "1-united-nations-zh_Hans.docx",
        "1-united-nations-zh_Hans.pdf",
    ]


def test_terms_stand_in_the_order_of_one_language_beside_what_they_are_called() -> None:
    sheet = facing(handout(*told("zh_Hans")), handout(*told("en")))
    (section,) = (one for one in sheet.sections if one.name == "terms")
    (both,) = (part for part in section.parts if isinstance(part, Both))
    assert isinstance(both.first, TableFigure)
    assert isinstance(both.second, TableFigure)
    rows = zip(both.first.rows, both.second.rows, strict=True)
    pairs = {one[0].plain: other[0].plain for one, other in rows}
    assert pairs["地方政府"] == "local government"
    assert pairs["条约机构"] == "treaty bodies"
    assert len(both.first.columns) == len(both.second.columns) == 2


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Papers of two shipped modules in large print; the second has a long table."""
    out = tmp_path_factory.mktemp("large")
    modules = (SHIPPED, LONG_TABLE, COURSE)
    kinds: tuple[Kind, ...] = ("handout", "activities", "quiz")
    result = build(Request(ROOT, out, modules, kinds=kinds, prints=("large",)))
    assert not errors(result.problems)
    return out


def smallest_letter(path: Path) -> float:
    """Give the size of the smallest letter of a PDF, in points."""
    found: list[float] = []
    for page in pdfium.PdfDocument(path):
        text = page.get_textpage()
        found += [
            raw.FPDFText_GetFontSize(text, n)
            for n in range(text.count_chars())
            if not chr(raw.FPDFText_GetUnicode(text, n)).isspace()
        ]
    return min(found)


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
def test_no_letter_of_a_large_paper_is_smaller_than_18_points(
    large: Path, lang: str
) -> None:
    papers = list((large / lang).rglob("*-large.pdf"))
    assert {path.name for path in papers} >= {
        "handout-large.pdf",
        "activities-large.pdf",
        "quiz-A-large.pdf",
        "quiz-A-key-large.pdf",
        "test-before-large.pdf",
        "forms-large.pdf",
    }
    for path in papers:
        assert smallest_letter(path) >= 18, path
    assert smallest_letter(large / lang / SHIPPED / "handout.pdf") < 11


def test_large_papers_are_made_only_where_they_are_asked_for(tmp_path: Path) -> None:
    build(Request(BEES, tmp_path, (), ("en",), ("handout",)))
    assert not list(tmp_path.rglob("*-large.pdf"))


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
def test_a_large_handout_says_all_that_the_other_says(large: Path, lang: str) -> None:
    folder = large / lang / LONG_TABLE
    spoken, _ = speak(ROOT, survey(ROOT)[0], lang)
    (module,) = (m for m in spoken.course.modules if m.name == LONG_TABLE)
    page = "".join(text_of(folder / "handout-large.pdf").split())
    for topic in module.text.topics:
        for words in words_in((topic.read, topic.editor)):
            assert "".join(words.plain.split())[:10] in page, words.plain


def test_a_table_too_narrow_for_large_letters_is_a_list(large: Path) -> None:
    page = text_of(large / "en" / LONG_TABLE / "handout-large.pdf")
    assert "People say: We are too small" in page
    assert "The report says: The report" in page


def test_a_small_table_stays_a_table_in_large_letters() -> None:
    table = TableFigure(
        "T",
        (letters("Year"), letters("Cities")),
        ((letters("2019"), letters("12")),),
        (False, True),
        (0.5, 0.5),
    )
    sheet = Sheet("handout", "en", *("",) * 6, sections=(Section("a", "en", (table,)),))
    (section,) = enlarged(sheet).sections
    assert isinstance(section.parts[0], TableFigure)


def test_a_workshop_s_papers_can_be_large(tmp_path: Path) -> None:
    file = tmp_path / "w.yaml"
    lines = "title: W\ndates: 2026-12-01\nhours: 09:00–12:00\nlanguages: en\n"
    file.write_text(f"{lines}modules: [{SHIPPED}]\n", encoding="utf-8")
    build_workshop(WorkshopRequest(file, tmp_path, kinds=("quiz",), prints=("large",)))
    found = {path.name for path in (tmp_path / "w" / "en" / "quizzes").iterdir()}
    assert {"1-united-nations-A-large.pdf", "1-united-nations-A-key-large.pdf"} <= found
