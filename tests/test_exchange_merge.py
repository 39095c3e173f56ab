"""What came back, taken into entries: where it goes when its place has changed."""

from dataclasses import replace

from course.catalog.entry import Entry
from course.exchange.merge import fate, homed, take
from course.exchange.row import Part, Row, row_of

ENTRY = Entry("m/t/show", "Two rights", "Deux droits")


def row_with(target: str, entry: Entry = ENTRY, **changes: object) -> Row:
    return replace(row_of(entry), target=target, **changes)  # type: ignore[arg-type]


def taken(entries: tuple[Entry, ...], *rows: Row) -> tuple[Entry, ...]:
    """Take rows, and merge with the course that the live entries are of."""
    files = {"m": entries}
    made = take(files, [Part("m", "en", "fr", rows)])
    fresh = {"m": tuple(Entry(e.slot, e.source) for e in entries if not e.obsolete)}
    merged = homed(made.files, fresh)
    assert not [p for p in fate(made.rows, merged) if p.code == "X109"]
    return merged["m"]


def test_points_of_one_list_are_not_taken_for_one_another() -> None:
    other = replace(ENTRY, source="Three rights")
    gone = row_with("Deux libertés")
    made = taken((other,), gone, row_of(other))
    assert made[0] == other
    assert made[1] == Entry(ENTRY.slot, ENTRY.source, "Deux libertés", obsolete=True)


def test_a_text_that_has_moved_takes_its_translation_along() -> None:
    moved = Entry("m/elsewhere/show", ENTRY.source)
    (made,) = taken((moved,), row_with("Deux libertés"))
    assert (made.slot, made.target, made.fuzzy) == (moved.slot, "Deux libertés", False)


def test_what_was_not_translated_when_its_source_changed_comes_in_as_fuzzy() -> None:
    changed = Entry(ENTRY.slot, "Three rights")
    (made,) = taken((changed,), replace(row_of(replace(ENTRY, target="")), target="A"))
    assert (made.source, made.target, made.fuzzy) == ("Three rights", "A", True)
    assert made.previous == ENTRY.source


def test_a_row_whose_fingerprint_was_lost_overwrites_nothing() -> None:
    lost = row_with("Deux libertés", mark=None)
    assert taken((ENTRY,), lost) == (ENTRY,)
    (filled,) = taken((replace(ENTRY, target=""),), lost)
    assert filled.target == "Deux libertés"


def test_a_source_that_was_edited_is_told_and_its_translation_taken() -> None:
    row = row_with("Deux libertés", source="2 rights")
    made = take({"m": (ENTRY,)}, [Part("m", "en", "fr", (row,))])
    assert [p.code for p in made.problems] == ["X108"]
    assert made.files["m"] == (replace(ENTRY, target="Deux libertés"),)
