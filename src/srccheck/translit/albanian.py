"""Albanian names: spellings without ë and ç, and definite forms of names and places."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_MARKS: Final = str.maketrans({"ë": "e", "ç": "c"})
_DEFINITE: Final = (
    # indefinite, definite (nominative), the oblique case of the definite
    (re.compile(r"ë$"), ("a", "ës")),
    (re.compile(r"e$"), ("ja", "es")),
    (re.compile(r"([kgh])$"), (r"\1u", r"\1ut")),
    (re.compile(r"([^aeëiouykgh])$"), (r"\1i", r"\1it")),
)
_FUNCTION_WORDS: Final = re.compile(
    r"\b(?:e|i|të|te|dhe|në|ne|për|per|me|nga|një|nje|së|se|kundër|kunder|rreth)\b", re.IGNORECASE
)


def plain_albanian(text: str) -> str:
    """Lower-case NFC text without the marks of ë and ç, as typewriters had it."""
    return unicodedata.normalize("NFC", text).lower().translate(_MARKS)


def same_albanian(a: str, b: str) -> bool:
    """Whether two spellings are one Albanian word, marks or the article apart.

    Tiranë and Tirana, Shqipëri and Shqipëria, Zëri and Zeri are; the rule is that of the
    definite suffix (-i, -u, -a, -ja).
    """
    left, right = plain_albanian(a), plain_albanian(b)
    return left == right or right in definite_forms(left) or left in definite_forms(right)


def definite_forms(word: str) -> frozenset[str]:
    """The definite forms of an indefinite Albanian word, without marks."""
    lower = unicodedata.normalize("NFC", word).lower()
    found: set[str] = set()
    for spelling in {lower, re.sub("e$", "ë", lower)}:
        for ending, suffixes in _DEFINITE:
            if ending.search(spelling):
                found |= {plain_albanian(ending.sub(suffix, spelling)) for suffix in suffixes}
    if re.search("[iu]$", lower):
        found.add(plain_albanian(lower + "a"))
    return frozenset(found)


def looks_albanian(text: str) -> bool:
    """Whether a title reads as Albanian: its small words, or ë and ç together."""
    lower = text.lower()
    small = len(_FUNCTION_WORDS.findall(lower))
    return (small >= 2 and ("ë" in lower or small >= 3)) or ("ë" in lower and "ç" in lower)
