"""How reference lists are sorted."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import product
from typing import Any, Literal

from srccheck.references import Entry, EntryType
from srccheck.resolve.folding import fold
from srccheck.values import dataclass

_ARTICLE = re.compile(
    r"^(?:(?:the|an?|der|die|das|ein|eine|le|la|les|l|un|une|il|lo|gli|i|van|von|vom|zu|de|den|du|del"
    r"|della|di|da|ter|ten|фон)\s+)+(?=\w)",
    re.IGNORECASE,
)
_MC = re.compile(r"\bM[c’'](?=[^\W\d_])")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa"}
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

Names = Literal["full", "family", "first"]
_NAMES: tuple[Names, ...] = ("full", "family", "first")


@dataclass(frozen=True, slots=True)
class Collation:
    """A way to sort.

    Letter by letter or word by word; leading articles and particles (van, von, de) counted or not;
    by all names in full, by the family names, or by the first author's alone; names as they stand,
    or as some libraries file them (Mc as Mac, ü as ue).
    """

    letters: bool
    articles: bool
    names: Names
    filed: bool


COLLATIONS = tuple(
    Collation(letters, articles, names, filed)
    for filed, letters, articles in product((False, True), (False, True), (True, False))
    for names in _NAMES
)


def sort_key(entry: Entry, collation: Collation) -> str:
    """Give the text by which ``collation`` sorts an entry."""
    text = _heading(entry, collation)
    if collation.filed:
        text = _MC.sub("Mac", unicodedata.normalize("NFC", text)).translate(_UMLAUTS)
    folded = fold(text)
    if not collation.articles:
        folded = _ARTICLE.sub("", folded)
    return folded.replace(" ", "") if collation.letters else folded


def _heading(entry: Entry, collation: Collation) -> str:
    """Give the label, name, title or archive that an entry stands under."""
    names = entry.authors or entry.editors
    if entry.label:
        return entry.label
    if entry.type is EntryType.ARCHIVE:
        return entry.archive or entry.archive_abbreviation or ""
    title = entry.field_place("title")
    behind = title and names and names[0].place and names[0].place.start > title.start
    if not names or behind:  # GOST names more than three authors behind the title
        return entry.title or entry.container or ""
    if collation.names == "first":
        return names[0].short
    return " ".join(name.sort_form if collation.names == "full" else name.short for name in names)


def script_of(entry: Entry) -> str:
    """Give the script an entry is sorted under: lists put Cyrillic and Latin apart."""
    return "Cyrillic" if _CYRILLIC.search(sort_key(entry, COLLATIONS[0])[:3]) else "Latin"


def out_of_order(keys: Sequence[Any]) -> list[int]:
    """Give the positions to take out so that the rest is in order, as few as can be.

    The rest is a longest non-decreasing subsequence (patience sorting from the end, n log n);
    of several, the one that keeps the earlier places.

    >>> out_of_order(["a", "z", "b", "c"])
    [1]
    >>> out_of_order(["b", "a"])
    [1]
    """
    ranks = {key: rank for rank, key in enumerate(sorted(set(keys)))}
    tails: list[int] = []
    longest = [0] * len(keys)  # of the ordered subsequences that begin at this place
    for at in range(len(keys) - 1, -1, -1):
        fallen = -ranks[keys[at]]
        slot = bisect_right(tails, fallen)
        tails[slot : slot + 1] = [fallen]
        longest[at] = slot + 1
    wanted, last = len(tails), -1
    displaced: list[int] = []
    for at, key in enumerate(keys):
        if longest[at] == wanted and ranks[key] >= last:
            wanted, last = wanted - 1, ranks[key]
        else:
            displaced.append(at)
    return displaced
