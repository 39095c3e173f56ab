"""Every kind of slide, in the gallery: what stands on it, and that it is native."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from tests.test_deck import C, arranged

HAN = re.compile(r"[\u4e00-\u9fff]")
LANGS = ("en", "zh_Hans")
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"


def slides(out: Path, lang: str) -> dict[str, Any]:
    """Give a deck's slides by name."""
    deck = Presentation(str(out / lang / "gallery" / "deck.pptx"))
    return {slide.name.removeprefix("gallery/"): slide for slide in deck.slides}


def texts(slide: Any) -> dict[str, str]:
    """Give what stands in each box of a slide."""
    return {
        one.name: one.text_frame.text
        for one in slide.placeholders
        if one.has_text_frame
    }


def test_evidence_stands_beside_its_statement(gallery: Path) -> None:
    boxes = texts(slides(gallery, "en")["words/2"])
    assert boxes["Statement"] == "Time does the work of the hands."
    assert boxes["Body"].startswith("Half of the yeast is enough\n")


def test_a_quotation_names_who_said_it(gallery: Path) -> None:
    boxes = texts(slides(gallery, "en")["words/3"])
    assert boxes["Body"].startswith("I do not make the bread.")
    assert boxes["By"] == "A baker in Graz, on her first oven"


def test_an_example_names_its_place_and_its_paragraph(gallery: Path) -> None:
    boxes = texts(slides(gallery, "en")["words/4"])
    assert boxes["Place"] == "Lyon"
    assert "500 loaves" in boxes["Body"]
    assert boxes["Source"] == "Source: BREAD/1, para. 1"


def test_a_quiz_item_comes_with_its_case_and_its_answer(gallery: Path) -> None:
    shown = slides(gallery, "en")
    case, question, answer = (
        texts(shown[name]) for name in ("rows/4", "rows/4/question", "rows/4/answer")
    )
    assert "only one hour" in case["Body"]
    assert question["Headline"] == "What will her bread lack?"
    assert "✓" not in question["Body"]
    (right,) = [line for line in answer["Body"].split("\n") if "✓" in line]
    assert "taste" in right
    assert answer["Reason"] == "Taste grows while the dough rests."


def test_options_stand_on_the_slide_as_on_paper(gallery: Path) -> None:
    """Who holds the printed quiz finds the same letters."""
    for lang in LANGS:
        lines = texts(slides(gallery, lang)["rows/4/question"])["Body"].split("\n")
        assert [line.split("\t")[0] for line in lines] == ["A", "B", "C"]
    english, chinese = (
        texts(slides(gallery, lang)["rows/4/answer"])["Body"] for lang in LANGS
    )
    ticked = [
        [line[0] for line in text.split("\n") if "✓" in line]
        for text in (english, chinese)
    ]
    assert ticked[0] == ticked[1]


def test_the_notes_of_an_answer_give_every_reason(gallery: Path) -> None:
    notes = slides(gallery, "en")["rows/4/answer"].notes_slide.notes_text_frame.text
    assert len(re.findall(r"\(Right\)|\(Wrong\)", notes)) == 3


def test_expected_answers_stand_in_the_notes(gallery: Path) -> None:
    notes = slides(gallery, "en")["hook/2"].notes_slide.notes_text_frame.text
    assert "Expected answers\nA place and a person" in notes


CHARTS = {
    "charts": ("BAR_CLUSTERED", 1, 3),
    "charts/2": ("BAR_STACKED", 3, 3),
    "charts/3": ("LINE_MARKERS", 2, 4),
    "charts/4": ("LINE_MARKERS", 2, 3),
    "charts/5": ("BAR_STACKED", 2, 4),
}


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("lang", LANGS)
def test_charts_are_native_and_tell_their_message(
    gallery: Path, lang: str, name: str
) -> None:
    kind, series, count = CHARTS[name]
    slide = slides(gallery, lang)[name]
    (shape,) = (one for one in slide.shapes if one.has_chart)
    chart = shape.chart
    assert chart.chart_type.name == kind
    (plot,) = chart.plots
    assert len(plot.series) == series
    assert {len(one.values) for one in plot.series} == {count}
    assert len(plot.categories) == count
    alt = shape._element.nvGraphicFramePr.cNvPr.get("descr")
    assert alt.startswith(slide.shapes.title.text_frame.text.replace("\v", " "))
    assert bool(HAN.search(alt)) == (lang == "zh_Hans")


def test_a_period_is_as_long_as_its_years(gallery: Path) -> None:
    slide = slides(gallery, "en")["charts/5"]
    (chart,) = (one.chart for one in slide.shapes if one.has_chart)
    starts, lengths = (tuple(one.values) for one in chart.plots[0].series)
    assert starts == (1990, 1990, 2004, 2010)
    assert lengths == (1, 15, 7, 10)
    assert chart.value_axis.minimum_scale == 1990
    assert "1990–2004" in chart.plots[0].categories[1]


def test_what_a_chart_shows_is_in_its_workbook(gallery: Path) -> None:
    """PowerPoint opens the workbook to edit the chart: both must say the same."""
    for lang in ("en", "zh_Hans+en"):
        deck = Presentation(str(gallery / lang / "gallery" / "deck.pptx"))
        for slide in deck.slides:
            for shape in slide.shapes:
                if shape.has_chart:
                    assert cached(shape.chart) == in_workbook(shape.chart)


def cached(chart: Any) -> list[str]:
    """Give all labels and numbers that a chart's own XML holds."""
    root = chart._chartSpace
    found = [v.text for v in root.iter(f"{C}v")]
    return sorted({str(text) for text in found})


