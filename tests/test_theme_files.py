"""An institute's own look in one small file: what it changes, and its mistakes."""

import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from docx import Document
from pptx import Presentation

from course.build import Request, build, read_templates
from course.cli import main
from course.package import Request as WorkshopRequest
from course.package import build_workshop
from tests.conftest import BEES, ROOT
from tests.test_paper import text_of

SAMPLE = ROOT / "tests" / "themes" / "pingan.yaml"
OWN, OURS = b"7A1F2B", b"0B4F6C"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small course in an institute's look, in two languages."""
    out = tmp_path_factory.mktemp("theme")
    langs = ("en", "zh")
    build(Request(BEES, out, (), langs, theme=str(SAMPLE), prints=("large",)))
    return out


def xml_of(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return b"".join(
            archive.read(name) for name in archive.namelist() if ".xml" in name
        )


def test_the_sample_is_without_fault_and_short(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["theme", "check", str(SAMPLE)]) == 0
    assert "errors: 0, warnings: 0" in capsys.readouterr().out
    assert len(SAMPLE.read_text("utf-8").splitlines()) < 25


@pytest.mark.parametrize("file", ["deck.pptx", "handout.docx"])
def test_colours_and_fonts_are_those_of_the_theme(made: Path, file: str) -> None:
    xml = xml_of(made / "en" / "hive" / file)
    assert OWN in xml
    assert OURS not in xml
    assert b"Georgia" in xml
    assert b"SimSun" in xml


def test_web_pages_and_paper_have_the_colours_too(made: Path) -> None:
    assert OWN.decode() in (made / "en" / "hive" / "quiz.html").read_text("utf-8")
    page = pdfium.PdfDocument(made / "en" / "hive" / "handout.pdf")[0]
    colours = {pixel for _, pixel in page.render().to_pil().getcolors(10**6)}
    assert tuple(OWN[n : n + 2] for n in (0, 2, 4)) == (b"7A", b"1F", b"2B")
    assert (0x7A, 0x1F, 0x2B) in colours


def test_the_logo_stands_on_the_cover_of_slides(made: Path) -> None:
    deck: Any = Presentation(str(made / "en" / "hive" / "deck.pptx"))
    cover = deck.slides[0].slide_layout
    assert [one.name for one in cover.shapes if one.shape_type == 13] == ["Logo"]


def test_papers_say_who_invites_and_what_they_are_for(made: Path) -> None:
    for lang, cover, foot in (
        ("en", "Ping’an County Academy", "For internal training"),
        ("zh_Hans", "平安县行政学院", "内部培训资料"),
    ):
        for name in ("handout.pdf", "quiz-A.pdf", "handout-large.pdf"):
            text = " ".join(text_of(made / lang / "hive" / name).split())
            assert text.count(cover) == 1, name
            pages = len(pdfium.PdfDocument(made / lang / "hive" / name))
            assert text.count(foot) == pages, name


def test_the_same_theme_gives_the_same_bytes() -> None:
    decks = [read_templates(str(SAMPLE)).deck for _ in range(2)]
    assert decks[0] == decks[1]


def test_a_theme_can_start_from_contrast(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text('base: contrast\ncolours: { primary: "003366" }\n', "utf-8")
    style = read_templates(str(path)).style
    assert style["paper"]["body"]["latin"] == 12
    assert style["colours"]["primary"] == style["colours"]["data"][0] == "003366"


def test_a_workshop_may_name_a_theme_beside_it(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE.parent, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "w.yaml"
    lines = "title: W\ndates: 2026-12-01\nhours: 09:00–12:00\nlanguages: en\n"
    file.write_text(
        f"{lines}theme: pingan.yaml\nmodules: [5-united-nations]\n", "utf-8"
    )
    build_workshop(WorkshopRequest(file, tmp_path, kinds=("handout",)))
    path = tmp_path / "w" / "en" / "handouts" / "1-united-nations.pdf"
    assert "Ping’an County Academy" in text_of(path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("colours:", "colors:"),
            "own.yaml:5:1: R301 unknown key `colors`\n"
            "    hint: did you mean `colours`?",
        ),
        (
            ("  primary:", "  primry:"),
            "own.yaml:6:3: R301 unknown key `primry`\n"
            "    hint: did you mean `primary`?",
        ),
        (
            ('"7A1F2B"', "red"),
            "own.yaml:6:12: L301 `primary` is “red”, which is no colour\n"
            '    hint: write it like "0B4F6C"',
        ),
        (
            ('"7A1F2B"', '"#7A1F2B"'),
            "own.yaml:6:12: L301 `primary` is “#7A1F2B”, which is no colour\n"
            '    hint: write "7A1F2B"',
        ),
        (
            ("base: civic", "base: civil"),
            "own.yaml:4:7: R304 `base` is “civil”\n    hint: did you mean `civic`?",
        ),
        (
            ("logo: logo.png", "logo: lgo.png"),
            "own.yaml:12:7: R101 lgo.png: no such file\n",
        ),
        (
            ("lang: zh", "lang: q1"),
            "own.yaml:14:11: L302 “q1” is no language\n"
            "    hint: write its tag: zh, en, fr …",
        ),
        (
            ('"7A1F2B"', '"F0C0C0"'),
            "own.yaml:6:12: L303 warning: `primary` on `paper` has a contrast of 1.6",
        ),
    ],
)
def test_a_mistake_in_a_theme_is_told_with_its_line(
    change: tuple[str, str],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copy(SAMPLE.parent / "logo.png", tmp_path)
    text = SAMPLE.read_text("utf-8")
    assert change[0] in text
    (tmp_path / "own.yaml").write_text(text.replace(*change, 1), "utf-8")
    code = main(["theme", "check", str(tmp_path / "own.yaml")])
    assert said in capsys.readouterr().out
    assert code == (0 if "warning" in said else 1)


def test_a_wrong_theme_stops_a_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.yaml").write_text('colours: { ink: "12" }\n', "utf-8")
    monkeypatch.chdir(BEES)
    out = str(tmp_path / "out")
    given = ["build", "--theme", str(tmp_path / "own.yaml"), "--out", out]
    assert main(given) == 1
    assert "own.yaml:1:17: L301" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_document_is_still_a_word_document_with_our_styles(made: Path) -> None:
    document: Any = Document(str(made / "en" / "hive" / "handout.docx"))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Heading 1", "Heading 2", "List Bullet"} <= styles
    assert not re.search(r"brand", str(xml_of(made / "en" / "hive" / "handout.docx")))
