"""Author–date and title–date citations in a piece of a parenthesis or of a note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from srccheck.citations.dates import DAY, iso
from srccheck.citations.evidence import Evidence, Weight
from srccheck.citations.leads import lead_before, skip_leads
from srccheck.citations.listing import Listing
from srccheck.citations.locators import read_locators
from srccheck.citations.model import Kind, PrintedCitation, UnparsedCitation, Year
from srccheck.citations.names import Authors, authors_before
from srccheck.citations.newspapers import read_newspaper
from srccheck.citations.titles import title_before
from srccheck.citations.years import (
    MORE_SUFFIX,
    MORE_YEARS,
    YEAR,
    YEAR_PATTERN,
    with_suffix,
    year_of,
)
from srccheck.text import Place, Span, Stream

_YEAR_FIRST = re.compile(
    rf"""
    \s*(?:(?:[Ii]dem|[Ee]adem|[Dd]ers\.|[Dd]ies\.|(?:[Оо]н|[Ее]го|[Ее]ё|[Ее]е|[Оо]на)\sже)[\s,:]+)?
    (?:{YEAR})
    """,
    re.VERBOSE,
)
_YEARS_END = re.compile(r"\s*(?:$|[,;:.)\]])")
_REPRINT = re.compile(r"\s*\[[\d\s–-]*\]?\s*$")
_BROKEN_YEAR = re.compile(r"\s*(?P<year>\d{3}|\d{5,6})(?=\s*$|,?\s?(?:pp?|с|S)\.\s?\d)")
_QUOTE = re.compile('["“”„«»]')
_SEVERAL = re.compile(r",|\s(?:and|und|и|et|&)\s")
LONGEST_LABEL = 12  # words of an entry's beginning that is cited as it stands


@dataclass(slots=True)
class Reader:
    """Reads printed citations of one stream; remembers those that are only likely."""

    stream: Stream
    listing: Listing
    doubtful: set[Place] = field(default_factory=set)
    evidence: Evidence = field(init=False)

    def __post_init__(self) -> None:
        self.evidence = Evidence(self.stream, self.listing)

    def place(self, start: int, end: int) -> Place:
        """Give a place of this stream."""
        return Place(self.stream.index, start, end)

    def piece(
        self, span: Span, group: int, *, loose: bool = False, limit: int | None = None
    ) -> Iterator[PrintedCitation | UnparsedCitation]:
        """Read one piece; ``loose`` is running text, where a bare name and year need evidence.

        Locators may run on to ``limit`` ("Зубок 2011. С. 45" is two sentences to a reader).
        """
        text = self.stream.text
        start = skip_leads(text, span.start, span.end)
        days = self._days(Span(start, span.end))
        while start < span.end:
            newspaper = (
                read_newspaper(self.stream, start, span.end, group, self.listing) if days else None
            )
            if newspaper is not None:
                yield newspaper
                start = skip_leads(text, newspaper.place.end, span.end)
                continue
            match = YEAR_PATTERN.search(text, start, span.end)
            if match is None:
                if start == span.start or not text[span.start : start].strip(" ,.:"):
                    yield from self._broken(start, span.end, group)
                return
            year = year_of(match, self.stream.index)
            end = match.end()
            if not any(day.contains(year.place.span) for day in days):
                first = self._cited(start, year, span.end, group, loose=loose)
                if first is not None:
                    for each in self.with_more(first, end, max(limit or 0, span.end)):
                        yield each
                        end = each.place.end
            start = skip_leads(text, max(end, start + 1), span.end)

    def carried_over(
        self, span: Span, before: PrintedCitation, group: int
    ) -> list[PrintedCitation]:
        """Read "2004, p. 7" after "Smith 2001, p. 5;": a year whose author stands before it."""
        match = _YEAR_FIRST.match(self.stream.text, span.start, span.end)
        if match is None or before.year is None:
            return []
        year = year_of(match, self.stream.index)
        if not _YEARS_END.match(self.stream.text, match.end(), span.end):
            return []
        first = replace(before, place=year.place, year=year, locators=(), carried=True, group=group)
        if before.place in self.doubtful:
            self.doubtful.add(year.place)
        return list(self.with_more(first, match.end(), span.end))

    def with_more(self, first: PrintedCitation, at: int, end: int) -> Iterator[PrintedCitation]:
        """Give a citation with its locators, then those that its author carries over to."""
        text = self.stream.text
        doubtful = first.place in self.doubtful
        current = first
        while True:
            locators, at = read_locators(text, at, end, self.stream.index)
            if locators:
                place = self.place(current.place.start, max(at, current.place.end))
                current = replace(current, place=place, locators=locators)
            if doubtful:
                self.doubtful.add(current.place)
            yield current
            year = self._next_year(current, at, end)
            if year is None:
                return
            at = year.place.end
            current = replace(first, place=year.place, year=year, locators=(), carried=True)

    def _next_year(self, current: PrintedCitation, at: int, end: int) -> Year | None:
        more = MORE_YEARS.match(self.stream.text, at, end)
        if more is not None:
            after = _YEARS_END.match(self.stream.text, more.end(), end)
            joined = MORE_YEARS.match(self.stream.text, more.end(), end)
            return year_of(more, self.stream.index) if after or joined else None
        if current.year is None or current.year.suffix is None:
            return None
        suffix = MORE_SUFFIX.match(self.stream.text, at, end)
        return with_suffix(current.year, suffix, self.stream.index) if suffix else None

    def _days(self, span: Span) -> list[Span]:
        text = self.stream.text
        return [
            Span(*match.span())
            for match in DAY.finditer(text, span.start, span.end)
            if iso(match) is not None
        ]

    def _cited(
        self, start: int, year: Year, stop: int, group: int, *, loose: bool
    ) -> PrintedCitation | None:
        """Read what stands between ``start`` and a year as its title or its authors."""
        text = self.stream.text
        end = year.place.start
        reprint = (
            _REPRINT.search(text, start, end) if text[start:end].rstrip()[-1:] in "[]" else None
        )
        end = reprint.start() if reprint else end
        title = title_before(self.stream, start, end)
        if title is not None:
            at, words = title
            if not self._is_cited_title(words, year, stop):
                return None
            place = self.place(at.start, year.place.end)
            return PrintedCitation(Kind.TITLE_DATE, place, group, title=words, year=year)
        bare = text[start:end].rstrip(" ,:(")
        if self._begins_entry(bare, year):
            person = " " not in bare and self.listing.lists(bare, year)
            author = person or self.listing.begins_author(bare)
            if not author or _SEVERAL.search(bare):
                return self._of_whole(start, bare, year, group, author=author)
        else:
            author = False
        authors = authors_before(text, start, end)
        if author and (authors is None or authors.start > start):
            return self._of_whole(start, bare, year, group, author=True)
        if authors is None:
            return None
        weight = self._weigh(authors, start, year, stop, loose=loose)
        if weight is Weight.NONE:
            return None
        place = self.place(authors.start, year.place.end)
        if weight is Weight.LIKELY:
            self.doubtful.add(place)
        return PrintedCitation(
            Kind.AUTHOR_DATE,
            place,
            group,
            authors.names,
            self.place(authors.start, authors.end),
            authors.et_al,
            year=year,
        )

    def _weigh(self, authors: Authors, start: int, year: Year, stop: int, *, loose: bool) -> Weight:
        """Weigh names by what stands before them: nothing, a lead-in, or other words."""
        before = self.stream.text[start : authors.start]
        lead = lead_before(before)
        other = bool(before.strip(" ,:;–—-")) and lead != "strong"
        weight = self.evidence.weigh(authors, year, stop, loose=loose or other)
        if other and lead is None and not before.rstrip().endswith((",", ";", "–", "—")):
            return Weight.NONE  # "the Soviet Smith 1999" is no citation
        return weight

    def _is_cited_title(self, title: str, year: Year, stop: int) -> bool:
        """Tell a cited title from a film or a novel with its year: it is listed, or has a page."""
        listed = self.listing.begins(title) or self.listing.begins_alike(title, year)
        if listed or year.suffix is not None:
            return True
        return bool(read_locators(self.stream.text, year.place.end, stop, self.stream.index)[0])

    def _begins_entry(self, label: str, year: Year) -> bool:
        """Tell whether a label is the beginning of an entry, as it stands.

        One word alone may be a place or an event that an entry happens to begin with: it needs
        the entry's year.
        """
        if not label or _QUOTE.search(label) or len(label.split()) > LONGEST_LABEL:
            return False
        single = " " not in label
        return self.listing.begins(label, year if single else None)

    def _of_whole(
        self, start: int, label: str, year: Year, group: int, *, author: bool
    ) -> PrintedCitation:
        """A label that begins an entry as it stands: a corporate author, or an unmarked title."""
        place = self.place(start, year.place.end)
        if not author:
            return PrintedCitation(Kind.TITLE_DATE, place, group, title=label, year=year)
        named = self.place(start, start + len(label))
        return PrintedCitation(Kind.AUTHOR_DATE, place, group, (label,), named, year=year)

    def _broken(self, start: int, end: int, group: int) -> Iterator[UnparsedCitation]:
        """Report a known name before something that was meant to be a year."""
        for match in re.finditer(r"\d+", self.stream.text[start : min(end, start + 200)]):
            at = start + match.start()
            broken = _BROKEN_YEAR.match(self.stream.text, at, end)
            authors = authors_before(self.stream.text, start, at) if broken else None
            if (
                broken
                and authors
                and authors.start == start
                and self.listing.knows(authors.names[0])
            ):
                place = self.place(authors.start, broken.end("year"))
                yield UnparsedCitation(place, group, "a year")
            return
