"""Quizzes and tests, as papers and keys are made of them."""

from course.arrange.assessment import about_test
from course.arrange.quiz import About, of_module
from course.arrange.voices import Voices
from course.assemble import Version, of_test
from course.assemble import of_module as version_of
from course.model import Course, Module, When


def quiz_of(
    course: Course, module: Module, voices: Voices, name: str
) -> tuple[Course, Version, Voices, About]:
    """Give one version of a module's quiz, and what stands around it."""
    version = version_of(course, module, name)
    return course, version, voices, of_module(module, voices, name)


def exam_of(
    course: Course, voices: Voices, when: When
) -> tuple[Course, Version, Voices, About]:
    """Give the test before a course, or the one after it."""
    return course, of_test(course, when), voices, about_test(course, voices, when)
