"""Forms of a name in which differences that a reader overlooks are gone."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘´`′ʼˈʹ", "'"))
_CARELESS: Final = str.maketrans({"ё": "е", "э": "е", "ь": None, "ъ": None, "’": None, "'": None})
_LONG_ENDING: Final = re.compile("[иы][йи]$")
# A name and the same name with one of these endings are two persons or a case form.
_ENDINGS: Final = frozenset(
    re.findall(
        r"\w+",
        "a aja aya aia oj oi oy e u y i om ym im ogo omu а ая ой е у ы и ом ым им ого ому",
    )
)
_VOWELS: Final = frozenset("aeiouyаеёиоуыэюя")


def plain_form(name: str) -> str:
    """Lower case, NFC, one apostrophe, single spaces: what is one string to a reader."""
    return " ".join(unicodedata.normalize("NFC", name).lower().translate(_APOSTROPHES).split())


def bare(text: str) -> str:
    """Letters without their marks: Dubček, Dubcek; Gomułka, Gomulka."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text.replace("ł", "l").replace("đ", "d"))
    return "".join(char for char in parts if not unicodedata.combining(char))


def folded_cyrillic(name: str) -> str:
    """A Cyrillic name as careless print has it: no soft signs, е for ё and э, -и for -ий."""
    return _LONG_ENDING.sub("и", name.lower().translate(_CARELESS))


def inflected(left: str, right: str) -> bool:
    """Whether the two are one stem with two endings: Ivanov/Ivanova, Moskva/Moskve."""
    if len(left) > len(right):
        left, right = right, left
    if right.startswith(left) and right[len(left) :] in _ENDINGS:
        return True
    return (
        len(left) == len(right)
        and left[:-1] == right[:-1]
        and left[-1] in _VOWELS
        and right[-1] in _VOWELS
    )


def one_slip(a: str, b: str) -> bool:
    """Whether one letter added, lost, changed or exchanged with its neighbour sets two apart.

    (Optimal string alignment distance 1, without the start-up cost of a library.)
    """
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    if len(a) != len(b):
        return rest_a[1:] == rest_b or rest_b[1:] == rest_a
    exchanged = rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
    return rest_a[1:] == rest_b[1:] or exchanged


def two_slips(a: str, b: str) -> bool:
    """Whether one or two slips (`one_slip`) set two words apart."""
    if abs(len(a) - len(b)) > 2 or a == b:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    rests = [(a[1:], b), (a, b[1:]), (a[1:], b[1:])]
    if a[:2] == b[1::-1]:
        rests.append((a[2:], b[2:]))
    return any(x == y or one_slip(x, y) for x, y in rests)
