"""Rules on items where one writes: what belongs into blanks, and how much it earns."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations

from course.check.items.item import Item
from course.languages import is_han
from course.model import BLANK, FillIn, ShortAnswer, blanks_in
from course.problems import Problem

# More points than one digit can tell on an answer sheet.
MOST_POINTS = 9
# A short answer in Han characters that stands in the sentence by chance.
LEAST_HAN = 2


def blanks_unlike(item: Item) -> Iterator[Problem]:
    """C242: the blanks of a sentence are not those that have answers.

    One blank is written `____`. Several are numbered, since other languages may name
    them in another order: `(1)____ asked (2)____`. Below `blanks` stands what belongs
    into each, in the order of the numbers.
    """
    if not isinstance(item.question, FillIn):
        return
    count = len(item.question.blanks)
    found = sorted(blanks_in(item.stem.plain))
    wanted = [str(n + 1) for n in range(count)]
    if found != wanted and not (count == 1 and found == [""]):
        marks = " ".join("____" if count == 1 else f"({n})____" for n in wanted)
        there = " ".join(f"({n})____" if n else "____" for n in found) or "no blank"
        yield item.wrong(
            item.stem,
            "C242",
            f"answers for {count}, and the sentence has: {there}",
            f"write {marks}, and one entry below `blanks` for each",
        )


def answer_of_two_blanks(item: Item) -> Iterator[Problem]:
    """C243: one answer is accepted twice: in two blanks, or in one.

    Where two blanks accept the same, learners may well swap them, and be right. Ask
    for one of the two, or let the sentence tell them apart. Capitals, spaces and
    full-width letters make no difference.
    """
    if not isinstance(item.question, FillIn):
        return
    known = [[alike(a) for a in one.accepted] for one in item.question.blanks]
    for one, forms in zip(item.question.blanks, known, strict=True):
        if len(set(forms)) < len(forms) or not forms:
            what = "stands here twice" if forms else "nothing is accepted here"
            yield item.wrong(
                one.accept,
                "C243",
                f"“{one.accept.plain}”: {what}",
                "name each answer once, parted by |",
            )
    for (first, forms), (second, others) in combinations(enumerate(known, 1), 2):
        both = [form for form in others if form in forms]
        if both:
            yield item.wrong(
                item.question.blanks[second - 1].accept,
                "C243",
                f"“{both[0]}” is accepted in blank {first} and in blank {second}",
                "ask for one of the two, or let each accept other answers",
            )


def answer_in_sentence(item: Item) -> Iterator[Problem]:
    """C244: what belongs into a blank stands beside it, or in the case.

    Who reads on finds the answer. Say it there in other words.
    """
    if not isinstance(item.question, FillIn):
        return
    # A number that another blank bears is no answer.
    texts = [BLANK.sub(" ", words.plain) for words in (*item.case, item.stem)]
    around = " ".join(texts).casefold()
    for one in item.question.blanks:
        found = [form for form in one.accepted if _stands_in(form, around, item)]
        if found:
            yield item.doubt(
                one.accept,
                "C244",
                f"“{found[0]}” stands in the sentence",
                "say it there in other words",
            )


def too_many_points(item: Item) -> Iterator[Problem]:
    """C245: an answer in one's own words earns more points than one can mark well.

    Nine at most: the answer sheet has one digit for them. Ask two questions.
    """
    if not isinstance(item.question, ShortAnswer):
        return
    worth = sum(one.worth for one in item.question.marks)
    if worth > MOST_POINTS:
        yield item.wrong(
            item.question.marks[0].point,
            "C245",
            f"points: {worth}",
            f"keep to {MOST_POINTS}: leave some out, or ask two questions",
        )


def alike(text: str) -> str:
    """Give an answer as it is compared: without case, spaces and full-width letters.

    >>> alike(" Ｆour "), alike("四 个")
    ('four', '四个')
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _stands_in(form: str, around: str, item: Item) -> bool:
    sought = form.casefold()
    if is_han(item.lang):
        return len(sought) >= LEAST_HAN and sought in around
    return bool(re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", around))
