"""unknown-archive (ARC001): an archival reference under an abbreviation that nothing explains.

What it does:
    Reports a reference whose archive is neither in the registry nor explained by the manuscript.
Why it matters:
    A reader does not know where to write, and srccheck cannot check the levels.
Example:
    The order was given in May (XYZA, f. 12, op. 3, d. 45, l. 6).
Use instead:
    The order was given in May (Xylographic Zone Archive [XYZA], f. 12, op. 3, d. 45, l. 6).
Fix safety:
    There is no fix. Name the archive in full once, or add it to the registry.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, NoOptions, Rule, Severity
from srccheck.rules.files import at, written


class UnknownArchive(Rule):
    """An archive nobody explains."""

    code = "ARC001"
    name = "unknown-archive"
    severity = Severity.INFO
    summary = "an archival reference under an abbreviation that nothing explains"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the abbreviations without a record and without an expansion."""
        explained = {mention.abbreviation for mention in apparatus.mentions if mention.expands}
        explained |= {entry.archive_abbreviation or "" for entry in apparatus.entries}
        for resolved, reference in written(apparatus):
            span = reference.abbreviation_span
            if reference.archive or not reference.abbreviation or span is None:
                continue
            if reference.abbreviation not in explained:
                yield Finding(
                    at(resolved, span),
                    f"{reference.abbreviation}: not in the registry, and never explained",
                )
