"""The workbook behind a chart, which PowerPoint opens to edit the data.

Four small parts with strings inline: what a spreadsheet library would add is read by
nobody, and would take longer than the rest of the deck.
"""

from html import escape

from course.arrange.deck import BarChart
from course.write.archive import pack

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FIXED = (
    (
        "[Content_Types].xml",
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{KIND}.worksheet+xml"/></Types>',
    ),
    (
        "_rels/.rels",
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    (
        "xl/workbook.xml",
        f'{HEAD}<workbook xmlns="{SHEETS}" xmlns:r="{OFFICE}"><sheets><sheet '
        'name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    (
        "xl/_rels/workbook.xml.rels",
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
)


def workbook(chart: BarChart) -> bytes:
    """Give the workbook with the chart's data: labels in A, values in B, from row 2."""
    rows: list[tuple[str, str | int]] = [("", chart.unit)]
    rows += zip(chart.labels, chart.values, strict=True)
    cells = "".join(_row(number, row) for number, row in enumerate(rows, 1))
    sheet = (
        f'{HEAD}<worksheet xmlns="{SHEETS}"><sheetData>{cells}</sheetData></worksheet>'
    )
    parts = (*FIXED, ("xl/worksheets/sheet1.xml", sheet))
    return pack((name, text.encode()) for name, text in parts)


def _row(number: int, values: tuple[str, str | int]) -> str:
    cells = "".join(
        _cell(f"{column}{number}", value)
        for column, value in zip("AB", values, strict=True)
    )
    return f'<row r="{number}">{cells}</row>'


def _cell(place: str, value: str | int) -> str:
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    text = f'<is><t xml:space="preserve">{escape(value)}</t></is>'
    return f'<c r="{place}" t="inlineStr">{text}</c>'
