"""The workbook behind a chart, which PowerPoint opens to edit the data."""

from datetime import datetime
from io import BytesIO

from course.arrange.deck import BarChart

# A fixed date: the same chart gives the same bytes.
CREATED = datetime(1980, 1, 1)  # noqa: DTZ001
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def workbook(chart: BarChart) -> bytes:
    """Give the workbook with the chart's data: labels in A, values in B, from row 2."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    with Workbook(stream, PLAIN) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet("Data")
        sheet.write_string(0, 1, chart.unit)
        sheet.write_column(1, 0, chart.labels)
        sheet.write_column(1, 1, chart.values)
    return stream.getvalue()
