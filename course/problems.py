"""What is wrong in somebody's file, where it is, and how to mend it.

Every kind of problem is made by one function, whose docstring begins with the
problem's code: a letter for the room and a number that is never used again.
`docs/problems.md` is made from those docstrings.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file: its path from the project's root, line and column from 1.

    Where a thing with keys begins, `keys` knows the places of their values; where a
    list of texts begins, the places of these.
    """

    file: str
    line: int = 1
    column: int = 1
    keys: Mapping[str, "Place"] = field(default_factory=dict, compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def down(self, lines: int, *, column: int | None = None) -> "Place":
        """Give the place some lines below this one."""
        there = self.column if column is None else column
        return Place(self.file, self.line + lines, there)

    def of(self, key: str) -> "Place":
        """Give the place of a key's value, or of a text in a list; else this place."""
        return self.keys.get(key, self)


class Severity(IntEnum):
    """How much a problem holds up: an error stops a build, a warning does not.

    A note is a problem that somebody chose to pass over, and told why.
    """

    ERROR = 1
    WARNING = 2
    NOTE = 3


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: `message` tells what is there, `hint` what to do."""

    place: Place
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        is_error = self.severity is Severity.ERROR
        word = "" if is_error else f"{self.severity.name.lower()}: "
        return f"{self.place}: {self.code} {word}{self.message}\n    hint: {self.hint}"

    def as_data(self) -> dict[str, str | int]:
        """Give the problem as flat data, for `course check --format json`."""
        return {
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "code": self.code,
            "message": self.message,
            "hint": self.hint,
            "severity": self.severity.name.lower(),
        }


class SourceError(Exception):
    """Raised where nothing useful can be done without what could not be read."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class UnknownNameError(Exception):
    """Raised where a request names what the course does not have."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give only the problems that stop a build."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by place, each problem once."""
    return tuple(sorted(set(problems)))
