"""Nodes of a YAML tree → the classes of the model, with all mistakes at once.

What is expected is read from the classes themselves: their fields' types and notes.
A part that cannot be read is left out, with a problem; what stands around it is
still read, so that one run shows all there is to mend.
"""

import re
from dataclasses import MISSING, Field, fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from course import markup
from course.model import About, Id
from course.problems import Place, Problem, Severity
from course.read.yaml import Mapping, Node, Scalar, Sequence
from course.text import Text, Words

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FLAGS = {"true": True, "yes": True, "false": False, "no": False}
NOTHING = ("~", "null")
WITHOUT_QUOTES = ", without quotes"
WRITE = "write it"
NO_ENTRY = "write it, or delete the hyphen"
T = TypeVar("T")


def decode(
    node: Node, kind: type[T], lang: str
) -> tuple[T | None, tuple[Problem, ...]]:
    """Read a node as an object of a class; texts are in language `lang`.

    The object is None where a part it cannot do without is missing or wrong; only a
    number is stood in for, so that all around it is still checked.
    """
    decoder = _Decoder(lang)
    value = decoder.read(node, kind, "")
    return cast("T | None", value), tuple(decoder.problems)


class _Decoder:
    """Reads nodes by types; `None` stands for what could not be read."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.problems: list[Problem] = []

    def read(self, node: Node, kind: Any, key: str, cure: str = WRITE) -> Any:
        """Read a node as a type; `cure` is what to do where nothing is there."""
        base, about, named = unwrapped(kind)
        origin = get_origin(base)
        if base in (Text, Words) and isinstance(node, Scalar) and node.comment:
            self.problems.append(text_in_comment(node.place, key, node.comment))
        if origin is tuple:
            return self._tuple(node, base, about, key, cure)
        if key and _is_nothing(node):
            self.problems.append(nothing_there(node.place, f"`{key}`", cure))
            return None
        if origin is Literal:
            return self._literal(node, get_args(base), key)
        if is_union(base):
            chosen = self._choose(node, base, key)
            return None if chosen is None else self.read(node, chosen, key)
        if is_dataclass(base) and base not in (Text, Words):
            return self._object(node, cast("type", base), key)
        return self._scalar(node, base, about, named, key)

    def _object(self, node: Node, kind: type, key: str) -> Any:
        if not isinstance(node, Mapping):
            self._wrong(node, key, "keys with values", _shape(node))
            return None
        known = keys(kind)
        given: dict[str, Node] = {}
        named = {name.value for name, _ in node.entries}
        for name, value in node.entries:
            word = name.value
            if word not in known and node.flow and _is_nothing(value):
                self.problems.append(cut_at_comma(name.place, word))
                continue
            if word not in known:
                free = set(known) - named - set(given)
                near = get_close_matches(word, free, 1, 0.6)
                self.problems.append(unknown_key(name.place, word, near, tuple(known)))
                word = near[0] if near else word
            given[word] = value
        values: dict[str, Any] = {}
        whole = True
        for word, (one, hint) in known.items():
            found: Any = None
            if word in given:
                note = f"{WRITE}: {_note(hint)}"
                cure = note if required(one) else f"{WRITE}, or delete the key"
                found = self.read(given[word], hint, word, cure)
            elif required(one):
                self.problems.append(missing_key(node.place, word, _note(hint)))
            values[one.name] = _instead(one, hint) if found is None else found
            whole = whole and values[one.name] is not MISSING
        places = {word: value.place for word, value in given.items()}
        place = Place(node.place.file, node.place.line, node.place.column, places)
        return kind(place=place, **values) if whole else None

    def _tuple(
        self, node: Node, kind: Any, about: About | None, key: str, cure: str
    ) -> Any:
        inner = get_args(kind)[0]
        if isinstance(node, Sequence):
            nodes = node.items
        elif _is_nothing(node):
            nodes = ()
        else:
            nodes = (node,)
        if not nodes and about and about.some:
            self.problems.append(nothing_there(node.place, f"`{key}`", cure))
            return None
        each = Annotated[inner, about] if about else inner
        found = [self._entry(one, each, key) for one in nodes]
        whole = tuple(value for value in found if value is not None)
        return whole if len(whole) == len(found) or _has_id(inner) else None

    def _entry(self, node: Node, kind: Any, key: str) -> Any:
        if _is_nothing(node):
            what = f"an entry of `{key}`"
            self.problems.append(nothing_there(node.place, what, NO_ENTRY))
            return None
        return self.read(node, kind, key)

    def _literal(self, node: Node, words: tuple[str, ...], key: str) -> Any:
        if isinstance(node, Scalar) and node.value in words:
            return node.value
        given = node.value if isinstance(node, Scalar) else _shape(node)
        self.problems.append(not_one_of(node.place, key, given, words))
        return None

    def _choose(self, node: Node, kind: Any, key: str) -> Any:
        """Pick the class of a union that a mapping's keys speak for."""
        classes = [one for one in get_args(kind) if one is not NoneType]
        if len(classes) == 1:
            return classes[0]
        if not isinstance(node, Mapping):
            self._wrong(node, key, "keys with values", _shape(node))
            return None
        given = {name.value: value for name, value in node.entries}
        tag = _tag_field(classes)
        if tag is None:
            return self._by_own_key(node, classes, set(given), key)
        words = {word: one for one in classes for word in _tag_words(one, tag)}
        free = [one for one in classes if not required(keys(one)[tag][0])]
        if tag not in given and len(free) == 1 and _speaks_for(free[0], set(given)):
            return free[0]
        if tag not in given:
            note = "one of " + ", ".join(words)
            self.problems.append(missing_key(node.place, tag, note))
            return None
        value = given[tag]
        word = value.value if isinstance(value, Scalar) else _shape(value)
        if word not in words:
            self.problems.append(not_one_of(value.place, tag, word, tuple(words)))
            return None
        return words[word]

    def _by_own_key(
        self, node: Mapping, classes: list[type], given: set[str], key: str
    ) -> Any:
        own = {one: _own_keys(one, classes) for one in classes}
        chosen = [one for one in classes if own[one] & given]
        if len(chosen) == 1:
            return chosen[0]
        words = tuple(sorted({word for mine in own.values() for word in mine}))
        near = [w for g in given for w in get_close_matches(g, words, 1, 0.6)]
        if not chosen and len(near) == 1:
            return next(one for one in classes if near[0] in own[one])
        self.problems.append(one_key_of(node.place, key, words))
        return None

    def _scalar(
        self, node: Node, kind: Any, about: About | None, named: bool, key: str
    ) -> Any:
        if not isinstance(node, Scalar):
            self._wrong(node, key, _wanted(kind), _shape(node))
            return None
        if kind is bool:
            return self._flag(node, key)
        if kind is int:
            return self._number(node, about, key)
        if kind is Text:
            return self._take(markup.text(node.value, node.place, self.lang))
        if kind is Words:
            return self._words(node, key)
        if named and not NAME.fullmatch(node.value):
            self.problems.append(bad_name(node.place, key, node.value))
            return None
        return node.value.strip()

    def _words(self, node: Scalar, key: str) -> Words | None:
        if re.search(r"\n[ \t]*\n", node.value.strip()):
            self.problems.append(not_one_line(node.place, key))
            return None
        return self._take(markup.words(node.value, node.place, self.lang))

    def _take(self, found: tuple[T, tuple[Problem, ...]]) -> T:
        value, problems = found
        self.problems.extend(problems)
        return value

    def _flag(self, node: Scalar, key: str) -> bool | None:
        flag = FLAGS.get(node.value.lower())
        if flag is None or node.quoted:
            wanted = "true or false" + WITHOUT_QUOTES * node.quoted
            self._wrong(node, key, wanted, f"“{node.value}”")
            return None
        return flag

    def _number(self, node: Scalar, about: About | None, key: str) -> int | None:
        if not re.fullmatch(r"-?[0-9]{1,9}", node.value) or node.quoted:
            wanted = "a whole number" + WITHOUT_QUOTES * node.quoted
            self._wrong(node, key, wanted, f"“{node.value}”")
            return None
        number = int(node.value)
        if about and about.least is not None and number < about.least:
            self._wrong(node, key, f"{about.least} or more", node.value)
            return None
        return number

    def _wrong(self, node: Node, key: str, wanted: str, given: str) -> None:
        self.problems.append(wrong_kind(node.place, key, wanted, given))


