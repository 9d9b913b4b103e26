"""A line's width on a terminal, and the piece of a paragraph that fits into it.

Everything here counts terminal cells: a Chinese character takes two, a combining accent none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.values import dataclass

ELLIPSIS = "…"
LONG_WORD = 20  # code points; a longer piece of a word is kept where a line is cut

# One cell a character: Latin, Greek, Cyrillic, Vietnamese letters, dashes and quotes, numbers of
# notes, fractions, arrows, controls left out. Whatever else a line holds is measured by rich,
# whose import is worth avoiding.
_ONE_CELL = re.compile(
    r"[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff"
    r"\u2010-\u2027\u2030-\u205e\u2070\u2071\u2074-\u208e\u2100-\u218b\u2190-\u21ff]*"
)

# Controls could move the cursor or turn the text round: a manuscript may hold them, a terminal not.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Look:
    """What the output goes to: its width in cells, and whether it shows colours and links."""

    width: int = 100
    colour: bool = False
    links: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of a line with a quote in it: ``text[start:end]``."""

    text: str
    start: int
    end: int


def cells(text: str) -> int:
    """Give the number of terminal cells ``text`` takes."""
    if _ONE_CELL.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def printable(text: str) -> str:
    """Give ``text`` with every control character replaced, one for one."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def crop(text: str, start: int, end: int, width: int) -> Window:
    """Give the piece of ``text`` round ``text[start:end]`` that fits into ``width`` cells.

    Context is cut at words and marked with an ellipsis; a quote that does not fit keeps its two
    ends.
    """
    quote = text[start:end]
    room = width - cells(quote)
    if room < 0:
        return _crop_quote(quote, width, before=start > 0, after=end < len(text))
    left, right = text[:start], text[end:]
    before, after = cells(left), cells(right)
    share = room // 2
    for_left = max(share, room - after)
    for_right = max(room - share, room - before)
    if before > for_left:
        left = _opened(_last(left, for_left - 2))
    if after > for_right:
        right = _closed(_first(right, for_right - 2))
    return Window(left + quote + right, len(left), len(left) + len(quote))


def shorten(text: str, width: int) -> str:
    """Give the beginning of ``text`` that fits into ``width`` cells."""
    return text if cells(text) <= width else _closed(_first(text, width - 2))


def wrap(text: str, width: int) -> Iterator[str]:
    """Break ``text`` into lines of at most ``width`` cells; a longer word stays whole."""
    line, taken = "", 0
    for word in text.split():
        size = cells(word)
        if line and taken + 1 + size > width:
            yield line
            line, taken = word, size
        else:
            line, taken = (f"{line} {word}", taken + 1 + size) if line else (word, size)
    yield line


def _crop_quote(quote: str, width: int, *, before: bool, after: bool) -> Window:
    opening = f"{ELLIPSIS} " if before else ""
    closing = f" {ELLIPSIS}" if after else ""
    room = max(width - len(opening) - len(closing) - 3, 2)
    head = _first(quote, room * 2 // 3).rstrip()
    tail = _last(quote, room // 3).lstrip()
    shown = f"{head} {ELLIPSIS} {tail}"
    return Window(opening + shown + closing, len(opening), len(opening) + len(shown))


def _opened(text: str) -> str:
    """Begin at a word, after an ellipsis."""
    cut = text.find(" ")
    kept = text[cut + 1 :] if 0 <= cut < LONG_WORD else text
    return f"{ELLIPSIS} {kept}" if kept.strip() else f"{ELLIPSIS} "


def _closed(text: str) -> str:
    """End with a word and an ellipsis."""
    cut = text.rfind(" ")
    kept = text[:cut] if cut > 0 and len(text) - cut <= LONG_WORD else text
    return f"{kept.rstrip()} {ELLIPSIS}"


def _first(text: str, width: int) -> str:
    """Give the longest beginning that fits into ``width`` cells."""
    kept = text[: max(width, 0)]
    while kept and cells(kept) > width:
        kept = kept[: max(len(kept) - max((cells(kept) - width) // 2, 1), 0)]
    return kept


def _last(text: str, width: int) -> str:
    """Give the longest end that fits into ``width`` cells."""
    kept = text[max(len(text) - max(width, 0), 0) :]
    while kept and cells(kept) > width:
        kept = kept[max((cells(kept) - width) // 2, 1) :]
    return kept
