"""Web pages in a real browser: the quiz is answered, and the network never asked."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import program_of
from tests.test_build import contents

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LANGS = ("en", "zh_Hans")
WORDS = {
    "en": ("Correct.", "Not yet.", "Choose an answer first.", "Right so far: 1 of 13"),
    "zh_Hans": ("回答正确。", "还不对。", "请先选择答案。", "已答对：1/13"),
}


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    program = program_of("Chromium", "chromium", "chromium-browser")
    from playwright.sync_api import sync_playwright

    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=quiet)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A page that fails the test if a script fails or anything is asked for."""
    tab = browser.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("console", lambda said: wrong.extend([said.text] * (said.type == "error")))
    tab.on("request", lambda asked: wrong.extend(outside(asked.url)))
    yield tab
    tab.close()
    assert wrong == []


def outside(url: str) -> list[str]:
    return [] if url.startswith("file:") else [url]


def quiz(made: Path, lang: str) -> str:
    return (made / lang / "5-united-nations" / "quiz.html").as_uri()


@pytest.mark.parametrize("lang", LANGS)
def test_every_right_answer_is_taken_as_right(
    made: Path, page: "Page", lang: str
) -> None:
    page.goto(quiz(made, lang))
    questions = page.locator(".question")
    assert questions.count() == 13
    for n in range(13):
        question = questions.nth(n)
        for right in question.locator("input[data-right=yes]").all():
            right.check()
        for choice in question.locator("select").all():
            choice.select_option(choice.get_attribute("data-right"))
        question.locator("button").click()
        assert question.locator(".foot .verdict").inner_text() == WORDS[lang][0]
    assert "13" in page.locator("#score").inner_text()


@pytest.mark.parametrize("lang", LANGS)
def test_a_wrong_answer_is_answered_with_reasons(
    made: Path, page: "Page", lang: str
) -> None:
    page.goto(quiz(made, lang))
    question = page.locator(".question[data-kind=one]").first
    assert question.locator(".why:visible").count() == 0
    question.locator("button").click()
    assert question.locator(".foot .verdict").inner_text() == WORDS[lang][2]
    question.locator("input[data-right=no]").first.check()
    question.locator("button").click()
    assert question.locator(".foot .verdict").inner_text() == WORDS[lang][1]
    assert question.locator(".why:visible").count() == 4
    question.locator("input[data-right=yes]").check()
    assert question.locator(".why:visible").count() == 0
    question.locator("button").click()
    assert page.locator("#score").inner_text() == WORDS[lang][3]


@pytest.mark.parametrize("lang", LANGS)
def test_what_belongs_together_is_told_in_words(
    made: Path, page: "Page", lang: str
) -> None:
    right, wrong = {"en": ("Right", "Wrong"), "zh_Hans": ("正确", "错误")}[lang]
    page.goto(quiz(made, lang))
    question = page.locator(".question[data-kind=match]").first
    matches = dict(
        one.split(maxsplit=1)
        for one in question.locator(".matches li").all_inner_texts()
    )
    for choice in question.locator("select").all():
        choice.select_option("A")
    question.locator("button").click()
    for pair in question.locator(".option").all():
        letter = pair.locator("select").get_attribute("data-right") or ""
        told = pair.locator(".why").inner_text()
        assert told.startswith(right if letter == "A" else wrong)
        assert matches[letter] in told


def test_the_quiz_is_taken_with_the_keyboard_alone(made: Path, page: "Page") -> None:
    page.goto(quiz(made, "en"))
    question = page.locator(".question[data-kind=one]").first
    question.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    verdict = question.locator(".foot .verdict").inner_text()
    assert verdict in WORDS["en"][:2]


def test_starting_again_takes_all_answers_back(made: Path, page: "Page") -> None:
    page.goto(quiz(made, "en"))
    question = page.locator(".question").first
    question.locator("input").first.check()
    question.locator("button").click()
    page.locator("button[type=reset]").click()
    assert page.locator("input:checked").count() == 0
    assert page.locator(".why:visible").count() == 0


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_runs_off_the_side_of_a_small_screen(
    made: Path, page: "Page", lang: str, width: int
) -> None:
    for url in (quiz(made, lang), (made / "index.html").as_uri()):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_says_its_language_and_lets_nothing_else_in(
    made: Path, lang: str
) -> None:
    text = (made / lang / "5-united-nations" / "quiz.html").read_text("utf-8")
    tag = {"en": "en", "zh_Hans": "zh-Hans"}[lang]
    assert f'<section lang="{tag}"' in (made / "index.html").read_text("utf-8")
    assert f'<html lang="{tag}"' in text
    assert "default-src 'none'" in text
    assert not re.search(r"(src|href)=\"?https?:", text)
    assert "unsafe-inline" not in text


def test_words_of_a_course_are_no_markup_of_a_page(bees: Path, page: "Page") -> None:
    from course.build import Request, build

    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    text = text.replace("in the brood box,", "'`<script>alert(1)</script>` & \"box\"',")
    path.write_text(text, "utf-8")
    result = build(Request(bees, bees / "out", langs=("en",), kinds=("quiz",)))
    assert result.files, result.problems
    page.goto((bees / "out" / "en" / "hive" / "quiz.html").as_uri())
    shown = page.locator(".option code").first.inner_text()
    assert shown == "<script>alert(1)</script>"


def test_a_case_is_shown_whole(bees: Path) -> None:
    from course.build import Request, build

    path = bees / "modules" / "hive.yaml"
    case = (
        "scenario: |\n          - A swarm\n            - in a tree [¶1]\n\n"
        "          > Take care.\n\n          | When | Where |\n          |--|--|\n"
        "          | May | oak |\n        stem: On which"
    )
    text = path.read_text("utf-8").replace("stem: On which", case)
    path.write_text(text, "utf-8")
    result = build(Request(bees, bees / "out", langs=("en",), kinds=("quiz",)))
    assert result.files, result.problems
    page = (bees / "out" / "en" / "hive" / "quiz.html").read_text("utf-8")
    words = (
        "A swarm<ul><li>in a tree",
        "(para. 1)",
        "<p>Take care.</p>",
        "<td>oak</td>",
    )
    assert [one for one in words if one not in page] == []


def test_the_index_shows_a_picture_of_every_output(made: Path, page: "Page") -> None:
    page.goto((made / "index.html").as_uri())
    widths = widths_of(page, "ul img")
    assert len(widths) == 8
    assert all(width > 100 for width in widths)
    links = page.locator("ul a:not([aria-hidden])").all()
    named = {link.get_attribute("href") or "" for link in links}
    pictures = {name for name in contents(made) if name.endswith(".png")}
    assert named == set(contents(made)) - pictures - {"index.html"}


def test_all_slides_of_a_deck_open_without_a_script(made: Path, page: "Page") -> None:
    page.goto((made / "index.html").as_uri())
    opener = page.locator("summary").first
    assert page.locator("details img:visible").count() == 0
    opener.focus()
    page.keyboard.press("Enter")
    shown = page.locator("details img:visible")
    assert shown.count() == 23
    for picture in shown.all():
        picture.scroll_into_view_if_needed()
        assert picture.get_attribute("alt")
    page.wait_for_function(
        "[...document.querySelector('details').querySelectorAll('img')]"
        ".every(one => one.naturalWidth)"
    )


def widths_of(page: "Page", selector: str) -> list[int]:
    """Give the widths of pictures as they are in their files."""
    script = "all => all.map(one => one.naturalWidth)"
    widths: list[int] = page.eval_on_selector_all(selector, script)
    return widths
