"""How a manuscript cites: by author and year, in notes, or both."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from srccheck.text import Stream


class Style(StrEnum):
    """What a manuscript can be told to be; ``AUTO`` means that it is looked at."""

    AUTO = "auto"
    AUTHOR_DATE = "author-date"
    NOTES = "notes"
    MIXED = "mixed"


# What full and short notes have and author–date notes hardly: an imprint, "//", a repeated source.
_SIGN = re.compile(
    r"""
      \([^()\n]{2,80}[,:]\s(?:1[5-9]|20)\d\d\)
    | \d,?\s\([^()\d]{0,20}(?:1[5-9]|20)\d\d\) | \s//\s
    | [”"»’],?\s(?:pp?\.\s|S\.\s|с\.\s)?\d | [Уу]каз\.\sсоч
    | \b[^\W\d_]{3,}\s(?:1[5-9]|20)\d\d,\sS\.\s\d
    | [,.:]\s?(?:1[5-9]|20)\d\d\.\s(?:[–—]\s)?(?:С|Т|№)
    | ,\s(?:1[5-9]|20)\d\d,\s(?:pp?|s)\.\s?\d            # Paris, Fayard, 2001, p. 12
    | \b[Oo]p\.\scit | \bart\.\scit | [Вв]каз\.\s(?:пра|тв)
    | ^[^\W\d_]{3,},\s[^\d]{4,60},\s(?:S\.\s|p\.\s)?\d{1,4}\b
    """,
    re.VERBOSE | re.MULTILINE,
)
LEAST = 2  # notes with a sign below which nobody cites in notes
SHARE = 6  # one note in so many has a sign where a manuscript that cites by year has notes as well


def may_cite_in_notes(notes: Iterable[Stream], by_year: int) -> bool:
    """Tell whether notes need to be read; ``by_year`` counts what the body cites by year."""
    signs = total = 0
    for note in notes:
        total += 1
        signs += _SIGN.search(note.text) is not None
    if by_year == 0:
        return signs > 0
    return signs >= LEAST and signs * SHARE >= total


def style_of(by_year: int, in_notes: int) -> str:
    """Give the style of a manuscript from the number of its citations of both sorts.

    "" where notes cite nothing in full or in short. Where both occur the rarer sort has to be more
    than an exception.
    """
    if not in_notes:
        return ""
    if by_year == 0 or in_notes > by_year * 10:
        return Style.NOTES
    return Style.MIXED if in_notes >= LEAST and in_notes * 4 >= by_year else ""
