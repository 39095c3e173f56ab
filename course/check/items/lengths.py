"""Rules on lengths: of keys and options, of stems, of sentences. In every language."""

import re
from collections.abc import Iterator

from course.check.items.item import FEWEST, Item, Paper, size
from course.check.translation.names import ACRONYM
from course.model import Course
from course.problems import Problem
from course.slots import words_in
from course.text import Words

# How much longer than a middling distractor a key may be.
LONGEST_KEY = 1.25
# The share of items whose key may be the longest option; by so much it is seen.
LONGEST_SHARE = 0.4
SEEN = 1.1
SENTENCE = re.compile(r"[.?!;:](?:[”’\"')]*)\s+")


def key_stands_out(item: Item) -> Iterator[Problem]:
    """C206: the right answer is longer than the wrong ones.

    People who do not know the answer choose the longest. Keep it to five quarters of
    the distractors' mean length: shorten it, or make the distractors as full.
    """
    if not item.is_choice:
        return
    sizes = [item.size(one) for one in item.distractors]
    mean = sum(sizes) / len(sizes)
    for words in item.keys:
        most = max(LONGEST_KEY * mean, mean + _spare(item))
        if item.size(words) > most and item.size(words) > max(sizes):
            yield item.doubt(
                words,
                "C206",
                f"the right answer is much longer than the others: {item.size(words)} "
                f"{_unit(item)}, and they {mean:.0f}",
                "shorten it, or fill up the distractors",
            )


def options_uneven(item: Item) -> Iterator[Problem]:
    """C215: one option is far longer than another.

    The odd one is chosen, or passed over, for its length. The longest has at most 1.6
    times the words of the shortest (1.8 times the characters in Chinese); a few words
    more or less do not count.
    """
    if not item.is_choice or any(key_stands_out(item)):
        return
    ratio = item.tongue.limits.ratio if item.tongue else 1.8
    ordered = sorted(item.options, key=item.size)
    least, most = item.size(ordered[0]), item.size(ordered[-1])
    if most > ratio * least and most - least > _spare(item):
        yield item.doubt(
            ordered[-1],
            "C215",
            f"options of {least} to {most} {_unit(item)}",
            f"make them alike: shorten this one, or fill up “{ordered[0].plain}”",
        )


def too_long(item: Item) -> Iterator[Problem]:
    """C234: a stem, a scenario or an option is too long.

    A quiz tests what learners know, not how fast they read: stems of 45 words (90
    Chinese characters), scenarios of 90 (180), options of 15 (30).
    """
    if item.tongue is None:
        return
    limits = item.tongue.limits
    whole = sum(map(item.size, item.case))
    parts = [("the stem", item.stem, item.size(item.stem), limits.stem)]
    parts += (
        [("the scenario", item.case[0], whole, limits.scenario)] if item.case else []
    )
    parts += [
        ("the option", one, item.size(one), limits.option) for one in item.options
    ]
    for name, words, count, most in parts:
        if count > most:
            yield item.doubt(
                words,
                "C234",
                f"{name} has {count} {_unit(item)}",
                f"keep to {most}: leave out what the answer does not need",
            )


def long_sentences(item: Item) -> Iterator[Problem]:
    """C235: the sentences of a stem and its scenario are long.

    Over 20 words on average are too many: part them in two. (English only.)
    """
    most = item.tongue.limits.sentence if item.tongue else 0
    if not most:
        return
    texts = [one.plain for one in (*item.case, item.stem)]
    sentences = [one for text in texts for one in SENTENCE.split(text) if one.strip()]
    mean = sum(size(one, item.lang) for one in sentences) / max(len(sentences), 1)
    if mean > most:
        yield item.doubt(
            item.stem,
            "C235",
            f"{mean:.0f} words in a sentence, on average",
            f"keep to {most}: part the sentences, or put the case into `scenario`",
        )


def unknown_acronyms(item: Item, known: frozenset[str]) -> Iterator[Problem]:
    """C236: an item has initials that neither it nor the glossary explains.

    Write the name out, or add the initials to the glossary: `also` of the term.
    """
    told = " ".join(words.plain for words in item.words)
    for words in item.words:
        for one in dict.fromkeys(ACRONYM.findall(words.plain)):
            bare = one.removesuffix("s")
            if (
                bare in known
                or one in known
                or f"({bare}" in told
                or f"{bare} (" in told
            ):
                continue
            if _is_roman(bare):
                continue
            yield item.doubt(
                words,
                "C236",
                f"“{one}” is not in the glossary",
                "write the name out, or add the initials to the glossary (`also`)",
            )


def acronyms_of(course: Course) -> frozenset[str]:
    """Give the initials that a course explains: in its glossary, or as names."""
    texts = [one.plain for one in words_in(course.glossary)] if course.glossary else []
    texts += [
        form
        for term in (course.glossary.terms if course.glossary else ())
        for form in term.also
    ]
    passages = course.report.passages if course.report else ()
    texts += [name for passage in passages for name in passage.names]
    return frozenset(one for text in texts for one in ACRONYM.findall(text))


def key_mostly_longest(paper: Paper) -> Iterator[Problem]:
    """C216: in more than two fifths of a quiz the right answer is the longest option.

    Who chooses the longest would do better than by chance. Lengthen distractors, or
    shorten keys, until the longest is mostly a wrong one.
    """
    longest = [(item, words) for item in paper.choices if (words := _longest_key(item))]
    count = len(paper.choices)
    if count >= FEWEST and len(longest) > LONGEST_SHARE * count:
        item, words = longest[0]
        ids = ", ".join(one.question.id for one, _ in longest)
        yield item.doubt(
            words,
            "C216",
            f"the right answer is the longest in {len(longest)} of {count}: {ids}",
            "shorten keys or fill up distractors, until it is so in "
            f"{int(LONGEST_SHARE * count)}",
        )


def _longest_key(item: Item) -> Words | None:
    """Give the key that is visibly the longest option, if one is."""
    most = max(len(one.plain) for one in item.distractors)
    found = [one for one in item.keys if len(one.plain) > SEEN * most]
    return found[0] if found else None


def _is_roman(letters: str) -> bool:
    return not letters.strip("IVXLC")


def _spare(item: Item) -> int:
    return item.tongue.limits.spare if item.tongue else 3


def _unit(item: Item) -> str:
    return "characters" if item.lang.startswith("zh") else "words"
