"""Decks of 40, 400 and 2,000 slides: ours, pandoc's and plain python-pptx's.

    pip install -e '.[bench]' && python tests/bench/decks.py

Each maker is a whole process that starts from text and ends with a file. They take
turns, so that a slow moment of the machine hits all of them. What counts is the CPU
time, and the ratio. Every deck has the same words and speaker notes; tables are native
in all, charts in ours and in python-pptx's (pandoc has none, and gets a table).
"""

import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

SIZES = (40, 400, 2000)
ROUNDS = {40: 7, 400: 3, 2000: 1}
SENTENCES = (
    "Local governments work closest to the people they serve.",
    "Reports need facts, and facts need somebody who collects them.",
    "A recommendation needs a person with a name and a date.",
    "Data that are broken down show who is left out.",
    "A forum brings cities together; a network keeps them so.",
)
NOTE = " ".join(SENTENCES[:4])
ROWS, COLUMNS = 5, 4
# Of ten slides, one holds a table and one a chart.
TABLE_AT, CHART_AT = 4, 7


def main() -> None:
    """Print a table of times and ratios."""
    makers: dict[str, Callable[[Path, int], list[str]]] = {
        "course": _ours,
        "pandoc": _pandoc,
        "python-pptx": _plain,
    }
    times: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            found: dict[str, list[float]] = {name: [] for name in makers}
            commands = {
                name: make(Path(folder) / f"{name}-{size}", size)
                for name, make in makers.items()
            }
            for _ in range(ROUNDS[size]):
                for name, command in commands.items():
                    found[name].append(_seconds(command))
            for name, seconds in found.items():
                times[name, size] = statistics.median(seconds)
                _say(f"{size:>5} slides  {name:<12} {times[name, size]:7.2f} s CPU")
    for size in SIZES:
        for name in ("pandoc", "python-pptx"):
            ratio = times[name, size] / times["course", size]
            _say(f"{size:>5} slides  {name} takes {ratio:.1f} times as long as course")
    growth = times["course", 2000] / times["course", 400]
    _say(f"course grows from 400 to 2000 slides by {growth:.1f}")


def _seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    quiet = subprocess.DEVNULL
    subprocess.run(command, check=True, stdout=quiet, stderr=quiet)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _slides(size: int) -> Iterator[tuple[int, str]]:
    kinds = {TABLE_AT: "table", CHART_AT: "chart"}
    for number in range(1, size + 1):
        yield number, kinds.get(number % 10, "points")


def _cell(number: int, row: int, column: int) -> str:
    return f"{number + row} of {column + 2}"


def _ours(folder: Path, size: int) -> list[str]:
    """Write a course of one module; the slides beside its topics are a handful."""
    modules = folder / "modules"
    modules.mkdir(parents=True)
    (modules / "course.yaml").write_text(
        "title: Bench\npublisher: Bench\nedition: '1'\nsource: en\nlanguages: [en]\n"
        "modules: [bench]\nimprint: Bench\n"
    )
    topics = "".join(_topic(number, kind) for number, kind in _slides(size))
    (modules / "bench.yaml").write_text(
        "id: bench\ntitle: Bench\nminutes: 1\nsummary: Bench\n"
        "objectives: []\nwrap: {minutes: 1, lessons: B, action: B, say: B}\n"
        f"topics:\n{topics}"
    )
    code = (
        "import os, sys; from course.cli import main; "
        f"os.chdir({str(folder)!r}); sys.exit(main(['build', '--only', 'deck']))"
    )
    return [sys.executable, "-c", code]


def _topic(number: int, kind: str) -> str:
    head = (
        f"  - id: t{number}\n    title: Slide {number} says one thing\n    minutes: 0\n"
        f"    agenda: A\n    say: {NOTE}\n    show:\n"
    )
    if kind == "chart":
        bars = "".join(
            f"        - {{label: Group {n}, value: {number + n}}}\n" for n in range(4)
        )
        return f"{head}      layout: bars\n      unit: People\n      bars:\n{bars}"
    lines = [f"- {sentence}" for sentence in SENTENCES]
    if kind == "table":
        lines = _table(number)
    text = "".join(f"        {line}\n" for line in lines)
    layout = "table" if kind == "table" else "points"
    return f"{head}      layout: {layout}\n      text: |\n{text}"


def _table(number: int) -> list[str]:
    head = "| " + " | ".join(f"Head {column}" for column in range(COLUMNS)) + " |"
    rows = [
        "| " + " | ".join(_cell(number, row, c) for c in range(COLUMNS)) + " |"
        for row in range(ROWS)
    ]
    return [head, "|" + "---|" * COLUMNS, *rows]


def _pandoc(folder: Path, size: int) -> list[str]:
    import pypandoc

    folder.mkdir()
    slides = []
    for number, kind in _slides(size):
        body = _table(number) if kind != "points" else [f"- {s}" for s in SENTENCES]
        words = "\n".join(body)
        slides.append(
            f"## Slide {number} says one thing\n\n{words}\n\n::: notes\n{NOTE}\n:::\n"
        )
    source = folder / "bench.md"
    source.write_text("\n".join(slides))
    target = folder / "bench.pptx"
    return [pypandoc.get_pandoc_path(), str(source), "-o", str(target)]


PLAIN = """
import sys
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
size, rows, columns, target = int(sys.argv[1]), 5, 4, sys.argv[2]
sentences, note = sys.argv[4:], sys.argv[3]
deck = Presentation()
for number in range(1, size + 1):
    box = Inches(1), Inches(2), Inches(8), Inches(4)
    if number % 10 == 4:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        table = slide.shapes.add_table(rows + 1, columns, *box).table
        for column in range(columns):
            table.cell(0, column).text = f"Head {column}"
            for row in range(rows):
                table.cell(row + 1, column).text = f"{number + row} of {column + 2}"
    elif number % 10 == 7:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        data = CategoryChartData()
        data.categories = [f"Group {n}" for n in range(4)]
        data.add_series("People", [number + n for n in range(4)])
        slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    else:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        frame = slide.placeholders[1].text_frame
        frame.text = sentences[0]
        for sentence in sentences[1:]:
            frame.add_paragraph().text = sentence
    slide.shapes.title.text = f"Slide {number} says one thing"
    slide.notes_slide.notes_text_frame.text = note
deck.save(target)
"""


def _plain(folder: Path, size: int) -> list[str]:
    folder.mkdir()
    target = folder / "bench.pptx"
    return [sys.executable, "-c", PLAIN, str(size), str(target), NOTE, *SENTENCES]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
