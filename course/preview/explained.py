"""What each code of a problem means: the docstrings of the functions that make them."""

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CODE = re.compile(r"^([A-Z]\d{3}): ")
SOURCE = Path(__file__).parents[1]


@cache
def codes() -> dict[str, str]:
    """Give each code and its docstring, from the code's source."""
    found: dict[str, str] = {}
    for doc in _docstrings():
        match = CODE.match(doc)
        if match:
            assert match[1] not in found, f"{match[1]} stands twice"
            found[match[1]] = doc[match.end() :]
    return dict(sorted(found.items()))


def explained(code: str) -> tuple[str, str]:
    """Give what a problem is, as a sentence, and more about it."""
    head, _, body = codes().get(code, "").partition("\n")
    return head[:1].upper() + head[1:], " ".join(body.split())


def _docstrings() -> Iterator[str]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield inspect.cleandoc(ast.get_docstring(node) or "")
