"""The kinds of files that are made, by the names that a person asks for them with."""

from typing import Literal, TypeAlias, get_args

Kind: TypeAlias = Literal[
    "deck", "guide", "handout", "activities", "workbook", "quiz", "web", "index"
]
KINDS: tuple[Kind, ...] = get_args(Kind)
