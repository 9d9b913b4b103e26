"""Entries that are one work become one, and one place of publication gets one form."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from srccheck.bibliography.record import Record
from srccheck.references import Entry, EntryType
from srccheck.resolve.place_forms import is_romanised_form, nearest_form
from srccheck.resolve.same_work import comparable, numbers_agree, numbers_of, same_work, work_name
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.translit import Authority

LARGE = 24  # entries of one group, from which on not all pairs are looked at
_CYRILLIC = re.compile("[\u0400-\u052f]")

_FILLED = (
    "editors", "translators", "container", "number", "pages", "place_name", "publisher", "date",
    "url", "accessed", "series", "series_number", "volumes", "total_pages", "doi", "isbn", "issn",
    "eprint", "language", "original_title", "original_date", "event", "event_date", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Merger:
    """Two entries that are one work: the one that stays, and the one that went into it.

    ``filled`` names the fields that only the second has.
    """

    kept: Record
    gone: Record
    filled: tuple[str, ...]

    def __str__(self) -> str:
        """Give the sentence for it."""
        taken = f", with its {', '.join(self.filled)}" if self.filled else ""
        return f"{self.gone.where}: {self.gone.name} is merged into {self._kept}{taken}: one work"

    @property
    def refusal(self) -> str:
        """Give the sentence for two that stay apart."""
        return (
            f"{self.gone.where}: {self.gone.name} is the same work as {self._kept}, and stays: "
            "its key is used in this file, or nothing here knows aliases"
        )

    @property
    def _kept(self) -> str:
        return f"{self.kept.name} ({self.kept.where})"


def merged(
    records: Sequence[Record], may: Callable[[Record, Record], bool] = lambda one, other: True
) -> tuple[list[Record], list[Merger], list[Merger]]:
    """Give the records with each work once, in the order of their first places.

    Of two, the one that a file of fields holds stays, else the first; it is given the fields that
    only the other has. Two that ``may`` forbids to merge are the third thing given.
    """
    kept: list[Record | None] = list(records)
    mergers, refused = [], []
    for first, second in _pairs(records):
        one, other = kept[first], kept[second]
        if one is None or other is None:
            continue
        if other.entry.fielded and not one.entry.fielded:
            one, other = other, one
        joined, filled = _joined(one, other)
        if not may(one, other):
            refused.append(Merger(one, other, filled))
            continue
        kept[first], kept[second] = joined, None
        mergers.append(Merger(joined, other, filled))
    return [each for each in kept if each is not None], mergers, refused


def _pairs(records: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Give the pairs that are one work, each second one once, with its first."""
    groups: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for at, record in enumerate(records):
        key = comparable(record.entry)
        for group in _groups_of(record.entry, key) if key and not record.unparsed else ():
            groups[group].append(at)
    taken: set[int] = set()
    for members in groups.values():
        for before, at in _candidates(records, members, taken):
            if _same(records[before], records[at]):
                taken.add(at)
                yield before, at


