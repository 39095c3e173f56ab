"""Where an output says of which sources it is made, and how far it is translated."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from course.arrange.parts import letters
from course.arrange.sheet import Prose, Section
from course.arrange.voices import Voices
from course.model import Course, Module
from course.slots import units
from course.text import Words
from course.wording import Wording, dotted

# So many slots are named; the others are counted.
MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of some modules is translated; of the rest, in which slots it stands.

    `doubted` and `missing` name a slot for each message, some of them more than once.
    """

    total: int
    doubted: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def done(self) -> float:
        """The share that may be shown; only of all it is 1."""
        left = len(self.doubted) + len(self.missing)
        return (self.total - left) / self.total if self.total else 1


def colophon(
    publisher: Words,
    edition: Words,
    modules: Iterable[Module],
    voices: Voices,
    wording: Wording,
) -> str:
    """Say who made this, which edition it is, of which commit, and how translated.

    It is one line, so that it has a twin where two languages stand side by side.
    """
    commit = voices.standing.commit
    version = wording.labels.source_version.format(commit=commit) if commit else ""
    told = coverage_line(modules, voices, wording)
    return dotted(publisher.plain, edition.plain, version, told)


def small_print(course: Course, modules: Iterable[Module], voices: Voices) -> Section:
    """Give the line with which a paper ends that has no imprint."""
    piece = voices.settle(course.text.publisher, course.text.edition)
    last = colophon(*piece.parts, modules, voices, piece.wording)
    return Section("colophon", piece.lang, (Prose(letters(last), small=True),))


def coverage_line(modules: Iterable[Module], voices: Voices, wording: Wording) -> str:
    """Say how far modules are translated; nothing in the source language."""
    if not voices.standing.is_translated:
        return ""
    words = wording.labels
    found = coverage(modules, voices)
    state = words.final_version if voices.standing.is_final else words.draft
    if found.done == 1:
        final = words.final_version if voices.standing.is_final else ""
        return dotted(final, words.coverage_full)
    share = words.coverage.format(percent=wording.percent(found.done))
    doubted = _listed(found.doubted, words.to_review, wording)
    missing = _listed(found.missing, words.to_translate, wording)
    return dotted(state, share, doubted, missing)


def coverage(modules: Iterable[Module], voices: Voices) -> Coverage:
    """Count the messages of modules as one language has them, each once."""
    total = 0
    doubted: list[str] = []
    missing: list[str] = []
    for module in modules:
        for key, is_done in _messages(module):
            total += 1
            if not is_done:
                name = key[0].removeprefix(f"{module.text.id}/")
                (doubted if key in voices.standing.doubted else missing).append(name)
    return Coverage(total, tuple(doubted), tuple(missing))


def _messages(module: Module) -> Iterator[tuple[tuple[str, str], bool]]:
    """Give slot and source of each message, and whether it is translated."""
    found: dict[tuple[str, str], bool] = {}
    for unit in units(module.text, ""):
        author = unit.words.origin or unit.words
        found[unit.slot.path, author.source] = unit.words.origin is not None
    return iter(found.items())


def _listed(slots: Collection[str], label: str, wording: Wording) -> str:
    """Count messages, and name the first of their slots."""
    if not slots:
        return ""
    words = wording.labels
    names = list(dict.fromkeys(slots))
    told = words.comma.join(names[:MOST_NAMES])
    if (more := len(names) - MOST_NAMES) > 0:
        told = words.and_more.format(names=told, number=wording.number(more))
    return label.format(number=wording.number(len(slots)), names=told)
