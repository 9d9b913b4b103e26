"""Words that lead in to a citation and stand outside it: "see also", "vgl.", "цит. по"."""

from __future__ import annotations

import re

from srccheck.citations.vocabulary import LEADS, WEAK_LEADS

_LEAD_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s,.:–—-]*")
_JOINT = re.compile(r"[\s.,'’]{0,3}")
LONGEST = 4  # words of a lead-in


def skip_leads(text: str, start: int, end: int) -> int:
    """Give where the citation begins after the lead-ins at ``start``.

    A lead-in before a figure is none: "See 1999" is a man called See.
    """
    at = _past(_BETWEEN, text, start, end)
    while True:
        after = _after_lead(text, at, end)
        if after is None or text[after : after + 1].isdigit():
            return at
        at = after


def _after_lead(text: str, start: int, end: int) -> int | None:
    words: list[str] = []
    best: int | None = None
    at = start
    while len(words) < LONGEST:
        match = _LEAD_WORD.match(text, at, end)
        if match is None:
            break
        words.append(match.group().lower())
        if " ".join(words) in LEADS:
            best = match.end()
        at = _past(_JOINT, text, match.end(), end)
        if at == match.end():
            break
    return None if best is None else _past(_BETWEEN, text, best, end)


def lead_before(text: str) -> str | None:
    """Give the lead-in that ends a text ("strong" or "weak"), None where none does."""
    words = [word.lower() for word in _LEAD_WORD.findall(text[-60:])]
    tail = text.rstrip(" .,:")
    if not words or not tail or not tail[-1].isalpha():
        return None
    for count in range(min(LONGEST, len(words)), 0, -1):
        if " ".join(words[-count:]) in LEADS:
            return "weak" if count == 1 and words[-1] in WEAK_LEADS else "strong"
    return None


def _past(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start
