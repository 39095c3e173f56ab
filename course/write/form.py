"""A paper around a workshop → PDF, set by Typst."""

from pathlib import Path
from typing import Any

from course.arrange.forms import Form
from course.write.data import Style, as_data, language
from course.write.typeset import as_json, as_pdf

TEMPLATE = Path("paper", "workshop.typ")


def write(form: Form, templates: Path, style: Style) -> bytes:
    """Give the bytes of a tagged PDF.

    Raises:
        MissingLettersError: letters would be printed as empty boxes.
    """
    data = as_json(_with_languages(as_data(form)))
    return as_pdf(templates, TEMPLATE, form=data, look=as_json(style))


def _with_languages(data: Any) -> Any:
    """Give data with each language tag as what a template must know of it."""
    if isinstance(data, dict):
        return {
            key: language(value) if key == "lang" else _with_languages(value)
            for key, value in data.items()
        }
    return [_with_languages(one) for one in data] if isinstance(data, list) else data
