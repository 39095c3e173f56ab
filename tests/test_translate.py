"""A course in another language: whole pieces, never half translated."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation

from course.arrange import quiz as quizzes
from course.build import Request, build, inspect, survey
from course.catalog.store import Store, status
from course.catalog.update import update
from course.read.project import own_root, read_course
from course.slots import change_course, words_in
from course.spoken import speak
from tests.conftest import faults
from tests.quizzes import quiz_of


def slides(path: Path) -> dict[str, str]:
    """Give each slide's title, and all its text."""
    found = {}
    for slide in Presentation(str(path)).slides:
        texts = [s.text_frame.text for s in slide.shapes if s.has_text_frame]
        assert slide.shapes.title is not None
        found[slide.shapes.title.text_frame.text] = "\n".join(texts)
    return found


def test_a_translated_slide_is_in_its_language(made_bees: Path) -> None:
    deck = slides(made_bees / "fr" / "hive" / "deck.pptx")
    assert "Par où entrent les abeilles" in deck["La ruche a trois étages"]


def test_a_slide_with_one_word_missing_is_shown_as_a_whole_in_the_source(
    made_bees: Path,
) -> None:
    text = slides(made_bees / "fr" / "hive" / "deck.pptx")[
        "Hives lose weight in winter"
    ]
    assert "Pas encore traduit : affiché en anglais." in text
    assert "Octobre" not in text


def feet(path: Path) -> set[str]:
    """Give what stands at the foot of slides."""
    slides = Presentation(str(path)).slides
    shapes = [shape for slide in slides for shape in slide.placeholders]
    return {s.text_frame.text for s in shapes if s.name == "Footer"}


@pytest.mark.parametrize("slot", ["course/title", "hive/title"])
def test_a_title_that_is_not_translated_is_marked(bees: Path, slot: str) -> None:
    """A title slide has no foot for the mark, and a foot has no room for it."""
    for po in (bees / "locales" / "fr" / "LC_MESSAGES").glob("*.po"):
        before, found, after = po.read_text("utf-8").partition(f'msgctxt "{slot}"\n')
        po.write_text(f"{before}#, fuzzy\n{found}{after}" if found else before, "utf-8")
    build(
        Request(bees, bees / "out", langs=("fr",), kinds=("deck", "handout", "index"))
    )
    deck = bees / "out" / "fr" / "hive" / "deck.pptx"
    paper = Document(str(bees / "out" / "fr" / "hive" / "handout.docx"))
    mark = "Pas encore traduit : affiché en anglais."
    assert mark in slides(deck)["Inside the hive"]
    foot = (
        "Inside the hive (anglais)"
        if slot == "hive/title"
        else "À l’intérieur de la ruche"
    )
    assert feet(deck) == {foot}
    assert paper.core_properties.title == foot
    page = (bees / "out" / "index.html").read_text("utf-8")
    assert f"Module 1  ·  {foot}" in page
    spoken, _ = speak(bees, survey(bees)[0], "fr")
    asked = quiz_of(spoken.course, spoken.course.modules[0], spoken.voices, "A")
    quiz = quizzes.paper(*asked)
    assert (mark in str(quiz.sections[0])) == (slot == "hive/title")


def test_a_question_with_one_reason_missing_is_asked_as_a_whole_in_the_source(
    made_bees: Path,
) -> None:
    page = (made_bees / "fr" / "hive" / "quiz.html").read_text("utf-8")
    assert "How many frames does the brood box hold?" in page
    assert "Combien de cadres" not in page
    assert "À quel étage grandissent les jeunes abeilles ?" in page


def test_a_course_without_any_translation_is_the_source_marked(bees: Path) -> None:
    for file in (bees / "locales" / "zh_Hans").rglob("*.po"):
        file.unlink()
    out = bees / "out"
    result = build(Request(bees, out, langs=("zh",), kinds=("deck",)))
    assert result.files
    text = slides(out / "zh_Hans" / "hive" / "deck.pptx")["A hive has three floors"]
    assert "尚未翻译，以英语显示。" in text


