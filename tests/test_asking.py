"""Each kind of quiz item, in the gallery: on paper, in the key, in the browser."""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
import pytest

from course import markup
from course.arrange.answer_sheet.rows import asked, right
from course.arrange.asking import (
    AttitudeItem,
    Case,
    FillItem,
    OrderItem,
    ShortItem,
)
from course.arrange.facing import facing
from course.arrange.large import enlarged
from course.arrange.quiz import key, online, paper
from course.arrange.sheet import Item, Part, Sheet
from course.assemble import bank, keyed, numbered, of_module, orders, points, total
from course.build import Request, build, read_templates, survey
from course.check.items.item import Item as ItemOf
from course.check.items.item import Paper, papers
from course.check.items.judged import (
    mostly_true,
    too_many_judged,
    unlike_statements,
)
from course.check.items.worded import PaperRule, translated_items
from course.check.translation import check_translation
from course.model import (
    Attitude,
    Choice,
    Course,
    FillIn,
    ItemSet,
    Judge,
    Module,
    Ordering,
    Question,
    ShortAnswer,
)
from course.problems import Place
from course.slots import Known, words_in
from course.spoken import Spoken, speak
from course.translate import translate
from course.write import pdf, plain
from course.write.data import as_data
from tests.conftest import GALLERY, of_no_commit, program_of
from tests.quizzes import quiz_of
from tests.word import faults

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LANGS = ("en", "zh_Hans")
NAME = "asking"
TEMPLATES = read_templates()


def spoken(lang: str) -> Spoken:
    course, _ = survey(GALLERY)
    return of_no_commit(speak(GALLERY, course, lang)[0])


def sheet(lang: str, make: Any = paper) -> Sheet:
    said = spoken(lang)
    module = module_in(said.course)
    made: Sheet = make(*quiz_of(said.course, module, said.voices, "A"))
    return made


def module_in(course: Course) -> Module:
    return next(one for one in course.modules if one.name == NAME)


def parts(made: Sheet, kind: type) -> list[Any]:
    return [p for one in made.sections for p in one.parts if isinstance(p, kind)]


def part(made: Sheet, kind: type) -> Any:
    return parts(made, kind)[0]


def course_of(lang: str) -> Course:
    return spoken(lang).course


