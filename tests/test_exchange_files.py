"""Files that come back: saved by other programs, edited by hand, broken, or harmful."""

import warnings
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from course.catalog.entry import Entry
from course.exchange.formats import read, write
from course.exchange.row import Part, Row, State, row_of
from tests.conftest import by_office
from tests.test_exchange import (
    NEW,
    OLD,
    SOURCE,
    TITLE,
    bring_in,
    entry_of,
    exported,
)
from tests.test_exchange import edit as edited

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def rows_of(path: Path) -> dict[str, Row]:
    (part,), problems = read(path)
    assert not problems
    return {row.slot: row for row in part.rows}


# XLIFF, as CAT tools write it.


def test_a_cat_tool_may_write_xliff_its_own_way(tmp_path: Path) -> None:
    """Other order of attributes, more namespaces, parts, states, and its own notes."""
    path = tmp_path / "back.xlf"
    path.write_text(
        """<?xml version="1.0" encoding="utf-8"?>
<x:xliff trgLang="fr-FR" srcLang="en-GB" version="2.1" xmlns:tool="urn:tool"
  xmlns:x="urn:oasis:names:tc:xliff:document:2.0" tool:build="7"
  xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"
  xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">
 <x:file original="course:hive" id="f1" xml:space="preserve"><x:group id="g">
  <!-- saved by a tool --><?tool here?>
  <x:unit name="hive/show" id="u1">
   <mtc:matches><mtc:match ref="#s1"><x:source>A bee</x:source><x:target>Non</x:target>
   </mtc:match></mtc:matches>
   <mda:metadata><mda:metaGroup category="course"><mda:meta type="fingerprint"
    >00000000-e3b0c442-e3b0c442-n</mda:meta></mda:metaGroup></mda:metadata>
   <x:notes><x:note category="context" id="n1">slide text</x:note>
    <x:note id="n2">Vu avec Marie</x:note></x:notes>
   <x:originalData><x:data id="d1">**</x:data><x:data id="d2">[¶4]</x:data
    ><x:data id="d3">*</x:data></x:originalData>
   <x:segment state="reviewed" subState="tool:ok" id="s1"><x:source>A <x:pc id="1"
    dataRefStart="d1" dataRefEnd="d1">bee</x:pc>.</x:source><x:target order="3"
    ><x:mrk id="m1" type="term">Une</x:mrk> <x:pc id="1">abeille</x:pc
    >.</x:target></x:segment>
   <x:ignorable><x:source> </x:source></x:ignorable>
   <x:segment state="final" id="s2"><x:source>Look.<x:ph id="2" dataRef="d2"
    /></x:source><x:target order="1">Voyez<x:cp hex="00A0"/>:<x:ph
    dataRef="d2" id="2"/><x:sc id="3" dataRef="d3"/>ici<x:ec dataRef="d3"
    startRef="3"/></x:target></x:segment>
  </x:unit></x:group></x:file></x:xliff>""",
        "utf-8",
    )
    row = rows_of(path)["hive/show"]
    assert row.source == "A **bee**. Look.[¶4]"
    assert row.target == "Voyez\u00a0:[¶4]*ici* Une **abeille**."
    assert (row.state, row.comment) == (State.DONE, ("Vu avec Marie",))


@pytest.mark.parametrize("said", ["", 'state="initial"'])
def test_a_tool_that_drops_states_takes_no_translation_away(
    bees: Path, said: str
) -> None:
    path = exported(bees, "xliff")
    edited(path, 'state="translated"', said)
    assert bring_in(bees, path) == (0, "messages: 45, taken: 0\n", "")


def test_half_a_message_is_not_taken(bees: Path) -> None:
    path = exported(bees, "xliff")
    text = path.read_text("utf-8")
    halves = (
        '<source xml:space="preserve">A hive has</source><target>Deux</target>'
        '</segment><segment id="s2"><source> three floors</source></segment>'
    )
    whole = text[text.index(f'name="{TITLE}"') :]
    whole = whole[whole.index("<source") : whole.index("</segment>") + 10]
    path.write_text(text.replace(whole, halves), "utf-8")
    code, said, problems = bring_in(bees, path)
    assert code == 0
    assert f"X114 warning: {TITLE}: only a part of it" in problems
    assert "taken: 0" in said


