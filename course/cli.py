"""The `course` command: words in, words out; the thinking is elsewhere.

Exit codes: 0, all went well; 1, something in the sources is to be mended, or an
output could not be written; 2, the command itself was not understood; 130, stopped
by the user.
"""

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from course import __version__
from course.exchange import command as exchange
from course.kinds import KINDS, Kind
from course.preview.command import add_preview

if TYPE_CHECKING:
    from course.arrange.look import Look
    from course.catalog.store import Store
    from course.model import Course
    from course.problems import Problem

    Changes = tuple[dict[Path, str], tuple[Problem, ...]]

OK, PROBLEMS, USAGE, STOPPED = 0, 1, 2, 130
# The one warning that a build tells itself: it decides in which language words are.
NOT_TRANSLATED = "T111"
# Warnings that are told wherever they come up: those on a workshop.
TOLD_ROOMS = ("P",)
WORKSHOP = (".yaml", ".yml")


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; give its exit code."""
    _say_utf8()
    # A build makes many objects and drops few: looking for those to free costs a fifth.
    gc.set_threshold(100_000)
    command = parser()
    given = command.parse_args(words)
    if not hasattr(given, "run"):
        command.print_help()
        return OK
    from course.problems import SourceError, UnknownNameError

    try:
        code: int = given.run(given)
        sys.stdout.flush()
    except UnknownNameError as error:
        print(f"course: {error}\n    hint: {error.hint}", file=sys.stderr)
        return USAGE
    except SourceError as error:
        _tell(error.problems)
        return PROBLEMS
    except BrokenPipeError:
        # Who reads has seen enough, as `head` does; nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except KeyboardInterrupt:
        print(
            "\nstopped; each file is whole, of this build or of the last one",
            file=sys.stderr,
        )
        return STOPPED
    return code


def parser() -> argparse.ArgumentParser:
    """Give the parser of the command line."""
    command = _Parser(
        prog="course",
        description="Make slides, handouts and quizzes from one course, "
        "in every language it is translated into.",
        epilog="A first try: `course build`. Then open build/index.html.",
    )
    command.add_argument("--version", action="version", version=f"course {__version__}")
    commands = command.add_subparsers(
        title="commands", metavar="COMMAND", parser_class=_Parser
    )
    _add_build(commands)
    _add_plan(commands)
    _add_check(commands)
    _add_translate(commands)
    _add_new(commands)
    _add_theme(commands)
    return command


class _Parser(argparse.ArgumentParser):
    """Says what was not understood, and where help is."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, formatter_class=_wide)

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message}\n    hint: {self.prog} --help\n")


def _wide(prog: str) -> argparse.HelpFormatter:
    """Give help with the words of a command beside its name."""
    return argparse.HelpFormatter(prog, max_help_position=30, width=79)


def _add_build(commands: "argparse._SubParsersAction[_Parser]") -> None:
    build = commands.add_parser(
        "build",
        help="make the files",
        description="Make slides, handouts and quizzes. Without a word more: all "
        "modules, all languages, all kinds. With a workshop's file: its package.",
    )
    build.add_argument(
        "modules",
        nargs="*",
        metavar="MODULE",
        help="names of modules; or a workshop's file, ending in .yaml",
    )
    build.add_argument(
        "--lang",
        action="append",
        default=[],
        metavar="TAG",
        help="a language: en, zh, zh-CN …; zh+en: slides in both; en_XA, ar_XB: longer "
        "and mirrored text, to test the layout; may be repeated",
    )
    build.add_argument(
        "--notes",
        default="",
        metavar="TAG",
        help="the language of the slides' notes, if another",
    )
    build.add_argument(
        "--only",
        action="append",
        default=[],
        choices=KINDS,
        help="one kind of file; may be repeated",
    )
    build.add_argument(
        "--theme",
        default="",
        metavar="THEME",
        help="the look: civic, contrast (for bright rooms and low vision), or the "
        "path of your own PowerPoint template; civic, or the workshop's own, if not "
        "named",
    )
    build.add_argument(
        "--out",
        type=_folder,
        default=Path("build"),
        metavar="FOLDER",
        help="where the files go; build, if not named",
    )
    build.add_argument(
        "--final",
        action="store_true",
        help="make files only if all is translated, and no translation is wrong",
    )
    build.set_defaults(run=_build)