@cache
def keys(kind: type) -> dict[str, tuple[Field[Any], Any]]:
    """Give a class's keys as authors write them, with their fields and types."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        key_of(one.name): (one, hints[one.name])
        for one in fields(kind)
        if one.name != "place"
    }


def key_of(name: str) -> str:
    """Give a field's name as a key of a source file: hyphens for underscores."""
    return name.replace("_", "-")


def required(one: Field[Any]) -> bool:
    """Tell whether a source file must have the key of this field."""
    return one.default is MISSING


@cache
def unwrapped(kind: Any) -> tuple[Any, About | None, bool]:
    """Give a type without its notes, its `About`, and whether it is a name."""
    about: About | None = None
    named = False
    while get_origin(kind) is Annotated:
        kind, *notes = get_args(kind)
        about = about or next((n for n in notes if isinstance(n, About)), None)
        named = named or any(isinstance(n, Id) for n in notes)
    if is_union(kind):
        inner = [one for one in get_args(kind) if one is not NoneType]
        if len(inner) == 1:
            base, inner_about, inner_named = unwrapped(inner[0])
            return base, about or inner_about, named or inner_named
    return kind, about, named


def is_union(kind: Any) -> bool:
    """Tell whether a type is a choice between types."""
    return get_origin(kind) in (Union, UnionType)


