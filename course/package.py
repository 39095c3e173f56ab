"""A workshop's file → one package: slides, handouts, quizzes, forms, and a zip."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from course.arrange.deck import Deck
from course.arrange.forms import FORMS
from course.arrange.guide import workshop_guide
from course.arrange.host import Host
from course.arrange.merged import Part, merged, parts_of
from course.build import (
    DEFAULT_THEME,
    Result,
    Tell,
    gate_of,
    in_no_font,
    make,
    read_templates,
)
from course.kinds import KINDS, Kind, Paper, Print
from course.labels import Labels
from course.outputs import SITE, CourseJob, Job, SiteJob, Templates
from course.planned import Planned
from course.problems import (
    Place,
    Problem,
    SourceError,
    UnknownNameError,
    errors,
    in_order,
)
from course.spoken import Tongue
from course.write.archive import pack
from course.write.publish import publish

PAPERS: tuple[Kind, ...] = ("handout", "activities", "quiz", "web")
# Where a module's papers go, by the word that their names begin with.
FOLDERS = {
    "handout": "handouts",
    "activities": "activities",
    "quiz": "quizzes",
}


@dataclass(frozen=True, slots=True)
class Request:
    """Which workshop to build and where to; languages, look, paper, if not its own."""

    file: Path
    out: Path
    langs: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = KINDS
    notes: str = ""
    theme: str = ""
    is_final: bool = False
    paper: Paper | None = None
    prints: tuple[Print, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all is made; only then there are forms and a zip."""
        return set(self.kinds) == set(KINDS)


def build_workshop(request: Request, tell: Tell = lambda _: None) -> Result:
    """Make a workshop's package; nothing, if its sources or its plan hold an error.

    A language with an error of its own is left out, the others are made.

    Raises:
        SourceError: the file, or what it names, cannot be read.
        UnknownNameError: a language or a theme is named that there is not.
    """
    gate = gate_of(request.is_final)
    planned = Planned(request.file, request.langs, request.notes, gate)
    found = list(planned.problems)
    if errors(found):
        return Result((), planned.problems)
    maker = _Maker(planned, _templates(planned, request), request)
    files: dict[str, bytes] = {}
    told: list[Tongue] = []
    for tongue in planned.tongues:
        tell(f"{planned.workshop.name}: {tongue.name}")
        made, wrong = maker.made(tongue)
        if not errors(wrong):
            files |= made
            told.append(replace(tongue, notes=""))
        found += wrong
    files |= maker.sites(told)
    if request.is_final and errors(found):
        return Result((), in_order(found))
    written, blocked = publish(_packed(files, planned, request))
    return Result(written, in_order([*found, *blocked]))


def _packed(
    files: dict[str, bytes], planned: Planned, request: Request
) -> dict[Path, bytes]:
    """Give all files with their paths; and all of them once more, in a zip."""
    workshop = planned.workshop
    folder = request.out / workshop.name
    found = {folder / name: data for name, data in files.items()}
    if files and request.is_whole:
        name = f"{workshop.name}-{workshop.dates[0]}"
        members = [(f"{name}/{path}", data) for path, data in files.items()]
        found[folder / f"{name}.zip"] = pack(members)
    return found


