"""Workshops: from a trainer's file to an agenda by the clock and a package to carry."""

import datetime
import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from course.model import (
    Activity,
    Course,
    CourseText,
    Module,
    ModuleText,
    Topic,
    Wrap,
)
from course.package import Request, build_workshop
from course.plan import plan
from course.plan.clock import stretches
from course.planned import Planned
from course.problems import Place, SourceError, errors
from course.text import Span, Text, Words
from course.times import Hours
from course.workshop import (
    Agenda,
    Breaks,
    Day,
    Slot,
    Unit,
    Workshop,
    WorkshopText,
    sessions,
)
from tests.test_build import ROOT, contents, run

SAMPLE = ROOT / "tests" / "workshops"
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder outside every course, with the sample workshop in it."""
    return shutil.copytree(SAMPLE, tmp_path / "room")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's package, built outside the repository."""
    folder = shutil.copytree(SAMPLE, tmp_path_factory.mktemp("out") / "room")
    said = run("build", "one-day.yaml", cwd=folder)
    assert said.returncode == 0, said.stderr
    made = contents(folder / "build" / "one-day")
    assert f"files: {len(made)}" in said.stdout
    return folder / "build" / "one-day"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of a workshop of two half-days in two languages."""
    folder = shutil.copytree(SAMPLE, tmp_path_factory.mktemp("both") / "room")
    write(
        folder,
        ("dates: 2026-12-01", "dates: [2026-12-01, 2026-12-02]\ndecks: half-day"),
        ("hours: 09:00–17:00", "hours: [13:30–17:30, 08:30–12:30]"),
        ("languages: zh", "languages: zh+en"),
        ("notes: en\n", ""),
        ("title: 县级政府与联合国人权机制", "title: [县与联合国, A county and the UN]"),
    )
    result = build_workshop(Request(folder / "one-day.yaml", folder / "build"))
    assert not errors(result.problems)
    return folder / "build" / "one-day"


def write(folder: Path, *changes: tuple[str, str]) -> Path:
    path = folder / "one-day.yaml"
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path


def words_of(pdf: Path) -> list[str]:
    """Give the words of each page, without spaces."""
    pages = pdfium.PdfDocument(pdf)
    return ["".join(p.get_textpage().get_text_range().split()) for p in pages]


def headlines(deck: Path) -> list[str]:
    slides = Presentation(str(deck)).slides
    return [slide.shapes.title.text_frame.text.replace("\v", "") for slide in slides]


# The package

ENDS = ("pdf", "docx")


def test_the_sample_is_a_file_of_under_25_lines() -> None:
    assert len((SAMPLE / "one-day.yaml").read_text("utf-8").splitlines()) < 25


def test_a_package_holds_all_that_a_trainer_carries(package: Path) -> None:
    papers = ("1-united-nations", "2-half-page")
    assert set(contents(package)) >= {
        "zh_Hans/slides-2026-12-01.pptx",
        "zh_Hans/slides-2026-12-01.pdf",
        "zh_Hans/programme.pdf",
        "zh_Hans/sign-in.pdf",
        "zh_Hans/name-plates.pdf",
        "zh_Hans/certificates.pdf",
        "zh_Hans/course/workbook.pdf",
        "zh_Hans/course/test-before.pdf",
        "zh_Hans/course/test-before-key.pdf",
        "zh_Hans/course/test-after.pdf",
        "zh_Hans/course/test-after-key.pdf",
        "zh_Hans/course/forms.pdf",
        "zh_Hans/course/forms.docx",
        "zh_Hans/course/appendix.pdf",
        "zh_Hans/course/test-before.html",
        "zh_Hans/course/test-after.html",
        "zh_Hans/course/forms.html",
        "zh_Hans/course/appendix.html",
        "zh_Hans/course/appendix.docx",
        "zh_Hans/course/handouts.epub",
        "zh_Hans/site/index.html",
        "zh_Hans/site/5-united-nations.html",
        "zh_Hans/site/search.html",
        *(
            f"zh_Hans/handouts/{name}.{end}"
            for name in papers
            for end in (*ENDS, "html", "txt")
        ),
        *(
            f"zh_Hans/activities/{name}{end}"
            for name in papers
            for end in (".pdf", ".docx", ".html", "-answers.pdf")
        ),
        *(f"zh_Hans/quizzes/{name}-A.{end}" for name in papers for end in ENDS),
        *(f"zh_Hans/quizzes/{name}-A-key.{end}" for name in papers for end in ENDS),
        *(f"zh_Hans/quizzes/{name}-A-answers.pdf" for name in papers),
        *(f"zh_Hans/quizzes/{name}.html" for name in papers),
        "one-day-2026-12-01.zip",
    }


def test_two_languages_side_by_side_have_pages_each(both: Path) -> None:
    found = contents(both)
    for lang in ("zh_Hans", "en"):
        page = found[f"zh_Hans+en/site-{lang}/index.html"].decode()
        assert f'lang="{lang.replace("_", "-")}"' in page


def test_pages_of_a_package_lead_to_each_other(room: Path) -> None:
    write(room, ("languages: zh", "languages: [zh, en]"), ("notes: en\n", ""))
    request = Request(room / "one-day.yaml", room / "build", kinds=("web",))
    assert not errors(build_workshop(request).problems)
    pages = room / "build" / "one-day"
    found = re.findall(r'href="([^"#:]+)', (pages / "en/site/index.html").read_text())
    assert "../../zh_Hans/site/index.html" in found
    assert all((pages / "en" / "site" / one).is_file() for one in found)


def test_the_zip_holds_every_file(package: Path) -> None:
    files = contents(package)
    data = files.pop("one-day-2026-12-01.zip")
    with ZipFile(BytesIO(data)) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert packed == {f"one-day-2026-12-01/{name}": files[name] for name in files}


def test_whoever_takes_part_has_an_answer_sheet_with_their_name(package: Path) -> None:
    """And one more is for somebody whom nobody expected."""
    path = package / "zh_Hans" / "quizzes" / "1-united-nations-A-answers.pdf"
    pages = [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(path)]
    names = ["王芳", "张伟", "刘洋", "阿依古丽·买买提", "欧阳建国"]
    assert len(pages) == len(names) + 1
    for page, name in zip(pages, names, strict=False):
        assert f"姓名：{name}" in page
    assert not [name for name in names if name in pages[-1]]


def test_the_same_workshop_gives_the_same_bytes(package: Path, room: Path) -> None:
    build_workshop(Request(room / "one-day.yaml", room / "build"))
    assert contents(room / "build" / "one-day") == contents(package)


def test_slides_are_chinese_and_notes_english(package: Path) -> None:
    deck = Presentation(str(package / "zh_Hans" / "slides-2026-12-01.pptx"))
    slide = next(s for s in deck.slides if s.shapes.title.text_frame.text[:2] == "四条")
    notes = slide.notes_slide.notes_text_frame.text
    assert "Ask first: who has ever seen a recommendation" in notes
    assert not HAN.search(notes)


def test_a_module_begins_with_its_name_and_the_programme(package: Path) -> None:
    found = headlines(package / "zh_Hans" / "slides-2026-12-01.pptx")
    assert found[:4] == [
        "县级政府与联合国人权机制",
        "培训日程",
        "与联合国建立联系",
        "现在进行：与联合国建立联系",
    ]
    assert "现在进行：动手写一份“半页材料”" in found
    assert found[-3:] == ["感谢大家的参与", "资料来源（模块1）", "关于本教材"]


def test_each_slide_of_a_merged_deck_has_its_own_headline(package: Path) -> None:
    found = headlines(package / "zh_Hans" / "slides-2026-12-01.pptx")
    assert len(found) == len(set(found))
    assert "本模块安排（模块2）" in found


def test_slides_follow_the_clock(package: Path) -> None:
    """A break stands where the agenda has it, before the topic that follows."""
    found = headlines(package / "zh_Hans" / "slides-2026-12-01.pptx")
    at = found.index("10:25继续")
    assert found[at - 1] == "活动：该敲哪扇门？"
    assert found[at + 1] == "报告和后续行动，需要中央与地方一起来做"


def test_what_is_dropped_is_nowhere(package: Path) -> None:
    folder = package / "zh_Hans"
    assert "一年以后，谁来看这份材料" not in headlines(
        folder / "slides-2026-12-01.pptx"
    )
    for name in ("programme.pdf", "handouts/2-half-page.pdf"):
        text = "".join(words_of(folder / name))
        assert "一年以后" not in text
        assert "三句" in text


def test_the_programme_is_one_page_by_the_clock(package: Path) -> None:
    (page,) = words_of(package / "zh_Hans" / "programme.pdf")
    assert "2026年12月1日星期二" in page
    assert "09:00–09:15开班与相互认识" in page
    assert "16:45–17:00反馈与颁发证明" in page
    assert "李梅·AnnaWeber" in page


def test_everybody_expected_has_a_line_to_sign(package: Path) -> None:
    text = "".join(words_of(package / "zh_Hans" / "sign-in.pdf"))
    assert "5欧阳建国青山镇人民政府6" in text
    assert "16" in text
    assert "17" not in text


def test_everybody_has_a_name_plate_and_a_certificate(package: Path) -> None:
    names = ["王芳", "张伟", "刘洋", "阿依古丽·买买提", "欧阳建国"]
    for paper in ("name-plates", "certificates"):
        pages = words_of(package / "zh_Hans" / f"{paper}.pdf")
        assert len(pages) == len(names)
        assert all(name in page for name, page in zip(names, pages, strict=True))


def test_a_certificate_says_when_and_how_long(package: Path) -> None:
    page = words_of(package / "zh_Hans" / "certificates.pdf")[0]
    assert "培训时长5.5小时" in page
    assert "2026年12月1日" in page


def test_papers_of_an_own_module_are_the_workshop_s(package: Path) -> None:
    own = "".join(words_of(package / "zh_Hans" / "handouts" / "2-half-page.pdf"))
    shipped = "".join(words_of(package / "zh_Hans" / "handouts/1-united-nations.pdf"))
    assert "平安县行政学院" in own
    assert "CCBY4.0" in shipped
    assert "CCBY4.0" not in own


def test_papers_stand_in_both_languages(both: Path) -> None:
    folder = both / "zh_Hans+en"
    (page,) = words_of(folder / "programme.pdf")
    assert "开班与相互认识·Welcome" in page
    assert "Tuesday,1December2026" in page
    assert "AcountyandtheUN" in words_of(folder / "certificates.pdf")[0]
    for lang in ("zh_Hans", "en"):
        assert (folder / "handouts" / f"1-united-nations-{lang}.pdf").is_file()


def test_what_an_own_module_says_in_one_language_is_said_once(both: Path) -> None:
    (page,) = words_of(both / "zh_Hans+en" / "programme.pdf")
    assert "Chinese" not in page
    assert page.count("平均数藏起了谁") == 1


def test_an_own_module_is_in_the_language_it_is_written_in(room: Path) -> None:
    path = write(room, ("languages: zh", "languages: [en, zh]"))
    page = "\n".join(Planned(path).lines("en"))
    assert "Module 2  动手写一份“半页材料” (Chinese (Simplified))" in page


def test_each_day_has_its_deck_and_goes_on_where_it_stopped(both: Path) -> None:
    decks = sorted((both / "zh_Hans+en").glob("*.pptx"))
    assert [path.name for path in decks] == [
        "slides-2026-12-01.pptx",
        "slides-2026-12-02.pptx",
    ]
    first, second = map(headlines, decks)
    assert "动手写一份“半页材料”" in first
    assert "动手写一份“半页材料”（续）" in second
    assert second[-1].startswith("关于本教材")


def test_half_days_have_decks_of_their_own(room: Path) -> None:
    path = write(room, ("audience: 16", "audience: 16\ndecks: half-day"))
    result = build_workshop(Request(path, room / "build", kinds=("deck",)))
    decks = [one for one in result.files if one.suffix == ".pptx"]
    assert [one.name for one in decks] == [
        "slides-2026-12-01-1.pptx",
        "slides-2026-12-01-2.pptx",
    ]
    assert "模块2" in second_kicker(decks[1])


def second_kicker(deck: Path) -> str:
    """Give the small words above the second dark slide's headline."""
    slides = Presentation(str(deck)).slides
    found = [s for s in slides if s.slide_layout.name == "Section"]
    texts = (shape.text_frame.text for shape in found[0].placeholders)
    return " ".join(texts)


