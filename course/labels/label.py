"""How a word of the product is declared: its English, and a note for translators."""

from dataclasses import field


def label(english: str, about: str) -> str:
    """Declare a label: its English words, and a note for translators."""
    return field(default=english, metadata={"about": about})
