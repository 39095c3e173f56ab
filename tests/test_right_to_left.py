"""A small real course in Arabic and Hebrew: all of it is read from the right."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdfium2
import pytest
import yaml
from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from pptx import Presentation

from course.build import Request, build, inspect
from course.languages import RIGHT_TO_LEFT_MARK
from course.problems import errors
from course.write.pptx.mirror import mirrored
from tests.conftest import FROM_RIGHT, ROOT
from tests.ooxml import faults
from tests.templates import bare, chinese, standard

LANGS = ("ar", "he")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ROWS = {
    "Cards 3": ("Card 1", "Card 2", "Card 3"),
    "Steps 4": ("Step 1", "Step 2", "Step 3", "Step 4"),
    "Numbers 3": ("Number 1", "Number 2", "Number 3"),
    "Compare": ("Left head", "Right head"),
    "Activity": ("Facts", "Body"),
}


@pytest.fixture(params=LANGS)
def folder(request: pytest.FixtureRequest, made_from_right: Path) -> Path:
    """All that was made of the module in one of the languages."""
    return made_from_right / str(request.param) / "water"


def deck(folder: Path) -> Any:
    return Presentation(str(folder / "deck.pptx"))


def slide_on(folder: Path, layout: str) -> Any:
    return next(s for s in deck(folder).slides if s.slide_layout.name == layout)


def charts(folder: Path) -> list[Any]:
    slides = deck(folder).slides
    return [shape.chart for s in slides for shape in s.shapes if shape.has_chart]


# Slides


@pytest.mark.parametrize("layout", ROWS)
def test_the_first_box_of_a_row_stands_at_the_right(folder: Path, layout: str) -> None:
    boxes = {shape.name: shape for shape in slide_on(folder, layout).placeholders}
    places = [boxes[name].left for name in ROWS[layout]]
    assert places == sorted(places, reverse=True)
    assert len(set(places)) == len(places)


def test_steps_are_counted_from_the_right(folder: Path) -> None:
    layout = slide_on(folder, "Steps 4").slide_layout
    numbers = [one for one in layout.shapes if one.name == "Step number"]
    by_place = sorted(numbers, key=lambda one: -one.left)
    assert [one.text_frame.text for one in by_place] == ["1", "2", "3", "4"]


def test_the_bar_of_a_card_is_at_its_right_edge(folder: Path) -> None:
    slide = slide_on(folder, "Cards 3")
    bars = sorted(s.left for s in slide.slide_layout.shapes if s.name == "Bar")
    cards = sorted(s.left + s.width for s in slide.placeholders if "Card" in s.name)
    assert bars == cards


def test_the_foot_changes_sides(folder: Path) -> None:
    slide = slide_on(folder, "Points")
    left = {shape.name: shape.left for shape in slide.slide_layout.placeholders}
    assert left["Number"] < left["Source"]
    master = {shape.name: shape for shape in slide.slide_layout.slide_master.shapes}
    accent, headline = master["Accent"], master["Headline"]
    assert accent.left + accent.width == headline.left + headline.width
    assert master["Number"].left < master["Footer"].left < left["Source"]


def test_every_paragraph_runs_from_the_right(folder: Path) -> None:
    for slide in deck(folder).slides:
        for para in slide.element.iter(f"{A}p"):
            if "".join(para.itertext()).strip() and para.find(f"{A}fld") is None:
                look = para.find(f"{A}pPr")
                assert look.get("rtl") == "1"
                assert look.get("algn") != "l"
    for layout in deck(folder).slide_layouts:
        for level in layout.element.iter(f"{A}lvl1pPr"):
            assert (level.get("algn", "r"), level.get("rtl", "1")) == ("r", "1")


def test_a_deck_opens_in_views_from_the_right(folder: Path) -> None:
    assert deck(folder).part._element.get("rtl") == "1"


def test_a_table_begins_at_the_right_and_its_numbers_end_there(folder: Path) -> None:
    (table,) = slide_on(folder, "Table").element.iter(f"{A}tbl")
    assert table.find(f"{A}tblPr").get("rtl") == "1"
    rows = [[*row.iter(f"{A}pPr")] for row in table.iter(f"{A}tr")]
    assert {look.get("algn") for row in rows for look in row} == {"r"}


def test_an_english_deck_is_not_turned(made_from_right: Path) -> None:
    english = made_from_right / "en" / "water"
    xml = ZipFile(english / "deck.pptx").read("ppt/slides/slide4.xml").decode()
    assert "rtl" not in xml
    names = [s.name for s in slide_on(english, "Cards 3").placeholders]
    lefts = [s.left for s in slide_on(english, "Cards 3").placeholders if "C" in s.name]
    assert "Card 1" in names
    assert lefts == sorted(lefts)


# Charts


def test_bars_grow_from_the_right(folder: Path) -> None:
    horizontal = [one for one in charts(folder) if one._chartSpace.xpath(".//c:barDir")]
    assert len(horizontal) == 3
    for chart in horizontal:
        space = chart._chartSpace
        assert space.xpath(".//c:valAx/c:scaling/c:orientation/@val") == ["maxMin"]
        assert space.xpath(".//c:catAx/c:axPos/@val") == ["r"]


def test_years_run_from_the_right(folder: Path) -> None:
    (line,) = (c for c in charts(folder) if c._chartSpace.xpath(".//c:lineChart"))
    space = line._chartSpace
    assert space.xpath(".//c:catAx/c:scaling/c:orientation/@val") == ["maxMin"]
    # What a line is called stands at its end, where one reads on.
    assert set(space.xpath(".//c:dLbl/c:dLblPos/@val")) == {"l"}


def test_what_stands_beside_a_chart_changes_sides(folder: Path) -> None:
    for chart in charts(folder):
        space = chart._chartSpace
        for title in space.xpath(".//c:title/c:layout//c:x/@val"):
            assert float(title) > 0.7
        for legend in space.xpath(".//c:legend/c:layout//c:x/@val"):
            assert float(legend) < 0.1
        (left,) = space.xpath(".//c:plotArea/c:layout//c:x/@val")
        (width,) = space.xpath(".//c:plotArea/c:layout//c:w/@val")
        assert float(left) + float(width) < 1
        assert all(look.get("rtl") == "1" for look in space.iter(f"{A}pPr"))


def test_the_first_year_of_a_period_is_read_first(folder: Path) -> None:
    xml = "".join(one._chartSpace.xml for one in charts(folder))
    assert f"{RIGHT_TO_LEFT_MARK}2012–2016" in xml


# What is painted


def place(path: Path, page: int, words: str) -> tuple[float, float, float, float]:
    """Give the left, bottom, right and top of some words where they first stand."""
    with pypdfium2.PdfDocument(path) as pdf:
        text = pdf[page].get_textpage()
        start = text.get_text_range().index(words)
        left, bottom, right, top = text.get_charbox(start)
        return left, bottom, right, top


def page_of(folder: Path, layout: str) -> int:
    names = [slide.slide_layout.name for slide in deck(folder).slides]
    return names.index(layout)


def test_numbers_are_painted_from_the_right(folder: Path) -> None:
    page = page_of(folder, "Numbers 3")
    lefts = [place(folder / "deck.pdf", page, n)[0] for n in ("24", "18", "30")]
    assert lefts == sorted(lefts, reverse=True)


def test_a_unit_is_painted_after_its_number(made_from_right: Path) -> None:
    folder = made_from_right / "he" / "water"
    path, page = folder / "deck.pdf", page_of(folder, "Agenda")
    assert place(path, page, "10")[0] > place(path, page, "ק")[0]


def test_bars_are_painted_from_the_right(folder: Path) -> None:
    page = page_of(folder, "Chart")
    with pypdfium2.PdfDocument(folder / "deck.pdf") as pdf:
        image = pdf[page].render(scale=1).to_pil().convert("RGB")
    first, second = colours("accent", "primary")
    bars = [span(image, colour, top=0.25, bottom=0.9) for colour in (first, second)]
    (long_left, right), (short_left, also_right) = bars
    assert abs(right - also_right) <= 3
    assert long_left < short_left


def colours(*names: str) -> Iterator[tuple[int, ...]]:
    look = yaml.safe_load((ROOT / "templates" / "civic.yaml").read_text("utf-8"))
    for name in names:
        yield tuple(bytes.fromhex(look["colours"][name]))


def span(
    image: Image.Image, colour: tuple[int, ...], *, top: float, bottom: float
) -> tuple[int, int]:
    """Give the first and the last column that has a colour, in some rows."""
    rows = range(int(top * image.height), int(bottom * image.height))
    found = [
        x
        for x in range(image.width)
        if any(image.getpixel((x, y)) == colour for y in rows)
    ]
    return found[0], found[-1]


def test_a_table_is_painted_from_the_right(folder: Path) -> None:
    path, page = folder / "deck.pdf", page_of(folder, "Table")
    assert place(path, page, "11")[0] < place(path, page, "AquaLab")[0]


# Paper


def test_all_files_are_made_in_both_languages(made_from_right: Path) -> None:
    names = [
        {path.name for path in (made_from_right / lang / "water").iterdir()}
        for lang in ("en", *LANGS)
    ]
    assert names[0] == names[1] == names[2]
    assert "deck.pdf" in names[0]


def test_the_letter_of_an_answer_stands_before_its_number(folder: Path) -> None:
    path = folder / "quiz-A.pdf"
    with pypdfium2.PdfDocument(path) as pdf:
        text = pdf[0].get_textpage()
        words = text.get_text_range()
        number = text.get_charbox(words.index("30"))
        letters = [
            box
            for one in re.finditer("[ABC]", words)
            if abs((box := text.get_charbox(one.start()))[1] - number[1]) < 3
        ]
    beside = [one for one in letters if 0 < one[0] - number[2] < 20]
    assert len(beside) == 1


def test_a_symbol_and_a_number_after_it_stay_in_their_order(folder: Path) -> None:
    document = Document(str(folder / "handout.docx"))
    (line,) = (p.text for p in document.paragraphs if "24" in p.text)
    assert f"TOWN/WTR/7/3{RIGHT_TO_LEFT_MARK} " in line
    assert line.index("TOWN") < line.index("24")


@pytest.mark.parametrize("name", ["handout", "activities"])
def test_all_of_a_word_document_runs_from_the_right(folder: Path, name: str) -> None:
    document = Document(str(folder / f"{name}.docx"))
    section = document.sections[0]
    for part in (document, section.header, section.footer):
        for para in part._element.iter(qn("w:p")):
            words = "".join(map(str, para.itertext())).strip()
            assert not words or para.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    tables = list(document.element.iter(qn("w:tbl")))
    assert tables
    for table in tables:
        assert table.tblPr.find(qn("w:bidiVisual")) is not None
    for run in document.element.iter(qn("w:r")):
        look = run.find(qn("w:rPr"))
        if look is not None and look.find(qn("w:b")) is not None:
            assert look.find(qn("w:bCs")) is not None


def test_word_sets_numbers_of_a_table_at_their_own_side(folder: Path) -> None:
    document = Document(str(folder / "handout.docx"))
    (cell,) = (p for p in paras_in(document) if p.text == "11")
    # In a paragraph from right to left, Word's “right” is the left.
    assert cell.alignment is None


def paras_in(document: Any) -> Iterator[Any]:
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def test_a_web_page_says_how_it_runs(folder: Path) -> None:
    page = (folder / "quiz.html").read_text("utf-8")
    lang = folder.parent.name
    assert f'<html lang="{lang}" dir="rtl">' in page
    assert f'lang="{lang}" dir="rtl" data-kind' in page
    assert re.search(r'<bdi class="letter">[ABC]</bdi> <span>30 ', page)


# Two languages


@pytest.mark.parametrize(
    ("tongue", "words"),
    [
        ("ar+en", "\u202aIs this well safe?\u202c"),
        ("en+he", "\u202bהאם הבאר הזאת בטוחה?\u202c"),
    ],
)
def test_words_beside_others_keep_their_own_direction(
    made_from_right: Path, tongue: str, words: str
) -> None:
    slide = deck(made_from_right / tongue / "water").slides[0]
    assert words in slide.shapes.title.text_frame.text
    foot = deck(made_from_right / tongue / "water").slides[1].placeholders
    (footer,) = (one for one in foot if one.name == "Footer")
    assert words in footer.text_frame.text


def test_english_first_is_set_from_the_left(made_from_right: Path) -> None:
    folder = made_from_right / "en+he" / "water"
    lefts = {s.name: s.left for s in slide_on(folder, "Cards 3").placeholders}
    assert lefts["Card 1"] < lefts["Card 2"] < lefts["Card 3"]


# Templates of one's own


def own_template() -> bytes:
    """Give a template with a logo, an arrow and a group at the left of its master."""
    pixels = BytesIO()
    Image.new("RGB", (2, 2), "red").save(pixels, "PNG")
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    logo = slide.shapes.add_picture(pixels, 100, 0, 300, 300)
    arrow = slide.shapes.add_shape(52, 500, 0, 200, 100)
    group = slide.shapes.add_group_shape()
    group.shapes.add_shape(1, 1000, 0, 100, 100)
    group.shapes.add_shape(1, 1300, 0, 100, 100)
    tree = made.slide_master.shapes._spTree
    tree.extend([arrow._element, group._element])
    rel = made.slide_master.part.relate_to(
        slide.part.related_part(logo._element.blip_rId),
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
    )
    logo._element.blipFill.blip.rEmbed = rel
    tree.append(logo._element)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_a_template_of_ones_own_is_mirrored_but_its_logo_is_not() -> None:
    before = Presentation(BytesIO(own_template()))
    after = Presentation(BytesIO(mirrored(own_template())))
    wide = before.slide_width
    old, new = before.slide_master.shapes, after.slide_master.shapes
    for one, other in zip(old, new, strict=True):
        assert other.left == wide - one.left - one.width, one.name
        assert (one.top, one.width) == (other.top, other.width)
    arrow, group, logo = list(new)[-3:]
    assert arrow._element.spPr.xfrm.get("flipH") == "1"
    assert logo._element.spPr.xfrm.get("flipH") is None
    assert [one.left for one in group.shapes] == [1300, 1000]


@pytest.mark.parametrize(
    "make", [standard, chinese, bare], ids=lambda one: one.__name__
)
def test_a_deck_in_a_template_of_ones_own_is_turned(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    theme = make(tmp_path / "own.pptx")
    wish = Request(
        FROM_RIGHT, tmp_path, ("water",), ("ar",), ("deck",), theme=str(theme)
    )
    result = build(wish)
    assert not errors(result.problems)
    path = tmp_path / "ar" / "water" / "deck.pptx"
    assert not faults(path.read_bytes())
    slides = Presentation(str(path)).slides
    (found,) = (
        s for s in slides if s.shapes.title.text == "البئر العميقة أغلى وأقل تعطلا"
    )
    first, second = (
        next(one for one in found.shapes if one.name == name)
        for name in ("Left", "Right")
    )
    assert first.left > second.left
    # A title that the template sets in the middle stays there.
    title = slides[0].shapes.title._element
    assert not title.xpath(".//a:p/a:pPr/@algn")


def test_a_template_mirrored_twice_is_as_it_was() -> None:
    def places(template: bytes) -> list[tuple[str, Any]]:
        made = Presentation(BytesIO(template))
        pages = (made.slide_master, *made.slide_layouts)
        return [(s.name, s.left) for page in pages for s in page.shapes]

    for template in (ROOT / "templates" / "deck").glob("*.pptx"):
        data = template.read_bytes()
        assert places(mirrored(data)) != places(data)
        assert places(mirrored(mirrored(data))) == places(data)


def test_marks_of_arabic_and_hebrew_are_known_to_the_checks() -> None:
    found = {p.code for p in inspect(FROM_RIGHT) if p.place.file.endswith(".po")}
    assert found == {"T107"}


def test_the_sample_is_translated_as_a_whole() -> None:
    for lang in LANGS:
        for name in ("course", "water"):
            path = FROM_RIGHT / "locales" / lang / "LC_MESSAGES" / f"{name}.po"
            text = path.read_text("utf-8")
            assert "#, fuzzy" not in text
            assert 'msgstr ""\n\n' not in text
