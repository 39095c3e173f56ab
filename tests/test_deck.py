"""The deck: native, editable, tagged; what each slide holds and where it ends."""

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation

from course.arrange.deck import Deck, Para, Slide
from course.arrange.fit import FLOOR, shortened, size_for
from course.arrange.measure import balanced, lines
from course.arrange.present import present
from course.arrange.voices import Telling
from course.build import Request, build, inspect, read_templates, survey
from course.spoken import speak
from course.text import Span
from tests.conftest import ROOT, module_of, of_no_commit

LANGS = ("en", "zh_Hans")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
HAN = re.compile(r"[\u4e00-\u9fff]")


def deck_of(made: Path, lang: str) -> Any:
    return Presentation(str(made / lang / "5-united-nations" / "deck.pptx"))


def parts(made: Path, lang: str, start: str) -> Iterator[tuple[str, Any]]:
    path = made / lang / "5-united-nations" / "deck.pptx"
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith(start) and name.endswith(".xml"):
                yield name, etree.fromstring(archive.read(name))


def arranged(lang: str, root: Path = ROOT) -> Deck:
    course, _ = survey(root)
    spoken = of_no_commit(speak(root, course, lang)[0])
    module = module_of(spoken.course)
    told = Telling(spoken.course, module, spoken.voices)
    deck, problems = present(read_templates().look, told)
    assert not problems
    return deck


def outline(deck: Deck) -> str:
    """Give a deck as text that a person can read."""
    rows = []
    for number, slide in enumerate(deck.slides, 1):
        rows.append(f"{number}. [{slide.layout}] {slide.name}")
        for filling in slide.fillings:
            rows.append(f"   {filling.box} {filling.size:g}")
            rows += [f"      {line(para)}" for para in filling.paras]
        if slide.figure:
            rows.append(f"   {type(slide.figure).__name__}: {slide.figure.alt}")
        rows.append(f"   Notes: {' / '.join(para.plain for para in slide.notes)}")
    return "\n".join(rows) + "\n"


def line(para: Para) -> str:
    mark = {"bullet": "- ", "": ""}.get(str(para.mark), f"{para.mark}. ")
    words = "".join(f"**{s.text}**" if s.strong else s.text for s in para.spans)
    return "  " * para.level + mark + words.replace("\n", " ⏎ ").replace("\t", " → ")


@pytest.mark.parametrize("lang", LANGS)
def test_the_deck_reads_as_it_was_accepted(
    lang: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"deck-{lang}.txt", outline(arranged(lang)))


