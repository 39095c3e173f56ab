"""Rules on marks and spaces, as each language sets them."""

import re
from collections import Counter
from collections.abc import Iterator

from course.check.translation.letters import HAN
from course.check.translation.pair import Pair
from course.languages import parts
from course.problems import Problem

WIDE = "，。；：？！、（）【】《》〈〉「」『』“”‘’…—～·％"
HALF_BESIDE_HAN = re.compile(
    rf"(?<=[{HAN}”’》）])[ ]?[,;:?!](?![a-z]*://)|[,;:?!][ ]?(?=[{HAN}“《（])"
    rf"|(?<=[{HAN}”’》）])\.(?![\w.])|(?<![\d.])\.(?=[{HAN}])"
    rf"|\((?=[^()]*[{HAN}])|(?<=[{HAN}])\(|(?<=[{HAN}])\)|\)(?=[{HAN}])"
    rf"|(?<=[{HAN}])%|(?<=[{HAN}]),(?=\d)"
)
WIDE_LETTER = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
WIDE_MARK = re.compile(
    "[\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u3000-\u3003、。]"
)
TITLES = re.compile("[《》〈〉]")
CORNERS = re.compile("[「」『』]")
STRAIGHT = re.compile(r'"')
STRAIGHT_SINGLE = re.compile(rf"(?<=[{HAN}，。])'|'(?=[{HAN}])")
QUOTED = re.compile(
    '“[^”]*”|‘[^’]{2,}’|《[^》]*》|「[^」]*」|『[^』]*』|"[^"]+"|«[^»]*»'
)
HAN_DASH = re.compile(
    rf"(?<=[{HAN}”》）])[ ]?(?:-{{1,3}}|–{{1,2}}|(?<!—)—(?!—))[ ]?(?=[{HAN}“《（])"
    r"|—[ ]—|-{2,}|—{3,}|[ ]——|——[ ]|[ ][-–—][ ]"
)
HAN_DOTS = re.compile(r"(?<!…)…(?!…)|…{3,}|\.{2,}|。{2,}|·{2,}|、{2,}")
LATIN_DASH = re.compile(r"——|(?<=\w)[ ]?--[ ]?(?=\w)|(?<=[A-Za-z])[ ]-[ ](?=[A-Za-z])")
LATIN_DOTS = re.compile(r"……|\.{3,}|。{2,}")
PAIRS = {
    "（": "）",
    "(": ")",
    "[": "]",
    "【": "】",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "「": "」",
    "{": "}",
    "『": "』",
}
CLOSING = "”’\"'）)】]》」』*_ \u3000"
ENDS = {
    **dict.fromkeys("。．.", "a full stop"),
    **dict.fromkeys("？?؟", "a question mark"),
    **dict.fromkeys("！!", "an exclamation mark"),
    **dict.fromkeys("：:", "a colon"),
    **dict.fromkeys("；;؛", "a semicolon"),
    **dict.fromkeys("，,、،", "a comma"),
    "…": "an ellipsis",
}
NONE = "no mark"
ABBREVIATION = re.compile(
    r"(?:\b(?:etc|Inc|Ltd|Co|e\.g|i\.e|[ap]\.m|No|U\.S|St|vs|al)|\b[A-Z])\.$"
)
# A question that is told, in one language, and asked in the other.
INDIRECT = re.compile(
    r"\b(?:[Aa]sks?|asked|whether|wonder)\b|想一想|想想|说一?说|谈一?谈"
)
GAP = re.compile(
    rf"(?<=[{HAN}])[ ]+(?=[A-Za-z0-9{{{HAN}])|(?<=[A-Za-z0-9%}}])[ ]+(?=[{HAN}])"
    rf"|[ ]+(?=[，。；：？！、）》”…])|(?<=[，。；：？！、（《“])[ ]+"
    rf"|(?<=[{HAN}])\u3000+(?=[{HAN}\w])"
)
LATIN_GAP = re.compile(
    r"(?<=\w)[ ]+(?:[,;.?!:)](?=[ ]|$)|[,;](?=\w))"
    r"|(?<=[a-z])[,;](?=[A-Za-z])|[(“][ ]+(?=\w)"
)
FRENCH_GAP = re.compile(r"(?<=\w)[ ]+[,.)](?=[ ]|$)")
TWICE = re.compile(r"\b([A-Za-z]+)[ ]+\1\b", re.IGNORECASE)
TWICE_RIGHT = ("that", "had", "bye", "so", "very", "is", "nous", "vous")
SAME_TWICE = re.compile(
    r"([是在和与及或被把对为将而也都就并中由从到于以向地我他应可不请第])\1|的的(?!确)|"
    r"(?<!为)了了(?!解)|有有(?!关)|(?<!理事)会会(?![议员所徽费址长见晤合])|等等等等"
)
REPEATED = (
    "讨论",
    "研究",
    "商量",
    "考虑",
    "休息",
    "了解",
    "学习",
    "打听",
    "介绍",
    "比较",
    "交流",
    "检查",
    "整理",
    "反省",
    "锻炼",
    "练习",
    "认识",
)
MARKS_TWICE = re.compile(
    r"([，。；：、？])\1|[，；：、][，。；：、]|。[，；：、]|(?<!\.)([,;:])\2|(?<!\.)\.\.(?!\.)|,\.|\.,(?!\d)"
)


