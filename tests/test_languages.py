"""New languages, tests of layouts, and scripts that run from right to left."""

import shutil
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from docx import Document
from pptx import Presentation

from course.build import Request, build
from course.catalog.store import Store, status
from course.problems import errors
from course.pseudo import pseudo
from course.read.project import own_root, read_course
from tests.conftest import BEES
from tests.test_build import run

MARKED = "Say **no** to `x` in {number} [towns](https://a.org/b) [¶45; fn 7], *if* …"


@pytest.mark.parametrize("lang", ["en_XA", "ar_XB"])
def test_markup_citations_and_placeholders_survive_in_a_pseudo_language(
    lang: str,
) -> None:
    made = pseudo(MARKED, lang)
    for kept in ("**", "`x`", "{number}", "](https://a.org/b)", " [¶45; fn 7]", " *"):
        assert kept in made
    assert "Say" not in made.replace("\u202eSay\u202c", "")


def test_accented_text_is_about_two_fifths_longer() -> None:
    course, _ = read_course(own_root())
    prose = " ".join(w.plain for w in course.modules[0].text.summary.words)
    assert 1.35 < len(pseudo(prose, "en_XA")) / len(prose) < 1.45


@pytest.mark.parametrize("lang", ["en_XA", "ar_XB"])
def test_a_pseudo_language_is_built_in_every_kind(bees: Path, lang: str) -> None:
    result = build(Request(bees, bees / "out", langs=(lang,)))
    english = build(Request(bees, bees / "en", langs=("en",)))
    names = {path.name for path in result.files}
    assert names == {path.name for path in english.files}
    assert "T111" not in {p.code for p in result.problems}