def one_of(course: Course, kind: type) -> Any:
    module = module_in(course)
    return next(
        one for t in module.text.topics for one in t.ask if isinstance(one, kind)
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("asking")
    langs = ("en", "zh", "zh+en")
    result = build(Request(GALLERY, out, (NAME,), langs))
    assert not [one for one in result.problems if one.severity == 1]
    return out


# Putting a quiz together


def test_steps_never_stand_in_their_right_order() -> None:
    question = one_of(course_of("en"), Ordering)
    short = replace(question, steps=question.steps[:3])
    drawn = {orders([short], f"seed {n}")["work"] for n in range(200)}
    assert len(drawn) == 5
    assert (0, 1, 2) not in drawn


def test_a_set_stays_together_and_what_nobody_scores_comes_last() -> None:
    course = course_of("en")
    version = of_module(course, module_in(course), "A")
    found = list(numbered(version.asked(course)))
    assert [one.number for one in found] == [*range(1, 10)]
    inside = [one for one in found if one.within]
    assert [one.asked.id for one in inside] == ["batches", "two-batches"]
    assert [one.begins for one in inside] == [True, False]
    assert isinstance(found[-1].asked, Attitude)
    assert "asking/ways/market" in bank(course)


def test_each_kind_has_its_points_and_an_attitude_has_none() -> None:
    course = course_of("en")
    version = of_module(course, module_in(course), "A")
    found = {one.id: points(one) for one in version.asked(course)}
    assert found == {
        "yeast": 1,
        "work": 4,
        "recipe": 2,
        "patience": 3,
        "market": 2,
        "flours": 3,
        "belongs": 2,
        "joy": 0,
    }
    assert total(version.asked(course)) == 17
    assert "joy" not in {one.id for one in keyed(version.asked(course))}


# On paper


@pytest.mark.parametrize("lang", LANGS)
def test_a_learners_paper_holds_no_key_of_any_kind(made: Path, lang: str) -> None:
    data = json.dumps(as_data(sheet(lang)), ensure_ascii=False, default=str)
    page = "".join(text_of(made / lang / NAME / "quiz-A.pdf").split())
    word = "".join(words_of(made / lang / NAME / "quiz-A.docx").split())
    module = module_in(course_of(lang))
    secrets = [secret for one in module.questions for secret in secrets_of(one)]
    assert len(secrets) > 25
    for secret in secrets:
        assert secret not in data
        assert "".join(secret.split()) not in page
        assert "".join(secret.split()) not in word


def secrets_of(question: Question) -> Iterator[str]:
    """Give all that only the key may say."""
    if isinstance(question, Judge):
        yield from (question.why_true.plain, question.why_false.plain)
    elif isinstance(question, FillIn):
        for blank in question.blanks:
            yield from (blank.accept.plain, blank.accepted[-1], blank.why.plain)
    elif isinstance(question, ShortAnswer):
        yield from (words.plain for words in question.answer.words)
        for mark in question.marks:
            yield from (mark.point.plain, mark.why.plain)
    elif isinstance(question, Choice):
        yield from (option.why.plain for option in question.options)
    elif isinstance(question, Ordering):
        yield from (one.why.plain for one in question.steps)
    else:
        yield from (pair.why.plain for pair in question.pairs)


@pytest.mark.parametrize("lang", LANGS)
def test_the_letters_of_an_order_name_its_steps_one_after_the_other(lang: str) -> None:
    learners = part(sheet(lang), OrderItem)
    by_letter = {one.letter: one.text.plain for one in learners.answers}
    assert list(by_letter) == ["A", "B", "C", "D"]
    keyed_item = part(sheet(lang, key), OrderItem)
    steps = [one.step.plain for one in one_of(course_of(lang), Ordering).steps]
    assert [by_letter[letter] for letter in keyed_item.key] == steps
    assert [one.text.plain for one in keyed_item.placed] == steps
    assert learners.placed == ()


def test_true_is_a_and_false_is_b_in_every_language() -> None:
    for lang in LANGS:
        found = [p for p in parts(sheet(lang, key), Item) if len(p.answers) == 2]
        assert [p.key for p in found] == ["A", "B"]
        assert all(a.why and a.why.plain for p in found for a in p.answers)
    signs = [a.text.plain for a in part(sheet("zh_Hans"), Item).answers]
    assert ["√" in signs[0], "×" in signs[1]] == [True, True]


def test_blanks_keep_their_numbers_where_a_language_turns_them_around() -> None:
    numbers = {
        lang: [s.blank for s in part(sheet(lang), FillItem).stem.spans if s.blank]
        for lang in LANGS
    }
    assert numbers == {"en": [1, 2], "zh_Hans": [2, 1]}
    told = part(sheet("zh_Hans", key), FillItem)
    assert [one.letter for one in told.blanks] == ["(1)", "(2)"]
    assert [one.forms for one in told.blanks] == [("500", "五百"), ("格拉茨", "Graz")]
    assert "五百" in told.blanks[0].accepted.plain


def test_a_blank_is_longer_for_a_longer_answer_and_all_are_alike() -> None:
    stem = part(sheet("en"), FillItem).stem
    blanks = {one.text for one in stem.spans if one.blank}
    assert len(blanks) == 1
    assert len(blanks.pop()) > len("five hundred")


def test_lines_to_write_on_grow_with_the_points() -> None:
    assert part(sheet("en"), ShortItem).lines == 6
    assert "3" in part(sheet("en"), ShortItem).hint
    marks = part(sheet("en", key), ShortItem).marks
    assert [one.letter for one in marks] == ["2", "1"]


def test_a_key_has_no_attitudes_and_a_paper_has_its_five_boxes() -> None:
    assert parts(sheet("en", key), AttitudeItem) == []
    form = part(sheet("en"), AttitudeItem).form
    assert [len(row) for row in form.rows] == [6, 6, 6]
    assert [row[0].plain[:3] for row in form.rows] == ["9.1", "9.2", "9.3"]


@pytest.mark.parametrize("worth", range(1, 10))
def test_the_case_of_a_set_is_on_the_page_of_its_first_question(worth: int) -> None:
    """However much is written above it."""
    made = sheet("en")
    item = part(made, ShortItem)
    taller = with_part(made, item, replace(item, lines=item.lines + 2 * worth))
    document = pdfium.PdfDocument(pdf.write(taller, TEMPLATES.folder, TEMPLATES.style))
    pages = [page.get_textpage().get_text_range() for page in document]
    case = [n for n, text in enumerate(pages) if "12 loaves" in text]
    first = [n for n, text in enumerate(pages) if "What should she do first" in text]
    assert case == first
    assert len(case) == 1


def with_part(made: Sheet, old: Part, new: Part) -> Sheet:
    sections = tuple(
        replace(one, parts=tuple(new if p is old else p for p in one.parts))
        for one in made.sections
    )
    return replace(made, sections=sections)


def test_two_languages_side_by_side_have_each_question_once() -> None:
    both = facing(sheet("zh_Hans"), sheet("en"))
    for kind in (OrderItem, FillItem, ShortItem, AttitudeItem, Case):
        (one,) = parts(both, kind)
        assert kind is Case or one.stem.twin.plain
    rows = part(both, AttitudeItem).form.rows
    assert rows[0][0].twin.plain.endswith("worth the time.")


def test_large_print_has_every_kind() -> None:
    large = enlarged(sheet("en"))
    assert len(large.sections) == len(sheet("en").sections)
    assert pdf.write(large, TEMPLATES.folder, TEMPLATES.style).startswith(b"%PDF")


def test_plain_text_has_places_to_write_and_the_key_has_what_counts() -> None:
    text = plain.write(sheet("en")).decode()
    for told in (
        "1. [ ] 2. [ ]",
        "____",
        "[ ] neither",
        "about this case",
    ):
        assert told in text
    told = plain.write(sheet("en", key)).decode()
    assert "1. [D] Mix flour and water" in told
    assert "(1) 500 (also: five hundred)" in told
    assert "+2 The yeast makes taste" in told


def test_word_keys_tell_what_counts(made: Path) -> None:
    text = words_of(made / "en" / NAME / "quiz-A-key.docx")
    for told in ("500 (also: five hundred)", "Model answer", "+2", "Shape the loaf"):
        assert told in text


def test_word_papers_break_no_rule(made: Path) -> None:
    found = {
        path.name: faults(path.read_bytes())
        for lang in LANGS
        for path in (made / lang / NAME).glob("quiz*.docx")
    }
    assert len(found) == 2
    assert not any(found.values()), found


def words_of(path: Path) -> str:
    from lxml import etree

    with zipfile.ZipFile(path) as whole:
        tree = etree.fromstring(whole.read("word/document.xml"))
    return "".join(map(str, tree.itertext()))


def text_of(path: Path) -> str:
    document = pdfium.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


# The answer sheet


def test_an_answer_sheet_has_rows_for_each_kind_in_every_language() -> None:
    found = []
    for lang in LANGS:
        course = course_of(lang)
        version = of_module(course, module_in(course), "A")
        rows = asked(version.asked(course), version.orders)
        key_of = right(version.asked(course), version.orders)
        found.append((rows, key_of))
        by_name = {one.name: one for one in rows}
        assert by_name["yeast"].letters == "AB"
        assert by_name["work"].labels == ("2.1", "2.2", "2.3", "2.4")
        assert by_name["recipe"].letters == "012"
        assert by_name["patience"].letters == "0123"
        assert by_name["joy"].labels == ("9.1", "9.2", "9.3")
        assert by_name["joy"].letters == "12345"
        written = {label for label, _ in key_of if label in ("3", "4")}
        assert written == set()
        order = "".join(letter for label, letter in sorted(key_of) if label[:2] == "2.")
        assert order == part(sheet(lang, key), OrderItem).key
    assert found[0] == found[1]


def test_an_answer_sheet_says_whose_boxes_are_whose(made: Path) -> None:
    text = " ".join(text_of(made / "en" / NAME / "quiz-A-answers.pdf").split())
    assert "A is true, B is false" in text
    assert "Write the answers to questions 3, 4 on the question paper" in text
    text = "".join(text_of(made / "zh_Hans" / NAME / "quiz-A-answers.pdf").split())
    assert "判断题：正确的涂A，错误的涂B" in text


# Translations


def test_a_lost_blank_is_told_at_the_translation() -> None:
    told = translation_of("asking/ways/recipe/stem", "面包用____克面粉，在____烤成。")
    assert [one.code for one in told if one.code in ("C633", "C242")] == [
        "C633",
        "C242",
    ]


def test_answers_that_became_alike_are_told_at_the_translation() -> None:
    told = translation_of("asking/ways/recipe/blanks", "500 | 五百 | ５００")
    assert "C243" in {one.code for one in told}


def test_a_language_may_accept_more_answers_than_the_source() -> None:
    told = translation_of("asking/ways/recipe/blanks", "500 | 五百 | 500克")
    assert told == []


def translation_of(slot: str, target: str) -> list[Any]:
    """Give what is told of a translation of some words of the gallery."""
    course, _ = survey(GALLERY)
    known = {}
    said = spoken("zh_Hans").course
    for module, other in zip(course.modules, said.modules, strict=True):
        from course.slots import units

        pairs = zip(units(module.text, ""), units(other.text, ""), strict=True)
        for one, its in pairs:
            text = its.words.source
            if one.slot.path == slot and "500" in f"{one.words.source}{slot}500":
                is_wanted = "blanks" not in slot or one.words.source.startswith("500")
                text = target if is_wanted else text
            place = Place(f"{one.slot.path}/{one.words.source}")
            known[one.slot.path, one.words.source] = Known(text, place)
    turned, _ = translate(course, "zh_Hans", known)
    at = [p for p in check_translation(turned, known) if p.place.file.startswith(slot)]
    assert list(words_in(turned))
    return at


# What judges a whole quiz


def test_an_attitude_is_no_item_of_a_quiz() -> None:
    ids = {i.question.id for p in papers(course_of("en")) for i in p.items}
    assert "two-batches" in ids
    assert "joy" not in ids
    assert "market" not in ids
    assert list(translated_items(course_of("zh_Hans"))) == []


LONG = "Dough that rests for a night in a cool place needs less yeast than other dough."
SHORT = "Two batches are enough."


@pytest.mark.parametrize(
    ("code", "rule", "statements", "besides"),
    [
        ("C246", mostly_true, [(SHORT, True)] * 2, 6),
        ("C246", mostly_true, [(SHORT, False)] * 4 + [(SHORT, True)], 20),
        ("C247", too_many_judged, [(SHORT, True), (SHORT, False)], 4),
        ("C248", unlike_statements, [(LONG, True), (SHORT, False)] * 2, 12),
        ("C248", unlike_statements, [(LONG, False), (SHORT, True)] * 2, 12),
    ],
)
def test_statements_of_a_quiz_are_judged_together(
    code: str,
    rule: PaperRule,
    statements: list[tuple[str, bool]],
    besides: int,
) -> None:
    told = [problem.code for problem in rule(quiz_with(statements, besides))]
    assert told == [code]


@pytest.mark.parametrize("rule", [mostly_true, too_many_judged, unlike_statements])
@pytest.mark.parametrize(
    ("statements", "besides"),
    [
        ([(LONG, True)], 4),
        ([(LONG, True), (SHORT, False)], 6),
        ([(SHORT, True), (SHORT, True), (SHORT, False)], 9),
        ([(LONG, True), (SHORT, True), (LONG, False), (SHORT, False)], 12),
    ],
)
def test_even_statements_of_a_quiz_are_let_pass(
    rule: PaperRule, statements: list[tuple[str, bool]], besides: int
) -> None:
    assert list(rule(quiz_with(statements, besides))) == []


def quiz_with(statements: list[tuple[str, bool]], besides: int) -> Paper:
    """Give a quiz of statements, and so many other items."""
    course = course_of("en")
    one, other = one_of(course, Judge), one_of(course, Choice)
    judged = [
        replace(one, stem=markup.words(text, Place("x"), "en")[0], answer=answer)
        for text, answer in statements
    ]
    return Paper(tuple(ItemOf(item, "en") for item in (*judged, *[other] * besides)))


def test_questions_of_a_set_are_judged_with_their_case() -> None:
    items = {i.question.id: i for p in papers(course_of("en")) for i in p.items}
    assert "Rosa" in items["two-batches"].case[0].plain


# In the browser


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    program = program_of("Chromium", "chromium", "chromium-browser")
    from playwright.sync_api import sync_playwright

    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=quiet)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    tab = browser.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    yield tab
    tab.close()
    assert wrong == []


