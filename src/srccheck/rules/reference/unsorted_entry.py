"""unsorted-entry (REF003): an entry out of the list's own order.

What it does:
    Finds out how the list is sorted (word by word or letter by letter, leading articles and quotes
    skipped or not) and reports the few entries that stand elsewhere in that order. Each part under
    a sub-heading and each script is judged apart. A list that follows no alphabet, or the order of
    citation or of publication, is left alone, and so is a .bib, which a style sorts. Entries of one
    author are compared by year where the list sorts them so.
Why it matters:
    In a long list a reader does not find a displaced entry and takes it for missing.
Example:
    ## References

    Bovin, A.E. *Moj XX vek*. Moscow, 2003.

    Shehu, M. *Socialisticheskaja Albanija*. Tirana, 1977.

    Chaplin, B.N. *V'etnam*. Moscow, 2000.

    Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.

    Ognetov, I.A. *Na v'etnamskom napravlenii*. Moscow, 2007.
Use instead:
    ## References

    Bovin, A.E. *Moj XX vek*. Moscow, 2003.

    Chaplin, B.N. *V'etnam*. Moscow, 2000.

    Gaiduk, Ilya V. *The Soviet Union and the Vietnam War*. Chicago: Dee, 1996.

    Ognetov, I.A. *Na v'etnamskom napravlenii*. Moscow, 2007.

    Shehu, M. *Socialisticheskaja Albanija*. Tirana, 1977.
Fix safety:
    There is no fix: moving an entry past a repeated-author dash could change its author.
Options:
    None.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from srccheck.references import Entry, ReferenceList
from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.collation import COLLATIONS, out_of_order, script_of, sort_key
from srccheck.rules.quoting import entry_head, listed

SHORTEST = 4  # entries; three say nothing of an order
MOST = 0.2  # of the entries; more, and the list is sorted by something else
PAIRS = 5  # neighbours of one author that must agree before years count as an order


class UnsortedEntry(Rule):
    """An entry in the wrong place."""

    code = "REF003"
    name = "unsorted-entry"
    severity = Severity.WARNING
    summary = "an entry out of the list's own order"

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the displaced entries of each list."""
        for each in apparatus.lists:
            if each.fielded:
                continue
            for part in _parts(apparatus, each):
                yield from _alphabet(apparatus, part)
            yield from _years(each)


def _parts(apparatus: Apparatus, each: ReferenceList) -> Iterator[list[Entry]]:
    """Cut a list where a sub-heading stands, or where the script changes."""
    paragraphs = apparatus.manuscript.streams[each.stream].paragraphs
    starts = {entry.place.start for entry in each.entries}
    headings = [p.start for p in paragraphs if p.start not in starts]
    sections = groupby(each.entries, key=lambda e: bisect_right(headings, e.place.start))
    for _, section in sections:
        for _, part in groupby(section, key=script_of):
            yield list(part)


def _follows_another_order(apparatus: Apparatus, entries: Sequence[Entry]) -> bool:
    """Tell whether entries stand in the order of citation or of publication."""
    cited = [apparatus.cited_by(entry) for entry in entries]
    if all(cited) and not out_of_order([by[0].index for by in cited]):
        return True
    years = [entry.year_first or "" for entry in entries]
    return all(years) and not out_of_order(years)


def _alphabet(apparatus: Apparatus, entries: Sequence[Entry]) -> Iterator[Finding]:
    if len(entries) >= SHORTEST and not _follows_another_order(apparatus, entries):
        displaced = _displaced(entries)
        if len(displaced) > max(1, MOST * len(entries)):
            return
        for at in displaced:
            entry = entries[at]
            before = entries[at - 1] if at else entries[at + 1]
            where = "after" if at else "before"
            yield Finding(
                entry_head(entry),
                f"{listed(entry)}: stands {where} {listed(before)}, out of the list's order",
                related=(Related(entry_head(before), "its neighbour"),),
            )


def _displaced(entries: Sequence[Entry]) -> list[int]:
    """Give the places out of order under the collation that suits the list best."""
    best = list(range(len(entries)))
    for collation in COLLATIONS:
        displaced = out_of_order([sort_key(entry, collation) for entry in entries])
        best = min(best, displaced, key=len)
        if not best or len(best) > len(entries) / 2:  # sorted, or by no alphabet at all
            break
    return best


def _years(each: ReferenceList) -> Iterator[Finding]:
    """Yield entries of one author out of the order of years, where the list keeps it."""
    groups = [
        list(run)
        for _, run in groupby(each.entries, key=lambda e: tuple(n.sort_form for n in e.authors))
    ]
    groups = [group for group in groups if len(group) > 1 and group[0].authors]
    rows = [[(entry.year_first or "", entry.suffix or "") for entry in group] for group in groups]
    pairs = [(a, b) for row in rows for a, b in pairwise(row)]
    falling = sum(a > b for a, b in pairs)
    if len(pairs) < PAIRS or falling > 1:
        return
    for group, row in zip(groups, rows, strict=True):
        for at in out_of_order(row):
            yield Finding(
                entry_head(group[at]),
                f"{listed(group[at])}: out of the order of years of this author",
                related=(_neighbour(group, at),),
            )


def _neighbour(group: Sequence[Entry], at: int) -> Related:
    return Related(entry_head(group[at - 1] if at else group[at + 1]), "its neighbour")
