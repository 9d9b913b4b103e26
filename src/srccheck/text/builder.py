"""Build streams: visible text with an exact map back to the file.

Readers hand over runs of the file that are visible (and replacements for those that are not what
they look like, such as entities); the builder folds white space, composes accents, drops invisible
characters, and remembers where everything came from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from srccheck.text.manuscript import (
    Emphasis,
    Hyperlink,
    Paragraph,
    Role,
    Segment,
    Stream,
    StreamKind,
)
from srccheck.text.spans import Span

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_SPECIAL = re.compile(
    rf"(?P<space>\s\s+|[^\S ])|(?P<hidden>[\u00ad\u200b-\u200f\u2060\ufeff]+)|(?P<cluster>\w[{_MARKS}]+)"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A visible run of the file; ``text`` replaces it where it differs (an entity, an escape)."""

    start: int
    end: int
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """An emphasised or linked range of the file: with its markers, and its visible inside."""

    outer: Span
    inner: Span
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as a reader found it, in file coordinates."""

    runs: tuple[Run, ...]
    role: Role = Role.TEXT
    level: int = 0
    marked: tuple[Marked, ...] = ()


class StreamBuilder:
    """Collects the paragraphs of one stream."""

    def __init__(self, source: str, kind: StreamKind, label: str | None, heading: str = "") -> None:
        self.source = source
        self.kind = kind
        self.label = label
        self.heading = heading
        self._parts: list[str] = []
        self._length = 0
        self._segments: list[Segment] = []
        self._paragraphs: list[Paragraph] = []
        self._emphasis: list[Emphasis] = []
        self._links: list[Hyperlink] = []

    def add(self, block: Block, number: int) -> None:
        """Add a paragraph; one without visible text is left out."""
        pieces = list(_fold(self.source, block.runs))
        while pieces and not pieces[0][0].strip():
            pieces.pop(0)
        while pieces and not pieces[-1][0].strip():
            pieces.pop()
        if not pieces:
            return
        pieces[0], pieces[-1] = _trim(pieces[0], left=True), pieces[-1]
        pieces[-1] = _trim(pieces[-1], left=False)
        if self._paragraphs:
            last = self._segments[-1]
            gap = last.source + last.source_length
            self._append("\n", gap, max(pieces[0][1] - gap, 0))
        start = self._length
        for text, source, length in pieces:
            self._append(text, source, length)
        self._paragraphs.append(Paragraph(start, self._length, number, block.role, block.level))
        first = len(self._segments) - len(pieces)
        for mark in block.marked:
            self._mark(mark, self._segments[first:])

    def _append(self, text: str, source: int, length: int) -> None:
        self._segments.append(Segment(self._length, source, len(text), length))
        self._parts.append(text)
        self._length += len(text)

    def _mark(self, mark: Marked, segments: list[Segment]) -> None:
        inside = [
            (max(each.source, mark.inner.start), min(_end(each), mark.inner.end), each)
            for each in segments
            if each.source < mark.inner.end and _end(each) > mark.inner.start
        ]
        if not inside:
            return
        low, _, first = inside[0]
        _, high, last = inside[-1]
        start = first.start + (low - first.source if _even(first) else 0)
        end = last.start + (high - last.source if _even(last) else last.length)
        if mark.url is None:
            self._emphasis.append(Emphasis(start, end, mark.outer))
        else:
            self._links.append(Hyperlink(start, end, mark.url))

    def build(self, index: int) -> Stream:
        """Give the stream."""
        return Stream(
            index=index,
            kind=self.kind,
            label=self.label,
            text="".join(self._parts),
            segments=tuple(self._segments),
            paragraphs=tuple(self._paragraphs),
            emphasis=tuple(sorted(self._emphasis, key=lambda run: (run.start, -run.end))),
            hyperlinks=tuple(self._links),
            heading=self.heading,
        )


def _end(segment: Segment) -> int:
    return segment.source + segment.source_length


def _even(segment: Segment) -> bool:
    return segment.length == segment.source_length


Piece = tuple[str, int, int]  # visible text, its place in the file, code points there


def _fold(source: str, runs: Iterable[Run]) -> Iterable[Piece]:
    """Give the visible pieces of ``runs``, white space folded across them."""
    spaced = False
    for run in runs:
        if run.text is not None:
            if run.text:
                yield run.text, run.start, run.end - run.start
                spaced = run.text[-1:] == " "
            continue
        for text, start, length in _pieces(source, run.start, run.end):
            if spaced and text.startswith(" "):
                text, start, length = text[1:], start + 1, length - 1
                if not text:
                    continue
            yield text, start, length
            spaced = text.endswith(" ")


def _pieces(source: str, start: int, end: int) -> Iterable[Piece]:
    at = start
    for match in _SPECIAL.finditer(source, start, end):
        if match.start() > at:
            yield source[at : match.start()], at, match.start() - at
        at = match.end()
        if match["space"]:
            yield " ", match.start(), at - match.start()
        elif match["cluster"]:
            text = unicodedata.normalize("NFC", match.group())
            yield text, match.start(), at - match.start()
    if at < end:
        yield source[at:end], at, end - at


def _trim(piece: Piece, *, left: bool) -> Piece:
    text, source, length = piece
    if len(text) != length:
        return piece
    kept = text.lstrip() if left else text.rstrip()
    cut = len(text) - len(kept)
    return (kept, source + cut, length - cut) if left else (kept, source, length - cut)
