"""Rules on quiz items in English and Chinese: what they tell, what they let pass."""

from dataclasses import replace
from pathlib import Path

import pytest

from course import markup
from course.build import inspect
from course.check.items.item import Item, Paper
from course.check.items.lengths import key_mostly_longest
from course.check.items.papers import (
    bare_numbers,
    key_in_the_middle,
    too_low,
    too_many_negatives,
)
from course.check.items.worded import WORD_RULES
from course.model import Choice, Right, Wrong
from course.problems import Place, Severity
from course.text import Words

HERE = Place("modules/x.yaml")


def words(text: str, lang: str) -> Words:
    return markup.words(text, HERE, lang)[0]


def item(stem: str, *options: str, lang: str = "en", name: str = "x") -> Item:
    """Give an item whose first option is right."""
    why = words("Because.", lang)
    right, *wrong = (words(one, lang) for one in options)
    question = Choice(
        place=HERE,
        id=name,
        kind="one",
        objective="o",
        level="remember",
        cite=(1,),
        stem=words(stem, lang),
        options=(
            Right(place=HERE, right=right, why=why),
            *(Wrong(place=HERE, wrong=one, why=why) for one in wrong),
        ),
    )
    return Item(question, lang)


def codes(one: Item) -> set[str]:
    return {problem.code for rule in WORD_RULES for problem in rule(one)}


CITIES = ("Graz", "Vienna", "Rome")
CITIES_ZH = ("格拉茨", "维也纳", "罗马")


@pytest.mark.parametrize(
    ("code", "lang", "stem", "options"),
    [
        ("C203", "zh_Hans", "设立该机构的城市是", CITIES_ZH),
        ("C204", "en", "Who took part?", ("the mayor", "the police", "both A and B")),
        ("C204", "en", "Who took part?", ("mayors", "police", "All of the above.")),
        ("C204", "en", "Who took part?", ("mayors", "police", "none of these")),
        ("C204", "zh_Hans", "谁参加了会议？", ("市长", "警察", "以上都是")),
        ("C204", "zh_Hans", "谁参加了会议？", ("市长", "警察", "以上各项均不正确")),
        ("C204", "zh_Hans", "谁参加了会议？", ("市长", "警察", "都对")),
        ("C204", "zh_Hans", "谁参加了会议？", ("市长", "警察", "A和B")),
        ("C204", "zh_Hans", "谁参加了会议？", ("市长", "警察", "①和③")),
        ("C211", "en", "Which of the following statements is correct?", CITIES),
        ("C211", "zh_Hans", "下列说法正确的是哪一项？", CITIES_ZH),
        ("C211", "zh_Hans", "以下哪项说法是错误的？", CITIES_ZH),
        ("C212", "en", "Which city does the report not mention?", CITIES),
        ("C212", "en", "Which of these isn’t a city?", CITIES),
        ("C212", "en", "All of these are cities except which one?", CITIES),
        ("C212", "zh_Hans", "哪一项不属于报告列出的城市？", CITIES_ZH),
        ("C212", "zh_Hans", "报告没有提到哪座城市？", CITIES_ZH),
        ("C212", "zh_Hans", "除哪座城市外，其他城市都有此机构？", CITIES_ZH),
        ("C214", "zh_Hans", "报告**没有提到**什么？", ("不设办公室", "预算", "培训")),
        ("C219", "en", "What is done?", ("a visit", "never a visit", "a letter")),
        ("C219", "en", "What is due?", ("a visit", "all visits", "every letter")),
        ("C219", "zh_Hans", "怎么做？", ("发出信函", "一律发函", "公开声明")),
        ("C220", "en", "How is it done?", ("by visits", "often by mail", "by phone")),
        ("C220", "zh_Hans", "怎么做？", ("发出信函", "通常发函", "公开声明")),
        ("C221", "en", "Who runs the water company?", ("a water board", *CITIES)),
        ("C221", "zh_Hans", "水务公司由谁经营？", ("水务局", "市长", "居民")),
        ("C223", "en", "How many came?", ("12", "more", "20")),
        ("C223", "zh_Hans", "来了多少人？", ("12人", "很多人", "20人")),
        ("C223", "zh_Hans", "结果如何？", ("设立了办公室。", "通过了法律", "培训官员")),
        ("C225", "zh_Hans", "来了多少人？", ("10至20人", "超过15人", "3至5人")),
        ("C226", "zh_Hans", "做了什么？", ("官员培训", "新任官员培训班", "公开声明")),
        ("C237", "en", "What should a mayor do first?", CITIES),
        ("C237", "zh_Hans", "市长首先应该做什么？", CITIES_ZH),
        ("C238", "zh_Hans", "该市设有办公室吗？", ("是", "否", "不详")),
        ("C239", "zh_Hans", "哪里的情况最差？", ("法国", "德国", "日本")),
    ],
)
def test_a_weak_item_is_told(
    code: str, lang: str, stem: str, options: tuple[str, ...]
) -> None:
    assert code in codes(item(stem, *options, lang=lang))


