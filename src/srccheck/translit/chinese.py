"""Chinese names in pinyin and Wade–Giles, as sets of readings.

A spelling is cut into syllables in every way; each Wade–Giles syllable, with its apostrophes
and umlauts or without, stands for one or more pinyin ones. Two names are one when they share a
reading. Postal and personal forms that follow neither (Peking, Chiang Kai-shek) are data:
refs/places.toml and refs/names.toml.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product
from typing import Final, Literal, NamedTuple

from srccheck.resources import refs_path

System = Literal["pinyin", "Wade–Giles"]

_APOSTROPHE: Final = re.compile("[’‘ʻʼ`´]")
_PART: Final = re.compile(r"[a-zü']+")
_TONE_MARKS: Final = str.maketrans(dict.fromkeys("\u0300\u0301\u0304\u030c", ""))
_MOST_CUTS: Final = 16
_LONGEST: Final = 6


class Tables(NamedTuple):
    """Pinyin syllables by their spelling in each system."""

    pinyin: dict[str, frozenset[str]]
    wade_giles: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The syllables of refs/pinyin.tsv (read at the first call).

    Wade–Giles is entered with and without its apostrophes and umlauts, since print drops both.
    """
    pinyin: dict[str, set[str]] = {}
    wade: dict[str, set[str]] = {}
    for line in (refs_path() / "pinyin.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or "\t" not in line:
            continue
        here, there = line.split("\t")
        for spelling in {here, here.replace("ü", "u"), here.replace("ü", "v")}:
            pinyin.setdefault(spelling, set()).add(here)
        plain = there.replace("ü", "u")
        for spelling in {there, plain, there.replace("'", ""), plain.replace("'", "")}:
            wade.setdefault(spelling, set()).add(here)
    return Tables(
        {spelling: frozenset(found) for spelling, found in pinyin.items()},
        {spelling: frozenset(found) for spelling, found in wade.items()},
    )


@lru_cache(maxsize=4096)
def chinese_readings(name: str, system: System) -> frozenset[tuple[str, ...]]:
    """The pinyin syllables that a name may stand for when read by one system.

    Spaces, hyphens and case make no difference, tone marks are dropped; empty when some part
    cannot be cut into the system's syllables.
    """
    table = tables().pinyin if system == "pinyin" else tables().wade_giles
    parts = _parts(name)
    if not parts:
        return frozenset()
    readings: list[tuple[str, ...]] = [()]
    for part in parts:
        cuts = _cuts(part, system)
        if not cuts:
            return frozenset()
        spelt = [choice for cut in cuts for choice in product(*(sorted(table[s]) for s in cut))]
        readings = [head + tail for head in readings for tail in spelt][:256]
    return frozenset(readings)


class ChinesePair(NamedTuple):
    """The shared pinyin syllables of two names, and the system that each is spelt in."""

    pinyin: tuple[str, ...]
    first: System
    second: System


@lru_cache(maxsize=4096)
def chinese_pair(a: str, b: str) -> ChinesePair | None:
    """What two spellings share as Chinese names, None when nothing.

    Spellings of one system count only when they differ in cuts or marks (Zedong, Ze-dong).
    """
    systems: tuple[System, ...] = ("pinyin", "Wade–Giles")
    for first, second in sorted(product(systems, systems), key=lambda pair: pair[0] == pair[1]):
        left = chinese_readings(a, first)
        shared = left & chinese_readings(b, second) if left else left
        if shared:
            return ChinesePair(min(shared, key=lambda each: (len(each), each)), first, second)
    return None


def _parts(name: str) -> list[str]:
    folded = unicodedata.normalize("NFD", _APOSTROPHE.sub("'", name.lower()))
    text = unicodedata.normalize("NFC", folded.translate(_TONE_MARKS))
    parts = re.split(r"[\s\-‐‑–,.]+", text.strip())
    if any(part and not _PART.fullmatch(part) for part in parts):
        return []
    return [part for part in parts if part]


@lru_cache(maxsize=4096)
def _cuts(part: str, system: System) -> tuple[tuple[str, ...], ...]:
    """Every way to cut a word into syllables of a system (an apostrophe of pinyin divides)."""
    table = tables().pinyin if system == "pinyin" else tables().wade_giles
    ends: list[list[tuple[str, ...]]] = [[()], *([] for _ in part)]
    for at in range(len(part)):
        for length in range(1, _LONGEST + 1):
            piece = part[at : at + length]
            if piece in table and at + length <= len(part):
                after = at + length
                if system == "pinyin" and part[after : after + 1] == "'":
                    after += 1
                grown = [(*cut, piece) for cut in ends[at]]
                ends[after] = (ends[after] + grown)[:_MOST_CUTS]
    return tuple(ends[-1])
