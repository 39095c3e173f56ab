"""An arranged Sheet → a Word document with real styles, made from the template."""

from course.write.docx.document import write
from course.write.docx.template import Template, on_paper

__all__ = ["Template", "on_paper", "write"]
