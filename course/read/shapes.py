"""The shapes that a template draws beneath its text."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from course.arrange.decor import Geometry, Legend, Shape, Step, Stroke
from course.arrange.look import EMU
from course.read.colours import Palette
from course.read.look import A, P

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
GEOMETRIES: dict[str, Geometry] = {
    "rect": "rect",
    "roundRect": "round",
    "ellipse": "ellipse",
    "line": "line",
    "straightConnector1": "line",
}
DASHES = {"dot": "dotted", "sysDot": "dotted", "solid": "solid"}
# Pictures of other kinds are left out.
SHOWN = ("PNG", "JPEG", "GIF", "WEBP")
FLIPS = ("flipH", "flipV")
DEGREE = 60_000
WHOLE = 100_000
USUAL_LINE = 9_525
STEPS = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "close": "Z"}


class Brush:
    """Reads the shapes of one part of a template with the colours it sees."""

    def __init__(self, palette: Palette, part: Any, pictures: dict[str, bytes]) -> None:
        self.palette = palette
        self.part = part
        self.pictures = pictures

    def ground(self, page: Any, usual: Shape) -> Shape:
        """Give a page's background, or the usual one where it says none."""
        ground = page.find(f"{P}cSld/{P}bg")
        if ground is None:
            return usual
        whole = replace(usual, fill="", picture="")
        own = ground.find(f"{P}bgPr")
        if own is None:
            return replace(whole, fill=self.palette.colour(ground.find(f"{P}bgRef")))
        blip = own.find(f"{A}blipFill")
        if blip is not None:
            return replace(whole, **self._picture(blip))
        return replace(whole, fill=self.palette.fill(own) or "")

    def shapes(self, page: Any) -> Iterator[Shape]:
        """Give a page's shapes in the order in which they are drawn."""
        for one in self._within(page.find(f"{P}cSld/{P}spTree")):
            if one.picture or one.fill or one.stroke or one.legend:
                yield one

    def drawn(self, element: Any, usual: Shape) -> Shape:
        """Give how a shape is drawn; what it does not say is as usual.

        A shape of a kind that is not known is left out.
        """
        own = element.find(f"{P}spPr")
        if own is None:
            return usual
        style = element.find(f"{P}style")
        line = own.find(f"{A}ln")
        fill = self.palette.fill(own)
        shape = replace(
            usual,
            fill=self._styled(style, "fillRef", usual.fill) if fill is None else fill,
            stroke=self._stroke(line, style)
            or (usual.stroke if line is None else None),
        )
        blip = own.find(f"{A}blipFill")
        if blip is not None:
            shape = replace(shape, **self._picture(blip))
        return _outlined(own, shape)

    def _within(self, group: Any) -> Iterator[Shape]:
        for element in group:
            if element.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None:
                continue
            match element.tag.removeprefix(P):
                case "grpSp":
                    yield from _moved(element, self._within(element))
                case "pic":
                    if element.find(f"{P}nvPicPr/{P}nvPr/{P}ph") is None:
                        picture = self._picture(element.find(f"{P}blipFill"))
                        yield replace(_placed(element), **picture)
                case "sp" | "cxnSp":
                    shape = self.drawn(element, _placed(element))
                    yield replace(shape, legend=self._legend(element))
                case _:
                    pass

    def _stroke(self, line: Any, style: Any) -> Stroke | None:
        colour = self.palette.fill(line) if line is not None else None
        if colour is None:
            colour = self._styled(style, "lnRef", "")
        if not colour:
            return None
        width = int(line.get("w", USUAL_LINE)) if line is not None else USUAL_LINE
        dash = line.find(f"{A}prstDash") if line is not None else None
        name = "solid" if dash is None else DASHES.get(dash.get("val"), "dashed")
        return Stroke(colour, width / EMU, name)

    def _styled(self, style: Any, name: str, usual: str) -> str:
        """Give the colour that a shape has from the theme, if it rests on it."""
        rests_on = style.find(f"{A}{name}") if style is not None else None
        if rests_on is None or rests_on.get("idx") == "0":
            return usual
        return self.palette.colour(rests_on)

    def _picture(self, blip_fill: Any) -> dict[str, Any]:
        """Give a picture's name and what is cut off; nothing if it cannot be shown."""
        blip = blip_fill.find(f"{A}blip")
        rel_id = blip.get(f"{R}embed") if blip is not None else None
        if rel_id is None:
            return {}
        image = self.part.related_part(rel_id)
        name = str(image.partname)
        if name not in self.pictures and not _is_shown(image.blob):
            return {}
        self.pictures[name] = image.blob
        cut = blip_fill.find(f"{A}srcRect")
        sides = [0 if cut is None else int(cut.get(side, 0)) / WHOLE for side in "ltrb"]
        return {"picture": name, "crop": tuple(sides)}

    def _legend(self, element: Any) -> Legend | None:
        words = "\n".join(
            "".join(text.text or "" for text in para.iter(f"{A}t"))
            for para in element.iterfind(f"{P}txBody/{A}p")
        )
        if not words.strip():
            return None
        body = element.find(f"{P}txBody/{A}bodyPr")
        runs = [*element.iter(f"{A}rPr", f"{A}defRPr")]
        line = element.find(f"{P}txBody/{A}p/{A}pPr")
        inks = (self.palette.fill(run) for run in runs)
        usual = self._styled(element.find(f"{P}style"), "fontRef", "")
        return Legend(
            words=words,
            size=next((int(s) for r in runs if (s := r.get("sz"))), 1800) / 100,
            colour=next(filter(None, inks), usual) or self.palette.named("tx1"),
            bold=any(run.get("b") == "1" for run in runs),
            align=line.get("algn", "l") if line is not None else "l",
            anchor=body.get("anchor", "t"),
        )


