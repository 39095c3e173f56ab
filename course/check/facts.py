"""Rules on truth: a number that cites a paragraph must be in that paragraph."""

import re
from collections.abc import Iterator

from course.check.walk import all_units
from course.model import Course
from course.problems import Problem, Severity
from course.terms import Forms
from course.text import Cite, Words

# A number as a text writes it: 3.6, 1,200, 39/7, 5/2018.
NUMBER = re.compile(r"(?<![\w./-])\d[\d,]*(?:[./]\d+)*(?![\w/-]*/\w)", re.ASCII)
SYMBOL = re.compile(r"\b[A-Z]+(?:/[A-Za-z0-9.\-]+)+|\bOL [A-Z]{3} \d+/\d{4}")


def number_not_in_report(course: Course) -> Iterator[Problem]:
    """C401: a number stands beside a citation, but not in the paragraphs cited.

    The register (`modules/report.yaml`) lists the numbers of each paragraph, and
    those that the authors counted. Mend the number or the citation; if the register
    lacks the number and the report has it, add it there.
    """
    if course.report is None:
        return
    held = {p.id: {*p.numbers, *p.counted, str(p.id)} for p in course.report.passages}
    home = {note.id: note.paragraph for note in course.report.notes}
    for unit in all_units(course):
        cites = unit.words.cites
        if not cites:
            continue
        allowed = _allowed(cites, held, home)
        for number in numbers(unit.words):
            if number not in allowed:
                yield Problem(
                    unit.words.place,
                    "C401",
                    f"{number} is not in the paragraphs cited",
                    "mend the number or the citation, or complete the register",
                )


def numbers(words: Words) -> list[str]:
    """Give the numbers in some words; document symbols do not count.

    Thousands are written without their comma.
    """
    plain = SYMBOL.sub(" ", words.plain)
    return [match[0].rstrip(",.").replace(",", "") for match in NUMBER.finditer(plain)]


def _allowed(cites: Cite, held: dict[int, set[str]], home: dict[int, int]) -> set[str]:
    paragraphs = {*cites.paragraphs, *(home.get(note, 0) for note in cites.footnotes)}
    found = {str(note) for note in cites.footnotes}
    for paragraph in paragraphs:
        found |= {one.replace(",", "") for one in held.get(paragraph, set())}
    return found


def name_not_in_report(course: Course) -> Iterator[Problem]:
    """C402: a name stands beside a citation, but not in the paragraphs cited.

    The register lists the names of each paragraph: places, bodies, texts. A name that
    it has for another paragraph only is most often a wrong citation. Mend one of the
    two; if the register lacks the name and the report has it there, add it.
    """
    if course.report is None:
        return
    held = {p.id: p.names for p in course.report.passages}
    home = {note.id: note.paragraph for note in course.report.notes}
    forms = Forms((name, name) for names in held.values() for name in names)
    for unit in all_units(course):
        cites = unit.words.cites
        if not cites:
            continue
        cites += unit.slot.cites
        paragraphs = {*cites.paragraphs, *(home.get(n, 0) for n in cites.footnotes)}
        allowed = "  ".join(name for p in paragraphs for name in held.get(p, ()))
        for hit in forms.hits(SYMBOL.sub(" ", unit.words.plain)):
            if hit.form not in allowed:
                yield Problem(
                    unit.words.place,
                    "C402",
                    f"“{hit.form}” is not in the paragraphs cited",
                    "mend the name or the citation, or complete the register",
                    Severity.WARNING,
                )


RULES = (number_not_in_report, name_not_in_report)
