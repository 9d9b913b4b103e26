"""Days of newspapers and of access, in the languages of historians."""

from __future__ import annotations

import re

from srccheck.citations.vocabulary import MONTHS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY = rf"""
    (?P<d1>\d{{1,2}})\.?\s(?P<m1>{_MONTH})\.?,?\s(?P<y1>(?:1[5-9]|20)\d\d)
  | (?P<m2>{_MONTH})\.?\s(?P<d2>\d{{1,2}}),\s(?P<y2>(?:1[5-9]|20)\d\d)
  | (?P<d3>\d{{1,2}})\.\s?(?P<m3>\d{{1,2}})\.\s?(?P<y3>(?:1[5-9]|20)\d\d)
  | (?P<y4>(?:1[5-9]|20)\d\d)[.,]\s(?P<d4>\d{{1,2}})\s(?P<m4>{_MONTH})\.?
  | (?P<y5>(?:1[5-9]|20)\d\d)-(?P<m5>\d\d)-(?P<d5>\d\d)
"""
DAY_PATTERN = re.compile(rf"(?<!\w)(?:{DAY})(?!\w)", re.VERBOSE | re.IGNORECASE)


def iso(match: re.Match[str]) -> str | None:
    """Give the day of a match of ``DAY`` as an ISO date, None where there is no such day."""
    for at in "12345":
        year = match[f"y{at}"]
        if year is not None:
            month = match[f"m{at}"].lower()
            number = int(month) if month.isdigit() else MONTHS[month]
            day = int(match[f"d{at}"])
            if 1 <= number <= 12 and 1 <= day <= 31:
                return f"{year}-{number:02d}-{day:02d}"
    return None
