"""A workshop's file → its Workshop and its course, and all that is wrong with it."""

import csv
import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from course.check import check
from course.files import Folder, read_bytes, read_text
from course.languages import is_han, pick
from course.model import Course, Module, Picture
from course.problems import Place, Problem, SourceError, errors
from course.read.picture import read_picture
from course.read.project import (
    COURSE_FILE,
    find_root,
    is_module_name,
    read_course,
    read_file,
    read_module,
)
from course.read.workshop_problems import (
    dates_out_of_order,
    ends_before_it_begins,
    name_taken,
    no_course,
    no_such_id,
    no_such_language,
    no_such_module,
    not_a_date,
    not_a_time,
    not_hours,
    not_utf8,
    other_number,
    too_many_texts,
)
from course.times import HOUR, Hours
from course.workshop import Breaks, Day, Person, Workshop, WorkshopText

ENDINGS = (".yaml", ".yml")
AND = "+"
CLOCK = r"([01]?\d|2[0-4])[:：]([0-5]\d)"
BETWEEN = r"\s*(?:[-–—~～]|to|至)\s*"
NAME_END = re.compile(r"[,，]")
HAN = re.compile(r"[\u3400-\u9fff]")
# Among keys, ids and spaces, more than so many Han letters make a Chinese text.
HAN_SHARE = 0.1
# What may stand above the names in a list of participants.
HEADS = ("name", "names", "participant", "姓名", "名字", "nom")


@dataclass(frozen=True, slots=True)
class Found:
    """A workshop, the course it is made from, and the folder of that course."""

    workshop: Workshop
    course: Course
    root: Path


def is_workshop(word: str) -> bool:
    """Tell whether a word of the command names a workshop's file.

    >>> is_workshop("my-workshop.yaml"), is_workshop("5-united-nations")
    (True, False)
    """
    return word.lower().endswith(ENDINGS)


def read_workshop(path: Path) -> tuple[Found, tuple[Problem, ...]]:
    """Read a workshop's file, with its course and the modules that lie beside it.

    Raises:
        SourceError: the file or its course cannot be read, or the file names what is
            not there.
    """
    base = path.resolve().parent
    folder = Folder(base)
    text, problems = read_file(base / path.name, folder, WorkshopText, "en")
    if text is None:
        raise SourceError(problems)
    root = _root(text, base)
    course, found = read_course(root)
    found += tuple(check(course, whole=not errors(found)))
    reader = _Reader(text, folder, course)
    workshop = reader.read(path.stem)
    whole = replace(course, modules=(*course.modules, *reader.own))
    if reader.own:
        found += tuple(p for p in check(whole) if p not in found)
    problems = (*problems, *reader.problems, *found)
    if errors(reader.problems):
        raise SourceError(problems)
    return Found(workshop, course, root), problems


def _root(text: WorkshopText, base: Path) -> Path:
    """Give the folder of a workshop's course.

    Raises:
        SourceError: the file names a folder that holds no course.
    """
    if not text.course:
        return find_root(base)
    root = (base / Path(text.course).expanduser()).resolve()
    if not (root / COURSE_FILE).is_file():
        raise SourceError([no_course(text.place.of("course"), text.course)])
    return root