def test_a_line_of_the_programme_leads_to_its_module(package: Path) -> None:
    deck = Presentation(str(package / "zh_Hans" / "slides-2026-12-01.pptx"))
    slides = list(deck.slides)
    runs = (
        run
        for shape in slides[1].placeholders
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    )
    leads = {r.text: r._r.rPr.find(".//{*}hlinkClick") for r in runs}
    click = leads["与联合国建立联系"]
    target = slides[1].part.related_part(click.rId)
    assert target is slides[2].part


def test_a_workshop_has_a_look_of_its_own(room: Path) -> None:
    path = write(room, ("theme: civic", "theme: contrast"))
    result = build_workshop(Request(path, room / "build"))
    assert not errors(result.problems)
    bytes_of = contents(room / "build" / "one-day" / "zh_Hans")
    build_workshop(Request(path, room / "build", theme="civic"))
    assert contents(room / "build" / "one-day" / "zh_Hans") != bytes_of


def test_a_theme_that_is_not_there_is_told(room: Path) -> None:
    write(room, ("theme: civic", "theme: civil"))
    said = run("build", "one-day.yaml", cwd=room)
    assert said.returncode == 1
    assert "one-day.yaml:12:8: P114 there is no theme “civil”" in said.stderr
    assert "did you mean civic?" in said.stderr


