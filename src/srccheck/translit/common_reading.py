"""The Cyrillic name behind two romanised spellings, and the schemes that write each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from srccheck.translit.folding import folded_cyrillic
from srccheck.translit.lattice import Reading, language_lattice
from srccheck.translit.scheme_table import is_cyrillic, schemes

_BEAM: Final = 24
_MOST_READINGS: Final = 24
_MOST_COST: Final = 16.0
"""Nats that the common reading may be less likely than each spelling's own best, together."""
_LIBERTY_COST: Final = 3.5
_NEIGHBOURS: Final = ("uk", "be", "bg", "sr", "mk")
_NEIGHBOUR: Final = re.compile(
    r"[ïŭǎăđćǵḱźśłіїєґўђћљњџјѓќѕ]|yi|ji|[ks]yy?$|iv$|h[ro]|dz|lj|nj|gj|kj|a[dt]z"
)
_MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class CommonReading:
    """A Cyrillic name (lower case) that both spellings write; ``cost`` as in `common_reading`.

    ``first`` and ``second`` are the ids of the schemes that write each so, usual ones first;
    empty for a spelling that is Cyrillic itself.
    """

    cyrillic: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    cost: float


@lru_cache(maxsize=4096)
def common_reading(a: str, b: str) -> CommonReading | None:
    """The most probable Cyrillic word behind two spellings, None where there is none.

    Print's freedom with ё, э, soft signs and -ий/-ый is allowed for. Russian is tried first,
    then, where a spelling has their letters, its neighbours. A common reading that is much less
    likely than what each spelling says alone (by 16 nats together) does not count.
    """
    found = _in_language(a, b, "ru")
    if found is None and (_NEIGHBOUR.search(a) or _NEIGHBOUR.search(b)):
        others = (_in_language(a, b, language) for language in _NEIGHBOURS)
        found = next((each for each in others if each is not None), None)
    return found


def _in_language(a: str, b: str, language: str) -> CommonReading | None:
    left, right = _folded_readings(a, language), _folded_readings(b, language)
    if not left or not right:
        return None
    best_left = max(rank for rank, _ in left.values())
    best_right = max(rank for rank, _ in right.values())
    costs = sorted(
        (best_left - left[key][0] + best_right - right[key][0], key)
        for key in left.keys() & right.keys()
    )
    if not costs or costs[0][0] > _MOST_COST:
        return None
    cost, key = costs[0]
    (_, first), (_, second) = left[key], right[key]
    given = [side.cyrillic for side in (first, second) if not side.schemes]
    cyrillic = dict.fromkeys(given or (first.cyrillic, second.cyrillic))
    return CommonReading(tuple(cyrillic), _named(first, language), _named(second, language), cost)


@lru_cache(maxsize=4096)
def _folded_readings(name: str, language: str) -> dict[str, tuple[float, Reading]]:
    """The readings of a spelling by their folded Cyrillic, the likeliest of each."""
    if any(map(is_cyrillic, name)):
        return {folded_cyrillic(name.lower()): (0.0, Reading(name.lower(), 0.0, 0, 0))}
    reader = language_lattice(language)
    folded: dict[str, tuple[float, Reading]] = {}
    for reading in reader.read(name, beam=_BEAM, tolerant=True)[:_MOST_READINGS]:
        rank = reader.rank(reading) - _LIBERTY_COST * reading.liberties
        key = folded_cyrillic(reading.cyrillic)
        if key not in folded or folded[key][0] < rank:
            folded[key] = (rank, reading)
    return folded


def _named(reading: Reading, language: str) -> tuple[str, ...]:
    """The ids of a reading's schemes, the most usual first."""
    if not reading.schemes:
        return ()
    known = schemes()
    ids = language_lattice(language).names(reading.schemes)
    return tuple(sorted(ids, key=lambda each: -known[each].prior))
