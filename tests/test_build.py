"""A build: the same bytes every time, and whole or not at all."""

import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from course.build import Request, build
from course.write import publish as publishing
from course.write.publish import publish

ROOT = Path(__file__).parents[1]


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def run(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "course", *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_every_file_is_made_in_both_languages(made: Path) -> None:
    expected = {
        f"{lang}/5-united-nations/{name}"
        for lang in ("en", "zh_Hans")
        for name in (
            "deck.pptx",
            "deck.pdf",
            "deck-notes.pdf",
            "handout.pdf",
            "handout.docx",
            "handout.html",
            "handout.txt",
            "activities.pdf",
            "activities.docx",
            "activities-answers.pdf",
            "activities.html",
            "activities-answers.docx",
            "quiz-A.pdf",
            "quiz-A.docx",
            "quiz-A-key.pdf",
            "quiz-A-key.docx",
            "quiz-A-answers.pdf",
            "quiz-A-answers.json",
            "quiz-A-stencil.pdf",
            "quiz.html",
            *(f"pictures/slide-{number:02}.png" for number in range(1, 24)),
            "pictures/handout.png",
            "pictures/activities.png",
            "pictures/quiz.png",
        )
    }
    assert {*expected, "index.html"} <= set(contents(made))


def test_the_same_sources_give_the_same_bytes(bees: Path, tmp_path: Path) -> None:
    """Whatever the folder, the hash seed, the date or the time zone."""
    other = shutil.copytree(bees, tmp_path / "another place" / "bees")
    first = run("build", "--out", "out", cwd=bees, PYTHONHASHSEED="1")
    second = run(
        "build", "--out", "out", cwd=other, PYTHONHASHSEED="2", TZ="Asia/Tokyo"
    )
    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    one, two = contents(bees / "out"), contents(other / "out")
    assert len(one) > 60
    assert {name for name in one if one[name] != two.get(name)} == set()


def test_a_build_of_a_part_leaves_the_rest_alone(bees: Path) -> None:
    out = bees / "out"
    build(Request(bees, out))
    before = contents(out)
    (out / "fr" / "hive" / "deck.pptx").write_bytes(b"mine")
    build(Request(bees, out, langs=("en",), kinds=("deck",)))
    after = contents(out)
    assert after.pop("fr/hive/deck.pptx") == b"mine"
    assert after == {k: v for k, v in before.items() if k != "fr/hive/deck.pptx"}


def test_an_error_in_the_sources_leaves_the_last_build_whole(bees: Path) -> None:
    out = bees / "out"
    build(Request(bees, out))
    before = contents(out)
    path = bees / "modules" / "hive.yaml"
    path.write_text(path.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    result = build(Request(bees, out))
    assert not result.files
    assert contents(out) == before


def test_nothing_is_replaced_if_not_all_can_be_written(tmp_path: Path) -> None:
    publish({tmp_path / "a": b"old", tmp_path / "b": b"old"})
    blocked = tmp_path / "file"
    blocked.write_bytes(b"in the way")
    written, (problem,) = publish(
        {tmp_path / "a": b"new", tmp_path / "b": b"new", blocked / "c": b"new"}
    )
    assert (written, problem.code) == ((), "W102")
    assert problem.place.file == str(blocked / "c")
    assert contents(tmp_path) == {"a": b"old", "b": b"old", "file": b"in the way"}


def test_a_folder_in_the_way_of_a_file_keeps_only_that_file(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    files = {tmp_path / name: b"new" for name in ("a", "b", "d")}
    written, (problem,) = publish(files)
    assert [path.name for path in written] == ["a", "d"]
    assert (problem.code, problem.place.file) == ("W102", str(tmp_path / "b"))
    assert contents(tmp_path) == {"a": b"new", "d": b"new"}


def test_a_full_disk_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish({tmp_path / "a": b"old"})

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:1])
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    _, problems = publish({tmp_path / "a": b"new"})
    assert "No space left on device" in str(problems[0])
    assert contents(tmp_path) == {"a": b"old"}


def test_a_file_that_is_open_elsewhere_is_told_and_the_others_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish({tmp_path / "deck.pptx": b"old"})
    rename = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.name == "deck.pptx":
            raise PermissionError(13, "in use", str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", held)
    written, problems = publish(
        {tmp_path / "deck.pptx": b"new", tmp_path / "quiz.pdf": b"new"}
    )
    assert written == (tmp_path / "quiz.pdf",)
    assert [problem.code for problem in problems] == ["W101"]
    assert contents(tmp_path) == {"deck.pptx": b"old", "quiz.pdf": b"new"}


def test_what_a_killed_build_left_is_swept_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"{publishing.PREFIX}{'0' * 32}").write_bytes(b"half")
    (tmp_path / f"{publishing.PREFIX}notes.txt").write_bytes(b"mine")
    later = time.time() + 2 * publishing.STALE
    monkeypatch.setattr(time, "time", lambda: later)
    publish({tmp_path / "a": b"new"})
    assert contents(tmp_path) == {"a": b"new", ".course-notes.txt": b"mine"}


KILLED = """
import os, signal, sys
from pathlib import Path
from course.cli import main
calls, at, name = 0, int(sys.argv[2]), sys.argv[1]
real = getattr(Path, name)
def dying(self, *given):
    global calls
    calls += 1
    if calls == at:
        if name == "write_bytes":
            real(self, given[0][:99])
        os.kill(os.getpid(), signal.SIGKILL)
    return real(self, *given)
setattr(Path, name, dying)
main(["build", "--out", "out"])
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(
    ("step", "at"),
    [("write_bytes", 1), ("write_bytes", 9), ("replace", 1), ("replace", 9)],
)
def test_a_killed_build_leaves_every_file_whole(bees: Path, step: str, at: int) -> None:
    build(Request(bees, bees / "out"))
    before = contents(bees / "out")
    path = bees / "modules" / "hive.yaml"
    path.write_text(path.read_text("utf-8").replace("three floors", "floors"), "utf-8")
    build(Request(bees, bees / "whole"))
    after = contents(bees / "whole")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, step, str(at)],
        cwd=bees,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    now = contents(bees / "out")
    new = [name for name in before if now[name] != before[name]]
    assert [name for name in new if now[name] != after[name]] == []
    assert bool(new) == (step == "replace" and at > 1)


def test_two_builds_at_once_do_not_mix(bees: Path) -> None:
    other = shutil.copytree(bees, bees.parent / "other")
    path = other / "modules" / "hive.yaml"
    path.write_text(path.read_text("utf-8").replace("three floors", "floors"), "utf-8")
    out = bees / "out"
    wanted = []
    for root in (bees, other):
        build(Request(root, root / "alone"))
        wanted.append(contents(root / "alone"))
    with ThreadPoolExecutor() as pool:
        jobs = [
            pool.submit(run, "build", "--out", str(out), cwd=root)
            for root in (bees, other) * 2
        ]
        assert [job.result().returncode for job in jobs] == [0] * 4
    for name, data in contents(out).items():
        assert data in (wanted[0][name], wanted[1][name]), name


def test_the_index_lists_what_is_there(made_bees: Path) -> None:
    page = (made_bees / "index.html").read_text("utf-8")
    for name in ("deck.pptx", "handout.docx", "quiz-A-key.pdf", "pictures/quiz.png"):
        for lang in ("en", "fr", "zh_Hans"):
            assert f'"{lang}/hive/{name}"' in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_index_shows_every_slide_with_its_headline(made_bees: Path) -> None:
    page = (made_bees / "index.html").read_text("utf-8")
    for words in (
        'src="fr/hive/pictures/slide-04.png" alt="La ruche a trois étages"',
        'href="fr/hive/deck.pdf#page=4"',
        "All slides: 12",
    ):
        assert words in page


def test_the_index_shows_slides_of_a_build_without_their_pages(bees: Path) -> None:
    build(Request(bees, bees / "out", langs=("en",), kinds=("deck", "index")))
    (bees / "out" / "en" / "hive" / "deck.pdf").unlink()
    build(Request(bees, bees / "out", langs=("fr",)))
    page = (bees / "out" / "index.html").read_text("utf-8")
    assert 'src="en/hive/pictures/slide-04.png"' in page
    assert "en/hive/deck.pdf" not in page


def test_a_module_without_questions_has_no_quiz(bees: Path) -> None:
    without_questions(bees)
    result = build(Request(bees, bees / "out", langs=("en",)))
    names = {path.name for path in result.files}
    assert "handout.pdf" in names
    assert not [name for name in names if name.startswith("quiz")]


def test_the_index_lists_no_quiz_that_an_earlier_build_has_left(bees: Path) -> None:
    build(Request(bees, bees / "out", langs=("en",)))
    without_questions(bees)
    build(Request(bees, bees / "out", langs=("en",)))
    page = (bees / "out" / "index.html").read_text("utf-8")
    assert "handout.pdf" in page
    assert "quiz" not in page
    assert (bees / "out" / "en" / "hive" / "quiz-A.pdf").is_file()


def without_questions(root: Path) -> None:
    path = root / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    start, end = text.index("    ask:\n"), text.index("  - id: the-scale")
    path.write_text(text[:start] + text[end:], "utf-8")
