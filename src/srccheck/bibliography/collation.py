"""The order of a written list, by style and language.

Letters come in the order of their alphabet, marks apart: Ё with Е, Й behind И, І behind И and Ї
behind І. A leading article does not count; Mc does as it is spelt.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from srccheck.bibliography.record import Record
from srccheck.references import Entry, EntryType

MOST_IN_GOST = 3  # authors before the title; with more, as with editors, the title comes first
_CYRILLIC_ORDER = "абвгґѓдђеєжзѕиіїйјкќлљмнњопрстћуўфхцчџшщъыьэюя"
_RANKS = {letter: rank for rank, letter in enumerate(_CYRILLIC_ORDER)}
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LEFT_OUT = re.compile(
    r"^(?:the|an?|der|die|das|le|la|les|l|un|une|il|lo|gli)\s+(?=\w)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")


def in_order(records: Sequence[Record], *, cyrillic_first: bool) -> list[Record]:
    """Give records in the order of a list; those of one author by year, then by title."""
    return sorted(records, key=lambda record: _key(record.entry, cyrillic_first))


def _key(entry: Entry, cyrillic_first: bool) -> tuple[object, ...]:
    heading = _heading(entry, gost=cyrillic_first)
    cyrillic = _CYRILLIC.search(heading[:3]) is not None
    script = int(cyrillic is not cyrillic_first)
    year = entry.year_first or "9999"
    title = letters(entry.title or entry.container or "")
    last = entry.year_last or ""
    return (script, letters(heading), year, last, entry.suffix or "", title, entry.date or "")


def _heading(entry: Entry, *, gost: bool) -> str:
    """Give the names, title or archive that an entry stands under, in a GOST style or another."""
    if entry.type is EntryType.ARCHIVE:
        return entry.archive or entry.archive_abbreviation or ""
    people = entry.authors or (() if gost else entry.editors)
    if people and not (gost and len(people) > MOST_IN_GOST):
        return " ".join(name.sort_form for name in people)
    return entry.title or entry.container or ""


def letters(text: str) -> str:
    """Give the sort key of a text, letter by letter; keys compare as strings."""
    bare = _LEFT_OUT.sub("", " ".join(_WORD.findall(text.lower().replace("ё", "е"))))
    return bare.replace(" ", "").translate(_WEIGHTS)


class _Weights(dict[int, str]):
    """What stands for each letter in a key, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = weight = _weight(chr(code))
        return weight


def _weight(char: str) -> str:
    if char in _RANKS:
        return chr(0x400 + _RANKS[char])
    special = {"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}.get(char)
    plain = special or unicodedata.normalize("NFKD", char)
    return "".join(each for each in plain if not unicodedata.combining(each))


_WEIGHTS = _Weights()