def test_without_names_there_is_one_plate_and_one_certificate(room: Path) -> None:
    path = write(room, ("participants: people.csv\n", ""))
    build_workshop(Request(path, room / "build"))
    for paper in ("name-plates", "certificates"):
        assert len(words_of(room / "build/one-day/zh_Hans" / f"{paper}.pdf")) == 1


def test_names_may_stand_in_the_file(room: Path) -> None:
    names = "participants:\n  - 王芳，县政府办公室\n  - Ana Cruz"
    path = write(room, ("participants: people.csv", names))
    people = Planned(path).workshop.people
    assert [(one.name, one.unit) for one in people] == [
        ("王芳", "县政府办公室"),
        ("Ana Cruz", ""),
    ]


def test_a_workshop_of_a_foreign_course_is_in_its_languages(bees: Path) -> None:
    text = (
        "title: Deux heures au rucher\ndates: 2026-05-02\nhours: 9:00-11:00\n"
        "languages: fr\naudience: 6\nmodules: hive\n"
    )
    (bees / "rucher.yaml").write_text(text, "utf-8")
    said = run("plan", "rucher.yaml", cwd=bees)
    assert said.returncode == 0, said.stderr
    assert "samedi 2 mai 2026" in said.stdout
    assert "09:00\u2009–\u200909:15  Accueil" in said.stdout
    assert run("build", "rucher.yaml", cwd=bees).returncode == 0
    (page,) = words_of(bees / "build" / "rucher" / "fr" / "programme.pdf")
    assert "Bilanetattestations" in page


