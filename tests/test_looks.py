"""Decks as LibreOffice shows them: all text in its place, no empty boxes."""

import ctypes
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pypdfium2 as pdfium
import pytest
from pptx import Presentation
from pypdfium2 import raw

from tests.conftest import by_office

EMU = 12_700
HAN = re.compile(r"[\u3400-\u9fff]")
ARABIC = re.compile(r"[\u0600-\u06ff]")
RARE = re.compile(r"[\u0100-\u024f]")
# Marks that may hang out of the box at the end of a line.
HANGING = "，。、；：！？"
HAN_FACE = re.compile(r"CJK|YaHei|Source ?Han|SC|Hei|Song")
# The decks that are shown: of the shipped course, of the one with every kind of slide,
# and of the course of extremes.
FOLDERS = {
    "made": "5-united-nations",
    "gallery": "gallery",
    "made_extreme": "tram",
}
DECKS = (
    "made/en",
    "made/zh_Hans",
    "gallery/en",
    "gallery/zh_Hans",
    "gallery/zh_Hans+en",
    "made_extreme/en",
    "made_extreme/de",
    "made_extreme/zh_Hans",
    "made_extreme/ar",
)
# LibreOffice's own rounding, in points.
SLACK = 2.0


class Ink(NamedTuple):
    """A rectangle that letters fill, in points from the page's left bottom corner."""

    left: float
    bottom: float
    right: float
    top: float

    def within(self, box: "Ink", slack: float = SLACK) -> bool:
        """Tell whether it lies inside another one."""
        return (
            self.left >= box.left - slack
            and self.bottom >= box.bottom - slack
            and self.right <= box.right + slack
            and self.top <= box.top + slack
        )

    def meets(self, other: "Ink") -> bool:
        """Tell whether both have a part in common that can be seen."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > SLACK
            and min(self.top, other.top) - max(self.bottom, other.bottom) > SLACK
        )


class Shown(NamedTuple):
    """A deck, and the pages that LibreOffice makes of it."""

    deck: Any
    pages: Any

    @property
    def slides(self) -> Iterator[tuple[Any, list[tuple[str, Ink]]]]:
        """Give each slide with the letters on its page."""
        for slide, page in zip(self.deck.slides, self.pages, strict=True):
            yield slide, list(letters_of(page))


@pytest.fixture(scope="module")
def all_shown(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Shown]:
    folder = tmp_path_factory.mktemp("shown")
    sources = []
    for name in DECKS:
        course, _, lang = name.partition("/")
        out: Path = request.getfixturevalue(course)
        deck = out / lang / FOLDERS[course] / "deck.pptx"
        sources.append(unshrunk(deck, folder / f"{course}-{lang}.pptx"))
    pdfs = by_office(sources, folder)
    return {
        name: Shown(Presentation(str(source)), pdfium.PdfDocument(pdf))
        for name, source, pdf in zip(DECKS, sources, pdfs, strict=True)
    }


@pytest.fixture(params=DECKS)
def shown(all_shown: dict[str, Shown], request: pytest.FixtureRequest) -> Shown:
    return all_shown[request.param]


def unshrunk(source: Path, target: Path) -> Path:
    """Copy a deck so that LibreOffice shows its text as large as we have set it."""
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b"<a:normAutofit/>", b"<a:noAutofit/>")
            new.writestr(name, data)
    return target


def test_every_slide_becomes_a_page(shown: Shown) -> None:
    assert len(shown.pages) == len(shown.deck.slides)


def test_no_text_stands_outside_its_box(shown: Shown) -> None:
    placed = list(placed_texts(shown))
    assert len(placed) > 120
    assert not [words for words, inside in placed if not inside]


def placed_texts(shown: Shown) -> Iterator[tuple[str, bool]]:
    """Give each paragraph, and whether all of it is found inside its box."""
    height = shown.deck.slide_height / EMU
    for slide, letters in shown.slides:
        for shape in slide.shapes:
            box = bounds(shape, height)
            for words in texts_of(shape) if shape.has_text_frame else ():
                yield words, any(ink.within(box) for ink in find(words, letters))


def test_no_text_stands_on_other_text(shown: Shown) -> None:
    """The letters of two shapes, or of two bars' labels, never share a place."""
    checked = 0
    for slide, letters in shown.slides:
        height = shown.deck.slide_height / EMU
        regions = [region for s in slide.shapes for region in inks(s, letters, height)]
        regions += [
            region
            for shape in slide.slide_layout.shapes
            if not shape.is_placeholder
            for region in inks(shape, letters, height)
        ]
        for (one, ink), (other, more) in combinations(regions, 2):
            assert not ink.meets(more), f"{one} / {other}"
            checked += 1
    assert checked > 200


