"""Citations whose author stands before the parenthesis: "Ulunyan (2015, p. 3)"."""

from __future__ import annotations

import re
from dataclasses import replace

from srccheck.citations.evidence import Weight
from srccheck.citations.leads import lead_before, skip_leads
from srccheck.citations.model import Kind, PrintedCitation, Year
from srccheck.citations.names import REACH, Authors, authors_before
from srccheck.citations.printed import Reader
from srccheck.citations.vocabulary import REPORTING
from srccheck.citations.years import YEAR, year_of
from srccheck.text import Span, StreamKind

_YEAR_FIRST = re.compile(rf"\s*(?:{YEAR})", re.VERBOSE)
_GENITIVE_WORDS = re.compile(r"['’]s?\s(?P<words>[a-z]+\s)$")  # "Kennan's words (1947)"
_REMARK = re.compile(r"[\s,.]*(?:;[^\d;]*)?")  # "; emphasis added"
_FURTHER = re.compile(r"[\s,.]*;\s?")
_VERB = re.compile(r"\)\s(?P<verb>[^\W\d_]+)")


def read_narrative(reader: Reader, inner: Span, group: int) -> list[PrintedCitation]:
    """Read the parenthesis ``inner`` that begins with a year, and the names before it.

    What follows "; see also" in it is not read: :func:`behind_narrative` tells where that is.
    """
    text = reader.stream.text
    match = _YEAR_FIRST.match(text, inner.start, inner.end)
    if match is None:
        return []
    opening = inner.start - 1
    low = text.rfind("\n", max(opening - REACH, 0), opening) + 1 or max(opening - REACH, 0)
    words = _GENITIVE_WORDS.search(text, low, opening)
    stop = words.start("words") if words else opening
    authors = authors_before(text, low, stop, in_prose=True)
    if authors is None or not text[authors.end : opening].endswith(" "):
        return []
    year = year_of(match, reader.stream.index)
    weight = _weigh(reader, authors, year, inner)
    if weight is Weight.NONE:
        return []
    place = reader.place(authors.start, year.place.end)
    names = reader.place(authors.start, authors.end)
    first = PrintedCitation(
        Kind.NARRATIVE, place, group, authors.names, names, authors.et_al, year=year
    )
    found = list(reader.with_more(first, match.end(), inner.end))
    more = behind_narrative(text, found[-1].place.end, inner.end) is not None
    if not more and not _REMARK.fullmatch(text, found[-1].place.end, inner.end):
        return []
    if len(found) == 1 and not more:
        found = [replace(found[0], place=reader.place(authors.start, inner.end + 1))]
    if weight is Weight.LIKELY:
        reader.doubtful.update(each.place for each in found)
    return found


def behind_narrative(text: str, start: int, end: int) -> Span | None:
    """Give what a parenthesis adds: "see Thorpe 1961" of "MacMillan (1971; see Thorpe 1961)"."""
    match = _FURTHER.match(text, start, end)
    if match is None or skip_leads(text, match.end(), end) == match.end():
        return None
    return Span(match.end(), end)


def _weigh(reader: Reader, authors: Authors, year: Year, inner: Span) -> Weight:
    """A bare year needs a known name, or a sentence that reports what its author says."""
    if reader.stream.emphasised(Span(authors.start, authors.end)):
        return Weight.NONE
    weight = reader.evidence.weigh(authors, year, inner.end, loose=False)
    if weight is not Weight.LIKELY:
        return weight
    text = reader.stream.text
    verb = _VERB.match(text, inner.end)
    says = verb is not None and verb["verb"] in REPORTING
    led = lead_before(text[max(authors.start - 40, 0) : authors.start]) == "strong"
    in_note = reader.stream.kind is StreamKind.NOTE
    listed = not reader.listing.empty
    return weight if listed and (says or led) and not in_note else Weight.NONE
