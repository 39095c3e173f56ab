"""Rules on terms: the agreed form is there, a discouraged one is not. Pure.

Terms are found as runs of tokens: a word, a Han character, or a mark. So nothing has
to be parted into words in Chinese. The longest term that begins at a place is meant:
where “Human Rights Council Advisory Committee” stands, the Council is not asked for.
"""

from collections.abc import Callable, Iterator

from course.check.translation.pair import Pair
from course.check.walk import all_units
from course.model import Course
from course.problems import Problem, Severity
from course.terms import Agreed, Forms, Termbase, Tokens, match, tokens
from course.text import Words


def term_missing(
    source: Words, translated: Words, terms: Termbase
) -> Iterator[Problem]:
    """C640: a term of the glossary has not its agreed form in a translation.

    The agreed form stands in the glossary's own PO file. Use it; or, if another form
    is as good, add it there as a comment of the term: `# also: …`.
    """
    there = tokens(translated.plain)
    for term in terms.terms_in(source.plain):
        if any(_holds(there, tokens(form)) for form in term.targets):
            continue
        if not _avoided(term, translated, terms):
            yield Problem(
                translated.place,
                "C640",
                f"“{term.sources[0]}” is not translated as agreed",
                f"use {_listed(term.targets)}",
                Severity.WARNING,
            )


def term_discouraged(
    source: Words, translated: Words, terms: Termbase
) -> Iterator[Problem]:
    """C641: a translation has a form that the glossary says to avoid.

    Forms to avoid stand in the glossary's PO file, as comments of the term:
    `# avoid: …`. They count where the source has that term, and not inside a longer
    term.
    """
    for term in terms.terms_in(source.plain):
        for form in _avoided(term, translated, terms):
            yield Problem(
                translated.place,
                "C641",
                f"“{form}” is not used for “{term.sources[0]}”",
                f"use {_listed(term.targets)}",
                Severity.WARNING,
            )


def term_rules(terms: Termbase) -> tuple[Callable[[Pair], Iterator[Problem]], ...]:
    """Give the rules on terms as rules on pairs."""

    def missing(pair: Pair) -> Iterator[Problem]:
        return term_missing(pair.source, pair.target, terms)

    def discouraged(pair: Pair) -> Iterator[Problem]:
        return term_discouraged(pair.source, pair.target, terms)

    missing.__doc__ = term_missing.__doc__
    discouraged.__doc__ = term_discouraged.__doc__
    return missing, discouraged


def form_avoided(course: Course) -> Iterator[Problem]:
    """C642: a source text has a form that the glossary says to avoid (`avoid`)."""
    terms = course.glossary.terms if course.glossary else ()
    agreed = {term.id: term.term.plain for term in terms}
    avoided = {term.id: term.avoid for term in terms}
    forms = Forms(
        (form, term.id)
        for term in terms
        for form in (term.term.plain, *term.also, *term.avoid)
    )
    for unit in all_units(course):
        for hit in forms.hits(unit.words.plain):
            for one in sorted(hit.terms):
                if hit.form in avoided[one]:
                    yield Problem(
                        unit.words.place,
                        "C642",
                        f"“{hit.form}” is not used in this course",
                        f"write “{agreed[one]}”",
                        Severity.WARNING,
                    )


def _holds(there: Tokens, form: Tokens) -> bool:
    return any(
        match(form, there[at : at + len(form)])
        for at in range(len(there) - len(form) + 1)
    )


def _avoided(term: Agreed, translated: Words, terms: Termbase) -> tuple[str, ...]:
    """Give the discouraged forms of a term that a translation has."""
    hits = terms.targets.hits(translated.plain) if term.avoided else ()
    found = [one.form for one in hits if term.id in one.terms]
    return tuple(dict.fromkeys(f for f in found if f in term.avoided))


def _listed(forms: tuple[str, ...]) -> str:
    return " or ".join(f"“{form}”" for form in forms)


RULES = (form_avoided,)