def _candidates(
    records: Sequence[Record], members: Sequence[int], taken: set[int]
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
        words = set(work_name(records[at].entry).split()) if large else set()
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


def _groups_of(entry: Entry, key: tuple[str, int]) -> Iterator[tuple[Any, ...]]:
    """Give the groups in which a double can be: by year, size and numbers of the title, authors."""
    from srccheck.translit import name_keys

    people = entry.authors or entry.editors
    names = name_keys(people[0].short) if people else ()
    digits = tuple(sorted(filter(str.isdigit, work_name(entry).split())))
    for name in sorted(names) or [""]:
        yield (*key, name, len(people), digits)


def _same(first: Record, second: Record) -> bool:
    return same_work(first.entry, second.entry) and numbers_agree(
        numbers_of(first.entry, first.raw), numbers_of(second.entry, second.raw)
    )


def _joined(one: Record, other: Record) -> tuple[Record, tuple[str, ...]]:
    """Give ``one`` with the fields that only ``other`` has, and their names."""
    mine, theirs = one.entry, other.entry
    filled: dict[str, Any] = {
        name: getattr(theirs, name)
        for name in _FILLED
        if getattr(theirs, name) and not getattr(mine, name)
    }
    if one.origin == other.origin:
        named = {name for name, _ in mine.extra}
        more = tuple(each for each in theirs.extra if each[0] not in named)
        if more:
            filled["extra"] = (*mine.extra, *more)
    origins = (*one.origins, *((name, other.where) for name in filled))
    told = [name for name in filled if name != "extra"]
    told += [name for name, _ in filled.get("extra", ())[len(mine.extra) :]]
    return replace(
        one,
        entry=replace(mine, **filled),
        origins=origins,
        aliases=(*one.aliases, *((theirs.key,) if theirs.key else ()), *other.aliases),
    ), tuple(told)


def with_one_place(records: Sequence[Record]) -> tuple[list[Record], list[str]]:
    """Give the records with each known place in one form, and a sentence for each change.

    A misspelt place is put right; a romanised form gives way to the usual one beside it, or the
    other way round, by the majority of the entries of one language (as REF004 reports it).
    """
    from srccheck.translit import place

    forms: dict[str, list[int]] = defaultdict(list)
    right: dict[int, str] = {}
    known: dict[int, Authority] = {}
    for at, record in enumerate(records):
        name = record.entry.place_name
        found = place(name) if name and record.entry.type is not EntryType.ARCHIVE else None
        if not name or found is None:
            continue
        if found.status == "slip":
            right[at] = nearest_form(name, found.authority)
        known[at] = found.authority
        forms[found.authority.established].append(at)
    for group in forms.values():
        right |= _usual_forms({at: right.get(at) or _place(records[at]) for at in group},
                              records, known)  # fmt: skip
    changed = list(records)
    for at, form in right.items():
        changed[at] = replace(records[at], entry=replace(records[at].entry, place_name=form))
    return changed, list(_told(records, right))


def _place(record: Record) -> str:
    return record.entry.place_name or ""


def _usual_forms(
    names: dict[int, str], records: Sequence[Record], known: dict[int, Authority]
) -> dict[int, str]:
    """Give the usual form for each that is another romanisation, in an entry of its languages."""
    from srccheck.rules.entry_names import language_of_entry

    usual = Counter(names.values()).most_common(1)[0][0]
    others = {
        at for at, name in names.items()
        if name != usual and bool(_CYRILLIC.search(name)) == bool(_CYRILLIC.search(usual))
    }  # fmt: skip
    if not others:
        return {}
    languages = {language_of_entry(records[at].entry) for at in names if names[at] == usual}
    return {
        at: usual
        for at in others
        if is_romanised_form(names[at], known[at]) != is_romanised_form(usual, known[at])
        and language_of_entry(records[at].entry) in languages
    }


def _told(records: Sequence[Record], right: dict[int, str]) -> Iterator[str]:
    counts = Counter((records[at].entry.place_name, form) for at, form in right.items())
    for (name, form), count in counts.items():
        if name != form:
            yield f"{name} is written {form} ({count} {'entry' if count == 1 else 'entries'})"


def with_keys(records: Iterable[Record], taken: Iterable[str] = ()) -> list[tuple[str, Record]]:
    """Give each record its key: the one it has, else its id; a second bearer gets "-2".

    ``taken`` are the keys that others have already. Who has a key of its own comes first to it.
    """
    from srccheck.bibliography.biblatex import safe_key

    used = set(taken)
    every = list(records)
    keys: dict[int, str] = {}
    for at in sorted(range(len(every)), key=lambda at: every[at].entry.key is None):
        entry = every[at].entry
        key = base = safe_key(entry.key or entry.id)
        number = 1
        while key in used:
            number += 1
            key = f"{base}-{number}"
        used.add(key)
        keys[at] = key
    return [(keys[at], record) for at, record in enumerate(every)]
