"""A theme's file → the theme, and all that is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from course.files import Folder
from course.languages import is_known
from course.model import Picture
from course.problems import Place, Problem, Severity, SourceError, errors
from course.read.contrast import contrast
from course.read.picture import read_picture
from course.read.project import read_file
from course.theme import Colours, Style, Theme, ThemeText

ENDINGS = (".yaml", ".yml")
HEX = re.compile(r"[0-9A-Fa-f]{6}")
LEAST_CONTRAST = 4.5
# What is read, and on what.
READ_ON = (
    *(("ink", "paper"), ("primary", "paper"), ("accent", "paper"), ("second", "paper")),
    *(("ink", "tint"), ("primary", "tint"), ("paper", "primary")),
)


def is_theme(path: Path) -> bool:
    """Tell whether a path names a theme's file."""
    return path.suffix.lower() in ENDINGS


def read_theme(path: Path) -> tuple[Theme, tuple[Problem, ...]]:
    """Read a theme's file, with its logo.

    Raises:
        SourceError: the file cannot be read, or something in it is wrong.
    """
    folder = Folder(path.resolve().parent)
    text, problems = read_file(folder.root / path.name, folder, ThemeText, "en")
    if text is None:
        raise SourceError(problems)
    logo, wrong = _logo(text, folder)
    found = [*problems, *wrong, *_colours(text), *_words(text)]
    if errors(found):
        raise SourceError(found)
    return Theme(text, logo), tuple(found)


def legible(theme: Theme, base: Style) -> tuple[Problem, ...]:
    """Give warnings where colours of a theme, with those of its base, are too alike."""
    own = theme.text.colours
    if own is None:
        return ()
    mixed = theme.onto(base)["colours"]
    given = dict(own.given)
    return tuple(
        too_alike(own.place.of(one if one in given else ground), one, ground, ratio)
        for one, ground in READ_ON
        if {one, ground} & given.keys()
        and (ratio := contrast(mixed[one], mixed[ground])) < LEAST_CONTRAST
    )


def _logo(
    text: ThemeText, folder: Folder
) -> tuple[Picture | None, tuple[Problem, ...]]:
    if not text.logo:
        return None, ()
    picture, problems = read_picture(text.logo, folder.root, folder)
    place = text.place.of("logo")
    return picture, tuple(replace(one, place=place) for one in problems)


def _colours(text: ThemeText) -> Iterator[Problem]:
    for colours in filter(None, (text.colours, text.dark)):
        for key, value in _values(colours):
            if not HEX.fullmatch(value):
                place = colours.place.of(key)
                yield no_colour(place.of(value), key, value)


def _values(colours: Colours) -> Iterator[tuple[str, str]]:
    yield from colours.given
    yield from (("data", one) for one in colours.data)


def _words(text: ThemeText) -> Iterator[Problem]:
    for one in text.words:
        if not is_known(one.lang):
            yield no_language(one.place.of("lang"), one.lang)


def no_colour(place: Place, key: str, value: str) -> Problem:
    """L301: a colour of a theme is not six hexadecimal digits.

    Two digits each for red, green and blue, from 00 to FF, without a `#`: "0B4F6C".
    Quotes keep YAML from reading a colour of digits alone as a number.
    """
    hint = f'write "{value[1:]}"' if value[:1] == "#" else 'write it like "0B4F6C"'
    return Problem(place, "L301", f"`{key}` is “{value}”, which is no colour", hint)


def no_language(place: Place, tag: str) -> Problem:
    """L302: words of a theme are in a language that there is not."""
    return Problem(
        place, "L302", f"“{tag}” is no language", "write its tag: zh, en, fr …"
    )


def too_alike(place: Place, one: str, ground: str, ratio: float) -> Problem:
    """L303: two colours of a theme are too alike to be read on each other.

    Texts need a contrast of 4.5 to 1 against what they stand on, so that people with
    low vision, and a projector in the sun, can show them.
    """
    return Problem(
        place,
        "L303",
        f"`{one}` on `{ground}` has a contrast of {ratio:.1f} to 1",
        f"make one of the two darker or lighter, to {LEAST_CONTRAST} or more",
        Severity.WARNING,
    )
