"""A PowerPoint file that a person names → a template that decks can be made of.

Its sample slides are left out, with what speaks of them. What PowerPoint needs and the
file has not – a notes master, a table style, the marks that may not begin or end a
Chinese line – is taken from a template of ours.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, is_zipfile

from course.problems import Place, Problem, SourceError

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "[Content_Types].xml"
# The kind of a file's main part: a deck, a template, and those with macros.
MAIN = ".presentationml.presentation.main+xml"
AS_TEMPLATE = ".presentationml.template.main+xml"
MACROS = ".macroEnabled.main+xml"
MOST_BYTES = 200_000_000
# What tells of a deck, not of a template; and what is made anew.
ABOUT = ("/core-properties", "/extended-properties", "/thumbnail")
NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
NEEDED = ("body", "sldImg")
TABLE_STYLES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a:tblStyleLst '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PML = "application/vnd.openxmlformats-officedocument.presentationml"


def read_template(path: Path, ours: bytes) -> bytes:
    """Give the bytes of a template; `ours` lends what it lacks.

    Raises:
        SourceError: the file cannot be read as a template.
    """
    deck = open_deck(path)
    _without_slides(deck)
    _complete(deck, ours)
    whole = BytesIO()
    deck.save(whole)
    return whole.getvalue()


def open_deck(path: Path) -> Any:
    """Open a PowerPoint file, be it a deck or a template.

    Raises:
        SourceError: the file cannot be read.
    """
    from pptx import Presentation

    place = Place(path.as_posix())
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError([no_file(place, error.strerror or str(error))]) from error
    if not is_zipfile(BytesIO(data)):
        raise SourceError([not_powerpoint(place)])
    try:
        members = dict(_members(data))
        types = members.get(TYPES, b"").decode()
        if MACROS in types:
            raise SourceError([has_macros(place)])
        if MAIN not in types and AS_TEMPLATE not in types:
            raise SourceError([not_powerpoint(place)])
        if AS_TEMPLATE in types:
            data = _as_deck(members)
        deck = Presentation(BytesIO(data))
        assert deck.slide_width
        assert deck.slide_height
        # Each part is looked into once, so that what is damaged is found here.
        for layout in deck.slide_layouts:
            assert layout.slide_master is not None
    except SourceError:
        raise
    except Exception as error:
        raise SourceError([damaged(place, str(error))]) from error
    return deck


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(BytesIO(data)) as archive:
        if sum(one.file_size for one in archive.infolist()) > MOST_BYTES:
            raise BadZipFile("far larger than a template is")
        for name in archive.namelist():
            yield name, archive.read(name)


def _as_deck(members: dict[str, bytes]) -> bytes:
    """Give a template (`.potx`) as the deck that PowerPoint would make of it."""
    types = members[TYPES].replace(AS_TEMPLATE.encode(), MAIN.encode())
    whole = BytesIO()
    with ZipFile(whole, "w") as archive:
        for name, data in {**members, TYPES: types}.items():
            archive.writestr(name, data)
    return whole.getvalue()


def _without_slides(deck: Any) -> None:
    """Take out the sample slides, the sections they are in, and what tells of them."""
    part, root = deck.part, deck.part._element
    for name in ("sldIdLst", "custShowLst", "extLst"):
        for element in root.findall(f"{P}{name}"):
            for one in element.iter(f"{P}sldId"):
                part._rels.pop(one.get(f"{R}id"))
            root.remove(element)
    for rels, endings in ((part.package._rels, ABOUT), (part._rels, ("/viewProps",))):
        for rel_id, rel in list(rels.items()):
            if rel.reltype.endswith(endings):
                rels.pop(rel_id)


def _complete(deck: Any, ours: bytes) -> None:
    """Add what PowerPoint needs and the file has not."""
    from pptx import Presentation
    from pptx.oxml import parse_xml

    part, root = deck.part, deck.part._element
    house: Any = Presentation(BytesIO(ours))
    if not has_notes_master(deck):
        _add_notes_master(deck, house)
    if root.find(f"{P}notesMasterIdLst") is None:
        rel_id = part.relate_to(_related(part, "/notesMaster"), f"{OFFICE}/notesMaster")
        xml = (
            f'<p:notesMasterIdLst xmlns:p="{P[1:-1]}" xmlns:r="{R[1:-1]}">'
            f'<p:notesMasterId r:id="{rel_id}"/></p:notesMasterIdLst>'
        )
        root.find(f"{P}sldMasterIdLst").addnext(parse_xml(xml))
    if root.find(f"{P}kinsoku") is None:
        usual = root.find(f"{P}defaultTextStyle")
        rules = house.part._element.find(f"{P}kinsoku")
        if usual is not None:
            usual.addprevious(rules)
    if _related(part, "/tableStyles") is None:
        kind = f"{PML}.tableStyles+xml"
        _add(part, "/ppt/tableStyles.xml", kind, TABLE_STYLES.encode(), "tableStyles")
    for name in ("presProps", "viewProps"):
        if _related(part, f"/{name}") is None:
            lent = _related(house.part, f"/{name}")
            _add(part, f"/ppt/{name}.xml", lent.content_type, lent.blob, name)


def has_notes_master(deck: Any) -> bool:
    """Tell whether a deck has a notes master with boxes for notes and slide."""
    master = _related(deck.part, "/notesMaster")
    if master is None:
        return False
    kinds = {one.element.ph.get("type") for one in master.notes_master.placeholders}
    return kinds >= set(NEEDED)


def _add_notes_master(deck: Any, house: Any) -> None:
    """Take our notes master, in the colours and fonts of the deck."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.packuri import PackURI
    from pptx.parts.slide import NotesMasterPart

    part = deck.part
    for rel_id, rel in list(part._rels.items()):
        if rel.reltype.endswith("/notesMaster"):
            part._rels.pop(rel_id)
    for old in part._element.findall(f"{P}notesMasterIdLst"):
        part._element.remove(old)
    blob = house.part.notes_master_part.blob
    name = part.package.next_partname("/ppt/notesMasters/notesMaster%d.xml")
    notes = NotesMasterPart.load(
        PackURI(name), f"{PML}.notesMaster+xml", part.package, blob
    )
    part.relate_to(notes, RELATIONSHIP_TYPE.NOTES_MASTER)
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    name = part.package.next_partname("/ppt/theme/theme%d.xml")
    _add(notes, name, theme.content_type, theme.blob, "theme")


