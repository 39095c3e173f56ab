"""How each language writes numbers, shares, citations and lengths of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from babel import Locale

from course.labels import Labels
from course.languages import real
from course.text import Cite

RANGE = "–"
DOT = "  ·  "


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
        return self.labels.comma.join(_ranges(tuple(numbers)))

    def cite(self, cite: Cite) -> str:
        """Write a citation.

        >>> Wording("en", Labels()).cite(Cite((42, 44, 45, 46), (77,)))
        'paras. 42, 44–46, footnote 77'
        """
        words = self.labels
        parts = (
            (cite.paragraphs, words.paragraph, words.paragraphs),
            (cite.footnotes, words.footnote, words.footnotes),
        )
        return words.comma.join(
            (one if len(numbers) == 1 else many).format(
                numbers=words.comma.join(_ranges(numbers))
            )
            for numbers, one, many in parts
            if numbers
        )


def _ranges(numbers: tuple[int, ...]) -> list[str]:
    """Write numbers with their runs joined.

    >>> _ranges((41, 42, 44, 45, 46))
    ['41', '42', '44–46']
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    written = []
    for run in runs:
        if len(run) > 2:  # noqa: PLR2004  (two numbers are not worth a range)
            written.append(f"{run[0]}{RANGE}{run[-1]}")
        else:
            written += [str(number) for number in run]
    return written


@cache
def _locale(lang: str) -> Locale:
    return Locale.parse(real(lang))
