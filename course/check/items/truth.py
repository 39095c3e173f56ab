"""Rules on what an item rests on: its key is in the report, its distractors are not.

The register of the report knows numbers and names as the author's language writes
them; translations are held to the source by rules of their own.
"""

import re
from collections.abc import Iterator

from course.check.facts import numbers
from course.check.items.item import Item
from course.model import Course, Passage
from course.problems import Problem
from course.text import Words


class Register:
    """What a course may rest on: the passages of its report, and names that it uses."""

    def __init__(self, course: Course) -> None:
        passages = course.report.passages if course.report else ()
        self.passages = {one.id: one for one in passages}
        self.names = {name for one in passages for name in one.names}
        terms = course.glossary.terms if course.glossary else ()
        forms = (form for term in terms for form in (term.term.plain, *term.also))
        # Terms that hold a number, such as “2030 Agenda”: it is a part of the name.
        self.numbered = [one for one in forms if re.search(r"\d", one)]

    def cited(self, item: Item) -> list[Passage]:
        """Give the passages that an item rests on."""
        found = map(self.passages.get, item.question.cite)
        return [one for one in found if one]

    def numbers(self, words: Words) -> list[str]:
        """Give the numbers in some words, without those that belong to a term."""
        named = " ".join(one for one in self.numbered if _says(words, one))
        return [one for one in numbers(words) if one not in re.findall(r"\d+", named)]


def key_not_in_report(item: Item, register: Register) -> Iterator[Problem]:
    """C227: a right answer has a number or a name that the paragraphs cited have not.

    The register (`modules/report.yaml`) lists both for each paragraph. Mend the answer
    or `cite`; if the register lacks what the paragraph has, add it there.
    """
    cited = register.cited(item)
    if not cited:
        return
    held = {one.replace(",", "") for p in cited for one in (*p.numbers, *p.counted)}
    held |= {str(p.id) for p in cited}
    names = [name for p in cited for name in p.names]
    for words in item.keys:
        odd = [one for one in register.numbers(words) if one not in held]
        odd += [
            name
            for name in sorted(register.names)
            if _says(words, name) and not any(name in one for one in names)
        ]
        for one in odd:
            yield item.wrong(
                words,
                "C227",
                f"“{one}” is not in {_listed(cited)}",
                "mend the answer or `cite`, or complete the register",
            )


def distractor_in_report(item: Item, register: Register) -> Iterator[Problem]:
    """C228: a wrong answer is a number or a name of the paragraph that is asked about.

    Then it may be right, too. Read the paragraph again; if it is wrong for sure, keep
    it with a reason.
    """
    if not item.is_choice:
        return
    cited = register.cited(item)
    held = {one for p in cited for one in (*p.numbers, *p.names) if len(one) > 1}
    asked = " ".join(words.plain for words in (*item.case, item.stem, *item.keys))
    for words in item.distractors:
        if words.plain.strip() in held and words.plain.strip() not in asked:
            yield item.doubt(
                words,
                "C228",
                f"“{words.plain}” stands in {_listed(cited)} as well",
                "see that it is wrong; then keep it: `keep: {code: C228, reason: …}`",
            )


def doubtful_key(item: Item, register: Register) -> Iterator[Problem]:
    """C229: an item rests on something that may be a slip of the report.

    The register marks it as `doubtful`, with a note. Teach it with the note, and ask
    about something else. In a stem it is only a warning.
    """
    for passage in register.cited(item):
        for doubt in passage.doubtful:
            for words in (*item.keys, item.stem):
                said = [one for one in doubt.says if _says(words, one)]
                if not said:
                    continue
                tell = item.doubt if words is item.stem else item.wrong
                yield tell(
                    words,
                    "C229",
                    f"“{said[0]}” is in doubt in paragraph {passage.id}: {doubt.note}",
                    "ask about something else",
                )


def _says(words: Words, what: str) -> bool:
    """Tell whether words hold a number or a name, and not only as a part of another."""
    found = re.escape(what)
    return bool(re.search(rf"(?<![\w/]){found}(?![\w/])", words.plain, _case(what)))


def _case(what: str) -> re.RegexFlag:
    return re.NOFLAG if what[:1].isupper() else re.IGNORECASE


def _listed(passages: list[Passage]) -> str:
    return "paragraph " + ", ".join(str(one.id) for one in passages)
