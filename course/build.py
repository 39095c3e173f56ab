"""The whole story: read, check, translate, arrange, write."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias

from course.arrange.voices import Voices
from course.catalog.store import Store, load, load_labels
from course.check import check
from course.check.translation import check_translation
from course.kinds import KINDS, Kind
from course.languages import is_known, own_name, pick
from course.model import Course
from course.outputs import OUTPUTS, Job, Spoken, Templates
from course.problems import Place, Problem, errors, in_order
from course.read.project import own_root, read_course
from course.slots import words_in
from course.translate import translate
from course.wording import Wording
from course.write.publish import publish

Tell: TypeAlias = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What to build: everything, unless modules, languages or kinds are named.

    Languages are wishes: `zh`, `zh-CN` and `zh_Hans` mean the same.
    """

    root: Path
    out: Path
    modules: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = KINDS


@dataclass(frozen=True, slots=True)
class Result:
    """What was made, and what is wrong; an error keeps files from being made."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


class UnknownNameError(Exception):
    """Raised where a request names what the course does not have."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)


def build(request: Request, tell: Tell = lambda _: None) -> Result:
    """Make what is asked for; nothing, if the sources hold an error.

    A language with an error of its own is left out, the others are made. `tell` is
    called with what is being made, for people who wait.

    Raises:
        SourceError: the course itself cannot be read.
        UnknownNameError: the request names a language or a module it does not have.
    """
    course, problems = survey(request.root)
    langs = pick_languages(course, request.langs)
    modules = _pick_modules(course, request.modules)
    if errors(problems):
        return Result((), in_order(problems))
    templates = read_templates()
    files: dict[Path, bytes] = {}
    found = list(problems)
    told: dict[str, Spoken] = {}
    for lang in langs:
        told[lang], wrong = speak(request.root, course, lang)
        made: dict[Path, bytes] = {}
        for module in told[lang].course.modules:
            if module.name in modules:
                tell(f"{own_name(lang)}: {module.name}")
                job = Job(module, told[lang], templates)
                folder = request.out / lang / module.name
                outputs, unfit = _make(job, request.kinds)
                made |= {folder / name: data for name, data in outputs.items()}
                wrong += unfit
        files |= {} if errors(wrong) else made
        found += wrong
    if files and "index" in request.kinds:
        files |= _index(course, request, told, files)
    written, blocked = publish(files)
    return Result(written, in_order([*found, *blocked]))


def survey(root: Path) -> tuple[Course, tuple[Problem, ...]]:
    """Read a course and check its sources.

    Raises:
        SourceError: the course itself cannot be read.
    """
    course, problems = read_course(root)
    return course, (*problems, *check(course, whole=not errors(problems)))


def inspect(root: Path) -> tuple[Problem, ...]:
    """Give all that is wrong with a course: its sources, and each language's fit.

    Raises:
        SourceError: the course itself cannot be read.
    """
    course, problems = survey(root)
    found = list(problems)
    templates = read_templates()
    for lang in filter(is_known, course.text.languages):
        spoken, wrong = speak(root, course, lang)
        found += wrong
        for module in spoken.course.modules:
            found += Job(module, spoken, templates).problems
    return in_order(found)


def speak(root: Path, course: Course, lang: str) -> tuple[Spoken, list[Problem]]:
    """Give a course in a language, as far as it is translated."""
    store = Store(root, own_root())
    known, labels, problems = load(store, course, lang)
    spoken, wrong = translate(course, lang, known)
    found = [*problems, *wrong]
    source_labels = labels
    if lang != course.lang:
        source_labels, more = load_labels(store, course.lang)
        found += [*more, *check_translation(spoken)]
    wordings = {
        course.lang: Wording(course.lang, source_labels),
        lang: Wording(lang, labels),
    }
    return Spoken(spoken, Voices(lang, wordings)), found


def read_templates() -> Templates:
    """Give the templates that come with the program."""
    return Templates((own_root() / "templates").resolve())


def pick_languages(course: Course, wishes: Iterable[str]) -> tuple[str, ...]:
    """Give the course's languages that are meant; all of them where none is named.

    Raises:
        UnknownNameError: the course does not have a language that is named.
    """
    known = course.text.languages
    found = []
    for wish in wishes:
        lang = pick(wish, known)
        if lang is None:
            hint = "it has " + ", ".join(known)
            raise UnknownNameError(f"the course has no language “{wish}”", hint)
        found.append(lang)
    return tuple(dict.fromkeys(found)) or known


def _pick_modules(course: Course, names: tuple[str, ...]) -> tuple[str, ...]:
    known = course.text.modules
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else "it has " + ", ".join(known)
            raise UnknownNameError(f"the course has no module “{name}”", hint)
    return names or known


def _make(job: Job, kinds: tuple[Kind, ...]) -> tuple[dict[str, bytes], list[Problem]]:
    """Make a module's files of some kinds; names as seen from the module's folder."""
    from course.write.pdf import MissingLettersError

    files: dict[str, bytes] = {}
    missing: dict[str, Problem] = {}
    for output in OUTPUTS:
        if output.kind in kinds and output.is_made_of(job.module):
            try:
                files[output.file] = output.make(job)
            except MissingLettersError as error:
                place = _place_of(error.letters, job)
                missing[error.letters] = in_no_font(place, error.letters)
    unfit = job.problems if {"deck", "index"} & set(kinds) else ()
    return files, [*unfit, *missing.values()]


def _place_of(letters: str, job: Job) -> Place:
    """Find where some letters stand in a module's words, or in the course's own."""
    course = job.spoken.course
    for words in words_in((job.module.text, course.text, course.report)):
        if letters in words.plain:
            return words.place
    return job.module.text.place


def _index(
    course: Course,
    request: Request,
    told: dict[str, Spoken],
    files: dict[Path, bytes],
) -> dict[Path, bytes]:
    """Make the page that lists all outputs, in the course's order of languages."""
    from course.index import NAME, index
    from course.write.html import write_index

    every = {
        lang: told.get(lang) or speak(request.root, course, lang)[0]
        for lang in course.text.languages
        if lang in told or (request.out / lang).is_dir()
    }
    page = index(course, request.out, every, files)
    return {request.out / NAME: write_index(page, read_templates().folder)}


def in_no_font(place: Place, letters: str) -> Problem:
    """B101: a letter is in no font that comes with the program.

    On paper it would be an empty box. It may be an emoji, a very rare Han character,
    or a letter of a script that the program does not set yet. Write it in another
    way.
    """
    codes = " ".join(f"U+{ord(letter):04X}" for letter in letters[:3])
    return Problem(
        place,
        "B101",
        f"no font has the letter “{letters[:3]}” ({codes})",
        "write it in another way",
    )
