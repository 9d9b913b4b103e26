"""JSON lines: one diagnostic a line, with the fields of the JSON report."""

from __future__ import annotations

import json

from srccheck.report.lint_json import diagnostic_to_json
from srccheck.report.outputs import Request
from srccheck.report.summary import LintReport


def output(report: LintReport, request: Request) -> str:
    """Give the report as one text."""
    return "".join(
        json.dumps(diagnostic_to_json(each), ensure_ascii=False) + "\n"
        for each in report.diagnostics
    )
