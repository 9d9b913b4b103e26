"""Columns of text, and the styles of a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from srccheck.report.window import Look, cells, printable, wrap

GAP = 2
NARROW = 24  # cells the last column has at least

# "Select Graphic Rendition" parameters of ECMA-48.
BOLD, DIM = "1", "2"


def styled(text: str, style: str, look: Look) -> str:
    """Put ``text`` in a style where the output shows styles."""
    return f"\x1b[{style}m{text}\x1b[0m" if look.colour and text else text


def render_table(rows: Sequence[Sequence[str]], look: Look) -> Iterator[str]:
    """Give rows of equal length as lines; the last column is wrapped to what is left of the width.

    The first row holds the headings.
    """
    if not rows:
        return
    rows = [[printable(cell) for cell in row] for row in rows]
    widths = [max(cells(cell) for cell in column) for column in zip(*rows, strict=True)][:-1]
    indent = sum(widths) + GAP * len(widths)
    room = max(look.width - indent, NARROW)
    for number, row in enumerate(rows):
        first, *rest = wrap(row[-1], room)
        padded = [
            cell + " " * (width - cells(cell) + GAP)
            for cell, width in zip(row[:-1], widths, strict=True)
        ]
        line = "".join(padded) + first
        yield styled(line.rstrip(), BOLD, look) if number == 0 else line.rstrip()
        yield from (" " * indent + more for more in rest)
