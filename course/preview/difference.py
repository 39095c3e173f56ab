"""What has changed between two versions of a text, word by word. Pure."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple, TypeAlias

# A Han character is a word; so is each mark, and each run of white space.
WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:[’'-]\w+)*|\s+|.", re.DOTALL)
Kind: TypeAlias = Literal["same", "gone", "new"]


class Run(NamedTuple):
    """Letters that both versions have, or one of them."""

    kind: Kind
    text: str


def difference(before: str, after: str) -> tuple[Run, ...]:
    """Give a text with what is gone from it and what is new.

    >>> difference("States may report", "States must report")[1:3]
    (Run(kind='gone', text='may'), Run(kind='new', text='must'))
    >>> [run.text for run in difference("六项权利", "七项权利")]
    ['六', '七', '项权利']
    """
    return tuple(_runs(WORD.findall(before), WORD.findall(after)))


def _runs(old: list[str], new: list[str]) -> Iterator[Run]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            yield Run("same", "".join(new[first:last]))
            continue
        if end > start:
            yield Run("gone", "".join(old[start:end]))
        if last > first:
            yield Run("new", "".join(new[first:last]))
