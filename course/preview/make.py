"""Course and translations on disk → the files of the page, in one language."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from course.build import read_templates
from course.catalog.store import Store
from course.model import Module
from course.outputs import Job
from course.preview.messages import Gathered, Message, State, counted, gather
from course.preview.page import Pair, page_of, row_id, written
from course.preview.pictures import Album, Shots
from course.problems import Problem, SourceError, errors
from course.read.project import own_root, read_course
from course.spoken import Speaker, Tongue
from course.text import Words

FOLDER, NAME, STAMP = "preview", "index.html", "stamp.js"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be seen: a project in one language, all modules or some."""

    root: Path
    out: Path
    lang: str
    modules: tuple[str, ...] = ()
    is_watched: bool = False

    @property
    def folder(self) -> Path:
        """Where the page and its pictures lie."""
        return self.out / FOLDER / self.lang


@dataclass(frozen=True, slots=True)
class Made:
    """Files to be written; none, with the problems, where sources cannot be read."""

    files: dict[Path, bytes]
    problems: tuple[Problem, ...]
    counts: dict[State, int] = field(default_factory=dict)
    stamp: str = ""


class Maker:
    """Makes the page again and again, and what has not changed only once."""

    def __init__(self, wish: Wish) -> None:
        self.wish = wish
        self.templates = read_templates()
        self.shots = Shots()

    def made(self) -> Made:
        """Make all files of the page, or tell why they cannot be made."""
        try:
            return self._made()
        except SourceError as error:
            return Made({}, error.problems)

    def watched(self) -> tuple[Path, ...]:
        """Give the folders of which the page is made."""
        store = Store(self.wish.root, own_root())
        return self.wish.root / "modules", store.folder(self.wish.lang)

    def _made(self) -> Made:
        wish = self.wish
        course, problems = read_course(wish.root)
        if errors(problems):
            return Made({}, errors(problems))
        store = Store(wish.root, own_root())
        speaker = Speaker(wish.root, course)
        spoken, told = speaker.tell(Tongue(wish.lang))
        jobs = [Job(one, spoken, self.templates) for one in spoken.course.modules]
        wanted = [one for one in jobs if self._is_wanted(one.module)]
        told += [problem for job in wanted for problem in job.problems]
        found = gather(store, course, wish.lang, self.templates.look, told)
        if errors(found.unread):
            return Made({}, errors(found.unread))
        found = replace(found, files=self._narrowed(found))
        source, _ = speaker.tell(Tongue(course.lang))
        files: dict[Path, bytes] = {}
        pictures: dict[str, dict[str, Pair]] = {}
        for job in wanted:
            name = job.module.name
            module = next(one for one in course.modules if one.name == name)
            albums = [
                Album(one, self.shots)
                for one in (Job(module, source, self.templates), job)
            ]
            pictures[name] = dict(_pictures(found.files[name], job, albums))
            for album in albums:
                files |= {wish.folder / path: d for path, d in album.files.items()}
        self.shots.forget()
        page = page_of(course, wish.lang, found, pictures, is_watched=wish.is_watched)
        data, stamp = written(page, self.templates.folder, self.templates.style)
        files[wish.folder / STAMP] = stamp_file(stamp)
        # Last of all: a page that is open looks for its pictures at once.
        files[wish.folder / NAME] = data
        every = (one for messages in found.files.values() for one in messages)
        return Made(files, (), dict(counted(every)), stamp)

    def _is_wanted(self, module: Module) -> bool:
        return not self.wish.modules or module.name in self.wish.modules

    def _narrowed(self, found: Gathered) -> Mapping[str, tuple[Message, ...]]:
        """Leave out what is not asked for, if modules are named."""
        wanted = self.wish.modules or tuple(found.files)
        return {name: some for name, some in found.files.items() if name in wanted}


def _pictures(
    messages: Iterable[Message], job: Job, albums: list[Album]
) -> Iterator[tuple[str, Pair]]:
    """Give each message's row with its pictures in the source and in the target."""
    told = dict(_told(job))
    for message in messages:
        unit = message.units[0]
        words = told[unit.slot.path, unit.words.source]
        source, target = albums
        pair = source.of(unit.slot, unit.words), target.of(unit.slot, words)
        yield row_id(message), pair


def _told(job: Job) -> Iterator[tuple[tuple[str, str], Words]]:
    """Give a module's words in the wanted language, by slot and source."""
    from course.slots import units

    for unit in units(job.module.text, ""):
        author = unit.words.origin or unit.words
        yield (unit.slot.path, author.source), unit.words


def stamp_file(
    stamp: str, trouble: Iterable[Problem] = (), *, is_live: bool = True
) -> bytes:
    """Give the script by which an open page sees that there is a newer one."""
    said = {"stamp": stamp, "live": is_live, "trouble": list(map(str, trouble))}
    return f"window.preview = {json.dumps(said)};\n".encode()