@pytest.mark.parametrize("lang", LANGS)
def test_titles_are_there_and_unique(made: Path, lang: str) -> None:
    titles = [
        slide.shapes.title.text_frame.text for slide in deck_of(made, lang).slides
    ]
    assert all(titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("lang", LANGS)
def test_text_stands_in_placeholders_of_the_layout(made: Path, lang: str) -> None:
    for slide in deck_of(made, lang).slides:
        known = {p.placeholder_format.idx for p in slide.slide_layout.placeholders}
        seen = [s for s in slide.shapes if not s._element.xpath(".//@hidden")]
        assert all(shape.is_placeholder for shape in seen)
        assert {s.placeholder_format.idx for s in slide.placeholders} <= known


@pytest.mark.parametrize("lang", LANGS)
def test_content_slides_have_notes_number_and_source(made: Path, lang: str) -> None:
    slides = list(deck_of(made, lang).slides)
    for slide in slides[:-2]:
        assert slide.has_notes_slide
        assert slide.notes_slide.notes_text_frame.text.strip()
    for slide in slides[1:]:
        kinds = [s.element.ph.get("type") for s in slide.placeholders]
        assert "sldNum" in kinds
    cited = [s for s in slides if any(shape.name == "Source" for shape in s.shapes)]
    assert len(cited) >= 15
    for slide in cited:
        (source,) = (s for s in slide.shapes if s.name == "Source")
        assert "A/HRC/42/22" in source.text_frame.text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("start", ["ppt/slides/", "ppt/notesSlides/"])
def test_every_run_says_its_language_and_both_faces(
    made: Path, lang: str, start: str
) -> None:
    office = {"en": "en-GB", "zh_Hans": "zh-CN"}[lang]
    seen = 0
    for _, root in parts(made, lang, start):
        for properties in root.iter(f"{A}rPr"):
            if properties.getparent().tag == f"{A}fld":
                continue
            assert properties.get("lang") == office
            assert properties.get("altLang")
            assert properties.find(f"{A}latin") is not None
            assert properties.find(f"{A}ea") is not None
            seen += 1
    assert seen > 20


def test_no_chinese_text_is_set_in_italics(made: Path) -> None:
    for _, root in parts(made, "zh_Hans", "ppt/"):
        for run in root.iter(f"{A}r"):
            text = run.findtext(f"{A}t") or ""
            assert not (HAN.search(text) and run.find(f"{A}rPr").get("i") == "1")


def test_the_theme_names_a_chinese_face(made: Path) -> None:
    for _, root in parts(made, "zh_Hans", "ppt/theme/"):
        for tag in ("majorFont", "minorFont"):
            (font,) = root.iter(f"{A}{tag}")
            assert font.find(f"{A}ea").get("typeface")
            scripts = {one.get("script") for one in font.iter(f"{A}font")}
            assert "Hans" in scripts


@pytest.mark.parametrize("lang", LANGS)
def test_there_is_a_native_chart_with_its_data_and_its_message(
    made: Path, lang: str
) -> None:
    charts = [s for d in deck_of(made, lang).slides for s in d.shapes if s.has_chart]
    (shape,) = charts
    (plot,) = shape.chart.plots
    assert list(plot.series[0].values) == [18, 13, 9, 3, 3, 2, 2]
    assert len(list(plot.categories)) == 7
    alt = shape.element.find(f".//{P}cNvPr").get("descr")
    assert all(category in alt for category in plot.categories)
    assert shape.chart.part.chart_workbook.xlsx_part is not None


@pytest.mark.parametrize("lang", LANGS)
def test_there_are_native_tables_with_headers_and_no_empty_cell(
    made: Path, lang: str
) -> None:
    tables = [
        s.table for d in deck_of(made, lang).slides for s in d.shapes if s.has_table
    ]
    assert len(tables) == 3
    for table in tables:
        assert table.first_row
        assert all(cell.text.strip() for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("lang", LANGS)
def test_figures_have_words_for_those_who_cannot_see_them(
    made: Path, made_bees: Path, lang: str
) -> None:
    decks = [deck_of(made, lang), Presentation(str(made_bees / "en/hive/deck.pptx"))]
    seen = 0
    for slide in (slide for deck in decks for slide in deck.slides):
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == 13:
                assert shape.element.find(f".//{P}cNvPr").get("descr")
                seen += 1
    assert seen >= 5


def test_the_properties_say_title_and_language(made: Path) -> None:
    core = deck_of(made, "zh_Hans").core_properties
    assert (core.title, core.language) == ("与联合国建立联系", "zh-Hans")


# Fit


def test_the_agenda_tells_what_lies_ahead(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    text = text.replace("  - id: the-scale\n", "  - id: the-scale\n    phase: hook\n")
    path.write_text(text, "utf-8")
    slides = arranged("en", bees).slides
    names = [slide.name.removeprefix("hive/") for slide in slides]
    at = names.index("agenda")
    assert names.index("the-scale") < at < names.index("floors")
    said = " ".join(para.plain for para in body(slides[at]))
    assert "three floors" in said
    assert "Weigh-in" not in said


def test_a_long_list_goes_on_on_a_next_slide(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    points = "".join(f"        - {'A long point about bees. ' * 9}\n" for _ in range(6))
    start = text.index("layout: cards")
    end = text.index("    say: |\n      Show the *real*")
    text = f"{text[:start]}layout: points\n      text: |\n{points}{text[end:]}"
    path.write_text(text, "utf-8")
    deck = arranged("en", bees)
    found = [s for s in deck.slides if s.headline.startswith("A hive has three floors")]
    assert [s.headline[-5:] for s in found] == ["(1/2)", "(2/2)"]
    assert [len(body(s)) for s in found] == [3, 3]
    assert found[1].notes[0].plain == "continued"


def test_a_numbered_list_that_goes_on_keeps_counting(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    steps = "".join(f"        1. {'Look at bees. ' * 14}\n" for _ in range(6))
    start = text.index("layout: cards")
    end = text.index("    say: |\n      Show the *real*")
    path.write_text(
        f"{text[:start]}layout: steps\n      text: |\n{steps}{text[end:]}", "utf-8"
    )
    build(Request(bees, bees / "out", langs=("en",), kinds=("deck",)))
    starts = []
    for slide in Presentation(str(bees / "out" / "en" / "hive" / "deck.pptx")).slides:
        assert slide.shapes.title is not None
        if "A hive has three floors" in slide.shapes.title.text_frame.text:
            found = slide.element.iter(f"{A}buAutoNum")
            starts.append([one.get("startAt", "1") for one in found])
    assert starts == [["1"] * 3, ["4"] * 3]


def test_cards_too_full_for_their_boxes_become_a_list(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace("where honey is kept", "honey " * 60)
    path.write_text(text, "utf-8")
    (slide, *_) = (s for s in arranged("en", bees).slides if s.name == "hive/floors")
    assert slide.layout == "Points"


def test_a_long_table_goes_on_with_its_header(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    rows = "".join(f"        | Part {n} | wood |\n" for n in range(24))
    table = f"        | Part | Made of |\n        |---|---|\n{rows}"
    start = text.index("layout: cards")
    end = text.index("    say: |\n      Show the *real*")
    path.write_text(
        f"{text[:start]}layout: table\n      text: |\n{table}{text[end:]}", "utf-8"
    )
    found = [s for s in arranged("en", bees).slides if s.name.startswith("hive/floors")]
    assert len(found) >= 2
    for slide in found:
        assert slide.figure is not None
        assert slide.figure.rows[0][0][0].plain == "Part"  # type: ignore[union-attr]


def body(slide: Slide) -> tuple[Para, ...]:
    return next(f.paras for f in slide.fillings if f.box == "Body")


WORDS = st.text(st.sampled_from("abc 地方政府，。（）"), max_size=200)


@given(WORDS, st.sampled_from(["en", "zh_Hans"]))
def test_text_is_never_set_smaller_than_can_be_read(words: str, lang: str) -> None:
    box = read_templates().look.layouts["Points"].boxes["Body"]
    size = size_for([([Para((Span(words),))] * 5, box)], lang)
    assert size is None or size >= FLOOR


@given(WORDS, WORDS)
def test_more_words_never_take_fewer_lines(one: str, other: str) -> None:
    assert lines(one + other, 20, 300, "zh_Hans") >= lines(one, 20, 300, "zh_Hans")


@given(st.text(st.sampled_from("ab cd ef 地方政府"), max_size=80))
def test_balancing_a_headline_keeps_its_words(words: str) -> None:
    found = balanced(words, 30, 400, "zh_Hans")
    assert found.replace("\n", "").replace(" ", "") == words.replace(" ", "")


def test_no_line_begins_with_a_mark_that_chinese_forbids_there() -> None:
    from course.arrange.measure import pieces

    for piece in pieces("地方政府（包括市、县），都要提交报告。“好”！"):
        assert piece[0] not in "，。、！）”"
        assert piece[-1] not in "（“"


def test_problems_of_fit_are_told_by_check(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace("title: Weigh-in", f"title: {'weigh ' * 60}")
    path.write_text(text, "utf-8")
    assert "A101" in {problem.code for problem in inspect(bees)}


def test_a_chinese_headline_may_take_two_lines() -> None:
    box = read_templates().look.layouts["Points"].boxes["Headline"]
    headline = "地方政府怎样从国际人权机制的建议中找到自己要办的事情并且办成它"
    assert len(headline) > box.inner_width / box.size
    assert size_for([([Para((Span(headline),))], box)], "zh_Hans")


@pytest.mark.parametrize("lang", LANGS)
def test_what_stands_at_the_foot_keeps_within_it(lang: str) -> None:
    box = read_templates().look.layouts["Points"].footer
    assert box
    for title in ("Weigh the hive every week " * 9, "每周称一次蜂箱，" * 30):
        short = shortened(title, box, lang)
        assert short.endswith("…")
        assert size_for([([Para((Span(short),))], box)], lang)
    assert shortened("Bees", box, lang) == "Bees"


@pytest.mark.parametrize("lang", LANGS)
def test_a_title_that_has_room_stands_whole_at_the_foot(lang: str) -> None:
    deck = arranged(lang)
    assert deck.footer == deck.title


def test_a_box_has_from_the_master_what_its_layout_does_not_say() -> None:
    master_foot = read_templates().look.layouts["Points"].footer
    assert master_foot
    assert master_foot.size < FLOOR
    assert master_foot.inset == (0, 0, 0, 0)
