"""Handout, quiz and key on paper: what stands on them, and what must not."""

import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from itertools import combinations, starmap
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from docx import Document
from docx.enum.shape import WD_INLINE_SHAPE
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from course.arrange.handout import handout
from course.arrange.parts import PAPER_HEIGHT, PAPER_SIZE, PAPER_WIDTH
from course.arrange.quiz import key, paper
from course.arrange.sheet import Item, MatchItem, Prose, Section, Sheet
from course.assemble import order_in
from course.assemble.order import _places
from course.build import Request, build, read_templates, survey
from course.kinds import Kind
from course.model import Choice, Matching, Right
from course.read.project import own_root
from course.spoken import Spoken, speak
from course.text import Span
from course.write import pdf
from course.write.data import as_data
from course.write.typeset import MissingLettersError
from tests.conftest import module_of, of_no_commit
from tests.quizzes import quiz_of

LANGS = ("en", "zh_Hans")
TEMPLATES = read_templates()
PDFS = ("handout.pdf", "quiz-A.pdf", "quiz-A-key.pdf")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def spoken(lang: str) -> Spoken:
    course, _ = survey(own_root())
    return of_no_commit(speak(own_root(), course, lang)[0])


def text_of(path: Path) -> str:
    document = pdfium.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def plain(sheet: Sheet) -> str:
    """Give a sheet as text that a person can read."""
    rows = [
        f"{sheet.kind}: {sheet.title} ({sheet.left} | {sheet.right} | {sheet.foot})"
    ]
    for section in sheet.sections:
        rows.append(f"== {section.name} {section.mark}".rstrip())
        rows += [
            json.dumps(lean(as_data(p)), ensure_ascii=False) for p in section.parts
        ]
    return "\n".join(rows) + "\n"


def lean(data: Any) -> Any:
    """Leave out what is empty, and write words as words."""
    if isinstance(data, dict):
        if "spans" in data:
            cite = f" [{data['cite']}]" if data.get("cite") else ""
            return "".join(span["text"] for span in data["spans"]) + cite
        return {k: lean(v) for k, v in data.items() if v not in ("", None, [], False)}
    return [lean(one) for one in data] if isinstance(data, list) else data


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["handout", "paper", "key"])
def test_a_sheet_reads_as_it_was_accepted(
    lang: str, kind: str, golden: Callable[[str, str], None]
) -> None:
    said = spoken(lang)
    module = module_of(said.course)
    sheet = {
        "handout": lambda: handout(said.course, module, said.voices),
        "paper": lambda: paper(*quiz_of(said.course, module, said.voices, "A")),
        "key": lambda: key(*quiz_of(said.course, module, said.voices, "A")),
    }[kind]()
    golden(f"{kind}-{lang}.txt", plain(sheet))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_is_tagged_and_says_title_and_language(
    made: Path, lang: str, name: str
) -> None:
    data = (made / lang / "5-united-nations" / name).read_bytes()
    document = pdfium.PdfDocument(data)
    assert document.is_tagged()
    assert document.get_metadata_value("Title")
    assert b"pdfuaid" in data
    (tag, *_) = re.findall(rb"/Lang ?\((.*?)\)", data)
    assert tag == {"en": b"en-GB", "zh_Hans": b"zh-CN"}[lang]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_is_set_in_the_font_that_comes_with_the_program(
    made: Path, lang: str, name: str
) -> None:
    data = (made / lang / "5-united-nations" / name).read_bytes()
    fonts = set(re.findall(rb"/FontName ?/[A-Z]{6}\+([A-Za-z0-9-]+)", data))
    assert fonts
    assert all(font.startswith(b"NotoSansSC") for font in fonts)


