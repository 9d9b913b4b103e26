"""The layout of plain lines: paragraphs, items, entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from srccheck.text.sections import HEADING, Section, section_of
from srccheck.values import dataclass

_LINE_END = re.compile(r"\r\n|\n|\r")
_BULLET = re.compile(r"\s*[-•*▪◦‣·●○■–][ \t\u00a0]+(?=\S)")
_DASH = re.compile(r"\s*–[ \t\u00a0]*[.,–—-]|\s*–[ \t\u00a0]+\S")
_NUMBER = re.compile(r"\s*(?:\[(?P<a>\d{1,3})\]|\((?P<b>\d{1,3})\)|(?P<c>\d{1,3})[.)])\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?:;…][)\]”\"»*_]*\s*$")
_ENTRY_START = re.compile(r"[ \t]*(?:[\"“„«*_'‘\[(]|[-—–_]{2,}|[—–]\s*[.,]|[^\W\d_])")
_ENTRY_END = re.compile(r"[.)>»”\"\d]\\?\s*$|https?://\S+\s*$")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|n\.\s?d\.|б\.\s?г\.|o\.\s?J\.")
_ARCHIVE = (
    re.compile(  # "Gosudarstvennyi arkhiv … (GARF), Moscow" | "ГАРФ – Государственный архив …"
        r"\s*[^\W\d_][^()\d]{8,160}\([^()\d]{2,20}\)(?:,\s[^,;()\d]{2,40}){0,2}\.?\s*$"
        r"|\s*(?:[^\W\d_]{2,12}\s?){1,3}\s[–—-]\s[^\W\d_]{4}"
    )
)
_ABBREVIATION = re.compile(r"\([^()]{2,12}\)\.?\s*$")
_AUTHOR = re.compile(
    r"""\s*(?:
        [-—–_]{2,} | [—–]\s*[.,] | [\"“„«*]
      | [^\W\d_][\w'’.-]*(?:[ -][^\W\d_][\w'’.-]*){0,4},\s   # Ames, Ana.
      | [^\W\d_][\w'’-]+\s[^\W\d_]\.                        # Иванов И. И.
    )""",
    re.VERBOSE,
)
_IMPRINT = re.compile(r"\s*[^\d.,:;\"“«]{2,40}:\s[^:]{2,80},\s\d{4}\S{0,9}\s*$")
LONG = 160  # code points; nobody wraps lines by hand beyond it


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end: where it stands, how far it is indented.

    ``lead`` counts the code points of its indent, ``indent`` its width; ``bullet`` the code points
    of indent, bullet and space before the text, 0 for none; ``number`` is the item's, if any.
    """

    start: int
    end: int
    lead: int
    indent: int
    bullet: int
    number: int | None

    @property
    def text_start(self) -> int:
        """Where the text begins, after indent and bullet."""
        return self.start + max(self.lead, self.bullet)


def lines_of(source: str) -> list[Line | None]:
    """Give the lines of a text in order, None for a blank one."""
    return lines_between(source, 0, len(source))


def lines_between(source: str, start: int, end: int) -> list[Line | None]:
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
    lead = len(text) - len(bare)
    indent = len(text[:lead].replace("\f", "").replace("\u3000", "  ").expandtabs(4)) if lead else 0
    bullet = _BULLET.match(text)
    if bullet and _DASH.match(text):
        bullet = None  # "– . Title": the author again
    number = _NUMBER.match(text) if bare[0] in "[(0123456789" else None
    return Line(
        start,
        end,
        lead,
        indent,
        bullet.end() if bullet else 0,
        int(number[number.lastgroup or 0]) if number else None,
    )


def groups_of(source: str, lines: Iterable[Line | None]) -> Iterator[list[Line]]:
    """Give the runs of lines between blank lines; a heading among its text stands first in one.

    Where lines are too long to be wrapped by hand, each is a run of its own.
    """
    group: list[Line] = []
    for line in (*lines, None):
        if line is not None:
            group.append(line)
        elif group:
            if _unwrapped(group):
                yield from ([each] for each in group)
            else:
                yield from _at_headings(source, group)
            group = []


def _unwrapped(group: Sequence[Line]) -> bool:
    if len(group) < 2 or all(line.end - line.start <= LONG for line in group):
        return False
    hanging = group[0].indent == 0 and any(line.indent and not line.bullet for line in group)
    return not hanging or group[0].end - group[0].start <= HEADING


def _at_headings(source: str, group: list[Line]) -> Iterator[list[Line]]:
    """Divide a run of lines before "References" that follows the end of a sentence."""
    first = 0
    for at in range(1, len(group)):
        line, before = group[at], group[at - 1]
        if line.end - line.start > HEADING // 2 or line.bullet:
            continue
        if (
            _SENTENCE_END.search(source, max(before.start, before.end - 9), before.end)
            and section_of(source[line.start : line.end]) is not Section.BODY
        ):
            yield group[first:at]
            first = at
    yield group[first:]


def ends_sentence(source: str, line: Line) -> bool:
    """Tell whether a line ends where a sentence may end."""
    return _SENTENCE_END.search(source, max(line.start, line.end - 9), line.end) is not None


def items(source: str, group: Sequence[Line]) -> Iterator[list[Line]]:
    """Divide a run of lines into paragraphs: at bullets, numbers and indented first lines."""
    if len(group) == 1:
        yield list(group)
        return
    lowest = min(line.indent for line in group)
    deeper = [line.indent >= lowest + 2 and not line.bullet for line in group]
    hanging = not deeper[0] and sum(deeper) * 2 >= len(group)
    listed = bool(group[0].bullet)
    number = group[0].number
    current: list[Line] = [group[0]]
    for line, deep in zip(group[1:], deeper[1:], strict=True):
        starts = ends_sentence(source, current[-1])
        follows = line.number is not None and line.number == (number or 0) + 1
        if line.bullet:
            begins = listed = listed or starts
        elif follows and (starts or number is not None):
            begins = True
        elif listed or number is not None:
            begins = False
        elif hanging:
            begins = not deep
        else:
            begins = deep
        if begins:
            yield current
            current = []
            number = line.number
        current.append(line)
    yield current


def entries(source: str, group: Sequence[Line]) -> Iterator[list[Line]]:
    """Divide a run of lines of a reference list into entries."""
    if len(group) == 1:
        yield list(group)
        return
    if any(line.bullet for line in group):
        yield from _divide(group, [bool(line.bullet) for line in group])
        return
    if sum(line.number is not None for line in group) > 1 and group[0].number is not None:
        yield from _divide(group, [line.number is not None for line in group])
        return
    lowest = min(line.indent for line in group)
    deeper = [line.indent > lowest for line in group]
    if any(deeper):
        yield from _divide(group, [deep is deeper[0] for deep in deeper])
        return
    texts = [source[line.start : line.end] for line in group]
    if all(map(_is_entry, texts)):
        yield from ([line] for line in group)
        return
    yield from _divide(group, _starts(texts))


def _is_entry(text: str) -> bool:
    return bool(_ARCHIVE.match(text)) or bool(
        _ENTRY_START.match(text)
        and not text.lstrip()[:1].islower()
        and not _IMPRINT.match(text)  # "London: Verso, 1999." goes on from the line before
        and _ENTRY_END.search(text)
        and _complete(text)
    )


def _starts(texts: Sequence[str]) -> list[bool]:
    """Tell which lines of wrapped entries begin one: an author after a line that ends an entry."""
    starts = [True]
    complete = _complete(texts[0])
    for before, text in pairwise(texts):
        begins = bool(
            complete
            and _ENTRY_END.search(before)
            and _AUTHOR.match(text)
            and not text.lstrip()[:1].islower()
        )
        starts.append(begins)
        complete = _complete(text) or (complete and not begins)
    return starts


def _complete(text: str) -> bool:
    """Tell a text that may hold a whole entry: a year, or an archive's abbreviation at its end."""
    return bool(_YEAR.search(text) or _ABBREVIATION.search(text))


def _divide(group: Sequence[Line], starts: Sequence[bool]) -> Iterator[list[Line]]:
    current: list[Line] = []
    for line, begins in zip(group, starts, strict=True):
        if current and begins:
            yield current
            current = []
        current.append(line)
    if current:
        yield current