# The command


def test_plan_prints_the_agenda_and_what_was_dropped(room: Path) -> None:
    said = run("plan", "one-day.yaml", cwd=room)
    assert said.returncode == 0
    assert said.stderr == ""
    lines = said.stdout.splitlines()
    assert lines[0] == "县级政府与联合国人权机制"
    assert "  09:15–09:23    两座城市的供水  [8分钟]" in lines
    assert lines[-2:] == [
        "dropped:",
        "  half-page/one-year-on, 45 min: not a must-have, and the hours are full "
        "(15 min are left)",
    ]
    english = run("plan", "one-day.yaml", "--lang", "en", cwd=room).stdout
    assert "Tuesday, 1 December 2026" in english


def test_a_plan_that_does_not_fit_stops_a_build(room: Path) -> None:
    write(room, ("09:00–17:00", "09:00–12:00"))
    for command in ("plan", "build"):
        said = run(command, "one-day.yaml", cwd=room)
        assert said.returncode == 1
        assert (
            "one-day.yaml:3:8: P201 no room for 135 minutes of must-haves, from "
            "half-page/four-parts on\n    hint: end at 16:05, or leave" in said.stderr
        )
    assert not (room / "build").exists()


def test_modules_and_workshops_are_not_named_together(room: Path) -> None:
    said = run("build", "one-day.yaml", "5-united-nations", cwd=room)
    assert said.returncode == 2
    assert "modules and workshops are named together" in said.stderr


