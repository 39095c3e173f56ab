"""Themes: our own two, and the PowerPoint templates that institutes have."""

import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pypdfium2 as pdfium
import pytest
import yaml
from pptx import Presentation
from pptx.util import Inches

from course.arrange.present import present
from course.arrange.voices import Telling
from course.build import Request, build, read_templates, survey
from course.cli import main
from course.problems import SourceError, UnknownNameError
from course.read.colours import Palette, palette_of
from course.read.contrast import contrast, inks
from course.read.stand_ins import BOXES, PLANS
from course.read.theme_check import check_template
from course.spoken import speak
from tests import templates as institutes
from tests.conftest import ROOT, SHIPPED, module_of
from tests.ooxml import faults
from tests.test_looks import Shown, placed_texts, unshrunk

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DECKS = ROOT / "templates" / "deck"
# The least contrast that texts of a theme have.
THEMES = {"civic": 4.5, "contrast": 7.0}
LANGS = ("en", "zh_Hans")


def theme_file(name: str) -> Path:
    return DECKS / f"{name}.pptx"


# Our own themes


def palette_at(deck: Any) -> Palette:
    """Give the colours of a deck's first layout."""
    return palette_of(deck.slide_layouts[0], deck.slide_master)


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_of_every_layout_stands_out(theme: str) -> None:
    deck: Any = Presentation(str(theme_file(theme)))
    found = list(inks(deck))
    boxes = sum(len(list(layout.placeholders)) for layout in deck.slide_layouts)
    assert len(found) == boxes > 100
    assert [ink for ink in found if ink.contrast < THEMES[theme]] == []


@pytest.mark.parametrize("theme", THEMES)
def test_text_on_boxes_tables_and_charts_stands_out(theme: str) -> None:
    palette = palette_at(Presentation(str(theme_file(theme))))
    pairs = [("tx1", "bg1"), ("tx1", "bg2"), ("tx2", "bg2"), ("bg1", "tx2")]
    for text, ground in pairs:
        one, other = palette.named(text), palette.named(ground)
        assert one
        assert other
        assert contrast(one, other) >= THEMES[theme]


@pytest.mark.parametrize("theme", THEMES)
def test_text_on_paper_and_pages_stands_out(theme: str) -> None:
    colours = yaml.safe_load((ROOT / "templates" / f"{theme}.yaml").read_text("utf-8"))[
        "colours"
    ]
    for text in ("ink", "second", "primary", "accent"):
        for ground in ("paper", "tint"):
            found = contrast(colours[text], colours[ground])
            assert found >= THEMES[theme], (text, ground)


def test_every_graphic_of_contrast_stands_out() -> None:
    """Lines, bars, circles and edges, at 4.5 to 1 or more; and all data colours."""
    deck: Any = Presentation(str(theme_file("contrast")))
    for layout in deck.slide_layouts:
        palette = palette_of(layout, layout.slide_master)
        dark = layout.element.get("showMasterSp") == "0"
        ground = palette.named("tx2" if dark else "bg1")
        assert ground
        for colour in graphics(layout, palette):
            assert contrast(colour, ground) >= 4.5
    palette = palette_at(deck)
    white = palette.named("bg1")
    assert white
    for number in range(1, 7):
        data = palette.named(f"accent{number}")
        assert data
        assert contrast(data, white) >= 4.5


def graphics(layout: Any, palette: Palette) -> Iterator[Any]:
    """Give the colours of shapes, lines and edges, but not of what lies below text."""
    elements = [layout.element, layout.slide_master.element]
    for element in elements[: 1 if layout.element.get("showMasterSp") == "0" else 2]:
        for shape in element.iter(f"{P}sp", f"{P}cxnSp"):
            properties = shape.find(f"{P}spPr")
            fills = [properties.find(f"{A}ln/{A}solidFill")]
            if shape.find(f".//{P}ph") is None:
                fills.append(properties.find(f"{A}solidFill"))
            white = palette.named("bg1")
            yield from (
                colour
                for fill in fills
                if fill is not None and (colour := palette.colour(fill)) != white
            )


def test_the_same_contrast_is_measured_as_wcag_gives_it() -> None:
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, 0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_a_template_has_all_that_powerpoint_has(theme: str) -> None:
    with ZipFile(theme_file(theme)) as archive:
        main_part = archive.read("ppt/presentation.xml").decode()
        notes = archive.read("ppt/notesMasters/notesMaster1.xml").decode()
        handout = archive.read("ppt/handoutMasters/handoutMaster1.xml").decode()
    order = ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "kinsoku"]
    assert sorted(order, key=main_part.index) == order
    assert 'lang="zh-CN"' in main_part
    for master in (notes, handout):
        assert set(re.findall(r'type="(hdr|dt|ftr|sldNum)"', master)) == {
            "hdr",
            "dt",
            "ftr",
            "sldNum",
        }
    deck: Any = Presentation(str(theme_file(theme)))
    for layout in deck.slide_layouts:
        kinds = {one.element.ph.get("type") for one in layout.placeholders}
        assert "dt" in kinds, layout.name


