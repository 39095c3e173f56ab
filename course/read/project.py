"""A project's folder → its Course in the source language, and all problems."""

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from course.files import Folder, read_bytes, read_text
from course.languages import is_known
from course.model import (
    Course,
    CourseText,
    Module,
    ModuleText,
    Picture,
    PictureSlide,
    Report,
)
from course.problems import Place, Problem, SourceError
from course.read.decode import decode
from course.read.yaml import parse

COURSE_FILE = Path("modules", "course.yaml")
SHIPPED = Path(__file__).parents[1] / "shipped"
TAKEN = ("course", "labels", "report")
MOST_PICTURE_BYTES = 10_000_000
SIGNATURES = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg"}
T = TypeVar("T")


def find_root(start: Path) -> Path:
    """Give the project a folder lies in; without one, the course that is shipped."""
    for folder in (start, *start.parents):
        if (folder / COURSE_FILE).is_file():
            return folder
    return own_root()


def own_root() -> Path:
    """Give the folder of the shipped course, its labels and its templates.

    In a checkout that is the checkout itself; in an installed package its copy.
    """
    checkout = Path(__file__).parents[2]
    return checkout if (checkout / COURSE_FILE).is_file() else SHIPPED


def read_course(root: Path) -> tuple[Course, tuple[Problem, ...]]:
    """Read a course in its source language, with all that is wrong in its files.

    A module that cannot be read is left out.

    Raises:
        SourceError: `course.yaml` itself cannot be read.
    """
    folder = Folder(root)
    path = root / COURSE_FILE
    text, problems = _read(path, folder, CourseText, "en")
    if text is None:
        raise SourceError(problems)
    if text.source != "en":
        text, problems = _read(path, folder, CourseText, text.source)
        assert text is not None
    found = [*problems, *_wrong_names(text)]
    report = None
    if text.report:
        report, problems = _read(path.parent / text.report, folder, Report, text.source)
        found += problems
    modules = []
    names = dict.fromkeys(name for name in text.modules if _is_file_name(name))
    for number, name in enumerate(names, 1):
        module, problems = _read_module(path.parent, name, number, folder, text.source)
        found += problems
        modules += [module] if module else []
    return Course(text, report, tuple(modules), text.source), tuple(found)


def _read(
    path: Path, folder: Folder, kind: type[T], lang: str
) -> tuple[T | None, tuple[Problem, ...]]:
    """Read one source file as an object of a class of the model."""
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
    folder_path: Path, name: str, number: int, folder: Folder, lang: str
) -> tuple[Module | None, tuple[Problem, ...]]:
    path = folder_path / f"{name}.yaml"
    text, problems = _read(path, folder, ModuleText, lang)
    if text is None:
        return None, problems
    pictures, wrong = _pictures(text, path.parent, folder)
    return Module(name, _number(name, number), text, pictures), (*problems, *wrong)


def _number(name: str, position: int) -> int:
    """Give a module's number: the one its file's name begins with, or its position."""
    digits = re.match(r"\d{1,3}(?!\d)", name)
    return int(digits[0]) if digits else position


def _pictures(
    text: ModuleText, base: Path, folder: Folder
) -> tuple[tuple[Picture, ...], tuple[Problem, ...]]:
    """Read the pictures that a module shows."""
    pictures: dict[str, Picture] = {}
    found: list[Problem] = []
    for topic in text.topics:
        for slide in topic.show:
            if isinstance(slide, PictureSlide) and slide.image not in pictures:
                data, problems = _picture(slide, base, folder)
                found += [replace(p, place=slide.place.of("image")) for p in problems]
                if data:
                    pictures[slide.image] = Picture(slide.image, data)
    return tuple(pictures.values()), tuple(found)


def _picture(
    slide: PictureSlide, base: Path, folder: Folder
) -> tuple[bytes, tuple[Problem, ...]]:
    if PurePosixPath(slide.image).is_absolute() or "\\" in slide.image:
        return b"", (odd_path(slide.place.of("image"), slide.image),)
    data, problems = read_bytes(base / slide.image, folder, MOST_PICTURE_BYTES)
    if data and not any(data.startswith(head) for head in SIGNATURES):
        return b"", (not_a_picture(slide.place.of("image"), slide.image),)
    return data, tuple(
        replace(p, message=f"{slide.image}: {p.message}") for p in problems
    )


def _is_file_name(name: str) -> bool:
    return name not in TAKEN and not {"/", "\\"} & set(name)


def _wrong_names(text: CourseText) -> list[Problem]:
    """Find names in `course.yaml` that cannot stand for a file or a language."""
    found = []
    for name in text.modules:
        if not _is_file_name(name):
            found.append(bad_module_name(text.place.of("modules"), name))
    for name in {n for n in text.modules if text.modules.count(n) > 1}:
        found.append(module_twice(text.place.of("modules"), name))
    for tag in text.languages:
        if not is_known(tag):
            found.append(unknown_language(text.place.of("languages"), tag))
    if text.source not in text.languages:
        found.append(source_not_listed(text.place.of("languages"), text.source))
    return found


def odd_path(place: Place, path: str) -> Problem:
    """R401: a picture's path is written for one machine only.

    Write it from the module's folder, with forward slashes: `pictures/map.png`.
    """
    return Problem(
        place,
        "R401",
        f"a path for one machine only: {path}",
        "write it from the module's folder, with forward slashes",
    )


def not_a_picture(place: Place, path: str) -> Problem:
    """R402: a file that should be a picture is neither PNG nor JPEG."""
    return Problem(
        place, "R402", f"{path} is neither PNG nor JPEG", "save it as PNG or JPEG"
    )


def bad_module_name(place: Place, name: str) -> Problem:
    """R403: a module's file name that is taken, or that is a path.

    `course`, `labels` and `report` are the names of other files; modules lie beside
    `course.yaml`.
    """
    return Problem(
        place, "R403", f"“{name}” cannot be a module's name", "rename the file"
    )


def module_twice(place: Place, name: str) -> Problem:
    """R404: a module stands in the course's list more than once."""
    return Problem(place, "R404", f"module {name} stands here twice", "drop one")


def unknown_language(place: Place, tag: str) -> Problem:
    """R405: a language tag that is not known."""
    return Problem(
        place, "R405", f"unknown language “{tag}”", "write a tag: en, fr, zh_Hans"
    )


def source_not_listed(place: Place, tag: str) -> Problem:
    """R406: the source language is missing from the list of languages."""
    return Problem(
        place,
        "R406",
        f"the source language {tag} is not among `languages`",
        f"add {tag} to `languages`",
    )
