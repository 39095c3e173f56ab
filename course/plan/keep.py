"""What is left of a module, and the module cut down to it."""

import math
from collections.abc import Collection, Iterator
from dataclasses import replace

from course.model import Module, ModuleText, Topic
from course.workshop import Keep, Unit


def keep(module: Module, topics: Collection[str], without: Collection[str]) -> Keep:
    """Give what a module keeps with some topics, without some activities.

    An objective goes with the last activity or question that serves it. The quiz
    takes its share of the minutes.
    """
    kept = tuple(one for one in module.text.topics if one.id in topics)
    games = tuple(do for one in kept for do in one.do if do.id not in without)
    asked = tuple(question for one in kept for question in one.questions)
    served = {name for do in games for name in do.objectives}
    served |= {question.objective for question in asked}
    before = set(_served(module.text))
    quiz = module.text.quiz
    share = len(asked) / len(module.questions) if module.questions else 1
    return Keep(
        module=module.name,
        topics=tuple(one.id for one in kept),
        activities=tuple(do.id for do in games),
        objectives=tuple(
            one.id
            for one in module.text.objectives
            if one.id in served or one.id not in before
        ),
        quiz=math.ceil(quiz.minutes * share) if quiz else 0,
    )


def units_of(module: Module, kept: Keep) -> Iterator[Unit]:
    """Give what is taught of a module, in the order of its slides."""
    topics = [one for one in module.text.topics if one.id in kept.topics]
    if not topics:
        return
    for one in sorted(topics, key=lambda topic: topic.phase != "hook"):
        yield Unit(module.name, one.id, one.phase, one.minutes)
        for do in one.do:
            if do.id in kept.activities:
                yield Unit(module.name, f"{one.id}/{do.id}", "activity", do.minutes)
    if kept.quiz:
        yield Unit(module.name, "quiz", "quiz", kept.quiz)
    yield Unit(module.name, "wrap", "wrap", module.text.wrap.minutes)


def trim(module: Module, kept: Keep, number: int) -> Module:
    """Give a module, in any language, with only what is kept, and a new number."""
    text = module.text
    quiz = replace(text.quiz, minutes=kept.quiz) if text.quiz and kept.quiz else None
    topics = tuple(_trim(one, kept) for one in text.topics if one.id in kept.topics)
    objectives = tuple(one for one in text.objectives if one.id in kept.objectives)
    minutes = sum(unit.minutes for unit in units_of(module, kept))
    cut = replace(
        text, topics=topics, objectives=objectives, quiz=quiz, minutes=minutes
    )
    return replace(module, number=number, text=cut)


def minutes_of(topic: Topic, without: Collection[str] = ()) -> int:
    """Give how long a topic takes, with its activities."""
    return topic.minutes + sum(do.minutes for do in topic.do if do.id not in without)


def _trim(topic: Topic, kept: Keep) -> Topic:
    do = tuple(one for one in topic.do if one.id in kept.activities)
    return replace(topic, do=do)


def _served(text: ModuleText) -> Iterator[str]:
    for topic in text.topics:
        for do in topic.do:
            yield from do.objectives
        yield from (question.objective for question in topic.questions)
