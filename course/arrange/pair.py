"""Two drafts of one slide, in two languages → one draft that says it in both.

Each paragraph of the first language has its twin in the second: below it, smaller; or
beside it, where both are short. If one language has more paragraphs in a box than the
other, all of the second come after all of the first.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from course.arrange.deck import (
    BarChart,
    Chart,
    Para,
    PeriodChart,
    Photo,
    SeriesChart,
    Twin,
)
from course.arrange.draft import Draft, Figure, Notes, Paras, Rows
from course.arrange.measure import width
from course.text import Span
from course.wording import dotted

# Two texts share a line if both together are no wider, as a multiple of their size.
SHORT = 9.0


def pair(one: Draft, other: Draft) -> Draft:
    """Give a draft in both languages; the notes stand one after the other.

    A slide that is not translated is in one language, and says so.
    """
    notes = Notes(
        (*one.notes.first, *other.notes.first),
        (*one.notes.further, *other.notes.further),
    )
    if one.lang == other.lang:
        return replace(other if other.mark else one, notes=one.notes)
    return replace(
        one,
        headline=_twin(one.headline, other.headline, other.lang, short=0),
        texts={
            box: _twins(paras, other.texts.get(box, ()), other.lang)
            for box, paras in one.texts.items()
        },
        listed=_twins(one.listed, other.listed, other.lang),
        source=dotted(one.source, other.source),
        section=dotted(*dict.fromkeys((one.section, other.section))),
        figure=_figure(one.figure, other.figure, other.lang),
        notes=notes,
    )


def _twins(ones: Paras, others: Paras, lang: str) -> Paras:
    if [(p.mark, p.level) for p in ones] == [(p.mark, p.level) for p in others]:
        both = zip(ones, others, strict=True)
        return tuple(_twin(one, other, lang) for one, other in both)
    return (*ones, *(replace(other, lang=lang) for other in others))


def _twin(one: Para, other: Para, lang: str, *, short: float = SHORT) -> Para:
    """Give a paragraph with its twin; the same letters are not said twice."""
    if one.plain == other.plain or not other.plain:
        return one
    texts = (para.plain.rpartition("\t")[2] for para in (one, other))
    inline = sum(width(text, lang) for text in texts) <= short
    return replace(one, twin=Twin(_after_tab(other), lang, inline))


def _after_tab(para: Para) -> tuple[Span, ...]:
    """Leave out what stands in the indent: the first paragraph says it already."""
    first, *rest = para.spans or (Span(""),)
    _, tab, text = first.text.rpartition("\t")
    return (replace(first, text=text), *rest) if tab else para.spans


def _figure(one: Figure | None, other: Figure | None, lang: str) -> Figure | None:
    match one, other:
        case Rows(), Rows():
            rows = zip(one.rows, other.rows, strict=True)
            cells = (tuple(_cells(*both, lang)) for both in rows)
            return replace(one, rows=tuple(cells))
        case BarChart(), BarChart():
            unit = _both(one.unit, other.unit, " ")
            return replace(one, unit=unit, **_shared(one, other))
        case SeriesChart(), SeriesChart():
            unit = _both(one.unit, other.unit, " ")
            names = zip(one.names, other.names, strict=True)
            both = tuple(_both(*name, " ") for name in names)
            return replace(one, unit=unit, names=both, **_shared(one, other))
        case PeriodChart(), PeriodChart():
            return replace(one, **_shared(one, other))
        case Photo(), Photo():
            return replace(one, alt=_both(one.alt, other.alt, "\n"))
        case _:
            return one


def _shared(one: Chart, other: Chart) -> dict[str, Any]:
    """Give what all charts have, in both languages."""
    labels = zip(one.labels, other.labels, strict=True)
    return {
        "labels": tuple(_both(*label, "\n") for label in labels),
        "alt": _both(one.alt, other.alt, "\n"),
    }


def _cells(
    ones: tuple[Paras, ...], others: tuple[Paras, ...], lang: str
) -> Iterator[Paras]:
    for one, other in zip(ones, others, strict=True):
        yield _twins(one, other, lang)


def _both(one: str, other: str, gap: str) -> str:
    return one if one == other else f"{one}{gap}{other}"
