"""YAML → a tree of nodes that know their places.

Only the tree is taken from YAML: what a scalar means is decided later, by the
model, so that a title `No` stays a title. Aliases and tags, which a course has no
use for, are problems; so are keys that come twice.
"""

import re
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from course.files import FORBIDDEN, control_character, empty
from course.problems import Place, Problem

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 30
BLOCK_STYLES = ("|", ">")
# What hides the end of a text: “Article #5” is “Article” and a comment.
COMMENT = re.compile(r"\s+(#[^\s#].*)")
ODD_INDENTS = {
    "\t": "a tab",
    "\xa0": "a no-break space",
    "\u3000": "a full-width space",
}
# How lines look that are not YAML, and the cure; the first that fits is told.
CURES = {
    r"(<{7}|\|{7}|={7}|>{7})( |$)": (
        "git could not merge two versions: keep one, and delete the marks"
    ),
    r" *[\xa0\u3000]": "indent with ordinary spaces, not with no-break or wide ones",
    r"[\s-]*[a-z-]+：": "write an ordinary colon and a space: `key: value`",
    r"[\s-]*[a-z-]+:\w": "put a space behind the colon: `key: value`",
    r".*?[:-] +([@%`*&!?,]|[|>] *[^\W\d]|\[.*\] *\w|\{.*\} *\w|- )": (
        "put the text in quotes, or below a `|`: YAML has a use for its first letter"
    ),
    r"""[^"'#\[{]*?: [^"'#\[{]*:( |$)""": (
        "put the text in quotes, or below a `|`: it holds a colon"
    ),
}
LOOK = "look for a colon or a quote in a text, or a wrong indentation, here or above"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it stands; `place` is where its first letter is.

    `comment` is what follows on its last line, where it looks like a part of the text.
    """

    value: str
    place: Place
    quoted: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; its place knows the places of the texts in it."""

    items: tuple["Node", ...]
    place: Place
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and what they hold, in the order of the file."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place
    flow: bool = False


Node: TypeAlias = Scalar | Sequence | Mapping


