"""A project's folder → its Course in the source language, and all problems."""

import re
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from course.files import Folder, missing, read_text
from course.languages import is_known, pick, same
from course.model import (
    Course,
    CourseText,
    Frame,
    Glossary,
    Module,
    ModuleText,
    Picture,
    PictureSlide,
    Report,
)
from course.problems import Place, Problem, SourceError, errors
from course.read.decode import NAME, decode
from course.read.picture import read_picture
from course.read.prints import read_prints
from course.read.yaml import parse

COURSE_FILE = Path("modules", "course.yaml")
SHIPPED = Path(__file__).parents[1] / "shipped"
TAKEN = ("course", "frame", "glossary", "labels", "report")
T = TypeVar("T")


def find_project(start: Path) -> Path | None:
    """Give the project that a folder lies in, if it lies in one."""
    folders = (start, *start.parents)
    return next((one for one in folders if (one / COURSE_FILE).is_file()), None)


def find_root(start: Path) -> Path:
    """Give the project a folder lies in; without one, the course that is shipped."""
    return find_project(start) or own_root()


def own_root() -> Path:
    """Give the folder of the shipped course, its labels and its templates.

    In a checkout that is the checkout itself; in an installed package its copy.
    """
    checkout = Path(__file__).parents[2]
    return checkout if (checkout / COURSE_FILE).is_file() else SHIPPED


def read_course(root: Path) -> tuple[Course, tuple[Problem, ...]]:
    """Read a course in its source language, with all that is wrong in its files.

    A module that cannot be read is left out, and so is the glossary; so is a report
    with an error in it, since nothing can be held against it.

    Raises:
        SourceError: `course.yaml` itself cannot be read.
    """
    folder = Folder(root)
    path = root / COURSE_FILE
    text, problems = read_file(path, folder, CourseText, "en")
    if text is None:
        raise SourceError(problems)
    if not is_known(text.source):
        raise SourceError([unknown_language(text.place.of("source"), text.source)])
    source = pick(text.source, text.languages) or text.source
    if source != "en":
        text, problems = read_file(path, folder, CourseText, source)
        assert text is not None
    text = replace(text, source=source)
    found = [*problems, *_wrong_names(text)]
    report = None
    if text.report:
        file, named = path.parent / text.report, text.place.of("report")
        report, problems = read_file(file, folder, Report, text.source, named=named)
        report = None if errors(problems) else report
        found += problems
    prints = None
    if report and report.prints:
        prints, problems = read_prints(path.parent / report.prints, folder)
        found += problems
    glossary = None
    if text.glossary:
        file, named = path.parent / text.glossary, text.place.of("glossary")
        glossary, problems = read_file(file, folder, Glossary, text.source, named=named)
        found += problems
    frame = None
    if text.frame:
        file, named = path.parent / text.frame, text.place.of("frame")
        frame, problems = read_file(file, folder, Frame, text.source, named=named)
        found += problems
    modules = []
    names = dict.fromkeys(name for name in text.modules if is_module_name(name))
    for number, name in enumerate(names, 1):
        module, problems = _read_module(text, name, number, folder)
        found += problems
        modules += [module] if module else []
    course = Course(text, report, tuple(modules), text.source, glossary, frame, prints)
    return course, tuple(found)


def read_file(
    path: Path, folder: Folder, kind: type[T], lang: str, *, named: Place | None = None
) -> tuple[T | None, tuple[Problem, ...]]:
    """Read one source file as an object of a class; `named` is where it is named."""
    if named and not path.exists() and not path.is_symlink():
        gone = missing(named)
        message = f"{folder.shown(path)}: {gone.message}"
        return None, (replace(gone, message=message),)
    source, problems = read_text(path, folder)
    if not source:
        return None, problems
    node, yaml_problems = parse(source, folder.shown(path))
    problems += yaml_problems
    if node is None:
        return None, problems
    value, wrong = decode(node, kind, lang)
    return value, (*problems, *wrong)


