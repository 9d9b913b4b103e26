"""The layout of plain lines: paragraphs, items, entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\n|\r")
_BULLET = re.compile(r"[ \t]*[-•*▪◦‣·][ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*(?:\[\d{1,4}\]|\d{1,4}[.)])[ \t]+(?=\S)")
_ENTRY_START = re.compile(r"[ \t]*(?:[\"“„«*_'‘\[(]|[-—–_]{2,}|[^\W\d_])")
_ENTRY_END = re.compile(r"[.)>»”\"]\s*$|\d\s*$|https?://\S+\s*$")
_IMPRINT = re.compile(r"[ \t]*[^\W\d_][^.:\"“«*]{2,40}:[ \t]")  # "Stanford: Stanford University …"
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|n\.\s?d\.|б\.\s?г\.|o\.\s?J\.")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end: where it stands, how far it is indented."""

    start: int
    end: int
    indent: int
    bullet: int  # code points of bullet and space before the text, 0 for none
    numbered: bool

    @property
    def text_start(self) -> int:
        """Where the text begins, after indent and bullet."""
        return self.start + max(self.indent, self.bullet)


def lines_of(source: str) -> list[Line | None]:
    """Give the lines of a text in order, None for a blank one."""
    return line_at(source, 0, len(source))


def line_at(source: str, start: int, end: int) -> list[Line | None]:
    """Give the lines between two points of a text."""
    lines: list[Line | None] = []
    at = start
    for match in _LINE_END.finditer(source, start, end):
        lines.append(_line(source, at, match.start()))
        at = match.end()
    if at < end:
        lines.append(_line(source, at, end))
    return lines


def _line(source: str, start: int, end: int) -> Line | None:
    text = source[start:end]
    bare = text.lstrip()
    if not bare:
        return None
    bullet = _BULLET.match(text)
    return Line(
        start,
        end,
        len(text) - len(bare),
        bullet.end() if bullet else 0,
        _NUMBER.match(text) is not None,
    )


def groups_of(lines: Sequence[Line | None]) -> Iterator[list[Line]]:
    """Give the runs of lines between blank lines."""
    group: list[Line] = []
    for line in lines:
        if line is not None:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def items(group: Sequence[Line]) -> Iterator[list[Line]]:
    """Divide a run of lines into paragraphs: at bullets, numbers and indented first lines."""
    indented = [line.indent >= 2 for line in group]
    first_lines = (any(indented[1:]) and not all(indented[1:])) or (len(group) > 2 and indented[0])
    yield from _divide(
        group, lambda line: bool(line.bullet) or line.numbered or (first_lines and line.indent >= 2)
    )


def entries(source: str, group: Sequence[Line]) -> Iterator[list[Line]]:
    """Divide a run of lines of a reference list into entries."""
    if any(line.bullet for line in group):
        yield from _divide(group, lambda line: bool(line.bullet))
        return
    if sum(line.numbered for line in group) > 1 and group[0].numbered:
        yield from _divide(group, lambda line: line.numbered)
        return
    lowest = min(line.indent for line in group)
    if group[0].indent == lowest and any(line.indent > lowest for line in group):
        yield from _divide(group, lambda line: line.indent == lowest)
        return
    if len(group) > 1 and all(_is_entry(source[line.start : line.end]) for line in group):
        yield from ([line] for line in group)
        return
    yield list(group)


def _is_entry(text: str) -> bool:
    return bool(
        _ENTRY_START.match(text)
        and not _IMPRINT.match(text)
        and not text.lstrip()[:1].islower()
        and _ENTRY_END.search(text)
        and (_YEAR.search(text) or re.search(r"\([^)]{2,12}\)\.?\s*$", text))
    )


def _divide(group: Sequence[Line], starts) -> Iterator[list[Line]]:  # type: ignore[no-untyped-def]
    current: list[Line] = []
    for line in group:
        if current and starts(line):
            yield current
            current = []
        current.append(line)
    if current:
        yield current
