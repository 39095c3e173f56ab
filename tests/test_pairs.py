"""Slides in two languages at once, and notes in another language than the slides."""

import re
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from course.arrange.deck import Para
from course.arrange.pair import _twins
from course.build import Request, build
from course.problems import UnknownNameError
from course.text import Span
from tests.conftest import ROOT, SHIPPED, faults

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
HAN = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{3}")


def deck_of(out: Path, folder: str, module: str = "5-united-nations") -> Any:
    return Presentation(str(out / folder / module / "deck.pptx"))


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped deck in both languages, either first; and with foreign notes."""
    out = tmp_path_factory.mktemp("pairs")
    for langs, notes in ((("zh+en", "en+zh"), ""), (("zh",), "en")):
        result = build(Request(ROOT, out, (SHIPPED,), langs, ("deck", "index"), notes))
        assert faults(result.problems) == []
    return out


@pytest.mark.parametrize("langs", ["zh+en", "en+zh"])
def test_every_slide_of_the_shipped_course_has_room_for_two_languages(
    langs: str, tmp_path: Path
) -> None:
    result = build(Request(ROOT, tmp_path, (), (langs,), ("deck",)))
    assert faults(result.problems) == []


def runs(part: Any) -> list[tuple[str, str]]:
    """Give the language and the letters of each run."""
    found = part.iter(f"{A}r")
    return [(run.find(f"{A}rPr").get("lang"), run.find(f"{A}t").text) for run in found]


@pytest.mark.parametrize(
    ("folder", "first"), [("zh_Hans+en", HAN), ("en+zh_Hans", re.compile("[A-Z]"))]
)
def test_every_headline_is_in_both_languages(
    pairs: Path, folder: str, first: re.Pattern[str]
) -> None:
    for slide in deck_of(pairs, folder).slides:
        title = slide.shapes.title.text_frame.text
        assert HAN.search(title), title
        assert LATIN.search(title), title
        assert first.match(title), title


def test_each_language_is_tagged_as_what_it_is(pairs: Path) -> None:
    for slide in deck_of(pairs, "zh_Hans+en").slides:
        for part in (slide._element, slide.notes_slide._element):
            for lang, text in runs(part):
                if HAN.search(text):
                    assert lang == "zh-CN", text
                elif LATIN.search(text) and not re.search(r"[A-Z]{2}", text):
                    assert lang == "en-GB", text


def test_numbers_and_symbols_are_not_said_twice(pairs: Path) -> None:
    deck = deck_of(pairs, "zh_Hans+en")
    (cell,) = (
        row.cells[1].text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        if "A/HRC/28/62" in row.cells[1].text
    )
    assert cell == "A/HRC/28/62"


def test_steps_keep_their_numbers_below_each_other(pairs: Path) -> None:
    """Both languages stand in one paragraph, so that numbering goes on."""
    deck = deck_of(pairs, "zh_Hans+en")
    bodies = [
        shape
        for slide in deck.slides
        if "recommendation-relay" in slide.name
        for shape in slide.placeholders
        if shape.name == "Body"
    ]
    numbered = [p for b in bodies for p in b._element.iter(f"{A}buAutoNum")]
    assert len(numbered) == 4
    for one in numbered:
        text = "".join(t.text for t in one.getparent().getparent().iter(f"{A}t"))
        assert HAN.search(text)
        assert LATIN.search(text)


def test_the_chart_is_labelled_in_both_languages(pairs: Path) -> None:
    (chart,) = (
        shape.chart
        for slide in deck_of(pairs, "en+zh_Hans").slides
        for shape in slide.shapes
        if shape.has_chart
    )
    for label in chart.plots[0].categories:
        assert HAN.search(label)
        assert LATIN.search(label)


def test_notes_may_be_in_another_language_than_the_slides(pairs: Path) -> None:
    for slide in deck_of(pairs, "zh_Hans-notes-en").slides:
        assert HAN.search(slide.shapes.title.text_frame.text)
        assert {lang for lang, _ in runs(slide.notes_slide._element)} <= {"en-GB"}


def test_the_index_shows_pairs_made_earlier(pairs: Path) -> None:
    page = (pairs / "index.html").read_text("utf-8")
    for name in ("简体中文 + English", "English + 简体中文"):
        assert name in page
    assert 'href="zh_Hans-notes-en/5-united-nations/deck.pptx"' in page


def test_what_is_not_translated_is_shown_once_and_marked(bees: Path) -> None:
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "hive.po"
    text = po.read_text("utf-8")
    assert 'msgstr "La ruche a trois étages"' in text
    po.write_text(
        text.replace('msgstr "La ruche a trois étages"', 'msgstr ""'), "utf-8"
    )
    for wish in ("en+fr", "fr+en"):
        build(Request(bees, bees / "out", (), (wish,), ("deck",)))
        (slide,) = (
            slide
            for slide in deck_of(bees / "out", wish, "hive").slides
            if slide.name == "hive/floors"
        )
        assert slide.shapes.title.text_frame.text == "A hive has three floors"
        (source,) = (s for s in slide.placeholders if s.name == "Source")
        assert "Pas encore traduit" in source.text_frame.text


@pytest.mark.parametrize("wish", ["en+en", "zh+en+zh", "en+", "en+xx"])
def test_what_cannot_stand_side_by_side_is_told(wish: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError):
        build(Request(ROOT, tmp_path, (), (wish,)))


def test_unlike_texts_stand_one_after_the_other() -> None:
    """A translator may need two paragraphs where the author has one."""
    one, other = Para((Span("Head"),)), Para((Span("头"),), "bullet")
    assert [para.plain for para in _twins((one,), (other,), "zh_Hans")] == [
        "Head",
        "头",
    ]


@pytest.mark.parametrize("theme", ["civic", "contrast"])
def test_pairs_fit_in_every_theme(theme: str, tmp_path: Path) -> None:
    for wish in ("zh+en", "en+zh"):
        result = build(
            Request(ROOT, tmp_path, (SHIPPED,), (wish,), ("deck",), theme=theme)
        )
        assert faults(result.problems) == []
