"""`course translate`: what translators need."""

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from course.cli.words import (
    OK,
    PROBLEMS,
    Parser,
    add_format,
    any_course,
    as_path,
    code_of,
    look,
    own_course,
    tell,
)
from course.exchange import command as exchange
from course.preview.command import add_preview

if TYPE_CHECKING:
    from pathlib import Path

    from course.arrange.look import Look
    from course.catalog.store import Store
    from course.model import Course
    from course.problems import Problem

    Changes = tuple[dict[Path, str], tuple[Problem, ...]]


def add_translate(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `course translate`."""
    translate = commands.add_parser(
        "translate",
        help="bring translations up to date, or count them",
        description="For translators. Their files are "
        "locales/<language>/LC_MESSAGES/*.po.",
    )
    actions = translate.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=Parser
    )
    update = actions.add_parser(
        "update",
        help="put new and changed texts into the PO files",
        description="Put new and changed texts into the PO files. No translation is "
        "lost: what no longer fits is kept as fuzzy or obsolete.",
    )
    update.set_defaults(run=_update)
    add_preview(actions, _preview, as_path)
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
    add_format(check)
    check.set_defaults(run=_check_translations)
    exchange.add(actions, own_course, as_path)


def _update(_: argparse.Namespace) -> int:
    from course.catalog.update import update

    return _change_translations(update)


def _preview(given: argparse.Namespace) -> int:
    from course.preview.command import run_preview

    return run_preview(given, any_course())


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

    root = own_course()
    course, problems = read_course(root)
    if code_of(problems):
        tell(problems)
        print("nothing was changed: mend the sources first", file=sys.stderr)
        return PROBLEMS
    files, found = change(Store(root, own_root()), course, read_templates().look)
    written, blocked = publish({path: text.encode() for path, text in files.items()})
    tell((*found, *blocked))
    if errors(found):
        print("a language with an error was left as it is", file=sys.stderr)
    for path in written:
        print(path.relative_to(root))
    if not files and not code_of(found):
        print("all files are up to date")
    return code_of((*found, *blocked))


def _status(given: argparse.Namespace) -> int:
    from course.catalog.store import Store, status
    from course.languages import own_name
    from course.read.project import own_root, read_course
    from course.spoken import pick_language

    root = any_course()
    course, problems = read_course(root)
    if code_of(problems):
        tell(problems)
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
    tell(found)
    return code_of(found)


def _check_translations(given: argparse.Namespace) -> int:
    from course.build import inspect_translations

    return look(given, lambda: inspect_translations(any_course(), given.lang))
