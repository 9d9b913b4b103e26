"""The registry of archives: loaded from refs/archives, looked up by name, abbreviation or words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from srccheck.archives import compiled
from srccheck.archives.compiled import Named
from srccheck.archives.folding import abbreviation_key, name_key, word_key
from srccheck.archives.levels import Convention, Levels, build
from srccheck.archives.model import Archive
from srccheck.archives.schema import Record, read_records, to_archive
from srccheck.values import dataclass

_REMEMBERED = 20_000  # words of which it is remembered whether they open a name


@dataclass(frozen=True, slots=True)
class Bearers:
    """The archives that share an abbreviation, and its spellings."""

    ids: frozenset[str]
    spellings: frozenset[str]


class Registry:
    """Archives, their names and the words of their levels.

    Built from plain data (see :mod:`srccheck.archives.compiled`), so that loading is cheap and a
    process pool can pickle it; an :class:`Archive` is made when it is first asked for.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self._records: Mapping[str, Record | str] = data["archives"]
        self._made: dict[str, Archive] = {}
        self.abbreviations: Mapping[str, Sequence[Named]] = data["abbreviations"]
        self.abbreviation_starts = frozenset(data["abbreviation_starts"])
        self.names: Mapping[str, Sequence[Named]] = data["names"]
        self.longest_name: Mapping[str, int] = data["starts"]

        self._opening: dict[str, bool] = {}

    def opens_name(self, word: str) -> bool:
        """Tell whether a capitalised word may begin a known name or abbreviation."""
        known = self._opening.get(word)
        if known is None:
            known = (
                word in self.abbreviation_starts
                or word in self.abbreviations
                or (len(word) > 1 and not word[1:].islower() and self._begins(word))
                or self._opens_full_name(word)
            )
            if len(self._opening) < _REMEMBERED:
                self._opening[word] = known
        return known

    def _begins(self, word: str) -> bool:
        return abbreviation_key(word) in self.abbreviation_prefixes

    @cached_property
    def abbreviation_prefixes(self) -> frozenset[str]:
        """Every beginning of the key of an abbreviation: what may still become one."""
        return frozenset(
            key[:length] for key in self.abbreviations for length in range(1, len(key) + 1)
        )

    @cached_property
    def name_pairs(self) -> frozenset[str]:
        """The first two words of every full name."""
        return frozenset(" ".join(name.split(" ", 2)[:2]) for name in self.names)

    def _opens_full_name(self, word: str) -> bool:
        return word_key(word) in self.longest_name

    def __reduce__(self) -> tuple[type[Registry], tuple[Mapping[str, Any]]]:
        return type(self), (self._data,)

    def __len__(self) -> int:
        return len(self._records)

    @cached_property
    def levels(self) -> Levels:
        """The level words and conventions."""
        return build(self._data["levels"])

    @cached_property
    def class_codes(self) -> frozenset[str]:
        """The letter codes that make a class a reference without its archive."""
        return frozenset(self.levels.conventions["class"].get("codes", ()))

    @property
    def archives(self) -> tuple[Archive, ...]:
        """Every archive, in the order of the files."""
        return tuple(self[each] for each in self._records)

    def __getitem__(self, archive: str) -> Archive:
        if archive not in self._made:
            self._made[archive] = to_archive(compiled.record_of(self._records[archive]))
        return self._made[archive]

    def get(self, archive: str | None) -> Archive | None:
        """Give the archive of an id, or None."""
        return self[archive] if archive in self._records and archive is not None else None

    def convention(self, archive: Archive) -> Convention:
        """Give the convention an archive cites by."""
        return self.levels.conventions[archive.convention]

    def by_abbreviation(self, text: str) -> Archive | None:
        """Give the archive of an abbreviation, in either script, spaces and dots ignored.

        A former one gives the successor. Capitals count, unless nothing is found with them.
        """
        found = self.named_by_abbreviation(text)
        return self.get(found[0]) if found else None

    def named_by_abbreviation(self, text: str) -> Named | None:
        """Give id and former name of an abbreviation; the present bearer before a former one."""
        key = abbreviation_key(text)
        found = self.abbreviations.get(key) or self._caseless.get(key.casefold())
        return best_of(found, text) if found else None

    def by_name(self, text: str) -> Archive | None:
        """Give the archive of a full name, in any of its languages and romanisations."""
        found = self.names.get(" ".join(name_key(text)))
        return self.get(best_of(found)[0]) if found else None

    def former_of(self, text: str) -> str | None:
        """Give the former abbreviation or name that ``text`` is, or None where it is current."""
        found = self.named_by_abbreviation(text)
        if found is None:
            named = self.names.get(" ".join(name_key(text)))
            found = best_of(named) if named else None
        return found[1] if found else None

    def search(self, query: str) -> tuple[Archive, ...]:
        """Give the archives a query names, best first: id or abbreviation, country or city, name.

        An empty query gives all.
        """
        from srccheck.archives.search import search

        return search(self, query)

    def bearers(self, text: str) -> frozenset[str]:
        """Give the ids of all archives that bear, or bore, an abbreviation."""
        key = abbreviation_key(text)
        found = self.abbreviations.get(key) or self._caseless.get(key.casefold()) or ()
        return frozenset(archive for archive, _, _ in found)

    def extend(
        self, records: Sequence[Mapping[str, Any]], where: str = "srccheck.toml"
    ) -> Registry:
        """Give a registry with a project's own archives, which go before ours of the same name.

        Raises DataFileError where a record is broken.
        """
        own: list[Mapping[str, Any]] = list(read_records(records, self.levels.conventions, where))
        replaced = {record["id"] for record in own}
        kept = [
            compiled.record_of(each) for key, each in self._records.items() if key not in replaced
        ]
        return Registry(compiled.index([*own, *kept], self._data["levels"]))

    @cached_property
    def shared_abbreviations(self) -> Mapping[str, Bearers]:
        """The abbreviations that several archives bear today."""
        found: dict[str, Bearers] = {}
        for key, named in self.abbreviations.items():
            ids = frozenset(archive for archive, former, _ in named if former is None)
            if len(ids) > 1:
                found[key] = Bearers(ids, frozenset(spelling for _, _, spelling in named))
        return found

    def preferring(self, chosen: Mapping[str, str]) -> Registry:
        """Give a registry in which the abbreviations of ``chosen`` are of these archives alone."""
        abbreviations = dict(self.abbreviations)
        for key, archive in chosen.items():
            abbreviations[key] = [each for each in abbreviations[key] if each[0] == archive]
        return Registry({**self._data, "abbreviations": abbreviations})

    @cached_property
    def _caseless(self) -> Mapping[str, Sequence[Named]]:
        table: dict[str, Sequence[Named]] = {}
        for key, named in self.abbreviations.items():
            folded = key.casefold()
            table[folded] = [*table.get(folded, ()), *named]
        return table


def best_of(named: Sequence[Named], written: str = "") -> Named:
    """Choose among the bearers of a name: one spelt just so, a present one, the first of them."""
    if len(named) == 1:
        return named[0]
    return min(named, key=lambda each: (each[2] != written, each[1] is not None))


@lru_cache(maxsize=1)
def load_registry() -> Registry:
    """Load the registry that ships with srccheck. Raises DataFileError where a record is broken."""
    return Registry(compiled.load())
