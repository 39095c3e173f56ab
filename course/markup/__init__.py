"""The small Markdown inside a text: read once, by Python-Markdown.

The same reader serves the author's words and the translator's. What Markdown
calls a document is here one leaf of a source file: paragraphs, lists, tables and
quotations; bold, emphasis, code and links; and our own citations, `[¶45]` and
`[fn 77]`. Raw HTML, headings and pictures have no place in a leaf.
"""

from course.markup.blocks import text
from course.markup.inline import one_line, words

__all__ = ["one_line", "text", "words"]
