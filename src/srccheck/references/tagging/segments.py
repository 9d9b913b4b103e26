"""The parts of an entry between its commas, colons and stops, and what can be seen of each.

An author, a title and an imprint are whole parts: a word is known by the part that it stands in
and by the parts beside it better than by the words beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from srccheck.references.tagging.words import Seen

_COUNTED = 5  # words of a part; more say nothing new
_NUMBERED = 4  # parts from either end
_CLOSERS = '”»"’)'


def segment_features(words: Sequence[str], looked: Sequence[Seen]) -> list[tuple[str, ...]]:
    """Give for each word what is seen of its part of the entry and of the parts beside it."""
    starts = _starts(words, looked)
    ends = [*starts[1:], len(words)]
    parts = [_seen(looked[start:end]) for start, end in zip(starts, ends, strict=True)]
    rows: list[tuple[str, ...]] = []
    last = len(parts) - 1
    for at, (own, kind) in enumerate(parts):
        before = "".join(parts[at - 1]) if at else "-"
        after = "".join(parts[at + 1]) if at < last else "-"
        shared = (
            f"S{min(at, _NUMBERED)}",
            f"E{min(last - at, _NUMBERED)}",
            f"ss={own}",
            f"sk={kind}",
            f"ps={before}",
            f"ns={after}",
        )
        rows += [(*shared, f"so{min(place, 2)}") for place in range(ends[at] - starts[at])]
    return rows


def _starts(words: Sequence[str], looked: Sequence[Seen]) -> list[int]:
    """Give the first word of each part."""
    starts = [0]
    for at in range(len(words) - 1):
        word = words[at]
        bare = word.rstrip(_CLOSERS)
        sign = bare[-1:]
        stop = sign == "." and looked[at].case != "initials" and len(bare.strip(".")) > 3
        if stop or sign in (",", ";", ":") or word[-1] in "”»":
            starts.append(at + 1)
    return starts


def _seen(part: Sequence[Seen]) -> tuple[str, str]:
    """Give the kinds of words of a part with their number, and what its first word is."""
    cases = {word.case for word in part}
    numbers = {word.number for word in part}
    shape = (
        ("I" if "initials" in cases or "one" in cases else "")
        + ("a" if "small" in cases else "")
        + ("C" if "capital" in cases else "")
        + ("U" if "all" in cases else "")
    )
    if "year" in numbers or "years" in numbers:
        shape += "Y"
    elif numbers != {"none"}:
        shape += "9"
    return f"{shape}{min(len(part), _COUNTED)}", f"{part[0].kind}{part[0].known and '+'}"
