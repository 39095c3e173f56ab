"""Terms: the agreed form is there, a discouraged one is not."""

import shutil
from pathlib import Path

import pytest

from course import markup
from course.build import inspect, survey
from course.check.terms import term_discouraged, term_missing
from course.problems import Place, in_order
from course.spoken import speak
from course.terms import Agreed, Termbase
from course.text import Words
from tests.conftest import ROOT, faults

TERMS = Termbase(
    (
        Agreed("council", ("Human Rights Council",), ("人权理事会",)),
        Agreed(
            "committee",
            ("Human Rights Council Advisory Committee", "Advisory Committee"),
            ("人权理事会咨询委员会", "咨询委员会"),
        ),
        Agreed("bodies", ("treaty bodies",), ("条约机构",), ("条约委员会",)),
        Agreed("education", ("right to education",), ("受教育权",), ("教育权",)),
        Agreed("shift", ("The Shift",), ("转变倡议",)),
        Agreed("city", ("local government",), ("地方政府",)),
    )
)


def words(text: str, lang: str) -> Words:
    return markup.words(text, Place("x.po"), lang)[0]


def told(source: str, target: str) -> list[str]:
    pair = words(source, "en"), words(target, "zh_Hans")
    found = [*term_missing(*pair, TERMS), *term_discouraged(*pair, TERMS)]
    return [f"{p.code} {p.message}: {p.hint}" for p in found]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The Human Rights Council met.", "人权理事会举行了会议。"),
        ("A treaty body writes.", "条约机构致函。"),
        ("Treaty bodies write.", "**条约机构**致函。"),
        # The longest term is meant, the Council is not asked for.
        ("the Human Rights Council Advisory Committee", "咨询委员会"),
        # A name is no ordinary word.
        ("the shift from one to the other", "从此到彼"),
        # The longer agreed form holds the discouraged one.
        ("the right to education", "受教育权"),
        # Where the source does not have the term, its discouraged form may stand.
        ("a committee on a treaty", "条约委员会"),
        ("self-government of the locals", "自治"),
    ],
)
def test_what_is_right_is_left_alone(source: str, target: str) -> None:
    assert told(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        (
            "the Advisory Committee",
            "理事会的委员会",
            "C640 “Human Rights Council Advisory Committee” is not translated as "
            "agreed: use “人权理事会咨询委员会” or “咨询委员会”",
        ),
        (
            "Local governments write.",
            "当地政府写。",
            "C640 “local government” is not translated as agreed: use “地方政府”",
        ),
        (
            "treaty bodies",
            "条约委员会",
            "C641 “条约委员会” is not used for “treaty bodies”: use “条约机构”",
        ),
        (
            "treaty bodies, and treaty bodies",
            "条约机构和条约委员会",
            "C641 “条约委员会” is not used for “treaty bodies”: use “条约机构”",
        ),
    ],
)
def test_another_form_is_told(source: str, target: str, said: str) -> None:
    assert told(source, target) == [said]


def test_terms_serve_from_chinese_as_well() -> None:
    """Nothing is parted into words; the longest term is meant."""
    back = Termbase(
        tuple(Agreed(t.id, t.targets, t.sources, ("Board",)) for t in TERMS.terms)
    )
    pair = words("咨询委员会致函条约机构", "zh_Hans"), words("The Board wrote.", "en")
    assert [p.code for p in term_missing(*pair, back)] == []
    assert [p.code for p in term_discouraged(*pair, back)] == ["C641", "C641"]
    bare = words("Somebody wrote.", "en")
    found = [p.message for p in term_missing(pair[0], bare, back)]
    assert found == [
        "“人权理事会咨询委员会” is not translated as agreed",
        "“条约机构” is not translated as agreed",
    ]


GLOSSARY = """\
terms:
  - id: brood-box
    term: brood box
    avoid: [nursery]
    definition: where young bees grow
    cite: [1]
  - id: super
    term: super
"""
FRENCH = """\
msgid ""
msgstr "Language: fr\\n"

# also: chambre à couvain
# avoid: boîte à couvain
msgctxt "glossary/brood-box/term"
msgid "brood box"
msgstr "corps de ruche"

# The case does not matter.
msgctxt "glossary/super/term"
msgid "super"
msgstr "hausse"
"""


@pytest.fixture
def with_terms(bees: Path) -> Path:
    """The course of bees with a glossary, and what is agreed in French."""
    course = bees / "modules" / "course.yaml"
    text = course.read_text("utf-8")
    course.write_text(f"{text.rstrip()}\nglossary: glossary.yaml\n", "utf-8")
    (bees / "modules" / "glossary.yaml").write_text(GLOSSARY, "utf-8")
    po = bees / "locales/fr/LC_MESSAGES/glossary.po"
    po.write_text(FRENCH, "utf-8")
    return bees


def codes(root: Path) -> list[str]:
    found = [p for p in inspect(root) if p.code[:3] in ("C64", "C10")]
    return [f"{p.place.file} {p.code} {p.message}" for p in in_order(found)]


def test_forms_are_noted_by_translators(with_terms: Path) -> None:
    spoken, _ = speak(with_terms, survey(with_terms)[0], "fr")
    assert spoken.course.glossary
    (box, _) = spoken.course.glossary.terms
    assert (box.also, box.avoid) == (("chambre à couvain",), ("boîte à couvain",))


def test_a_course_is_held_to_its_glossary(with_terms: Path) -> None:
    before = codes(with_terms)
    path = with_terms / "locales/fr/LC_MESSAGES/hive.po"
    text = path.read_text("utf-8")
    assert "hausse" in text
    path.write_text(text.replace("hausse", "étage"), "utf-8")
    more = [one for one in codes(with_terms) if one not in before]
    assert more
    assert {one.split()[1] for one in more} == {"C640"}


def test_a_discouraged_word_of_the_source_is_told(with_terms: Path) -> None:
    path = with_terms / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Show the *real* hive", "Show a nursery"), "utf-8")
    assert [c for c in codes(with_terms) if "C642" in c] == [
        "modules/hive.yaml C642 “nursery” is not used in this course"
    ]


def test_a_term_twice_and_a_paragraph_that_is_not_there_are_told(
    with_terms: Path,
) -> None:
    path = with_terms / "modules" / "glossary.yaml"
    text = path.read_text("utf-8").replace("id: super", "id: brood-box")
    path.write_text(text.replace("cite: [1]", "cite: [99]"), "utf-8")
    found = [c for c in codes(with_terms) if "glossary.yaml" in c]
    assert [c.split()[1] for c in found] == ["C102", "C107"]


def test_a_glossary_that_cannot_be_read_is_told(with_terms: Path) -> None:
    shutil.copy(with_terms / "modules/hive.yaml", with_terms / "modules/glossary.yaml")
    assert "R302" in {p.code for p in inspect(with_terms)}


def test_the_shipped_glossary_is_whole_in_chinese() -> None:
    course, _ = survey(ROOT)
    spoken, problems = speak(ROOT, course, "zh_Hans")
    assert course.glossary
    assert spoken.course.glossary
    assert len(course.glossary.terms) >= 200
    assert all(term.term.origin for term in spoken.course.glossary.terms)
    assert faults(p for p in problems if p.code.startswith("C64")) == []