def opened(page: "Page", made: Path, lang: str) -> None:
    page.goto((made / lang / NAME / "quiz.html").as_uri())


def verdict(page: "Page", kind: str) -> str:
    question = page.locator(f".question[data-kind={kind}]").first
    question.locator(".check").click()
    return question.locator(".foot .verdict").inner_text()


@pytest.mark.parametrize(
    ("lang", "answers", "is_right"),
    [
        ("en", ("500", "Graz"), True),
        ("en", ("five  Hundred", " GRAZ "), True),
        ("en", ("Graz", "500"), False),
        ("zh_Hans", ("５００", "格拉茨"), True),
        ("zh_Hans", ("五 百", "ｇｒａｚ"), True),
        ("zh_Hans", ("六百", "格拉茨"), False),
    ],
)
def test_what_is_typed_counts_without_case_spaces_and_full_width(
    made: Path, page: "Page", lang: str, answers: tuple[str, str], is_right: bool
) -> None:
    opened(page, made, lang)
    correct, not_yet = {
        "en": ("Correct.", "Not yet."),
        "zh_Hans": ("回答正确。", "还不对。"),
    }[lang]
    for number, text in enumerate(answers, 1):
        page.locator(f".gap[data-blank='{number}']").fill(text)
    assert verdict(page, "fill") == (correct if is_right else not_yet)
    marked = page.locator(".gap[aria-invalid=true]").count()
    assert (marked == 0) is is_right


