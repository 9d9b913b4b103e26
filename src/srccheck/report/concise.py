"""One line a finding, for editors and ``grep``: path:line:column: CODE name severity message.

In a format without lines: path: note 12, ¶ 57: CODE name severity message.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.report.outputs import Request
from srccheck.report.summary import LintReport
from srccheck.report.window import printable


def output(report: LintReport, request: Request) -> str:
    """Give the report as one text."""
    return "".join(f"{line}\n" for line in render_concise(report))


def render_concise(report: LintReport) -> Iterator[str]:
    """Give one line for each diagnostic, and nothing else."""
    for each in report.diagnostics:
        point = f":{each.location.line}:{each.location.column}"
        where = each.path + (f": {each.where}" if each.where else point)
        yield printable(f"{where}: {each.code} {each.name} {each.severity.value} {each.message}")