def test_fuzzy_words_reach_no_output(bees: Path) -> None:
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "hive.po"
    before, _, after = po.read_text("utf-8").partition('msgctxt "hive/floors/title"')
    po.write_text(f'{before}#, fuzzy\nmsgctxt "hive/floors/title"{after}', "utf-8")
    out = bees / "out"
    build(Request(bees, out, langs=("fr",), kinds=("deck", "handout", "quiz")))
    titles = slides(out / "fr" / "hive" / "deck.pptx")
    assert "A hive has three floors" in titles
    assert "La ruche a trois étages" not in titles


def test_a_label_that_lost_its_placeholder_is_told_and_stays_english(
    bees: Path,
) -> None:
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "labels.po"
    text = po.read_text("utf-8")
    assert 'msgstr "par. {numbers}"' in text
    po.write_text(
        text.replace('msgstr "par. {numbers}"', 'msgstr "par. {n}"', 1), "utf-8"
    )
    assert [p.message for p in inspect(bees) if p.code == "T106"] == [
        "the placeholders of `paragraph` differ from the English label"
    ]


def test_a_problem_of_a_translation_is_told_where_the_translation_begins(
    bees: Path,
) -> None:
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "hive.po"
    text = po.read_text("utf-8").replace(
        'msgstr "Lavez-vous les mains."', 'msgstr ""\n"<b>Lavez-vous "\n"les mains."'
    )
    po.write_text(text, "utf-8")
    line = text.split('msgstr ""\n"<b>')[0].count("\n") + 1
    assert [p.place.line for p in inspect(bees) if p.code == "M103"] == [line]


def test_broken_markup_in_a_translation_is_told_at_its_line(bees: Path) -> None:
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "hive.po"
    text = po.read_text("utf-8").replace("**Hausse** –", "**Hausse –")
    po.write_text(text, "utf-8")
    line = text.split('msgstr "**Hausse –')[0].count("\n") + 1
    told = [str(p) for p in inspect(bees) if p.code == "M105"]
    assert told[0].startswith(f"locales/fr/LC_MESSAGES/hive.po:{line}:1: M105 ")


FRAMES = "sur 10 cadres [¶1]"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ("sur 10 cadres", "C601 the translation lacks ¶1"),
        ("sur 10 cadres [¶2]", "C601 the translation lacks ¶1 and has ¶2 added"),
        ("sur 10 cadres [¶1] [¶1]", "C601 the translation has ¶1 added"),
        ("sur 10 cadres [¶1; fn 1]", "C601 the translation has fn 1 added"),
        ("sur 10 cadres [¶9]", "C102 ¶9 is not in the report"),
    ],
)
def test_a_translation_cites_what_its_source_cites(
    bees: Path, changed: str, told: str
) -> None:
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "hive.po"
    text = po.read_text("utf-8")
    line = text.split(FRAMES)[0].count("\n") + 1
    po.write_text(text.replace(FRAMES, changed), "utf-8")
    found = [str(p) for p in inspect(bees) if p.severity == 1]
    place = f"locales/fr/LC_MESSAGES/hive.po:{line}:1"
    assert f"{place}: {told}" in {one.split("\n")[0] for one in found}


def test_a_broken_po_file_stops_its_language_only(bees: Path) -> None:
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "hive.po"
    po.write_text(po.read_text("utf-8") + '\nmsgid "open\n', "utf-8")
    out = bees / "out"
    result = build(Request(bees, out, kinds=("deck",)))
    assert [p.code for p in result.problems if p.severity == 1] == ["T101"]
    assert (out / "en" / "hive" / "deck.pptx").is_file()
    assert (out / "zh_Hans" / "hive" / "deck.pptx").is_file()
    assert not (out / "fr").exists()


