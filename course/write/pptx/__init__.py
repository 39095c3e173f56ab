"""An arranged Deck → a PowerPoint file, native throughout."""

from course.write.pptx.package import Template, write

__all__ = ["Template", "write"]