def test_what_has_no_room_in_longer_words_is_told_and_made(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    long = (
        "A hive has three floors, and each of them is there for a purpose of its own, "
        "not for the beekeeper"
    )
    path.write_text(text.replace("A hive has three floors", long), "utf-8")
    wish = Request(bees, bees / "out", langs=("en", "en_XA"), kinds=("deck",))
    result = build(wish)
    assert {p.message[-7:] for p in errors(result.problems)} == {"(en_XA)"}
    assert (bees / "out" / "en_XA" / "hive" / "deck.pptx").is_file()


def test_pages_turn_for_scripts_from_right_to_left(bees: Path) -> None:
    out = bees / "out"
    build(Request(bees, out, langs=("ar_XB",), kinds=("deck", "handout", "quiz")))
    folder = out / "ar_XB" / "hive"
    slides = Presentation(str(folder / "deck.pptx")).slides
    assert all('rtl="1"' in p._p.xml for p in paragraphs(slides[0]) if p.text)
    paper = Document(str(folder / "handout.docx"))
    assert all("w:bidi" in p._p.xml for p in paper.paragraphs if p.text)
    assert 'dir="rtl"' in (folder / "quiz.html").read_text("utf-8")
    for name in ("deck", "deck-notes", "handout", "quiz-A"):
        with pypdfium2.PdfDocument(folder / f"{name}.pdf") as pdf:
            for page in pdf:
                for box in text_boxes(page):
                    assert box[0] >= 0, name
                    assert box[2] <= page.get_width(), name


def paragraphs(slide: Any) -> list[Any]:
    shapes = slide.shapes
    return [p for s in shapes if s.has_text_frame for p in s.text_frame.paragraphs]


def text_boxes(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    text = page.get_textpage()
    return [text.get_rect(n) for n in range(text.count_rects())]


LANGUAGES = {
    "languages: [en, fr, zh_Hans] # all\n": "languages: [en, fr, zh_Hans, ar] # all\n",
    "languages:\n  - en\n  - fr # half\n  - zh_Hans\n": "languages:\n  - en\n  - fr "
    "# half\n  - zh_Hans\n  - ar\n",
}


@pytest.mark.parametrize("before", LANGUAGES)
def test_a_new_language_is_listed_and_has_its_files(bees: Path, before: str) -> None:
    path = bees / "modules" / "course.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("languages: [en, fr, zh_Hans]\n", before), "utf-8")
    said = run("new", "language", "ar", cwd=bees)
    assert said.returncode == 0, said.stderr
    assert LANGUAGES[before] in path.read_text("utf-8")
    assert yaml.safe_load(path.read_text("utf-8"))["languages"][-1] == "ar"
    files = [line.replace("\\", "/") for line in said.stdout.splitlines()]
    assert "locales/ar/LC_MESSAGES/hive.po" in files
    header = (bees / "locales/ar/LC_MESSAGES/hive.po").read_text("utf-8")
    assert '"Language: ar\\n"' in header
    assert "nplurals=6" in header
    assert run("translate", "update", cwd=bees).stdout == "all files are up to date\n"


@pytest.mark.parametrize(
    ("tag", "code"), [("zh-CN", "N106"), ("xx", "R405"), ("ar_XB", "R405")]
)
def test_a_language_that_cannot_be_new_is_told(bees: Path, tag: str, code: str) -> None:
    before = (bees / "modules" / "course.yaml").read_bytes()
    said = run("new", "language", tag, cwd=bees)
    assert said.returncode == 1
    assert code in said.stderr
    assert (bees / "modules" / "course.yaml").read_bytes() == before


def test_traditional_chinese_is_prefilled_and_nothing_of_it_shown(bees: Path) -> None:
    said = run("new", "language", "zh_Hant", cwd=bees)
    assert said.returncode == 0, said.stderr
    text = (bees / "locales/zh_Hant/LC_MESSAGES/hive.po").read_text("utf-8")
    assert "#, fuzzy\n" in text
    assert "蜂箱" in text
    course, _ = read_course(bees)
    counts, _ = status(Store(bees, own_root()), course, "zh_Hant")
    assert sum(one.done for one in counts) == 0
    assert sum(one.fuzzy for one in counts) > 80


CHINESE = """\
title: 养蜂
publisher: 村蜂场
edition: 春
source: zh_Hans
languages: [zh_Hans, en]
modules: [hive]
imprint: 供初学者使用。
"""
HIVE = """\
id: hive
title: 走进蜂箱
minutes: 15
summary: 蜂箱是一座三层小楼。
objectives:
  - { id: name-parts, level: remember, text: 说出蜂箱的三个部分 }
topics:
  - id: floors
    title: 蜂箱有三层
    minutes: 10
    show: { layout: statement, text: 育虫箱里不得放超过10个巢框。 }
    say: 先看真蜂箱。
    read: 育虫箱里有10个巢框。
wrap:
  minutes: 5
  lessons: "- 三层各有用处"
  action: 我要做的一件事
  say: 谢谢大家。
"""


def test_a_course_may_be_written_in_chinese_first(tmp_path: Path) -> None:
    modules = tmp_path / "modules"
    modules.mkdir()
    (modules / "course.yaml").write_text(CHINESE, "utf-8")
    path = modules / "hive.yaml"
    path.write_text(HIVE, "utf-8")
    assert run("translate", "update", cwd=tmp_path).returncode == 0
    po = tmp_path / "locales/en/LC_MESSAGES/hive.po"
    text = po.read_text("utf-8")
    text = text.replace('蜂箱有三层"\nmsgstr ""', '蜂箱有三层"\nmsgstr "Three floors"')
    rule = '不得放超过10个巢框。"\nmsgstr ""'
    assert rule in text
    text = text.replace(rule, f'{rule[:-1]}No more than 10 frames."')
    po.write_text(text, "utf-8")
    result = build(Request(tmp_path, tmp_path / "out"))
    assert not errors(result.problems)
    slides = Presentation(str(tmp_path / "out/en/hive/deck.pptx")).slides
    assert "Three floors" in [s.shapes.title.text_frame.text for s in slides]
    assert "走进蜂箱" in [s.shapes.title.text_frame.text for s in slides]
    assert (tmp_path / "out/zh_Hans/hive/handout.pdf").is_file()
    path.write_text(HIVE.replace("不得放超过", "可以放超过"), "utf-8")
    run("translate", "update", cwd=tmp_path)
    assert "#. Meaning changed: 不 → 可以" in po.read_text("utf-8")
    shutil.rmtree(tmp_path / "out")


def test_bees_are_left_as_they_were() -> None:
    assert not (BEES / "locales" / "ar").exists()