def _add_plan(commands: "argparse._SubParsersAction[_Parser]") -> None:
    plan = commands.add_parser(
        "plan",
        help="fit a workshop to its hours",
        description="Print a workshop's agenda by the clock, what had to be dropped, "
        "and what is odd about it. Makes nothing.",
    )
    plan.add_argument(
        "file",
        type=_folder,
        metavar="FILE",
        help="a workshop's file, as `course new workshop` makes it",
    )
    plan.add_argument(
        "--lang",
        action="append",
        default=[],
        metavar="TAG",
        help="a language, if not the workshop's own; may be repeated",
    )
    plan.set_defaults(run=_plan)


def _add_check(commands: "argparse._SubParsersAction[_Parser]") -> None:
    check = commands.add_parser(
        "check",
        help="look for mistakes",
        description="Name every mistake in the sources and translations, with its "
        "place and its cure. Makes nothing.",
    )
    _add_format(check)
    check.set_defaults(run=_check)


def _add_format(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text is for people, json for tools",
    )


def _add_translate(commands: "argparse._SubParsersAction[_Parser]") -> None:
    translate = commands.add_parser(
        "translate",
        help="bring translations up to date, or count them",
        description="For translators. Their files are "
        "locales/<language>/LC_MESSAGES/*.po.",
    )
    actions = translate.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=_Parser
    )
    update = actions.add_parser(
        "update",
        help="put new and changed texts into the PO files",
        description="Put new and changed texts into the PO files. No translation is "
        "lost: what no longer fits is kept as fuzzy or obsolete.",
    )
    update.set_defaults(run=_update)
    add_preview(actions, _preview, _folder)
    keep = actions.add_parser(
        "keep",
        help="say that translations are right, though their source has changed",
        description="For a source whose typo was mended: update, and take away the "
        "fuzzy mark of translations that are right as they are. Name slots as the PO "
        "files do (msgctxt), or a topic, for all that it holds.",
    )
    keep.add_argument(
        "slots",
        nargs="+",
        metavar="SLOT",
        help="such as united-nations/four-channels/show",
    )
    keep.add_argument(
        "--lang", action="append", default=[], metavar="TAG", help="only this language"
    )
    keep.add_argument(
        "--meaning",
        action="store_true",
        help="also where a number, a negation or a modal word has changed",
    )
    keep.set_defaults(run=_keep)
    status = actions.add_parser(
        "status",
        help="count what is translated",
        description="Count what is translated, in doubt (fuzzy) and missing.",
    )
    status.add_argument(
        "--lang", action="append", default=[], metavar="TAG", help="only this language"
    )
    status.set_defaults(run=_status)
    check = actions.add_parser(
        "check",
        help="look for mistakes in translations",
        description="Compare each translation with its source: numbers, dates, names, "
        "duties, negation, citations, markup, punctuation and more; and look whether "
        "it fits on its slide.",
    )
    check.add_argument(
        "--lang", action="append", default=[], metavar="TAG", help="only this language"
    )
    _add_format(check)
    check.set_defaults(run=_check_translations)
    exchange.add(actions, _project, _folder)


