"""What PDFs promise: that they can be read aloud, and be kept in an archive.

Typst refuses to write what breaks a standard that it is asked for; here is looked at
what readers of the files need of it.
"""

import ctypes
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from course.build import Request, build
from course.package import Request as WorkshopRequest
from course.package import build_workshop
from tests.conftest import BEES, ROOT, SHIPPED
from tests.test_paper import text_of

SAMPLE = ROOT / "tests" / "workshops" / "one-day.yaml"


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All PDFs of a module, in one language and in two, and of a workshop."""
    out = tmp_path_factory.mktemp("standards")
    langs = ("zh", "zh+en")
    build(Request(ROOT, out / "course", (SHIPPED,), langs, prints=("large",)))
    build_workshop(WorkshopRequest(SAMPLE, out))
    return out


def elements(path: Path) -> Iterator[tuple[str, str, str]]:
    """Give kind, language and alternative words of each element of the tag tree."""
    for page in pdfium.PdfDocument(path):
        tree = raw.FPDF_StructTree_GetForPage(page)
        for n in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from below(raw.FPDF_StructTree_GetChildAtIndex(tree, n))
        raw.FPDF_StructTree_Close(tree)


def below(element: Any) -> Iterator[tuple[str, str, str]]:
    getters = ("GetType", "GetLang", "GetAltText")
    kind, lang, alt = (
        told(getattr(raw, f"FPDF_StructElement_{name}"), element) for name in getters
    )
    yield kind, lang, alt
    for n in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, n)
        if child:
            yield from below(child)


def told(get: Any, element: Any) -> str:
    size = get(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    get(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def test_every_pdf_is_accessible_and_fit_for_an_archive(every: Path) -> None:
    papers = list(every.rglob("*.pdf"))
    assert len(papers) > 30
    for path in papers:
        data = path.read_bytes()
        assert re.search(rb"<pdfuaid:part>1<", data), path
        assert re.search(rb"<pdfaid:part>2<", data), path
        assert re.search(rb"<pdfaid:conformance>A<", data), path


def test_every_page_of_every_pdf_is_tagged(every: Path) -> None:
    for path in every.rglob("*.pdf"):
        kinds = {kind for kind, _, _ in elements(path)}
        assert {"P", "H1", "Span", "Figure", "Lbl", "TD"} & kinds, path


def test_headings_are_bookmarks(every: Path) -> None:
    path = every / "course" / "zh_Hans" / SHIPPED / "handout.pdf"
    marks = list(pdfium.PdfDocument(path).get_toc())
    assert marks[0].level == 0
    assert {mark.level for mark in marks[1:]} == {1}
    page = "".join(text_of(path).split())
    assert len(marks) > 8
    for mark in marks:
        assert "".join(mark.get_title().split()) in page


def test_each_language_is_told_in_the_tags(every: Path) -> None:
    path = every / "course" / "zh_Hans+en" / SHIPPED / "handout.pdf"
    langs = {lang for _, lang, _ in elements(path) if lang}
    assert "en-GB" in langs
    assert re.search(rb"/Lang ?\(zh-CN\)", path.read_bytes())


def test_a_picture_says_in_words_what_it_shows(tmp_path: Path) -> None:
    build(Request(BEES, tmp_path, (), ("en",), ("handout",)))
    found = list(elements(tmp_path / "en" / "hive" / "handout.pdf"))
    alts = [alt for kind, _, alt in found if kind == "Figure"]
    assert alts
    assert "A hive on a scale" in " ".join(alts)


def test_fonts_are_embedded_as_far_as_they_are_used(every: Path) -> None:
    for path in every.rglob("*.pdf"):
        data = path.read_bytes()
        names = set(re.findall(rb"/FontName ?/([A-Za-z0-9+-]+)", data))
        assert names, path
        assert all(re.match(rb"[A-Z]{6}\+", name) for name in names), names
        for page in pdfium.PdfDocument(path):
            for one in page.get_objects([raw.FPDF_PAGEOBJ_TEXT]):
                font = raw.FPDFTextObj_GetFont(one)
                assert raw.FPDFFont_GetIsEmbedded(font) == 1, path
