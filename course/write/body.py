"""Parts of a paper → HTML that is XML as well, for web pages and e-books."""

from base64 import b64encode
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from course.arrange.asking import (
    AttitudeItem,
    Case,
    FillItem,
    OrderItem,
    ShortItem,
)
from course.arrange.outline import names, sources_in
from course.arrange.sheet import (
    BarFigure,
    Blanks,
    CutCards,
    Fields,
    FormTable,
    Framed,
    Heading,
    Item,
    KeyStrip,
    MatchItem,
    Part,
    PhotoFigure,
    Points,
    PrintedOnly,
    Prompt,
    Prose,
    Quoted,
    Section,
    Sources,
    TableFigure,
)
from course.labels import Labels
from course.languages import bcp47, is_right_to_left
from course.wording import REPORT
from course.write.html import environment
from course.write.plain import gap

if TYPE_CHECKING:
    from markupsafe import Markup

Placed: TypeAlias = Callable[[PhotoFigure], str]
PNG = b"\x89PNG"


class Body:
    """Makes the body of one page, and gives its places their names.

    `placed` says where a picture is found. Citations lead to those sources that the
    page lists itself; to others, if `elsewhere` names the page and its sources. Forms
    can be filled in, if they are `live`.
    """

    def __init__(
        self,
        templates: Path,
        words: Labels,
        *,
        placed: Placed,
        elsewhere: tuple[str, Collection[str]] = ("", ()),
        live: bool = True,
    ) -> None:
        self._placed = placed
        self._file, self._sources = elsewhere
        self._own: frozenset[str] = frozenset()
        self._cited: dict[str, list[str]] = {}
        self._count = 0
        # What an empty field belongs to: the last heading, title or question.
        self._about = ""
        before, _, after = words.parenthesis.partition("{words}")
        self._macros: Any = (
            environment(templates)
            .get_template("parts.html.j2")
            .make_module(
                {
                    "words": words,
                    "before": before,
                    "after": after,
                    "gap": gap(before),
                    "live": live,
                    "leads": self._leads,
                    "mark": self._mark,
                    "tag": bcp47,
                    "side": side,
                    "new": self._new,
                }
            )
        )

    def write(self, sections: Sequence[Section]) -> "list[Markup]":
        """Give each section as HTML."""
        self._own = frozenset(sources_in(sections))
        named = names(sections)
        return [self._section(*one) for one in zip(sections, named, strict=True)]

    def line(self, line: object) -> "Markup":
        """Give the words of a line, without what they cite."""
        words: Markup = self._macros.bare(line)
        return words

    def _section(self, section: Section, named: tuple[str, ...]) -> "Markup":
        parts = _joined(
            self._part(part, name)
            for part, name in zip(section.parts, named, strict=True)
        )
        made: Markup = self._macros.section(section, parts)
        return made

    def _part(self, part: Part, name: str = "") -> "Markup":
        made: Markup = self._made(part, name)
        return made

    def _made(self, part: Part, name: str) -> Any:  # noqa: PLR0911, PLR0912
        give = self._macros
        match part:
            case Heading():
                self._about = name
                return give.heading(part, name)
            case Prose():
                return give.prose(part)
            case Points():
                return give.points(part)
            case Quoted():
                return give.quoted(part)
            case TableFigure():
                return give.table(part, self._about)
            case BarFigure():
                most = max((bar.value for bar in part.bars), default=1) or 1
                return give.bars(part, most)
            case PhotoFigure():
                return give.photo(part, self._placed(part))
            case Framed():
                self._about = self._new()
                title = self._about
                return give.framed(part, title, _joined(map(self._part, part.parts)))
            case Blanks():
                return give.blanks(part.count, self._about)
            case Prompt():
                return give.prompt(part)
            case FormTable():
                return give.form(part, self._about)
            case CutCards():
                return give.cards(part)
            case Fields():
                return give.fields(part)
            case Sources():
                return give.sources(part, self._cited)
            case KeyStrip():
                return give.strip(part)
            case Item():
                return give.item(part, _joined(map(self._part, part.scenario)))
            case MatchItem():
                return give.match(part, _joined(map(self._part, part.scenario)))
            case OrderItem():
                return give.order(part, _joined(map(self._part, part.scenario)))
            case FillItem():
                return give.filling(part, _joined(map(self._part, part.scenario)))
            case ShortItem():
                case = _joined(map(self._part, part.scenario))
                return give.short(part, case, _joined(map(self._part, part.answer)))
            case AttitudeItem():
                return give.attitude(part)
            case Case():
                return give.case(part, _joined(map(self._part, part.parts)))
            case PrintedOnly():
                raise NotImplementedError(f"{type(part).__name__} on a web page")

    def _leads(self, link: str) -> str:
        """Give where a citation leads; nothing, if its source is not listed."""
        name = link.removeprefix("#")
        if name in self._own:
            return link
        return f"{self._file}{link}" if name in self._sources else ""

    def _mark(self, link: str) -> str:
        """Give a citation a name, so that its source can lead back.

        The report itself is cited everywhere; nobody wants the list of that.
        """
        name = link.removeprefix("#")
        if name not in self._own or name == REPORT:
            return ""
        mark = self._new()
        self._cited.setdefault(name, []).append(mark)
        return mark

    def _new(self) -> str:
        self._count += 1
        return f"here-{self._count}"


def side(lang: str) -> str:
    """Give the side that lines run to."""
    return "rtl" if is_right_to_left(lang) else "ltr"


def embedded(picture: PhotoFigure) -> str:
    """Give a picture's bytes as an address."""
    data = b64encode(picture.data).decode()
    return f"data:image/{kind_of(picture)};base64,{data}"


def kind_of(picture: PhotoFigure) -> str:
    """Give a picture's kind, the end of its media type."""
    return "png" if picture.data.startswith(PNG) else "jpeg"


def _joined(pieces: Iterable["Markup"]) -> "Markup":
    from markupsafe import Markup

    return Markup("").join(pieces)
