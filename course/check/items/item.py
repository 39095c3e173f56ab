"""What rules on quiz items see: an item in one language, and a paper of items."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from course.check.items.language import Language, language
from course.check.questions import answers
from course.check.translation.letters import HAN
from course.check.translation.pair import language as grammar
from course.languages import is_han
from course.model import (
    Choice,
    Course,
    FillIn,
    Judge,
    Matching,
    Ordering,
    Question,
    Right,
    ShortAnswer,
    Wrong,
)
from course.problems import Place, Problem, Severity
from course.text import Words

UNIT = re.compile(rf"[{HAN}]|[^\W{HAN}]+")
WORD = re.compile(r"\w[\w'’/.\-]*")
MARKS = re.compile(r"[^\w\s%]+")
# A paper of fewer items tells nothing by its shares.
FEWEST = 5


@dataclass(frozen=True)
class Item:
    """A quiz item, in the language of the course it stands in."""

    question: Question
    lang: str

    @property
    def stem(self) -> Words:
        """The question."""
        return self.question.stem

    @cached_property
    def case(self) -> tuple[Words, ...]:
        """The scenario, by its paragraphs; mostly there is none."""
        case = self.question.scenario
        return tuple(case.words) if case else ()

    @cached_property
    def options(self) -> tuple[Words, ...]:
        """All answers that it offers, or all steps that one puts in order."""
        return tuple(answers(self.question))

    @cached_property
    def keys(self) -> tuple[Words, ...]:
        """The right answers; of a matching question, all that belongs to an item.

        They are what must be true: steps, a statement that is so, what earns points.
        """
        match self.question:
            case Choice(options=options):
                return tuple(one.words for one in options if isinstance(one, Right))
            case Matching(pairs=pairs):
                return tuple(pair.match for pair in pairs)
            case Ordering(steps=steps):
                return tuple(one.step for one in steps)
            case FillIn(blanks=blanks):
                return tuple(one.accept for one in blanks)
            case ShortAnswer(marks=marks):
                return tuple(one.point for one in marks)
            case Judge(stem=stem, answer=answer):
                return (stem,) if answer else ()

    @cached_property
    def distractors(self) -> tuple[Words, ...]:
        """The wrong answers."""
        match self.question:
            case Choice(options=options):
                return tuple(one.words for one in options if isinstance(one, Wrong))
            case Matching(spare=spare):
                return spare
            case Ordering() | FillIn() | ShortAnswer() | Judge():
                return ()

    @property
    def is_choice(self) -> bool:
        """Whether some of its options are right, and some wrong."""
        return (
            isinstance(self.question, Choice)
            and bool(self.keys)
            and bool(self.distractors)
        )

    @property
    def words(self) -> tuple[Words, ...]:
        """All that learners read before they answer."""
        asked = (
            tuple(pair.item for pair in self.question.pairs)
            if isinstance(self.question, Matching)
            else ()
        )
        return (*self.case, self.stem, *asked, *self.options)

    @property
    def is_told(self) -> bool:
        """Whether all of it is in the language of its course."""
        return all(words.lang == self.lang for words in (*self.words, *self.keys))

    @property
    def tongue(self) -> Language | None:
        """What the rules know of its language."""
        return language(self.lang)

    @property
    def places(self) -> Iterator[Place]:
        """All places at which something may be told of it."""
        one = self.question
        yield from (one.place, *one.place.keys.values())
        yield from (words.place for words in (*self.words, *self.keys))

    def size(self, words: Words) -> int:
        """Count words, or characters where there are no spaces."""
        return size(words.plain, self.lang)

    def numbers(self, words: Words) -> list[str]:
        """Give the numbers in some words, be they digits or not; “one” is none."""
        known = grammar(self.lang)
        if known is None:
            return re.findall(r"\d+", words.plain)
        return [str(one) for one in known.numbers(words.plain) if one.weight]

    def wrong(self, words: Words, code: str, message: str, hint: str) -> Problem:
        """Give an error in some of its words."""
        return Problem(words.place, code, message, hint)

    def doubt(self, words: Words, code: str, message: str, hint: str) -> Problem:
        """Give a warning about some of its words."""
        return Problem(words.place, code, message, hint, Severity.WARNING)


@dataclass(frozen=True)
class Paper:
    """Items that learners take together: a module's quiz, or one of the tests.

    `place` is that of the quiz, and a test has none; `terms` are the glossary's forms.
    """

    items: tuple[Item, ...]
    place: Place | None = None
    terms: frozenset[str] = frozenset()

    @property
    def choices(self) -> tuple[Item, ...]:
        """Those that have options."""
        return tuple(item for item in self.items if item.is_choice)


def papers(course: Course) -> Iterator[Paper]:
    """Give the quiz of each module, the test before the course and the one after."""
    terms = frozenset(
        bare(form)
        for term in (course.glossary.terms if course.glossary else ())
        for form in (term.term.plain, *term.also)
    )
    before: list[Question] = []
    after: list[Question] = []
    for module in course.modules:
        place = module.text.place.of("quiz")
        yield Paper(_told(module.questions, course.lang), place, terms)
        for topic in module.text.topics:
            before += [twins.before for twins in topic.test]
            after += [twins.after for twins in topic.test]
    yield Paper(_told(before, course.lang), terms=terms)
    yield Paper(_told(after, course.lang), terms=terms)


def size(text: str, lang: str) -> int:
    """Count words, Han characters one by one where there are no spaces.

    >>> size("two of 39/7", "en"), size("《2030年议程》", "zh_Hans")
    (3, 4)
    """
    if not is_han(lang):
        return len(WORD.findall(text))
    return len(UNIT.findall(text))


def bare(text: str) -> str:
    """Give a text without marks and capitals, so that it can be compared."""
    return " ".join(MARKS.sub(" ", text.casefold()).split())


def flat(words: Words) -> str:
    """Give words without marks and capitals."""
    return bare(words.plain)


def _told(questions: Iterable[Question], lang: str) -> tuple[Item, ...]:
    items = (Item(one, lang) for one in questions)
    return tuple(item for item in items if item.is_told)
