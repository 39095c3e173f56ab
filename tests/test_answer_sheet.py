"""Answer sheets: what stands where, what their codes hold, and what they must not."""

import json
from dataclasses import replace
from itertools import combinations, pairwise, product
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.arrange.answer_sheet import Learner, Wish, answer_sheet, as_table
from course.arrange.answer_sheet.code import (
    STRIP_BITS,
    SheetCode,
    SheetNumber,
    edition,
    read_digits,
    read_strip,
    read_text,
)
from course.arrange.answer_sheet.frame import CLEAR, EDGE, PATTERNS, QR_CLEAR
from course.arrange.answer_sheet.places import AnswerSheet, Box, Page
from course.arrange.answer_sheet.rows import Asked, Kind, asked, right, shown
from course.assemble import order_in, orders
from course.model import Choice, Question, Right, Wrong
from course.read.project import own_root, read_course

A4, LETTER, A5, B5 = (210, 297), (215.9, 279.4), (148, 210), (176, 250)
LETTERS = "ABCDEFGHI"


def items(count: int, options: int | Literal["mixed"] = 4) -> tuple[Asked, ...]:
    """Give items; mixed are of 2 to 8 options, and some of them are for matching."""
    made = []
    for n in range(1, count + 1):
        kind: Kind = "one"
        rows, letters = 1, options if options != "mixed" else 2 + n % 7
        if options == "mixed" and n % 8 == 0:
            kind, rows = "match", letters - 1
        labels = tuple(f"{n}.{k + 1}" for k in range(rows)) if rows > 1 else (str(n),)
        made.append(Asked(n, f"item-{n}", kind, labels, LETTERS[:letters]))
    return tuple(made)


def sheet(
    count: int,
    options: int | Literal["mixed"] = 4,
    paper: tuple[float, float] = A4,
    learner: Learner = 8,
    *,
    large: bool = False,
) -> AnswerSheet:
    return answer_sheet(
        Wish("bees", "A", items(count, options), (), *paper, learner, large)
    )


# Room


@pytest.mark.parametrize(
    ("paper", "count", "options"),
    [(A4, 120, 8), (A4, 160, 5), (LETTER, 105, 8), (LETTER, 140, 5), (B5, 70, 5)],
)
def test_so_many_items_fit_on_one_page_with_a_number_of_twelve_digits(
    paper: tuple[float, float], count: int, options: int
) -> None:
    assert len(sheet(count, options, paper, 12).pages) == 1


def test_what_does_not_fit_goes_on_another_page_with_the_number_once_more() -> None:
    made = sheet(100, 8, A5, 8)
    assert len(made.pages) > 1
    assert [row.number for page in made.pages for row in page.rows] == [*range(1, 101)]
    assert {len(page.fields[0].places) for page in made.pages} == {8}


def test_columns_are_as_wide_as_their_widest_item() -> None:
    narrow, wide = items(10, 2), items(20, 8)[10:]
    made = answer_sheet(Wish("bees", "A", narrow + wide))
    starts = sorted({row.label_box.x for row in made.pages[0].rows})
    first, second, _ = (b - a for a, b in pairwise(starts))
    assert len(starts) == 4
    assert first < 30
    assert starts[3] - starts[2] > 50
    assert second < 30


def test_a_question_for_matching_is_not_parted_where_it_need_not_be() -> None:
    many = tuple(
        Asked(n, f"i{n}", "match", tuple(f"{n}.{k}" for k in range(1, 8)), LETTERS)
        for n in range(1, 13)
    )
    made = answer_sheet(Wish("bees", "A", many, (), *B5))
    for page in made.pages:
        columns: dict[float, list[int]] = {}
        for row in page.rows:
            columns.setdefault(row.label_box.x, []).append(row.number)
        for numbers in columns.values():
            assert {numbers.count(one) for one in numbers} == {7}


@pytest.mark.parametrize("digits", [-1, 13])
def test_a_number_has_at_most_twelve_digits(digits: int) -> None:
    with pytest.raises(ValueError, match="digits"):
        sheet(10, learner=digits)


def test_a_paper_that_is_too_small_is_refused() -> None:
    with pytest.raises(ValueError, match="too small"):
        sheet(10, 8, (90, 200))


learners = st.one_of(st.integers(0, 12), st.just("code"))
papers = st.sampled_from([A4, LETTER, A5, B5])


@st.composite
def asked_items(draw: st.DrawFn) -> tuple[Asked, ...]:
    shapes = draw(
        st.lists(
            st.tuples(st.integers(2, 9), st.integers(1, 7)), min_size=1, max_size=90
        )
    )
    return tuple(
        Asked(
            n,
            f"i{n}",
            "match" if rows > 2 else "one",
            tuple(f"{n}.{k}" for k in range(rows)) if rows > 2 else (str(n),),
            LETTERS[:options],
        )
        for n, (options, rows) in enumerate(shapes, 1)
    )


