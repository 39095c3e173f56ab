"""Slides as they are painted without PowerPoint: what they show, and where."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from PIL import Image
from pptx import Presentation
from pypdfium2 import raw

from course.arrange.deck import (
    BarChart,
    Deck,
    Filling,
    Grid,
    Para,
    PeriodChart,
    Photo,
    SeriesChart,
    Slide,
    Twin,
)
from course.arrange.look import Box
from course.build import Request, build, read_templates
from course.labels import Labels
from course.read.decor import read_decor
from course.text import Span
from course.write import painter
from course.write.pptx.chart import _years
from course.write.typeset import MissingLettersError
from tests.conftest import BEES, GALLERY, ROOT
from tests.test_deck import arranged
from tests.test_paper import are_readable, text_of

DECKS = [
    (ROOT, "en"),
    (ROOT, "zh_Hans"),
    (BEES, "en"),
    (BEES, "fr"),
    (GALLERY, "en"),
    (GALLERY, "zh_Hans"),
]
PDFS = ("deck.pdf", "deck-notes.pdf")
Place = tuple[float, float, float, float]


@dataclass(frozen=True)
class Painted:
    deck: Deck
    pages: list[Any]


@pytest.fixture(scope="module", params=DECKS, ids=lambda one: f"{one[0].name}-{one[1]}")
def painted(request: pytest.FixtureRequest) -> Painted:
    root, lang = request.param
    deck = arranged(lang, root)
    return Painted(deck, pages_of(deck))


def painting(deck: Deck) -> painter.Painting:
    return painter.Painting(deck, read_templates().painter, Labels())


def pages_of(deck: Deck) -> list[Any]:
    return list(pdfium.PdfDocument(painting(deck).slides()))


def solid(words: str) -> str:
    """Give letters without spaces and hyphens: at a line's end none is read."""
    return "".join(words.split()).replace("-", "")


def letters_of(page: Any) -> list[tuple[str, Place]]:
    """Give each letter of a page and where it is drawn: left, top, right, bottom."""
    text, height = page.get_textpage(), page.get_height()
    found = []
    for n in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, n))
        if not letter.isspace() and letter.isprintable() and letter != "-":
            left, bottom, right, top = text.get_charbox(n)
            found.append((letter, (left, height - top, right, height - bottom)))
    return found


def test_every_slide_has_a_page(painted: Painted) -> None:
    assert len(painted.pages) == len(painted.deck.slides)


def said_on(slide: Slide, footer: str, number: int) -> list[str]:
    """Give each piece of text that stands on a slide."""
    pieces = [p.plain for f in slide.fillings for p in f.paras]
    pieces += [p.twin.plain for f in slide.fillings for p in f.paras if p.twin]
    match slide.figure:
        case Grid() as grid:
            pieces += [p.plain for row in grid.rows for cell in row for p in cell]
        case BarChart() as chart:
            pieces += [chart.unit, *chart.labels, *map(str, chart.values)]
        case SeriesChart() as chart:
            pieces += [chart.unit, *chart.labels, *chart.names]
            pieces += [str(value) for row in chart.values for value in row]
        case PeriodChart() as chart:
            pieces += [*chart.labels, *chart.written]
            ends = _years(chart)
            axis = range(ends["lowest"], ends["highest"] + 1, ends["step"])
            pieces += map(str, axis)
        case Photo() | None:
            pass
    lists = [p for f in slide.fillings for p in f.paras if p.mark == "bullet"]
    pieces += ["–" for para in lists if para.level]
    marks = [p.mark for f in slide.fillings for p in f.paras]
    pieces += [f"{mark}." for mark in marks if isinstance(mark, int)]
    layout = read_templates().look.layouts[slide.layout]
    steps = re.match(r"Steps (\d)", slide.layout)
    pieces += [str(n) for n in range(1, int(steps[1]) + 1)] if steps else []
    pieces += [footer] if layout.footer else []
    return [*pieces, str(number)] if layout.number else pieces


def test_a_page_holds_the_words_of_its_slide_and_no_others(painted: Painted) -> None:
    both = zip(painted.deck.slides, painted.pages, strict=True)
    for number, (slide, page) in enumerate(both, 1):
        letters = sorted(letter for letter, _ in letters_of(page))
        wanted = solid("".join(said_on(slide, painted.deck.footer, number)))
        assert letters == sorted(wanted), slide.name


