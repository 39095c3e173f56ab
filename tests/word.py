"""What must hold in a Word file, one small rule each, where validators see nothing.

`RULES` hold in all our papers, `FOR_LEARNERS` in those that a learner gets before the
key.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.ooxml import IN_ALL, NAMES, Package, Rule

BODY = "word/document.xml"
HAN = re.compile("[\u3400-\u9fff]")
# Tables that only place things, and are read aloud as if they were none.
PLACING = {"Box", "Editor", "Layout", "Match", "Field", "Card"}
MAY_BE_EMPTY = {"Gap", "ThinGap", "WritingLine"}
OF_A_KEY = {"Answer", "Reason", "CellReason", "KeyTitle", "KeyStrip", "Verdict"}
HEADING = re.compile(r"Heading(\d)")
OLDEST = "1980-01-01T00:00:00Z"


def faults(data: bytes, rules: tuple[Rule, ...] = ()) -> list[str]:
    """Give all that is wrong with a file, each with the name of its rule."""
    package = Package(data)
    return [
        f"{rule.__name__}: {said}" for rule in rules or RULES for said in rule(package)
    ]


def w(name: str) -> str:
    return f"{{{NAMES['w']}}}{name}"


def find(package: Package, path: str, name: str = BODY) -> list[Any]:
    return [one for _, one in package.find(path, name)]


def style_of(paragraph: Any) -> str:
    said = paragraph.find("w:pPr/w:pStyle", NAMES)
    return str(said.get(w("val"))) if said is not None else ""


def text_of(element: Any) -> str:
    return "".join(element.xpath(".//w:t/text()", namespaces=NAMES))


# Words


def headings_go_down_step_by_step(package: Package) -> Iterator[str]:
    """A first one of level 1, and none that leaves out a level: people go by them."""
    above = 0
    for paragraph in find(package, "//w:p"):
        found = HEADING.fullmatch(style_of(paragraph))
        if found:
            level = int(found[1])
            if level > above + 1:
                yield f"{level} after {above}: {text_of(paragraph)}"
            above = level


def han_has_its_font_and_language(package: Package) -> Iterator[str]:
    """Else a program picks a font for Japanese, or checks the spelling."""
    (defaults,) = find(package, "//w:rPrDefault//w:rFonts", "word/styles.xml")
    theme = {"minorEastAsia": "minorFont", "majorEastAsia": "majorFont"}
    said = theme[defaults.get(w("eastAsiaTheme"))]
    faces = find(package, f"//a:{said}/a:ea/@typeface", "word/theme/")
    if not all(faces):
        yield "the theme names no font"
    for name, run in package.find("//w:r", "word/"):
        if HAN.search(text_of(run)) and not run.xpath(
            "w:rPr/w:lang/@w:eastAsia", namespaces=NAMES
        ):
            yield f"{name}: {text_of(run)[:20]}"


def no_empty_paragraph_makes_room(package: Package) -> Iterator[str]:
    """What is empty is written on, or parts tables: room is a matter of styles."""
    path = "//w:body/w:p[not(.//w:t or .//w:drawing)]"
    for paragraph in find(package, path):
        if style_of(paragraph) not in MAY_BE_EMPTY:
            yield style_of(paragraph) or "no style"


def nothing_is_hidden(package: Package) -> Iterator[str]:
    """No hidden text, no comments, no tracked changes: they tell of who wrote."""
    path = "//w:vanish | //w:ins | //w:del | //w:commentReference"
    for name, one in package.find(path, "word/"):
        yield f"{name}: {one.tag}"
    yield from (name for name in package.parts if "comments" in name)


# Styles and numbers


def styles_that_are_named_are_there(package: Package) -> Iterator[str]:
    """Word takes another one, and says nothing."""
    there = set(find(package, "//w:style/@w:styleId", "word/styles.xml"))
    path = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
    for name, one in package.find(path, "word/"):
        if one not in there:
            yield f"{name}: {one}"


def numberings_that_are_named_are_there(package: Package) -> Iterator[str]:
    """Else a list loses its numbers."""
    there = set(find(package, "//w:num/@w:numId", "word/numbering.xml"))
    for name, one in package.find("//w:numPr/w:numId/@w:val", "word/"):
        if one not in there:
            yield f"{name}: {one}"


def captions_count_themselves(package: Package) -> Iterator[str]:
    """What is shown is what Word would count, so that nothing jumps on an update."""
    counted: Counter[str] = Counter()
    for code in find(package, "//w:instrText[contains(., 'SEQ')]"):
        series = code.text.split()[1]
        counted[series] += 1
        runs = code.getparent().itersiblings()
        shown = next((text_of(run) for run in runs if text_of(run)), "")
        if shown != str(counted[series]):
            yield f"{series} {counted[series]}: {shown}"


def fields_are_whole(package: Package) -> Iterator[str]:
    """A field that does not end swallows the rest of the document."""
    for name, root in package.find("/*", "word/"):
        kinds = root.xpath("//w:fldChar/@w:fldCharType", namespaces=NAMES)
        depth = 0
        for kind in kinds:
            depth += {"begin": 1, "end": -1}.get(kind, 0)
            if depth < 0:
                yield f"{name}: an end too many"
        if depth > 0:
            yield f"{name}: {depth} without an end"


def pages_are_counted(package: Package) -> Iterator[str]:
    """At the foot of each page: which one it is, of how many."""
    codes = {code.text.strip() for code in find(package, "//w:instrText", "word/foot")}
    yield from sorted({"PAGE", "NUMPAGES"} - codes)


# Tables


def tables_have_a_header_row(package: Package) -> Iterator[str]:
    """It comes again on each page; a table that only places things has none."""
    for table in find(package, "//w:tbl"):
        style = table.find("w:tblPr/w:tblStyle", NAMES).get(w("val"))
        look = table.find("w:tblPr/w:tblLook", NAMES).get(w("firstRow")) == "1"
        head = table.find("w:tr", NAMES).find("w:trPr/w:tblHeader", NAMES) is not None
        wanted = style.removesuffix("Table") not in PLACING
        if (look, head) != (wanted, wanted):
            yield f"{style}: {text_of(table)[:30]}"


def rows_are_never_split(package: Package) -> Iterator[str]:
    """A row that goes on on the next page is read wrongly."""
    for row in find(package, "//w:tr[not(w:trPr/w:cantSplit)]"):
        yield text_of(row)[:30]


def rows_reach_from_side_to_side(package: Package) -> Iterator[str]:
    """Their cells, with what they span, are as many as the columns."""
    for table in find(package, "//w:tbl"):
        wanted = len(table.findall("w:tblGrid/w:gridCol", NAMES))
        for row in table.findall("w:tr", NAMES):
            spans = row.xpath("w:tc/w:tcPr/w:gridSpan/@w:val", namespaces=NAMES)
            cells = len(row.findall("w:tc", NAMES)) - len(spans) + sum(map(int, spans))
            if cells != wanted:
                yield f"{cells}, not {wanted}: {text_of(row)[:30]}"


def cells_end_with_a_paragraph(package: Package) -> Iterator[str]:
    """Word repairs what ends with a table, or with nothing."""
    for cell in find(package, "//w:tc[not(*[last()][self::w:p])]"):
        yield text_of(cell)[:30]


def tables_stand_apart(package: Package) -> Iterator[str]:
    """Word makes one table of two that stand together."""
    for table in find(package, "//w:tbl[following-sibling::*[1][self::w:tbl]]"):
        yield text_of(table)[:30]


# Places and pictures


def links_inside_lead_to_places(package: Package) -> Iterator[str]:
    """And each place has a name and a number of its own."""
    for key in ("id", "name"):
        for one, count in Counter(find(package, f"//w:bookmarkStart/@w:{key}")).items():
            if count > 1:
                yield f"{key} {one} twice"
    places = set(find(package, "//w:bookmarkStart/@w:name"))
    yield from set(find(package, "//w:hyperlink/@w:anchor")) - places
    started = find(package, "//w:bookmarkStart/@w:id")
    if sorted(started) != sorted(find(package, "//w:bookmarkEnd/@w:id")):
        yield "a place without its end"


def drawings_say_what_they_show(package: Package) -> Iterator[str]:
    """In words, for those who do not see them; and each has a number of its own."""
    ids = Counter(find(package, "//wp:docPr/@id"))
    yield from (f"{one} twice" for one, count in ids.items() if count > 1)
    yield from find(package, "//wp:docPr[not(string(@descr))]/@name")


def the_document_says_what_it_is(package: Package) -> Iterator[str]:
    """Its title, its language, and no date: the same sources give the same bytes."""
    for key in ("dc:title", "dc:language"):
        if not any(one.text for one in find(package, f"//{key}", "docProps/core.xml")):
            yield key
    path = "//dcterms:created/text() | //dcterms:modified/text()"
    dates = set(find(package, path, "docProps/core.xml"))
    yield from sorted(dates - {OLDEST})


# What a learner gets


def no_key_is_in_it(package: Package) -> Iterator[str]:
    """No box is ticked, no option set apart, nothing of a key's styles is used."""
    path = "//w:pStyle/@w:val | //w:rStyle/@w:val"
    yield from sorted(set(find(package, path)) & OF_A_KEY)
    if find(package, "//w14:checked[@w14:val!='0']"):
        yield "a box is ticked"
    for paragraph in find(package, "//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'Opt')]]"):
        if paragraph.xpath("w:pPr/w:shd | w:pPr/w:rPr", namespaces=NAMES):
            yield f"set apart: {text_of(paragraph)}"
    yield from (name for name in package.parts if "custom" in name.lower())


FOR_LEARNERS: tuple[Rule, ...] = (no_key_is_in_it,)
OWN: tuple[Rule, ...] = (
    headings_go_down_step_by_step,
    han_has_its_font_and_language,
    no_empty_paragraph_makes_room,
    nothing_is_hidden,
    styles_that_are_named_are_there,
    numberings_that_are_named_are_there,
    captions_count_themselves,
    fields_are_whole,
    pages_are_counted,
    tables_have_a_header_row,
    rows_are_never_split,
    rows_reach_from_side_to_side,
    cells_end_with_a_paragraph,
    tables_stand_apart,
    links_inside_lead_to_places,
    drawings_say_what_they_show,
    the_document_says_what_it_is,
)
RULES: tuple[Rule, ...] = (*IN_ALL, *OWN)
