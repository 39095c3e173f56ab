"""Decks as LibreOffice shows them: no letter outside its box, no empty boxes."""

import ctypes
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdfium2 as pdfium
import pytest
from pptx import Presentation
from pypdfium2 import raw

from tests.test_deck import LANGS

EMU = 12_700
HAN = re.compile(r"[\u3400-\u9fff]")
Convert = Callable[[Path, Path], Path]


@pytest.fixture(scope="module")
def shown(
    made: Path, office: Convert, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("shown")
    found = {}
    for lang in LANGS:
        source = made / lang / "5-united-nations" / "deck.pptx"
        found[lang] = office(unshrunk(source, folder / f"{lang}.pptx"), folder / lang)
    return found


def unshrunk(source: Path, target: Path) -> Path:
    """Copy a deck so that LibreOffice shows its text as large as we have set it."""
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b"<a:normAutofit/>", b"<a:noAutofit/>")
            new.writestr(name, data)
    return target


@pytest.mark.parametrize("lang", LANGS)
def test_every_slide_becomes_a_page(
    made: Path, shown: dict[str, Path], lang: str
) -> None:
    deck = Presentation(str(made / lang / "5-united-nations" / "deck.pptx"))
    assert len(pdfium.PdfDocument(shown[lang])) == len(deck.slides)


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_stands_outside_its_box(
    made: Path, shown: dict[str, Path], lang: str
) -> None:
    """The end of each box's text, where it would run over, lies inside the box."""
    deck = Presentation(str(made / lang / "5-united-nations" / "deck.pptx"))
    checked = 0
    for slide, page in zip(deck.slides, pdfium.PdfDocument(shown[lang]), strict=True):
        letters = list(letters_of(page))
        for shape in slide.placeholders:
            if not shape.has_text_frame or shape.name in ("Number", "Footer"):
                continue
            box = bounds(shape, page.get_height())
            for paragraph in shape.text_frame.paragraphs:
                places = find("".join(paragraph.text.split()), letters)
                if places:
                    assert any(inside(place, box) for place in places), paragraph.text
                    checked += 1
    assert checked > 80


def letters_of(page: Any) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    text = page.get_textpage()
    whole = text.get_text_range()
    count = text.count_chars()
    assert count
    for n in range(count):
        letter = chr(raw.FPDFText_GetUnicode(text, n))
        if not letter.isspace() and letter.isprintable():
            yield letter, text.get_charbox(n)
    assert whole


def find(
    words: str, letters: list[tuple[str, tuple[float, float, float, float]]]
) -> list[tuple[float, float, float, float]]:
    """Give where the last letter of some words stands, wherever they are found."""
    line = "".join(letter for letter, _ in letters)
    starts = [m.start() for m in re.finditer(re.escape(words), line)] if words else []
    return [letters[start + len(words) - 1][1] for start in starts]


def bounds(shape: Any, height: float) -> tuple[float, float, float, float]:
    left, top = shape.left / EMU, height - shape.top / EMU
    return left, top - shape.height / EMU, left + shape.width / EMU, top


def inside(
    place: tuple[float, float, float, float], box: tuple[float, float, float, float]
) -> bool:
    slack = 2.0
    return (
        place[0] >= box[0] - slack
        and place[1] >= box[1] - slack
        and place[2] <= box[2] + slack
        and place[3] <= box[3] + slack
    )


@pytest.mark.parametrize("lang", LANGS)
def test_no_letter_leaves_the_slide(shown: dict[str, Path], lang: str) -> None:
    for page in pdfium.PdfDocument(shown[lang]):
        width, height = page.get_size()
        for _, (left, bottom, right, top) in letters_of(page):
            assert left >= 0
            assert bottom >= 0
            assert right <= width
            assert top <= height


def test_han_letters_are_set_in_a_font_that_has_them(shown: dict[str, Path]) -> None:
    """A letter set in a font without Han letters would be an empty box."""
    seen = set()
    for page in pdfium.PdfDocument(shown["zh_Hans"]):
        text = page.get_textpage()
        for n in range(text.count_chars()):
            if HAN.match(chr(raw.FPDFText_GetUnicode(text, n))):
                seen.add(font_of(text, n))
    assert seen
    assert all(re.search(r"CJK|YaHei|Source ?Han|SC|Hei|Song", name) for name in seen)


def font_of(text: Any, n: int) -> str:
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(text, n, buffer, 200, ctypes.byref(ctypes.c_int()))
    return buffer.value.decode()
