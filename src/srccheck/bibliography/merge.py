"""Entries that are one work become one, and one place of publication gets one form."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from srccheck.bibliography.record import Record
from srccheck.references import EntryType
from srccheck.references.identity import make_id
from srccheck.resolve.place_forms import is_romanised_form, nearest_form
from srccheck.resolve.same_work import numbers_agree, numbers_of, same_pairs
from srccheck.values import dataclass

if TYPE_CHECKING:
    from srccheck.translit import Authority

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
    parsed = [at for at, record in enumerate(records) if not record.unparsed]

    def agree(first: int, second: int) -> bool:
        one, other = records[parsed[first]], records[parsed[second]]
        return numbers_agree(numbers_of(one.entry, one.raw), numbers_of(other.entry, other.raw))

    for first, second in same_pairs([records[at].entry for at in parsed], agree):
        yield parsed[first], parsed[second]


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


def with_bib_key(record: Record) -> Record:
    """Give a record whose key can be typed: Zotero's address of an item gives way to a name."""
    entry = record.entry
    if "://" not in (entry.key or ""):
        return record
    key = next((key for key in entry.keys if "://" not in key), None)
    bare = replace(entry, key=None)
    return replace(record, entry=replace(bare, key=key, id=key or make_id(bare, {})))


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
