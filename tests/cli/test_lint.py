"""``srccheck lint``: what is read, what is written, how it ends."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import AGREES, DISAGREES, Run, environment


def test_no_findings_end_with_0(srccheck: Run, folder: Path) -> None:
    ended = srccheck("lint", "good.md")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "no findings in 1 citation and 1 entry\n"


def test_a_finding_ends_with_1_and_is_shown_in_its_paragraph(srccheck: Run, folder: Path) -> None:
    ended = srccheck("lint", "bad.md", "--select", "CIT002")
    assert (ended.code, ended.err) == (1, "")
    path, head, quote, carets, related, *_ = ended.out.splitlines()
    assert path == "bad.md"
    assert head.startswith("  1:26 error CIT002 year-mismatch  ")
    assert quote == "      He complained at length (Gaiduk 2010, pp. 8–9)."
    start = carets.index("^")
    assert quote[start:].startswith("Gaiduk 2010")
    assert related.startswith("      5:1 ")
    assert "Gaiduk, Ilya V." in related
    assert ended.out.endswith("1 error in 1 citation and 1 entry\n")


def test_fail_level_and_exit_zero_decide_the_exit_code(srccheck: Run, folder: Path) -> None:
    (folder / "no-list.md").write_text("He complained (Gaiduk 2010).\n", encoding="utf-8")
    only = ("lint", "no-list.md", "--select", "SRC002")
    assert srccheck(*only).code == 0
    assert srccheck(*only, "--fail-level", "info").code == 1
    assert srccheck(*only, "--fail-level", "info", "--exit-zero").code == 0


def test_concise_is_one_line_a_finding(srccheck: Run, folder: Path) -> None:
    ended = srccheck("lint", "--format", "concise", "--select=year-mismatch", "bad.md", "good.md")
    (line,) = ended.out.splitlines()
    assert line.startswith("bad.md:1:26: CIT002 year-mismatch error ")


def test_json_keeps_the_contract(srccheck: Run, folder: Path) -> None:
    ended = srccheck("lint", "--format", "json", "--select", "CIT", "bad.md", env={"LC_ALL": "C"})
    document = json.loads(ended.out)
    assert list(document) == ["version", "tool", "files", "diagnostics"]
    assert document["version"] == 1
    assert document["files"] == [
        {
            "path": "bad.md",
            "format": "markdown",
            "style": "author-date",
            "citations": 1,
            "entries": 1,
        }
    ]
    (diagnostic,) = document["diagnostics"]
    assert list(diagnostic) == [
        *("code", "name", "severity", "message", "path", "stream", "note", "paragraph"),
        *("location", "end_location", "raw", "excerpt", "fix", "related"),
    ]
    start, end = diagnostic["location"], diagnostic["end_location"]
    assert start == {"line": 1, "column": 26, "offset": 25}
    assert DISAGREES[start["offset"] : end["offset"]] == diagnostic["raw"]
    assert diagnostic["related"][0]["location"]["line"] == 5
    assert "pp. 8\\u2013" not in ended.out


def test_a_folder_is_walked_in_order_and_hidden_ones_left_out(srccheck: Run, folder: Path) -> None:
    for name in ("b/two.md", "a/one.txt", ".git/three.md", "node_modules/four.md", "a/.five.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(AGREES, encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\0")
    document = json.loads(srccheck("lint", ".", "good.md", "--format=json").out)
    names = [file["path"] for file in document["files"]]
    assert names == ["bad.md", "good.md", str(Path("a", "one.txt")), str(Path("b", "two.md"))]


def test_many_files_give_one_order_on_every_core(srccheck: Run, tmp_path: Path) -> None:
    filler = "The reading room opens at nine and closes at five.\n\n" * 1500
    for number in range(8):
        (tmp_path / f"{number}.md").write_text(filler + DISAGREES, encoding="utf-8")
    ended = srccheck("lint", ".", "--format=concise", "--select=CIT002")
    assert [line.split(":")[0] for line in ended.out.splitlines()] == [
        f"{number}.md" for number in range(8)
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.md", None, "there is no such file"),
        ("empty.md", b"", "empty"),
        ("binary.md", b"\x00\x01\x02\xff" * 64, ""),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_linted(
    srccheck: Run, folder: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    ended = srccheck("lint", name, "bad.md", "--select=CIT002")
    assert ended.code == 2
    (sentence,) = ended.err.splitlines()
    assert sentence.startswith(f"srccheck: {name}: ")
    assert said in sentence
    assert "1 error in 1 citation" in ended.out
    document = json.loads(srccheck("lint", name, "bad.md", "--format=json").out)
    assert document["diagnostics"][0]["code"] == "SRC001"
    assert document["diagnostics"][0]["path"] == name
    assert [file["path"] for file in document["files"]] == ["bad.md"]


def test_what_a_walk_cannot_read_is_a_finding(srccheck: Run, folder: Path) -> None:
    (folder / "bad.md").unlink()
    (folder / "empty.md").write_bytes(b"")
    ended = srccheck("lint", ".", "--format=concise")
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.startswith("empty.md:1:1: SRC001 unreadable-file error ")
    assert srccheck("lint", ".", "--ignore=SRC001").code == 0


def test_a_folder_without_manuscripts(srccheck: Run, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    ended = srccheck("lint", "letters")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("srccheck: letters: there is no manuscript in this folder. ")


def test_no_path_is_a_mistake_of_usage(srccheck: Run) -> None:
    ended = srccheck("lint")
    assert ended.code == 2
    assert "PATH" in ended.err


def test_standard_input(srccheck: Run) -> None:
    ended = srccheck("lint", "-", "--format=concise", "--select=CIT002", stdin=DISAGREES)
    assert ended.out.startswith("<stdin>:1:26: CIT002 ")
    ended = srccheck(*("lint", "-", "--stdin-name", "глава.md", "--format=json"), stdin=DISAGREES)
    (file,) = json.loads(ended.out)["files"]
    assert (file["path"], file["format"]) == ("глава.md", "markdown")
    assert srccheck("lint", "-").code == 2


def test_standard_input_that_is_closed(root: Path) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m srccheck lint - <&-',
        shell=True,
        capture_output=True,
        env=environment(root),
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("srccheck: <stdin>: standard input is closed")


def test_names_in_cyrillic_and_with_bytes_that_are_no_text(srccheck: Run, folder: Path) -> None:
    (folder / "bad.md").rename(folder / "Глава первая.md")
    out = srccheck("lint", "Глава первая.md", "--format=concise", env={"LC_ALL": "C"}).out
    assert out.startswith("Глава первая.md:1:26: ")
    if sys.platform == "linux":
        (folder / "good.md").rename(os.fsdecode(os.fsencode(folder) + b"/\xff.md"))
        assert srccheck("lint", ".", "--format=json", "--select=CIT002").code == 1


def test_a_folder_that_may_not_be_written_to(srccheck: Run, folder: Path) -> None:
    folder.chmod(0o555)
    try:
        assert srccheck("lint", "bad.md", "--select=CIT002").code == 1
    finally:
        folder.chmod(0o755)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(srccheck: Run, folder: Path) -> None:
    (folder / "bad.md").chmod(0)
    ended = srccheck("lint", "bad.md")
    assert ended.code == 2
    assert "this may not be read" in ended.err


def test_a_report_can_be_written_to_a_file(srccheck: Run, folder: Path) -> None:
    ended = srccheck("lint", "bad.md", "--format=concise", "--select=CIT002", "-o", "report.txt")
    assert (ended.code, ended.out) == (1, "")
    assert (folder / "report.txt").read_text(encoding="utf-8").startswith("bad.md:1:26: ")
    ended = srccheck("lint", "bad.md", "-o", "nowhere/report.txt")
    assert ended.code == 2
    assert ended.err.startswith("srccheck: nowhere/report.txt: the report cannot be written here")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_answered_with_the_nearest(
    srccheck: Run, folder: Path, option: str
) -> None:
    ended = srccheck("lint", "good.md", option, "CIT001,yaer-mismatch")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(
        "srccheck: there is no rule 'yaer-mismatch'. Did you mean 'year-mismatch'"
    )


def test_a_reader_that_goes_away_is_no_error(root: Path, folder: Path) -> None:
    (folder / "long.md").write_text("He said so (Gaiduk 2010).\n\n" * 4000, encoding="utf-8")
    done = subprocess.run(
        f'"{sys.executable}" -m srccheck lint long.md bad.md | head -1',
        shell=True,
        capture_output=True,
        cwd=folder,
        env=environment(root),
        check=False,
    )
    assert done.stderr == b""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colours_and_links_on_a_terminal_only(
    root: Path, folder: Path, env: dict[str, str], coloured: bool
) -> None:
    out = _on_a_terminal(root, folder, env)
    assert ("\x1b[" in out) is coloured
    assert ("\x1b]8;;file://" in out) is coloured
    assert ("^" in out) is not coloured


def test_no_colours_in_a_pipe(srccheck: Run, folder: Path) -> None:
    assert "\x1b" not in srccheck("lint", "bad.md", env={"FORCE_COLOR": "1"}).out


def _on_a_terminal(root: Path, folder: Path, env: dict[str, str]) -> str:
    ours, theirs = pty.openpty()
    base = {key: value for key, value in environment(root).items() if key != "NO_COLOR"}
    subprocess.run(
        [sys.executable, "-m", "srccheck", "lint", "bad.md", "--select=CIT002"],
        stdout=theirs,
        cwd=folder,
        env={**base, "TERM": "xterm-256color", **env},
        check=False,
    )
    os.close(theirs)
    chunks = []
    while chunk := _read(ours):
        chunks.append(chunk)
    os.close(ours)
    return b"".join(chunks).decode()


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:  # Linux says so where nobody holds the other end any more
        return b""