def _add(source: Any, name: str, kind: str, data: bytes, relation: str) -> None:
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    part = Part(PackURI(name), kind, source.package, data)
    source.relate_to(part, f"{OFFICE}/{relation}")


def _related(part: Any, ending: str) -> Any:
    """Give the part that a part is related to in some way, or None."""
    found = (r.target_part for r in part._rels.values() if r.reltype.endswith(ending))
    return next(found, None)


def no_file(place: Place, reason: str) -> Problem:
    """L101: the PowerPoint template cannot be read.

    It is named on the command line. Look at its path and at its permissions.
    """
    return Problem(
        place, "L101", f"cannot be read: {reason}", "look at the path of the template"
    )


def not_powerpoint(place: Place) -> Problem:
    """L102: the file is no PowerPoint file of today.

    It may be of an older PowerPoint (`.ppt`), locked with a password, or of another
    program. Open it in PowerPoint, and save it as “PowerPoint Presentation” (`.pptx`)
    or “PowerPoint Template” (`.potx`), without a password.
    """
    return Problem(
        place,
        "L102",
        "no PowerPoint file, an old one, or one with a password",
        "save it in PowerPoint as .pptx, without a password",
    )


def damaged(place: Place, reason: str) -> Problem:
    """L103: the PowerPoint file is damaged.

    A part of it is missing or cannot be read. Open it in PowerPoint, let it be
    repaired, and save it under another name.
    """
    return Problem(
        place,
        "L103",
        f"damaged: {reason}",
        "open it in PowerPoint, and save it under another name",
    )


def has_macros(place: Place) -> Problem:
    """L104: the PowerPoint file holds macros.

    A deck made of it would hold them too, and many mail servers refuse such files.
    Save it as “PowerPoint Presentation” (`.pptx`).
    """
    return Problem(
        place, "L104", "the file holds macros", "save it in PowerPoint as .pptx"
    )
