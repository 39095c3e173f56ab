"""Parts of a paper as plain data, for templates."""

from dataclasses import fields, is_dataclass
from typing import Any


def as_data(node: Any) -> Any:
    """Give dataclasses as dictionaries that name their kind, and tuples as lists.

    A field that is itself called `kind` comes as `frame`.
    """
    if is_dataclass(node):
        data = {one.name: as_data(getattr(node, one.name)) for one in fields(node)}
        if "kind" in data:
            data["frame"] = data["kind"]
        return {**data, "kind": type(node).__name__}
    if isinstance(node, tuple):
        return [as_data(one) for one in node]
    return list(node) if isinstance(node, bytes) else node
