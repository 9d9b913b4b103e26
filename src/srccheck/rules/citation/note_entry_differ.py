"""note-entry-differ (CIT016): a full note and its entry disagree on a detail.

What it does:
    Compares every full note with the entry of its work, or where the list has none with the other
    full notes of the same work: names, title, place, publisher, volume, issue, and the pages of
    an article. A detail that only one of them gives is no difference, nor is a short form
    (Cambridge, Cambridge, MA; Norton, W. W. Norton & Co.). Letters are compared by the names of
    writer and recipient. The year is CIT002's where there is a list.
Why it matters:
    One of the two is wrong, and the reader cannot tell which.
Example:
    The vote was close.[^1]

    [^1]: Anna Weber, “The Vote,” *Modern History* 12, no. 3 (1998): 372–393.

    ## Bibliography

    Weber, Anna. “The Vote.” *Modern History* 12, no. 3 (1998): 371–93.
Use instead:
    The vote was close.[^1]

    [^1]: Anna Weber, “The Vote,” *Modern History* 12, no. 3 (1998): 371–393.

    ## Bibliography

    Weber, Anna. “The Vote.” *Modern History* 12, no. 3 (1998): 371–93.
Fix safety:
    There is no fix: only the source itself tells which is right.
Options:
    None.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from srccheck.citations import FullNote
from srccheck.resolve import Apparatus, Outcome, Resolved
from srccheck.resolve.details import Difference, differences
from srccheck.resolve.letters import misnamed
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import head

IMPRINT = frozenset({"place", "publisher", "volume", "number", "pages"})


class NoteEntryDiffer(Rule):
    """A detail of a full note that its entry has otherwise."""

    code = "CIT016"
    name = "note-entry-differ"
    severity = Severity.WARNING
    summary = "a full note and its entry disagree on a detail"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the differences from the list, then those between full notes."""
        listed = {entry.id for entry in apparatus.entries}
        alone: dict[str, list[Resolved]] = defaultdict(list)
        for resolved in apparatus.citations:
            note = resolved.citation
            if not isinstance(note, FullNote) or resolved.entry is None:
                continue
            if resolved.outcome is Outcome.MISSING:
                continue
            if resolved.entry.id not in listed:
                alone[resolved.entry.id].append(resolved)
                continue
            for each in _with_entry(note, resolved):
                place = each.place or head(apparatus, resolved)
                related = (Related(each.other or resolved.entry.place, "the entry"),)
                yield Finding(place, _message(each, "the entry"), related=related)
        for notes in alone.values():
            if len(notes) > 1:
                yield from _among(apparatus, notes)
        for place, cited, written, entry in misnamed(apparatus):
            yield Finding(
                place,
                f"{cited}: the entry has {written}",
                related=(Related(entry.place, "the entry"),),
                sure=True,  # both names and the day stand there to the letter
            )


def _with_entry(note: FullNote, resolved: Resolved) -> list[Difference]:
    """Compare with the entry; of another year (CIT002) it may be another edition's imprint."""
    assert resolved.entry is not None
    found = differences(note, resolved.entry, resolved.differences)
    if resolved.outcome is Outcome.YEAR:
        return [each for each in found if each.field not in IMPRINT]
    return found


def _message(difference: Difference, where: str) -> str:
    return f"{difference.cited}: {where} has {difference.written}"


def _between(mine: FullNote, other: FullNote) -> list[Difference]:
    """Compare two full notes; another year with another imprint is another edition."""
    found = differences(mine, other.work, (), year=True)
    fields = {each.field for each in found}
    if "year" in fields and (fields & IMPRINT or mine.work.edition != other.work.edition):
        return []
    return found


def _among(apparatus: Apparatus, notes: list[Resolved]) -> Iterator[Finding]:
    """Compare the full notes of one work with the one that most others agree with."""
    full = [(each, each.citation) for each in notes if isinstance(each.citation, FullNote)]
    found = [
        [_between(mine, other) if mine is not other else [] for _, mine in full]
        for _, other in full
    ]
    usual = min(range(len(full)), key=lambda at: (sum(map(len, found[at])), at))
    for (each, _), details in zip(full, found[usual], strict=True):
        for detail in details:
            place = detail.place or head(apparatus, each)
            other = detail.other or full[usual][1].place
            yield Finding(
                place,
                _message(detail, "another note of this work"),
                related=(Related(other, "there"),),
            )