def test_a_translation_too_long_for_its_slide_is_told_in_its_language(
    bees: Path,
) -> None:
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "hive.po"
    text = po.read_text("utf-8")
    po.write_text(text.replace("La ruche a trois étages", "La ruche " * 40), "utf-8")
    told = [p for p in inspect(bees) if p.code == "A101"]
    assert [(p.place.file.split("/")[1], p.message) for p in told] == [
        ("fr", "the headline of this slide does not fit (fr)")
    ]


def updated(root: Path) -> dict[str, str]:
    """Bring a project's translations up to date; give the files that changed."""
    course, _ = read_course(root)
    files, problems = update(Store(root, own_root()), course)
    assert not problems
    for path, text in files.items():
        path.write_text(text, "utf-8")
    return {path.relative_to(root).as_posix(): text for path, text in files.items()}


def shown(root: Path, files: Iterable[Path]) -> set[str]:
    return {path.relative_to(root).as_posix() for path in files}


def test_updating_twice_changes_nothing(bees: Path) -> None:
    updated(bees)
    assert updated(bees) == {}


def test_an_empty_table_cell_is_no_message_and_asks_for_no_translation(
    bees: Path,
) -> None:
    hive = bees / "modules" / "hive.yaml"
    old = "      Weigh the hive twice a year.\n"
    table = "      | | Kilograms |\n      |---|---|\n      | Autumn | |\n"
    assert old in hive.read_text("utf-8")
    hive.write_text(hive.read_text("utf-8").replace(old, table), "utf-8")
    store, course = Store(bees, own_root()), read_course(bees)[0]
    files, problems = update(store, course)
    assert not problems
    text = files[store.file("fr", "hive")]
    assert 'msgid "Autumn"' in text
    assert text.count('msgid ""\nmsgstr ""\n"Project') == 1
    spoken, _ = speak(bees, course, "fr")
    (cell,) = {w for w in words_in(spoken.course.modules[0].text) if not w.source}
    assert cell.plain == ""
    assert spoken.voices.settle(cell).mark == ""


def test_a_changed_source_makes_one_entry_fuzzy_and_nothing_else(bees: Path) -> None:
    updated(bees)
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace("has three floors", "has four floors")
    path.write_text(text, "utf-8")
    files = updated(bees)
    french = "locales/fr/LC_MESSAGES/hive.po"
    chinese = "locales/zh_Hans/LC_MESSAGES/hive.po"
    assert set(files) == {"locales/hive.pot", french, chinese}
    assert files[french].count("#, fuzzy") == 1
    assert '#| msgid "A hive has three floors"' in files[french]
    course, _ = read_course(bees)
    counts = status(Store(bees, own_root()), course, "fr")[0]
    hive = next(one for one in counts if one.name == "hive")
    assert (hive.fuzzy, hive.missing) == (1, 2)


def test_a_source_changed_back_leaves_no_doubt_and_no_trace(bees: Path) -> None:
    updated(bees)
    path = bees / "modules" / "hive.yaml"
    before = {p: p.read_bytes() for p in bees.rglob("*.po*")}
    text = path.read_text("utf-8")
    path.write_text(text.replace("has three floors", "has four floors"), "utf-8")
    assert "#, fuzzy" in updated(bees)["locales/fr/LC_MESSAGES/hive.po"]
    path.write_text(text, "utf-8")
    updated(bees)
    assert {p: p.read_bytes() for p in bees.rglob("*.po*")} == before


def test_a_translation_rewritten_while_fuzzy_is_not_shown_for_the_old_text(
    bees: Path,
) -> None:
    path = bees / "modules" / "hive.yaml"
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "hive.po"
    text = path.read_text("utf-8")
    path.write_text(text.replace("has three floors", "has four floors"), "utf-8")
    updated(bees)
    french = po.read_text("utf-8").replace("La ruche a trois", "La ruche a quatre")
    po.write_text(french, "utf-8")
    path.write_text(text, "utf-8")
    assert "#, fuzzy" in updated(bees)["locales/fr/LC_MESSAGES/hive.po"]
    spoken, _ = speak(bees, survey(bees)[0], "fr")
    assert spoken.course.modules[0].text.topics[0].title.lang == "en"