def half_width(pair: Pair) -> Iterator[Problem]:
    """C620: a half-width mark stands beside Han characters.

    Chinese text has ，。；：？！（）. Half-width marks stay in numbers, times and
    addresses; digits and Latin letters are always half-width.
    """
    if pair.is_to_han:
        found = HALF_BESIDE_HAN.search(pair.told)
        letter = WIDE_LETTER.search(pair.told)
        if odd := found or letter:
            word = "full" if odd is letter else "half"
            yield pair.doubt(
                "C620",
                f"a {word}-width {odd[0].strip()} in Chinese text",
                "write marks full-width, letters and digits half-width",
            )


def full_width(pair: Pair) -> Iterator[Problem]:
    """C621: a full-width mark, letter or digit in a text that is not Chinese."""
    if pair.is_to_han:
        return
    if odd := WIDE_MARK.search(pair.told) or WIDE_LETTER.search(pair.told):
        yield pair.doubt(
            "C621", f"a full-width {odd[0]}", "write it half-width, with its space"
        )


def quotation_marks(pair: Pair) -> Iterator[Problem]:
    """C622: quotation marks are not those of the language, or are lost.

    Chinese has “ ” and, within them, ‘ ’; titles of works stand in 《》, and within
    these in 〈〉. English has “ ” and no 《》: titles are in italics.
    """
    text = pair.told
    if pair.is_to_han:
        odd = (
            STRAIGHT.search(text)
            or CORNERS.search(text)
            or STRAIGHT_SINGLE.search(text)
        )
        odd = odd or re.search("《[^》]*《|^[^“”]*‘[^’]*“|“[^”]*“", text)
        if parts(pair.target.lang)[1] == "Hant":
            odd = STRAIGHT.search(text)
    else:
        odd = TITLES.search(text) or CORNERS.search(text)
        odd = odd or (STRAIGHT.search(text) if pair.tongues[1] else None)
    if odd:
        yield pair.doubt(
            "C622",
            f"{odd[0]} is no quotation mark here",
            "write “…”; titles: 《…》, italics",
        )
    elif (
        all(pair.tongues)
        and _quotes(pair.said)
        and not (QUOTED.search(text) or _is_set_apart(pair))
    ):
        yield pair.doubt(
            "C622", "the quotation marks of the source are lost", "quote what it quotes"
        )


def dashes_and_dots(pair: Pair) -> Iterator[Problem]:
    """C623: a dash or an ellipsis is not written as in its language.

    Chinese has —— and ……, two characters wide and without spaces; English – or —, and
    one ….
    """
    patterns = (HAN_DASH, HAN_DOTS) if pair.is_to_han else (LATIN_DASH, LATIN_DOTS)
    odd = next(filter(None, (one.search(pair.told) for one in patterns)), None)
    if odd:
        yield pair.doubt(
            "C623",
            f"“{odd[0].strip()}” is no dash and no ellipsis here",
            "write —— and …… in Chinese, – and … elsewhere",
        )


