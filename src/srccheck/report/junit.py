"""JUnit XML, which every CI server shows: a suite a file, a failed case a finding.

A file without findings is one case that passed. A finding of severity info is a case that passed,
with the finding as its output: it is nothing to fail for.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.report.machine import message_of, relative
from srccheck.report.outputs import Request
from srccheck.report.summary import LintReport
from srccheck.report.xml import HEAD, attributes, by_file, place_of, text
from srccheck.rules import Diagnostic, Severity
from srccheck.rules.input.unreadable_file import UnreadableFile


def output(report: LintReport, request: Request) -> str:
    """Give the report as one text."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: LintReport) -> Iterator[str]:
    files = list(by_file(report))
    failures, errors = _counted(report.diagnostics)
    cases = sum(max(len(found), 1) for _, found in files)
    yield HEAD
    totals = attributes(name="srccheck", tests=cases, failures=failures, errors=errors)
    yield f"<testsuites{totals}>"
    for path, found in files:
        name = relative(path)
        failures, errors = _counted(found)
        numbers = attributes(
            name=name, tests=max(len(found), 1), failures=failures, errors=errors, skipped=0
        )
        yield f" <testsuite{numbers}>"
        if not found:
            yield f"  <testcase{attributes(name='no findings', classname=name, time='0')}/>"
        for each in found:
            yield from _case(each, name)
        yield " </testsuite>"
    yield "</testsuites>"


def _counted(found: tuple[Diagnostic, ...] | list[Diagnostic]) -> tuple[int, int]:
    """Give the numbers of failures and of errors (files that could not be read)."""
    errors = sum(each.code == UnreadableFile.code for each in found)
    return sum(each.severity is not Severity.INFO for each in found) - errors, errors


def _case(diagnostic: Diagnostic, suite: str) -> Iterator[str]:
    title = f"{diagnostic.code} {diagnostic.name} {place_of(diagnostic)}"
    yield f"  <testcase{attributes(name=title, classname=suite, time='0')}>"
    message = attributes(message=message_of(diagnostic), type_=diagnostic.severity.value)
    if diagnostic.code == UnreadableFile.code:
        yield f"   <error{message}/>"
    elif diagnostic.severity is not Severity.INFO:
        yield f"   <failure{message}/>"
    else:
        yield f"   <system-out>{text(message_of(diagnostic))}</system-out>"
    yield "  </testcase>"
