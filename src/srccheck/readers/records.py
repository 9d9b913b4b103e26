"""What the readers of .bib, CSL-JSON and RIS share: entries in fields become one stream."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from srccheck.text import Manuscript, Role, Span, Stream, StreamKind
from srccheck.text.builder import Block, Marked, Run, StreamBuilder
from srccheck.text.records import Problem, Record, RecordField
from srccheck.values import dataclass

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class RawField:
    """A field in file coordinates: its visible runs, its text to a reader and to the format."""

    name: str
    value: str
    raw: str
    span: Span


@dataclass(frozen=True, slots=True)
class RawRecord:
    """An entry in file coordinates; ``runs`` are what is visible of it from ``span``'s start."""

    kind: str
    key: str
    span: Span
    key_span: Span
    fields: tuple[RawField, ...]
    runs: tuple[Run, ...]
    marked: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class RawProblem:
    """A problem in file coordinates."""

    span: Span
    message: str
    lost: bool = True


def manuscript_of(
    source: str,
    path: str,
    format_: str,
    encoding: str,
    records: Sequence[RawRecord],
    problems: Iterable[RawProblem],
) -> Manuscript:
    """Build the manuscript of a file of records: one stream, a paragraph an entry.

    A problem outside every entry stands in a paragraph of its own.
    """
    problems = sorted(problems, key=lambda each: each.span)
    builder = StreamBuilder(source, StreamKind.REFERENCES, None)
    strays = _strays(source, records, problems)
    blocks = [(each.span.start, each.runs, each.marked) for each in records]
    blocks += [(span.start, (Run(span.start, span.end),), ()) for span in strays]
    for number, (_, runs, marked) in enumerate(sorted(blocks, key=lambda each: each[0]), 1):
        builder.add(Block(runs, Role.ITEM, marked=marked), number)
    stream = builder.build(0)
    places = _Places(stream)
    stream = replace(
        stream,
        records=tuple(_record(each, places) for each in records),
        problems=tuple(Problem(places.of(each.span), each.message, each.lost) for each in problems),
    )
    lines = (0, *(match.end() for match in _LINE_END.finditer(source)))
    return Manuscript(path, format_, source, (stream,), lines, encoding)


def _strays(
    source: str, records: Sequence[RawRecord], problems: Iterable[RawProblem]
) -> list[Span]:
    """Give the lines of problems that stand in no entry."""
    starts = [each.span.start for each in records]
    strays: list[Span] = []
    for problem in problems:
        at = bisect_right(starts, problem.span.start) - 1
        if at >= 0 and problem.span.start <= records[at].span.end:
            continue
        span = Span(problem.span.start, max(problem.span.end, problem.span.start + 1))
        if not strays or span.start >= strays[-1].end:
            strays.append(span)
    return [span for span in strays if span.cut(source).strip()]


def _record(raw: RawRecord, places: _Places) -> Record:
    return Record(
        raw.kind,
        raw.key,
        places.of(raw.span),
        raw.span,
        places.of(raw.key_span),
        tuple(
            RecordField(each.name, each.value, each.raw, places.of(each.span), each.span)
            for each in raw.fields
        ),
    )


class _Places:
    """The way from the file back into a stream: the visible text of a range of the file."""

    def __init__(self, stream: Stream) -> None:
        self._segments = stream.segments
        self._sources = [segment.source for segment in stream.segments]

    def of(self, span: Span) -> Span:
        """Give the stream's range for a range of the file; a point where nothing is visible."""
        start = self._point(span.start, after=True)
        return Span(start, max(start, self._point(span.end, after=False)))

    def _point(self, offset: int, *, after: bool) -> int:
        if not self._segments:
            return 0
        at = max(bisect_right(self._sources, offset) - 1, 0)
        segment = self._segments[at]
        into = offset - segment.source
        if into <= 0:
            if not after and at > 0 and self._sources[at] == offset:
                before = self._segments[at - 1]
                return before.start + before.length
            return segment.start
        if segment.length == segment.source_length:
            if into < segment.length:
                return segment.start + into
            ended = segment.start + segment.length
        elif into < segment.source_length:
            return segment.start if after else segment.start + segment.length
        else:
            ended = segment.start + segment.length
        follows = at + 1 < len(self._segments) and after
        return self._segments[at + 1].start if follows else ended
