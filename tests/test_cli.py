"""The command: what a trainer types, reads, and finds afterwards."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from course.build import inspect
from course.read.project import SHIPPED, find_root, own_root
from course.read.schema import ROOTS, schema
from tests.test_build import ROOT, run


def test_help_is_understood_and_names_every_command(tmp_path: Path) -> None:
    said = run("--help", cwd=tmp_path)
    assert said.returncode == 0
    for word in ("build", "check", "translate", "new", "A first try"):
        assert word in said.stdout


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, contextlib, io\n"
        "from course.cli import main\n"
        "quiet = contextlib.redirect_stdout(io.StringIO())\n"
        "with quiet, contextlib.suppress(SystemExit):\n"
        "    main(['--help'])\n"
        "heavy = {'pptx', 'docx', 'typst', 'babel', 'markdown', 'jinja2', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert said.stdout.strip() == "[]"


def test_a_build_names_what_it_made_and_where(bees: Path) -> None:
    said = run("build", "hive", "--lang", "zh-CN", "--out", "out", cwd=bees)
    assert said.returncode == 0, said.stderr
    files = "deck.pptx, deck.pdf, deck-notes.pdf, guide.pdf, handout.pdf"
    assert files in said.stdout
    assert f"open {Path('out') / 'index.html'}" in said.stdout
    assert (bees / "out" / "zh_Hans" / "hive" / "deck.pptx").is_file()
    assert not (bees / "out" / "en").exists()


def test_the_index_alone_is_a_file(bees: Path) -> None:
    said = run("build", "--only", "index", "--lang", "en", "--out", "out", cwd=bees)
    assert said.stdout.splitlines() == [
        f"{Path('out')}/  index.html",
        f"files: 1. To see them all, open {Path('out') / 'index.html'}",
    ]


def test_a_folder_of_one_s_home_is_meant_as_such(bees: Path, tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path / "me"), "USERPROFILE": str(tmp_path / "me")}
    words = ("build", "--only", "deck", "--lang", "en", "--out", "~/x")
    assert run(*words, cwd=bees, **home).returncode == 0
    assert (tmp_path / "me" / "x" / "en" / "hive" / "deck.pptx").is_file()
    assert not (bees / "~").exists()


@pytest.mark.parametrize(
    "words", [["check"], ["translate", "status"], ["build", "--lang", "xx"]]
)
def test_outside_a_course_it_is_said_that_the_shipped_one_is_used(
    tmp_path: Path, bees: Path, words: list[str]
) -> None:
    said = "no course here: using the one shipped with the program\n    hint: "
    assert said in run(*words, cwd=tmp_path).stderr
    assert said not in run(*words, cwd=bees).stderr


def test_the_status_of_the_source_language_says_why_it_has_none(bees: Path) -> None:
    said = run("translate", "status", "--lang", "en", cwd=bees)
    assert said.stdout.splitlines() == [
        "English (en)",
        "  the course is written in it: nothing to translate",
    ]


def test_only_one_kind_is_made_if_asked(bees: Path) -> None:
    run("build", "--only", "quiz", "--lang", "en", "--out", "out", cwd=bees)
    names = sorted(path.name for path in (bees / "out").rglob("*") if path.is_file())
    papers = ("quiz-A-key", "quiz-A")
    word = [f"{name}.{end}" for name in papers for end in ("docx", "pdf")]
    marking = ["quiz-A-answers.json", "quiz-A-answers.pdf", "quiz-A-stencil.pdf"]
    assert names == sorted([*word, *marking, "quiz.html"])


def test_nothing_is_said_of_progress_into_a_pipe(bees: Path) -> None:
    said = run("build", "--only", "deck", "--lang", "en", cwd=bees)
    assert said.stderr == ""


def test_a_build_says_once_how_much_is_not_translated(bees: Path) -> None:
    said = run("build", "--only", "deck", "--lang", "fr", cwd=bees)
    assert said.returncode == 0
    assert said.stderr.count("T111") == 1
    assert "T111 warning: fr: 0 fuzzy, 2 missing; shown in English\n" in said.stderr
    assert "warnings: 1;" in said.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal")
def test_progress_is_shown_on_a_terminal(bees: Path) -> None:
    import pty

    terminal, end = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "course", "build", "--only", "deck", "--lang", "en"],
        cwd=bees,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=end,
        check=True,
    )
    assert "English: hive" in os.read(terminal, 1000).decode()


def test_a_mistake_is_told_without_a_traceback_and_with_exit_code_1(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    path.write_text(
        path.read_text("utf-8").replace("layout: cards", "layout: card"), "utf-8"
    )
    for words in (["build"], ["check"], ["translate", "update"]):
        said = run(*words, cwd=bees)
        assert said.returncode == 1
        told = said.stderr + said.stdout
        assert "modules/hive.yaml:17:15: R304" in told
        assert "hint: did you mean `cards`?" in told
        assert "Traceback" not in told


def test_all_problems_come_at_once_sorted_by_place(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8").replace("minutes: 60", "minutes: many")
    text = text.replace("layout: cards", "layout: card").replace(
        "level: apply", "level: do"
    )
    path.write_text(text, "utf-8")
    said = run("check", cwd=bees)
    lines = [
        int(n) for n in re.findall(r"^modules/hive\.yaml:(\d+)", said.stdout, re.M)
    ]
    assert len(lines) == 3
    assert lines == sorted(lines)
    assert "errors: 3" in said.stdout


def test_problems_come_as_data_for_tools(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    path.write_text(
        path.read_text("utf-8").replace("layout: cards", "layout: card"), "utf-8"
    )
    problems = json.loads(run("check", "--format", "json", cwd=bees).stdout)
    (found,) = (one for one in problems if one["severity"] == "error")
    assert found == {
        "file": "modules/hive.yaml",
        "line": 17,
        "column": 15,
        "code": "R304",
        "message": "`layout` is “card”",
        "hint": "did you mean `cards`?",
        "severity": "error",
    }


def test_problems_of_the_course_itself_come_as_data_too(bees: Path) -> None:
    path = bees / "modules" / "course.yaml"
    path.write_text(path.read_text("utf-8").replace("title:", "titel:"), "utf-8")
    path.write_text(path.read_text("utf-8").replace("[hive]", "[]"), "utf-8")
    said = run("check", "--format", "json", cwd=bees)
    assert said.returncode == 1
    assert [one["code"] for one in json.loads(said.stdout)] == ["R301", "R305"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bild"], "hint: course --help"),
        (["build", "--lang", "xx"], "the course has no language “xx”"),
        (["build", "hives"], "did you mean hive?"),
        (["build", "--only", "slides"], "hint: course build --help"),
    ],
)
def test_a_command_that_is_not_understood_ends_with_2(
    bees: Path, words: list[str], said: str
) -> None:
    done = run(*words, cwd=bees)
    assert done.returncode == 2
    assert said in done.stderr


def test_status_counts_messages(bees: Path) -> None:
    said = run("translate", "status", "--lang", "fr", cwd=bees).stdout
    assert "43 translated, 0 fuzzy, 2 missing" in " ".join(said.split())
    assert "Français (fr)" in said


def test_update_names_the_files_it_changed(bees: Path) -> None:
    run("translate", "update", cwd=bees)
    assert run("translate", "update", cwd=bees).stdout == "all files are up to date\n"
    path = bees / "modules" / "hive.yaml"
    path.write_text(path.read_text("utf-8").replace("Wash your", "Dry your"), "utf-8")
    said = run("translate", "update", cwd=bees).stdout.splitlines()
    assert "locales/fr/LC_MESSAGES/hive.po" in [
        line.replace("\\", "/") for line in said
    ]


def test_a_language_with_errors_waits_while_others_are_updated(bees: Path) -> None:
    french = bees / "locales" / "fr" / "LC_MESSAGES" / "course.po"
    french.write_bytes(b"\xff\xfe")
    path = bees / "modules" / "hive.yaml"
    path.write_text(path.read_text("utf-8").replace("Wash your", "Dry your"), "utf-8")
    said = run("translate", "update", cwd=bees)
    assert said.returncode == 1
    assert "fr/LC_MESSAGES/course.po:1:1: R106 the file is not in UTF-8" in said.stderr
    assert "a language with an error was left as it is" in said.stderr
    assert "zh_Hans" in said.stdout
    assert "fr" not in said.stdout
    assert french.read_bytes() == b"\xff\xfe"
    counted = run("translate", "status", cwd=bees)
    assert counted.returncode == 1
    assert " hive " in counted.stdout
    assert "R106" in counted.stderr


def test_a_new_module_passes_the_check_and_is_built(bees: Path) -> None:
    said = run("new", "module", "2-honey", cwd=bees)
    assert said.returncode == 0, said.stderr
    course = yaml.safe_load((bees / "modules" / "course.yaml").read_text("utf-8"))
    assert course["modules"] == ["hive", "2-honey"]
    assert (bees / "modules" / "module.schema.json").is_file()
    problems = [p for p in inspect(bees) if p.place.file.endswith("2-honey.yaml")]
    assert problems == []
    done = run("build", "2-honey", "--lang", "en", "--out", "out", cwd=bees)
    assert done.returncode == 0, done.stderr
    assert (bees / "out" / "en" / "2-honey" / "deck.pptx").is_file()


def test_a_new_module_goes_below_a_list_of_lines(bees: Path) -> None:
    path = bees / "modules" / "course.yaml"
    text = path.read_text("utf-8").replace("modules: [hive]", "modules:\n  - hive  # 1")
    path.write_text(text, "utf-8")
    run("new", "module", "honey", cwd=bees)
    assert "modules:\n  - hive  # 1\n  - honey\n" in path.read_text("utf-8")


def test_a_new_module_goes_below_a_list_with_lonely_hyphens(bees: Path) -> None:
    path = bees / "modules" / "course.yaml"
    text = path.read_text("utf-8").replace("modules: [hive]", "modules:\n-\n  hive")
    path.write_text(text, "utf-8")
    run("new", "module", "honey", cwd=bees)
    assert "modules:\n-\n  hive\n- honey\n" in path.read_text("utf-8")


def test_a_new_module_has_an_id_of_its_own(bees: Path) -> None:
    run("new", "module", "2-hive", cwd=bees)
    assert "id: 2-hive " in (bees / "modules" / "2-hive.yaml").read_text("utf-8")


def test_a_new_module_goes_behind_a_list_in_brackets(bees: Path) -> None:
    path = bees / "modules" / "course.yaml"
    text = path.read_text("utf-8").replace("[hive]", '[2-hive, "hive"]  # both')
    path.write_text(text, "utf-8")
    shutil.copy(bees / "modules" / "hive.yaml", bees / "modules" / "2-hive.yaml")
    run("new", "module", "honey", cwd=bees)
    assert 'modules: [2-hive, "hive", honey]  # both\n' in path.read_text("utf-8")


def test_a_new_module_leaves_all_else_as_it_was(bees: Path) -> None:
    path = bees / "modules" / "course.yaml"
    before = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    run("new", "module", "honey", cwd=bees)
    assert path.read_bytes() == before.replace(b"[hive]", b"[hive, honey]")


def test_a_module_that_is_listed_but_empty_is_filled(bees: Path) -> None:
    path = bees / "modules" / "course.yaml"
    path.write_text(path.read_text("utf-8").replace("[hive]", "[hive, honey]"), "utf-8")
    before = path.read_bytes()
    (bees / "modules" / "honey.yaml").touch()
    assert run("new", "module", "honey", cwd=bees).returncode == 0
    assert path.read_bytes() == before
    assert "id: honey" in (bees / "modules" / "honey.yaml").read_text("utf-8")


def test_a_single_module_becomes_a_list(bees: Path) -> None:
    path = bees / "modules" / "course.yaml"
    path.write_text(path.read_text("utf-8").replace("[hive]", "hive"), "utf-8")
    run("new", "module", "honey", cwd=bees)
    assert "modules: [hive, honey]\n" in path.read_text("utf-8")


@pytest.mark.parametrize("words", [["new", "module", "x"], ["translate", "update"]])
def test_the_shipped_course_is_not_changed_from_elsewhere(
    tmp_path: Path, words: list[str]
) -> None:
    said = run(*words, cwd=tmp_path)
    assert said.returncode == 1
    assert (
        "modules/course.yaml:1:1: N104 there is no modules/course.yaml" in said.stderr
    )


def test_what_could_not_be_written_is_not_said_to_be_made(bees: Path) -> None:
    (bees / "out").write_bytes(b"in the way")
    said = run("build", "--lang", "en", "--out", "out", cwd=bees)
    assert said.returncode == 1
    assert "W102" in said.stderr
    assert said.stdout == ""


def test_a_new_module_needs_a_list_to_go_to(bees: Path) -> None:
    path = bees / "modules" / "course.yaml"
    text = path.read_text("utf-8").replace("modules: [hive]\n", "")
    path.write_text(text, "utf-8")
    said = run("new", "module", "honey", cwd=bees)
    assert "modules/course.yaml:1:1: N103 no list of modules" in said.stderr
    assert not (bees / "modules" / "honey.yaml").exists()


@pytest.mark.parametrize(
    ("name", "code"),
    [("hive", "N102"), ("Honey", "N101"), ("../honey", "N101"), ("labels", "N101")],
)
def test_a_new_module_harms_nothing(bees: Path, name: str, code: str) -> None:
    before = {p: p.read_bytes() for p in bees.rglob("*") if p.is_file()}
    said = run("new", "module", name, cwd=bees)
    assert said.returncode == 1
    assert f": {code} " in said.stderr
    assert "hint:" in said.stderr
    assert {p: p.read_bytes() for p in bees.rglob("*") if p.is_file()} == before


def test_the_course_is_found_from_a_folder_below(bees: Path) -> None:
    assert find_root(bees / "locales" / "fr") == bees


def test_without_a_course_the_shipped_one_is_used(tmp_path: Path) -> None:
    assert find_root(tmp_path) == own_root()
    assert SHIPPED.name == "shipped"


def test_the_schema_accepts_our_sources_and_refuses_mistakes() -> None:
    for name, file in (
        ("course", "course.yaml"),
        ("report", "report.yaml"),
        ("module", "5-united-nations.yaml"),
    ):
        text = (ROOT / "modules" / file).read_text("utf-8")
        assert f"yaml-language-server: $schema={name}.schema.json" in text
        rules = json.loads(schema(ROOTS[name]))
        data = yaml.safe_load(text)
        jsonschema.validate(data, rules)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**data, "titel": "x"}, rules)


def test_a_reader_who_has_gone_leaves_no_traceback(bees: Path) -> None:
    """`course check | head -1` ends quietly."""
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m course check --format json | true"],
        cwd=bees,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


def test_trace_tells_where_each_paragraph_is_taught_and_what_modules_hold(
    bees: Path,
) -> None:
    said = run("trace", cwd=bees)
    assert said.returncode == 0
    assert said.stdout.split("\n") == [
        "¶1   hive: floors; questions: 2",
        "¶2   hive: floors, the-scale; questions: 0",
        "¶3   not taught",
        "",
        "hive: 60 minutes",
        "  minutes: input 15, activities 25, quiz 10, wrap-up 10",
        "  counts: objectives 3, topics 2, slides 3, charts 1, activities 1, "
        "questions 2",
        "  kinds: one 2",
        "  levels: remember 2; above remember: 0%",
        "",
        "the course: 60 minutes",
        "  counts: modules 1, topics 2, questions 2",
        "",
    ]
