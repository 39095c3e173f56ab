"""What holds for a whole document: its language, its type size, its properties."""

from datetime import UTC, datetime

from course.languages import bcp47, is_han, is_right_to_left, office
from course.write.data import as_property
from course.write.docx.paper import TWIPS, Paper
from course.write.docx.xml import found, name_of

OLDEST = datetime(1980, 1, 1, tzinfo=UTC)


def set_voice(paper: Paper) -> None:
    """Set the defaults for the paper's language: its size, pitch, tag and edges."""
    sizes = paper.template.style["paper"]
    script = "han" if paper.is_han else "latin"
    (defaults,) = found(paper.document.styles.element, "w:docDefaults")
    for one in found(defaults, ".//w:sz | .//w:szCs"):
        one.set(name_of("w:val"), str(round(sizes["body"][script] * 2)))
    for one in found(defaults, ".//w:spacing"):
        one.set(name_of("w:line"), str(round(sizes["pitch"][script] * TWIPS)))
    if paper.is_han:
        for one in found(defaults, ".//w:jc"):
            one.set(name_of("w:val"), "both")
    tag = {f"w:{_script(paper.lang)}": office(paper.lang)}
    settings = found(paper.document.settings.element, "w:themeFontLang")
    for one in (*found(defaults, ".//w:lang"), *settings):
        for key, said in tag.items():
            one.set(name_of(key), said)


def _script(lang: str) -> str:
    """Give the name by which Word knows the fonts of a language's script."""
    if is_han(lang):
        return "eastAsia"
    return "bidi" if is_right_to_left(lang) else "val"


def set_properties(paper: Paper) -> None:
    """Say what the document is; there are no dates in it."""
    sheet, core = paper.sheet, paper.document.core_properties
    core.title = as_property(sheet.title)
    core.subject = as_property(sheet.subject)
    core.author = core.last_modified_by = as_property(sheet.author)
    core.language = bcp47(sheet.lang)
    core.revision = 1
    core.comments = ""
    core.created = core.modified = OLDEST
