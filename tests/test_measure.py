"""Our count of lines against LibreOffice's: how often alike, how often too few.

A line too few is an overflow that nobody is told of; a line too many costs a little
room. `MARGIN` in `measure.py` is the price for the difference.
"""

import sys
from collections.abc import Iterator
from itertools import pairwise
from operator import eq, lt
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Inches, Pt

from course.arrange import measure
from course.arrange.deck import Para
from course.build import survey
from course.slots import words_in
from course.spoken import speak
from course.text import Span
from course.write.pptx.slide import NAMES
from course.write.pptx.text import Links, Style, paragraphs
from tests.conftest import EXTREME, ROOT, by_office, module_of
from tests.ooxml import NAMES as PREFIXES
from tests.test_ooxml import TEMPLATES

BOXES = 45
# Shares of all boxes: without the margin, and with it.
LEAST_ALIKE, MOST_UNDER, MOST_UNDER_SAFE = 0.9, 0.05, 0.01
KINDS = ("English", "German", "Chinese", "mixed")


class Sample(NamedTuple):
    """Words in a box of a width; lengths in points."""

    kind: str
    lang: str
    words: str
    size: float
    room: float
    bold: bool

    @property
    def counted(self) -> int:
        return measure.lines(
            self.words, self.size, self.room, self.lang, bold=self.bold
        )


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Sample, int]]:
    """Samples, each with the number of lines that LibreOffice sets."""
    folder = tmp_path_factory.mktemp("measured")
    samples = list(seeded())
    deck: Any = Presentation(str(TEMPLATES[0]))
    for sample in samples:
        add(deck, sample)
    path = folder / "boxes.pptx"
    deck.save(path)
    (pdf,) = by_office([path], folder)
    pages = pdfium.PdfDocument(pdf)
    return [
        (sample, lines_on(page, sample.size))
        for sample, page in zip(samples, pages, strict=True)
    ]


def test_lines_are_counted_as_they_are_set(
    compared: list[tuple[Sample, int]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    safe = [sample.counted for sample, _ in compared]
    monkeypatch.setattr(measure, "MARGIN", 1)
    bare = [sample.counted for sample, _ in compared]
    shown = [count for _, count in compared]
    for kind in KINDS:
        mine = [n for n, (sample, _) in enumerate(compared) if sample.kind == kind]
        shares = [
            f"{sum(counted[n] == shown[n] for n in mine) / len(mine):.0%} alike, "
            f"{sum(counted[n] < shown[n] for n in mine) / len(mine):.0%} too few"
            for counted in (bare, safe)
        ]
        with capsys.disabled():
            sys.stdout.write(f"\n{kind:>8}: {shares[0]}; with the margin {shares[1]}")
    assert sum(shown) > 3 * len(shown)
    assert sum(map(eq, bare, shown)) >= LEAST_ALIKE * len(shown)
    assert sum(map(lt, bare, shown)) <= MOST_UNDER * len(shown)
    assert sum(map(lt, safe, shown)) <= MOST_UNDER_SAFE * len(shown)


def seeded() -> Iterator[Sample]:
    """Give pieces of the courses' own texts in boxes of many widths and sizes."""
    dice = Random(42)
    english, chinese = told(ROOT, "en"), told(ROOT, "zh_Hans")
    texts = {
        "English": ("en", english),
        "German": ("de", told(EXTREME, "de")),
        "Chinese": ("zh_Hans", chinese),
        "mixed": ("zh_Hans", mixed(english, chinese, dice)),
    }
    for kind, (lang, words) in texts.items():
        for _ in range(BOXES):
            size = dice.choice((14, 16, 18, 20, 22, 24, 26, 28, 30, 32))
            room = dice.uniform(140, 850)
            wanted = dice.uniform(1, 7) * room / size
            length = int(wanted if kind == "Chinese" else 1.5 * wanted)
            start = dice.randrange(len(words) - length)
            piece = " ".join(words[start : start + length].split())
            yield Sample(kind, lang, piece, size, room, dice.random() < 0.3)


def told(root: Path, lang: str) -> str:
    """Give all words of a course's slides and handouts in a language, as one text."""
    course, _ = survey(root)
    module = module_of(speak(root, course, lang)[0].course)
    return " ".join(words.plain for words in words_in(module.text.topics))


def mixed(english: str, chinese: str, dice: Random) -> str:
    """Give a Chinese text with English words in it."""
    found, words = [], english.split()
    for sentence in chinese.split("。"):
        at = dice.randrange(len(words) - 4)
        found += [sentence[:20], " ".join(words[at : at + dice.randint(1, 4)])]
        found += [sentence[20:], "。"]
    return "".join(found)


def add(deck: Any, sample: Sample) -> None:
    """Add a slide with one box, set as the program sets all text."""
    blank = min(deck.slide_layouts, key=lambda layout: len(layout.placeholders))
    slide = deck.slides.add_slide(blank)
    for holder in list(slide.placeholders):
        holder.element.getparent().remove(holder.element)
    box = slide.shapes.add_textbox(Inches(0.3), 0, Pt(sample.room), Inches(7))
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    spans = (Span(sample.words, strong=sample.bold),)
    style = Style(sample.size, fixed=True)
    xml = paragraphs([Para(spans)], sample.lang, Links(0, {}), style)
    body = frame._txBody
    body.remove(body.find("a:p", PREFIXES))
    body.extend(etree.fromstring(f"<w {NAMES}>{xml}</w>"))


def lines_on(page: Any, size: float) -> int:
    """Count the lines on a page: how often letters stand clearly lower than before."""
    text = page.get_textpage()
    seen = (n for n in range(text.count_chars()) if text.get_text_range(n, 1).strip())
    feet = sorted({round(text.get_charbox(n, loose=True)[1]) for n in seen})
    return 1 + sum(1 for a, b in pairwise(feet) if b - a > size / 2)
