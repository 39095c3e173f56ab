"""What learners are asked: quiz items, sets of them, and what is not scored."""

from dataclasses import dataclass, field, replace
from typing import Annotated, Literal, TypeAlias

from course.model.choices import Choice, Judge
from course.model.keys import About, Name
from course.model.ordered import Matching, Ordering
from course.model.written import FillIn, ShortAnswer
from course.problems import Place
from course.text import Text, Words

Question: TypeAlias = Choice | Matching | Judge | Ordering | FillIn | ShortAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSet:
    """Questions on one case; they stay together."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    kind: Literal["set"]
    scenario: Annotated[Text, About("the case that all its questions are about")]
    questions: Annotated[tuple[Question, ...], About("two to five quiz items")]

    @property
    def members(self) -> tuple[Question, ...]:
        """Its questions, each with the case."""
        return tuple(replace(one, scenario=self.scenario) for one in self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attitude:
    """Statements that people agree with or not; nobody scores it, and it has no key."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    kind: Literal["attitude"]
    stem: Annotated[Words, About("what the statements are about")]
    statements: Annotated[
        tuple[Words, ...], About("what one agrees with or not", some=True)
    ]


Asked: TypeAlias = Question | ItemSet | Attitude
When: TypeAlias = Literal["before", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """Two parallel items: one for the test before the course, one for that after it.

    They ask for the same objective on the same level, so the tests can be compared.
    """

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    before: Annotated[Choice, About("the item of the pre-test")]
    after: Annotated[Choice, About("the item of the post-test, on another fact")]
