"""coauthors-differ (CIT011): the co-authors of a citation are not the entry's.

What it does:
    Reports a citation whose first author and year fit an entry while the other authors do not: one
    missing, one added, in another order, misspelt, or "et al." for a single author.
Why it matters:
    A co-author loses the credit, or the wrong work is meant.
Example:
    The account is well known (Konoreva 2016, p. 69).

    ## References

    Konoreva, I.A., and Igor N. Selivanov. *Dokumental'naja istorija*. Kursk, 2016.
Use instead:
    The account is well known (Konoreva and Selivanov 2016, p. 69).

    ## References

    Konoreva, I.A., and Igor N. Selivanov. *Dokumental'naja istorija*. Kursk, 2016.
Fix safety:
    There is no fix.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import PrintedCitation, ShortNote
from srccheck.references import Entry
from srccheck.resolve import Apparatus, Outcome, Resolved
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import head, work


class CoauthorsDiffer(Rule):
    """Co-authors that are not those of the entry."""

    code = "CIT011"
    name = "coauthors-differ"
    severity = Severity.WARNING
    summary = "the co-authors of a citation are not the entry's"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield matched citations whose further authors differ."""
        for resolved in apparatus.citations:
            entry = resolved.entry
            if resolved.outcome is not Outcome.MATCHED or entry is None:
                continue
            misspelt = _misspelt(resolved)
            if not resolved.coauthors_differ and not misspelt:
                continue
            yield Finding(
                head(apparatus, resolved),
                f"{work(apparatus, resolved)}: the entry is by {_authors(entry)}",
                related=(Related(entry.place, "the entry"),),
            )


def _misspelt(resolved: Resolved) -> bool:
    citation = resolved.citation
    return isinstance(citation, PrintedCitation | ShortNote) and any(
        difference.verdict == "misspelling" and difference.cited not in citation.authors[0]
        for difference in resolved.differences
        if citation.authors
    )


def _authors(entry: Entry) -> str:
    names = [name.short for name in entry.authors or entry.editors]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
