"""The PO files of a project: found, read, counted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from course.catalog.entry import Entries, Entry, Header, Key
from course.catalog.merge import Files, merge
from course.files import Folder, read_text
from course.labels import Labels, messages
from course.languages import is_known, name_in, parts, pick
from course.model import Course
from course.problems import Place, Problem, Severity, errors
from course.slots import Known, Translations, Unit, catalogs
from course.terms import Agreed, Termbase, termbase
from course.translate import translate

LABELS = "labels"


@dataclass(frozen=True, slots=True)
class Count:
    """How far the translation of one file is."""

    name: str
    done: int
    fuzzy: int
    missing: int

    @property
    def total(self) -> int:
        """All messages that are in use."""
        return self.done + self.fuzzy + self.missing


@dataclass(frozen=True, slots=True)
class Store:
    """Where a project's translations lie, and the product's own labels."""

    root: Path
    own: Path

    def folder(self, lang: str, root: Path | None = None) -> Path:
        """Give the folder of a language's PO files, however its tag is written."""
        locales = (root or self.root) / "locales"
        there = sorted(path.parent.name for path in locales.glob("*/LC_MESSAGES"))
        tag = pick(lang, filter(is_known, there)) or lang
        return locales / tag / "LC_MESSAGES"

    def file(self, lang: str, name: str) -> Path:
        """Give the path of one PO file."""
        return self.folder(lang) / f"{name}.po"

    def template(self, name: str) -> Path:
        """Give the path of one POT file."""
        return self.root / "locales" / f"{name}.pot"

    def has(self, lang: str, name: str) -> bool:
        """Tell whether a PO file is there."""
        return self.file(lang, name).is_file()

    def place(self, path: Path) -> Place:
        """Give a file's place, as problems name it."""
        return Place(Folder(self.root).shown(path))

    @property
    def keeps_labels(self) -> bool:
        """Whether the project is the product's own, which keeps the labels."""
        return self.root.resolve() == self.own.resolve()

    def names(self, lang: str) -> list[str]:
        """Give the names of a language's PO files that are there."""
        return sorted(path.stem for path in self.folder(lang).glob("*.po"))


class Loaded(NamedTuple):
    """What is translated into a language, the labels in it, and problems.

    `doubted` are the messages whose translations somebody must look at again.
    """

    known: Translations
    labels: Labels
    problems: tuple[Problem, ...]
    doubted: frozenset[Key] = frozenset()


def load(store: Store, course: Course, lang: str) -> Loaded:
    """Give what is translated into a language."""
    if lang == course.lang:
        return Loaded({}, *load_labels(store, lang))
    found: list[Problem] = []
    fresh = messages_of(course)
    files: dict[str, Entries] = {}
    doubted: frozenset[Key] = frozenset()
    for name in fresh:
        files[name], _, problems = _read(store, store.file(lang, name))
        found += problems
    if not errors(found):
        merged = merge(files, fresh)
        counts = [_count(name, merged[name]) for name in fresh]
        found += _to_do(store, course, lang, counts)
        found += _changed(chain.from_iterable(merged.values()))
        every = chain.from_iterable(merged.values())
        doubted = frozenset(one.key for one in every if one.fuzzy and not one.obsolete)
    known = _known(chain.from_iterable(files.values()))
    labels, problems = load_labels(store, lang)
    return Loaded(known, labels, (*found, *problems), doubted)


def _to_do(
    store: Store, course: Course, lang: str, counts: Iterable[Count]
) -> Iterator[Problem]:
    """Tell once how much is not translated, at the first file that lacks something."""
    open_counts = [one for one in counts if one.done < one.total]
    if open_counts:
        yield not_translated(
            store.place(store.file(lang, open_counts[0].name)),
            f"{lang}: {sum(one.fuzzy for one in open_counts)} fuzzy, "
            f"{sum(one.missing for one in open_counts)} missing; "
            f"shown in {name_in(course.lang, 'en')}",
        )


