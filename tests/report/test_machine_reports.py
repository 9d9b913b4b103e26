"""Reports for programs, made as a user makes them, and read by what reads such files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fluidattacks_core.sarif import SarifLog
from junitparser import Failure, JUnitXml

from conftest import Run

# Cyrillic, an emoji (two units of UTF-16, four bytes), a combining accent, %, commas, markup.
TEXT = """\
😀 Он «жаловался», 100 %: <b>да</b> (Гайдук 2010, с. 8–9).

Once more it is there (RGASPI, f. 17, op. 3, d. ½, l. 7; RGASPI, f. 17, op. 3, d. 1/3, l. 8).

## References

Гайдук, Илья В. *Советский Союз и война во Вьетнаме*. Москва: Наука, 1996.
"""
NAME = "глава 1, 100%.md"
RULES = "--select=CIT002,ARC007,SRC001"
FORMATS = ("jsonl", "sarif", "gitlab", "junit", "checkstyle", "rdjson", "json", "github")


@pytest.fixture
def srccheck(inline: Run) -> Run:
    """The command line, in this process."""
    return inline


@pytest.fixture
def made(srccheck: Run, tmp_path: Path) -> dict[str, str]:
    """Every report of one run over a manuscript with two findings and one that is empty."""
    (tmp_path / NAME).write_bytes(TEXT.replace("\n", "\r\n").encode())
    (tmp_path / "empty.md").write_bytes(b"")
    summary = tmp_path / "summary.md"
    summary.write_text("## Before\n", encoding="utf-8")
    reports = [f"--report={name}={name}.out" for name in FORMATS]
    env = {"GITHUB_STEP_SUMMARY": str(summary)}
    ended = srccheck("lint", NAME, "empty.md", RULES, "--quiet", *reports, env=env)
    assert (ended.code, ended.out) == (2, "")
    found = {
        name: (tmp_path / f"{name}.out").read_bytes().decode("utf-8", "strict") for name in FORMATS
    }
    return {**found, "summary": summary.read_text(encoding="utf-8")}


def test_json_lines_are_the_diagnostics_of_the_json(made: dict[str, str]) -> None:
    lines = [json.loads(line) for line in made["jsonl"].splitlines()]
    assert lines == json.loads(made["json"])["diagnostics"]
    assert [each["code"] for each in lines] == ["CIT002", "ARC007", "SRC001"]


def test_sarif_keeps_its_schema(made: dict[str, str]) -> None:
    document = json.loads(made["sarif"])
    SarifLog.model_validate(document)
    (run,) = document["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": False}]
    rules = run["tool"]["driver"]["rules"]
    year, fraction, unread = run["results"]
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [
        *("CIT002", "ARC007", "SRC001")
    ]
    assert all(each["help"]["text"] and each["help"]["markdown"] for each in rules)
    (place,) = year["locations"]
    artifact = place["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == "%D0%B3%D0%BB%D0%B0%D0%B2%D0%B0%201%2C%20100%25.md"
    region = place["physicalLocation"]["region"]
    assert region["snippet"]["text"] == "Гайдук 2010"
    assert TEXT.splitlines()[0][region["startColumn"] - 1 : region["endColumn"] - 1] == (
        "Гайдук 2010"
    )
    assert year["relatedLocations"][0]["message"]["text"].startswith("the entry: Гайдук")
    (change,) = fraction["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"]["text"] == "1/2"
    assert replacement["deletedRegion"]["startLine"] == 3
    assert unread["level"] == "error"


def test_a_fingerprint_moves_with_its_words(srccheck: Run, tmp_path: Path) -> None:
    def prints(text: str) -> list[str]:
        (tmp_path / "a.md").write_text(text, encoding="utf-8")
        ended = srccheck("lint", "a.md", "--select=CIT002", "--format=sarif")
        results = json.loads(ended.out)["runs"][0]["results"]
        return [each["partialFingerprints"]["srccheckQuote/v1"] for each in results]

    before = prints(TEXT)
    assert prints("A new first paragraph.\n\n" + TEXT) == before
    twice = prints(TEXT.replace("2010", "2010, с. 1; Гайдук 2010"))
    assert len(set(twice)) == 2
    assert before[0] in twice


def test_gitlab_has_what_it_asks_for(made: dict[str, str]) -> None:
    issues = json.loads(made["gitlab"])
    assert len({each["fingerprint"] for each in issues}) == len(issues) == 3
    for each in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(each)
        assert each["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert each["location"]["lines"]["begin"] >= 1
    assert issues[0]["location"] == {"path": NAME, "lines": {"begin": 1, "end": 1}}


def test_junit_is_read_by_its_parser(made: dict[str, str]) -> None:
    report = JUnitXml.fromstring(made["junit"].encode())
    assert (report.tests, report.failures, report.errors) == (3, 2, 1)
    first, second = list(report)
    assert first.name == NAME
    failed = [kind for case in first for kind in case if isinstance(kind, Failure)]
    assert len(failed) == 2
    assert "Гайдук 2010" in failed[0].message
    assert (second.tests, second.errors) == (1, 1)


def test_checkstyle(made: dict[str, str]) -> None:
    root = ElementTree.fromstring(made["checkstyle"].encode())
    assert (root.tag, root[0].tag, root[0].get("name")) == ("checkstyle", "file", NAME)
    first = root[0][0]
    assert (first.get("line"), first.get("severity")) == ("1", "error")
    assert TEXT[int(first.get("column", 0)) - 1 :].startswith("Гайдук 2010")
    assert [each.get("source") for each in root.iter("error")] == [
        "srccheck.CIT002.year-mismatch",
        "srccheck.ARC007.mangled-fraction",
        "srccheck.SRC001.unreadable-file",
    ]


def test_rdjson_counts_bytes(made: dict[str, str]) -> None:
    document = json.loads(made["rdjson"])
    year, fraction, unread = document["diagnostics"]
    assert [each["severity"] for each in document["diagnostics"]] == ["ERROR", "WARNING", "ERROR"]
    lines = TEXT.encode().split(b"\n")

    def cut(found: dict[str, dict[str, int]]) -> str:
        start, end = found["start"], found["end"]
        assert start["line"] == end["line"]
        return lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1].decode()

    assert cut(year["location"]["range"]) == "Гайдук 2010"
    (suggestion,) = fraction["suggestions"]
    assert (cut(suggestion["range"]), suggestion["text"]) == ("½", "1/2")
    assert unread["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}


COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>[^:]*)::(?P<data>.*)")


def parsed(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Read workflow commands as the runner does (actions/runner, ActionCommand)."""
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = {}
        for each in match["properties"].split(","):
            key, _, value = each.partition("=")
            for escaped, char in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%25", "%")):
                value = value.replace(escaped, char)
            properties[key] = value
        yield match["name"], properties, match["data"].replace("%25", "%")


def test_github_commands_are_read_by_the_runner(made: dict[str, str]) -> None:
    found = list(parsed(made["github"]))
    assert [name for name, _, _ in found] == ["error", "error", "warning", "notice"]
    _, properties, message = found[0]
    assert properties["file"] == NAME
    assert properties["title"] == "CIT002 year-mismatch"
    assert TEXT[int(properties["col"]) - 1 : int(properties["endColumn"]) - 1] == "Гайдук 2010"
    assert "Гайдук 1996" in message
    assert "2 errors, 1 warning" in found[-1][2]
    assert made["summary"].startswith("## Before\n## srccheck\n")
    assert "| error | CIT002 year-mismatch |" in made["summary"]


def test_github_shows_ten_of_a_level(srccheck: Run, tmp_path: Path) -> None:
    line = "It is there (RGASPI, f. 17, op. 3, d. ½, l. 7).\n\n"
    (tmp_path / "a.md").write_text(line * 14 + TEXT, encoding="utf-8")
    ended = srccheck("lint", "a.md", RULES, "--report=github")
    found = list(parsed(ended.out))
    names = [name for name, _, _ in found]
    assert names == ["error", *["warning"] * 10, "notice"]
    assert "5 findings not shown here" in found[-1][2]
