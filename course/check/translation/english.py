"""What the rules know of English: numbers, dates, lengths of time."""

import re
from collections.abc import Iterator
from fractions import Fraction

from course.check.translation import english_words
from course.check.translation.amounts import (
    Day,
    Duration,
    Number,
    Provision,
    Weight,
    duration,
    number,
)
from course.check.translation.language import Language

ONES = dict(
    zip(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(20),
        strict=True,
    )
)
TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
ORDINALS = {
    **{"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9},
    **{f"{word}th": n for word, n in ONES.items() if n in (4, 6, 7, 10, 11)},
    **{"twelfth": 12, "hundredth": 100, "thousandth": 1000},
    **{f"{word}th": n for word, n in ONES.items() if n > 12},  # noqa: PLR2004
    **{f"{word[:-1]}ieth": n for word, n in TENS.items()},
}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
]
# Words with a number that say none.
IDIOMS = re.compile(
    r"\bthink twice\b|\bonce or twice\b|\bsecond thoughts?\b|\bsecond[- ]hand\b|"
    r"\bon the one hand\b|\bone another\b|\bone day\b|\btwo-way\b|\bfirst aid\b"
)
# How often something comes round.
OFTEN = {"hourly": (1, "hour"), "daily": (1, "day"), "weekly": (1, "week"),
    "monthly": (1, "month"), "quarterly": (1, "quarter"), "annual": (1, "year"),
    "annually": (1, "year"), "yearly": (1, "year"), "biennial": (2, "year")}  # fmt: skip
# Words that multiply.
TIMES = {"twice": 2, "doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "thrice": 3,
    "threefold": 3, "quadrupled": 4, "fourfold": 4, "tenfold": 10}  # fmt: skip
# Words that stand for a number but do not ask for one.
HINTS = {
    "once": 1, "single": 1, "sole": 1, "only": 1, "each": 1, "every": 1,
    "both": 2, "pair": 2, "pairs": 2, "couple": 2, "double": 2,
    "twofold": 2, "either": 2, "neither": 2, "between": 2, "bilateral": 2,
    "dual": 2, "twin": 2, "two-way": 2, "biennial": 2, "another": 2, "other": 2,
    "triple": 3, "trilateral": 3, "triangle": 3,
    "quarterly": 4, "fortnight": 14, "dozen": 12, "decade": 10, "century": 100,
}  # fmt: skip


def _any(words: object) -> str:
    listed = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(listed)


DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SMALL = rf"(?:(?:{_any(TENS)})(?:[- ](?:{_any(list(ONES)[1:10])}))?|(?:{_any(ONES)}))(?![a-z])"
HUNDREDS = rf"(?:(?:{SMALL}|an?)[ -]hundred\b(?:[ ](?:and[ ])?{SMALL})?|{SMALL})"
GROUP = r"(?:thousand|million|billion|trillion)\b"
WORDS = (
    rf"(?:(?:{HUNDREDS}|an?|half[ ]an?)[ ]{GROUP}"
    rf"(?:,?[ ](?:and[ ])?{HUNDREDS}(?:[ ]{GROUP})?)*|{HUNDREDS})"
)
SCALE = r"(?:hundred|thousand|million|billion|trillion)\b"
COUNT = rf"(?:(?:{DIGITS})(?:[ -]{SCALE})?|\b{WORDS})(?:[ ]and[ ]a[ ]half)?"
ORDINAL = rf"(?:(?:{_any(TENS)})-)?(?:{_any(ORDINALS)})"
PERCENT = r"[ ]?(?:%|per[ ]cent|percent(?:age[ ]points?)?)"
PARTS = "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?"
PART_OF = {
    "hal": 2,
    "thi": 3,
    "qua": 4,
    "fou": 4,
    "fif": 5,
    "six": 6,
    "eig": 8,
    "ten": 10,
}
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
UNIT = "seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)"

