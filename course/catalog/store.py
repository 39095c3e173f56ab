"""The PO files of a project: found, read, brought up to date, counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from course.catalog.entry import Entries, Entry, Header
from course.catalog.merge import merge
from course.files import Folder, read_text
from course.languages import parts
from course.model import Course
from course.problems import Place, Problem, Severity, errors
from course.slots import Unit, catalogs
from course.translate import Known, Translations
from course.wording import Labels, messages

LABELS = "labels"
INTRO = "{name}: from {source} to {target}"
TEMPLATE_INTRO = "{name}: all messages, in {source}. Made by `course translate update`."


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
        """Give the folder of a language's PO files."""
        return (root or self.root) / "locales" / lang / "LC_MESSAGES"

    def file(self, lang: str, name: str) -> Path:
        """Give the path of one PO file."""
        return self.folder(lang) / f"{name}.po"

    def template(self, name: str) -> Path:
        """Give the path of one POT file."""
        return self.root / "locales" / f"{name}.pot"

    @property
    def keeps_labels(self) -> bool:
        """Whether the project is the product's own, which keeps the labels."""
        return self.root.resolve() == self.own.resolve()

    def names(self, lang: str) -> list[str]:
        """Give the names of a language's PO files that are there."""
        return sorted(path.stem for path in self.folder(lang).glob("*.po"))


def load(
    store: Store, course: Course, lang: str
) -> tuple[Translations, Labels, tuple[Problem, ...]]:
    """Give what is translated into a language, the labels in it, and problems."""
    if lang == course.lang:
        labels, problems = load_labels(store, lang)
        return {}, labels, problems
    found: list[Problem] = []
    known: dict[tuple[str, str], Known] = {}
    for name in catalogs(course):
        entries, _, problems = _read(store, store.file(lang, name))
        found += problems
        for entry in entries:
            if entry.is_done:
                known[entry.key] = Known(entry.target, entry.place.of("msgstr"))
    labels, problems = load_labels(store, lang)
    return known, labels, (*found, *problems)


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
    place = Place(Folder(store.root).shown(store.file(lang, LABELS)))
    return Labels(), (english_labels(place, len(messages())),)


def update(store: Store, course: Course) -> tuple[dict[Path, str], tuple[Problem, ...]]:
    """Give the POT and PO files that must change, and problems of those on disk.

    A language with a file that cannot be read is left alone.
    """
    from course.catalog import po

    changed: dict[Path, str] = {}
    found: list[Problem] = []
    for name, entries in _templates(store, course).items():
        intro = TEMPLATE_INTRO.format(name=name, source=course.lang)
        header = po.new_header("", "nplurals=INTEGER; plural=EXPRESSION;", intro)
        _put(changed, store.template(name), po.write(entries, header))
    for lang in course.text.languages:
        files, problems = _update_language(store, course, lang)
        changed |= files
        found += problems
    return changed, tuple(found)


def status(
    store: Store, course: Course, lang: str
) -> tuple[tuple[Count, ...], tuple[Problem, ...]]:
    """Count a language's messages, file by file, as an update would leave them."""
    fresh = _wanted(store, course, lang)
    old, problems = _read_all(store, lang, fresh)
    merged = merge({name: entries for name, (entries, _) in old.items()}, fresh)
    return tuple(_count(name, merged[name]) for name in fresh), problems


def _templates(store: Store, course: Course) -> dict[str, Entries]:
    """Give the messages of each POT file."""
    made = {name: _fresh(units) for name, units in catalogs(course).items()}
    return {**made, LABELS: _fresh_labels()} if store.keeps_labels else made


def _wanted(store: Store, course: Course, lang: str) -> dict[str, Entries]:
    """Give the messages that a language needs, by file.

    The labels are English: each other language needs them, unless the product
    brings them.
    """
    made: dict[str, Entries] = {}
    if lang != course.lang:
        made = {name: _fresh(units) for name, units in catalogs(course).items()}
    shipped = store.folder(lang, store.own) / f"{LABELS}.po"
    if parts(lang)[0] != "en" and (store.keeps_labels or not shipped.is_file()):
        made[LABELS] = _fresh_labels()
    return made


