"""A paper around a workshop → PDF, set by Typst."""

from pathlib import Path

from course.arrange.forms import Form
from course.write.data import Style, as_data, with_languages
from course.write.typeset import as_json, as_pdf

TEMPLATE = Path("paper", "workshop.typ")


def write(form: Form, templates: Path, style: Style) -> bytes:
    """Give the bytes of a tagged PDF.

    Raises:
        MissingLettersError: letters would be printed as empty boxes.
    """
    data = as_json(with_languages(as_data(form)))
    return as_pdf(templates, TEMPLATE, form=data, look=as_json(style))
