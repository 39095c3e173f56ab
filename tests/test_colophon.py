"""The imprint says of which sources an output is, and how far it is translated."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from docx import Document
from pptx import Presentation

from course.arrange.colophon import colophon
from course.build import Request, build, survey
from course.problems import errors
from course.read.commit import commit
from course.spoken import speak
from tests.conftest import BEES, ROOT
from tests.test_translators import changed

__all__ = ["changed"]
HASH = "0123456789abcdef0123456789abcdef01234567"


def said(root: Path, lang: str, *, is_final: bool = False) -> str:
    """Give the last line of the imprint, as a deck has it."""
    course, _ = survey(root)
    spoken, _ = speak(root, course, lang)
    standing = replace(spoken.voices.standing, is_final=is_final)
    voices = replace(spoken.voices, standing=standing)
    text = spoken.course.text
    modules = spoken.course.modules
    wording = voices.wording
    return colophon(text.publisher, text.edition, modules, voices, wording)


def test_what_is_in_doubt_and_what_is_missing_are_counted_and_named(
    changed: Path,
) -> None:
    line = said(changed, "fr")
    assert "91 % traduits et relus" in line.replace("\u202f", " ").replace("\xa0", " ")
    assert "à relire : 2 (floors/title, floors/how-many-frames/stem)" in line
    assert "à traduire : 2 (" in line


def test_a_long_list_is_cut_short(bees: Path) -> None:
    line = said(bees, "zh_Hans")
    assert line.endswith(
        "未译40条（summary、name-parts/text、open-hive/text，另有20处）"
    )


def test_what_is_whole_says_so_and_whether_it_is_final(tmp_path: Path) -> None:
    whole = said(ROOT, "zh_Hans")
    assert whole.endswith("译文已全部完成并审校")
    assert "稿" not in whole
    final = said(ROOT, "zh_Hans", is_final=True)
    assert final.endswith("定稿  ·  译文已全部完成并审校")
    wish = Request(
        ROOT, tmp_path, ("5-united-nations",), ("zh",), ("quiz",), is_final=True
    )
    assert build(wish).files
    page = (tmp_path / "zh_Hans/5-united-nations/quiz.html").read_text("utf-8")
    assert "定稿" in page
    assert "草稿" not in page


@pytest.mark.parametrize("lang", ["en", "en_XA"])
def test_the_source_and_a_test_of_layouts_have_no_translation_to_tell_of(
    lang: str,
) -> None:
    line = said(BEES, lang)
    assert line.count("·") == 1


def test_every_output_says_it(bees: Path, tmp_path: Path) -> None:
    git = bees / ".git"
    git.mkdir()
    (git / "HEAD").write_text(HASH, "utf-8")
    build(Request(bees, tmp_path, langs=("fr",)))
    folder = tmp_path / "fr" / "hive"
    slides = Presentation(str(folder / "deck.pptx")).slides
    (*_, last) = slides
    texts = [shape.text_frame.text for shape in last.shapes if shape.has_text_frame]
    told = {"deck.pptx": " ".join(texts)}
    document = Document(str(folder / "handout.docx"))
    told["handout.docx"] = " ".join(one.text for one in document.paragraphs)
    told["quiz.html"] = (folder / "quiz.html").read_text("utf-8")
    for name in ("deck.pdf", "handout.pdf", "quiz-A.pdf", "quiz-A-key.pdf"):
        pages = pdfium.PdfDocument(folder / name)
        told[name] = pages[len(pages) - 1].get_textpage().get_text_range()
    lacking = [n for n, text in told.items() if "0123456" not in text]
    lacking += [n for n, text in told.items() if "provisoire" not in text]
    assert lacking == []


def test_an_imprint_that_is_full_goes_on_on_a_next_slide(bees: Path) -> None:
    path = bees / "modules" / "course.yaml"
    lines = "".join(f"\n\n  Line {number}." for number in range(12))
    text = path.read_text("utf-8")
    assert "Share it freely." in text
    path.write_text(
        text.replace("Share it freely.", f"Share it freely.{lines}"), "utf-8"
    )
    result = build(Request(bees, bees / "out", langs=("fr",), kinds=("deck",)))
    assert not errors(result.problems)
    with zipfile.ZipFile(bees / "out/fr/hive/deck.pptx") as archive:
        count = sum(name.startswith("ppt/slides/slide") for name in archive.namelist())
    build(Request(BEES, bees / "plain", langs=("fr",), kinds=("deck",)))
    with zipfile.ZipFile(bees / "plain/fr/hive/deck.pptx") as archive:
        before = sum(name.startswith("ppt/slides/slide") for name in archive.namelist())
    assert count == before + 1


def test_the_commit_is_read_without_git(tmp_path: Path) -> None:
    assert commit(tmp_path) == ""
    git = tmp_path / ".git"
    (git / "refs" / "heads").mkdir(parents=True)
    (git / "HEAD").write_text("ref: refs/heads/main\n", "utf-8")
    assert commit(tmp_path) == ""
    (git / "packed-refs").write_text(f"# pack-refs\n{HASH} refs/heads/main\n", "utf-8")
    assert commit(tmp_path) == "0123456"
    (git / "refs/heads/main").write_text(HASH[::-1] + "\n", "utf-8")
    assert commit(tmp_path) == "7654321"


def test_a_worktree_has_the_commit_of_its_own_branch(tmp_path: Path) -> None:
    main, other = tmp_path / "main", tmp_path / "other"
    own = main / ".git" / "worktrees" / "other"
    own.mkdir(parents=True)
    other.mkdir()
    (other / ".git").write_text(f"gitdir: {own}\n", "utf-8")
    (own / "HEAD").write_text("ref: refs/heads/side\n", "utf-8")
    (own / "commondir").write_text("../..\n", "utf-8")
    (main / ".git/refs/heads").mkdir(parents=True)
    (main / ".git/refs/heads/side").write_text(HASH, "utf-8")
    assert commit(other) == "0123456"


def test_what_is_no_hash_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/../../secret\n", "utf-8")
    (tmp_path / "secret").write_text("words that are private\n", "utf-8")
    assert commit(tmp_path) == ""
