"""New things: a module or a workshop from a skeleton; a language and its PO files."""

import os
import re
from dataclasses import replace
from pathlib import Path

from course.arrange.look import Look
from course.catalog.hant import prefill
from course.catalog.store import Store
from course.catalog.update import each, update
from course.files import Folder, read_bytes, read_text
from course.languages import is_known, is_pseudo, same
from course.model import Course
from course.problems import Place, Problem, SourceError, errors
from course.read.project import (
    COURSE_FILE,
    find_project,
    find_root,
    is_module_name,
    own_root,
    read_course,
    unknown_language,
)
from course.read.schema import ROOTS, schema
from course.read.yaml import Mapping, Scalar, Sequence, parse
from course.write.publish import publish

# The minutes of the skeleton's hours, without welcome, farewell and break.
MORNING = 135
SKELETONS = Path("templates", "new")
SCHEMA_LINE = "# yaml-language-server: $schema={path}\n#\n"


def new_module(root: Path, name: str) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Make a module's file and put it into the course; give what was written.

    Raises:
        SourceError: `course.yaml` cannot be read.
    """
    path = root / COURSE_FILE.parent / f"{name}.yaml"
    place = Place(path.relative_to(root).as_posix())
    if not is_module_name(name):
        return (), (bad_name(place, name),)
    if path.exists() and path.read_bytes().strip():
        return (), (already_there(place),)
    skeleton = (own_root() / SKELETONS / "module.yaml").read_text("utf-8")
    words = re.sub(r"^\d+-", "", name)
    free = words if words.encode() not in _ids(Folder(root)) else name
    return publish(
        {
            path: skeleton.replace("@ID@", free).encode(),
            **_with_entry(root, "modules", name),
            **_missing_schemas(path.parent),
        }
    )


def new_workshop(
    folder: Path, name: str
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Make a workshop's file in a folder, for the course that is built from there.

    Raises:
        SourceError: the course cannot be read.
    """
    path = folder / f"{name}.yaml"
    if not re.fullmatch(r"\w+(?:[-.]\w+)*", name):
        return (), (odd_name(Place(f"{name}.yaml"), name),)
    if path.exists():
        return (), (already_there(Place(path.name)),)
    course, problems = read_course(find_root(folder))
    if errors(problems):
        raise SourceError(errors(problems))
    skeleton = (own_root() / SKELETONS / "workshop.yaml").read_text("utf-8")
    names = _for_a_morning(course)
    others = tuple(one for one in course.text.modules if one not in names)
    text = (
        skeleton.replace("@TITLE@", course.text.title.source)
        .replace("@LANGUAGES@", ", ".join(course.text.languages))
        .replace("@MODULES@", "\n".join(f"  - {one}" for one in names))
        .replace("@OTHERS@", _others(others))
    )
    return publish({path: (_schema_line(folder) + text).encode()})


def _for_a_morning(course: Course) -> tuple[str, ...]:
    """Name the module that fills the skeleton's hours best, if there is any."""
    modules = sorted(course.modules, key=lambda one: one.text.minutes)
    fitting = [one for one in modules if one.text.minutes <= MORNING] or modules[::-1]
    return tuple(one.name for one in fitting[-1:])


def _others(names: tuple[str, ...]) -> str:
    return "".join(f"  # - {name}\n" for name in names)


def _schema_line(folder: Path) -> str:
    """Give the line by which an editor knows the keys, if the schema is at hand."""
    root = find_project(folder)
    schema_file = (root or folder) / COURSE_FILE.parent / "workshop.schema.json"
    if not schema_file.is_file():
        return ""
    path = Path(os.path.relpath(schema_file, folder)).as_posix()
    return SCHEMA_LINE.format(path=path)


def _ids(folder: Folder) -> set[bytes]:
    """Give the ids of all modules, also of those with mistakes."""
    files = (folder.root / COURSE_FILE.parent).glob("*.yaml")
    texts = (read_bytes(path, folder)[0] for path in files)
    found = (re.search(rb"^id: *([a-z0-9-]+)", text, re.MULTILINE) for text in texts)
    return {one[1] for one in found if one}


def schemas(folder: Path) -> dict[Path, str]:
    """Give the JSON Schema files that belong beside the modules, for editors."""
    return {
        folder / f"{name}.schema.json": schema(kind) for name, kind in ROOTS.items()
    }


