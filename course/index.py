"""The page that lists what a build folder holds."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from course.languages import bcp47, is_right_to_left
from course.model import Course
from course.outputs import Job, Output, Work
from course.write import html

NAME = "index.html"


def index(
    course: Course,
    out: Path,
    told: Sequence[tuple[Work, ...]],
    made: Collection[Path],
) -> html.Index:
    """List what this build makes, and what an earlier one has left beside it.

    `told` are the jobs of each language.
    """
    rows = []
    for own in told:
        modules = tuple(
            html.ModuleRow(job.title, groups)
            for job in own
            if (groups := tuple(_groups(job, out, made)))
        )
        spoken = own[0].spoken
        lang = spoken.course.lang
        side = "rtl" if is_right_to_left(lang) else "ltr"
        if modules:
            rows.append(html.LanguageRow(bcp47(lang), side, spoken.name, modules))
    source = told[0][0].spoken.voices.wordings[course.lang]
    text = course.text
    return html.Index(
        bcp47(course.lang),
        text.title.plain,
        text.subtitle.plain if text.subtitle else "",
        source.labels.index,
        tuple(rows),
    )


def _groups(job: Work, out: Path, made: Collection[Path]) -> Iterator[html.Group]:
    """Give the files of one folder by label, with their pictures."""
    words = job.labels
    folder = f"{job.spoken.tongue.name}/{job.name}"

    def there(one: Output[Any]) -> list[str]:
        paths = [f"{folder}/{name}" for name in one.names(job)]
        return [p for p in paths if out / p in made or (out / p).is_file()]

    for label in dict.fromkeys(one.label for one in job.outputs):
        mine = [o for o in job.outputs if o.label == label and o.is_made_of(job)]
        files = tuple(
            html.Made(path, one.file, getattr(words, one.note) if one.note else "")
            for one in mine
            if one.kind != "index"
            for path in there(one)
        )
        pictures = [p for one in mine if one.kind == "index" for p in there(one)]
        if files:
            slides: tuple[html.SlideShown, ...] = ()
            if label == "deck" and isinstance(job, Job):
                slides = _slides(job, files, pictures)
            yield html.Group(
                kind=getattr(words, label),
                files=files,
                picture="".join(pictures[:1]),
                slides=slides,
                opener=words.all_slides.format(number=len(slides)),
            )


def _slides(
    job: Job, files: Iterable[html.Made], pictures: Sequence[str]
) -> tuple[html.SlideShown, ...]:
    """Give the picture of each slide, its headline, and its page where there is one."""
    pages = next((one.path for one in files if one.path.endswith(".pdf")), "")
    if len(pictures) < len(job.deck.slides):
        return ()
    return tuple(
        html.SlideShown(picture, slide.headline, f"{pages}#page={n}" if pages else "")
        for n, (picture, slide) in enumerate(
            zip(pictures, job.deck.slides, strict=True), 1
        )
    )
