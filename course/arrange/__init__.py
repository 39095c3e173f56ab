"""A Course in one language → what stands on which slide and page, as data. Pure."""

from course.arrange.handout import handout
from course.arrange.present import present
from course.arrange.quiz import VERSIONS, key, online, paper, questions

__all__ = ["VERSIONS", "handout", "key", "online", "paper", "present", "questions"]
