"""What the fields of the model say of themselves to readers and editors."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class About:
    """What a key is for, in words for its author; and the least number it takes.

    `some` says that a list must hold something.
    """

    note: str
    least: int | None = None
    some: bool = False


@dataclass(frozen=True, slots=True)
class Id:
    """A name of a thing that never changes: small letters, digits and hyphens."""


Name: TypeAlias = Annotated[str, Id()]


Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
