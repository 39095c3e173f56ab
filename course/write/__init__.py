"""Arranged decks and sheets → the bytes of files; and bytes → files, safely."""
