"""A look → its PowerPoint template: layouts, masters, charts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from course.write.template.parts import (
    NAMESPACE,
    THEME,
    Data,
    package,
    renderer,
)

HEADLINE = [0.75, 0.5, 11.833, 1.35]
BAR = 0.06
FIRST_FREE_INDEX = 13
SOURCE_INDEX = 20
PPT = "application/vnd.openxmlformats-officedocument.presentationml"
DECK_TYPES = {
    "ppt/presentation.xml": f"{PPT}.presentation.main+xml",
    "ppt/slideMasters/": f"{PPT}.slideMaster+xml",
    "ppt/slideLayouts/": f"{PPT}.slideLayout+xml",
    "ppt/notesMasters/": f"{PPT}.notesMaster+xml",
    "ppt/handoutMasters/": f"{PPT}.handoutMaster+xml",
    "ppt/theme/": THEME,
    "ppt/tableStyles.xml": f"{PPT}.tableStyles+xml",
    "ppt/presProps.xml": f"{PPT}.presProps+xml",
    "ppt/viewProps.xml": f"{PPT}.viewProps+xml",
}


def charts(folder: Path) -> dict[Path, bytes]:
    """Give the XML of each kind of chart, with places for the data."""
    render = renderer(folder / "deck")
    kinds = ("bars", "stacked", "line", "dots", "periods")
    return {
        folder / "deck" / "charts" / f"{kind}.xml": (
            render("chart.xml.j2", kind=kind).replace("\n", "") + "\n"
        ).encode()
        for kind in kinds
    }


def deck(folder: Path, look: Data) -> bytes:
    """Give the PowerPoint template of a look."""
    plan = yaml.safe_load((folder / "deck" / "layouts.yaml").read_text("utf-8"))
    layouts = [*_single(plan), *_rows(plan)]
    han = dict.fromkeys(("majorFont", "minorFont"), look["fonts"]["han"])
    render = renderer(
        folder / "deck",
        look=look,
        han=han,
        sizes=look["slide"],
        styles=plan["styles"],
        foot=plan["foot"],
        size=plan["size"],
        headline_box=HEADLINE,
        layouts=layouts,
    )
    parts = {
        "ppt/presentation.xml": render("presentation.xml.j2"),
        "ppt/slideMasters/slideMaster1.xml": render("master.xml.j2"),
        "ppt/notesMasters/notesMaster1.xml": render("notes-master.xml.j2"),
        "ppt/handoutMasters/handoutMaster1.xml": render("handout-master.xml.j2"),
        "ppt/theme/theme1.xml": render("theme.xml.j2"),
        "ppt/theme/theme2.xml": render("theme.xml.j2"),
        "ppt/theme/theme3.xml": render("theme.xml.j2"),
        "ppt/tableStyles.xml": render("table-styles.xml.j2"),
        "ppt/presProps.xml": _props("presentationPr"),
        "ppt/viewProps.xml": _props("viewPr"),
    }
    links = {
        "ppt/presentation.xml": [
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("handoutMaster", "handoutMasters/handoutMaster1.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
        ],
        "ppt/slideMasters/slideMaster1.xml": [
            *(
                ("slideLayout", f"../slideLayouts/slideLayout{number}.xml")
                for number in range(1, len(layouts) + 1)
            ),
            ("theme", "../theme/theme1.xml"),
        ],
        "ppt/notesMasters/notesMaster1.xml": [("theme", "../theme/theme2.xml")],
        "ppt/handoutMasters/handoutMaster1.xml": [("theme", "../theme/theme3.xml")],
    }
    for number, layout in enumerate(layouts, 1):
        name = f"ppt/slideLayouts/slideLayout{number}.xml"
        parts[name] = render("layout.xml.j2", layout=layout)
        links[name] = [("slideMaster", "../slideMasters/slideMaster1.xml")]
    return package(parts, links, DECK_TYPES, "ppt/presentation.xml")


def _single(plan: Data) -> Iterator[Data]:
    for name, layout in plan["layouts"].items():
        shapes = _Shapes(plan, dark=layout.get("dark", False))
        for shape in layout.get("shapes", ()):
            shapes.rect(**shape)
        if "Headline" not in layout["boxes"]:
            shapes.headline()
        for box_name, box in layout["boxes"].items():
            shapes.box(box_name, box["style"], box["box"], box.get("kind", "body"))
        for height in layout.get("writing-lines", ()):
            shapes.line("Line to write on", [0.75, height, 10.4, 0])
        yield {"name": name, **shapes.done()}


def _rows(plan: Data) -> Iterator[Data]:
    """Give a layout for each count of a row of like boxes."""
    for name, row in plan["rows"].items():
        for count in row["counts"]:
            shapes = _Shapes(plan)
            shapes.headline()
            cells = _grid(row["area"], count, row["columns"][count], row["gap"])
            if row.get("numbered"):
                shapes.numbers(cells)
            for number, cell in enumerate(cells, 1):
                for box_name, box in row["boxes"].items():
                    start, share = box.get("part", [0, 1])
                    part = [
                        cell[0],
                        cell[1] + start * cell[3],
                        cell[2],
                        share * cell[3],
                    ]
                    shapes.box(f"{box_name} {number}", box["style"], part, "body")
            yield {"name": f"{name} {count}", **shapes.done()}


def _grid(area: list[float], count: int, columns: int, gap: float) -> list[list[float]]:
    """Part an area in rows of boxes, left to right, all of one size."""
    rows = -(-count // columns)
    width = (area[2] - gap * (columns - 1)) / columns
    height = (area[3] - gap * (rows - 1)) / rows
    return [
        [
            area[0] + (number % columns) * (width + gap),
            area[1] + (number // columns) * (height + gap),
            width,
            height,
        ]
        for number in range(count)
    ]


class _Shapes:
    """Collects a layout's shapes, in reading order, with ids and indices."""

    def __init__(self, plan: Data, *, dark: bool = False) -> None:
        self.plan = plan
        self.dark = dark
        self.shapes: list[Data] = []
        self.index = FIRST_FREE_INDEX

    def headline(self) -> None:
        self.box("Headline", "headline", HEADLINE, "title")

    def box(self, name: str, style_name: str, box: list[float], kind: str) -> None:
        style = dict(self.plan["styles"][style_name])
        if name == "Headline":
            ph = f'type="{"ctrTitle" if kind == "ctrTitle" else "title"}"'
            style["major"] = True
        elif kind == "subTitle":
            ph = 'type="subTitle" idx="1"'
        else:
            if self.index == SOURCE_INDEX:
                self.index += 1
            ph = f'type="{kind}" sz="quarter" idx="{self.index}"'
            self.index += 1
        bar = BAR if style.get("bar") else 0
        if bar:
            self.rect("Bar", [*box[:2], bar, box[3]], "tx2")
        # A filled box would hide a bar that lies below it: what stands on a slide lies
        # above all of its layout.
        box = [box[0] + bar, box[1], box[2] - bar, box[3]]
        self._add(kind="holder", name=name, box=box, style=style, ph=ph, prompt=name)
        if style.get("line"):
            self.line("Rule", [box[0], box[1] + box[3] + 0.05, box[2], 0])

    def numbers(self, cells: list[list[float]]) -> None:
        """Put a numbered circle above each cell, and a line that joins them."""
        size, above = 0.62, 0.9
        y = cells[0][1] - above
        reach = cells[-1][0] - cells[0][0]
        self.line("Path", [cells[0][0], y + size / 2, reach + size, 0], pale=False)
        for number, cell in enumerate(cells, 1):
            circle = [cell[0], y, size, size]
            self._add(kind="circle", name="Step number", box=circle, text=str(number))

    def rect(self, name: str, box: list[float], fill: str) -> None:
        self._add(kind="rect", name=name, box=box, fill=fill)

    def line(self, name: str, box: list[float], *, pale: bool = True) -> None:
        self._add(kind="line", name=name, box=box, pale=pale)

    def done(self) -> Data:
        if not self.dark:
            source = {"size": "foot", "anchor": "t", "colour": "second"}
            self._add(
                kind="holder",
                name="Source",
                box=self.plan["foot"]["source"],
                style=source,
                ph=f'type="body" sz="quarter" idx="{SOURCE_INDEX}"',
                prompt="Source",
            )
        return {"shapes": self.shapes, "dark": self.dark}

    def _add(self, **shape: Any) -> None:
        self.shapes.append({"id": len(self.shapes) + 2, **shape})


def _props(tag: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<p:{tag} xmlns:p="{NAMESPACE}/presentationml/2006/main"/>'
    )
