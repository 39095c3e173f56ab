"""Wrong sources: each is told with its place and its cure, and nothing is lost."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from course.build import inspect
from course.languages import is_known, own_name
from course.problems import SourceError, in_order
from course.read.project import read_course

CASES = Path(__file__).parent / "cases" / "sources.txt"
# What is not translated yet, in a course that is there to show it.
UNTRANSLATED = ("T107", "T111", "T113")


def cases() -> Iterator[tuple[str, list[tuple[str, str, str]], str]]:
    text = CASES.read_text("utf-8")
    for block in re.split(r"\n\n(?=\S[^\n]*\n(?:modules|locales)/)", text)[1:]:
        head, _, expected = block.partition("\n---\n")
        name, *changes = head.split("\n")
        yield name, [change(line) for line in changes if line], expected.strip()


def change(line: str) -> tuple[str, str, str]:
    file, _, rest = line.partition(":")
    old, _, new = rest.strip().partition(" =>")
    return file, unescaped(old), unescaped(new.removeprefix(" "))


def unescaped(text: str) -> str:
    """Read `\\n`, `\\t`, `\\xNN` and `\\\\` in a case."""
    return re.sub(r"\\(x..|.)", lambda m: codecs.decode(m[0], "unicode_escape"), text)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [pytest.param(changes, text, id=name) for name, changes, text in cases()],
)
def test_a_mistake_is_told(
    bees: Path, changes: list[tuple[str, str, str]], expected: str
) -> None:
    for file, old, new in changes:
        path = bees / file
        text = path.read_text("utf-8")
        if not old:
            path.write_text(new, "utf-8")
        elif new:
            assert old in text, old
            path.write_text(text.replace(old, new, 1), "utf-8")
    assert told(bees) == expected


def told(root: Path) -> str:
    try:
        problems = inspect(root)
    except SourceError as error:
        problems = in_order(error.problems)
    lines = [str(p) for p in problems if p.code not in UNTRANSLATED]
    return "\n".join(line for line in lines if in_english(line))


def in_english(line: str) -> bool:
    """Leave out what the same mistake says of the other languages."""
    return "(fr)" not in line and "(zh_Hans)" not in line


def test_cases_are_found() -> None:
    assert len(list(cases())) > 35


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Inside the hive", "title: Inside the hive  # short"),
        ("minutes: 60", "minutes: 60 #all"),
        ("counted: true", "counted: YES"),
        ("counted: true", "counted: True"),
        ("title: Inside the hive", "title: C# and # alone"),
        ("title: Inside the hive", "title: 'Inside #5'"),
        ("why: The super is for honey. }", 'why: "The super, of course, is." }'),
    ],
)
def test_what_is_right_is_not_told(bees: Path, old: str, new: str) -> None:
    path = bees / "modules" / "hive.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert told(bees) == ""


@pytest.mark.parametrize("file", ["course", "hive", "booklet"])
def test_a_file_of_comments_is_told(bees: Path, file: str) -> None:
    path = bees / "modules" / f"{file}.yaml"
    path.write_text("# nothing yet\n", "utf-8")
    assert f"modules/{file}.yaml:1:1: R107 the file is empty" in told(bees)


@pytest.mark.parametrize("tag", ["zh_Latn", "zh_Bopo", "en_Arab"])
def test_a_language_in_another_script_than_its_own_has_a_name(tag: str) -> None:
    assert is_known(tag)
    assert own_name(tag)


def test_two_modules_of_one_number_are_told(bees: Path) -> None:
    folder = bees / "modules"
    text = (folder / "hive.yaml").read_text("utf-8")
    (folder / "1-honey.yaml").write_text(text.replace("id: hive", "id: honey"), "utf-8")
    path = folder / "course.yaml"
    path.write_text(path.read_text("utf-8").replace("[hive]", "[hive, 1-honey]"))
    assert (
        "modules/course.yaml:7:17: C106 warning: hive and 1-honey are both module 1"
        in told(bees)
    )


def test_a_file_in_another_encoding_is_told(bees: Path) -> None:
    (bees / "modules" / "hive.yaml").write_bytes("标题: 你好\n".encode("gb18030"))
    assert "R106 the file is not in UTF-8" in told(bees)


def test_a_byte_order_mark_is_told_and_passed_over(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert told(bees).startswith("modules/hive.yaml:1:1: R105 warning: ")
    assert "error" not in told(bees)


def test_windows_line_ends_change_nothing(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert told(bees) == ""


def test_a_file_that_may_not_be_read_is_told(
    bees: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def locked(self: Path) -> bytes:
        if self.name == "hive.yaml":
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert told(bees).startswith(
        "modules/hive.yaml:1:1: R104 cannot be read: Permission denied"
    )


def test_a_huge_file_is_told(bees: Path) -> None:
    (bees / "modules" / "hive.yaml").write_text("# " + "x" * 10_000_000)
    assert "R103 10.0 MB in one file" in told(bees)


def test_an_alias_bomb_is_told_at_its_first_alias(bees: Path) -> None:
    rows = ["a0: &a0 [x, x]"]
    rows += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    (bees / "modules" / "hive.yaml").write_text("\n".join(rows))
    assert "modules/hive.yaml:2:10: R203 an alias: *a0" in told(bees)


def test_endless_brackets_are_told(bees: Path) -> None:
    (bees / "modules" / "hive.yaml").write_text("[" * 50_000)
    assert "R204 more than 30 levels deep" in told(bees)


def test_a_link_that_leaves_the_project_is_told(bees: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    path = bees / "modules" / "hive.yaml"
    path.rename(outside)
    try:
        path.symlink_to(outside)
    except OSError:
        pytest.skip("this system makes no links")
    assert "R102 the file lies outside the project's folder" in told(bees)


def test_a_link_to_itself_is_told(bees: Path) -> None:
    path = bees / "modules" / "hive.yaml"
    path.unlink()
    try:
        path.symlink_to(path)
    except OSError:
        pytest.skip("this system makes no links")
    assert re.search("hive.yaml:1:1: R10[14] ", told(bees))


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\nhalf", b"GIF89a", b"x"])
def test_a_damaged_picture_is_told(bees: Path, data: bytes) -> None:
    (bees / "modules" / "pictures" / "scale.png").write_bytes(data)
    assert "hive.yaml:53:16: R402 pictures/scale.png" in told(bees)


def test_a_picture_of_too_many_pixels_is_told(bees: Path) -> None:
    path = bees / "modules" / "pictures" / "scale.png"
    Image.new("1", (9000, 9000)).save(path)
    assert "R408 pictures/scale.png has more than 50 million pixels" in told(bees)


def test_a_large_picture_that_lies_on_its_side_is_set_upright(bees: Path) -> None:
    path = bees / "modules" / "pictures" / "scale.png"
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (4000, 1000)).save(path, "JPEG", exif=turned)
    course, problems = read_course(bees)
    (picture,) = course.modules[0].pictures
    assert not problems
    assert (picture.width, picture.height) == (600, 2400)
    assert picture.data.startswith(b"\xff\xd8\xff")


def test_a_course_without_its_file_is_told(bees: Path) -> None:
    (bees / "modules" / "course.yaml").write_text("")
    assert "modules/course.yaml:1:1: R107 the file is empty" in told(bees)
