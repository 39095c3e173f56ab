"""How each language writes numbers, shares, citations and lengths of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from babel import Locale

from course.labels import Labels
from course.languages import real
from course.text import Cite, Span

RANGE = "–"
DOT = "  ·  "
# The name by which the report is linked to, in a list of sources.
REPORT = "report"


def dotted(*words: str) -> str:
    """Join words in one line, with a dot between those that are not empty."""
    return DOT.join(filter(None, words))


@dataclass(frozen=True, slots=True)
class Wording:
    """A language's labels, and its way with numbers."""

    lang: str
    labels: Labels

    def minutes(self, number: int) -> str:
        """Write a length of time.

        >>> Wording("en", Labels()).minutes(8), Wording("zh_Hans", Labels()).minutes(8)
        ('8 min', '8分钟')
        """
        from babel.units import format_unit

        # Babel 2.18 has the short form only, for Chinese.
        locale = _locale(self.lang)
        return str(
            format_unit(number, "duration-minute", length="short", locale=locale)
        )

    def number(self, number: int) -> str:
        """Write a number."""
        from babel.numbers import format_decimal

        return str(format_decimal(number, locale=_locale(self.lang)))

    def percent(self, share: float) -> str:
        """Write a share; only the whole is 100 percent.

        >>> Wording("en", Labels()).percent(0.999), Wording("en", Labels()).percent(1)
        ('99%', '100%')
        """
        from math import floor

        from babel.numbers import format_percent

        whole = floor(share * 100) / 100
        return str(format_percent(whole, locale=_locale(self.lang)))

    def source(self, symbol: str, cite: Cite, *, counted: bool = False) -> str:
        """Write where something stands in the report, and whether it was counted.

        >>> Wording("en", Labels()).source("A/HRC/42/22", Cite((45,)))
        'Source: A/HRC/42/22, para. 45'
        """
        words = self.labels
        where = words.source.format(symbol=symbol, citation=self.cite(cite))
        return dotted(where if symbol and cite else "", words.counted * counted)

    def numbers(self, numbers: Iterable[int]) -> str:
        """Write several numbers, with their runs joined.

        >>> Wording("en", Labels()).numbers([3, 4, 5, 9])
        '3–5, 9'
        """
        return self.labels.comma.join(text for _, text in _ranges(tuple(numbers)))

    def cite(self, cite: Cite) -> str:
        """Write a citation.

        >>> Wording("en", Labels()).cite(Cite((42, 44, 45, 46), (77,)))
        'paras. 42, 44–46, footnote 77'
        """
        return "".join(span.text for span in self.linked(cite))

    def linked(self, cite: Cite) -> tuple[Span, ...]:
        """Write a citation whose numbers are links into a list of sources.

        >>> before, number = Wording("en", Labels()).linked(Cite((45,)))
        >>> before.text, number.text, number.link
        ('para. ', '45', '#report')
        """
        words = self.labels
        parts = (
            (cite.paragraphs, words.paragraph, words.paragraphs, _report),
            (cite.footnotes, words.footnote, words.footnotes, note_name),
        )
        spans: list[Span] = []
        for numbers, one, many, name in parts:
            if numbers:
                spans += [Span(words.comma)] if spans else []
                label = one if len(numbers) == 1 else many
                before, _, after = label.partition("{numbers}")
                spans.append(Span(before))
                for n, (first, run) in enumerate(_ranges(numbers)):
                    spans += [Span(words.comma)] if n else []
                    spans.append(Span(run, link=f"#{name(first)}"))
                spans.append(Span(after))
        return tuple(span for span in spans if span.text)


def note_name(number: int) -> str:
    """Give the name by which a footnote's sources are linked to."""
    return f"note-{number}"


def _report(_: int) -> str:
    return REPORT


def _ranges(numbers: tuple[int, ...]) -> list[tuple[int, str]]:
    """Write numbers with their runs joined, each with the first of its numbers.

    >>> _ranges((41, 42, 44, 45, 46))
    [(41, '41'), (42, '42'), (44, '44–46')]
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    written: list[tuple[int, str]] = []
    for run in runs:
        if len(run) > 2:  # noqa: PLR2004  (two numbers are not worth a range)
            written.append((run[0], f"{run[0]}{RANGE}{run[-1]}"))
        else:
            written += [(number, str(number)) for number in run]
    return written


@cache
def _locale(lang: str) -> Locale:
    return Locale.parse(real(lang))
