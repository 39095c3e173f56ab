"""In which language a course is told: one, or two side by side; who says the notes."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from enum import Enum
from pathlib import Path

from course.arrange.voices import Standing, Voices
from course.catalog.memory import Memory
from course.catalog.store import Store, load, load_labels, own_labels, terms_in
from course.check.copied import copied_rules
from course.check.terms import term_rules
from course.check.translation import (
    check_labels,
    check_translation,
    is_of_translation,
)
from course.labels import Labels
from course.languages import is_known, is_pseudo, own_name, pick
from course.model import Course
from course.problems import Problem, Severity, UnknownNameError
from course.pseudo import pseudo
from course.read.commit import commit
from course.read.project import own_root
from course.slots import Known, catalogs
from course.terms import termbase
from course.translate import in_order, translate
from course.wording import Wording

AND = "+"
NOTES = "-notes-"
# Messages or labels that are not translated, or in doubt.
UNTRANSLATED = ("T107", "T111", "T113")


class Gate(Enum):
    """How much a translation must hold before outputs are made of it.

    To look at a draft one need not mend every translation; what is final has none that
    is wrong, in doubt or missing.
    """

    CHECK = "as the rules tell"
    DRAFT = "faults of translations are warnings"
    FINAL = "what is not translated is an error"

    def weigh(self, problem: Problem) -> Problem:
        """Give a problem with the weight that it has at this gate."""
        if problem.severity is Severity.NOTE:
            return problem
        if self is Gate.DRAFT and is_of_translation(problem):
            return replace(problem, severity=Severity.WARNING)
        if self is Gate.FINAL and problem.code in UNTRANSLATED:
            return replace(problem, severity=Severity.ERROR)
        return problem


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of all outputs; one beside it on slides and papers; of the notes.

    The last two are mostly empty.
    """

    lang: str
    beside: str = ""
    notes: str = ""

    @property
    def name(self) -> str:
        """How a person asks for it, and the name of its folder: `zh_Hans+en`."""
        both = AND.join(filter(None, (self.lang, self.beside)))
        return NOTES.join(filter(None, (both, self.notes)))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A course in one language, with the wordings it needs.

    Another language may stand `beside` it, or speak the `notes` of slides.
    """

    course: Course
    voices: Voices
    beside: "Spoken | None" = None
    notes: "Spoken | None" = None

    @property
    def tongue(self) -> Tongue:
        """The languages it is told in."""
        others = (one.course.lang if one else "" for one in (self.beside, self.notes))
        return Tongue(self.course.lang, *others)

    @property
    def is_plain(self) -> bool:
        """Whether it is told in one language only."""
        return not (self.beside or self.notes)

    @property
    def name(self) -> str:
        """Its languages, each in its own words."""
        both = [own_name(one.course.lang) for one in (self, self.beside) if one]
        return f" {AND} ".join(both)


class Speaker:
    """Tells a course in its languages; each is read once."""

    def __init__(self, root: Path, course: Course, gate: Gate = Gate.CHECK) -> None:
        self.root = root
        self.course = course
        self.gate = gate
        self.known: dict[str, tuple[Spoken, tuple[Problem, ...]]] = {}

    def tell(self, tongue: Tongue) -> tuple[Spoken, list[Problem]]:
        """Give the course as far as it is translated, and what is wrong with that."""
        spoken, problems = self._speak(tongue.lang)
        found = [*problems]
        beside = notes = None
        if tongue.beside:
            beside, problems = self._speak(tongue.beside)
            found += problems
        if tongue.notes:
            notes, problems = self._speak(tongue.notes)
            found += problems
        return replace(spoken, beside=beside, notes=notes), found

    def _speak(self, lang: str) -> tuple[Spoken, tuple[Problem, ...]]:
        if lang not in self.known:
            spoken, problems = speak(self.root, self.course, lang)
            spoken = _as_final(spoken) if self.gate is Gate.FINAL else spoken
            self.known[lang] = spoken, tuple(map(self.gate.weigh, problems))
        return self.known[lang]


def _as_final(spoken: Spoken) -> Spoken:
    standing = replace(spoken.voices.standing, is_final=True)
    return replace(spoken, voices=replace(spoken.voices, standing=standing))


def speak(root: Path, course: Course, lang: str) -> tuple[Spoken, tuple[Problem, ...]]:
    """Give a course in one language, as far as it is translated."""
    store = Store(root, own_root())
    if is_pseudo(lang):
        return _speak_pseudo(store, course, lang)
    known, labels, problems, doubted = load(store, course, lang)
    spoken, wrong = translate(course, lang, known)
    found = [*problems, *wrong]
    source_labels = labels
    if lang != course.lang:
        source_labels, more = load_labels(store, course.lang)
        terms = termbase(course.glossary, spoken.glossary)
        rules = (*term_rules(terms), *copied_rules(spoken))
        memory = Memory(root, lang, (terms, course.prints))
        found += [*more, *check_translation(spoken, known, rules, memory)]
        memory.save()
    found += check_labels(own_labels(store, lang), lang)
    wordings = {
        course.lang: Wording(course.lang, source_labels),
        lang: Wording(lang, labels),
    }
    abroad = _abroad(store, course, spoken)
    standing = Standing(commit(root), doubted, is_translated=lang != course.lang)
    voices = Voices(lang, wordings, standing, abroad)
    return Spoken(in_order(spoken), voices), tuple(found)


def _abroad(store: Store, course: Course, spoken: Course) -> dict[str, str]:
    """Give what terms are called in the source language, or in the first other one."""
    if spoken.glossary is None or course.glossary is None:
        return {}
    if spoken.lang != course.lang:
        pairs = zip(spoken.glossary.terms, course.glossary.terms, strict=True)
        return {one.id: other.term.plain for one, other in pairs if one.term.origin}
    others = (one for one in course.text.languages if one != course.lang)
    other = next(filter(is_known, others), None)
    terms = terms_in(store, course, other) if other else ()
    return {one.id: one.targets[0] for one in terms}


def _speak_pseudo(
    store: Store, course: Course, lang: str
) -> tuple[Spoken, tuple[Problem, ...]]:
    """Give a course in a pseudo-language: nothing is read, all is made."""
    source, problems = load_labels(store, course.lang)
    known = {
        (unit.slot.path, unit.words.source): Known(
            pseudo(unit.words.source, lang), unit.words.place
        )
        for units in catalogs(course).values()
        for unit in units
    }
    labels = Labels(**{n: pseudo(words, lang) for n, words in asdict(source).items()})
    spoken, wrong = translate(course, lang, known)
    wordings = {course.lang: Wording(course.lang, source), lang: Wording(lang, labels)}
    return Spoken(spoken, Voices(lang, wordings)), (*problems, *wrong)


def pick_tongues(
    course: Course, wishes: Iterable[str], notes: str = ""
) -> tuple[Tongue, ...]:
    """Give what a person means by `zh`, `en+zh` …; all languages if nothing is named.

    Raises:
        UnknownNameError: the course does not have a language that is named, or more
            than two are to stand side by side.
    """
    spoken = pick_language(course, notes) if notes else ""
    found = [_tongue(course, wish, spoken) for wish in wishes]
    every = [_tongue(course, lang, spoken) for lang in course.text.languages]
    return tuple(dict.fromkeys(found or every))


def _tongue(course: Course, wish: str, notes: str) -> Tongue:
    langs = tuple(pick_language(course, one) for one in wish.split(AND))
    if len(set(langs)) != len(langs) or len(langs) > 2:  # noqa: PLR2004
        raise UnknownNameError(
            f"“{wish}” is not one language, nor two",
            "name one language, or two with a + between: en+zh",
        )
    lang, beside = (*langs, "")[:2]
    return Tongue(lang, beside, notes if (notes,) != langs else "")


def pick_language(course: Course, wish: str) -> str:
    """Give the course's language that a person means.

    Raises:
        UnknownNameError: the course does not have it.
    """
    known = course.text.languages
    lang = wish if is_pseudo(wish) else pick(wish, known)
    if lang is None:
        hint = "it has " + ", ".join(known)
        raise UnknownNameError(f"the course has no language “{wish}”", hint)
    return lang


def tongues_in(folder: Path, course: Course) -> set[Tongue]:
    """Give the languages of which a build folder has outputs."""
    found: set[Tongue] = set()
    for one in folder.glob("*/"):
        both, _, notes = one.name.partition(NOTES)
        with suppress(UnknownNameError):
            found.update(pick_tongues(course, [both], notes))
    return {tongue for tongue in found if (folder / tongue.name).is_dir()}
