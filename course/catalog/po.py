"""PO text ↔ entries. Babel reads and writes; what it leaves out is added here.

Babel 2.18 keeps no previous source, joins two entries of one key in silence, marks
“5% of staff” as a Python format, and drops the flags of obsolete entries.
"""

import re
from collections.abc import Iterable, Iterator
from io import StringIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import (
    PoFileError,
    PoFileParser,
    denormalize,
    generate_po,
    normalize,
)

from course.catalog.entry import Entries, Entry, Header
from course.problems import Place, Problem, Severity

FUZZY = "fuzzy"
WIDTH = 79
# All that leaves no ink: white space, and spaces of no width.
BLANK = re.compile(r"[\s\u200b\u2060\ufeff]+")
# Babel guesses these from the text of a message; a course has no format strings.
GUESSED = ("python-format", "python-brace-format")
PREVIOUS = re.compile(r"^#~?\|")
PREVIOUS_NOTE = "\u2060previous "
DIGEST = "The translation when it became fuzzy: "
# A comment and no flag: gettext's own tools drop flags that they do not know.
WEIGHTY = "Meaning changed: "
LINE = re.compile(
    r"(?:#~ ?)?(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"
    r'"(?:[^"\\]|\\.)*"\s*$'
)
KEYWORD = re.compile(r"^msg(?:ctxt|id) ", re.MULTILINE)
CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |$)")
HEADER = """\
Project-Id-Version: course
Last-Translator:
Language-Team: {language}
Language: {language}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit
Plural-Forms: {plurals}
"""


class _Parser(PoFileParser):
    """Babel's parser, but every entry is kept as it came."""

    def __init__(self, file: str) -> None:
        super().__init__(Catalog(), abort_invalid=True)
        self.file = file
        self.found: list[Entry] = []
        self.problems: list[Problem] = []
        self.header: Header | None = None
        self.written = 0

    def _process_keyword_line(
        self, lineno: int, line: str, obsolete: bool = False
    ) -> None:
        """Mind the line of each translation, and tell of those that would be lost."""
        keyword = line.partition(" ")[0]
        is_second = keyword == "msgid_plural"
        if keyword.startswith("msgstr"):
            if not self.messages:
                self._invalid_pofile(line, lineno, "msgstr without msgid")
            is_second = bool(self.translations)
            self.written = self.written if is_second else lineno
        if is_second:
            place = Place(self.file, lineno + 1)
            self.problems.append(one_too_many(place, keyword))
        super()._process_keyword_line(lineno, line, obsolete)

    def _add_message(self) -> None:
        source = self.messages[0].denormalize()
        slot = self.context.denormalize() if self.context else ""
        if source or slot:
            self.found.append(self._entry(slot, source))
        else:
            fields = self.translations[0][1].denormalize()
            self.header = Header(fields, tuple(self.user_comments))
        self.counter += 1
        self._reset_message_state()

    def _entry(self, slot: str, source: str) -> Entry:
        notes = [n for n in self.user_comments if not n.startswith(PREVIOUS_NOTE)]
        before = [n for n in self.user_comments if n.startswith(PREVIOUS_NOTE)]
        digests = [c for c in self.auto_comments if c.startswith(DIGEST)]
        weighty = [c for c in self.auto_comments if c.startswith(WEIGHTY)]
        translation = Place(self.file, self.written + 1)
        target = self.translations[0][1].denormalize()
        if BLANK.fullmatch(target):
            self.problems += [] if self.obsolete else [blank(translation)]
            target = ""
        return Entry(
            slot=slot,
            source=source,
            target=target,
            fuzzy=FUZZY in self.flags,
            obsolete=self.obsolete,
            previous=_previous(n.removeprefix(PREVIOUS_NOTE) for n in before),
            digest=next((c.removeprefix(DIGEST) for c in digests), ""),
            weighty=next((c.removeprefix(WEIGHTY) for c in weighty), ""),
            comments=tuple(
                c for c in self.auto_comments if c not in (*digests, *weighty)
            ),
            notes=tuple(notes),
            flags=tuple(f for f in self.flags if f not in (FUZZY, *GUESSED)),
            files=tuple(file for file, _ in self.locations),
            place=Place(self.file, self.offset + 1, keys={"msgstr": translation}),
        )


def read(text: str, file: str) -> tuple[Entries, Header | None, tuple[Problem, ...]]:
    """Give the entries of a PO file, its header, and what is wrong with it.

    Where the file cannot be read as PO there are no entries.
    """
    lines = [_kept(line) for line in text.split("\n")]
    for number, line in enumerate(lines, 1):
        if CONFLICT.match(line):
            return (), None, (merge_conflict(Place(file, number)),)
        if not (LINE.match(line) or line.startswith("#") or not line.strip()):
            return (), None, (not_po(Place(file, number), line.strip()[:40]),)
    parser = _Parser(file)
    try:
        parser.parse(StringIO("\n".join(lines)))
    except PoFileError as error:
        place = Place(file, (error.lineno or 0) + 1)
        return (), None, (not_po(place, str(error).rpartition(" on ")[0]),)
    doubles = _doubles(parser.found)
    problems = (*parser.problems, *doubles, *_header_problems(parser.header, file))
    return tuple(parser.found), parser.header, problems


def write(entries: Iterable[Entry], header: Header) -> str:
    """Give the text of a PO file: live entries first, obsolete ones last."""
    every = tuple(entries)
    live = _render([e for e in every if not e.obsolete])
    gone = (_commented(block) for block in _render([e for e in every if e.obsolete]))
    head = "".join(f"# {line}".rstrip() + "\n" for line in header.comments)
    fields = "".join(f'"{line}\\n"\n' for line in header.fields.strip().split("\n"))
    return "\n".join([f'{head}msgid ""\nmsgstr ""\n{fields}', *live, *gone])


