"""What is printed on each page of an answer sheet, in one language or in two."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from course.arrange.answer_sheet.code import SheetCode, SheetNumber, symbol
from course.arrange.answer_sheet.places import AnswerSheet, Page, Row, as_table
from course.arrange.voices import Voices
from course.labels import Labels
from course.wording import dotted


@dataclass(frozen=True, slots=True)
class Told:
    """What a sheet says of its quiz in one language; `code` is how to make a code.

    A sheet in two languages has two of these.
    """

    voices: Voices
    about: str
    code: str = ""

    @property
    def labels(self) -> Labels:
        """The product's own words."""
        return self.voices.wording.labels


@dataclass(frozen=True, slots=True)
class Copy:
    """Whose sheet it is, by number and name; sheet 0 is for anybody."""

    sheet: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Words in a language."""

    lang: str
    text: str


Roles = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page's codes; its words, by what they are; and what its pictures are.

    Codes are rows of bits, 1 is dark. A stencil has none, but rings: the left upper
    corners of right bubbles.
    """

    page: int
    words: Mapping[str, tuple[Line, ...]]
    alts: Mapping[str, str]
    qr: tuple[str, ...] = ()
    strip: str = ""
    rings: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """Pages to print, and the table that says where all stands on them."""

    lang: str
    title: str
    subject: str
    author: str
    table: Mapping[str, object]
    pages: tuple[PrintedPage, ...]
    ring: Mapping[str, float] = field(default_factory=dict)


def printed(
    sheet: AnswerSheet,
    told: Sequence[Told],
    author: str,
    copies: Sequence[Copy] = (Copy(),),
) -> PrintedSheet:
    """Give the sheet for learners: one for anybody, or one for each of them."""
    first = told[0]
    return PrintedSheet(
        first.voices.lang,
        dotted(first.about, first.labels.answer_sheet),
        first.about,
        author,
        as_table(sheet),
        tuple(_page(sheet, page, told, one) for one in copies for page in sheet.pages),
    )


def spoken(told: Sequence[Told], roles: Sequence[Roles]) -> dict[str, tuple[Line, ...]]:
    """Join what is said in each language, role by role."""
    return {
        role: tuple(
            Line(one.voices.lang, text)
            for one, said in zip(told, roles, strict=True)
            for text in said[role]
        )
        for role in roles[0]
    }


def ends(sheet: AnswerSheet, number: SheetNumber, words: Labels) -> Roles:
    """Say what stands at the edges of a learner's sheet and of a stencil alike."""
    pages = len(sheet.pages)
    version = words.variant.format(version=sheet.variant)
    return {
        "variant": (version,) if sheet.variant else (),
        "page": (words.page.format(page=number.page, pages=pages),),
        "digits": (words.sheet_number.format(digits=number.for_people),),
    }


def _page(
    sheet: AnswerSheet, page: Page, told: Sequence[Told], copy: Copy
) -> PrintedPage:
    number = SheetNumber(sheet.edition, copy.sheet, page.number)
    code = SheetCode(sheet.quiz, sheet.variant, number, len(sheet.pages))
    roles = [
        {**ends(sheet, number, one.labels), **_said(sheet, one, copy)} for one in told
    ]
    return PrintedPage(
        page.number,
        spoken(told, roles),
        _alts(page, told[0].labels, code),
        symbol(code.text, page.qr.columns),
        number.strip,
    )


def _said(sheet: AnswerSheet, told: Told, copy: Copy) -> Roles:
    words = told.labels
    name = f"{words.name}{words.colon}{copy.name}" if copy.name else words.name
    return {
        "title": (words.answer_sheet,),
        "about": (told.about,),
        "name": (name,),
        "date": (words.date,),
        "code_how": (told.code,),
        "field": (_field(sheet.pages[0], words),),
        "how": _how(sheet, told),
        "right_example": (words.filled_right,),
        "wrong_example": (words.filled_wrong,),
    }


def _is_coded(page: Page) -> bool:
    return any(one.name == "code" for one in page.fields)


def _field(page: Page, words: Labels) -> str:
    return words.own_code if _is_coded(page) else words.learner_number


def _how(sheet: AnswerSheet, told: Told) -> tuple[str, ...]:
    """Say how to fill in, line by line."""
    words = told.labels
    page = sheet.pages[0]
    write = words.fill_code if _is_coded(page) else words.fill_number
    return (
        *([write] if page.fields else []),
        words.fill_pencil,
        words.fill_one,
        *_of_kinds([row for one in sheet.pages for row in one.rows], told),
        words.fill_change,
        words.fill_keep,
    )


def _of_kinds(rows: Sequence[Row], told: Told) -> Iterator[str]:
    """Say what the rows of some kinds of questions are for."""
    words = told.labels
    for kind, text in (("match", words.fill_match), ("order", words.fill_order)):
        found = [row.label for row in rows if row.kind == kind]
        if found:
            yield text.format(first=found[0], second=found[min(1, len(found) - 1)])
    kinds = {row.kind for row in rows}
    if "judge" in kinds:
        yield words.fill_judge
    if "attitude" in kinds:
        least, most = words.disagree_strongly, words.agree_strongly
        yield words.fill_scale.format(least=least, most=most)
    marked = [row.number for row in rows if row.kind in ("fill", "short")]
    if marked:
        yield words.fill_marker.format(numbers=told.voices.wording.numbers(marked))


def _alts(page: Page, words: Labels, code: SheetCode) -> dict[str, str]:
    """Say what each picture is to those who do not see it."""
    labels = [row.label for row in page.rows]
    rows = words.rows_alt.format(first=labels[0], last=labels[-1]) if labels else ""
    name = words.field_alt.format(name=_field(page, words))
    return {
        "qr": words.qr_alt.format(text=code.text),
        "strip": words.strip_alt.format(digits=code.number.for_people),
        "field": name if page.fields else "",
        "rows": rows,
        "examples": words.examples_alt if page.examples else "",
    }
