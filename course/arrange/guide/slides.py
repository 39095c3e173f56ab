"""What an arranged deck holds → parts of a paper: notes, and the words on a slide."""

from collections.abc import Iterator, Sequence

from course.arrange.deck import (
    BarChart,
    Grid,
    Para,
    PeriodChart,
    Photo,
    SeriesChart,
    Slide,
)
from course.arrange.sheet import Line, Part, Point, Points, Prose


def words_on(slide: Slide) -> Iterator[str]:
    """Give all words on a slide, its headline first."""
    yield slide.headline
    for filling in slide.fillings:
        if filling.box != "Headline":
            yield from (para.plain for para in filling.paras)
    match slide.figure:
        case Grid() as grid:
            for row in grid.rows:
                yield from (para.plain for cell in row for para in cell)
        case BarChart() | SeriesChart() | PeriodChart() | Photo() as figure:
            yield figure.alt
        case None:
            pass


def of_paras(paras: Sequence[Para]) -> Iterator[Part]:
    """Give paragraphs of notes as parts of a paper: runs of entries become lists."""
    entries: list[Para] = []
    for para in paras:
        if entries and _ends(entries, para):
            yield _listed(entries)
            entries = []
        if para.mark:
            entries.append(para)
        elif para.spans:
            yield Prose(Line(para.spans))
    if entries:
        yield _listed(entries)


def _ends(entries: Sequence[Para], para: Para) -> bool:
    """Tell whether a paragraph is no entry of a list, or of another kind of list."""
    other = para.level == 0 and _is_ordered(entries[0]) != _is_ordered(para)
    return not para.mark or other


def _is_ordered(para: Para) -> bool:
    return isinstance(para.mark, int) and para.level == 0


def _listed(entries: Sequence[Para]) -> Points:
    return Points(tuple(_points(entries)), ordered=_is_ordered(entries[0]))


def _points(entries: Sequence[Para]) -> Iterator[Point]:
    """Give entries with those that are below them."""
    starts = [n for n, one in enumerate(entries) if one.level == entries[0].level]
    for start, end in zip(starts, [*starts[1:], len(entries)], strict=True):
        below = tuple(_points(entries[start + 1 : end])) if end > start + 1 else ()
        yield Point(Line(entries[start].spans), below)