@pytest.mark.parametrize("theme", THEMES)
def test_our_own_templates_lack_nothing(theme: str) -> None:
    assert check_template(theme_file(theme)) == ()


def test_all_outputs_take_the_theme(tmp_path: Path, bees: Path) -> None:
    for theme in THEMES:
        result = build(Request(bees, tmp_path / theme, theme=theme))
        assert result.files
    for path in (tmp_path / "civic").rglob("*.*"):
        other = tmp_path / "contrast" / path.relative_to(tmp_path / "civic")
        # Plain text has no look, and that of a site stands in its style sheet.
        is_bare = path.suffix == ".txt"
        is_bare = is_bare or ("site" in path.parts and path.suffix != ".css")
        assert is_bare == (path.read_bytes() == other.read_bytes()), path.name


def test_an_unknown_theme_is_told(bees: Path) -> None:
    with pytest.raises(UnknownNameError, match="no theme “contrst”") as error:
        build(Request(bees, bees / "out", theme="contrst"))
    assert "did you mean contrast?" in error.value.hint


# An institute's own


@pytest.fixture(scope="module", params=institutes.ALL)
def own(request: pytest.FixtureRequest, tmp_path_factory: Any) -> tuple[str, Path]:
    """An institute's template, and the decks that were made with it."""
    folder = tmp_path_factory.mktemp(request.param)
    path = institutes.ALL[request.param](folder / f"{request.param}.pptx")
    result = build(Request(ROOT, folder, (SHIPPED,), kinds=("deck",), theme=str(path)))
    assert not [p for p in result.problems if p.severity == 1]
    return request.param, folder


def decks(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("*/*/deck.pptx"))


def test_decks_are_valid(own: tuple[str, Path]) -> None:
    from openxml_audit import OpenXmlValidator

    for path in decks(own[1]):
        result = OpenXmlValidator().validate(path)
        assert not result.errors, [str(error) for error in result.errors[:5]]
        assert not faults(path.read_bytes())
        with ZipFile(path) as archive:
            assert b"kinsoku" in archive.read("ppt/presentation.xml")


def test_decks_hold_all_slides_and_no_sample(own: tuple[str, Path]) -> None:
    for path in decks(own[1]):
        deck: Any = Presentation(str(path))
        titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
        assert len(titles) == len(set(titles)) >= 22
        assert "A sample slide" not in titles
        assert sum(shape.has_chart for s in deck.slides for shape in s.shapes) == 1
        assert sum(shape.has_table for s in deck.slides for shape in s.shapes) >= 3
        for slide in deck.slides:
            known = {p.placeholder_format.idx for p in slide.slide_layout.placeholders}
            assert {p.placeholder_format.idx for p in slide.placeholders} <= known
            for shape in slide.shapes:
                assert shape.left + shape.width <= deck.slide_width
                assert shape.top + shape.height <= deck.slide_height


def test_boxes_of_a_slide_do_not_lie_on_each_other(own: tuple[str, Path]) -> None:
    for path in decks(own[1]):
        for slide in Presentation(str(path)).slides:
            shapes = [s for s in slide.shapes if s.name not in ("Footer", "Number")]
            for number, one in enumerate(shapes):
                for other in shapes[number + 1 :]:
                    apart = (
                        one.left + one.width <= other.left + 1
                        or other.left + other.width <= one.left + 1
                        or one.top + one.height <= other.top + 1
                        or other.top + other.height <= one.top + 1
                    )
                    assert apart, (slide.name, one.name, other.name)


def test_no_text_stands_outside_its_box(
    own: tuple[str, Path], office: Callable[[Path, Path], Path]
) -> None:
    for path in decks(own[1]):
        where = path.parent / "shown"
        where.mkdir(exist_ok=True)
        pdf = office(unshrunk(path, where / "deck.pptx"), where)
        shown = Shown(Presentation(str(path)), pdfium.PdfDocument(pdf))
        placed = list(placed_texts(shown))
        assert len(placed) > 60
        assert not [words for words, inside in placed if not inside]


def test_each_of_our_layouts_has_a_stand_in() -> None:
    plan = yaml.safe_load((DECKS / "layouts.yaml").read_text("utf-8"))
    assert set(plan["layouts"]) == set(PLANS)
    for name, boxes in BOXES.items():
        assert set(plan["layouts"][name]["boxes"]) - {"Headline"} == set(boxes)


def test_a_copy_of_our_template_gives_the_same_slides(tmp_path: Path) -> None:
    course, _ = survey(ROOT)
    spoken, _ = speak(ROOT, course, "en")
    module = module_of(spoken.course)
    told = Telling(spoken.course, module, spoken.voices)
    path = tmp_path / "my-template.pptx"
    path.write_bytes(theme_file("civic").read_bytes())
    ours, own = read_templates("civic"), read_templates(str(path))
    assert present(ours.look, told)[0] == present(own.look, told)[0]


