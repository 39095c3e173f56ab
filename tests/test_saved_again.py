"""What is left of a deck that somebody opened in LibreOffice and saved again.

PowerPoint keeps all names. LibreOffice 7.4 drops those of slides and of placeholders;
whoever reads an edited deck again must know a slide by its order, title and notes.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from tests.conftest import by_office

LANGS = ("en", "zh_Hans")


@pytest.fixture(scope="module")
def pairs(
    made_extreme: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Any, Any]]:
    """Each slide as it was written, and as it was saved again."""
    folder = tmp_path_factory.mktemp("saved")
    sources = [
        Path(shutil.copy(made_extreme / lang / "tram" / "deck.pptx", folder / lang))
        for lang in LANGS
    ]
    saved = by_office(sources, folder, "pptx")
    return [
        pair
        for both in zip(sources, saved, strict=True)
        for pair in zip(*map(slides, both), strict=True)
    ]


def slides(path: Path) -> list[Any]:
    return list(Presentation(str(path)).slides)


def title(slide: Any) -> str:
    return str(slide.shapes.title.text_frame.text)


def texts(slide: Any) -> list[str]:
    frames = (one.text_frame for one in slide.shapes if one.has_text_frame)
    return sorted(
        paragraph.text.strip()
        for frame in frames
        for paragraph in frame.paragraphs
        if paragraph.text.strip()
    )


def cells(slide: Any) -> list[str]:
    tables = (one.table for one in slide.shapes if one.has_table)
    return [cell.text for table in tables for row in table.rows for cell in row.cells]


def notes(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text) if slide.has_notes_slide else ""


def pictures(slide: Any) -> list[tuple[str, str]]:
    found = slide.element.iterfind(".//{*}pic/{*}nvPicPr/{*}cNvPr")
    return [(one.get("name"), one.get("descr")) for one in found]


def slide_name(slide: Any) -> str:
    return str(slide.name)


def shape_names(slide: Any) -> list[str]:
    return [shape.name for shape in slide.shapes]


@pytest.mark.parametrize("what", [title, texts, cells, notes, pictures])
def test_words_outlive_being_saved_by_another_program(
    pairs: list[tuple[Any, Any]], what: Callable[[Any], Any]
) -> None:
    assert sum(bool(what(slide)) for slide, _ in pairs) >= 2
    for slide, saved in pairs:
        assert what(saved) == what(slide)


def test_names_are_told_that_are_left(
    pairs: list[tuple[Any, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Names of figures stay; those of slides and placeholders are only counted."""
    figures = {"Table", "Chart", "Picture"}
    for slide, saved in pairs:
        assert figures & set(shape_names(slide)) == figures & set(shape_names(saved))
    with capsys.disabled():
        for what in (slide_name, shape_names):
            kept = sum(what(slide) == what(saved) for slide, saved in pairs)
            sys.stdout.write(f"\n{what.__name__}: {kept} of {len(pairs)} kept")
