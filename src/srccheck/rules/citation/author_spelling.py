"""author-spelling (CIT003): one author, spelt otherwise in the citation than in the list.

What it does:
    Reports a citation that finds its entry although a name in it is spelt otherwise: in another
    romanisation (Bukharkin, Buharkin) or a slip away. The message says how the two are one.
Why it matters:
    A reader looks under the letter that the citation gives and does not find the entry; an index
    splits one person in two.
Example:
    His view was passed on at once (Bukharkin 1998, p. 135).

    ## References

    Buharkin, I.V. "Kreml' i Ho Shi Min, 1945–1969". *Novaja i novejshaja istorija*, no. 3 (1998).
Use instead:
    His view was passed on at once (Buharkin 1998, p. 135).

    ## References

    Buharkin, I.V. "Kreml' i Ho Shi Min, 1945–1969". *Novaja i novejshaja istorija*, no. 3 (1998).
Fix safety:
    Unsafe: the list's spelling is put for the cited one; the manuscript may prefer the other.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from srccheck.citations import FullNote, PrintedCitation, ShortNote
from srccheck.references import Entry
from srccheck.resolve import Apparatus, NameDifference, Outcome, Resolved
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.quoting import head
from srccheck.text import Place, StreamKind


class AuthorSpelling(Rule):
    """A cited name in another spelling than the list's."""

    code = "CIT003"
    name = "author-spelling"
    severity = Severity.WARNING
    summary = "one author, spelt otherwise in the citation than in the list"
    fixes = Safety.UNSAFE

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the citations that match an entry under another spelling."""
        for resolved in apparatus.citations:
            entry = resolved.entry
            if resolved.outcome is not Outcome.MATCHED or entry is None:
                continue
            for difference in resolved.differences:
                if _is_carried(resolved) or _is_anothers(resolved, difference):
                    continue
                place = head(apparatus, resolved)
                yield Finding(
                    place,
                    _message(difference, _source(apparatus, entry)),
                    fix=_fix(apparatus, place, difference),
                    related=(Related(entry.place, "the entry"),),
                )


def _is_carried(resolved: Resolved) -> bool:
    """A carried-over author was reported where he stands."""
    return isinstance(resolved.citation, PrintedCitation) and resolved.citation.carried


def _is_anothers(resolved: Resolved, difference: NameDifference) -> bool:
    """A misspelt co-author is CIT011's, a misspelt name in a full note CIT016's."""
    citation = resolved.citation
    if isinstance(citation, FullNote):
        return difference.verdict != "same"
    return (
        difference.verdict == "misspelling"
        and isinstance(citation, PrintedCitation | ShortNote)
        and bool(citation.authors)
        and difference.cited not in citation.authors[0]
    )


def _source(apparatus: Apparatus, entry: Entry) -> str:
    stream = apparatus.manuscript.streams[entry.place.stream]
    return "the full note" if stream.kind is StreamKind.NOTE else "the list"


def _message(difference: NameDifference, where: str) -> str:
    if difference.explanation:
        return f"{difference.cited}: {where} spells {difference.listed}; {difference.explanation}"
    return f"{difference.cited}: {where} spells {difference.listed}"


def _fix(apparatus: Apparatus, place: Place, difference: NameDifference) -> Fix | None:
    text = apparatus.manuscript.streams[place.stream].text[place.start : place.end]
    at = text.find(difference.cited)
    if at < 0:
        return None
    start = place.start + at
    edit = Edit(Place(place.stream, start, start + len(difference.cited)), difference.listed)
    return Fix(Safety.UNSAFE, f"spell {difference.listed}, as the list does", (edit,))