def inks(
    shape: Any, letters: list[tuple[str, Ink]], height: float
) -> Iterator[tuple[str, Ink]]:
    """Give the regions that a shape's letters fill, each with its words."""
    box = bounds(shape, height)

    def best(words: str) -> list[Ink]:
        return sorted(find(words, letters), key=lambda ink: -shared(ink, box))[:1]

    if shape.has_chart:
        labels = map(squeezed, shape.chart.plots[0].categories)
        yield from ((label, ink) for label in labels for ink in best(label))
    else:
        found = [ink for words in texts_of(shape) for ink in best(words)]
        yield from [(shape.name, around(found))] if found else []


def texts_of(shape: Any) -> Iterator[str]:
    """Give the paragraphs of a shape without spaces; not those set from the right."""
    frames = [shape.text_frame] if shape.has_text_frame else []
    if shape.has_table:
        frames = [cell.text_frame for row in shape.table.rows for cell in row.cells]
    for frame in frames:
        for paragraph in frame.paragraphs:
            words = squeezed(paragraph.text)
            if words and not ARABIC.search(words):
                yield words


def squeezed(words: str) -> str:
    return "".join(letter for letter in words if is_seen(letter))


def is_seen(letter: str) -> bool:
    """Tell whether a letter is looked for on a page.

    Hyphens are not, as a PDF loses those at the end of a line; nor are letters that
    few fonts have, as those from another font come after the rest of their line.
    """
    odd = letter == "-" or RARE.match(letter)
    return letter.isprintable() and not letter.isspace() and not odd


def letters_of(page: Any) -> Iterator[tuple[str, Ink]]:
    text = page.get_textpage()
    for n in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, n))
        if is_seen(letter):
            yield letter, Ink(*text.get_charbox(n))


def find(words: str, letters: list[tuple[str, Ink]]) -> list[Ink]:
    """Give where some words stand, each time that they are found."""
    line = "".join(letter for letter, _ in letters)
    starts = [m.start() for m in re.finditer(re.escape(words), line)]
    runs = (letters[start : start + len(words)] for start in starts)
    return [
        around([ink for letter, ink in run if letter not in HANGING or len(run) == 1])
        for run in runs
    ]


def around(inks: list[Ink]) -> Ink:
    lefts, bottoms, rights, tops = zip(*inks, strict=True)
    return Ink(min(lefts), min(bottoms), max(rights), max(tops))


def shared(one: Ink, other: Ink) -> float:
    """Give the area that two rectangles have in common."""
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.top, other.top) - max(one.bottom, other.bottom)
    return max(width, 0) * max(height, 0)


def bounds(shape: Any, height: float) -> Ink:
    left, top = shape.left / EMU, height - shape.top / EMU
    return Ink(left, top - shape.height / EMU, left + shape.width / EMU, top)


def test_no_letter_leaves_the_slide(shown: Shown) -> None:
    for _, letters in shown.slides:
        page = Ink(0, 0, *shown.pages[0].get_size())
        assert letters
        for letter, ink in letters:
            assert ink.within(page, 0), letter


def test_letters_are_set_in_a_font_that_has_them(shown: Shown) -> None:
    """A Han letter in a font without Han letters would be an empty box."""
    for page in shown.pages:
        text = page.get_textpage()
        for n in range(text.count_chars()):
            letter = chr(raw.FPDFText_GetUnicode(text, n))
            assert letter not in "\ufffd\u25a1"
            if HAN.match(letter):
                assert HAN_FACE.search(font_of(text, n)), letter
            if ARABIC.match(letter):
                assert not HAN_FACE.search(font_of(text, n)), letter


def font_of(text: Any, n: int) -> str:
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(text, n, buffer, 200, ctypes.byref(ctypes.c_int()))
    return buffer.value.decode()
