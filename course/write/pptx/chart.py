"""A native bar chart as DrawingML."""

from collections.abc import Iterable
from html import escape
from string import Template

from course.arrange.deck import BarChart
from course.arrange.measure import width
from course.languages import office

# Points: the labels' size in the template, and the room beside them.
LABEL_SIZE, LABEL_ROOM = 16, 14
WIDEST_LABELS = 0.5
ALL = 0.94


def chart_xml(chart: BarChart, room: float, lang: str, template: str) -> bytes:
    """Give the XML of a chart as wide as `room`, from `chart.xml` of the templates."""
    longest = max(width(label, lang) for label in chart.labels) * LABEL_SIZE * 1.08
    left = min(WIDEST_LABELS, (longest + LABEL_ROOM) / room)
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
