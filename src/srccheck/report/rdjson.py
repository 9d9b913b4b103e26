"""The Reviewdog Diagnostic Format: columns in bytes of UTF-8, fixes as suggestions."""

from __future__ import annotations

import json
from typing import Any

from srccheck.report.machine import Utf8, message_of, relative
from srccheck.report.outputs import Request
from srccheck.report.summary import LintReport
from srccheck.rules import Diagnostic, Severity
from srccheck.text import Location

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def output(report: LintReport, request: Request) -> str:
    """Give the report as one text."""
    columns = Utf8()
    document = {
        "source": {"name": "srccheck"},
        "diagnostics": [_diagnostic(each, columns) for each in report.diagnostics],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(diagnostic: Diagnostic, columns: Utf8) -> dict[str, Any]:
    path = diagnostic.path
    found: dict[str, Any] = {
        "message": message_of(diagnostic),
        "location": {
            "path": relative(path),
            "range": _range(path, diagnostic.location, diagnostic.end_location, columns),
        },
        "severity": _SEVERITIES[diagnostic.severity],
        "code": {"value": f"{diagnostic.code} {diagnostic.name}"},
    }
    if diagnostic.related:
        found["related_locations"] = [
            {
                "message": f"{each.message}: {each.excerpt}",
                "location": {
                    "path": relative(each.path),
                    "range": _range(each.path, each.location, each.end_location, columns),
                },
            }
            for each in diagnostic.related
        ]
    edits = diagnostic.fix.edits if diagnostic.fix else ()
    # Each suggestion is applied by itself: a fix of several edits would be applied by half.
    if len(edits) == 1 and columns.column(path, edits[0].location) is not None:
        edit = edits[0]
        found["suggestions"] = [
            {
                "range": _range(path, edit.location, edit.end_location, columns),
                "text": edit.replacement,
            }
        ]
    return found


def _range(path: str, start: Location, end: Location, columns: Utf8) -> dict[str, Any]:
    first, last = columns.column(path, start), columns.column(path, end)
    if first is None or last is None:  # a range of whole lines
        return {"start": {"line": start.line}, "end": {"line": end.line}}
    return {
        "start": {"line": start.line, "column": first},
        "end": {"line": end.line, "column": last},
    }
