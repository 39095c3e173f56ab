"""YAML → a tree of nodes that know their places.

Only the tree is taken from YAML: what a scalar means is decided later, by the
model, so that a title `No` stays a title. Aliases and tags, which a course has no
use for, are problems; so are keys that come twice.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from course.files import forbidden_letters
from course.problems import Place, Problem

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 30
BLOCK_STYLES = ("|", ">")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it stands; `place` is where its first letter is."""

    value: str
    place: Place
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and what they hold, in the order of the file."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place


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
        wrong = _tabs(text, file) or [_broken(error, file)]
        return None, (*tree.problems, *wrong)
    return tree.root, tuple(tree.problems)


def _tabs(text: str, file: str) -> list[Problem]:
    """Find lines whose indentation holds a tab, which YAML mostly does not allow."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            found.append(tab(Place(file, number, indent.index("\t") + 1)))
    return found[:10]


def _broken(error: yaml.YAMLError, file: str) -> Problem:
    if not isinstance(error, yaml.MarkedYAMLError):
        return not_yaml(Place(file), str(error))
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    what = " ".join(part for part in (error.context, error.problem) if part)
    return not_yaml(place, what)


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
                self._tag(event)
                self.open.append((event, []))
                if len(self.open) > DEEPEST:
                    self._give_up(too_deep(self._place(event)))
            case yaml.SequenceEndEvent():
                start, items = self.open.pop()
                self._add(Sequence(tuple(items), self._place(start)))
            case yaml.MappingEndEvent():
                start, items = self.open.pop()
                self._add(Mapping(self._entries(items), self._place(start)))
            case _:
                pass

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._tag(event)
        place = self._place(event)
        if event.style in BLOCK_STYLES and place.line < len(self.lines):
            first = self.lines[place.line]
            indent = len(first) - len(first.lstrip(" "))
            place = place.down(1, column=indent + 1)
        self.problems.extend(forbidden_letters(event.value, place))
        self._add(Scalar(event.value, place, quoted=bool(event.style)))

    def _entries(self, items: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.problems.append(odd_key(key.place))
            elif key.value in entries:
                self.problems.append(key_twice(key.place, key.value))
            else:
                entries[key.value] = (key, value)
        return tuple(entries.values())

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1][1].append(node)
        else:
            self.root = node

    def _tag(self, event: Any) -> None:
        if event.tag is not None:
            self.problems.append(tagged(self._place(event), event.tag))

    def _give_up(self, problem: Problem) -> None:
        self.problems.append(problem)
        self.hopeless = True

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None
        return Place(self.file, mark.line + 1, mark.column + 1)


def tab(place: Place) -> Problem:
    """R201: a tab stands in the indentation of a line.

    YAML counts spaces. Set the editor to write spaces for the Tab key.
    """
    return Problem(place, "R201", "a tab in the indentation", "use spaces")


def not_yaml(place: Place, what: str) -> Problem:
    """R202: the file breaks the rules of YAML here, or a little above.

    Often: a colon inside a text that has no quotes, a quote that is not closed, or
    a line that is indented too little. Put longer texts below a `|`.
    """
    return Problem(
        place,
        "R202",
        f"not YAML: {what}",
        "look for a colon or a quote in a text, or a wrong indentation, here or above",
    )


def alias(place: Place, name: str) -> Problem:
    """R203: a YAML alias (`*name`) is used.

    Every text of a course has one place of its own. Write the text out.
    """
    return Problem(place, "R203", f"an alias: *{name}", "write the text out here")


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