def parse(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read one YAML document; no node where the file cannot be read as YAML."""
    tree = _Tree(text, file)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            tree.take(event)
            if tree.hopeless:
                return None, tuple(tree.problems)
    except yaml.YAMLError as error:
        wrong = _tabs(text, file) or [_broken(error, text.split("\n"), file)]
        return None, (*tree.problems, *wrong)
    if tree.root is None:
        return None, (empty(Place(file)),)
    return tree.root, tuple(tree.problems)


def _tabs(text: str, file: str) -> list[Problem]:
    """Find lines whose indentation holds a tab, which YAML mostly does not allow."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            place = Place(file, number, indent.index("\t") + 1)
            found.append(odd_indent(place, "\t"))
    return found[:10]


def _broken(error: yaml.YAMLError, lines: list[str], file: str) -> Problem:
    if not isinstance(error, yaml.MarkedYAMLError):
        return not_yaml(Place(file), str(error))
    scanning = (error.context or "").startswith("while scanning")
    marks = (error.context_mark, error.problem_mark)
    mark = next(filter(None, marks if scanning else reversed(marks)), None)
    what = " ".join(part for part in (error.context, error.problem) if part)
    if mark is None:
        return not_yaml(Place(file), what)
    near = lines[max(0, mark.line - 1) : mark.line + 1]
    cures = (
        cure
        for row in reversed(near)
        for look, cure in CURES.items()
        if re.match(look, row)
    )
    place = Place(file, mark.line + 1, mark.column + 1)
    return not_yaml(place, what, next(cures, LOOK))


class _Tree:
    """Builds nodes from YAML's events, without recursion."""

    def __init__(self, text: str, file: str) -> None:
        self.lines = text.split("\n")
        self.file = file
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.open: list[tuple[Any, list[Node]]] = []
        self.documents = 0
        self.hopeless = False

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._give_up(two_documents(self._place(event)))
            case yaml.AliasEvent():
                self._give_up(alias(self._place(event), event.anchor or ""))
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._mark(event)
                self.open.append((event, []))
                if len(self.open) > DEEPEST:
                    self._give_up(too_deep(self._place(event)))
            case yaml.SequenceEndEvent():
                start, items = self.open.pop()
                self._add(
                    Sequence(tuple(items), self._listing(start, items), _flow(start))
                )
            case yaml.MappingEndEvent():
                start, items = self.open.pop()
                entries = self._entries(items)
                self._add(Mapping(entries, self._place(start), _flow(start)))
            case _:
                pass

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._mark(event)
        place = self._place(event)
        if event.style in BLOCK_STYLES and place.line < len(self.lines):
            first = self.lines[place.line]
            indent = len(first) - len(first.lstrip(" "))
            place = place.down(1, column=indent + 1)
        for letter in FORBIDDEN.findall(event.value)[:10]:
            self.problems.append(control_character(place, letter))
        value = FORBIDDEN.sub("\ufffd", event.value)
        comment = "" if event.style else self._comment(event)
        self._add(Scalar(value, place, bool(event.style), comment))

    def _comment(self, event: yaml.ScalarEvent) -> str:
        end = event.end_mark
        assert end is not None
        found = COMMENT.match(self.lines[end.line], end.column)
        return found[1].rstrip() if found else ""

    def _entries(self, items: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.problems.append(odd_key(key.place))
                continue
            if key.value[:1] in ODD_INDENTS:
                self.problems.append(odd_indent(key.place, key.value[0]))
            name = key.value.strip()
            if name in entries:
                self.problems.append(key_twice(key.place, name))
            else:
                entries[name] = (Scalar(name, key.place), value)
        return tuple(entries.values())

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1][1].append(node)
        else:
            self.root = node

    def _mark(self, event: Any) -> None:
        """Tell of a tag or an anchor, which would not be seen in the text."""
        if event.tag is not None:
            self.problems.append(tagged(self._place(event), event.tag))
        if event.anchor is not None:
            self.problems.append(anchor(self._place(event), event.anchor))

    def _give_up(self, problem: Problem) -> None:
        self.problems.append(problem)
        self.hopeless = True

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None
        return Place(self.file, mark.line + 1, mark.column + 1)

    def _listing(self, event: yaml.Event, items: list[Node]) -> Place:
        """Give the place of a list, which knows the places of its texts."""
        place = self._place(event)
        keys = {one.value: one.place for one in items if isinstance(one, Scalar)}
        return Place(place.file, place.line, place.column, keys)


def _flow(event: Any) -> bool:
    return bool(event.flow_style)


def odd_indent(place: Place, letter: str) -> Problem:
    """R201: a tab or a wide space stands in the indentation of a line.

    YAML counts ordinary spaces. Set the editor to write spaces for the Tab key.
    """
    what = f"{ODD_INDENTS[letter]} in the indentation"
    return Problem(place, "R201", what, "use spaces")


def not_yaml(place: Place, what: str, cure: str = LOOK) -> Problem:
    """R202: the file breaks the rules of YAML here, or a little above.

    Often: a colon inside a text that has no quotes, a quote that is not closed, or
    a line that is indented too little. Put longer texts below a `|`.
    """
    return Problem(place, "R202", f"not YAML: {what}", cure)


def alias(place: Place, name: str) -> Problem:
    """R203: a YAML alias (`*name`) is used.

    Every text of a course has one place of its own. Write the text out. If the text
    itself begins with `*`, put it in quotes.
    """
    return Problem(
        place,
        "R203",
        f"an alias: *{name}",
        "write the text out here; if it begins with *, put it in quotes",
    )


def too_deep(place: Place) -> Problem:
    """R204: lists or mappings stand in each other far deeper than a course needs."""
    return Problem(
        place, "R204", f"more than {DEEPEST} levels deep", "look for stray brackets"
    )


def two_documents(place: Place) -> Problem:
    """R205: a second YAML document begins (`---`) in one file."""
    return Problem(place, "R205", "a second document (---)", "one module in one file")


def tagged(place: Place, tag: str) -> Problem:
    """R206: a YAML tag (`!name`) is used.

    Tags have no meaning in a course. If the text begins with `!`, put it in quotes.
    """
    return Problem(
        place, "R206", f"a YAML tag: {tag}", "delete it, or put the text in quotes"
    )


def key_twice(place: Place, key: str) -> Problem:
    """R207: one key stands twice in one mapping."""
    return Problem(
        place, "R207", f"`{key}` stands here twice", "join the two, or drop one"
    )


def odd_key(place: Place) -> Problem:
    """R208: a list or a mapping stands where a key should."""
    return Problem(place, "R208", "a key that is not a word", "write `key: value`")


def anchor(place: Place, name: str) -> Problem:
    """R209: a YAML anchor (`&name`) is used.

    Anchors have no meaning in a course, and are not printed. If the text begins with
    `&`, put it in quotes.
    """
    return Problem(
        place, "R209", f"an anchor: &{name}", "delete it, or put the text in quotes"
    )
