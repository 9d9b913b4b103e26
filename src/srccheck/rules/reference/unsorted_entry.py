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
    Unsafe: the entry is moved to its place. There is none for an entry that shares its paragraph,
    that begins with a repeated-author dash or that such a dash follows at either place, for its
    author or its neighbour's would change; nor in Word files.
Options:
    None.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from srccheck.references import AuthorSource, Entry, ReferenceList
from srccheck.resolve import Apparatus
from srccheck.rules.base import Edit, Finding, Fix, NoOptions, Related, Rule, Safety, Severity
from srccheck.rules.collation import COLLATIONS, Collation, out_of_order, script_of, sort_key
from srccheck.rules.quoting import entry_head, listed
from srccheck.text import Place, Span

SHORTEST = 4  # entries; three say nothing of an order
MOST = 0.2  # of the entries; more, and the list is sorted by something else
PAIRS = 5  # neighbours of one author that must agree before years count as an order


class UnsortedEntry(Rule):
    """An entry in the wrong place."""

    code = "REF003"
    name = "unsorted-entry"
    severity = Severity.WARNING
    summary = "an entry out of the list's own order"
    fixes = Safety.UNSAFE

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
        displaced, collation = _displaced(entries)
        if len(displaced) > max(1, MOST * len(entries)):
            return
        for at in displaced:
            entry = entries[at]
            before = entries[at - 1] if at else entries[at + 1]
            where = "after" if at else "before"
            yield Finding(
                entry_head(entry),
                f"{listed(entry)}: stands {where} {listed(before)}, out of the list's order",
                fix=_fix(apparatus, entries, at, displaced, collation),
                related=(Related(entry_head(before), "its neighbour"),),
            )


def _fix(
    apparatus: Apparatus,
    entries: Sequence[Entry],
    at: int,
    displaced: Sequence[int],
    collation: Collation,
) -> Fix | None:
    """Give the edits that move an entry before the first one that should follow it, or to the end.

    Of the two gaps round an entry the one behind it goes along; that of the last, the one before.
    """
    entry = entries[at]
    key = sort_key(entry, collation)
    settled = [number for number in range(len(entries)) if number not in displaced]
    target = next((n for n in settled if sort_key(entries[n], collation) > key), None)
    anchor = entries[settled[-1] if target is None else target]
    if not _may_move(apparatus, entries, at, anchor):
        return None
    stream = entry.place.stream
    if at + 1 < len(entries):
        gap = Place(stream, entry.place.end, entries[at + 1].place.start)
        left = Place(stream, entry.place.start, gap.end)
    else:
        gap = Place(stream, entries[at - 1].place.end, entry.place.start)
        left = Place(stream, gap.start, entry.place.end)
    body, between = apparatus.manuscript.raw(entry.place), apparatus.manuscript.raw(gap)
    point = anchor.place.end if target is None else anchor.place.start
    moved = between + body if target is None else body + between
    where = f"behind {listed(anchor)}" if target is None else f"before {listed(anchor)}"
    edits = (Edit(left, ""), Edit(Place(stream, point, point), moved))
    return Fix(Safety.UNSAFE, f"move it {where}", edits)


def _may_move(apparatus: Apparatus, entries: Sequence[Entry], at: int, anchor: Entry) -> bool:
    """Tell an entry alone in its paragraph whose going and coming change nobody's author."""
    entry = entries[at]
    stream = apparatus.manuscript.streams[entry.place.stream]
    if apparatus.manuscript.file_of(entry.place).format not in {"text", "markdown", "latex"}:
        return False
    near = [*entries[max(at - 1, 0) : at + 2], anchor]
    dashes = {AuthorSource.LOST_DASH, AuthorSource.REPEATED_DASH}
    for each in near:
        paragraph = stream.paragraph_at(each.place.start)
        if (paragraph.start, paragraph.end) != (each.place.start, each.place.end):
            return False
        ends = (
            Span(each.place.start, each.place.start + 1),
            Span(each.place.end - 1, each.place.end),
        )
        if any(stream.emphasised(end) for end in ends):
            return False  # the markers would have to be told apart
    inherits = any(each.author_source in dashes for each in entries[at + 1 : at + 2])
    behind = entries[entries.index(anchor) + 1 :][:1]
    return not (
        entry.author_source in dashes
        or anchor.author_source in dashes
        or inherits
        or any(each.author_source in dashes for each in behind)
    )


def _displaced(entries: Sequence[Entry]) -> tuple[list[int], Collation]:
    """Give the places out of order under the collation that suits the list best, and that."""
    best, chosen = list(range(len(entries))), COLLATIONS[0]
    for collation in COLLATIONS:
        displaced = out_of_order([sort_key(entry, collation) for entry in entries])
        if len(displaced) < len(best):
            best, chosen = displaced, collation
        if not best or len(best) > len(entries) / 2:  # sorted, or by no alphabet at all
            break
    return best, chosen


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
