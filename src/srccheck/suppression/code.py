"""Where Markdown shows code: a comment there is an example, and no comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"[ ]{0,3}(?:> ?)*(?P<mark>`{3,}|~{3,})(?P<rest>[^\n]*)")
_TICKS = re.compile(r"`+")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)[ \t]*\S")


def code_of(source: str) -> list[tuple[int, int]]:
    """Give the ranges of fenced and indented blocks and of spans in backticks, in file coordinates.

    What is doubtful (an indented paragraph of a list item) is no code.
    """
    return list(_ranges(source))


def _ranges(source: str) -> Iterator[tuple[int, int]]:
    at, fence, opened = 0, "", 0
    blank, in_list = True, False
    for line in source.splitlines(keepends=True):
        start, at = at, at + len(line)
        mark = _FENCE.match(line)
        if fence:
            if mark and mark["mark"].startswith(fence) and not mark["rest"].strip():
                yield opened, at
                fence = ""
        elif mark and not ("`" in mark["rest"] and mark["mark"][0] == "`"):
            fence, opened = mark["mark"], start
        elif blank and not in_list and _INDENTED.match(line):
            yield start, at
            continue  # the line after it may be indented too
        else:
            yield from ((start + a, start + b) for a, b in _spans(line))
        stripped = line.strip()
        blank = not stripped
        if stripped and not line[:1].isspace():
            in_list = bool(re.match(r"(?:[-*+]|[0-9]+[.)])[ \t]|\[\^", line))
    if fence:
        yield opened, at


def _spans(line: str) -> Iterator[tuple[int, int]]:
    """Give the spans in backticks of one line: a run of them ends at a run as long."""
    runs = list(_TICKS.finditer(line))
    number = 0
    while number < len(runs):
        opening = runs[number]
        closing = next((each for each in runs[number + 1 :] if each[0] == opening[0]), None)
        if closing is None:
            number += 1
            continue
        yield opening.start(), closing.end()
        number = runs.index(closing) + 1
