"""The visible text of a run of the file, in pieces that know where they came from.

White space is folded to one space, invisible characters go, accents are composed (NFC).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from srccheck.values import dataclass

HIDDEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_HIDDEN = re.compile(f"[{HIDDEN}]+")
_SPACE = re.compile(r"\s+")
_ODD = re.compile(rf"[^\S ]|[{HIDDEN}]")
_PLAIN = re.compile(rf"(?P<space>\s\s+|[^\S ])|(?P<hidden>[{HIDDEN}]+)")
_ACCENTED = re.compile(
    rf"""(?P<space>\s\s+|[^\S ])
    | (?P<cluster>[^\s{HIDDEN}{_MARKS}](?:[{HIDDEN}]*[{_MARKS}])+)
    | (?P<hidden>[{HIDDEN}]+)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Run:
    """A visible run of the file; ``text`` replaces it where it differs (an entity, an escape)."""

    start: int
    end: int
    text: str | None = None

    def after(self, at: int) -> Run:
        """Give the part of the run from ``at`` on; one with a text of its own stays whole."""
        return self if self.text is not None or at <= self.start else Run(at, self.end)


Piece = tuple[str, int, int]  # visible text, its place in the file, code points there


def fold(source: str, runs: Iterable[Run]) -> list[Piece]:
    """Give the visible pieces of ``runs``, white space folded across them and cut at both ends."""
    pieces: list[Piece] = []
    for run in runs:
        for piece in _pieces(source, run):
            _append(pieces, piece)
    while pieces and pieces[-1][0].endswith(" "):
        text, start, length = pieces.pop()
        kept = text.rstrip(" ")
        if kept:
            pieces.append((kept, start, length - len(text) + len(kept)))
    return pieces


def _append(pieces: list[Piece], piece: Piece) -> None:
    """Add a piece: no second space, no accent that could join the letter before it."""
    text, start, length = piece
    if text[0] == " " and (not pieces or pieces[-1][0][-1] == " "):
        if len(text) > 1:
            pieces.append((text[1:], start + 1, length - 1))
    elif pieces and unicodedata.combining(text[0]):
        before, at, size = pieces.pop()
        if len(before) == size > 1:  # only its last letter joins
            pieces.append((before[:-1], at, size - 1))
            before, at = before[-1], at + size - 1
        pieces.append((unicodedata.normalize("NFC", before + text), at, start + length - at))
    else:
        pieces.append(piece)


def _pieces(source: str, run: Run) -> Iterator[Piece]:
    if run.text is None:
        yield from _folded(source[run.start : run.end], run.start)
        return
    text = run.text
    if not text.isascii() or "  " in text or _ODD.search(text):
        text = _SPACE.sub(" ", _HIDDEN.sub("", unicodedata.normalize("NFC", text)))
    if text:
        yield text, run.start, run.end - run.start


def _folded(text: str, base: int) -> Iterator[Piece]:
    """Give the pieces of a text that stands at ``base`` of the file."""
    composed = text.isascii() or unicodedata.is_normalized("NFC", _HIDDEN.sub("", text))
    if composed and "  " not in text and not _ODD.search(text):
        if text:
            yield text, base, len(text)
        return
    at = 0
    for match in (_PLAIN if composed else _ACCENTED).finditer(text):
        if match.start() > at:
            yield from _whole(text[at : match.start()], base + at, composed=composed)
        at = match.end()
        if match.lastgroup == "space":
            yield " ", base + match.start(), at - match.start()
        elif match.lastgroup == "cluster":
            cluster = unicodedata.normalize("NFC", _HIDDEN.sub("", match.group()))
            yield cluster, base + match.start(), at - match.start()
    if at < len(text):
        yield from _whole(text[at:], base + at, composed=composed)


def _whole(text: str, base: int, *, composed: bool) -> Iterator[Piece]:
    """Give a text without white space or common accents; what else is not NFC stands alone."""
    if composed or unicodedata.is_normalized("NFC", text):
        yield text, base, len(text)
        return
    at = 0
    for end in range(1, len(text) + 1):
        # A cluster ends where its neighbour neither combines nor composes with it.
        if end < len(text) and (
            unicodedata.combining(text[end])
            or not unicodedata.is_normalized("NFC", text[end - 1 : end + 1])
        ):
            continue
        yield unicodedata.normalize("NFC", text[at:end]), base + at, end - at
        at = end