@given(asked_items(), papers, learners, st.booleans())
@settings(max_examples=60)
def test_nothing_overlaps_and_all_is_where_printers_print(
    many: tuple[Asked, ...],
    paper: tuple[float, float],
    learner: Learner,
    large: bool,
) -> None:
    made = answer_sheet(Wish("bees", "A", many, (), *paper, learner, large))
    told = [(r.label, "".join(b.value for b in r.bubbles)) for r in rows_of(made)]
    assert told == [(label, one.letters) for one in many for label in one.labels]
    width, height = paper
    for page in made.pages:
        boxes = np.array([(b.x, b.y, b.right, b.bottom) for b in boxes_of(page)])
        assert boxes[:, :2].min() >= EDGE - 0.01
        assert boxes[:, 2].max() <= width - EDGE + 0.01
        assert boxes[:, 3].max() <= height - EDGE + 0.01
        assert overlaps(boxes) == []
        cleared = [grown(one.box, CLEAR) for one in page.marks]
        cleared.append(grown(page.qr.box, QR_CLEAR))
        printed = [b for b in boxes_of(page) if b not in own_boxes(page)]
        for one in cleared:
            assert not [b for b in printed if meet(one, b)]


def rows_of(made: AnswerSheet) -> list:  # type: ignore[type-arg]
    return [row for page in made.pages for row in page.rows]


def own_boxes(page: Page) -> list[Box]:
    return [*(one.box for one in page.marks), page.qr.box]


def boxes_of(page: Page) -> list[Box]:
    """Give every place on a page that something stands in."""
    return [
        *own_boxes(page),
        page.strip.box,
        *(one.box for one in page.texts),
        *(one.box for one in page.examples),
        *(place.box for one in page.fields for place in one.places),
        *(b.box for one in page.fields for place in one.places for b in place.bubbles),
        *(row.label_box for row in page.rows),
        *(b.box for row in page.rows for b in row.bubbles),
    ]


def overlaps(boxes: np.ndarray) -> list[tuple[int, int]]:
    x0, y0, x1, y1 = (boxes[:, n] for n in range(4))
    slack = 0.02
    meeting = (
        (x0[:, None] < x1 - slack)
        & (x0 < x1[:, None] - slack)
        & (y0[:, None] < y1 - slack)
        & (y0 < y1[:, None] - slack)
    )
    np.fill_diagonal(meeting, val=False)
    return [(int(a), int(b)) for a, b in np.argwhere(meeting) if a < b]


def grown(box: Box, more: float) -> Box:
    more -= 0.02
    return Box(box.x - more, box.y - more, box.width + 2 * more, box.height + 2 * more)


def meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


# Marks and codes


def turned(bits: str) -> str:
    """Turn 4 × 4 bits by a quarter."""
    return "".join(bits[(3 - c) * 4 + r] for r, c in product(range(4), repeat=2))


def turns(bits: str) -> list[str]:
    made = [bits]
    for _ in range(3):
        made.append(turned(made[-1]))
    return made


