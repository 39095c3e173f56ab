"""A look → the PowerPoint and Word templates of it; ours, and those of institutes."""

from course.write.template.deck import charts, deck
from course.write.template.document import document, paper_chart

__all__ = ["charts", "deck", "document", "paper_chart"]
