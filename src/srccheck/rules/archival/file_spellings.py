"""file-spellings (ARC017): one file written in two ways.

What it does:
    Reports a file (or fond, opis, lot, decimal file) whose number is written in two ways that
    differ in their separators, spaces, quotes or capitals alone, everything above it being the
    same: 55D606 and 55D-606, d. 1/2 and d. 1–2, d. 8а and d. 8«а». The kind of a dash and the
    script are not compared; d. 1/2 and d. 12 are two files.
Why it matters:
    A reader takes them for two files, and a search finds only one of them.
Example:
    It was noted in May (Russian State Archive of Socio-Political History [RGASPI], f. 495, op. 201,
    d. 1/2, l. 104), in June (RGASPI, f. 495, op. 201, d. 1–2, l. 110) and in July (RGASPI, f. 495,
    op. 201, d. 1/2, l. 117).
Use instead:
    It was noted in May (Russian State Archive of Socio-Political History [RGASPI], f. 495, op. 201,
    d. 1/2, l. 104), in June (RGASPI, f. 495, op. 201, d. 1/2, l. 110) and in July (RGASPI, f. 495,
    op. 201, d. 1/2, l. 117).
Fix safety:
    There is no fix: which form the archive uses is in its inventory.
Options:
    None.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from srccheck.archives import ArchivalReference, Level, LevelName
from srccheck.resolve import Apparatus
from srccheck.rules.base import Finding, NoOptions, Related, Rule, Severity
from srccheck.rules.files import at, references
from srccheck.rules.majority import minority
from srccheck.text import Place

_UNIQUE = (LevelName.LOT, LevelName.DECIMAL_FILE)  # whatever stands above them
_COMPARED = (LevelName.FOND, LevelName.OPIS, LevelName.DELO, *_UNIQUE, LevelName.ITEM)
_ABOVE = (
    LevelName.RECORD_GROUP, LevelName.FOND, LevelName.SERIES, LevelName.YEAR, LevelName.OPIS,
    LevelName.ENTRY, LevelName.BUSTA, LevelName.DELO,
)  # fmt: skip
_DASHES = re.compile(r"\s?[-‐‑‒–—−]\s?")
_QUOTES = re.compile(r"[«»“”„\"]")
_BETWEEN_FIGURES = re.compile(r"(?<=\d)[-/.:\s]+(?=\d)")
_MARKS = re.compile(r"[-/.:\s\"]")
_CYRILLIC = dict(zip("абвгдезиклмнопрстуфхцч", "abvgdeziklmnoprstufhcc", strict=True))
_LETTERS = str.maketrans(
    _CYRILLIC | {letter.upper(): latin.upper() for letter, latin in _CYRILLIC.items()}
)


class FileSpellings(Rule):
    """One number, two spellings."""

    code = "ARC017"
    name = "file-spellings"
    severity = Severity.WARNING
    summary = "one file written in two ways"
    gives_way_to = ("ARC007",)

    def check(self, apparatus: Apparatus, options: NoOptions) -> Iterator[Finding]:
        """Yield the numbers whose spelling is not the one the file mostly has."""
        files: dict[tuple[str, ...], list[tuple[Place, Level]]] = defaultdict(list)
        for resolved, reference in references(apparatus):
            for level in reference.written:
                if level.name in _COMPARED:
                    files[_key(reference, level)].append((at(resolved, level.span), level))
        for occurrences in files.values():
            for each in minority(occurrences, lambda item: spelling(item[1].value)):
                place, level = each.item
                usual_place, usual = each.usual
                yield Finding(
                    place,
                    f"{apparatus.quote(place)}: {level.value} is written {usual.value} elsewhere",
                    related=(Related(usual_place, "the other spelling"),),
                )


def _key(reference: ArchivalReference, level: Level) -> tuple[str, ...]:
    """Give what two spellings of one number have in common: all above it, and its marrow."""
    if level.name in _UNIQUE:
        return (level.name.value, marrow(level.value))
    above = []
    levels = reference.levels
    for name in _ABOVE:
        if name is level.name:
            break
        above.append(marrow(levels.get(name, "")))
    archive = reference.archive or reference.abbreviation
    return (archive, *above, level.name.value, marrow(level.value))


@lru_cache(maxsize=16384)
def spelling(value: str) -> str:
    """Give a number as it is compared: one kind of dash and quote, one script."""
    return _QUOTES.sub('"', _DASHES.sub("-", value)).translate(_LETTERS)


@lru_cache(maxsize=16384)
def marrow(value: str) -> str:
    """Give what is left of a number without separators and capitals.

    Between two figures a separator stays, of whatever kind, so that 1/2 is not 12.

    >>> marrow("55D-606") == marrow("55 D 606"), marrow("1/2") == marrow("1–2")
    (True, True)
    >>> marrow("1/2") == marrow("12")
    False
    """
    return _MARKS.sub("", _BETWEEN_FIGURES.sub("|", spelling(value))).casefold()
