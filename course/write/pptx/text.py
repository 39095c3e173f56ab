"""Paragraphs and runs as DrawingML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from course.arrange.deck import Para
from course.arrange.look import EMU, INDENT
from course.arrange.measure import HAN_SPACING
from course.languages import is_han, is_right_to_left, office
from course.text import Span

OTHER = {True: "en-GB", False: "zh-CN"}


class Links:
    """The web addresses a slide points to, each with the id of its relationship."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.targets: list[str] = []

    def id_of(self, target: str) -> str:
        """Give the relationship id of an address."""
        if target not in self.targets:
            self.targets.append(target)
        return f"rId{self.first + self.targets.index(target)}"


@dataclass(frozen=True, slots=True)
class Tongue:
    """How runs of one language are tagged; `size` is 0 where it is the box's."""

    lang: str
    size: int = 0

    @property
    def attributes(self) -> str:
        """The language attributes of a run."""
        other = OTHER[is_han(self.lang)]
        size = f' sz="{self.size}"' if self.size else ""
        return f'lang="{office(self.lang)}" altLang="{other}"{size}'

    @property
    def spacing(self) -> str:
        """The line spacing of a paragraph, where it is not the layout's."""
        if not is_han(self.lang):
            return ""
        return f'<a:lnSpc><a:spcPct val="{round(HAN_SPACING * 100_000)}"/></a:lnSpc>'


def paragraphs(
    paras: Iterable[Para],
    lang: str,
    links: Links,
    *,
    listed: bool = False,
    size: int = 0,
    side: str = "",
) -> str:
    """Give paragraphs as XML.

    `listed` says that the box sets lists by itself; `size` is the type size in
    hundredths of a point, `side` the alignment, where they are not the box's.
    """
    made = []
    for para, start in _with_starts(paras):
        marked = _mark(para, start, listed=listed)
        made.append(
            _paragraph(para, Tongue(para.lang or lang, size), links, marked, side)
        )
    return (
        "".join(made) or f"<a:p><a:endParaRPr {Tongue(lang, size).attributes}/></a:p>"
    )


def _with_starts(paras: Iterable[Para]) -> Iterator[tuple[Para, int]]:
    """Give each paragraph with the number at which its numbered list begins here.

    A list that goes on from another slide does not begin at 1.
    """
    start = last = 0
    for para in paras:
        if isinstance(para.mark, int):
            start = start if para.mark == last + 1 else para.mark
            last = para.mark
        elif not para.level:
            last = 0
        yield para, start


def _paragraph(
    para: Para, tongue: Tongue, links: Links, marked: tuple[str, str], side: str
) -> str:
    level = f' lvl="{para.level}"' if para.level else ""
    backwards = is_right_to_left(tongue.lang)
    rtl = ' rtl="1"' if backwards else ""
    side = side or "r" * backwards
    along = f' algn="{side}"' if side else ""
    indent, mark = marked
    spans = "".join(_run(span, tongue, links) for span in para.spans)
    end = f"<a:endParaRPr {tongue.attributes}/>" if not spans else ""
    properties = f"<a:pPr{indent}{level}{along}{rtl}>{tongue.spacing}{mark}</a:pPr>"
    return f"<a:p>{properties}{spans}{end}</a:p>"


def _mark(para: Para, start: int, *, listed: bool) -> tuple[str, str]:
    """Give a paragraph's indent and its bullet, where they differ from the box's."""
    step = round(INDENT * EMU)
    left = step * (para.level + 1)
    hanging = "" if listed else f' marL="{left}" indent="-{step}"'
    match para.mark:
        case "bullet":
            return hanging, "" if listed else '<a:buFont typeface="Arial"/>' + BULLET
        case int():
            at = f' startAt="{start}"' if start > 1 else ""
            return hanging, f'{NUMBER_FONT}<a:buAutoNum type="arabicPeriod"{at}/>'
        case "":
            return (' marL="0" indent="0"', "<a:buNone/>") if listed else ("", "")


BULLET = '<a:buChar char="•"/>'
NUMBER_FONT = '<a:buFont typeface="+mj-lt"/>'
FACES = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'


def _run(span: Span, tongue: Tongue, links: Links) -> str:
    italic = span.emphasis and not is_han(tongue.lang)
    strong = span.strong or (span.emphasis and not italic)
    weight = (' b="1"' if strong else "") + (' i="1"' if italic else "")
    link = f'<a:hlinkClick r:id="{links.id_of(span.link)}"/>' if span.link else ""
    head = (
        f'<a:r><a:rPr {tongue.attributes}{weight} dirty="0">{FACES}{link}</a:rPr><a:t>'
    )
    lines = escape(span.text, quote=False).split("\n")
    return "<a:br/>".join(f"{head}{line}</a:t></a:r>" for line in lines)
