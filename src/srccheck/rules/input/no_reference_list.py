"""no-reference-list (SRC002): citations by author and year, and no list to look them up in.

What it does:
    Reports a manuscript that cites by author and year (or by title and year) and in which no
    reference list was found. The message names the rules that had nothing to work on.
Why it matters:
    Without its list a manuscript of this kind cannot be followed to its sources, and half of the
    checks are silent: no finding then means "not looked at", not "in order".
Example:
    The archive was opened in two steps (Kramer 1999, p. 12), and closed in one.
Use instead:
    The archive was opened in two steps (Kramer 1999, p. 12), and closed in one.

    ## References

    Kramer, Lena. *The Reading Room*. Bonn: Dietz, 1999.
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from srccheck.citations import Kind
from srccheck.resolve import Apparatus, Outcome
from srccheck.rules.base import Finding, Rule, Severity
from srccheck.text import Place

LOOKED_UP = frozenset({Kind.AUTHOR_DATE, Kind.NARRATIVE, Kind.TITLE_DATE, Kind.CITE_KEY})
NEED_A_LIST = "CIT001–CIT008, CIT011 and all of REF"


class NoReferenceList(Rule):
    """Names what could not be checked."""

    code = "SRC002"
    name = "no-reference-list"
    severity = Severity.INFO
    summary = "citations by author and year, and no list to look them up in"

    def check(self, apparatus: Apparatus, options: Any) -> Iterator[Finding]:
        """Yield one finding, at the first citation that needs a list."""
        if apparatus.entries:
            yield from _partly_read(apparatus)
            return
        needy = LOOKED_UP if apparatus.style != "notes" else frozenset({Kind.CITE_KEY})
        cited = [each for each in apparatus.citations if each.citation.kind in needy]
        if not cited:
            return
        first = cited[0].place
        count = f"{len(cited)} citations" if len(cited) > 1 else "1 citation"
        keys = sum(each.citation.kind is Kind.CITE_KEY for each in cited)
        how = "by author and year" if not keys else "by key"
        if 0 < keys < len(cited):
            how = "by author and year or by key"
        named = ", ".join(apparatus.manuscript.bibliographies)
        missing = f" ({named}: not read)" if named else ""
        yield Finding(
            Place(first.stream, first.start, first.end),
            f"no reference list was found{missing} for {count} {how}; not checked: {NEED_A_LIST}",
        )


def _partly_read(apparatus: Apparatus) -> Iterator[Finding]:
    """Yield the first citation by key that may stand in a bibliography that was not read."""
    named = ", ".join(apparatus.manuscript.unread_bibliographies)
    left = [
        each
        for each in apparatus.citations
        if each.citation.kind is Kind.CITE_KEY and each.outcome is Outcome.UNLISTED
    ]
    if named and left:
        count = f"{len(left)} citations" if len(left) > 1 else "1 citation"
        yield Finding(left[0].place, f"{named}: not read; {count} by key may stand there")
