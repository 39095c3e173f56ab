"""Numberings of the template, begun anew where a list does."""

from copy import deepcopy
from typing import Any

from course.write.docx.paper import QUESTIONS, Paper
from course.write.docx.xml import found, name_of, style_of


def restarted(paper: Paper, kind: int, first: int = 1) -> int:
    """Give the id of a numbering of the template's that begins with a number."""
    numbering = paper.document.part.numbering_part.element
    (base,) = found(numbering, f"w:num[@w:numId={kind}]/w:abstractNumId/@w:val")
    num = numbering.add_num(int(base))
    num.add_lvlOverride(0).add_startOverride(first)
    return int(num.numId)


def count_on(paper: Paper, number: int) -> None:
    """Let the next question bear a number: the next one, unless a list begins anew."""
    if number != paper.asked + 1:
        paper.questions = restarted(paper, QUESTIONS, number)
    paper.asked = number


def keep_indents(paper: Paper, paragraph: Any) -> Any:
    """Keep the indents of a paragraph's style: those of a numbering are others."""
    look = style_of(paragraph)
    name = look.find(name_of("w:pStyle")).get(name_of("w:val"))
    styles = paper.document.styles.element
    for one in found(styles, f"w:style[@w:styleId='{name}']/w:pPr/w:ind"):
        look.append(deepcopy(one))
    return paragraph
