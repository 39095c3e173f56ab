"""Language tags: read forgivingly, written the way each format wants them."""

from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError, parse_locale
from babel.core import get_global

HAN = ("Hans", "Hant", "Jpan", "Kore")
RIGHT_TO_LEFT = ("Arab", "Hebr", "Thaa", "Syrc", "Nkoo")
# Course texts follow United Nations spelling, which is British.
HOME = {"en": "GB"}


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
            home = territory or HOME.get(language) or likely_territory or ""
            return language, script or likely_script or "", home
    return language, script or "", territory or ""


def same(one: str, other: str) -> bool:
    """Tell whether two tags mean one language in one script.

    >>> same("zh-CN", "zh_Hans"), same("zh_Hant", "zh_Hans")
    (True, False)
    """
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


def is_known(tag: str) -> bool:
    """Tell whether Babel knows how this language writes numbers and lists."""
    try:
        Locale.parse(tag.replace("-", "_"))
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


def name_in(tag: str, lang: str) -> str:
    """Give a language's name in another language.

    >>> name_in("en", "zh_Hans"), name_in("en", "fr")
    ('英语', 'anglais')
    """
    name = Locale.parse(tag.replace("-", "_")).get_display_name(lang.replace("-", "_"))
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
    locale = Locale.parse(tag.replace("-", "_"))
    name = locale.get_display_name() or tag
    if locale.script and locale.language == "zh":
        name = {"Hans": "简体中文", "Hant": "繁體中文"}.get(locale.script, name)
    return name[0].upper() + name[1:]
