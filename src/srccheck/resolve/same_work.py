"""Whether two entries are one work, romanisation and word order notwithstanding.

The test is careful on one side: two volumes, editions or issues of one work are two works, and so
are entries that give other pages or another address.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from srccheck.references import Entry, EntryType, Name
from srccheck.resolve.folding import fold

LARGE = 24  # entries of one group, from which on not all pairs are looked at
ALONE = 3  # words of a title that says enough without an author
_NUMBER = re.compile(r"\d+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\([^()]*(?:accessed|дата обращения)[^()]*\)")

Numbers = frozenset[str]


def work_name(entry: Entry) -> str:
    """Give what names the work, folded: its title, or a newspaper's and its date."""
    return fold(entry.title or (f"{entry.container} {entry.date}" if entry.date else ""))


def comparable(entry: Entry) -> tuple[str, int] | None:
    """Give a key that two entries of one work share, or None where an entry names no work."""
    size = len(work_name(entry).split())
    if not entry.year or not size or entry.type is EntryType.ARCHIVE:
        return None
    return entry.year, size


def numbers_of(entry: Entry, text: str) -> Numbers:
    """Give all numbers of an entry, addresses and access dates apart.

    ``text`` is the entry as it is written; of an entry that is a record of a file only the fields
    count that describe the work.
    """
    if entry.fielded:
        held = (entry.title, entry.container, entry.volume, entry.number, entry.pages, entry.year)
        return frozenset(_NUMBER.findall(" ".join(value for value in held if value)))
    return frozenset(_NUMBER.findall(_ADDRESS.sub(" ", text)))


def numbers_agree(mine: Numbers, theirs: Numbers) -> bool:
    """Tell whether one entry has all numbers of the other."""
    return mine <= theirs or theirs <= mine


def same_work(first: Entry, second: Entry) -> bool:
    """Tell whether two entries describe one work, as far as their fields tell.

    The numbers that no field holds are for :func:`numbers_agree`.
    """
    return (
        _same_kind(first, second)
        and _same_words(work_name(first), work_name(second))
        and _same_details(first, second)
        and _same_authors(first, second)
    )


def same_pairs(
    entries: Sequence[Entry], agree: Callable[[int, int], bool]
) -> Iterator[tuple[int, int]]:
    """Give the pairs of entries that are one work, by their numbers: a later one and its first.

    ``agree`` is asked last, for what the fields do not tell. Time grows with the entries, not with
    their pairs.
    """
    groups: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        key = comparable(entry)
        for group in _groups_of(entry, key) if key else ():
            groups[group].append(at)
    taken: set[int] = set()
    for members in groups.values():
        for before, at in _candidates(entries, members, taken):
            if same_work(entries[before], entries[at]) and agree(before, at):
                taken.add(at)
                yield before, at


def _groups_of(entry: Entry, key: tuple[str, int]) -> Iterator[tuple[Any, ...]]:
    """Give the groups in which a double can be: by year, size and numbers of the title, authors."""
    from srccheck.translit import name_keys

    people = entry.authors or entry.editors
    names = name_keys(people[0].short) if people else ()
    digits = tuple(sorted(filter(str.isdigit, work_name(entry).split())))
    for name in sorted(names) or [""]:
        yield (*key, name, len(people), digits)


def _candidates(
    entries: Sequence[Entry], members: Sequence[int], taken: set[int]
) -> Iterator[tuple[int, int]]:
    """Give the pairs of a group to look at; ``taken`` grows while they are.

    In a large group, only those that share a word of the title, in whatever romanisation: the
    word that the fewest have.
    """
    from srccheck.translit import name_keys

    large = len(members) > LARGE
    before: list[int] = []
    holders: dict[str, list[int]] = defaultdict(list)
    for at in members:
        if at in taken:
            continue
        words = set(work_name(entries[at]).split()) if large else set()
        keys = [some for some in map(name_keys, words) if some]
        near = before
        if keys:
            near = min(([each for key in some for each in holders[key]] for some in keys), key=len)
        for first in sorted(set(near)):
            if first not in taken:
                yield first, at
            if at in taken:
                break
        if at not in taken:
            before.append(at)
            for some in keys:
                for key in some:
                    holders[key].append(at)


def _same_kind(first: Entry, second: Entry) -> bool:
    """Tell whether two entries of a .bib can be one: not a chapter and its book, nor two parts."""
    if not first.fielded or not second.fielded:
        return True
    kinds = ("type", "part", "part-number", "genre", "M3")
    mine, theirs = (
        [value for name, value in each.extra if name.lstrip("_") in kinds]
        for each in (first, second)
    )
    return first.type is second.type and mine == theirs


def _same_words(a: str, b: str) -> bool:
    """Tell whether two folded titles hold the same words, romanisation and order apart."""
    from srccheck.translit import name_keys

    if a == b:
        return True
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
        return len(work_name(first).split()) >= ALONE
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
