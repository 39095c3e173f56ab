"""What is very long or very short: parted, set smaller, or told with its place."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from course.arrange.look import EMU
from course.arrange.measure import width
from course.build import inspect
from course.problems import Problem
from tests.conftest import EXTREME

# Between a number and its words, as a multiple of the type size.
GAP = 0.2
LONG = "Straßenbahnhaltestellenverlegungsgenehmigungsverfahren " * 60
# What is too long for its box, and the words it takes the place of.
TOO_LONG = {
    "the headline": "Stop\n",
    "the text of a statement": "Listen.",
    "the text of a question": "Why?",
    "a single point": "Snow",
    "a cell of a table": "Measuring the street",
    "a fact of an activity": "A map with one pin, one sentence and seven signatures",
    "a step of an activity": "Read it aloud.",
    "a side of a comparison": "Nobody has asked us",
    "a label below a number": "passengers on a working day",
    "a lesson": "Trees have friends",
    "the action": "The stop that I will look at tomorrow",
    "the imprint": "Written by the training department",
}


@pytest.fixture
def extreme(tmp_path: Path) -> Path:
    """A copy in its own language alone, free to be changed."""
    root = shutil.copytree(
        EXTREME, tmp_path / "extreme", ignore=shutil.ignore_patterns("locales")
    )
    path = root / "modules" / "course.yaml"
    text = path.read_text("utf-8").replace("[en, de, zh_Hans, ar]", "[en]")
    path.write_text(text, "utf-8")
    return root


@pytest.mark.parametrize("what", TOO_LONG)
def test_what_can_not_fit_is_told_with_its_line(extreme: Path, what: str) -> None:
    old = TOO_LONG[what]
    path, line = put(extreme, old, old.rstrip("\n") + " " + LONG + "\n" * ("\n" in old))
    (problem,) = unfit(extreme)
    assert problem.place.file == f"modules/{path.name}"
    assert problem.place.line <= line
    between = path.read_text("utf-8").split("\n")[problem.place.line : line]
    assert not [row for row in between if re.match(r"\s+(- id|layout|say):", row)]


def put(root: Path, old: str, new: str) -> tuple[Path, int]:
    """Change a source once; give its path and the line of the change."""
    for path in sorted((root / "modules").glob("*.yaml")):
        text = path.read_text("utf-8")
        if old in text:
            path.write_text(text.replace(old, new, 1), "utf-8")
            return path, text[: text.index(old)].count("\n") + 1
    raise AssertionError(old)


def unfit(root: Path) -> list[Problem]:
    return [problem for problem in inspect(root) if problem.code == "A101"]


def test_all_of_it_fits(extreme: Path) -> None:
    assert not unfit(extreme)


def slides_of(made_extreme: Path, lang: str) -> list[Any]:
    deck = Presentation(str(made_extreme / lang / "tram" / "deck.pptx"))
    return list(deck.slides)


def title_of(slide: Any) -> str:
    return str(slide.shapes.title.text_frame.text)


def test_nine_cards_stand_as_cards_on_two_slides(made_extreme: Path) -> None:
    slides = slides_of(made_extreme, "en")
    found = {title_of(slide): slide.slide_layout.name for slide in slides}
    head = "Nine offices have a say before a stop may be moved"
    assert found[f"{head} (1/2)"] == "Cards 5"
    assert found[f"{head} (2/2)"] == "Cards 4"


def test_steps_whose_words_would_break_become_a_list(made_extreme: Path) -> None:
    english, german = (
        {slide.slide_layout.name for slide in slides_of(made_extreme, lang)}
        for lang in ("en", "de")
    )
    assert "Steps 5" in english - german


def test_what_stands_below_an_entry_stays_on_its_slide(made_extreme: Path) -> None:
    bodies = [
        shape.text_frame.paragraphs
        for slide in slides_of(made_extreme, "en")
        for shape in slide.placeholders
        if shape.name == "Body"
    ]
    (body,) = (one for one in bodies if any(para.level for para in one))
    texts = [para.text for para in body]
    assert body[0].level == 0
    assert texts.index("School holidays") + 1 == texts.index("in this state")


def test_numbers_of_two_digits_stand_apart_from_their_words(
    made_extreme: Path,
) -> None:
    *_, slide = (s for s in slides_of(made_extreme, "en") if "hearing" in title_of(s))
    (body,) = (one for one in slide.placeholders if one.name == "Body")
    (size,) = body.element.xpath(".//a:lvl1pPr/a:defRPr/@sz") or ["2000"]
    numbered = body.element.xpath(".//a:pPr[a:buAutoNum]")
    assert len(numbered) > 3
    for one in numbered:
        hang = -int(one.get("indent")) / EMU
        assert hang > (width("12.", "en") + GAP) * int(size) / 100


def test_a_slide_set_from_the_right_says_so(made_extreme: Path) -> None:
    (slide,) = (s for s in slides_of(made_extreme, "ar") if "من اليمين" in title_of(s))
    paragraphs = slide.element.xpath("//p:sp[p:nvSpPr/p:cNvPr/@name='Body']//a:pPr")
    assert paragraphs
    assert all(one.get("rtl") == "1" and not one.get("algn") for one in paragraphs)
    holder = next(one for one in slide.slide_layout.placeholders if one.name == "Body")
    assert holder.element.xpath(".//a:lvl1pPr/@algn") == ["r"]
