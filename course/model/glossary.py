"""The terms and names of a course."""

from dataclasses import dataclass, field
from typing import Annotated

from course.model.keys import About, Name
from course.problems import Place
from course.text import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the glossary: what it is called, and what it means.

    In a translated course the forms are those of its language.
    """

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    term: Annotated[Words, About("the agreed form; small letters match any")]
    also: Annotated[
        tuple[str, ...], About("other forms that are right: a short form, initials")
    ] = ()
    avoid: Annotated[tuple[str, ...], About("forms that are not used here")] = ()
    definition: Annotated[Words | None, About("what it means, in simple words")] = None
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report that use it", least=1)
    ] = ()
    footnotes: Annotated[
        tuple[int, ...], About("footnotes of the report that use it", least=1)
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """The terms and names of a course: one agreed form of each in every language."""

    place: Place = field(compare=False)
    terms: Annotated[tuple[Term, ...], About("the terms, in any order", some=True)]