def test_enter_in_a_blank_checks_it_and_nothing_is_sent(
    made: Path, page: "Page"
) -> None:
    opened(page, made, "en")
    page.locator(".gap").nth(1).fill("Graz")
    page.locator(".gap").first.fill("500")
    page.keyboard.press("Enter")
    question = page.locator(".question[data-kind=fill]")
    assert question.locator(".foot .verdict").inner_text() == "Correct."


def test_steps_are_put_in_order_with_lists(made: Path, page: "Page") -> None:
    opened(page, made, "en")
    question = page.locator(".question[data-kind=order]")
    assert verdict(page, "order") == "Choose an answer first."
    for one in question.locator("select").all():
        one.select_option(one.get_attribute("data-right"))
    assert verdict(page, "order") == "Correct."
    assert "It rises while it rests" in question.inner_text()


def test_a_model_answer_comes_only_after_ones_own_and_is_not_counted(
    made: Path, page: "Page"
) -> None:
    opened(page, made, "en")
    question = page.locator(".question[data-kind=short]")
    assert verdict(page, "short") == "Write an answer first."
    assert not question.locator(".why").is_visible()
    question.locator("textarea").fill("Because it has time.")
    assert verdict(page, "short") == "Compare your answer with the model answer."
    assert question.locator(".why").is_visible()
    assert page.locator("#score").inner_text() == "Right so far: 0 of 7"


def test_an_attitude_has_no_button_and_its_boxes_say_what_they_are(
    made: Path, page: "Page"
) -> None:
    opened(page, made, "en")
    question = page.locator(".question[data-kind=attitude]")
    assert question.locator(".check").count() == 0
    name = "9.2\N{NO-BREAK SPACE}I would share an oven with my neighbours.: agree"
    question.get_by_role("radio", name=name, exact=True).check()
    assert question.locator("input:checked").count() == 1


@pytest.mark.parametrize("width", [320, 900])
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_runs_off_the_side(
    made: Path, page: "Page", lang: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, made, lang)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_online_quiz_says_the_case_of_a_set_once() -> None:
    made = sheet("en", online)
    assert len(parts(made, Case)) == 1
    assert isinstance(one_of(course_of("en"), ItemSet), ItemSet)
