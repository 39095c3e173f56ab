"""A draft → one or more slides, laid out so that all text fits.

The author's layout is tried first. Text that does not fit it is set smaller, down to
what can be read in a room; then it is parted over several slides; then it is a
problem, in each language on its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from course.arrange.deck import Figure, Filling, Para, Slide
from course.arrange.draft import Draft, Rows, letters
from course.arrange.fit import even, part, size_for
from course.arrange.look import Box, Look
from course.arrange.measure import balanced
from course.arrange.tables import grids
from course.problems import Place, Problem
from course.text import Span
from course.wording import dotted

# How many paragraphs the body of a layout may have on one slide, at most.
MOST = {"Points": 6, "Agenda": 12, "Activity": 8, "Imprint": 12}
# Rows of boxes that may go on on a next slide; steps stay together, on one path.
PARTED = ("Cards", "Numbers")


def fill(draft: Draft, look: Look, problems: list[Problem]) -> list[Slide]:
    """Give the slides of a draft; what does not fit is added to the problems.

    A table that does not fit makes no slide.
    """
    parts = _laid_out(draft, look)
    if isinstance(draft.figure, Rows):
        slides = _tables(draft, draft.figure, look, problems)
    elif parts[0].layout in MOST:
        slides = _points(parts[0], look, problems)
    else:
        slides = [
            _slide(one, look, problems, figure=draft.figure) for one in _numbered(parts)
        ]
    return [
        replace(
            slide,
            fillings=tuple(_like(one, slides) for one in slide.fillings),
            notes=draft.notes.further if number else draft.notes.first,
            section=draft.section,
            told=(*draft.told, *draft.notes.told),
            drafted=draft.name,
        )
        for number, slide in enumerate(slides)
    ]


def _like(filling: Filling, slides: list[Slide]) -> Filling:
    """Set a box as it is set where it has the least room, on slides of one draft."""
    every = (one for slide in slides for one in slide.fillings)
    sizes = [one.size for one in every if one.box == filling.box]
    return replace(filling, size=min(sizes))


def _laid_out(draft: Draft, look: Look) -> list[Draft]:
    """Give a draft in its own layout, parted if need be; or as a list, if it can be."""
    if not draft.listed or _holds(draft, look):
        return [draft]
    listed = replace(draft, layout="Points", texts={"Body": draft.listed})
    return _runs(draft, look) or [listed]


def _runs(draft: Draft, look: Look) -> list[Draft]:
    """Part a row of boxes over as few slides as can be, if all of them have room."""
    row, _, count = draft.layout.partition(" ")
    if row not in PARTED:
        return []
    numbers = range(1, int(count) + 1)
    for slides in range(2, len(numbers)):
        runs = [_run(draft, row, run) for run in even(numbers, slides)]
        if all(_holds(one, look) for one in runs):
            return runs
    return []


def _run(draft: Draft, row: str, numbers: Sequence[int]) -> Draft:
    """Give the boxes of a row that have some numbers, as a row of their own."""
    texts = {}
    for name, content in draft.texts.items():
        box, _, number = name.rpartition(" ")
        if int(number) in numbers:
            texts[f"{box} {int(number) - numbers[0] + 1}"] = content
    return replace(draft, layout=f"{row} {len(numbers)}", texts=texts)


def _holds(draft: Draft, look: Look) -> bool:
    """Tell whether the look has a draft's layout, with room for its texts.

    A word that had to be broken has no room. A body that may be parted always has.
    """
    layout = look.layouts.get(draft.layout)
    kept = [name for name in draft.texts if name != "Body" or draft.layout not in MOST]
    return layout is not None and all(
        size_for(
            [(draft.texts[name], layout.boxes[name]) for name in alike],
            draft.lang,
            unbroken=True,
        )
        for alike in _alike(kept, layout.boxes)
    )


def _points(draft: Draft, look: Look, problems: list[Problem]) -> list[Slide]:
    """Put paragraphs on one slide, or part them over several."""
    body = draft.texts["Body"]
    box = look.layouts[draft.layout].boxes["Body"]
    parts = part(body, box, draft.lang, MOST[draft.layout]) or [list(body)]
    drafts = [replace(draft, texts={**draft.texts, "Body": tuple(p)}) for p in parts]
    return [_slide(one, look, problems) for one in _numbered(drafts)]


def _tables(
    draft: Draft, rows: Rows, look: Look, problems: list[Problem]
) -> list[Slide]:
    box = look.layouts["Table"].boxes["Table"]
    found = grids(rows, box, draft.lang, draft.headline.plain)
    if not found:
        problems.append(no_room(draft.place, "the table", draft.lang))
    return [
        _slide(one, look, problems, figure=grid)
        for one, grid in zip(_numbered([draft] * len(found)), found, strict=True)
    ]


def _numbered(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Number drafts that share a headline: “… (2/3)”; one alone stays as it is."""
    if len(drafts) == 1:
        yield from drafts
        return
    for number, draft in enumerate(drafts, 1):
        words = draft.wording.labels.part_of.format(
            headline=draft.headline.plain, part=number, parts=len(drafts)
        )
        headline = replace(draft.headline, spans=(Span(words),))
        name = draft.name if number == 1 else f"{draft.name}-{number}"
        yield replace(draft, name=name, headline=headline)


