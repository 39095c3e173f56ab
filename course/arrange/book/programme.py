"""What happens when, and on which page of the book it stands."""

from collections.abc import Iterator
from itertools import groupby

from course.arrange.book.page import page
from course.arrange.host import Host
from course.arrange.parts import letters
from course.arrange.sheet import Heading, Line, Part, Sheet, Slotted, Timetable
from course.arrange.voices import Voices
from course.model import Course, Module
from course.text import Span
from course.times import Hours, day, span
from course.workshop import Slot, Unit

# When, what, on which page; of a course without dates: number, module, time, page.
DAY = (0.2, 0.7, 0.1)
COURSE = (0.08, 0.66, 0.16, 0.1)
TAUGHT = ("hook", "input")


def programme(course: Course, voices: Voices, host: Host | None) -> Sheet:
    """Give what happens when; of a course without dates, its modules."""
    words = voices.wording.labels
    parts: list[Part] = [Heading(letters(words.programme), 1)]
    if host:
        seen: set[str] = set()
        for one in host.agenda.days:
            parts.append(Heading(letters(day(one.date, host.lang)), 2))
            rows = tuple(_rows(one.slots, host, seen))
            head = words.time, words.contents, words.page_head
            parts.append(Timetable(head, rows, DAY))
    else:
        parts.append(_modules(course, voices))
    return page("programme", words.programme, course, voices, tuple(parts))


def _modules(course: Course, voices: Voices) -> Timetable:
    words = voices.wording.labels
    rows = tuple(
        Slotted(
            (
                letters(str(module.number)),
                letters(voices.named(module.text.title)),
                letters(voices.wording.minutes(module.text.minutes)),
            ),
            f"{module.text.id}/opening",
        )
        for module in course.modules
    )
    head = words.number, words.contents, words.time, words.page_head
    return Timetable(head, rows, COURSE)


def _rows(slots: tuple[Slot, ...], host: Host, seen: set[str]) -> Iterator[Slotted]:
    """Give a line for each thing one does; what is told in one go is one of them."""
    session = ""
    for _, group in groupby(slots, _stretch):
        run = tuple(group)
        units = tuple(slot.unit for slot in run if slot.unit)
        hours = Hours(run[0].hours.start, run[-1].hours.end)
        if not units:
            session = ""
            yield from (_between(slot, host) for slot in run)
            continue
        module = units[0].module
        if units[0].kind not in TAUGHT:
            yield _done(units[0], hours, host)
        elif module == session:
            yield _more(units, hours, host)
        else:
            yield _told(units, hours, host, again=module in seen)
        session = module
        seen.add(module)


def _stretch(slot: Slot) -> tuple[str, str]:
    """Give what slots that follow each other have in common, to be one line."""
    unit = slot.unit
    if unit is None:
        return slot.kind, str(slot.hours.start)
    return unit.module, "" if unit.kind in TAUGHT else unit.part or unit.kind


def _between(slot: Slot, host: Host) -> Slotted:
    """Give a line for what is not teaching."""
    words, frame = host.labels, host.course.frame
    more, place = "", ""
    if slot.kind == "exchange":
        more = words.exchange_how
    if slot.kind == "closing" and frame:
        ends = [one.id for one in frame.forms if one.when == "end"]
        place = f"form/{ends[0]}/{ends[0]}" if ends else ""
        more = words.farewell_how if ends else ""
    name = host.entry(slot.kind)
    is_pause = slot.kind in ("pause", "lunch")
    return Slotted(_cells(slot.hours, host, name, more), place, is_pause)


def _told(units: tuple[Unit, ...], hours: Hours, host: Host, *, again: bool) -> Slotted:
    """Give a line for topics that are told one after the other."""
    module = host.module(units[0].module)
    title = host.title_of(module, again=again)
    more = host.labels.comma.join(host.part(one) for one in units)
    section = _first_read(units, module) if again else "opening"
    return Slotted(_cells(hours, host, title, more), f"{module.text.id}/{section}")


def _more(units: tuple[Unit, ...], hours: Hours, host: Host) -> Slotted:
    """Give a line for topics that come after an activity in the same session."""
    module = host.module(units[0].module)
    title = host.labels.comma.join(host.part(one) for one in units)
    place = f"{module.text.id}/{_first_read(units, module)}"
    return Slotted(_cells(hours, host, title, ""), place)


def _first_read(units: tuple[Unit, ...], module: Module) -> str:
    """Give the first topic that the handout has a section on."""
    names = {unit.part for unit in units}
    read = (one.id for one in module.text.topics if one.id in names and one.read)
    return next(read, "opening")


def _done(unit: Unit, hours: Hours, host: Host) -> Slotted:
    """Give a line for what learners do themselves."""
    module = host.module(unit.module).text.id
    words = host.labels
    match unit.kind:
        case "quiz":
            return Slotted(_cells(hours, host, host.part(unit), words.quiz_apart))
        case "wrap":
            cells = _cells(hours, host, host.part(unit), words.wrap_how)
            return Slotted(cells, f"{module}/closing")
        case _:
            activity = unit.part.rpartition("/")[2]
            product = host.product(unit)
            cells = _cells(hours, host, host.part(unit), product)
            return Slotted(cells, f"{module}/activities/{activity}")


def _cells(hours: Hours, host: Host, title: str, more: str) -> tuple[Line, ...]:
    named = (Span(title, strong=True),)
    told = (Span(f"\n{more}"),) if more else ()
    return letters(span(hours, host.lang)), Line((*named, *told))
