"""Bytes → files that appear whole or not at all."""

import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from course.problems import Place, Problem

PREFIX = ".course-"
# Seconds after which a file that a killed build has left is taken away.
STALE = 3600


def publish(files: Mapping[Path, bytes]) -> tuple[Problem, ...]:
    """Write all files, or none of them, and give what stood in the way.

    Every file is first written beside its place; only when all are there are they
    renamed, one after the other. A build that is broken off leaves the old files
    as they were, and two builds at one time do not mix inside a file.
    """
    beside: dict[Path, Path] = {}
    found: list[Problem] = []
    try:
        for path, data in files.items():
            beside[path] = _write_beside(path, data)
        for path in files:
            try:
                beside[path].replace(path)
                del beside[path]
            except PermissionError:
                found.append(in_use(Place(str(path))))
    except OSError as error:
        where = error.filename or next(iter(files))
        found.append(cannot_write(Place(str(where)), error.strerror or str(error)))
    finally:
        for left in beside.values():
            with suppress(OSError):
                left.unlink()
    return tuple(found)


def _write_beside(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path.parent)
    beside = path.parent / f"{PREFIX}{uuid4().hex}"
    try:
        beside.write_bytes(data)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _sweep(folder: Path) -> None:
    """Take away what a build that was killed has left."""
    for path in folder.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > STALE:
                path.unlink()


def in_use(place: Place) -> Problem:
    """W101: a file cannot be replaced, most likely because a program has it open.

    The old file is still there, unchanged; all other files are new.
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
