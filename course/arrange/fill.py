"""A draft → one or more slides, laid out so that all text fits.

The author's layout is tried first. Text that does not fit it is set smaller, down to
what can be read in a room; then it is parted over several slides; then it is a
problem, in each language on its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from course.arrange.deck import Figure, Filling, Para, Slide
from course.arrange.draft import Draft, Rows, letters
from course.arrange.fit import part, size_for
from course.arrange.look import Box, Layout, Look
from course.arrange.measure import balanced
from course.arrange.tables import grids
from course.problems import Place, Problem
from course.text import Span
from course.wording import dotted

# How many paragraphs the body of a layout may have on one slide, at most.
MOST = {"Points": 6, "Agenda": 12, "Activity": 8}


def fill(draft: Draft, look: Look, problems: list[Problem]) -> list[Slide]:
    """Give the slides of a draft; what does not fit is added to the problems."""
    draft = _listed(draft, look)
    if isinstance(draft.figure, Rows):
        slides = _tables(draft, draft.figure, look, problems)
    elif draft.layout in MOST:
        slides = _points(draft, look, problems)
    else:
        slides = [_slide(draft, look, problems, figure=draft.figure)]
    first, *others = slides
    return [
        replace(first, notes=draft.notes.first, section=draft.section),
        *(
            replace(slide, notes=draft.notes.further, section=draft.section)
            for slide in others
        ),
    ]


def _listed(draft: Draft, look: Look) -> Draft:
    """Give a draft as a list, if it can be one and its own layout has no room."""
    layout = look.layouts.get(draft.layout)
    if not draft.listed or (layout and _holds(layout, draft)):
        return draft
    return replace(draft, layout="Points", texts={"Body": draft.listed})


def _holds(layout: Layout, draft: Draft) -> bool:
    """Tell whether a layout has room for a draft's texts."""
    return all(
        size_for(
            [(draft.texts[name], layout.boxes[name]) for name in alike], draft.lang
        )
        for alike in _alike(draft.texts, layout.boxes)
    )


def _points(draft: Draft, look: Look, problems: list[Problem]) -> list[Slide]:
    """Put paragraphs on one slide, or part them over several."""
    body = draft.texts["Body"]
    box = look.layouts[draft.layout].boxes["Body"]
    parts = part(body, box, draft.lang, MOST[draft.layout]) or [list(body)]
    return [
        _slide(replace(one, texts={**draft.texts, "Body": tuple(some)}), look, problems)
        for one, some in zip(_each(draft, len(parts)), parts, strict=True)
    ]


def _tables(
    draft: Draft, rows: Rows, look: Look, problems: list[Problem]
) -> list[Slide]:
    box = look.layouts["Table"].boxes["Table"]
    found = grids(rows, box, draft.lang, draft.headline.plain)
    if not found:
        problems.append(no_room(draft.place, "the table", draft.lang))
    return [
        _slide(one, look, problems, figure=grid)
        for one, grid in zip(_each(draft, len(found)), found, strict=True)
    ]


def _each(draft: Draft, count: int) -> Iterator[Draft]:
    """Give the drafts of several slides that share a headline: “… (2/3)”."""
    if count == 1:
        yield draft
        return
    for number in range(1, count + 1):
        words = draft.wording.labels.part_of.format(
            headline=draft.headline.plain, part=number, parts=count
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