@pytest.mark.parametrize(
    ("lang", "stem", "options"),
    [
        ("en", "Which city has an office?", CITIES),
        ("en", "What can a city do if it does not have an office?", CITIES),
        ("en", "Which city that had not signed took part?", CITIES),
        ("en", "Which city does the report **not** mention?", CITIES),
        ("en", "What does the report say of all of the above floors?", CITIES),
        ("en", "Who signed?", ("mayors of all towns", "members", "ministers")),
        ("en", "What counts?", ("how often it is used", "its price", "its age")),
        ("en", "When?", ("in May 2018", "in June 2018", "in July 2019")),
        ("en", "Which two plans?", ("2 to 4", "5 to 9", "more than 9")),
        ("en", "What should the city do, according to the report?", CITIES),
        ("en", "Which plan?", ("No. 5 of St. Gallen", "No. 7 of Bern", "No. 9")),
        ("zh_Hans", "哪座城市设有办公室？", CITIES_ZH),
        ("zh_Hans", "没有监察员的城市可以向哪个机构求助？", CITIES_ZH),
        ("zh_Hans", "报告**没有提到**哪座城市？", CITIES_ZH),
        ("zh_Hans", "不让任何人掉队是哪份文件的承诺？", CITIES_ZH),
        ("zh_Hans", "除费用外，哪座城市还提供培训？", CITIES_ZH),
        (
            "zh_Hans",
            "谁负责？",
            ("各部门都对居民负责", "市长对议会负责", "由警察来负责"),
        ),
        ("zh_Hans", "如何答复？", ("书面回应申诉", "公布场所有关信息", "派人实地走访")),
        ("zh_Hans", "市长应对了哪些困难？", CITIES_ZH),
        ("zh_Hans", "根据第61段，中央政府应该做什么？", CITIES_ZH),
        ("fr", "Quelle ville a signé ?", ("Graz", "Vienne", "Rome")),
    ],
)
def test_a_good_item_is_let_pass(
    lang: str, stem: str, options: tuple[str, ...]
) -> None:
    assert codes(item(stem, *options, lang=lang)) == set()


def many(stem: str, *options: str, count: int = 5) -> Paper:
    items = tuple(item(stem, *options, name=f"q{n}") for n in range(count))
    return Paper(items, HERE)


def test_a_quiz_whose_longest_options_are_right_is_told() -> None:
    paper = many("Where?", "in the brood box below", "in the super", "on the floor")
    assert [one.code for one in key_mostly_longest(paper)] == ["C216"]
    assert not list(key_mostly_longest(many("Where?", "in", "in it", "on it")))


def test_a_quiz_whose_right_number_is_always_in_the_middle_is_told() -> None:
    middle, edge = item("How many?", "5", "2", "9"), item("How many?", "9", "2", "5")
    assert [p.code for p in key_in_the_middle(Paper((middle,) * 3))] == ["C218"]
    assert not list(key_in_the_middle(Paper((middle, middle, edge))))


def test_a_quiz_of_numbers_is_told() -> None:
    assert [one.code for one in bare_numbers(many("How many?", *"592"))] == ["C232"]
    assert not list(bare_numbers(many("Who came?", *CITIES)))


def test_a_second_negative_question_in_a_short_quiz_is_told() -> None:
    stem = "Which city does the report **not** mention?"
    assert [p.code for p in too_many_negatives(many(stem, *CITIES))] == ["C213"]
    assert not list(too_many_negatives(many(stem, *CITIES, count=1)))


def test_a_quiz_of_memory_without_a_case_is_told() -> None:
    low = many("Where?", *CITIES)
    assert [(p.code, p.severity) for p in too_low(low)] == [
        ("C231", Severity.ERROR)
    ] * 2
    case = markup.text("A mayor asks you.", HERE, "en")[0]
    high = tuple(
        replace(one, question=replace(one.question, level="apply", scenario=case))
        for one in low.items
        if isinstance(one.question, Choice)
    )
    assert not list(too_low(replace(low, items=high)))


def told_of_chinese(
    bees: Path, vague: str, *, comment: str = "", english: str = "in the super"
) -> list[str]:
    """Translate an item, one of its options with a vague word; give what is told."""
    path = bees / "locales" / "zh_Hans" / "LC_MESSAGES" / "hive.po"
    text = path.read_text("utf-8")
    told = {
        "On which floor do young bees grow?": "幼蜂在哪一层长大？",
        "in the brood box": "在巢箱里",
        english: vague,
        "on the floor": "在底板上",
    }
    for source, chinese in told.items():
        old = f'msgid "{source}"\nmsgstr ""'
        assert old in text
        text = text.replace(old, f'msgid "{source}"\nmsgstr "{chinese}"', 1)
    if comment:
        slot = 'msgctxt "hive/floors/which-floor/options"\nmsgid "in the super"'
        head, _, tail = text.partition(slot)
        head, blank, notes = head.rpartition("\n\n")
        text = f"{head}{blank}# {comment}\n{notes}{slot}{tail}"
    path.write_text(text, "utf-8")
    found = (one for one in inspect(bees) if one.place.file.endswith("hive.po"))
    return [f"{one.code} {one.severity.name}" for one in found if one.code[:2] != "T1"]


def test_a_good_translation_of_an_item_is_let_pass(bees: Path) -> None:
    assert told_of_chinese(bees, "在继箱里") == []


def test_a_vague_option_of_a_translation_is_told(bees: Path) -> None:
    assert told_of_chinese(bees, "经常在继箱") == ["C220 WARNING"]


def test_a_translator_passes_over_a_weak_option_with_a_reason(bees: Path) -> None:
    ignored = told_of_chinese(bees, "经常在继箱", comment="ignore: C220 as in the book")
    assert ignored == ["C220 NOTE"]


def test_what_the_author_keeps_is_kept_in_every_language(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    why = "why: The floor is the way in. }\n"
    keep = "        keep: { code: C220, reason: it is so }\n"
    text = path.read_text("utf-8").replace("wrong: in the super", "wrong: often there")
    path.write_text(text.replace(why, why + keep, 1), "utf-8")
    po = bees / "locales" / "zh_Hans" / "LC_MESSAGES" / "hive.po"
    po.write_text(po.read_text("utf-8").replace("in the super", "often there"), "utf-8")
    assert told_of_chinese(bees, "经常在继箱", english="often there") == []
