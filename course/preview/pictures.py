"""Pictures of what a message appears on: a slide, or a part of a paper, cut out."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from course.arrange.sheet import Sheet
from course.arrange.shown import (
    Author,
    Seen,
    Spot,
    author_of,
    contents,
    slides_of,
    spot_of,
)
from course.model import When
from course.outputs import CourseJob, Job
from course.slots import Slot
from course.text import Words
from course.write import pdf
from course.write.data import Style, as_data

SLIDE_PPI, PAGE_PPI = 60, 96
# Head and foot of a page, and the white around a part that is cut out, in pixels.
EDGE, AROUND = 70, 12
COLOURS = 64
WHENS: tuple[When, ...] = ("before", "after")
# Sections of a handout that hold what belongs to a whole module.
WHOLE = ("opening", "closing")


class Picture(NamedTuple):
    """A picture: its file as seen from the page, its size, and what it is of."""

    file: str
    width: int
    height: int
    what: str


class Cut(NamedTuple):
    """A part of a paper: the number of its page, and its picture."""

    page: int
    data: bytes


@dataclass(slots=True)
class Shots:
    """Pictures that were made before, so that only what has changed is made anew."""

    made: dict[str, Any] = field(default_factory=dict)
    used: dict[str, Any] = field(default_factory=dict)

    def of(self, data: object, make: Callable[[], Any]) -> Any:
        """Give what is made of some data, from before if it is the same."""
        key = sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
        self.used[key] = self.made[key] if key in self.made else make()
        return self.used[key]

    def forget(self) -> None:
        """Drop what was not asked for since the last time."""
        self.made, self.used = self.used, {}


class Paper:
    """A paper of a module, its pages as pictures, and where its parts stand there."""

    def __init__(self, name: str, title: str, sheet: Sheet, album: "Album") -> None:
        self.name = name
        self.title = title
        self.sheet = sheet
        self.album = album
        self.contents = contents(sheet)

    @cached_property
    def cuts(self) -> Mapping[Spot, Cut]:
        """Pictures of all its parts."""
        templates = self.album.job.templates
        make = partial(_cuts, self.sheet, templates.folder, templates.style)
        made: Mapping[Spot, Cut] = self.album.shots.of(
            [as_data(self.sheet), PAGE_PPI], make
        )
        return made


class Album:
    """The pictures of one module in one language; a picture is made when asked for."""

    def __init__(self, job: Job, shots: Shots) -> None:
        self.job = job
        self.shots = shots
        self.files: dict[str, bytes] = {}
        self.made: dict[str, Picture] = {}
        self.seen: Mapping[Author, Seen] = slides_of(job.deck)
        self.papers = tuple(
            Paper(name, title, sheet, self) for name, title, sheet in _sheets(job)
        )

    @cached_property
    def slides(self) -> tuple[bytes, ...]:
        """Pictures of all slides."""
        painting = self.job.painting
        made: tuple[bytes, ...] = self.shots.of(
            [painting.data, SLIDE_PPI], partial(painting.pictures, SLIDE_PPI)
        )
        return made

    def of(self, slot: Slot, words: Words) -> Picture | None:
        """Give the picture for words of the module, in the album's language."""
        seen = self.seen.get(author_of(words))
        if seen and not seen.in_notes:
            return self._slide(seen)
        return self._part(slot, words) or (self._slide(seen) if seen else None)

    def _slide(self, seen: Seen) -> Picture:
        number = seen.slide + 1
        picture = self._kept(
            f"slide-{number:02}", self.slides[seen.slide], f"Slide {number}"
        )
        what = f"Notes of slide {number}" if seen.in_notes else picture.what
        return picture._replace(what=what)

    def _part(self, slot: Slot, words: Words) -> Picture | None:
        sections = (*slot.path.split("/"), *WHOLE)
        for paper in self.papers:
            spot = spot_of(words, paper.contents, sections)
            if spot:
                name = f"{paper.name}-{spot.section}-{spot.part}"
                cut = paper.cuts[spot]
                return self._kept(name, cut.data, f"{paper.title}, page {cut.page}")
        return None

    def _kept(self, name: str, data: bytes, what: str) -> Picture:
        """Keep a picture under a name; its size is read from the head of the PNG."""
        if name in self.made:
            return self.made[name]
        lang = self.job.spoken.course.lang
        path = f"pictures/{self.job.module.name}/{name}-{lang}.png"
        self.files[path] = data
        width, height = (int.from_bytes(data[at : at + 4]) for at in (16, 20))
        version = sha256(data).hexdigest()[:8]
        self.made[name] = Picture(f"{path}?{version}", width, height, what)
        return self.made[name]


def _sheets(job: Job) -> Iterator[tuple[str, str, Sheet]]:
    """Give the papers on which a module's words stand, with their names."""
    yield "handout", "Handout", job.handout
    yield "quiz", "Quiz", job.paper("A")
    yield "key", "Answer key", job.key("A")
    if any(topic.test for topic in job.module.text.topics):
        around = CourseJob(job.spoken, job.templates)
        for when in WHENS:
            yield when, f"Test {when}", around.test(when)
            yield f"{when}-key", f"Key, test {when}", around.key(when)


def _cuts(sheet: Sheet, templates: Path, style: Style) -> Mapping[Spot, Cut]:
    """Cut all parts of a paper out of its pages."""
    from PIL import Image

    made, stretches = pdf.pages(sheet, templates, style, PAGE_PPI)
    pages = [Image.open(BytesIO(one)).convert("RGB") for one in made]
    return {Spot(*key): _cut(pages, where) for key, where in stretches.items()}


def _cut(pages: list[Any], where: pdf.Stretch) -> Cut:
    """Cut a part out of its page; of one on two pages, where there is more of it."""
    page = pages[where.first]
    if where.first == where.last:
        return Cut(where.first + 1, _png(_inked(page, where.top, where.bottom)))
    begin = _inked(page, where.top, page.height - EDGE)
    rest = _inked(pages[where.last], EDGE, where.bottom)
    if begin.height >= rest.height:
        return Cut(where.first + 1, _png(begin))
    return Cut(where.last + 1, _png(rest))


def _inked(page: Any, top: int, bottom: int) -> Any:
    """Give what is printed on a stretch of a page, with a little white around."""
    from PIL import Image, ImageChops, ImageOps

    top = min(top, page.height - 1)
    strip = page.crop((0, top, page.width, max(bottom, top + 1)))
    ground = Image.new("RGB", strip.size, "white")
    box = ImageChops.difference(strip, ground).getbbox() or (0, 0, 1, 1)
    return ImageOps.expand(strip.crop(box), AROUND, "white")


def _png(image: Any) -> bytes:
    from PIL import Image

    stream = BytesIO()
    image.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(stream, "PNG")
    return stream.getvalue()
