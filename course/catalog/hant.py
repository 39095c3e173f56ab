"""Traditional Chinese, prefilled from Simplified Chinese by OpenCC, as fuzzy.

OpenCC converts letters, and phrases of a region: 信息 is 資訊 in Taiwan. A person reads
all of it, so nothing is shown before the fuzzy marks are gone.
"""

from collections.abc import Callable
from dataclasses import replace

from course.catalog.entry import Entry, Key
from course.catalog.store import LABELS, Store, fresh_labels, read_all, wanted
from course.catalog.update import Hand, untouched
from course.languages import parts, pick
from course.model import Course

# OpenCC's conversions by region; elsewhere, letters only.
CONVERSIONS = {"TW": "s2twp", "HK": "s2hk", "MO": "s2hk"}
# OpenCC takes some words for those of computing; courses speak of law.
NOT_COMPUTING = {"程式": "程序", "數位權利": "數字權利"}


def prefill(store: Store, course: Course, lang: str) -> Hand:
    """Give what fills the entries of a new language, where something can."""
    simplified = pick("zh_Hans", course.text.languages)
    if parts(lang)[:2] != ("zh", "Hant") or simplified is None:
        return untouched
    convert = converter(lang)
    known = _known(store, course, simplified)

    def hand(_: str, entry: Entry) -> Entry:
        here = entry.source if course.lang == simplified else known.get(entry.key, "")
        if entry.target or entry.obsolete or not here:
            return entry
        return replace(entry, target=convert(here), fuzzy=True)

    return hand


def _known(store: Store, course: Course, lang: str) -> dict[Key, str]:
    """Give all that is translated into Simplified Chinese, the labels as well."""
    own = replace(store, root=store.own)
    files, _ = read_all(store, lang, wanted(store, course, lang))
    labels, _ = read_all(own, lang, {LABELS: fresh_labels()})
    return {
        entry.key: entry.target
        for entries, _ in (*labels.values(), *files.values())
        for entry in entries
        if entry.is_done
    }


def converter(lang: str) -> Callable[[str], str]:
    """Give what converts a text from Simplified Chinese.

    >>> converter("zh_Hant")("信息和特别程序"), converter("zh_Hant_HK")("信息")
    ('資訊和特別程序', '信息')
    """
    from opencc import OpenCC

    opencc = OpenCC(CONVERSIONS.get(parts(lang)[2], "s2t"))

    def convert(text: str) -> str:
        made: str = opencc.convert(text)
        for wrong, right in NOT_COMPUTING.items():
            made = made.replace(wrong, right)
        return made

    return convert
