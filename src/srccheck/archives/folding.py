"""Keys under which an archive's names and abbreviations are looked up.

Two keys, both blind to what differs in print while the name stays the same:

* :func:`abbreviation_key` keeps letters and figures alone: ``ГА РФ`` is ``ГАРФ``.
* :func:`name_key` folds a whole name word by word, so that every romanisation of a Russian name,
  its Cyrillic form and its inflected forms fall together: *Gosudarstvennyi arkhiv*,
  *Gosudarstvennyj arhiv*, *Государственном архиве*.

The folding is coarse on purpose: a name of an archive has several words, and all must agree.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’ʹʺ`´‘-][^\W\d_]+)*['’ʹʺ]?|\d+")
"""A word of a name: letters with inner apostrophes and hyphens, or a number."""

_IGNORED = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile(r"['’ʹʺ`´‘\-]")

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "ё": "e", "є": "e",
    "ж": "z", "з": "z", "и": "", "і": "", "ї": "", "й": "", "ј": "", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f",
    "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "sc", "ъ": "", "ы": "", "ь": "", "э": "e",
    "ю": "u", "я": "a", "ђ": "d", "ћ": "c", "љ": "l", "њ": "n", "џ": "c", "ѓ": "h", "ќ": "k",
}  # fmt: skip

_LATIN_PLAIN = str.maketrans(
    {"đ": "d", "ł": "l", "ı": "i", "ß": "ss", "ø": "o", "æ": "a", "œ": "o", "þ": "t", "ə": "a"}
)

# Digraphs of the romanisation schemes, longest first, each to the key of its Cyrillic letter.
_DIGRAPHS = re.compile(r"ar(?:kh|ch|x)(?=i)|shch|stch|sch|tch|kh|zh|ch|sh|ts|tz|dj|ph|[ijywxgq]")
_DIGRAPH_KEYS = {
    "arkhi": "arh", "shch": "sc", "stch": "sc", "sch": "s", "tch": "c", "kh": "h", "zh": "z",
    "ch": "c", "sh": "s", "ts": "c", "tz": "c", "dj": "d", "ph": "f", "i": "", "j": "", "y": "",
    "w": "v", "x": "h", "g": "h", "q": "k",
}  # fmt: skip
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1+")
_ENDING = re.compile(r"(?<=...)(?:oho|eho|omu|emu|om|em|am|um|ah|oh|ov|ev|[aeou]h?)$")


def abbreviation_key(text: str) -> str:
    """Give the key of an abbreviation: its letters and figures, case and script kept."""
    return _IGNORED.sub("", text)


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """Give the scheme-neutral key of one word; equal keys mean the same word, very probably."""
    lowered = _APOSTROPHES.sub("", word.lower())
    if not lowered.isascii():
        lowered = "".join(_CYRILLIC.get(letter, letter) for letter in lowered)
        decomposed = unicodedata.normalize("NFD", lowered)
        lowered = "".join(each for each in decomposed if not unicodedata.combining(each))
        lowered = lowered.translate(_LATIN_PLAIN)
    folded = _DIGRAPHS.sub(_digraph, lowered)
    folded = _DOUBLED.sub(r"\1", folded)
    return _ENDING.sub("", folded) or folded or lowered


def _digraph(match: re.Match[str]) -> str:
    found = match.group()
    return "arh" if found.startswith("ar") else _DIGRAPH_KEYS[found]


def name_key(name: str) -> tuple[str, ...]:
    """Give the key of a whole name: the keys of its words, in order."""
    return tuple(word_key(match.group()) for match in WORD.finditer(name))
