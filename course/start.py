"""New things, made from a skeleton: so far, a module."""

import re
from pathlib import Path

from course.files import Folder, read_text
from course.problems import Place, Problem, SourceError, errors
from course.read.decode import NAME
from course.read.project import COURSE_FILE, TAKEN, own_root
from course.read.schema import ROOTS, schema
from course.read.yaml import Mapping, Scalar, Sequence, parse
from course.write.publish import publish

SKELETON = Path("templates", "new", "module.yaml")


def new_module(root: Path, name: str) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Make a module's file and put it into the course; give what was written.

    Raises:
        SourceError: `course.yaml` cannot be read.
    """
    path = root / COURSE_FILE.parent / f"{name}.yaml"
    place = Place(path.relative_to(root).as_posix())
    if not NAME.fullmatch(name) or name in TAKEN:
        return (), (bad_name(place, name),)
    if path.exists():
        return (), (already_there(place),)
    skeleton = (own_root() / SKELETON).read_text("utf-8")
    words = re.sub(r"^\d+-", "", name) or name
    files = {
        path: skeleton.replace("@ID@", words).encode(),
        root / COURSE_FILE: _with_module(root, name).encode(),
        **_missing_schemas(path.parent),
    }
    problems = publish(files)
    return ((), problems) if errors(problems) else (tuple(files), ())


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


def _with_module(root: Path, name: str) -> str:
    """Give `course.yaml` with one more module in its list, all else as it was."""
    folder = Folder(root)
    path = root / COURSE_FILE
    text, problems = read_text(path, folder)
    node, wrong = parse(text, folder.shown(path)) if text else (None, ())
    if node is None or errors((*problems, *wrong)):
        raise SourceError((*problems, *wrong))
    listed = next(
        (
            value
            for key, value in (node.entries if isinstance(node, Mapping) else ())
            if key.value == "modules"
        ),
        None,
    )
    if not isinstance(listed, Sequence) or not listed.items:
        place = Place(folder.shown(path))
        raise SourceError((no_list(place),))
    last = listed.items[-1]
    assert isinstance(last, Scalar)
    lines = text.split("\n")
    row = lines[last.place.line - 1]
    before = row[: last.place.column - 1]
    if before.strip() == "-":
        lines.insert(last.place.line, f"{before}{name}")
    else:
        end = last.place.column - 1 + len(last.value) + 2 * last.quoted
        lines[last.place.line - 1] = f"{row[:end]}, {name}{row[end:]}"
    return "\n".join(lines)


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


def no_list(place: Place) -> Problem:
    """N103: `course.yaml` has no list of modules to put a new one into."""
    return Problem(
        place,
        "N103",
        "no list of modules",
        "write `modules:` and one `- name` below it",
    )
