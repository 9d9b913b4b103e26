"""Fixes of every rule, on its own cases: they end the finding, and they come to an end."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from srccheck.fixing import fix
from srccheck.lint import Settings, lint
from srccheck.rules import all_rules, find_rule

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "rules"))
from test_cases import CASES, SUFFIXES, Case

FIXABLE = [
    each
    for each in CASES
    if each.findings and find_rule(each.file.replace("_", "-")).fixes is not None
]


@pytest.mark.parametrize("case", FIXABLE, ids=str)
def test_a_fix_ends_its_finding(case: Case) -> None:
    rule = find_rule(case.file.replace("_", "-"))
    settings = Settings(select=(rule.code,))
    path = f"case.{SUFFIXES[case.format]}"
    before = lint(case.text.encode(), path, settings)
    fixable = [each for each in before.diagnostics if each.fix is not None and each.path == path]
    fixed = fix(case.text.encode(), path, settings, unsafe=True)
    if not fixable:
        assert fixed.data is None
        return
    left = [each for each in fixed.result.diagnostics if each.fix is not None and each.path == path]
    assert not left, [(each.raw, each.message) for each in left]
    assert len(fixed.result.diagnostics) <= len(before.diagnostics) - len(fixable)
    assert fixed.data is not None
    assert fix(fixed.data, path, settings, unsafe=True).data is None


def test_rules_that_say_so_have_a_case_with_a_fix() -> None:
    with_fix = {each.file.replace("_", "-") for each in CASES if each.fix is not None}
    assert {rule.name for rule in all_rules() if rule.fixes is not None} - with_fix == set()
