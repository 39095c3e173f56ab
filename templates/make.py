"""Make the Office templates from the looks and the layouts: `python templates/make.py`.

`civic.yaml`, `contrast.yaml` and `deck/layouts.yaml` are what a person edits; the
`.pptx` and `.docx` files are made from them, and a test holds them to it. They are
ordinary templates: an institute can open them in PowerPoint or Word and make its own
from them.
"""

import sys
from pathlib import Path

import yaml

from course.kinds import DEFAULT_PAPER, SIZES
from course.read.look import as_json, read_look
from course.write.template import charts, deck, document, paper_chart

HERE = Path(__file__).parent


def main() -> None:
    """Write all templates beside their sources."""
    for path, data in templates().items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        sys.stdout.write(f"{path.relative_to(HERE.parent)}\n")


def templates() -> dict[Path, bytes]:
    """Give the bytes of every template that is made."""
    made = charts(HERE)
    for path in sorted(HERE.glob("*.yaml")):
        look = yaml.safe_load(path.read_text("utf-8"))
        width, height = SIZES[DEFAULT_PAPER]
        look["paper"]["page"] |= {"width": width, "height": height}
        slides = deck(HERE, look)
        made[HERE / "deck" / f"{path.stem}.pptx"] = slides
        made[HERE / "deck" / f"{path.stem}.json"] = as_json(read_look(slides)).encode()
        made[HERE / "paper" / f"{path.stem}.docx"] = document(HERE, look)
        made[HERE / "paper" / f"{path.stem}-chart.xml"] = paper_chart(HERE, look)
    return made


if __name__ == "__main__":
    main()