IN_NUMBERS = re.compile(
    rf"(?P<in>(?P<some>{COUNT})[ ](?:in|out[ ]of)[ ](?:every[ ])?(?P<all>{COUNT}))(?![\w/])"
    rf"|\b(?P<clock>\d{{1,2}})(?:[.:]\d\d)?[ ]?[ap]\.?m\b|\b(?P<clock2>\d{{1,2}}):\d\d\b(?!:)"
    rf"|\b(?:half|quarter)[ ](?:past|to)[ ](?P<past>{COUNT})\b"
    rf"|(?P<decade>\d{{4}})s\b"
    rf"|(?P<fraction>\d+/\d+)(?![\d/])"
    rf"|\b(?P<parts>(?:an?|{SMALL}|\d)[ -](?:{PARTS}))\b(?P<of>[ ]of\b)?"
    rf"|\b(?P<half>half|halves)\b"
    rf"|(?P<digits>(?:{DIGITS})(?:[ -]{SCALE})?)(?:st|nd|rd|th)?(?P<percent>{PERCENT})?"
    rf"|\b(?P<ordinal>{ORDINAL})\b"
    rf"|\b(?P<words>{WORDS}(?:[ ]and[ ]a[ ]half)?)\b(?P<percent2>{PERCENT})?"
    rf"|\b(?:section|part|chapter|annex|title|volume|article)[ ](?P<roman>[ivxlc]+)\b"
    rf"|\b(?P<times>{_any(TIMES)})\b"
    rf"|\b(?P<hint>{_any(HINTS)})\b"
    rf"|\b(?P<month>{_any(MONTHS).lower()})\b",
)
MONTH = rf"(?:\b(?:{_any(m for m in MONTHS if m != 'May')})\b|\bMay\b)"
DATES = re.compile(
    rf"(?:\b(?P<from>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:–|-|to|and)\s*)?"
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})"
    rf"|(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)"
    rf"(?:\s*(?:–|-|to)\s*(?P<to>\d{{1,2}})\b)?"
    rf"|\b(?P<month3>{_any(m for m in MONTHS if m != 'May')})\b"
    r"|(?P<may>(?<=\b[Ii]n[ ])May\b|(?<=\b(?:of|by|to)[ ])May\b|(?<=\d[ ])May\b|\bMay(?=,?[ ]\d))"
    r"|\b(?:since|[Uu]ntil|from|last|next|every|early|late)[ ](?P<may2>May)\b"
)
DURATIONS = re.compile(
    rf"(?P<half>\bhalf[ -](?:an?[ -])?(?P<of>{UNIT})\b)"
    rf"|\b(?P<more>an?|one)[ ](?P<unit3>{UNIT})[ ]and[ ]a[ ]half\b"
    rf"|(?<![\w.,/])(?P<count>{COUNT})(?:[ -]|[ ](?:full|whole|more|calendar|working)[ ])?"
    rf"(?P<unit>{UNIT})\b"
    rf"|\ba[ ](?P<fortnight>fortnight)\b"
    rf"|\b(?:an?|every|each|per)[ ](?P<unit2>{UNIT}|quarter)\b(?!’s)"
    rf"|\b(?P<often>{_any(OFTEN)})\b"
)
PROVISIONS = re.compile(
    rf"\b(?P<kind>articles?|paragraphs?|paras?\.?|chapters?|footnotes?)[ ]"
    rf"(?P<numbers>(?:{DIGITS}|{SMALL}|[ivxlc]+\b)"
    rf"(?:(?:,[ ]|[ ]?–[ ]?|[ ](?:and|or|to)[ ]|,[ ]and[ ])\d+)*)"
)
NUMBER = re.compile(rf"{DIGITS}|{SMALL}|[ivxlc]+")