def in_workbook(chart: Any) -> list[str]:
    """Give all strings and numbers of a chart's workbook."""
    from io import BytesIO
    from zipfile import ZipFile

    from lxml import etree

    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with ZipFile(BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
        shared = etree.fromstring(book.read("xl/sharedStrings.xml"))
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    items = shared.iter(f"{space}si")
    strings = ["".join(map(str, one.itertext())) for one in items]
    found = set()
    for cell in sheet.iter(f"{space}c"):
        value = cell.findtext(f"{space}v") or ""
        found.add(strings[int(value)] if cell.get("t") == "s" else value)
    return sorted(found)


def test_marks_in_a_chart_differ_in_shape_not_only_in_colour(gallery: Path) -> None:
    for name in ("charts/3", "charts/4"):
        slide = slides(gallery, "en")[name]
        (chart,) = (one.chart for one in slide.shapes if one.has_chart)
        symbols = [one.get("val") for one in chart._chartSpace.iter(f"{C}symbol")]
        assert len(set(symbols)) == len(symbols) == 2


def test_the_agenda_leads_to_what_it_names(gallery: Path) -> None:
    shown = slides(gallery, "en")
    agenda = shown["agenda"]
    targets = [
        rel.target_part for rel in agenda.part.rels.values() if "slide" in rel.reltype
    ]
    parts = {slide.part: name for name, slide in shown.items()}
    named = [parts[target] for target in targets if target in parts]
    assert {"words", "charts", "rows", "rows/knead", "quiz", "lessons"} <= set(named)


@pytest.mark.parametrize("lang", ["en", "zh_Hans", "zh_Hans+en"])
def test_the_deck_is_parted_in_sections(gallery: Path, lang: str) -> None:
    deck = Presentation(str(gallery / lang / "gallery" / "deck.pptx"))
    root = deck.part._element
    sections = list(root.iter(f"{P14}section"))
    ids = [one.get("id") for section in sections for one in section.iter(f"{P14}sldId")]
    assert ids == [str(slide.slide_id) for slide in deck.slides]
    names = [section.get("name") for section in sections]
    assert len(names) == len(set(names)) >= 7
    if lang == "en":
        assert names[1:4] == ["A loaf", "What we will do", "Time and flour"]


def test_sources_name_the_report_and_what_it_cites(gallery: Path) -> None:
    box = texts(slides(gallery, "en")["sources"])["Body"]
    assert box.split("\n")[:2] == [
        "Report BREAD/1, The booklet of bread https://example.org/bread",
        "Footnote 1: BREAD/OVEN/3, The oven book, https://example.org/oven",
    ]


def test_a_handout_shows_the_data_of_every_chart(gallery: Path) -> None:
    from docx import Document

    document = Document(str(gallery / "en" / "gallery" / "handout.docx"))
    tables = [[[c.text for c in row.cells] for row in t.rows] for t in document.tables]
    assert ["Harbour", "9", "40", "9"] in [row for table in tables for row in table]
    assert ["The town plans", "2004–2010"] in [row for table in tables for row in table]


def test_a_deck_saved_by_libreoffice_still_tells_where_its_texts_came_from(
    gallery: Path, office: Callable[..., Path], tmp_path: Path
) -> None:
    """It renames all placeholders; the hidden shape of each slide stays."""
    source = gallery / "en" / "gallery" / "deck.pptx"
    saved = Presentation(str(office(source, tmp_path, "pptx")))
    for name, slide in zip(slides(gallery, "en"), saved.slides, strict=True):
        (mark,) = (s.name for s in slide.shapes if s.name.startswith("gallery/"))
        slot, *boxes = mark.split(" | ")
        assert slot == f"gallery/{name}"
        assert boxes[0] == "Headline"
        assert slide.shapes.title.text_frame.text


def test_a_list_that_goes_on_is_set_alike_on_all_its_slides(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    entries = "".join(f"        - {'bee ' * (24 if n < 2 else 2)}\n" for n in range(8))
    text = path.read_text("utf-8")
    start, end = text.index("layout: cards"), text.index("    say: |\n      Show the")
    shown = f"layout: points\n      text: |\n{entries}"
    path.write_text(f"{text[:start]}{shown}{text[end:]}", "utf-8")
    slides = [
        s for s in arranged("en", bees).slides if s.name.startswith("hive/floors")
    ]
    assert len(slides) > 1
    sizes = {one.size for s in slides for one in s.fillings if one.box == "Body"}
    assert len(sizes) == 1


SHAPES = {
    "- **Head** – text\n- **Other** – text": "Cards 2",
    "1. **Head** – text\n2. **Other** – text": "Steps 2",
    "- one\n- two": "Points",
    "A sentence.\n\n- one\n- two": "Evidence",
    "> Words.\n\nSomebody": "Quotation",
    "One sentence.": "Statement",
    "| A | B |\n|---|---|\n| 1 | 2 |": "Table",
    "**A**\n\n- one\n\n**B**\n\n- two": "Compare",
}


@pytest.mark.parametrize("text", SHAPES)
def test_the_text_chooses_a_layout_where_the_author_does_not(
    text: str, bees: Path
) -> None:
    path = bees / "modules" / "hive.yaml"
    source = path.read_text("utf-8")
    start, end = (
        source.index("layout: cards"),
        source.index("    say: |\n      Show the"),
    )
    lines = "".join(f"        {line}\n" for line in text.split("\n"))
    path.write_text(f"{source[:start]}text: |\n{lines}{source[end:]}", "utf-8")
    (slide,) = (s for s in arranged("en", bees).slides if s.name == "hive/floors")
    assert slide.layout == SHAPES[text]
