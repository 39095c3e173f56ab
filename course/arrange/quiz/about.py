"""What stands around the questions of a module's own quiz."""

from course.arrange.parts import letters, line
from course.arrange.quiz.paper import About
from course.arrange.sheet import Fields, Heading, Part, Prose
from course.arrange.voices import Voices
from course.assemble import asked_in, total
from course.model import Module
from course.wording import dotted


def of_module(module: Module, voices: Voices, version: str) -> About:
    """Give what a module's quiz is called, with a place for the learner's name."""
    words = voices.wording.labels
    kind, key = words.paper.format(version=version), words.key.format(version=version)
    asked = asked_in(module)
    number = len(module.questions)
    count = words.points.format(number=number, points=total(asked))
    return About(
        title=voices.named(module.text.title),
        kind=kind,
        key=key,
        head=(
            *_title(module, voices, kind),
            Fields((words.name, words.unit, words.date, words.score)),
            Prose(letters(count), small=True),
            Prose(letters(words.one_right)),
        ),
        key_head=_title(module, voices, key),
        modules=(module,),
    )


def _title(module: Module, voices: Voices, kind: str) -> tuple[Part, ...]:
    piece = voices.settle(module.text.title)
    words = voices.wording.labels
    number = words.module.format(number=module.number)
    return (
        Heading(line(piece.parts[0], piece.wording), 1),
        Prose(letters(dotted(kind, number, piece.mark)), small=True),
    )
