"""The visible runs of a Markdown paragraph: marko's inline elements, in file coordinates."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from srccheck.readers.emphasis import paragraph_block
from srccheck.readers.markdown_plain import Paragraph
from srccheck.text import Role, Span
from srccheck.text.builder import Block, Marked
from srccheck.text.folding import Run

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_HTML_ITALIC = re.compile(r"<(?P<close>/?)(?:i|em|b|strong|cite)>", re.IGNORECASE)
_HTML_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HIDDEN = frozenset({"InlineHTML", "FootnoteRef"})


@dataclass(slots=True)
class Inline:
    """What the inline elements of one paragraph add up to."""

    runs: list[Run] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)

    def block(self, role: Role, level: int = 0) -> Block:
        """Give it as a paragraph, its marks in the order of the file."""
        marked = sorted(self.marked, key=lambda mark: mark.outer.start)
        return Block(tuple(self.runs), role, level, tuple(marked), notes=tuple(self.notes))

    def text(self, source: str) -> str:
        """Give the visible text, white space as it stands."""
        return "".join(
            source[run.start : run.end] if run.text is None else run.text for run in self.runs
        )


def inline_of(source: str, element: Any) -> Inline:
    """Give the inline content of a paragraph or a heading."""
    inline = Inline()
    if isinstance(element, Paragraph):
        inline.runs += raw_runs(source, *element.source_span)
        return inline
    alone = len(element.children) == 1
    for child in element.children:
        if alone and type(child).__name__ == "Image":
            _inside(source, child, inline)  # a figure: its text is the caption
        else:
            _one(source, child, inline)
    _html_emphasis(element.children, inline)
    return inline


def note_blocks(source: str, notes: list[Span], children: Sequence[Any]) -> list[Block]:
    """Give a paragraph for each inline note; one that is no paragraph is read as plain text."""
    starts: dict[int, Any] = {
        each.source_span[0]: each
        for each in children
        if type(each).__name__ == "Paragraph" and each.source_span is not None
    }
    blocks = []
    for note in notes:
        text = note.cut(source)
        element = starts.get(note.end - len(text.lstrip())) or starts.get(note.start)
        block = inline_of(source, element).block(Role.TEXT) if element else None
        if block is None or not block.runs:
            block = paragraph_block(source, note.start, note.end, Role.TEXT)
        blocks.append(block)
    return blocks


def paragraphs_in(element: Any) -> list[Any]:
    """Give the paragraphs inside a block, however deep."""
    found: list[Any] = []
    for child in element.children:
        if type(child).__name__ in ("Paragraph", "CodeBlock"):
            found.append(child)
        elif isinstance(getattr(child, "children", None), list):
            found += paragraphs_in(child)
    return found


def raw_runs(source: str, start: int, end: int) -> Iterator[Run]:
    """Give a run of raw text, its entities decoded."""
    at = start
    if source.find("&", start, end) >= 0:
        for match in _ENTITY.finditer(source, start, end):
            text = html.unescape(match.group())
            if text == match.group():
                continue
            if match.start() > at:
                yield Run(at, match.start())
            yield Run(match.start(), match.end(), text)
            at = match.end()
    if at < end:
        yield Run(at, end)


def cut(block: Block, start: int, end: int) -> Block:
    """Give the part of a paragraph between two points of the file, as an item."""
    first = bisect_right(block.runs, start, key=lambda run: run.end)
    stop = bisect_left(block.runs, end, key=lambda run: run.start)
    runs = tuple(
        run if run.text is not None else Run(max(run.start, start), min(run.end, end))
        for run in block.runs[first:stop]
    )
    first = bisect_left(block.marked, start, key=lambda mark: mark.outer.start)
    stop = bisect_left(block.marked, end, key=lambda mark: mark.outer.start)
    marked = tuple(mark for mark in block.marked[first:stop] if mark.outer.end <= end)
    notes = tuple(note for note in block.notes if start <= note[0] <= end)
    return Block(runs, Role.ITEM, 0, marked, notes=notes)


def _one(source: str, element: Any, inline: Inline) -> None:
    kind = type(element).__name__
    if element.source_span is None or kind == "Image":
        return
    start, end = element.source_span
    if kind == "RawText":
        inline.runs += raw_runs(source, start, end)
    elif kind == "LineBreak":
        inline.runs.append(Run(start, end, " "))
    elif kind == "Literal":
        inline.runs.append(Run(start, end, element.children))
    elif kind == "CodeSpan":
        shown = source[start:end]
        ticks = len(shown) - len(shown.lstrip("`"))
        inline.runs.append(Run(start + ticks, end - ticks))
    elif kind in _HIDDEN:
        if kind == "FootnoteRef":
            inline.notes.append((start, element.label))
        if _HTML_BREAK.fullmatch(source, start, end):
            inline.runs.append(Run(start, end, " "))
    else:
        _inside(source, element, inline)


def _inside(source: str, element: Any, inline: Inline) -> None:
    """Take in emphasis, a link, a figure: what stands inside, and the mark it makes."""
    kind = type(element).__name__
    first = len(inline.runs)
    if isinstance(element.children, str):
        inline.runs += raw_runs(source, *element.source_span)
        return
    for child in element.children:
        _one(source, child, inline)
    inside = inline.runs[first:]
    if not inside:
        return
    url = element.dest if kind == "Link" else None
    if kind in ("Emphasis", "StrongEmphasis") or url:
        inner = Span(inside[0].start, inside[-1].end)
        inline.marked.append(Marked(Span(*element.source_span), inner, url))


def _html_emphasis(children: Sequence[Any], inline: Inline) -> None:
    """Take ``<i>…</i>`` for emphasis."""
    opened: Span | None = None
    for child in children:
        if type(child).__name__ != "InlineHTML" or child.source_span is None:
            continue
        match = _HTML_ITALIC.fullmatch(str(child.children))
        if match is None:
            continue
        span = Span(*child.source_span)
        if not match["close"]:
            opened = span
        elif opened is not None:
            inline.marked.append(Marked(Span(opened.start, span.end), Span(opened.end, span.start)))
            opened = None
