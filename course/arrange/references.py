"""What a report and its footnotes point to: documents, names, addresses."""

from course.model import Footnote, Report
from course.text import Span
from course.wording import Wording


def report_line(report: Report, wording: Wording) -> tuple[Span, ...]:
    """Give the report itself in one line, with where it can be read."""
    words = wording.labels.report_line
    first = words.format(symbol=report.symbol, title=report.title.plain)
    where = (Span(report.link, link=report.link),) if report.link else ()
    return (Span(f"{first} "), *where)


def source_line(note: Footnote, wording: Wording) -> tuple[Span, ...]:
    """Give a footnote's sources in one line: symbols, a name, an address."""
    comma = Span(wording.labels.comma)
    spans = [Span("; ".join(note.documents))] if note.documents else []
    if note.source:
        spans += [comma] if spans else []
        spans += note.source.spans
    if note.link:
        spans += [comma] if spans else []
        spans.append(Span(note.link, link=note.link))
    return tuple(spans)
