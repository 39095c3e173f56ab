"""A Word document → rows: changes that are still tracked count as accepted."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from course.exchange.opened import first_problem
from course.exchange.problems import damaged, formatted, not_ours, unknown_state
from course.exchange.row import Fingerprint, Part, Row, State, clean
from course.exchange.write_docx import DOT, MAIN, SHARES
from course.problems import Place, Problem, SourceError

W = f"{{{MAIN}}}"
# What is not read: what was deleted or moved away, and what is no text.
PASSED_OVER = {
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "txbxContent")
}
LETTERS = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
}


def read(data: bytes, place: Place) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    """Give the parts of a document, a table each, and what is wrong with its rows.

    Raises:
        SourceError: it is damaged, or no document of ours.
    """
    from docx import Document

    try:
        body = Document(BytesIO(data)).element.body
    except Exception as error:
        # python-docx raises whatever a wrong file makes it stumble over.
        raise SourceError([damaged(place, first_problem(error))]) from error
    found: list[Problem] = []
    joined: dict[tuple[str, str, str], list[Row]] = {}
    for table in body.iter(f"{W}tbl"):
        rows = list(_rows_of(table))
        head = _head(rows[0]) if rows else None
        if head:
            # A table that was parted in two, and its halves, are one part.
            held = joined.setdefault(head, [])
            held += _read(rows[1:], Place(f"{place.file}#{head[0]}"), found)
    if not joined:
        raise SourceError([not_ours(place, "no table has our columns")])
    parts = tuple(Part(*head, tuple(rows)) for head, rows in joined.items())
    return parts, tuple(found)


def _rows_of(table: Any) -> Iterator[Any]:
    """Give a table's own rows, without those that were deleted."""
    for row in table.xpath("./w:tr | ./w:sdt/w:sdtContent/w:tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def _cells_of(row: Any) -> list[Any]:
    return list(row.xpath("./w:tc | ./w:sdt/w:sdtContent/w:tc"))


def _head(row: Any) -> tuple[str, str, str] | None:
    """Give name and languages of a table's part, if its first row tells them."""
    cells = [" ".join(_paragraphs(cell)).strip() for cell in _cells_of(row)[:2]]
    words = [cell.split(DOT) for cell in cells]
    match words:
        case [[_, source, name], [_, lang]]:
            return name.strip(), source.strip(), lang.strip()
        case _:
            return None


def _read(rows: list[Any], place: Place, found: list[Problem]) -> Iterator[Row]:
    for number, row in enumerate(rows, 2):
        here = Place(place.file, number)
        cells = _cells_of(row)
        texts = [list(_paragraphs(cell)) for cell in cells]
        if len(cells) == len(SHARES):
            yield from _row(texts, cells[1], here, found)
        elif any(Fingerprint.read(text) for cell in texts for text in cell):
            what = f"a row of {len(cells)} cells, not of {len(SHARES)}"
            found.append(damaged(here, what))


def _row(
    texts: list[list[str]], cell: Any, place: Place, found: list[Problem]
) -> Iterator[Row]:
    left, middle, right = texts
    first, *rest = [*left, ""]
    slot = first.partition(DOT)[0].strip()
    mark = Fingerprint.read(first)
    source = rest[0]
    target = clean("\n".join(middle), source)
    if not (mark or target):
        return
    if _is_formatted(cell):
        found.append(formatted(place, slot))
    yield Row(
        slot=slot if mark else "",
        source=clean(source, ""),
        target=target,
        state=_state(right, mark, place, found),
        comment=tuple(line for text in right[1:] for line in text.splitlines()),
        mark=mark,
        place=Place(place.file, place.line, 2),
    )


def _state(
    right: list[str], mark: Fingerprint | None, place: Place, found: list[Problem]
) -> State:
    before = mark.state if mark else State.NEW
    written = right[0].strip().lower() if right else ""
    known = {state.value: state for state in State}
    if written and written not in known:
        found.append(unknown_state(Place(place.file, place.line, 3), written))
    return known.get(written, before)


def _paragraphs(cell: Any) -> Iterator[str]:
    for paragraph in cell.iter(f"{W}p"):
        yield "".join(_letters(paragraph))


def _letters(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in PASSED_OVER:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in LETTERS:
            yield LETTERS[child.tag]
        else:
            yield from _letters(child)


def _is_formatted(cell: Any) -> bool:
    """Tell whether some words of a translation are bold or italic in Word."""
    for run in cell.iter(f"{W}r"):
        for name in ("b", "i"):
            mark = run.find(f"{W}rPr/{W}{name}")
            is_on = mark is not None and mark.get(f"{W}val") not in (
                "0",
                "false",
                "off",
            )
            if is_on and "".join(_letters(run)).strip():
                return True
    return False
