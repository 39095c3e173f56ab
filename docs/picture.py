"""Make pictures of these pages: `python docs/picture.py`, with LibreOffice.

The first shows the shipped course as it is built: slides and paper, in both languages;
the second a small course in Arabic and Hebrew; the third variants of one paper.
"""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pypdfium2 as pdfium
import yaml
from PIL import Image

from course.build import Request, build
from course.kinds import Kind
from course.read.project import own_root

HERE = Path(__file__).parent
TARGET = HERE / "pictures" / "outputs.png"
MODULE = "5-united-nations"
WIDTH, HEIGHT, GAP = 1600, 878, 24
FROM_RIGHT = HERE / "pictures" / "right-to-left.png"
SAMPLE, SAMPLE_MODULE = own_root() / "tests" / "rtl", "water"
SMALL_WIDTH, SMALL_HEIGHT = 1000, 410
Rows: TypeAlias = tuple[tuple[tuple[str, str, int], ...], ...]
LOOK = own_root() / "templates" / "civic.yaml"
# Two rows of pages of one size: language, file, page from 1.
ROWS: Rows = (
    (("en", "deck.pptx", 6), ("zh_Hans", "deck.pptx", 9), ("en", "deck.pptx", 15)),
    (
        ("en", "handout.pdf", 3),
        ("zh_Hans", "handout.pdf", 1),
        ("en", "quiz-A.pdf", 1),
        ("zh_Hans", "quiz-A-key.pdf", 1),
    ),
)


FROM_RIGHT_ROWS: Rows = (
    (("ar", "deck.pdf", 4), ("ar", "deck.pdf", 8), ("he", "deck.pdf", 7)),
    (("ar", "deck.pdf", 9), ("he", "deck.pdf", 10), ("he", "deck.pdf", 13)),
)


PAPERS = HERE / "pictures" / "paper.png"
THEME = own_root() / "tests" / "themes" / "pingan.yaml"
# Pages of variants: the folder of a build, the file, the page from 1, and its width.
VARIANTS = (
    ("own/zh_Hans", "handout.pdf", 1, 330),
    ("ours/zh_Hans+en", "handout.pdf", 6, 500),
    ("ours/zh_Hans+en", "quiz-A.pdf", 1, 330),
    ("ours/en", "handout-large.pdf", 1, 330),
)


def main() -> None:
    """Build the courses, draw the pages, and put them on a sheet each."""
    with tempfile.TemporaryDirectory() as folder:
        build(Request(own_root(), Path(folder)))
        sheet = sheet_of(Path(folder), MODULE, ROWS, (WIDTH, HEIGHT))
    sheet.quantize(96).save(TARGET, optimize=True)
    from_right()
    papers()


def papers() -> None:
    """Build variants of a module, and draw a page of each."""
    langs = ("en", "zh", "zh+en")
    kinds: tuple[Kind, ...] = ("handout", "quiz")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        ours = Request(own_root(), out / "ours", (MODULE,), langs, kinds)
        build(replace(ours, prints=("large",)))
        build(replace(ours, out=out / "own", theme=str(THEME)))
        drawings = [
            drawn(out / where / MODULE / name, page, width)
            for where, name, page, width in VARIANTS
        ]
    colours = yaml.safe_load(LOOK.read_text("utf-8"))["colours"]
    width = GAP + sum(one.width + GAP for one in drawings)
    height = 2 * GAP + max(one.height for one in drawings)
    sheet = Image.new("RGB", (width, height), f"#{colours['tint']}")
    left = GAP
    for one in drawings:
        edge = (left - 1, GAP - 1, left + one.width + 1, GAP + one.height + 1)
        sheet.paste(f"#{colours['rule']}", edge)
        sheet.paste(one, (left, GAP))
        left += one.width + GAP
    sheet.quantize(96).save(PAPERS, optimize=True)


def from_right() -> None:
    """Draw slides of the small course that is read from the right."""
    with tempfile.TemporaryDirectory() as folder:
        build(Request(SAMPLE, Path(folder), kinds=("deck",)))
        size = (SMALL_WIDTH, SMALL_HEIGHT)
        sheet = sheet_of(Path(folder), SAMPLE_MODULE, FROM_RIGHT_ROWS, size)
    sheet.quantize(48).save(FROM_RIGHT, optimize=True)


def sheet_of(out: Path, module: str, rows: Rows, size: tuple[int, int]) -> Image.Image:
    """Draw pages of a module, row by row, on one sheet."""
    colours = yaml.safe_load(LOOK.read_text("utf-8"))["colours"]
    sheet = Image.new("RGB", size, f"#{colours['tint']}")
    top = GAP
    for row in rows:
        width = (size[0] - GAP * (len(row) + 1)) // len(row)
        left, height = GAP, 0
        for lang, name, page in row:
            picture = drawn(as_pdf(out / lang / module / name), page, width)
            box = (left - 1, top - 1, left + width + 1, top + picture.height + 1)
            sheet.paste(f"#{colours['rule']}", box)
            sheet.paste(picture, (left, top))
            left, height = left + width + GAP, picture.height
        top += height + GAP
    return sheet


def as_pdf(file: Path) -> Path:
    """Give a file as a PDF."""
    if file.suffix == ".pdf":
        return file
    office = shutil.which("soffice")
    if office is None:
        sys.exit("LibreOffice (soffice) is needed")
    folder = str(file.parent)
    words = [office, "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)]
    subprocess.run(words, check=True, capture_output=True)
    return file.with_suffix(".pdf")


def drawn(file: Path, number: int, width: int) -> Image.Image:
    """Give a page of a PDF as a picture of a width in pixels."""
    page = pdfium.PdfDocument(file)[number - 1]
    picture: Image.Image = page.render(scale=2 * width / page.get_width()).to_pil()
    return picture.resize((width, round(picture.height * width / picture.width)))


if __name__ == "__main__":
    main()