BROKEN = [b"\xff\xfe", 'msgid "蜂"'.encode("gb18030"), b"<<<<<<< HEAD\n", b"hello"]


@pytest.mark.parametrize("data", BROKEN)
def test_a_file_that_cannot_be_read_is_left_alone_with_its_language(
    bees: Path, data: bytes
) -> None:
    french = bees / "locales" / "fr" / "LC_MESSAGES"
    (french / "course.po").write_bytes(data)
    before = {p: p.read_bytes() for p in french.iterdir()}
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace("has three floors", "has four floors")
    path.write_text(text, "utf-8")
    course, _ = read_course(bees)
    files, problems = update(Store(bees, own_root()), course)
    assert "locales/zh_Hans/LC_MESSAGES/hive.po" in shown(bees, files)
    assert [p.place.file for p in problems] == ["locales/fr/LC_MESSAGES/course.po"]
    assert not [path for path in files if path.parent == french]
    assert {p: p.read_bytes() for p in french.iterdir()} == before
    counts, problems = status(Store(bees, own_root()), course, "fr")
    assert [(one.name, one.fuzzy) for one in counts] == [("hive", 1), ("labels", 0)]
    assert [p.place.file for p in problems] == ["locales/fr/LC_MESSAGES/course.po"]


def test_an_empty_file_is_told_and_filled(bees: Path) -> None:
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "hive.po"
    po.write_text("\n", "utf-8")
    course, _ = read_course(bees)
    told = [p for p in inspect(bees) if p.place.file.endswith("fr/LC_MESSAGES/hive.po")]
    assert [str(p).split("\n")[0] for p in told] == [
        "locales/fr/LC_MESSAGES/hive.po:1:1: T110 warning: the file is empty",
        "locales/fr/LC_MESSAGES/hive.po:1:1: T111 warning: "
        "fr: 0 fuzzy, 45 missing; shown in English",
    ]
    files, problems = update(Store(bees, own_root()), course)
    assert [p.code for p in problems] == ["T110"]
    assert 'msgid "A hive has three floors"\nmsgstr ""' in files[po]


def to_do(root: Path) -> list[str]:
    return [str(p) for p in inspect(root) if p.code == "T111"]


