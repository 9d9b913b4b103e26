"""Where a manuscript includes a file that is not read: the command shows as it stands."""

from __future__ import annotations

from srccheck.text import Place, Span, Stream


def place_of(stream: Stream, span: Span) -> Place | None:
    """Give the place of a range of the file that shows as it stands."""
    for segment in stream.segments:
        if segment.source == span.start and segment.length:
            start = segment.start
            return Place(stream.index, start, min(start + len(span), len(stream.text)))
        if segment.source > span.start:
            break
    return None
