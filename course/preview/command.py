"""`course translate preview`: what it takes, what it makes, and what it says."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from course.model import Course
    from course.preview.make import Maker
    from course.problems import Problem

OK, PROBLEMS = 0, 1


def add_preview(
    actions: Any,
    run: Callable[[argparse.Namespace], int],
    folder: Callable[[str], Path],
) -> None:
    """Add the command to those for translators."""
    preview = actions.add_parser(
        "preview",
        help="make a page that shows every message where it appears",
        description="Make a page to browse: every message beside its source, its "
        "state and its problems, and a picture of the slide, page or question it "
        "appears on, in both languages.",
    )
    preview.add_argument(
        "modules", nargs="*", metavar="MODULE", help="names of modules; all, if none"
    )
    preview.add_argument(
        "--lang",
        action="append",
        default=[],
        metavar="TAG",
        help="a language: zh, zh-CN …; may be repeated; all, if not named",
    )
    preview.add_argument(
        "--out",
        type=folder,
        default=Path("build"),
        metavar="FOLDER",
        help="where the page goes; build, if not named",
    )
    preview.add_argument(
        "--watch",
        action="store_true",
        help="make it again whenever a PO file or a source is saved; the open page "
        "follows by itself; Ctrl-C ends",
    )
    preview.set_defaults(run=run)


def run_preview(given: argparse.Namespace, root: Path) -> int:
    """Make the page for each language; watch the files, if that is asked for."""
    from course.preview.make import Maker, Wish
    from course.problems import UnknownNameError

    langs, modules = _picked(given, root)
    if given.watch and len(langs) > 1:
        raise UnknownNameError(
            "one language at a time is watched", "name it: --lang " + langs[0]
        )
    codes = []
    for lang in langs:
        maker = Maker(Wish(root, given.out, lang, modules, given.watch))
        stamp, problems = _make(maker)
        codes.append(PROBLEMS if problems else OK)
        if given.watch:
            _watch(maker, stamp)
            return OK
    return max(codes, default=OK)


def _picked(
    given: argparse.Namespace, root: Path
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the languages and the modules that are meant.

    Raises:
        UnknownNameError: the course does not have them.
    """
    from course.build import pick_modules
    from course.problems import UnknownNameError
    from course.read.project import read_course
    from course.spoken import pick_language

    course, _ = read_course(root)
    modules = pick_modules(course, tuple(given.modules)) if given.modules else ()
    wishes = [pick_language(course, one) for one in given.lang]
    langs = tuple(dict.fromkeys(wishes)) or _others(course)
    for lang in langs:
        if lang not in _others(course):
            hint = "it is translated into " + ", ".join(_others(course))
            raise UnknownNameError(f"the course is not translated into {lang}", hint)
    return langs, modules


def _others(course: "Course") -> tuple[str, ...]:
    return tuple(one for one in course.text.languages if one != course.lang)


def _make(maker: "Maker") -> "tuple[str, tuple[Problem, ...]]":
    """Make and write the page; give its stamp, and what stood in the way."""
    from course.preview.page import STATES
    from course.write.publish import publish

    made, wish = maker.made(), maker.wish
    _, blocked = publish(made.files)
    problems = (*made.problems, *blocked)
    for one in problems:
        print(one, file=sys.stderr, flush=True)
    if not problems:
        counts = [f"{count} {STATES[one]}" for one, count in made.counts.items()]
        print(f"{wish.lang}: {', '.join(counts)}")
        print(f"open {wish.folder / 'index.html'}", flush=True)
    return made.stamp, problems


def _watch(maker: "Maker", stamp: str) -> None:
    """Make the page again whenever files have changed, until the user has enough.

    While something cannot be read, the last page stays and says so.
    """
    from course.preview.watch import changes

    print("watching; Ctrl-C ends", flush=True)
    try:
        for paths in changes(maker.watched()):
            print("changed: " + ", ".join(path.name for path in paths), flush=True)
            newer, problems = _make(maker)
            stamp = stamp if problems else newer
            if problems and stamp:
                _tell_page(maker, stamp, problems)
    except KeyboardInterrupt:
        print()
    finally:
        if stamp:
            _tell_page(maker, stamp, (), is_live=False)


def _tell_page(
    maker: "Maker", stamp: str, problems: "Sequence[Problem]", *, is_live: bool = True
) -> None:
    from course.preview.make import STAMP, stamp_file
    from course.write.publish import publish

    data = stamp_file(stamp, problems, is_live=is_live)
    publish({maker.wish.folder / STAMP: data})
