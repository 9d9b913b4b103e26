"""The archives a project adds: in srccheck.toml, or in a file named on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run

OWN = """\
fail-level = "error"

[[archive]]
id = "zaytsev"
convention = "fond"
city = "Tula"
abbreviations = ["ЛАЗ", "LAZ"]
names.en = ["Zaytsev Papers"]

[[archive]]
id = "museum"
abbreviations = ["MST"]
"""
TEXT = "He knew (Zaytsev Papers [LAZ], f. 1, op. 2, d. 3, l. 4; MST, f. 5, op. 1, d. 6, l. 7).\n"


@pytest.fixture
def manuscript(tmp_path: Path) -> Path:
    """A manuscript two folders down, that cites two archives nobody knows."""
    path = tmp_path / "volume" / "part" / "letters.md"
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, encoding="utf-8")
    return path


def archives_of(srccheck: Run, *arguments: str | Path) -> list[str | None]:
    ended = srccheck("extract", *arguments)
    assert ended.code == 0, ended.err
    return [each["archive"] for each in json.loads(ended.out)["citations"]]


def test_the_closest_file_upwards_is_read(srccheck: Run, tmp_path: Path, manuscript: Path) -> None:
    assert archives_of(srccheck, manuscript) == [None, None]
    (tmp_path / "srccheck.toml").write_text(OWN, encoding="utf-8")
    assert archives_of(srccheck, manuscript) == ["zaytsev", "museum"]
    closer = OWN.replace('"zaytsev"', '"letters"')
    (manuscript.parent / "srccheck.toml").write_text(closer, encoding="utf-8")
    assert archives_of(srccheck, manuscript) == ["letters", "museum"]


def test_each_manuscript_has_its_own_project(srccheck: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "one" / "srccheck.toml").write_text(OWN, encoding="utf-8")
    assert archives_of(srccheck, "one", "two") == ["zaytsev", "museum", None, None]


def test_a_file_that_is_named_goes_before(srccheck: Run, tmp_path: Path, manuscript: Path) -> None:
    (tmp_path / "srccheck.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "ours.toml").write_text(OWN.replace('"museum"', '"collection"'), encoding="utf-8")
    assert archives_of(srccheck, manuscript, "--archives", "ours.toml") == ["zaytsev", "collection"]


def test_lint_knows_them(srccheck: Run, tmp_path: Path, manuscript: Path) -> None:
    unknown = srccheck("lint", manuscript, "--format=concise", "--select=ARC001").out
    assert unknown.count("ARC001") == 1
    (tmp_path / "ours.toml").write_text(OWN, encoding="utf-8")
    ended = srccheck("lint", manuscript, "--select=ARC001", "--archives=ours.toml")
    assert ended.code == 0
    assert "ARC001" not in ended.out


def test_they_can_be_looked_up(srccheck: Run, tmp_path: Path) -> None:
    assert srccheck("archives", "zaytsev").code == 1
    (tmp_path / "srccheck.toml").write_text(OWN, encoding="utf-8")
    assert "Zaytsev Papers" in srccheck("archives", "лаз").out
    assert "Tula" in srccheck("archives", "--show", "zaytsev").out


@pytest.mark.parametrize(
    ("instead_of", "put", "line", "said"),
    [
        ('"fond"', '"fonds"', 5, "the conventions are"),
        ('id = "zaytsev"', 'id = "Z A"', 4, "id must be lower-case letters"),
        ('["ЛАЗ", "LAZ"]', '"LAZ"', 7, "abbreviations must be a list of texts"),
        ('city = "Tula"', 'town = "Tula"', 6, "unknown key 'town'; the keys are"),
        ('city = "Tula"', 'levels = ["shelf"]', 6, "no level 'shelf'; the levels are"),
        ('id = "museum"', "id = ", 11, "not valid TOML"),
        ('[[archive]]\nid = "z', '[archive]\nid = "z', 3, "two brackets"),
    ],
)
def test_a_broken_file_is_told_by_line(
    srccheck: Run, tmp_path: Path, manuscript: Path, instead_of: str, put: str, line: int, said: str
) -> None:
    text = OWN.replace(instead_of, put)
    if line == 3:
        text = text.split('\n[[archive]]\nid = "museum"')[0]
    (tmp_path / "srccheck.toml").write_text(text, encoding="utf-8")
    for command in ("lint", "extract"):
        ended = srccheck(command, manuscript)
        assert (ended.code, ended.out) == (2, "")
        assert f"srccheck.toml:{line}: " in ended.err
        assert said in ended.err


def test_a_file_without_archives(srccheck: Run, tmp_path: Path, manuscript: Path) -> None:
    (tmp_path / "srccheck.toml").write_text('fail-level = "error"\n', encoding="utf-8")
    assert archives_of(srccheck, manuscript) == [None, None]
    ended = srccheck("lint", manuscript, "--archives", "srccheck.toml")
    assert ended.code == 2
    assert "no [[archive]]" in ended.err
    assert srccheck("lint", manuscript, "--archives", "missing.toml").code == 2


def test_many_manuscripts_are_read_in_other_processes(srccheck: Run, tmp_path: Path) -> None:
    (tmp_path / "srccheck.toml").write_text(OWN, encoding="utf-8")
    for number in range(2):
        text = TEXT + "\n" + "He went on and on about it.\n\n" * 7500
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    assert archives_of(srccheck, "0.md", "1.md") == ["zaytsev", "museum"] * 2
