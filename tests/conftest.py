"""What tests share: projects to build, golden text, programs that only tests need."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from course.build import Request, Result, build
from course.kinds import KINDS, Kind
from course.model import Course, Module
from course.outputs import COURSE
from course.problems import Problem, Severity
from course.spoken import Spoken

# A slow machine is no mistake.
settings.register_profile(
    "course", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("course")
ROOT = Path(__file__).parents[1]
BEES = ROOT / "tests" / "bees"
SHIPPED = "5-united-nations"
GALLERY = ROOT / "tests" / "gallery"
EXTREME = ROOT / "tests" / "extreme"
FROM_RIGHT = ROOT / "tests" / "rtl"
GOLDEN = ROOT / "tests" / "golden"
NODE_PROGRAMS = ROOT / "node_modules" / ".bin"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="take what is made as the golden text"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against a golden file; `pytest --accept` renews the file."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--accept"):
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), "no golden file: look at the text, then --accept"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def bees(tmp_path: Path) -> Path:
    """A copy of the small foreign course, free to be changed."""
    return shutil.copytree(BEES, tmp_path / "bees")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build folder of one shipped module, all files in both languages."""
    return _built(ROOT, tmp_path_factory.mktemp("made"), modules=(SHIPPED,))


@pytest.fixture(scope="session")
def around(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What stands around the shipped modules: tests, forms, appendix."""
    return _built(ROOT, tmp_path_factory.mktemp("around"), modules=(COURSE,))


@pytest.fixture(scope="session")
def made_bees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build folder of the foreign course."""
    return _built(BEES, tmp_path_factory.mktemp("bees"))


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build folder of the gallery, in both languages and side by side."""
    out = tmp_path_factory.mktemp("gallery")
    langs = ("en", "zh", "zh+en")
    result = build(Request(GALLERY, out, (), langs, ("deck", "handout")))
    assert {p.code for p in result.problems} <= {"C502", "C503"}
    return out


@pytest.fixture(scope="session")
def made_extreme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The decks of the course of the longest and the shortest."""
    return _built(EXTREME, tmp_path_factory.mktemp("extreme"), ("deck",))


@pytest.fixture(scope="session")
def made_from_right(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files of the course in Arabic and Hebrew, and decks beside English."""
    out = _built(FROM_RIGHT, tmp_path_factory.mktemp("right"))
    both = ("ar+en", "en+he")
    result = build(Request(FROM_RIGHT, out, ("water",), both, ("deck",)))
    assert not [p for p in result.problems if p.severity == 1]
    return out


def program_of(title: str, *names: str) -> str:
    """Find a program that only tests need; without it the test is skipped.

    A variable may say where it is: `OOXML_VALIDATOR=/opt/ooxml-validator`. Where
    everything must run (`CI` is set), the test fails instead.
    """
    found = next(filter(None, map(_program, names)), None)
    if found is None:
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        give_up(f"{title} is not installed")
    return found


def file_of(title: str, name: str) -> Path:
    """Find a file of a package from npm; without it the test is skipped.

    Where everything must run (`CI` is set), the test fails instead.
    """
    path = NODE_PROGRAMS.parent / name
    if not path.is_file():
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        package, _, _ = name.partition("/")
        give_up(f"{title} is not installed: npm install --no-save {package}")
    return path


def _program(name: str) -> str | None:
    said = os.environ.get(name.upper().replace("-", "_"))
    return said or shutil.which(name) or shutil.which(name, path=NODE_PROGRAMS)


def faults(problems: Iterable[Problem]) -> list[str]:
    """Give what is to be mended; what is kept with a reason is none of it."""
    return [str(one) for one in problems if one.severity is not Severity.NOTE]


def of_no_commit(spoken: Spoken) -> Spoken:
    """Give a course as it is told outside of a repository: golden text stays so."""
    standing = replace(spoken.voices.standing, commit="")
    return replace(spoken, voices=replace(spoken.voices, standing=standing))


def module_of(course: Course) -> Module:
    """Give the shipped module that tests look at, or a small course's first one."""
    known = {module.name: module for module in course.modules}
    return known.get(SHIPPED, course.modules[0])


def _built(
    root: Path,
    out: Path,
    kinds: tuple[Kind, ...] = KINDS,
    modules: tuple[str, ...] = (),
) -> Path:
    result: Result = build(Request(root, out, modules, kinds=kinds))
    assert not [p for p in result.problems if p.severity == 1]
    return out


@pytest.fixture(scope="session")
def office() -> Callable[..., Path]:
    """Turn an Office file into another kind with LibreOffice; a PDF, if not said."""

    def convert(source: Path, folder: Path, kind: str = "pdf") -> Path:
        return by_office([source], folder, kind)[0]

    return convert


def by_office(sources: Iterable[Path], folder: Path, kind: str = "pdf") -> list[Path]:
    """Turn Office files into files of another kind, all at once, with LibreOffice."""
    program = program_of("LibreOffice", "soffice", "libreoffice")
    files = list(sources)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    how = ["--headless", "--convert-to", kind, "--outdir", str(folder)]
    command = [program, profile, *how, *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)
    return [folder / f"{file.stem}.{kind}" for file in files]
