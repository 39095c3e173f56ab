"""Quizzes: papers that learners take, their keys, and the quiz for a browser."""

from course.arrange.quiz.about import of_module
from course.arrange.quiz.items import items, key_head, scored
from course.arrange.quiz.paper import About, key, online, paper

__all__ = [
    "About",
    "items",
    "key",
    "key_head",
    "of_module",
    "online",
    "paper",
    "scored",
]