def test_a_template_file_is_accepted_as_a_deck_is(tmp_path: Path) -> None:
    source = institutes.wide(tmp_path / "deck.pptx")
    path = changed(
        source,
        tmp_path / "my.potx",
        "[Content_Types].xml",
        ".presentation.main+xml",
        ".template.main+xml",
    )
    assert read_templates(str(path)).look.layouts.keys() >= {"Title", "Points"}


def changed(source: Path, target: Path, name: str, old: str, new: str) -> Path:
    with ZipFile(source) as one, ZipFile(target, "w", ZIP_DEFLATED) as other:
        for member in one.namelist():
            data = one.read(member)
            if member == name:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            other.writestr(member, data)
    return target


# What a template lacks


def codes(path: Path) -> set[str]:
    try:
        return {problem.code for problem in check_template(path)}
    except SourceError as error:
        return {problem.code for problem in error.problems}


def test_a_usual_template_lacks_little(tmp_path: Path) -> None:
    path = institutes.standard(tmp_path / "standard.pptx")
    assert codes(path) == {"L107", "L111", "L113", "L114", "L117"}
    assert codes(institutes.bare(tmp_path / "bare.pptx")) >= {"L106"}
    assert codes(institutes.corporate(tmp_path / "corporate.pptx")) >= {"L110"}


def test_files_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    assert codes(tmp_path / "none.pptx") == {"L101"}
    text = tmp_path / "text.pptx"
    text.write_text("no zip")
    assert codes(text) == {"L102"}
    other = tmp_path / "other.pptx"
    with ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "a zip file, but no presentation")
    assert codes(other) == {"L102"}
    source = institutes.wide(tmp_path / "wide.pptx")
    broken = tmp_path / "broken.pptx"
    master = "ppt/slideMasters/slideMaster1.xml"
    changed(source, broken, master, "</p:sldMaster>", "")
    assert codes(broken) == {"L103"}
    macros = tmp_path / "macros.pptm"
    types = (
        "presentationml.presentation.main+xml",
        "presentation.macroEnabled.main+xml",
    )
    changed(source, macros, "[Content_Types].xml", *types)
    assert codes(macros) == {"L104"}


def test_a_template_without_room_for_text_is_an_error(tmp_path: Path) -> None:
    deck: Any = Presentation()
    for layout in list(deck.slide_layouts):
        if layout.name not in ("Title Slide", "Blank"):
            deck.slide_layouts.remove(layout)
    path = tmp_path / "empty.pptx"
    deck.save(str(path))
    assert "L105" in codes(path)
    with pytest.raises(SourceError):
        read_templates(str(path))


def test_small_things_are_warned_of(tmp_path: Path) -> None:
    deck: Any = Presentation()
    master = deck.slide_master.element
    for style, size in (("titleStyle", "2000"), ("bodyStyle", "1400")):
        master.find(f".//{P}{style}/{A}lvl1pPr/{A}defRPr").set("sz", size)
    for layout in deck.slide_layouts:
        for shape in list(layout.placeholders):
            kind = shape.element.ph.get("type")
            if kind == "sldNum" or (
                kind == "title" and layout.name == "Picture with Caption"
            ):
                shape._element.getparent().remove(shape._element)
    deck.slide_layouts[1].placeholders[1].height = Inches(1)
    deck.slide_layouts[1].placeholders[1].width = Inches(2)
    deck.slide_layouts[1].placeholders[1].left = Inches(1)
    deck.slide_layouts[1].placeholders[1].top = Inches(2)
    theme = next(
        rel.target_part
        for rel in deck.slide_master.part.rels.values()
        if rel.reltype.endswith("/theme")
    )
    theme._blob = theme.blob.replace(b'script="Hans"', b'script="Hant"')
    path = tmp_path / "small.pptx"
    deck.save(str(path))
    assert codes(path) >= {"L108", "L109", "L110", "L112", "L115"}


def test_a_large_picture_is_warned_of(tmp_path: Path) -> None:
    from PIL import Image

    picture = BytesIO()
    noise = Image.effect_noise((1600, 1600), 90)
    noise.save(picture, "PNG")
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_picture(BytesIO(picture.getvalue()), 0, 0)
    path = tmp_path / "large.pptx"
    deck.save(str(path))
    assert "L116" in codes(path)


def test_the_command_says_whether_a_template_is_usable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = institutes.wide(tmp_path / "wide.pptx")
    assert main(["theme", "check", str(path)]) == 0
    assert capsys.readouterr().out.endswith("usable (errors: 0, warnings: 4)\n")
    assert main(["theme", "check", str(tmp_path / "none.pptx")]) == 1
    assert "not usable (errors: 1, warnings: 0)" in capsys.readouterr().out
    assert main(["theme", "check", "--format", "json", str(path)]) == 0
    assert {one["code"] for one in json.loads(capsys.readouterr().out)} >= {"L107"}