@pytest.mark.parametrize("lang", LANGS)
def test_the_handout_holds_every_text_and_cites_it(made: Path, lang: str) -> None:
    said = spoken(lang)
    module = module_of(said.course)
    page = "".join(text_of(made / lang / "5-united-nations" / "handout.pdf").split())
    for topic in module.text.topics:
        assert "".join(topic.title.plain.split()) in page
        assert topic.read is not None
        for words in topic.read.words:
            start = "".join(words.plain.split())[:12]
            assert start in page, start
    cited = {"en": "para.45", "zh_Hans": "第45段"}[lang]
    assert cited in page


@pytest.mark.parametrize("lang", LANGS)
def test_the_word_handout_has_real_styles_and_tables(made: Path, lang: str) -> None:
    document = Document(str(made / lang / "5-united-nations" / "handout.docx"))
    styles = Counter(p.style.name for p in document.paragraphs if p.style)
    assert styles["Heading 1"] == 1
    assert styles["Heading 2"] >= 9
    assert styles["List Bullet"] >= 4
    assert styles["Caption"] == 5
    headed = [t for t in document.tables if t.style and t.style.name == "Course Table"]
    assert len(headed) == 6, "three of the text, beside a chart; terms, examples, myths"
    for table in headed:
        assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None


def test_chinese_words_in_word_are_tagged_as_chinese(made: Path) -> None:
    path = made / "zh_Hans" / "5-united-nations" / "handout.docx"
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
        styles = etree.fromstring(archive.read("word/styles.xml"))
    han = [
        run
        for run in root.iter(f"{W}r")
        if re.search(r"[\u4e00-\u9fff]", "".join(map(str, run.itertext())))
    ]
    assert len(han) > 100
    # Beside them stand terms in English, which say so.
    tags = {one.get(f"{W}eastAsia") for run in han for one in run.iter(f"{W}lang")}
    assert tags == {"zh-CN"}
    assert all(run.find(f"{W}rPr/{W}lang") is not None for run in han)
    (fonts,) = styles.findall(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert fonts.get(f"{W}eastAsiaTheme") == "minorEastAsia"


# The quiz


@pytest.mark.parametrize("lang", LANGS)
def test_the_paper_knows_no_right_answer(made: Path, lang: str) -> None:
    """The key is in no text, no property and no bookmark of a learner's file."""
    said = spoken(lang)
    module = module_of(said.course)
    sheet = paper(*quiz_of(said.course, module, said.voices, "A"))
    for item in items(sheet):
        assert item.key is None
        assert item.cite == ""
        assert all(answer.right is None for answer in item.answers)
        assert all(answer.why is None for answer in item.answers)
    data = (made / lang / "5-united-nations" / "quiz-A.pdf").read_bytes()
    page = "".join(text_of(made / lang / "5-united-nations" / "quiz-A.pdf").split())
    for question in module.questions:
        assert isinstance(question, Choice | Matching)
        reasons = (
            [o.why for o in question.options]
            if isinstance(question, Choice)
            else [p.why for p in question.pairs]
        )
        for why in reasons:
            assert "".join(why.plain.split()) not in page
    properties = pdfium.PdfDocument(data).get_metadata_dict()
    assert properties["Title"]
    assert not re.search("key|答案", " ".join(properties.values()), re.IGNORECASE)


@pytest.mark.parametrize("lang", LANGS)
def test_the_key_names_the_right_answers_with_reasons(lang: str) -> None:
    said = spoken(lang)
    module = module_of(said.course)
    sheet = key(*quiz_of(said.course, module, said.voices, "A"))
    for item, question in zip(items(sheet), module.questions, strict=True):
        if isinstance(item, Item):
            assert isinstance(question, Choice)
            right = {a.letter for a in item.answers if a.right}
            assert item.key == "".join(sorted(right))
            texts = {o.right.plain for o in question.options if isinstance(o, Right)}
            assert {a.text.plain for a in item.answers if a.right} == texts
            assert all(a.why and a.why.plain for a in item.answers)
        else:
            by_letter = {a.letter: a.text.plain for a in item.answers}
            found = [by_letter[p.letter or ""] for p in item.pairings]
            assert isinstance(question, Matching)
            assert found == [pair.match.plain for pair in question.pairs]


def items(sheet: Sheet) -> list[Item | MatchItem]:
    return [
        part
        for section in sheet.sections
        for part in section.parts
        if isinstance(part, Item | MatchItem)
    ]


def test_one_key_serves_both_languages() -> None:
    keys = []
    for lang in LANGS:
        said = spoken(lang)
        module = module_of(said.course)
        sheet = key(*quiz_of(said.course, module, said.voices, "A"))
        keys.append([(item.name, item.key) for item in items(sheet)])
    assert keys[0] == keys[1]


@given(st.lists(st.integers(3, 4), min_size=1, max_size=40), st.integers())
def test_right_answers_are_spread_evenly_and_never_thrice_running(
    counts: list[int], seed: int
) -> None:
    from random import Random

    places = _places(counts, Random(seed))
    assert all(place < count for place, count in zip(places, counts, strict=True))
    for one in zip(places, places[1:], places[2:], strict=False):
        assert len(set(one)) > 1
    if set(counts) == {4}:
        used = [places.count(n) for n in range(4)]
        assert max(used) - min(used) <= 2


def test_numbers_stand_in_their_own_order_in_every_language(bees: Path) -> None:
    po = bees / "locales" / "fr" / "LC_MESSAGES" / "hive.po"
    text = po.read_text("utf-8").replace('msgstr "10"', 'msgstr "10 cadres"')
    po.write_text(text, "utf-8")
    course, _ = survey(bees)
    (french,) = speak(bees, course, "fr")[0].course.modules
    assert order_in(french, "A") == order_in(course.modules[0], "A")
    module = module_of(course)
    question = next(q for q in module.questions if q.id == "how-many-frames")
    assert isinstance(question, Choice)
    order = order_in(module, "A")[question.id]
    shown = [question.options[n] for n in order]
    values = [o.right.plain if isinstance(o, Right) else o.wrong.plain for o in shown]
    assert values == ["4", "10", "25"]


def test_versions_differ() -> None:
    module = module_of(spoken("en").course)
    assert order_in(module, "A") != order_in(module, "B")


@pytest.mark.parametrize("lang", LANGS)
def test_no_question_is_parted_over_pages(made: Path, lang: str) -> None:
    said = spoken(lang)
    module = module_of(said.course)
    document = pdfium.PdfDocument(made / lang / "5-united-nations" / "quiz-A.pdf")
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    for item in items(paper(*quiz_of(said.course, module, said.voices, "A"))):
        words = [item.stem.plain, *(answer.text.plain for answer in item.answers)]
        wanted = ["".join(text.split()) for text in words]
        assert any(all(text in page for text in wanted) for page in pages), item.name


WORDS = st.text(
    st.characters(exclude_categories=["C", "Co", "Cn"]), min_size=1, max_size=40
)


@settings(deadline=None, max_examples=25)
@given(WORDS)
def test_any_words_can_be_set(words: str) -> None:
    """No letter is a command to the typesetter; one without a font is told."""
    from course.arrange.sheet import Heading, Line

    line = Line((Span(words), Span(words, strong=True), Span(words, code=True)))
    parts = (Heading(Line((Span("Title"),)), 1), Prose(line))
    sheet = Sheet(
        kind="handout",
        lang="en",
        title=words,
        subject=words,
        author="a",
        left=words,
        right=words,
        foot=words,
        sections=(Section("s", "en", parts),),
    )
    with suppress(MissingLettersError):
        assert pdf.write(sheet, TEMPLATES.folder, TEMPLATES.style).startswith(b"%PDF")


def test_a_letter_without_a_font_is_told_with_its_place(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    path.write_text(
        path.read_text("utf-8").replace("Weigh the", "🐝 Weigh the"), "utf-8"
    )
    result = build(Request(bees, bees / "out", langs=("en",), kinds=("handout",)))
    (problem,) = result.problems
    assert str(problem).startswith(
        "modules/hive.yaml:66:7: B101 no font has the letter"
    )
    assert not result.files


def test_an_odd_letter_without_a_font_is_told_by_its_code(bees: Path) -> None:
    """A bullet of a symbol font, as it comes along when a PDF is copied."""
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace("Weigh the", "\uf0b7 Weigh the")
    path.write_text(text, "utf-8")
    result = build(Request(bees, bees / "out", langs=("en",), kinds=("handout",)))
    (problem,) = result.problems
    assert "modules/hive.yaml:66:7: B101" in str(problem)
    assert "(U+F0B7)" in str(problem)


def pages_of(path: Path) -> Iterator[Any]:
    yield from pdfium.PdfDocument(path)


def are_readable(page: Any) -> bool:
    """Tell whether all words are on the page, and none on top of others."""
    width, height = page.get_size()
    text = page.get_textpage()
    boxes = [text.get_rect(n) for n in range(text.count_rects())]
    return all(
        box[0] >= -1 and box[1] >= -1 and box[2] <= width + 1 and box[3] <= height + 1
        for box in boxes
    ) and not any(starmap(overlap, combinations(boxes, 2)))


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Tell whether two boxes – left, bottom, right, top – share more than an edge."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 2 and high > 2


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PDFS)
def test_no_word_leaves_the_page_or_stands_on_another(
    made: Path, lang: str, name: str
) -> None:
    for page in pages_of(made / lang / "5-united-nations" / name):
        assert are_readable(page)


LONG = (
    "a duty of every town that has bees, and of all who live in it or come to see it, "
)
MATCHING = f"""\
      - id: who-does-what
        kind: match
        objective: name-parts
        level: remember
        cite: [1]
        stem: What belongs to what?
        pairs:
          - {{ item: "Mayor: {LONG}", match: "First, {LONG * 2}", why: "Yes, {LONG}" }}
          - {{ item: The baker, match: "Second, {LONG * 2}", why: So it is. }}
          - {{ item: The keeper, match: "Third, {LONG * 2}", why: So it is. }}
        spare: ["Fourth, {LONG}"]
"""


def build_with(root: Path, old: str, new: str, kind: Kind) -> Path:
    """Change the bees' module, and give the folder of its English papers."""
    path = root / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return build_bees(root, kind)


def build_bees(root: Path, kind: Kind) -> Path:
    """Give the folder of the bees' English papers of one kind."""
    result = build(Request(root, root / "out", langs=("en",), kinds=(kind,)))
    assert result.files, result.problems
    return root / "out" / "en" / "hive"


def test_long_matches_do_not_stand_on_each_other(bees: Path) -> None:
    next_topic = "  - id: the-scale"
    folder = build_with(bees, next_topic, MATCHING + next_topic, "quiz")
    for name in ("quiz-A.pdf", "quiz-A-key.pdf"):
        assert all(are_readable(page) for page in pages_of(folder / name))


def test_a_question_longer_than_a_page_goes_on_on_the_next(bees: Path) -> None:
    case = "".join(f"          Day {n}. {LONG * 6}\n\n" for n in range(20))
    asked = "stem: On which floor do young bees grow?"
    folder = build_with(bees, asked, f"scenario: |\n{case}        {asked}", "quiz")
    for name in ("quiz-A.pdf", "quiz-A-key.pdf"):
        assert all(are_readable(page) for page in pages_of(folder / name))
        page = text_of(folder / name)
        assert [n for n in range(20) if f"Day {n}." not in page] == []


def test_the_list_of_sources_holds_what_the_handout_cites(bees: Path) -> None:
    """What only a slide cites is to read on; what the lessons cite is a source."""
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace("[¶2; fn 1]", "[¶2]")
    told = text.replace("where honey is kept", "where honey is kept [¶2; fn 1]")
    path.write_text(told, "utf-8")
    assert holding("Scales of the village", bees) == ["more"]
    path.write_text(text.replace("Look, then touch", "Look [fn 1]"), "utf-8")
    assert holding("Scales of the village", bees) == ["sources"]


def holding(words: str, root: Path) -> list[str]:
    """Name the sections of a handout that hold some words."""
    sections = re.split(r"^== ", plain_handout(root), flags=re.MULTILINE)[1:]
    return [one.split()[0] for one in sections if words in one]


def plain_handout(root: Path) -> str:
    course, _ = survey(root)
    said = speak(root, course, "en")[0]
    return plain(handout(said.course, module_of(said.course), said.voices))


RICH = """
      Look [here](https://example.org/a?b=1&c=2), `<b>` and *slowly*.

      1. Open the lid.
         - Slowly
         - With smoke
      2. Lift a frame [¶1].

      | Month | Weight |
      |-------|-------:|
      | March | 22     |

      > Bees need quiet.

      1. Close the lid.
"""


def test_all_that_a_text_may_hold_is_on_paper(bees: Path) -> None:
    from openxml_audit import OpenXmlValidator

    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    text = text.replace("\n      Weigh the hive twice a year.\n", RICH)
    path.write_text(text, "utf-8")
    build(Request(bees, bees / "out", langs=("en",), kinds=("handout",)))
    folder = bees / "out" / "en" / "hive"
    page = " ".join(text_of(folder / "handout.pdf").split())
    for words in ("<b>", "1. Open the", "2. Lift a frame", "Slowly", "1. Close the"):
        assert words in page
    document = Document(str(folder / "handout.docx"))
    styles = {p.text: p.style.name for p in document.paragraphs if p.style}
    assert styles["Open the lid."] == styles["Close the lid."] == "List Number"
    assert styles["Slowly"] == "List Bullet"
    assert styles["Bees need quiet."] == "Quote"
    ids = ".//w:numId/@w:val"
    numbers = {p.text: p._p.xpath(ids) for p in document.paragraphs}
    assert numbers["Open the lid."] != numbers["Close the lid."]
    rels = document.part.rels.values()
    assert "https://example.org/a?b=1&c=2" in {r.target_ref for r in rels}
    result = OpenXmlValidator().validate(folder / "handout.docx")
    assert not result.errors, [str(error) for error in result.errors[:5]]


def test_a_table_longer_than_a_page_goes_on_on_the_next(bees: Path) -> None:
    rows = "".join(f"      | Hive {n}. | {n} kg |\n" for n in range(90))
    told = "      Weigh the hive twice a year.\n"
    table = f"{told}\n      | Hive | Weight |\n      |--|--:|\n{rows}"
    path = build_with(bees, told, table, "handout") / "handout.pdf"
    assert all(are_readable(page) for page in pages_of(path))
    page = text_of(path)
    assert [n for n in range(90) if f"Hive {n}." not in page] == []


# Pictures and charts

PICTURE = Path("modules", "pictures", "scale.png")


# Word has no margin column; its text is as wide as that of forms.
WORD_WIDTH = (210 - 2 * 20) * 72 / 25.4


def sizes_of(folder: Path) -> list[tuple[float, float]]:
    """Give width and height of the one picture, in points: in the PDF, in Word."""
    every = Document(str(folder / "handout.docx")).inline_shapes
    (shape,) = [one for one in every if one.type == WD_INLINE_SHAPE.PICTURE]
    (image,) = [
        one
        for page in pages_of(folder / "handout.pdf")
        for one in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE])
    ]
    left, bottom, right, top = image.get_bounds()
    return [(right - left, top - bottom), (shape.width.pt, shape.height.pt)]


