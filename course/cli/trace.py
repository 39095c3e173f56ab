"""`course trace`: what of the report is taught and asked where, and how much."""

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from course.cli.words import OK, PROBLEMS, Parser, any_course, code_of, tell

if TYPE_CHECKING:
    from course.model import Course, Module
    from course.trace import Taught


def add_trace(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add `course trace`."""
    trace = commands.add_parser(
        "trace",
        help="tell where each paragraph of the report is taught",
        description="Print, for each paragraph and recommendation of the report, the "
        "topics that teach it and how many questions ask for it; then what each module "
        "holds. Makes nothing.",
    )
    trace.set_defaults(run=_trace)


def _trace(_: argparse.Namespace) -> int:
    from course import trace
    from course.read.project import read_course

    course, problems = read_course(any_course())
    if code_of(problems):
        tell(problems)
        return PROBLEMS
    for number, taught in trace.paragraphs(course).items():
        print(f"¶{number:<4}{_where(taught)}")
    for name, taught in trace.recommendations(course).items():
        print(f"{name:<5}{_where(taught)}")
    for module in course.modules:
        print("\n" + "\n  ".join(_holds(module)))
    print("\n" + "\n  ".join(_whole(course)))
    return OK


def _where(taught: "tuple[Taught, ...]") -> str:
    if not taught:
        return "not taught"
    names: dict[str, list[str]] = {}
    for one in taught:
        names.setdefault(one.module.name, []).append(one.topic.id)
    told = "; ".join(f"{module}: {', '.join(ids)}" for module, ids in names.items())
    return f"{told}; questions: {sum(one.items for one in taught)}"


def _holds(module: "Module") -> Iterator[str]:
    """Tell what a module holds: its minutes, and how many of what."""
    from course.model import Charted, TextSlide
    from course.text import Table

    text = module.text
    topics = text.topics
    played = [one for topic in topics for one in topic.do]
    spent = {
        "input": sum(topic.minutes for topic in topics),
        "activities": sum(one.minutes for one in played),
        "quiz": text.quiz.minutes if text.quiz else 0,
        "wrap-up": text.wrap.minutes,
    }
    shown = [one for topic in topics for one in topic.show]
    charts = sum(isinstance(one, Charted) for one in shown)
    tables = sum(
        isinstance(one, TextSlide)
        and any(isinstance(block, Table) for block in one.text.blocks)
        for one in shown
    )
    kinds = Counter(str(one.kind) for one in module.questions)
    levels = Counter(str(one.level) for one in module.questions)
    cases = sum(bool(getattr(one, "scenario", None)) for one in module.questions)
    above = 1 - levels["remember"] / max(len(module.questions), 1)
    yield f"{module.name}: {text.minutes} minutes"
    yield _listed("minutes", spent)
    yield _listed(
        "counts",
        {
            "objectives": len(text.objectives),
            "topics": len(topics),
            "slides": len(shown),
            "charts": charts,
            "tables": tables,
            "activities": len(played),
            "questions": len(module.questions),
            "test pairs": sum(len(topic.test) for topic in topics),
        },
    )
    yield _listed("kinds", {**kinds, "with a case": cases})
    yield f"{_listed('levels', levels)}; above remember: {above:.0%}"


def _whole(course: "Course") -> Iterator[str]:
    modules = course.modules
    yield f"the course: {sum(one.text.minutes for one in modules)} minutes"
    yield _listed(
        "counts",
        {
            "modules": len(modules),
            "topics": sum(len(one.text.topics) for one in modules),
            "questions": sum(len(one.questions) for one in modules),
        },
    )


def _listed(name: str, counts: dict[str, int]) -> str:
    told = ", ".join(f"{what} {count}" for what, count in counts.items() if count)
    return f"{name}: {told}"