def value(words: str) -> Fraction:
    """Give the value of a number in digits or words.

    >>> print(value("35,000"), value("3.5 million"), value("twenty-one"))
    35000 3500000 21
    >>> print(value("two hundred and fifty thousand"), value("one and a half"))
    250000 3/2
    """
    whole, half, _ = words.lower().partition(" and a half")
    total = current = Fraction(0)
    for word in re.split(r"(?<!\d),|[ -]+", whole):
        if word in SCALES:
            current = (current or Fraction(1)) * SCALES[word]
            if SCALES[word] > 100:  # noqa: PLR2004
                total, current = total + current, Fraction(0)
        elif word == "half":
            current = Fraction(1, 2)
        elif word in ONES or word in TENS:
            current += ONES.get(word, TENS.get(word, 0))
        elif word[:1].isdigit():
            current = Fraction(word.replace(",", ""))
    return total + current + (Fraction(1, 2) if half else 0)


def numbers(text: str) -> list[Number]:
    """Give all numbers in a text.

    >>> [str(one) for one in numbers("Article 14: 20 per cent of the sixty, one third")]
    ['14', '1/5', '60', '1/3']
    """
    plain = IDIOMS.sub(lambda match: "~" * len(match[0]), text.lower())
    found = [one for match in IN_NUMBERS.finditer(plain) for one in _read(match)]
    attached = [m.span() for m in re.finditer(r"\b[A-Za-z]+-?\d[\d.]*", text)]
    return [
        number(*one.values, weight=Weight.SOFT, span=(one.start, one.end))
        if any(start <= one.start < end for start, end in attached)
        else one
        for one in found
    ]


def _read(match: re.Match[str]) -> Iterator[Number]:  # noqa: PLR0912
    span = match.span()
    kind = match.lastgroup or ""
    kind = "in" if match["in"] else kind
    percent = match["percent"] or match["percent2"]
    if kind == "in":
        some, every = value(match["some"]), value(match["all"])
        if 0 < some < every:
            yield number(some / every, weight=Weight.SOFT, span=span)
        first, last = match.span("some"), match.span("all")
        weight = Weight.DIGITS if match["all"][0].isdigit() else Weight.SOFT
        yield number(some, weight=weight, span=first)
        yield number(every, weight=weight, span=last)
    elif match["clock"] or match["clock2"]:
        hour = int(match["clock"] or match["clock2"])
        yield number(hour, hour + 12, weight=Weight.SOFT, span=span)
    elif match["past"]:
        yield number(value(match["past"]), weight=Weight.SOFT, span=span)
    elif match["decade"]:
        year = int(match["decade"])
        yield number(year, year % 100, weight=Weight.DIGITS, span=span)
    elif match["fraction"]:
        yield number(Fraction(match["fraction"]), weight=Weight.DIGITS, span=span)
    elif match["half"]:
        weight = Weight.WORD if match["half"] == "half" else Weight.SOFT
        yield number(Fraction(1, 2), weight=weight, span=span)
    elif match["parts"]:
        yield _parts(match["parts"], bool(match["of"]), span)
    elif match["ordinal"]:
        yield _ordinal(match["ordinal"], span)
    elif match["digits"] or match["words"]:
        counted = value(match["digits"] or match["words"])
        if percent:
            counted /= 100
        is_word = Weight.SOFT if counted == 1 else Weight.WORD
        weight = Weight.DIGITS if match["digits"] else is_word
        yield number(counted, weight=weight, span=span)
    elif match["roman"]:
        yield number(_roman(match["roman"]), weight=Weight.DIGITS, span=span)
    elif match["times"]:
        yield number(TIMES[match["times"]], weight=Weight.WORD, span=span)
    elif match["hint"]:
        yield number(HINTS[match["hint"]], weight=Weight.SOFT, span=span)
    elif match["month"]:
        month = [one.lower() for one in MONTHS].index(match["month"]) + 1
        yield number(month, weight=Weight.SOFT, span=span)


def _parts(words: str, is_of: bool, span: tuple[int, int]) -> Number:
    """Read “two thirds”; “three quarters” may be of a town, “a third” a third one."""
    many, _, part = words.replace("-", " ").partition(" ")
    count = Fraction(1) if many in ("a", "an") else value(many)
    under = PART_OF[part[:3]]
    is_clear = is_of or (part[:3] != "qua" and many not in ("a", "an"))
    others = () if is_clear else (count, Fraction(under))
    weight = Weight.WORD if is_clear else Weight.SOFT
    return number(count / under, *others, weight=weight, span=span)


