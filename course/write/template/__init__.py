"""A look → the PowerPoint and Word templates of it; ours, and those of institutes."""

from course.write.template.deck import charts, deck
from course.write.template.document import document, paper_chart
from course.write.template.logo import with_logo

__all__ = ["charts", "deck", "document", "paper_chart", "with_logo"]
