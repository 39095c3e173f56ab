"""The page that lists what a build folder holds."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from course.languages import bcp47, is_right_to_left
from course.model import Course, Module
from course.outputs import OUTPUTS
from course.spoken import Spoken
from course.wording import dotted
from course.write import html

NAME = "index.html"


def index(
    course: Course, out: Path, told: Sequence[Spoken], made: Collection[Path]
) -> html.Index:
    """List what this build makes, and what an earlier one has left beside it."""
    rows = []
    for spoken in told:
        modules = tuple(
            html.ModuleRow(_title(spoken, module), groups)
            for module in spoken.course.modules
            if (groups := tuple(_groups(module, spoken, out, made)))
        )
        lang = spoken.course.lang
        side = "rtl" if is_right_to_left(lang) else "ltr"
        if modules:
            rows.append(html.LanguageRow(bcp47(lang), side, spoken.name, modules))
    source = told[0].voices.wordings[course.lang]
    text = course.text
    return html.Index(
        bcp47(course.lang),
        text.title.plain,
        text.subtitle.plain if text.subtitle else "",
        source.labels.index,
        tuple(rows),
    )


def _title(spoken: Spoken, module: Module) -> str:
    number = spoken.voices.wording.labels.module.format(number=module.number)
    return dotted(number, spoken.voices.named(module.text.title))


def _groups(
    module: Module, spoken: Spoken, out: Path, made: Collection[Path]
) -> Iterator[html.Group]:
    """Give the files of one module by label, with their picture."""
    words = spoken.voices.wording.labels
    folder = f"{spoken.tongue.name}/{module.name}"
    there = [
        one
        for one in OUTPUTS
        if one.is_made_of(module, spoken)
        and ((path := out / folder / one.file) in made or path.is_file())
    ]
    for label in dict.fromkeys(one.label for one in OUTPUTS):
        mine = [one for one in there if one.label == label]
        pictures = [f"{folder}/{one.file}" for one in mine if one.kind == "index"]
        files = tuple(
            html.Made(
                f"{folder}/{one.file}",
                one.file,
                getattr(words, one.note) if one.note else "",
            )
            for one in mine
            if one.kind != "index"
        )
        if files:
            yield html.Group(getattr(words, label), files, "".join(pictures[:1]))
