"""A PowerPoint template → what a picture of its slides needs of it.

Shapes are those of the layout, upon those of the master unless it hides them. What a
placeholder does not say itself it has from the master, as when a template is read for
arranging.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from course.arrange.decor import Cells, Decor, Face, Level, Scene, Shape, Stroke
from course.arrange.look import EMU
from course.read.colours import Palette, palette_of
from course.read.look import A, Heritage, children, found, said
from course.read.shapes import Brush

LEVELS = 2
# Fonts in which a letter is another sign.
SIGNS = ("Wingdings", "Wingdings 2", "Wingdings 3", "Symbol", "Webdings")
BULLET = "•"
WHOLE = 100_000


def read_decor(template: bytes) -> Decor:
    """Read how the layouts of a template look."""
    from pptx import Presentation

    deck: Any = Presentation(BytesIO(template))
    pictures: dict[str, bytes] = {}
    master = deck.slide_master
    palette = palette_of(master, master)
    head, body = _table(deck, palette)
    return Decor(
        width=deck.slide_width / EMU,
        height=deck.slide_height / EMU,
        colours=palette.by_role,
        scenes={
            str(one.part.partname): _scene(one, pictures) for one in deck.slide_layouts
        },
        head=head,
        body=body,
        pictures=pictures,
    )


def _scene(layout: Any, pictures: dict[str, bytes]) -> Scene:
    master = layout.slide_master
    palette = palette_of(layout, master)
    own = Brush(palette, layout.part, pictures)
    below = Brush(palette, master.part, pictures)
    size = layout.part.package.presentation_part.presentation
    whole = Shape(0, 0, size.slide_width / EMU, size.slide_height / EMU)
    ground = below.ground(master.element, whole)
    shapes = [*own.shapes(layout.element)]
    if layout.element.get("showMasterSp") != "0":
        shapes = [*below.shapes(master.element), *shapes]
    return Scene(
        ground=own.ground(layout.element, ground),
        shapes=tuple(shapes),
        faces={
            int(holder.element.ph.get("idx", 0)): _face(holder, master.element, own)
            for holder in layout.placeholders
        },
    )


def _face(holder: Any, master: Any, brush: Brush) -> Face:
    heritage = Heritage(holder, master)
    shape = Shape(0, 0, 0, 0)
    for one in reversed(heritage.chain):
        shape = brush.drawn(one, shape)
    anchors = (body.get("anchor") for body in heritage.bodies)
    return Face(
        shape=shape,
        anchor=next(filter(None, anchors), "t"),
        levels=tuple(
            _level(heritage.levels(number), brush.palette)
            for number in range(1, LEVELS + 1)
        ),
    )


def _level(levels: list[Any], palette: Palette) -> Level:
    runs = list(children(levels, f"{A}defRPr"))
    ink = found(runs, f"{A}solidFill", f"{A}gradFill")
    spacing = found(levels, f"{A}lnSpc/{A}spcPct")
    before = found(levels, f"{A}spcBef/*")
    gap = int(before.get("val")) if before is not None else 0
    in_points = before is not None and before.tag == f"{A}spcPts"
    aligned = (one.get("algn") for one in levels)
    return Level(
        colour=palette.colour(ink) or palette.named("tx1"),
        bold=bool(said(runs, "b", 0)),
        italic=bool(said(runs, "i", 0)),
        align=next(filter(None, aligned), "l"),
        indent=said(levels, "marL", 0) / EMU,
        hang=-said(levels, "indent", 0) / EMU,
        spacing=int(spacing.get("val")) / WHOLE if spacing is not None else 1,
        before=gap / 100 if in_points else 0,
        before_share=0 if in_points else gap / WHOLE,
        bullet=_bullet(levels),
        bullet_colour=palette.colour(found(levels, f"{A}buClr")),
    )


def _bullet(levels: list[Any]) -> str:
    """Give the sign before a paragraph; a plain one for those of fonts of signs."""
    mark = found(levels, f"{A}buChar", f"{A}buNone", f"{A}buAutoNum")
    if mark is None or mark.tag != f"{A}buChar":
        return ""
    font = found(levels, f"{A}buFont")
    of_signs = font is not None and font.get("typeface") in SIGNS
    return BULLET if of_signs else str(mark.get("char"))


def _table(deck: Any, palette: Palette) -> tuple[Cells, Cells]:
    """Give the look of a table's header and body in the template's table style.

    A style that the file only names is one of PowerPoint's own: the common one, which
    has its header in the first accent, stands for all of these.
    """
    styles = _table_styles(deck)
    name = styles.get("def") if styles is not None else ""
    own = [] if styles is None else [s for s in styles if s.get("styleId") == name]
    if not own:
        paper = Stroke(palette.named("bg1"), 1)
        head = Cells(palette.named("accent1"), paper.colour, True, None, paper)
        return head, Cells("", palette.named("tx1"), False, None, paper, paper)
    body = _cells(own[0].find(f"{A}wholeTbl"), palette)
    return _cells(own[0].find(f"{A}firstRow"), palette, body), body


def _table_styles(deck: Any) -> Any:
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml

    try:
        part = deck.part.part_related_by(RELATIONSHIP_TYPE.TABLE_STYLES)
    except KeyError:
        return None
    return parse_xml(part.blob)


def _cells(style: Any, palette: Palette, usual: Cells | None = None) -> Cells:
    """Read how cells look; what is not said they have from the usual ones."""
    cells = usual or Cells("", palette.named("tx1"), False, None, None)
    if style is None:
        return cells
    text = style.find(f"{A}tcTxStyle")
    fill = palette.fill(style.find(f"{A}tcStyle/{A}fill"))
    edges = {
        name: edge
        for name, tag in (("top", "top"), ("bottom", "bottom"), ("between", "insideH"))
        for edge in _edge(style.find(f"{A}tcStyle/{A}tcBdr/{A}{tag}"), palette)
    }
    return replace(
        cells,
        fill=cells.fill if fill is None else fill,
        colour=palette.colour(text) or cells.colour,
        bold=text is not None and text.get("b") == "on",
        **edges,
    )


def _edge(side: Any, palette: Palette) -> Iterator[Stroke | None]:
    """Give the line at one side of cells, or None for none; nothing if not said."""
    line = None if side is None else side.find(f"{A}ln")
    if line is not None:
        colour = palette.fill(line)
        yield Stroke(colour, int(line.get("w", 12_700)) / EMU) if colour else None
