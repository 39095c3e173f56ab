"""New texts of a course put into its POT and PO files."""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from course.arrange.look import Look
from course.catalog import po
from course.catalog.context import Context
from course.catalog.entry import Entries, Entry
from course.catalog.merge import Files, merge
from course.catalog.store import (
    LABELS,
    Store,
    fresh_labels,
    messages_of,
    read_all,
    terms_of,
    wanted,
)
from course.languages import parts
from course.model import Course
from course.problems import Place, Problem, Severity, errors
from course.slots import catalogs

INTRO = "{name}: from {source} to {target}"
TEMPLATE_INTRO = "{name}: all messages, in {source}. Made by `course translate update`."
Hand: TypeAlias = Callable[[str, Entry], Entry]
# What a language's files are to be, given what they were and what they are now.
Hands: TypeAlias = Callable[[str, Files], Files]


def untouched(_: str, entry: Entry) -> Entry:
    """Give an entry as it is."""
    return entry


def each(hand: Hand) -> Hands:
    """Give the change of all files that a change of each entry makes."""

    def hands(lang: str, files: Files) -> Files:
        return {
            name: tuple(hand(lang, entry) for entry in entries)
            for name, entries in files.items()
        }

    return hands


AS_MERGED = each(untouched)


def update(
    store: Store,
    course: Course,
    look: Look | None = None,
    hands: Hands = AS_MERGED,
    langs: Collection[str] = (),
) -> tuple[dict[Path, str], tuple[Problem, ...]]:
    """Give the POT and PO files that must change, and problems of those on disk.

    A language with a file that cannot be read is left alone, since texts may move
    from one file to another. `look` tells how much room words have on slides. `hands`
    is given each language and its files once merged, to change them; `langs` are all,
    if none is named.
    """
    changed: dict[Path, str] = {}
    found: list[Problem] = []
    templates = _templates(store, course, Context(look))
    for name, entries in templates.items():
        intro = TEMPLATE_INTRO.format(name=name, source=course.lang)
        header = po.new_header("", "nplurals=INTEGER; plural=EXPRESSION;", intro)
        _put(changed, store.template(name), po.write(entries, header))
    for path in sorted((store.root / "locales").glob("*.pot")):
        if path.stem not in (*templates, LABELS):
            found.append(left_over(store.place(path), 0))
    for lang in langs or course.text.languages:
        files, problems = _update_language(store, course, lang, look, hands)
        changed |= files
        found += problems
    return changed, tuple(found)


def _templates(store: Store, course: Course, context: Context) -> dict[str, Entries]:
    """Give the messages of each POT file."""
    made = explained(messages_of(course), course, context)
    return {**made, LABELS: fresh_labels()} if store.keeps_labels else made


def explained(files: Files, course: Course, context: Context) -> dict[str, Entries]:
    """Give the entries of all files with comments for translators."""
    units = catalogs(course)
    return {
        name: context.explained(entries, units.get(name, ()))
        for name, entries in files.items()
    }


def _update_language(
    store: Store, course: Course, lang: str, look: Look | None, hands: Hands
) -> tuple[dict[Path, str], tuple[Problem, ...]]:
    fresh = wanted(store, course, lang)
    old, problems = read_all(store, lang, fresh) if fresh else ({}, ())
    if errors(problems):
        return {}, problems
    before = {name: entries for name, (entries, _) in old.items()}
    merged = hands(lang, merge(before, fresh))
    terms = terms_of(course, lang, merged.get("glossary", ()))
    merged = explained(merged, course, Context(look, terms))
    changed: dict[Path, str] = {}
    left = [
        left_over(store.place(store.file(lang, name)), len(entries))
        for name, entries in merged.items()
        if name not in fresh
    ]
    for name, entries in merged.items():
        there, header = old.get(name, ((), None))
        if header and _alike(there, entries):
            continue
        intro = INTRO.format(name=name, source=course.lang, target=lang)
        header = header or po.new_header(lang, _plurals(lang), intro)
        _put(changed, store.file(lang, name), po.write(entries, header))
    return changed, (*problems, *left)


def _put(changed: dict[Path, str], path: Path, text: str) -> None:
    """Note a file to be written, unless it says the same already."""
    with suppress(OSError):
        if path.read_bytes() == text.encode():
            return
    changed[path] = text


def _alike(before: Entries, after: Entries) -> bool:
    """Tell whether two lists say the same; how comments are wrapped does not count."""
    return len(before) == len(after) and all(
        _sense(one) == _sense(other) for one, other in zip(before, after, strict=True)
    )


def _sense(entry: Entry) -> Entry:
    return replace(
        entry,
        comments=_letters(entry.comments),
        notes=_letters(entry.notes),
        flags=tuple(sorted(entry.flags)),
        files=tuple(sorted(entry.files)),
    )


def _letters(lines: tuple[str, ...]) -> tuple[str, ...]:
    return ("".join("".join(lines).split()),)


def _plurals(lang: str) -> str:
    from babel.messages.plurals import get_plural

    return str(get_plural(parts(lang)[0]).plural_forms)


def left_over(place: Place, kept: int) -> Problem:
    """T112: a PO or POT file belongs to no module any more.

    The module was renamed or taken away. Translations whose texts stand in another
    module now are in its file; those that fit nowhere are kept here, as obsolete.
    """
    return Problem(
        place,
        "T112",
        f"left over: no module has this name; old translations in it: {kept}",
        "delete it when you no longer want them" if kept else "delete it",
        Severity.WARNING,
    )
