"""Papers as Word documents: what is in them, what is not, and what an editor keeps."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document

from course.arrange.parts import letters
from course.arrange.quiz import key, paper
from course.arrange.sheet import Heading, Item, MatchItem, Sheet
from course.build import read_templates, survey
from course.outputs import Templates
from course.problems import SourceError
from course.read.project import own_root
from course.spoken import Spoken, speak
from course.write import docx
from course.write.archive import pack
from tests.conftest import by_office, module_of
from tests.ooxml import NAMES, Package, Rule
from tests.quizzes import quiz_of
from tests.test_ooxml import Break, Members, add, put, zipped
from tests.word import FOR_LEARNERS, OWN, RULES, faults, find, style_of, text_of

LANGS = ("en", "zh_Hans")
FOLDER = "5-united-nations"
LEARNERS = ("handout.docx", "quiz-A.docx")
NUMBERED = ("Question", "CaseFirst")
BODY = r"word/document\.xml$"


@pytest.fixture(scope="module")
def papers(
    made: Path, made_bees: Path, around: Path, made_from_right: Path
) -> list[Path]:
    """All Word documents of three courses, one of them from right to left."""
    courses = (made, made_bees, around, made_from_right)
    found = [path for one in courses for path in one.rglob("*.docx")]
    names = {path.name for path in found}
    assert names >= {"quiz-A-key.docx", "test-before.docx", "appendix.docx", *LEARNERS}
    return found


@pytest.fixture(scope="module")
def good(made: Path) -> Members:
    """A handout with lists, tables, a chart, questions and sources."""
    with ZipFile(made / "zh_Hans" / FOLDER / "handout.docx") as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def told(lang: str) -> Spoken:
    course, _ = survey(own_root())
    return speak(own_root(), course, lang)[0]


def written(sheet: Sheet) -> Package:
    return Package(docx.write(sheet, read_templates().word))


def find_in(element: Any, path: str) -> list[Any]:
    return list(element.xpath(path, namespaces=NAMES))


def quiz(lang: str) -> Sheet:
    said = told(lang)
    return paper(*quiz_of(said.course, module_of(said.course), said.voices, "A"))


# Rules


def test_no_rule_is_broken(papers: list[Path]) -> None:
    wrong = {path: faults(path.read_bytes()) for path in papers}
    assert not any(wrong.values()), wrong


def test_the_templates_keep_their_rules() -> None:
    """They are empty, so of our own rules only some can be broken."""
    for theme in ("civic", "contrast"):
        package = Package(read_templates(theme).document)
        broken = [s for rule in RULES[: -len(OWN)] for s in rule(package)]
        assert broken == []


EMPTY = '<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>'
SEEDS: dict[str, Break] = {
    "headings_go_down_step_by_step": put(BODY, '"Heading2"', '"Heading3"'),
    "han_has_its_font_and_language": put(BODY, ' w:eastAsia="zh-CN"', ""),
    "no_empty_paragraph_makes_room": put(BODY, "<w:sectPr", f"{EMPTY}<w:sectPr"),
    "nothing_is_hidden": put(BODY, "<w:lang ", "<w:vanish/><w:lang "),
    "styles_that_are_named_are_there": put(BODY, '"ListBullet"', '"Bullets"'),
    "numberings_that_are_named_are_there": put(
        "styles.xml", 'w:numId w:val="3"', 'w:numId w:val="33"'
    ),
    "captions_count_themselves": put(BODY, r"(SEQ .*?<w:t [^>]*>)\d", r"\g<1>8"),
    "fields_are_whole": put(BODY, '<w:fldChar w:fldCharType="end"/>', ""),
    "pages_are_counted": put(r"footer1\.xml$", "NUMPAGES", "DATE"),
    "tables_have_a_header_row": put(BODY, "<w:tblHeader/>", ""),
    "rows_are_never_split": put(BODY, "<w:cantSplit/>", ""),
    "rows_reach_from_side_to_side": put(BODY, r"<w:gridCol [^>]*>", ""),
    "cells_end_with_a_paragraph": put(BODY, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>"),
    "tables_stand_apart": put(BODY, "</w:tbl>", "</w:tbl><w:tbl/>"),
    "links_inside_lead_to_places": put(BODY, 'w:anchor="', 'w:anchor="no-'),
    "drawings_say_what_they_show": put(BODY, 'descr="[^"]*"', 'descr=""'),
    "the_document_says_what_it_is": put(r"core\.xml$", "1980-01-01", "2026-01-01"),
    "no_key_is_in_it": put(BODY, 'w14:checked w14:val="0"', 'w14:checked w14:val="1"'),
}


@pytest.mark.parametrize("rule", [*OWN, *FOR_LEARNERS], ids=lambda rule: rule.__name__)
def test_a_rule_finds_its_defect(rule: Rule, good: Members) -> None:
    broken = zipped(SEEDS[rule.__name__](good))
    assert not list(rule(Package(zipped(good))))
    assert list(rule(Package(broken)))


def test_a_rule_of_all_office_files_finds_its_defect_in_word(good: Members) -> None:
    broken = zipped(add("word/media/sound 1.mid")(good))
    found = {fault.partition(":")[0] for fault in faults(broken)}
    assert found >= {"names_of_parts_are_lawful", "no_part_is_an_orphan"}


# Keys


@pytest.mark.parametrize("lang", LANGS)
def test_no_key_is_in_what_learners_get(made: Path, around: Path, lang: str) -> None:
    """Not in its text, its styles, its properties, nor in another part of the file."""
    files = [made / lang / FOLDER / name for name in LEARNERS]
    files += [around / lang / "course" / f"test-{w}.docx" for w in ("before", "after")]
    for path in files:
        assert faults(path.read_bytes(), FOR_LEARNERS) == []
    said = told(lang)
    sheet = key(*quiz_of(said.course, module_of(said.course), said.voices, "A"))
    with ZipFile(made / lang / FOLDER / "quiz-A.docx") as archive:
        every = " ".join(archive.read(name).decode() for name in archive.namelist())
    reasons = [
        one.why.plain
        for section in sheet.sections
        for part in section.parts
        if isinstance(part, Item | MatchItem)
        for one in (part.answers if isinstance(part, Item) else part.pairings)
        if one.why
    ]
    assert len(reasons) > 20
    assert [words for words in reasons if words in every] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_key_gives_every_reason_and_every_answer(made: Path, lang: str) -> None:
    said = told(lang)
    sheet = key(*quiz_of(said.course, module_of(said.course), said.voices, "A"))
    data = (made / lang / FOLDER / "quiz-A-key.docx").read_bytes()
    every = text_of(find(Package(data), "/*")[0])
    parts = [p for s in sheet.sections for p in s.parts if isinstance(p, Item)]
    assert len(parts) > 5
    for part in parts:
        assert part.stem.plain in every
        assert all(one.why and one.why.plain in every for one in part.answers)
        assert f"{part.number}  {part.key}" in every


# Questions


@pytest.mark.parametrize("lang", LANGS)
def test_questions_are_numbered_and_lettered_as_in_the_arranged_paper(
    lang: str, tmp_path: Path
) -> None:
    """By LibreOffice: what Word's own numbering makes of them."""
    sheet = quiz(lang)
    path = tmp_path / "quiz.docx"
    path.write_bytes(docx.write(sheet, read_templates().word))
    (saved,) = by_office([path], tmp_path, "txt")
    lines = [line.strip() for line in saved.read_text("utf-8-sig").splitlines()]
    for part in (p for s in sheet.sections for p in s.parts if isinstance(p, Item)):
        first = part.scenario[0].text if part.scenario else part.stem  # type: ignore[union-attr]
        assert any(
            line.startswith(f"{part.number}. {first.plain}") for line in lines
        ), part.number
        for answer in part.answers:
            wanted = f"{answer.letter} ☐ {answer.text.plain}"
            assert wanted in [" ".join(line.split()) for line in lines]


