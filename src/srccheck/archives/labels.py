"""Labels of levels in a text: "ф.", "ед. хр.", "op.'", "Л. Л.", and what was slipped in them."""

from __future__ import annotations

import re

from srccheck.archives.levels import Levels, Reading
from srccheck.values import dataclass

_WORD = re.compile(r"[^\W\d_]+['’ʹ]?")
_SIMPLE = re.compile(r"([^\W\d_]{1,6})\.\s?(?=\d)")  # what nine labels in ten look like
_TWICE = re.compile(r"([^\W\d_])\.?\s\1", re.IGNORECASE)  # "Л. Л."
_INNER = re.compile(r"[.’'/]?\s?")
# Markup a reader left in the text: #emph[…], *…*, \emph{…}.
MARKUP = r"(?:\#\w+\[|\\\w+\{|[*_\[\]{}])"
_TAIL = re.compile(
    rf"(?P<marks>[.,:;'’…]{{0,3}})(?P<hyphen>-(?=\d))?{MARKUP}?(?P<space>\s?){MARKUP}?"
    r"(?P<sign>(?:№№?|n[oо°º]\.?|nr\.?|\#|số)\s?)?",
    re.IGNORECASE,
)
_STARTS_NUMBER = re.compile(r"[^\W_]{0,4}[-‐‑–]?\s?[\d½¼¾⅓⅔⅛]|[IVXLC]+(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Label:
    """A label before a number: its text (dot included), where the number begins, its meanings."""

    start: int
    end: int  # of the label's own text
    number: int  # where the number begins
    text: str
    readings: tuple[Reading, ...]
    slip: str = ""


def read_label(text: str, start: int, end: int, levels: Levels) -> Label | None:
    """Read a label at ``start``: ``word {word} ["."] ["№"]``, a repeated one ("Л. Л.") included.

    A comma for the dot, a missing dot and a stray apostrophe are tolerated and told in ``slip``.
    """
    simple = _SIMPLE.match(text, start, end)
    if simple is not None:
        known = levels.words.get(simple[1].casefold())
        if known is None:
            return None
        return Label(start, simple.end(1) + 1, simple.end(), simple[1] + ".", known)
    words = _longest(text, start, end, levels)
    if words is None:
        return None
    stop, readings = words
    tail = _TAIL.match(text, stop, end)
    if tail is None:
        return None
    again = _longest(text, tail.end(), end, levels) if tail["space"] or tail["marks"] else None
    repeated = again is not None and again[1] == readings
    if again is not None and repeated:
        stop, tail = again[0], _TAIL.match(text, again[0], end) or tail
    marks = tail["marks"]
    if tail["hyphen"] and all(each.page or len(each.countries) for each in readings):
        readings = tuple(each for each in readings if not each.page)  # "F-6, D-1"
        if not readings:
            return None
    spelled = _letters(text, start, stop) > 3 or all(each.spelled for each in readings)
    if spelled and not repeated and marks.startswith((",", ";")):
        return None  # "17 fonds, 558 files"
    own = stop + (1 if marks.startswith((".", ":")) else len(marks))
    repeated = repeated or _TWICE.fullmatch(text, start, stop) is not None
    slip = "repeated label" if repeated else _slip(text[stop - 1], marks, spelled=spelled)
    return Label(start, own, tail.end(), text[start:own].rstrip(",;"), readings, slip)


def _longest(
    text: str, start: int, end: int, levels: Levels
) -> tuple[int, tuple[Reading, ...]] | None:
    """Match the longest label of the table at ``start``; its end and meanings."""
    word = _WORD.match(text, start, end)
    if word is None:
        return None
    key = word.group().casefold().rstrip("'’ʹ")
    count = levels.longest.get(key)
    if count is None:
        return None
    best = (word.end(), levels.words[key]) if key in levels.words else None
    for _ in range(count - 1):
        inner = _INNER.match(text, word.end(), end)
        word = _WORD.match(text, inner.end() if inner else word.end(), end)
        if word is None:
            break
        key += " " + word.group().casefold().rstrip("'’ʹ")
        if key in levels.words:
            best = (word.end(), levels.words[key])
    return best


def _letters(text: str, start: int, stop: int) -> int:
    return stop - start - (text[stop - 1] in "'’ʹ")


def _slip(last: str, marks: str, *, spelled: bool) -> str:
    if "," in marks or ";" in marks:
        return "comma in a label"
    if "'" in marks or "’" in marks or (last in "'’" and not spelled):
        return "apostrophe in a label"
    if not marks and not spelled:
        return "label without its dot"
    return ""


def number_follows(text: str, label: Label, end: int) -> bool:
    """Tell whether what follows a label looks like a number."""
    return _STARTS_NUMBER.match(text, label.number, end) is not None
