"""What a course says against its report: own words, right names, all of it taught."""

from pathlib import Path

import pytest

from course import trace
from course.build import inspect
from course.check.copied import prints_of
from course.problems import in_order
from course.read.prints import as_file
from course.read.project import read_course
from tests.conftest import ROOT

SENTENCE = "每年秋天都要给蜂箱称重，重量不足四十公斤的要及时补喂糖水。"
ENGLISH = "In autumn every hive is put on the scale, and a light one is given sugar."


def with_prints(root: Path, lang: str, text: str) -> Path:
    """Give the bees' booklet the prints of a text that their course must not copy."""
    modules = root / "modules"
    (modules / "booklet.prints").write_bytes(as_file(prints_of((text,), lang)))
    register = modules / "booklet.yaml"
    register.write_text(register.read_text("utf-8") + "prints: booklet.prints\n")
    return root


def copied(root: Path) -> list[str]:
    return [
        f"{one.place}: {one.message}" for one in inspect(root) if one.code == "C403"
    ]


def translated(root: Path, source: str, target: str) -> Path:
    path = root / "locales" / "zh_Hans" / "LC_MESSAGES" / "hive.po"
    old = f'msgid "{source}"\nmsgstr ""'
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, f'msgid "{source}"\nmsgstr "{target}"'), "utf-8")
    return root


def test_a_sentence_that_a_translator_copied_from_the_report_is_told(
    bees: Path,
) -> None:
    root = with_prints(bees, "zh_Hans", SENTENCE)
    translated(root, "Weigh the hive twice a year.", f"一年两次。{SENTENCE}")
    (found,) = copied(root)
    assert found.startswith("locales/zh_Hans/LC_MESSAGES/hive.po:")
    assert found.endswith("“每年秋天都要给蜂箱称重重量不足四” stands so in the report")


@pytest.mark.parametrize(
    "text",
    [
        # 15 Han characters are still one's own words.
        "每年秋天都要给蜂箱称重，重量不足五十公斤的，就补喂一些。",
        "一年称两次。",
    ],
)
def test_own_words_are_left_alone(bees: Path, text: str) -> None:
    root = with_prints(bees, "zh_Hans", SENTENCE)
    assert copied(translated(root, "Weigh the hive twice a year.", text)) == []


def test_a_title_of_a_document_is_nobodys_own_words(bees: Path) -> None:
    title = "每年秋天都要给蜂箱称重及重量不足时补喂糖水的办法"
    root = with_prints(bees, "zh_Hans", f"《{title}》")
    target = f"见《{title}》。"
    assert copied(translated(root, "Weigh the hive twice a year.", target)) == []


def test_an_author_who_copied_is_told_as_well(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace("Weigh the hive twice a year.", ENGLISH)
    path.write_text(text, "utf-8")
    (found,) = copied(with_prints(bees, "en", ENGLISH))
    assert "in autumn every hive is put on the scale and a light one" in found


def test_a_file_that_holds_no_prints_is_told(bees: Path) -> None:
    root = with_prints(bees, "zh_Hans", SENTENCE)
    (root / "modules" / "booklet.prints").write_text("nothing of the kind")
    found = in_order(read_course(root)[1])
    assert [(str(one.place), one.code) for one in found] == [
        ("modules/booklet.prints:1:1", "R410")
    ]


def test_the_prints_of_the_shipped_report_know_its_words() -> None:
    course, _ = read_course(ROOT)
    assert course.prints is not None
    assert (course.prints.lang, course.prints.length) == ("zh_Hans", 16)
    # Each mark is six bytes, and there is one for nearly each Han character.
    assert {len(mark) for mark in course.prints.marks} == {6}
    assert len(course.prints.marks) > 10_000


def test_every_paragraph_is_listed_with_the_topics_that_cite_it(bees: Path) -> None:
    course, _ = read_course(bees)
    found = trace.paragraphs(course)
    assert {
        number: [(one.topic.id, one.items) for one in taught]
        for number, taught in found.items()
    } == {
        1: [("floors", 2)],
        2: [("floors", 0), ("the-scale", 0)],
        3: [],
    }
