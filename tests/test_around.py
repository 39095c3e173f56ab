"""What stands around the modules: the tests before and after, forms, the appendix."""

from pathlib import Path

import pytest

from course import trace
from course.arrange.quiz import key, paper
from course.arrange.sheet import Item, Sheet
from course.assemble import of_test
from course.model import Choice, Question
from course.plan.keep import keep, trim
from course.read.project import own_root, read_course
from course.spoken import Spoken, speak
from course.text import Text
from course.write.data import as_data
from tests.quizzes import exam_of
from tests.test_paper import text_of

LANGS = ("en", "zh_Hans")


@pytest.fixture(scope="module")
def told() -> dict[str, Spoken]:
    course, _ = read_course(own_root())
    return {lang: speak(own_root(), course, lang)[0] for lang in LANGS}


def asked_in(one: Question) -> tuple[Text | None, str]:
    assert isinstance(one, Choice)
    return one.scenario, one.stem.plain


def entries(sheet: Sheet) -> list[Item]:
    return [p for s in sheet.sections for p in s.parts if isinstance(p, Item)]


def test_every_module_is_tested_before_and_after(told: dict[str, Spoken]) -> None:
    course = told["en"].course
    for when in ("before", "after"):
        named = {one.id for one in of_test(course, when).asked(course)}
        for module in course.modules:
            own = {
                getattr(twins, when).id
                for topic in module.text.topics
                for twins in topic.test
            }
            assert own, module.name
            assert own <= named


def test_the_two_tests_ask_for_the_same_in_other_words(
    told: dict[str, Spoken],
) -> None:
    course = told["en"].course
    first, second = (
        [one for one in of_test(course, when).asked(course) if isinstance(one, Choice)]
        for when in ("before", "after")
    )
    assert len(first) == len(of_test(course, "before").questions)
    assert [(o.objective, o.level, o.kind) for o in first] == [
        (o.objective, o.level, o.kind) for o in second
    ]
    stems = {asked_in(one) for one in first}
    assert not stems & {asked_in(one) for one in second}


@pytest.mark.parametrize("when", ["before", "after"])
def test_one_key_serves_all_languages(told: dict[str, Spoken], when: str) -> None:
    keys = [
        [item.key for item in entries(key(*exam_of(one.course, one.voices, when)))]  # type: ignore[arg-type]
        for one in told.values()
    ]
    assert keys[0] == keys[1]
    assert set("".join(filter(None, keys[0]))) == set("ABCD")


@pytest.mark.parametrize("lang", LANGS)
def test_a_learner_s_test_does_not_know_the_right_answers(
    told: dict[str, Spoken], lang: str, around: Path
) -> None:
    spoken = told[lang]
    for item in entries(paper(*exam_of(spoken.course, spoken.voices, "before"))):
        assert item.key is None
        assert {answer.right for answer in item.answers} == {None}
        assert {answer.why for answer in item.answers} == {None}
    data = (around / lang / "course" / "test-before.pdf").read_bytes()
    text = text_of(around / lang / "course" / "test-before.pdf")
    reasons = [
        option.why.plain
        for one in of_test(spoken.course, "before").asked(spoken.course)
        if isinstance(one, Choice)
        for option in one.options
    ]
    assert reasons
    flat = "".join(text.split())
    assert not [why for why in reasons if "".join(why.split()) in flat]
    assert b"key" not in data[-3000:].lower()


def test_a_topic_that_is_dropped_takes_its_test_items_with_it(
    told: dict[str, Spoken],
) -> None:
    (module, *_) = told["en"].course.modules
    bearing = [topic.id for topic in module.text.topics if topic.test]
    left = [topic.id for topic in module.text.topics if topic.id != bearing[0]]
    cut = trim(module, keep(module, left, ()), 1)
    assert sum(len(t.test) for t in cut.text.topics) == len(bearing) - 1


@pytest.mark.parametrize("lang", LANGS)
def test_the_last_form_asks_for_every_objective(
    told: dict[str, Spoken], lang: str, around: Path
) -> None:
    text = "".join(text_of(around / lang / "course" / "forms.pdf").split())
    for module in told[lang].course.modules:
        for objective in module.text.objectives:
            letters = "".join(objective.text.plain.split())
            assert letters[:12] in text, objective.text.plain


@pytest.mark.parametrize("lang", LANGS)
def test_the_appendix_tells_where_each_paragraph_is_taught(
    told: dict[str, Spoken], lang: str
) -> None:
    from course.arrange.appendix import appendix

    spoken = told[lang]
    sheet = appendix(spoken.course, spoken.voices)
    rows = {
        s.name: as_data(s.parts[-1])["rows"]
        for s in sheet.sections[1:]
        if s.name in ("taught", "recommended")
    }
    first = [row[0]["spans"][0]["text"] for row in rows["taught"]]
    assert first == [str(number) for number in range(1, 67)]
    numbers = [row[0]["spans"][0]["text"] for row in rows["recommended"]]
    assert numbers == [f"R{number}" for number in range(1, 22)]
    assert all(row[3]["spans"][0]["text"] for row in rows["recommended"])


def test_the_glossary_names_each_term_in_the_other_language(
    told: dict[str, Spoken], around: Path
) -> None:
    for lang in LANGS:
        text = text_of(around / lang / "course" / "appendix.pdf")
        assert "Universal Periodic Review" in " ".join(text.split())
        assert "普遍定期审议" in text
    assert told["en"].voices.abroad["universal-periodic-review"] == "普遍定期审议"


def test_every_paragraph_and_recommendation_of_the_report_is_taught(
    told: dict[str, Spoken],
) -> None:
    course = told["en"].course
    assert all(trace.paragraphs(course).values())
    assert all(trace.recommendations(course).values())
