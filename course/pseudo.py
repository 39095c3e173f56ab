"""Pseudo-languages: the source in longer words, or mirrored, to test layouts. Pure.

They show before any translation exists where a text has no room, where one is not
translatable, and where a page does not turn for scripts that run from right to left.
"""

import re

from course.languages import MIRRORED

# Latin-1 letters, which every face has.
ACCENTS = str.maketrans("aeiouyncAEIOUYNC", "äéîöüýñçÄÉÎÖÜÝÑÇ")
# Doubled, these make English about two fifths longer.
DOUBLED = re.compile("([aeiouynl])")
# Right-to-left override, and its end; around each word, so that lines may break.
TURN, BACK = "\u202e", "\u202c"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What is no prose: citations, addresses of links, code, placeholders, markup.
KEPT = re.compile(
    r"\[(?:¶|fn\b)[^\[\]]*\]|\]\([^()\s]*\)|`[^`]*`|\{\w*\}|<[^<>\s]+>|\w+://\S+|\\."
    r"|[*_\[\]|]"
)


def pseudo(source: str, lang: str) -> str:
    """Give a text as a pseudo-language has it; markup and citations stay.

    >>> pseudo("Pick **one** [¶45]", "en_XA")
    'Pîîçk **ööññéé** [¶45]'
    """
    parts, at = [], 0
    for match in KEPT.finditer(source):
        parts += [_told(source[at : match.start()], lang), match[0]]
        at = match.end()
    return "".join([*parts, _told(source[at:], lang)])


def _told(prose: str, lang: str) -> str:
    if lang == MIRRORED:
        return WORD.sub(rf"{TURN}\g<0>{BACK}", prose)
    return DOUBLED.sub(r"\1\1", prose).translate(ACCENTS)
