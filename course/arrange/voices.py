"""In which language a piece speaks: the wanted one, or as a whole the author's own.

A slide, a section of a handout or a question is never half translated. If one of its
words is missing, the whole piece is shown in the source language, and marked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVarTuple

from course.languages import embedded, name_in
from course.model import Course, Module
from course.slots import change, words_in
from course.text import Words
from course.wording import Wording

Parts = TypeVarTuple("Parts")


@dataclass(frozen=True, slots=True)
class Voice:
    """The wording of one language.

    `mark` tells that there is no translation yet; mostly it is empty.
    """

    wording: Wording
    mark: str = ""

    @property
    def lang(self) -> str:
        """The language."""
        return self.wording.lang

    @property
    def told(self) -> tuple[object, ...]:
        """The parts of the model that are told; none, where only labels are."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece(Voice, Generic[*Parts]):
    """Parts of the model, all in one language."""

    parts: tuple[*Parts]

    @property
    def told(self) -> tuple[object, ...]:
        """The parts of the model that are told."""
        return self.parts


@dataclass(frozen=True, slots=True)
class Standing:
    """Of which sources this is told, and how far they are translated.

    `commit` is empty outside of a repository. `doubted` are slots and sources of the
    messages whose translations somebody must look at again.
    """

    commit: str = ""
    doubted: frozenset[tuple[str, str]] = frozenset()
    is_final: bool = False
    is_translated: bool = False


@dataclass(frozen=True, slots=True)
class Voices:
    """The wanted language and the source language, each with its wording.

    `abroad` is what terms, by their ids, are called in the source language; there, in
    the first of the others.
    """

    lang: str
    wordings: Mapping[str, Wording]
    standing: Standing = Standing()
    abroad: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def wording(self) -> Wording:
        """The wording of the wanted language."""
        return self.wordings[self.lang]

    def settle(self, *parts: *Parts) -> Piece[*Parts]:
        """Give parts of the model in one language, the wanted one if all can be."""
        others = (one.lang for one in words_in(parts) if self._is_foreign(one))
        source = next(others, None)
        if source is None:
            return Piece(self.wording, parts=parts)
        back = change(parts, "", lambda _, one: _origin(one))
        words = self.wording.labels.untranslated
        mark = words.format(language=name_in(source, self.lang))
        return Piece(self.wordings[source], mark, parts=back)

    def _is_foreign(self, words: Words) -> bool:
        return words.lang != self.lang and bool(words.source)

    def named(self, words: Words) -> str:
        """Give words in one line; if they are not translated, with their language.

        For places too small for a mark, such as the foot of a slide.
        """
        piece = self.settle(words)
        plain = piece.parts[0].plain
        if piece.lang == self.lang:
            return plain
        language = name_in(piece.lang, self.lang)
        plain = embedded(plain, piece.lang, self.lang)
        return f"{plain} {self.wording.labels.parenthesis.format(words=language)}"


class Telling(NamedTuple):
    """A module as it is told in one language."""

    course: Course
    module: Module
    voices: Voices


def _origin(words: Words) -> Words:
    return words.origin or words
