"""Web addresses in a text, and when they were looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.citations.dates import DAY, iso
from srccheck.citations.model import Link
from srccheck.citations.vocabulary import words
from srccheck.text import Place, Stream

_URL = re.compile(
    r"[hHwWdD](?:(?:(?<=h)ttp|(?<=H)ttp|(?<=H)TTP)[sS]?://[^\s<>\"“”«»|]+"
    r"|(?:(?<=w)ww|(?<=W)WW)\.(?=\w)[^\s<>\"“”«»|]+"
    r"|(?:(?<=d)oi|(?<=D)OI):\s?10\.\d{4,9}/[^\s<>\"“”«»]+)"
)  # the first letters stand in front, so that a search skips to them
_BEFORE_DAY = re.compile(
    r"[>\])]*[,.;]?\s?[(\[]?(?P<words>[^\W\d_][^\d<>()\[\]]{3,40}?):?\s*(?=\d|$)"
)
_BEFORE_MONTH = re.compile(r"\s[^\W\d_]+\.?\s*$")
_ACCESS = words(
    "accessed retrieved viewed consulted visited обращения доступа обращение sobrashhenija dostupa"
    " abgerufen besucht aufgerufen eingesehen zugriff consulté consultée dostęp звернення"
)
_WORD = re.compile(r"[^\W\d_]+")
_OPENS = {")": "(", "]": "[", "}": "{"}


def find_links(stream: Stream) -> Iterator[Link]:
    """Give the addresses of a stream in order, those behind visible text included."""
    found = [
        Link(Place(stream.index, link.start, link.end), link.url, _accessed(stream.text, link.end))
        for link in stream.hyperlinks
        if link.url.lower().startswith(("http://", "https://", "www.", "doi:"))
    ]
    hidden = [(link.place.start, link.place.end) for link in found]
    for match in _URL.finditer(stream.text):
        end = _trim(stream.text, match.start(), match.end())
        if any(start <= match.start() < stop for start, stop in hidden):
            continue
        place = Place(stream.index, match.start(), end)
        found.append(Link(place, stream.text[place.start : end], _accessed(stream.text, end)))
    yield from sorted(found, key=lambda link: link.place)


def _trim(text: str, start: int, end: int) -> int:
    """Leave out what belongs to the sentence: stops, and brackets that the address did not open."""
    while end > start:
        last = text[end - 1]
        opening = _OPENS.get(last)
        unopened = opening and text.count(last, start, end) > text.count(opening, start, end)
        if last not in ".,;:!?'’" and not unopened:
            break
        end -= 1
    return end


def _accessed(text: str, at: int) -> str | None:
    match = _BEFORE_DAY.match(text, at)
    if match is None or not any(word in _ACCESS for word in _WORD.findall(match["words"].lower())):
        return None
    month = _BEFORE_MONTH.search(match["words"])  # "accessed May 10, 2017"
    day = DAY.match(text, match.end())
    if day is None and month is not None:
        day = DAY.match(text, match.start("words") + month.start() + 1)
    return iso(day) if day else None
