"""Looks whether files have changed, and tells when they have come to rest."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

# Seconds between two looks. A file that is being saved is left alone for one more.
PAUSE = 0.25
Stamps: TypeAlias = dict[Path, tuple[int, int]]


def changes(folders: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Give the files in some folders that have changed, each time that some have.

    It goes on for ever.
    """
    before = stamps(folders)
    while True:
        now = _later(folders)
        if now == before:
            continue
        while now != (now := _later(folders)):
            pass
        yield tuple(sorted(_differing(before, now)))
        before = now


def stamps(folders: Sequence[Path]) -> Stamps:
    """Give for each file when it was changed, and its size."""
    found: Stamps = {}
    for path in (one for folder in folders for one in folder.rglob("*")):
        try:
            stat = path.stat()
        except OSError:
            # It was there a moment ago: an editor is saving it.
            continue
        if path.is_file() and not path.name.startswith("."):
            found[path] = (stat.st_mtime_ns, stat.st_size)
    return found


def _later(folders: Sequence[Path]) -> Stamps:
    time.sleep(PAUSE)
    return stamps(folders)


def _differing(before: Stamps, now: Stamps) -> set[Path]:
    paths = {*before, *now}
    return {path for path in paths if before.get(path) != now.get(path)}
