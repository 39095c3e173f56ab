"""What stands around the modules: how a course begins, is tested and evaluated."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from course.model.activity import Activity, FormPart
from course.model.keys import About, Name
from course.problems import Place
from course.text import Text, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form that learners fill in: an evaluation, a follow-up."""

    place: Place = field(compare=False)
    id: Annotated[Name, About("a name that stays")]
    title: Annotated[Words, About("its title, as printed")]
    when: Annotated[
        Literal["before", "day", "end", "later"],
        About("before: at the start; day: each evening; later: months afterwards"),
    ]
    text: Annotated[Text, About("what it is for, and what becomes of the answers")]
    form: Annotated[tuple[FormPart, ...], About("its parts", some=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The test before and after a course; its items stand in the topics (`test`)."""

    place: Place = field(compare=False)
    minutes: Annotated[int, About("for taking it in the room", least=1)]
    text: Annotated[Text, About("what learners read first")]
    code: Annotated[
        Words, About("how learners make a code that pairs their two papers")
    ]
    form: Annotated[
        tuple[FormPart, ...],
        About("what is asked besides, and not scored: confidence, attitude"),
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the modules of a course."""

    place: Place = field(compare=False)
    icebreaker: Annotated[
        Activity | None, About("how people get to know each other, 5 to 30 minutes")
    ] = None
    test: Annotated[
        Assessment | None, About("the test before and after, of pairs of items")
    ] = None
    forms: Annotated[tuple[Form, ...], About("evaluation, follow-up …")] = ()
