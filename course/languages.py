"""Language tags: read forgivingly, written the way each format wants them."""

from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError, parse_locale
from babel.core import get_global

HAN = ("Hans", "Hant", "Jpan", "Kore")
# Unseen; what stands on either side of it is not read as one word from left to right.
RIGHT_TO_LEFT_MARK = "\u200f"
# Around words that run the other way than the line around them.
LEFT_TO_RIGHT_WORDS, RIGHT_TO_LEFT_WORDS, END = "\u202a", "\u202b", "\u202c"
RIGHT_TO_LEFT = ("Arab", "Hebr", "Thaa", "Syrc", "Nkoo")
# Course texts follow United Nations spelling, which is British.
HOME = {"en": "GB"}
# Made from the source by the program, to test layouts: longer text, and mirrored text.
LONGER, MIRRORED = "en_XA", "ar_XB"
PSEUDO = {LONGER: "English, accented", MIRRORED: "English, mirrored"}


@cache
def parts(tag: str) -> tuple[str, str, str]:
    """Give language, script and territory of a tag, the likely ones filled in.

    >>> parts("zh"), parts("zh-CN"), parts("zh_Hans")
    (('zh', 'Hans', 'CN'), ('zh', 'Hans', 'CN'), ('zh', 'Hans', 'CN'))
    >>> parts("zh-TW"), parts("en")
    (('zh', 'Hant', 'TW'), ('en', 'Latn', 'GB'))

    Raises:
        ValueError: the tag is not a language tag.
    """
    language, territory, script = parse_locale(tag.strip().replace("-", "_"))[:3]
    likely = get_global("likely_subtags")
    for key in (
        (language, script, territory),
        (language, territory),
        (language, script),
        (language,),
    ):
        known = likely.get("_".join(part for part in key if part))
        if known and all(key):
            _, likely_territory, likely_script = parse_locale(known)[:3]
            place = "" if is_pseudo(tag) else territory
            home = place or HOME.get(language) or likely_territory or ""
            return language, script or likely_script or "", home
    return language, script or "", territory or ""


def same(one: str, other: str) -> bool:
    """Tell whether two tags mean one language in one script.

    >>> same("zh-CN", "zh_Hans"), same("zh_Hant", "zh_Hans")
    (True, False)
    """
    if is_pseudo(one) or is_pseudo(other):
        return one == other
    return parts(one)[:2] == parts(other)[:2]


def pick(wish: str, among: Iterable[str]) -> str | None:
    """Give the one of `among` that a person means by `wish`, if there is one.

    >>> pick("zh-Hans-CN", ["en", "zh_Hans"])
    'zh_Hans'
    """
    known = tuple(among)
    if wish in known:
        return wish
    try:
        return next((tag for tag in known if same(wish, tag)), None)
    except ValueError:
        return None


def is_pseudo(tag: str) -> bool:
    """Tell whether this is no language, but a test of layouts."""
    return tag in PSEUDO


def real(tag: str) -> str:
    """Give a tag whose numbers and lists are known: of a test, its language.

    >>> real("ar_XB"), real("zh-Hans")
    ('ar', 'zh_Hans')
    """
    return parts(tag)[0] if is_pseudo(tag) else tag.replace("-", "_")


def is_known(tag: str) -> bool:
    """Tell whether Babel knows how this language writes numbers and lists."""
    if is_pseudo(tag):
        return False
    try:
        Locale.parse(real(tag))
    except (ValueError, UnknownLocaleError):
        return False
    return True


def office(tag: str) -> str:
    """Give the tag as Office files write it: language and territory.

    >>> office("zh_Hans"), office("en"), office("zh_Hant")
    ('zh-CN', 'en-GB', 'zh-TW')
    """
    language, _, territory = parts(tag)
    return f"{language}-{territory}" if territory else language


def bcp47(tag: str) -> str:
    """Give the tag as HTML and PDF write it.

    >>> bcp47("zh_Hans")
    'zh-Hans'
    """
    return tag.replace("_", "-")


def is_han(tag: str) -> bool:
    """Tell whether the language is set in Han characters, one em each."""
    return parts(tag)[1] in HAN


def is_right_to_left(tag: str) -> bool:
    """Tell whether the language runs from right to left."""
    return parts(tag)[1] in RIGHT_TO_LEFT


def embedded(words: str, lang: str, among: str) -> str:
    """Give words as they stand in a line of another language: whole, marks and all.

    >>> embedded("Why?", "en", "fr"), embedded("Why?", "en", "ar")
    ('Why?', '\u202aWhy?\u202c')
    """
    backwards = is_right_to_left(lang)
    if backwards == is_right_to_left(among) or not words:
        return words
    start = RIGHT_TO_LEFT_WORDS if backwards else LEFT_TO_RIGHT_WORDS
    return f"{start}{words}{END}"


def name_in(tag: str, lang: str) -> str:
    """Give a language's name in another language.

    >>> name_in("en", "zh_Hans"), name_in("en", "fr")
    ('英语', 'anglais')
    """
    name = Locale.parse(real(tag)).get_display_name(real(lang))
    return name or tag


@cache
def places(tag: str) -> dict[str, str]:
    """Give countries and large cities in a language, by their codes in the CLDR.

    >>> places("zh")["MX"], places("en")["Europe/Rome"], places("zh")["Europe/Rome"]
    ('墨西哥', 'Rome', '罗马')
    """
    locale = Locale.parse(tag.replace("-", "_"))
    zones = map(str, Locale.parse("zh").time_zones)
    found = {code: name for code, name in locale.territories.items() if code.isalpha()}
    for zone in zones:
        # English names of cities are those of their time zones, and not in the CLDR.
        name = zone.rpartition("/")[2].replace("_", " ")
        city = locale.time_zones.get(zone, {}).get("city")
        if city or parts(tag)[0] == "en":
            found[zone] = city or name
    return found


def own_name(tag: str) -> str:
    """Give the language's name for itself.

    >>> own_name("zh_Hans"), own_name("fr")
    ('简体中文', 'Français')
    """
    if is_pseudo(tag):
        return PSEUDO[tag]
    locale = Locale.parse(real(tag))
    name = locale.get_display_name() or tag
    if locale.script and locale.language == "zh":
        name = {"Hans": "简体中文", "Hant": "繁體中文"}.get(locale.script, name)
    return name[0].upper() + name[1:]
