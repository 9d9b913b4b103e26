"""Checkstyle XML, which many review tools read."""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.report.machine import message_of, relative
from srccheck.report.outputs import Request
from srccheck.report.summary import LintReport
from srccheck.report.xml import HEAD, attributes, by_file

FORM = "4.3"  # of the version of Checkstyle whose report this is


def output(report: LintReport, request: Request) -> str:
    """Give the report as one text."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: LintReport) -> Iterator[str]:
    yield HEAD
    yield f"<checkstyle{attributes(version=FORM)}>"
    for path, found in by_file(report):
        yield f" <file{attributes(name=relative(path))}>"
        for each in found:
            numbers = attributes(line=each.location.line, column=each.location.column)
            said = attributes(
                severity=each.severity.value,
                message=message_of(each),
                source=f"srccheck.{each.code}.{each.name}",
            )
            yield f"  <error{numbers}{said}/>"
        yield " </file>"
    yield "</checkstyle>"
