"""duplicate-entry (REF002): one work stands twice in a list.

What it does:
    Reports the later of two entries of one list that have the same authors, title and year, in
    whatever romanisation and word order, and differ in no number: volume, issue, pages, address.
    Volumes, issues, editions and co-editions of one work are left alone.
Why it matters:
    One work is cited under two labels, and a count of sources is wrong.
Example:
    ## References

    Buharkin, I.V. "Kreml' i Ho Shi Min". *Novaja i novejshaja istorija*, no. 3 (1998).

    Bukharkin, I.V. "Kreml' i Kho Shi Min". *Novaia i noveishaia istoriia*, no. 3 (1998): 126–143.
Use instead:
    ## References

    Buharkin, I.V. "Kreml' i Ho Shi Min". *Novaja i novejshaja istorija*, no. 3 (1998): 126–143.
Fix safety:
    There is no fix: only the author knows which of the two entries is the better one.
Options:
    None.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from srccheck.references import Entry
from srccheck.resolve import Apparatus
from srccheck.resolve.same_work import numbers_agree, numbers_of, same_pairs
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import entry_head, listed


class DuplicateEntry(Rule):
    """A work that is listed twice."""

    code = "REF002"
    name = "duplicate-entry"
    severity = Severity.WARNING
    summary = "one work twice, romanisation and word order notwithstanding"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the later entry of each pair."""
        for each in apparatus.lists:
            yield from _check_list(apparatus, each.entries)


def _check_list(apparatus: Apparatus, entries: Sequence[Entry]) -> Iterator[Finding]:
    def agree(first: int, second: int) -> bool:
        pair = (entries[first], entries[second])
        return numbers_agree(*(numbers_of(each, apparatus.quote(each.place)) for each in pair))

    for first, second in sorted(same_pairs(entries, agree), key=lambda pair: pair[1]):
        yield Finding(
            entry_head(entries[second]),
            f"{listed(entries[second])}: the same work as {listed(entries[first])}",
            related=(Related(entries[first].place, "the same work"),),
        )
