"""How often each rule was broken, most often first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from srccheck.report.outputs import Request
from srccheck.report.summary import LintReport, sum_up
from srccheck.report.table import render_table
from srccheck.report.window import Look


def output(report: LintReport, request: Request) -> str:
    """Give the report as one text."""
    return "".join(f"{line}\n" for line in render_statistics(report, request.look))


def render_statistics(report: LintReport, look: Look) -> Iterator[str]:
    """Give a table: how many findings, in how many files, how many with a fix."""
    counts: Counter[tuple[str, str]] = Counter()
    fixes: Counter[tuple[str, str]] = Counter()
    files: dict[tuple[str, str], set[str]] = {}
    for each in report.diagnostics:
        rule = (each.code, each.name)
        counts[rule] += 1
        fixes[rule] += each.fix is not None
        files.setdefault(rule, set()).add(each.path)
    rows = [("findings", "files", "fixable", "code", "name")]
    for rule, number in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        rows.append((str(number), str(len(files[rule])), str(fixes[rule]), *rule))
    if counts:
        yield from render_table(rows, look)
    yield sum_up(report)
