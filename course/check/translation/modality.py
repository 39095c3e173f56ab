"""Rules on what must, should and may be, and on what is not."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from course.check.translation.language import Language, Modal, Sense
from course.check.translation.pair import Pair
from course.problems import Problem

STRONG = 2


class Said(NamedTuple):
    """A modal word in a text."""

    word: str
    strength: int
    senses: frozenset[Sense]


def modality_differs(pair: Pair) -> Iterator[Problem]:
    """C611: a duty, a permission or a ban has become something else.

    must ↔ 应当, 必须; must not ↔ 不得, 禁止; may ↔ 可以; should ↔ 应当, 宜. A
    translation neither weakens nor strengthens what the source says.
    """
    said, told = pair.tongues
    if not (said and told):
        return
    wanted, there = modals(pair.said, said), modals(pair.told, told)
    lost = [one for one in wanted if one.strength and not _is_met(one, there)]
    added = [
        one for one in there if one.strength == STRONG and not _is_met(one, wanted)
    ]
    if lost:
        meant = " or ".join(sorted(sense.value for sense in lost[0].senses))
        yield pair.wrong(
            "C611",
            f"“{lost[0].word}” is not in the translation",
            f"say {meant} in its language",
        )
    elif added:
        yield pair.wrong(
            "C611",
            f"“{added[0].word}” says more than the source",
            "say no more and no less than the source",
        )


def negation_differs(pair: Pair) -> Iterator[Problem]:
    """C612: the source says no and its translation does not, or the other way round."""
    said, told = pair.tongues
    if not (said and told):
        return
    lost = said.negation.search(said.affirmed.sub(" ", pair.said))
    added = told.negation.search(told.affirmed.sub(" ", pair.told))
    if lost and not (added or told.denial.search(pair.told)):
        yield pair.wrong(
            "C612",
            f"“{lost[0].strip()}” is not in the translation",
            "deny what the source denies",
        )
    elif added and not (lost or said.denial.search(pair.said)):
        yield pair.wrong(
            "C612",
            f"the translation says “{added[0].strip()}”, the source does not",
            "deny only what the source denies",
        )


def limit_differs(pair: Pair) -> Iterator[Problem]:
    """C617: a limit or a condition has become another one.

    at least, at most, before, after, unless, few, to lack: what the source limits, its
    translation limits in the same way.
    """
    said, told = pair.tongues
    if not (said and told):
        return
    wanted, there = _read(pair.said, said.limits), _read(pair.told, told.limits)
    for some, others, where in (
        (wanted, there, "translation"),
        (there, wanted, "source"),
    ):
        lost = [one for one in some if one.strength and not _is_met(one, others)]
        if lost:
            yield pair.wrong(
                "C617",
                f"“{lost[0].word}” is not in the {where}",
                "set the same limit, under the same condition",
            )
            return


def modals(text: str, tongue: Language) -> list[Said]:
    """Give the modal words of a text."""
    return _read(text, tongue.modals)


def _read(text: str, words: tuple[Modal, ...]) -> list[Said]:
    """Give the words that have a sense; each letter is read once."""
    found: list[Said] = []
    if not _any_of(words).search(text):
        return found
    left = text
    for one in words:
        taken = [match for match in one.pattern.finditer(left) if match[0]]
        if one.senses:
            found += [Said(m[0].strip(), one.strength, one.senses) for m in taken]
        for match in taken:
            blank = "\n" * len(match[0])
            left = left[: match.start()] + blank + left[match.end() :]
    return found


@cache
def _any_of(words: tuple[Modal, ...]) -> re.Pattern[str]:
    """Give a pattern of all words that have a sense: most texts hold none of them."""
    return re.compile(
        "|".join(f"(?:{one.pattern.pattern})" for one in words if one.senses)
    )


def _is_met(one: Said, others: list[Said]) -> bool:
    return any(one.senses & other.senses for other in others)
