"""What is made from the code is up to date, and what our pages say is true."""

import re
import shlex
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from pathlib import Path
from typing import cast, get_args
from zipfile import ZipFile

import pytest

from course.model import Slide
from course.preview.explained import codes
from course.read.decode import decode, keys, unwrapped
from course.read.yaml import Mapping, Sequence, parse
from docs import make as docs
from templates import make as templates
from tests.test_sources import CASES

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md",
    "README.zh.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/paper.md",
    "docs/translators.md",
    "docs/translators.zh.md",
)


@pytest.mark.parametrize("path", docs.pages(), ids=lambda path: path.name)
def test_what_is_made_from_the_code_is_up_to_date(path: Path) -> None:
    assert path.read_text("utf-8") == docs.pages()[path], "run python docs/make.py"


@pytest.mark.parametrize("path", templates.templates(), ids=lambda path: path.name)
def test_templates_are_made_from_the_look(path: Path) -> None:
    made = templates.templates()[path]
    same = members if path.suffix in (".pptx", ".docx") else bytes
    assert same(path.read_bytes()) == same(made), "run python templates/make.py"


def members(data: bytes) -> dict[str, bytes]:
    """Give what a zip file holds; how it is packed may differ by the zlib at hand."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_code_belongs_to_a_room() -> None:
    assert {code[0] for code in codes()} <= set(docs.ROOMS)
    assert len(codes()) > 40


def test_every_code_says_what_it_is_about() -> None:
    for code, doc in codes().items():
        assert doc.split("\n")[0].endswith("."), code


def test_every_code_is_shown_in_a_test() -> None:
    tests = Path(__file__).parent
    files = [CASES, *tests.glob("test_*.py")]
    text = "\n".join(path.read_text("utf-8") for path in files)
    unshown = [code for code in codes() if code not in text]
    assert unshown == []


@pytest.mark.parametrize("page", PAGES)
def test_every_command_in_a_page_exists(page: str) -> None:
    from course.cli import parser

    text = (ROOT / page).read_text("utf-8")
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    found = re.findall(r"^course(?: .*)?$", blocks, re.MULTILINE)
    found += re.findall(r"`(course(?: [^`]+)?)`", re.sub("(?s)```.*?```", "", text))
    for words in found:
        given = [w for w in shlex.split(words)[1:] if w not in ("…", "NAME")]
        if given and given[-1] in ("module", "new"):
            given = ["new", "module", "x"]
        with redirect_stderr(StringIO()):
            parser().parse_args(given)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_in_a_page_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    for target in targets:
        assert (ROOT / page).parent.joinpath(target).exists(), target


def test_both_readmes_show_the_same_commands() -> None:
    blocks = [
        re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
        for page in ("README.md", "README.zh.md")
    ]
    assert blocks[0] == blocks[1]
    assert len(blocks[0]) >= 2


def test_every_kind_of_slide_is_told_of_and_shown() -> None:
    kinds = {word for one in get_args(Slide) for word in _layouts(one)}
    page = (ROOT / "docs" / "slides.md").read_text("utf-8")
    gallery = (ROOT / "tests/gallery/modules/gallery.yaml").read_text("utf-8")
    assert {kind for kind in kinds if f"`{kind}`" not in page} == set()
    assert {kind for kind in kinds if f"layout: {kind}\n" not in gallery} == set()


def _layouts(kind: type) -> tuple[str, ...]:
    """Give the words by which an author asks for a kind of slide."""
    return get_args(unwrapped(keys(kind)["layout"][1])[0])


def test_examples_of_slides_are_read_as_such() -> None:
    page = (ROOT / "docs" / "slides.md").read_text("utf-8")
    for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL):
        tree, problems = parse(block, "slides.md")
        assert not problems
        assert isinstance(tree, Mapping)
        for node in cast("Sequence", tree.entries[0][1]).items:
            slide, wrong = decode(node, cast("type[Slide]", Slide), "en")
            assert slide
            assert not wrong
