"""Rules on ids and citations: what is named must be there, and once only."""

from collections.abc import Iterator
from itertools import chain

from course import trace
from course.check.walk import activities, all_units, bearers, questions, slides, topics
from course.model import STANDING, Charted, Course, Topic
from course.problems import Place, Problem, Severity


def id_twice(course: Course) -> Iterator[Problem]:
    """C101: two things have one id.

    Topics, activities, questions and objectives of a module share one set of ids,
    modules another. Translations, links and answer keys hang on ids. Rename one of
    the two.
    """
    modules: dict[str, Place] = {}
    for module in course.modules:
        seen: dict[str, Place] = {}
        for bearer in bearers(module):
            names = modules if bearer is module.text else seen
            if bearer.id in names:
                yield Problem(
                    bearer.place.of("id"),
                    "C101",
                    f"the id “{bearer.id}” is used already, at {names[bearer.id]}",
                    "give this one another id",
                )
            names.setdefault(bearer.id, bearer.place.of("id"))


def no_such_paragraph(course: Course) -> Iterator[Problem]:
    """C102: a paragraph or footnote is cited that the report does not have.

    The register of the report (`modules/report.yaml`) lists all there are.
    """
    if _lacks_its_report(course):
        return
    for place, paragraphs, notes in _citations(course):
        known = course.report.paragraphs if course.report else frozenset()
        for number in paragraphs:
            if number not in known:
                yield _not_there(place, f"¶{number}", known)
        known = course.report.footnotes if course.report else frozenset()
        for number in notes:
            if number not in known:
                yield _not_there(place, f"fn {number}", known)


def footnote_elsewhere(course: Course) -> Iterator[Problem]:
    """C103: a footnote is cited with a paragraph that it does not belong to.

    The register says of each footnote which paragraph it stands in. One of the two
    numbers is wrong.
    """
    if course.report is None:
        return
    home = {note.id: note.paragraph for note in course.report.notes}
    for unit in all_units(course):
        cites = unit.words.cites
        for note in cites.footnotes:
            there = home.get(note)
            if there and cites.paragraphs and there not in cites.paragraphs:
                yield Problem(
                    unit.words.place,
                    "C103",
                    f"footnote {note} belongs to paragraph {there}",
                    f"cite ¶{there}, or another footnote",
                )


def no_such_objective(course: Course) -> Iterator[Problem]:
    """C104: a question or an activity names an objective that its module lacks."""
    for module, topic in topics(course):
        known = {one.id for one in module.text.objectives}
        for place, named in _named_objectives(topic):
            if named not in known:
                yield Problem(
                    place,
                    "C104",
                    f"the module has no objective “{named}”",
                    "it has "
                    + (", ".join(sorted(known)) or "none: write it below `objectives`"),
                )


def no_such_section(course: Course) -> Iterator[Problem]:
    """C105: a module names a section that the report does not have."""
    if _lacks_its_report(course):
        return
    known = {one.id for one in course.report.sections} if course.report else set()
    for module in course.modules:
        section = module.text.section
        if section and section not in known:
            yield Problem(
                module.text.place.of("section"),
                "C105",
                f"the report has no section “{section}”",
                "it has " + (", ".join(sorted(known)) or "none: name the report first"),
            )


def number_twice(course: Course) -> Iterator[Problem]:
    """C106: two modules have one number.

    A module's number is the one its file's name begins with, or its place in the
    list. Slides and pages say “Module 5”, which then means both.
    """
    names: dict[int, str] = {}
    for module in course.modules:
        other = names.setdefault(module.number, module.name)
        if other != module.name:
            yield Problem(
                course.text.place.of("modules").of(module.name),
                "C106",
                f"{other} and {module.name} are both module {module.number}",
                "begin the name of each file with a number of its own",
                Severity.WARNING,
            )


def entry_twice(course: Course) -> Iterator[Problem]:
    """C107: the register of the report, or the glossary, has two entries for one thing.

    Only one of the two would count. Join them.
    """
    report, glossary = course.report, course.glossary
    lists = (report.sections, report.passages, report.notes) if report else ()
    for entries in (*lists, *([glossary.terms] if glossary else [])):
        seen: set[str | int] = set()
        for one in entries:
            if one.id in seen:
                yield Problem(
                    one.place.of("id"),
                    "C107",
                    f"{one.id} stands twice in this list",
                    "join the two, or mend the number",
                )
            seen.add(one.id)


