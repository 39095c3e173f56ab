"""What rules on quiz items know of English."""

import re

from course.check.items.language import Language, Limits

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Words that say little: in a stem and in its key, they give nothing away.
SAY_LITTLE = """
a about above across after again against all almost alone along already also although
always am among an and another any anybody anything are around as ask asked at away
back be because become been before being below best better between both but by call
called can case come could course did different do does doing done down during each
either else enough even ever every everybody example few first fit five following for
found four from full further gave get give given gives go goes good government
governments had has have having he help her here him his how however human if in into
is it its itself just keep know known last least less let like long look made make
makes making many may means might mind more most much must name named names near need
needed needs never new next no nobody none nor not nothing now of off often on once
one only onto or other others our out over own paragraph part people place places
point put rather read really report report's reports right rights said same say saying
says second section see seem seems set several shall she should show shown shows since
six so some somebody something still such take taken takes tell tells ten than that
the their them themselves then there these they thing things third this those three
through thus to together too toward towards two under until up upon us use used uses
using very want wants was way ways we well went were what when where whether which
while who whole whom whose why will with within without word words would yet you your
"""
STOP = frozenset(SAY_LITTLE.split())
SHORTEST = 4
ASKED = r"(?:\b(?:which|what|who)\b|^where\b)"
# Words that begin another clause: a “not” behind them is not the question's.
CLAUSE = r"(?!\b(?:that|if|who|which|whose|because|when|where|while|although|but|and|to|without|as)\b)"
HELD = rf"(?:{CLAUSE}[^,;:.?–])*?"
VERB = r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|must|should|will|would)"
COUNTS = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}


def contents(text: str) -> frozenset[str]:
    """Give the words that carry meaning, without their endings.

    >>> sorted(contents("Which cities signed the treaties?"))
    ['city', 'sign', 'treaty']
    """
    words = (
        one.casefold().replace("’s", "").replace("'s", "") for one in WORD.findall(text)
    )
    return frozenset(
        _root(one) for one in words if one not in STOP and len(one) >= SHORTEST
    )


def _root(word: str) -> str:
    for ending, instead in (
        ("ies", "y"),
        ("ing", ""),
        ("ed", ""),
        ("es", "e"),
        ("s", ""),
    ):
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= SHORTEST - 1
            and not word.endswith("ss")
        ):
            return (
                (word[: -len(ending)] + instead).rstrip("e")
                if ending != "ies"
                else word[:-3] + "y"
            )
    return word.rstrip("e")


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


ENGLISH = Language(
    limits=Limits(stem=45, scenario=90, option=15, ratio=1.6, spare=4, sentence=20),
    unfocused=_any(
        r"\bwhich (?:one |two |three )?(?:of (?:the following|these|those|them)(?: \w+)?|statements?|sentences?|answers?|options?|claims?) "
        r"(?:is|are) (?:not )?(?:true|correct|right|false|wrong|incorrect|untrue)\b(?! (?:for|about|of|to)\b)"
    ),
    negative=_any(
        rf"{ASKED}{HELD}{VERB}(?P<no>n[’']t\b| (?:not|never)\b)"
        rf"|{ASKED}{HELD}{VERB}(?: {CLAUSE}[\w’'-]+){{1,5}}? (?P<no2>not|never)\b"
        rf"|{ASKED}{HELD}\b(?:is|are) (?:the )?(?P<no3>false|incorrect|untrue|wrong|least (?:likely|suitable|appropriate|true))\b"
        r"|\b(?P<no4>except)\b[^?]{0,30}\?"
    ),
    besides=_any(r"\bwhether or not\b|\bnot only\b|\bnot yet\b|\bwhy not\b"),
    catch_all=_any(
        r".*\b(?:all|none|both|neither|either|any) of the above\b.*"
        r"|(?:all|none|both|neither|either|any) of (?:these|them|the (?:other )?(?:options|answers))"
        r"|(?:(?:both|only|options?|answers?|neither|either) )*[A-E](?:, [A-E])*,? (?:and|or|nor|&) [A-E]"
        r"|(?:[IVX]+(?:, [IVX]+)*,? (?:and|or) [IVX]+)"
        r"|.*[①②③④].*[①②③④].*"
    ),
    verdict=_any(r"true|false|yes|no|correct|incorrect|right|wrong"),
    absolutes=_any(
        r"\b(?:always|never|(?<!not )only(?! (?:a )?(?:part|some|few))|must|none|nobody(?! may)|no one|nothing|entirely|completely|in any case)\b"
    ),
    sweeping=_any(
        r"(?<!\bnot )(?<!\bof )\b(?:all|every|everybody|everyone|everything|any)\b(?! levels?\b)"
    ),
    vague=re.compile(
        r"\b(?:(?<![Hh]ow )[Oo]ften|[Aa]t times|[Uu]sually|[Ss]ometimes|[Ff]requently|[Rr]arely|[Ss]eldom|[Gg]enerally|[Tt]ypically|[Oo]ccasionally"
        r"|[Nn]ormally|[Pp]robably|[Pp]ossibly|[Pp]erhaps|[Mm]ostly|(?<!obody )(?<!o one )may|might)\b"
    ),
    opinion=_any(r"\b(?:should|ought to|had better)\b"),
    according=_any(
        r"\baccording to\b|\breport\b|\breport’s\b|\brecommend\w*|\bparagraphs?\b|¶|\bthe text\b|\bfootnotes?\b|\bsection [IVX]+\b"
    ),
    worst=_any(
        r"\b(?:worst|most corrupt|most racist|most dangerous|least developed|most backward|least democratic)\b"
    ),
    count=_any(r"\bwhich (?:of these )?(?P<count>two|three|four|[234])\b"),
    counts=COUNTS,
    least=_any(
        r"\b(?:more than|over|above|at least|from|not less than|no fewer than)\s+(?P<n>[\d,.]+)|(?P<m>[\d,.]+) or more\b"
    ),
    most=_any(
        r"\b(?:less than|fewer than|under|below|at most|up to|no more than|not more than)\s+(?P<n>[\d,.]+)|(?P<m>[\d,.]+) or (?:less|fewer)\b"
    ),
    between=_any(
        r"(?:\b(?:between|from)\s+)?(?P<n>\d[\d,.]*)(?:\s*[–—-]\s*| to | and )(?P<m>\d[\d,.]*)"
    ),
    contents=contents,
    article=_any(r"\b(?P<a>an?)\s*(?:…|\.\.\.|_+)?\s*[?:.]*\s*$"),
    duties=_any(r"\bmust\b"),
    before_blank=_any(r"\b(?P<a>an?)\s+(?:\(\d\)\s*)?_{3}"),
)
