"""Paragraphs without any markup, which need no parser.

They are most of a book, and Markdown's parser takes its time over every line of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from srccheck.text import Span

_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_MARKUP = re.compile(r"[*_`\[\]<>\\&!|~\t\r\f\v\x1c-\x1f\x85\u2028\u2029]")
_LINES = re.compile(r"(?:(?!\d{1,9}[.)](?:\s|\Z))(?:[^\W_]|[“„«\"'‘(–—…§№¿¡])[^\n]*(?:\n|\Z))+")
_INDENT = re.compile(r"^(?:[ \t]|[^\n]{0,14}(?:[ ]{4}|\t))", re.MULTILINE)  # "-     code" too
_CONTINUES = re.compile(r"[ \t]|(?:[-+*]|\d{1,9}[.)])(?:\s|\Z)")
# What may go on over a blank line: then no paragraph can be told by itself.
_GOES_ON = re.compile(r"```|~~~|<!|<\?|<(?:pre|script|style|textarea)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the parser would give it, without inline elements: it is one run of text."""

    source_span: tuple[int, int]
    children: tuple[Any, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class BlankLine:
    """What follows a paragraph."""

    source_span: tuple[int, int]
    children: tuple[Any, ...] = field(default=())


def set_apart(text: str) -> tuple[str, list[Span]]:
    """Give a text with its plain paragraphs blanked, a line each, and where those stand.

    A paragraph before or after an indented one, or before an item, is left to the parser: what is
    indented may belong to what stands before both, or go on behind it; a list might go on.
    """
    if _GOES_ON.search(text):
        return text, []
    plain: list[Span] = []
    parts: list[str] = []
    start = done = 0
    indented = False
    while start < len(text):
        blank = _BLANK.search(text, start)
        end = blank.start() + 1 if blank else len(text)
        following = blank.end() if blank else end
        after = _CONTINUES.match(text, following) is not None
        if not indented and not after and _is_plain(text, start, end):
            plain.append(Span(start, end))
            body = end - 1 if text[end - 1] == "\n" else end
            parts += [text[done:start], " " * (body - start)]
            done = body
            indented = False
        else:
            indented = _INDENT.search(text, start, end) is not None
        start = following
    return "".join([*parts, text[done:]]), plain


def _is_plain(text: str, start: int, end: int) -> bool:
    return (
        end > start
        and _LINES.fullmatch(text, start, end) is not None
        and _MARKUP.search(text, start, end) is None
    )


def merged(document: Sequence[Any], plain: Sequence[Span]) -> list[Any]:
    """Put plain paragraphs where they stand among the elements of the document."""
    if not plain:
        return list(document)
    elements: list[Any] = []
    at = 0
    for element in document:
        span = element.source_span
        blank = type(element).__name__ == "BlankLine"
        while span is not None and not blank and at < len(plain) and plain[at].start < span[0]:
            elements += _made(plain[at])
            at += 1
        elements.append(element)
    for each in plain[at:]:
        elements += _made(each)
    return elements


def _made(span: Span) -> tuple[Paragraph, BlankLine]:
    return Paragraph((span.start, span.end)), BlankLine((span.end, span.end))
