"""What can be wrong with a file that comes back from a translator."""

from course.problems import Place, Problem, Severity


def not_ours(place: Place, what: str) -> Problem:
    """X101: a file is none that `course translate export` has made.

    What comes back must be the file that went out, filled in and saved in its own
    kind: XLIFF 2, Word (.docx) or Excel (.xlsx).
    """
    return Problem(
        place,
        "X101",
        f"not a file of ours: {what}",
        "fill in a file that `course translate export` has made",
    )


def old_office(place: Place) -> Problem:
    """X102: a file was saved as .doc or .xls, or with a password."""
    return Problem(
        place,
        "X102",
        "saved in an old kind of Office file, or with a password",
        "save it as .docx or .xlsx, without a password",
    )


def damaged(place: Place, reason: str) -> Problem:
    """X103: a file is damaged: it was cut off, or edited as text.

    Open it in the program it was filled in with, and save it again; or take back an
    older copy.
    """
    return Problem(
        place, "X103", f"damaged: {reason}", "save it again, or take an older copy"
    )


def harmful(place: Place, what: str) -> Problem:
    """X104: a file holds what no translator's program writes, and what could do harm.

    A document type with entities could read other files or fill the memory; so could a
    zip file that is far larger than it looks. Nothing of it is read.
    """
    return Problem(
        place, "X104", f"not read: {what}", "export the messages anew, and fill them in"
    )


def other_language(place: Place, pair: str, meant: str) -> Problem:
    """X105: a file is in a language that the course is not translated into.

    Or it was made from another source language. Perhaps it belongs to another course;
    `course new language` adds a language to this one.
    """
    return Problem(
        place,
        "X105",
        f"the file goes {pair}; this course goes {meant}",
        "import it in the course that it was exported from",
    )


def two_translations(place: Place, slot: str, one: str, other: str) -> Problem:
    """X106: one message came back with two new translations.

    A row was copied and both were filled in, or two files hold the same message.
    """
    return Problem(
        place,
        "X106",
        f"{slot}: two translations: “{one}”, “{other}”",
        "keep one of them, and import again",
    )


def not_text(place: Place, what: str) -> Problem:
    """X107: a cell for a translation holds no text, but a date or a formula.

    Excel turns some typed text into dates. Give the cell the format Text, and type it
    again.
    """
    return Problem(
        place,
        "X107",
        f"the cell holds {what}",
        "give it the format Text, and type the translation again",
    )


def source_edited(place: Place, slot: str) -> Problem:
    """X108: the source text was changed in a file that came back.

    Only translations are taken. The course's own words are in `modules/`: tell the
    author what is wrong with them.
    """
    return Problem(
        place,
        "X108",
        f"{slot}: the source was changed in the file; only translations are taken",
        "tell the author of the course what should change",
        Severity.WARNING,
    )


def conflict(place: Place, slot: str, file: str, own: str, where: Place) -> Problem:
    """X109: a message was translated in the file and, since the export, here as well.

    The PO file keeps what it has. To take the other text, put it into the PO file, or
    export the message again and change it there.
    """
    return Problem(
        place,
        "X109",
        f"{slot}: changed here and there: the file has “{file}”, {where} keeps “{own}”",
        "choose one, and write it into the PO file",
        Severity.WARNING,
    )


def moved_on(place: Place, slot: str) -> Problem:
    """X110: the source of a message has changed since it was exported.

    Its translation is taken, but as fuzzy, with the source it was made for.
    """
    return Problem(
        place,
        "X110",
        f"{slot}: the source has changed since the export; taken as fuzzy",
        "look at it again: `course translate export --only fuzzy`",
        Severity.WARNING,
    )


def gone(place: Place, slot: str, target: str) -> Problem:
    """X111: the course has no place any more for a message that came back.

    Its translation is kept in the PO file as obsolete, and comes back with its text.
    """
    return Problem(
        place,
        "X111",
        f"{slot}: this text is no longer in the course: “{target}”",
        "nothing to do: it is kept at the end of the PO file",
        Severity.WARNING,
    )


def emptied(place: Place, slot: str) -> Problem:
    """X112: a translation was deleted in a file that came back; it is kept here.

    To take a translation away, empty it in the PO file.
    """
    return Problem(
        place,
        "X112",
        f"{slot}: the translation is empty in the file; the PO file keeps its own",
        "to take it away, empty it in the PO file",
        Severity.WARNING,
    )


def lost_code(place: Place, slot: str) -> Problem:
    """X113: an XLIFF file has lost what one of its inline codes stands for.

    The code stands for a mark such as `**` or a citation; without it the translation
    would be wrong. Put the code in again from the source, in the CAT tool.
    """
    return Problem(
        place,
        "X113",
        f"{slot}: a code in the translation stands for nothing",
        "copy the code from the source again",
    )


def half_done(place: Place, slot: str) -> Problem:
    """X114: a message was parted into segments, and not all of them are translated.

    It is left out, since half a sentence is no translation.
    """
    return Problem(
        place,
        "X114",
        f"{slot}: only a part of it is translated",
        "translate all its segments, and import again",
        Severity.WARNING,
    )


def formatted(place: Place, slot: str) -> Problem:
    """X115: words are bold or italic in Word, which is not taken along.

    Bold is written `**so**`, italic `*so*`: as it stands in the source.
    """
    return Problem(
        place,
        "X115",
        f"{slot}: bold or italic of Word is not taken",
        "write **bold** or *italic*, as the source does",
        Severity.WARNING,
    )


def work_in_it(place: Place, count: int) -> Problem:
    """X116: an export would overwrite a file that holds work not yet imported.

    Or work that was refused, since the PO file had a newer translation.
    """
    return Problem(
        place,
        "X116",
        f"the file holds translations that are not imported: {count}",
        "import it, move it away, or export with another --out",
    )


def no_slot(place: Place, what: str) -> Problem:
    """X117: a row holds a translation, but does not say of what.

    Its slot was deleted, or somebody added the row. It is left out.
    """
    return Problem(
        place,
        "X117",
        f"a translation without a slot: “{what}”",
        "put it into the row of its source",
        Severity.WARNING,
    )


def unknown_state(place: Place, what: str) -> Problem:
    """X118: a message's state is none that we know; it is taken as not changed."""
    return Problem(
        place,
        "X118",
        f"no such state: “{what}”",
        "write new, needs review or translated",
        Severity.WARNING,
    )
