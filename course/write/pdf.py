"""An arranged Sheet → PDF and pictures of its pages, set by Typst."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

from course.arrange.deck import Deck
from course.arrange.sheet import Sheet
from course.write.data import as_data, language

STANDARDS = ["ua-1"]
UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
PAPER = Path("paper", "sheet.typ")
SLIDE = Path("deck", "slide.typ")


class MissingLettersError(Exception):
    """Raised where no font that comes with the program has some letters."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        super().__init__(letters)


def write(sheet: Sheet, templates: Path) -> bytes:
    """Give the bytes of a tagged PDF.

    Raises:
        MissingLettersError: letters would be printed as empty boxes.
    """
    data = _compile(sheet, templates, "pdf")
    assert isinstance(data, bytes)
    return data


def picture(sheet: Sheet, templates: Path, ppi: int) -> bytes:
    """Give a picture of the first page, as PNG."""
    pages = _compile(sheet, templates, "png", ppi=ppi)
    first = pages[0] if isinstance(pages, list) else pages
    assert isinstance(first, bytes)
    return first


def cover(deck: Deck, templates: Path, ppi: int) -> bytes:
    """Give a picture of a deck's first slide, as PNG."""
    slide: dict[str, Any] = as_data(deck.slides[0])
    slide |= {"lang": language(deck.lang), "title": deck.title}
    data = json.dumps(slide, ensure_ascii=False)
    pages = _compiler(templates).compile(
        templates / SLIDE, format="png", ppi=ppi, sys_inputs={"slide": data}
    )
    assert isinstance(pages, bytes)
    return pages


def _compile(
    sheet: Sheet, templates: Path, how: Literal["pdf", "png"], ppi: int | None = None
) -> Any:
    import typst

    try:
        return _compiler(templates).compile(
            templates / PAPER,
            format=how,
            ppi=ppi,
            sys_inputs={"sheet": json.dumps(_sheet_data(sheet), ensure_ascii=False)},
            pdf_standards=STANDARDS if how == "pdf" else [],
        )
    except typst.TypstError as error:
        unshown = UNSHOWN.search(str(error))
        if unshown is None:
            raise
        raise MissingLettersError(_plain(unshown[1])) from error


def _plain(text: str) -> str:
    """Read a text as Typst's messages write it: escaped like a Rust string."""
    text = ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
    return re.sub(r"\\(.)", r"\1", text)


@cache
def _compiler(templates: Path) -> Any:
    """Give a compiler; it keeps the fonts that it has read."""
    import typst

    return typst.Compiler(
        root=templates, font_paths=[str(fonts())], ignore_system_fonts=True
    )


def fonts() -> Path:
    """Give the folder of the fonts that are set in PDF; they come with the install."""
    import justmytype_intl_cjk

    assert justmytype_intl_cjk.__file__
    return Path(justmytype_intl_cjk.__file__).parent / "fonts" / "ofl" / "notosanssc"


def _sheet_data(sheet: Sheet) -> dict[str, Any]:
    """Give a sheet as plain data, each language with how it is set."""
    data: dict[str, Any] = as_data(sheet)
    for one in (data, *data["sections"]):
        one["lang"] = language(one["lang"])
    return data
