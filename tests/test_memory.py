"""What was without fault is not judged again, and what may have a fault always is."""

from pathlib import Path

import pytest

from course.build import inspect_translations
from course.catalog import memory
from course.check.translation import quantities

FAULT = ("Floor** – where bees come in", "底板**——3只蜜蜂进出的地方")


def faults(root: Path) -> list[str]:
    return [p.code for p in inspect_translations(root, ["zh_Hans"]) if p.severity == 1]


@pytest.fixture
def remembering(bees: Path) -> Path:
    """The foreign course with a folder of outputs, its translations judged once."""
    (bees / "build").mkdir()
    assert faults(bees) == []
    assert (bees / "build" / ".faultless-zh_Hans").is_file()
    return bees


def translate_wrongly(root: Path) -> None:
    path = root / "locales" / "zh_Hans" / "LC_MESSAGES" / "hive.po"
    text = path.read_text("utf-8")
    assert "底板**——蜜蜂进出的地方" in text
    path.write_text(text.replace("底板**——蜜蜂进出的地方", FAULT[1]), "utf-8")


def test_a_translation_that_became_wrong_is_judged_again(remembering: Path) -> None:
    translate_wrongly(remembering)
    assert faults(remembering) == ["C602"]
    assert faults(remembering) == ["C602"], "a fault is told each time"


def test_a_source_that_changed_is_judged_again(remembering: Path) -> None:
    translate_wrongly(remembering)
    path = remembering / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace(FAULT[0], "Floor** – where 3 bees come in")
    path.write_text(text, "utf-8")
    po = remembering / "locales" / "zh_Hans" / "LC_MESSAGES" / "hive.po"
    text = po.read_text("utf-8").replace(FAULT[0], "Floor** – where 3 bees come in")
    po.write_text(text, "utf-8")
    assert faults(remembering) == []


def test_what_is_known_is_not_judged_again(
    remembering: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judged(*_: object) -> list[object]:
        pytest.fail("a rule was asked")

    monkeypatch.setattr(quantities, "_numbers", judged)
    assert faults(remembering) == []


def test_with_other_rules_all_is_judged_again(
    remembering: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A memory of an older program is not believed."""
    translate_wrongly(remembering)
    file = remembering / "build" / ".faultless-zh_Hans"
    monkeypatch.setattr(memory.Memory, "holds", lambda *_: True)
    assert faults(remembering) == []
    monkeypatch.undo()
    monkeypatch.setattr(memory, "rules_print", lambda: "other rules")
    before = file.read_bytes()
    assert faults(remembering) == ["C602"]
    assert file.read_bytes()[: memory.SIZE] != before[: memory.SIZE]


@pytest.mark.parametrize("data", [b"", b"no memory at all", b"\x00" * 800])
def test_a_memory_that_is_broken_is_forgotten(remembering: Path, data: bytes) -> None:
    (remembering / "build" / ".faultless-zh_Hans").write_bytes(data)
    translate_wrongly(remembering)
    assert faults(remembering) == ["C602"]


def test_without_a_folder_of_outputs_nothing_is_written(bees: Path) -> None:
    before = sorted(bees.rglob("*"))
    assert faults(bees) == []
    assert sorted(bees.rglob("*")) == before
