"""A look → its Word template, and the chart in it."""

from pathlib import Path

from course.write.template.parts import THEME, Data, package, renderer

# What systems in Chinese call a font.
OWN_NAMES = {"Microsoft YaHei": "微软雅黑", "SimHei": "黑体", "SimSun": "宋体"}
DOC = "application/vnd.openxmlformats-officedocument.wordprocessingml"
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


def document(folder: Path, look: Data) -> bytes:
    """Give the Word template of a look."""
    faces = look["paper"]["han"]
    han = {"majorFont": faces["heading"], "minorFont": faces["body"]}
    shared = {"look": look, "han": han}
    render = renderer(
        folder / "paper" / "word", twips=_twips, own_names=OWN_NAMES, **shared
    )
    parts = {
        "word/document.xml": render("document.xml.j2"),
        "word/styles.xml": render("styles.xml.j2"),
        "word/numbering.xml": render("numbering.xml.j2"),
        "word/settings.xml": render("settings.xml.j2"),
        "word/fontTable.xml": render("font-table.xml.j2"),
        "word/header1.xml": render("header.xml.j2"),
        "word/footer1.xml": render("footer.xml.j2"),
        "word/theme/theme1.xml": renderer(folder / "deck", **shared)("theme.xml.j2"),
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
    return package(parts, links, DOCUMENT_TYPES, "word/document.xml")


def paper_chart(folder: Path, look: Data) -> bytes:
    """Give the XML of a chart on paper, with places for the data."""
    made = renderer(folder / "paper" / "word", look=look)("chart.xml.j2")
    return f"{made.replace(chr(10), '')}\n".encode()


def _twips(millimetres: float) -> int:
    """Give a length as Word counts: in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)
