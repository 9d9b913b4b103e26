"""Build streams: visible text with an exact map back to the file.

Readers hand over runs of the file that are visible (and replacements for those that are not what
they look like, such as entities); the builder folds white space, composes accents, drops invisible
characters, and remembers where everything came from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from srccheck.text.fields import CitationField, FieldData
from srccheck.text.folding import Run, fold
from srccheck.text.manuscript import (
    CitedKey,
    Emphasis,
    Hyperlink,
    Paragraph,
    Role,
    Segment,
    Stream,
    StreamKind,
)
from srccheck.text.spans import Span
from srccheck.values import dataclass

__all__ = ["Block", "KeyMark", "Marked", "Run", "StreamBuilder"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A range of the file that is emphasised, or linked, or a field of a reference manager.

    ``outer`` is the range with its markers, ``inner`` its visible inside.
    """

    outer: Span
    inner: Span
    url: str | None = None
    field: FieldData | None = None


@dataclass(frozen=True, slots=True)
class KeyMark:
    """A work cited by key: the whole citation, the key as it shows, what stands for a locator."""

    outer: Span
    key: str
    shown: Span
    note: Span | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as a reader found it, in file coordinates.

    ``keys`` are the works it cites by key; ``entry_key`` is its own, where it is an entry.
    ``notes`` are the marks of notes in it: after what point of the file, and the note's label.
    """

    runs: tuple[Run, ...]
    role: Role = Role.TEXT
    level: int = 0
    marked: tuple[Marked, ...] = ()
    keys: tuple[KeyMark, ...] = ()
    entry_key: str = ""
    notes: tuple[tuple[int, str], ...] = ()

    def with_runs(self, runs: tuple[Run, ...]) -> Block:
        """Give the same paragraph with other runs."""
        return replace(self, runs=runs)


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
        self._fields: list[CitationField] = []
        self._keys: list[CitedKey] = []
        self._entry_keys: list[tuple[int, str]] = []
        self._note_marks: list[tuple[int, str]] = []

    def add(self, block: Block, number: int) -> None:
        """Add a paragraph; one without visible text is left out."""
        pieces = fold(self.source, block.runs)
        if not pieces:
            return
        if self._paragraphs:
            last = self._segments[-1]
            gap = last.source + last.source_length
            self._append("\n", gap, max(pieces[0][1] - gap, 0))
        start = self._length
        for text, source, length in pieces:
            self._append(text, source, length)
        self._paragraphs.append(Paragraph(start, self._length, number, block.role, block.level))
        if block.entry_key:
            self._entry_keys.append((start, block.entry_key))
        if block.notes:
            segments = self._segments[len(self._segments) - len(pieces) :]
            self._note_marks += ((_reached(segments, at), label) for at, label in block.notes)
        if block.keys:
            segments = self._segments[len(self._segments) - len(pieces) :]
            for key in block.keys:
                self._cited(key, segments)
        if block.marked:
            segments = self._segments[len(self._segments) - len(pieces) :]
            for mark in block.marked:
                self._mark(mark, segments)

    def _append(self, text: str, source: int, length: int) -> None:
        self._segments.append(Segment(self._length, source, len(text), length))
        self._parts.append(text)
        self._length += len(text)

    def _mark(self, mark: Marked, segments: list[Segment]) -> None:
        at = bisect_right(segments, mark.inner.start, key=_end)
        to = bisect_left(segments, mark.inner.end, key=lambda each: each.source)
        if at < to and not _even(segments[at]) and segments[at].source < mark.outer.start:
            at += 1  # an accent that joined the letter before the mark
        if at < to and not _even(segments[to - 1]) and _end(segments[to - 1]) > mark.outer.end:
            to -= 1
        if at >= to:
            return
        first, last = segments[at], segments[to - 1]
        start, end = first.start, last.start + last.length
        if _even(first):
            start += max(mark.inner.start - first.source, 0)
        if _even(last):
            end -= max(_end(last) - mark.inner.end, 0)
        base = len(self._parts) - len(segments)
        shown = "".join(self._parts[base + at : base + to])
        shown = shown[start - first.start : end - first.start]
        start += len(shown) - len(shown.lstrip())
        end -= len(shown) - len(shown.rstrip())
        if start >= end:
            return
        if mark.field is not None:
            self._fields.append(CitationField(start, end, mark.field))
        elif mark.url is None:
            self._emphasis.append(Emphasis(start, end, mark.outer))
        else:
            self._links.append(Hyperlink(start, end, mark.url))

    def _cited(self, mark: KeyMark, segments: list[Segment]) -> None:
        whole, shown = _shown(mark.outer, segments), _shown(mark.shown, segments)
        if whole is None or shown is None:
            return
        note = _shown(mark.note, segments) if mark.note else None
        self._keys.append(
            CitedKey(
                *(whole.start, whole.end, mark.key, shown.start, shown.end),
                note or Span(shown.end, shown.end),
            )
        )

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
            fields=tuple(self._fields),
            cited_keys=tuple(self._keys),
            entry_keys=tuple(self._entry_keys),
            note_marks=tuple(self._note_marks),
        )


def _shown(span: Span, segments: list[Segment]) -> Span | None:
    """Give the visible text of a range of the file, in stream coordinates; None if it has none."""
    at = bisect_right(segments, span.start, key=_end)
    to = bisect_left(segments, span.end, key=lambda each: each.source)
    if at >= to:
        return None
    first, last = segments[at], segments[to - 1]
    start, end = first.start, last.start + last.length
    if _even(first):
        start += max(span.start - first.source, 0)
    if _even(last):
        end -= max(_end(last) - span.end, 0)
    return Span(start, end) if end > start else None


def _reached(segments: list[Segment], at: int) -> int:
    """Give the point of the stream behind all that stands before ``at`` in the file."""
    before = bisect_left(segments, at, key=lambda each: each.source) - 1
    if before < 0:
        return segments[0].start
    last = segments[before]
    return last.start + (min(at - last.source, last.length) if _even(last) else last.length)


def _end(segment: Segment) -> int:
    return segment.source + segment.source_length


def _even(segment: Segment) -> bool:
    return segment.length == segment.source_length
