"""Titles that a citation names in place of an author: quoted, or emphasised."""

from __future__ import annotations

import re
from bisect import bisect_left

from srccheck.citations.leads import lead_before
from srccheck.text import Span, Stream

_QUOTED = re.compile(
    r"[\"“„«»‘](?P<title>[^\"“”„«»]{2,200}?)[,.]?[\"”“»«’][,.]?\s*,?\s*$", re.DOTALL
)
REACH = 220  # code points of a title


def title_before(stream: Stream, start: int, end: int) -> tuple[Span, str] | None:
    """Give the title that ends at ``end`` and has nothing but a lead-in before it."""
    text = stream.text
    quoted = _QUOTED.search(text, max(start, end - REACH), end)
    if quoted is not None and _begins(text, start, quoted.start()):
        return Span(quoted.start(), end), quoted["title"].strip(" ,.")
    stop = start + len(text[start:end].rstrip(" ,"))
    at = bisect_left(stream.emphasis, stop, key=lambda run: run.end)
    if at < len(stream.emphasis):
        run = stream.emphasis[at]
        if run.end == stop and run.start >= start and _begins(text, start, run.start):
            return Span(run.start, end), text[run.start : run.end].strip(' ,."“”„«»')
    return None


def _begins(text: str, start: int, at: int) -> bool:
    before = text[start:at].strip(" ,:")
    return not before or lead_before(before) == "strong"