def test_a_file_that_is_not_there_is_told(room: Path) -> None:
    said = run("plan", "two-days.yaml", cwd=room)
    assert said.returncode == 1
    assert "two-days.yaml:1:1: R101 no such file" in said.stderr


def test_a_new_workshop_is_planned_and_built_at_once(tmp_path: Path) -> None:
    said = run("new", "workshop", "春季培训", cwd=tmp_path)
    assert (said.returncode, said.stdout) == (0, "春季培训.yaml\n")
    text = (tmp_path / "春季培训.yaml").read_text("utf-8")
    assert "yaml-language-server" not in text
    done = run("build", "春季培训.yaml", "--only", "deck", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert run("new", "workshop", "春季培训", cwd=tmp_path).returncode == 1
    assert (tmp_path / "春季培训.yaml").read_text("utf-8") == text


def test_a_new_workshop_in_a_course_knows_its_schema(bees: Path) -> None:
    run("new", "module", "2-honey", cwd=bees)
    (bees / "plans").mkdir()
    run("new", "workshop", "spring", cwd=bees / "plans")
    line = (bees / "plans" / "spring.yaml").read_text("utf-8").splitlines()[0]
    assert line.endswith("$schema=../modules/workshop.schema.json")


def test_a_new_workshop_needs_a_name_for_a_file(tmp_path: Path) -> None:
    said = run("new", "workshop", "a/b", cwd=tmp_path)
    assert said.returncode == 1
    assert "N105 “a/b” cannot be a workshop's name" in said.stderr


# Mistakes


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("audience", "audienc", "one-day.yaml:13:1: R301 unknown key `audienc`"),
        ("notes: en", "course: ../x\nnotes: en", "P101 there is no course in ../x"),
        ("2026-12-01", "1 Dec 2026", "one-day.yaml:2:8: P102 “1 Dec 2026” is not a"),
        ("09:00–17:00", "9 to 5", "one-day.yaml:3:8: P103 `hours` is “9 to 5”"),
        ("12:00–13:30", "13:30–12:00", "one-day.yaml:4:8: P104 13:30–12:00 ends"),
        ("after: 90", "at: [noon]", "one-day.yaml:5:29: P105 “noon” is not a time"),
        ("09:00–17:00", "[9:00–17:00, 9:00–12:00]", "P106 hours: 2, days: 1"),
        ("2026-12-01", "[2026-12-02, 2026-12-01]", "P107 the dates are not in order"),
        ("languages: zh", "languages: de", "P108 the course has no language “de”"),
        ("5-united-n", "5-unite-n", "hint: did you mean 5-united-nations?"),
        (
            "5-united-n",
            "5-unite-n",
            "one-day.yaml:15:11: P109 the course has no module",
        ),
        (
            "notes: en",
            "topics: [urp]\nnotes: en",
            "P110 the chosen modules have no “urp”",
        ),
        ("half-page.yaml", "./Half.yaml", "P111 “Half” cannot be an own module's name"),
        (
            "平安县委党校二号楼301教室",
            "[A, B, C]",
            "P112 `venue` has 3 texts for 1 languages",
        ),
        ("dates: 2026-12-01", "dates: []", "R305 `dates` is empty"),
        ("people.csv", "no.csv", "one-day.yaml:14:15: R101 no.csv: no such file"),
        ("half-page.yaml", "quarter.yaml", "R101 quarter.yaml: no such file"),
        ("logo.png", "people.csv", "R402 people.csv is neither PNG nor JPEG"),
        (
            "audience: 16",
            "audience: 30",
            "P205 warning: 30 people are many for one group",
        ),
        ("audience: 16", "opening: 40", "P206 warning: 40 minutes for the welcome"),
        ("audience: 16", "opening: 200", "P209 200 minutes for the welcome, 15 for"),
        (
            "after: 90",
            "after: 50",
            "P203 warning: half-page/four-parts/write-it takes 60 minutes",
        ),
        (
            "17:00",
            "16:05",
            "P202 warning: nothing serves the objective half-page/press any more",
        ),
        (
            "notes: en",
            "without: [which-door, recommendation-relay]",
            "P210 warning: what is left of 5-united-nations: 25 of 55 minutes are",
        ),
        (
            ", half-page.yaml",
            "",
            "P204 warning: 195 of 390 minutes are left for questions",
        ),
    ],
)
def test_a_mistake_in_a_workshop_is_told(
    room: Path, old: str, new: str, said: str
) -> None:
    path = room / "one-day.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert said in told(path)


