"""How paragraphs and runs of a Word document say their language and their direction."""

from typing import Any

from course.languages import is_han, is_right_to_left, office

# What stands after the direction among the properties of a paragraph.
AFTER_BIDI = ("w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")


def turn(paragraph: Any, lang: str) -> None:
    """Let a paragraph run as its language does."""
    if is_right_to_left(lang):
        style = paragraph._p.get_or_add_pPr()
        style.insert_element_before(element("w:bidi"), *AFTER_BIDI)


def say_language(run: Any, lang: str) -> None:
    """Let a run say its language, as Word says it for each kind of script."""
    tag = office(lang)
    names = {"w:eastAsia": tag} if is_han(lang) else {"w:val": tag}
    if is_right_to_left(lang):
        names = {"w:bidi": tag}
        run._r.get_or_add_rPr().append(element("w:rtl"))
    run._r.get_or_add_rPr().append(element("w:lang", **names))


def element(tag: str, **attributes: str) -> Any:
    """Give an element of WordprocessingML."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element
