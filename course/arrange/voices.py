"""In which language a piece speaks: the wanted one, or as a whole the author's own.

A slide, a section of a handout or a question is never half translated. If one of its
words is missing, the whole piece is shown in the source language, and marked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from course.languages import name_in
from course.slots import change, words_in
from course.text import Words
from course.wording import Wording


@dataclass(frozen=True, slots=True)
class Piece:
    """Parts of the model in one language, with that language's wording.

    `mark` tells that there is no translation yet; mostly it is empty.
    """

    parts: tuple[Any, ...]
    wording: Wording
    mark: str = ""

    @property
    def lang(self) -> str:
        """The language the piece is in."""
        return self.wording.lang


@dataclass(frozen=True, slots=True)
class Voices:
    """The wanted language and the source language, each with its wording."""

    lang: str
    wordings: Mapping[str, Wording]

    @property
    def wording(self) -> Wording:
        """The wording of the wanted language."""
        return self.wordings[self.lang]

    def settle(self, *parts: Any) -> Piece:
        """Give parts of the model in one language, the wanted one if all can be."""
        others = (one.lang for one in words_in(parts) if one.lang != self.lang)
        source = next(others, None)
        if source is None:
            return Piece(parts, self.wording)
        back = tuple(change(part, "", lambda _, one: _origin(one)) for part in parts)
        words = self.wording.labels.untranslated
        mark = words.format(language=name_in(source, self.lang))
        return Piece(back, self.wordings[source], mark)


def _origin(words: Words) -> Words:
    return words.origin or words
