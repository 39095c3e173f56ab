"""Files that are none of ours, broken, harmful, or for another course."""

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from course.exchange.formats import read
from course.exchange.merge import take
from course.exchange.opened import MOST_BYTES
from course.exchange.row import Part, Row, State
from course.problems import SourceError
from course.write.archive import pack
from tests.test_exchange import NEW, OLD, TITLE, bring_in, edit, exported
from tests.test_exchange_files import cell, sheet_of, word


def refused(path: Path) -> str:
    with pytest.raises(SourceError) as error:
        read(path)
    (problem,) = error.value.problems
    assert problem.place.file == path.as_posix()
    return f"{problem.code} {problem.message}"


BOMB = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
<xliff version="2.1">&b;</xliff>"""
OUTSIDE = """<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>"""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "X103 damaged: "),
        (b"slot,source,target\n", "X103 damaged: Start tag expected"),
        (b"<xliff><file>", "X103 damaged: "),
        (b"<html/>", "X101 not a file of ours: <html>"),
        (b'<xliff version="1.2"/>', "X101 not a file of ours: XLIFF 1.2"),
        (
            b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"><file/></xliff>',
            "X101 not a file of ours: its messages are of another program",
        ),
        (BOMB.encode(), "X104 not read: XML with a document type"),
        (OUTSIDE.encode("utf-16"), "X104 not read: XML with a document type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "X102 saved in an old kind"),
        (b"PK\x03\x04 and then nothing", "X103 damaged: File is not a zip file"),
        (pack([("a.txt", b"a")]), "X101 not a file of ours: a zip file that is no"),
        (pack([("xl/workbook.xml", b"<a/>")]), "X103 damaged: "),
        (pack([("word/document.xml", b"<a/>")]), "X103 damaged: "),
        (
            pack([("xl/workbook.xml", BOMB.encode())]),
            "X104 not read: XML with a document type",
        ),
        (
            pack([(f"{n}", b"") for n in range(3000)]),
            "X104 not read: 3000 files in one",
        ),
    ],
)
def test_a_file_that_is_none_of_ours_is_told(
    tmp_path: Path, data: bytes, said: str
) -> None:
    path = tmp_path / "file.xlf"
    path.write_bytes(data)
    assert refused(path).startswith(said)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(110_000_000))
    assert refused(path) == "X104 not read: 110 MB in a file of 0.1 MB"


def test_a_zip_that_lies_about_its_sizes_is_not_unpacked(tmp_path: Path) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(9_000_000))
    lie = struct.pack("<I", 9_000_000), struct.pack("<I", 9)
    path = tmp_path / "lie.xlsx"
    path.write_bytes(stream.getvalue().replace(*lie))
    assert refused(path).startswith("X103 damaged: ")


def test_an_enormous_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.xlf"
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    assert refused(path).startswith("R103 20.0 MB in one file")
    assert refused(tmp_path / "none.xlf").startswith("R101 no such file")
    assert refused(tmp_path).startswith("R101 no such file")


def test_other_workbooks_and_documents_are_told(tmp_path: Path) -> None:
    from docx import Document
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Slot", "Text"])
    book.active.cell(1_000_000, 16_000).value = "far away"
    book.save(tmp_path / "a.xlsx")
    document = Document()
    document.add_table(2, 2)
    document.save(str(tmp_path / "a.docx"))
    assert (
        refused(tmp_path / "a.xlsx")
        == "X101 not a file of ours: no sheet has our columns"
    )
    assert (
        refused(tmp_path / "a.docx")
        == "X101 not a file of ours: no table has our columns"
    )


def test_a_file_in_another_language_changes_nothing(bees: Path) -> None:
    path = exported(bees, "xliff")
    other = exported(bees, "xlsx")
    sheet_of(other, lambda sheet: setattr(cell(sheet, TITLE), "value", NEW))
    edit(path, 'trgLang="fr"', 'trgLang="de"')
    before = {p: p.read_bytes() for p in (bees / "locales").rglob("*.po")}
    code, said, problems = bring_in(bees, path, other)
    assert (code, said) == (1, "")
    assert (
        "X105 the file goes from en to de; this course goes from en to fr" in problems
    )
    assert "nothing was changed: mend the files first" in problems
    assert {p: p.read_bytes() for p in before} == before


def test_two_translations_of_one_message_are_told(bees: Path) -> None:
    one = exported(bees, "xliff")
    other = exported(bees, "docx")
    edit(one, OLD, "La ruche")
    word(other, lambda row: setattr(row.cells[1], "text", NEW))
    code, _, problems = bring_in(bees, one, other)
    assert code == 1
    assert f"X106 {TITLE}: two translations: “La ruche”, “{NEW}”" in problems


def test_a_control_character_is_told(bees: Path) -> None:
    path = exported(bees, "xliff")
    edit(path, OLD, 'La <cp hex="0007"/>ruche')
    code, _, problems = bring_in(bees, path)
    assert code == 1
    assert "R108 a control character (U+0007)" in problems


def test_a_file_may_name_no_path(tmp_path: Path) -> None:
    """A catalogue's name becomes a file's; only those of the course are known."""
    row = Row("x/y", "A", "B", State.DONE)
    made = take({"m": ()}, [Part("../../m", "en", "fr", (row,))])
    assert list(made.files) == ["m"]
    assert made.files["m"][0].target == "B"
