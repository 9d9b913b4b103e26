"""What the field looks at: each word, its neighbours, quotes and brackets, the rules' labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from srccheck.references.tagging.segments import segment_features
from srccheck.references.tagging.words import Seen, seen

_OPENING, _CLOSING = "“«„‹", "”»›"
_MARKED = re.compile(r"[“«„‹”»›\"()\[\]]")
_HOSTS = frozenset({"In", "in", "In:", "in:", "Im", "dans", "w:", "в", "В"})
_ENDS = frozenset('.,;:?!”»"’)')


def features_of(
    words: Sequence[str], labels: Sequence[str], italics: Sequence[bool]
) -> list[list[str]]:
    """Give the features of every word; ``labels`` are what the rules call it, "-" for nothing."""
    looked = [seen(word) for word in words]
    marks = _marks(words)
    parts = segment_features(words, looked)
    last = len(words) - 1
    dated = False
    rows = []
    for at, one in enumerate(looked):
        row = [*one.features, *marks[at], *parts[at]]
        row.append(f"pos={at * 8 // len(words)}")
        label = labels[at]
        row.append(f"r={label}")
        before = labels[at - 1] if at else "^"
        after = labels[at + 1] if at < last else "$"
        row += (f"-r={before}", f"+r={after}", f"r2={before}|{label}|{after}")
        if italics[at]:
            row.append("i")
        if dated:
            row.append("dated")
        if at == 0:
            row.append("first")
        if at == last:
            row.append("last")
        _look_aside(row, looked, at)
        rows.append(row)
        dated = dated or one.number == "year"
    return rows


def _look_aside(row: list[str], looked: Sequence[Seen], at: int) -> None:
    """Add what the two words on either side look like."""
    one = looked[at]
    last = len(looked) - 1
    row += looked[at - 2].aside[0] if at > 1 else ("-2:none",)
    row += looked[at - 1].aside[1] if at else ("-1:none",)
    row += looked[at + 1].aside[2] if at < last else ("1:none",)
    row += looked[at + 2].aside[3] if at + 1 < last else ("2:none",)
    if at:
        before = looked[at - 1]
        row.append(f"L|c={before.last}|{one.case}")
        row.append(f"L|n={before.last}|{one.number}")
    if at + 1 < len(looked):
        row.append(f"n|L|n={one.number}|{one.last}|{looked[at + 1].number}")


def _marks(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Tell for each word whether it stands in quotes, in brackets, behind "//" or "In"."""
    rows = []
    quoted, brackets, host, closed = False, 0, False, False
    before = ""
    for word in words:
        marked = _MARKED.search(word) is not None
        opens = closes = False
        if marked:
            opens, closes = _turns(word, quoted=quoted)
            brackets += word.count("(") + word.count("[")
        quoted = quoted or opens
        row = []
        if quoted:
            row.append("q")
        if brackets > 0:
            row.append("b")
        if host:
            row.append("host")
        if closed:
            row.append("closed")
        opened = word in _HOSTS and (before[-1:] in _ENDS or word[-1] == ":")
        if opened or word.startswith("//"):
            host = True
        rows.append(tuple(row))
        if closes and quoted:
            quoted, closed = False, True
        before = word
        if marked:
            brackets = max(0, brackets - word.count(")") - word.count("]"))
    return rows


def _turns(word: str, *, quoted: bool) -> tuple[bool, bool]:
    """Tell whether a quotation begins in a word, and whether one ends in it."""
    plain = '"' in word
    opens = any(char in _OPENING for char in word) or (
        plain and not quoted and word.lstrip("([")[:1] == '"'
    )
    closes = any(char in _CLOSING for char in word) or (
        plain and (not opens or word.count('"') > 1)
    )
    return opens, closes
