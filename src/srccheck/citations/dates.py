"""Days of newspapers and of access, in the languages of historians."""

from __future__ import annotations

import re

from srccheck.citations.vocabulary import MONTHS

_YEAR = r"(?:1[5-9]|20)\d\d"
_MONTH = r"[^\W\d_]{3,12}"
DAY = re.compile(
    rf"""
    (?<!\w)(?:
        (?P<d1>\d{{1,2}})(?:\.|er|st|nd|rd|th)?\s(?P<m1>{_MONTH})\.?,?\s(?P<y1>{_YEAR})
      | (?P<m2>{_MONTH})\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,\s(?P<y2>{_YEAR})
      | (?P<d3>\d{{1,2}})\.\s?(?P<m3>\d{{1,2}})\.\s?(?P<y3>{_YEAR})
      | (?P<y4>{_YEAR})[.,]\s(?P<d4>\d{{1,2}})\s(?P<m4>{_MONTH})
      | (?P<y5>{_YEAR})-(?P<m5>\d\d)-(?P<d5>\d\d)
    )(?!\w)
    """,
    re.VERBOSE,
)
"""The shape of a day; whether its word is a month only ``iso`` knows."""


def iso(match: re.Match[str]) -> str | None:
    """Give the day of a match of ``DAY`` as an ISO date, None where there is no such day."""
    for at in "12345":
        year = match[f"y{at}"]
        if year is not None:
            word = match[f"m{at}"].lower()
            month = int(word) if word.isdigit() else MONTHS.get(word, 0)
            day = int(match[f"d{at}"])
            if 1 <= month <= 12 and 1 <= day <= 31:
                return f"{year}-{month:02d}-{day:02d}"
    return None
