"""The page of a language's messages, as data for its template."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from course.languages import bcp47, is_han, is_right_to_left, own_name
from course.model import Course
from course.preview.difference import Run, difference
from course.preview.explained import explained
from course.preview.messages import Gathered, Message, State, counted
from course.preview.pictures import Picture
from course.problems import Problem
from course.text import Words
from course.write.data import Style
from course.write.html import render

STATES: Mapping[State, str] = {
    "translated": "translated",
    "ignored": "with an ignored problem",
    "review": "to be reviewed",
    "meaning": "meaning changed",
    "missing": "not translated",
}
Pair = tuple[Picture | None, Picture | None]


@dataclass(frozen=True, slots=True)
class Room:
    """How many letters have room, and how many there are."""

    most: int
    used: int
    lines: int


@dataclass(frozen=True, slots=True)
class Row:
    """A message on the page; `change` is what became of its source, if it is fuzzy."""

    id: str
    slot: str
    role: str
    source: str
    target: str
    state: State
    change: tuple[Run, ...]
    weighty: str
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    room: Room | None
    place: str
    pictures: Pair


@dataclass(frozen=True, slots=True)
class Group:
    """The messages of a topic, or of what stands beside the topics."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Catalog:
    """The messages of a file, and how many there are in each state."""

    name: str
    title: str
    groups: tuple[Group, ...]
    counts: tuple[tuple[State, int], ...]
    problems: tuple[Problem, ...]

    @property
    def total(self) -> int:
        """All its messages."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language, for the template."""

    tag: str
    dir: str
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page shows; `is_watched` tells that it is made again by itself."""

    title: str
    source: Tongue
    target: Tongue
    catalogs: tuple[Catalog, ...]
    counts: tuple[tuple[State, int], ...]
    codes: tuple[tuple[str, int, str, str], ...]
    is_watched: bool


def page_of(
    course: Course,
    lang: str,
    gathered: Gathered,
    pictures: Mapping[str, Mapping[str, Pair]],
    *,
    is_watched: bool,
) -> Page:
    """Give the page; pictures are those of each file, by the row's id."""
    titles = {one.name: one.text.title.plain for one in course.modules}
    found = tuple(
        Catalog(
            name,
            titles.get(name, ""),
            tuple(_groups(course, name, messages, lang, pictures.get(name, {}))),
            tuple(counted(messages)),
            tuple(p for p in gathered.problems if Path(p.place.file).stem == name),
        )
        for name, messages in gathered.files.items()
    )
    every = [one for messages in gathered.files.values() for one in messages]
    return Page(
        course.text.title.plain,
        _tongue(course.lang),
        _tongue(lang),
        found,
        tuple(counted(every)),
        tuple(_codes(every, gathered.problems)),
        is_watched,
    )


def _tongue(lang: str) -> Tongue:
    side = "rtl" if is_right_to_left(lang) else "ltr"
    return Tongue(bcp47(lang), side, own_name(lang))


def _codes(
    messages: Iterable[Message], others: Iterable[Problem]
) -> Iterator[tuple[str, int, str, str]]:
    """Give each code, how many messages have it, and what it means."""
    counts = Counter(
        code for one in messages for code in {p.code for p in one.problems}
    )
    for code in sorted({*counts, *(one.code for one in others)}):
        yield code, counts[code], *explained(code)


def _groups(
    course: Course,
    name: str,
    messages: tuple[Message, ...],
    lang: str,
    pictures: Mapping[str, Pair],
) -> Iterator[Group]:
    """Group a file's messages by topic, in their order."""
    titles = {
        f"{module.text.id}/{topic.id}": topic.title.plain
        for module in course.modules
        if module.name == name
        for topic in module.text.topics
    }

    def topic_of(one: Message) -> str:
        topic = "/".join(one.entry.slot.split("/")[:2])
        return topic if topic in titles else ""

    for topic, some in groupby(messages, topic_of):
        rows = tuple(_row(one, lang, pictures) for one in some)
        yield Group(titles.get(topic, ""), rows)


def row_id(message: Message) -> str:
    """Give a name that stays as long as slot and source do."""
    entry = message.entry
    return "m" + sha256(f"{entry.slot}\n{entry.source}".encode()).hexdigest()[:10]


def _row(message: Message, lang: str, pictures: Mapping[str, Pair]) -> Row:
    entry, name = message.entry, row_id(message)
    line = entry.place.of("msgstr").line
    return Row(
        name,
        entry.slot,
        message.role,
        entry.source,
        entry.target,
        message.state,
        difference(entry.previous, entry.source) if entry.previous else (),
        entry.weighty if entry.fuzzy else "",
        message.problems,
        entry.notes,
        tuple((one.sources[0], " / ".join(one.targets)) for one in message.terms),
        _room(message, lang),
        f"{entry.place.file}:{line}" if entry.place.file else "",
        pictures.get(name, (None, None)),
    )


def _room(message: Message, lang: str) -> Room | None:
    room = message.room
    if room is None:
        return None
    most = room.han if is_han(lang) else room.latin
    return Room(most, len(_plain(message.entry.target)), room.lines)


def _plain(target: str) -> str:
    """Give a translation's letters as they are on a slide, without marks."""
    from course import markup
    from course.problems import Place

    words: Words = markup.words(target, Place(""), "en")[0]
    return words.plain


def written(page: Page, templates: Path, style: Style) -> tuple[bytes, str]:
    """Give the page's bytes, and the stamp that tells them from those of another."""
    script = (templates / "web" / "preview.js").read_text("utf-8")
    html = render(templates, "preview", style, script, page=page, states=STATES)
    stamp = sha256(html.encode()).hexdigest()[:12]
    return html.replace('data-stamp=""', f'data-stamp="{stamp}"', 1).encode(), stamp
