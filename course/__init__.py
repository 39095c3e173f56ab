"""A training course, written once; its decks, handouts and quizzes are views of it."""

__version__ = "0.1.0"
