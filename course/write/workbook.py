"""The workbook behind a chart, and what a chart shows of it without opening it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from io import BytesIO

# A fixed date: the same chart gives the same bytes.
CREATED = datetime(1980, 1, 1)  # noqa: DTZ001
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass(frozen=True, slots=True)
class Data:
    """What a chart's workbook holds: labels in A, each series in a column after it."""

    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]


def workbook(data: Data) -> bytes:
    """Give the workbook that PowerPoint and Word open to edit a chart's data."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    with Workbook(stream, PLAIN) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet("Data")
        sheet.write_column(1, 0, data.labels)
        for column, (name, values) in enumerate(data.series, 1):
            sheet.write_string(0, column, name)
            sheet.write_column(1, column, values)
    return stream.getvalue()


def points(values: Iterable[str]) -> str:
    """Give values as a chart's XML keeps them."""
    return "".join(
        f'<c:pt idx="{n}"><c:v>{escape(value)}</c:v></c:pt>'
        for n, value in enumerate(values)
    )
