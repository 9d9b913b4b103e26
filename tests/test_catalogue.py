"""What holds for every rule: its code, its page, its cases, and its page's examples."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import yaml

from srccheck.errors import UsageError
from srccheck.lint import Settings, lint
from srccheck.rules import Rule, all_rules, find_rule, select_rules
from srccheck.rules.page import page_of

HERE = Path(__file__).parent
ROOT = HERE.parent
PACKAGES = {
    "CIT": "citation",
    "ARC": "archival",
    "REF": "reference",
    "SRC": "input",
    "TRN": "translit",
    "URL": "link",
}


def _published() -> dict[str, tuple[str, str]]:
    """Every code that is or will be public, with its name and severity: never reused."""
    with (HERE / "rules" / "codes.tsv").open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t")
        return {row["code"]: (row["name"], row["severity"]) for row in rows}


each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)


def test_codes_and_names_are_used_once() -> None:
    codes = [rule.code for rule in all_rules()]
    names = [name for rule in all_rules() for name in (rule.name, *rule.aliases)]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)


@each_rule
def test_code_and_severity_are_the_published_ones(rule: Rule) -> None:
    assert (rule.name, rule.severity.value) == _published()[rule.code]


@each_rule
def test_file_is_named_for_the_rule(rule: Rule) -> None:
    module = type(rule).__module__.split(".")
    assert module[-2:] == [PACKAGES[rule.family], rule.name.replace("-", "_")]


@each_rule
def test_page_has_every_section_and_the_rules_names(rule: Rule) -> None:
    page = page_of(rule)
    assert (page.code, page.name) == (rule.code, rule.name)
    assert page.sentence.endswith((".", "?"))


@each_rule
def test_page_says_what_fixes_there_are(rule: Rule) -> None:
    says = page_of(rule).section("Fix safety").lower()
    if rule.fixes is None:
        assert "no fix" in says
    else:
        assert rule.fixes.value in says


@each_rule
def test_example_has_the_problem_and_its_remedy_has_not(rule: Rule) -> None:
    page = page_of(rule)
    if page.example is None or page.remedy is None:
        pytest.skip("the page shows a command")
    settings = Settings(select=(rule.code,))
    assert lint(page.example.encode(), f"example{page.suffix}", settings).diagnostics
    assert lint(page.remedy.encode(), f"remedy{page.suffix}", settings).diagnostics == ()


@each_rule
def test_rule_has_passing_and_failing_cases(rule: Rule) -> None:
    if page_of(rule).example is None:
        pytest.skip("reported by the command line: tests/cli")
    path = HERE / "rules" / f"{rule.name.replace('-', '_')}.yml"
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert cases["pass"], "no passing case"
    assert cases["fail"], "no failing case"


@each_rule
def test_summary_is_one_line_for_a_table(rule: Rule) -> None:
    assert "\n" not in rule.summary
    assert not rule.summary.endswith(".")
    assert len(rule.summary) <= 100


@each_rule
def test_rule_yields_to_rules_that_are_published(rule: Rule) -> None:
    assert set(rule.gives_way_to) <= set(_published())


@each_rule
def test_a_rule_is_found_by_every_name_it_has(rule: Rule) -> None:
    for word in (rule.code, rule.code.lower(), rule.name, *rule.aliases):
        assert find_rule(word) is rule


def test_every_case_file_belongs_to_a_rule() -> None:
    names = {rule.name.replace("-", "_") for rule in all_rules()}
    assert {path.stem for path in (HERE / "rules").glob("*.yml")} <= names


def test_selection_by_code_family_beginning_and_name() -> None:
    def codes(*select: str, ignore: tuple[str, ...] = ()) -> list[str]:
        return [rule.code for rule in select_rules(select, ignore)]

    every = [rule.code for rule in all_rules()]
    assert codes() == codes("ALL") == every
    assert codes("SRC") == [code for code in every if code.startswith("SRC")]
    assert codes("SRC00") == codes("SRC")
    assert codes("no-reference-list") == codes("src002") == ["SRC002"]
    assert codes("SRC", ignore=("unreadable-file",)) == [
        code for code in every if code.startswith("SRC") and code != "SRC001"
    ]


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("no-reference-lost", "Did you mean 'no-reference-list'"),
        ("SRC092", "Did you mean 'SRC0"),
        ("%%%%%%", "`srccheck rules` lists them all."),
    ],
)
def test_an_unknown_word_is_answered_with_the_nearest(word: str, advice: str) -> None:
    with pytest.raises(UsageError) as caught:
        select_rules([word])
    assert advice in caught.value.advice