def test_a_code_that_stands_for_nothing_is_told(bees: Path) -> None:
    path = exported(bees, "xliff")
    edited(path, OLD, 'La ruche <ph id="9"/>')
    code, said, problems = bring_in(bees, path)
    assert code == 1
    assert f"X113 {TITLE}: a code in the translation stands for nothing" in problems
    assert said == ""


def test_translate_toolkit_reads_and_writes_our_xliff(bees: Path) -> None:
    xliff: Any = import_module("translate.storage.xliff2")
    path = exported(bees, "xliff")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        store = xliff.Xliff2File.parsefile(str(path))
        (unit,) = [one for one in store.units if one.source == SOURCE]
        assert unit.target == OLD
        unit.target = "La ruche"
        store.save()
    code, said, problems = bring_in(bees, path)
    assert (code, problems) == (0, "")
    assert "taken: 1" in said
    assert 'msgstr "La ruche"' in entry_of(bees, TITLE)


# Excel.


def sheet_of(path: Path, change: Callable[[Any], None]) -> Path:
    """Change a workbook with openpyxl, as a person may in Excel; save it."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    change(book.worksheets[0])
    book.save(path)
    return path


def column(sheet: Any, key: str) -> int:
    (found,) = [c.column for c in sheet[1] if str(c.value).split(" ")[0] == key]
    return int(found)


def cell(sheet: Any, slot: str, key: str = "target") -> Any:
    (row,) = [c.row for c in sheet["A"] if c.value == slot]
    return sheet.cell(row, column(sheet, key))


def test_columns_and_rows_may_be_moved_and_added(bees: Path) -> None:
    def change(sheet: Any) -> None:
        cell(sheet, TITLE).value = NEW
        rows = [[c.value for c in row] for row in sheet.iter_rows()]
        head, title, *rest = rows
        sheet.delete_rows(1, sheet.max_row)
        sheet.append(["My glossary"])
        for row in (head, title, *sorted(rest, key=str, reverse=True)):
            sheet.append(["mine", *reversed(row)])
            sheet.append([])

    path = sheet_of(exported(bees, "xlsx"), change)
    code, said, problems = bring_in(bees, path)
    assert (code, problems) == (0, "")
    assert said.endswith("messages: 45, taken: 1\n")
    assert f'msgstr "{NEW}"' in entry_of(bees, TITLE)


def test_a_row_that_somebody_added_is_told(bees: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.cell(sheet.max_row + 3, column(sheet, "target")).value = "Encore"

    code, said, problems = bring_in(bees, sheet_of(exported(bees, "xlsx"), change))
    assert code == 0
    assert "hive.fr.xlsx#hive:50:5: X117 warning: a translation without" in problems
    assert "taken: 0" in said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (12, "12"),
        (12.0, "12"),
        (0.5, "0.5"),
        (True, "TRUE"),
        ("'=1", "'=1"),
        ("+33 1", "+33 1"),
        ("@here", "@here"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("  deux\nlignes ", "deux lignes"),
    ],
)
def test_what_is_typed_is_taken_as_text(bees: Path, value: Any, said: str) -> None:
    def change(sheet: Any) -> None:
        cell(sheet, TITLE).value = value

    assert rows_of(sheet_of(exported(bees, "xlsx"), change))[TITLE].target == said


def test_a_state_that_we_do_not_know_is_told(bees: Path) -> None:
    def change(sheet: Any) -> None:
        cell(sheet, TITLE, "state").value = "perfect"
        cell(sheet, "hive/title", "state").value = "Needs Review"

    code, said, problems = bring_in(bees, sheet_of(exported(bees, "xlsx"), change))
    assert code == 0
    assert "#hive:8:6: X118 warning: no such state: “perfect”" in problems
    assert "taken: 1" in said


def test_a_date_is_told_with_its_cell(bees: Path) -> None:
    from datetime import date

    def change(sheet: Any) -> None:
        cell(sheet, TITLE).value = date(2026, 3, 1)

    code, _, problems = bring_in(bees, sheet_of(exported(bees, "xlsx"), change))
    assert code == 1
    assert "#hive:8:5: X107 the cell holds a date or a time" in problems


def test_a_workbook_holds_no_formula_and_unlocks_only_what_is_to_be_typed() -> None:
    from openpyxl import load_workbook

    wild = '=cmd|" /C calc"!A0'
    entry = Entry("m/t/show", wild, "@SUM(1)", notes=("+1", "-1"), comments=("=1",))
    part = Part("m", "en", "fr", (row_of(entry),))
    sheet = load_workbook(BytesIO(write((part,), "xlsx", b""))).worksheets[0]
    cells = [one for row in sheet.iter_rows() for one in row]
    assert not [one for one in cells if one.data_type == "f"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert {c.column_letter for c in sheet[3] if not c.protection.locked} == {
        *("E", "F", "G")
    }
    assert sheet.freeze_panes == "A3"
    assert sheet.auto_filter.ref == "A2:H3"
    assert sheet.row_dimensions[1].hidden
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"new,needs review,translated"'


# Word.


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_office_files_are_valid(bees: Path, kind: str) -> None:
    from openxml_audit import OpenXmlValidator

    for lang in ("fr", "zh_Hans"):
        path = exported(bees, kind, lang=lang)
        assert not OpenXmlValidator().validate(path).errors


def word(path: Path, how: Callable[[Any], None]) -> Path:
    """Change the row of a title in a document; save it."""
    from docx import Document

    document = Document(str(path))
    (table,) = document.tables
    (row,) = [r for r in table.rows if r.cells[0].text.startswith(f"{TITLE} ·")]
    how(row)
    document.save(str(path))
    return path


def test_tracked_changes_count_as_accepted(bees: Path) -> None:
    from docx.oxml import parse_xml

    def change(row: Any) -> None:
        paragraph = row.cells[1].paragraphs[0]._p
        for run in paragraph.findall(f"{W}r"):
            paragraph.remove(run)
        for xml in (
            "<w:r><w:t>La </w:t></w:r>",
            '<w:del w:id="1" w:author="a"><w:r><w:delText>ruche</w:delText></w:r>'
            "</w:del>",
            '<w:ins w:id="2" w:author="a"><w:r><w:t>maison</w:t><w:br/>'
            "<w:t>des</w:t><w:tab/><w:t>abeilles</w:t></w:r></w:ins>",
            '<w:moveFrom w:id="3" w:author="a"><w:r><w:t>non</w:t></w:r></w:moveFrom>',
        ):
            name = xml[1 : xml.index(" " if " " in xml.partition(">")[0] else ">")]
            spaced = xml.replace(f"<{name}", f'<{name} xmlns:w="{W[1:-1]}"', 1)
            paragraph.append(parse_xml(spaced))

    path = word(exported(bees, "docx"), change)
    assert rows_of(path)[TITLE].target == "La maison des abeilles"


def test_paragraphs_and_bold_of_word(bees: Path) -> None:
    def change(row: Any) -> None:
        row.cells[1].text = "Trois"
        row.cells[1].add_paragraph().add_run("étages").bold = True
        row.cells[2].paragraphs[0].text = "Needs review "
        row.cells[2].add_paragraph("À revoir")

    code, _, problems = bring_in(bees, word(exported(bees, "docx"), change))
    assert code == 0
    assert "#hive:7:1: X115 warning: hive/floors/title: bold or italic" in problems
    entry = entry_of(bees, TITLE)
    assert 'msgstr "Trois étages"' in entry
    assert "# À revoir\n" in entry
    assert "#, fuzzy\n" in entry


def test_a_word_table_repeats_its_head_and_names_the_language(bees: Path) -> None:
    from docx import Document

    path = exported(bees, "docx", lang="zh_Hans")
    (table,) = Document(str(path)).tables
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    target = table.rows[5].cells[1]._tc
    assert {one.get(f"{W}eastAsia") for one in target.iter(f"{W}lang")} == {"zh-CN"}
    assert {one.get(f"{W}hint") for one in target.iter(f"{W}rFonts")} == {"eastAsia"}


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_what_libreoffice_saved_again_comes_back(bees: Path, kind: str) -> None:
    path = exported(bees, kind)
    if kind == "docx":

        def change(row: Any) -> None:
            row.cells[1].text = NEW

        word(path, change)
    else:
        sheet_of(path, lambda s: setattr(cell(s, TITLE), "value", NEW))
    (saved,) = by_office([path], bees / "saved", kind)
    before, after = rows_of(path), rows_of(saved)
    assert after == before
    code, said, problems = bring_in(bees, saved)
    assert (code, problems) == (0, "")
    assert "taken: 1" in said
    assert f'msgstr "{NEW}"' in entry_of(bees, TITLE)
