"""What a translator does, types, and finds in the PO files."""

import re
import subprocess
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from course import model
from course.arrange.draft import letters
from course.arrange.fit import size_for
from course.arrange.room import room_for
from course.build import Request, build, inspect, read_templates
from course.catalog.context import ROLES, role
from course.problems import errors
from course.read.project import read_course
from course.slots import catalogs
from tests.conftest import BEES, GALLERY, ROOT, program_of
from tests.test_build import run


def edit(project: Path, before: str, after: str) -> None:
    """Change the source as an author does."""
    path = project / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def french(project: Path, slot: str) -> str:
    """Give the entry of a slot in the French file."""
    text = (project / "locales/fr/LC_MESSAGES/hive.po").read_text("utf-8")
    (entry,) = [e for e in text.split("\n\n") if f'msgctxt "{slot}"' in e]
    return entry


@pytest.fixture
def changed(bees: Path) -> Path:
    """The course of bees after one word and one number have changed."""
    edit(bees, "A hive has three floors", "A beehive has three floors")
    edit(bees, "How many frames does", "How many of the 12 frames does")
    assert run("translate", "update", cwd=bees).returncode == 0
    return bees


def test_a_change_of_meaning_is_told_in_the_file_and_by_check(changed: Path) -> None:
    entry = french(changed, "hive/floors/how-many-frames/stem")
    assert "#. Meaning changed: … → 12\n" in entry
    assert "Meaning changed" not in french(changed, "hive/floors/title")
    found = [p for p in inspect(changed) if p.code == "T113"]
    assert {p.place.file for p in found} >= {"locales/fr/LC_MESSAGES/hive.po"}
    assert "T113 warning: meaning changed in hive/floors/how-many-frames/stem" in str(
        found[0]
    )


def test_a_change_of_meaning_holds_up_a_final_build(changed: Path) -> None:
    wish = Request(changed, changed / "out", langs=("fr",), kinds=("quiz",))
    assert build(wish).files
    final = Request(
        changed, changed / "out", langs=("fr",), kinds=("quiz",), is_final=True
    )
    result = build(final)
    assert "T113" in {p.code for p in errors(result.problems)}
    assert not result.files


def test_white_space_and_markup_leave_no_trace(bees: Path) -> None:
    run("translate", "update", cwd=bees)
    edit(bees, "Show the *real* hive first.", "Show the  **real**  hive first.")
    said = run("translate", "update", cwd=bees).stdout
    assert "hive.pot" in said
    assert "fuzzy" not in french(bees, "hive/floors/say")


def test_keep_settles_what_is_right_for_the_new_source(changed: Path) -> None:
    said = run("translate", "keep", "hive/floors/title", "--lang", "fr", cwd=changed)
    assert said.returncode == 0
    assert said.stdout.splitlines()[-4:] == [
        "kept: fr hive/floors/title",
        "    was:  A hive has three floors",
        "    is:   A beehive has three floors",
        "    kept: La ruche a trois étages",
    ]
    entry = french(changed, "hive/floors/title")
    assert "fuzzy" not in entry
    assert "#|" not in entry


def test_keep_may_come_before_update(bees: Path) -> None:
    edit(bees, "A hive has three floors", "A hive has exactly three floors")
    assert "kept: fr" in run("translate", "keep", "hive/floors/title", cwd=bees).stdout
    assert 'msgid "A hive has exactly three' in french(bees, "hive/floors/title")


def test_keep_leaves_a_change_of_meaning_unless_told(changed: Path) -> None:
    words = ("translate", "keep", "hive/floors", "--lang", "fr")
    said = run(*words, cwd=changed).stdout
    assert "kept: fr hive/floors/title" in said
    assert (
        "left: fr hive/floors/how-many-frames/stem: meaning changed: … → 12\n"
        "    hint: if these are right as well, add --meaning" in said
    )
    run(*words, "--meaning", cwd=changed)
    assert "fuzzy" not in french(changed, "hive/floors/how-many-frames/stem")
    assert "nothing to keep" in run(*words, cwd=changed).stdout


def test_keep_leaves_a_translator_s_own_doubt(bees: Path) -> None:
    path = bees / "locales/fr/LC_MESSAGES/hive.po"
    slot = 'msgctxt "hive/floors/title"'
    text = path.read_text("utf-8").replace(slot, f"#, fuzzy\n{slot}")
    path.write_text(text, "utf-8")
    said = run("translate", "keep", "hive/floors/title", cwd=bees).stdout
    assert "nothing to keep" in said
    assert "fuzzy" in french(bees, "hive/floors/title")


def test_keep_knows_the_slots_of_the_course(bees: Path) -> None:
    said = run("translate", "keep", "hive/flors/title", cwd=bees)
    assert said.returncode == 2
    assert "the course has no slot “hive/flors/title”" in said.stderr
    assert "did you mean hive/floors/title?" in said.stderr


def comments(entry: str) -> list[str]:
    return [line[3:] for line in entry.split("\n") if line.startswith("#.")]


def test_each_message_says_what_it_is_and_how_much_room_there_is(bees: Path) -> None:
    run("translate", "update", cwd=bees)
    assert comments(french(bees, "hive/floors/title")) == [
        "slide title – also a heading in the handout",
        "room: about 95 letters or 54 Han characters in 2 lines",
        "report: ¶1",
    ]
    assert comments(french(bees, "hive/floors/say")) == [
        "speaker notes – said aloud with the slide",
        "report: ¶1",
    ]
    text = (bees / "locales/fr/LC_MESSAGES/hive.po").read_text("utf-8")
    assert "#. card – on a slide: **head** – text\n" in text
    assert "#. option, a right one – in the quiz\n" in text