def told(path: Path) -> str:
    try:
        return "\n".join(map(str, Planned(path).problems))
    except SourceError as error:
        return str(error)


def test_a_list_of_people_in_another_encoding_is_told(room: Path) -> None:
    (room / "people.csv").write_bytes("王芳,县政府".encode("gbk"))
    assert "P113 people.csv is not in UTF-8" in told(room / "one-day.yaml")


def test_a_list_of_people_may_begin_with_a_byte_order_mark(room: Path) -> None:
    (room / "people.csv").write_bytes("姓名,单位\n王芳,县政府".encode("utf-8-sig"))
    assert [one.name for one in Planned(room / "one-day.yaml").workshop.people] == [
        "王芳"
    ]


def test_a_hasty_module_is_told(room: Path) -> None:
    own = room / "half-page.yaml"
    text = own.read_text("utf-8").replace("quiz:\n  minutes: 5", "quiz:\n  minutes: 1")
    text = text.replace("minutes: 10\n    show", "minutes: 1\n    show", 1)
    own.write_text(text.replace("minutes: 215", "minutes: 202"), "utf-8")
    said = told(room / "one-day.yaml")
    assert "P207 warning: half-page: 1 minutes for 2 questions" in said
    assert "P208 warning: half-page/one-number: 2 slides in 1 minutes" in said


# Choosing


def test_chosen_topics_are_musts_and_the_rest_of_their_module_is_dropped(
    room: Path,
) -> None:
    path = write(
        room,
        ("notes: en", "topics: [upr, one-year-on]\nwithout: [calendar]"),
        ("09:00–17:00", "09:00–10:15"),
    )
    planned = Planned(path)
    assert not errors(planned.problems)
    taught = {unit.part for unit in units(planned.agenda)}
    assert taught == {"upr", "one-year-on", "quiz", "wrap"}
    dropped = "\n".join(planned.dropped())
    assert "half-page/calendar, 40 min: left out by `without`" in dropped
    assert "5-united-nations/treaty-bodies, 5 min: not among `topics`" in dropped


