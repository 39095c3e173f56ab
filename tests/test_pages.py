"""Pages for learners: the site, and papers as pages, in a real browser."""

import json
import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import etree

from course.build import Request, build
from course.outputs import COURSE, SITE
from tests.conftest import BEES, ROOT, file_of, program_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LANGS = ("en", "zh_Hans")
WIDTHS = (320, 768, 1280)
SHIPPED = "5-united-nations"
WEB: Any = ("web",)
X = "{http://www.w3.org/1999/xhtml}"
# What is looked at with axe and with a finger's width: a page of each look.
LOOKS = (
    f"site/{name}.html"
    for name in (
        "index",
        SHIPPED,
        "7-recommendations-activities",
        "glossary",
        "sources",
        "taught",
        "about",
        "search",
    )
)
PAGES = (
    *LOOKS,
    f"{SHIPPED}/handout.html",
    f"{SHIPPED}/activities.html",
    "course/forms.html",
    "course/appendix.html",
    "course/test-before.html",
)
SEARCHED = {
    "en": ("special procedures", "Special procedures reach local government"),
    "zh_Hans": ("特别程序", "特别程序通过五种方式关注地方政府"),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course as pages, in both languages."""
    out = tmp_path_factory.mktemp("pages")
    result = build(Request(ROOT, out, kinds=WEB))
    assert not [one for one in result.problems if one.severity == 1]
    return out


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
    """A page that fails the test if anything is wrong, blocked or asked of a network.

    Browsers tell on the console what the security policy of a page has blocked.
    """
    tab = browser.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("console", lambda said: wrong.extend([said.text] * (said.type == "error")))
    tab.on("request", lambda asked: wrong.extend(outside(asked.url)))
    yield tab
    tab.close()
    assert wrong == []


def outside(url: str) -> list[str]:
    return [] if url.startswith(("file:", "data:")) else [url]


def every_page(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def parsed(path: Path) -> Any:
    """Read a page as XML: what is not closed or not escaped is told."""
    text = path.read_text("utf-8").removeprefix("<!DOCTYPE html>\n")
    return etree.fromstring(text.encode())


# What the pages are


def test_the_pages_of_a_course_are_made_in_each_language(pages: Path) -> None:
    for lang in LANGS:
        names = {path.name for path in (pages / lang / SITE).iterdir()}
        assert names >= {
            "index.html",
            f"{SHIPPED}.html",
            f"{SHIPPED}-activities.html",
            "glossary.html",
            "sources.html",
            "taught.html",
            "about.html",
            "search.html",
            "site.css",
            "search-index.js",
        }
        around = {path.name for path in (pages / lang / COURSE).iterdir()}
        assert around >= {"handouts.epub", "forms.html", "test-before.html"}
        size = sum(path.stat().st_size for path in (pages / lang / SITE).iterdir())
        assert size < 2_000_000


def test_every_page_is_well_formed_and_says_its_language(pages: Path) -> None:
    for lang in LANGS:
        for path in every_page(pages / lang):
            root = parsed(path)
            assert root.get("lang") == lang.replace("_", "-")
            assert root.get("dir") == "ltr"
            assert root.find(f".//{X}title").text
            assert len(root.findall(f".//{X}h1")) == 1, path
            names = [one.get("id") for one in root.iter() if one.get("id")]
            assert len(names) == len(set(names)), path


def test_every_page_is_valid_html(pages: Path) -> None:
    java = program_of("Java", "java")
    jar = file_of("The Nu Html Checker", "vnu-jar/build/dist/vnu.jar")
    # It does not know this property yet, and not what a policy means by “file:”.
    unknown = ".*(field-sizing|Content Security Policy).*"
    how = ("--errors-only", "--format", "json", "--filterpattern", unknown)
    told = subprocess.run(
        [java, "-jar", str(jar), *how, *map(str, every_page(pages))],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = json.loads(told.stderr)["messages"]
    assert [(one["url"].rpartition("/")[2], one["message"]) for one in said] == []


def test_headings_leave_no_level_out(pages: Path) -> None:
    for path in every_page(pages):
        levels = [
            int(one.tag[-1])
            for one in parsed(path).iter()
            if isinstance(one.tag, str) and re.fullmatch("h[1-6]", one.tag[len(X) :])
        ]
        assert levels[0] == 1, path
        steps = pairwise(levels)
        assert all(after - before <= 1 for before, after in steps), path


def test_every_link_inside_leads_somewhere(pages: Path) -> None:
    names = {
        path: {one.get("id") for one in parsed(path).iter()} - {None}
        for path in every_page(pages)
    }
    for path, page in ((path, parsed(path)) for path in names):
        for one in page.iter(f"{X}a", f"{X}link", f"{X}script", f"{X}img"):
            link = one.get("href") or one.get("src") or ""
            if link.startswith(("http", "data:")):
                continue
            file, name = urldefrag(urljoin(path.as_uri(), link))
            there = Path(file.removeprefix("file://"))
            assert there.is_file(), (path, link)
            assert not name or name in names[there], (path, link)


def test_a_policy_lets_nothing_in(pages: Path) -> None:
    for path in every_page(pages):
        text = path.read_text("utf-8")
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
        assert policy
        assert "default-src 'none'" in policy[1]
        assert "unsafe" not in policy[1]
        assert "http" not in policy[1]
        assert not re.search(r"<[^>]* style=|<[^>]* on[a-z]+=", text)
        assert not re.search(r'(src|<link[^>]* href)="https?:', text)


def test_a_citation_leads_to_its_source_and_back(pages: Path) -> None:
    for name in (f"{SITE}/{SHIPPED}.html", f"{SHIPPED}/handout.html"):
        root = parsed(pages / "en" / name)
        there = {one.get("id"): one for one in root.iter() if one.get("id")}
        cited = root.findall(f".//{X}span[@class='cite']/{X}a")
        assert len(cited) > 30
        notes = [one for one in cited if "note-" in one.get("href")]
        for one in notes:
            source = there[one.get("href")[1:]]
            assert f"#{one.get('id')}" in [a.get("href") for a in source.iter(f"{X}a")]


def test_a_term_is_linked_where_a_page_first_uses_it(pages: Path) -> None:
    for lang, word in (
        ("en", "Universal Periodic Review"),
        ("zh_Hans", "普遍定期审议"),
    ):
        root = parsed(pages / lang / SITE / f"{SHIPPED}.html")
        links = [a for a in root.iter(f"{X}a") if "#term-" in (a.get("href") or "")]
        found = [a.get("href") for a in links]
        assert len(found) == len(set(found))
        assert word in ["".join(a.itertext()) for a in links]


def test_a_language_leads_to_the_same_page_in_another(
    pages: Path, page: "Page"
) -> None:
    page.goto((pages / "en" / SITE / "glossary.html").as_uri())
    page.get_by_role("link", name="简体中文").click()
    assert page.url.endswith("zh_Hans/site/glossary.html")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"


def test_a_site_alone_leads_to_no_other_language(tmp_path: Path) -> None:
    build(Request(BEES, tmp_path, langs=("en",), kinds=WEB))
    text = (tmp_path / "en" / SITE / "index.html").read_text("utf-8")
    assert "hreflang" not in text
    build(Request(BEES, tmp_path, langs=("fr",), kinds=WEB))
    text = (tmp_path / "fr" / SITE / "index.html").read_text("utf-8")
    assert re.findall(r'hreflang="(.*?)"', text) == ["en", "en"]


def test_one_goes_through_the_pages_one_after_the_other(
    pages: Path, page: "Page"
) -> None:
    page.goto((pages / "en" / SITE / "index.html").as_uri())
    seen = {page.url}
    while (forth := page.locator("a[rel=next]")).count():
        forth.click()
        assert page.url not in seen
        seen.add(page.url)
    listed = page.locator(".menu li a")
    assert len(seen) == listed.count()
    for _ in range(len(seen) - 1):
        page.locator("a[rel=prev]").click()
    assert page.url.endswith("/index.html")


# For everybody


def barriers(page: "Page", path: Path, width: int, rules: str = "") -> list[Any]:
    """Give what axe finds in a page with all that can be opened open."""
    only = f"runOnly: ['{rules}']," if rules else ""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => {d.open = true})")
    page.evaluate(file_of("axe-core", "axe-core/axe.min.js").read_text("utf-8"))
    found = page.evaluate(f"axe.run({{{only} resultTypes: ['violations']}})")
    return [
        (path.name, width, one["id"], one["nodes"][0]["html"])
        for one in found["violations"]
    ]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", LANGS)
def test_no_page_has_a_barrier_that_axe_knows(
    pages: Path, browser: "Browser", lang: str, width: int
) -> None:
    # The policies of the pages would keep the tester out as well.
    context = browser.new_context(bypass_csp=True)
    tab = context.new_page()
    assert [b for one in PAGES for b in barriers(tab, pages / lang / one, width)] == []
    context.close()


@pytest.mark.parametrize("theme", ["civic", "contrast"])
def test_in_the_dark_all_can_be_read(
    tmp_path: Path, browser: "Browser", theme: str
) -> None:
    build(Request(BEES, tmp_path, langs=("en",), kinds=WEB, theme=theme))
    context = browser.new_context(bypass_csp=True, color_scheme="dark")
    tab = context.new_page()
    found = [
        barrier
        for path in every_page(tmp_path)
        for barrier in barriers(tab, path, 768, "color-contrast")
    ]
    ground = tab.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    context.close()
    assert found == []
    assert ground != "rgb(255, 255, 255)"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_runs_off_the_side(
    pages: Path, page: "Page", lang: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in PAGES:
        page.goto((pages / lang / name).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_a_reader_without_a_mouse_gets_to_the_text_and_through_the_menu(
    pages: Path, page: "Page"
) -> None:
    page.goto((pages / "en" / SITE / f"{SHIPPED}.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"
    page.locator("#menu").focus()
    assert not page.locator(".menu ul").is_visible()
    page.keyboard.press("Enter")
    assert page.locator(".menu ul").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html")


def test_what_is_not_paper_is_not_printed(pages: Path, page: "Page") -> None:
    page.goto((pages / "en" / SITE / f"{SHIPPED}.html").as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    for part in (".bar-top", ".contents", ".pages", ".skip"):
        assert not page.locator(part).first.is_visible()
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    assert page.locator("h1").is_visible()


def test_a_form_is_filled_in_by_names_that_can_be_heard(
    pages: Path, page: "Page"
) -> None:
    page.goto((pages / "en" / COURSE / "forms.html").as_uri())
    page.get_by_role("textbox", name="Two things that were useful").fill("Cases")
    box = page.get_by_role("checkbox", name="The pace was right for me. mostly")
    box.check()
    assert box.is_checked()
    for one in page.locator("input, textarea").all():
        assert one.evaluate(
            "e => e.labels.length || e.getAttribute('aria-label') ||"
            " e.getAttribute('aria-labelledby').split(' ')"
            ".every(id => document.getElementById(id).textContent.trim())"
        )


def test_a_chart_is_a_table_for_those_who_do_not_see_it(
    pages: Path, page: "Page"
) -> None:
    page.goto((pages / "en" / SHIPPED / "handout.html").as_uri())
    chart = page.get_by_role("table", name=re.compile(r"^Figure 1\."))
    row = chart.get_by_role("row").nth(1)
    assert row.get_by_role("rowheader").inner_text() == "Coordination between levels"
    assert row.get_by_role("cell").inner_text() == "18"


# The search


@pytest.mark.parametrize("lang", LANGS)
def test_the_search_finds_words_and_headings_come_first(
    pages: Path, page: "Page", lang: str
) -> None:
    wish, heading = SEARCHED[lang]
    page.goto((pages / lang / SITE / "search.html").as_uri())
    assert page.evaluate("document.activeElement.id") == "wanted"
    page.keyboard.type(wish)
    page.keyboard.press("Enter")
    found = page.locator("#places li > a").all_inner_texts()
    assert any(one.startswith(heading) for one in found[:3])
    told = page.locator("#count")
    assert told.get_attribute("role") == "status"
    assert str(len(found)) in told.inner_text()
    with_it = [wish.lower().rstrip("s") in one.lower() for one in found]
    assert with_it == sorted(with_it, reverse=True)


def test_the_search_is_used_with_the_keyboard_alone(pages: Path, page: "Page") -> None:
    page.goto((pages / "en" / SITE / "search.html").as_uri())
    page.keyboard.type("ombudspersons")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#places') !== null")
    words = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#*")
    name = page.url.partition("#")[2]
    assert page.locator(f"[id='{name}']").inner_text() == words


@pytest.mark.parametrize(
    ("lang", "wish", "count"),
    [
        ("en", "zzz", 0),
        ("en", "(*", 0),
        ("zh_Hans", "蜜蜂", 0),
        ("en", "A/HRC/42/22", 1),
    ],
)
def test_the_search_says_what_it_has_found(
    pages: Path, page: "Page", lang: str, wish: str, count: int
) -> None:
    page.goto((pages / lang / SITE / "search.html").as_uri())
    page.locator("#wanted").fill(wish)
    page.keyboard.press("Enter")
    assert page.locator("#places li").count() >= count
    assert page.locator("#places").is_visible() == bool(count)


def test_plural_and_singular_find_the_same(pages: Path, page: "Page") -> None:
    page.goto((pages / "en" / SITE / "search.html").as_uri())
    found = []
    for wish in ("treaty body", "treaty bodies"):
        page.locator("#wanted").fill(wish)
        page.keyboard.press("Enter")
        found.append(set(page.locator("#places li > a").all_inner_texts()))
    assert found[0] == found[1] != set()


def test_without_a_script_all_is_read_but_nothing_searched(
    pages: Path, browser: "Browser"
) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((pages / "en" / SITE / "search.html").as_uri())
    assert "needs JavaScript" in tab.locator("main").inner_text()
    assert not tab.locator("form").is_visible()
    tab.locator("#menu").click()
    tab.get_by_role("link", name="Glossary").click()
    assert tab.locator("h1").inner_text() == "Glossary"
    context.close()


# What authors and translators write


def test_words_of_a_course_are_no_markup(bees: Path, page: "Page") -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    odd = "'`<script>alert(1)</script>` & \"box\"',"
    path.write_text(text.replace("in the brood box,", odd), "utf-8")
    read = re.sub(r"(?m)^(    read: \|\n      )", r"\1`</script><b>` & ", text, count=1)
    assert read != text
    path.write_text(read, "utf-8")
    out = bees / "out"
    result = build(Request(bees, out, langs=("en",), kinds=WEB))
    assert result.files, result.problems
    for name in ("hive/handout.html", "site/hive.html"):
        page.goto((out / "en" / name).as_uri())
        assert page.locator("code").first.inner_text() == "</script><b>"
    page.goto((out / "en" / SITE / "search.html").as_uri())
    page.locator("#wanted").fill("script")
    page.keyboard.press("Enter")
    assert "</script><b> &" in page.locator("#places").inner_text()


def test_what_is_not_translated_is_marked_and_in_its_language(bees: Path) -> None:
    build(Request(bees, bees / "out", langs=("zh",), kinds=WEB))
    for name in ("hive/handout.html", "site/hive.html"):
        root = parsed(bees / "out" / "zh_Hans" / name)
        marked = [
            one
            for one in root.iter(f"{X}div")
            if one.get("lang") == "en" and one.find(f"{X}p[@class='mark']") is not None
        ]
        assert marked


def test_a_language_from_right_to_left_turns_the_page(bees: Path, page: "Page") -> None:
    build(Request(bees, bees / "out", langs=("ar_XB",), kinds=WEB))
    for name in ("site/index.html", "hive/handout.html"):
        page.goto((bees / "out" / "ar_XB" / name).as_uri())
        assert page.locator("html").get_attribute("dir") == "rtl"
        page.set_viewport_size({"width": 360, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        heading = page.locator("h1").bounding_box()
        assert heading
        assert heading["x"] + heading["width"] > 340


def test_pictures_come_along(tmp_path: Path, page: "Page") -> None:
    build(Request(BEES, tmp_path, langs=("en",), kinds=WEB))
    for folder in ("hive/handout", "site/hive"):
        page.goto((tmp_path / "en" / f"{folder}.html").as_uri())
        pictures = page.locator("img")
        assert pictures.count() > 0
        for one in pictures.all():
            assert one.evaluate("e => e.naturalWidth") > 0
            assert one.get_attribute("alt")


def test_the_network_is_named_but_never_asked(pages: Path, page: "Page") -> None:
    """The `page` of this test fails it at the first request to a network."""
    for lang in LANGS:
        for name in PAGES:
            page.goto((pages / lang / name).as_uri())
    page.goto((pages / "en" / SITE / "sources.html").as_uri())
    assert page.locator("a[href^='https:']").count() > 0
