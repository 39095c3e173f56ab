"""Decks for all eyes: type sizes, contrast, and words for what cannot be seen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

from tests.ooxml import NAMES
from tests.test_ooxml import TEMPLATES

# The least type size of each box, in points. What is read in the room is 18 or more;
# a headline is 28. Small print, and what is looked up rather than read, is smaller.
LEAST = {
    "Headline": 28,
    "Table": 16,
    "Source": 11,
    "Footer": 11,
    "Number": 11,
    "Imprint": 14,
}
LEAST_TO_READ = 18
# The second language on a slide is for those who also read the first.
LEAST_BESIDE = 16
# Web Content Accessibility Guidelines 2.2: text, text of the theme for poor eyes,
# and what is no text (1.4.3, 1.4.6, 1.4.11).
TEXT, STRONG_TEXT, SHAPE = 4.5, 7.0, 3.0
STYLES = {
    "title": "titleStyle",
    "ctrTitle": "titleStyle",
    **dict.fromkeys(("ftr", "sldNum", "dt"), "otherStyle"),
}
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


@pytest.fixture(scope="module")
def decks(made: Path, made_bees: Path, gallery: Path, made_extreme: Path) -> list[Any]:
    folders = (made, made_bees, gallery, made_extreme)
    found = [path for folder in folders for path in folder.rglob("deck*.pptx")]
    return [Presentation(str(path)) for path in found]


# Sizes


def test_no_text_is_smaller_than_can_be_read(decks: list[Any]) -> None:
    small, seen = set(), 0
    for slide in (slide for deck in decks for slide in deck.slides):
        for shape in slide.placeholders:
            least = least_size(shape, slide.slide_layout.name)
            for run, size in sizes(shape, slide.slide_layout.slide_master.element):
                seen += 1
                if size < (min(least, LEAST_BESIDE) if is_beside(run) else least):
                    small.add((shape.name, size, run.findtext("a:t", "", NAMES)))
    assert seen > 1500
    assert not small


def least_size(shape: Any, layout: str) -> float:
    if shape.name == "Body" and layout == "Imprint":
        return LEAST["Imprint"]
    return LEAST.get(shape.name, LEAST_TO_READ)


def is_beside(run: Any) -> bool:
    """Tell whether a run is in another language than its paragraph begins in."""
    tongues = find(run, "../a:r/a:rPr/@lang")
    return bool(run.find("a:rPr", NAMES).get("lang") != tongues[0])


def sizes(shape: Any, master: Any) -> Iterator[tuple[Any, float]]:
    """Give each run and the size that PowerPoint sets it in."""
    for run in find(shape.element, ".//a:r"):
        level = int(run.getparent().find("a:pPr", NAMES).get("lvl", 0))
        own = [run.find("a:rPr", NAMES)]
        said = (one.get("sz") for one in [*own, *resting(shape, level, master)])
        size = next(value for value in said if value is not None)
        yield run, int(size) / 100


def resting(holder: Any, level: int, master: Any) -> Iterator[Any]:
    """Give all `defRPr` on which a placeholder's text rests, the nearest first."""
    kind = holder.element.ph.get("type", "obj")
    path = f"a:lvl{level + 1}pPr/a:defRPr"
    while holder is not None:
        yield from find(holder.element, f".//a:lstStyle/{path}")
        holder = base_of(holder)
    style = STYLES.get(kind, "bodyStyle")
    yield from find(master, f"p:txStyles/p:{style}/{path}")


# Contrast


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_text_stands_out_from_its_ground(template: Path) -> None:
    least = STRONG_TEXT if "contrast" in template.stem else TEXT
    pairs = list(pairs_of(template))
    assert len(pairs) > 60
    faint = {pair for pair in pairs if contrast(*pair[1:]) < least}
    assert not faint


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_bars_stand_out_from_their_ground(template: Path) -> None:
    colours = Colours(Presentation(str(template)))
    for name in ("accent1", "accent2"):
        assert contrast(colours.scheme[name], colours.scheme["bg1"]) >= SHAPE


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("000000", "FFFFFF", 21), ("767676", "FFFFFF", 4.54), ("AA0000", "AA0000", 1)],
)
def test_contrast_is_counted_as_the_guidelines_do(
    one: str, other: str, ratio: float
) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Colours:
    """The colours of a template, by their names in it."""

    def __init__(self, deck: Any) -> None:
        master = deck.slide_master
        theme = next(
            rel.target_part
            for rel in master.part.rels.values()
            if rel.reltype.endswith("/theme")
        )
        scheme = etree.fromstring(theme.blob).find(".//a:clrScheme", NAMES)
        assert scheme is not None
        named = {etree.QName(one).localname: one[0].get("val", "") for one in scheme}
        renamed = master.element.find("p:clrMap", NAMES).attrib
        self.scheme = named | {name: named[renamed[name]] for name in renamed}

    def of(self, fill: Any) -> str:
        """Give the colour of a plain fill."""
        (colour,) = fill
        assert not len(colour), "a colour with changes: count them in"
        value = colour.get("val")
        return self.scheme[value] if colour.tag.endswith("schemeClr") else str(value)


