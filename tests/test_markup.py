"""The small Markdown inside a text."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from course import markup
from course.markup import inline
from course.markup.parser import parse_line
from course.problems import Place
from course.text import Bullets, Cite, Paragraph, Span, Steps, Table

PLACE = Place("m.yaml", 10)
LETTERS = st.text(st.characters(exclude_categories=["C"]), max_size=60)


def blocks(source: str) -> tuple[object, ...]:
    return markup.text(source, PLACE, "en")[0].blocks


def codes(source: str) -> list[str]:
    return [problem.code for problem in markup.text(source, PLACE, "en")[1]]


def spans(source: str) -> tuple[Span, ...]:
    words, problems = markup.words(source, PLACE, "zh_Hans")
    assert not problems
    return words.spans


def test_bold_works_beside_chinese_marks() -> None:
    assert spans("请看**《世界人权宣言》**第一条，**安全：**内容") == (
        Span("请看"),
        Span("《世界人权宣言》", strong=True),
        Span("第一条，"),
        Span("安全：", strong=True),
        Span("内容"),
    )


def test_lines_of_chinese_join_without_a_space() -> None:
    assert spans("地方\n政府 and\ncities") == (Span("地方政府 and cities"),)


@pytest.mark.parametrize(
    ("source", "cite"),
    [
        ("[¶45]", Cite((45,))),
        ("[¶42, 44–46]", Cite((42, 44, 45, 46))),
        ("[fn 77]", Cite((), (77,))),
        ("[¶45; fn 77, 79]", Cite((45,), (77, 79))),
        ("[¶44、45]", Cite((44, 45))),
    ],
)
def test_a_citation_is_read(source: str, cite: Cite) -> None:
    words, problems = markup.words(f"Rome {source}.", PLACE, "en")
    assert (words.cites, problems) == (cite, ())


@pytest.mark.parametrize("levels", [5, 120, 2000])
@pytest.mark.parametrize("mark", ["- ", "1. ", ">"])
def test_what_is_nested_too_deep_is_told_and_never_a_crash(
    mark: str, levels: int
) -> None:
    stairs = "\n".join(f"{'  ' * n}{mark}level {n}" for n in range(levels))
    ladder = f"{mark * levels}level"
    assert codes(ladder) == ["M108"]
    if mark != ">":
        assert codes(stairs) == ["M108"]


def test_a_citation_takes_the_space_before_it_out_of_the_plain_words() -> None:
    words, _ = markup.words("In Rome [¶45], too.", PLACE, "en")
    assert words.plain == "In Rome, too."


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        *((one, one) for one in ("[¶]", "[¶ x]", "[¶46-44]", "[fn]", "[¶1-999999]")),
        *((one, one) for one in ("[¶4 5]", "[¶45", "[fn77]", "[fn 77", "[para 45]")),
        *((one, one) for one in ("[Paras. 45–46]", "(¶45)", "【¶41】", "［¶45］")),
        *((one, one) for one in ("［fn 7］", "[footnote 77]", "[ ¶45 ]", "¶ 45")),
        ("¶45, which", "¶45"),
        ("[see ¶45]", "¶45]"),
        ("[¶" + "9" * 5000 + "]", "[¶" + "9" * 38 + "…"),
    ],
)
def test_a_citation_that_cannot_be_read_is_a_problem(source: str, shown: str) -> None:
    (problem,) = markup.text(f"Rome {source}", PLACE, "en")[1]
    assert problem.code == "M106"
    assert problem.message == f"a citation that cannot be read: {shown}"


@pytest.mark.parametrize(
    "source",
    [
        "The sign ¶ is old",
        "[sic]",
        "[a] and [b 4]",
        "(para 45)",
        "`[para 4]`",
        "【注】",
    ],
)
def test_other_brackets_and_signs_are_no_citation(source: str) -> None:
    assert codes(source) == []


def test_blocks_are_read_with_their_lines() -> None:
    text, problems = markup.text(
        "Lead.\n\n- one\n- two\n\n1. first\n\n| a | b |\n|---|--:|\n| c | 2 |\n",
        PLACE,
        "en",
    )
    assert not problems
    kinds = [type(block) for block in text.blocks]
    assert kinds == [Paragraph, Bullets, Steps, Table]
    lines = [words.place.line for words in text.words]
    assert lines == [10, 12, 13, 15, 17, 17, 19, 19]


def test_a_table_knows_which_columns_hold_numbers() -> None:
    (table,) = blocks("| a | b |\n|---|--:|\n| c | 2 |")
    assert isinstance(table, Table)
    assert table.numeric == (False, True)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("# A heading\n\ntext", "M101"),
        ("text ![alt](a.png)", "M101"),
        ("a\n\n---\n\nb", "M101"),
        ("- one\n\n  two\n\n- three", "M102"),
        ("a <b>bold</b> word", "M103"),
        ("text\n- no empty line above", "M104"),
        ("two ** stars", "M105"),
        ("> - a\n> - b", "M109"),
        ("> | a | b |\n> |---|---|\n> | c | d |", "M109"),
        ("> a\n>> b", "M109"),
        ("> a\n> - b", "M104"),
        ("| a | b |\n|---|---|\n| c | d | lost |", "M110"),
        ("| a | b |\n|---|---|\n| c |", "M110"),
        ("| a | b |\n| c | d |", "M111"),
        ("text\n| a | b |\n|---|---|\n| c | d |", "M111"),
        ("a | b\n---|---|---\nc | d", "M111"),
        ("1. a\n\ntext\n\n2. b", "M112"),
        ("2019. Then the law came", "M112"),
        ("- a\n  1. b\n  2. c", "M113"),
        ("1) a\n2) b", "M114"),
        ("1、甲\n2、乙", "M114"),
        ("To do:\n• a\n• b", "M114"),
        ("- a\n    - b\n- c", "M115"),
        ("- a\n\n    - b", "M115"),
        ("- a\n- b\n1. c", "M115"),
        ("[here](javascript:alert(1))", "M107"),
        ("[here](notes.docx)", "M107"),
        ("[here](http://[bad)", "M107"),
    ],
)
def test_what_has_no_place_in_a_text_is_a_problem(source: str, code: str) -> None:
    assert set(codes(source)) == {code}


@pytest.mark.parametrize(
    "source",
    [
        "`<b>` in code",
        "a < b and c > d",
        "<https://example.org>",
        "3 * 4",
        "It began in\n2019. Then it grew",
        "2019\\. Then it grew",
        "10、20人的小组",
        "as in step (see\n1) and more",
        "|x| is never below 0",
        "> a\n>\n> b",
        "- a\n  - b\n    - c",
        "1. a\n   - b\n2. c",
        r"| a \| b | c |" + "\n|---|---|\n| `d | e` | |",
    ],
)
def test_harmless_signs_are_no_problem(source: str) -> None:
    assert codes(source) == []


def test_code_and_addresses_are_taken_letter_by_letter() -> None:
    assert spans("`<b> & &lt;`") == (Span("<b> & &lt;", code=True),)
    assert spans("<me@a.org>") == (Span("me@a.org", link="mailto:me@a.org"),)
    assert spans("Q&amp;A") == (Span("Q&amp;A"),)


@given(LETTERS)
@example("<a@b.c>")
def test_any_words_can_be_read(source: str) -> None:
    """And what is read holds no sign that XML forbids."""
    leaf, _ = markup.text(source, PLACE, "en")
    assert all(words.lang == "en" for words in leaf.words)
    spans = [span for words in leaf.words for span in words.spans]
    assert not re.search("[\x00-\x08]", "".join(s.text + s.link for s in spans))


@given(
    st.text(st.characters(categories=["L", "N"], include_characters=" .,"), max_size=40)
)
def test_words_without_marks_are_one_span(source: str) -> None:
    """The short way for plain words gives what the parser would give."""
    line = markup.one_line(source)
    words, _ = markup.words(source, PLACE, "en")
    parsed = tuple(inline._joined(inline._walk(parse_line(line), Span(""))))
    assert words.inlines == parsed
