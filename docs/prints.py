"""Make prints of a report: `python docs/prints.py TEXT LANG FILE`.

TEXT is the report's text in a language, one paragraph a line. FILE is named as `prints`
in the report's register; `course check` then tells what is copied.
"""

import sys
from pathlib import Path

from course.check.copied import prints_of
from course.read.prints import as_file


def main(text: str, lang: str, file: str) -> None:
    """Write the prints of a text."""
    paragraphs = tuple(Path(text).read_text("utf-8").splitlines())
    Path(file).write_bytes(as_file(prints_of(paragraphs, lang)))


if __name__ == "__main__":
    main(*sys.argv[1:])