@pytest.mark.parametrize("pixels", [(600, 2400), (40, 40), (2000, 300), (900, 700)])
def test_a_picture_is_neither_blown_up_nor_too_high(
    bees: Path, pixels: tuple[int, int]
) -> None:
    Image.new("RGB", pixels).save(bees / PICTURE)
    sizes = sizes_of(build_bees(bees, "handout"))
    for (width, height), room in zip(sizes, (PAPER_WIDTH, WORD_WIDTH), strict=True):
        assert width / height == pytest.approx(pixels[0] / pixels[1], rel=0.02)
        assert width <= min(pixels[0] * 72 / 96, room) + 1
        assert height <= 0.6 * PAPER_HEIGHT + 1


@pytest.mark.parametrize("mode", ["CMYK", "RGB", "L"])
def test_a_jpeg_of_a_printing_house_is_shown(bees: Path, mode: str) -> None:
    """It may be for four inks, and it may lack the mark that Word's writer knows."""
    stream = BytesIO()
    Image.new(mode, (80, 60)).save(stream, "JPEG")
    data = stream.getvalue()
    mark = data.find(b"JFIF")
    if mark > 0:
        data = data[:2] + data[data.index(b"\xff\xdb") :]
    (bees / PICTURE).write_bytes(data)
    for width, height in sizes_of(build_bees(bees, "handout")):
        assert (width, height) == pytest.approx((60, 45), abs=1)


