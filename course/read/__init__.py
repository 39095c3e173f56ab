"""Sources on disk → one Course, with everything that is wrong with them at once."""