def _add_new(commands: "argparse._SubParsersAction[_Parser]") -> None:
    new = commands.add_parser(
        "new",
        help="start a module, a workshop or a language",
        description="Start a module, a workshop or a language.",
    )
    kinds = new.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=_Parser
    )
    module = kinds.add_parser(
        "module",
        help="a module with one topic, to write on",
        description="Make modules/NAME.yaml, with a comment beside every part, and "
        "put it into the course.",
    )
    module.add_argument("name", metavar="NAME", help="such as 8-local-budgets")
    module.set_defaults(run=_new_module)
    workshop = kinds.add_parser(
        "workshop",
        help="a workshop: when, where, with whom, of which modules",
        description="Make NAME.yaml in this folder, with a comment beside every key.",
    )
    workshop.add_argument("name", metavar="NAME", help="such as spring-workshop")
    workshop.set_defaults(run=_new_workshop)
    language = kinds.add_parser(
        "language",
        help="a language, with its PO files",
        description="Put a language into the course and make its PO files. Traditional "
        "Chinese (zh_Hant) is prefilled from Simplified Chinese, as fuzzy.",
    )
    language.add_argument("tag", metavar="TAG", help="such as fr, ar, zh_Hant")
    language.set_defaults(run=_new_language)


def _add_theme(commands: "argparse._SubParsersAction[_Parser]") -> None:
    theme = commands.add_parser(
        "theme",
        help="look at a PowerPoint template of your own",
        description="For those who have a PowerPoint template of their own.",
    )
    actions = theme.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=_Parser
    )
    check = actions.add_parser(
        "check",
        help="tell what a template lacks",
        description="Tell what a PowerPoint template lacks for good decks, and what "
        "will stand in for it. Then `course build --theme FILE` uses it.",
    )
    check.add_argument("file", type=_folder, metavar="FILE", help="a .pptx or a .potx")
    _add_format(check)
    check.set_defaults(run=_check_theme)


def _build(given: argparse.Namespace) -> int:
    from course.build import DEFAULT_THEME, Request, build

    kinds = tuple(kind for kind in KINDS if not given.only or kind in given.only)
    files = [word for word in given.modules if word.lower().endswith(WORKSHOP)]
    if files:
        return _build_workshops(given, files, kinds)
    names = tuple(given.modules), tuple(given.lang)
    progress = _Progress()
    wish = given.notes, given.theme or DEFAULT_THEME
    request = Request(_root(), given.out, *names, kinds, *wish, given.final)
    result = build(request, progress.show)
    progress.clear()
    return _report(result.files, result.problems, given.out, is_final=given.final)


def _build_workshops(
    given: argparse.Namespace, files: Sequence[str], kinds: tuple[Kind, ...]
) -> int:
    from course.package import Request, build_workshop
    from course.problems import UnknownNameError

    if len(files) < len(given.modules):
        raise UnknownNameError(
            "modules and workshops are named together", "build them one after the other"
        )
    codes = []
    for file in files:
        progress = _Progress()
        words = (tuple(given.lang), kinds, given.notes, given.theme, given.final)
        request = Request(_folder(file), given.out, *words)
        result = build_workshop(request, progress.show)
        progress.clear()
        teller = f"course plan {file}"
        made = result.files, result.problems, given.out
        codes.append(_report(*made, teller, is_final=given.final))
    return max(codes)


def _report(
    files: Sequence[Path],
    problems: "Sequence[Problem]",
    out: Path,
    teller: str = "course check",
    *,
    is_final: bool = False,
) -> int:
    """Tell how a build went; give its exit code. The teller names all warnings."""
    from course.problems import Severity, errors

    wrong = errors(problems)
    told = [p for p in problems if p.code == NOT_TRANSLATED or p.code[0] in TOLD_ROOMS]
    told = [one for one in told if one not in wrong]
    _tell((*wrong, *told))
    if wrong and not files and is_final:
        print("nothing was made: what is final has no errors", file=sys.stderr)
    warnings = sum(one.severity is Severity.WARNING for one in problems)
    count = warnings - sum(one.severity is Severity.WARNING for one in told)
    if count:
        print(f"warnings: {count}; `{teller}` names them", file=sys.stderr)
    if files:
        _say_made(files, out)
    return _code(problems)


def _plan(given: argparse.Namespace) -> int:
    from course.planned import Planned

    planned = Planned(given.file, tuple(given.lang))
    for number, lang in enumerate(planned.langs):
        print("\n" * bool(number) + "\n".join(planned.lines(lang)))
    dropped = tuple(planned.dropped())
    if dropped:
        print("\ndropped:\n  " + "\n  ".join(dropped))
    _tell(planned.problems)
    return _code(planned.problems)


