"""Paragraphs and runs as DrawingML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from course.arrange.deck import Para, Twin
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
class Style:
    """How a box sets its text: type size in points, lists, alignment.

    `fixed` tells that the size is not the box's own, and must stand in each run;
    `listed` that the box sets lists by itself.
    """

    size: float = 12
    fixed: bool = False
    listed: bool = False
    side: str = ""


def paragraphs(paras: Iterable[Para], lang: str, links: Links, style: Style) -> str:
    """Give paragraphs as XML, in language `lang` where they do not say another."""
    made = [
        _paragraph(one, one.lang or lang, start, links, style)
        for one, start in _with_starts(paras)
    ]
    return "".join(made) or f"<a:p><a:endParaRPr {_tongue(lang, style)}/></a:p>"


def _tongue(lang: str, style: Style) -> str:
    """Give the attributes of a run: its language, and its size if the box has none."""
    other = OTHER[is_han(lang)]
    size = f' sz="{round(style.size * 100)}"' if style.fixed else ""
    return f'lang="{office(lang)}" altLang="{other}"{size}'


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


def _paragraph(para: Para, lang: str, start: int, links: Links, style: Style) -> str:
    level = f' lvl="{para.level}"' if para.level else ""
    backwards = is_right_to_left(lang)
    rtl = ' rtl="1"' if backwards else ""
    side = style.side or "r" * backwards
    along = f' algn="{side}"' if side else ""
    indent, mark = _mark(para, start, listed=style.listed)
    spans = "".join(_run(span, lang, links, style) for span in para.spans)
    end = f"<a:endParaRPr {_tongue(lang, style)}/>" if not spans else ""
    head = f"<a:pPr{indent}{level}{along}{rtl}>{_spacing(lang)}{mark}</a:pPr>"
    return f"<a:p>{head}{spans}{_twin(para.twin, links, style)}{end}</a:p>"


def _twin(twin: Twin | None, links: Links, style: Style) -> str:
    """Give the words in the other language, after a space or on the next line."""
    if twin is None:
        return ""
    own = Style(twin.size(style.size), fixed=True)
    gap = Span(" " if twin.inline else "\n")
    weight = "" if twin.inline else ' b="0"'
    spans = (gap, *twin.spans)
    return "".join(_run(span, twin.lang, links, own, weight) for span in spans)


def _spacing(lang: str) -> str:
    """Give the line spacing of a paragraph, where it is not the layout's."""
    if not is_han(lang):
        return ""
    return f'<a:lnSpc><a:spcPct val="{round(HAN_SPACING * 100_000)}"/></a:lnSpc>'


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


def _run(
    span: Span, lang: str, links: Links, style: Style, plain_weight: str = ""
) -> str:
    italic = span.emphasis and not is_han(lang)
    strong = span.strong or (span.emphasis and not italic)
    weight = (' b="1"' if strong else plain_weight) + (' i="1"' if italic else "")
    link = f'<a:hlinkClick r:id="{links.id_of(span.link)}"/>' if span.link else ""
    words = f'<a:rPr {_tongue(lang, style)}{weight} dirty="0">{FACES}{link}</a:rPr>'
    lines = escape(span.text, quote=False).split("\n")
    return f"<a:br>{words}</a:br>".join(
        f"<a:r>{words}<a:t>{line}</a:t></a:r>" if line else "" for line in lines
    )
