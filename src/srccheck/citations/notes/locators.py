"""Pages behind a source in a note: ", 45–47", ": 3–55", " 23" after a quoted title, ". С. 45"."""

from __future__ import annotations

import re

from srccheck.citations.locators import UNIT_OF, read_locators
from srccheck.citations.model import LocatorPart
from srccheck.text import Place, Stream

_RANGE = r"\d{1,5}(?:\s?[-–—‑]{1,2}\s?\d{1,5})?(?:\s?ff?\b\.?|n\d{1,3})?"
_AFTER_QUOTE = re.compile(rf"\s(?P<value>{_RANGE}(?:,\s{_RANGE})*)(?=\s?(?:$|[,;:.)\]\n]))")
_PAGES = re.compile(
    rf"""
    [,:]?\s?(?:[–—-]\s)?(?P<label>(?:pp?|ss?|сс?|стр|pgs?)\.)\s?(?P<value>{_RANGE}(?:,\s{_RANGE})*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.,]\s(?:[–—-]\s)?(?=[СсТтSPКЧp]{1,2}\.\s?\d|Кн\.|Док\.|Стр\.)")
HERE = re.compile(
    r",?\s(?:(?:quotation|quote|quoted|here)\s(?:at|on)|at|here|esp(?:\.|ecially)|hier|bes\.|insb\."
    r"|особ(?:\.|енно)|здесь|ici)\s(?=(?:(?:pp?|S|с|С)\.\s?)?\d)"
)
_PLAIN = re.compile(rf"(?P<value>{_RANGE}(?:,\s{_RANGE})*)(?=$|[\s,;:.)\]])")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")


def note_locators(
    stream: Stream, at: int, end: int, *, after_quote: bool = False, more: bool = False
) -> tuple[tuple[LocatorPart, ...], int]:
    """Read the locators at ``at``; give them and where they end (``at`` where there are none).

    ``after_quote`` means that a closing quotation mark stands before ``at``: its comma is inside;
    ``more`` that locators stand before ``at``, to which "hier S. 7" is added.
    """
    text = stream.text
    parts: list[LocatorPart] = []
    while True:
        first = at
        found, at = read_locators(text, at, end, stream.index)
        parts += found
        if not found and after_quote and not parts:
            match = _AFTER_QUOTE.match(text, at, end)
            if match and not _YEAR.match(match["value"]):
                parts.append(_part(match, stream))
                at = match.end()
        match = _PAGES.match(text, at, end)
        if match:
            parts.append(_part(match, stream))
            at = match.end("value")
        sentence = _SENTENCE.match(text, at, end)
        if sentence:
            found, stop = read_locators(text, sentence.end() - 1, end, stream.index)
            if found:
                parts += found
                at = stop
        here = HERE.match(text, at, end)
        if here and (parts or more):
            found, stop = read_locators(text, here.end() - 1, end, stream.index)
            plain = None if found else _PLAIN.match(text, here.end(), end)
            if found:
                parts += found
                at = stop
            elif plain:
                parts.append(_part(plain, stream))
                at = plain.end()
        if at == first:
            return tuple(parts), at


def labelled_part(stream: Stream, start: int, end: int) -> LocatorPart:
    """Give the pages ``start``–``end`` as a locator, with the label that stands before them."""
    before = re.search(r"(?P<label>[^\W\d_]{1,8}\.?)\s?$", stream.text[max(start - 10, 0) : start])
    label = before["label"] if before else ""
    if label.rstrip(".").lower() not in UNIT_OF or not before:
        return LocatorPart("page", "", stream.text[start:end], Place(stream.index, start, end))
    begin = start - (len(before.group()))
    return LocatorPart("page", label, stream.text[start:end], Place(stream.index, begin, end))


def _part(match: re.Match[str], stream: Stream) -> LocatorPart:
    label = match["label"] if "label" in match.re.groupindex else ""
    start = match.start("label") if label else match.start("value")
    return LocatorPart(
        "page", label, match["value"], Place(stream.index, start, match.end("value"))
    )
