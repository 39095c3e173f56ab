"""Variants of the papers: sizes of paper."""

from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from docx import Document
from docx.shared import Mm

from course.arrange.parts import MOST_HEIGHT
from course.build import Request, build, read_templates
from course.cli import main
from course.kinds import SIZES
from course.package import Request as WorkshopRequest
from course.package import build_workshop
from tests.conftest import BEES

WORKSHOPS = Path(__file__).parent / "workshops"
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
