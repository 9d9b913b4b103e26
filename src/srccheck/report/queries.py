"""The editor's query list to the author, as a table: a row a finding, the last word left open.

CSV as RFC 4180 has it, with the byte order mark that Excel needs to read it as UTF-8. A cell that a
spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from srccheck.report.outputs import Request
from srccheck.report.questions import NOT_FOR_AUTHORS, question_of
from srccheck.report.summary import LintReport
from srccheck.report.window import crop, printable, shorten
from srccheck.rules import Diagnostic

COLUMNS = (
    "number",
    "file",
    "note",
    "paragraph",
    "quote",
    "passage",
    "question",
    "answer",
    "rule",
    "severity",
)
BYTE_ORDER_MARK = "\ufeff"
QUOTE = 300  # cells of a finding's own words
PASSAGE = 160  # cells of the paragraph round them

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def output(report: LintReport, request: Request) -> str:
    """Give the table."""
    return queries_to_csv(report)


def queries_to_csv(report: LintReport) -> str:
    """Give the query list of a run, in the order of the files and of the findings in them."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    asked = (each for each in report.diagnostics if each.code not in NOT_FOR_AUTHORS)
    for number, diagnostic in enumerate(asked, 1):
        writer.writerow([str(number), *map(harmless, _cells(diagnostic))])
    return BYTE_ORDER_MARK + out.getvalue()


def harmless(cell: str) -> str:
    """Give a cell that no spreadsheet takes for a formula.

    >>> harmless('=HYPERLINK("http://a.example")')
    '\\'=HYPERLINK("http://a.example")'
    """
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA) else cell


def _cells(diagnostic: Diagnostic) -> Iterator[str]:
    yield printable(diagnostic.path)
    yield printable(diagnostic.note or "")
    yield str(diagnostic.paragraph) if _has_place(diagnostic) else ""
    yield shorten(printable(diagnostic.excerpt), QUOTE)
    yield _passage(diagnostic)
    yield question_of(diagnostic)
    yield ""
    yield f"{diagnostic.code} {diagnostic.name}"
    yield diagnostic.severity.value


def _has_place(diagnostic: Diagnostic) -> bool:
    return diagnostic.paragraph is not None and diagnostic.context_end > diagnostic.context_start


def _passage(diagnostic: Diagnostic) -> str:
    if not _has_place(diagnostic):
        return ""
    context = printable(diagnostic.context)
    return crop(context, diagnostic.context_start, diagnostic.context_end, PASSAGE).text
