"""What can be wrong with the markup of a text."""

from course.problems import Place, Problem

MOST_LEVELS = 4
MOST_SHOWN = 40


def misplaced(place: Place, what: str) -> Problem:
    """M101: a heading, a rule or a picture stands inside a text.

    A leaf of a source file holds paragraphs, lists, tables and quotations. A
    heading is the title of a topic; a picture is a slide of its own
    (`layout: picture`).
    """
    return Problem(
        place,
        "M101",
        f"{what} in a text",
        "a text has paragraphs, lists and tables only",
    )


def long_item(place: Place) -> Problem:
    """M102: a list item holds more than one paragraph.

    Slides and handouts set an item as one block. Make it one paragraph, or part
    it in two items.
    """
    return Problem(
        place,
        "M102",
        "a list item of several paragraphs",
        "keep one paragraph per item",
    )


def raw_html(place: Place, tag: str) -> Problem:
    """M103: HTML stands in a text.

    It would be printed letter by letter. Use Markdown: `**bold**`, `*emphasis*`,
    `[words](https://…)`. Put a code sign around it to speak about it: `` `<b>` ``.
    """
    return Problem(
        place, "M103", f"HTML in a text: {tag}", "use Markdown marks instead"
    )


def unread_list(place: Place) -> Problem:
    """M104: a list follows a paragraph without an empty line between them.

    Markdown then reads the list as part of the paragraph.
    """
    return Problem(
        place,
        "M104",
        "a list without an empty line above it",
        "put an empty line above",
    )


def lonely_stars(place: Place, letters: str) -> Problem:
    """M105: two stars that make nothing bold.

    Bold begins and ends with `**`, without a space on the inner side.
    """
    return Problem(
        place,
        "M105",
        f"two stars without a partner: “{letters.strip()[:40]}”",
        "write **bold words**, with no space inside the stars",
    )


def unreadable_citation(place: Place, what: str) -> Problem:
    """M106: a citation that cannot be read.

    It is written `[¶45]`, `[¶42, 44–46]`, `[fn 77]` or `[¶45; fn 77]`, in square
    brackets. To speak about a paragraph without citing it, write “paragraph 45”.
    """
    shown = what if len(what) <= MOST_SHOWN else f"{what[:MOST_SHOWN]}…"
    return Problem(
        place,
        "M106",
        f"a citation that cannot be read: {shown}",
        "write [¶45], [¶42, 44–46], [fn 77] or [¶45; fn 77]",
    )


def too_deep(place: Place) -> Problem:
    """M108: a list stands in a list, and so on, deeper than anybody can follow.

    Four levels are the most that slides and papers can show, of lists as of
    quotations. Part the list, or make a paragraph of what is below.
    """
    return Problem(
        place,
        "M108",
        f"a list or a quotation more than {MOST_LEVELS} levels deep",
        "part it, or tell in a paragraph what is below",
    )


def odd_link(place: Place, link: str) -> Problem:
    """M107: a link leads nowhere from a slide or a page that is passed on.

    A link begins with `https://`, `http://` or `mailto:`.
    """
    return Problem(
        place,
        "M107",
        f"a link that works nowhere else: {link}",
        "begin it with https://, http:// or mailto:",
    )


def quoted_block(place: Place) -> Problem:
    """M109: a list, a table or a heading stands in a quotation.

    A quotation holds paragraphs only; the rest would not be shown.
    """
    return Problem(
        place,
        "M109",
        "a quotation holds more than paragraphs",
        "write it as prose, or end the quotation above it",
    )


def uneven_row(place: Place, written: int, wanted: int) -> Problem:
    r"""M110: a row of a table has more or fewer cells than its head.

    Cells too many would not be shown. A `|` inside a cell is written `\|`.
    """
    return Problem(
        place,
        "M110",
        f"cells in this row: {written}, not {wanted} as in the head",
        r"give each column one cell; write a | inside a cell as \|",
    )


def unread_table(place: Place) -> Problem:
    """M111: a table that is read as a paragraph.

    It needs an empty line above, and below its head a line `|---|---|` with as many
    columns as the head.
    """
    return Problem(
        place,
        "M111",
        "a table that is read as a paragraph",
        "put an empty line above, and |---|---| below the head, one for each column",
    )


def late_start(place: Place, first: str) -> Problem:
    """M112: a numbered list does not begin with 1.

    It would be printed with other numbers: each list counts from 1. Paragraphs
    between its items end a list.
    """
    return Problem(
        place,
        "M112",
        f"a list that begins with {first}",
        rf"begin with 1; if it is no list, write {first}\.",
    )


def numbers_below(place: Place) -> Problem:
    """M113: a numbered list stands inside a list.

    Lists inside a list have bullets, so its numbers would be lost.
    """
    return Problem(
        place,
        "M113",
        "a numbered list inside a list",
        "begin its lines with a hyphen, or make it a list of its own",
    )


def odd_list(place: Place, sign: str) -> Problem:
    """M114: lines begin with a sign that makes no list: `1)`, `1、` or `•`.

    They would be printed as one paragraph.
    """
    return Problem(
        place,
        "M114",
        f"a list that is read as a paragraph: {sign}",
        "begin its lines with `1.` or `-` and a space",
    )


def unread_list_below(place: Place) -> Problem:
    """M115: a list below this item is read as part of its words.

    A list inside a list is indented by two spaces; a list of another kind has an
    empty line above it.
    """
    return Problem(
        place,
        "M115",
        "a list that is read as part of the item above it",
        "indent it by two spaces; if it is a new list, put an empty line above",
    )
