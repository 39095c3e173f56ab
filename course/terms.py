"""Terms in texts: found as runs of tokens, a word, a Han character, or a mark.

So nothing has to be parted into words in Chinese. The longest term that begins at a
place is meant: where “Human Rights Council Advisory Committee” stands, the Council is
not asked for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeAlias

from course.model import Glossary

HAN = "\u3400-\u9fff"
TOKEN = re.compile(rf"[{HAN}]|[^\W{HAN}]+|\S")
# A word that ends in these is no plural.
NO_PLURAL = ("ss", "us", "is")
SHORT = 3
Tokens: TypeAlias = tuple[str, ...]


class Hit(NamedTuple):
    """A form that stands in a text, and the terms it is a form of."""

    form: str
    terms: frozenset[str]


class Forms:
    """Forms of terms, to be found in texts."""

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        """Take forms, each with the id of its term."""
        ids: dict[Tokens, set[str]] = defaultdict(set)
        names: dict[Tokens, str] = {}
        for form, term in forms:
            ids[tokens(form)].add(term)
            names.setdefault(tokens(form), form)
        self._by_first: dict[str, list[tuple[Tokens, Hit]]] = defaultdict(list)
        for key in sorted(filter(None, ids), key=len, reverse=True):
            hit = Hit(names[key], frozenset(ids[key]))
            self._by_first[key[0].lower()].append((key, hit))

    def hits(self, text: str) -> Iterator[Hit]:
        """Give what stands in a text, the longest form at each place."""
        return (hit for _, _, hit in self._runs(tokens(text)))

    def spots(self, text: str) -> Iterator[tuple[int, int, Hit]]:
        """Give the same with the letters that each form begins and ends at."""
        places = [token.span() for token in TOKEN.finditer(text)]
        for at, end, hit in self._runs(tokens(text)):
            yield places[at][0], places[end - 1][1], hit

    def _runs(self, there: Tokens) -> Iterator[tuple[int, int, Hit]]:
        at = 0
        while at < len(there):
            end = at + 1
            for key, hit in self._by_first.get(there[at].lower(), ()):
                if match(key, there[at : at + len(key)]):
                    end = at + len(key)
                    yield at, end, hit
                    break
            at = end


def forms_of(glossary: Glossary | None) -> Forms:
    """Give the names and terms of a glossary, all forms of each."""
    terms = glossary.terms if glossary else ()
    return Forms(
        (form, one.id) for one in terms for form in (one.term.plain, *one.also)
    )


class Agreed(NamedTuple):
    """A term in two languages: the forms of each, the agreed one first."""

    id: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    avoided: tuple[str, ...] = ()


@dataclass(frozen=True)
class Termbase:
    """What is agreed between two languages."""

    terms: tuple[Agreed, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Agreed]:
        """The terms by their ids."""
        return {one.id: one for one in self.terms}

    @cached_property
    def sources(self) -> Forms:
        """All forms in the source language."""
        return Forms((form, one.id) for one in self.terms for form in one.sources)

    @cached_property
    def targets(self) -> Forms:
        """All forms in the target language, the discouraged ones as well."""
        return Forms(
            (form, one.id)
            for one in self.terms
            for form in (*one.targets, *one.avoided)
        )

    def terms_in(self, text: str) -> tuple[Agreed, ...]:
        """Give the terms that a text of the source language holds, each once."""
        ids = dict.fromkeys(i for hit in self.sources.hits(text) for i in hit.terms)
        return tuple(self.by_id[one] for one in ids)


def termbase(source: Glossary | None, translated: Glossary | None) -> Termbase:
    """Give what a glossary and its translation have agreed on."""
    pairs = zip(
        source.terms if source else (),
        translated.terms if translated else (),
        strict=True,
    )
    return Termbase(
        tuple(
            Agreed(
                one.id,
                (one.term.plain, *one.also),
                (other.term.plain, *other.also),
                other.avoid,
            )
            for one, other in pairs
            if other.term.origin
        )
    )


@lru_cache(maxsize=10_000)
def tokens(text: str) -> Tokens:
    """Part a text into words without their plural, Han characters and marks.

    >>> tokens("Treaty bodies, 条约机构")
    ('Treaty', 'body', ',', '条', '约', '机', '构')
    """
    return tuple(map(_singular, TOKEN.findall(text)))


def _singular(word: str) -> str:
    """Take the plural's ending from an English word; initials keep theirs."""
    if len(word) <= SHORT or not word[1:].islower() or word.endswith(NO_PLURAL):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def match(form: Tokens, there: Tokens) -> bool:
    """Tell whether a form stands there; its small letters match capitals too."""
    return len(form) == len(there) and all(
        one == other or one == other.lower()
        for one, other in zip(form, there, strict=True)
    )
