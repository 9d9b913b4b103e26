"""Compact references after an archive's name: 17/3/40/7, 558-11-139-20, Р7523 105 168, 17.4.9.

    compact = number separator number separator number [ separator leaves ]

The same separator throughout, and the levels in the order the archive uses; a library whose
only level is the file takes the whole as one number.
"""

from __future__ import annotations

import re

from srccheck.archives.model import Archive, Level, LevelName
from srccheck.archives.values import DASHES, read_leaves
from srccheck.text import Span

_PART = r"(?:[^\W\d_]{1,2}[-‐‑–]?)?\d+[^\W\d_]?(?![^\W_])"
_COMPACT = re.compile(
    rf"""
    (?P<open> \s?[,.:;]?\s? )
    (?P<number> (?P<first> {_PART} ) (?P<sep> [/.{DASHES}] | \s | :\s? )
        {_PART} (?P=sep) {_PART} (?: (?P=sep) {_PART} (?:[–-]\d+)? ){{0,2}} )
    (?! [^\W_] )
    """,
    re.VERBOSE,
)
_GAP = re.compile(rf"[/.{DASHES}:\s]+")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_MAIN = (LevelName.FOND, LevelName.OPIS, LevelName.PAPKA, LevelName.DELO)


def read_compact(text: str, start: int, end: int, archive: Archive) -> list[Level]:
    """Read a compact reference after a name that ends at ``start``; nothing found gives []."""
    match = _COMPACT.match(text, start, end)
    if match is None or _is_date(match["number"]):
        return []
    order = _order(archive)
    separator = match["sep"]
    if len(order) == 1:
        span = Span(match.start("number"), match.end("number"))
        return [Level(order[0], match["number"], "", match["number"], span, span, match["open"])]
    if LevelName.OPIS not in order or (separator == "." and match["open"].strip() != "."):
        return []
    return _levels(text, match, order)


def _order(archive: Archive) -> list[LevelName]:
    """Give the levels numbers stand for: those of the archive that are usual in a file's number."""
    skipped = {LevelName.POR, LevelName.VOLUME, LevelName.BOX, LevelName.SERIES, LevelName.ITEM}
    order: list[LevelName] = [
        name for name in archive.levels if name not in skipped and name is not LevelName.LIST
    ]
    if LevelName.PAPKA in order and LevelName.PAPKA not in archive.required:
        order.remove(LevelName.PAPKA)
    return order


def _levels(text: str, match: re.Match[str], order: list[LevelName]) -> list[Level]:
    """Give the parts their levels, in order; one more than the order has is the leaf."""
    levels: list[Level] = []
    at, stop, before = match.start("number"), match.end("number"), match["open"]
    names = [*order, LevelName.LIST]
    part = re.compile(r"(?:[^\W\d_]{1,2}[-‐‑–]?)?\d+[^\W\d_]?")
    while at < stop and len(levels) < len(names):
        name = names[len(levels)]
        leaves = read_leaves(text, at, stop) if name is LevelName.LIST else None
        found = part.match(text, at, stop)
        if found is None:
            break
        end = leaves.end if leaves else found.end()
        value = leaves.value if leaves else found.group()
        span = Span(at, end)
        levels.append(Level(name, value, "", text[at:end], span, span, before))
        gap = _GAP.match(text, end, stop)
        before = gap.group() if gap else ""
        at = gap.end() if gap else stop
    return levels


def _is_date(number: str) -> bool:
    """Tell 12.03.1995 and 1995-03-12 from a file's number."""
    parts = [int(each[:6]) for each in re.findall(r"\d+", number)]
    if len(parts) != 3:
        return False
    day, month, year = parts if _YEAR.fullmatch(str(parts[2])) else parts[::-1]
    return bool(_YEAR.fullmatch(str(year))) and 0 < day <= 31 and 0 < month <= 12
