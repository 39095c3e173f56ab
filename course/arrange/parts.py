"""Texts of the model → parts of a paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from course.arrange.charts import data
from course.arrange.sheet import (
    Bar,
    BarFigure,
    Line,
    Numbered,
    Part,
    PhotoFigure,
    Point,
    Points,
    Prose,
    Quoted,
    TableFigure,
)
from course.arrange.tables import shares, shares_of_fewest_lines
from course.model import (
    ChartSlide,
    PeriodsSlide,
    Picture,
    PictureSlide,
    QuizSlide,
    SeriesSlide,
    TextSlide,
)
from course.model import Slide as Shown
from course.text import (
    Block,
    Bullets,
    Cite,
    Item,
    Paragraph,
    Quote,
    Span,
    Steps,
    Table,
    Text,
    Words,
)
from course.wording import Wording

# The text of a page and its type size, in points, as the templates have them on A4. On
# Letter it is 17 points wider and 50 lower: columns are shares of the width, so that
# none is narrower there, and a picture of 60 % still leaves room for its caption.
PAPER_WIDTH = 453.0
PAPER_HEIGHT = 705.0
PAPER_SIZE = 10.0
# A picture is no larger than at 96 pixels an inch, and no higher than 60 % of a text.
POINTS_A_PIXEL = 72 / 96
MOST_HEIGHT = 0.6 * PAPER_HEIGHT


def line(words: Words, wording: Wording) -> Line:
    """Give words as a line, its citations in words."""
    cites = words.cites
    linked = wording.linked(cites)
    told = "".join(one.text for one in linked)
    return Line(words.spans, told, linked)


def letters(text: str) -> Line:
    """Give plain letters as a line."""
    return Line((Span(text),))


def parts(text: Text, wording: Wording) -> Iterator[Part]:
    """Give the blocks of a text as parts of a paper."""
    for block in text.blocks:
        yield _part(block, wording)


def _part(block: Block, wording: Wording) -> Part:
    match block:
        case Paragraph(words):
            return Prose(line(words, wording))
        case Bullets(items):
            return Points(points(items, wording))
        case Steps(items):
            return Points(points(items, wording), ordered=True)
        case Table():
            return _table(block, "", wording)
        case Quote(paragraphs):
            return Quoted(tuple(line(words, wording) for words in paragraphs))


def points(items: Sequence[Item], wording: Wording) -> tuple[Point, ...]:
    """Give the entries of a list, with those below them."""
    return tuple(
        Point(line(item.words, wording), points(item.items, wording)) for item in items
    )


def _table(
    table: Table, caption: str, wording: Wording, numbered: Numbered | None = None
) -> TableFigure:
    head, *rows = (
        tuple(line(cell, wording) for cell in row) for row in (table.head, *table.rows)
    )
    cites = {cell.cite for row in rows for cell in row if cell.cite}
    if caption and len(cites) == 1:
        caption = f"{caption} {wording.labels.parenthesis.format(words=cites.pop())}"
        rows = [tuple(Line(cell.spans) for cell in row) for row in rows]
    even = tuple(1 / len(head) for _ in head)
    made = TableFigure(caption, head, tuple(rows), table.numeric, even, numbered)
    return fitted(made, PAPER_WIDTH, PAPER_SIZE, wording.lang)


def fitted(table: TableFigure, width: float, size: float, lang: str) -> TableFigure:
    """Give a table with columns for a width and a type size, in points."""
    rows = (table.head, *table.rows)
    printed = [[_printed(cell) for cell in one] for one in zip(*rows, strict=True)]
    columns = shares_of_fewest_lines(printed, width, size, lang)
    return replace(table, columns=columns)


def _printed(cell: Line) -> str:
    """Give a cell's letters as they are printed, with its citation."""
    letters = "".join(span.text for span in cell.spans)
    return f"{letters} ({cell.cite})" if cell.cite else letters


