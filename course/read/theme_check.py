"""What a PowerPoint template lacks for good decks, and what will stand in for it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from course.arrange.fit import FLOOR, HEADLINE_FLOOR
from course.arrange.look import EMU, Box, Layout
from course.arrange.measure import PITCH
from course.problems import Place, Problem, Severity, in_order
from course.read.contrast import Ink, inks
from course.read.look import A, read_layouts, theme_of
from course.read.slide_layout import SlideLayout, found_roles
from course.read.stand_ins import PLANS, layouts
from course.read.template import has_notes_master, open_deck

WIDE = 16 / 9
NEARLY = 0.02
OTHERS = {1.33: "4:3", 1.6: "16:10"}
LEAST_CONTRAST = 4.5
MOST_PICTURE = 2_000_000
# What a body should hold at least: lines and letters of the smallest size.
LEAST_LINES, LEAST_LETTERS = 6, 20
ROWS = ("Cards", "Steps", "Numbers")
# What stands in where PowerPoint's own kind of layout is missing.
INSTEAD = {
    "title": ("Title Slide", "“Title and Content” stands in"),
    "section": ("Section Header", "“Title Slide” stands in"),
    "two": ("Two Content", "“Title and Content” stands in, parted in two"),
}
Rule: TypeAlias = Callable[["Template"], Iterator[Problem]]


def check_template(path: Path) -> tuple[Problem, ...]:
    """Give all that a template lacks.

    Raises:
        SourceError: the file cannot be read.
    """
    template = Template(path)
    return in_order(problem for rule in RULES for problem in rule(template))


class Template:
    """A template, and what is read from it once."""

    def __init__(self, path: Path) -> None:
        self.deck = open_deck(path)
        self.place = Place(path.as_posix())
        self.given: list[SlideLayout] = read_layouts(self.deck)
        self.roles = dict(found_roles(self.given))
        self.layouts = layouts(self.given, self.deck.slide_height / EMU)
        names = {one.part: one.name for one in self.given}
        self.used: dict[str, tuple[str, Layout]] = {
            name: (names[layout.part], layout)
            for name, layout in self.layouts.items()
            if name in PLANS
        }

    def boxes(self, name: str) -> Iterator[tuple[str, Box]]:
        """Give the boxes of one name, each with the name of its layout in the file."""
        for ours, (layout_name, layout) in self.used.items():
            box = layout.boxes.get(name)
            if box and ours not in ("Title", "Section", "Imprint"):
                yield layout_name, box

    def own_size(self, name: str, box: Box) -> float:
        """Give the type size that the file says, whatever stands in for it."""
        layout = next(one for one in self.given if one.name == name)
        sizes = {one.box.index: one.box.size for one in layout.holders}
        return sizes.get(box.index, box.size)


def no_room_for_text(template: Template) -> Iterator[Problem]:
    """L105: no layout has a title and a box for contents, so no deck can be made.

    Every PowerPoint design has one, called “Title and Content”. Add it in the view
    “Slide Master”.
    """
    missing = [name for name in PLANS if name not in template.layouts]
    if missing:
        yield _problem(
            template,
            "L105",
            "no layout has a title and a box for contents",
            "add “Title and Content” in the view Slide Master",
            Severity.ERROR,
        )


def missing_layout(template: Template) -> Iterator[Problem]:
    """L106: a layout that every PowerPoint design has is missing.

    Another one stands in. Add the layout in the view “Slide Master”, with the name
    that PowerPoint gives it.
    """
    names = {one.name for one in template.given}
    ours = {"title": "Title", "section": "Section", "two": "Compare"}
    for role, (name, instead) in INSTEAD.items():
        if role not in template.roles and ours[role] not in names:
            yield _problem(
                template,
                "L106",
                f"no layout “{name}”: {instead}",
                "add it in the view Slide Master, or leave it so",
            )


def no_rows(template: Template) -> Iterator[Problem]:
    """L107: there are no layouts for cards, steps or numbers; they become lists.

    PowerPoint has no such layouts of its own. To have them, copy those of
    `templates/deck/civic.pptx`, with their names and those of their boxes.
    """
    names = {one.name.split()[0] for one in template.given if one.name.strip()}
    missing = [one.lower() for one in ROWS if one not in names]
    if missing:
        yield _problem(
            template,
            "L107",
            f"no layouts for {', '.join(missing)}: these slides become lists",
            "leave it so, or copy the layouts from templates/deck/civic.pptx",
        )


def no_title_box(template: Template) -> Iterator[Problem]:
    """L108: a layout has boxes for text but none for a title.

    Slides are found by their titles, also by those who hear them read. Such a layout
    is not used. Add a title to it in the view “Slide Master”.
    """
    for layout in template.given:
        if layout.texts and not layout.head:
            yield _problem(
                template,
                "L108",
                f"the layout “{layout.name}” has no title",
                "add a title box, or leave it: it is not used",
            )


def small_type(template: Template) -> Iterator[Problem]:
    """L109: text is set smaller than can be read from the last row.

    A headline has 28 points or more, text 18. Set the size in the view “Slide Master”.
    """
    for name, floor in (("Headline", HEADLINE_FLOOR), ("Body", FLOOR)):
        small = {
            (layout, size)
            for layout, box in template.boxes(name)
            if (size := template.own_size(layout, box)) < floor
        }
        for layout, size in sorted(small):
            yield _problem(
                template,
                "L109",
                f"{name.lower()} of {size:g} points on the layout “{layout}”",
                f"set it in {floor} points or more",
            )


def small_box(template: Template) -> Iterator[Problem]:
    """L110: a box is too small for what a slide says.

    A headline is a sentence and needs two lines; a body needs six lines of twenty
    Chinese characters. Make the box larger in the view “Slide Master”.
    """
    for name, size, lines in (
        ("Headline", HEADLINE_FLOOR, 2),
        ("Body", FLOOR, LEAST_LINES),
    ):
        small = {
            layout
            for layout, box in template.boxes(name)
            if box.inner_height < lines * size * PITCH
            or box.inner_width < LEAST_LETTERS * size
        }
        for layout in sorted(small):
            yield _problem(
                template,
                "L110",
                f"too little room for the {name.lower()} on the layout “{layout}”",
                f"give it {lines} lines of {size} points",
            )


def no_chinese_face(template: Template) -> Iterator[Problem]:
    """L111: the theme names no East Asian font.

    Each program then takes one of its own for Chinese, and lines break elsewhere. Set
    it under Slide Master › Fonts › Customize Fonts. Decks say of each word that it is
    Chinese, whatever the theme has.
    """
    if not all(face for face, _ in _chinese_faces(template)):
        yield _problem(
            template,
            "L111",
            "the theme names no East Asian font",
            "set one under Slide Master › Fonts › Customize Fonts",
        )


def no_hans_face(template: Template) -> Iterator[Problem]:
    """L112: the theme names no font for the script of simplified Chinese (`Hans`).

    PowerPoint looks there if the theme has no East Asian font for all. A theme that was
    made for a language with Chinese characters has one.
    """
    if not all(hans for _, hans in _chinese_faces(template)):
        yield _problem(
            template,
            "L112",
            "the theme names no font for simplified Chinese (Hans)",
            "save the theme in a Chinese PowerPoint, or set an East Asian font",
        )


def low_contrast(template: Template) -> Iterator[Problem]:
    """L113: text stands out too little from what is behind it.

    WCAG 2 asks for a contrast of 4.5 to 1. Where a picture or a gradient lies behind
    the text, that cannot be told.
    """
    pairs: defaultdict[tuple[str, str], list[Ink]] = defaultdict(list)
    for ink in inks(template.deck):
        if ink.contrast < LEAST_CONTRAST:
            pairs[ink.text, ink.ground].append(ink)
    for (text, ground), found in pairs.items():
        first = found[0]
        more = f" and {len(found) - 1} more" if found[1:] else ""
        yield _problem(
            template,
            "L113",
            f"a contrast of {first.contrast:.1f} to 1, #{text} on "
            f"#{ground}: “{first.box}” on the layout “{first.layout}”{more}",
            f"take a colour with {LEAST_CONTRAST} to 1 or more",
        )


def other_shape(template: Template) -> Iterator[Problem]:
    """L114: slides are not 16:9, as screens and projectors are.

    Decks are made all the same, with less text on a slide.
    """
    shape = template.deck.slide_width / template.deck.slide_height
    if abs(shape - WIDE) > NEARLY:
        yield _problem(
            template,
            "L114",
            f"slides are not 16:9, but {OTHERS.get(round(shape, 2), f'{shape:.2f}:1')}",
            "set it under Design › Slide Size, or leave it so",
        )


def no_foot(template: Template) -> Iterator[Problem]:
    """L115: a layout has no place for the footer, or none for the slide number.

    The footer names the module; people ask for a slide by its number.
    """
    for layout in dict.fromkeys(
        layout for role, layout in template.roles.items() if role != "title"
    ):
        lacks = [
            word
            for word, box in (
                ("footer", layout.footer),
                ("slide number", layout.number),
            )
            if box is None
        ]
        if lacks:
            yield _problem(
                template,
                "L115",
                f"no {' and no '.join(lacks)} on the layout “{layout.name}”",
                "tick Footers on the layout in the view Slide Master",
            )


def large_picture(template: Template) -> Iterator[Problem]:
    """L116: a picture in the template makes every deck large.

    Compress it: Picture Format › Compress Pictures.
    """
    for part in template.deck.part.package.iter_parts():
        size = len(part.blob) if part.content_type.startswith("image/") else 0
        if size > MOST_PICTURE:
            name = str(part.partname).rpartition("/")[2]
            yield _problem(
                template,
                "L116",
                f"{size / 1e6:.1f} MB in the picture {name}",
                "compress it: Picture Format › Compress Pictures",
            )


def no_notes_master(template: Template) -> Iterator[Problem]:
    """L117: the template has no notes master; ours is added to each deck.

    To have one of your own, open View › Notes Master once, and save.
    """
    if not has_notes_master(template.deck):
        yield _problem(
            template,
            "L117",
            "no notes master: ours is added",
            "leave it so, or open View › Notes Master once, and save",
        )


RULES: tuple[Rule, ...] = (
    no_room_for_text,
    missing_layout,
    no_rows,
    no_title_box,
    small_type,
    small_box,
    no_chinese_face,
    no_hans_face,
    low_contrast,
    other_shape,
    no_foot,
    large_picture,
    no_notes_master,
)


def _problem(
    template: Template,
    code: str,
    message: str,
    hint: str,
    severity: Severity = Severity.WARNING,
) -> Problem:
    return Problem(template.place, code, message, hint, severity)


def _chinese_faces(template: Template) -> Iterable[tuple[str, str]]:
    """Give the East Asian face and the face for `Hans`, of headings and of text."""
    theme = theme_of(template.deck.slide_master)
    for font in theme.iter(f"{A}majorFont", f"{A}minorFont"):
        east = font.find(f"{A}ea")
        hans = font.find(f"{A}font[@script='Hans']")
        yield (
            "" if east is None else east.get("typeface", ""),
            "" if hans is None else hans.get("typeface", ""),
        )
