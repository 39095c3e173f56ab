"""What a translator does, types, and finds in the PO files."""

from pathlib import Path

import pytest

from course.build import Request, build, inspect
from course.problems import errors
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
        changed, changed / "out", langs=("fr",), kinds=("quiz",), final=True
    )
    result = build(final)
    assert {p.code for p in errors(result.problems)} == {"T113"}
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