class Figures:
    """Makes the figures of a paper and numbers them: tables apart from figures."""

    def __init__(self, pictures: Sequence[Picture], symbol: str) -> None:
        self.pictures = {picture.name: picture for picture in pictures}
        self.symbol = symbol
        self.tables = count(1)
        self.figures = count(1)

    def of(
        self, shown: Shown, title: Words, cite: Cite, wording: Wording
    ) -> Iterator[Part]:
        """Give what a slide shows that a paper should show too.

        The topic's title and citations stand in for the slide's own.
        """
        headline = (shown.headline or title).plain
        match shown:
            case TextSlide(text=Text(blocks=(Table() as table,))):
                numbered = self._next_table(wording)
                caption = _caption(numbered.label, headline, wording)
                yield _table(table, caption, wording, numbered)
            case ChartSlide():
                yield self._chart(shown, headline, cite, wording)
            case SeriesSlide() | PeriodsSlide():
                yield self._data(shown, headline, cite, wording)
            case PictureSlide():
                picture = self.pictures.get(shown.image)
                if picture:
                    numbered = self._next_figure(wording)
                    caption = _caption(numbered.label, headline, wording)
                    yield _photo(picture, caption, shown.alt.plain, numbered)
            case TextSlide() | QuizSlide():
                pass

    def _next_table(self, wording: Wording) -> Numbered:
        number = next(self.tables)
        return Numbered("table", number, wording.labels.table.format(number=number))

    def _next_figure(self, wording: Wording) -> Numbered:
        number = next(self.figures)
        return Numbered("figure", number, wording.labels.figure.format(number=number))

    def _chart(
        self, shown: ChartSlide, headline: str, cite: Cite, wording: Wording
    ) -> BarFigure:
        words = wording.labels
        numbered = self._next_figure(wording)
        cited = Cite(shown.cite, shown.footnotes) or cite
        bars = tuple(
            Bar(bar.label.plain, bar.value, wording.number(bar.value))
            for bar in shown.bars
        )
        return BarFigure(
            caption=_caption(numbered.label, headline, wording),
            label_head=words.contents,
            unit=shown.unit.plain,
            bars=bars,
            source=wording.source(self.symbol, cited, counted=shown.counted),
            alt=words.comma.join(f"{bar.label}: {bar.written}" for bar in bars),
            numbered=numbered,
        )

    def _data(
        self,
        shown: SeriesSlide | PeriodsSlide,
        headline: str,
        cite: Cite,
        wording: Wording,
    ) -> TableFigure:
        """Give a chart that paper has no drawing of as the table of its data."""
        words = wording.labels
        numbered = self._next_figure(wording)
        where = wording.cite(Cite(shown.cite, shown.footnotes) or cite)
        if isinstance(shown, SeriesSlide):
            unit = shown.unit.plain
            labels = [one.plain for one in shown.labels]
            columns = [
                (one.name.plain, *map(wording.number, one.values))
                for one in shown.series
            ]
        else:
            unit = ""
            labels = [one.label.plain for one in shown.periods]
            columns = [(words.years, *(written for _, written in data(shown, wording)))]
        about = words.comma.join(filter(None, (unit, where)))
        caption = _caption(numbered.label, headline, wording)
        caption += f" {words.parenthesis.format(words=about)}" if about else ""
        texts = [(words.contents, *labels), *columns]
        head, *rows = (
            tuple(letters(cell) for cell in row) for row in zip(*texts, strict=True)
        )
        widths = shares(texts, PAPER_WIDTH, PAPER_SIZE, wording.lang)
        numeric = (False, *(isinstance(shown, SeriesSlide) for _ in columns))
        return TableFigure(caption, head, tuple(rows), numeric, widths, numbered)


def _photo(picture: Picture, caption: str, alt: str, numbered: Numbered) -> PhotoFigure:
    """Give a picture in its natural size, or as high as a page should bear."""
    scale = min(POINTS_A_PIXEL, MOST_HEIGHT / picture.height)
    width, height = picture.width * scale, picture.height * scale
    return PhotoFigure(
        caption, picture.name, picture.data, width, height, alt, numbered
    )


def _caption(label: str, headline: str, wording: Wording) -> str:
    return wording.labels.caption.format(label=label, title=headline)
