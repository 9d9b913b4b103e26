"""Years of publication as citations give them."""

from __future__ import annotations

import re

from srccheck.citations.model import Year
from srccheck.text import Place

YEAR = r"""
    (?:\[(?:1[4-9]|20)\d\d\]\s?)?                                  # [1961] 1989
    (?P<first>(?:1[4-9]|20)\d\d)
    (?:\s?[-–—‑/]\s?(?P<last>(?:1[4-9]|20)\d\d|\d\d)(?!\d))?
    (?P<suffix>[a-kа-д])?(?!\w)
    (?:\s?\[(?:1[4-9]|20)\d\d\])?                                  # 1989 [1961]
  | (?P<undated>n\.\s?d\.|s\.\s?d\.|б\.\s?[гд]\.|o\.\s?J\.)
  | (?P<coming>forthcoming|in\s press|в\s печати|im\s Druck|im\s Erscheinen|à\s paraître)\b
"""
YEAR_PATTERN = re.compile(rf"(?<![\w/–—-])(?:{YEAR})", re.VERBOSE)
MORE_YEARS = re.compile(
    rf"\s?(?:,|;|and|und|и|та|et|&)\s+(?:(?:and|и|та|und|et|&)\s+)?(?:{YEAR})", re.VERBOSE
)
MORE_SUFFIX = re.compile(r"\s?(?:,|and|und|и|&)\s?(?P<suffix>[a-kа-д])(?![\w.])")

_LATIN = str.maketrans("абвгд", "abcde")


def year_of(match: re.Match[str], stream: int) -> Year:
    """Give the year a match of ``YEAR`` stands for."""
    for group, first in (("undated", "n.d."), ("coming", "forthcoming")):
        if match[group]:
            return Year(match[group], first, None, None, Place(stream, *match.span(group)))
    first, last = match["first"], match["last"]
    if last is not None and len(last) == 2:
        last = first[:2] + last
    suffix = match["suffix"].translate(_LATIN) if match["suffix"] else None
    place = Place(stream, match.start("first"), match.end())
    return Year(match.group().strip(), first, last, suffix, place)


def with_suffix(year: Year, match: re.Match[str], stream: int) -> Year:
    """Give the same year with the further suffix that "1998a, b" adds."""
    place = Place(stream, match.start("suffix"), match.end("suffix"))
    return Year(year.text, year.first, year.last, match["suffix"].translate(_LATIN), place)
