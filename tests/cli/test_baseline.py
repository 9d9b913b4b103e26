"""``--baseline``: what is known is left out, what is gone is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import AGREES, DISAGREES, Run


@pytest.fixture
def srccheck(inline: Run) -> Run:
    """The command line, in this process."""
    return inline


NAME = "srccheck-baseline.json"
CHOSEN = "--select=CIT002,SRC"


def test_known_findings_are_left_out(srccheck: Run, folder: Path) -> None:
    ended = srccheck("lint", ".", CHOSEN, "--write-baseline")
    assert (ended.code, ended.out) == (0, f"1 finding written to {NAME}\n")
    assert srccheck("lint", ".", CHOSEN).code == 1
    ended = srccheck("lint", ".", CHOSEN, "--baseline", NAME)
    assert ended.code == 0
    assert ended.out.endswith(" (2 files); 1 accepted finding left out\n")
    # Edits elsewhere keep it; a second one alike is new.
    (folder / "bad.md").write_text("A first paragraph.\n\n" + DISAGREES, encoding="utf-8")
    assert srccheck("lint", "bad.md", CHOSEN, "--baseline", NAME).code == 0
    twice = DISAGREES.replace("(Gaiduk 2010", "(Gaiduk 2010, p. 1; Gaiduk 2010")
    (folder / "bad.md").write_text(twice, encoding="utf-8")
    ended = srccheck("lint", "bad.md", CHOSEN, "--baseline", NAME, "--format=concise")
    assert [line.split()[1] for line in ended.out.splitlines()] == ["CIT002"]
    (folder / "other.md").write_text(DISAGREES, encoding="utf-8")
    assert srccheck("lint", "other.md", CHOSEN, "--baseline", NAME).code == 1


def test_the_configuration_can_name_it(srccheck: Run, folder: Path) -> None:
    (folder / "srccheck.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    missing = srccheck("lint", ".", CHOSEN)
    assert missing.code == 2
    assert missing.err.startswith("srccheck: known.json: there is no such baseline. --write-base")
    assert srccheck("lint", ".", CHOSEN, "--write-baseline").code == 0
    assert srccheck("lint", ".", CHOSEN).code == 0
    assert srccheck("lint", ".", CHOSEN, "--isolated").code == 1


def test_what_is_gone_is_told_and_pruned(srccheck: Run, folder: Path) -> None:
    (folder / "gone.md").write_text(DISAGREES, encoding="utf-8")
    srccheck("lint", ".", CHOSEN, "--write-baseline")
    entries = len(json.loads((folder / NAME).read_text(encoding="utf-8"))["findings"])
    assert entries == 2
    (folder / "gone.md").unlink()
    (folder / "bad.md").write_text(AGREES, encoding="utf-8")
    ended = srccheck("lint", "bad.md", "--baseline", NAME, "--format=concise")
    assert ended.code == 0  # severity info
    assert ended.out.splitlines() == [
        f'{NAME}:2:1: SRC005 stale-baseline info bad.md: CIT002 "Gaiduk 2010" is gone; '
        "--prune-baseline takes it out",
        f'{NAME}:3:1: SRC005 stale-baseline info gone.md: CIT002 "Gaiduk 2010" is gone; '
        "--prune-baseline takes it out",
    ]
    # Of a rule that was not run, or a file that was not looked at, nothing is said.
    assert "bad.md" not in srccheck("lint", "good.md", "--baseline", NAME).out
    assert "bad.md" not in srccheck("lint", "bad.md", "--select=SRC", "--baseline", NAME).out
    ended = srccheck("lint", "bad.md", "--baseline", NAME, "--prune-baseline")
    assert (ended.code, ended.out) == (0, "no findings in 1 citation and 1 entry\n")
    assert json.loads((folder / NAME).read_text(encoding="utf-8"))["findings"] == []


def test_writing_it_anew_keeps_the_files_not_looked_at(srccheck: Run, folder: Path) -> None:
    (folder / "b.md").write_text(DISAGREES, encoding="utf-8")
    srccheck("lint", ".", CHOSEN, "--write-baseline")
    whole = (folder / NAME).read_text(encoding="utf-8")
    assert srccheck("lint", "b.md", CHOSEN, "--write-baseline").code == 0
    assert (folder / NAME).read_text(encoding="utf-8") == whole


def test_a_shared_bibliography_is_counted_once(srccheck: Run, tmp_path: Path) -> None:
    entry = "@book{%s, author={%s, Ilya}, title={The War}, year={1996}, publisher={Dee}}\n"
    (tmp_path / "refs.bib").write_text(
        entry % ("g", "Gaiduk") + entry % ("x", "Xenakis"), encoding="utf-8"
    )
    for name in ("a", "b"):
        text = "---\nbibliography: refs.bib\n---\n\nHe said so (Gaiduk 1996, p. 8).\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    chosen = ("a.md", "b.md", "--select=CIT004,SRC")
    assert srccheck("lint", *chosen, "--fail-level=info").code == 1
    ended = srccheck("lint", *chosen, "--write-baseline")
    assert ended.out == f"1 finding written to {NAME}\n"
    for files in (("a.md", "b.md"), ("a.md",)):
        command = (*files, "--select=CIT004,SRC", "--fail-level=info", "--baseline", NAME)
        ended = srccheck("lint", *command)
        assert (ended.code, "SRC005" in ended.out) == (0, False), ended.out
        assert "; 1 accepted finding left out\n" in ended.out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not json", "this is not JSON"),
        ("[" * 100_000, "this is not JSON"),
        ('{"version": 1, "findings": 3}', "an entry has path, rule"),
        ("[]", "this is no baseline of version 1. Write it anew"),
        ('{"version": 2}', "this is no baseline of version 1"),
        (
            '{"version": 1, "findings": [\n{"path": "a.md", "rule": "CIT002"}\n]}',
            "an entry has path, rule, fingerprint and count",
        ),
    ],
)
def test_a_broken_baseline(srccheck: Run, folder: Path, text: str, said: str) -> None:
    (folder / NAME).write_text(text, encoding="utf-8")
    ended = srccheck("lint", "good.md", "--baseline", NAME)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"srccheck: {NAME}")
    assert said in ended.err
