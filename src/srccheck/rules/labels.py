"""The labels of locators: what they abbreviate, and whether they stand for one or several."""

from __future__ import annotations

import re

_SEVERAL = re.compile(
    r"\d\s?(?:[^\W\d_]{1,5}\.?)?\s*(?:[-–—‑−,;&]|and|и|und|i)\s*\d|\d\s?ff?\b|\d\s?(?:сл|sq)"
)

_PLURALS = {
    "pp": "p",
    "ff": "f",
    "ll": "l",
    "fols": "fol",
    "fos": "fo",
    "cc": "c",
    "vv": "v",
    "vols": "vol",
    "лл": "л",
    "сс": "с",
    "тт": "т",
    "bde": "bd",
    "nos": "no",
}
_HAVE_PLURAL = frozenset(_PLURALS.values())
_WRITTEN_PLURAL = {singular: plural for plural, singular in _PLURALS.items()}


def stem(label: str) -> str:
    """Give a label in the singular, lower case, without its stops: "pp." and "p." are "p"."""
    bare = re.sub(r"[.\s'’]", "", label).lower()
    return _PLURALS.get(bare, bare)


def is_plural(label: str) -> bool:
    """Tell whether a label stands for several: "pp.", "лл.", "Л. Л."."""
    return re.sub(r"[.\s'’]", "", label).lower() in _PLURALS


def has_plural(label: str) -> bool:
    """Tell whether a label has a plural of its own at all (German S. and Bl. have none)."""
    return stem(label) in _HAVE_PLURAL


def is_several(value: str) -> bool:
    """Tell whether a value names more than one page, leaf or volume: "12–15", "14, 18", "12f."."""
    return _SEVERAL.search(value) is not None


def in_number(label: str, *, plural: bool) -> str:
    """Give the same label in singular or plural, with its case and stop: "f." gives "ff."."""
    bare = label.rstrip(". ")
    tail = label[len(bare) :].rstrip()
    wanted = stem(label)
    if plural:
        wanted = _WRITTEN_PLURAL.get(wanted, wanted)
    if bare[:1].isupper():
        wanted = wanted[0].upper() + wanted[1:]
    return wanted + tail
