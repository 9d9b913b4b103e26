"""SARIF 2.1.0 (OASIS Standard, 2020), for code scanning and for editors.

Columns are code points (``columnKind``). Rules carry their pages as help; findings their related
places, their fixes, and a partial fingerprint that moves with their words.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from srccheck import __version__
from srccheck.report.machine import message_of, uri
from srccheck.report.outputs import Request
from srccheck.report.summary import LintReport
from srccheck.rules import Diagnostic, DiagnosticFix, Rule, Safety, Severity, all_rules
from srccheck.rules.input.unreadable_file import UnreadableFile
from srccheck.rules.page import page_of
from srccheck.suppression.fingerprints import numbered
from srccheck.text import Location
from srccheck.text.manuscript import WITHOUT_LINES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
BASE = "SRCROOT"
LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}

Json = dict[str, Any]


def output(report: LintReport, request: Request) -> str:
    """Give the report as one text."""
    return json.dumps(sarif(report), ensure_ascii=False, indent=1) + "\n"


def sarif(report: LintReport) -> Json:
    """Give the log: one run."""
    rules = all_rules()
    places = {rule.code: number for number, rule in enumerate(rules)}
    formats = {file.path: file.format for file in report.files}
    unread = [each for each in report.diagnostics if each.code == UnreadableFile.code]
    run: Json = {
        "tool": {
            "driver": {
                "name": "srccheck",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            BASE: {"description": {"text": "The folder in which srccheck was started."}}
        },
        "invocations": [{"executionSuccessful": not unread}],
        "artifacts": [{"location": _artifact(path)} for path in formats],
        "results": [
            _result(each, mark, number, places[each.code], fixable=_is_text(each, formats))
            for each, mark, number in numbered(report.diagnostics)
        ],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _is_text(diagnostic: Diagnostic, formats: Mapping[str, str]) -> bool:
    """Tell whether a place is one of the file itself, and not of the text taken out of it."""
    return formats.get(diagnostic.path, "text") not in WITHOUT_LINES


def _rule(rule: Rule) -> Json:
    page = page_of(rule)
    sentence = page.sentence[:1].upper() + page.sentence[1:]
    parts = [(title, body) for title, body in page.sections]
    text = "\n\n".join(f"{title}\n{body}" for title, body in parts)
    markdown = "\n\n".join(
        f"**{title}**\n\n{_shown(title, body, page.suffix)}" for title, body in parts
    )
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.summary[:1].upper()}{rule.summary[1:]}."},
        "fullDescription": {"text": sentence},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family, rule.name]},
    }


def _shown(title: str, body: str, suffix: str) -> str:
    fence = "bibtex" if suffix == ".bib" else "markdown"
    return f"````{fence}\n{body}\n````" if title in ("Example", "Use instead") else body


def _result(diagnostic: Diagnostic, mark: str, number: int, rule: int, *, fixable: bool) -> Json:
    start, end = diagnostic.location, diagnostic.end_location
    result: Json = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": message_of(diagnostic)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(diagnostic.path),
                    "region": _region(start, end, diagnostic.raw),
                },
                **_logical(diagnostic),
            }
        ],
        "partialFingerprints": {"srccheckQuote/v1": f"{mark}:{number}"},
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {
                "id": at,
                "message": {"text": f"{each.message}: {each.excerpt}"},
                "physicalLocation": {
                    "artifactLocation": _artifact(each.path),
                    "region": _region(each.location, each.end_location),
                },
            }
            for at, each in enumerate(diagnostic.related, 1)
        ]
    if diagnostic.fix and fixable:
        result["fixes"] = [_fix(diagnostic.fix, diagnostic.path)]
    return result


def _logical(diagnostic: Diagnostic) -> Json:
    name = diagnostic.where or (f"note {diagnostic.note}" if diagnostic.note else "")
    return {"logicalLocations": [{"name": name, "kind": "element"}]} if name else {}


def _artifact(path: str) -> Json:
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": BASE}


def _region(start: Location, end: Location, snippet: str = "") -> Json:
    region: Json = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    if snippet:
        region["snippet"] = {"text": snippet}
    return region


def _fix(fix: DiagnosticFix, path: str) -> Json:
    unsafe = "" if fix.safety == Safety.SAFE.value else " (look at it first)"
    replacements: Sequence[Json] = [
        {
            "deletedRegion": _region(edit.location, edit.end_location),
            "insertedContent": {"text": edit.replacement},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": fix.message + unsafe},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }
