"""Reports take diagnostics or an apparatus and give what people and programs read: one module an
output. They decide nothing; terminals, bytes and cells are known here only. Each output is loaded
when it is first asked for; the register (srccheck.report.register) by its own name.
"""

from typing import TYPE_CHECKING, Final

from srccheck.lazy import lazily

if TYPE_CHECKING:
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

_HOME: Final = {
    "archives": (
        "archive_to_json",
        "archives_to_json",
        "render_archive",
        "render_archives",
    ),
    "catalogue": (
        "render_page",
        "render_rules",
        "rules_to_json",
    ),
    "concise": ("render_concise",),
    "extract_json": (
        "Extracted",
        "extract",
        "extract_to_json",
        "joined",
        "moved",
    ),
    "lint_json": ("lint_to_json",),
    "summary": ("LintReport",),
    "text": ("render_text",),
    "window": (
        "PLAIN",
        "Look",
    ),
}

__getattr__ = lazily(__name__, _HOME)

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
