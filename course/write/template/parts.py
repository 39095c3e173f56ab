"""What both kinds of templates share: parts as text, and their package."""

from pathlib import Path
from typing import Any, TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from course.write.archive import pack

EMU = 914_400
NAMESPACE = "http://schemas.openxmlformats.org"
OFFICE = f"{NAMESPACE}/officeDocument/2006/relationships"
OPC = "application/vnd.openxmlformats-package"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
Data: TypeAlias = dict[str, Any]


def renderer(folder: Path, **shared: Any) -> Any:
    """Give what fills the templates of a folder."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=_Lenient,
        keep_trailing_newline=False,
    )
    environment.globals.update(
        shared, emu=lambda inches: round(inches * EMU), inset=_inset
    )

    def render(name: str, **data: Any) -> str:
        return environment.get_template(name).render(**data).strip()

    return render


class _Lenient(StrictUndefined):
    """Lets a template ask for what a style leaves out, but never print it."""

    def __bool__(self) -> bool:  # type: ignore[override]
        return False


def _inset(style: Data) -> list[float]:
    """Give a style's inner margins: left, top, right, bottom."""
    inset = style.get("inset", 0)
    return inset if isinstance(inset, list) else [inset] * 4


def package(
    parts: dict[str, str],
    links: dict[str, list[tuple[str, str]]],
    types: dict[str, str],
    main_part: str,
) -> bytes:
    """Give an Open Packaging file; the same parts give the same bytes."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_type(name, types)}"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": f'{head}<Types xmlns="{NAMESPACE}/package/2006/'
        'content-types"><Default Extension="rels" ContentType='
        f'"{OPC}.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": _rels([("officeDocument", main_part)]),
        **parts,
    }
    for name, targets in links.items():
        folder, _, file = name.rpartition("/")
        files[f"{folder}/_rels/{file}.rels"] = _rels(targets)
    return pack((name, text.encode()) for name, text in files.items())


def _type(name: str, types: dict[str, str]) -> str:
    return next(kind for start, kind in types.items() if name.startswith(start))


def _rels(targets: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{NAMESPACE}/package/2006/relationships">{rows}'
        "</Relationships>"
    )
