"""Whose levels these are: the archive named before them, known or unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from srccheck.archives.names import UPPER, NameAt, full_name_before
from srccheck.archives.values import DASHES
from srccheck.text import Span
from srccheck.values import dataclass

_WINDOW = 230  # code points before the levels in which a name may begin
_WORDS_BETWEEN = 110  # code points of words between a name and its levels
_MARK = r"(?:\#\w+\[|\\\w+\{|[*_\[\]{}])"
_CLOSE = re.compile(
    rf"""
    (?: (?:,?\s[{UPPER}][^\W\d_]*){{1,3}} (?=[)\]]) )?      # [ЦДАГО Украины], (AAN, Warszawa)
    \s?[)\]»”"]?
    (?:\s?\([^()\n]{{0,150}}\)|\s?\[[^\[\]\n]{{0,150}}\])?
    (?P<sep>{_MARK}?[\s,.:;/{DASHES}]{{0,4}}{_MARK}?)
    (?:[{UPPER}]{{1,2}}[\s,.]{{1,3}})?
    """,
    re.VERBOSE,
)
# "(hereafter AVP RF)", "(далее – РГАСПИ)"
_HEREAFTER = re.compile(rf"\s?[(\[]\s?[^\W\d_A-ZА-Я][^()\[\]\n\d]{{2,24}}?[\s{DASHES}]\Z")
_TOWN = re.compile(rf",?\s[{UPPER}][^\W\d_]+\s?\(")  # Public Record Office, Kew (PRO)
_IN_BRACKETS = re.compile(r"\s?[(\[]\s?")  # РГАСПИ (ф. 17, оп. 3, д. 5)
_STOP = re.compile(rf"[.!?…][)»”\"]?\s[{UPPER}](?=[^\W\d_]{{2}})|[;\n(){{}}\[\]]|\d{{4}},\s")
_UNKNOWN = re.compile(
    rf"""
    (?<![^\W_])
    (?P<name> (?: [{UPPER}][^\W\d_]*[{UPPER}][^\W_]* (?:[-/][^\W_]+)? )
              (?: \s [{UPPER}][^\W_]{{0,4}} (?![^\W_]) ){{0,2}} )
    (?P<close>[)\]]?) (?P<sep>[\s,.:;{DASHES}]{{1,4}}) $
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Whose:
    """The archive that levels belong to.

    ``start`` is where the reference begins (the name as written), None where no name stands;
    ``separator`` the text between the name and the first level.
    """

    archive: str | None
    start: int | None
    abbreviation: str
    span: Span | None
    separator: str
    former: str | None = None
    adjacent: bool = True  # nothing but punctuation between the name and the levels


NO_ARCHIVE = Whose(None, None, "", None, "")


def archive_before(text: str, start: int, floor: int, names: Sequence[NameAt]) -> Whose:
    """Give the archive named before ``start``, not before ``floor``; ``names`` are known ones.

    A known one may stand some words off ("ГАТО, список переселенцев за 1928 год: ф. Р-155"); an
    unknown one, capitals such as "XYZA" or "(XYZA)" after its name, only right before the levels.
    """
    window = max(floor, start - _WINDOW)
    names = [name for name in names if name.span.start >= window and name.span.end <= start]
    if names:
        last = names[-1]
        close = _CLOSE.match(text, last.span.end, start)
        adjacent = close is not None and close.end() == start
        if adjacent or _words_may_stand_between(text, last.span.end, start):
            separator = close["sep"] if close is not None and adjacent else ""
            return whose_name(text, names, separator, adjacent=adjacent)
        if _IN_BRACKETS.fullmatch(text, last.span.end, start):
            return Whose(last.archive, None, "", None, "", last.former)
    unknown = _UNKNOWN.search(text, max(window, start - 60), start)
    if unknown is None:
        return NO_ARCHIVE
    return _unknown(text, unknown, window)


def whose_name(
    text: str, names: Sequence[NameAt], separator: str = "", *, adjacent: bool = True
) -> Whose:
    """Make the archive of the last of ``names``, with the full name before "[ABBR]"."""
    last = names[-1]
    start = _first_of_chain(text, names).span.start
    if text[start - 1 : start] in ("(", "[") and text[last.span.end : last.span.end + 1] in ")]":
        full = full_name_before(text, 0, start - 1)
        start = full.start if full else start
    hereafter = _HEREAFTER.search(text, max(0, start - 30), start)
    if hereafter and text[last.span.end : last.span.end + 1] in (")", "]"):
        start = _named_before(text, names, hereafter.start(), start)
    written = last.span.cut(text)
    return Whose(last.archive, start, written, last.span, separator, last.former, adjacent)


def _named_before(text: str, names: Sequence[NameAt], end: int, start: int) -> int:
    """Give where the name before "(hereafter" begins, a known one or one like an archive's."""
    for name in reversed(names[:-1]):
        if name.span.end <= end and not text[name.span.end : end].strip(" ,"):
            return name.span.start
    full = full_name_before(text, 0, end)
    return full.start if full else start


def _words_may_stand_between(text: str, name_end: int, start: int) -> bool:
    if start - name_end > _WORDS_BETWEEN:
        return False
    return _STOP.search(text, name_end, start) is None


def _first_of_chain(text: str, names: Sequence[NameAt]) -> NameAt:
    """Give the name a reference begins with: the full name before "[ABBR]" of the same archive."""
    first = names[-1]
    for earlier in reversed(names[:-1]):
        between = text[earlier.span.end : first.span.start]
        plain = not between.strip(" ,.–—-:([") and len(between) <= 4
        if earlier.archive != first.archive or not (plain or _TOWN.fullmatch(between)):
            break
        first = earlier
    return first


def _unknown(text: str, match: re.Match[str], window: int) -> Whose:
    """Make the unknown archive of a match; with its full name before "(ABBR)" where one stands."""
    start = match.start("name")
    span = Span(start, match.end("name"))
    if match["close"] and text[start - 1 : start] in ("(", "["):
        full = full_name_before(text, window, start - 1)
        if full is None:
            return Whose(None, None, "", None, match["sep"])
        start = full.start
    return Whose(None, start, match["name"], span, match["sep"])
