"""Runs the cases of every rule: tests/rules/<name_with_underscores>.yml.

A file holds two lists. An item of ``pass`` is a manuscript in which the rule finds nothing; an item
of ``fail`` says exactly what it finds, in the order of the file::

    pass:
      - name: what is right about it
        format: markdown            # or text, bibtex, csl-json, ris; markdown where it is left out
        text: |
          A manuscript.
    fail:
      - name: what is wrong with it
        text: |
          A manuscript (Gaiduk 2010).
        findings:
          - quote: Gaiduk 2010      # the file's own text, markup and all
            at: "1:15"              # line:column of its first character, from 1
            end: "1:26"             # optional: of the first character after it
            severity: error         # optional
            message: 1996           # optional: a part of the message
            related: Gaiduk, Ilya   # optional: a part of a related place's excerpt; or a list
        verdicts:                   # optional, of pass too: what became of links
          - {url: "https://example.org/a", state: dead, reason: "404 Not Found, twice"}
        fix: |                      # optional: the manuscript after all the findings' fixes
          A manuscript (Gaiduk 1996).

Only the rule of the file's name is run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from srccheck.links.address import canonical
from srccheck.lint import Settings, lint
from srccheck.rules import Diagnostic, find_rule
from srccheck.text import Location
from srccheck.verdicts import Archived, State, Verdict

HERE = Path(__file__).parent
SUFFIXES = {"markdown": "md", "text": "txt", "bibtex": "bib", "csl-json": "json", "ris": "ris"}
KEYS = {"name", "text", "format", "findings", "fix", "verdicts"}
FINDING_KEYS = {"quote", "at", "end", "severity", "message", "related"}


@dataclass(frozen=True, slots=True)
class Case:
    """One manuscript and what the rule of ``file`` finds in it."""

    file: str
    name: str
    text: str
    format: str
    findings: tuple[dict[str, Any], ...]
    fix: str | None
    verdicts: tuple[Verdict, ...] = ()

    def __str__(self) -> str:
        return f"{self.file}: {self.name}"


def read_cases(path: Path) -> Iterator[Case]:
    """Give the cases of one file; an unknown key is an error, not silence."""
    lists = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(lists) <= {"pass", "fail"}, f"{path.name}: unknown list"
    for kind, cases in lists.items():
        for case in cases:
            where = f"{path.name}: {case.get('name', case)}"
            assert set(case) <= KEYS, f"{where}: unknown key"
            findings = tuple(case.get("findings", ()))
            assert bool(findings) == (kind == "fail"), f"{where}: findings belong to fail"
            assert all(set(each) <= FINDING_KEYS for each in findings), f"{where}: unknown key"
            yield Case(
                path.stem,
                case["name"],
                case["text"],
                case.get("format", "markdown"),
                findings,
                case.get("fix"),
                tuple(_verdict(each) for each in case.get("verdicts", ())),
            )


def _verdict(case: dict[str, Any]) -> Verdict:
    copy = case.get("archived")
    return Verdict(
        canonical(case["url"]),
        State(case["state"]),
        reason=case.get("reason", ""),
        final_url=case.get("final_url"),
        archived=Archived(copy, "20170510000000") if copy else None,
        archive_asked=bool(copy) or case.get("asked", False),
    )


CASES = [case for path in sorted(HERE.glob("*.yml")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    rule = find_rule(case.file.replace("_", "-"))
    path = f"case.{SUFFIXES[case.format]}"
    verdicts = {each.canonical: each for each in case.verdicts}
    settings = Settings(select=(rule.code,), verdicts=verdicts)
    result = lint(case.text.encode(), path, settings)
    found = [(each.raw, _point(each.location)) for each in result.diagnostics]
    assert found == [(each["quote"], each["at"]) for each in case.findings]
    for diagnostic, expected in zip(result.diagnostics, case.findings, strict=True):
        _compare(diagnostic, expected)
        assert case.text[diagnostic.location.offset : diagnostic.end_location.offset] == (
            diagnostic.raw
        )
    if case.fix is not None:
        assert apply_fixes(case.text, result.diagnostics) == case.fix


def _compare(diagnostic: Diagnostic, expected: dict[str, Any]) -> None:
    if "end" in expected:
        assert _point(diagnostic.end_location) == expected["end"]
    if "severity" in expected:
        assert diagnostic.severity == expected["severity"]
    assert str(expected.get("message", "")) in diagnostic.message
    related = expected.get("related", [])
    for part in [related] if isinstance(related, str) else related:
        assert any(part in each.excerpt for each in diagnostic.related), diagnostic.related


def apply_fixes(text: str, diagnostics: Iterable[Diagnostic]) -> str:
    """Give ``text`` after the edits of every finding's fix; overlapping edits fail the test."""
    edits = {
        (edit.location.offset, edit.end_location.offset, edit.replacement)
        for diagnostic in diagnostics
        if diagnostic.fix
        for edit in diagnostic.fix.edits
    }
    limit = len(text)
    for start, end, replacement in sorted(edits, reverse=True):
        assert end <= limit, "two edits overlap"
        text, limit = text[:start] + replacement + text[end:], start
    return text


def _point(location: Location) -> str:
    return f"{location.line}:{location.column}"