def _has_id(kind: Any) -> bool:
    """Tell whether things of a kind stand for themselves.

    A question that cannot be read leaves the others alone; an option that cannot be
    read takes its question with it.
    """
    base = unwrapped(kind)[0]
    classes: tuple[Any, ...] = get_args(base) if is_union(base) else (base,)
    return all(is_dataclass(one) and "id" in keys(cast("type", one)) for one in classes)


def _instead(one: Field[Any], hint: Any) -> Any:
    """Give what stands in for a value that is not there: the default, or a number."""
    kind, about, _ = unwrapped(hint)
    if required(one) and kind is int:
        return (about.least if about else None) or 0
    return one.default


def _is_nothing(node: Node) -> bool:
    """Tell whether somebody left a value out, or wrote that there is none."""
    if not isinstance(node, Scalar):
        return False
    return not node.value.strip() or (not node.quoted and node.value.lower() in NOTHING)


def _note(hint: Any) -> str:
    about = unwrapped(hint)[1]
    return about.note if about else ""


def _tag_field(classes: list[type]) -> str | None:
    """Give the key whose fixed words tell the classes apart, if they have one."""
    for word, (_, hint) in keys(classes[0]).items():
        if get_origin(unwrapped(hint)[0]) is Literal and all(
            word in keys(one)
            and get_origin(unwrapped(keys(one)[word][1])[0]) is Literal
            for one in classes
        ):
            sets = [set(_tag_words(one, word)) for one in classes]
            if len(set().union(*sets)) == sum(map(len, sets)):
                return word
    return None


def _speaks_for(kind: type, given: set[str]) -> bool:
    """Tell whether the keys that a class needs are there."""
    return all(word in given for word, (one, _) in keys(kind).items() if required(one))


def _tag_words(kind: type, tag: str) -> tuple[str, ...]:
    return get_args(unwrapped(keys(kind)[tag][1])[0])


