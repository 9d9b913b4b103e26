"""What a locator says, and whether a source can bear it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from srccheck.citations import LocatorPart
from srccheck.references import Entry, EntryType

_NOTE_ON_PAGE = re.compile(r"(?<=\d)\s?nn?\.?\s?\d+(?:[–-]\d+)?|,?\s(?:n|nn|Anm|прим)\.\s?\d+")
_NUMBER = re.compile(r"\d+")
_RANGE = re.compile(r"(?P<first>\d+)\s*[-–—‑−]\s*(?P<last>\d+)")

SHORT_DOCUMENTS = frozenset(
    {
        EntryType.WEB_DOCUMENT,
        EntryType.WEB_ARTICLE,
        EntryType.NEWSPAPER_ISSUE,
        EntryType.NEWSPAPER_ARTICLE,
    }
)
# Their volume is the periodical's, not the work's.
JOURNAL_LIKE = frozenset({EntryType.ARTICLE, EntryType.JOURNAL_ISSUE, EntryType.NEWSPAPER_ARTICLE})
LONGEST_DOCUMENT = 100  # pages; a telegram, a web page or a newspaper has fewer


def volume_of(locators: Iterable[LocatorPart]) -> str | None:
    """Give the volume that a locator names, as written."""
    return next((part.value for part in locators if part.unit == "volume"), None)


def pages_of(locators: Iterable[LocatorPart]) -> tuple[int, ...]:
    """Give every page number of a locator, abbreviated ends of ranges written out."""
    numbers: list[int] = []
    for part in locators:
        if part.unit == "page":
            numbers.extend(page_numbers(part.value))
    return tuple(numbers)


def page_numbers(value: str) -> tuple[int, ...]:
    """Give the numbers of "14, 18–9n5": 14, 18, 19; a note on a page is none."""
    value = _NOTE_ON_PAGE.sub("", value)
    written_out = _RANGE.sub(lambda match: f"{match['first']} {expand_end(*match.groups())}", value)
    return tuple(int(number) for number in _NUMBER.findall(written_out) if len(number) < 7)


def expand_end(first: str, last: str) -> str:
    """Write out the abbreviated end of a range: 104 and 5 give 105, 700 and 701 give 701."""
    if len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last


def bears(entry: Entry, locators: Iterable[LocatorPart]) -> bool:
    """Tell whether a printed source can have what a locator names.

    Leaves belong to files; a document of a few pages has no page 577.
    """
    parts = tuple(locators)
    if any(part.unit == "leaf" for part in parts):
        return False
    pages = pages_of(parts)
    return not (entry.type in SHORT_DOCUMENTS and pages and max(pages) > LONGEST_DOCUMENT)
