"""Picture files → pictures that every output can hold."""

import warnings
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from course.files import Folder, read_bytes
from course.model import Picture
from course.problems import Place, Problem

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 20_000_000
MOST_PIXELS = 50_000_000
# Pixels along the longer side: enough for a slide, and for a page at 300 dpi.
LONGEST = 2400
KINDS = {"PNG": "PNG", "JPEG": "JPEG", "MPO": "JPEG"}
EXIF_ORIENTATION = 0x0112
# Word's writer knows a JPEG by this mark, at this place; others are saved anew.
JFIF = slice(6, 10), b"JFIF"
QUALITY = 90


def read_picture(
    name: str, base: Path, folder: Folder
) -> tuple[Picture | None, tuple[Problem, ...]]:
    """Read a picture as a module names it, with problems whose places are the file's.

    One that is larger than any output needs, or lies on its side, is saved anew.
    """
    place = Place(folder.shown(base / name))
    if PurePosixPath(name).is_absolute() or "\\" in name or ":" in name:
        return None, (odd_path(place, name),)
    data, problems = read_bytes(base / name, folder, MOST_BYTES)
    if not data:
        named = (replace(p, message=f"{name}: {p.message}") for p in problems)
        return None, (*named, *(() if problems else (not_a_picture(place, name),)))
    return _opened(name, data, place)


def _opened(
    name: str, data: bytes, place: Place
) -> tuple[Picture | None, tuple[Problem, ...]]:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=["PNG", "JPEG"])
        if image.width * image.height > MOST_PIXELS:
            return None, (too_many_pixels(place, name),)
        image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None, (not_a_picture(place, name),)
    return Picture(name, *_fitting(image, data)), ()


def _fitting(image: "Image.Image", data: bytes) -> tuple[bytes, int, int]:
    """Give a picture's bytes, width and height; saved anew only where that helps."""
    from PIL import ImageOps

    kind = KINDS[image.format or "PNG"]
    place, mark = JFIF
    known = kind == "PNG" or data[place] == mark
    turned = image.getexif().get(EXIF_ORIENTATION, 1) != 1
    if max(image.size) <= LONGEST and known and not turned and image.mode != "CMYK":
        return data, image.width, image.height
    fitting = ImageOps.exif_transpose(image)
    fitting = fitting.convert("RGB") if fitting.mode == "CMYK" else fitting
    fitting.thumbnail((LONGEST, LONGEST))
    stream = BytesIO()
    fitting.save(stream, kind, quality=QUALITY)
    return stream.getvalue(), fitting.width, fitting.height


def odd_path(place: Place, path: str) -> Problem:
    """R401: a picture's path is written for one machine only.

    Write it from the module's folder, with forward slashes: `pictures/map.png`.
    """
    return Problem(
        place,
        "R401",
        f"a path for one machine only: {path}",
        "write it from the module's folder, with forward slashes",
    )


def not_a_picture(place: Place, path: str) -> Problem:
    """R402: a file that should be a picture is neither PNG nor JPEG, or is damaged."""
    return Problem(
        place, "R402", f"{path} is neither PNG nor JPEG", "save it as PNG or JPEG"
    )


def too_many_pixels(place: Place, path: str) -> Problem:
    """R408: a picture has far more pixels than any slide or page can show."""
    return Problem(
        place,
        "R408",
        f"{path} has more than {MOST_PIXELS // 1_000_000} million pixels",
        "save it at the size it is shown",
    )
