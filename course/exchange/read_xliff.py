"""XLIFF 2 → rows, also as a CAT tool has written it.

Units are found wherever they stand; parts of a unit are joined again; codes become the
letters that they stand for.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from course.exchange.opened import first_problem
from course.exchange.problems import damaged, half_done, lost_code, not_ours
from course.exchange.row import Fingerprint, Part, Row, State, clean
from course.exchange.write_xliff import ABOUT, FUZZY, ORIGIN, PREVIOUS
from course.problems import Place, Problem, SourceError

CORE = "urn:oasis:names:tc:xliff:document:2."
LAST = 10**6
# Stands for a letter that no text can hold, so that it is told.
NO_LETTER = "\ufffe"
SURROGATES = range(0xD800, 0xE000)


def read(data: bytes, place: Place) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    """Give the parts of an XLIFF file, and what is wrong with its units.

    Raises:
        SourceError: it is no XML, or no XLIFF file of ours.
    """
    root = _root(data, place)
    name = etree.QName(root)
    if name.localname != "xliff" or not (name.namespace or "").startswith(CORE):
        version = root.get("version", "")
        what = (
            f"XLIFF {version}" if name.localname == "xliff" else f"<{name.localname}>"
        )
        raise SourceError([not_ours(place, what)])
    found: list[Problem] = []
    parts = []
    for file in root.iterfind("{*}file"):
        origin = file.get("original", "")
        if origin.startswith(ORIGIN):
            langs = root.get("srcLang", ""), root.get("trgLang", "")
            rows = tuple(_rows(file, place, found))
            parts.append(Part(origin.removeprefix(ORIGIN), *langs, rows))
    if not parts:
        raise SourceError([not_ours(place, "its messages are of another program")])
    return tuple(parts), tuple(found)


def _root(data: bytes, place: Place) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        broken = damaged(Place(place.file, line), first_problem(error))
        raise SourceError([broken]) from error


def _rows(file: Any, place: Place, found: list[Problem]) -> Iterator[Row]:
    for element in file.iter("{*}unit"):
        if not (etree.QName(element).namespace or "").startswith(CORE):
            continue
        unit = _Unit(element, Place(place.file, element.sourceline or 1))
        try:
            row = unit.row()
        except KeyError:
            found.append(lost_code(unit.place, unit.slot))
            continue
        if unit.is_half_done:
            found.append(half_done(unit.place, unit.slot))
        else:
            yield row


class _Unit:
    """A unit, with what its codes stand for."""

    def __init__(self, element: Any, place: Place) -> None:
        self.place = place
        self.slot = element.get("name", "")
        self.element = element
        self.data = {
            one.get("id"): "".join(_plain(one))
            for one in element.iterfind("{*}originalData/{*}data")
        }
        every = element.iterfind("{*}segment/{*}source//*")
        self.codes = {one.get("id"): one for one in every if one.get("id")}
        self.segments = list(element.iterfind("{*}segment"))
        marks = (one.text or "" for one in element.iter("{*}meta"))
        self.mark = next(filter(None, map(Fingerprint.read, marks)), None)

    def row(self) -> Row:
        """Give the unit's row.

        Raises:
            KeyError: a code stands for nothing.
        """
        parts = self.element.iterchildren("{*}segment", "{*}ignorable")
        source = "".join(self._read(one.find("{*}source")) for one in parts)
        target = "".join(self._read(one) for one in self._targets())
        notes = [
            (one.get("category", ""), line)
            for one in self.element.iterfind("{*}notes/{*}note")
            for line in "".join(one.itertext()).splitlines()
        ]
        ours = (ABOUT, PREVIOUS)
        return Row(
            slot=self.slot,
            source=clean(source, ""),
            target=clean(target, source),
            state=self._state(),
            comment=tuple(line for category, line in notes if category not in ours),
            mark=self.mark,
            place=self.place,
        )

    @property
    def is_half_done(self) -> bool:
        """Whether some segments are translated, and others are not."""
        wanted = [one for one in self.segments if _letters_of(one, "source")]
        done = [one for one in wanted if _letters_of(one, "target")]
        return bool(done) and len(done) < len(wanted)

    def _targets(self) -> list[Any]:
        """Give all that makes the translation, in its order."""
        if not any(_letters_of(one, "target") for one in self.segments):
            return []
        held: list[tuple[int, Any]] = []
        parts = self.element.iterchildren("{*}segment", "{*}ignorable")
        for number, part in enumerate(parts, 1):
            target = part.find("{*}target")
            if target is not None:
                held.append((_order(target, number), target))
            elif part.tag.endswith("ignorable"):
                held.append((number, part.find("{*}source")))
        return [one for _, one in sorted(held, key=lambda pair: pair[0])]

    def _state(self) -> State:
        """Give the state; one that no tool has touched is as it was."""
        said = [one.get("state", "initial") for one in self.segments]
        if "initial" not in said:
            return State.DONE
        if any(one.get("subState") == FUZZY for one in self.segments):
            return State.FUZZY
        return self.mark.state if self.mark else State.NEW

    def _read(self, element: Any) -> str:
        return "" if element is None else "".join(self._letters(element))

    def _letters(self, element: Any) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            match etree.QName(child).localname:
                case "cp":
                    yield _letter(child)
                case "ph" | "sc" | "ec":
                    yield self._meant(child, "dataRef", "disp")
                case "pc":
                    yield self._meant(child, "dataRefStart", "dispStart")
                    yield from self._letters(child)
                    yield self._meant(child, "dataRefEnd", "dispEnd")
                case "mrk":
                    yield from self._letters(child)
                case _:
                    pass
            yield child.tail or ""

    def _meant(self, code: Any, ref: str, shown: str) -> str:
        """Give what a code stands for: its data, or that of the source's code."""
        others = (self.codes.get(code.get("id")), self.codes.get(code.get("copyOf")))
        for one in (code, *others):
            if one is not None and one.get(ref) in self.data:
                return self.data[one.get(ref)]
            if one is not None and one.get(shown) is not None:
                return str(one.get(shown))
        raise KeyError(code.get("id"))


def _order(target: Any, number: int) -> int:
    written = target.get("order", "")
    return int(written) if written.isdecimal() and int(written) < LAST else number


def _letters_of(segment: Any, tag: str) -> bool:
    """Tell whether a segment's source or target holds anything but white space."""
    text: Any = segment.find(f"{{*}}{tag}")
    return text is not None and bool("".join(text.itertext()).strip() or len(text))


def _plain(data: Any) -> Iterator[str]:
    yield data.text or ""
    for child in data:
        yield _letter(child) if child.tag.endswith("cp") else ""
        yield child.tail or ""


def _letter(code: Any) -> str:
    """Give a letter that XML cannot hold; whether it may stand here is told later."""
    try:
        number = int(code.get("hex", ""), 16)
        return NO_LETTER if number in SURROGATES else chr(number)
    except (ValueError, OverflowError):
        return NO_LETTER
