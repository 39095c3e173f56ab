"""Make the picture of `answer-sheet.md`: `python docs/answer_picture.py`."""

from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

from course.build import read_templates, survey
from course.outputs import CourseJob, Job
from course.read.project import own_root
from course.spoken import speak

TARGET = Path(__file__).parent / "pictures" / "answer-sheet.png"
WIDTH, GAP = 560, 16
# How much of a page is shown: below are empty lines only.
SHARE = 0.56


def main() -> None:
    """Draw a sheet with a number, one with a code, and a stencil; side by side."""
    course, _ = survey(own_root())
    templates = read_templates()
    english, chinese = (speak(own_root(), course, one)[0] for one in ("en", "zh_Hans"))
    quiz = Job(english.course.modules[1], english, templates).answers("A")
    test = CourseJob(chinese, templates).answers("before")
    drawn = [page_of(one) for one in (quiz.pdf(), test.pdf(), quiz.stencil())]
    height = drawn[0].height
    sheet = Image.new("RGB", (3 * WIDTH + 4 * GAP, height + 2 * GAP), "#D5DDE2")
    for n, one in enumerate(drawn):
        sheet.paste(one, (GAP + n * (WIDTH + GAP), GAP))
    sheet.quantize(32).save(TARGET, optimize=True)


def page_of(pdf: bytes) -> Image.Image:
    """Give the upper part of a first page."""
    page = pdfium.PdfDocument(pdf)[0]
    picture: Image.Image = page.render(scale=3 * WIDTH / page.get_width()).to_pil()
    height = round(picture.height * WIDTH / picture.width)
    return picture.resize((WIDTH, height)).crop((0, 0, WIDTH, round(height * SHARE)))


if __name__ == "__main__":
    main()
