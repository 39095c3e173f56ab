"""An arranged Sheet → plain text, for any machine and any ear."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from course.arrange.asking import (
    AttitudeItem,
    Case,
    FillItem,
    OrderItem,
    ShortItem,
)
from course.arrange.measure import pieces
from course.arrange.sheet import (
    Answer,
    Asking,
    BarFigure,
    Blanks,
    Cell,
    CutCards,
    Fields,
    FormTable,
    Framed,
    Heading,
    Item,
    KeyStrip,
    Line,
    MatchItem,
    Part,
    PhotoFigure,
    Point,
    Points,
    PrintedOnly,
    Prompt,
    Prose,
    Quoted,
    Sheet,
    Sources,
    TableFigure,
    Tick,
)
from course.labels import Labels

# Letters in a line; a Han character has the room of two.
WIDTH = 72
GAP = "  "
RULES = {1: "=", 2: "-"}
BLANK = "_" * 60
BOX = "[ ]"
FRAME = "| "
# A column may be that wide at least; else rows become lists.
NARROWEST = 12


def write(sheet: Sheet) -> bytes:
    """Give a paper as text in UTF-8, wrapped."""
    writer = _Writer(sheet.words)
    blocks = [tuple(wrapped(f"{sheet.left} – {sheet.foot}"))]
    for section in sheet.sections:
        if section.mark:
            blocks.append(tuple(wrapped(f"⚑ {section.mark}")))
        blocks += [tuple(writer.part(one, WIDTH)) for one in section.parts]
    text = "\n\n".join("\n".join(block) for block in blocks if block)
    return f"{text}\n".encode()


class _Writer:
    """Writes parts in lines of a width."""

    def __init__(self, words: Labels) -> None:
        self.words = words

    def part(self, part: Part, width: int) -> Iterator[str]:  # noqa: PLR0912
        """Give the lines of a part."""
        match part:
            case Heading():
                lines = wrapped(self.line(part.text), width)
                yield from lines
                rule = RULES.get(part.level, "")
                yield from filter(None, [rule * max(map(breadth, lines), default=0)])
            case Prose():
                yield from wrapped(self.line(part.text), width)
            case Points():
                yield from self.points(part.points, width, ordered=part.ordered)
            case Quoted():
                for one in part.lines:
                    yield from hung(self.line(one), width, "    ", "    ")
            case TableFigure():
                yield from self.table(part, width)
            case BarFigure():
                yield from wrapped(part.caption, width)
                yield from wrapped(f"{part.label_head} – {part.unit}", width)
                for bar in part.bars:
                    text = f"{bar.label}{self.words.colon}{bar.written}"
                    yield from hung(text, width, "- ")
                yield from wrapped(part.source, width)
            case PhotoFigure():
                yield from wrapped(part.caption, width)
                yield from wrapped(f"[{part.alt}]", width)
            case Framed():
                yield from self.framed(part, width)
            case Blanks():
                yield from (f"\n{BLANK[:width]}" for _ in range(part.count))
            case Prompt():
                yield from wrapped(self.line(part.text), width)
                yield from (f"\n{BLANK[:width]}" for _ in range(part.lines))
            case FormTable():
                yield from self.form(part, width)
            case CutCards():
                yield from self.points(part.cards, width)
            case Fields():
                for name in part.names:
                    yield f"{name}{self.words.colon}{BLANK[:30]}"
            case Sources():
                for entry in part.entries:
                    text = GAP.join(filter(None, (entry.mark, self.line(entry.text))))
                    yield from hung(text, width, "", "  ")
            case KeyStrip():
                yield from wrapped(part.title, width)
                told = (f"{number} {answer}" for number, answer in part.answers)
                yield from wrapped(GAP.join(told), width)
            case (
                Item()
                | MatchItem()
                | OrderItem()
                | FillItem()
                | ShortItem()
                | AttitudeItem()
                | Case()
            ):
                yield from self.asked(part, width)
            case PrintedOnly():
                raise NotImplementedError(f"{type(part).__name__} in plain text")

    def line(self, line: Line) -> str:
        """Give the letters of a line, with what it cites."""
        cite = self.words.parenthesis.format(words=line.cite) if line.cite else ""
        return line.plain + gap(cite) + cite

    def points(
        self, points: Sequence[Point], width: int, *, ordered: bool = False
    ) -> Iterator[str]:
        """Give the entries of a list, with those below them."""
        for number, one in enumerate(points, 1):
            mark = f"{number}. " if ordered else "- "
            yield from hung(self.line(one.text), width, mark)
            room = " " * len(mark)
            for below in self.points(one.points, width - len(mark)):
                yield f"{room}{below}"

    def framed(self, part: Framed, width: int) -> Iterator[str]:
        """Give parts behind a line at the margin."""
        room = width - len(FRAME)
        yield from (f"{FRAME}{one}" for one in wrapped(part.title, room))
        for inner in part.parts:
            yield FRAME.rstrip()
            for one in self.part(inner, room):
                yield from (f"{FRAME}{line}".rstrip() for line in one.split("\n"))

    def table(self, part: TableFigure, width: int) -> Iterator[str]:
        """Give a table in columns, if they have room; else a list for each row."""
        yield from wrapped(part.caption, width)
        head = [cell.plain for cell in part.head]
        rows = [[self.line(cell) for cell in row] for row in part.rows]
        widths = _widths([head, *rows], width)
        if widths:
            yield from _columns(head, widths)
            yield GAP.join("-" * one for one in widths)
            for row in rows:
                yield from _columns(row, widths)
            return
        for row in rows:
            first, *others = zip(head, row, strict=True)
            yield from hung(self._told(*first), width, "- ")
            for name, cell in others:
                if cell:
                    yield from hung(self._told(name, cell), width, "  ")

    def _told(self, name: str, cell: str) -> str:
        return self.words.colon.join(filter(None, (name, cell)))

    def form(self, part: FormTable, width: int) -> Iterator[str]:
        """Give each row of a form with its boxes and places to write."""
        names = [cell.plain for cell in part.head]
        for row in part.rows:
            first, *others = row
            yield from hung(self._cell(first, names[0]), width, "- ")
            told = zip(names[1:], others, strict=False)
            ticks = [self._cell(one, name) for name, one in told if one == Tick()]
            yield from hung((GAP + " ").join(ticks), width, "  ")
            for name, cell in zip(names[1:], others, strict=False):
                if cell != Tick():
                    yield from hung(self._cell(cell, name), width, "  ")

    def _cell(self, cell: Cell, name: str) -> str:
        if isinstance(cell, Line):
            return self.line(cell) or self._told(name, BLANK[:30])
        return f"{BOX} {name}"

    def asked(self, part: Asking | Case, width: int) -> Iterator[str]:
        """Give a question of any kind, or the case of several."""
        match part:
            case Item():
                yield from self.item(part, width)
            case MatchItem():
                yield from self.match(part, width)
            case OrderItem():
                yield from self.order(part, width)
            case FillItem():
                yield from self.fill(part, width)
            case ShortItem():
                yield from self.short(part, width)
            case AttitudeItem():
                yield from self._stem(part, width)
                yield from self.form(part.form, width)
            case Case():
                yield from wrapped(part.title, width)
                for inner in part.parts:
                    yield from (f"    {one}" for one in self.part(inner, width - 4))

    def item(self, part: Item, width: int) -> Iterator[str]:
        """Give a question with its options; in a key, with the reasons."""
        yield from self._opening(part, width)
        for one in part.answers:
            state = {True: f"{self.words.right}: ", False: f"{self.words.wrong}: "}
            mark = BOX if one.right is None else state[one.right]
            yield from hung(f"{mark} {_lettered(one)}", width, "    ", "        ")
            if one.why:
                yield from hung(self.line(one.why), width, "        ", "        ")
        yield from wrapped(part.cite, width)

    def match(self, part: MatchItem, width: int) -> Iterator[str]:
        """Give a question that asks what belongs to what."""
        yield from self._opening(part, width)
        for one in part.pairings:
            text = f"[{one.letter or ' '}] {self.line(one.text)}"
            yield from hung(text, width, "    ", "        ")
            if one.why:
                yield from hung(self.line(one.why), width, "        ", "        ")
        for answer in part.answers:
            yield from hung(_lettered(answer), width, "    ", "       ")
        yield from wrapped(part.cite, width)

    def order(self, part: OrderItem, width: int) -> Iterator[str]:
        """Give a question that asks what comes first."""
        yield from self._opening(part, width)
        for n, one in enumerate(part.placed, 1):
            text = f"{n}. [{one.letter}] {self.line(one.text)}"
            yield from self._reasoned(text, one.why, width)
        if part.key is None:
            for answer in part.answers:
                yield from hung(_lettered(answer), width, "    ", "       ")
            boxes = (f"{n}. {BOX}" for n in range(1, len(part.answers) + 1))
            yield from hung(GAP.join(boxes), width, "    ")
        yield from wrapped(part.cite, width)

    def fill(self, part: FillItem, width: int) -> Iterator[str]:
        """Give a sentence with blanks; in a key, what counts."""
        yield from self._opening(part, width)
        for one in part.blanks:
            text = " ".join(filter(None, (one.letter, self.line(one.accepted))))
            yield from self._reasoned(text, one.why, width)
        yield from wrapped(part.cite, width)

    def short(self, part: ShortItem, width: int) -> Iterator[str]:
        """Give a question with lines to write on; in a key, how it is marked."""
        yield from self._opening(part, width)
        if part.key is None:
            yield from (f"\n    {BLANK[: width - 4]}" for _ in range(part.lines))
            return
        yield from hung(f"{self.words.model_answer}{self.words.colon}", width, "    ")
        for inner in part.answer:
            yield from (f"        {one}" for one in self.part(inner, width - 8))
        for mark in part.marks:
            text = f"+{mark.letter}{GAP}{self.line(mark.text)}"
            yield from self._reasoned(text, mark.why, width)
        yield from wrapped(part.cite, width)

    def _reasoned(self, text: str, why: Line | None, width: int) -> Iterator[str]:
        yield from hung(text, width, "    ", "        ")
        if why:
            yield from hung(self.line(why), width, "        ", "        ")

    def _opening(
        self, part: Item | MatchItem | OrderItem | FillItem | ShortItem, width: int
    ) -> Iterator[str]:
        """Give what is asked, and its case."""
        yield from self._stem(part, width)
        for inner in part.scenario:
            yield from (f"    {one}" for one in self.part(inner, width - 4))

    def _stem(self, part: Asking, width: int) -> Iterator[str]:
        asked = " ".join(filter(None, (self.line(part.stem), part.hint)))
        return hung(asked, width, f"{part.number}. ")


def _lettered(answer: Answer) -> str:
    return f"{answer.letter}{GAP}{answer.text.plain}"


def gap(words: str) -> str:
    """Give the space before words in brackets; full-width ones bring their own.

    >>> gap("(para. 41)"), gap("（第41段）")
    (' ', '')
    """
    return " " if words and breadth(words[0]) == 1 else ""


def breadth(text: str) -> int:
    """Count the columns that letters take; a Han character takes two.

    >>> breadth("town"), breadth("城市")
    (4, 4)
    """
    return sum(map(_columns_of, text))


def _columns_of(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrapped(text: str, width: int = WIDTH) -> list[str]:
    """Part a text in lines; a line of Chinese does not begin with its full stop."""
    return list(hung(text, width, ""))


def hung(text: str, width: int, first: str, others: str | None = None) -> Iterator[str]:
    """Part a text in lines that begin with `first`, the later ones with `others`."""
    lead, later = first, " " * len(first) if others is None else others
    line = ""
    for piece in pieces(" ".join(text.split())):
        if line and breadth(lead + line + piece.rstrip()) > width:
            yield (lead + line).rstrip()
            lead, line = later, ""
        line += piece
    if line:
        yield (lead + line).rstrip()


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Give the width of each column; nothing, if one would be too narrow."""
    wanted = [
        max(map(breadth, column), default=0) for column in zip(*rows, strict=True)
    ]
    room = width - len(GAP) * (len(wanted) - 1)
    if sum(wanted) <= room:
        return wanted
    share = room // len(wanted)
    narrow = [one for one in wanted if one <= share]
    wide = len(wanted) - len(narrow)
    left = (room - sum(narrow)) // wide
    if left < NARROWEST:
        return []
    return [one if one <= share else left for one in wanted]


def _columns(cells: Iterable[str], widths: Sequence[int]) -> Iterator[str]:
    """Give the lines of a row."""
    parted = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, parted), default=0)):
        texts = [one[number] if number < len(one) else "" for one in parted]
        padded = (
            text + " " * (width - breadth(text))
            for text, width in zip(texts, widths, strict=True)
        )
        yield GAP.join(padded).rstrip()