def _is_shown(data: bytes) -> bool:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data)) as image:
            return image.format in SHOWN
    except (UnidentifiedImageError, OSError):
        return False


def _placed(element: Any) -> Shape:
    """Give an empty shape where an element stands."""
    frame = element.find(f"{P}spPr/{A}xfrm")
    if frame is None:
        return Shape(0, 0, 0, 0)
    left, top, width, height = _frame(frame)
    return Shape(
        left=left,
        top=top,
        width=width,
        height=height,
        turn=int(frame.get("rot", 0)) / DEGREE,
        mirrored=(frame.get("flipH") == "1") != (frame.get("flipV") == "1"),
    )


def _frame(frame: Any, start: str = "off", size: str = "ext") -> tuple[float, ...]:
    """Give a frame's place and size, in points."""
    at, reach = frame.find(f"{A}{start}"), frame.find(f"{A}{size}")
    sides = (at.get("x"), at.get("y"), reach.get("cx"), reach.get("cy"))
    return tuple(int(side) / EMU for side in sides)


def _moved(group: Any, shapes: Iterator[Shape]) -> Iterator[Shape]:
    """Move the shapes of a group from its own measure to that of what it is in."""
    frame = group.find(f"{P}grpSpPr/{A}xfrm")
    if frame is None:
        yield from shapes
        return
    left, top, width, height = _frame(frame)
    inner_left, inner_top, inner_width, inner_height = _frame(frame, "chOff", "chExt")
    across = width / inner_width if inner_width else 1
    down = height / inner_height if inner_height else 1
    for shape in shapes:
        yield replace(
            shape,
            left=left + (shape.left - inner_left) * across,
            top=top + (shape.top - inner_top) * down,
            width=shape.width * across,
            height=shape.height * down,
        )


def _outlined(own: Any, shape: Shape) -> Shape:
    """Give a shape its outline; one that is not known is not drawn."""
    path = own.find(f"{A}custGeom/{A}pathLst/{A}path")
    if path is not None:
        frame = own.find(f"{A}xfrm")
        return replace(shape, geometry="path", steps=tuple(_steps(path, frame)))
    preset = own.find(f"{A}prstGeom")
    if preset is None:
        return shape
    known = GEOMETRIES.get(preset.get("prst"))
    if known is None:
        return replace(shape, fill="", stroke=None)
    return replace(shape, geometry=known)


def _steps(path: Any, frame: Any) -> Iterator[Step]:
    """Give the steps of a path that a person has drawn; arcs are left out."""
    width, height = int(path.get("w", 1)) or 1, int(path.get("h", 1)) or 1
    across, down = (frame is not None and frame.get(flip) == "1" for flip in FLIPS)

    def share(x: str, y: str) -> tuple[float, float]:
        """Give a point as shares of the shape, as the shape is flipped."""
        right, below = int(x) / width, int(y) / height
        return (1 - right if across else right), (1 - below if down else below)

    for step in path:
        letter = STEPS.get(step.tag.removeprefix(A))
        points = [(one.get("x"), one.get("y")) for one in step.iter(f"{A}pt")]
        if letter and all(x.lstrip("-").isdigit() for point in points for x in point):
            yield (letter, tuple(share(x, y) for x, y in points))
