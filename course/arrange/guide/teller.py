"""What all parts of a guide must know: languages, people, and how time is told."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from course.arrange.guide.steps import Step
from course.arrange.voices import Voices
from course.labels import Labels
from course.model import Course, Module
from course.wording import Wording, dotted

# How many may take part, where nobody says it: what the outline of the course allows.
USUAL = (12, 16, 20)
HOUR = 60
KNOWLEDGE = ("remember", "understand")


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells a guide; the course holds what is taught."""

    course: Course
    voices: Voices
    audiences: tuple[int, ...]
    clock: Callable[[int], str]

    @property
    def wording(self) -> Wording:
        """The wording of the wanted language."""
        return self.voices.wording

    @property
    def words(self) -> Labels:
        """The product's own words."""
        return self.wording.labels

    def module(self, module: Module) -> str:
        """Give a module's number and title."""
        number = self.words.module.format(number=module.number)
        return dotted(number, self.voices.named(module.text.title))

    def title(self, step: Step) -> str:
        """Give the title of a step."""
        words = self.words
        if step.activity:
            title = self.voices.named(step.activity.title)
            return words.activity.format(title=title)
        if step.topic:
            return self.voices.named(step.topic.title)
        names = {
            "quiz": words.quiz,
            "wrap": words.closing,
            "opening": words.opening,
            "pause": words.pause,
            "lunch": words.lunch,
            "exchange": words.exchange,
            "closing": words.farewell,
        }
        return names[step.kind]

    def phase(self, step: Step) -> str:
        """Give the phase of the learning cycle that a step belongs to."""
        words = self.words
        match step.kind:
            case "hook":
                return words.experience
            case "input":
                return words.concepts
            case "activity":
                return words.comma.join((words.experiment, words.reflection))
            case "quiz" | "wrap":
                return words.experiment
            case _:
                return ""

    def objectives(self, step: Step) -> str:
        """Say which objectives a step serves, by their numbers."""
        if step.module is None:
            return ""
        names = [one.id for one in step.module.text.objectives]
        served = {name for name in _served(step) if name in names}
        numbers = sorted(names.index(name) + 1 for name in served)
        listed = self.wording.numbers(numbers)
        return self.words.of_objectives.format(numbers=listed) if numbers else ""

    def people(self, number: int) -> str:
        """Say how many take part."""
        return self.words.people.format(number=self.wording.number(number))


def elapsed(minutes: int) -> str:
    """Write how much time has gone by.

    >>> elapsed(5), elapsed(130)
    ('0:05', '2:10')
    """
    return f"{minutes // HOUR}:{minutes % HOUR:02}"


def _served(step: Step) -> Iterable[str]:
    if step.activity:
        return step.activity.objectives
    if step.kind == "quiz" and step.module:
        return (one.objective for one in step.module.questions)
    return _tested(step) if step.topic else ()


def _tested(step: Step) -> Iterator[str]:
    assert step.topic
    yield from (one.objective for one in step.topic.questions)
    yield from (twins.before.objective for twins in step.topic.test)
