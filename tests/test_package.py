"""The package: whoever installs it has the course, its templates and its words."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.test_build import ROOT, run


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder that holds what is installed, and nothing of this checkout."""
    folder = tmp_path_factory.mktemp("package")
    command = f"import hatchling.build as b; b.build_wheel({str(folder)!r})"
    subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=True)
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_shipped_course_is_built_anywhere(installed: Path, tmp_path: Path) -> None:
    said = run("build", "--lang", "zh", cwd=tmp_path, PYTHONPATH=str(installed))
    assert said.returncode == 0, said.stderr
    made = {path.name for path in (tmp_path / "build").rglob("*") if path.is_file()}
    assert {"deck.pptx", "handout.pdf", "handout.docx", "quiz.html"} <= made
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build"]


def test_a_course_of_ones_own_is_built_with_what_is_installed(
    installed: Path, bees: Path
) -> None:
    said = run("build", "--out", "out", cwd=bees, PYTHONPATH=str(installed))
    assert said.returncode == 0, said.stderr
    assert (bees / "out" / "fr" / "hive" / "deck.pptx").is_file()


def test_the_package_says_its_licences(installed: Path) -> None:
    (about,) = installed.glob("*.dist-info/METADATA")
    assert "License-Expression: Apache-2.0 AND CC-BY-4.0" in about.read_text("utf-8")
    assert list(installed.glob("*.dist-info/licenses/LICENSE"))
