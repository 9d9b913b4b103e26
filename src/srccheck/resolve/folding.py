"""Forms of words under which two spellings of one thing meet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORDS = re.compile(r"\w+")
_SPECIAL = {"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
_APOSTROPHES = "'’‘ʹʺ`´ʼ′″"
_QUOTE_AS_SIGN = re.compile(r"""["”](?<=\w.)(?=\w)""")  # s"ezd, s”ezd


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Give ``text`` in lower case, without marks, apostrophes and punctuation.

    A whole book is folded too, so nothing here goes from letter to letter.
    """
    folded = _without_apostrophes(text).lower()
    if not folded.isascii():
        for letter, plain in _SPECIAL.items():
            folded = folded.replace(letter, plain)
        folded = unicodedata.normalize("NFKD", folded)
        for mark in filter(unicodedata.combining, set(folded)):
            folded = folded.replace(mark, "")
    return " ".join(_WORDS.findall(folded))


def with_marks(text: str) -> str:
    """Give ``text`` in lower case without apostrophes and punctuation, its marks kept."""
    plain = unicodedata.normalize("NFC", _without_apostrophes(text)).lower().replace("ё", "е")
    return " ".join(_WORDS.findall(plain))


def _without_apostrophes(text: str) -> str:
    text = _QUOTE_AS_SIGN.sub("", text)
    for apostrophe in _APOSTROPHES:
        text = text.replace(apostrophe, "")
    return text


def begins_with_words(text: str, beginning: str) -> bool:
    """Tell whether the folded ``text`` begins with the whole words of the folded ``beginning``."""
    return bool(beginning) and (text == beginning or text.startswith(beginning + " "))
