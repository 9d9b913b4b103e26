"""year-mismatch (CIT002): the author or title is listed, with another year.

What it does:
    Reports a citation whose author (or title) has one or more entries, none of them of the cited
    year; also a cited span of years where the entry has one year and the span stands in its title.
Why it matters:
    Either the year is a slip, and the reader opens the wrong book, or an entry is missing.
Example:
    He complained at length (Gaiduk 2010, pp. 8–9).

    ## References

    Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.
Use instead:
    He complained at length (Gaiduk 1996, pp. 8–9).

    ## References

    Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.
Fix safety:
    Unsafe, and only where the author has one entry: the listed year is put for the cited one. The
    entry that is meant may as well be missing.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import FullNote, PrintedCitation
from srccheck.references import Entry
from srccheck.resolve import Apparatus, Outcome, Resolved
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.quoting import head, listed, shorten, work
from srccheck.text import Place


class YearMismatch(Rule):
    """A cited year that is not the entry's."""

    code = "CIT002"
    name = "year-mismatch"
    severity = Severity.ERROR
    summary = "the author or title is listed, with another year"
    fixes = Safety.UNSAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the citations whose source is listed under other years only."""
        for resolved in apparatus.citations:
            if resolved.outcome is Outcome.YEAR:
                yield Finding(
                    _place(apparatus, resolved),
                    _message(apparatus, resolved),
                    fix=_fix(resolved),
                    related=tuple(Related(entry.place, "the entry") for entry in resolved.nearest),
                )


def _place(apparatus: Apparatus, resolved: Resolved) -> Place:
    """Give the cited work, or the year alone of a source that a note names in full."""
    citation = resolved.citation
    own = citation.work.field_place("year") if isinstance(citation, FullNote) else None
    return own or head(apparatus, resolved)


def _message(apparatus: Apparatus, resolved: Resolved) -> str:
    cited = work(apparatus, resolved)
    if isinstance(resolved.citation, FullNote):
        year = resolved.citation.work.year
        return f"{year}: the reference list has {listed(resolved.nearest[0])}"
    if resolved.entry is not None:
        title = shorten(resolved.entry.title or "")
        dated = f"the entry is dated {resolved.entry.year}"
        return f"{cited}: {dated}; the span stands in its title, {title}"
    names = [listed(entry) for entry in resolved.nearest]
    return f"{cited}: the reference list has {', '.join(names)}"


def _fix(resolved: Resolved) -> Fix | None:
    citation = resolved.citation
    if isinstance(citation, FullNote):
        place, year = citation.work.field_place("year"), resolved.nearest[0].year
        if place is None or year is None:
            return None
        return Fix(Safety.UNSAFE, f"cite {year}, the year of the entry", (Edit(place, year),))
    if len(resolved.nearest) != 1 or not isinstance(citation, PrintedCitation):
        return None
    entry = resolved.nearest[0]
    if citation.year is None or entry.year is None:
        return None
    year = _as_cited(entry)
    edit = Edit(citation.year.place, year)
    return Fix(Safety.UNSAFE, f"cite {year}, the year of the entry", (edit,))


def _as_cited(entry: Entry) -> str:
    return f"{entry.year or ''}{entry.suffix or ''}"
