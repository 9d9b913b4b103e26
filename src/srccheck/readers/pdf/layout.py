"""What the lines of pages are: running heads, notes at the foot, headings, paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from srccheck.readers.pdf.lines import Page, Piece, TextLine

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—\s|]*(?:\d{1,4}|[ivxlc]{1,7})[-–—\s|]*", re.IGNORECASE)
_NOTE = re.compile(r"\s*(?P<number>\d{1,4})(?:[.)]?\s+|(?=\D))")
_MARK = re.compile(r"\s*\d{1,4}(?:\s*,\s*\d{1,4})*\s*")
_ENDS = re.compile(r"[.!?:;…”\"»)\]]\s*$")
_GOES_ON = re.compile(r"\s*(?:https?:|www\.|doi:|[a-zа-яё])")
EDGE = 0.12  # of a page's height, at its head and foot, where running heads stand
SMALL = 0.94  # of the size of the text: notes are no larger
RAISED = 0.8  # of a line's size: marks of notes are no larger
INDENT = 6.0  # points from the column's edge
SHORT = 0.12  # of a column's width that the last line of a paragraph leaves free
LARGE = 1.12  # of the size of the text: headings are no smaller


@dataclass(slots=True)
class Layout:
    """A document in parts: the lines of the text, and those of each note."""

    body: list[TextLine] = field(default_factory=list)
    notes: list[tuple[str, list[TextLine]]] = field(default_factory=list)
    size: float = 0.0


def lay_out(pages: Sequence[Page]) -> Layout:
    """Tell the text of the pages from what stands round it."""
    kept = [_without_furniture(page, _furniture(pages)) for page in pages]
    layout = Layout(size=_main_size(kept))
    for lines in kept:
        text, foot = _divided(lines, layout.size)
        layout.body += text
        _add_notes(layout, foot)
    return layout


def _furniture(pages: Sequence[Page]) -> frozenset[str]:
    """Give the texts, without their numbers, that stand at the edge of several pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_bare(line) for line in page.lines if _at_edge(page, line)})
    least = max(2, min(4, len(pages) // 3))
    return frozenset(text for text, number in seen.items() if number >= least and text)


def _bare(line: TextLine) -> str:
    return " ".join(_DIGITS.sub("", line.text).split())


def _at_edge(page: Page, line: TextLine) -> bool:
    return line.base > page.height * (1 - EDGE) or line.base < page.height * EDGE


def _without_furniture(page: Page, furniture: frozenset[str]) -> list[TextLine]:
    if not page.lines:
        return []
    top = max(line.base for line in page.lines)
    bottom = min(line.base for line in page.lines)
    return [
        line
        for line in page.lines
        if not (
            _at_edge(page, line)
            and (
                _bare(line) in furniture
                or (line.base in (top, bottom) and _PAGE_NUMBER.fullmatch(line.text))
            )
        )
    ]


def _main_size(pages: Iterable[Sequence[TextLine]]) -> float:
    """Give the size that most letters of the document have."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _divided(lines: Sequence[TextLine], size: float) -> tuple[list[TextLine], list[TextLine]]:
    """Divide a page into its text and the notes at its foot: small lines, from a number on."""
    first = len(lines)
    while first and lines[first - 1].size <= SMALL * size:
        first -= 1
    if first == len(lines):
        return list(lines), []
    foot = list(lines[first:])
    if first and foot[0].base > lines[first - 1].base:
        return list(lines), []  # above the text: a caption, a quotation set small
    if not any(_number(line) for line in foot):
        return list(lines), []
    return list(lines[:first]), foot


def _number(line: TextLine) -> str | None:
    """Give the number that a note's first line begins with."""
    match = _NOTE.match(line.text)
    return match["number"] if match else None


def _add_notes(layout: Layout, foot: Sequence[TextLine]) -> None:
    """Divide the foot of a page into notes; what stands before a number goes on from before."""
    for line in foot:
        number = _number(line)
        last = int(layout.notes[-1][0]) if layout.notes else None
        raised = line.pieces[0].size <= RAISED * line.size
        begins = number is not None and (
            last is None or int(number) == last + 1 or (raised and (int(number) == 1))
        )
        if begins and number is not None:
            layout.notes.append((number, [line]))
        elif layout.notes:
            layout.notes[-1][1].append(line)
        else:
            layout.body.append(line)


def is_mark(piece: Piece, line: TextLine) -> bool:
    """Tell the raised number that leads to a note."""
    return piece.size <= RAISED * line.size and _MARK.fullmatch(piece.text) is not None


def is_heading(line: TextLine, size: float) -> bool:
    """Tell a line by its size."""
    return line.size >= LARGE * size and len(line.text) < 200


@dataclass(frozen=True, slots=True)
class Column:
    """Where the lines of a column begin and end, and how far one is from the next."""

    left: float
    right: float
    pitch: float


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a document: one, or two of which the second begins right of ``middle``."""

    middle: float
    columns: tuple[Column, ...]

    @classmethod
    def of(cls, lines: Sequence[TextLine]) -> Columns:
        """Look at all lines of a document's text."""
        if not lines:
            return cls(0.0, (Column(0.0, 0.0, 0.0),))
        middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
        second = [line for line in lines if line.left > middle - 5]
        first = [line for line in lines if line.right < middle + 5]
        if min(len(second), len(first)) * 4 < len(lines):
            return cls(middle, (_column(lines),))
        rest = [line for line in lines if line.left <= middle - 5]
        return cls(middle, (_column(rest), _column(second)))

    def hanging(self, lines: Sequence[TextLine]) -> bool:
        """Tell whether the lines after full ones are set in: so are the entries of lists."""
        after_full = [
            line.left > self.at(line).left + INDENT
            for before, line in pairwise(lines)
            if not self.is_short(before)
        ]
        return sum(after_full) * 2 > len(after_full)

    def is_short(self, line: TextLine) -> bool:
        """Tell the last line of a paragraph by the room it leaves."""
        column = self.at(line)
        return line.right < column.right - (column.right - column.left) * SHORT

    def at(self, line: TextLine) -> Column:
        """Give the column that a line stands in."""
        return self.columns[-1 if line.left > self.middle - 5 else 0]


def _column(lines: Sequence[TextLine]) -> Column:
    lefts = Counter(round(line.left / 3) * 3 for line in lines)
    rights = sorted(line.right for line in lines)
    gaps = Counter(
        round((one.base - two.base) * 2) / 2
        for one, two in pairwise(lines)
        if one.page == two.page and 0.8 * one.size < one.base - two.base < 1.8 * one.size
    )
    return Column(
        left=min(edge for edge, number in lefts.items() if number * 10 >= len(lines)),
        right=rights[int(len(rights) * 0.9)],
        pitch=gaps.most_common(1)[0][0] if gaps else 1.3 * lines[0].size,
    )


def paragraphs(
    lines: Sequence[TextLine], size: float, columns: Columns
) -> Iterator[list[TextLine]]:
    """Divide lines into paragraphs: by gaps, indents, short last lines and sizes."""
    if not lines:
        return
    hanging = columns.hanging(lines)
    current = [lines[0]]
    for line in lines[1:]:
        if _begins(current[-1], line, columns, size, hanging=hanging):
            yield current
            current = []
        current.append(line)
    yield current


def _begins(
    before: TextLine, line: TextLine, columns: Columns, size: float, *, hanging: bool
) -> bool:
    """Tell whether a paragraph begins with ``line``."""
    if is_heading(line, size) or is_heading(before, size):
        return not (is_heading(line, size) and abs(line.size - before.size) < 0.5)
    if abs(line.size - before.size) > 0.1 * size:
        return True
    column, last = columns.at(line), columns.at(before)
    indented = line.left > column.left + INDENT
    if hanging:
        return not indented
    gap = before.base - line.base
    if before.page == line.page and column is last and gap > 1.3 * column.pitch:
        return True
    if indented and before.left <= last.left + INDENT:
        return True
    ends = columns.is_short(before) and _ENDS.search(before.text) is not None
    return ends and not _GOES_ON.match(line.text)
