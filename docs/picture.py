"""Make the picture of the README: `python docs/picture.py`, with LibreOffice.

It shows the shipped course as it is built: slides and paper, in both languages.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2 as pdfium
import yaml
from PIL import Image

from course.build import Request, build
from course.read.project import own_root

HERE = Path(__file__).parent
TARGET = HERE / "pictures" / "outputs.png"
MODULE = "5-united-nations"
WIDTH, HEIGHT, GAP = 1600, 878, 24
LOOK = own_root() / "templates" / "civic.yaml"
# Two rows of pages of one size: language, file, page from 1.
ROWS = (
    (("en", "deck.pptx", 6), ("zh_Hans", "deck.pptx", 9), ("en", "deck.pptx", 15)),
    (
        ("en", "handout.pdf", 3),
        ("zh_Hans", "handout.pdf", 1),
        ("en", "quiz-A.pdf", 1),
        ("zh_Hans", "quiz-A-key.pdf", 1),
    ),
)


def main() -> None:
    """Build the course, draw the pages, and put them on one sheet."""
    office = shutil.which("soffice")
    if office is None:
        sys.exit("LibreOffice (soffice) is needed")
    colours = yaml.safe_load(LOOK.read_text("utf-8"))["colours"]
    sheet = Image.new("RGB", (WIDTH, HEIGHT), f"#{colours['tint']}")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        build(Request(own_root(), out))
        top = GAP
        for row in ROWS:
            width = (WIDTH - GAP * (len(row) + 1)) // len(row)
            left, height = GAP, 0
            for lang, name, page in row:
                file = out / lang / MODULE / name
                picture = drawn(as_pdf(file, office), page, width)
                box = (left - 1, top - 1, left + width + 1, top + picture.height + 1)
                sheet.paste(f"#{colours['rule']}", box)
                sheet.paste(picture, (left, top))
                left, height = left + width + GAP, picture.height
            top += height + GAP
    sheet.quantize(96).save(TARGET, optimize=True)


def as_pdf(file: Path, office: str) -> Path:
    """Give a file as a PDF."""
    if file.suffix == ".pdf":
        return file
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