def pairs_of(template: Path) -> Iterator[tuple[str, str, str]]:
    """Give where text stands, its colour, and that of its ground."""
    deck: Any = Presentation(str(template))
    colours = Colours(deck)
    for layout in deck.slide_layouts:
        for shape in layout.shapes:
            ground = ground_of(shape, layout, colours)
            where = f"{layout.name}/{shape.name}"
            if shape.is_placeholder:
                for level in (0, 1):
                    rests = resting(shape, level, layout.slide_master.element)
                    fills = (one.find("a:solidFill", NAMES) for one in rests)
                    fill = next((one for one in fills if one is not None), None)
                    assert level or fill is not None, where
                    if fill is not None:
                        yield where, colours.of(fill), ground
                if ground in (colours.scheme["bg1"], colours.scheme["bg2"]):
                    yield f"{where}: link", colours.scheme["hlink"], ground
            elif shape.has_text_frame and shape.text_frame.text:
                for run in find(shape.element, ".//a:rPr/a:solidFill"):
                    yield where, colours.of(run), ground
    yield from table_pairs(deck, colours)


def table_pairs(deck: Any, colours: Colours) -> Iterator[tuple[str, str, str]]:
    for rel in deck.part.rels.values():
        if rel.reltype.endswith("/tableStyles"):
            for part in find(etree.fromstring(rel.target_part.blob), "//a:tblStyle/*"):
                (text,) = find(part, "a:tcTxStyle/a:schemeClr")
                fill = part.find("a:tcStyle/a:fill/a:solidFill", NAMES)
                ground = "bg1" if fill is None else fill[0].get("val")
                name = etree.QName(part).localname
                yield name, colours.scheme[text.get("val")], colours.scheme[ground]


def ground_of(shape: Any, layout: Any, colours: Colours) -> str:
    """Give the colour behind a shape's text: its own, or of what lies below it."""
    found = fill_of(shape)
    below = [*layout.slide_master.shapes, *layout.shapes]
    for other in below if found is None else ():
        if other.shape_id != shape.shape_id and covers(other, shape):
            found = fill_of(other)
    for part in (layout, layout.slide_master) if found is None else ():
        fill = part.element.find("p:cSld/p:bg/p:bgPr/a:solidFill", NAMES)
        found = fill if found is None else found
    return colours.of(found)


def fill_of(shape: Any) -> Any:
    return shape.element.find("p:spPr/a:solidFill", NAMES)


def covers(one: Any, other: Any) -> bool:
    """Tell whether a filled shape lies below all of another one."""
    return (
        fill_of(one) is not None
        and one.left <= other.left
        and one.top <= other.top
        and one.left + one.width >= other.left + other.width
        and one.top + one.height >= other.top + other.height
    )


# Words for what cannot be seen


def test_every_figure_has_words_or_is_marked_as_decoration(decks: list[Any]) -> None:
    dumb, seen = set(), 0
    for deck in decks:
        layouts = list(deck.slide_layouts)
        for page in (*deck.slides, *layouts, deck.slide_master):
            for shape in page.shapes:
                if is_picture(shape):
                    seen += 1
                    if not says_something(shape):
                        dumb.add((page.name, shape.name))
    assert seen > 200
    assert not dumb


def is_picture(shape: Any) -> bool:
    """Tell whether a shape is more than a box for text."""
    return (
        shape.has_table
        or shape.has_chart
        or not shape.has_text_frame
        or (not shape.is_placeholder)
    )


def says_something(shape: Any) -> bool:
    (properties,) = find(shape.element, "*/p:cNvPr")
    decorative = find(properties, f".//a:ext[@uri='{DECORATIVE}']/*[@val='1']")
    return bool(properties.get("descr") or decorative)


def base_of(holder: Any) -> Any:
    """Give the placeholder on which another one rests: the layout's, the master's."""
    return getattr(holder, "_base_placeholder", None)


def find(element: Any, path: str) -> list[Any]:
    found: Any = etree.XPath(path, namespaces=NAMES)(element)
    return list(found)
