"""Archives by what somebody types: an abbreviation, a name in any script, a city, a country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from srccheck.archives.folding import WORD, name_key, word_key
from srccheck.archives.model import Archive

if TYPE_CHECKING:
    from srccheck.archives.registry import Registry

_NAMED, _LOCATED, _BEGUN, _WITHIN = range(4)  # how well a query fits, the best first
_SHORTEST = 3  # letters of a word, and of its key, from which its beginning is enough
_SHORTEST_PART = 4  # letters that are looked for inside words


def search(registry: Registry, query: str) -> tuple[Archive, ...]:
    """Give the archives a query names, best first; an empty query gives all."""
    folded = " ".join(query.casefold().split())
    if not folded:
        return registry.archives
    named = registry.bearers(query)
    countries = country_codes(folded)
    ranked = []
    for number, archive in enumerate(registry.archives):
        rank = _rank(archive, folded, named, countries)
        if rank is not None:
            ranked.append((rank, number, archive))
    return tuple(archive for _, _, archive in sorted(ranked, key=lambda row: row[:2]))


def _rank(
    archive: Archive, folded: str, named: frozenset[str], countries: frozenset[str]
) -> int | None:
    if archive.id == folded or archive.id in named:
        return _NAMED
    if archive.country in countries or _is_city(folded, archive.city):
        return _LOCATED
    texts = list(_texts(archive))
    words = [(word.group(), word_key(word.group())) for word in WORD.finditer(folded)]
    if words and any(_begin(words, name_key(text)) for text in texts):
        return _BEGUN
    if any(text.casefold().startswith(folded) for text in texts):
        return _BEGUN
    if len(folded) >= _SHORTEST_PART and any(folded in text.casefold() for text in texts):
        return _WITHIN
    return None


def _texts(archive: Archive) -> Iterator[str]:
    yield archive.id
    yield archive.city
    yield from archive.abbreviations
    for names in archive.names.values():
        yield from names
    for former in archive.former:
        yield from former.abbreviations
        yield from former.names


def _begin(words: Sequence[tuple[str, str]], name: tuple[str, ...]) -> bool:
    """Tell whether each of ``words`` is a word of ``name`` or, where long enough, begins one.

    A word that folds to nearly nothing ("qqqq") says nothing.
    """
    return all(
        len(key) >= min(len(word), _SHORTEST - 1)
        and any(
            each == key or (min(len(word), len(key)) >= _SHORTEST and each.startswith(key))
            for each in name
        )
        for word, key in words
    )


def _is_city(folded: str, city: str) -> bool:
    if not city or folded == city.casefold():
        return bool(city)
    return city in _cities(folded)


@lru_cache(maxsize=1)
def _cities(folded: str) -> frozenset[str]:
    """Give the established English name of a city that is written otherwise (Москва, Wien)."""
    from srccheck.translit import place

    found = place(folded.title())
    return frozenset() if found is None else frozenset({found.authority.established})


def country_codes(folded: str) -> frozenset[str]:
    """Give the codes of the countries that a casefolded name or code stands for."""
    return frozenset(
        code
        for code, names in _countries().items()
        if folded == code.casefold() or folded in (name.casefold() for name in names)
    )


@lru_cache(maxsize=1)
def _countries() -> dict[str, list[str]]:
    """Read refs/countries.toml."""
    import tomllib

    from srccheck.resources import refs_path

    return tomllib.loads((refs_path() / "countries.toml").read_text(encoding="utf-8"))
