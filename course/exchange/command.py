"""`course translate export` and `course translate import`: words in, words out."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from course.exchange.row import State
    from course.problems import Problem

OK, PROBLEMS = 0, 1
FORMATS = ("xliff", "docx", "xlsx")
CHOICES = ("untranslated", "fuzzy", "all")
OUT = Path("build") / "exchange"


Project: TypeAlias = Callable[[], Path]
AsPath: TypeAlias = Callable[[str], Path]


def add(actions: Any, project: Project, as_path: AsPath) -> None:
    """Add both commands to those of `course translate`; `project` gives the course."""
    _add_export(actions, project, as_path)
    _add_import(actions, project, as_path)


def _add_export(actions: Any, project: Project, as_path: AsPath) -> None:
    export = actions.add_parser(
        "export",
        help="put messages into files for Word, Excel or a CAT tool",
        description="Put messages into files that a translator fills in: XLIFF 2.1 for "
        "CAT tools, Word or Excel. `course translate import` takes them back.",
    )
    export.add_argument(
        "names",
        nargs="*",
        metavar="MODULE",
        help="names of modules, or course, glossary, frame, labels; all, if not named",
    )
    export.add_argument("--lang", required=True, metavar="TAG", help="the language")
    export.add_argument(
        "--format", choices=FORMATS, default="xliff", help="xliff, if not named"
    )
    export.add_argument(
        "--only",
        action="append",
        default=[],
        choices=CHOICES,
        help="which messages; all, if not named; may be repeated",
    )
    export.add_argument(
        "--together", action="store_true", help="one file for all, not one for each"
    )
    export.add_argument(
        "--out",
        type=as_path,
        default=OUT,
        metavar="FOLDER",
        help="where the files go; build/exchange, if not named",
    )
    export.set_defaults(run=lambda given: _export(given, project()))


def _add_import(actions: Any, project: Project, as_path: AsPath) -> None:
    back = actions.add_parser(
        "import",
        help="take translations from files that were exported",
        description="Take translations from files that `course translate export` has "
        "made and somebody has filled in. Nothing newer is overwritten; a file with an "
        "error changes nothing.",
    )
    back.add_argument(
        "files", nargs="+", type=as_path, metavar="FILE", help="an .xlf, .docx or .xlsx"
    )
    back.set_defaults(run=lambda given: _import(given, project()))


def _export(given: argparse.Namespace, root: Path) -> int:
    from course.build import read_templates
    from course.catalog.store import Store
    from course.exchange.formats import write
    from course.exchange.project import Wish, export, parts_of
    from course.languages import is_pseudo
    from course.problems import UnknownNameError, errors
    from course.read.project import own_root, read_course
    from course.spoken import pick_language
    from course.write.publish import publish

    course, problems = read_course(root)
    if errors(problems):
        return _tell(problems)
    templates = read_templates()
    store = Store(root, own_root())
    lang = pick_language(course, given.lang)
    if is_pseudo(lang):
        raise UnknownNameError(
            f"“{lang}” is made by the program, not translated",
            "name a language of the course",
        )
    states = _states(given.only)
    wish = Wish(lang, given.format, tuple(given.names), states, given.together)
    parts, found = parts_of(store, course, wish, templates.look)
    made, blocked = export(store, course, wish, given.out, parts)
    if errors(blocked):
        return _tell(blocked)
    files = {
        path: write(some, given.format, templates.document)
        for path, some in made.items()
    }
    written, wrong = publish(files)
    for path in written:
        rows = sum(len(part.rows) for part in made[path])
        print(f"{path.as_posix()}  messages: {rows}")
    if not made:
        print("nothing to export: no message is in this state")
    return _tell((*errors(found), *wrong))


def _states(only: Sequence[str]) -> "tuple[State, ...]":
    from course.exchange.row import State

    chosen = {"untranslated": State.NEW, "fuzzy": State.FUZZY}
    if not only or "all" in only:
        return tuple(State)
    return tuple(state for word, state in chosen.items() if word in only)


def _import(given: argparse.Namespace, root: Path) -> int:
    from course.build import read_templates
    from course.catalog.store import Store
    from course.exchange.project import bring_in
    from course.problems import errors
    from course.read.project import own_root, read_course
    from course.write.publish import publish

    course, problems = read_course(root)
    if errors(problems):
        code = _tell(problems)
        print("nothing was changed: mend the sources first", file=sys.stderr)
        return code
    store = Store(root, own_root())
    done = bring_in(store, course, given.files, read_templates().look)
    texts = {path: text.encode() for path, text in done.files.items()}
    written, blocked = publish(texts)
    code = _tell((*done.problems, *blocked))
    for path in written:
        print(path.relative_to(root).as_posix())
    if code == OK:
        print(f"messages: {done.seen}, taken: {len(done.rows)}")
    else:
        print("nothing was changed: mend the files first", file=sys.stderr)
    return code


def _tell(problems: "Iterable[Problem]") -> int:
    """Tell problems; give the exit code that they make."""
    from course.problems import errors

    told = tuple(problems)
    for problem in told:
        print(problem, file=sys.stderr)
    return PROBLEMS if errors(told) else OK