def new_header(language: str, plurals: str, comment: str) -> Header:
    """Give the header of a new PO file; it bears no date, so it never changes."""
    return Header(HEADER.format(language=language, plurals=plurals), (comment,))


def _kept(line: str) -> str:
    """Turn a previous source, which Babel drops, into a note that it keeps."""
    match = PREVIOUS.match(line)
    return f"# {PREVIOUS_NOTE}{line[match.end() :].strip()}" if match else line


def _previous(lines: Iterable[str]) -> str:
    """Read a previous source from its lines: `msgid "…"`, `"…"`."""
    text = "\n".join(
        line.removeprefix("msgid ").strip()
        for line in lines
        if not line.startswith(("msgctxt", "msgid_plural"))
    )
    return denormalize(text) if text else ""


def _render(entries: list[Entry]) -> Iterator[str]:
    """Give each entry as PO text, as Babel writes it."""
    catalog = Catalog()
    for entry in entries:
        message = Message(
            entry.source,
            entry.target,
            locations=[(file, 0) for file in entry.files],
            auto_comments=[*_weighty(entry), *entry.comments, *_digest(entry)],
            user_comments=entry.notes,
            context=entry.slot or None,
        )
        message.flags = set(entry.flags) | ({FUZZY} if entry.fuzzy else set())
        catalog._messages.clear()
        catalog._messages[catalog._key_for(entry.source, entry.slot)] = message
        lines = "".join(generate_po(catalog, omit_header=True, width=WIDTH))
        text = lines.strip("\n") + "\n"
        start = KEYWORD.search(text)
        assert start is not None
        yield text[: start.start()] + _before(entry) + text[start.start() :]


def _weighty(entry: Entry) -> list[str]:
    return [WEIGHTY + entry.weighty] if entry.fuzzy and entry.weighty else []


def _digest(entry: Entry) -> list[str]:
    return [DIGEST + entry.digest] if entry.fuzzy and entry.digest else []


def _before(entry: Entry) -> str:
    """Give the source that a fuzzy translation was made for, as PO text."""
    if not (entry.fuzzy and entry.previous):
        return ""
    return f"#| msgid {normalize(entry.previous, prefix='#| ', width=WIDTH)}\n"


def _commented(block: str) -> str:
    """Mark an entry's lines as obsolete, the way GNU gettext does."""
    marked = []
    for line in block.strip("\n").split("\n"):
        if line.startswith("#|"):
            marked.append(f"#~{line[1:]}")
        else:
            marked.append(line if line.startswith("#") else f"#~ {line}")
    return "\n".join(marked) + "\n"


def _doubles(entries: Iterable[Entry]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        if entry.obsolete:
            continue
        if entry.key in seen:
            yield message_twice(entry.place, seen[entry.key].place.line)
        seen.setdefault(entry.key, entry)


def _header_problems(header: Header | None, file: str) -> Iterator[Problem]:
    """Find header fields that other tools would stumble over."""
    for line in header.fields.split("\n") if header else ():
        name, _, value = line.partition(":")
        if name.endswith("-Date") and re.match(r"\s*\d{4}-\d\d-\d\dT", value):
            yield iso_date(Place(file), name)
        if name == "Content-Type" and "charset=" in value:
            charset = value.rpartition("charset=")[2].strip().lower()
            if charset not in ("utf-8", "utf8", "charset", "ascii"):
                yield wrong_charset(Place(file), charset)


def not_po(place: Place, what: str) -> Problem:
    r"""T101: a PO file breaks the rules of PO here, or a little above.

    Often: a quote that is not closed or not escaped (`\"`), or a line without its
    keyword. A PO editor such as Poedit writes the quotes for you.
    """
    return Problem(
        place,
        "T101",
        f"not PO: {what}",
        'look for a missing or unescaped quote (\\") here or above',
    )


def merge_conflict(place: Place) -> Problem:
    """T102: a merge of two versions left its marks in a PO file.

    Keep one of the two versions between the marks, and delete the marks.
    """
    return Problem(
        place, "T102", "marks of a merge conflict", "keep one version, delete the marks"
    )


def message_twice(place: Place, first: int) -> Problem:
    """T103: one message stands in a PO file twice: same slot, same source."""
    return Problem(
        place,
        "T103",
        f"the message of line {first} stands here again",
        "keep the better translation, delete the other entry",
    )


def one_too_many(place: Place, keyword: str) -> Problem:
    """T108: an entry of a PO file has more than one source or translation.

    Each message has one `msgid` and one `msgstr`; a course has no plural forms. A
    second one would be lost, so nothing is updated until one of them is chosen.
    """
    return Problem(
        place,
        "T108",
        f"a second text in one entry: {keyword}",
        "keep one msgid and one msgstr; write out a message that is missing",
    )


def blank(place: Place) -> Problem:
    """T109: a translation holds nothing but spaces.

    It would leave an empty place on a slide, so it counts as missing.
    """
    return Problem(
        place,
        "T109",
        "a translation of nothing but spaces",
        "translate it, or leave it empty",
        Severity.WARNING,
    )


def iso_date(place: Place, name: str) -> Problem:
    """T104: a date in a PO header is written in the ISO way.

    We pass over it, but gettext tools want `2026-03-01 09:00+0000`.
    """
    return Problem(
        place,
        "T104",
        f"{name} is an ISO date",
        "write it as 2026-03-01 09:00+0000, or delete the line",
        Severity.WARNING,
    )


def wrong_charset(place: Place, charset: str) -> Problem:
    """T105: a PO header names another encoding than UTF-8."""
    return Problem(
        place, "T105", f"the header says charset={charset}", "save as UTF-8 and say so"
    )