def test_every_option_has_a_box_that_a_click_ticks() -> None:
    sheet = quiz("en")
    items = [p for s in sheet.sections for p in s.parts if isinstance(p, Item)]
    boxes = find(written(sheet), "//w14:checkbox/w14:checked[@w14:val='0']")
    assert len(boxes) == sum(len(item.answers) for item in items)


def test_a_question_stays_on_one_page_with_its_options() -> None:
    """All that belongs to it is kept with the next, but its last option."""
    sheet = quiz("en")
    kept = {"Question", "Case", "CaseFirst", "Stem", "Option", "OptionBeside"}
    blocks = find(written(sheet), "//w:body/*")
    is_kept = [bool(find_in(one, ".//w:keepNext")) for one in blocks]
    starts = [n for n, one in enumerate(blocks) if style_of(one) in NUMBERED]
    ends = [*starts[1:], None]
    assert len(starts) == sum(
        isinstance(p, Item | MatchItem) for s in sheet.sections for p in s.parts
    )
    for start, end in zip(starts, ends, strict=True):
        mine = [
            n
            for n in range(start, end or len(blocks))
            if style_of(blocks[n]) in kept or blocks[n].tag.endswith("}tbl")
        ]
        assert all(is_kept[n] for n in mine[:-1])


def test_a_list_of_questions_that_begins_anew_is_numbered_anew() -> None:
    sheet = quiz("en")
    twice = replace(sheet, sections=(*sheet.sections, *sheet.sections))
    body = written(twice)
    path = "//w:lvlOverride/w:startOverride/@w:val"
    assert find(body, path, "word/numbering.xml") == ["1"]