def unpaired(pair: Pair) -> Iterator[Problem]:
    """C624: a bracket or a quotation mark has no partner."""
    if pair.tongues[1] is None:
        return
    open_ones: list[str] = []
    for letter in pair.told:
        if letter in PAIRS:
            open_ones.append(letter)
        elif letter in PAIRS.values() and (
            not open_ones or PAIRS[open_ones.pop()] != letter
        ):
            open_ones.append(letter)
            break
    if open_ones and not _unbalanced(pair.said):
        yield pair.doubt(
            "C624", f"{open_ones[-1]} has no partner", "open and close with one pair"
        )


def end_mark(pair: Pair) -> Iterator[Problem]:
    """C625: a translation ends with a mark of another class than its source.

    A question stays a question, and a sentence ends as one. Titles, options and cells
    may leave out the full stop, or have it.
    """
    wanted, there = _end(pair.said), _end(pair.told)
    if wanted == there or (pair.is_label and {wanted, there} <= {NONE, ENDS["."]}):
        return
    if {wanted, there} == {NONE, ENDS["."]} and _may_end_freely(pair):
        return
    if {wanted, there} == {ENDS["."], ENDS["?"]} and INDIRECT.search(
        pair.said + pair.told
    ):
        return
    yield pair.doubt(
        "C625", f"it ends with {there}, the source with {wanted}", "end it alike"
    )


def spacing(pair: Pair) -> Iterator[Problem]:
    """C626: a space too many or too few.

    House rule: no space between Han and Latin letters or digits, as programs set that
    gap themselves; none beside full-width marks. English has a space after a mark and
    none before it.
    """
    if pair.is_to_han:
        odd = GAP.search(pair.told)
    else:
        odd = (LATIN_GAP if pair.tongues[1] else FRENCH_GAP).search(pair.told)
    is_edge = pair.written != pair.written.strip() and pair.source.source.strip()
    if odd or (is_edge and "\n" not in pair.written and pair.role != "label"):
        start = max(odd.start() - 3, 0) if odd else 0
        near = pair.told[start : odd.end() + 3] if odd else pair.told[:6]
        yield pair.doubt(
            "C626", f"a space too many or too few: “{near}”", "set it as the house does"
        )


def doubled(pair: Pair) -> Iterator[Problem]:
    """C627: a word, a mark or a space stands twice in a row."""
    text = pair.told
    odd = MARKS_TWICE.search(text)
    if odd is None and pair.is_to_han:
        odd = SAME_TWICE.search(text) or _words_twice(text)
    elif odd is None:
        words = (
            one
            for one in TWICE.finditer(text)
            if one[1].lower() not in TWICE_RIGHT
            and (pair.tongues[1] or one[0] == f"{one[1]} {one[1]}")
        )
        odd = next(words, None)
    if odd is None:
        odd = re.search(r"(?<=\S)[ ]{2,}(?=\S)", pair.written)
    if odd and odd[0] not in pair.said:
        yield pair.doubt("C627", f"twice in a row: “{odd[0]}”", "delete one")


def _words_twice(text: str) -> re.Match[str] | None:
    for one in re.finditer(rf"([{HAN}]{{2,6}})\1", text):
        if one[1] not in REPEATED and one[1][0] != "一" and len(set(one[1])) > 1:
            return one
    return None


def _quotes(text: str) -> bool:
    return bool(re.search('“[^”]{2,}”|「[^」]+」|"[^"]{2,}"', text))


def _is_set_apart(pair: Pair) -> bool:
    """Tell whether words are set in italics or bold, which may stand for quotes."""
    return any(one.emphasis or one.strong for one in pair.target.spans) or (
        not pair.is_to_han and bool(re.search(r"[a-z,;][ ][A-Z][a-z]", pair.told))
    )


def _end(text: str) -> str:
    ended = text.rstrip(CLOSING)
    if not ended or ABBREVIATION.search(ended):
        return NONE
    if ended.endswith("..."):
        return ENDS["…"]
    return ENDS.get(ended[-1], NONE)


def _may_end_freely(pair: Pair) -> bool:
    """Tell whether an abbreviation's stop is the sentence's, too: etc."""
    return any(ABBREVIATION.search(t.rstrip(CLOSING)) for t in (pair.said, pair.told))


def _unbalanced(text: str) -> bool:
    counted = Counter(text)
    return any(counted[one] != counted[other] for one, other in PAIRS.items())
