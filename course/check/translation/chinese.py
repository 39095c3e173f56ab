"""What the rules know of Chinese: numbers, dates, lengths of time."""

import re
from collections.abc import Iterator
from fractions import Fraction

from course.check.translation import chinese_words
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

ONES = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **{"〇": 0, "○": 0, "两": 2, "兩": 2, "俩": 2},
}
SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
}
LARGEST_FIRST = sorted(SCALES.items(), key=lambda pair: -pair[1])
# Words with a numeral that say no number.
IDIOMS = re.compile(
    r"(?<![二三四五六七八九\d])十分(?![钟鐘之])|(?<![零〇一二两三四五六七八九十百千\d])万一|千万(?=[不别勿要])|老?百姓|千百|万物|万能|"
    r"四面八方|八方|四肢|五花八门|三心二意|七上八下|丢三落四|再三|三番五次|举一反三|"
    r"一五一十|不三不四|乱七八糟|九牛一毛|百科|百货|千方百计|成千上万|成百上千|千家万户|"
    r"(?:数以|数|几|上|好几|若干)[十百千万亿]+(?:计)?|[十百千万]几|百分[比率点號号制]|二维码|二手|"
    r"二氧化|两性|两岸|千克|千米|亿万|万众|三角|四川|零(?=[售碎散件星])|(?<![零〇一二两三四五六七八九十百千万亿])一[二两](?![零〇一二三四五六七八九十百千万亿])|五金|万岁|"
    r"三明治|百叶|百合|百度|六神|九龙|三峡|两极|四季|一三五|二话|三思|千古|万般|"
    r"(?<=[一二三四五六七八九])、(?=[二三四五六七八九]者)"
)
WEEKDAY = re.compile(
    r"(?:星期|礼拜|(?<!每)周)([一二三四五六日天])(?![个年岁])|每周([一二三四五六日])(?![起个年岁次])"
)
HAN = "[零〇○一二两兩俩三四五六七八九十百千万萬亿億]"
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
COUNT = rf"(?:(?:{DIGITS})[ ]?[十百千万萬亿億]*|{HAN}+(?:点[零〇一二三四五六七八九]+)?)"
IN_NUMBERS = re.compile(
    rf"百分之(?P<percent>{COUNT}|几)"
    rf"|千分之(?P<thousandth>{COUNT})"
    rf"|(?P<under>{COUNT})分之(?P<over>{COUNT})"
    rf"|(?P<fraction>\d+/\d+)(?![\d/])"
    rf"|(?:上午|下午|晚上|早上|中午|凌晨|傍晚)(?P<clock>{COUNT})(?:[:：]\d\d|点(?:{COUNT}分?|半|钟|整|一刻)?|时(?:{COUNT}分?)?)"
    rf"|(?P<clock2>\d{{1,2}})(?:[:：]\d\d|点(?:钟|半|整))"
    rf"|(?P<tenths>[一二两三四五六七八九])成(?P<halftenth>半)?(?![立为員员功果本长熟就份分人])"
    rf"|(?:(?P<century>\d\d|{HAN}+)世纪)(?P<eighties>\d0|[二三四五六七八九]十)年代"
    rf"|(?P<decade>\d0|[二三四五六七八九]十)年代"
    rf"|(?P<mark>\d[\d,.]*)[ ]?[%％]"
    rf"|(?P<points>{COUNT})个百分点"
    rf"|(?P<half>一半|半数|过半|对半)|(?P<softhalf>[大多]半)"
    rf"|(?P<halved>半)(?=[个年天日页小月时张份篇版里数价场])"
    rf"|(?:增加|增长|增至|提高|上升|多|扩大|高|翻|增)[出了到]{{0,2}}(?P<times>{COUNT}|一)(?:倍|番)"
    rf"|(?P<four>四)(?=[处周季方])|(?P<some>两)(?=[市国地者方级院校省州县区党侧])"
    rf"|(?P<count>{COUNT})(?P<more>[多余来]?)(?P<measure>[个年天小时页倍]?半(?=[个年天小时页月，。；、]|$))?"
    rf"|(?P<pair>[双孪]|翻番|加倍|另一|彼此|相互|互相|之间)|(?P<one>首|单|独)"
)
DATES = re.compile(
    rf"(?P<month>\d{{1,2}}|十?[一二三四五六七八九]|十)[ ]?月(?!球|亮|度)"
    rf"(?:份|初|底|中旬|上旬|下旬)?"
    rf"(?:[ ]?(?P<days>{COUNT}[日号]?(?:[、和至到—–～~-]+{COUNT})*)[ ]?[日号])?"
    rf"(?:[ ]?(?:至|到|—|–|-|～|~|和|、)[ ]?(?P<to>{COUNT})[日号])?"
)
DAY_OF = re.compile(COUNT)
UNITS = {
    "秒钟": "second", "秒": "second", "分钟": "minute", "小时": "hour", "钟头": "hour",
    "天": "day", "昼夜": "day", "工作日": "day", "日": "day", "周": "week",
    "星期": "week", "礼拜": "week", "月": "month", "年": "year", "周年": "year",
    "周岁": "year", "季度": "quarter", "岁": "year", "世纪": "century",
}  # fmt: skip
DURATIONS = re.compile(
    rf"(?<![第\d.])(?P<count>{COUNT}|半|每)[多余来]?[ ]?(?P<ge>个)?(?P<half>半)?(?:整|工作)?"
    r"(?P<unit>秒钟|秒|分钟|小时|钟头|昼夜|天|日(?=[内之以后前期的])|"
    r"周(?!围|边|[一二三四五六日])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|月|"
    r"季度|周年|周岁|年(?![级代度初底中间份])|岁|世纪)(?P<after>半(?!数))?"
)
KINDS = {"条": "article", "段": "paragraph", "款": "paragraph", "章": "chapter"}
PROVISIONS = re.compile(
    rf"第(?P<numbers>{COUNT}(?:(?:[、,和及至到—–-]|以及)第?{COUNT}(?![条段款章]第))*)"
    r"(?P<kind>[条段款章])"
    rf"|(?P<note>脚注|注释?)(?P<numbers2>{COUNT}(?:[、,和至到—–-]{COUNT})*)"
)


