"""Pairs of sentences that are known to be right or wrong, and what the rules say."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from course import markup
from course.check.translation import RULES
from course.check.translation.pair import Pair
from course.problems import Place, Problem

FILE = Path(__file__).parent / "cases" / "pairs.tsv"
# Which codes tell of which kind of fault; M codes are those of the markup itself.
CODES = {
    "placeholder": "C607",
    "markup": "C608 M105 M106 M107",
    "citation": "C601 M106",
    "url": "C606 C608",
    "number": "C602 C604 C610",
    "date": "C603 C602",
    "duration": "C604 C602",
    "symbol": "C605",
    "modality": "C611 C612",
    "negation": "C612 C611",
    "name": "C613",
    "untranslated": "C614",
    "control": "C615",
    "traditional": "C616",
    "halfwidth": "C620",
    "fullwidth": "C621",
    "quotes": "C622 C624",
    "ellipsis-dash": "C623",
    "pairs": "C624",
    "endmark": "C625",
    "spacing": "C626",
    "double": "C627",
    "length": "C632",
}


class Verdict(NamedTuple):
    """A line of the file: a pair, and whether it is right."""

    line: int
    is_wrong: bool
    kind: str
    source_lang: str
    target_lang: str
    source: str
    target: str
    note: str


class Score(NamedTuple):
    """How many wrong pairs are told of, and how many right ones."""

    wrong: int
    told: int
    right: int
    alarms: int

    @property
    def recall(self) -> float:
        """Which share of the wrong pairs is told of."""
        return self.told / self.wrong

    @property
    def false_alarms(self) -> float:
        """Which share of the right pairs is told of."""
        return self.alarms / self.right


@cache
def verdicts() -> tuple[Verdict, ...]:
    """Read the file; letters such as U+2028 are part of a pair, not ends of lines."""
    rows = FILE.read_text("utf-8").split("\n")[1:]
    found = []
    for line, row in enumerate(rows, 2):
        if row:
            verdict, *cells = row.split("\t")
            found.append(Verdict(line, verdict == "wrong", *cells))
    return tuple(found)


def judge(one: Verdict) -> tuple[Problem, ...]:
    """Give what `course translate check` tells of a pair."""
    source, _ = markup.words(one.source, Place("source"), one.source_lang)
    target, found = markup.words(
        one.target, Place("target"), one.target_lang, origin=source
    )
    pair = Pair(source, target, one.target)
    return (*found, *(problem for rule in RULES for problem in rule(pair)))


def score(told: Iterable[tuple[Verdict, bool]]) -> Score:
    """Count how often something was told."""
    counted = Counter((one.is_wrong, was_told) for one, was_told in told)
    return Score(
        wrong=counted[True, True] + counted[True, False],
        told=counted[True, True],
        right=counted[False, True] + counted[False, False],
        alarms=counted[False, True],
    )
