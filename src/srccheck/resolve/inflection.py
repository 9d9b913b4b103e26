"""Russian surnames in running prose: "по мнению В. Н. Барышникова (1997)"."""

from __future__ import annotations

import re

_CYRILLIC_WORD = re.compile(r"[А-ЯЁа-яё-]{4,}$")

# An ending of an oblique case and what stands in its place in the nominative; the longest first.
_ENDINGS = (
    ("ского", ("ский",)),
    ("скому", ("ский",)),
    ("цкого", ("цкий",)),
    ("цкому", ("цкий",)),
    ("ским", ("ский",)),
    ("ском", ("ский",)),
    ("ской", ("ская",)),
    ("скую", ("ская",)),
    ("ой", ("а", "ой")),
    ("ым", ("",)),
    ("ом", ("",)),
    ("ем", ("", "й", "ь")),
    ("ей", ("я",)),
    ("у", ("", "а")),
    ("а", ("",)),
    ("е", ("", "а")),
    ("ю", ("й", "ь", "я")),
    ("я", ("й", "ь")),
)


def nominatives(name: str) -> tuple[str, ...]:
    """Give the forms a Cyrillic surname in an oblique case may have in a list, likeliest first.

    The name itself is not among them. Other scripts have none.

    >>> nominatives("В. Н. Барышникова")
    ('В. Н. Барышников',)
    >>> nominatives("Hoxha")
    ()
    """
    match = _CYRILLIC_WORD.search(name)
    if match is None:
        return ()
    word, before = match.group(), name[: match.start()]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            return tuple(f"{before}{stem}{each}" for each in instead if stem + each != word)
    return ()