def test_words_on_a_page_stand_in_one_piece(painted: Painted) -> None:
    both = zip(painted.deck.slides, painted.pages, strict=True)
    for slide, page in both:
        line = "".join(letter for letter, _ in letters_of(page))
        for filling in slide.fillings:
            for para in filling.paras:
                assert solid(para.plain) in line, slide.name


def frame_of(box: Box) -> Place:
    return box.left, box.top, box.left + box.width, box.top + box.height


def is_inside(place: Place, frame: Place, slack: float = 1.5) -> bool:
    return (
        place[0] >= frame[0] - slack
        and place[1] >= frame[1] - slack
        and place[2] <= frame[2] + slack
        and place[3] <= frame[3] + slack
    )


def test_no_letter_stands_outside_its_box(painted: Painted) -> None:
    checked = 0
    for slide, page in zip(painted.deck.slides, painted.pages, strict=True):
        boxes = read_templates().look.layouts[slide.layout].boxes
        letters = letters_of(page)
        line = "".join(letter for letter, _ in letters)
        for filling in slide.fillings:
            for para in filling.paras:
                words = solid(para.plain)
                starts = [one.start() for one in re.finditer(re.escape(words), line)]
                places = [letters[n : n + len(words)] for n in starts]
                frame = frame_of(boxes[filling.box])
                assert any(
                    all(is_inside(place, frame) for _, place in one) for one in places
                ), (slide.name, para.plain)
                checked += 1
    assert checked > 30


def test_words_do_not_stand_on_each_other(painted: Painted) -> None:
    for page in painted.pages:
        assert are_readable(page)


def test_lines_stand_where_powerpoint_sets_them(painted: Painted) -> None:
    """The first line of a headline has its baseline one type size below the top."""
    for slide, page in zip(painted.deck.slides, painted.pages, strict=True):
        layout = read_templates().look.layouts[slide.layout]
        if slide.layout in ("Title", "Section"):
            continue
        (headline,) = (f for f in slide.fillings if f.box == "Headline")
        han = slide.lang.startswith("zh")
        wanted = layout.boxes["Headline"].top + headline.size * (1.12 if han else 1)
        assert baseline_of(page, slide.headline[0]) == pytest.approx(wanted, abs=0.5)


def baseline_of(page: Any, letter: str) -> float:
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for n in range(text.count_chars()):
        if chr(raw.FPDFText_GetUnicode(text, n)) == letter:
            raw.FPDFText_GetCharOrigin(text, n, x, y)
            return float(page.get_height()) - y.value
    raise AssertionError(letter)


# PDF and pictures


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_of_slides_is_tagged_and_says_title_and_language(
    made: Path, lang: str, name: str
) -> None:
    data = (made / lang / "5-united-nations" / name).read_bytes()
    document = pdfium.PdfDocument(data)
    assert document.is_tagged()
    assert document.get_metadata_value("Title") == arranged(lang).title
    assert b"pdfuaid" in data
    (tag, *_) = re.findall(rb"/Lang ?\((.*?)\)", data)
    assert tag == {"en": b"en-GB", "zh_Hans": b"zh-CN"}[lang]


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_of_slides_has_a_bookmark_for_each(
    made: Path, lang: str, name: str
) -> None:
    document = pdfium.PdfDocument(made / lang / "5-united-nations" / name)
    titles = [solid(mark.get_title()) for mark in document.get_toc()]
    assert titles == [solid(slide.headline) for slide in arranged(lang).slides]


def test_figures_are_told_in_words(made: Path) -> None:
    data = (made / "en" / "5-united-nations" / "deck.pdf").read_bytes()
    document = pdfium.PdfDocument(data)
    alts = [alt for page in document for alt in alts_of(page)]
    deck = arranged("en")
    assert [s.figure.alt for s in deck.slides if isinstance(s.figure, BarChart)] == alts


