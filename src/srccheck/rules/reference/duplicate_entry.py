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

from collections import defaultdict
from collections.abc import Iterator, Sequence

from srccheck.references import Entry
from srccheck.resolve import Apparatus
from srccheck.resolve.same_work import comparable, numbers_agree, numbers_of, same_work
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
            groups: dict[tuple[str, int], list[Entry]] = defaultdict(list)
            for entry in each.entries:
                key = comparable(entry)
                if key is not None:
                    groups[key].append(entry)
            for group in groups.values():
                yield from _check_group(apparatus, group)


def _check_group(apparatus: Apparatus, group: Sequence[Entry]) -> Iterator[Finding]:
    for at, entry in enumerate(group):
        first = next((each for each in group[:at] if _is_same(apparatus, each, entry)), None)
        if first is not None:
            yield Finding(
                entry_head(entry),
                f"{listed(entry)}: the same work as {listed(first)}",
                related=(Related(first.place, "the same work"),),
            )


def _is_same(apparatus: Apparatus, first: Entry, second: Entry) -> bool:
    return same_work(first, second) and numbers_agree(
        *(numbers_of(each, apparatus.quote(each.place)) for each in (first, second))
    )
