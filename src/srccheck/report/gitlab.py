"""GitLab's code quality report: a list of issues, a subset of Code Climate's."""

from __future__ import annotations

import hashlib
import json

from srccheck.report.machine import message_of, relative
from srccheck.report.outputs import Request
from srccheck.report.summary import LintReport
from srccheck.rules import Severity
from srccheck.suppression.fingerprints import numbered

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def output(report: LintReport, request: Request) -> str:
    """Give the report as one text. Fingerprints are unique, as GitLab wants them."""
    issues = []
    for each, mark, number in numbered(report.diagnostics):
        path = relative(each.path)
        unique = f"{path}\0{mark}\0{number}".encode(errors="surrogateescape")
        issues.append(
            {
                "type": "issue",
                "description": f"{each.code} {each.name}: {message_of(each)}",
                "check_name": each.code,
                "categories": ["Bug Risk" if each.severity is Severity.ERROR else "Style"],
                "fingerprint": hashlib.sha256(unique).hexdigest(),
                "severity": _SEVERITIES[each.severity],
                "location": {
                    "path": path,
                    "lines": {"begin": each.location.line, "end": each.end_location.line},
                },
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"
