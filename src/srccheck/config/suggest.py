"""The nearest of several words, for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Give "Did you mean 'x'?", or a list of what there is where nothing is near."""
    known = list(words)
    near = get_close_matches(word.lower(), known, n=2, cutoff=0.6)
    if near:
        return f"Did you mean {' or '.join(repr(each) for each in near)}?"
    return f"There is {', '.join(known)}" if known else ""