# Fields and places


def test_citations_lead_to_the_sources_they_name(made: Path) -> None:
    for lang in LANGS:
        package = Package((made / lang / FOLDER / "handout.docx").read_bytes())
        links = find(package, "//w:hyperlink[@w:anchor]")
        assert len(links) > 5
        for link in links:
            place = link.get(f"{{{NAMES['w']}}}anchor")
            path = f"//w:p[w:bookmarkStart[@w:name='{place}']]"
            (entry,) = find(package, path)
            assert style_of(entry) == "Source"
            number = text_of(link).partition("–")[0]
            assert text_of(entry).split("  ")[0].endswith(number)


def test_a_term_in_the_other_language_says_so(around: Path) -> None:
    """So that it is spelled, read aloud and set as what it is."""
    package = Package((around / "zh_Hans" / "course" / "appendix.docx").read_bytes())
    path = "//w:r[w:t='ombudsperson' or w:t='accessibility']/w:rPr/w:lang"
    tags = [dict(one.attrib) for one in find(package, path)]
    assert tags
    assert all(tag == {f"{{{NAMES['w']}}}val": "en-GB"} for tag in tags)


def test_the_appendix_lists_its_headings(around: Path) -> None:
    for lang in LANGS:
        package = Package((around / lang / "course" / "appendix.docx").read_bytes())
        entries = find(package, "//w:sdtContent//w:p[w:pPr/w:pStyle/@w:val='TOC2']")
        headings = find(package, "//w:p[w:pPr/w:pStyle/@w:val='Heading2']")
        assert [text_of(e) for e in entries] == [text_of(h) for h in headings]
        (code,) = find(package, "//w:instrText[contains(., 'TOC')]")
        assert '\\o "2-2"' in code.text


def test_chinese_papers_squeeze_marks_and_english_ones_may_hyphenate(
    made: Path,
) -> None:
    package = Package((made / "zh_Hans" / FOLDER / "handout.docx").read_bytes())
    (squeezed,) = find(
        package, "//w:characterSpacingControl/@w:val", "word/settings.xml"
    )
    assert squeezed == "compressPunctuation"
    assert find(package, "//w:autoHyphenation", "word/settings.xml")
    for name in ("kinsoku", "overflowPunct", "topLinePunct"):
        assert find(package, f"//w:pPrDefault//w:{name}", "word/styles.xml")
    assert not find(package, "//w:ind/@w:firstLine | //w:ind/@w:firstLineChars")


# What another program keeps


@pytest.fixture(scope="module")
def saved(
    made: Path, around: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Any, Any]]:
    """Papers as they were written, and as LibreOffice saved them again."""
    folder = tmp_path_factory.mktemp("word")
    sources = []
    for name, path in (
        ("handout", made / "zh_Hans" / FOLDER / "handout.docx"),
        ("quiz", made / "en" / FOLDER / "quiz-A.docx"),
        ("forms", around / "zh_Hans" / "course" / "forms.docx"),
    ):
        sources.append(folder / f"{name}.docx")
        sources[-1].write_bytes(path.read_bytes())
    again = folder / "again"
    again.mkdir()
    after = by_office(sources, again, "docx")
    return [
        (Document(str(one)), Document(str(two)))
        for one, two in zip(sources, after, strict=True)
    ]


