"""The page for translators: what it tells, where words are, and how it follows."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course.arrange.shown import author_of, slides_of, spot_of
from course.build import read_templates, survey
from course.outputs import Job
from course.preview.difference import difference
from course.preview.make import Maker, Wish
from course.preview.pictures import Album, Shots
from course.slots import units
from course.spoken import speak
from course.write.publish import publish
from tests.conftest import BEES, EXTREME, GALLERY, ROOT
from tests.test_build import run
from tests.test_translators import changed
from tests.test_web import browser, page

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["browser", "changed", "page"]
HIVE = Path("locales/fr/LC_MESSAGES/hive.po")
OLD, NEW = "À l’intérieur de la ruche", "Dans la ruche"


def job(root: Path, lang: str) -> Job:
    course, _ = survey(root)
    spoken, _ = speak(root, course, lang)
    return Job(spoken.course.modules[0], spoken, read_templates())


@pytest.fixture
def seen(changed: Path) -> Path:
    """The page of the changed course in French."""
    path = changed / HIVE
    text = path.read_text("utf-8").replace(
        'msgctxt "hive/summary"', '# by Jeanne\nmsgctxt "hive/summary"'
    )
    path.write_text(text, "utf-8")
    made = Maker(Wish(changed, changed / "out", "fr")).made()
    assert made.problems == ()
    publish(made.files)
    return changed / "out" / "preview" / "fr" / "index.html"


def test_a_difference_holds_both_versions_word_by_word() -> None:
    runs = difference("The 6 rights of a child.", "The 7 rights of each child!")
    both = {
        kind: "".join(run.text for run in runs if run.kind in ("same", kind))
        for kind in ("gone", "new")
    }
    assert both["gone"] == "The 6 rights of a child."
    assert both["new"] == "The 7 rights of each child!"
    changed = [run.text for run in runs if run.kind != "same"]
    assert changed == ["6", "7", "a", "each", ".", "!"]


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
@pytest.mark.parametrize("root", [BEES, GALLERY, ROOT], ids=lambda root: root.name)
def test_every_text_of_a_slide_is_found_on_a_slide_of_its_topic(
    root: Path, lang: str
) -> None:
    one = job(root, lang)
    seen = slides_of(one.deck)
    lost, far = [], []
    for unit in units(one.module.text, ""):
        path = unit.slot.path
        if unit.slot.part not in ("show", "title") or unit.slot.name == "id":
            continue
        where = seen.get(author_of(unit.words))
        if where is None:
            lost.append(path)
        elif not one.deck.slides[where.slide].name.startswith(unit.slot.owner):
            far.append(path)
    assert lost == []
    assert far == []


def test_a_text_parted_over_slides_is_found_on_the_one_that_holds_it() -> None:
    one = job(EXTREME, "en")
    seen = slides_of(one.deck)
    course = one.spoken.course
    told = (one.module.text, course.text, course.report)
    every = [unit.words for part in told for unit in units(part, "")]
    found = {seen[author_of(one)].slide for one in every if author_of(one) in seen}
    slides = enumerate(one.deck.slides)
    # The agenda comes twice, and each entry is found on the first one.
    further = [n for n, s in slides if "(2/" in s.headline and "-again" not in s.name]
    assert further
    assert set(further) <= found


def test_all_that_is_no_slide_is_found_on_paper_or_in_the_notes() -> None:
    one = job(ROOT, "zh_Hans")
    album = Album(one, Shots())
    papers = {paper.name: paper.contents for paper in album.papers}
    for unit in units(one.module.text, ""):
        sections = unit.slot.path.split("/")
        if unit.slot.name in ("read", "stem", "right", "wrong", "why"):
            spots = (spot_of(unit.words, one, sections) for one in papers.values())
            assert any(spots), unit.slot.path


def test_the_same_sources_give_the_same_page(bees: Path) -> None:
    first = Maker(Wish(bees, bees / "out", "fr")).made().files
    assert Maker(Wish(bees, bees / "out", "fr")).made().files == first


def test_a_message_shows_all_that_is_known_of_it(seen: Path, page: "Page") -> None:
    page.goto(seen.as_uri())
    row = page.locator("article", has_text="hive/floors/how-many-frames/stem")
    text = row.text_content() or ""
    assert "meaning changed" in text
    assert "question – in the quiz" in text
    assert row.locator("ins").all_text_contents() == [" of the 12"]
    assert "T113" in text
    assert "locales/fr/LC_MESSAGES/hive.po:" in text
    assert row.locator("img").count() == 2
    summary = page.locator("article", has_text="hive/summary").first
    assert "Note: by Jeanne" in (summary.text_content() or "")
    title = page.locator("article", has_text="hive/floors/title")
    assert "of about" in (title.text_content() or "")
    for picture in row.locator("img").all():
        picture.scroll_into_view_if_needed()
        page.wait_for_function(
            "one => one.naturalWidth > 50", arg=picture.element_handle()
        )


def test_filters_stay_in_the_address(seen: Path, page: "Page") -> None:
    page.goto(seen.as_uri())
    every = page.locator("article:visible").count()
    page.get_by_role("checkbox", name="meaning changed").check()
    assert page.locator("article:visible").count() == 1
    assert page.locator("#shown").inner_text() == f"Shown: 1 of {every}"
    page.get_by_role("checkbox", name="to be reviewed").check()
    page.locator("[name=words]").fill("floors ruche")
    assert page.locator("article:visible").count() == 1
    assert "state=review%2Cmeaning" in page.url
    page.reload()
    assert page.locator("article:visible").count() == 1
    assert page.locator("[name=words]").input_value() == "floors ruche"
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("() => location.hash === ''")
    assert page.locator("article:visible").count() == every
    page.locator("[name=problem]").select_option("T113")
    assert page.locator("article:visible").count() == 1
    page.get_by_role("button", name="Show all").click()
    page.locator("[name=file]").select_option("course")
    assert page.locator("article:visible").count() == 6


def test_a_problem_is_told_and_left_with_the_keyboard_alone(
    seen: Path, page: "Page"
) -> None:
    page.goto(f"{seen.as_uri()}#state=meaning")
    link = page.locator("article:visible a.code").first
    link.focus()
    page.keyboard.press("Enter")
    told = page.locator("dialog[open]")
    assert "a negation or a modal word" in told.inner_text()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.url.endswith("#state=meaning")
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == "T113"


@pytest.mark.parametrize("size", [(360, 700), (1400, 900)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_out_of_the_window_and_all_can_be_read(
    seen: Path, page: "Page", size: tuple[int, int], scheme: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(seen.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CONTRAST) == []
    named = "all => all.every(one => one.labels.length)"
    assert page.eval_on_selector_all("#filters :is(input, select)", named)


# Texts whose contrast with what is behind them is below 4.5 to 1.
CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d");
  const rgb = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = colour => { const [r, g, b] = rgb(colour).map(v => { v /= 255;
    return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  const ground = node => { for (; node; node = node.parentElement) {
    const colour = getComputedStyle(node).backgroundColor;
    if (rgb(colour)[3]) return colour; } return "white"; };
  const texts = "h1, h2, h3, h4, p, li, label, legend, figcaption, ins, del, code, a, "
    + ".state";
  return [...document.querySelectorAll(texts)].filter(node => node.checkVisibility())
    .filter(node => { const [a, b] = [getComputedStyle(node).color, ground(node)]
      .map(light).sort((x, y) => y - x); return (a + .05) / (b + .05) < 4.5; })
    .map(node => node.outerHTML.slice(0, 80)).slice(0, 3);
}"""


