"""One line of Markdown → spans and citations."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from course.markup.parser import parse_line
from course.markup.problems import (
    lonely_stars,
    misplaced,
    odd_link,
    raw_html,
    unreadable_citation,
)
from course.problems import Place, Problem
from course.text import Cite, Inline, Span, Words

# Letters that may begin markup; words without them need no parser.
MARKS = re.compile(r"[\\`*_\[\]<>!&¶［【]")
CITED = re.compile(
    r"\s*(?P<sign>¶¶?|fn\b)?\s*(?P<first>\d{1,5})(?:\s*[-–—]\s*(?P<last>\d{1,5}))?\s*"
)
CITED_APART = re.compile(r"[;,、，；]")
MOST_CITED = 100
# What people write who mean a citation: ¶45, [para 45], [fn77], 【¶41】.
MEANT_TO_CITE = re.compile(
    r"[\[［【(（]?\s*¶\s*\d[\d\s;,、，；–—-]*[\]］】)）]?"
    r"|[\[［【]\s*(?:fn|footnotes?|paras?|paragraphs?)[.\s]*\d[^\[\]］】]*[\]］】]?",
    re.IGNORECASE,
)
HTML = re.compile(r"</?[A-Za-z][^<>]*>")
HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
SOFT_BREAK = re.compile(rf"(?<=[{HAN}])\s*\n\s*(?=[{HAN}])")
SCHEMES = ("http", "https", "mailto")
AMP = "\x02amp\x03"  # What Python-Markdown writes for & in a mail address.


def words(
    source: str, place: Place, lang: str, *, origin: Words | None = None
) -> tuple[Words, tuple[Problem, ...]]:
    """Read the markup of words that are one block: a title, or a translation."""
    line = one_line(source)
    problems: list[Problem] = []
    inlines = tuple(_inlines(line, place, problems))
    return Words(line, lang, inlines, place, origin), tuple(problems)


def one_line(source: str) -> str:
    r"""Join the lines of a block, without a space between Han characters.

    >>> one_line("local\n  government"), one_line("地方\n政府")
    ('local government', '地方政府')
    """
    return " ".join(SOFT_BREAK.sub("", source.strip()).split())


def _inlines(source: str, place: Place, problems: list[Problem]) -> Iterator[Inline]:
    if not MARKS.search(source):
        if source:
            yield Span(source)
        return
    for one in _joined(_walk(parse_line(source), Span(""))):
        match one:
            case Cite():
                yield one
            case Span():
                problems.extend(_literal_marks(one, place))
                if one.link and not _leads_somewhere(one.link):
                    problems.append(odd_link(place, one.link))
                yield one
            case _Fault():
                problems.append(one.problem(place))


def _literal_marks(span: Span, place: Place) -> Iterator[Problem]:
    """Find markup that no parser has taken and that would be printed as it stands."""
    if span.code or span.link:
        return
    for tag in HTML.findall(span.text):
        yield raw_html(place, tag)
    if "**" in span.text:
        yield lonely_stars(place, span.text)
    for match in MEANT_TO_CITE.finditer(span.text):
        yield unreadable_citation(place, match[0].strip(" ,;、，；"))


def _leads_somewhere(link: str) -> bool:
    """Tell whether a link works from a slide, a page and a printed sheet."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    target = parts.path if parts.scheme == "mailto" else parts.netloc
    return parts.scheme in SCHEMES and bool(target) and " " not in link


class _Fault:
    """Something in the words that is no inline of ours; `what` holds its source."""

    def __init__(self, kind: str, what: str) -> None:
        self.kind = kind
        self.what = what

    def problem(self, place: Place) -> Problem:
        if self.kind == "img":
            return misplaced(place, "a picture")
        return unreadable_citation(place, f"[{self.what}]")


def _walk(element: Element, style: Span) -> Iterator[Inline | _Fault]:
    """Give spans, citations and faults below an element, in reading order."""
    if element.text:
        yield _styled(style, element.text)
    for child in element:
        match child.tag:
            case "cite":
                yield _cite(child.get("of", "")) or _Fault("cite", child.get("of", ""))
            case "strong":
                yield from _walk(child, _styled(style, "", strong=True))
            case "em":
                yield from _walk(child, _styled(style, "", emphasis=True))
            case "code":
                yield _styled(style, _unescaped(child.text or ""), code=True)
            case "a" if AMP in child.get("href", ""):
                address = _unescaped(child.get("href", ""))
                yield _styled(style, address.removeprefix("mailto:"), link=address)
            case "a":
                there = child.get("href", "")
                yield from _walk(child, _styled(style, "", link=there))
            case tag:
                yield _Fault(tag, "")
        if child.tail:
            yield _styled(style, child.tail)


def _unescaped(letters: str) -> str:
    """Take back what Python-Markdown does for HTML to code and to mail addresses."""
    return unescape(letters.replace(AMP, "&"))


def _styled(
    style: Span,
    letters: str,
    *,
    strong: bool = False,
    emphasis: bool = False,
    code: bool = False,
    link: str = "",
) -> Span:
    return Span(
        letters,
        style.strong or strong,
        style.emphasis or emphasis,
        style.code or code,
        link or style.link,
    )


def _joined(inlines: Iterator[Inline | _Fault]) -> Iterator[Inline | _Fault]:
    """Join neighbouring spans of one style."""
    held: Span | None = None
    for one in inlines:
        if isinstance(one, Span) and held and _styled(held, "") == _styled(one, ""):
            held = _styled(held, held.text + one.text)
            continue
        if held:
            yield held
        held = one if isinstance(one, Span) else None
        if not isinstance(one, Span):
            yield one
    if held:
        yield held


def _cite(inside: str) -> Cite | None:
    """Read what stands in a citation's brackets; nothing if it cannot be read.

    >>> _cite("¶42, 44–46; fn 77")
    Cite(paragraphs=(42, 44, 45, 46), footnotes=(77,))
    """
    found: dict[str, list[int]] = {"¶": [], "f": []}
    sign = ""
    for part in CITED_APART.split(inside):
        one = CITED.fullmatch(part)
        if one is None:
            return None
        sign = (one["sign"] or sign)[:1]
        first, last = int(one["first"]), int(one["last"] or one["first"])
        if not first <= last < first + MOST_CITED:
            return None
        found[sign].extend(range(first, last + 1))
    return Cite(tuple(found["¶"]), tuple(found["f"]))