def _missing_schemas(folder: Path) -> dict[Path, bytes]:
    return {
        path: text.encode()
        for path, text in schemas(folder).items()
        if not path.exists()
    }


def new_language(
    root: Path, tag: str, look: Look
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Put a language into the course and make its PO files; give what was written.

    Traditional Chinese is prefilled from Simplified Chinese, as fuzzy.

    Raises:
        SourceError: the course cannot be read.
    """
    tag = tag.replace("-", "_")
    course, problems = read_course(root)
    place = course.text.place.of("languages")
    if not is_known(tag) or is_pseudo(tag):
        return (), (unknown_language(place, tag),)
    if any(same(tag, one) for one in course.text.languages):
        return (), (language_there(place, tag),)
    if errors(problems):
        raise SourceError(problems)
    text = replace(course.text, languages=(*course.text.languages, tag))
    store, course = Store(root, own_root()), replace(course, text=text)
    hands = each(prefill(store, course, tag))
    files, found = update(store, course, look, hands, [tag])
    made, blocked = publish(
        {
            **_with_entry(root, "languages", tag),
            **{path: text.encode() for path, text in files.items()},
        }
    )
    return made, (*found, *blocked)


def _with_entry(root: Path, key: str, name: str) -> dict[Path, bytes]:
    """Give `course.yaml` with one more name in a list, all else as it was."""
    folder, path = Folder(root), root / COURSE_FILE
    text, problems = read_text(path, folder)
    node, wrong = parse(text, folder.shown(path)) if text else (None, ())
    if node is None or errors((*problems, *wrong)):
        raise SourceError((*problems, *wrong))
    entries = node.entries if isinstance(node, Mapping) else ()
    listed = next((value for one, value in entries if one.value == key), None)
    names = listed.items if isinstance(listed, Sequence) else (listed,)
    last = names[-1] if names else None
    if not isinstance(last, Scalar) or not last.value:
        raise SourceError((no_list(Place(folder.shown(path)), key),))
    if any(isinstance(one, Scalar) and one.value == name for one in names):
        return {}
    lines = path.read_bytes().decode("utf-8").split("\n")
    row = lines[last.place.line - 1]
    start = last.place.column - 1
    end = start + len(last.value) + 2 * last.quoted
    if not isinstance(listed, Sequence):
        one = f"[{row[start:end]}, {name}]"
        lines[last.place.line - 1] = f"{row[:start]}{one}{row[end:]}"
    elif not listed.flow:
        entry = " " * (listed.place.column - 1) + f"- {name}"
        lines.insert(last.place.line, entry + "\r" * row.endswith("\r"))
    else:
        lines[last.place.line - 1] = f"{row[:end]}, {name}{row[end:]}"
    return {path: "\n".join(lines).encode()}


def bad_name(place: Place, name: str) -> Problem:
    """N101: a new module's name cannot be a file's name and an id."""
    return Problem(
        place,
        "N101",
        f"“{name}” cannot be a module's name",
        "use small letters, digits and hyphens: 8-local-budgets",
    )


def already_there(place: Place) -> Problem:
    """N102: a file of that name is there already; it was not touched."""
    return Problem(place, "N102", "the file is there already", "choose another name")


def odd_name(place: Place, name: str) -> Problem:
    """N105: a new workshop's name cannot be a file's name on every system."""
    return Problem(
        place,
        "N105",
        f"“{name}” cannot be a workshop's name",
        "use letters, digits and hyphens: spring-workshop",
    )


def no_list(place: Place, key: str) -> Problem:
    """N103: `course.yaml` has no list of modules, or of languages, to add to."""
    return Problem(
        place,
        "N103",
        f"no list of {key} to put the new one into",
        f"write `{key}: [name]` with the name of the first one",
    )


def language_there(place: Place, tag: str) -> Problem:
    """N106: the course has this language already, perhaps by another tag."""
    return Problem(
        place,
        "N106",
        f"the course has the language {tag} already",
        "run `course translate update` to bring its files up to date",
    )


def no_course(place: Place) -> Problem:
    """N104: there is no course here, nor in a folder above.

    The course that comes with the program is built from anywhere, but not changed.
    """
    return Problem(
        place,
        "N104",
        "there is no modules/course.yaml here or above",
        "go to the folder of your course",
    )