def test_a_quiz_takes_its_share_of_the_time(room: Path) -> None:
    path = write(room, ("notes: en", "topics: [5-united-nations/upr]"))
    quiz = next(unit for unit in units(Planned(path).agenda) if unit.kind == "quiz")
    assert (quiz.module, quiz.minutes) == ("5-united-nations", 4)


def test_a_workshop_from_which_all_is_left_out_is_one_of_questions(room: Path) -> None:
    path = write(
        room,
        ("notes: en", "topics: [upr]\nwithout: [upr]"),
        (", half-page.yaml", ""),
    )
    result = build_workshop(Request(path, room / "build"))
    assert not errors(result.problems)
    assert len(headlines(result.files[0])) > 3


def test_the_best_use_is_made_of_what_is_left() -> None:
    """Two shorter topics are worth more than the one that comes first."""
    module = made(
        "m", [(10, "core", ()), (40, "more", ()), (25, "more", ()), (20, "more", ())]
    )
    agenda, _ = plan(workshop([module], Hours(540, 540 + 60)), course([module]))
    assert agenda.keeps[0].topics == ("t0", "t2", "t3")


def test_doing_is_worth_more_than_listening() -> None:
    module = made("m", [(10, "core", ()), (30, "more", ()), (10, "more", (15,))])
    agenda, _ = plan(workshop([module], Hours(540, 540 + 50)), course([module]))
    assert agenda.keeps[0].topics == ("t0", "t2")


def test_a_break_comes_near_its_wished_time() -> None:
    module = made("m", [(20, "core", ()) for _ in range(8)])
    one = workshop([module], Hours(540, 740), wishes=(605,))
    agenda, _ = plan(one, course([module]))
    (first, *_) = [s for s in agenda.days[0].slots if s.kind == "pause"]
    assert first.hours.start == 600


TOPICS = st.lists(
    st.tuples(
        st.integers(0, 30),
        st.sampled_from(["core", "more"]),
        st.lists(st.integers(15, 70), max_size=2).map(tuple),
    ),
    min_size=1,
    max_size=6,
)
SHAPES = st.fixed_dictionaries(
    {
        "modules": st.lists(TOPICS, min_size=1, max_size=3),
        "start": st.integers(480, 600),
        "length": st.integers(60, 540),
        "days": st.integers(1, 3),
        "lunch": st.none() | st.tuples(st.integers(660, 780), st.integers(30, 90)),
        "pause": st.integers(5, 30),
        "after": st.integers(45, 120),
        "wishes": st.lists(st.integers(480, 1000), max_size=3),
    }
)


@given(SHAPES)
def test_an_agenda_fills_the_hours_and_loses_nothing(shape: dict[str, Any]) -> None:
    modules = [made(f"m{n}", topics) for n, topics in enumerate(shape["modules"])]
    lunch = shape["lunch"]
    one = workshop(
        modules,
        Hours(shape["start"], shape["start"] + shape["length"]),
        days=shape["days"],
        lunch=lunch and Hours(lunch[0], sum(lunch)),
        breaks=Breaks(place=HERE, minutes=shape["pause"], after=shape["after"]),
        wishes=tuple(sorted(shape["wishes"])),
    )
    agenda, problems = plan(one, course(modules))
    assert [day.date for day in agenda.days] == list(one.dates)
    for day, planned in zip(one.days, agenda.days, strict=True):
        assert_fills(day, one, planned.slots)
    found = list(units(agenda))
    assert len(found) == len(set(found))
    kept = {(k.module, topic) for k in agenda.keeps for topic in k.topics}
    lost = {problem.code for problem in problems} & {"P201", "P209"}
    for module in modules:
        for topic in module.text.topics:
            name = (module.name, topic.id)
            assert topic.need == "more" or name in kept
            assert bool(lost) or (name in kept) == (
                any((u.module, u.part) == name for u in found)
            )
            assert name in kept or name in {(d.module, d.part) for d in agenda.dropped}
    wanted = [u for m in modules for u in found if u.module == m.name]
    assert wanted == found