def _own_keys(kind: type, classes: list[type]) -> set[str]:
    others = {word for one in classes if one is not kind for word in keys(one)}
    return set(keys(kind)) - others


def _shape(node: Node) -> str:
    match node:
        case Scalar(value):
            return f"“{value[:40]}”" if value else "nothing"
        case Sequence():
            return "a list"
        case Mapping():
            return "keys with values"


def _wanted(kind: Any) -> str:
    names = {int: "a whole number", bool: "true or false"}
    return names.get(kind, "a text")


def unknown_key(
    place: Place, key: str, near: list[str], known: tuple[str, ...]
) -> Problem:
    """R301: a key that a source file does not have.

    Most often it is misspelled, or indented so that it belongs to something else.
    """
    hint = f"did you mean `{near[0]}`?" if near else "known here: " + ", ".join(known)
    return Problem(place, "R301", f"unknown key `{key}`", hint)


def cut_at_comma(place: Place, rest: str) -> Problem:
    """R310: a comma has cut a text that stands in braces.

    In `{ right: the queen, of course }` YAML takes “of course” for a key. Put the
    text in quotes.
    """
    return Problem(
        place,
        "R310",
        f"a comma has cut off “{rest[:40]}” from the text before it",
        "put the whole text in quotes",
    )


def missing_key(place: Place, key: str, note: str) -> Problem:
    """R302: a key is missing that cannot be left out."""
    return Problem(place, "R302", f"`{key}` is missing", f"`{key}`: {note}")


def wrong_kind(place: Place, key: str, wanted: str, given: str) -> Problem:
    """R303: a value is of another kind than its key takes."""
    where = f"`{key}`" if key else "the file"
    return Problem(place, "R303", f"{where} is {given}", f"it takes {wanted}")


def not_one_of(place: Place, key: str, given: str, words: tuple[str, ...]) -> Problem:
    """R304: a value is not one of the few words that its key takes."""
    near = get_close_matches(given, words, 1, 0.6)
    hint = f"did you mean `{near[0]}`?" if near else "it takes " + ", ".join(words)
    return Problem(place, "R304", f"`{key}` is “{given}”", hint)


def nothing_there(place: Place, what: str, cure: str) -> Problem:
    """R305: a key or the hyphen of a list stands there with nothing behind it."""
    return Problem(place, "R305", f"{what} is empty", cure)


def bad_name(place: Place, key: str, given: str) -> Problem:
    """R306: an id has letters that an id may not have.

    Ids are part of the translators' slots, of file names and links. They are made
    of small letters, digits and hyphens: `four-channels`.
    """
    return Problem(
        place,
        "R306",
        f"`{key}` is “{given}”",
        "use small letters, digits and hyphens: four-channels",
    )


def not_one_line(place: Place, key: str) -> Problem:
    """R307: a text of several paragraphs stands where one line belongs."""
    return Problem(
        place, "R307", f"`{key}` has several paragraphs", "make it one paragraph"
    )


def one_key_of(place: Place, key: str, words: tuple[str, ...]) -> Problem:
    """R308: none, or more than one, of some keys is there, and exactly one belongs."""
    hint = "write exactly one of " + ", ".join(f"`{word}`" for word in words)
    return Problem(place, "R308", f"unclear what this entry of `{key}` is", hint)


def text_in_comment(place: Place, key: str, comment: str) -> Problem:
    """R309: the end of a text is read as a comment.

    In YAML a comment begins with a space and `#`: of `title: Article #5` only
    “Article” is left. Put the text in quotes, or below a `|`. If it is a comment,
    write a space behind the `#`.
    """
    return Problem(
        place,
        "R309",
        f"YAML takes a part of `{key}` for a comment: {comment[:40]}",
        "put the text in quotes; begin a comment with # and a space",
        Severity.WARNING,
    )
