"""Rows → a Word document: a table for each catalogue, to be filled in.

Markdown is shown as it stands, and is typed so: what Word calls bold is not taken.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from course.exchange.row import Part, Row
from course.languages import bcp47, is_han, is_right_to_left, office
from course.write.archive import repack

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Between a slot and its fingerprint, and between the words of the head.
DOT = " · "
SHARES = (0.44, 0.38, 0.18)
# The template's styles.
SMALL, TEXT = "Small", "Cell"
HELP = (
    "Type the translation beside its source. Keep **bold**, *italic*, links and "
    "citations such as [¶45] as they are written. Where a translation “needs review”, "
    "mend it, or write “translated”."
)


def write(parts: tuple[Part, ...], template: bytes) -> bytes:
    """Give the bytes of a Word document, made from our template."""
    from docx import Document
    from docx.enum.section import WD_ORIENT

    document: Any = Document(BytesIO(template))
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    page.left_margin = page.right_margin = min(page.left_margin, page.page_width // 14)
    column = page.page_width - page.left_margin - page.right_margin
    names = ", ".join(part.name for part in parts)
    page.header.paragraphs[
        0
    ].text = f"{names}: {parts[0].source_lang} → {parts[0].lang}"
    for part in parts:
        document.add_paragraph(part.name, style="Heading 1")
        document.add_paragraph(HELP, style="Small print")
        widths = [round(share * column / 635) for share in SHARES]
        document.element.body.insert(-1, _table(part, widths))
    _properties(document.core_properties, names, parts[0].lang)
    stream = BytesIO()
    document.save(stream)
    return repack(stream.getvalue())


def _properties(core: Any, names: str, lang: str) -> None:
    core.title = names[:255]
    core.author = core.last_modified_by = core.comments = ""
    core.language = bcp47(lang)
    core.revision = 1
    core.created = core.modified = datetime(1980, 1, 1, tzinfo=UTC)


def _table(part: Part, widths: list[int]) -> Any:
    """Give a table, made as XML: python-docx's own calls are slow for long ones."""
    from docx.oxml import parse_xml

    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = (
        _paragraph(DOT.join(("Source", part.source_lang, part.name)), TEXT, "en"),
        _paragraph(DOT.join(("Translation", part.lang)), TEXT, "en"),
        _paragraph("State, comment", TEXT, "en"),
    )
    rows = [_row(head, widths, "<w:tblHeader/>")]
    rows += [_row(_cells(row, part), widths) for row in part.rows]
    return parse_xml(
        f'<w:tbl xmlns:w="{MAIN}"><w:tblPr><w:tblStyle w:val="CourseTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _cells(row: Row, part: Part) -> tuple[str, str, str]:
    was = (f"was: {row.previous}",) if row.previous else ()
    left = [
        _paragraph(f"{row.slot}{DOT}{row.mark}", SMALL, "en"),
        _paragraph(row.source, TEXT, part.source_lang),
        *(_paragraph(line, SMALL, part.source_lang) for line in was),
        *(_paragraph(line, SMALL, "en") for line in row.about),
    ]
    return (
        "".join(left),
        _paragraph(row.target, TEXT, part.lang),
        "".join(_paragraph(s, SMALL, "en") for s in (row.state.value, *row.comment)),
    )


def _row(cells: Iterable[str], widths: list[int], head: str = "") -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{made}</w:tr>"


def _paragraph(text: str, style: str, lang: str) -> str:
    """Give a paragraph; an empty one knows its language, too, for what is typed."""
    look = _look(lang)
    side = "<w:bidi/>" if is_right_to_left(lang) else ""
    run = f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{side}{look}</w:pPr>'
        f"{run if text else ''}</w:p>"
    )


def _look(lang: str) -> str:
    """Give the properties of letters in a language: its fonts and its spelling."""
    tag = office(lang)
    if is_han(lang):
        fonts = '<w:rFonts w:hint="eastAsia"/>'
        return f'<w:rPr>{fonts}<w:lang w:eastAsia="{tag}"/></w:rPr>'
    if is_right_to_left(lang):
        return f'<w:rPr><w:rtl/><w:lang w:bidi="{tag}"/></w:rPr>'
    return f'<w:rPr><w:lang w:val="{tag}"/></w:rPr>'
