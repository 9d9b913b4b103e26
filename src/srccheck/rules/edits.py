"""The edits of fixes."""

from __future__ import annotations

from srccheck.rules.base import Edit
from srccheck.text import Place


def respell(place: Place, written: str, right: str) -> Edit:
    """Give the edit that turns the text of ``place`` into ``right``, and touches no more.

    What both begin and end with is left alone, and the markers of emphasis round them with it.
    """
    start, limit = 0, min(len(written), len(right))
    while start < limit - 1 and written[start] == right[start]:
        start += 1
    end = 0
    while end < limit - start - 1 and written[-1 - end] == right[-1 - end]:
        end += 1
    return Edit(
        Place(place.stream, place.start + start, place.end - end), right[start : len(right) - end]
    )
