"""The whole story: read, check, translate, arrange, write."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from course import arrange
from course.arrange.deck import Deck
from course.arrange.sheet import Sheet
from course.arrange.voices import Voices
from course.catalog.store import Store, load, load_labels
from course.check import check
from course.languages import is_right_to_left, own_name
from course.model import Course, Module
from course.problems import Problem, errors, in_order
from course.read.look import read_look
from course.read.project import own_root, read_course
from course.translate import translate
from course.wording import Labels, Wording
from course.write import docx, html, pdf, pptx
from course.write.publish import publish

KINDS = ("deck", "handout", "quiz")
PICTURES = "pictures"
# Pixels per inch of the pictures on the index page.
DECK_PPI, PAGE_PPI = 30, 40
Report: TypeAlias = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What to build: everything, unless modules, languages or kinds are named."""

    root: Path
    out: Path
    modules: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = KINDS


@dataclass(frozen=True, slots=True)
class Result:
    """What was made, and what is wrong; nothing is made where an error stands."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    made: bool = True


@dataclass(frozen=True, slots=True)
class Templates:
    """The look of all outputs: a folder, and what is read from it once."""

    folder: Path
    deck: pptx.Template = field(repr=False)
    document: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A course in one language, with the wordings it needs."""

    course: Course
    voices: Voices


def build(request: Request, report: Report = lambda _: None) -> Result:
    """Make what is asked for, all files or none.

    `report` is told what is being made, for people who wait. A language with an
    error is left out; the others are made.

    Raises:
        SourceError: the course itself cannot be read.
    """
    course, problems = survey(request.root)
    if errors(problems):
        return Result((), in_order(problems), made=False)
    templates = read_templates()
    files: dict[Path, bytes] = {}
    found = list(problems)
    for lang in request.langs or course.text.languages:
        spoken, wrong = speak(request.root, course, lang)
        made: dict[Path, bytes] = {}
        for module in _chosen(spoken.course, request.modules):
            report(f"{own_name(lang)}: {module.name}")
            folder = request.out / lang / module.name
            outputs, unfit = _make(module, spoken, templates, request.kinds)
            wrong += unfit
            made |= {folder / name: data for name, data in outputs.items()}
        found += wrong
        if not errors(wrong):
            files |= made
    if files:
        index = _index(course, request, files)
        files[request.out / "index.html"] = html.write_index(index, templates.folder)
        found += publish(files)
    return Result(tuple(files), in_order(found), made=bool(files))


def survey(root: Path) -> tuple[Course, tuple[Problem, ...]]:
    """Read a course and check its sources.

    Raises:
        SourceError: the course itself cannot be read.
    """
    course, problems = read_course(root)
    found = check(course, whole=not errors(problems))
    return course, (*problems, *found)


def inspect(root: Path) -> tuple[Problem, ...]:
    """Give all that is wrong with a course: its sources, and each language's fit.

    Raises:
        SourceError: the course itself cannot be read.
    """
    course, problems = survey(root)
    found = list(problems)
    look = read_templates().deck.look
    for lang in course.text.languages:
        spoken, wrong = speak(root, course, lang)
        found += wrong
        for module in spoken.course.modules:
            found += arrange.present(spoken.course, module, spoken.voices, look)[1]
    return in_order(found)


def speak(root: Path, course: Course, lang: str) -> tuple[Spoken, list[Problem]]:
    """Give a course in a language, as far as it is translated."""
    store = Store(root, own_root())
    known, labels, problems = load(store, course, lang)
    spoken, wrong = translate(course, lang, known)
    source_labels = labels
    if lang != course.lang:
        source_labels, more = load_labels(store, course.lang)
        problems += more
    wordings = {
        course.lang: Wording(course.lang, source_labels),
        lang: Wording(lang, labels),
    }
    return Spoken(spoken, Voices(lang, wordings)), [*problems, *wrong]


def read_templates() -> Templates:
    """Read the templates that come with the program."""
    folder = (own_root() / "templates").resolve()
    data = (folder / "deck" / "civic.pptx").read_bytes()
    chart = (folder / "deck" / "chart.xml").read_text("utf-8")
    document = (folder / "paper" / "civic.docx").read_bytes()
    return Templates(folder, pptx.Template(data, read_look(data), chart), document)


def _chosen(course: Course, names: tuple[str, ...]) -> Iterable[Module]:
    return [module for module in course.modules if not names or module.name in names]


