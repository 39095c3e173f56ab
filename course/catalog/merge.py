"""New sources and old translations → the entries to go on with. Pure.

What keeps a translation is its slot, then its text. In order:

1.  same slot, same text: kept as it is;
2.  gone and back: revived;
3.  the same text has left its slot and stands in another: taken along;
4.  what is left in a slot, old and new, is paired, most alike first: kept, if only
    white space or markup has changed; else fuzzy, with the text it was made for and
    what has changed of its meaning beside it; done again, if that text is back and
    nobody has touched the translation;
5.  text known in another slot that is still there: a suggestion, in a comment;
6.  nothing fits an old entry any more: obsolete, but kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain

from course.catalog.entry import Entries, Entry, Key, digest
from course.catalog.grade import Grade, grade, weighty_change

SUGGESTION = "The same words elsewhere ({slot}): {target}"
Files = Mapping[str, Entries]


def merge(old: Files, fresh: Files) -> dict[str, Entries]:
    """Merge the files of one language: names and entries, old and fresh.

    Fresh entries bear sources and comments only. Every translation in `old` is in
    the result, in the same file or in the one its text has moved to.
    """
    state = _Merge(old, fresh)
    state.keep_and_revive()
    state.take_along()
    state.pair()
    return state.files()


class _Merge:
    """The entries that still wait for their other half."""

    def __init__(self, old: Files, fresh: Files) -> None:
        self.old = old
        self.fresh = {
            name: tuple({entry.key: entry for entry in entries}.values())
            for name, entries in fresh.items()
        }
        self.made: dict[Key, Entry] = {}
        self.used: set[int] = set()

    def keep_and_revive(self) -> None:
        """Give each fresh entry the old one of the same key, the best if many."""
        known = {e.key: e for e in sorted(self._waiting(), key=_worth)}
        for entry in self._open():
            if entry.key in known:
                self._use(entry, known[entry.key])

    def take_along(self) -> None:
        """Let texts that have left their slot keep their translation in the new one."""
        moved: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._live():
            moved[entry.source].append(entry)
        for entry in self._open():
            candidates = moved[entry.source]
            if candidates:
                best = max(candidates, key=lambda e: _likeness(e.slot, entry.slot))
                candidates.remove(best)
                self._use(entry, best)

    def pair(self) -> None:
        """Pair what is left in each slot, most alike first; it becomes fuzzy."""
        left: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._live():
            left[entry.slot].append(entry)
        wanting: dict[str, list[Entry]] = defaultdict(list)
        for entry in self._open():
            wanting[entry.slot].append(entry)
        for slot, news in wanting.items():
            for entry, known in _pairs(news, left[slot]):
                self._use(entry, known, doubted(known, entry.source))

    def files(self) -> dict[str, Entries]:
        """Give all entries: fresh ones in the order of the source, then old ones."""
        now = {
            name: [
                self.made.get(entry.key, entry) for entry in self.fresh.get(name, ())
            ]
            for name in dict.fromkeys(chain(self.fresh, self.old))
        }
        known = {e.source: e for e in chain.from_iterable(now.values()) if e.is_done}
        return {
            name: (
                *(_suggest(entry, known) for entry in entries),
                *self._kept_obsolete(name),
            )
            for name, entries in now.items()
        }

    def _kept_obsolete(self, name: str) -> Iterator[Entry]:
        for entry in self.old.get(name, ()):
            if id(entry) not in self.used and entry.target:
                yield replace(entry, obsolete=True, comments=(), files=())

    def _waiting(self) -> list[Entry]:
        every = chain.from_iterable(self.old.values())
        return [e for e in every if id(e) not in self.used]

    def _live(self) -> list[Entry]:
        """Give what waits and can be taken to another key: live translations."""
        return [e for e in self._waiting() if e.target and not e.obsolete]

    def _open(self) -> list[Entry]:
        every = chain.from_iterable(self.fresh.values())
        return [e for e in every if e.key not in self.made]

    def _use(self, entry: Entry, old: Entry, known: Entry | None = None) -> None:
        """Make an entry of a fresh one and what was known of it, as `known` has it."""
        known = known or old
        fuzzy = known.fuzzy and bool(known.target)
        self.made[entry.key] = replace(
            entry,
            target=known.target,
            fuzzy=fuzzy,
            previous=known.previous if fuzzy else "",
            digest=known.digest if fuzzy else "",
            weighty=known.weighty if fuzzy else "",
            notes=known.notes,
            flags=known.flags,
            place=known.place,
        )
        self.used.add(id(old))


def _worth(entry: Entry) -> tuple[bool, bool]:
    """Rank entries of one key: a translation before none, then a live one."""
    return bool(entry.target), not entry.obsolete


def doubted(known: Entry, source: str) -> Entry:
    """Give a known entry for a changed source, with the source it was made for.

    If the source says the same as that one, or is that one again, and the translation
    is still the one that was done for it, there is nothing to doubt. One that was
    rewritten, or that a translator doubts, stays fuzzy.
    """
    was_done = not known.fuzzy or known.is_untouched
    is_unknown = known.fuzzy and not (known.previous or known.digest)
    if was_done and grade(known.made_for, source) is Grade.KEPT:
        return settled(known)
    return replace(
        known,
        fuzzy=True,
        previous=known.made_for if known.made_for != source else "",
        digest=digest(known.target) if was_done else "",
        weighty=weighty_change(known.made_for, source)
        or (known.weighty if is_unknown else ""),
    )


def settled(entry: Entry) -> Entry:
    """Give an entry whose translation nobody doubts any more."""
    return replace(entry, fuzzy=False, previous="", digest="", weighty="")


def _pairs(
    news: Iterable[Entry], olds: Iterable[Entry]
) -> Iterator[tuple[Entry, Entry]]:
    """Pair entries of one slot, the most alike first, each once."""
    ranked = sorted(
        (
            (-_nearness(new.source, old.made_for), i, j, new, old)
            for i, new in enumerate(news)
            for j, old in enumerate(olds)
        ),
        key=lambda row: row[:3],
    )
    taken: set[tuple[str, int]] = set()
    for _, i, j, new, old in ranked:
        if ("new", i) not in taken and ("old", j) not in taken:
            taken |= {("new", i), ("old", j)}
            yield new, old


def _nearness(one: str, other: str) -> float:
    """Tell how near two sources are; those that say the same are nearest."""
    return 1 if grade(one, other) is Grade.KEPT else _likeness(one, other)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _suggest(entry: Entry, known: Mapping[str, Entry]) -> Entry:
    """Add what the same words are in another slot, as a comment only."""
    other = known.get(entry.source)
    if entry.target or other is None:
        return entry
    hint = SUGGESTION.format(slot=other.slot, target=other.target)
    return replace(entry, comments=(*entry.comments, hint))
