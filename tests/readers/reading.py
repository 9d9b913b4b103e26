"""What tests of readers look at: the streams of a text, as short values."""

from __future__ import annotations

from srccheck.readers import read
from srccheck.text import Manuscript, Stream, StreamKind


def paragraphs(stream: Stream) -> list[str]:
    """Give the paragraphs of a stream."""
    return [stream.text[each.start : each.end] for each in stream.paragraphs]


def of(text: str, name: str = "a.txt") -> Manuscript:
    """Read a text as if it came from a file."""
    return read(text.encode("utf-8"), name)


def body(text: str, name: str = "a.txt") -> list[str]:
    """Give the paragraphs of the body."""
    return [each for s in of(text, name).of_kind(StreamKind.BODY) for each in paragraphs(s)]


def entries(text: str, name: str = "a.txt") -> list[str]:
    """Give the entries of every list."""
    return [each for s in of(text, name).of_kind(StreamKind.REFERENCES) for each in paragraphs(s)]


def notes(text: str, name: str = "a.txt") -> list[tuple[str | None, list[str]]]:
    """Give the notes: label and paragraphs."""
    return [(s.label, paragraphs(s)) for s in of(text, name).of_kind(StreamKind.NOTE)]


def emphasis(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    """Give every emphasised run: as it reads, and as the file has it."""
    manuscript = of(text, name)
    return [
        (s.text[run.start : run.end], run.source.cut(manuscript.source))
        for s in manuscript.streams
        for run in s.emphasis
    ]