class _Maker:
    """Makes the files of one workshop, language by language."""

    def __init__(
        self, planned: Planned, templates: Templates, request: Request
    ) -> None:
        self.planned = planned
        self.templates = templates
        self.request = request
        self.problems: list[Problem] = []

    def made(self, tongue: Tongue) -> tuple[dict[str, bytes], list[Problem]]:
        """Make all files of a tongue; their names are as seen from the package."""
        spoken = self.planned.tell(tongue)
        self.problems = self.planned.untold(tongue)
        both = [one for one in (spoken, spoken.beside) if one]
        alone = len(both) == 1
        hosts = tuple(self.planned.host(one, alone=alone) for one in both)
        speaker = self.planned.host(spoken.notes) if spoken.notes else None
        files: dict[str, bytes] = {}
        if {"deck", "guide"} & set(self.request.kinds):
            decks = tuple(self._decks(hosts, speaker))
            files |= self._slides(decks, hosts[0].labels)
            files |= self._guides(decks, (speaker,) if speaker else hosts)
        for one in both:
            lang = one.course.lang
            files |= self._papers(Tongue(lang), "" if alone else lang)
        if not alone:
            side_by_side = replace(tongue, notes="")
            files |= self._papers(side_by_side, side_by_side.name)
        if self.request.is_whole:
            files |= self._forms(hosts)
        folder = replace(tongue, notes="").name
        return {f"{folder}/{name}": data for name, data in files.items()}, self.problems

    def _decks(
        self, hosts: tuple[Host, ...], speaker: Host | None
    ) -> Iterator[tuple[Part, Deck]]:
        """Arrange the slides, part by part."""
        first, beside = (*hosts, None)[:2]
        assert first
        look = self.templates.running(first.lang).look
        agenda, text = self.planned.agenda, self.planned.workshop.text
        for part in parts_of(agenda.days, text.decks):
            deck, unfit = merged(look, part, first, beside, speaker)
            self.problems += unfit
            yield part, deck

    def _slides(
        self, decks: tuple[tuple[Part, Deck], ...], words: Labels
    ) -> dict[str, bytes]:
        from course.write import painter, pptx

        if "deck" not in self.request.kinds:
            return {}
        templates = self.templates.running(decks[0][1].lang)
        template = pptx.Template(templates.deck, templates.look, templates.charts)
        files = {}
        for part, deck in decks:
            name = f"slides-{part.name}"
            files[f"{name}.pptx"] = pptx.write(deck, template)
            painting = painter.Painting(deck, templates.painter, words)
            files |= self._set({f"{name}.pdf": painting.slides})
        return files

    def _guides(
        self, decks: tuple[tuple[Part, Deck], ...], hosts: tuple[Host, ...]
    ) -> dict[str, bytes]:
        """Make a guide in the language of the notes, or in each on the slides."""
        from course.write import guide

        if "guide" not in self.request.kinds:
            return {}
        made = [deck for _, deck in decks]
        template = self.templates.running(made[0].lang).painter
        files: dict[str, bytes] = {}
        for host in hosts:
            sheet = workshop_guide(host, decks)
            mark = f"-{host.lang}" if len(hosts) > 1 else ""
            write = partial(guide.write, sheet, made, template)
            files |= self._set({f"guide{mark}.pdf": write})
        return files

    def _papers(self, tongue: Tongue, mark: str) -> dict[str, bytes]:
        """Make handouts and quizzes; `mark` stands in their names, if not empty.

        An own module is in one language only.
        """
        spoken = self.planned.tell(tongue)
        files = {}
        around = CourseJob(spoken, self.templates, self.planned.host(spoken))
        outputs, unfit = make(around, self.request.kinds, self.request.prints)
        self.problems += unfit
        for file, data in outputs.items():
            path = PurePosixPath(around.name, file)
            stem = "-".join(filter(None, (path.stem, mark)))
            files[str(path.with_stem(stem))] = data
        people = tuple(one.name for one in self.planned.workshop.people)
        for module in spoken.course.modules:
            if tongue.beside and self.planned.is_own(module):
                continue
            taught = self.planned.course_of(module, spoken)
            job = Job(module, taught, self.templates, people)
            name = "-".join(filter(None, (str(module.number), module.text.id, mark)))
            kinds = tuple(one for one in PAPERS if one in self.request.kinds)
            outputs, unfit = make(job, kinds, self.request.prints)
            self.problems += unfit
            for file, data in outputs.items():
                kind = next(one for one in FOLDERS if file.startswith(one))
                files[f"{FOLDERS[kind]}/{name}{file.removeprefix(kind)}"] = data
        return files

    def sites(self, told: Sequence[Tongue]) -> dict[str, bytes]:
        """Make the pages for learners, once it is known in which languages they are.

        Two languages side by side have their pages each in a folder of its own.
        """
        alone = tuple(one for one in told if not one.beside)
        files: dict[str, bytes] = {}
        for tongue in told:
            folders = {tongue.lang: SITE}
            if tongue.beside:
                both = (tongue.lang, tongue.beside)
                folders = {one: f"{SITE}-{one}" for one in both}
            for lang, folder in folders.items():
                others = [one for one in alone if one.lang != lang]
                spoken = self.planned.tell(Tongue(lang))
                job = SiteJob(spoken, self.templates, () if tongue.beside else others)
                made, _ = make(job, self.request.kinds)
                inside = PurePosixPath(tongue.name, folder)
                files |= {str(inside / name): data for name, data in made.items()}
        return files

    def _forms(self, hosts: tuple[Host, ...]) -> dict[str, bytes]:
        from course.write import form

        folder, style = self.templates.folder, self.templates.style
        return self._set(
            {
                f"{name}.pdf": partial(form.write, make_form(hosts), folder, style)
                for name, make_form in FORMS.items()
            }
        )

    def _set(self, papers: Mapping[str, Callable[[], bytes]]) -> dict[str, bytes]:
        """Make PDF files, as far as there are letters for them."""
        from course.write.typeset import MissingLettersError

        files = {}
        for name, write in papers.items():
            try:
                files[name] = write()
            except MissingLettersError as error:
                place = self.planned.workshop.text.place
                self.problems.append(in_no_font(place, error.letters))
        return files


def _templates(planned: Planned, request: Request) -> Templates:
    """Give the templates of the theme that is asked for, else of the workshop's own.

    A template of one's own is named as seen from the workshop's file.

    Raises:
        SourceError: there is no such theme, or the template cannot be used.
    """
    text = planned.workshop.text
    paper = request.paper or text.paper
    if request.theme or not text.theme:
        return read_templates(request.theme or DEFAULT_THEME, paper)
    beside = planned.folder / text.theme
    try:
        return read_templates(str(beside) if beside.is_file() else text.theme, paper)
    except UnknownNameError as error:
        place = text.place.of("theme")
        raise SourceError([no_such_theme(place, str(error), error.hint)]) from error


def no_such_theme(place: Place, what: str, hint: str) -> Problem:
    """P114: a workshop wants a look that there is not.

    It is the name of a theme, or the path of a PowerPoint template, as seen from the
    workshop's file.
    """
    return Problem(place, "P114", what, hint)
