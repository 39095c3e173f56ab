"""Decks are valid Office files: by two validators, and by rules of our own."""

import json
import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TypeAlias
from zipfile import ZipFile

import pytest
from pptx import Presentation

from course.build import DEFAULT_THEME, Request, build
from course.write.archive import pack
from tests.conftest import GALLERY, ROOT, program_of
from tests.ooxml import RULES, Package, Rule, faults

Members: TypeAlias = list[tuple[str, bytes]]
Break: TypeAlias = Callable[[Members], Members]
TEMPLATES = sorted((ROOT / "templates" / "deck").glob("*.pptx"))


@pytest.fixture(scope="session")
def in_themes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The decks of the course with every kind of slide, in each other theme."""
    folder = tmp_path_factory.mktemp("themes")
    for template in TEMPLATES:
        if template.stem != DEFAULT_THEME:
            out, langs = folder / template.stem, ("en", "zh", "zh+en")
            build(Request(GALLERY, out, (), langs, ("deck",), theme=template.stem))
    return folder


@pytest.fixture(scope="session")
def decks(
    made: Path,
    made_bees: Path,
    gallery: Path,
    made_extreme: Path,
    made_from_right: Path,
    in_themes: Path,
) -> list[Path]:
    """All decks of all courses and themes, and the templates they are made from."""
    courses = (made, made_bees, gallery, made_extreme, made_from_right, in_themes)
    found = [path for folder in courses for path in folder.rglob("deck*.pptx")]
    assert len(found) >= 15
    return [*found, *TEMPLATES]


@pytest.fixture(scope="session")
def office_files(
    decks: list[Path], made: Path, made_bees: Path, around: Path, made_from_right: Path
) -> list[Path]:
    """The decks, all papers for Word, and the templates that they are made from."""
    courses = (made, made_bees, around, made_from_right)
    papers = [path for one in courses for path in one.rglob("*.docx")]
    return [*decks, *papers, *(ROOT / "templates" / "paper").glob("*.docx")]


@pytest.fixture(scope="session")
def good(made: Path) -> Members:
    """A deck with tables, a chart, notes and all that rules look at."""
    with ZipFile(made / "zh_Hans" / "5-united-nations" / "deck.pptx") as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def test_the_validator_of_the_open_xml_sdk_finds_no_error(
    office_files: list[Path],
) -> None:
    wrong = {path: errors_of(path) for path in office_files}
    assert not any(wrong.values()), wrong


def test_the_validator_of_the_open_xml_sdk_would_find_an_error(
    good: Members, tmp_path: Path
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(pack(put(r"slides/slide1\.xml", "<p:cSld ", "<p:cSlide ")(good)))
    assert errors_of(path)


def errors_of(path: Path) -> list[str]:
    """Ask the validator of the Open XML SDK; `.ci/run` puts it in `node_modules`."""
    program = program_of("ooxml-validator (npm)", "ooxml-validator")
    told = subprocess.run([program, str(path)], capture_output=True, check=False)
    return [error["description"] for error in json.loads(told.stdout)["errors"]]


def test_an_independent_validator_finds_no_error(office_files: list[Path]) -> None:
    from openxml_audit import OpenXmlValidator

    validator = OpenXmlValidator()
    wrong = {path: validator.validate(path).errors for path in office_files}
    assert not any(wrong.values()), wrong


def test_no_rule_of_our_own_is_broken(decks: list[Path]) -> None:
    wrong = {path: faults(path.read_bytes()) for path in decks}
    assert not any(wrong.values()), wrong


def test_a_deck_of_many_slides_with_links_is_whole(tmp_path: Path) -> None:
    """python-pptx cannot save 1,100 slides that lead to each other."""
    count = 1200
    topics = "".join(
        f"  - id: t{n}\n    title: Slide {n}\n    minutes: 0\n    say: Words\n"
        "    show:\n      layout: points\n      text: |\n"
        f"        - [here](https://example.org/{n}?a=1&b=人权) and "
        "[there](https://example.org/same)\n"
        for n in range(count)
    )
    modules = tmp_path / "modules"
    modules.mkdir()
    (modules / "course.yaml").write_text(
        "title: Long\npublisher: P\nedition: '1'\nsource: en\nlanguages: [en]\n"
        "modules: [long]\nimprint: I\n",
        "utf-8",
    )
    (modules / "long.yaml").write_text(
        "id: long\ntitle: Long\nminutes: 1\nsummary: S\nobjectives: []\n"
        f"wrap: {{minutes: 1, lessons: L, action: A, say: S}}\ntopics:\n{topics}",
        "utf-8",
    )
    build(Request(tmp_path, tmp_path, kinds=("deck",)))
    path = tmp_path / "en" / "long" / "deck.pptx"
    assert not faults(path.read_bytes())
    slides = Presentation(str(path)).slides
    assert len(slides) > count
    links = [rel for slide in slides for rel in slide.part.rels.values()]
    assert sum(rel.is_external for rel in links) == 2 * count
    assert sum(rel.reltype.endswith("/slide") for rel in links) >= count
    assert not errors_of(path)


# Each rule finds a defect of its kind


def put(member: str, old: str, new: str) -> Break:
    """Change the first place in the first member of that name."""

    def broken(members: Members) -> Members:
        n, name, text = next(
            (n, name, data.decode())
            for n, (name, data) in enumerate(members)
            if re.search(member, name) and re.search(old, data.decode())
        )
        changed = re.sub(old, new, text, count=1)
        assert changed != text
        return [*members[:n], (name, changed.encode()), *members[n + 1 :]]

    return broken


def add(name: str, data: bytes = b"<a/>") -> Break:
    return lambda members: [*members, (name, data)]


def replaced(member: str, data: bytes) -> Break:
    return lambda members: [
        (name, data if re.search(member, name) else old) for name, old in members
    ]


SLIDE = r"slides/slide\d+\.xml$"
RELS = r"slides/_rels/"
CHART = r"charts/chart1\.xml$"
BOOK = r"embeddings/.*xlsx$"
LINK = (
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/hyperlink" Target="https://example.org/a b" '
    'TargetMode="External"/></Relationships>'
)
SECTIONS = (
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section '
    'name="A" id="{00000000-0000-0000-0000-000000000001}"><p14:sldIdLst><p14:sldId '
    'id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
)
SEEDS: dict[str, Break] = {
    "no_member_comes_twice": add("ppt/slides/Slide1.xml"),
    "names_of_parts_are_lawful": add("ppt/slides/slide 1.xml"),
    "each_part_has_its_type": add("ppt/media/sound.mid"),
    "no_type_is_without_its_part": put(
        r"Content_Types", "</Types>", '<Override PartName="/ppt/a.xml"/></Types>'
    ),
    "no_part_is_an_orphan": add("ppt/slides/slide999.xml"),
    "relationships_lead_to_parts": put(RELS, r"slideLayout(\d+)\.xml", "layout.xml"),
    "relationships_that_are_named_are_there": put(
        r"presentation\.xml$", 'r:id="rIdSlide1"', 'r:id="rIdSlide0"'
    ),
    "links_are_addresses": put(RELS, "</Relationships>", LINK),
    "ids_of_slides_are_lawful": put(r"presentation\.xml$", 'id="256"', 'id="255"'),
    "each_slide_has_one_layout": put(RELS, '/slideLayout"', '/layout"'),
    "views_and_properties_are_there": put(
        r"presentation\.xml\.rels$", '/viewProps"', '/view"'
    ),
    "the_notes_master_is_registered": put(
        r"presentation\.xml$", "<p:notesMasterIdLst>.*</p:notesMasterIdLst>", ""
    ),
    "the_notes_master_has_its_own_boxes_only": put(
        r"notesMaster1\.xml$", 'type="sldNum"', 'type="title"'
    ),
    "slides_and_their_notes_know_each_other": put(
        r"notesSlide1\.xml\.rels$", r"slide1\.xml", "slide2.xml"
    ),
    "sections_hold_each_slide_once": put(
        r"presentation\.xml$", "</p:presentation>", SECTIONS + "</p:presentation>"
    ),
    "ids_of_shapes_are_unique": put(SLIDE, 'cNvPr id="3"', 'cNvPr id="2"'),
    "shapes_for_text_have_a_text": put(SLIDE, "<p:txBody>.*?</p:txBody>", ""),
    "backgrounds_name_their_effects": put(
        r"slideMaster1\.xml$", r"<a:effectLst ?/>", ""
    ),
    "rows_have_a_cell_for_each_column": put(SLIDE, "<a:tc>.*?</a:tc>", ""),
    "languages_are_tags": put(SLIDE, 'lang="zh-CN"', 'lang="zh_CN"'),
    "numbers_are_numbers": put(SLIDE, '<a:tr h="[0-9]+"', '<a:tr h="NaN"'),
    "charts_have_the_axes_they_name": put(
        CHART, "</c:barChart>", '<c:axId val="333333333"/></c:barChart>'
    ),
    "charts_hold_no_more_points_than_they_count": put(
        CHART, '<c:ptCount val="7"/>', '<c:ptCount val="6"/>'
    ),
    "charts_say_what_their_workbooks_hold": replaced(BOOK, b"no workbook"),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_finds_its_defect(rule: Rule, good: Members) -> None:
    broken = zipped(SEEDS[rule.__name__](good))
    assert not list(rule(Package(zipped(good))))
    assert list(rule(Package(broken)))


def zipped(members: Members) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()
