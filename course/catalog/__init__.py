"""Translations on disk: PO files, read and written by Babel, merged by slot."""