def distance(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def test_marks_differ_in_half_of_their_bits_however_they_are_turned() -> None:
    """Three bits may be misread, and a mark is still that one, and that way up."""
    patterns = [f"{one:016b}" for one in PATTERNS.values()]
    assert len(patterns) == 6
    for one in patterns:
        assert min(distance(one, other) for other in turns(one)[1:]) >= 8
    for one, other in combinations(patterns, 2):
        assert min(distance(one, way) for way in turns(other)) >= 8


numbers = st.builds(
    SheetNumber,
    st.from_regex(r"[0-9]{6}", fullmatch=True),
    st.integers(0, 9999),
    st.integers(1, 99),
)
names = st.from_regex(r"[a-z][a-z0-9-]{0,25}", fullmatch=True)
codes = st.builds(
    SheetCode, names, st.sampled_from(["", "A", "B"]), numbers, st.integers(1, 99)
)


@given(codes)
def test_codes_say_what_was_put_into_them(code: SheetCode) -> None:
    assert read_text(code.text) == code
    assert read_strip(code.number.strip) == code.number
    assert read_digits(code.number.for_people) == code.number


def misread(text: str, letters: str) -> set[str]:
    """Give all texts with one wrong letter, or two neighbours swapped."""
    wrong = {
        text[:n] + other + text[n + 1 :] for n in range(len(text)) for other in letters
    }
    swapped = {
        text[:n] + text[n + 1] + text[n] + text[n + 2 :] for n in range(len(text) - 1)
    }
    return (wrong | swapped) - {text}


@given(codes)
@settings(max_examples=20)
def test_no_wrong_letter_and_no_swapped_neighbours_escape(code: SheetCode) -> None:
    letters = "0123456789ABCDEFabcz|/-"
    assert not {t for t in misread(code.text, letters) if read_text(t) is not None}
    digits = "".join(code.number.for_people.split())
    assert not {t for t in misread(digits, "0123456789") if read_digits(t) is not None}


@given(numbers)
@settings(max_examples=20)
def test_a_strip_with_a_wrong_digit_or_swapped_neighbours_is_refused(
    number: SheetNumber,
) -> None:
    check = number.strip[-16:]
    for other in misread(number.digits, "0123456789"):
        assert read_strip(f"{int(other, 16):048b}{check}") is None


def test_a_strip_with_up_to_three_wrong_bits_or_a_blot_is_refused() -> None:
    strip = int(SheetNumber("418205", 7, 1).strip, 2)
    masks = [
        sum(1 << n for n in places)
        for count in (1, 2, 3)
        for places in combinations(range(STRIP_BITS), count)
    ]
    masks += [blot << n for blot in range(1, 1 << 16, 2) for n in (0, 7, 20, 31, 48)]
    found = [read_strip(f"{strip ^ mask:064b}") for mask in masks]
    assert set(found) == {None}


@pytest.mark.parametrize("bits", ["0" * STRIP_BITS, "1" * STRIP_BITS])
def test_a_strip_that_is_covered_says_nothing(bits: str) -> None:
    assert read_strip(bits) is None


@pytest.mark.parametrize("text", ["", "https://example.org", "CQ1|a|A|1|2|3|4"])
def test_the_code_of_somebody_else_says_nothing(text: str) -> None:
    assert read_text(text) is None


# The table


def test_the_table_says_its_version_and_its_unit() -> None:
    table = as_table(sheet(10))
    assert (table["version"], table["unit"]) == (1, "mm")
    assert json.loads(json.dumps(table)) == table


def shipped() -> tuple[Question, ...]:
    course, _ = read_course(own_root())
    return course.modules[1].questions


def turned_over(question: Question) -> Question:
    """Give a question of which other options are right."""
    if not isinstance(question, Choice):
        return question
    options = tuple(
        Wrong(place=one.place, wrong=one.words, why=one.why)
        if isinstance(one, Right)
        else Right(place=one.place, right=one.words, why=one.why)
        for one in question.options
    )
    return replace(question, options=options)


def test_what_learners_get_does_not_depend_on_the_key() -> None:
    """Were all wrong options right, sheet, table and codes would be the same."""
    questions = shipped()
    order = orders(questions, "any")
    other = tuple(map(turned_over, questions))
    made = [
        answer_sheet(Wish("bees", "A", asked(one, order), shown(one, order)))
        for one in (questions, other)
    ]
    assert made[0] == made[1]
    assert right(questions, order) != right(other, order)


def test_the_edition_changes_with_an_option_and_with_its_place() -> None:
    questions = shipped()
    first, second = (orders(questions, seed) for seed in "ab")
    editions = {
        answer_sheet(Wish("bees", "A", asked(some, order), shown(some, order))).edition
        for some in (questions, questions[:-1])
        for order in (first, second)
    }
    assert len(editions) == 4
    assert len({edition("bees", str(n)) for n in range(100)}) == 100


def test_the_stencil_s_key_is_that_of_the_answer_key(made: Path) -> None:
    course, _ = read_course(own_root())
    module = next(one for one in course.modules if one.name == "5-united-nations")
    order = order_in(module, "A")
    found = right(module.questions, order)
    for number, (question, one) in enumerate(
        zip(module.questions, asked(module.questions, order), strict=True), 1
    ):
        mine = {answer for answer in found if answer[0].split(".")[0] == str(number)}
        if isinstance(question, Choice):
            rights = [isinstance(o, Right) for o in question.options]
            by_place = {
                letter
                for letter, n in zip(LETTERS, order[question.id], strict=False)
                if rights[n]
            }
            assert {letter for _, letter in mine} == by_place
        else:
            assert {label for label, _ in mine} == set(one.labels)


def test_a_table_is_the_same_in_every_language(made: Path, around: Path) -> None:
    for folder, name in (
        (made, "5-united-nations/quiz-A-answers.json"),
        (around, "course/test-before-answers.json"),
    ):
        tables = [(folder / lang / name).read_bytes() for lang in ("en", "zh_Hans")]
        assert tables[0] == tables[1]
        table = json.loads(tables[0])
        assert table["version"] == 1
        assert not {"right", "key", "answer", "answers"} & set(keys(table))


def keys(data: object) -> list[str]:
    if isinstance(data, dict):
        return [*data, *(k for one in data.values() for k in keys(one))]
    return [k for one in data for k in keys(one)] if isinstance(data, list) else []
