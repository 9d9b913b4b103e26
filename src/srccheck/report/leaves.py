"""Leaves and numbers as a reader of files puts them in order."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ITEM = re.compile(r"(?P<first>\d+)(?P<verso>v?)(?:–(?P<last>\d+)(?P<last_verso>v?))?")
_PART = re.compile(r"\d+|\D+")
_TOUCHING = 2  # sides from one leaf's front to the next one's


def natural_order(number: str) -> tuple[tuple[int, int, str], ...]:
    """Give a sort key that has 9 before 10, and 079 beside 79."""
    return tuple(
        (0, int(part[:18]), part) if part.isdecimal() else (1, 0, part.casefold())
        for part in _PART.findall(number)
    )


def merged_leaves(leaves: Iterable[str]) -> str:
    """Give the leaves of several citations as one list: ranges that touch are joined.

    Takes and gives the contract's form: "12, 13v–15". What is no plain leaf (12а) stays as it is.

    >>> merged_leaves(["10–12", "3v", "11–14, 20"])
    '3v, 10–14, 20'
    """
    ranges: list[tuple[int, int]] = []
    others: dict[str, None] = {}
    for item in (item.strip() for each in leaves for item in each.split(",")):
        match = _ITEM.fullmatch(item)
        if match is None or len(match["first"]) > 9:
            others.setdefault(item)
            continue
        start = _side(match["first"], match["verso"])
        end = _side(match["last"], match["last_verso"]) if match["last"] else start
        if end < start:
            others.setdefault(item)
        else:
            ranges.append((start, end))
    others.pop("", None)
    rows = [(natural_order(_range(*each)), _range(*each)) for each in _joined(ranges)]
    rows.extend((natural_order(item), item) for item in others)
    return ", ".join(text for _, text in sorted(rows))


def _side(leaf: str, verso: str) -> int:
    return 2 * int(leaf) + bool(verso)


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start - joined[-1][1] <= _TOUCHING:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _range(start: int, end: int) -> str:
    first, last = (f"{side // 2}{'v' if side % 2 else ''}" for side in (start, end))
    return first if start == end else f"{first}–{last}"