def alts_of(page: Any) -> Iterator[str]:
    """Give the alternative texts in the structure of a page."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    waiting = [
        raw.FPDF_StructTree_GetChildAtIndex(tree, n)
        for n in range(raw.FPDF_StructTree_CountChildren(tree))
    ]
    while waiting:
        one = waiting.pop(0)
        size = raw.FPDF_StructElement_GetAltText(one, None, 0)
        if size > 2:
            buffer = ctypes.create_string_buffer(size)
            raw.FPDF_StructElement_GetAltText(one, buffer, size)
            yield buffer.raw[: size - 2].decode("utf-16-le")
        count = raw.FPDF_StructElement_CountChildren(one)
        children = (
            raw.FPDF_StructElement_GetChildAtIndex(one, n) for n in range(count)
        )
        waiting += [child for child in children if child]
    raw.FPDF_StructTree_Close(tree)


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
def test_note_pages_have_three_slides_each_and_no_notes(made: Path, lang: str) -> None:
    deck = arranged(lang)
    path = made / lang / "5-united-nations" / "deck-notes.pdf"
    assert len(pdfium.PdfDocument(path)) == -(-len(deck.slides) // 3)
    said = solid(text_of(path))
    assert all(solid(slide.headline) in said for slide in deck.slides)
    shown = solid(text_of(path.with_name("deck.pdf")))
    aloud = [solid(para.plain) for slide in deck.slides for para in slide.notes]
    secret = [words for words in aloud if len(words) > 9 and words not in shown]
    assert len(secret) > 20
    assert not [words for words in secret if words in said]


@pytest.mark.parametrize("lang", ["en", "zh_Hans"])
def test_there_is_a_small_picture_of_every_slide(made: Path, lang: str) -> None:
    folder = made / lang / "5-united-nations" / "pictures"
    paths = sorted(folder.glob("slide-*.png"))
    assert len(paths) == len(arranged(lang).slides)
    for path in paths:
        with Image.open(path) as picture:
            assert picture.size == (400, 225)
        assert path.stat().st_size < 20_000


# What a slide may hold


def one_slide(layout: str, **boxes: tuple[Para, ...]) -> Deck:
    deck = arranged("en", BEES)
    headline = Filling("Headline", (Para((Span("Bees"),)),), 30)
    fillings = tuple(Filling(name, paras, 24) for name, paras in boxes.items())
    place = deck.slides[0].place
    slide = Slide("one", layout, "en", (headline, *fillings), place)
    return replace(deck, slides=(slide,))


def test_a_second_language_stands_below_its_words_and_is_smaller() -> None:
    para = Para((Span("ZYX"),), "bullet", twin=Twin((Span("蜂箱"),), "zh_Hans"))
    beside = Para((Span("QW"),), twin=Twin((Span("蜜蜂"),), "zh_Hans", inline=True))
    (page,) = pages_of(one_slide("Points", Body=(para, beside)))
    places = dict(letters_of(page))
    height = {letter: place[3] - place[1] for letter, place in places.items()}
    assert places["箱"][1] > places["X"][1] + 15
    assert height["箱"] < 0.8 * height["蜜"]
    assert places["蜜"][0] > places["W"][0]
    assert places["蜜"][3] == pytest.approx(places["W"][3], abs=4)


def test_emphasis_and_links_are_set() -> None:
    words = (
        Span("Look "),
        Span("slowly", emphasis=True),
        Span(" at "),
        Span("it", strong=True),
        Span(" here", link="https://example.org/a?b=1"),
    )
    data = painting(one_slide("Statement", Body=(Para(words),))).slides()
    assert b"https://example.org/a?b=1" in data
    (page,) = pdfium.PdfDocument(data)
    assert "Look slowly at it here" in page.get_textpage().get_text_range()
    assert are_readable(page)


def test_letters_that_no_font_has_are_a_problem() -> None:
    deck = one_slide("Statement", Body=(Para((Span("Bees \uf0b7"),)),))
    for paint in (painting(deck).slides, painting(deck).note_pages):
        with pytest.raises(MissingLettersError) as caught:
            paint()
        assert caught.value.letters == "\uf0b7"


def test_a_letter_that_no_font_has_is_told_with_its_place(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("where honey is kept", "honey \uf0b7"), "utf-8")
    result = build(Request(bees, bees / "out", langs=("en",), kinds=("deck",)))
    assert [p.code for p in result.problems if p.severity == 1] == ["B101"]
    assert result.problems[0].place.file.endswith("hive.yaml")


def test_the_same_deck_gives_the_same_bytes() -> None:
    one, other = (painting(arranged("fr", BEES)) for _ in range(2))
    assert one.slides() == other.slides()
    assert one.note_pages() == other.note_pages()
    assert one.pictures(30) == other.pictures(30)


# Templates


def template_with(change: Any) -> bytes:
    """Give the template after a change to it, made with python-pptx."""
    deck = Presentation(BytesIO(read_templates().deck))
    change(deck)
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def test_colours_are_resolved_through_the_theme() -> None:
    from course.read.colours import Palette

    scheme = {"dk1": "000000", "lt1": "FFFFFF", "accent1": "204060"}
    palette = Palette(scheme, {"tx1": "dk1", "bg1": "lt1", "accent1": "accent1"})

    def colour(inner: str) -> str:
        from pptx.oxml import parse_xml

        xml = f'<a:solidFill xmlns:a="{DRAWING}">{inner}</a:solidFill>'
        return palette.colour(parse_xml(xml))

    def scheme_colour(name: str, *changes: str) -> str:
        inner = "".join(f"<a:{one}/>" for one in changes)
        return colour(f'<a:schemeClr val="{name}">{inner}</a:schemeClr>')

    assert scheme_colour("bg1") == "FFFFFF"
    assert scheme_colour("accent1") == "204060"
    assert scheme_colour("bg1", 'lumMod val="50000"') == "808080"
    assert scheme_colour("tx1", 'lumMod val="50000"', 'lumOff val="50000"') == "808080"
    assert scheme_colour("accent1", 'alpha val="50000"') == "20406080"
    assert scheme_colour("tx1", 'tint val="75000"') == "888888"
    assert scheme_colour("bg1", 'shade val="50000"') == "BABABA"
    assert colour('<a:prstClr val="white"/>') == "FFFFFF"
    assert colour('<a:sysClr val="windowText" lastClr="123456"/>') == "123456"


FRAME = '<a:off x="{}" y="0"/><a:ext cx="914400" cy="914400"/>'
LOGO = (
    '<p:pic {names}><p:nvPicPr><p:cNvPr id="99" name="Logo"/><p:cNvPicPr/><p:nvPr/>'
    '</p:nvPicPr><p:blipFill><a:blip r:embed="{rel_id}"/><a:stretch/></p:blipFill>'
    "<p:spPr><a:xfrm>{frame}</a:xfrm></p:spPr></p:pic>"
)
# Its upper left half is filled; the group sets it half as large as it is.
TRIANGLE = (
    '<p:grpSp {names}><p:nvGrpSpPr><p:cNvPr id="98" name=""/><p:cNvGrpSpPr/><p:nvPr/>'
    '</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{frame}<a:chOff x="0" y="0"/>'
    '<a:chExt cx="1828800" cy="1828800"/></a:xfrm></p:grpSpPr><p:sp><p:nvSpPr>'
    '<p:cNvPr id="97" name=""/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="1828800" cy="1828800"/></a:xfrm><a:custGeom>'
    '<a:pathLst><a:path w="10" h="10"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo>'
    '<a:pt x="10" y="0"/></a:lnTo><a:lnTo><a:pt x="0" y="10"/></a:lnTo><a:close/>'
    '</a:path></a:pathLst></a:custGeom><a:solidFill><a:prstClr val="red"/>'
    "</a:solidFill></p:spPr></p:sp></p:grpSp>"
)


def test_shapes_and_pictures_of_any_template_are_painted() -> None:
    picture = BytesIO()
    Image.new("RGB", (8, 8), "lime").save(picture, "PNG")

    def change(deck: Any) -> None:
        from pptx.oxml import parse_xml
        from pptx.oxml.ns import nsdecls

        _, rel_id = deck.slide_master.part.get_or_add_image_part(picture)
        tree = deck.slide_master.element.find(".//{*}spTree")
        for xml, left in ((LOGO, 9_144_000), (TRIANGLE, 7_315_200)):
            names, frame = nsdecls("a", "p", "r"), FRAME.format(left)
            tree.append(parse_xml(xml.format(names=names, rel_id=rel_id, frame=frame)))

    data = template_with(change)
    templates = read_templates()
    template = replace(templates.painter, decor=read_decor(data))
    deck = one_slide("Points", Body=(Para((Span("Honey"),)),))
    (made,) = painter.Painting(deck, template, Labels()).pictures(72)
    with Image.open(BytesIO(made)) as image:
        page = image.convert("RGB")
    assert near(page.getpixel((756, 36)), (0, 255, 0))
    assert near(page.getpixel((586, 10)), (255, 0, 0))
    assert near(page.getpixel((640, 64)), (255, 255, 255))
    assert near(page.getpixel((660, 10)), (255, 255, 255))


def near(colour: Any, wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 16 for a, b in zip(colour, wanted, strict=True))


def test_a_figure_that_the_painter_does_not_know_is_named() -> None:
    import typst

    one = painting(arranged("en", BEES))
    deck = one.data["deck"]
    one.data["deck"] = deck.replace('"part": "BarChart"', '"part": "Pyramid"')
    with pytest.raises(typst.TypstError, match="knows no figure Pyramid"):
        one.slides()
