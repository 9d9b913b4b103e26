"""Newspapers cited by their day: "*Pravda*, 8 July 1977", "Правда. 1961. 17 августа"."""

from __future__ import annotations

import re
from bisect import bisect_left

from srccheck import translit
from srccheck.citations.dates import DAY, iso
from srccheck.citations.listing import Listing
from srccheck.citations.locators import read_locators
from srccheck.citations.model import Kind, PrintedCitation
from srccheck.citations.vocabulary import words
from srccheck.text import Place, Span, Stream
from srccheck.text.manuscript import Emphasis

_TITLE = re.compile(
    r"(?P<title>[^()\[\];\d]{2,80}?)(?:\s\([^()\d]{2,30}\))?(?:[,.]|,[\"”»’])?\s$", re.DOTALL
)
_QUOTES = '"“”„«»‘’'
_PAPERS = words(
    "pravda izvestia izvestija izvestiia times post herald tribune guardian telegraph gazette"
    " zeitung anzeiger nachrichten neues deutschland tagesspiegel monde humanité figaro"
    " ludu życie правда известия труд звезда газета комсомолка вечерняя"
)
"""A word that shows a run of capitals to be a newspaper, where it stands unmarked."""


def read_newspaper(
    stream: Stream, start: int, end: int, group: int, listing: Listing
) -> PrintedCitation | None:
    """Read a newspaper's title and day at ``start``."""
    text = stream.text
    day = DAY.search(text, start, end)
    date = iso(day) if day else None
    if day is None or date is None:
        return None
    match = _TITLE.match(text[start : day.start()])
    if match is None:
        return None
    title = match["title"].strip(f" ,.{_QUOTES}")
    at = text.find(title, start, day.start()) if title else -1
    if at >= 0:  # "On the guests see *The Times*, 7 March 1957": the title is what is marked
        run = _run_that_ends(stream, at + len(title))
        if run is not None and at < run.start:
            at, start = run.start, run.start
            title = text[at : run.end]
    if at < 0 or not _is_title(stream, match["title"], Span(at, at + len(title)), listing):
        return None
    locators, stop = read_locators(text, day.end(), end, stream.index)
    place = Place(stream.index, start, max(stop, day.end()))
    return PrintedCitation(Kind.NEWSPAPER, place, group, title=title, date=date, locators=locators)


def _run_that_ends(stream: Stream, end: int) -> Emphasis | None:
    """Give the emphasised words that end at ``end``."""
    at = bisect_left(stream.emphasis, end, key=lambda each: each.end)
    run = stream.emphasis[at] if at < len(stream.emphasis) else None
    return run if run is not None and run.end == end else None


def _is_title(stream: Stream, written: str, span: Span, listing: Listing) -> bool:
    """Tell whether words are a title: marked as one, listed, or known for a newspaper."""
    title = span.cut(stream.text)
    if stream.emphasised(span) or (written[0] in _QUOTES and written.rstrip(" ,.")[-1] in _QUOTES):
        return True
    if not title[:1].isupper() or len(title.split()) > 6:
        return False
    if listing.begins(title) or any(word.lower() in _PAPERS for word in title.split()):
        return True
    known = translit.periodical(title)
    return known is not None and known.status != "slip"
