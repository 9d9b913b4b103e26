"""Builds reference streams by hand from a little Markdown (``*italics*``)."""

from __future__ import annotations

import re

from srccheck.text import Emphasis, Manuscript, Paragraph, Role, Segment, Span, Stream, StreamKind

_STARS = re.compile(r"\*([^*]+)\*")


def visible(markdown: str) -> tuple[str, list[Span]]:
    """Give the text without its asterisks, and where its italics stand."""
    text, runs, at = "", [], 0
    for match in _STARS.finditer(markdown):
        text += markdown[at : match.start()]
        runs.append(Span(len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return text + markdown[at:], runs


def manuscript_of(paragraphs: list[str], heading: str = "References") -> Manuscript:
    """Give a manuscript whose one stream is a reference list of these paragraphs."""
    text, numbered, emphasis = "", [], []
    for number, markdown in enumerate(paragraphs, 1):
        shown, runs = visible(markdown)
        text += "\n" if number > 1 else ""
        start = len(text)
        emphasis += [Emphasis(run.start + start, run.end + start, run.shift(start)) for run in runs]
        text += shown
        numbered.append(Paragraph(start, len(text), number, Role.ITEM))
    stream = Stream(
        index=0,
        kind=StreamKind.REFERENCES,
        label=None,
        text=text,
        segments=(Segment(0, 0, len(text), len(text)),),
        paragraphs=tuple(numbered),
        emphasis=tuple(emphasis),
        heading=heading,
    )
    lines = (0, *(match.end() for match in re.finditer("\n", text)))
    return Manuscript("list.md", "markdown", text, (stream,), lines)
