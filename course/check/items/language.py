"""What the rules on quiz items know of a language; of others, nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from course.languages import parts


@dataclass(frozen=True)
class Limits:
    """How long the parts of an item may be: in words, or in characters.

    `ratio` is how many times longer one option may be than another, `spare` by how
    much it may be longer in any case. `sentence` is 0 where sentences are not counted.
    """

    stem: int
    scenario: int
    option: int
    ratio: float
    spare: int
    sentence: int = 0


@dataclass(frozen=True)
class Language:
    """Words by which items give themselves away, or ask badly.

    `negative` finds a question that asks for what is not so, its group `no` what must
    be emphasised; `besides` holds words that only look negative. `catch_all` and
    `verdict` are matched with whole options. `sweeping` holds words such as “all”, of
    which one alone gives nothing away. `ranges` has the groups `least` and
    `most`: the numbers a range begins after or ends before, exclusive or not.
    """

    limits: Limits
    unfocused: re.Pattern[str]
    negative: re.Pattern[str]
    besides: re.Pattern[str]
    catch_all: re.Pattern[str]
    verdict: re.Pattern[str]
    absolutes: re.Pattern[str]
    sweeping: re.Pattern[str]
    vague: re.Pattern[str]
    opinion: re.Pattern[str]
    according: re.Pattern[str]
    worst: re.Pattern[str]
    count: re.Pattern[str]
    counts: dict[str, int]
    least: re.Pattern[str]
    most: re.Pattern[str]
    between: re.Pattern[str]
    contents: Callable[[str], frozenset[str]]
    # What tells the answer of a half sentence: English a and an.
    article: re.Pattern[str] | None = None
    before_blank: re.Pattern[str] | None = None
    # Absolutes that say what one is obliged to.
    duties: re.Pattern[str] | None = None


@cache
def language(tag: str) -> Language | None:
    """Give what is known of a language; nothing, if it is none of ours."""
    from course.check.items.chinese import CHINESE
    from course.check.items.english import ENGLISH

    return {"en": ENGLISH, "zh": CHINESE}.get(parts(tag)[0])
