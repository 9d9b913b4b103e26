"""``--report NAME=FILE``: several outputs of one run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run


@pytest.fixture
def srccheck(inline: Run) -> Run:
    """The command line, in this process."""
    return inline


def test_several_reports_of_one_run(srccheck: Run, folder: Path) -> None:
    ended = srccheck(
        *("lint", "bad.md", "--select=CIT002"),
        *("--report", "json=a=b.json", "--report", "concise=lines.txt"),
    )
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.splitlines()[0] == "bad.md"  # the usual report as ever
    document = json.loads((folder / "a=b.json").read_text(encoding="utf-8"))
    (found,) = document["diagnostics"]
    assert found["code"] == "CIT002"
    (line,) = (folder / "lines.txt").read_text(encoding="utf-8").splitlines()
    assert line.startswith("bad.md:1:26: CIT002 ")


def test_a_report_without_a_file_takes_the_place_of_the_usual_one(
    srccheck: Run, folder: Path
) -> None:
    ended = srccheck("lint", "bad.md", "--select=CIT002", "--report=concise")
    (line,) = ended.out.splitlines()
    assert line.startswith("bad.md:1:26: CIT002 ")


def test_a_report_for_programs_says_what_standard_error_says(srccheck: Run, folder: Path) -> None:
    ended = srccheck("lint", "missing.md", "good.md", "--report=json=out.json")
    assert (ended.code, ended.out) == (2, "no findings in 1 citation and 1 entry\n")
    assert ended.err.startswith("srccheck: missing.md: ")
    (found,) = json.loads((folder / "out.json").read_text(encoding="utf-8"))["diagnostics"]
    assert (found["code"], found["path"]) == ("SRC001", "missing.md")


def test_a_page_and_a_query_list(srccheck: Run, folder: Path) -> None:
    ended = srccheck(
        *("lint", "bad.md", "good.md", "missing.md", "--exit-zero", "--select=CIT002"),
        *("--report", "html=page.html", "--report", "csv=queries.csv"),
    )
    assert ended.code == 2
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Gaiduk 2010: the reference list has Gaiduk 1996" in page
    assert "missing.md" in page
    rows = (folder / "queries.csv").read_bytes().split(b"\r\n")
    assert rows[0].startswith(b"\xef\xbb\xbfnumber,file,note,")
    assert [row.split(b",")[1] for row in rows[1:-1]] == [b"bad.md", b"missing.md"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--report=jsno=x"], "there is no report 'jsno'. The reports are text, concise, "),
        (["--format=pretty"], "there is no report 'pretty'. "),
        (
            ["--format=json", "--report=concise"],
            "the reports 'json' and 'concise' would both go to standard output. "
            "Give one a file: --report concise=FILE",
        ),
        (
            ["--format=json", "--statistics"],
            "the reports 'json' and 'statistics' would both go to standard output. ",
        ),
        (["--report=json=nowhere/x"], "nowhere/x: the report cannot be written here "),
    ],
)
def test_reports_that_cannot_be_written(
    srccheck: Run, folder: Path, arguments: list[str], said: str
) -> None:
    ended = srccheck("lint", "good.md", *arguments)
    assert ended.code == 2
    assert ended.err.startswith(f"srccheck: {said}")


def test_a_report_is_written_whole_over_what_was_there(srccheck: Run, folder: Path) -> None:
    (folder / "real.json").write_text("x" * 100_000, encoding="utf-8")
    (folder / "real.json").chmod(0o640)
    (folder / "link.json").symlink_to("real.json")
    assert srccheck("lint", "good.md", "--report=json=link.json").code == 0
    assert json.loads((folder / "real.json").read_text(encoding="utf-8"))["diagnostics"] == []
    assert (folder / "real.json").stat().st_mode & 0o777 == 0o640
    assert (folder / "link.json").is_symlink()
    assert sorted(each.name for each in folder.iterdir() if each.suffix != ".md") == [
        *("link.json", "real.json")
    ]


def test_statistics_and_quiet(srccheck: Run, folder: Path) -> None:
    two = (folder / "bad.md").read_text(encoding="utf-8").replace("\n", " (Gaiduk 2009).\n", 1)
    (folder / "two.md").write_text(two, encoding="utf-8")
    chosen = ("lint", "bad.md", "two.md", "--select=CIT002,SRC")
    ended = srccheck(*chosen, "--statistics")
    assert ended.code == 1
    heading, row, total = ended.out.splitlines()
    assert heading.split() == ["findings", "files", "fixable", "code", "name"]
    assert row.split() == ["3", "2", "3", "CIT002", "year-mismatch"]
    assert total == "3 errors in 3 citations and 2 entries (2 files)"
    both = srccheck(*chosen, "--statistics", "--format=concise").out.splitlines()
    assert both[0].startswith("bad.md:1:26: CIT002 ")
    assert both[3:] == ended.out.splitlines()
    ended = srccheck(*chosen, "--quiet")
    assert (ended.code, ended.out, ended.err) == (1, "", "")
