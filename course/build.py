"""The whole story: read, check, translate, arrange, write."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias

from course.check import check
from course.kinds import DEFAULT_PAPER, KINDS, Kind, Paper, Print
from course.languages import PSEUDO, is_known, is_pseudo
from course.model import Course
from course.outputs import COURSE, SITE, CourseJob, Job, SiteJob, Templates, Work
from course.problems import (
    Place,
    Problem,
    SourceError,
    UnknownNameError,
    errors,
    in_order,
)
from course.read.project import own_root, read_course
from course.read.template import read_template
from course.read.theme import is_theme, legible, read_theme
from course.read.theme_check import check_template
from course.slots import words_in
from course.spoken import (
    Gate,
    Speaker,
    Spoken,
    Tongue,
    pick_language,
    pick_tongues,
    tongues_in,
)
from course.write.publish import publish

Tell: TypeAlias = Callable[[str], None]
DEFAULT_THEME = "civic"


@dataclass(frozen=True, slots=True)
class Request:
    """What to build: everything, unless modules, languages or kinds are named.

    Languages are wishes: `zh`, `zh-CN` and `zh_Hans` mean the same, and `zh+en` means
    slides and papers in both. `notes` is the language of the slides' notes, if another.
    The theme is one of ours, or the path of a PowerPoint template. `prints` are made
    besides. What is final is made only if no language has an error, and nothing is
    untranslated or in doubt.
    """

    root: Path
    out: Path
    modules: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = KINDS
    notes: str = ""
    theme: str = DEFAULT_THEME
    is_final: bool = False
    paper: Paper = DEFAULT_PAPER
    prints: tuple[Print, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What was made, and what is wrong; an error keeps files from being made."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def build(request: Request, tell: Tell = lambda _: None) -> Result:
    """Make what is asked for; nothing, if the sources hold an error.

    A language with an error of its own is left out, the others are made; one that is a
    test of layouts is made all the same. A draft is made of wrong translations, too; of
    what is final either all is made or nothing. `tell` is called with what is being
    made, for people who wait.

    Raises:
        SourceError: the course itself, or the template, cannot be read.
        UnknownNameError: the request names a language, a module or a theme that there
            is not.
    """
    course, problems = survey(request.root)
    tongues = pick_tongues(course, request.langs, request.notes)
    modules = pick_modules(course, request.modules)
    templates = read_templates(request.theme, request.paper)
    if errors(problems):
        return Result((), in_order(problems))
    files: dict[Path, bytes] = {}
    found = list(problems)
    speaker = Speaker(request.root, course, gate_of(request.is_final))
    jobs: dict[Tongue, tuple[Work, ...]] = {}
    told: list[Tongue] = []
    for tongue in tongues:
        spoken, wrong = speaker.tell(tongue)
        jobs[tongue] = _jobs(spoken, templates)
        made: dict[Path, bytes] = {}
        for job in jobs[tongue]:
            if job.name in modules and not isinstance(job, SiteJob):
                tell(f"{spoken.name}: {job.name}")
                folder = request.out / tongue.name / job.name
                outputs, unfit = make(job, request.kinds, request.prints)
                made |= {folder / name: data for name, data in outputs.items()}
                wrong += unfit
        is_whole = not errors(wrong) or is_pseudo(tongue.lang)
        if is_whole:
            files |= made
            told.append(tongue)
        found += wrong
    if request.is_final and errors(found):
        return Result((), in_order(found))
    if SITE in modules:
        files |= _sites(speaker, request, told, templates)
    if files and "index" in request.kinds:
        files |= _index(speaker, request, jobs, templates, files)
    written, blocked = publish(files)
    return Result(written, in_order([*found, *blocked]))


def gate_of(is_final: bool) -> Gate:
    """Give how much translations must hold, in a draft or in what is final."""
    return Gate.FINAL if is_final else Gate.DRAFT


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
    langs = filter(is_known, course.text.languages)
    return in_order([*problems, *_inspect_languages(root, course, langs)])


def inspect_translations(root: Path, wishes: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Give all that is wrong with a course's translations, in all languages or some.

    Raises:
        SourceError: the course itself cannot be read.
        UnknownNameError: the course does not have a language that is named.
    """
    course, problems = read_course(root)
    if errors(problems):
        raise SourceError(problems)
    langs = [pick_language(course, one) for one in wishes] or course.text.languages
    others = [one for one in dict.fromkeys(langs) if one != course.lang]
    return in_order(_inspect_languages(root, course, filter(is_known, others)))


def _inspect_languages(
    root: Path, course: Course, langs: Iterable[str]
) -> list[Problem]:
    found: list[Problem] = []
    templates = read_templates()
    speaker = Speaker(root, course)
    for lang in langs:
        spoken, wrong = speaker.tell(Tongue(lang))
        found += wrong
        for module in spoken.course.modules:
            found += Job(module, spoken, templates).problems
    return found


