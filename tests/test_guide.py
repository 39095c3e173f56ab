"""The facilitator guide: nothing that a trainer would miss is missing."""

import re
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from course.arrange.guide import workshop_guide
from course.arrange.guide.groups import groups_of, stages, times, written
from course.arrange.merged import merged, parts_of
from course.arrange.sheet import (
    FormTable,
    Framed,
    Line,
    Part,
    Point,
    Points,
    Prose,
    Quoted,
    Sheet,
    Shown,
    Step,
    TableFigure,
)
from course.build import Request, build, survey
from course.labels import Labels
from course.labels.guide import GuideLabels
from course.model import (
    Choice,
    FillIn,
    Judge,
    Matching,
    Module,
    Ordering,
    Question,
    ShortAnswer,
    TextSlide,
)
from course.outputs import Job
from course.package import Request as Package
from course.package import build_workshop
from course.planned import Planned
from course.problems import Place
from course.read.project import own_root
from course.spoken import Tongue, speak
from course.text import Span, Text, Words
from course.wording import Wording
from tests.conftest import BEES, ROOT
from tests.test_paper import TEMPLATES, are_readable

LANGS = ("en", "zh_Hans")
NAMES = ("1-introduction", "2-law-and-policy", "5-united-nations")
ONE_DAY = ROOT / "tests" / "workshops" / "one-day.yaml"
TWO_DAYS = """\
title: Two days
dates: [2026-12-01, 2026-12-02]
hours: 09:00–17:00
lunch: 12:00–13:30
languages: [{languages}]
decks: half-day
audience: 18
modules: [1-introduction, 5-united-nations]
"""


def job_of(lang: str, name: str, root: Path | None = None) -> Job:
    course, _ = survey(root or own_root())
    spoken, _ = speak(root or own_root(), course, lang)
    (module,) = (one for one in spoken.course.modules if one.name == name)
    return Job(module, spoken, TEMPLATES)


@pytest.fixture(scope="module", params=[(g, n) for g in LANGS for n in NAMES])
def job(request: pytest.FixtureRequest) -> Job:
    return job_of(*request.param)


def parts_in(sheet: Sheet) -> Iterator[Part]:
    for section in sheet.sections:
        yield from section.parts


def all_of(sheet: Sheet, kind: type) -> list[Any]:
    return [part for part in parts_in(sheet) if isinstance(part, kind)]


def solid(text: str) -> str:
    return "".join(text.split()).replace("\xad", "")


def pages_of(data: bytes) -> list[Any]:
    return list(pdfium.PdfDocument(data))


def letters_of(page: Any) -> str:
    return solid(page.get_textpage().get_text_range())


def pdf_of(job: Job) -> bytes:
    (output,) = (one for one in job.outputs if one.file == "guide.pdf")
    return output.files(job)["guide.pdf"]


def minutes_of(written: str) -> int:
    hours, minutes = written.split(":")
    return int(hours) * 60 + int(minutes)


# A module


def test_every_slide_stands_there_once(job: Job) -> None:
    shown = all_of(job.guide, Shown)
    assert [one.picture for one in shown] == list(range(len(job.deck.slides)))
    for one, slide in zip(shown, job.deck.slides, strict=True):
        assert one.alt.startswith(slide.headline)


def test_minutes_add_up_to_those_of_the_module(job: Job) -> None:
    some = all_of(job.guide, Step)
    assert some[0].start == "0:00"
    assert all(one.end == other.start for one, other in pairwise(some))
    assert minutes_of(some[-1].end) == job.module.text.minutes
    (plan,) = (t for t in all_of(job.guide, TableFigure) if len(t.head) == 6)
    assert sum(int(row[1].plain) for row in plan.rows) == job.module.text.minutes
    assert [row[0].plain for row in plan.rows] == [one.start for one in some]


def test_the_plan_says_who_does_what_with_what(job: Job) -> None:
    (plan,) = (t for t in all_of(job.guide, TableFigure) if len(t.head) == 6)
    for row, one in zip(plan.rows, all_of(job.guide, Step), strict=True):
        words = row[3].plain
        assert job.labels.trainer_does in words
        assert job.labels.people_do in words
        assert ".." not in words
        assert "。。" not in words
        played = one.title.plain.startswith(job.labels.activity[:2])
        assert (job.labels.materials in words) == played, words