def _count(name: str, entries: Entries) -> Count:
    live = [entry for entry in entries if not entry.obsolete]
    done = sum(entry.is_done for entry in live)
    fuzzy = sum(entry.fuzzy for entry in live)
    return Count(name, done, fuzzy, len(live) - done - fuzzy)


def _update_language(
    store: Store, course: Course, lang: str
) -> tuple[dict[Path, str], tuple[Problem, ...]]:
    from course.catalog import po

    fresh = _wanted(store, course, lang)
    old, problems = _read_all(store, lang, fresh) if fresh else ({}, ())
    if errors(problems):
        return {}, problems
    merged = merge({name: entries for name, (entries, _) in old.items()}, fresh)
    changed: dict[Path, str] = {}
    for name, entries in merged.items():
        before, header = old.get(name, ((), None))
        if header and _alike(before, entries):
            continue
        intro = INTRO.format(name=name, source=course.lang, target=lang)
        header = header or po.new_header(lang, _plurals(lang), intro)
        _put(changed, store.file(lang, name), po.write(entries, header))
    return changed, problems


def _read_all(
    store: Store, lang: str, fresh: Mapping[str, Entries]
) -> tuple[dict[str, tuple[Entries, Header | None]], tuple[Problem, ...]]:
    """Read all PO files of a language: those that are wanted, and those left over."""
    files: dict[str, tuple[Entries, Header | None]] = {}
    found: list[Problem] = []
    for name in dict.fromkeys([*fresh, *store.names(lang)]):
        path = store.file(lang, name)
        if path.is_file() and (name != LABELS or LABELS in fresh):
            entries, header, problems = _read(store, path)
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
    text, problems = read_text(path, folder)
    if not text:
        return (), None, problems
    entries, header, wrong = po.read(text, folder.shown(path))
    return entries, header, (*problems, *wrong)


def _put(changed: dict[Path, str], path: Path, text: str) -> None:
    """Note a file to be written, unless it says the same already."""
    if not path.is_file() or path.read_bytes() != text.encode():
        changed[path] = text


def _alike(before: Entries, after: Entries) -> bool:
    """Tell whether two lists say the same; comments wrapped by an editor do not count.

    Notes are compared without their line ends for the same reason.
    """
    return len(before) == len(after) and all(
        _sense(one) == _sense(other) for one, other in zip(before, after, strict=True)
    )


def _sense(entry: Entry) -> Entry:
    return replace(
        entry,
        comments=(" ".join(entry.comments),),
        notes=(" ".join(entry.notes),),
        flags=tuple(sorted(entry.flags)),
        files=tuple(sorted(entry.files)),
    )


def _fresh(units: Iterable[Unit]) -> Entries:
    """Give the entries of a course's units, those of one key joined."""
    made: dict[tuple[str, str], Entry] = {}
    for unit in units:
        entry = Entry(
            unit.slot.path,
            unit.words.source,
            comments=(unit.slot.role,),
            files=(unit.words.place.file,),
        )
        known = made.get(entry.key)
        if known:
            roles = dict.fromkeys((*known.comments, *entry.comments))
            entry = replace(known, comments=tuple(roles))
        made[entry.key] = entry
    return tuple(made.values())


def _fresh_labels() -> Entries:
    return tuple(
        Entry(f"{LABELS}/{name}", english, comments=(about,))
        for name, (english, about) in messages().items()
    )


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


def _plurals(lang: str) -> str:
    from babel.messages.plurals import get_plural

    return str(get_plural(parts(lang)[0]).plural_forms)


def _untranslated(entries: Entries, place: Place) -> tuple[Problem, ...]:
    done = {entry.key for entry in entries if entry.is_done}
    missing = [e for e in _fresh_labels() if e.key not in done]
    return (english_labels(place, len(missing)),) if missing else ()


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
