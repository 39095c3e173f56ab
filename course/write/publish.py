"""Bytes → files that appear whole or not at all."""

import re
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from course.problems import Place, Problem

PREFIX = ".course-"
OURS = re.compile(re.escape(PREFIX) + "[0-9a-f]{32}")
# Seconds after which a file that a killed build has left is taken away.
STALE = 3600


def publish(
    files: Mapping[Path, bytes],
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Write files; give those that were written, and what stood in the way of others.

    Every file is first written beside its place. If one cannot be, none is put in its
    place; else they are renamed, one after the other. So each file is always whole,
    the old one or the new one, also when a build is broken off or two run at a time.
    """
    beside: dict[Path, Path] = {}
    try:
        _sweep({path.parent for path in files})
        for path, data in files.items():
            beside[path] = path.parent / f"{PREFIX}{uuid4().hex}"
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                beside[path].write_bytes(data)
            except OSError as error:
                return (), (_blocked(path, error),)
        written, found = [], []
        for path in files:
            try:
                beside[path].replace(path)
                written.append(path)
            except OSError as error:
                found.append(_blocked(path, error))
        return tuple(written), tuple(found)
    finally:
        for left in beside.values():
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _sweep(folders: set[Path]) -> None:
    """Take away what builds that were killed have left."""
    for folder in folders:
        for path in folder.glob(f"{PREFIX}*"):
            with suppress(OSError):
                old = time.time() - path.stat().st_mtime > STALE
                if old and OURS.fullmatch(path.name):
                    path.unlink()


def _blocked(path: Path, error: OSError) -> Problem:
    if isinstance(error, PermissionError) and path.is_file():
        return in_use(Place(str(path)))
    return cannot_write(Place(str(path)), error.strerror or str(error))


def in_use(place: Place) -> Problem:
    """W101: a file cannot be replaced, most likely because a program has it open.

    The old file is still there, unchanged.
    """
    return Problem(
        place,
        "W101",
        "the file cannot be replaced",
        "close it in PowerPoint, Word or the browser, and build again",
    )


def cannot_write(place: Place, reason: str) -> Problem:
    """W102: an output cannot be written: no room, or no right to write there.

    What stood there before is unchanged.
    """
    return Problem(
        place,
        "W102",
        f"cannot be written: {reason}",
        "look at the folder, or use --out",
    )
