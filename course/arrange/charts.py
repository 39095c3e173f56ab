"""Charts of the model → charts as data, each with its message in words."""

from course.arrange.deck import BarChart, Chart, PeriodChart, SeriesChart
from course.languages import RIGHT_TO_LEFT_MARK, is_right_to_left
from course.model import Charted, ChartSlide, PeriodsSlide, SeriesSlide
from course.wording import RANGE, Wording


def chart(shown: Charted, headline: str, wording: Wording) -> Chart:
    """Give a chart; its `alt` tells the message and the data."""
    rows = wording.labels.comma.join(
        f"{label}: {written}" for label, written in data(shown, wording)
    )
    match shown:
        case ChartSlide():
            return BarChart(
                shown.unit.plain,
                tuple(bar.label.plain for bar in shown.bars),
                tuple(bar.value for bar in shown.bars),
                f"{headline} ({shown.unit.plain}: {rows})",
            )
        case SeriesSlide():
            return SeriesChart(
                shown.layout,
                shown.unit.plain,
                tuple(label.plain for label in shown.labels),
                tuple(one.name.plain for one in shown.series),
                tuple(one.values for one in shown.series),
                f"{headline} ({shown.unit.plain}: {rows})",
            )
        case PeriodsSlide():
            return PeriodChart(
                tuple(one.label.plain for one in shown.periods),
                tuple(one.first for one in shown.periods),
                tuple(one.last for one in shown.periods),
                tuple(
                    years(one.first, one.last, wording.lang) for one in shown.periods
                ),
                f"{headline} ({rows})",
            )


def data(shown: Charted, wording: Wording) -> list[tuple[str, str]]:
    """Give what a chart shows as pairs of a label and what is written beside it."""
    match shown:
        case ChartSlide():
            return [(bar.label.plain, wording.number(bar.value)) for bar in shown.bars]
        case SeriesSlide():
            return [
                (f"{one.name.plain}, {label.plain}", wording.number(value))
                for one in shown.series
                for label, value in zip(shown.labels, one.values, strict=False)
            ]
        case PeriodsSlide():
            return [
                (one.label.plain, years(one.first, one.last, wording.lang))
                for one in shown.periods
            ]


def years(first: int, last: int, lang: str) -> str:
    """Write a period; the first year stands where the language begins.

    >>> years(2010, 2012, "en"), years(2015, 2015, "en")
    ('2010–2012', '2015')
    """
    mark = RIGHT_TO_LEFT_MARK if is_right_to_left(lang) else ""
    return str(first) if first == last else f"{mark}{first}{RANGE}{last}"
