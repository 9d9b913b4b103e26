"""Which files a run is about."""

from __future__ import annotations

from pathlib import Path

from srccheck import bibliographies, readers
from srccheck.cli import users
from srccheck.files import SUFFIXES, Failure, Source, find


def test_a_walk_takes_what_the_readers_know() -> None:
    assert set(SUFFIXES) == readers.SUFFIXES


def test_a_bibliography_is_known_by_one_set_of_endings() -> None:
    assert users.SUFFIXES == bibliographies.SUFFIXES


def test_a_file_is_found_once_however_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A", encoding="utf-8")
    (tmp_path / "B.TXT").write_text("B", encoding="utf-8")
    (tmp_path / "notes").write_text("C", encoding="utf-8")
    named = [str(tmp_path / "a.md"), str(tmp_path), str(tmp_path / "notes")]
    assert [(Path(each.path).name, each.named) for each in find(named)] == [
        ("a.md", True),
        ("B.TXT", False),
        ("notes", True),
    ]


def test_names_that_are_none() -> None:
    found = list(find(["gone.md", "a\0b.md", "x" * 5000, "/dev/null"]))
    assert not any(isinstance(each, Source) for each in found)
    assert [each.error.what for each in found if isinstance(each, Failure)] == [
        "there is no such file",
        "this is not the name of a file",
        "this cannot be read (File name too long)",
        "this is no file",
    ]


def test_the_lock_files_of_office_programs_are_passed_over(tmp_path: Path) -> None:
    for name in ("a.docx", "~$a.docx", ".~lock.a.docx#"):
        (tmp_path / name).write_bytes(b"x")
    assert [Path(each.path).name for each in find([str(tmp_path)])] == ["a.docx"]


def test_copies_beside_their_original_are_passed_over(tmp_path: Path) -> None:
    for name in ("a.docx", "a.checked.docx", "a.corrected.docx", "b.checked.docx", "a.checked.md"):
        (tmp_path / name).write_bytes(b"x")
    names = [Path(each.path).name for each in find([str(tmp_path)])]
    assert names == ["a.checked.md", "a.docx", "b.checked.docx"]
