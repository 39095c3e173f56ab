"""Kinds of files and sizes of paper, by the names that a person asks for them with."""

from typing import Literal, TypeAlias, get_args

Kind: TypeAlias = Literal[
    "deck", "guide", "handout", "activities", "workbook", "quiz", "web", "index"
]
KINDS: tuple[Kind, ...] = get_args(Kind)

Paper: TypeAlias = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
# Width and height in millimetres.
SIZES: dict[Paper, tuple[float, float]] = {"a4": (210, 297), "letter": (215.9, 279.4)}
DEFAULT_PAPER: Paper = "a4"
