"""PO files: what we write, gettext and every PO editor can read, and back."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.catalog import po
from course.catalog.entry import Entry, digest
from tests.conftest import program_of

HEADER = po.new_header("zh_Hans", "nplurals=1; plural=0;", "Test")
WORDS = st.text(
    st.characters(exclude_categories=["C", "Z"], include_characters=" \n"), max_size=90
)
SLOT = st.from_regex(r"[a-z]{1,6}(/[a-z-]{1,9}){1,3}", fullmatch=True)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    fuzzy = draw(st.booleans())
    return Entry(
        slot=draw(SLOT),
        source=draw(WORDS.filter(str.strip)),
        target=draw(WORDS.filter(str.strip) | st.just("")),
        fuzzy=fuzzy,
        obsolete=draw(st.booleans()),
        previous=draw(WORDS) if fuzzy else "",
        digest=digest(draw(WORDS)) if fuzzy and draw(st.booleans()) else "",
    )


LISTS = st.lists(entries(), max_size=8, unique_by=lambda e: e.key)


@given(LISTS)
def test_what_is_written_is_read_back(some: list[Entry]) -> None:
    text = po.write(some, HEADER)
    back, header, problems = po.read(text, "x.po")
    assert header == HEADER
    live_first = sorted(some, key=lambda e: e.obsolete)
    assert (list(back), problems) == (live_first, ())
    assert po.write(back, header) == text


@given(LISTS)
def test_gettext_accepts_what_is_written(some: list[Entry]) -> None:
    text = po.write([e for e in some if not plural_trap(e)], HEADER)
    msgfmt = program_of("gettext", "msgfmt")
    done = subprocess.run(
        [msgfmt, "-c", "-o", "/dev/null", "-"],
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


def plural_trap(entry: Entry) -> bool:
    """Gettext wants both sides to begin and end with a line end, or neither."""
    ends = [(t[:1] == "\n", t[-1:] == "\n") for t in (entry.source, entry.target) if t]
    return len(set(ends)) > 1


def test_notes_flags_and_the_previous_source_survive() -> None:
    text = """\
msgid ""
msgstr "Language: fr\\n"

# by hand
#. ours
#: modules/a.yaml
#, fuzzy, ignore-end-mark
#| msgid "5% of "
#| "the staff"
msgctxt "a/b"
msgid "6% of the staff"
msgstr "5 % du personnel"
"""
    (entry,), _, problems = po.read(text, "x.po")
    assert not problems
    assert entry.notes == ("by hand",)
    assert entry.flags == ("ignore-end-mark",)
    assert entry.previous == "5% of the staff"
    assert po.read(po.write([entry], HEADER), "x.po")[0] == (entry,)


def test_what_changed_of_the_meaning_survives() -> None:
    text = """\
#. Meaning changed: 5% → 6%
#, fuzzy
#| msgid "5% of the staff"
msgctxt "a/b"
msgid "6% of the staff"
msgstr "5 % du personnel"
"""
    (entry,), _, _ = po.read(text, "x.po")
    assert (entry.weighty, entry.comments) == ("5% → 6%", ())
    assert text in po.write([entry], HEADER)


def test_an_obsolete_entry_keeps_its_doubts() -> None:
    entry = Entry("a/b", "new", "vieux", fuzzy=True, obsolete=True, previous="old")
    text = po.write([entry], HEADER)
    assert '#~| msgid "old"' in text
    assert po.read(text, "x.po")[0] == (entry,)


def test_a_percent_sign_is_no_python_format() -> None:
    assert "python-format" not in po.write([Entry("a/b", "5% of staff")], HEADER)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('msgid "a\nmsgstr "b"\n', "x.po:1:1: T101"),
        ('msgid "a"\nmsgstr "b" c"\n', "x.po:2:1: T101"),
        ('msgid "a"\n', "x.po:1:1: T101"),
        ("hello\n", "x.po:1:1: T101"),
        ('msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n', "x.po:2:1: T102"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "x.po:4:1: T103"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "x.po:3:1: T108"),
        ('msgid "a"\nmsgstr "b"\nmsgstr[1] "c"\n', "x.po:3:1: T108"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', "x.po:2:1: T108"),
        ('#~ msgid "a"\n#~ msgstr "b"\n#~ msgstr "c"\n', "x.po:3:1: T108"),
        ('msgid "a"\nmsgstr "b"\n\n# note\nmsgstr "c"\n', "x.po:5:1: T101"),
        ('msgid "a"\nmsgstr " \\n　"\n', "x.po:2:1: T109 warning"),
        ('msgid ""\nmsgstr "PO-Revision-Date: 2026-03-01T09:00\\n"\n', "T104 warning"),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=GBK\\n"\n', "T105"),
    ],
)
def test_a_broken_file_is_told(text: str, said: str) -> None:
    _, _, problems = po.read(text, "x.po")
    assert len(problems) == 1
    assert said in str(problems[0])


def test_a_second_translation_in_an_entry_is_never_lost() -> None:
    """It is told where it stands, so that the file is left alone."""
    text = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'
    _, _, problems = po.read(text, "x.po")
    assert [(p.code, p.place.line) for p in problems] == [("T108", 2), ("T108", 4)]


def test_a_translation_knows_its_line() -> None:
    text = 'msgctxt "a/b"\nmsgid ""\n"one"\nmsgstr ""\n"eins"\n'
    (entry,), _, _ = po.read(text, "x.po")
    assert (entry.place.line, entry.place.of("msgstr").line) == (2, 4)


def test_a_blank_translation_is_none() -> None:
    (entry,), _, _ = po.read('msgid "a"\nmsgstr "  "\n', "x.po")
    assert (entry.target, entry.is_done) == ("", False)


def test_shipped_files_are_accepted_by_gettext() -> None:
    msgfmt = program_of("gettext", "msgfmt")
    files = list((Path(__file__).parents[1] / "locales").glob("*/LC_MESSAGES/*.po"))
    assert len(files) >= 3
    for file in files:
        subprocess.run([msgfmt, "-c", "-o", "/dev/null", str(file)], check=True)
