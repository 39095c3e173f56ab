"""Rules on names: of people and programmes, of places, of United Nations bodies."""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import combining, normalize

from course.check.translation.pair import Pair
from course.languages import parts, places
from course.problems import Problem

ACRONYM = re.compile(r"(?<![A-Za-z])[A-Z][A-Z0-9]+(?:-[A-Z]+)*s?(?![A-Za-z])")
LATIN = re.compile(r"(?<![A-Za-z])[A-Za-z][A-Za-z0-9'’-]{2,}(?![A-Za-z])")
# Acronyms that every text on human rights uses, and a part of what each is in Chinese.
BODIES = {
    "OHCHR": "人权高专办|人权事务高级专员办事处|人权办",
    "UNHCR": "难民署|难民事务高级专员|难民高专",
    "UPR": "普遍定期审议",
    "UNDP": "开发署|开发计划署",
    "UNESCO": "教科文组织|教育、科学及文化组织",
    "UNICEF": "儿基会|儿童基金会",
    "UNEP": "环境署|环境规划署",
    "UNFPA": "人口基金|人口活动基金",
    "UN-Habitat": "人居署|人类住区规划署",
    "IOM": "移民组织|移徙组织",
    "ILO": "劳工组织",
    "WHO": "世卫组织|世界卫生组织",
    "FAO": "粮农组织|粮食及农业组织",
    "SDG": "可持续发展目标",
    "NGO": "非政府组织",
    "NHRI": "国家人权机构",
    "UDHR": "世界人权宣言",
    "ICCPR": "公民权利和政治权利|公民及政治权利|公民权利及政治权利",
    "ICESCR": "经济、社会及文化权利|经济、社会、文化权利|经社文",
    "CEDAW": "对妇女|妇女歧视|消歧",
    "CERD": "种族歧视",
    "CRPD": "残疾人权利",
    "CRC": "儿童权利",
}
# Names of places that are other words, too, or more than one place.
AMBIGUOUS = frozenset(
    {
        *("Georgia", "Jersey", "Phoenix", "Casey", "Davis", "Troll", "Wake", "Center"),
        *("Easter", "Male", "Nome", "Chad", "Jordan", "Turkey", "Reunion", "Guinea"),
        *("Congo", "Dominica", "World", "Europe", "Asia", "Johnston", "Chatham"),
        *("Central", "Eastern", "Mountain", "Pacific"),
    }
)
# What Chinese calls some countries in full, and English those who live there.
FULL = {
    "US": "美利坚|美国|美",
    "GB": "英国|联合王国|大不列颠",
    "KR": "韩国|大韩民国",
    "DE": "德国|德意志",
    "CN": "中国|中华",
    "RU": "俄罗斯|俄",
    "LA": "老挝",
    "MM": "缅甸",
    "CZ": "捷克",
    "TR": "土耳其",
}
SHORT = {
    "US": "America|U\\.?S|United States",
    "GB": "Brit|U\\.?K|United Kingdom|England",
    "NL": "Dutch|Holland|Netherlands",
    "FR": "Fren|Franc",
    "ES": "Spa",
    "CH": "Swi",
    "DK": "Dan|Denmark",
    "PL": "Pol",
    "KR": "Korea",
    "VN": "Viet",
    "CI": "Ivo",
    "TR": "Tur|Tür",
    "GR": "Gree|Hellen",
    "PH": "Phil|Filip",
    "TH": "Thai",
    "NO": "Norw",
    "CZ": "Czech",
    "LA": "Lao",
    "PE": "Peru",
    "CV": "Cabo|Cape",
}


def name_differs(pair: Pair) -> Iterator[Problem]:
    """C613: a name in Latin letters is not spelt as in the source.

    A name or an acronym in a Chinese text stands in its English one in the same
    letters, and the other way round.
    """
    if pair.is_to_han == pair.is_from_han:
        return
    latin, other = (pair.told, pair.said) if pair.is_to_han else (pair.said, pair.told)
    known = {_bare(one) for one in LATIN.findall(other)}
    odd = [one for one in LATIN.findall(latin) if _bare(one) not in known]
    if pair.is_to_han:
        lost = set(ACRONYM.findall(other)) - set(ACRONYM.findall(latin))
        odd = [one for one in odd if not one.isupper() or lost]
        odd = [one for one in odd if not one.islower()]
    if odd:
        yield pair.doubt(
            "C613",
            f"not in the {'source' if pair.is_to_han else 'translation'}: "
            + ", ".join(dict.fromkeys(odd)),
            "write names and acronyms in the same letters, or translate them",
        )


def place_differs(pair: Pair) -> Iterator[Problem]:
    """C618: a country, a city or a United Nations body is not the one of the source.

    Countries and large cities are called as the Unicode CLDR calls them; a glossary
    knows the others.
    """
    langs = parts(pair.source.lang)[0], parts(pair.target.lang)[0]
    if langs == ("en", "zh"):
        lost = _lost_in_chinese(pair.said, pair.told)
    elif langs == ("zh", "en"):
        lost = _lost_in_english(pair.said, pair.told)
    else:
        return
    if lost:
        yield pair.doubt(
            "C618", f"not in the translation: {', '.join(lost)}", "name the same ones"
        )


def _lost_in_chinese(english: str, chinese: str) -> list[str]:
    table, names = _in_english()
    lost = [
        name
        for name in dict.fromkeys(names.findall(english))
        if not re.search(table[name], chinese) and name not in chinese
    ]
    return lost + _bodies_unsaid(english, chinese)


def _bodies_unsaid(english: str, chinese: str) -> list[str]:
    """Give the bodies that an English text names and a Chinese one does not."""
    lost = []
    for one in dict.fromkeys(ACRONYM.findall(english)):
        name = one if one in BODIES else one.removesuffix("s")
        if name in BODIES and not re.search(f"{BODIES[name]}|{name}", chinese):
            lost.append(one)
    return lost


def _lost_in_english(chinese: str, english: str) -> list[str]:
    table, names = _in_chinese()
    plain = _unaccented(english)
    lost = [
        name
        for name in dict.fromkeys(names.findall(chinese))
        if not re.search(table[name], plain)
    ]
    return lost + _bodies_unsaid(english, chinese)


@cache
def _in_english() -> tuple[dict[str, str], re.Pattern[str]]:
    """Give the English names of places, each with its Chinese ones."""
    english, chinese = places("en"), places("zh")
    table = {
        name: FULL.get(key, re.escape(chinese[key]))
        for key, name in english.items()
        if key in chinese
        and key not in ("UN", "EU", "EZ")
        and name not in AMBIGUOUS
        and len(name) > 3  # noqa: PLR2004
    }
    names = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    return table, re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")


@cache
def _in_chinese() -> tuple[dict[str, str], re.Pattern[str]]:
    """Give the Chinese names of places, each with how English ones begin.

    The beginning is enough for those who live there: 墨西哥 may be “Mexican”.
    """
    english, chinese = places("en"), places("zh")
    table: dict[str, str] = {}
    for key, name in chinese.items():
        if key in english and key not in ("UN", "EU", "EZ") and len(name) > 1:
            begins = SHORT.get(key, re.escape(_unaccented(english[key])[:4]))
            table[name] = f"{table[name]}|{begins}" if name in table else begins
    names = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    return table, re.compile(f"(?:{names})")


def _unaccented(text: str) -> str:
    """Give a text without accents: Sao Paulo."""
    return "".join(one for one in normalize("NFD", text) if not combining(one))


def _bare(name: str) -> str:
    """Give a name without what English adds to it: UNDP’s, NGOs."""
    return re.sub(r"(?:['’]s?|s)$", "", name).casefold()