def taken_id(course: Course) -> Iterator[Problem]:
    """C108: a topic has an id that a slide of every module has.

    Slides are found by their names, and each module has some of its own.
    """
    for _, topic in topics(course):
        if topic.id in STANDING:
            yield Problem(
                topic.place.of("id"),
                "C108",
                f"every module has a slide “{topic.id}” of its own",
                "choose another id",
            )


def untaught_paragraph(course: Course) -> Iterator[Problem]:
    """C109: no topic cites a paragraph of the section that its module teaches.

    A module teaches a whole section of the report, if it names one. The paragraph may
    be cited on a slide, in the notes, in the handout, by an activity or an item.
    """
    taught = trace.paragraphs(course)
    for module in course.modules:
        for number in course.paragraphs(module.text.section):
            if not taught[number]:
                yield Problem(
                    module.text.place.of("section"),
                    "C109",
                    f"no topic cites ¶{number}",
                    "teach it in a topic of this module, and cite it there",
                    Severity.WARNING,
                )


def untaught_recommendation(course: Course) -> Iterator[Problem]:
    """C110: no topic teaches a recommendation of the report.

    Only a course that teaches some of them is asked for all.
    """
    taught = trace.recommendations(course)
    known = course.report.recommendations if course.report else ()
    for one in known:
        if any(taught.values()) and not taught[one.id]:
            yield Problem(
                one.place,
                "C110",
                f"no topic teaches {one.id}",
                f"name {one.id} in `recommendations` of the topic that teaches it",
                Severity.WARNING,
            )


def no_such_recommendation(course: Course) -> Iterator[Problem]:
    """C111: a topic names a recommendation that the report's register does not have."""
    if _lacks_its_report(course):
        return
    known = trace.recommendations(course)
    for _, topic in topics(course):
        for name in topic.recommendations:
            if name not in known:
                yield Problem(
                    topic.place.of("recommendations"),
                    "C111",
                    f"the register has no recommendation {name}",
                    f"it has {', '.join(known) or 'none'}",
                )


def _lacks_its_report(course: Course) -> bool:
    """Tell whether a report is named that could not be read, which is told already."""
    return bool(course.text.report) and course.report is None


def _citations(
    course: Course,
) -> Iterator[tuple[Place, tuple[int, ...], tuple[int, ...]]]:
    for unit in all_units(course):
        cites = unit.words.cites
        yield unit.words.place, cites.paragraphs, cites.footnotes
    for term in course.glossary.terms if course.glossary else ():
        yield term.place.of("cite"), term.cite, ()
        yield term.place.of("footnotes"), (), term.footnotes
    for _, topic in topics(course):
        yield topic.place.of("cite"), topic.cite, ()
    for question in questions(course):
        yield question.place.of("cite"), question.cite, ()
    for activity in activities(course):
        yield activity.place.of("cite"), activity.cite, ()
    for slide in slides(course):
        if isinstance(slide, Charted):
            yield slide.place.of("cite"), slide.cite, ()
            yield slide.place.of("footnotes"), (), slide.footnotes


def _named_objectives(topic: Topic) -> Iterator[tuple[Place, str]]:
    for activity in topic.do:
        for named in activity.objectives:
            yield activity.place.of("objectives"), named
    pairs = ((twins.before, twins.after) for twins in topic.test)
    for question in (*topic.questions, *chain.from_iterable(pairs)):
        yield question.place.of("objective"), question.objective


def _not_there(place: Place, what: str, known: frozenset[int]) -> Problem:
    hint = (
        f"the register has {min(known)} to {max(known)}"
        if known
        else ("name the report's register in course.yaml (`report`)")
    )
    return Problem(place, "C102", f"{what} is not in the report", hint)


RULES = (
    id_twice,
    no_such_paragraph,
    footnote_elsewhere,
    no_such_section,
    number_twice,
    entry_twice,
    taken_id,
    no_such_recommendation,
)
WHOLE_RULES = (no_such_objective, untaught_paragraph, untaught_recommendation)
