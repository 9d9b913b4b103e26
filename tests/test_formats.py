"""One manuscript, written in every format: it gives the same findings, with the same quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from format_factory import SAMPLE, WRITERS
from srccheck.lint import lint, read_apparatus
from srccheck.rules import Diagnostic

KEPT = Path(__file__).parent / "formats"


def rows(suffix: str) -> list[tuple[str, str, str, str | None, str]]:
    """Lint the kept sample of one format; give what every format has to agree on."""
    path = KEPT / f"vlora{suffix}"
    return sorted(_row(each) for each in lint(path.read_bytes(), path.name).diagnostics)


def _row(each: Diagnostic) -> tuple[str, str, str, str | None, str]:
    return each.code, each.severity.value, each.excerpt, each.note, each.message


def test_the_sample_has_something_to_find() -> None:
    codes = {row[0] for row in rows(".md")}
    assert {"CIT001", "CIT002", "CIT004", "ARC006", "ARC007", "ARC009", "ARC010"} <= codes


@pytest.mark.parametrize("suffix", [each for each in WRITERS if each != ".md"])
def test_every_format_gives_the_same_findings(suffix: str) -> None:
    assert rows(suffix) == rows(".md")


@pytest.mark.parametrize("suffix", list(WRITERS))
def test_every_format_gives_the_same_citations(suffix: str) -> None:
    apparatus = read_apparatus((KEPT / f"vlora{suffix}").read_bytes(), f"a{suffix}")
    plain = read_apparatus((KEPT / "vlora.md").read_bytes(), "a.md")
    quotes = [apparatus.quote(each.place) for each in apparatus.citations]
    assert quotes == [plain.quote(each.place) for each in plain.citations]
    titles = [each.title for each in apparatus.entries]
    assert titles == [each.title for each in plain.entries]


@pytest.mark.parametrize("suffix", [each for each in WRITERS if each not in (".docx", ".odt")])
def test_the_kept_files_are_what_the_script_writes(suffix: str) -> None:
    """``python tests/format_factory.py`` writes them anew."""
    assert (KEPT / f"vlora{suffix}").read_bytes() == WRITERS[suffix](SAMPLE)
