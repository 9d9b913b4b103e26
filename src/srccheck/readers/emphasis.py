"""Emphasis that authors mark in plain text: ``*…*``, ``_…_``, ``**…**``."""

from __future__ import annotations

import re

from srccheck.text import Role, Span
from srccheck.text.builder import Block, Marked
from srccheck.text.folding import Run

# A marker opens before a word, or before a quotation mark where no word stands before it: the
# asterisks of "Ivanov*, Petrov*" and the sign of "5 * 3" are text.
_EMPHASIS = re.compile(
    r"""
      (?P<stars>\*{1,3})(?:(?=\w)|(?<![\w*]\*)(?<![\w*]\*\*)(?<![\w*]\*\*\*)(?=[^\s\w*,.;:)]))
      (?P<inner>[^*]{1,600}?)(?<=[^\s*])(?P=stars)(?!\*)
    | (?<!\w)(?P<lines>_{1,3})(?=[^\s_])(?P<under>[^_]{1,600}?)(?<=[^\s_])(?P=lines)(?!\w)
    """,
    re.VERBOSE,
)
_MARKER = re.compile(r"[*_]")  # found fast; the pattern above is tried only there
_LETTER = re.compile(r"[^\W\d_]")


def paragraph_block(source: str, start: int, end: int, role: Role) -> Block:
    """Give a range of the file as one paragraph, emphasis seen through."""
    runs: list[Run] = []
    marked: list[Marked] = []
    at = start
    marker = _MARKER.search(source, start, end)
    while marker:
        match = _EMPHASIS.match(source, marker.start(), end)
        inner = "inner" if match is None or match["under"] is None else "under"
        if match and _LETTER.search(match[inner]):
            span = Span(*match.span(inner))
            runs += [Run(at, match.start()), Run(span.start, span.end)]
            marked.append(Marked(Span(*match.span()), span))
            at = match.end()
        marker = _MARKER.search(source, match.end() if match else marker.end(), end)
    runs.append(Run(at, end))
    return Block(tuple(run for run in runs if run.end > run.start), role, 0, tuple(marked))