def value(words: str) -> Fraction:
    """Give the value of a number in digits, in Han numerals, or in both.

    >>> print(value("十四"), value("3.5万"), value("二〇一八"), value("三万五千"))
    14 35000 2018 35000
    >>> print(value("一亿二千万"), value("三点五"), value("一万零五十"), value("两百五"))
    120000000 7/2 10050 250
    """
    whole, _, decimals = words.replace(" ", "").partition("点")
    if decimals:
        digits = "".join(str(ONES[one]) for one in decimals)
        return value(whole) + Fraction(f"0.{digits}")
    for name, scale in LARGEST_FIRST:
        if name in whole:
            head, _, rest = whole.rpartition(name)
            # 三万五 is 35,000, 三万零五 is 30,005.
            is_short = rest in ONES and rest not in "零〇○" and scale > 10  # noqa: PLR2004
            below = value(rest) * (scale // 10 if is_short else 1) if rest else 0
            return (value(head) if head else Fraction(1)) * scale + below
    if whole[:1].isdecimal():
        return Fraction(whole.replace(",", ""))
    return Fraction("".join(str(ONES[one]) for one in whole))


def numbers(text: str) -> list[Number]:
    """Give all numbers in a text.

    >>> [str(one) for one in numbers("第十二条：百分之二十，3.5万，一半")]
    ['12', '1/5', '35000', '1/2']
    """
    plain = _without_idioms(text)
    return [one for match in IN_NUMBERS.finditer(plain) for one in _read(match)]


def _without_idioms(text: str) -> str:
    """Put blanks where no number is meant, so that all places stay."""
    plain = text
    for pattern in (WEEKDAY, IDIOMS):
        plain = pattern.sub(lambda match: "　" * len(match[0]), plain)
    return plain


def _read(match: re.Match[str]) -> Iterator[Number]:  # noqa: PLR0912
    span = match.span()
    if match["percent"]:
        if match["percent"] != "几":
            yield number(value(match["percent"]) / 100, weight=Weight.WORD, span=span)
    elif match["thousandth"]:
        yield number(value(match["thousandth"]) / 1000, weight=Weight.WORD, span=span)
    elif match["under"]:
        if value(match["under"]):
            part = value(match["over"]) / value(match["under"])
            yield number(part, weight=Weight.WORD, span=span)
    elif match["fraction"]:
        yield number(Fraction(match["fraction"]), weight=Weight.DIGITS, span=span)
    elif match["clock"] or match["clock2"]:
        words = (match["clock"] or match["clock2"]).partition("点")[0]
        hour = value(words)
        yield number(hour, hour + 12, hour - 12, weight=Weight.SOFT, span=span)
    elif match["tenths"]:
        part = Fraction(ONES[match["tenths"]], 10)
        part += Fraction(1, 20) if match["halftenth"] else 0
        yield number(part, weight=Weight.WORD, span=span)
    elif match["eighties"]:
        decade = (value(match["century"]) - 1) * 100 + value(match["eighties"])
        yield number(decade, weight=Weight.DIGITS, span=span)
    elif match["decade"]:
        decade = value(match["decade"])
        yield number(decade, 1900 + decade, weight=Weight.WORD, span=span)
    elif match["mark"]:
        part = Fraction(match["mark"].rstrip(".,").replace(",", "")) / 100
        yield number(part, weight=Weight.DIGITS, span=span)
    elif match["points"]:
        yield number(value(match["points"]) / 100, weight=Weight.WORD, span=span)
    elif match["half"] or match["halved"]:
        yield number(Fraction(1, 2), weight=Weight.WORD, span=span)
    elif match["softhalf"]:
        yield number(Fraction(1, 2), weight=Weight.SOFT, span=span)
    elif match["times"]:
        times = value(match["times"])
        yield number(
            times + 1, times if times > 1 else 2, weight=Weight.WORD, span=span
        )
    elif match["four"]:
        yield number(4, weight=Weight.SOFT, span=span)
    elif match["some"]:
        yield number(2, weight=Weight.SOFT, span=span)
    elif match["count"]:
        yield from _counted(match)
    else:
        yield number(2 if match["pair"] else 1, weight=Weight.SOFT, span=span)


def _counted(match: re.Match[str]) -> Iterator[Number]:
    """Read a count; two numerals in a row, as in 三四个, say no more than about."""
    words, span = match["count"], match.span("count")
    if len(words) == 2 and all(one in ONES for one in words) and "0" not in words:  # noqa: PLR2004
        for one in words:
            yield number(ONES[one], weight=Weight.SOFT, span=span)
        return
    counted = value(words) + (Fraction(1, 2) if match["measure"] else 0)
    if words[0].isdigit():
        yield number(counted, weight=Weight.DIGITS, span=span)
    else:
        weight = Weight.WORD if counted > 1 else Weight.SOFT
        yield number(counted, weight=weight, span=span)


def dates(text: str) -> set[Day]:
    """Give the months and days of months in a text.

    >>> sorted(dates("2014年10月18日至20日，以及五月份"))
    [Day(month=5, day=0), Day(month=10, day=18), Day(month=10, day=20)]
    """
    found: set[Day] = set()
    for match in DATES.finditer(text):
        month = int(value(match["month"]))
        days = DAY_OF.findall(match["days"] or "")
        days += [match["to"]] if match["to"] else []
        found |= {Day(month, int(value(day))) for day in days} or {Day(month)}
    return found


def weekdays(text: str) -> set[int]:
    """Give the days of the week in a text, Monday as 1."""
    days = (match[1] or match[2] for match in WEEKDAY.finditer(text))
    return {min("一二三四五六日天".index(day) + 1, 7) for day in days}


def durations(text: str) -> list[tuple[Duration, tuple[int, int]]]:
    """Give the lengths of time in a text, with where they stand.

    >>> [str(one.length) for one, _ in durations("半小时，两周，两个半小时")]
    ['1800', '1209600', '9000']
    """
    found = []
    for match in DURATIONS.finditer(_without_idioms(text)):
        words, unit = match["count"], match["unit"]
        counted = {"半": Fraction(1, 2), "每": Fraction(1)}.get(words) or value(words)
        counted += Fraction(1, 2) * (bool(match["half"]) + bool(match["after"]))
        is_date = unit == "月" and not (match["ge"] or match["half"] or words == "每")
        is_year = unit == "年" and counted >= 100 and words != "百"  # noqa: PLR2004
        is_century = unit == "世纪" and counted > 2  # noqa: PLR2004
        if is_date or is_year or is_century:
            continue
        is_one = counted == 1 and not words[0].isdigit()
        one = duration(counted, UNITS[unit], is_soft=is_one)
        found.append((one, match.span()))
    return found


def provisions(text: str) -> set[Provision]:
    """Give the articles, paragraphs, chapters and footnotes that a text names.

    >>> sorted(f"{one.kind} {one.number}" for one in provisions("第十二条、第3款"))
    ['article 12', 'paragraph 3']
    """
    found: set[Provision] = set()
    for match in PROVISIONS.finditer(text):
        kind = KINDS[match["kind"]] if match["kind"] else "footnote"
        listed = match["numbers"] or match["numbers2"]
        found |= {Provision(kind, value(one)) for one in DAY_OF.findall(listed)}
    return found


CHINESE = Language(
    numbers=numbers,
    dates=dates,
    weekdays=weekdays,
    durations=durations,
    provisions=provisions,
    modals=chinese_words.MODALS,
    limits=chinese_words.LIMITS,
    affirmed=chinese_words.AFFIRMED,
    negation=chinese_words.NEGATION,
    denial=chinese_words.DENIAL,
)
