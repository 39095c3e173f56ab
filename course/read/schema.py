"""The classes of the model → a JSON Schema, for help and checks while typing."""

import json
from dataclasses import is_dataclass
from types import NoneType
from typing import Any, Literal, TypeAlias, get_args, get_origin

from course.model import About, CourseText, Frame, Glossary, ModuleText, Report
from course.read.decode import NAME, is_union, keys, required, unwrapped
from course.text import Text, Words
from course.theme import ThemeText
from course.workshop import WorkshopText

Schema: TypeAlias = dict[str, Any]
ROOTS: dict[str, type] = {
    "course": CourseText,
    "module": ModuleText,
    "report": Report,
    "workshop": WorkshopText,
    "theme": ThemeText,
    "glossary": Glossary,
    "frame": Frame,
}


def schema(kind: type) -> str:
    """Give the JSON Schema of one kind of source file, as JSON text."""
    found: dict[str, Schema] = {}
    root = _object(kind, found)
    whole = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": root.pop("title"),
        **root,
        "definitions": dict(sorted(found.items())),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _object(kind: type, found: dict[str, Schema]) -> Schema:
    doc = (kind.__doc__ or "").strip().split("\n")[0]
    known = keys(kind)
    return {
        "title": kind.__name__,
        "description": doc,
        "type": "object",
        "additionalProperties": False,
        "required": [word for word, (one, _) in known.items() if required(one)],
        "properties": {word: _of(hint, found) for word, (_, hint) in known.items()},
    }


def _of(hint: Any, found: dict[str, Schema]) -> Schema:
    kind, about, named = unwrapped(hint)
    made = _bare(kind, about, found)
    if named:
        made["pattern"] = f"^{NAME.pattern}$"
    if about:
        made = {"description": about.note, **made}
    return made


def _bare(kind: Any, about: About | None, found: dict[str, Schema]) -> Schema:
    origin = get_origin(kind)
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin is tuple:
        item = _bare(*unwrapped(get_args(kind)[0])[:1], about, found)
        some = {"minItems": 1} if about and about.some else {}
        return {"anyOf": [{"type": "array", "items": item, **some}, item]}
    if is_union(kind):
        classes = [one for one in get_args(kind) if one is not NoneType]
        return {"anyOf": [_bare(one, None, found) for one in classes]}
    if kind in (Text, Words, str):
        # YAML reads an unquoted 2019 or yes as no text; the course does not mind.
        return {"type": ["string", "number", "boolean"]}
    if kind is int:
        least = {"minimum": about.least} if about and about.least is not None else {}
        return {"type": "integer", **least}
    if kind is bool:
        return {"type": "boolean"}
    assert is_dataclass(kind), kind
    name = kind.__name__  # type: ignore[union-attr]
    if name not in found:
        found[name] = {}
        found[name] = _object(kind, found)  # type: ignore[arg-type]
    return {"$ref": f"#/definitions/{name}"}