@pytest.fixture
def watched(bees: Path) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    """The course of bees with somebody who watches it, once the page is there."""
    words = ("translate", "preview", "--lang", "fr", "--watch")
    watcher = subprocess.Popen(
        [sys.executable, "-m", "course", *words],
        cwd=bees,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert watcher.stdout
    for line in watcher.stdout:
        if line.startswith("watching"):
            break
    yield bees, watcher
    watcher.kill()
    watcher.wait()
    watcher.stdout.close()


def save(path: Path, before: str, after: str) -> None:
    """Change a file as an editor does: whole, by another name."""
    text = path.read_text("utf-8")
    assert before in text
    beside = path.with_suffix(".new")
    beside.write_text(text.replace(before, after), "utf-8")
    beside.replace(path)


def test_the_open_page_follows_and_keeps_filters_and_place(
    watched: tuple[Path, "subprocess.Popen[str]"], page: "Page"
) -> None:
    bees, _ = watched
    url = (bees / "build/preview/fr/index.html").as_uri()
    page.goto(f"{url}#file=hive")
    row = page.locator("article", has_text="hive/floors/title")
    row.evaluate("one => scrollTo(0, one.offsetTop - 30)")
    before = row.evaluate("one => one.getBoundingClientRect().top")
    save(bees / HIVE, OLD, NEW)
    page.locator(".target", has_text=NEW).first.wait_for(state="attached")
    assert page.url.endswith("#file=hive")
    page.wait_for_function(
        "([one, top]) => Math.abs(one.getBoundingClientRect().top - top) < 3",
        arg=[row.element_handle(), before],
    )


def test_a_broken_file_is_told_and_the_last_good_page_stays(
    watched: tuple[Path, "subprocess.Popen[str]"], page: "Page"
) -> None:
    bees, watcher = watched
    page.goto((bees / "build/preview/fr/index.html").as_uri())
    whole = f'msgstr "{OLD}"'
    save(bees / HIVE, whole, f'msgstr "{OLD}')
    trouble = page.locator("#trouble")
    trouble.wait_for()
    assert "T101" in trouble.inner_text()
    assert page.locator("article").count() > 100
    save(bees / HIVE, f'msgstr "{OLD}\n', f"{whole}\n")
    trouble.wait_for(state="hidden")
    watcher.send_signal(signal.SIGINT)
    page.locator("#gone").wait_for()
    assert watcher.wait() == 0
    assert watcher.stdout
    said = watcher.stdout.read()
    assert "T101" in said
    assert "Traceback" not in said


def test_a_broken_file_makes_no_page(bees: Path) -> None:
    save(bees / HIVE, f'msgstr "{OLD}"', f'msgstr "{OLD}')
    said = run("translate", "preview", "--lang", "fr", cwd=bees)
    assert said.returncode == 1
    assert "T101" in said.stderr
    assert not (bees / "build").exists()


def test_modules_and_languages_are_named_as_elsewhere(bees: Path) -> None:
    said = run("translate", "preview", "hive", "--lang", "zh", cwd=bees)
    assert said.returncode == 0
    text = (bees / "build/preview/zh_Hans/index.html").read_text("utf-8")
    assert 'data-file="hive"' in text
    assert 'data-file="labels"' not in text
    for words in (("--lang", "en"), ("--lang", "en_XA"), ("hves",), ("--watch",)):
        assert run("translate", "preview", *words, cwd=bees).returncode == 2, words


def test_what_has_not_changed_is_not_made_again(bees: Path) -> None:
    maker = Maker(Wish(bees, bees / "out", "fr"))
    maker.made()
    before = dict(maker.shots.made)
    maker.made()
    assert dict(maker.shots.made) == before
    assert all(maker.shots.made[key] is before[key] for key in before)