def read_templates(
    theme: str = DEFAULT_THEME, paper: Paper = DEFAULT_PAPER
) -> Templates:
    """Give the templates of a theme: one of ours, or the path of one's own.

    That is a theme's file, which changes one of ours; or a PowerPoint template: paper
    and web pages beside an institute's own slides have our own look.

    Raises:
        SourceError: the theme's file, or the PowerPoint template, cannot be used.
        UnknownNameError: there is no theme of that name.
    """
    folder = (own_root() / "templates").resolve()
    known = sorted(path.stem for path in folder.glob("*.yaml"))
    if theme in known:
        return Templates(folder, theme, paper=paper)
    path = Path(theme).expanduser()
    if is_theme(path):
        own, _ = read_theme(path)
        return Templates(folder, own.text.base, paper=paper, own=own)
    if path.suffix or path.name != theme:
        wrong = errors(check_template(path))
        if wrong:
            raise SourceError(wrong)
        ours = Templates(folder, DEFAULT_THEME)
        deck = read_template(path, ours.deck)
        return Templates(folder, DEFAULT_THEME, deck, paper)
    raise UnknownNameError(
        f"there is no theme “{theme}”",
        f"{_meant(theme, known)}; or name your own: my-theme.yaml, my-template.pptx",
    )


def inspect_theme(path: Path) -> tuple[Problem, ...]:
    """Give all that is wrong with a theme's file, or a PowerPoint template lacks.

    Raises:
        SourceError: the file cannot be read.
    """
    if not is_theme(path):
        return check_template(path)
    own, problems = read_theme(path)
    base = read_templates(own.text.base).style
    return in_order([*problems, *legible(own, base)])


def pick_modules(course: Course, names: tuple[str, ...]) -> tuple[str, ...]:
    """Give the names of modules, all if none is named.

    Raises:
        UnknownNameError: the course does not have a module that is named.
    """
    known = (*course.text.modules, COURSE, SITE)
    for name in names:
        if name not in known:
            hint = _meant(name, known)
            raise UnknownNameError(f"the course has no module “{name}”", hint)
    return names or known


def _meant(name: str, known: Sequence[str]) -> str:
    """Give the name that was meant, or all that there are."""
    near = get_close_matches(name, known, 1)
    return f"did you mean {near[0]}?" if near else "there are " + ", ".join(known)


def make(
    job: Work, kinds: tuple[Kind, ...], prints: tuple[Print, ...] = ()
) -> tuple[dict[str, bytes], list[Problem]]:
    """Make the files of some kinds; names as seen from their folder.

    Variants in print are made only where they are asked for.
    """
    from course.write.typeset import MissingLettersError

    files: dict[str, bytes] = {}
    missing: dict[str, Problem] = {}
    for output in job.outputs:
        if output.is_asked_for(kinds, prints) and output.is_made_of(job):
            try:
                files |= output.files(job)
            except MissingLettersError as error:
                place = _place_of(error.letters, job)
                missing[error.letters] = in_no_font(place, error.letters)
    unfit = job.problems if {"deck", "guide", "index"} & set(kinds) else ()
    return files, [*unfit, *missing.values()]


def _place_of(letters: str, job: Work) -> Place:
    """Find where some letters stand in a module's words, or in the course's own."""
    course = job.spoken.course
    for words in words_in((job.source, course.text, course.report)):
        if letters in words.plain:
            return words.place
    return job.source.place


def _jobs(spoken: Spoken, templates: Templates) -> tuple[Work, ...]:
    """Give a job for each module, for what stands around them, and for the pages."""
    modules = (Job(one, spoken, templates) for one in spoken.course.modules)
    return (*modules, CourseJob(spoken, templates), SiteJob(spoken, templates))


def _sites(
    speaker: Speaker,
    request: Request,
    told: Sequence[Tongue],
    templates: Templates,
) -> dict[Path, bytes]:
    """Make the pages for learners, once it is known in which languages they are.

    Those that an earlier build has left are linked as well.
    """
    left = (one for one in tongues_in(request.out, speaker.course))
    there = {one for one in left if (request.out / one.name / SITE).is_dir()}
    every = sorted({*told, *there}, key=lambda one: one.name)
    files: dict[Path, bytes] = {}
    for tongue in told:
        others = [one for one in every if one != tongue and not one.beside]
        job = SiteJob(speaker.tell(tongue)[0], templates, others)
        outputs, _ = make(job, request.kinds)
        folder = request.out / tongue.name / SITE
        files |= {folder / name: data for name, data in outputs.items()}
    return files


def _index(
    speaker: Speaker,
    request: Request,
    jobs: Mapping[Tongue, tuple[Work, ...]],
    templates: Templates,
    files: dict[Path, bytes],
) -> dict[Path, bytes]:
    """Make the page that lists all outputs, in the course's order of languages."""
    from course.index import NAME, index
    from course.write.html import write_index

    course = speaker.course
    every = {*jobs, *tongues_in(request.out, course)}
    told = [
        jobs.get(one) or _jobs(speaker.tell(one)[0], templates)
        for lang in (*course.text.languages, *PSEUDO)
        for one in sorted(every, key=lambda tongue: tongue.name)
        if one.lang == lang
    ]
    page = index(course, request.out, told, files)
    data = write_index(page, templates.folder, templates.style)
    return {request.out / NAME: data}


def in_no_font(place: Place, letters: str) -> Problem:
    """B101: a letter is in no font that comes with the program.

    On paper it would be an empty box. It may be an emoji, a very rare Han character,
    or a letter of a script that the program does not set yet: it sets Latin, Greek,
    Cyrillic, Chinese, Arabic and Hebrew. Write it in another way. Slides for
    PowerPoint, Word documents and web pages are made all the same, with fonts of the
    computer; only PDF files and pictures that hold the letter are left out.
    """
    codes = " ".join(f"U+{ord(letter):04X}" for letter in letters[:3])
    return Problem(
        place,
        "B101",
        f"no font has the letter “{letters[:3]}” ({codes})",
        "write it in another way",
    )