def _check(given: argparse.Namespace) -> int:
    from course.build import inspect

    return _look(given, lambda: inspect(_root()))


def _check_translations(given: argparse.Namespace) -> int:
    from course.build import inspect_translations

    return _look(given, lambda: inspect_translations(_root(), given.lang))


def _look(
    given: argparse.Namespace, inspect: "Callable[[], tuple[Problem, ...]]"
) -> int:
    """Tell all that is wrong, for people or for tools; give the exit code."""
    from course.problems import SourceError, in_order

    try:
        problems = inspect()
    except SourceError as error:
        problems = in_order(error.problems)
    if given.format == "json":
        _print_json(problems)
    else:
        _tell(problems, file=sys.stdout)
        print(_count(problems))
    return _code(problems)


def _check_theme(given: argparse.Namespace) -> int:
    from course.problems import SourceError, in_order
    from course.read.theme_check import check_template

    try:
        problems = check_template(given.file)
    except SourceError as error:
        problems = in_order(error.problems)
    code = _code(problems)
    if given.format == "json":
        _print_json(problems)
    else:
        _tell(problems, file=sys.stdout)
        word = "usable" if code == OK else "not usable"
        print(f"{given.file}: {word} ({_count(problems)})")
    return code


def _update(_: argparse.Namespace) -> int:
    from course.catalog.update import update

    return _change_translations(update)


def _preview(given: argparse.Namespace) -> int:
    from course.preview.command import run_preview

    return run_preview(given, _root())


def _keep(given: argparse.Namespace) -> int:
    from course.catalog.keep import Keeper, keep
    from course.spoken import pick_language

    keeper = Keeper(tuple(given.slots), given.meaning)

    def change(store: "Store", course: "Course", look: "Look") -> "Changes":
        langs = [pick_language(course, one) for one in given.lang]
        return keep(store, course, keeper, look, langs)

    code = _change_translations(change)
    for lang, entry in keeper.kept:
        print(f"kept: {lang} {entry.slot}")
        print(f"    was:  {entry.previous}\n    is:   {entry.source}")
        print(f"    kept: {entry.target}")
    for lang, entry in keeper.left:
        print(f"left: {lang} {entry.slot}: meaning changed: {entry.weighty}")
    if keeper.left:
        print("    hint: if these are right as well, add --meaning")
    if code == OK and not (keeper.kept or keeper.left):
        print("nothing to keep: no translation there is in doubt for its source's sake")
    return code


def _change_translations(change: "Callable[[Store, Course, Look], Changes]") -> int:
    """Write what a change of the PO files gives, and tell of it."""
    from course.build import read_templates
    from course.catalog.store import Store
    from course.problems import errors
    from course.read.project import own_root, read_course
    from course.write.publish import publish

    root = _project()
    course, problems = read_course(root)
    if _code(problems):
        _tell(problems)
        print("nothing was changed: mend the sources first", file=sys.stderr)
        return PROBLEMS
    files, found = change(Store(root, own_root()), course, read_templates().look)
    written, blocked = publish({path: text.encode() for path, text in files.items()})
    _tell((*found, *blocked))
    if errors(found):
        print("a language with an error was left as it is", file=sys.stderr)
    for path in written:
        print(path.relative_to(root))
    if not files and not _code(found):
        print("all files are up to date")
    return _code((*found, *blocked))


def _status(given: argparse.Namespace) -> int:
    from course.catalog.store import Store, status
    from course.languages import own_name
    from course.read.project import own_root, read_course
    from course.spoken import pick_language

    root = _root()
    course, problems = read_course(root)
    if _code(problems):
        _tell(problems)
        return PROBLEMS
    store = Store(root, own_root())
    found = list(problems)
    wishes = [pick_language(course, one) for one in given.lang]
    for lang in dict.fromkeys(wishes or course.text.languages):
        counts, wrong = status(store, course, lang)
        found += wrong
        print(f"{own_name(lang)} ({lang})")
        if not counts:
            print("  the course is written in it: nothing to translate")
        for one in counts:
            share = one.done / one.total if one.total else 1
            print(
                f"  {one.name:<24} {share:>4.0%}   {one.done} translated, "
                f"{one.fuzzy} fuzzy, {one.missing} missing"
            )
    _tell(found)
    return _code(found)


