"""GitHub: workflow commands that become annotations, and the job's summary.

A step shows ten annotations of each level and drops the others without a word: the worst come
first, and a closing notice says how many there were. Where $GITHUB_STEP_SUMMARY is set, a table of
all findings is added to that file (at most 1 MiB a step).
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from srccheck.report.machine import message_of, relative
from srccheck.report.outputs import Request
from srccheck.report.summary import LintReport, count, sum_up
from srccheck.rules import Diagnostic, Severity

LIMIT = 10
SUMMARY = "GITHUB_STEP_SUMMARY"
ROWS = 500
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def output(report: LintReport, request: Request) -> str:
    """Give the commands as one text, and add to the job's summary."""
    target = os.environ.get(SUMMARY)
    if target:
        add_summary(report, Path(target))
    return "".join(f"{line}\n" for line in commands(report))


def commands(report: LintReport) -> Iterator[str]:
    """Give the commands, worst first."""
    ranked = sorted(report.diagnostics, key=lambda each: -each.severity.rank)
    shown: Counter[Severity] = Counter()
    for each in ranked:
        # The closing notice is an annotation too.
        room = LIMIT - 1 if each.severity is Severity.INFO else LIMIT
        if shown[each.severity] < room:
            shown[each.severity] += 1
            yield _command(each)
    left = len(ranked) - shown.total()
    more = f"; {count(left, 'finding')} not shown here" if left else ""
    yield f"::notice title=srccheck::{_data(sum_up(report) + more)}"


def add_summary(report: LintReport, target: Path) -> None:
    """Add a table of the findings to a file in Markdown; where it cannot be written, go on."""
    text = "\n".join(_table(report)) + "\n"
    try:
        with target.open("a", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except OSError:
        return


def _table(report: LintReport) -> Iterator[str]:
    yield from ("## srccheck", "", _cell(sum_up(report)), "")
    if not report.diagnostics:
        return
    yield "| where | severity | rule | finding |"
    yield "|---|---|---|---|"
    ranked = sorted(report.diagnostics, key=lambda each: -each.severity.rank)
    for each in ranked[:ROWS]:
        place = each.where or f"{each.location.line}:{each.location.column}"
        where = f"{relative(each.path)}:{place}"
        yield (
            f"| {_cell(where)} | {each.severity.value} | {each.code} {each.name} "
            f"| {_cell(each.message)} |"
        )
    if len(ranked) > ROWS:
        yield from ("", f"{len(ranked) - ROWS} more are not shown.")


def _cell(text: str) -> str:
    """Give text as a cell of a table that shows it as it is."""
    for mark in "\\`*_[]<>|":
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.split())


def _command(diagnostic: Diagnostic) -> str:
    start, end = diagnostic.location, diagnostic.end_location
    properties = {"file": relative(diagnostic.path), "line": start.line}
    if not diagnostic.where:
        properties["endLine"] = end.line
        if end.line == start.line:  # columns are of one line
            properties |= {"col": start.column, "endColumn": max(end.column, start.column + 1)}
    properties["title"] = f"{diagnostic.code} {diagnostic.name}"
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {shown}::{_data(message_of(diagnostic))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
