"""What a participant works with: all papers of a course in one book, with an index."""

from course.arrange.book.bound import Book, Chapter, workbook

__all__ = ["Book", "Chapter", "workbook"]