def _make(
    module: Module, spoken: Spoken, templates: Templates, kinds: tuple[str, ...]
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Make a module's files of some kinds; names as seen from the module's folder."""
    files: dict[str, bytes] = {}
    problems: tuple[Problem, ...] = ()
    if "deck" in kinds:
        deck, problems = arrange.present(
            spoken.course, module, spoken.voices, templates.deck.look
        )
        if not errors(problems):
            files |= _deck_files(deck, templates)
    if "handout" in kinds:
        files |= _handout_files(
            arrange.handout(spoken.course, module, spoken.voices), templates
        )
    if "quiz" in kinds and arrange.questions(module):
        files |= dict(_quiz_files(module, spoken, templates))
    return files, problems


def _deck_files(deck: Deck, templates: Templates) -> dict[str, bytes]:
    return {
        "deck.pptx": pptx.write(deck, templates.deck),
        f"{PICTURES}/deck.png": pdf.cover(deck, templates.folder, DECK_PPI),
    }


def _handout_files(sheet: Sheet, templates: Templates) -> dict[str, bytes]:
    return {
        "handout.pdf": pdf.write(sheet, templates.folder),
        "handout.docx": docx.write(sheet, templates.document),
        f"{PICTURES}/handout.png": pdf.picture(sheet, templates.folder, PAGE_PPI),
    }


def _quiz_files(
    module: Module, spoken: Spoken, templates: Templates
) -> Iterator[tuple[str, bytes]]:
    course, voices, folder = spoken.course, spoken.voices, templates.folder
    for version in arrange.VERSIONS:
        paper = arrange.paper(course, module, voices, version)
        key = arrange.key(course, module, voices, version)
        yield f"quiz-{version}.pdf", pdf.write(paper, folder)
        yield f"quiz-{version}-key.pdf", pdf.write(key, folder)
        yield f"{PICTURES}/quiz-{version}.png", pdf.picture(paper, folder, PAGE_PPI)
    page = html.write(arrange.online(course, module, voices), folder)
    yield "quiz.html", page


def _index(course: Course, request: Request, files: Mapping[Path, bytes]) -> html.Index:
    """List what this build makes, and what an earlier one has left beside it."""
    labels = load_labels(Store(request.root, own_root()), course.lang)[0]
    rows = []
    for lang in course.text.languages:
        spoken, _ = speak(request.root, course, lang)
        modules = tuple(
            html.ModuleRow(_title(spoken, module), groups)
            for module in spoken.course.modules
            if (groups := tuple(_groups(module.name, lang, request, files, spoken)))
        )
        side = "rtl" if is_right_to_left(lang) else "ltr"
        if modules:
            rows.append(html.LanguageRow(lang, side, own_name(lang), modules))
    title = course.text.title.plain
    return html.Index(course.lang, title, labels.index, tuple(rows))


def _title(spoken: Spoken, module: Module) -> str:
    piece = spoken.voices.settle(module.text.title)
    number = piece.wording.labels.module.format(number=module.number)
    return f"{number}  ·  {piece.parts[0].plain}"


def _groups(
    name: str, lang: str, request: Request, files: Mapping[Path, bytes], spoken: Spoken
) -> Iterator[html.Group]:
    for kind, picture, members in _groupings(spoken.voices.wording.labels):
        there = tuple(
            html.Made(f"{lang}/{name}/{file}", file, note)
            for file, note in members
            if _is_there(request.out / lang / name / file, files)
        )
        shown = request.out / lang / name / PICTURES / picture
        path = f"{lang}/{name}/{PICTURES}/{picture}" if _is_there(shown, files) else ""
        if there:
            yield html.Group(kind, there, path)


def _groupings(
    words: Labels,
) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Give each kind of output: its name, its picture, its files with a remark."""
    yield words.deck, "deck.png", (("deck.pptx", ""),)
    yield words.handout, "handout.png", (("handout.pdf", ""), ("handout.docx", ""))
    for version in arrange.VERSIONS:
        yield (
            words.quiz,
            f"quiz-{version}.png",
            (
                (f"quiz-{version}.pdf", ""),
                (f"quiz-{version}-key.pdf", words.trainers_only),
                ("quiz.html", words.quiz_online),
            ),
        )


def _is_there(path: Path, files: Mapping[Path, bytes]) -> bool:
    return path in files or path.is_file()
