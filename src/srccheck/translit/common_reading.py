"""The Cyrillic name behind two romanised spellings, and the schemes that write each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from srccheck.translit.folding import folded_cyrillic
from srccheck.translit.lattice import Reading, language_lattice
from srccheck.translit.scheme_table import is_cyrillic, schemes
from srccheck.values import dataclass

_BEAM: Final = 24
_MOST_READINGS: Final = 24
_MOST_COST: Final = 16.0
"""Nats that the common reading may be less likely than each spelling's own best, together."""
_LIBERTY_COST: Final = 3.5
_RUSSIAN_LEAD: Final = 4.0
# What a neighbour's spelling has and a Russian one has hardly ever: only then is it tried.
_NEIGHBOURS: Final = (
    ("uk", re.compile(r"[їієґïǐ]|yi|[^aeiou]ji|iv$|h[ro]|[ks]yy?$|[zs]['ʹ’][kn]")),
    ("be", re.compile(r"[ўŭźśćł]|dz")),
    ("bg", re.compile(r"[ǎă]|sht")),
    ("sr", re.compile(r"[đćђћљњџј]|lj|nj|dž")),
    ("mk", re.compile(r"[ǵḱѓќѕј]|gj|kj|lj|nj")),
)


@dataclass(frozen=True, slots=True)
class CommonReading:
    """A Cyrillic name (lower case) that both spellings write.

    ``cost`` is as in `common_reading`, ``rank`` how likely it is as a word (nats, both sides).

    ``first`` and ``second`` are the ids of the schemes that write each so, usual ones first;
    empty for a spelling that is Cyrillic itself.
    """

    cyrillic: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    cost: float
    rank: float
    language: str


@lru_cache(maxsize=4096)
def common_reading(a: str, b: str) -> CommonReading | None:
    """The most probable Cyrillic word behind two spellings, None where there is none.

    Print's freedom with ё, э, soft signs and -ий/-ый is allowed for. Where a spelling has
    their letters, Russian's neighbours are tried too. A common reading that is much less
    likely than what each spelling says alone (by 16 nats together) does not count.
    """
    found = _in_language(a, b, "ru")
    for language, sign in _NEIGHBOURS:
        if sign.search(a) or sign.search(b):
            other = _in_language(a, b, language)
            if other and (found is None or other.rank > found.rank + _RUSSIAN_LEAD):
                found = other
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
    if not given and first.cyrillic != second.cyrillic:
        # Of two spellings of the sound, the one with its soft sign says more.
        given = [max(first.cyrillic, second.cyrillic, key=_signs)]
    cyrillic = dict.fromkeys(given or (first.cyrillic,))
    return CommonReading(
        tuple(cyrillic),
        _named(first, language),
        _named(second, language),
        cost,
        left[key][0] + right[key][0],
        language,
    )


def _signs(cyrillic: str) -> int:
    return sum(cyrillic.count(letter) for letter in "ьъ’ё")


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
