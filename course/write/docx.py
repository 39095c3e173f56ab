"""An arranged Sheet → a Word document with real styles, made from the template."""

from io import BytesIO
from typing import Any, assert_never

from course.arrange.sheet import (
    BarFigure,
    Blanks,
    Contents,
    CutCards,
    Fields,
    FormTable,
    Framed,
    Heading,
    Item,
    KeyStrip,
    Line,
    MatchItem,
    Part,
    PhotoFigure,
    Point,
    Points,
    Prompt,
    Prose,
    Quoted,
    Section,
    Sheet,
    Shown,
    Sources,
    Step,
    TableFigure,
    Tick,
)
from course.languages import bcp47, is_han, is_right_to_left
from course.text import Span
from course.write.archive import repack
from course.write.bidi import element, say_language, turn
from course.write.data import as_address, as_property

HYPERLINK = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
)
MOST_ROWS_TOGETHER = 12
BOX = "☐"
CARDS_A_ROW = 2


def write(sheet: Sheet, template: bytes) -> bytes:
    """Give the bytes of a Word document."""
    document = _Document(sheet, template)
    for section in sheet.sections:
        document.section(section)
    return document.bytes()


class _Document:
    """A python-docx document that is being filled."""

    def __init__(self, sheet: Sheet, template: bytes) -> None:
        from docx import Document

        self.sheet = sheet
        self.document: Any = Document(BytesIO(template))
        self.at: Any = self.document
        self.lang = sheet.lang
        page: Any = self.document.sections[0]
        self.column = page.page_width - page.left_margin - page.right_margin
        self._running_heads()
        self._properties()

    def section(self, section: Section) -> None:
        """Add a section's parts, in its language."""
        self.lang = section.lang
        if section.mark:
            self._paragraph("Not translated", Line((Span(section.mark),)))
        for part in section.parts:
            self._part(part)

    def bytes(self) -> bytes:
        """Give the document's bytes; they hold no date."""
        stream = BytesIO()
        self.document.save(stream)
        return repack(stream.getvalue())

    def _part(self, part: Part) -> None:
        match part:
            case Heading() | Prose() | Points() | Quoted():
                self._text(part)
            case TableFigure():
                self._table(part)
            case BarFigure():
                self._bars(part)
            case PhotoFigure():
                self._photo(part)
            case Framed():
                self._framed(part)
            case Sources():
                self._sources(part)
            case Blanks() | Prompt() | FormTable() | CutCards():
                self._to_fill(part)
            case Item():
                self._item(part)
            case Fields() | KeyStrip() | MatchItem() | Contents() | Step() | Shown():
                raise NotImplementedError(f"{type(part).__name__} on a Word document")
            case never:
                assert_never(never)

    def _text(self, part: Heading | Prose | Points | Quoted) -> None:
        match part:
            case Heading(text, level, is_on_new_page):
                paragraph = self._paragraph(f"Heading {level}", text)
                paragraph.paragraph_format.page_break_before = is_on_new_page or None
            case Prose(text, small):
                self._paragraph("Small print" if small else "Normal", text)
            case Points(points, ordered):
                self._points(points, ordered=ordered)
            case Quoted(lines):
                for line in lines:
                    self._paragraph("Quote", line)

    def _to_fill(self, part: Blanks | Prompt | FormTable | CutCards) -> None:
        match part:
            case Blanks(count):
                for _ in range(count):
                    self._paragraph("Line to write on", Line(()))
            case Prompt(text, lines):
                self._paragraph("Normal", text).paragraph_format.keep_with_next = True
                self._to_fill(Blanks(lines))
            case FormTable():
                self._form(part)
            case CutCards():
                self._cut_cards(part)

    def _sources(self, part: Sources) -> None:
        for entry in part.entries:
            mark = (Span(f"{entry.mark}  ", strong=True),) if entry.mark else ()
            self._paragraph("Source entry", Line((*mark, *entry.text.spans)))

    def _paragraph(self, style: str, line: Line) -> Any:
        paragraph = self.at.add_paragraph(style=style)
        turn(paragraph, self.lang)
        for span in line.spans:
            self._run(paragraph, span)
        if line.cite:
            words = self.sheet.words.parenthesis.format(words=line.cite)
            self._run(paragraph, Span(f" {words}"), style="Citation")
        return paragraph

    def _run(self, paragraph: Any, span: Span, style: str | None = None) -> None:
        run = paragraph.add_run(span.text, style=style)
        italic = span.emphasis and not is_han(self.lang)
        if span.strong or (span.emphasis and not italic):
            run.bold = True
            run.font.cs_bold = is_right_to_left(self.lang) or None
        if italic:
            run.italic = True
            run.font.cs_italic = is_right_to_left(self.lang) or None
        say_language(run, self.lang)
        if span.link:
            self._link(paragraph, run, span.link)

    def _link(self, paragraph: Any, run: Any, target: str) -> None:
        run.style = "Hyperlink"
        part, address = paragraph.part, as_address(target)
        rel_id = part.relate_to(address, HYPERLINK, is_external=True)
        link = element("w:hyperlink", **{"r:id": rel_id})
        run._r.addprevious(link)
        link.append(run._r)

    def _points(
        self, points: tuple[Point, ...], *, ordered: bool, level: int = 0
    ) -> None:
        style = "List Number" if ordered else "List Bullet"
        number = self._new_number() if ordered else None
        for point in points:
            paragraph = self._paragraph(style, point.text)
            if number is not None or level:
                _numbered(paragraph, number or 1, level)
            self._points(point.points, ordered=False, level=level + 1)

    def _new_number(self) -> int:
        """Give the id of a numbering that begins at one again."""
        return _restart(self.document.part.numbering_part.element)

    def _table(self, part: TableFigure) -> None:
        if part.caption:
            self._paragraph("Caption", Line((Span(part.caption),)))
        table = self._new_table(len(part.rows) + 1, part.columns, "Course Table")
        _repeat_header(table.rows[0])
        for row, cells in zip(table.rows, (part.head, *part.rows), strict=True):
            _keep_whole(row)
            for cell, line, numeric in zip(row.cells, cells, part.numeric, strict=True):
                self._cell(cell, line, right=numeric)
        _keep_together(table)
        self._gap()

    def _form(self, part: FormTable) -> None:
        """Add a table to fill in; boxes are letters, so that they can be ticked."""
        from docx.shared import Pt

        table = self._new_table(len(part.rows) + 1, part.columns, "Course Table")
        _repeat_header(table.rows[0])
        for row, cells in zip(table.rows, (part.head, *part.rows), strict=True):
            _keep_whole(row)
            if len(cells) == 1 < len(part.columns):
                row.cells[0].merge(row.cells[-1])
            elif cells is not part.head:
                row.height = Pt(part.height)
            for cell, one in zip(row.cells, cells, strict=False):
                line = Line((Span(BOX),)) if isinstance(one, Tick) else one
                self._cell(cell, line, right=False)
        self._gap()

    def _item(self, part: Item) -> None:
        """Add a question without its key: boxes are letters, to be ticked."""
        for one in part.scenario:
            self._part(one)
        number = Span(f"{part.number}. ", strong=True)
        stem = self._paragraph("Normal", Line((number, *part.stem.spans)))
        stem.paragraph_format.keep_with_next = True
        for answer in part.answers:
            mark = Span(f"{BOX} {answer.letter}  ")
            option = self._paragraph("Normal", Line((mark, *answer.text.spans)))
            option.paragraph_format.keep_with_next = answer is not part.answers[-1]

    def _cut_cards(self, part: CutCards) -> None:
        """Add cards in a table whose lines are to be cut along."""
        rows = -(-len(part.cards) // CARDS_A_ROW)
        shares = (1 / CARDS_A_ROW,) * CARDS_A_ROW
        table = self._new_table(rows, shares, "Card Table")
        for row in table.rows:
            _keep_whole(row)
        cells = [cell for row in table.rows for cell in row.cells]
        outer = self.at
        for cell, card in zip(cells, part.cards, strict=False):
            self.at = cell
            self._paragraph("Normal", card.text)
            self._points(card.points, ordered=False, level=1)
            empty = cell.paragraphs[0]._p
            empty.getparent().remove(empty)
        self.at = outer
        self._gap()

    def _bars(self, part: BarFigure) -> None:
        """Give a chart as its table of data: Word has no chart in python-docx."""
        self._paragraph("Caption", Line((Span(part.caption),)))
        table = self._new_table(len(part.bars) + 1, (0.6, 0.4), "Course Table")
        _repeat_header(table.rows[0])
        head = (part.label_head, part.unit)
        rows = (head, *((bar.label, bar.written) for bar in part.bars))
        for row, texts in zip(table.rows, rows, strict=True):
            _keep_whole(row)
            for cell, text, right in zip(row.cells, texts, (False, True), strict=True):
                self._cell(cell, Line((Span(text),)), right=right)
        _keep_together(table)
        self._paragraph("Figure source", Line((Span(part.source),)))

    def _photo(self, part: PhotoFigure) -> None:
        from docx.shared import Pt

        run = self.at.add_paragraph(style="Picture").add_run()
        scale = min(1, self.column / Pt(part.width))
        size = (Pt(part.width * scale), Pt(part.height * scale))
        inline = run.add_picture(BytesIO(part.data), *size)._inline
        inline.docPr.set("descr", part.alt)
        for side in "TBLR":
            inline.set(f"dist{side}", "0")
        self._paragraph("Picture caption", Line((Span(part.caption),)))

    def _framed(self, part: Framed) -> None:
        kind = "Editor" if part.role == "editor" else "Box"
        self._gap()
        table = self._new_table(1, (1.0,), f"{kind} Table")
        _keep_whole(table.rows[0])
        cell = table.rows[0].cells[0]
        outer, self.at = self.at, cell
        first = cell.paragraphs[0]
        first.style = f"{kind} title"
        turn(first, self.lang)
        self._run(first, Span(part.title))
        for one in part.parts:
            self._part(one)
        cell.paragraphs[-1].paragraph_format.space_after = 0
        self.at = outer
        self._gap()

    def _gap(self) -> None:
        """Give a table air, and part it from a table that follows."""
        self._paragraph("Gap", Line(()))

    def _new_table(self, rows: int, columns: tuple[float, ...], style: str) -> Any:
        from docx.oxml.ns import qn

        table = self.document.add_table(rows=rows, cols=len(columns))
        table.style = style
        table.autofit = False
        for column, share in zip(table.columns, columns, strict=True):
            column.width = round(share * self.column)
            for cell in column.cells:
                cell.width = round(share * self.column)
        if is_right_to_left(self.lang):
            style_name = table._tbl.tblPr.find(qn("w:tblStyle"))
            style_name.addnext(element("w:bidiVisual"))
        return table

    def _cell(self, cell: Any, line: Line, *, right: bool) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        outer, self.at = self.at, cell
        paragraph = self._paragraph("Table text", line)
        # Word counts from where lines begin: from the right, that is numbers' own side.
        if right and not is_right_to_left(self.lang):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        empty = cell.paragraphs[0]._p
        empty.getparent().remove(empty)
        self.at = outer

    def _running_heads(self) -> None:
        section = self.document.sections[0]
        head = section.header.paragraphs[0]
        self._run(head, Span(f"{self.sheet.left}\t{self.sheet.right}"))
        foot = section.footer.paragraphs[0]
        for one in (head, foot):
            turn(one, self.lang)
        self._run(foot, Span(f"{self.sheet.foot}\t"))
        before, _, rest = self.sheet.words.page.partition("{page}")
        between, _, after = rest.partition("{pages}")
        self._run(foot, Span(before))
        _field(foot, "PAGE")
        self._run(foot, Span(between))
        _field(foot, "NUMPAGES")
        self._run(foot, Span(after))

    def _properties(self) -> None:
        from datetime import UTC, datetime

        core = self.document.core_properties
        core.title = as_property(self.sheet.title)
        core.subject = as_property(self.sheet.subject)
        core.author = core.last_modified_by = as_property(self.sheet.author)
        core.language = bcp47(self.sheet.lang)
        core.revision = 1
        core.comments = ""
        core.created = core.modified = datetime(1980, 1, 1, tzinfo=UTC)


def _numbered(paragraph: Any, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _restart(numbering: Any) -> int:
    """Add a numbering of the template's second kind that begins at one again."""
    num = numbering.add_num(1)
    override = num.add_lvlOverride(0)
    override.add_startOverride(1)
    return int(num.numId)


def _repeat_header(row: Any) -> None:
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().insert(0, element("w:cantSplit"))


def _keep_together(table: Any) -> None:
    """Keep a short table on one page."""
    from docx.oxml.ns import qn

    rows = table._tbl.tr_lst
    if len(rows) <= MOST_ROWS_TOGETHER:
        for row in rows[:-1]:
            for paragraph in row.iter(qn("w:p")):
                paragraph.get_or_add_pPr().keepNext_val = True


def _field(paragraph: Any, code: str) -> None:
    for kind in ("begin", "instruction", "separate", "text", "end"):
        run = paragraph.add_run()
        if kind == "instruction":
            instruction = element("w:instrText")
            instruction.text = code
            run._r.append(instruction)
        elif kind == "text":
            run.text = "1"
        else:
            run._r.append(element("w:fldChar", **{"w:fldCharType": kind}))
