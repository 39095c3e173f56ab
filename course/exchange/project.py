"""Messages of a project out into files, and back into its PO files."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from course.arrange.look import Look
from course.catalog.context import Context
from course.catalog.entry import Entry
from course.catalog.merge import Files, merge
from course.catalog.store import LABELS, Store, read_all, terms_of, wanted
from course.catalog.update import explained, update
from course.exchange.formats import ENDINGS, Format, read
from course.exchange.merge import fate, homed, take, twice
from course.exchange.problems import other_language, work_in_it
from course.exchange.row import Part, Row, State, row_of
from course.files import forbidden_letters
from course.languages import pick
from course.model import Course
from course.problems import (
    Place,
    Problem,
    SourceError,
    UnknownNameError,
    errors,
    in_order,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What to export: catalogues by name, all if none is named; states; the kind."""

    lang: str
    kind: Format
    names: tuple[str, ...] = ()
    states: tuple[State, ...] = tuple(State)
    is_together: bool = False


@dataclass(frozen=True, slots=True)
class Import:
    """The PO files that must change, what was taken of which rows, and problems."""

    files: dict[Path, str]
    rows: tuple[Row, ...]
    seen: int
    problems: tuple[Problem, ...]


def parts_of(
    store: Store, course: Course, wish: Wish, look: Look | None = None
) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    """Give what to export, as an update would leave it, and problems of the PO files.

    Raises:
        UnknownNameError: there is no catalogue of a name.
    """
    files, problems = _merged(store, course, wish.lang)
    known = tuple(wanted(store, course, wish.lang))
    for name in wish.names:
        if name not in known:
            raise UnknownNameError(
                f"the course has no module or list “{name}”", _meant(name, known)
            )
    terms = terms_of(course, wish.lang, files.get("glossary", ()))
    told = explained(files, course, Context(look, terms))
    made = []
    for name in wish.names or known:
        rows = (row_of(entry) for entry in told.get(name, ()) if not entry.obsolete)
        chosen = tuple(row for row in rows if row.state in wish.states)
        source = _source_of(name, course)
        made += [Part(name, source, wish.lang, chosen)] if chosen else []
    return tuple(made), problems


def export(
    store: Store, course: Course, wish: Wish, folder: Path, parts: Sequence[Part]
) -> tuple[dict[Path, tuple[Part, ...]], tuple[Problem, ...]]:
    """Give each file to write, with its parts; and those that hold somebody's work."""
    ending = f"{wish.lang}{ENDINGS[wish.kind]}"
    together = [p for p in parts if wish.is_together and p.source_lang == course.lang]
    made = {folder / f"all.{ending}": tuple(together)} if together else {}
    for part in parts:
        made |= {} if part in together else {folder / f"{part.name}.{ending}": (part,)}
    files, _ = _merged(store, course, wish.lang)
    found = []
    for path in made:
        if path.exists():
            place = Place(path.as_posix())
            kept, wrong = read(path)
            taken = take(files, kept)
            count = len(taken.rows) + len(taken.refused) + len(errors(wrong))
            found += [work_in_it(place, count)] if count else []
    return made, tuple(found)


def bring_in(
    store: Store, course: Course, paths: Iterable[Path], look: Look | None = None
) -> Import:
    """Give the PO files as they are to be once all that came back is taken.

    Where a file has an error there are none: it is all or nothing.
    """
    parts, found = _read_all(course, paths)
    seen = sum(len(part.rows) for part in parts)
    files: dict[Path, str] = {}
    rows: list[Row] = []
    langs = dict.fromkeys(part.lang for part in parts)
    if errors(found):
        return Import({}, (), seen, in_order(found))
    for lang in langs:
        mine = [part for part in parts if part.lang == lang]
        one = _bring_in(store, course, lang, mine, look)
        files |= one.files
        rows += one.rows
        found += one.problems
    if errors(found):
        return Import({}, (), seen, in_order(found))
    return Import(files, tuple(rows), seen, in_order(found))


def _bring_in(
    store: Store, course: Course, lang: str, parts: Collection[Part], look: Look | None
) -> Import:
    before, problems = _merged(store, course, lang)
    taken = take(before, parts)
    if errors(problems) or not taken.rows:
        return Import({}, (), 0, (*errors(problems), *taken.problems))
    after: dict[str, Files] = {}

    def hands(_: str, files: Files) -> Files:
        after[lang] = homed(take(files, parts).files, wanted(store, course, lang))
        return after[lang]

    files, wrong = update(store, course, look, hands, [lang])
    fates = fate(taken.rows, after.get(lang, {}))
    return Import(files, taken.rows, 0, (*wrong, *taken.problems, *fates))


def _read_all(
    course: Course, paths: Iterable[Path]
) -> tuple[list[Part], list[Problem]]:
    """Read all files; each part in a language of the course, by its own tag."""
    parts: list[Part] = []
    found: list[Problem] = []
    for path in paths:
        try:
            some, wrong = read(path)
        except SourceError as error:
            found += error.problems
            continue
        found += wrong
        for part in some:
            place = Place(path.as_posix())
            lang, problems = _language(course, part, place)
            found += problems
            found += (p for row in part.rows for p in _forbidden(row))
            parts.append(replace(part, lang=lang))
    for lang in {part.lang for part in parts}:
        found += twice(part for part in parts if part.lang == lang)
    return parts, found


def _forbidden(row: Row) -> list[Problem]:
    text = "\n".join((row.slot, row.source, row.target, *row.comment))
    return [replace(one, place=row.place) for one in forbidden_letters(text, row.place)]


def _language(
    course: Course, part: Part, place: Place
) -> tuple[str, tuple[Problem, ...]]:
    source = _source_of(part.name, course)
    others = [lang for lang in course.text.languages if lang != source]
    lang = pick(part.lang, others)
    if lang and pick(part.source_lang, [source]):
        return lang, ()
    pair = f"from {part.source_lang} to {part.lang}"
    meant = f"from {source} to {' or '.join(others) or 'no other'}"
    return part.lang, (other_language(place, pair, meant),)


def _source_of(name: str, course: Course) -> str:
    """Give the language of a catalogue's sources: the labels are always English."""
    return "en" if name == LABELS else course.lang


def _merged(
    store: Store, course: Course, lang: str
) -> tuple[dict[str, tuple[Entry, ...]], tuple[Problem, ...]]:
    """Give a language's entries as an update would leave them."""
    fresh = wanted(store, course, lang)
    old, problems = read_all(store, lang, fresh)
    if errors(problems):
        raise SourceError(problems)
    return merge({name: entries for name, (entries, _) in old.items()}, fresh), problems


def _meant(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f"did you mean {near[0]}?" if near else "there are " + ", ".join(known)
