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

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from srccheck.references import Entry, EntryType, Name
from srccheck.resolve import Apparatus
from srccheck.resolve.folding import fold
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.quoting import entry_head, listed

ALONE = 3  # words of a title that says enough without an author
_NUMBER = re.compile(r"\d+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\([^()]*(?:accessed|дата обращения)[^()]*\)")


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
                size = len(_name_of(entry).split())
                if entry.year and size and entry.type is not EntryType.ARCHIVE:
                    groups[entry.year, size].append(entry)
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


def _name_of(entry: Entry) -> str:
    """Give what names the work: its title, or a newspaper's and its date."""
    return fold(entry.title or (f"{entry.container} {entry.date}" if entry.date else ""))


def _is_same(apparatus: Apparatus, first: Entry, second: Entry) -> bool:
    return (
        _same_kind(first, second)
        and _same_words(_name_of(first), _name_of(second))
        and _same_details(first, second)
        and _same_authors(first, second)
        and _same_numbers(apparatus, first, second)
    )


def _same_kind(first: Entry, second: Entry) -> bool:
    """Tell whether two entries of a .bib can be one: not a chapter and its book, nor two parts."""
    if not first.fielded or not second.fielded:
        return True
    kinds = ("type", "part", "genre")
    mine, theirs = (
        [value for name, value in each.extra if name.lstrip("_") in kinds]
        for each in (first, second)
    )
    return first.type is second.type and mine == theirs


def _same_words(a: str, b: str) -> bool:
    """Tell whether two folded titles hold the same words, romanisation and order apart."""
    from srccheck.translit import name_keys

    left, right = a.split(), b.split()
    rest = [word for word in left if word not in right]
    others = [word for word in right if word not in left]
    if len(rest) != len(others):
        return False
    for word in rest:
        keys = name_keys(word)
        twin = next((each for each in others if keys & name_keys(each)), None)
        if twin is None or word.isdigit():
            return False
        others.remove(twin)
    return True


def _same_authors(first: Entry, second: Entry) -> bool:
    mine, theirs = first.authors or first.editors, second.authors or second.editors
    if not mine and not theirs:
        return len(_name_of(first).split()) >= ALONE
    if len(mine) != len(theirs):
        return False
    return all(_same_person(a, b) for a, b in zip(mine, theirs, strict=True))


def _same_person(a: Name, b: Name) -> bool:
    from srccheck.translit import name_keys, same_name

    if fold(a.short) != fold(b.short) and same_name(a.short, b.short).verdict != "same":
        return False
    left, right = fold(a.given)[:1], fold(b.given)[:1]
    return not left or not right or left == right or bool(name_keys(left) & name_keys(right))


def _same_details(first: Entry, second: Entry) -> bool:
    """Tell whether no detail that both entries give is another one."""
    from srccheck.translit import same_place

    if not _agree(first.container, second.container):
        return False
    if (first.edition, first.volume) != (second.edition, second.volume):
        return False  # an edition or a volume that only one entry names is another thing
    for mine, theirs in (
        (first.number, second.number),
        (first.pages, second.pages),
        (first.date, second.date),
        (first.url, second.url),
    ):
        if mine and theirs and fold(mine) != fold(theirs):
            return False
    here, there = first.place_name, second.place_name
    if not here or not there or fold(here) == fold(there):
        return True
    return same_place(here, there) is not None


def _agree(a: str | None, b: str | None) -> bool:
    return not a or not b or _same_words(fold(a), fold(b))


def _same_numbers(apparatus: Apparatus, first: Entry, second: Entry) -> bool:
    """Tell whether one entry has all numbers of the other, addresses and access dates apart."""
    mine, theirs = (_numbers(apparatus, each) for each in (first, second))
    return mine <= theirs or theirs <= mine


def _numbers(apparatus: Apparatus, entry: Entry) -> frozenset[str]:
    if entry.fielded:
        held = (entry.title, entry.container, entry.volume, entry.number, entry.pages, entry.year)
        return frozenset(_NUMBER.findall(" ".join(value for value in held if value)))
    return frozenset(_NUMBER.findall(_ADDRESS.sub(" ", apparatus.quote(entry.place))))