def keyed_words(question: Question) -> Iterator[tuple[str, Words]]:
    """Give what a key says of a question; a sentence is parted by its blanks."""
    if not isinstance(question, FillIn):
        yield "stem", question.stem
    match question:
        case Choice():
            for option in question.options:
                yield from (("option", option.words), ("why", option.why))
        case Matching():
            yield from (("why", pair.why) for pair in question.pairs)
        case Judge():
            yield from (("why", question.why_true), ("why", question.why_false))
        case Ordering():
            for step in question.steps:
                yield from (("step", step.step), ("why", step.why))
        case FillIn():
            yield from (("why", blank.why) for blank in question.blanks)
        case ShortAnswer():
            yield from (("answer", words) for words in question.answer.words)
            for mark in question.marks:
                yield from (("point", mark.point), ("why", mark.why))


def told_in(module: Module) -> Iterator[tuple[str, Text | Words | None]]:
    """Give all that a trainer must find in the guide, and what it is."""
    text = module.text
    for topic in text.topics:
        yield "say", topic.say
        yield "editor", topic.editor
        for shown in topic.show:
            yield "say", shown.say
            yield "answers", shown.answers if isinstance(shown, TextSlide) else None
        for one in topic.do:
            for name in ("materials", "task", "steps", "product", "cards"):
                yield name, getattr(one, name)
            yield from (("debrief", one.debrief), ("answers", one.answers))
        for question in topic.questions:
            yield from keyed_words(question)
    yield "say", text.wrap.say
    for objective in text.objectives:
        yield "objective", objective.text
    for myth in text.myths:
        yield from (("myth", myth.myth), ("fact", myth.fact))
    if text.guide:
        for name in ("prepare", "short", "long", "care"):
            yield name, getattr(text.guide, name)


def lines_of(told: Text | Words | None) -> Iterator[str]:
    if isinstance(told, Text):
        yield from (words.plain for words in told.words)
    elif told:
        yield told.plain


def printed(parts: Any) -> str:
    """Give all words of parts, without blanks."""
    if isinstance(parts, Line):
        return solid(parts.plain)
    if isinstance(parts, tuple):
        return "|".join(map(printed, parts))
    if isinstance(parts, str):
        return solid(parts)
    if hasattr(parts, "__dataclass_fields__"):
        return "|".join(printed(getattr(parts, one.name)) for one in fields(parts))
    return ""


def test_all_that_is_said_done_and_asked_stands_there(job: Job) -> None:
    sheet = printed(tuple(parts_in(job.guide)))
    count = 0
    for what, told in told_in(job.module):
        for words in lines_of(told):
            assert solid(words) in sheet, (what, words)
            count += 1
    assert count > 100


def test_the_pdf_holds_all_words_of_its_sheet_and_nothing_overflows(job: Job) -> None:
    pages = pages_of(pdf_of(job))
    letters = "".join(map(letters_of, pages))
    assert all(map(are_readable, pages))
    for part in parts_in(job.guide):
        for line in line_by_line(part):
            assert solid(line.plain)[:12] in letters, line.plain


def line_by_line(part: Part | Point) -> Iterator[Line]:
    match part:
        case Prose(text) | Step(title=text):
            yield text
        case Points(points) | Point(points=points):
            if isinstance(part, Point):
                yield part.text
            for point in points:
                yield from line_by_line(point)
        case Quoted(lines):
            yield from lines
        case Framed(parts=parts) | Shown(parts=parts):
            for one in parts:
                yield from line_by_line(one)
        case TableFigure(rows=rows) | FormTable(rows=rows):
            yield from (c for row in rows for c in row if isinstance(c, Line))
        case _:
            pass


def test_a_slide_is_never_parted_from_its_notes(job: Job) -> None:
    pages = [letters_of(page) for page in pages_of(pdf_of(job))]
    for one in all_of(job.guide, Shown):
        first = next((line for part in one.parts for line in line_by_line(part)), None)
        wanted = [solid(one.label), solid(first.plain)[:20] if first else ""]
        page = next(page for page in pages if re.search(f"{wanted[0]}(?!\\d)", page))
        assert any(wanted[1] in page and wanted[0] in page for page in pages), one.label
        assert wanted[1] in page or pages.index(page) < 3, one.label


