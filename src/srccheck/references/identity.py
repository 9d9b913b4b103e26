"""Ids of entries: "selivanov2014a", "hoxha1971-82", "leconflit1979", "rgaspi"."""

from __future__ import annotations

from srccheck.references.model import Entry
from srccheck.references.names import fold

_ROMANISED = (
    "аa бb вv гg дd еe ёe жzh зz иi йj кk лl мm нn оo пp рr сs тt уu фf хh цc чch шsh щshh ъ ыy ь "
    "эe юju яja їi іi єe ґg ўu"
)
_CYRILLIC = {pair[0]: pair[1:] for pair in _ROMANISED.split(" ")}
_ENOUGH = 7  # letters that make a word telling: "Le conflit", "Livre noir", but "Prezidium"


def make_id(entry: Entry, used: dict[str, int]) -> str:
    """Give an id that ``used`` does not hold yet, and note it there.

    An entry of a .bib has its key. Others: family name (or the first words of body, title or
    container), year with suffix, in lower-case ASCII; an archive's is the registry's. A second
    bearer gets "-2".
    """
    base = entry.archive_id or entry.key or _base(entry)
    used[base] = used.get(base, 0) + 1
    while used[base] > 1:
        numbered = f"{base}-{used[base]}"
        if numbered not in used:
            used[numbered] = 1
            return numbered
        used[base] += 1
    return base


def _base(entry: Entry) -> str:
    if entry.archive:
        return _ascii(entry.archive_abbreviation or "") or _words(entry.archive)
    if entry.authors:
        name = entry.authors[0]
        head = _ascii(name.family) or _words(name.literal)
    else:
        head = _words(entry.title or entry.container or entry.rest)
    return (head or "entry") + _year(entry)


def _year(entry: Entry) -> str:
    if entry.year is None or entry.year_first is None:
        return "nd" if entry.year else ""
    year = entry.year_first
    if entry.year_last and entry.year_last != year:
        same_century = entry.year_last[:2] == year[:2]
        year += "-" + (entry.year_last[2:] if same_century else entry.year_last)
    return year + (entry.suffix or "")


def _words(text: str) -> str:
    head = ""
    for word in text.split()[:4]:
        head += _ascii(word)
        if len(head) >= _ENOUGH:
            break
    return head


def _ascii(text: str) -> str:
    romanised = "".join(_CYRILLIC.get(char, char) for char in text.lower())
    return "".join(char for char in fold(romanised) if char.isascii() and char.isalnum())
