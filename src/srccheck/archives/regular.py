"""References without any irregularity, read by one pattern.

Most references in print are "RGASPI, f. 17, op. 3, d. 1080, ll. 55–56" to the letter. The grammar
reads them as well, and gives the same (tests/archives/test_regular.py holds the two together); this
only saves its looking round at every level.
"""

from __future__ import annotations

import re

from srccheck.archives.model import ArchivalReference, Archive, Level, LevelName
from srccheck.archives.names import NameAt
from srccheck.text import Span

_TAIL = r"(?=\.?(?:[)\]\n]|\Z)|;\s[A-ZА-Я]{2})"
_REGULAR = re.compile(
    rf"""
    ([,.]\s)([fF]\.)\s(\d{{1,5}})([,.]\s)([oO]p\.)\s(\d{{1,4}})([,.]\s)([dD]\.)\s(\d{{1,5}})
    (?:([,.]\s)(?:(l\.)\s(\d{{1,4}})|(ll\.)\s(\d{{1,4}})–(\d{{1,4}})))?{_TAIL}
    """,
    re.VERBOSE,
)
_CYRILLIC = re.compile(
    rf"""
    ([,.]\s)([фФ]\.)\s(\d{{1,5}})([,.]\s)([оО]п\.)\s(\d{{1,4}})([,.]\s)([дД]\.)\s(\d{{1,5}})
    (?:([,.]\s)(?:([лЛ]\.)\s(\d{{1,4}})(?!–)|([лЛ]\.)\s(\d{{1,4}})–(\d{{1,4}})))?{_TAIL}
    """,
    re.VERBOSE,
)
_FILE = (LevelName.FOND, LevelName.OPIS, LevelName.DELO)


def is_regular(archive: Archive) -> bool:
    """Tell whether an archive's references have the plain form: fond, opis, delo, list, Russian."""
    return archive.convention == "fond" and archive.country == "RU"


def read_regular(
    text: str, name: NameAt, before: NameAt | None, archive: Archive
) -> ArchivalReference | None:
    """Read the reference that follows an abbreviation at once; None where anything is unusual.

    ``before`` is the name of an archive before this one, which may belong to it.
    """
    if not name.short or name.others or not is_regular(archive):
        return None
    if before is not None and name.span.start - before.span.end < 4:
        return None
    at = name.span.end
    match = _REGULAR.match(text, at) or _CYRILLIC.match(text, at)
    if match is None:
        return None
    levels = [_level(match, each, 3 * number + 1) for number, each in enumerate(_FILE)]
    if match[10] is not None:
        leaf = _leaf(match)
        if leaf is None:
            return None
        levels.append(leaf)
    return ArchivalReference(
        span=Span(name.span.start, match.end()),
        archive=name.archive,
        abbreviation=name.span.cut(text),
        abbreviation_span=name.span,
        written=tuple(levels),
        former=name.former,
    )


def _level(match: re.Match[str], name: LevelName, group: int) -> Level:
    separator, label, number = match.group(group, group + 1, group + 2)
    start, end = match.span(group + 2)
    span = Span(match.start(group + 1), end)
    return Level(name, number, label, number, span, Span(start, end), separator)


def _leaf(match: re.Match[str]) -> Level | None:
    """Give the leaves; None where their end is abbreviated or lies before their beginning."""
    if match[12] is not None:
        label, number, value = match.span(11), match.span(12), match[12]
    else:
        label, number = match.span(13), (match.start(14), match.end(15))
        first, last = match.group(14, 15)
        if len(last) < len(first) or int(first) >= int(last):
            return None
        value = f"{match[14]}–{match[15]}"
    words = match.string[label[0] : label[1]]
    return Level(
        name=LevelName.LIST,
        value=value,
        label=words,
        raw=value,
        span=Span(label[0], number[1]),
        number=Span(*number),
        separator=match[10],
        plural=words == "ll.",
    )
