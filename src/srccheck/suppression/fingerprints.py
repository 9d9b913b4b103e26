"""What a finding is known by wherever it moves in its file: its rule and its words."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from srccheck.rules import Diagnostic

_DIGITS = 32  # of a fingerprint, in hexadecimal


def normalised(text: str) -> str:
    """Give a quote without what an editor may change around it: NFC, white space folded."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def quote_of(diagnostic: Diagnostic) -> str:
    """Give a finding's words, or its message where it is about a whole manuscript."""
    return normalised(diagnostic.excerpt or diagnostic.raw) or diagnostic.message


def fingerprint(diagnostic: Diagnostic) -> str:
    """Give the fingerprint of a finding's rule and words."""
    text = f"{diagnostic.code}\0{quote_of(diagnostic)}"
    return hashlib.sha256(text.encode(errors="surrogateescape")).hexdigest()[:_DIGITS]


def numbered(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str, int]]:
    """Give each finding with its fingerprint, and how often that came before in its file."""
    seen: Counter[tuple[str, str]] = Counter()
    for each in diagnostics:
        mark = fingerprint(each)
        yield each, mark, seen[each.path, mark]
        seen[each.path, mark] += 1
