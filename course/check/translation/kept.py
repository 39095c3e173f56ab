"""Rules on what stands unchanged in every language: citations, symbols, markup."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from course.check.translation.pair import PLACEHOLDER, SYMBOL, URL, Pair
from course.model import blanks_in
from course.problems import Problem
from course.text import Cite, Span, Words

# What begins a block: a list item, a heading, a quotation; and the cells of a table.
BLOCK = re.compile(
    r"^\s*(?:([-*+•●▪])|\d{1,2}([.)、])(?!\d)|(#{1,6}|>))\s+", re.MULTILINE
)
CELL = re.compile(r"(?<!\\)\|")
# “{number} of {total}” is 第{number}…共{total}.
OF = re.compile(r"[}] of (\{\w+\})")
TOTAL = re.compile(r"共(\{\w+\})")
# The role of answers that count in a blank, parted by |.
ACCEPTED = "accept"
Mark: TypeAlias = Callable[[Span], object]


def citations_differ(pair: Pair) -> Iterator[Problem]:
    """C601: a translation does not cite what its source cites.

    It cites each paragraph and footnote as often as the source does, in any order:
    `[¶45]` stays `[¶45]` in every language.
    """
    wanted = _cited(pair.source)
    if told := _differ(wanted, _cited(pair.target)):
        hint = ", ".join(wanted.elements()) or "nothing"
        yield pair.wrong("C601", told, f"cite what the source cites, as often: {hint}")


def symbol_differs(pair: Pair) -> Iterator[Problem]:
    """C605: a document symbol of the source is not in its translation.

    `A/HRC/42/22` and `60/251` are written alike in every language.
    """
    wanted, there = (_all(SYMBOL, one.plain) for one in (pair.source, pair.target))
    if told := _differ(wanted, there):
        yield pair.wrong("C605", told, "write document symbols as the source does")


def address_differs(pair: Pair) -> Iterator[Problem]:
    """C606: a web or mail address of the source is not in its translation."""
    wanted, there = _addresses(pair.source), _addresses(pair.target)
    if told := _differ(wanted, there):
        yield pair.wrong("C606", told, "copy addresses from the source")


def placeholder_differs(pair: Pair) -> Iterator[Problem]:
    """C607: a placeholder of the source is not in its translation.

    `{name}`, `$name` and `%s` are filled in later. Their names are not translated.
    """
    wanted, there = (_all(PLACEHOLDER, one.plain) for one in (pair.source, pair.target))
    if told := _differ(wanted, there):
        yield pair.wrong("C607", told, "keep each {placeholder} as it stands")
    elif pair.is_to_han and (whole := TOTAL.search(pair.target.plain)):
        of = OF.findall(pair.source.plain)
        if of and whole[1] in wanted and whole[1] not in of:
            yield pair.wrong(
                "C607",
                f"{whole[1]} has changed places",
                f"{of[0]} is the whole: 共{of[0]}",
            )


def markup_differs(pair: Pair) -> Iterator[Problem]:
    """C608: bold, emphasis, code or links differ between a text and its translation.

    They are counted after the markup was read, so their order is free. What is set
    in code is not translated. The title of a work is in italics in English, and in 《》
    in Chinese.
    """
    wanted, there = _marked(pair.source), _marked(pair.target)
    titles = pair.told.count("《") - pair.said.count("《")
    if 0 < abs(wanted["emphasis"] - there["emphasis"]) <= abs(titles):
        there["emphasis"] = wanted["emphasis"]
    if told := _differ(wanted, there):
        yield pair.wrong("C608", told, "mark the same words as the source does")


def blanks_differ(pair: Pair) -> Iterator[Problem]:
    """C633: the blanks of a sentence are not those of its source.

    Each `____` stays, with its number, in the order that the language needs. The
    number says which answer belongs there.
    """
    wanted, there = (
        Counter(f"({n})____" if n else "____" for n in blanks_in(one.plain))
        for one in (pair.source, pair.target)
    )
    if told := _differ(wanted, there):
        yield pair.wrong("C633", told, "keep each blank, with its number")


def structure_differs(pair: Pair) -> Iterator[Problem]:
    """C609: a translation begins a list, a table or a heading of its own.

    Each item of a list, each option and each cell of a table is a message of its
    own, so their number cannot change. A message stays one block. Of the answers that
    count in a blank, each language has its own number.
    """
    if pair.role == ACCEPTED:
        return
    wanted = _shape(pair.source.source)
    if told := _differ(wanted, _shape(pair.written)):
        yield pair.wrong("C609", told, "keep the items and cells of the source")


def _differ(wanted: Counter[str], there: Counter[str]) -> str:
    """Tell what a translation lacks and has added; nothing if all is there."""
    lost, added = wanted - there, there - wanted
    parts = [f"lacks {_listed(lost)}"] if lost else []
    parts += [f"has {_listed(added)} added"] if added else []
    return f"the translation {' and '.join(parts)}" if parts else ""


def _listed(counted: Counter[str]) -> str:
    return ", ".join(counted.elements())


def _all(pattern: re.Pattern[str], text: str) -> Counter[str]:
    without = URL.sub(" ", text) if pattern is not URL else text
    return Counter(match[0] for match in pattern.finditer(without))


def _addresses(words: Words) -> Counter[str]:
    links = Counter(one.link for one in _runs(words, lambda span: span.link))
    unlinked = " ".join(span.text for span in words.spans if not span.link)
    return links + _all(URL, unlinked)


def _cited(words: Words) -> Counter[str]:
    """Count what some words cite."""
    cites = [one for one in words.inlines if isinstance(one, Cite)]
    return Counter(
        [f"¶{number}" for cite in cites for number in cite.paragraphs]
        + [f"fn {number}" for cite in cites for number in cite.footnotes]
    )


def _marked(words: Words) -> Counter[str]:
    """Count the runs of bold, emphasis and links, and what is set in code."""
    found = Counter(f"`{span.text}`" for span in words.spans if span.code)
    for name, runs in (
        ("bold", _runs(words, lambda span: span.strong)),
        ("emphasis", _runs(words, lambda span: span.emphasis)),
        ("a link", _runs(words, lambda span: span.link)),
    ):
        found[name] = len(runs)
    return +found


def _runs(words: Words, key: Mark) -> list[Span]:
    """Give the first span of each run that is marked."""
    marked: Iterable[tuple[object, Iterator[Span]]] = groupby(words.spans, key)
    return [next(spans) for mark, spans in marked if mark]


def _shape(text: str) -> Counter[str]:
    names = ("item", "numbered item", "heading or quotation")
    found: Counter[str] = Counter()
    for match in BLOCK.finditer(text):
        found[names[(match.lastindex or 1) - 1]] += 1
    cells = len(CELL.findall(text))
    if cells > 1:
        found["| (a cell)"] = cells
    return found
