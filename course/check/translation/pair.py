"""What each rule on translations sees: an author's words and a translator's."""

import re
from dataclasses import dataclass
from functools import cached_property

from course.check.translation.chinese import CHINESE
from course.check.translation.english import ENGLISH
from course.check.translation.language import Language
from course.languages import is_han, parts
from course.problems import Place, Problem, Severity
from course.text import Words

URL = re.compile(
    r"(?:https?://|www\.)[\w./~%?#=&+:@!$*;,-]*[\w/=&#~%-]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.ASCII,
)
SYMBOL = re.compile(
    r"(?<![A-Za-z0-9/])"
    r"(?:OL [A-Z]{3} \d+/\d{4}"
    r"|[A-Z]{1,6}(?=[A-Za-z0-9.()/-]*\d)(?:/[A-Za-z0-9.()-]*[A-Za-z0-9)])+"
    r"|\d+/\d+(?:/[A-Z]?\d+)*(?:[A-Z]\b)?)",
    re.ASCII,
)
PLACEHOLDER = re.compile(
    r"\{[A-Za-z_0-9]*\}|\$\{?[A-Za-z_]\w*\}?|%\(\w+\)[sd]|(?<![\d ])%[sd]\b",
    re.ASCII,
)
KEPT = (URL, SYMBOL, PLACEHOLDER)
# Stands for what is no prose: a letter, so that what is beside it is beside a letter.
STAND_IN = "x"
LANGUAGES = {"en": ENGLISH, "zh": CHINESE}
# Where words are no sentences, a full stop at their end is a matter of taste.
LABELS = (
    "title", "subtitle", "agenda", "headline", "label", "name", "labels", "unit",
    "right", "wrong", "match", "item", "spare", "group", "source", "edition",
    "publisher", "text", "task", "product", "materials", "lessons", "action",
)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """An author's words, a translator's, and the role that both play.

    `written` is the translation as it stands in the PO file, with all its spaces.
    """

    source: Words
    target: Words
    written: str
    role: str = ""

    @property
    def place(self) -> Place:
        """Where the translator wrote it."""
        return self.target.place

    @property
    def is_label(self) -> bool:
        """Whether the words are a title or the like, no sentence of prose."""
        return self.role in LABELS

    @property
    def is_from_han(self) -> bool:
        """Whether the author's language is written in Han characters."""
        return is_han(self.source.lang)

    @property
    def is_to_han(self) -> bool:
        """Whether the translator's language is written in Han characters."""
        return is_han(self.target.lang)

    @property
    def tongues(self) -> tuple[Language | None, Language | None]:
        """What is known of both languages."""
        return language(self.source.lang), language(self.target.lang)

    @cached_property
    def said(self) -> str:
        """The author's prose."""
        return prose(self.source)

    @cached_property
    def told(self) -> str:
        """The translator's prose."""
        return prose(self.target)

    def wrong(self, code: str, message: str, hint: str) -> Problem:
        """Give an error in the translation."""
        return Problem(self.place, code, message, hint)

    def doubt(self, code: str, message: str, hint: str) -> Problem:
        """Give a warning about the translation."""
        return Problem(self.place, code, message, hint, Severity.WARNING)


def language(tag: str) -> Language | None:
    """Give what is known of a language; nothing, if it is none of ours."""
    return LANGUAGES.get(parts(tag)[0])


def prose(words: Words) -> str:
    """Give the letters, with a stand-in for code, addresses, symbols, placeholders."""
    text = "".join(STAND_IN if one.code else one.text for one in words.spans)
    for kept in KEPT:
        text = kept.sub(_stand_in, text)
    return text


def _stand_in(match: re.Match[str]) -> str:
    """Keep a fraction, which looks like a symbol: 1/2."""
    over, _, under = match[0].partition("/")
    is_fraction = over.isdecimal() and under.isdecimal() and int(over) < int(under) < 11  # noqa: PLR2004
    return match[0] if is_fraction else STAND_IN
