"""Where citations stand: parentheses, brackets, and the pieces between their semicolons."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from srccheck.text import Span
from srccheck.values import dataclass

_BRACKET = re.compile(r"[()\[\]\n]")
_PAIRS = {")": "(", "]": "["}
_DIVIDERS = re.compile(r"[;()\[\]“”„«»\"]")
_SENTENCE_END = re.compile(r"\.\s+(?=[^\W\d_a-zа-я]|$)|;\s*|\n|\.$")
LONGEST = 4000  # code points of a parenthesis; a longer one was never closed


@dataclass(frozen=True, slots=True)
class Bracketed:
    """An outermost parenthesis or bracket: ``inner`` is what stands inside."""

    inner: Span
    square: bool


def bracketed(text: str) -> list[Bracketed]:
    """Give the outermost parentheses of a text; one left open ends with its paragraph."""
    found: list[Bracketed] = []
    stack: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text):
        char = match.group()
        if char == "\n":
            stack.clear()
        elif char in "([":
            stack.append((char, match.end()))
        elif stack and stack[-1][0] == _PAIRS[char]:
            _, start = stack.pop()
            if not stack and match.start() - start <= LONGEST:
                found.append(Bracketed(Span(start, match.start()), char == "]"))
        elif stack and any(opened == _PAIRS[char] for opened, _ in stack):
            while stack and stack.pop()[0] != _PAIRS[char]:
                pass
    return found


def free_ranges(span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """Give the parts of ``span`` that no range of ``taken`` (in order, apart) covers."""
    at = span.start
    first = bisect_right(taken, at, key=lambda each: each.end)
    for each in islice(taken, first, None):
        if each.start >= span.end:
            break
        if each.start > at:
            yield Span(at, each.start)
        at = max(at, each.end)
    if at < span.end:
        yield Span(at, span.end)


def pieces(text: str, span: Span) -> Iterator[Span]:
    """Divide a range at its semicolons; quoted titles and inner parentheses stay whole."""
    start, depth, quoted = span.start, 0, False
    for match in _DIVIDERS.finditer(text, span.start, span.end):
        char = match.group()
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(depth - 1, 0)
        elif char in "“«„":
            quoted = True
        elif char in "”»":
            quoted = False
        elif char == '"':
            quoted = not quoted
        elif depth == 0 and not quoted:
            yield Span(start, match.start())
            start = match.end()
    yield Span(start, span.end)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Divide a range at its full stops and semicolons, as far as a capital follows."""
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < span.end:
        yield Span(start, span.end)
