"""The page that shows translators each message, its problems, and where it appears."""