def test_what_is_not_translated_is_told_once_in_each_language(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace("has three floors", "has four floors")
    path.write_text(text, "utf-8")
    before = to_do(bees)
    assert [told.split("\n")[0] for told in before] == [
        "locales/fr/LC_MESSAGES/hive.po:1:1: T111 warning: "
        "fr: 1 fuzzy, 2 missing; shown in English",
        "locales/zh_Hans/LC_MESSAGES/course.po:1:1: T111 warning: "
        "zh_Hans: 1 fuzzy, 46 missing; shown in English",
    ]
    assert "course translate update" in before[0]
    updated(bees)
    assert to_do(bees) == before


def test_of_a_complete_translation_nothing_is_told() -> None:
    assert faults(inspect(own_root())) == []


def test_of_a_renamed_module_the_files_left_over_are_told(bees: Path) -> None:
    updated(bees)
    course_file = bees / "modules" / "course.yaml"
    text = course_file.read_text("utf-8").replace("[hive]", "[nest]")
    course_file.write_text(text, "utf-8")
    text = (bees / "modules" / "hive.yaml").read_text("utf-8")
    (bees / "modules" / "hive.yaml").unlink()
    text = text.replace("has three floors", "has floors").replace("id: floors", "id: x")
    (bees / "modules" / "nest.yaml").write_text(text, "utf-8")
    course, _ = read_course(bees)
    before = status(Store(bees, own_root()), course, "fr")[0]
    files, problems = update(Store(bees, own_root()), course)
    assert [(p.code, p.place.file, p.message[-4:]) for p in problems] == [
        ("T112", "locales/hive.pot", "t: 0"),
        ("T112", "locales/fr/LC_MESSAGES/hive.po", "t: 1"),
        ("T112", "locales/zh_Hans/LC_MESSAGES/hive.po", "t: 1"),
    ]
    french = bees / "locales" / "fr" / "LC_MESSAGES"
    assert "La ruche a trois étages" in files[french / "hive.po"]
    assert "Lavez-vous les mains." in files[french / "nest.po"]
    for path, text in files.items():
        path.write_text(text, "utf-8")
    assert status(Store(bees, own_root()), course, "fr")[0] == before


def test_a_file_saved_by_an_editor_merges_back_without_noise(bees: Path) -> None:
    """Poedit wraps lines in its own way and writes its own header."""
    updated(bees)
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "hive.po"
    text = po.read_text("utf-8").replace(
        'msgstr "Lavez-vous les mains."', 'msgstr ""\n"Lavez-vous "\n"les mains."'
    )
    text = text.replace(
        '"Language: fr\\n"', '"Language: fr\\n"\n"X-Generator: Poedit\\n"'
    )
    po.write_text(text, "utf-8")
    assert updated(bees) == {}


def test_what_people_write_at_the_head_of_a_file_stays(bees: Path) -> None:
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "hive.po"
    po.write_text("# Jeanne Doe, 2026\n#\n" + po.read_text("utf-8"), "utf-8")
    path = bees / "modules" / "hive.yaml"
    path.write_text(path.read_text("utf-8").replace("three floors", "floors"), "utf-8")
    changed = updated(bees)["locales/fr/LC_MESSAGES/hive.po"]
    assert changed.startswith("# Jeanne Doe, 2026\n#\n# hive: from en to fr\n")


def test_a_template_in_another_encoding_is_made_anew(bees: Path) -> None:
    (bees / "locales" / "hive.pot").write_bytes("# été".encode("latin-1"))
    assert "locales/hive.pot" in updated(bees)


@pytest.mark.parametrize("tag", ["zh", "zh-CN", "zh_Hans", "zh-Hans-CN"])
def test_language_tags_are_forgiving(bees: Path, tag: str) -> None:
    result = build(Request(bees, bees / "out", langs=(tag,), kinds=("deck",)))
    assert {path.parts[-3] for path in result.files} == {"zh_Hans"}


@pytest.mark.parametrize("tag", ["zh", "zh-CN", "zh_CN", "zh-Hans-CN"])
def test_a_folder_of_translations_is_found_by_any_tag_of_its_language(
    bees: Path, tag: str
) -> None:
    (bees / "locales" / "not-a-tag" / "LC_MESSAGES").mkdir(parents=True)
    updated(bees)
    path = bees / "modules" / "course.yaml"
    path.write_text(path.read_text("utf-8").replace("zh_Hans", tag), "utf-8")
    course, _ = survey(bees)
    spoken, _ = speak(bees, course, tag)
    headline = next(words_in(spoken.course.modules[0].text.topics[0]))
    assert headline.lang == tag
    assert spoken.voices.wording.labels.quiz == "小测验"
    assert updated(bees) == {}
    assert sorted(path.name for path in (bees / "locales").glob("*_*")) == ["zh_Hans"]


def test_the_source_language_may_be_written_in_two_ways(bees: Path) -> None:
    path = bees / "modules" / "course.yaml"
    text = path.read_text("utf-8").replace("source: en", "source: en-GB")
    path.write_text(text, "utf-8")
    course, problems = survey(bees)
    assert (course.lang, problems) == ("en", ())
    assert {words.lang for words in words_in(course)} == {"en"}


def test_without_translation_the_course_stays_the_same(bees: Path) -> None:
    course, _ = survey(bees)
    assert change_course(course, lambda _, words: words) == course


def test_every_word_of_a_complete_translation_is_in_its_language() -> None:
    root = own_root()
    course, _ = survey(root)
    spoken, problems = speak(root, course, "zh_Hans")
    assert faults(problems) == []
    for module in spoken.course.modules:
        assert {words.lang for words in words_in(module.text)} == {"zh_Hans"}