def _read_module(
    course: CourseText, name: str, number: int, folder: Folder
) -> tuple[Module | None, tuple[Problem, ...]]:
    path = folder.root / COURSE_FILE.parent / f"{name}.yaml"
    named = course.place.of("modules").of(name)
    return read_module(path, _number(name, number), folder, course.source, named)


def read_module(
    path: Path, number: int, folder: Folder, lang: str, named: Place
) -> tuple[Module | None, tuple[Problem, ...]]:
    """Read a module's file and its pictures; `named` is where the file is named."""
    text, problems = read_file(path, folder, ModuleText, lang, named=named)
    if text is None:
        return None, problems
    pictures, wrong = _pictures(text, path.parent, folder)
    return Module(path.stem, number, text, pictures), (*problems, *wrong)


def _number(name: str, position: int) -> int:
    """Give a module's number: the one its file's name begins with, or its position."""
    digits = re.match(r"\d{1,3}(?!\d)", name)
    return int(digits[0]) if digits else position


def _pictures(
    text: ModuleText, base: Path, folder: Folder
) -> tuple[tuple[Picture, ...], tuple[Problem, ...]]:
    """Read the pictures that a module shows; a problem's place is where it is named."""
    pictures: dict[str, Picture] = {}
    found: list[Problem] = []
    for topic in text.topics:
        for slide in topic.show:
            if isinstance(slide, PictureSlide) and slide.image not in pictures:
                picture, problems = read_picture(slide.image, base, folder)
                place = slide.place.of("image")
                found += [replace(p, place=place) for p in problems]
                if picture:
                    pictures[slide.image] = picture
    return tuple(pictures.values()), tuple(found)


def is_module_name(name: str) -> bool:
    """Tell whether a file of that name may hold a module."""
    return bool(NAME.fullmatch(name)) and name not in TAKEN


def _wrong_names(text: CourseText) -> list[Problem]:
    """Find names in `course.yaml` that cannot stand for a file or a language."""
    found = []
    modules, place = text.place.of("modules"), text.place.of("languages")
    for name in text.modules:
        if not is_module_name(name):
            found.append(bad_module_name(modules.of(name), name))
    for name in {n for n in text.modules if text.modules.count(n) > 1}:
        found.append(module_twice(modules.of(name), name))
    known = [tag for tag in text.languages if is_known(tag)]
    for tag in text.languages:
        if tag not in known:
            found.append(unknown_language(place.of(tag), tag))
    for number, tag in enumerate(known):
        if any(same(tag, other) for other in known[:number]):
            found.append(language_twice(place.of(tag), tag))
    if text.source not in text.languages:
        found.append(source_not_listed(place, text.source))
    return found


def bad_module_name(place: Place, name: str) -> Problem:
    """R403: a module's file name that is taken, or that cannot stand everywhere.

    Names are made of small letters, digits and hyphens, so that they work in web
    addresses and on every system. `course`, `frame`, `glossary`, `labels` and `report`
    are the names of other files.
    """
    stem = re.sub(r"\.ya?ml$", "", name)
    if stem != name and is_module_name(stem):
        hint = f"write {stem}, without the ending"
    else:
        hint = "use small letters, digits and hyphens: 8-local-budgets"
    return Problem(place, "R403", f"“{name}” cannot be a module's name", hint)


def module_twice(place: Place, name: str) -> Problem:
    """R404: a module stands in the course's list more than once."""
    return Problem(place, "R404", f"module {name} stands here twice", "drop one")


def unknown_language(place: Place, tag: str) -> Problem:
    """R405: a language tag that is not known."""
    return Problem(
        place, "R405", f"unknown language “{tag}”", "write a tag: en, fr, zh_Hans"
    )


def language_twice(place: Place, tag: str) -> Problem:
    """R407: one language is listed twice, perhaps by two tags: zh_Hans and zh-CN."""
    return Problem(place, "R407", f"the language {tag} is listed twice", "drop one")


def source_not_listed(place: Place, tag: str) -> Problem:
    """R406: the source language is missing from the list of languages."""
    return Problem(
        place,
        "R406",
        f"the source language {tag} is not among `languages`",
        f"add {tag} to `languages`",
    )
