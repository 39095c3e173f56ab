"""`course build` and `course plan`: files are made, a workshop is planned."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from course.cli.words import Parser, any_course, as_path, code_of, tell
from course.kinds import DEFAULT_PAPER, KINDS, PAPERS, PRINTS, Kind

if TYPE_CHECKING:
    from course.problems import Problem

# The one warning that a build tells itself: it decides in which language words are.
NOT_TRANSLATED = "T111"
# Warnings that are told wherever they come up: those on a workshop.
TOLD_ROOMS = ("P",)
WORKSHOP = (".yaml", ".yml")


def add_build(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `course build`."""
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
        help="a language: en, zh, zh-CN …; zh+en: slides and papers in both; en_XA, "
        "ar_XB: longer and mirrored text, to test the layout; may be repeated",
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
        "path of your own theme (.yaml) or PowerPoint template; civic, or the "
        "workshop's own, if not named",
    )
    build.add_argument(
        "--paper",
        choices=PAPERS,
        help="what is printed on; a4, or the workshop's own, if not named",
    )
    build.add_argument(
        "--print",
        action="append",
        default=[],
        choices=PRINTS,
        dest="prints",
        help="papers once more for eyes that see little: 18 points, black on white, in "
        "one column",
    )
    build.add_argument(
        "--out",
        type=as_path,
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


def add_plan(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `course plan`."""
    plan = commands.add_parser(
        "plan",
        help="fit a workshop to its hours",
        description="Print a workshop's agenda by the clock, what had to be dropped, "
        "and what is odd about it. Makes nothing.",
    )
    plan.add_argument(
        "file",
        type=as_path,
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


def _build(given: argparse.Namespace) -> int:
    from course.build import DEFAULT_THEME, Request, build

    kinds = tuple(kind for kind in KINDS if not given.only or kind in given.only)
    files = [word for word in given.modules if word.lower().endswith(WORKSHOP)]
    if files:
        return _build_workshops(given, files, kinds)
    names = tuple(given.modules), tuple(given.lang)
    progress = _Progress()
    wish = given.notes, given.theme or DEFAULT_THEME
    paper = given.paper or DEFAULT_PAPER
    words = (*names, kinds, *wish, given.final, paper, tuple(given.prints))
    request = Request(any_course(), given.out, *words)
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
        wish = given.notes, given.theme, given.final, given.paper
        words = (tuple(given.lang), kinds, *wish, tuple(given.prints))
        request = Request(as_path(file), given.out, *words)
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
    tell((*wrong, *told))
    if wrong and not files and is_final:
        print("nothing was made: what is final has no errors", file=sys.stderr)
    warnings = sum(one.severity is Severity.WARNING for one in problems)
    count = warnings - sum(one.severity is Severity.WARNING for one in told)
    if count:
        print(f"warnings: {count}; `{teller}` names them", file=sys.stderr)
    if files:
        _say_made(files, out)
    return code_of(problems)


def _plan(given: argparse.Namespace) -> int:
    from course.planned import Planned
    from course.problems import Severity

    planned = Planned(given.file, tuple(given.lang))
    for number, lang in enumerate(planned.langs):
        print("\n" * bool(number) + "\n".join(planned.lines(lang)))
    dropped = tuple(planned.dropped())
    if dropped:
        print("\ndropped:\n  " + "\n  ".join(dropped))
    tell(one for one in planned.problems if one.severity is not Severity.NOTE)
    return code_of(planned.problems)


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