def assert_fills(day: Day, one: Workshop, slots: tuple[Slot, ...]) -> None:
    """The slots follow each other from start to end, and nobody goes without a break.

    Only a single part that is longer by itself may do that, and the farewell.
    """
    assert (slots[0].hours.start, slots[-1].hours.end) == day.hours
    assert all(a.hours.end == b.hours.start for a, b in pairwise(slots))
    assert all(s.hours.minutes > 0 or s.unit for s in slots)
    since = 0
    for slot in slots:
        if slot.kind in ("pause", "lunch"):
            since = 0
            continue
        since += slot.hours.minutes
        alone = since == slot.hours.minutes or slot.kind == "closing"
        assert since <= one.breaks.after or alone
    inside = len(stretches(day, one.lunch)) > 1
    assert inside == any(slot.kind == "lunch" for slot in slots)
    lines = sessions(slots)
    assert [lines[0].hours.start, lines[-1].hours.end] == [*day.hours]


def units(agenda: Agenda) -> Iterator[Unit]:
    return (slot.unit for day in agenda.days for slot in day.slots if slot.unit)


HERE = Place("a.yaml")


def words(text: str) -> Words:
    return Words(text, "en", (Span(text),), HERE)


def made(name: str, topics: list[tuple[int, Any, tuple[int, ...]]]) -> Module:
    """Make a module of topics: minutes, need, and the minutes of their activities."""
    nothing = Text((), HERE)

    def activity(topic: int, number: int, minutes: int) -> Activity:
        return Activity(
            place=HERE,
            id=f"a{topic}-{number}",
            title=words("Do"),
            minutes=minutes,
            group=words("pairs"),
            objectives=(),
            cite=(),
            materials=nothing,
            task=words("do"),
            steps=nothing,
            product=words("it"),
            debrief=nothing,
            answers=nothing,
        )

    found = tuple(
        Topic(
            place=HERE,
            id=f"t{n}",
            title=words("Topic"),
            need=need,
            minutes=minutes,
            do=tuple(activity(n, k, m) for k, m in enumerate(games)),
        )
        for n, (minutes, need, games) in enumerate(topics)
    )
    wrap = Wrap(place=HERE, minutes=5, lessons=nothing, action=words("go"), say=nothing)
    text = ModuleText(
        place=HERE,
        id=name,
        title=words(name),
        minutes=60,
        summary=nothing,
        objectives=(),
        topics=found,
        wrap=wrap,
    )
    return Module(name, 1, text)


def course(modules: list[Module]) -> Course:
    text = CourseText(
        place=HERE,
        title=words("Course"),
        publisher=words("We"),
        edition=words("1"),
        source="en",
        languages=("en",),
        modules=tuple(one.name for one in modules),
        imprint=Text((), HERE),
    )
    return Course(text, None, tuple(modules), "en")


def workshop(
    modules: list[Module],
    hours: Hours,
    *,
    days: int = 1,
    lunch: Hours | None = None,
    breaks: Breaks | None = None,
    wishes: tuple[int, ...] = (),
) -> Workshop:
    """Make a workshop without welcome and farewell on one day, with them on several."""
    text = WorkshopText(
        place=HERE,
        title=("W",),
        dates=(),
        hours=(),
        modules=tuple(one.name for one in modules),
        opening=15 if days > 1 else 0,
        closing=15 if days > 1 else 0,
    )
    start = datetime.date(2026, 12, 1)
    return Workshop(
        name="w",
        text=text,
        days=tuple(Day(start + datetime.timedelta(n), hours) for n in range(days)),
        lunch=lunch,
        breaks=breaks or Breaks(place=HERE),
        wishes=wishes,
        langs=("en",),
        people=(),
        logo=None,
        modules=tuple(modules),
    )
