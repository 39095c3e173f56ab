"""Data and a Typst template → PDF, or pictures of its pages."""

import json
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

# Accessible, and fit for an archive. The archive's standard asks for a date; it is that
# of the Office files, so that the same sources give the same bytes.
STANDARDS = ["ua-1", "a-2a"]
DATE = int(datetime(1980, 1, 1, tzinfo=UTC).timestamp())
UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class MissingLettersError(Exception):
    """Raised where no font that comes with the program has some letters."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        super().__init__(letters)


def as_json(data: Any) -> str:
    """Give data as a template reads it."""
    return json.dumps(data, ensure_ascii=False)


def as_pdf(templates: Path, template: Path, **data: str) -> bytes:
    """Give the bytes of a PDF/UA-1 and PDF/A-2a; `data` is JSON by its name there.

    Raises:
        MissingLettersError: letters would be printed as empty boxes.
    """
    import typst

    try:
        made = _compiler(templates).compile(
            templates / template,
            format="pdf",
            sys_inputs=data,
            pdf_standards=STANDARDS,
            timestamp=DATE,
        )
    except typst.TypstError as error:
        unshown = UNSHOWN.search(str(error))
        if unshown is None:
            raise
        raise MissingLettersError(_plain(unshown[1])) from error
    assert isinstance(made, bytes)
    return made


def as_pictures(
    templates: Path, template: Path, ppi: int, **data: str
) -> tuple[bytes, ...]:
    """Give a picture of each page, as PNG."""
    pages = _compiler(templates).compile(
        templates / template, format="png", ppi=ppi, sys_inputs=data
    )
    return tuple(pages) if isinstance(pages, list) else (pages,)


def as_marked_pictures(
    templates: Path, template: Path, ppi: int, **data: str
) -> tuple[tuple[bytes, ...], list[dict[str, Any]]]:
    """Give a picture of each page, and what the template has marked on them."""
    pages = as_pictures(templates, template, ppi, **data, marks="yes")
    found = _compiler(templates).query("<mark>", field="value")
    marks: list[dict[str, Any]] = json.loads(found)
    return pages, marks


def _plain(text: str) -> str:
    """Read a text as Typst's messages write it: escaped like a Rust string."""
    text = ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
    return re.sub(r"\\(.)", r"\1", text)


@cache
def _compiler(templates: Path) -> Any:
    """Give a compiler; it keeps the fonts that it has read."""
    import typst

    return typst.Compiler(
        root=templates,
        font_paths=[str(one) for one in fonts()],
        ignore_system_fonts=True,
    )


def fonts() -> tuple[Path, ...]:
    """Give the folders of the fonts that are set in PDF; they come with the install."""
    import justmytype_intl_cjk
    import justmytype_intl_rtl

    packs = (justmytype_intl_cjk, "notosanssc"), (justmytype_intl_rtl, "")
    return tuple(
        Path(pack.__file__).parent / "fonts" / "ofl" / family
        for pack, family in packs
        if pack.__file__
    )
