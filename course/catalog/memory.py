"""Which translations were found without fault: they need not be judged again.

A translation is judged by rules that see nothing but its words, its source's, their
role and the translator's comments. So what was without fault stays so, until one of
these changes, or a rule, or a term. The memory is a file of short marks in the folder
of outputs; without that folder, or if it cannot be written, all is judged each time.
"""

from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from course.check.translation.pair import Pair

SIZE = 8
ROOMS = ("check", "markup")
FOLDER = "build"


class Memory:
    """The translations into one language that were without fault."""

    def __init__(self, root: Path, lang: str, basis: Iterable[object]) -> None:
        """`basis` is what verdicts rest on beside the rules and the words."""
        self.file = root / FOLDER / f".faultless-{lang}"
        ground = "\n".join([rules_print(), *map(repr, basis)])
        self.ground = blake2b(ground.encode(), digest_size=SIZE).digest()
        self.known = self._read()
        self.new: set[bytes] = set()

    def holds(self, pair: Pair, notes: tuple[str, ...]) -> bool:
        """Tell whether a translation was without fault."""
        return self._mark(pair, notes) in self.known

    def keep(self, pair: Pair, notes: tuple[str, ...]) -> None:
        """Note that a translation is without fault."""
        self.new.add(self._mark(pair, notes))

    def save(self) -> None:
        """Write what is new, if there is a folder for it."""
        if not self.new or not self.file.parent.is_dir():
            return
        data = b"".join([self.ground, *sorted(self.known | self.new)])
        with suppress(OSError):
            part = self.file.with_name(f"{self.file.name}.part")
            part.write_bytes(data)
            part.replace(self.file)

    def _read(self) -> set[bytes]:
        try:
            data = self.file.read_bytes()
        except OSError:
            return set()
        if data[:SIZE] != self.ground:
            return set()
        return {data[at : at + SIZE] for at in range(SIZE, len(data), SIZE)}

    def _mark(self, pair: Pair, notes: tuple[str, ...]) -> bytes:
        source, target = pair.source, pair.target
        words = (pair.role, source.lang, source.source, target.lang, pair.written)
        text = "\x1f".join((*words, *notes))
        return blake2b(text.encode(), digest_size=SIZE).digest()


@cache
def rules_print() -> str:
    """Give a mark of the program's rules: of another version nothing is believed."""
    rooms = (Path(__file__).parents[1] / room for room in ROOMS)
    files = sorted(path for room in rooms for path in room.rglob("*.py"))
    whole = blake2b(digest_size=SIZE)
    for path in files:
        whole.update(path.read_bytes())
    return whole.hexdigest()
