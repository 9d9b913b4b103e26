"""JUnit and Checkstyle: the two reports in XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from srccheck.report.machine import relative
from srccheck.report.summary import LintReport
from srccheck.rules import Diagnostic

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

# What XML 1.0 cannot hold, escaped or not.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def attributes(**values: str | int) -> str:
    """Give attributes, escaped; a name may end with an underscore."""
    return "".join(
        f" {name.rstrip('_')}={quoteattr(_FORBIDDEN.sub('�', str(value)))}"
        for name, value in values.items()
    )


def text(value: str) -> str:
    """Give character data, escaped."""
    return escape(_FORBIDDEN.sub("�", value))


def by_file(report: LintReport) -> Iterator[tuple[str, list[Diagnostic]]]:
    """Give each file's findings, files without any among them."""
    found = {path: list(each) for path, each in groupby(report.diagnostics, lambda each: each.path)}
    for path in dict.fromkeys([*(file.path for file in report.files), *found]):
        yield path, found.get(path, [])


def place_of(diagnostic: Diagnostic) -> str:
    """Give where a finding stands, for people."""
    at = f"{diagnostic.location.line}:{diagnostic.location.column}"
    return f"{relative(diagnostic.path)}:{diagnostic.where or at}"
