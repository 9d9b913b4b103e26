"""``srccheck extract``, ``rules``, ``rule`` and ``archives``, and what all commands share."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from conftest import DISAGREES, Run
from srccheck import __version__


def test_version_and_help(srccheck: Run) -> None:
    assert srccheck("--version").out == f"srccheck {__version__}\n"
    assert "extract" in srccheck("--help").out
    assert srccheck("frobnicate").code == 2


def test_extract_a_manuscript(srccheck: Run, folder: Path) -> None:
    document = json.loads(srccheck("extract", "bad.md").out)
    assert list(document) == ["version", "citations", "entries", "links"]
    (citation,) = document["citations"]
    assert citation["raw"] == "Gaiduk 2010, pp. 8–9"
    assert (citation["authors"], citation["year"]) == (["Gaiduk"], "2010")
    assert (citation["locator"], citation["path"]) == ("pp. 8–9", "bad.md")
    assert DISAGREES[citation["location"]["offset"] :].startswith("Gaiduk 2010")
    (entry,) = document["entries"]
    assert (entry["authors"], entry["year"]) == ([{"family": "Gaiduk", "given": "Ilya V."}], "1996")


@pytest.mark.parametrize("named", [["-"], []])
def test_extract_a_citation_a_line(srccheck: Run, named: list[str]) -> None:
    stdin = "RGASPI, f. 17, op. 3, d. 1080, l. 55\r\n\nРГАНИ. Ф. 2. Оп. 1. Д. 640. Л. 50.\n"
    ended = srccheck("extract", *named, "--kind", "archival", stdin=stdin)
    first, second = json.loads(ended.out)["citations"]
    assert (first["archive"], second["archive"]) == ("rgaspi", "rgani")
    assert first["location"] == {"line": 1, "column": 1, "offset": 0}
    assert second["location"] == {"line": 3, "column": 1, "offset": 39}
    assert second["levels"] == {"fond": "2", "opis": "1", "delo": "640", "list": "50"}
    assert stdin[second["location"]["offset"] : second["end_location"]["offset"]] == second["raw"]


def test_extract_standard_input_as_a_manuscript(srccheck: Run) -> None:
    document = json.loads(srccheck("extract", "-", "--stdin-name", "a.md", stdin=DISAGREES).out)
    assert len(document["entries"]) == 1
    assert document["entries"][0]["location"]["line"] == 5


def test_extract_tells_mistakes(srccheck: Run, folder: Path) -> None:
    ended = srccheck("extract", "bad.md", "missing.md")
    assert ended.code == 2
    assert ended.err.startswith("srccheck: missing.md: there is no such file")
    assert len(json.loads(ended.out)["entries"]) == 1
    ended = srccheck("extract", "bad.md", "--kind", "ibidem")
    assert ended.code == 2
    assert "The kinds are archival" in ended.err
    assert srccheck("extract", "-", stdin=b"\xff\xfe\x00").code == 2


def test_rules(srccheck: Run) -> None:
    table = srccheck("rules").out.splitlines()
    assert table[0].split() == ["code", "name", "severity", "fix", "reports"]
    assert any(line.startswith("SRC002  no-reference-list ") for line in table)
    (rule,) = [
        rule
        for rule in json.loads(srccheck("rules", "--format=json").out)["rules"]
        if rule["code"] == "SRC001"
    ]
    assert (rule["name"], rule["severity"], rule["fix"]) == ("unreadable-file", "error", None)


@pytest.mark.parametrize("word", ["SRC002", "src002", "no-reference-list"])
def test_rule_shows_its_page(srccheck: Run, word: str) -> None:
    page = srccheck("rule", word)
    assert page.out.startswith("SRC002 no-reference-list (info)\n")
    for title in ("What it does", "Why it matters", "Example", "Use instead", "Fix safety"):
        assert f"\n{title}\n    " in page.out


def test_rule_that_is_none(srccheck: Run) -> None:
    ended = srccheck("rule", "no-reference-lost")
    assert (ended.code, ended.out) == (2, "")
    assert "Did you mean 'no-reference-list'" in ended.err


def test_archives(srccheck: Run) -> None:
    assert "rgaspi" in srccheck("archives", "РГАСПИ").out
    found = json.loads(srccheck("archives", "RGASPI", "--format", "json").out)["archives"]
    assert found[0]["id"] == "rgaspi"
    assert (
        "Russian State Archive of Socio-Political History"
        in srccheck("archives", "--show", "rgaspi").out
    )
    assert srccheck("archives", "--show", "nowhere").code == 2
    nothing = srccheck("archives", "no such archive anywhere")
    assert nothing.code == 1
    assert "no archive answers to 'no such archive anywhere'" in nothing.err


def test_a_fault_of_ours_is_a_sentence_and_the_rest_is_linted(
    srccheck: Run, folder: Path, root: Path
) -> None:
    (folder / "sitecustomize.py").write_text(
        "import srccheck.lint as step\n"
        "whole = step.read_apparatus\n"
        "def broken(data, path, *others):\n"
        "    if path == 'good.md': raise ZeroDivisionError('by the way')\n"
        "    return whole(data, path, *others)\n"
        "step.read_apparatus = broken\n",
        encoding="utf-8",
    )
    env = {"PYTHONPATH": os.pathsep.join((str(folder), str(root / "src")))}
    ended = srccheck("lint", "good.md", "bad.md", env=env)
    assert ended.code == 2
    assert "srccheck: good.md: srccheck made a mistake here (ZeroDivisionError: by" in ended.err
    assert "Please report it" in ended.err
    assert "Traceback" not in ended.err
    assert "bad.md" in ended.out
    ended = srccheck("lint", "good.md", env={**env, "SRCCHECK_DEBUG": "1"})
    assert "Traceback" in ended.err
