"""Russian surnames in a sentence: "по мнению Барышникова (1997)" is Барышников's."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CYRILLIC = re.compile(r"[а-яёіїєґ]{4,}$", re.IGNORECASE)
_ENDINGS = (
    "ого",
    "ому",
    "ыми",
    "ей",
    "ой",
    "ым",
    "им",
    "ом",
    "ем",
    "ём",
    "а",
    "я",
    "у",
    "ю",
    "е",
    "ы",
    "и",
)
_NOMINATIVE = ("", "ий", "ый", "ой", "а", "я", "ь", "й")
_FLEETING = "ое"


def nominatives(word: str) -> Iterator[str]:
    """Give the forms that an inflected Cyrillic surname may have as a headword, and some others.

    Far more than are names: whoever asks looks them up in a list, with the year.
    """
    if not _CYRILLIC.search(word):
        return
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: -len(ending)]
            yield from (stem + nominative for nominative in _NOMINATIVE)
            yield from (f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in _FLEETING)
