"""Native charts as DrawingML, and the workbook behind each."""

from collections.abc import Mapping
from html import escape
from string import Template, ascii_uppercase

from course.arrange.deck import BarChart, Chart, PeriodChart, SeriesChart
from course.arrange.measure import width
from course.languages import is_right_to_left, office
from course.write.workbook import Data, points
from course.write.workbook import workbook as workbook_of

# Points: the labels' size in the templates, and the room beside them.
LABEL_SIZE, LABEL_ROOM = 16, 14
UNIT_SIZE = 14
BOLD = 1.08
WIDEST_LABELS = 0.5
ALL, EDGE = 0.94, 0.03
# Where a legend begins, and how wide it is.
LEGEND, LEGEND_WIDTH = 0.3, 0.69
SYMBOLS = ("circle", "square", "triangle", "diamond")
COLOURS = 6
# A bar that only moves another one to its place.
UNSEEN, SEEN = "<a:noFill/>", '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
# Years between two that are written, and how many of these steps there may be.
STEPS, MOST_STEPS = (1, 2, 5, 10, 20, 50, 100), 8


def kind_of(chart: Chart) -> str:
    """Give the name of a chart's template."""
    match chart:
        case BarChart():
            return "bars"
        case SeriesChart():
            return chart.kind
        case PeriodChart():
            return "periods"


def data_of(chart: Chart) -> Data:
    """Give a chart's data; a period is a bar of its years behind an unseen one."""
    match chart:
        case BarChart():
            return Data(chart.labels, ((chart.unit, chart.values),))
        case SeriesChart():
            series = zip(chart.names, chart.values, strict=True)
            return Data(chart.labels, tuple(series))
        case PeriodChart():
            both = zip(chart.labels, chart.written, strict=True)
            labels = tuple(f"{label}\n{years}" for label, years in both)
            spans = zip(chart.firsts, chart.lasts, strict=True)
            lengths = tuple(last - first + 1 for first, last in spans)
            return Data(labels, (("from", chart.firsts), ("years", lengths)))


def chart_xml(
    chart: Chart, room: float, lang: str, templates: Mapping[str, str]
) -> bytes:
    """Give the XML of a chart as wide as `room`, in points."""
    kind, data = kind_of(chart), data_of(chart)
    start, end = _beside(kind, data, room, lang)
    unit = "" if isinstance(chart, PeriodChart) else chart.unit
    shared = {
        "lang": office(lang),
        **_sides(start, ALL - start - end, unit, room, lang),
        "count": len(data.labels),
        "last": len(data.labels) + 1,
        "end": len(data.labels) - 1,
        "labels": points(data.labels),
        "unit": escape(unit),
        **(_years(chart) if isinstance(chart, PeriodChart) else {}),
    }
    head, _, rest = templates[kind].partition("<!--series-->")
    series, _, tail = rest.partition("<!--end-->")
    rows = (
        {
            "index": index,
            "column": ascii_uppercase[index + 1],
            "colour": index % COLOURS + 1,
            "symbol": SYMBOLS[index % len(SYMBOLS)],
            "fill": SEEN if index else UNSEEN,
            "name": escape(name),
            "values": points(map(str, values)),
        }
        for index, (name, values) in enumerate(data.series)
    )
    made = [Template(series).substitute(shared, **row) for row in rows]
    ends = [Template(part).substitute(shared) for part in (head, tail)]
    return "".join((ends[0], *made, ends[1])).encode()


def workbook(chart: Chart) -> bytes:
    """Give the workbook that PowerPoint opens to edit a chart's data."""
    return workbook_of(data_of(chart))


def _sides(
    start: float, plot: float, unit: str, room: float, lang: str
) -> dict[str, object]:
    """Give what depends on the side where a chart begins; shares of its width."""
    shared = {"width": f"{plot:.4f}", "legend_width": LEGEND_WIDTH}
    if not is_right_to_left(lang):
        near = {"left": f"{start:.4f}", "title": 0, "legend": LEGEND}
        ways = {"along": "minMax", "start": "l", "after": "r", "rtl": ""}
        return {**shared, **near, **ways}
    long = width(unit, lang) * UNIT_SIZE / room
    return {
        **shared,
        "left": f"{1 - start - plot:.4f}",
        "title": f"{max(0, 1 - long):.4f}",
        "legend": f"{1 - LEGEND - LEGEND_WIDTH:.4f}",
        "along": "maxMin",
        "start": "r",
        "after": "l",
        "rtl": ' algn="r" rtl="1"',
    }


def _beside(kind: str, data: Data, room: float, lang: str) -> tuple[float, float]:
    """Give the shares of the width that labels take, before and after the chart."""
    if kind in ("line", "dots"):
        ends = [f"{name}  {values[-1]}" for name, values in data.series]
        return EDGE, _share(ends, room, lang)
    lines = [line for label in data.labels for line in label.split("\n")]
    return _share(lines, room, lang), 0


def _share(texts: list[str], room: float, lang: str) -> float:
    longest = max(width(text, lang) for text in texts) * LABEL_SIZE * BOLD
    return min(WIDEST_LABELS, (longest + LABEL_ROOM) / room)


def _years(chart: PeriodChart) -> dict[str, int]:
    """Give the ends of the axis of years, and the step between two that are written."""
    lowest, highest = min(chart.firsts), max(chart.lasts) + 1
    step = next((n for n in STEPS if highest - lowest <= n * MOST_STEPS), STEPS[-1])
    return {"lowest": lowest, "highest": highest, "step": step}
