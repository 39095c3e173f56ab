"""What a translation must keep: each rule, in both directions, and what may differ."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import markup
from course.build import Request, build, inspect_translations
from course.check.translation import COURSE_RULES, RULES, chinese, code_of, english
from course.check.translation.amounts import Day
from course.check.translation.ignore import Ignore, read_ignores
from course.check.translation.pair import Pair
from course.problems import Place, Problem, Severity
from course.read.project import own_root
from tests.conftest import faults
from tests.test_build import run
from tests.verdicts import judge, score, verdicts

EN, ZH, FR = "en", "zh_Hans", "fr"
CHINESE_PO = Path("locales/zh_Hans/LC_MESSAGES/hive.po")
FRENCH_PO = Path("locales/fr/LC_MESSAGES/hive.po")


def told(
    source: str, target: str, langs: tuple[str, str] = (EN, ZH), role: str = ""
) -> list[Problem]:
    words, _ = markup.words(source, Place("a.yaml"), langs[0])
    translated, _ = markup.words(target, Place("a.po"), langs[1], origin=words)
    pair = Pair(words, translated, target, role)
    return [problem for rule in RULES for problem in rule(pair)]


# What fires: code, source, target; and a right translation beside it.
CASES = [
    ("C601", "Local data help [¶65].", "本地数据有帮助。", "本地数据有帮助[¶65]。"),
    ("C602", "It has 14 members.", "它有四十名成员。", "它有十四名成员。"),
    ("C602", "Some 35,000 people came.", "来了3,500人。", "来了3.5万人。"),
    ("C602", "20 per cent of them voted.", "其中20人投了票。", "其中百分之二十投了票。"),
    ("C602", "Half of the towns replied.", "三分之一的城镇答复了。", "一半的城镇答复了。"),
    ("C603", "It met on 3 May 2018.", "会议于2018年5月4日举行。", "会议于2018年5月3日举行。"),
    ("C603", "It met on Monday.", "会议于星期二举行。", "会议于星期一举行。"),
    ("C604", "Answer within two weeks.", "请在两个月内答复。", "请在14天内答复。"),
    ("C605", "See A/HRC/42/22.", "见A/HRC/42/23。", "见A/HRC/42/22。"),
    ("C606", "See https://www.un.org/en.", "见https://www.un.org/zh。", "见https://www.un.org/en。"),
    ("C607", "Choose {number} cards.", "选{n}张卡片。", "选{number}张卡片。"),
    ("C607", "Page {page} of {pages}", "第{pages}页，共{page}页", "第{page}页，共{pages}页"),
    ("C608", "It is **not** common.", "这并不普遍。", "这**并不**普遍。"),
    ("C608", "Read *The Oven*.", "请读**《炉子》**。", "请读《炉子》。"),
    ("C609", "Ask, then listen.", "- 提问\n- 倾听", "先提问，再倾听。"),
    ("C610", "Article 12 says so.", "第十三条有此规定。", "第十二条有此规定。"),
    ("C611", "States must report.", "各国可以报告。", "各国必须报告。"),
    ("C611", "Staff must not copy it.", "工作人员可以复制。", "工作人员不得复制。"),
    ("C611", "Cities may send comments.", "城市必须提交意见。", "城市可以提交意见。"),
    ("C611", "Towns should take part.", "城镇必须参加。", "城镇应当参加。"),
    ("C612", "They have no right to vote.", "他们有表决权。", "他们没有表决权。"),
    ("C613", "ICCPR and ICESCR apply.", "适用ICCPR和ICESR。", "适用ICCPR和ICESCR。"),
    ("C614", "Local government matters.", "Local government matters.", "地方政府很重要。"),
    ("C614", "All stakeholders agree.", "所有stakeholders都同意。", "各利益攸关方都同意。"),
    ("C615", "Choose one answer.", "请选择\u200b一个答案。", "请选择一个答案。"),
    ("C616", "Local government", "地方政府與居民", "地方政府与居民"),
    ("C617", "At least ten towns came.", "最多十个城镇参加。", "至少十个城镇参加。"),
    ("C617", "Few towns have a plan.", "许多城镇有计划。", "很少有城镇有计划。"),
    ("C618", "OHCHR works in Mexico.", "难民署在墨西哥开展工作。", "人权高专办在墨西哥开展工作。"),
    ("C618", "Rome replied.", "巴黎作了答复。", "罗马作了答复。"),
    ("C620", "First ask, then answer.", "先问,再答。", "先问，再答。"),
    ("C622", "It was “written” there.", '那是"编写"的。', "那是“编写”的。"),
    ("C623", "Ask first – then write", "先问--再写", "先问——再写"),
    ("C623", "And so on …", "如此等等...", "如此等等……"),
    ("C624", "Ask (again).", "再问（一次。", "（再）问一次。"),
    ("C625", "Who replies?", "由谁答复。", "由谁答复？"),
    ("C626", "OHCHR is in Geneva.", "OHCHR 在日内瓦。", "OHCHR在日内瓦。"),
    ("C627", "The role of towns", "城镇的的作用", "城镇的作用"),
    ("C632", "Ask the ministry for the recommendations that the State has received, "
     "and pass them on to those who can carry them out in the departments.",
     "请向部委索取建议。",
     "请向部委索取国家收到的建议，并把这些建议转交给各部门中能够予以落实的人员。"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "source", "wrong", "right"), CASES)
def test_each_rule_fires_and_keeps_quiet(
    code: str, source: str, wrong: str, right: str
) -> None:
    assert code in {problem.code for problem in told(source, wrong)}
    assert told(source, right) == []


FROM_CHINESE = [
    ("C602", "共有十四名成员。", "There are 40 members.", "There are fourteen members."),
    ("C602", "来了3.5万人。", "Some 3,500 people came.", "Some 35,000 people came."),
    ("C604", "会期为半年。", "It lasted six weeks.", "It lasted six months."),
    ("C611", "工作人员不得复制。", "Staff may copy it.", "Staff must not copy it."),
    ("C612", "他们没有表决权。", "They have a vote.", "They have no vote."),
    ("C614", "地方政府与居民", "Local government and 居民", "Local government and residents"),
    ("C621", "先问，再答。", "First ask，then answer.", "First ask, then answer."),
    ("C622", "请读《炉子》。", "Read 《The Oven》.", "Read *The Oven*."),
    ("C625", "由谁答复？", "Somebody replies.", "Who replies?"),
    ("C626", "先问，再答。", "First ask ,then answer.", "First ask, then answer."),
    ("C627", "城镇的作用", "The the role of towns", "The role of towns"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "source", "wrong", "right"), FROM_CHINESE)
def test_chinese_may_be_the_source(
    code: str, source: str, wrong: str, right: str
) -> None:
    assert code in {problem.code for problem in told(source, wrong, (ZH, EN))}
    assert told(source, right, (ZH, EN)) == []


def test_a_language_the_rules_do_not_know_gets_those_that_need_no_such_knowledge() -> (
    None
):
    french = (EN, FR)
    assert told("You must not vote twice.", "On peut voter.", french) == []
    assert told("two [¶44–46]", "deux [¶44]", french)[0].code == "C601"
    assert told("Some {n} people", "Des gens", french)[0].code == "C607"
    assert told("in 2018", "en 2019", french)[0].severity is Severity.WARNING


@pytest.mark.parametrize("role", ["title", "right", "stem"])
def test_a_title_or_an_option_may_leave_out_its_full_stop(role: str) -> None:
    source, target = "It is not common.", "这并不普遍"
    codes = [problem.code for problem in told(source, target, role=role)]
    assert codes == ([] if role != "stem" else ["C625"])


def test_the_rules_are_held_to_pairs_that_others_have_judged() -> None:
    """At least 95 % of the wrong pairs are told of, and at most 2 % of the right ones."""
    found = score((one, bool(judge(one))) for one in verdicts())
    assert found.wrong >= 200
    assert found.right >= 200
    assert found.recall >= 0.95
    assert found.false_alarms <= 0.02


@given(st.integers(1, 999_999_999))
def test_a_number_in_han_numerals_is_read_back(value: int) -> None:
    assert chinese.value(han(value)) == value


@given(st.integers(1, 999_999_999))
def test_a_number_in_english_words_is_read_back(value: int) -> None:
    words = in_english(value)
    assert english.value(words) == value
    assert [set(n.values) for n in english.numbers(f"of {words} people")] == [{value}]


@given(st.integers(13, 999_999_999))
def test_a_number_is_the_same_in_both_languages(value: int) -> None:
    assert told(f"It cost {value:,} dollars.", f"费用为{han(value)}美元。") == []


@given(st.decimals(1, 999, places=1))
def test_ten_thousands_are_read_by_value(value: Fraction) -> None:
    assert chinese.value(f"{value}万") == Fraction(value) * 10_000


@given(st.dates())
def test_a_date_is_the_same_in_both_languages(day) -> None:  # type: ignore[no-untyped-def]
    name = english.MONTHS[day.month - 1]
    written = f"on {day.day} {name} {day.year}"
    assert english.dates(written) == {Day(day.month, day.day)}
    assert chinese.dates(f"{day.year}年{day.month}月{day.day}日") == {
        Day(day.month, day.day)
    }


def han(value: int) -> str:
    """Write a number in Han numerals."""
    if value >= 10**8:
        head, rest = divmod(value, 10**8)
        return han(head) + "亿" + han_rest(rest, 10**7)
    if value >= 10**4:
        head, rest = divmod(value, 10**4)
        return han(head) + "万" + han_rest(rest, 10**3)
    for scale, name in ((1000, "千"), (100, "百"), (10, "十")):
        if value >= scale:
            head, rest = divmod(value, scale)
            return "零一二三四五六七八九"[head] + name + han_rest(rest, scale // 10)
    return "零一二三四五六七八九"[value]


def han_rest(rest: int, full: int) -> str:
    if not rest:
        return ""
    return ("零" if rest < full else "") + han(rest)


def in_english(value: int) -> str:
    """Write a number in English words."""
    small = {n: word for word, n in (english.ONES | english.TENS).items()}
    for scale, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= scale:
            head, rest = divmod(value, scale)
            link = " and " if scale == 100 else " "
            return f"{in_english(head)} {name}" + (
                link + in_english(rest) if rest else ""
            )
    if value in small:
        return small[value]
    return f"{small[value // 10 * 10]}-{small[value % 10]}"


def change(root: Path, po: Path, old: str, new: str) -> None:
    text = (root / po).read_text("utf-8")
    assert old in text
    (root / po).write_text(text.replace(old, new, 1), "utf-8")


FRAMES = "有10个巢脾[¶1]"


def translated(root: Path, lang: str = "zh") -> list[str]:
    problems = inspect_translations(root, [lang])
    return [str(p).split("\n")[0] for p in problems if p.code not in ("T107", "T111")]


def test_two_options_that_became_one_and_one_told_in_two_ways(bees: Path) -> None:
    change(bees, FRENCH_PO, 'msgstr "dans la hausse"', 'msgstr "dans le corps"')
    codes = {line.split(": ")[1].split()[0] for line in translated(bees, "fr")}
    assert {code for code in codes if code.startswith("C6")} == {"C630"}


def test_a_word_of_the_quiz_is_translated_in_one_way(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace('wrong: "4"', "wrong: in the super")
    path.write_text(text, "utf-8")
    po = (bees / FRENCH_PO).read_text("utf-8")
    more = '\nmsgctxt "hive/floors/how-many-frames/options"\nmsgid "in the super"\n'
    (bees / FRENCH_PO).write_text(po + more + 'msgstr "en haut"\n', "utf-8")
    assert any(": C631 warning: " in line for line in translated(bees, "fr"))


def test_a_problem_that_is_ignored_with_a_reason_is_a_note(bees: Path) -> None:
    change(bees, CHINESE_PO, FRAMES, "有11个巢脾[¶1]")
    assert "C602 the translation lacks 10 and has 11 added" in translated(bees)[0]
    where = 'msgid "**Brood box**'
    head = (bees / CHINESE_PO).read_text("utf-8").split(where)[0].rpartition("#.")
    ignored = f"# ignore: C602 the box is larger here\n#.{head[2]}"
    change(bees, CHINESE_PO, f"#.{head[2]}{where}", f"{ignored}{where}")
    assert "C602 note: the translation lacks 10" in translated(bees)[0]
    said = run("translate", "check", "--lang", "zh", cwd=bees)
    assert said.returncode == 0
    assert "ignored: the box is larger here" in said.stdout
    assert said.stdout.endswith("ignored with a reason: 1\n")
    run("translate", "update", cwd=bees)
    assert "# ignore: C602 the box is larger here" in (bees / CHINESE_PO).read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("note", "told_of"),
    [
        ("ignore: C602", "T115 ignored without a reason: C602"),
        ("ignore: C999 because", "T115 ignored without a reason: C999"),
        ("ignore because", "T115 an ignore without a code"),
        ("ignore: C602 it was wrong", "T114 warning: C602 is not told here any more"),
    ],
)
def test_an_ignore_has_a_code_and_a_reason_and_something_to_ignore(
    bees: Path, note: str, told_of: str
) -> None:
    change(bees, CHINESE_PO, 'msgid ""', 'msgid ""')
    text = (bees / CHINESE_PO).read_text("utf-8")
    head, _, tail = text.partition('msgctxt "hive/title"')
    (bees / CHINESE_PO).write_text(
        f'{head}# {note}\nmsgctxt "hive/title"{tail}', "utf-8"
    )
    assert told_of in translated(bees)[0]


def test_other_comments_of_translators_ignore_nothing() -> None:
    assert list(read_ignores(["by Jeanne", "I ignored C602"])) == []
    assert list(read_ignores(["Ignore C602, the box"])) == [Ignore("C602", "the box")]


def test_the_shipped_translation_has_no_fault() -> None:
    assert faults(inspect_translations(own_root())) == []


def test_every_rule_has_a_code_of_its_own() -> None:
    codes = [code_of(rule) for rule in RULES] + [code_of(rule) for rule in COURSE_RULES]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("C6") for code in codes)


def test_translations_are_checked_for_tools(bees: Path) -> None:
    change(bees, CHINESE_PO, FRAMES, "有11个巢脾[¶1]")
    said = run("translate", "check", "--lang", "zh", "--format", "json", cwd=bees)
    assert said.returncode == 1
    found = [one for one in json.loads(said.stdout) if one["severity"] == "error"]
    assert [one["code"] for one in found] == ["C602"]
    assert run("translate", "check", "--lang", "en", cwd=bees).stdout == (
        "errors: 0, warnings: 0\n"
    )


def test_a_draft_is_made_of_a_wrong_translation_but_nothing_final(bees: Path) -> None:
    change(bees, FRENCH_PO, "sur 10 cadres [¶1]", "sur 10 cadres")
    draft = build(Request(bees, bees / "out", langs=("fr",), kinds=("deck",)))
    assert draft.files
    assert [p.severity for p in draft.problems if p.code == "C601"] == [2]
    final = Request(
        bees, bees / "final", langs=("en", "fr"), kinds=("deck",), is_final=True
    )
    made = build(final)
    assert made.files == ()
    assert not (bees / "final").exists()
    wrong = {p.code for p in made.problems if p.severity is Severity.ERROR}
    assert wrong == {"C601", "T107", "T111"}


def test_what_is_final_is_made_whole_or_says_what_is_missing(bees: Path) -> None:
    said = run("build", "--final", "--lang", "fr", "--only", "deck", cwd=bees)
    assert said.returncode == 1
    assert "T111 fr: 0 fuzzy, 2 missing" in said.stderr
    assert "nothing was made: what is final has no errors" in said.stderr
    assert not (bees / "build").exists()
    said = run("build", "--final", "--lang", "en", "--only", "deck", cwd=bees)
    assert said.returncode == 0
    assert "deck.pptx" in said.stdout


def test_the_product_s_own_words_are_checked_where_they_are_translated(
    bees: Path,
) -> None:
    po = Path("locales/fr/LC_MESSAGES/labels.po")
    change(bees, po, 'msgstr "par. {numbers}"', 'msgstr "par.  {numbers}"')
    assert any(
        "labels.po" in line and "C627" in line for line in translated(bees, "fr")
    )