class _Reader:
    """Makes a workshop of its file; gathers own modules, and what is wrong."""

    def __init__(self, text: WorkshopText, folder: Folder, course: Course) -> None:
        self.text = text
        self.folder = folder
        self.course = course
        self.problems: list[Problem] = []
        self.own: list[Module] = []

    def read(self, name: str) -> Workshop:
        text = self.text
        langs = self._langs()
        breaks = text.breaks or Breaks(place=text.place)
        days = tuple(self._days())
        modules = tuple(self._modules(langs))
        self._check_ids(modules)
        self._check_texts(langs)
        return Workshop(
            name=name,
            text=text,
            days=days,
            lunch=self._span(text.lunch, "lunch") if text.lunch else None,
            breaks=breaks,
            wishes=tuple(sorted(self._wishes(breaks))),
            langs=langs,
            people=tuple(self._people()),
            logo=self._logo(),
            modules=modules,
            own=tuple(one.name for one in self.own),
        )

    def _langs(self) -> tuple[str, ...]:
        """Give the languages in which texts may stand, in the order of the file."""
        known = self.course.text.languages
        wishes = self.text.languages or known
        found = []
        for wish in wishes:
            for one in wish.split(AND):
                lang = pick(one, known)
                if lang is None:
                    place = self.text.place.of("languages").of(wish)
                    self.problems.append(no_such_language(place, one, known))
                found.append(lang or one)
        return tuple(dict.fromkeys(found))

    def _days(self) -> Iterator[Day]:
        dates = [self._date(one) for one in self.text.dates]
        spans = [self._span(one, "hours") for one in self.text.hours]
        place = self.text.place
        if len(spans) not in (1, len(dates)):
            problem = other_number(place.of("hours"), len(spans), len(dates))
            self.problems.append(problem)
        if None in dates or None in spans or not dates or not spans:
            return
        sure = [date for date in dates if date]
        if sure != sorted(set(sure)):
            self.problems.append(dates_out_of_order(place.of("dates")))
        for number, date in enumerate(sure):
            hours = spans[number] if number < len(spans) else spans[0]
            assert hours
            yield Day(date, hours)

    def _date(self, word: str) -> datetime.date | None:
        try:
            return datetime.date.fromisoformat(word)
        except ValueError:
            place = self.text.place.of("dates")
            self.problems.append(not_a_date(place.of(word), word))
            return None

    def _span(self, word: str, key: str) -> Hours | None:
        found = re.fullmatch(f"{CLOCK}{BETWEEN}{CLOCK}", word)
        place = self.text.place.of(key)
        if found is None:
            self.problems.append(not_hours(place.of(word), key, word))
            return None
        first, minute, last, last_minute = map(int, found.groups())
        start, end = HOUR * first + minute, HOUR * last + last_minute
        if start >= end:
            self.problems.append(ends_before_it_begins(place.of(word), word))
            return None
        return Hours(start, end)

    def _wishes(self, breaks: Breaks) -> Iterator[int]:
        for word in breaks.at:
            found = re.fullmatch(CLOCK, word)
            if found:
                yield HOUR * int(found[1]) + int(found[2])
            else:
                place = breaks.place.of("at").of(word)
                self.problems.append(not_a_time(place, word))

    def _modules(self, langs: Sequence[str]) -> Iterator[Module]:
        known = {module.name: module for module in self.course.modules}
        place = self.text.place.of("modules")
        for name in dict.fromkeys(self.text.modules):
            if is_workshop(name):
                yield from self._own_module(name, langs, place.of(name))
            elif name in known:
                yield known[name]
            elif name not in self.course.text.modules:
                self.problems.append(no_such_module(place.of(name), name, list(known)))

    def _own_module(
        self, name: str, langs: Sequence[str], place: Place
    ) -> Iterator[Module]:
        path = self.folder.root / name
        stem = PurePosixPath(name).stem
        taken = {one.name for one in (*self.course.modules, *self.own)}
        if not is_module_name(stem) or stem in taken:
            self.problems.append(name_taken(place, stem))
            return
        others = (*self.course.modules, *self.own)
        number = 1 + max((one.number for one in others), default=0)
        lang = _language_of(read_text(path, self.folder)[0], langs)
        module, problems = read_module(path, number, self.folder, lang, place)
        self.problems += problems
        if module:
            self.own.append(module)
            yield module

    def _check_ids(self, modules: Sequence[Module]) -> None:
        topics = [(m.name, t.id) for m in modules for t in m.text.topics]
        games = [(m.name, do.id) for m in modules for t in m.text.topics for do in t.do]
        for key, named, known in (
            ("topics", self.text.topics, topics),
            ("without", self.text.without, [*topics, *games]),
        ):
            words = [one for _, one in known]
            whole = [f"{module}/{one}" for module, one in known]
            for name in named:
                if name not in (*words, *whole):
                    place = self.text.place.of(key).of(name)
                    self.problems.append(no_such_id(place, name, words + whole))

    def _check_texts(self, langs: Sequence[str]) -> None:
        for key in ("title", "venue", "institute"):
            texts = getattr(self.text, key)
            if len(texts) > max(1, len(langs)):
                place = self.text.place.of(key)
                self.problems.append(too_many_texts(place, key, len(texts), langs))

    def _logo(self) -> Picture | None:
        if not self.text.logo:
            return None
        picture, problems = read_picture(self.text.logo, self.folder.root, self.folder)
        place = self.text.place.of("logo")
        self.problems += [replace(one, place=place) for one in problems]
        return picture

    def _people(self) -> Iterator[Person]:
        names = self.text.participants
        if len(names) == 1 and names[0].lower().endswith(".csv"):
            yield from self._listed(names[0])
            return
        for name in names:
            who, *unit = NAME_END.split(name, maxsplit=1)
            yield Person(who.strip(), "".join(unit).strip())

    def _listed(self, name: str) -> Iterator[Person]:
        """Read people from a CSV file: name, department; a header may stand above."""
        place = self.text.place.of("participants").of(name)
        data, problems = read_bytes(self.folder.root / name, self.folder)
        self.problems += [
            replace(one, place=place, message=f"{name}: {one.message}")
            for one in problems
        ]
        try:
            rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
        except UnicodeDecodeError:
            self.problems.append(not_utf8(place, name))
            return
        for number, row in enumerate(rows):
            cells = [cell.strip() for cell in row]
            if cells and cells[0] and (number or cells[0].lower() not in HEADS):
                yield Person(cells[0], cells[1] if len(cells) > 1 else "")


def _language_of(text: str, langs: Sequence[str]) -> str:
    r"""Give the one of some languages that a module seems to be written in.

    Han letters tell; of languages that are alike in that it is the first.

    >>> _language_of("id: a\ntitle: 半页材料", ["en", "fr", "zh_Hans"])
    'zh_Hans'
    >>> _language_of("id: a\ntitle: Half a page", ["zh_Hans", "en", "fr"])
    'en'
    """
    han = len(HAN.findall(text)) > len(text) * HAN_SHARE
    return next((lang for lang in langs if is_han(lang) == han), langs[0])
