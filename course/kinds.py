"""Kinds of files, of paper and of print, by the names that a person asks for."""

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

# Variants of papers that are made on wish.
Print: TypeAlias = Literal["large"]
PRINTS: tuple[Print, ...] = get_args(Print)