def _new_module(given: argparse.Namespace) -> int:
    from course.start import new_module

    root = _project()
    made, problems = new_module(root, given.name)
    _tell(problems)
    for path in made:
        print(path.relative_to(root))
    return _code(problems)


def _new_workshop(given: argparse.Namespace) -> int:
    from course.start import new_workshop

    made, problems = new_workshop(Path.cwd(), given.name)
    _tell(problems)
    for path in made:
        print(path.name)
    return _code(problems)


def _new_language(given: argparse.Namespace) -> int:
    from course.build import read_templates
    from course.start import new_language

    root = _project()
    made, problems = new_language(root, given.tag, read_templates().look)
    _tell(problems)
    for path in made:
        print(path.relative_to(root))
    return _code(problems)


def _folder(word: str) -> Path:
    """Read a folder's name, also where the shell has left a ~ in it."""
    with suppress(RuntimeError):
        return Path(word).expanduser()
    return Path(word)


def _root() -> Path:
    """Give the course that this folder lies in, or say that the shipped one is used."""
    from course.read.project import COURSE_FILE, find_project, find_root

    here = Path.cwd()
    if find_project(here) is None:
        print(
            "no course here: using the one shipped with the program\n    hint: to "
            f"start your own, write {COURSE_FILE.as_posix()} here; `course check` "
            "tells what it needs",
            file=sys.stderr,
        )
    return find_root(here)


def _project() -> Path:
    """Give the course that may be changed: the one that this folder lies in."""
    from course.problems import Place, SourceError
    from course.read.project import COURSE_FILE, find_project
    from course.start import no_course

    root = find_project(Path.cwd())
    if root is None:
        raise SourceError([no_course(Place(COURSE_FILE.as_posix()))])
    return root


def _code(problems: Iterable[object]) -> int:
    from course.problems import Problem, errors

    return PROBLEMS if errors(p for p in problems if isinstance(p, Problem)) else OK


def _tell(problems: Iterable[object], file: TextIO | None = None) -> None:
    for problem in problems:
        print(problem, file=file or sys.stderr)


def _print_json(problems: "Iterable[Problem]") -> None:
    data = [problem.as_data() for problem in problems]
    print(json.dumps(data, ensure_ascii=False, indent=1))


def _count(problems: "Sequence[Problem]") -> str:
    from course.problems import Severity

    counted = [problem.severity for problem in problems]
    notes = counted.count(Severity.NOTE)
    told = (
        f"errors: {counted.count(Severity.ERROR)}, "
        f"warnings: {counted.count(Severity.WARNING)}"
    )
    return f"{told}, ignored with a reason: {notes}" if notes else told


def _say_made(files: Sequence[Path], out: Path) -> None:
    """Name what was made and where; pictures for the index go without saying."""
    shown = [path for path in files if path.suffix != ".png"]
    folders: dict[Path, list[str]] = {}
    for path in shown:
        folders.setdefault(path.parent, []).append(path.name)
    for folder, names in folders.items():
        print(f"{folder}/  {', '.join(names)}")
    index = out / "index.html"
    seen = f" To see them all, open {index}" if index in files else ""
    print(f"files: {len(shown)}.{seen}")


def _say_utf8() -> None:
    """Let messages hold every letter, also where the terminal is set otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


class _Progress:
    """Shows on a terminal what is being made; says nothing into a pipe."""

    def __init__(self) -> None:
        self.on = sys.stderr.isatty()

    def show(self, what: str) -> None:
        if self.on:
            sys.stderr.write(f"\r\x1b[K{what} …")
            sys.stderr.flush()

    def clear(self) -> None:
        if self.on:
            sys.stderr.write("\r\x1b[K")
