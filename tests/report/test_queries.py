"""The query list: a row a finding, a question in plain words, nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srccheck.errors import UnreadableFileError
from srccheck.files import Failure
from srccheck.lint import lint
from srccheck.report import LintReport
from srccheck.report.queries import COLUMNS, harmless, queries_to_csv
from srccheck.report.questions import ASKS, NOT_FOR_AUTHORS, question_of
from srccheck.rules.catalogue import all_rules

SOURCE = """\
He complained (Gaiduk 2010, pp. 8–9), and wrote (RGASPI, f. 17, op. 3, d. ½, l. 5).[^1]

[^1]: Westad 2005, p. 3, says "=1+2, и да".

## References

Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.

РГАСПИ – Российский государственный архив социально-политической истории (RGASPI)
"""


def rows(report: LintReport) -> list[dict[str, str]]:
    text = queries_to_csv(report)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_row_a_finding() -> None:
    report = LintReport.of([lint(SOURCE.encode(), "статья.md")])
    found = rows(report)
    assert [row["rule"] for row in found] == [
        f"{each.code} {each.name}" for each in report.diagnostics
    ]
    assert [row["number"] for row in found] == [str(at) for at in range(1, len(found) + 1)]
    by_rule = {row["rule"]: row for row in found}
    assert by_rule["CIT002 year-mismatch"] == {
        "number": "1",
        "file": "статья.md",
        "note": "",
        "paragraph": "1",
        "quote": "Gaiduk 2010",
        "passage": "He complained (Gaiduk 2010, pp. 8–9), and wrote (RGASPI, f. 17, op. 3, d. ½, "
        "l. 5).",
        "question": "Gaiduk 2010: the reference list has Gaiduk 1996. Which year is right, or is "
        "another work meant?",
        "answer": "",
        "rule": "CIT002 year-mismatch",
        "severity": "error",
    }
    assert by_rule["ARC007 mangled-fraction"]["question"].endswith(". May we write 1/2?")
    missing = by_rule["CIT001 missing-reference"]
    assert (missing["note"], missing["paragraph"]) == ("1", "2")


def test_no_row_for_what_concerns_the_editor() -> None:
    one = lint(SOURCE.encode(), "a.md")
    whole = replace(one.diagnostics[0], code="SRC005", name="stale-baseline")
    report = LintReport.of([replace(one, diagnostics=(whole,))])
    assert rows(report) == []


def test_a_file_that_cannot_be_read_has_a_row_without_a_place() -> None:
    failure = Failure("a.md", False, UnreadableFileError("is empty", where="a.md"))
    (row,) = rows(LintReport.of([failure]))
    assert (row["paragraph"], row["passage"]) == ("", "")
    assert row["question"].endswith("Could you send us this file again?")


def test_asks_are_questions_about_rules_there_are() -> None:
    catalogue = {rule.code for rule in all_rules()}
    assert all(each.endswith("?") for each in ASKS.values())
    assert set(ASKS) <= catalogue
    asked = set(ASKS) | NOT_FOR_AUTHORS
    assert [rule.code for rule in all_rules() if rule.code not in asked and not rule.fixes] == []
    assert not set(ASKS) & NOT_FOR_AUTHORS


@pytest.mark.parametrize(
    "text", ["=1+2", "+1", "-1", "@a", "\t=1", "  =1", "\u00a0-1", "＝1", "\r=1"]
)
def test_formulas_are_text(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a=1", "— Title", "12", "«да»", "'=1"])
def test_text_is_left_alone(text: str) -> None:
    assert harmless(text) == text


@given(st.text(max_size=40))
def test_every_text_survives(text: str) -> None:
    one = lint(SOURCE.encode(), "a.md")
    odd = replace(
        one.diagnostics[0], message=text, path=text.replace("\0", "") or "a", excerpt=text
    )
    (row,) = rows(LintReport.of([replace(one, diagnostics=(odd,))]))
    assert tuple(row) == COLUMNS
    assert row["question"].endswith("Which year is right, or is another work meant?")
    for cell in row.values():
        assert not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_a_question_of_its_own_or_leave_for_the_fix() -> None:
    one = lint(SOURCE.encode(), "a.md").diagnostics[0]
    unknown = replace(one, code="XYZ001", fix=None)
    assert question_of(unknown).endswith("What should stand here?")
