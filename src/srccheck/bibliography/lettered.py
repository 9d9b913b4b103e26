"""The letters behind the years of a list by author and date: 1971a, 1971b.

Works of the same authors and year have one each, in the order of their titles. A letter that an
entry has is what the text cites, and stays; only those that lack one are given the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from string import ascii_lowercase

from srccheck.bibliography.collation import in_order, letters
from srccheck.bibliography.record import Record
from srccheck.references import Entry, EntryType


def lettered(records: Sequence[Record], *, cyrillic_first: bool) -> list[Record]:
    """Give the records, each with a letter where one is needed, in their own order."""
    groups: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for record in in_order(records, cyrillic_first=cyrillic_first):
        named = _named(record.entry)
        if named:
            groups[named].append(record)
    given: dict[int, str] = {}
    for group in groups.values():
        given |= _letters(group)
    return [
        replace(each, entry=replace(each.entry, suffix=given[id(each)]))
        if id(each) in given
        else each
        for each in records
    ]


def _named(entry: Entry) -> tuple[str, ...]:
    """Give what a citation says of an entry: all authors and the year; nothing without authors."""
    people = entry.authors or entry.editors
    year = entry.year or ""
    if not people or entry.type is EntryType.ARCHIVE or not year[:1].isdigit():
        return ()
    return year, *(letters(name.sort_form) for name in people)


def _letters(group: Sequence[Record]) -> dict[int, str]:
    """Give the letters that are missing in a group, by the ids of its records."""
    used = {each.entry.suffix for each in group if each.entry.suffix}
    without = [each for each in group if not each.entry.suffix]
    free = [letter for letter in ascii_lowercase if letter not in used]
    if len(group) < 2 or len(without) > len(free):
        return {}
    return {id(each): letter for each, letter in zip(without, free, strict=False)}
