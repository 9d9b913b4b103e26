"""The names of the article the project began with: exactly what a copy-editor marked, no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from srccheck.lint import Settings, lint, read_apparatus
from srccheck.rules import run_rules, select_rules

NAME = "selivanov-2017.txt"
SELECTED = ("TRN", "REF002", "REF004")
FOUND = [
    ("TRN003", "warning", "Hô Chí Minh"),
    ("TRN003", "warning", "Thổ Chí Minh"),
    ("TRN006", "warning", "Zerri i popullit"),
    ("TRN003", "warning", "Pham Văn Đồng"),
    ("TRN003", "warning", "Hò Chí Minh"),
    ("REF004", "warning", "Moskow"),
    ("TRN001", "warning", "Burlatskii"),
    ("REF004", "warning", "Moskow"),
    ("REF004", "warning", "Moskow"),
    ("REF004", "warning", "Hanoj"),
    ("TRN003", "info", "Ho Chi Minh"),
    ("TRN001", "warning", "Khrushchev"),
    ("TRN001", "warning", "Sergeyevich"),
    ("TRN001", "warning", "Arutyun"),
]


@pytest.fixture
def article(shared: Path) -> Path:
    return shared / "seeds" / NAME


def test_names_are_found_and_nothing_else(article: Path) -> None:
    result = lint(article.read_bytes(), NAME, Settings(select=SELECTED))
    assert [(each.code, each.severity.value, each.raw) for each in result.diagnostics] == FOUND


def test_each_finding_explains_itself(article: Path) -> None:
    result = lint(article.read_bytes(), NAME, Settings(select=("TRN001",)))
    assert result.diagnostics[0].message.endswith(
        "Burlatskii (ALA-LC) = Burlackij (translit.ru) ← Бурлацкий"
    )
    assert result.diagnostics[-1].message.endswith(
        "Arutyun (BGN/PCGN) = Arutjun (translit.ru) ← Арутюн"
    )


def test_established_names_are_exempt_where_the_settings_say_so(article: Path) -> None:
    (rule,) = select_rules(("TRN001",))
    apparatus = read_apparatus(article.read_bytes(), NAME)
    options = {"TRN001": rule.options(established_names=True)}
    found = [each.raw for each in run_rules(apparatus, [rule], options)]
    assert found == ["Burlatskii", "Arutyun"]
