"""Forms of words under which two spellings of one thing meet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^\w]+", re.UNICODE)
_SPECIAL = str.maketrans({"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_APOSTROPHES = re.compile(r"""['’‘ʹʺ`´ʼ′″]|(?<=\w)["”](?=\w)""")  # s"ezd, s”ezd


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Give ``text`` in lower case, without marks, apostrophes and punctuation."""
    plain = _APOSTROPHES.sub("", text).lower().translate(_SPECIAL)
    bare = "".join(
        char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char)
    )
    return " ".join(_NOT_WORD.sub(" ", bare).split())


def with_marks(text: str) -> str:
    """Give ``text`` in lower case without apostrophes and punctuation, its marks kept."""
    plain = unicodedata.normalize("NFC", _APOSTROPHES.sub("", text)).lower().replace("ё", "е")
    return " ".join(_NOT_WORD.sub(" ", plain).split())


def begins_with_words(text: str, beginning: str) -> bool:
    """Tell whether the folded ``text`` begins with the whole words of the folded ``beginning``."""
    return bool(beginning) and (text == beginning or text.startswith(beginning + " "))
