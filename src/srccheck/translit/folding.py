"""Forms of a name in which differences that a reader overlooks are gone."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘´`′ʼˈʹ", "'"))
_CARELESS: Final = str.maketrans({"ё": "е", "э": "е", "ь": None, "ъ": None, "’": None, "'": None})
_LONG_ENDING: Final = re.compile("[иы][йи]$")


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
