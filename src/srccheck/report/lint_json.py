"""``srccheck lint --format json``: a public contract, versioned."""

from __future__ import annotations

import json
from typing import Any

from srccheck import __version__
from srccheck.report.outputs import Request
from srccheck.report.summary import LintReport
from srccheck.rules import Diagnostic, DiagnosticFix
from srccheck.text import Location

VERSION = 1


def output(report: LintReport, request: Request) -> str:
    """Give the report as one text."""
    return lint_to_json(report) + "\n"


def lint_to_json(report: LintReport) -> str:
    """Give the report as one JSON document; text stands as it is, not as escapes."""
    document = {
        "version": VERSION,
        "tool": f"srccheck {__version__}",
        "files": [
            {
                "path": file.path,
                "format": file.format,
                "style": file.style,
                "citations": file.citations,
                "entries": file.entries,
            }
            for file in report.files
        ],
        "diagnostics": [diagnostic_to_json(diagnostic) for diagnostic in report.diagnostics],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def location_to_json(location: Location) -> dict[str, int]:
    """Give a location of the contract: line and column from 1, offset from 0, in code points."""
    return {"line": location.line, "column": location.column, "offset": location.offset}


def diagnostic_to_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """Give a diagnostic of the contract."""
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "path": diagnostic.path,
        "stream": diagnostic.stream,
        "note": diagnostic.note,
        "paragraph": diagnostic.paragraph,
        "location": location_to_json(diagnostic.location),
        "end_location": location_to_json(diagnostic.end_location),
        "raw": diagnostic.raw,
        "excerpt": diagnostic.excerpt,
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
        "related": [
            {
                "path": related.path,
                "location": location_to_json(related.location),
                "end_location": location_to_json(related.end_location),
                "excerpt": related.excerpt,
                "message": related.message,
            }
            for related in diagnostic.related
        ],
    }


def _fix(fix: DiagnosticFix) -> dict[str, Any]:
    return {
        "safety": fix.safety,
        "message": fix.message,
        "edits": [
            {
                "location": location_to_json(edit.location),
                "end_location": location_to_json(edit.end_location),
                "replacement": edit.replacement,
            }
            for edit in fix.edits
        ],
    }
