"""The article the project began with: its citations and entries by hand, and what must be found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from srccheck.citations import IbidCitation, PrintedCitation
from srccheck.lint import LintResult, lint, read_apparatus
from srccheck.resolve import Apparatus, Outcome, Resolved

NAME = "selivanov-2017.txt"
LEVELS = ("fond", "opis", "papka", "delo", "list")


@cache
def _apparatus(path: Path) -> Apparatus:
    return read_apparatus(path.read_bytes(), NAME)


@cache
def _result(path: Path) -> LintResult:
    return lint(path.read_bytes(), NAME)


@pytest.fixture
def article(shared: Path) -> Path:
    return shared / "seeds" / NAME


@pytest.fixture
def labels(shared: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (shared / "data" / "selivanov-2017.citations.json").read_text(encoding="utf-8")
    )
    return loaded


@pytest.fixture
def entry_lines(shared: Path) -> dict[str, str]:
    """The labelled entries' texts by their id: ours are compared by what they quote."""
    loaded = json.loads(
        (shared / "data" / "selivanov-2017.entries.json").read_text(encoding="utf-8")
    )
    return {each["id"]: each["raw"] for each in loaded["references"]}


def _line(apparatus: Apparatus, resolved: Resolved) -> int:
    manuscript = apparatus.manuscript
    return manuscript.location(manuscript.source_span(resolved.place).start).line


def test_every_citation_is_found_with_its_words(article: Path, labels: dict[str, Any]) -> None:
    apparatus = _apparatus(article)
    found = [
        (_line(apparatus, each), apparatus.manuscript.raw(each.place), each.citation.kind.value)
        for each in apparatus.citations
    ]
    assert found == [(each["line"], each["raw"], each["kind"]) for each in labels["citations"]]


def test_every_citation_resolves_as_by_hand(
    article: Path, labels: dict[str, Any], entry_lines: dict[str, str]
) -> None:
    apparatus = _apparatus(article)
    wrong = []
    for expected, resolved in zip(labels["citations"], apparatus.citations, strict=True):
        wanted = entry_lines.get(expected["resolves_to"] or "", "")
        entry = resolved.entry
        quoted = apparatus.manuscript.excerpt(entry.place) if entry else ""
        same = quoted[:40].strip("-—. ") in wanted.replace("*", "") if entry else not wanted
        if not same:
            wrong.append((expected["line"], expected["raw"], wanted[:60], quoted[:60]))
    assert not wrong


def test_levels_and_locators_are_those_by_hand(article: Path, labels: dict[str, Any]) -> None:
    apparatus = _apparatus(article)
    for expected, resolved in zip(labels["citations"], apparatus.citations, strict=True):
        if "levels" in expected:
            assert resolved.reference is not None, expected
            levels = {name.value: value for name, value in resolved.reference.levels.items()}
            assert levels == expected["levels"], expected
            assert resolved.reference.archive == expected["archive"]
        if "volume" in expected:
            assert resolved.volume == expected["volume"], expected
        if isinstance(resolved.citation, PrintedCitation) and "year" in expected:
            year = resolved.citation.year
            assert year is not None
            assert year.normal == expected["year"], expected
            assert year.suffix == expected.get("suffix"), expected


def test_the_implausible_ibid_points_to_the_telegram(article: Path) -> None:
    apparatus = _apparatus(article)
    ibids = [e for e in apparatus.citations if isinstance(e.citation, IbidCitation)]
    doubtful = [e for e in ibids if e.outcome is not Outcome.MATCHED and e.reference is None]
    assert [apparatus.quote(e.place) for e in doubtful] == ["ibid., pp. 577–91"]
    assert apparatus.quote(doubtful[0].nearest[0].place).startswith("Malile, Reis")


def _found(result: LintResult, code: str) -> Iterator[tuple[int, str]]:
    return ((e.location.line, e.raw) for e in result.diagnostics if e.code == code)


EXPECTED = [
    ("CIT002", 121, "Gaiduk 2010"),
    ("CIT006", 29, "Konoreva 2008*b*"),
    ("CIT002", 143, "Hoxha 1959–84"),
    ("CIT002", 229, "Hoxha 1959–84"),
    ("CIT003", 51, "Bukharkin 1998"),
    ("CIT003", 298, "Phạm Thị Ngọc Bích and Mosyakov 2005"),
    ("CIT003", 307, "Harutyun Ulunyan (2015)"),
    ("ARC007", 55, "d. ½"),
    ("ARC007", 75, "d. ½"),
    ("ARC007", 123, "d. ¼"),
    ("ARC005", 73, "pp. 145–60"),
    ("ARC005", 75, "pp. 151, 157"),
    ("ARC005", 123, "p. 328"),
    ("ARC005", 155, "pp. 87–88"),
    ("ARC005", 157, "p. 58"),
    ("ARC005", 161, "pp. 78–80"),
    ("ARC005", 163, "p. 40"),
    ("CIT009", 109, "ibid., pp. 577–91"),
    ("REF008", 323, "Glazunov"),
    ("REF005", 337, "Otchetnyj doklad"),
    ("CIT014", 129, "694-95"),
    ("CIT014", 231, "1975-88"),
]


@pytest.mark.parametrize(("code", "line", "quote"), EXPECTED)
def test_what_a_copy_editor_found_is_found(article: Path, code: str, line: int, quote: str) -> None:
    found = list(_found(_result(article), code))
    assert any(at == line and raw.startswith(quote) for at, raw in found), found


def test_separators_and_the_file_in_two_folders_are_found(article: Path) -> None:
    result = _result(article)
    assert {line for line, _ in _found(result, "ARC006")} == {75, 219, 221, 239, 286}
    [(line, _)] = _found(result, "ARC010")
    assert line == 221


def test_every_quote_is_the_files_own(article: Path) -> None:
    source = article.read_bytes().decode("utf-8")
    for each in _result(article).diagnostics:
        assert source[each.location.offset : each.end_location.offset] == each.raw