def test_a_guide_is_tagged_and_small(job: Job) -> None:
    data = pdf_of(job)
    document = pdfium.PdfDocument(data)
    assert document.is_tagged()
    assert b"pdfuaid" in data
    assert document.get_metadata_value("Title").startswith(
        job.module.text.title.plain[:5]
    )
    assert len(data) < 3_000_000


def test_pages_say_what_is_on_and_when() -> None:
    job = job_of("en", "2-law-and-policy")
    pages = [letters_of(page) for page in pages_of(pdf_of(job))]
    gallery = [page for page in pages if "Activity:Galleryofpractice" in page]
    assert any("0:30–1:10" in page[:120] for page in gallery)
    (key,) = (page for page in pages if "Allanswersataglance" in page)
    assert not re.match(r".{0,120}\d:\d\d–\d:\d\d", key)


def test_what_may_be_dropped_is_told_with_its_minutes(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace(
        "minutes: 5\n", "minutes: 5\n    need: more\n"
    )
    path.write_text(text, "utf-8")
    guide = printed(tuple(parts_in(job_of("en", "hive", bees).guide)))
    assert "Iftimeisshort" in guide
    assert solid("A light hive needs help before winter: saves 30 min") in guide
    assert "maybedropped" in guide
    whole = printed(tuple(parts_in(job_of("en", "hive", BEES).guide)))
    assert "Iftimeisshort" not in whole


ADVICE = """\
guide:
  prepare: |
    - Oil the *smoker*
  short: |
    - Leave out the scale
  long: |
    - Visit a second hive
  care: |
    - Ask who is allergic
myths:
  - { myth: Bees are angry., fact: "They guard [¶1]." }
"""


def test_the_authors_advice_stands_there(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    path.write_text(path.read_text("utf-8") + ADVICE, "utf-8")
    job = job_of("en", "hive", bees)
    letters = "".join(map(letters_of, pages_of(pdf_of(job))))
    for words in (
        "Oil the smoker",
        "Leave out the scale",
        "If there is more time",
        "Visit a second hive",
        "Do no harm",
        "Ask who is allergic",
        "Bees are angry.",
        "They guard.",
    ):
        assert solid(words) in letters, words


def test_what_is_not_translated_is_marked(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace("Wash your hands", "Wash your feet")
    path.write_text(text, "utf-8")
    marked = [s for s in job_of("fr", "hive", bees).guide.sections if s.mark]
    assert [one.name for one in marked] == ["hive/lessons", "how-many-frames"]
    assert marked[0].lang == "en"


def test_only_the_first_module_begins_with_the_icebreaker() -> None:
    first = printed(tuple(parts_in(job_of("en", NAMES[0]).guide)))
    second = printed(tuple(parts_in(job_of("en", NAMES[1]).guide)))
    assert solid("Two lines on a card") in first
    assert solid("Two lines on a card") not in second


def test_a_guide_alone_can_be_asked_for(bees: Path) -> None:
    result = build(Request(bees, bees / "out", langs=("en",), kinds=("guide",)))
    assert [path.name for path in result.files] == ["guide.pdf"]


# Groups


def words(text: str, lang: str = "en") -> Words:
    return Words(text, lang, (Span(text),), Place("x", 1))


@pytest.mark.parametrize(
    ("text", "people", "groups"),
    [
        ("groups of 4", 20, ["5 × 4"]),
        ("groups of 4", 18, ["2 × 5 + 2 × 4"]),
        ("groups of 4", 19, ["4 × 4 + 1 × 3"]),
        ("pairs", 15, ["6 × 2 + 1 × 3"]),
        ("pairs, then tables of 4", 16, ["8 × 2", "4 × 4"]),
        ("alone, then pairs", 12, ["12 × 1", "6 × 2"]),
        ("4 groups of 3–5", 16, ["4 × 4"]),
        ("4 groups of 3–5", 7, ["1 × 4 + 1 × 3"]),
        ("groups of 4 to 6", 20, ["4 × 5"]),
        ("groups of five to seven people, each with one speaker", 18, ["3 × 6"]),
        ("in the plenary", 18, []),
        ("groups of 4", 1, ["1 × 1"]),
    ],
)
def test_groups_are_counted_for_any_number_of_people(
    text: str, people: int, groups: list[str]
) -> None:
    wording = Wording("en", Labels())
    found = [written(one.split(people), wording) for one in stages(words(text))]
    assert [one.replace("\xa0", " ") for one in found] == groups


@pytest.mark.parametrize("text", ["4人一组", "每组4人", "四人一组", "4人小组"])
def test_groups_are_counted_from_chinese_words(text: str) -> None:
    (stage,) = stages(words(text, "zh_Hans"))
    assert stage.split(20) == (4,) * 5


def test_every_group_of_the_shipped_course_is_understood() -> None:
    course, _ = survey(own_root())
    for module in course.modules:
        for topic in module.text.topics:
            for one in topic.do:
                assert stages(one.group), one.group.plain


def test_materials_are_counted_by_whom_they_are_for() -> None:
    some = stages(words("pairs, then tables of 4"))
    assert times(words("the list, one for each pair"), some, 16) == (8,)
    assert times(words("a sheet for each table"), some, 16) == (4,)
    assert times(words("a pen for each person"), some, 16) == (16,)
    assert times(words("five signs on the wall"), some, 16) == ()
    assert groups_of(some, 16) == 4


# A workshop


def planned_in(folder: Path, languages: str) -> Planned:
    file = folder / "two-days.yaml"
    file.write_text(TWO_DAYS.format(languages=languages), "utf-8")
    return Planned(file)


def sheet_of(planned: Planned, lang: str) -> tuple[Sheet, list[int]]:
    """Give a workshop's guide, and how many slides each of its decks has."""
    host = planned.host(planned.tell(Tongue(lang)))
    decks = [
        (part, merged(TEMPLATES.look, part, host, None, None)[0])
        for part in parts_of(planned.agenda.days, planned.workshop.text.decks)
    ]
    return workshop_guide(host, decks), [len(deck.slides) for _, deck in decks]


@pytest.mark.parametrize("lang", LANGS)
def test_a_workshops_guide_goes_by_the_clock(tmp_path: Path, lang: str) -> None:
    planned = planned_in(tmp_path, "en, zh")
    sheet, counts = sheet_of(planned, lang)
    slots = [slot for day in planned.agenda.days for slot in day.slots]
    found = all_of(sheet, Step)
    assert [minutes_of(one.start) for one in found] == [s.hours.start for s in slots]
    assert [minutes_of(one.end) for one in found] == [s.hours.end for s in slots]
    shown = all_of(sheet, Shown)
    assert [one.picture for one in shown] == list(range(sum(counts)))
    numbers = [int(re.sub(r"\D", "", one.label)) for one in shown]
    assert numbers == [n for count in counts for n in range(1, count + 1)]


def test_a_workshops_guide_counts_its_people(tmp_path: Path) -> None:
    sheet, _ = sheet_of(planned_in(tmp_path, "en"), "en")
    guide = printed(tuple(parts_in(sheet)))
    assert "18people" in guide
    assert "20people" not in guide
    tables = all_of(sheet, FormTable)
    rows = {
        row[0].plain: row[1].plain
        for table in tables
        for row in table.rows
        if len(row) == 3
    }
    assert rows["Name plates"] == "18"
    assert rows["Sign-in sheet"] == "1"
    assert rows["Which door?: cards to cut out, 8 in a set"] == "4"
    assert rows["Test before the course"] == "18"


def test_a_package_has_a_guide_in_the_language_of_the_notes(tmp_path: Path) -> None:
    result = build_workshop(Package(ONE_DAY, tmp_path, kinds=("guide",)))
    (path,) = result.files
    assert path.name == "guide.pdf"
    letters = "".join(map(letters_of, pages_of(path.read_bytes())))
    assert "Facilitatorguide" in letters
    assert all(map(are_readable, pages_of(path.read_bytes())))


def test_a_package_in_two_languages_has_a_guide_in_each(tmp_path: Path) -> None:
    file = tmp_path / "two-days.yaml"
    text = TWO_DAYS.format(languages="zh+en").replace("1-introduction, ", "")
    file.write_text(text, "utf-8")
    result = build_workshop(Package(file, tmp_path / "out", kinds=("guide",)))
    names = sorted(path.name for path in result.files)
    assert names == ["guide-en.pdf", "guide-zh_Hans.pdf"]


# Words


def test_no_label_hides_one_of_the_guide() -> None:
    own = set(vars(Labels)["__annotations__"])
    assert not own & {one.name for one in fields(GuideLabels)}
