"""A native bar chart, and the workbook behind it that PowerPoint edits."""

from collections.abc import Iterable
from html import escape
from io import BytesIO
from string import Template

from course.arrange.deck import BarChart
from course.arrange.fit import width
from course.languages import office

# Points: the labels' size in the template, the room beside them, the chart's width.
LABEL_SIZE, LABEL_ROOM, CHART_WIDTH = 16, 14, 852
WIDEST_LABELS = 0.5
ALL = 0.94


def workbook(chart: BarChart) -> bytes:
    """Give the workbook with the chart's data."""
    from datetime import UTC, datetime

    from xlsxwriter import Workbook

    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC)})
    sheet = book.add_worksheet("Data")
    sheet.write_string(0, 1, chart.unit)
    rows = zip(chart.labels, chart.values, strict=True)
    for row, (label, value) in enumerate(rows, 1):
        sheet.write_string(row, 0, label)
        sheet.write_number(row, 1, value)
    book.close()
    return stream.getvalue()


def chart_xml(chart: BarChart, lang: str, template: str) -> bytes:
    """Give the chart's XML, made from `chart.xml` of the templates."""
    longest = max(width(label, lang) for label in chart.labels) * LABEL_SIZE * 1.08
    left = min(WIDEST_LABELS, (longest + LABEL_ROOM) / CHART_WIDTH)
    xml = Template(template).substitute(
        lang=office(lang),
        left=f"{left:.4f}",
        width=f"{ALL - left:.4f}",
        unit=escape(chart.unit),
        count=len(chart.labels),
        last=len(chart.labels) + 1,
        labels=_points(chart.labels),
        values=_points(str(value) for value in chart.values),
    )
    return xml.encode()


def _points(values: Iterable[str]) -> str:
    return "".join(
        f'<c:pt idx="{n}"><c:v>{escape(value)}</c:v></c:pt>'
        for n, value in enumerate(values)
    )