def test_a_picture_and_its_caption_stay_together_in_word(bees: Path) -> None:
    document = Document(str(build_bees(bees, "handout") / "handout.docx"))
    (picture,) = [p for p in document.paragraphs if p._p.xpath(".//pic:pic")]
    assert picture.style
    assert picture.style.paragraph_format.keep_with_next


def test_the_number_of_a_bar_stands_beside_it_in_one_line(bees: Path) -> None:
    old = "- { label: March, value: 22 }"
    long = f'- {{ label: "{LONG}", value: 1 }}'
    new = f"- {{ label: Honey, value: 123456789 }}\n          {long}"
    folder = build_with(bees, old, new, "handout")
    number = "123,456,789"
    rels = Document(str(folder / "handout.docx")).part.rels.values()
    (chart,) = [r.target_part.blob for r in rels if r.reltype.endswith("/chart")]
    assert b"<c:v>123456789</c:v>" in chart
    assert b'formatCode="#,##0"' in chart
    (text,) = [
        text
        for page in pages_of(folder / "handout.pdf")
        if number in (text := page.get_textpage()).get_text_range()
    ]
    assert "Kilograms" in text.get_text_range()
    label, first, last = (
        text.get_charbox(text.search(words).get_next()[0] + place)
        for words, place in (("Honey", 0), (number, 0), (number, len(number) - 1))
    )
    assert first[1] == pytest.approx(last[1], abs=1)
    assert first[1] == pytest.approx(label[1], abs=3)


def test_a_very_long_title_is_shortened_in_the_properties_alone(bees: Path) -> None:
    title = "Bees and all who live with them " * 9
    path = build_with(bees, "title: Inside the hive", f"title: {title}", "handout")
    document = Document(str(path / "handout.docx"))
    assert title.strip() in {p.text for p in document.paragraphs}
    assert len(document.core_properties.title) == 255
    assert title.startswith(document.core_properties.title.rstrip("…"))


def test_templates_have_the_page_that_papers_are_arranged_for() -> None:
    templates = read_templates()
    look = templates.style["paper"]
    page: Any = Document(BytesIO(templates.document)).sections[0]
    width = page.page_width - page.left_margin - page.right_margin
    height = look["page"]["height"] - 2 * look["page"]["head"]
    column = look["page"]["width"] - 2 * look["page"]["side"]
    assert column * 72 / 25.4 == pytest.approx(PAPER_WIDTH, abs=1)
    assert width / 12_700 == pytest.approx(WORD_WIDTH, abs=1)
    assert height * 72 / 25.4 == pytest.approx(PAPER_HEIGHT, abs=1)
    assert look["body"]["latin"] == PAPER_SIZE
