"""The reports of ``srccheck lint``, from diagnostics made by hand."""

from __future__ import annotations

import json
from dataclasses import replace

from srccheck.errors import UnreadableFileError
from srccheck.files import Failure
from srccheck.lint import LintResult
from srccheck.report import LintReport, Look, lint_to_json, render_concise, render_text
from srccheck.rules import (
    Diagnostic,
    DiagnosticEdit,
    DiagnosticFix,
    DiagnosticRelated,
    Severity,
)
from srccheck.text import Location

CONTEXT = "Он жаловался (Гайдук 2010, с. 8–9), и не раз."
START = CONTEXT.index("Гайдук")
END = START + len("Гайдук 2010")
HERE, THERE = Location(3, START + 1, 40 + START), Location(3, END + 1, 40 + END)

YEAR = Diagnostic(
    code="CIT002",
    name="year-mismatch",
    severity=Severity.ERROR,
    message="Гайдук 2010: the list has Гайдук 1996",
    path="статья.md",
    stream="note",
    note="12",
    paragraph=2,
    location=HERE,
    end_location=THERE,
    raw="*Гайдук* 2010",
    excerpt="Гайдук 2010",
    fix=DiagnosticFix("unsafe", "write 1996", (DiagnosticEdit(HERE, THERE, "1996"),)),
    related=(
        DiagnosticRelated(
            "статья.md",
            Location(9, 1, 90),
            Location(9, 20, 109),
            "Гайдук И. В. Книга.",
            "the entry",
        ),
    ),
    context=CONTEXT,
    context_start=START,
    context_end=END,
)
WHOLE = replace(
    YEAR,
    code="SRC002",
    name="no-reference-list",
    severity=Severity.INFO,
    message="no list",
    fix=None,
    related=(),
    context_end=START,
)
READ = LintResult("статья.md", "markdown", "author-date", 86, 43, (YEAR, WHOLE))
REPORT = LintReport.of([READ])


def test_text_is_grouped_by_file_and_marks_the_quote() -> None:
    assert list(render_text(REPORT)) == [
        "статья.md",
        "  3:15 error CIT002 year-mismatch  Гайдук 2010: the list has Гайдук 1996",
        "      Он жаловался (Гайдук 2010, с. 8–9), и не раз.",
        "                    ^^^^^^^^^^^",
        "      9:1 the entry: Гайдук И. В. Книга.",
        "      fix (unsafe): write 1996",
        "",
        "  3:15 info SRC002 no-reference-list  no list",
        "",
        "1 error, 1 info in 86 citations and 43 entries",
    ]


def test_text_on_a_narrow_terminal() -> None:
    shown = list(render_text(REPORT, Look(40)))
    assert max(map(len, shown)) <= 46  # the location and names of a rule are never broken
    assert shown[1:5] == [
        "  3:15 error CIT002 year-mismatch",
        "    Гайдук 2010: the list has Гайдук",
        "    1996",
        "      … (Гайдук 2010, с. …",
    ]


def test_carets_stand_under_wide_characters() -> None:
    wide = replace(YEAR, context="毛泽东 (Гайдук 2010)", context_start=5, context_end=16)
    lines = list(render_text(LintReport.of([replace(READ, diagnostics=(wide,))])))
    assert lines[3] == " " * (6 + 6 + 2) + "^" * 11


def test_a_terminal_gets_colours_and_links_and_no_carets() -> None:
    shown = "\n".join(render_text(REPORT, Look(100, colour=True, links=True)))
    assert "\x1b[1;4;31mГайдук 2010\x1b[0m" in shown
    assert "\x1b]8;;file:///" in shown
    assert "^" not in shown


def test_control_characters_of_a_manuscript_do_not_reach_the_terminal() -> None:
    evil = replace(
        YEAR, message="\x1b]0;title\x07", context="\x1b[2J" + CONTEXT[4:], path="\x1b.md"
    )
    report = LintReport.of([replace(READ, diagnostics=(evil,))])
    assert "\x1b" not in "\n".join([*render_text(report), *render_concise(report)])


def test_sums() -> None:
    one = LintResult("a.md", "text", "none", 1, 1, ())
    assert list(render_text(LintReport.of([one]))) == ["no findings in 1 citation and 1 entry"]
    both = LintReport.of([one, replace(READ, diagnostics=())])
    assert list(render_text(both)) == ["no findings in 87 citations and 44 entries (2 files)"]
    assert list(render_text(LintReport.of([]))) == []


def test_concise() -> None:
    assert list(render_concise(REPORT)) == [
        "статья.md:3:15: CIT002 year-mismatch error Гайдук 2010: the list has Гайдук 1996",
        "статья.md:3:15: SRC002 no-reference-list info no list",
    ]


def test_a_place_in_a_format_without_lines() -> None:
    related = replace(YEAR.related[0], where="¶ 90")
    word = replace(YEAR, path="статья.docx", where="note 12, ¶ 57", related=(related,))
    report = LintReport.of([LintResult("статья.docx", "docx", "author-date", 1, 1, (word,))])
    lines = list(render_text(report))
    assert lines[1].startswith("  note 12, ¶ 57 error CIT002 year-mismatch")
    assert "      статья.md: ¶ 90 the entry: Гайдук И. В. Книга." in lines
    [line] = render_concise(report)
    assert line.startswith("статья.docx: note 12, ¶ 57: CIT002 year-mismatch error Гайдук")


def test_json_is_the_contract() -> None:
    document = json.loads(lint_to_json(REPORT))
    assert document["tool"].startswith("srccheck ")
    assert document["files"] == [
        {
            "path": "статья.md",
            "format": "markdown",
            "style": "author-date",
            "citations": 86,
            "entries": 43,
        }
    ]
    here = {"line": 3, "column": 15, "offset": 54}
    there = {"line": 3, "column": 26, "offset": 65}
    assert document["diagnostics"][0] == {
        "code": "CIT002",
        "name": "year-mismatch",
        "severity": "error",
        "message": "Гайдук 2010: the list has Гайдук 1996",
        "path": "статья.md",
        "stream": "note",
        "note": "12",
        "paragraph": 2,
        "location": here,
        "end_location": there,
        "raw": "*Гайдук* 2010",
        "excerpt": "Гайдук 2010",
        "fix": {
            "safety": "unsafe",
            "message": "write 1996",
            "edits": [{"location": here, "end_location": there, "replacement": "1996"}],
        },
        "related": [
            {
                "path": "статья.md",
                "location": {"line": 9, "column": 1, "offset": 90},
                "end_location": {"line": 9, "column": 20, "offset": 109},
                "excerpt": "Гайдук И. В. Книга.",
                "message": "the entry",
            }
        ],
    }
    assert document["diagnostics"][1]["fix"] is None
    assert "Гайдук" in lint_to_json(REPORT)


def test_a_file_that_could_not_be_read_is_a_diagnostic() -> None:
    error = UnreadableFileError("there is no such file", where="gone.md", advice="Check it")
    report = LintReport.of([READ, Failure("gone.md", True, error)])
    last = report.diagnostics[-1]
    assert (last.code, last.severity, last.path) == ("SRC001", Severity.ERROR, "gone.md")
    assert last.message == "there is no such file"
    assert [file.path for file in report.files] == ["статья.md"]
