"""Who works together: what an activity says of its groups → groups of some people."""

import re
from collections import Counter
from dataclasses import dataclass

from course.languages import parts
from course.text import Words
from course.wording import Wording

# Their spaces are not broken, so that a group stays in one line.
TIMES, AND = "\xa0×\xa0", " + "
# Between groups that come one after the other.
THEN = " → "
PAIR = 2


@dataclass(frozen=True, slots=True)
class Stage:
    """A way to part people: in groups of a size, or in so many groups.

    `count` is 0 where there are as many groups as are needed; `least` and `most` are 0
    where only the number of groups is told.
    """

    least: int
    most: int
    count: int = 0

    def split(self, people: int) -> tuple[int, ...]:
        """Give the sizes of the groups, the larger ones first.

        As near to the size that is wished for as can be; nobody is left alone in an
        activity for pairs.

        >>> Stage(4, 4).split(18), Stage(2, 2).split(15)[:2], Stage(4, 6).split(20)
        ((5, 5, 4, 4), (3, 2), (5, 5, 5, 5))
        """
        if self.count:
            most = people // self.least if self.least else people
            return _even(people, max(1, min(self.count, most)))
        counts = range(1, max(1, people // self.least) + 2)
        splits = [_even(people, count) for count in counts if count <= people]
        return min(splits, key=self._far)

    def _far(self, sizes: tuple[int, ...]) -> tuple[int, float]:
        """Tell how far sizes are from the wish: out of its range, from its middle."""
        outside = sum(max(0, self.least - one, one - self.most) for one in sizes)
        middle = (self.least + self.most) / 2
        return outside, sum(abs(one - middle) for one in sizes)


def _even(people: int, count: int) -> tuple[int, ...]:
    size, more = divmod(people, count)
    return (size + 1,) * more + (size,) * (count - more)


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language tells of groups, and for whom something is meant.

    `stage` has groups named count, least, most, pair, three and alone; `each` has
    person, pair and group; `numbers` are words for small numbers.
    """

    stage: re.Pattern[str]
    each: re.Pattern[str]
    kit: re.Pattern[str]
    numbers: dict[str, int]

    def number(self, word: str) -> int:
        """Read a small number, in digits or letters."""
        return int(word) if word.isdigit() else self.numbers[word.lower()]


def _grammar(words: str, stage: str, each: str, kit: str) -> Grammar:
    numbers = {
        word: n for n, some in enumerate(words.split(), 2) for word in some.split("/")
    }
    number = rf"(?:\d+|{'|'.join(numbers)})"
    return Grammar(
        re.compile(stage.replace("#", number), re.IGNORECASE),
        re.compile(each, re.IGNORECASE),
        re.compile(kit, re.IGNORECASE),
        numbers,
    )


GRAMMARS = {
    "en": _grammar(
        "two three four five six seven eight nine ten twelve",
        r"(?:(?P<count>#) )?(?:groups|tables|teams|circles)(?: of (?P<least>#)"
        r"(?:\s*(?:–|-|to|or)\s*(?P<most>#))?)?|(?P<pair>\bpairs)|(?P<three>\bthrees)"
        r"|(?P<alone>\b(?:alone|individually))",
        r"\b(?:for (?:each|every)|per) (?:(?P<person>person|participant|learner)"
        r"|(?P<pair>pair)|(?P<group>group|table|team))",
        r"\bsets?\b",
    ),
    "zh": _grammar(
        "二/两 三 四 五 六 七 八 九 十",
        r"(?:(?P<count>#)\s*个?(?:小组|组)[，,、]?\s*)?(?:每组|每桌)?(?P<least>#)\s*"
        r"(?:(?:–|-|—|~|至|到)\s*(?P<most>#)\s*)?人(?:一组|一桌|小组)?"
        r"|(?P<pair>结对|配对|同桌)|(?P<three>三三)|(?P<alone>独自|单独|个人|独立)",
        r"(?P<person>每人|每位)|(?P<pair>每对|每两人)|(?P<group>每组|每桌|每个小组|各组)",
        r"套",
    ),
}


def stages(words: Words) -> tuple[Stage, ...]:
    """Give the ways in which an activity parts people, one after the other.

    Nothing where they are told in a way, or a language, that is not known.
    """
    author, grammar = _author(words)
    if grammar is None:
        return ()
    return tuple(
        found
        for match in grammar.stage.finditer(author.plain)
        if (found := _stage(match, grammar))
    )


def _stage(match: re.Match[str], grammar: Grammar) -> Stage | None:
    told = {name: text for name, text in match.groupdict().items() if text}
    for name, size in (("alone", 1), ("pair", PAIR), ("three", 3)):
        if name in told:
            return Stage(size, size)
    numbers = {name: grammar.number(text) for name, text in told.items()}
    least = numbers.get("least", 0)
    count = numbers.get("count", 0)
    return Stage(least, numbers.get("most", least), count) if least or count else None


def _author(words: Words) -> tuple[Words, Grammar | None]:
    """Give words as their author wrote them, and the grammar of that language."""
    author = words.origin or words
    return author, GRAMMARS.get(parts(author.lang)[0])


def written(sizes: tuple[int, ...], wording: Wording) -> str:
    """Write groups by their sizes: 2 × 5 + 2 × 4."""
    counted = Counter(sizes)
    return AND.join(
        f"{wording.number(count)}{TIMES}{wording.number(size)}"
        for size, count in counted.most_common()
    )


def is_set(words: Words) -> bool:
    """Tell whether words are about a set of things: “one set of six cards”."""
    author, grammar = _author(words)
    return bool(grammar and grammar.kit.search(author.plain))


def times(words: Words, some: tuple[Stage, ...], people: int) -> tuple[int, ...]:
    """Give how many people, pairs or groups something is for, as its words tell."""
    author, grammar = _author(words)
    if grammar is None:
        return ()
    found = []
    for match in grammar.each.finditer(author.plain):
        if match["person"]:
            found.append(people)
        elif match["pair"]:
            found.append(people // PAIR)
        elif groups := groups_of(some, people):
            found.append(groups)
    return tuple(dict.fromkeys(found))


def groups_of(some: tuple[Stage, ...], people: int) -> int:
    """Give how many groups there are where they are largest; 0 if that is not known."""
    splits = (stage.split(people) for stage in some if stage.most != 1 or stage.count)
    return min((len(split) for split in splits), default=0)