def _changed(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Tell of each translation whose source says something else now."""
    for entry in entries:
        if entry.fuzzy and entry.weighty and not entry.obsolete:
            yield meaning_changed(entry.place, entry.slot, entry.weighty)


def load_labels(store: Store, lang: str) -> tuple[Labels, tuple[Problem, ...]]:
    """Give the labels in a language: the project's own file, or the product's."""
    if parts(lang)[0] == "en":
        return Labels(), ()
    for root in (store.root, store.own):
        path = store.folder(lang, root) / f"{LABELS}.po"
        if path.is_file():
            entries, _, problems = _read(replace(store, root=root), path)
            labels, wrong = _labels(entries)
            place = Place(Folder(root).shown(path))
            lost = () if problems else _untranslated(entries, place)
            return labels, (*problems, *wrong, *lost)
    place = store.place(store.file(lang, LABELS))
    return Labels(), (english_labels(place, len(messages())),)


def own_labels(store: Store, lang: str) -> Iterator[tuple[str, Known]]:
    """Give the English labels that the project itself translates, each with its own."""
    path = store.file(lang, LABELS)
    entries = _read(store, path)[0] if parts(lang)[0] != "en" else ()
    known = {entry.key for entry in fresh_labels()}
    for entry in entries:
        if entry.is_done and entry.key in known:
            place = entry.place.of("msgstr")
            yield entry.source, Known(entry.target, place, entry.notes)


def status(
    store: Store, course: Course, lang: str
) -> tuple[tuple[Count, ...], tuple[Problem, ...]]:
    """Count a language's messages, file by file, as an update would leave them.

    A file that cannot be read is not counted.
    """
    fresh = wanted(store, course, lang)
    old, problems = read_all(store, lang, fresh)
    lost = {name for name in fresh if name not in old and store.has(lang, name)}
    return _counts(
        {name: entries for name, (entries, _) in old.items()},
        {name: entries for name, entries in fresh.items() if name not in lost},
    ), problems


def _counts(old: Files, fresh: Files) -> tuple[Count, ...]:
    merged = merge(old, fresh)
    return tuple(_count(name, merged[name]) for name in fresh)


def messages_of(course: Course) -> dict[str, Entries]:
    """Give the messages of a course's own texts, by file."""
    return {name: _fresh(units) for name, units in catalogs(course).items()}


def wanted(store: Store, course: Course, lang: str) -> dict[str, Entries]:
    """Give the messages that a language needs, by file.

    The labels are English: each other language needs them, unless the product
    brings them.
    """
    made = messages_of(course) if lang != course.lang else {}
    shipped = store.folder(lang, store.own) / f"{LABELS}.po"
    if parts(lang)[0] != "en" and (store.keeps_labels or not shipped.is_file()):
        made[LABELS] = fresh_labels()
    return made


def _count(name: str, entries: Entries) -> Count:
    live = [entry for entry in entries if not entry.obsolete]
    done = sum(entry.is_done for entry in live)
    fuzzy = sum(entry.fuzzy for entry in live)
    return Count(name, done, fuzzy, len(live) - done - fuzzy)


def read_all(
    store: Store, lang: str, fresh: Mapping[str, Entries]
) -> tuple[dict[str, tuple[Entries, Header | None]], tuple[Problem, ...]]:
    """Read all PO files of a language: those that are wanted, and those left over.

    Those that cannot be read are left out.
    """
    files: dict[str, tuple[Entries, Header | None]] = {}
    found: list[Problem] = []
    for name in dict.fromkeys([*fresh, *store.names(lang)]):
        path = store.file(lang, name)
        if store.has(lang, name) and (name != LABELS or LABELS in fresh):
            entries, header, problems = _read(store, path)
            if entries or not errors(problems):
                files[name] = entries, header
            found += problems
    return files, tuple(found)


def _read(
    store: Store, path: Path
) -> tuple[Entries, Header | None, tuple[Problem, ...]]:
    """Read one PO file; one that is not there yet is an empty one."""
    from course.catalog import po

    folder = Folder(store.root)
    if not path.exists():
        return (), None, ()
    text, problems = read_text(path, folder, empty)
    if not text:
        return (), None, problems
    entries, header, wrong = po.read(text, folder.shown(path))
    return entries, header, (*problems, *wrong)


def _fresh(units: Iterable[Unit]) -> Entries:
    """Give the entries of a course's units, those of one key joined."""
    made: dict[tuple[str, str], Entry] = {}
    for unit in units:
        entry = Entry(
            unit.slot.path,
            unit.words.source,
            files=(unit.words.place.file,),
        )
        made.setdefault(entry.key, entry)
    return tuple(made.values())


def fresh_labels() -> Entries:
    """Give the messages of the product's own labels."""
    return tuple(
        Entry(f"{LABELS}/{name}", english, comments=(about,))
        for name, (english, about) in messages().items()
    )


def terms_of(course: Course, lang: str, entries: Entries) -> Termbase:
    """Give the terms that a glossary and the entries of its PO file agree on."""
    glossary = replace(course, report=None, frame=None, modules=())
    return termbase(
        course.glossary, translate(glossary, lang, _known(entries))[0].glossary
    )


def terms_in(store: Store, course: Course, lang: str) -> tuple[Agreed, ...]:
    """Give the terms that are agreed on with a language, as far as they can be read."""
    path = store.file(lang, "glossary")
    entries = _read(store, path)[0] if path.is_file() else ()
    return terms_of(course, lang, entries).terms


def _known(entries: Iterable[Entry]) -> Translations:
    """Give the translations that may be shown."""
    return {
        entry.key: Known(entry.target, entry.place.of("msgstr"), entry.notes)
        for entry in entries
        if entry.is_done
    }


def _labels(entries: Entries) -> tuple[Labels, tuple[Problem, ...]]:
    """Give the labels of a file; one that is not translated stays English."""
    english = {name: words for name, (words, _) in messages().items()}
    done: dict[str, str] = {}
    found: list[Problem] = []
    for entry in entries:
        name = entry.slot.removeprefix(f"{LABELS}/")
        if not entry.is_done or english.get(name) != entry.source:
            continue
        if _fields(entry.source) == _fields(entry.target):
            done[name] = entry.target
        else:
            found.append(lost_placeholder(entry.place.of("msgstr"), name))
    return Labels(**done), tuple(found)


def _fields(text: str) -> list[str] | None:
    """Give the placeholders of a label, sorted; none if they cannot be read."""
    from string import Formatter

    try:
        return sorted(name for _, name, _, _ in Formatter().parse(text) if name)
    except ValueError:
        return None


def _untranslated(entries: Entries, place: Place) -> tuple[Problem, ...]:
    done = {entry.key for entry in entries if entry.is_done}
    missing = [e for e in fresh_labels() if e.key not in done]
    return (english_labels(place, len(missing)),) if missing else ()


def empty(place: Place) -> Problem:
    """T110: a PO file is empty, so nothing in it is translated.

    Perhaps a program broke off while it saved the file: then take back an older one.
    """
    return Problem(
        place,
        "T110",
        "the file is empty",
        "take back an older one, or fill it with `course translate update`",
        Severity.WARNING,
    )


def not_translated(place: Place, what: str) -> Problem:
    """T111: some messages of a language are not translated, or fuzzy.

    What bears them is shown in the source language, and marked: a whole slide, section
    or question. `course translate update` puts new and changed texts into the PO files;
    `course translate status` counts what is left to do in each.
    """
    return Problem(
        place,
        "T111",
        what,
        "run `course translate update`, and translate what is fuzzy or missing",
        Severity.WARNING,
    )


def meaning_changed(place: Place, slot: str, change: str) -> Problem:
    """T113: a number, a negation or a modal word of a source has changed.

    The translation may say the contrary now. It is not shown, as no fuzzy translation
    is; and `course build --final` makes nothing in this language until it is mended.
    If it is still right, `course translate keep --meaning` with its slot says so.
    """
    return Problem(
        place,
        "T113",
        f"meaning changed in {slot}: {change}",
        "mend the translation and take its fuzzy mark away",
        Severity.WARNING,
    )


def english_labels(place: Place, count: int) -> Problem:
    """T107: words that the program adds to a course are not translated yet.

    They stay English, on slides whose own text is translated. `course translate
    update` makes the file; translate it first, it is short.
    """
    return Problem(
        place,
        "T107",
        f"{count} labels are not translated",
        "run `course translate update`, and translate this file",
        Severity.WARNING,
    )


def lost_placeholder(place: Place, name: str) -> Problem:
    """T106: a label's translation has lost or changed a placeholder.

    `{number}` and the like are filled in by the program. Keep each of them once.
    """
    return Problem(
        place,
        "T106",
        f"the placeholders of `{name}` differ from the English label",
        "keep each {placeholder} of the source",
    )
