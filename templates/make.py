"""Make the Office templates from the looks and the layouts: `python templates/make.py`.

`civic.yaml`, `contrast.yaml` and `deck/layouts.yaml` are what a person edits; the
`.pptx` and `.docx` files are made from them, and a test holds them to it. They are
ordinary templates: an institute can open them in PowerPoint or Word and make its own
from them.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from course.kinds import DEFAULT_PAPER, SIZES
from course.read.look import as_json, read_look
from course.write.archive import pack

HERE = Path(__file__).parent
EMU = 914_400
HEADLINE = [0.75, 0.5, 11.833, 1.35]
BAR = 0.06
FIRST_FREE_INDEX = 13
SOURCE_INDEX = 20
NAMESPACE = "http://schemas.openxmlformats.org"
OFFICE = f"{NAMESPACE}/officeDocument/2006/relationships"
# What systems in Chinese call a font.
OWN_NAMES = {"Microsoft YaHei": "微软雅黑", "SimHei": "黑体", "SimSun": "宋体"}
Data = dict[str, Any]


def main() -> None:
    """Write all templates beside their sources."""
    for path, data in templates().items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        sys.stdout.write(f"{path.relative_to(HERE.parent)}\n")


def templates() -> dict[Path, bytes]:
    """Give the bytes of every template that is made."""
    made = charts()
    for path in sorted(HERE.glob("*.yaml")):
        look = yaml.safe_load(path.read_text("utf-8"))
        width, height = SIZES[DEFAULT_PAPER]
        look["paper"]["page"] |= {"width": width, "height": height}
        slides = deck(look)
        made[HERE / "deck" / f"{path.stem}.pptx"] = slides
        made[HERE / "deck" / f"{path.stem}.json"] = as_json(read_look(slides)).encode()
        made[HERE / "paper" / f"{path.stem}.docx"] = document(look)
        made[HERE / "paper" / f"{path.stem}-chart.xml"] = paper_chart(look)
    return made


def charts() -> dict[Path, bytes]:
    """Give the XML of each kind of chart, with places for the data."""
    render = _renderer(HERE / "deck")
    kinds = ("bars", "stacked", "line", "dots", "periods")
    return {
        HERE / "deck" / "charts" / f"{kind}.xml": (
            render("chart.xml.j2", kind=kind).replace("\n", "") + "\n"
        ).encode()
        for kind in kinds
    }


def paper_chart(look: Data) -> bytes:
    """Give the XML of a chart on paper, with places for the data."""
    made = _renderer(HERE / "paper" / "word", look=look)("chart.xml.j2")
    return f"{made.replace(chr(10), '')}\n".encode()


def deck(look: Data) -> bytes:
    """Give the PowerPoint template of a look."""
    plan = yaml.safe_load((HERE / "deck" / "layouts.yaml").read_text("utf-8"))
    layouts = [*_single(plan), *_rows(plan)]
    han = dict.fromkeys(("majorFont", "minorFont"), look["fonts"]["han"])
    render = _renderer(
        HERE / "deck",
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
    return _package(parts, links, DECK_TYPES, "ppt/presentation.xml")


def document(look: Data) -> bytes:
    """Give the Word template of a look."""
    faces = look["paper"]["han"]
    han = {"majorFont": faces["heading"], "minorFont": faces["body"]}
    shared = {"look": look, "han": han}
    render = _renderer(
        HERE / "paper" / "word", twips=_twips, own_names=OWN_NAMES, **shared
    )
    parts = {
        "word/document.xml": render("document.xml.j2"),
        "word/styles.xml": render("styles.xml.j2"),
        "word/numbering.xml": render("numbering.xml.j2"),
        "word/settings.xml": render("settings.xml.j2"),
        "word/fontTable.xml": render("font-table.xml.j2"),
        "word/header1.xml": render("header.xml.j2"),
        "word/footer1.xml": render("footer.xml.j2"),
        "word/theme/theme1.xml": _renderer(HERE / "deck", **shared)("theme.xml.j2"),
    }
    links = {
        "word/document.xml": [
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
            ("settings", "settings.xml"),
            ("header", "header1.xml"),
            ("footer", "footer1.xml"),
            ("theme", "theme/theme1.xml"),
            ("fontTable", "fontTable.xml"),
        ]
    }
    return _package(parts, links, DOCUMENT_TYPES, "word/document.xml")


def _twips(millimetres: float) -> int:
    """Give a length as Word counts: in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


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


def _inset(style: Data) -> list[float]:
    """Give a style's inner margins: left, top, right, bottom."""
    inset = style.get("inset", 0)
    return inset if isinstance(inset, list) else [inset] * 4


def _renderer(folder: Path, **shared: Any) -> Any:
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=_Lenient,
        keep_trailing_newline=False,
    )
    environment.globals.update(
        shared, emu=lambda inches: round(inches * EMU), inset=_inset
    )

    def render(name: str, **data: Any) -> str:
        return environment.get_template(name).render(**data).strip()

    return render


class _Lenient(StrictUndefined):
    """Lets a template ask for what a style leaves out, but never print it."""

    def __bool__(self) -> bool:  # type: ignore[override]
        return False


def _props(tag: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<p:{tag} xmlns:p="{NAMESPACE}/presentationml/2006/main"/>'
    )


OPC = "application/vnd.openxmlformats-package"
PPT = "application/vnd.openxmlformats-officedocument.presentationml"
DOC = "application/vnd.openxmlformats-officedocument.wordprocessingml"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
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
DOCUMENT_TYPES = {
    "word/document.xml": f"{DOC}.document.main+xml",
    "word/styles.xml": f"{DOC}.styles+xml",
    "word/numbering.xml": f"{DOC}.numbering+xml",
    "word/settings.xml": f"{DOC}.settings+xml",
    "word/fontTable.xml": f"{DOC}.fontTable+xml",
    "word/header1.xml": f"{DOC}.header+xml",
    "word/footer1.xml": f"{DOC}.footer+xml",
    "word/theme/": THEME,
}


def _package(
    parts: dict[str, str],
    links: dict[str, list[tuple[str, str]]],
    types: dict[str, str],
    main_part: str,
) -> bytes:
    """Give an Open Packaging file; the same parts give the same bytes."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_type(name, types)}"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": f'{head}<Types xmlns="{NAMESPACE}/package/2006/'
        'content-types"><Default Extension="rels" ContentType='
        f'"{OPC}.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": _rels([("officeDocument", main_part)]),
        **parts,
    }
    for name, targets in links.items():
        folder, _, file = name.rpartition("/")
        files[f"{folder}/_rels/{file}.rels"] = _rels(targets)
    return pack((name, text.encode()) for name, text in files.items())


def _type(name: str, types: dict[str, str]) -> str:
    return next(kind for start, kind in types.items() if name.startswith(start))


def _rels(targets: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{NAMESPACE}/package/2006/relationships">{rows}'
        "</Relationships>"
    )


if __name__ == "__main__":
    main()