def _slide(
    draft: Draft, look: Look, problems: list[Problem], *, figure: Figure | None = None
) -> Slide:
    """Give a slide with its boxes filled, each at a type size at which its text fits.

    Boxes that are alike – of one type size in the layout – stay alike.
    """
    boxes = look.layouts[draft.layout].boxes
    headline = _balanced(draft.headline, boxes["Headline"], draft.lang)
    filled = {"Headline": (headline,), **draft.texts}
    foot = dotted(draft.mark, draft.source)
    if foot and "Source" in boxes:
        filled["Source"] = (letters(foot),)
    sizes: dict[str, float] = {}
    for alike in _alike(filled, boxes):
        size = size_for([(filled[name], boxes[name]) for name in alike], draft.lang)
        if size is None:
            what, place = _told(alike[0], draft)
            problems.append(no_room(place, what, draft.lang))
        sizes |= {name: size or boxes[name].size for name in alike}
    fillings = tuple(
        Filling(name, content, sizes[name]) for name, content in filled.items()
    )
    return Slide(draft.name, draft.layout, draft.lang, fillings, draft.place, figure)


def _told(box: str, draft: Draft) -> tuple[str, Place]:
    """Give an author's word for what stands in a box, and where it comes from."""
    match box:
        case "Headline":
            return "the headline", draft.title_place
        case "Source":
            return "the source line", draft.place
        case "Facts":
            return "the group or the product", draft.title_place
        case _:
            return "the text", draft.place


def _alike(names: Iterable[str], boxes: Mapping[str, Box]) -> list[list[str]]:
    """Part boxes in those that bear one type size; the headline is on its own."""
    groups: dict[tuple[bool, float], list[str]] = {}
    for name in names:
        groups.setdefault((name == "Headline", boxes[name].size), []).append(name)
    return list(groups.values())


def _balanced(headline: Para, box: Box, lang: str) -> Para:
    """Part a headline of two lines where both become about as long."""
    if len(headline.spans) != 1:
        return headline
    span = headline.spans[0]
    text = balanced(span.text, box.size, box.inner_width, lang)
    return replace(headline, spans=(replace(span, text=text),))


def no_room(place: Place, what: str, lang: str) -> Problem:
    """A101: a text does not fit its slide in one language.

    It was set as small as can be read in a room, and could not be parted over
    several slides. Make it shorter, or move detail into the handout (`read`) or the
    notes (`say`). In a translation, shorten the words that are longer than the
    source.
    """
    return Problem(
        place,
        "A101",
        f"{what} of this slide does not fit ({lang})",
        "make it shorter, or move detail into `read` or `say`",
    )