def test_each_message_names_its_terms_and_their_agreed_form(bees: Path) -> None:
    course = bees / "modules" / "course.yaml"
    text = course.read_text("utf-8")
    course.write_text(f"{text.rstrip()}\nglossary: glossary.yaml\n", "utf-8")
    (bees / "modules" / "glossary.yaml").write_text(
        "terms:\n  - id: hive\n    term: hive\n", "utf-8"
    )
    run("translate", "update", cwd=bees)
    po = bees / "locales/fr/LC_MESSAGES/glossary.po"
    made = po.read_text("utf-8")
    assert "#. glossary: the agreed form of a term\n" in made
    before, _, after = made.rpartition('msgstr ""')
    po.write_text(f'{before}msgstr "ruche"{after}', "utf-8")
    run("translate", "update", cwd=bees)
    assert "term: hive = ruche" in comments(french(bees, "hive/floors/title"))
    assert "up to date" in run("translate", "update", cwd=bees).stdout


def test_every_text_of_the_model_has_a_role_for_translators() -> None:
    """Where there is none, what authors are told of the field stands in."""
    for root in (ROOT, GALLERY, BEES):
        course, _ = read_course(root)
        for units in catalogs(course).values():
            for unit in units:
                assert role(unit.slot), unit.slot
                assert "." not in role(unit.slot), unit.slot
    roles = {key.split(" ")[0] for key in ROLES}
    known = {f"{k.__name__}.{one.name}" for k in CLASSES for one in fields(k)}
    assert roles <= known


CLASSES = [
    one for one in vars(model).values() if isinstance(one, type) and is_dataclass(one)
]


def test_as_many_letters_as_are_promised_have_room() -> None:
    look = read_templates().look
    course, _ = read_course(ROOT)
    for unit in catalogs(course)["5-united-nations"]:
        room = room_for(unit.slot, look)
        if room and unit.slot.kind == "Topic.title":
            box = look.layouts["Points"].boxes["Headline"]
            latin = ("local government " * 20)[: room.latin].strip()
            for text, lang in ((latin, "en"), ("权" * room.han, "zh_Hans")):
                assert size_for([((letters(text),), box)], lang), text
                assert not size_for([((letters(text * 2),), box)], lang), text


@pytest.mark.parametrize("width", ["--width=60", "--no-wrap"])
def test_a_file_saved_by_another_program_merges_back_without_noise(
    changed: Path, width: str
) -> None:
    msgcat = program_of("gettext", "msgcat")
    for path in (changed / "locales").rglob("*.po"):
        subprocess.run([msgcat, width, "-o", path, path], check=True)
    said = run("translate", "update", cwd=changed).stdout
    assert said == "all files are up to date\n"
    assert "Meaning changed: … → 12" in french(
        changed, "hive/floors/how-many-frames/stem"
    )


def test_what_msgmerge_drops_comes_back(changed: Path) -> None:
    """It takes our comments from the POT file, which knows of no language."""
    msgmerge = program_of("gettext", "msgmerge")
    path = changed / "locales/fr/LC_MESSAGES/hive.po"
    pot = changed / "locales/hive.pot"
    before = french(changed, "hive/floors/title")
    subprocess.run([msgmerge, "-q", "--previous", "-U", path, pot], check=True)
    run("translate", "update", cwd=changed)
    assert (
        french(changed, "hive/floors/title").split("\n#| ")[1]
        == (before.split("\n#| ")[1])
    )


PAGES = ("docs/translators.md", "docs/translators.zh.md")


def blocks(page: str, kind: str) -> list[str]:
    return re.findall(
        rf"```{kind}\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL
    )


def test_both_pages_for_translators_show_the_same() -> None:
    for kind in ("console", "diff", "po"):
        one, other = (blocks(page, kind) for page in PAGES)
        assert one == other


def test_the_day_of_a_translator_is_as_the_page_tells(bees: Path) -> None:
    (changes,) = blocks(PAGES[0], "diff")
    lines = changes.splitlines()
    for before, after in zip(lines[::2], lines[1::2], strict=True):
        edit(bees, before[1:].strip(), after[1:].strip())
    for block in blocks(PAGES[0], "console"):
        if "files: 3" in block:
            mend(bees, "hive/floors/how-many-frames/stem")
        if "translate import" in block:
            fill_in(bees / "build/exchange/hive.fr.xlsx")
        for shown in re.split(r"^\$ course ", block, flags=re.MULTILINE)[1:]:
            words, *expected = shown.splitlines()
            done = run(*words.split(), cwd=bees)
            said = f"{done.stdout}{done.stderr}".replace("\\", "/").splitlines()
            assert [line for line in expected if line not in said] == []
    (entry, term) = blocks(PAGES[0], "po")
    assert 'msgid "How many frames must' in entry
    path = ROOT / "locales/zh_Hans/LC_MESSAGES/glossary.po"
    found = path.read_text("utf-8")
    assert all(line in found for line in term.splitlines())
    assert run("translate", "update", cwd=bees).stdout.count("\n") == 1


def fill_in(path: Path) -> None:
    """Translate what was exported, as a translator does in Excel."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    for row, target in ((3, "Personne ne pourrait la soulever."), (4, "Mars")):
        book.worksheets[0].cell(row, 5).value = target
    book.save(path)


def mend(project: Path, slot: str) -> None:
    """Translate an entry anew, as the page shows it."""
    before = french(project, slot)
    (shown, _) = blocks(PAGES[0], "po")
    assert before == shown.strip()
    after = re.sub(r"^#, fuzzy\n|^#\| .*\n", "", before, flags=re.MULTILINE)
    after = after.replace("le corps contient-il ?", "le corps doit-il contenir ?")
    path = project / "locales/fr/LC_MESSAGES/hive.po"
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
