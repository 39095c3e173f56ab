"""A changed source whose translations are right as they are: a typo was mended."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from course.arrange.look import Look
from course.catalog.entry import Entry
from course.catalog.merge import settled
from course.catalog.store import Store
from course.catalog.update import each, update
from course.model import Course
from course.problems import Problem, UnknownNameError
from course.slots import catalogs


@dataclass(slots=True)
class Keeper:
    """Keeps the translations of some slots; minds what it kept, and what it did not.

    A slot is named as `msgctxt` names it, or by the beginning of its path: a topic's
    stands for all that the topic holds. `meaning` says that a change of the meaning
    is no hindrance.
    """

    slots: tuple[str, ...]
    meaning: bool = False
    kept: list[tuple[str, Entry]] = field(default_factory=list)
    left: list[tuple[str, Entry]] = field(default_factory=list)

    def hand(self, lang: str, entry: Entry) -> Entry:
        """Give an entry, settled if it is one of those that are kept."""
        if not (self._is_meant(entry) and entry.fuzzy and entry.previous):
            return entry
        if entry.weighty and not self.meaning:
            self.left.append((lang, entry))
            return entry
        self.kept.append((lang, entry))
        return settled(entry)

    def _is_meant(self, entry: Entry) -> bool:
        return not entry.obsolete and any(_holds(one, entry.slot) for one in self.slots)


def keep(
    store: Store,
    course: Course,
    keeper: Keeper,
    look: Look | None = None,
    langs: Collection[str] = (),
) -> tuple[dict[Path, str], tuple[Problem, ...]]:
    """Give the files that must change so that some translations are no longer fuzzy.

    Only those are meant whose source has changed: where a translator doubts, only a
    translator settles.

    Raises:
        UnknownNameError: the course has no such slot.
    """
    known = {u.slot.path for units in catalogs(course).values() for u in units}
    for slot in keeper.slots:
        if not any(_holds(slot, one) for one in known):
            raise UnknownNameError(
                f"the course has no slot “{slot}”", _meant(slot, known)
            )
    return update(store, course, look, each(keeper.hand), langs)


def _holds(slot: str, other: str) -> bool:
    return f"{other}/".startswith(f"{slot.rstrip('/')}/")


def _meant(slot: str, known: set[str]) -> str:
    near = get_close_matches(slot, sorted({*known, *_stems(known)}), 1)
    return (
        f"did you mean {near[0]}?"
        if near
        else "a slot is what stands behind msgctxt in the PO file"
    )


def _stems(known: set[str]) -> Iterator[str]:
    return (one.rpartition("/")[0] for one in known)
