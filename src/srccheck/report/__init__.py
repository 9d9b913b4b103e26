"""Reports take diagnostics or an apparatus and give what people and programs read: one module an
output. They decide nothing; terminals, bytes and
cells are known here only. The register (srccheck.report.register) is loaded when it is asked for.
"""

from srccheck.report.archives import (
    archive_to_json,
    archives_to_json,
    render_archive,
    render_archives,
)
from srccheck.report.catalogue import render_page, render_rules, rules_to_json
from srccheck.report.concise import render_concise
from srccheck.report.extract_json import Extracted, extract, extract_to_json, joined, moved
from srccheck.report.lint_json import lint_to_json
from srccheck.report.summary import LintReport
from srccheck.report.text import render_text
from srccheck.report.window import PLAIN, Look

__all__ = [
    "PLAIN",
    "Extracted",
    "LintReport",
    "Look",
    "archive_to_json",
    "archives_to_json",
    "extract",
    "extract_to_json",
    "joined",
    "lint_to_json",
    "moved",
    "render_archive",
    "render_archives",
    "render_concise",
    "render_page",
    "render_rules",
    "render_text",
    "rules_to_json",
]
