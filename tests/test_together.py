"""Chapters linted together: what they share, and what stays in each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from srccheck.cli.app import app
from srccheck.errors import UsageError
from srccheck.lint import Settings
from srccheck.together import lint_together, read_chapter

FIRST = """\
The harvest was sold.[^1] Nobody knew.[^2] The file is in Moscow.[^3]

[^1]: Martha Ferris, *Bread for Machines* (Chapel Hill: UNC Press, 2004), 45.
[^2]: Ferris, *Bread for Machines*, 51.
[^3]: Russian State Archive of Socio-Political History (RGASPI), f. 17, op. 3, d. 985, l. 12.
"""
SECOND = """\
The treaty came.[^1] It failed.[^2] So they say.[^3]

[^1]: Ferris, *Bread for Machines*, 60.
[^2]: Ibid., 61; Aronson, *Surplus*, 3.
[^3]: RGASPI, f. 17, op. 3, d. 986, l. 2.
"""
LIST = """\
## Bibliography

Aronson, Lev. *Surplus*. Oxford: OUP, 2011.

Ferris, Martha. *Bread for Machines*. Chapel Hill: UNC Press, 2004.
"""


def _lint(chapters: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    settings = {path: Settings() for path in chapters}
    read = [read_chapter(text.encode(), path, settings=settings) for path, text in chapters.items()]
    results = lint_together(read, settings)
    assert [each.path for each in results] == list(chapters)
    for result in results:
        assert all(each.path == result.path for each in result.diagnostics)
    return {each.path: [(d.code, d.raw) for d in each.diagnostics] for each in results}


CLEAN = {"1.md": FIRST, "2.md": SECOND, "3.md": LIST}


def test_works_archives_and_the_list_are_shared() -> None:
    assert _lint(CLEAN) == {"1.md": [], "2.md": [], "3.md": []}


def test_an_ibid_never_crosses_a_file() -> None:
    second = SECOND.replace("Ferris, *Bread for Machines*, 60", "Ibid., 60")
    assert ("CIT009", "Ibid., 60") in _lint(CLEAN | {"2.md": second})["2.md"]


def test_findings_stand_in_their_own_file() -> None:
    second = SECOND.replace("*Surplus*", "*Shortage*")
    listed = LIST + "\nRaines, Oliver. *The Empty Barn*. New York: Knopf, 1974.\n"
    found = _lint(CLEAN | {"2.md": second, "3.md": listed})
    assert found["1.md"] == []
    assert found["2.md"] == [("CIT015", "*Shortage*")]
    assert found["3.md"] == [("CIT004", "Raines, Oliver. *The Empty Barn*")]


def test_an_archive_is_explained_in_any_chapter() -> None:
    found = _lint({"1.md": FIRST.replace("History (RGASPI)", "History, RGASPI"), "2.md": SECOND})
    alone = _lint({"2.md": SECOND})
    assert [code for code, _ in alone["2.md"]] == ["ARC002"]
    assert "ARC002" not in {code for code, _ in found["2.md"]}


def test_a_work_that_two_chapters_list_is_one_entry() -> None:
    found = _lint({"1.md": FIRST + "\n" + LIST, "2.md": SECOND + "\n" + LIST})
    assert found == {"1.md": [], "2.md": []}


def test_a_cross_reference_is_to_the_chapter_s_own_note() -> None:
    second = SECOND.replace("RGASPI, f. 17, op. 3, d. 986, l. 2", "See note 1")
    assert _lint(CLEAN | {"2.md": second})["2.md"] == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in CLEAN.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_command(folder: Path) -> None:
    result = CliRunner().invoke(app, ["lint", str(folder), "--together", "--format", "concise"])
    assert (result.exit_code, result.stdout) == (0, "")


def test_one_chapter_that_cannot_be_read_does_not_stop_the_others(folder: Path) -> None:
    (folder / "2.md").write_bytes(b"\x00\x01\x02\x03" * 40)
    (folder / "3.md").write_text(
        LIST + "\nRaines, Oliver. *The Empty Barn*. New York, 1974.\n", encoding="utf-8"
    )
    result = CliRunner().invoke(app, ["lint", str(folder), "--together", "--format", "concise"])
    assert result.exit_code == 1
    assert "SRC001" in result.stdout
    assert "CIT004" in result.stdout


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_what_does_not_go_together(folder: Path, option: str) -> None:
    result = CliRunner().invoke(app, ["lint", str(folder), "--together", option])
    assert isinstance(result.exception, UsageError)
