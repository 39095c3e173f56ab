"""Which commit a project's sources are of, read by hand: git itself may be missing."""

import re
from pathlib import Path

HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
REF = re.compile(r"ref: (refs/[\w./+@-]+)")
SHORT = 7


def commit(root: Path) -> str:
    """Give the short hash of the commit that is checked out; empty, if there is none.

    Changes that are not committed do not count.
    """
    folder = _followed(root / ".git", "gitdir: ")
    head = _line(folder / "HEAD")
    ref = REF.fullmatch(head)
    found = _of_ref(folder, ref[1]) if ref else head
    return found[:SHORT] if HASH.fullmatch(found) else ""


def _of_ref(folder: Path, ref: str) -> str:
    """Give what a branch stands for; a worktree shares its branches with others."""
    if ".." in ref:
        return ""
    common = _line(folder / "commondir")
    for one in (folder, folder / common):
        if found := _line(one / ref):
            return found
    lines = _text(folder / common / "packed-refs").splitlines()
    packed = (line.partition(" ") for line in lines)
    return next((value for value, _, name in packed if name == ref), "")


def _followed(path: Path, sign: str) -> Path:
    """Give git's own folder: in a worktree, `.git` is a file that names it."""
    line = _line(path) if path.is_file() else ""
    return path.parent / line.removeprefix(sign) if line.startswith(sign) else path


def _line(path: Path) -> str:
    return _text(path).strip().partition("\n")[0]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
