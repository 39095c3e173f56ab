"""Quiz items where one chooses: options, and statements that are true or false."""

from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from course.model.keys import About, Level, Name
from course.problems import Place
from course.text import Text, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """An option that is right."""

    place: Place = field(compare=False)
    right: Annotated[Words, About("a right answer")]
    why: Annotated[Words, About("why it is right")]

    @property
    def words(self) -> Words:
        """The answer."""
        return self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A distractor."""

    place: Place = field(compare=False)
    wrong: Annotated[Words, About("a wrong answer that somebody could well give")]
    why: Annotated[Words, About("why it is wrong")]

    @property
    def words(self) -> Words:
        """The answer."""
        return self.wrong


Option: TypeAlias = Right | Wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """A warning that the author has weighed, and passes over."""

    place: Place = field(compare=False)
    code: Annotated[str, About("the warning's code: C219")]
    reason: Annotated[str, About("why the item is better as it is")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A question with options, of which one or several are right."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    kind: Annotated[Literal["one", "several"], About("how many options are right")]
    objective: Annotated[Name, About("id of the objective it tests")]
    level: Annotated[Level, About("Bloom's level of thinking")]
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report the key stands on", least=1)
    ]
    scenario: Annotated[Text | None, About("a short case before the question")] = None
    stem: Annotated[Words, About("the question")]
    order: Annotated[
        Literal["shuffle", "fixed"], About("“fixed” keeps the options as they stand")
    ] = "shuffle"
    options: Annotated[tuple[Option, ...], About("three or four answers")]
    keep: Annotated[
        tuple[Keep, ...], About("warnings to pass over, each with a reason")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """A statement of which one says whether it is true."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    kind: Literal["judge"]
    objective: Annotated[Name, About("id of the objective it tests")]
    level: Annotated[Level, About("Bloom's level of thinking")]
    cite: Annotated[
        tuple[int, ...], About("paragraphs of the report the key stands on", least=1)
    ]
    scenario: Annotated[Text | None, About("a short case before the statement")] = None
    stem: Annotated[Words, About("a statement that is wholly true or wholly false")]
    answer: Annotated[bool, About("true or false, without quotes")]
    why_true: Annotated[Words, About("what to tell those who say it is true")]
    why_false: Annotated[Words, About("what to tell those who say it is false")]
    keep: Annotated[
        tuple[Keep, ...], About("warnings to pass over, each with a reason")
    ] = ()

    def why(self, said: bool) -> Words:
        """Give what to tell those who said that it is true, or false."""
        return self.why_true if said else self.why_false
