"""Rules on letters: left untranslated, invisible, or of another script."""

import re
from collections.abc import Iterator

from course.check.translation.pair import PLACEHOLDER, SYMBOL, URL, Pair
from course.languages import parts
from course.problems import Problem

HAN = "\u3400-\u9fff\uf900-\ufaff"
HAN_LETTER = re.compile(f"[{HAN}]")
# English in a Chinese text: a word in small letters that is no unit and no file.
ENGLISH_WORD = re.compile(
    r"(?<![A-Za-z0-9\u00c0-\u024f_.@/&-])[a-z]{4,}(?![A-Za-z0-9\u00c0-\u024f_@/-]|\.[A-Za-z])"
)
WORD = re.compile(r"[^\W\d_]{2,}")
GLOSS = re.compile(r"[（(“\"‘《][^（()）“”\"‘’《》]*[)）”\"’》]")
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff\ue000-\uf8ff]"
)
JOINERS = re.compile("[\u200c\u200d]")
# GB 2312 lacks the first, which are simplified; the second it has, though they are not.
SIMPLIFIED = frozenset("瞭镕囍喆堃昇珮祐馀嬅")
TRADITIONAL = frozenset("於乾後著徵甦")
SAME_FROM = 4


def untranslated(pair: Pair) -> Iterator[Problem]:
    """C614: a translation is the source itself, or a part of it was left as it was.

    Numbers, symbols, addresses and names may stay. Words in small letters in a
    Chinese text, and Han characters in another one, were forgotten.
    """
    left = _left(pair)
    if left:
        yield pair.wrong("C614", f"not translated: “{left}”", "translate it")


def invisible(pair: Pair) -> Iterator[Problem]:
    """C615: a translation is blank, or holds letters that nobody can see.

    Zero-width spaces, control characters and the like come from copying. They break
    searching and line breaks.
    """
    if not pair.written.strip():
        yield pair.wrong("C615", "the translation is blank", "translate it")
        return
    pattern = INVISIBLE
    odd = pattern.search(pair.written)
    if odd is None and parts(pair.target.lang)[1] in ("Hans", "Hant", "Latn"):
        odd = JOINERS.search(pair.written)
    if odd:
        yield pair.wrong(
            "C615",
            f"a letter that nobody can see: U+{ord(odd[0]):04X}",
            "delete it, or type the words anew",
        )


def other_script(pair: Pair) -> Iterator[Problem]:
    """C616: Traditional characters in simplified Chinese, or the other way round.

    A character counts as traditional if the mainland's standard set (GB 2312) lacks
    it and Taiwan's (Big5) has it.
    """
    script = parts(pair.target.lang)[1]
    if script not in ("Hans", "Hant"):
        return
    ours, others = ("gb2312", "big5") if script == "Hans" else ("big5", "gb2312")
    more = TRADITIONAL if script == "Hans" else frozenset()
    odd = [
        one
        for one in HAN_LETTER.findall(pair.told)
        if (one in more and _is_odd(one, pair.told))
        or (not _is_in(one, ours) and _is_in(one, others) and one not in SIMPLIFIED)
    ]
    if odd:
        yield pair.doubt(
            "C616",
            f"of another script: {''.join(dict.fromkeys(odd))}",
            "write it in the characters of this language",
        )


def _left(pair: Pair) -> str:
    """Give what was left in the source language."""
    if pair.is_to_han:
        if not HAN_LETTER.search(pair.told):
            same = ENGLISH_WORD.search(pair.told)
            return pair.target.plain if same or _is_copy(pair) else ""
        words = ENGLISH_WORD.findall(_bare(pair))
        return " ".join(words)
    han = HAN_LETTER.findall(GLOSS.sub(" ", pair.told))
    if not pair.is_from_han:
        # A name in Han characters may stand in the source as well.
        han = [one for one in han if one not in pair.said]
    if han:
        return "".join(han)
    words = WORD.findall(pair.told)
    is_long = len([one for one in words if one.islower()]) >= SAME_FROM
    return pair.target.plain if _is_copy(pair) and is_long else ""


def _bare(pair: Pair) -> str:
    """Give the prose without words that stand in a name: “Free & Equal campaign”."""
    text = "".join(
        " " if span.code or span.link else span.text for span in pair.target.spans
    )
    for kept in (URL, SYMBOL, PLACEHOLDER):
        text = kept.sub(" ", text)
    return re.sub(
        r"(?:[A-Z][\w’'-]*[ ](?:(?:of|and|the|for|on|in|&)[ ])*)+[a-z]+",
        " ",
        GLOSS.sub(" ", text),
    )


def _is_copy(pair: Pair) -> bool:
    """Tell whether a translation repeats its source, which is more than a name."""
    is_same = pair.told.strip().casefold() == pair.said.strip().casefold()
    words = WORD.findall(pair.said)
    return is_same and (
        any(one.islower() and len(one) >= SAME_FROM for one in words)
        or (len(words) == 1 and not words[0].isupper())
    )


def _is_in(letter: str, charset: str) -> bool:
    try:
        letter.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _is_odd(letter: str, text: str) -> bool:
    """Tell whether a character that both scripts know is the traditional one here."""
    usual = {
        "乾": "乾[隆坤]",
        "著": "[显名论编原巨译遗专土合拙卓昭]著|著[名作述称者书录]",
        "徵": "宫商角徵",
    }
    return not re.search(usual.get(letter, "(?!)"), text)