def _ordinal(word: str, span: tuple[int, int]) -> Number:
    """Read an ordinal; “first” is often no number, “second” a time, “third” a part."""
    tens, _, last = word.rpartition("-")
    count = TENS.get(tens, 0) + ORDINALS[last]
    weight = Weight.SOFT if count <= 2 else Weight.WORD  # noqa: PLR2004
    part = Fraction(1, count) if count > 2 else Fraction(2)  # noqa: PLR2004
    return number(count, part, weight=weight, span=span)


def _roman(letters: str) -> int:
    """Read a Roman number.

    >>> _roman("xiv")
    14
    """
    values = [ROMAN[one] for one in letters]
    after = [*values[1:], 0]
    return sum(-v if v < a else v for v, a in zip(values, after, strict=True))


def dates(text: str) -> set[Day]:
    """Give the months and days of months in a text.

    >>> sorted(dates("from 18 to 20 October 2014, and in May"))
    [Day(month=5, day=0), Day(month=10, day=18), Day(month=10, day=20)]
    """
    found: set[Day] = set()
    for match in DATES.finditer(text):
        name = match["month"] or match["month2"] or match["month3"] or "May"
        month = MONTHS.index(name) + 1
        days = [match[key] for key in ("from", "day", "day2", "to") if match[key]]
        found |= {Day(month, int(day)) for day in days} or {Day(month)}
    return found


def weekdays(text: str) -> set[int]:
    """Give the days of the week in a text, Monday as 1."""
    return {n for n, day in enumerate(WEEKDAYS, 1) if re.search(rf"\b{day}", text)}


def durations(text: str) -> list[tuple[Duration, tuple[int, int]]]:
    """Give the lengths of time in a text, with where they stand.

    >>> [str(one.length) for one, _ in durations("half an hour in two weeks")]
    ['1800', '1209600']
    """
    found = []
    for match in DURATIONS.finditer(text.lower()):
        unit = match["of"] or match["unit"] or match["unit2"] or match["unit3"]
        count: Fraction | int
        if match["half"]:
            one = duration(Fraction(1, 2), _unit(unit))
        elif match["more"]:
            one = duration(Fraction(3, 2), _unit(unit))
        elif match["fortnight"]:
            one = duration(Fraction(2), "week")
        elif match["count"]:
            count = value(match["count"])
            is_one = count == 1 and not match["count"][0].isdigit()
            one = duration(count, _unit(unit), is_soft=is_one)
        else:
            count, unit = OFTEN.get(match["often"] or "", (1, unit))
            one = duration(Fraction(count), _unit(unit), is_soft=True)
        found.append((one, match.span()))
    return found


def _unit(word: str) -> str:
    if word.startswith("min"):
        return "minute"
    return "century" if word.startswith("centur") else word.removesuffix("s")


def provisions(text: str) -> set[Provision]:
    """Give the articles, paragraphs, chapters and footnotes that a text names.

    >>> sorted(f"{one.kind} {one.number}" for one in provisions("Articles 12 and 14"))
    ['article 12', 'article 14']
    """
    found: set[Provision] = set()
    for match in PROVISIONS.finditer(text.lower()):
        kind = "paragraph" if match["kind"].startswith("para") else match["kind"]
        for one in NUMBER.findall(match["numbers"]):
            is_roman = not one[0].isdigit() and set(one) <= set(ROMAN)
            counted = Fraction(_roman(one)) if is_roman else value(one)
            found.add(Provision(kind.removesuffix("s"), counted))
    return found


ENGLISH = Language(
    numbers=numbers,
    dates=dates,
    weekdays=weekdays,
    durations=durations,
    provisions=provisions,
    modals=english_words.MODALS,
    limits=english_words.LIMITS,
    affirmed=english_words.AFFIRMED,
    negation=english_words.NEGATION,
    denial=english_words.DENIAL,
)