def headings(document: Any) -> list[tuple[str, str]]:
    return [
        (p.style.name, p.text)
        for p in document.paragraphs
        if p.style and p.style.name.startswith("Heading")
    ]


def cells(document: Any) -> list[list[str]]:
    return [[cell.text.strip() for cell in t._cells] for t in document.tables]


def listed(document: Any) -> list[str]:
    names = ("List Bullet", "List Number", "Question", "Stem", "Option")
    return [p.text.strip() for p in document.paragraphs if p.style.name in names]


def heads(document: Any) -> int:
    return len(document.element.xpath("//w:tblHeader"))


def boxes(document: Any) -> int:
    return str(document.element.xml).count("w14:checkbox>") // 2


def charts(document: Any) -> list[str]:
    """What they show; LibreOffice 7.4 drops the words for those who do not see them."""
    rels = document.part.rels.values()
    blobs = [rel.target_part.blob for rel in rels if rel.reltype.endswith("/chart")]
    values = (re.findall(rb"<c:v>(.*?)</c:v>", blob) for blob in blobs)
    return [value.decode() for found in values for value in found]


@pytest.mark.parametrize("what", [headings, cells, listed, heads, boxes, charts])
def test_a_paper_outlives_being_saved_by_another_program(
    saved: list[tuple[Any, Any]], what: Callable[[Any], Any]
) -> None:
    assert any(what(before) for before, _ in saved)
    for before, after in saved:
        assert what(after) == what(before)


# Templates


def broken_template(tmp_path: Path, data: bytes) -> Templates:
    ours = read_templates()
    folder = tmp_path / "templates"
    (folder / "paper").mkdir(parents=True)
    (folder / "civic.yaml").write_bytes((ours.folder / "civic.yaml").read_bytes())
    chart = Path("paper", "civic-chart.xml")
    (folder / chart).write_bytes((ours.folder / chart).read_bytes())
    (folder / "paper" / "civic.docx").write_bytes(data)
    return Templates(folder, "civic")


def test_a_template_without_a_style_is_a_problem(tmp_path: Path) -> None:
    """L202 tells its name."""
    with ZipFile(read_templates().folder / "paper" / "civic.docx") as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    data = pack(
        put(r"styles\.xml$", 'w:name w:val="Stem"', 'w:name w:val="A"')(members)
    )
    with pytest.raises(SourceError) as caught:
        docx.write(quiz("en"), broken_template(tmp_path, data).word)
    (problem,) = caught.value.problems
    assert problem.code == "L202"
    assert "“stem”" in problem.message


def test_a_damaged_template_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        docx.write(quiz("en"), broken_template(tmp_path, b"no zip").word)
    assert [problem.code for problem in caught.value.problems] == ["L201"]


def test_a_template_that_word_has_saved_in_another_language_is_understood() -> None:
    """Word then gives other ids to styles; the names stay."""
    template = read_templates().word
    with ZipFile(read_templates().folder / "paper" / "civic.docx") as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    data = pack(
        (n, re.sub(rb'"Heading2"', b'"2"', d) if n.endswith("styles.xml") else d)
        for n, d in members
    )
    sheet = quiz("en")
    opening = replace(
        sheet.sections[0], parts=(Heading(letters("A"), 1), Heading(letters("B"), 2))
    )
    made = docx.write(replace(sheet, sections=(opening,)), replace(template, data=data))
    assert [style_of(p) for p in find(Package(made), "//w:p")] == ["Heading1", "2"]


def test_pages_of_another_size_keep_their_margins(tmp_path: Path) -> None:
    """Tabs at the right edge move with it."""
    data = docx.on_paper(read_templates().document, 215.9, 279.4)
    path = tmp_path / "letter.docx"
    path.write_bytes(data)
    document = Document(str(path))
    page: Any = document.sections[0]
    width = page.page_width - page.left_margin - page.right_margin
    (stop,) = document.styles["Footer"].paragraph_format.tab_stops
    assert stop.position == pytest.approx(width, abs=700)
