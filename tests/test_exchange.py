"""Messages go out to translators' programs and come back: nothing lost, nothing newer
overwritten.
"""

import re
import shutil
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.catalog.entry import Entry
from course.cli import main
from course.exchange.formats import FORMATS, Format, read, write
from course.exchange.inline import parted, together
from course.exchange.merge import take
from course.exchange.row import Part, Row, State, clean, row_of
from course.outputs import Templates
from course.read.project import own_root
from tests.conftest import BEES, EXTREME, ROOT
from tests.test_build import contents
from tests.xliff import faults

TEMPLATE = Templates(own_root() / "templates", "civic").document
MARKED = "a b 权 **b** *i* `c` [¶4; fn 7] [l](http://x.org/a_(b)) {n} \\* ` [ ] ( ) * ="
LETTERS = st.lists(st.sampled_from([*MARKED.split(" "), " ", "**", "*", "&<>'\""]))
TEXTS = LETTERS.map("".join).filter(str.strip)
FREE = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
ENTRIES = st.lists(
    st.builds(
        Entry,
        slot=st.sampled_from(["hive/floors/title", "hive/show", "条/目"]),
        source=TEXTS | FREE,
        target=st.just("") | TEXTS | FREE,
        fuzzy=st.booleans(),
        previous=TEXTS,
        weighty=st.sampled_from(["", "6 → 7"]),
        comments=st.lists(FREE, max_size=2).map(tuple),
        notes=st.lists(FREE, max_size=2).map(tuple),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda entry: (entry.slot, clean(entry.source, "")),
).map(tuple)


def run(*words: str, cwd: Path) -> CompletedProcess[str]:
    """Run a command here, which is quicker than in a process of its own."""
    out, err = StringIO(), StringIO()
    with chdir(cwd), redirect_stdout(out), redirect_stderr(err):
        code = main(words)
    return CompletedProcess(words, code, out.getvalue(), err.getvalue())


def exported(project: Path, kind: str, *words: str, lang: str = "fr") -> Path:
    """Export the hive's messages; give the file."""
    out = project / "out"
    run_words = ("export", "hive", "--lang", lang, "--format", kind, "--out", str(out))
    said = run("translate", *run_words, *words, cwd=project)
    assert said.returncode == 0, said.stderr
    ending = {"xliff": "xlf"}.get(kind, kind)
    return out / f"hive.{lang}.{ending}"


def bring_in(project: Path, *paths: Path) -> tuple[int, str, str]:
    said = run("translate", "import", *map(str, paths), cwd=project)
    return said.returncode, said.stdout.replace("\\", "/"), said.stderr


def fill(path: Path, kind: Format, how: Callable[[Row], Row]) -> None:
    """Change the rows of a file, as a translator does; their marks stay."""
    parts, _ = read(path)
    changed = tuple(replace(p, rows=tuple(map(how, p.rows))) for p in parts)
    path.write_bytes(write(changed, kind, TEMPLATE))


def typed(slot: str, target: str, state: State | None = None) -> Callable[[Row], Row]:
    """Give a translator who translates one message."""

    def how(row: Row) -> Row:
        if row.slot != slot:
            return row
        return replace(row, target=target, state=state or row.state)

    return how


def entry_of(project: Path, slot: str, lang: str = "fr") -> str:
    text = (project / f"locales/{lang}/LC_MESSAGES/hive.po").read_text("utf-8")
    return "\n\n".join(e for e in text.split("\n\n") if f'msgctxt "{slot}"' in e)


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


TITLE = "hive/floors/title"
SOURCE = "A hive has three floors"
OLD = "La ruche a trois étages"
NEW = "La ruche compte **trois** étages"


@given(TEXTS | FREE)
def test_what_was_parted_into_codes_is_the_same_together(source: str) -> None:
    assert together(parted(source)) == source


@given(ENTRIES, st.sampled_from(FORMATS))
def test_rows_come_back_as_they_went_out(
    tmp_path_factory: pytest.TempPathFactory, entries: tuple[Entry, ...], kind: Format
) -> None:
    rows = tuple(map(row_of, entries))
    path = tmp_path_factory.mktemp("rows") / "file"
    path.write_bytes(write((Part("hive", "en", "fr", rows),), kind, TEMPLATE))
    (part,), problems = read(path)
    assert not problems
    for row, back in zip(rows, part.rows, strict=True):
        assert back.slot == row.slot
        assert back.source == clean(row.source, "")
        assert back.target == clean(row.target, row.source)
        assert (back.state, back.mark, back.comment) == (
            *(row.state, row.mark),
            row.comment,
        )
    files = {"hive": entries}
    assert take(files, [part]).files == files


@given(ENTRIES)
def test_every_xliff_file_is_valid(entries: tuple[Entry, ...]) -> None:
    part = Part("hive", "en", "zh_Hans", tuple(map(row_of, entries)))
    assert faults(write((part,), "xliff", b"")) == []


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("root", [ROOT, BEES, EXTREME])
def test_a_file_that_nobody_changed_changes_nothing(
    tmp_path: Path, root: Path, kind: str
) -> None:
    """Every byte of every catalogue of every language stays, and a second time too."""
    for folder in ("modules", "locales"):
        shutil.copytree(root / folder, tmp_path / folder)
    before = contents(tmp_path)
    out = tmp_path / "out"
    for lang in [p.parent.name for p in (root / "locales").glob("*/LC_MESSAGES")]:
        words = ("--lang", lang, "--format", kind, "--out", str(out), "--together")
        said = run("translate", "export", *words, cwd=tmp_path)
        assert said.returncode == 0, said.stderr
    code, said_back, problems = bring_in(tmp_path, *out.iterdir())
    assert (code, problems) == (0, "")
    assert said_back.endswith("taken: 0\n")
    assert {k: v for k, v in contents(tmp_path).items() if k in before} == before


@pytest.mark.parametrize("kind", FORMATS)
def test_a_translation_is_taken_and_a_second_import_changes_nothing(
    bees: Path, kind: Format
) -> None:
    run("translate", "update", cwd=bees)
    path = exported(bees, kind)
    fill(path, kind, typed(TITLE, NEW))
    code, said, problems = bring_in(bees, path)
    assert (code, problems) == (0, "")
    assert said == "locales/fr/LC_MESSAGES/hive.po\nmessages: 45, taken: 1\n"
    assert f'msgstr "{NEW}"' in entry_of(bees, TITLE)
    before = contents(bees)
    assert bring_in(bees, path) == (0, "messages: 45, taken: 0\n", "")
    assert contents(bees) == before


def test_a_translator_s_comment_comes_along(bees: Path) -> None:
    path = exported(bees, "xlsx")
    note = ("also: bâtiment", "Vu avec Marie")
    fill(path, "xlsx", lambda r: replace(r, comment=note) if r.slot == TITLE else r)
    assert bring_in(bees, path)[0] == 0
    assert "# also: bâtiment\n# Vu avec Marie\n" in entry_of(bees, TITLE)
    fill(path, "xlsx", lambda r: replace(r, comment=()))
    assert "taken: 0" in bring_in(bees, path)[1]


def test_what_was_translated_here_as_well_is_a_conflict(bees: Path) -> None:
    path = exported(bees, "xliff")
    fill(path, "xliff", typed(TITLE, NEW))
    po = bees / "locales/fr/LC_MESSAGES/hive.po"
    edit(po, OLD, "Trois étages font la ruche")
    before = contents(bees)
    code, said, problems = bring_in(bees, path)
    assert code == 0
    assert "taken: 0" in said
    assert re.search(
        rf"hive\.fr\.xlf:\d+:1: X109 warning: {TITLE}: changed here and there: "
        rf"the file has “{re.escape(NEW)}”, locales/fr/LC_MESSAGES/hive\.po:\d+:1 "
        "keeps “Trois étages font la ruche”",
        problems,
    )
    assert contents(bees) == before


def test_both_may_have_found_the_same_words(bees: Path) -> None:
    path = exported(bees, "xliff")
    fill(path, "xliff", typed(TITLE, NEW))
    edit(bees / "locales/fr/LC_MESSAGES/hive.po", OLD, NEW)
    assert bring_in(bees, path) == (0, "messages: 45, taken: 0\n", "")


@pytest.mark.parametrize("is_updated", [True, False])
def test_a_source_that_has_moved_on_makes_the_translation_fuzzy(
    bees: Path, *, is_updated: bool
) -> None:
    path = exported(bees, "docx")
    fill(path, "docx", typed(TITLE, NEW, State.DONE))
    edit(bees / "modules/hive.yaml", SOURCE, "A beehive has three floors")
    if is_updated:
        run("translate", "update", cwd=bees)
    code, _, problems = bring_in(bees, path)
    assert code == 0
    assert "X110 warning: hive/floors/title: the source has changed" in problems
    entry = entry_of(bees, TITLE)
    assert "#, fuzzy\n" in entry
    assert f'#| msgid "{SOURCE}"\n' in entry
    assert f'msgstr "{NEW}"' in entry
    before = contents(bees)
    assert "taken: 0" in bring_in(bees, path)[1]
    assert contents(bees) == before


def test_what_is_done_for_the_new_source_is_not_overwritten(bees: Path) -> None:
    path = exported(bees, "xliff")
    fill(path, "xliff", typed(TITLE, NEW))
    edit(bees / "modules/hive.yaml", SOURCE, "A beehive has three floors")
    run("translate", "update", cwd=bees)
    po = bees / "locales/fr/LC_MESSAGES/hive.po"
    edit(po, OLD, "Une ruche a trois étages")
    _, said, problems = bring_in(bees, path)
    assert "X109" in problems
    assert "taken: 0" in said
    assert "Une ruche a trois étages" in entry_of(bees, TITLE)
    assert NEW not in po.read_text("utf-8")


def test_a_text_that_is_gone_keeps_its_translation_as_obsolete(bees: Path) -> None:
    path = exported(bees, "xlsx")
    note = "hive/floors/say"
    fill(path, "xlsx", typed(note, "Montrer la ruche *réelle* tout de suite."))
    text = (bees / "modules/hive.yaml").read_text("utf-8")
    shorter = text.replace("      Show the *real* hive first.", "      Begin.")
    assert shorter != text
    (bees / "modules/hive.yaml").write_text(shorter, "utf-8")
    run("translate", "update", cwd=bees)
    po = bees / "locales/fr/LC_MESSAGES/hive.po"
    edit(po, entry_of(bees, note), translated(entry_of(bees, note), "Commencer."))
    code, _, problems = bring_in(bees, path)
    assert code == 0
    assert f"X111 warning: {note}: this text is no longer in the course" in problems
    assert '#~ msgstr "Montrer la ruche *réelle* tout de suite."' in po.read_text(
        "utf-8"
    )
    assert 'msgstr "Commencer."' in entry_of(bees, note)
    before = contents(bees)
    assert "taken: 0" in bring_in(bees, path)[1]
    assert contents(bees) == before


def translated(entry: str, target: str) -> str:
    """Give a fuzzy PO entry as somebody has translated it."""
    plain = re.sub(r"^#, fuzzy\n|^#\|.*\n|^#\. The tr.*\n", "", entry, flags=re.M)
    return re.sub(r'msgstr (".*"\n?)+', f'msgstr "{target}"', plain)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_fuzzy_translation_is_done_once_it_is_changed_or_confirmed(
    bees: Path, kind: Format
) -> None:
    stem = "hive/floors/how-many-frames/stem"
    edit(bees / "modules/hive.yaml", SOURCE, "A beehive has three floors")
    edit(bees / "modules/hive.yaml", "How many frames does", "How many frames must")
    run("translate", "update", cwd=bees)
    path = exported(bees, kind, "--only", "fuzzy")
    (part,), _ = read(path)
    assert [row.slot for row in part.rows] == [TITLE, stem]
    assert {row.state for row in part.rows} == {State.FUZZY}
    assert bring_in(bees, path)[1] == "messages: 2, taken: 0\n"
    fill(path, kind, typed(stem, "Combien de cadres faut-il ?"))
    fill(path, kind, typed(TITLE, OLD, State.DONE))
    assert bring_in(bees, path) == (
        *(0, "locales/fr/LC_MESSAGES/hive.po\nmessages: 2, taken: 2\n"),
        "",
    )
    for slot in (TITLE, stem):
        assert "fuzzy" not in entry_of(bees, slot)


def test_a_translator_may_doubt_what_was_done(bees: Path) -> None:
    path = exported(bees, "xlsx")
    fill(path, "xlsx", typed(TITLE, OLD, State.FUZZY))
    assert "taken: 1" in bring_in(bees, path)[1]
    assert "#, fuzzy\n" in entry_of(bees, TITLE)
    assert "taken: 0" in bring_in(bees, path)[1]


def test_an_emptied_translation_is_kept(bees: Path) -> None:
    path = exported(bees, "docx")
    fill(path, "docx", typed(TITLE, ""))
    _, said, problems = bring_in(bees, path)
    assert "X112 warning: hive/floors/title" in problems
    assert "taken: 0" in said


def test_only_what_is_asked_for_goes_out(bees: Path) -> None:
    path = exported(bees, "xliff", "--only", "untranslated")
    (part,), _ = read(path)
    assert len(part.rows) == 2
    assert not any(row.target for row in part.rows)
    words = ("export", "hvie", "--lang", "fr")
    said = run("translate", *words, cwd=bees)
    assert said.returncode == 2
    assert "no module or list “hvie”\n    hint: did you mean hive?" in said.stderr


def test_an_export_does_not_overwrite_work_that_is_not_imported(bees: Path) -> None:
    path = exported(bees, "xlsx")
    fill(path, "xlsx", typed(TITLE, NEW))
    filled = path.read_bytes()
    words = ("export", "hive", "--lang", "fr", "--format", "xlsx", "--out", "out")
    said = run("translate", *words, cwd=bees)
    assert said.returncode == 1
    assert "X116 the file holds translations that are not imported: 1" in said.stderr
    assert path.read_bytes() == filled
    bring_in(bees, path)
    assert run("translate", *words, cwd=bees).returncode == 0


def test_an_export_does_not_overwrite_what_is_in_conflict(bees: Path) -> None:
    path = exported(bees, "xlsx")
    fill(path, "xlsx", typed(TITLE, NEW))
    edit(bees / "locales/fr/LC_MESSAGES/hive.po", OLD, "Trois étages")
    bring_in(bees, path)
    words = ("export", "hive", "--lang", "fr", "--format", "xlsx", "--out", "out")
    said = run("translate", *words, cwd=bees)
    assert "X116 the file holds translations that are not imported: 1" in said.stderr


def test_a_course_written_in_chinese_goes_to_english(tmp_path: Path) -> None:
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules/course.yaml").write_text(
        "title: 人权与地方政府\npublisher: 甲\nedition: 一\nsource: zh_Hans\n"
        "languages: [zh_Hans, en]\nmodules: [a]\nimprint: 乙\n",
        "utf-8",
    )
    (tmp_path / "modules/a.yaml").write_text(
        "id: a\ntitle: 第一课\nsummary: 一句\nminutes: 10\nobjectives:\n"
        "  - {id: o, level: understand, text: 说明**人权**}\ntopics:\n"
        "  - id: t\n    title: 三个层次\n    minutes: 5\n    show: {text: 权利}\n"
        "wrap: {minutes: 1, lessons: 一, action: 三, say: 二}\n",
        "utf-8",
    )
    out = tmp_path / "out"
    words = ("--lang", "en", "--out", str(out))
    said = run("translate", "export", *words, cwd=tmp_path)
    assert said.returncode == 0, said.stderr
    path = out / "a.en.xlf"
    assert 'srcLang="zh-Hans" trgLang="en"' in path.read_text("utf-8")
    fill(path, "xliff", typed("a/o/text", "explain **human rights**"))
    assert bring_in(tmp_path, path)[0] == 0
    po = (tmp_path / "locales/en/LC_MESSAGES/a.po").read_text("utf-8")
    assert 'msgid "说明**人权**"\nmsgstr "explain **human rights**"' in po
