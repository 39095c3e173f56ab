"""Paragraphs and runs as DrawingML."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from course.arrange.deck import Para, Twin, widening
from course.arrange.look import EMU, INDENT
from course.arrange.measure import HAN_SPACING
from course.languages import embedded, is_han, is_right_to_left, office
from course.text import Span

OTHER = {True: "en-GB", False: "zh-CN"}


class Links:
    """Where a slide leads to: addresses and other slides, each with a relationship id.

    A slide is named `#` and its name; `slides` gives its number.
    """

    def __init__(self, first: int, slides: Mapping[str, int]) -> None:
        self.first = first
        self.slides = slides
        self.targets: list[str] = []

    def xml(self, target: str) -> str:
        """Give what makes a link of a run; nothing where the target is not there."""
        inside = target.startswith("#")
        if not target or (inside and target[1:] not in self.slides):
            return ""
        if target not in self.targets:
            self.targets.append(target)
        rel_id = f"rId{self.first + self.targets.index(target)}"
        if inside:
            return f'<a:hlinkClick r:id="{rel_id}" {JUMP}>{AS_TEXT}</a:hlinkClick>'
        return f'<a:hlinkClick r:id="{rel_id}">{AS_TEXT}</a:hlinkClick>'

    def rows(self) -> Iterator[tuple[str, str, int]]:
        """Give each relationship's id, its target, and the number of a slide or 0."""
        for number, target in enumerate(self.targets, self.first):
            yield f"rId{number}", target, self.slides.get(target[1:], 0)


@dataclass(frozen=True, slots=True)
class Style:
    """How a box sets its text: type size in points, lists, alignment.

    `fixed` tells that the size is not the box's own, and must stand in each run;
    `listed` that the box sets lists by itself, `wider` how much further in they stand;
    `turned` that its text runs from right to left, without a word of the paragraph.
    """

    size: float = 12
    fixed: bool = False
    listed: bool = False
    side: str = ""
    wider: float = 1
    turned: bool = False


def paragraphs(paras: Sequence[Para], lang: str, links: Links, style: Style) -> str:
    """Give paragraphs as XML, in language `lang` where they do not say another."""
    style = replace(style, wider=widening(paras))
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
    along = _along(lang, style)
    indent, mark = _mark(para, start, style)
    spans = "".join(_run(span, lang, links, style) for span in para.spans)
    end = f"<a:endParaRPr {_tongue(lang, style)}/>" if not spans else ""
    head = f"<a:pPr{indent}{level}{along}>{_spacing(lang)}{mark}</a:pPr>"
    return f"<a:p>{head}{spans}{_twin(para.twin, lang, links, style)}{end}</a:p>"


def _along(lang: str, style: Style) -> str:
    """Give the side and the direction of a paragraph, where they are not the box's."""
    backwards = is_right_to_left(lang)
    foreign = backwards != style.turned
    side = style.side or ("r" if backwards else "l") * foreign
    aligned = f' algn="{side}"' if side else ""
    return f'{aligned} rtl="{backwards:d}"' if backwards or foreign else aligned


def _twin(twin: Twin | None, among: str, links: Links, style: Style) -> str:
    """Give the words in the other language, after a space or on the next line.

    PowerPoint knows the direction of a paragraph only: marks tell that of these words.
    """
    if twin is None:
        return ""
    own = Style(twin.size(style.size), fixed=True)
    gap = Span(" " if twin.inline else "\n")
    weight = "" if twin.inline else ' b="0"'
    spans = (gap, *_embedded(twin, among))
    return "".join(_run(span, twin.lang, links, own, weight) for span in spans)


def _embedded(twin: Twin, among: str) -> tuple[Span, ...]:
    start, _, end = embedded(" ", twin.lang, among).partition(" ")
    return (Span(start), *twin.spans, Span(end)) if start else twin.spans


def _spacing(lang: str) -> str:
    """Give the line spacing of a paragraph, where it is not the layout's."""
    if not is_han(lang):
        return ""
    return f'<a:lnSpc><a:spcPct val="{round(HAN_SPACING * 100_000)}"/></a:lnSpc>'


def _mark(para: Para, start: int, style: Style) -> tuple[str, str]:
    """Give a paragraph's indent and its bullet, where they differ from the box's."""
    listed = style.listed
    step = round(INDENT * style.wider * EMU)
    left = step * (para.level + 1)
    as_box = listed and style.wider == 1
    hanging = "" if as_box else f' marL="{left}" indent="-{step}"'
    match para.mark:
        case "bullet":
            return hanging, "" if listed else '<a:buFont typeface="Arial"/>' + BULLET
        case int():
            at = f' startAt="{start}"' if start > 1 else ""
            return hanging, f'{NUMBER_FONT}<a:buAutoNum type="arabicPeriod"{at}/>'
        case "":
            return (' marL="0" indent="0"', "<a:buNone/>") if listed else ("", "")


JUMP = 'action="ppaction://hlinksldjump"'
# A link in the colour of the text around it, which is seen on any ground.
AS_TEXT = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" '
    'val="tx"/></a:ext></a:extLst>'
)
BULLET = '<a:buChar char="•"/>'
NUMBER_FONT = '<a:buFont typeface="+mj-lt"/>'
FACES = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'


def _run(
    span: Span, lang: str, links: Links, style: Style, plain_weight: str = ""
) -> str:
    italic = span.emphasis and not is_han(lang)
    strong = span.strong or (span.emphasis and not italic)
    weight = (' b="1"' if strong else plain_weight) + (' i="1"' if italic else "")
    link = links.xml(span.link)
    words = f'<a:rPr {_tongue(lang, style)}{weight} dirty="0">{FACES}{link}</a:rPr>'
    # LibreOffice leaves no gap at a tab from right to left.
    text = span.text.replace("\t", " \t") if is_right_to_left(lang) else span.text
    lines = escape(text, quote=False).split("\n")
    return f"<a:br>{words}</a:br>".join(
        f"<a:r>{words}<a:t>{line}</a:t></a:r>" if line else "" for line in lines
    )
