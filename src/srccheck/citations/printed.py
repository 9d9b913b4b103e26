"""Author–date and title–date citations in parentheses, notes and running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from srccheck.citations.dates import DAY, iso
from srccheck.citations.listing import Listing
from srccheck.citations.locators import read_locators
from srccheck.citations.model import Kind, PrintedCitation, UnparsedCitation, Year
from srccheck.citations.names import AUTHORS, BEFORE_BRACKET, Authors, authors_in
from srccheck.citations.vocabulary import LEAD_IN, MONTHS, NOT_AUTHORS, PLACES, SEASONS
from srccheck.citations.years import (
    MORE_SUFFIX,
    MORE_YEARS,
    YEAR,
    YEAR_PATTERN,
    with_suffix,
    year_of,
)
from srccheck.text import Place, Span, Stream

_LEAD = re.compile(rf"[\s,:–—-]*(?:{LEAD_IN}(?:[\s,:]+|$))*", re.VERBOSE | re.IGNORECASE)
_INNER_LEAD = re.compile(
    r"(?:^|[\s,])(?:see\ also|see|cf\.|quoted\ in|cited\ in|siehe|vgl\.|zit\.\ nach|см\.|ср\.|цит\.\ по:?|voir|in)[\s,]+",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR_FIRST = re.compile(rf"\s*(?:{YEAR})", re.VERBOSE)
_TITLE_QUOTED = re.compile(
    r"[\"“„«»‘](?P<title>[^\"“”„«»]{2,200}?)[,.]?[\"”“»«’][,.]?\s*,?\s*$", re.DOTALL
)
_NEWSPAPER = re.compile(
    rf"(?P<title>[^\W\d_][^()\[\];\d\"“”]{{1,60}}?)(?:\s\([^()]{{2,30}}\))?[,.]\s(?P<day>{DAY})",
    re.VERBOSE | re.IGNORECASE,
)
_BROKEN_YEAR = re.compile(r"\s*(?P<year>\d{3}|\d{5,6})(?P<after>$|,?\s?(?:pp?|с|S)\.\s?\d|\s*$)")
_SEVERAL = re.compile(r",|\s(?:and|und|и|et|&)\s")
REACH = 160  # code points before a parenthesis in which its author can stand


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads printed citations of one stream."""

    stream: Stream
    listing: Listing
    group: int

    def place(self, start: int, end: int) -> Place:
        """Give a place of this stream."""
        return Place(self.stream.index, start, end)

    # -- pieces of a parenthesis or a note ---------------------------------------------------

    def piece(self, span: Span, *, loose: bool = False) -> Iterator[PrintedCitation | UnparsedCitation]:
        """Read one piece; ``loose`` is running text, where a bare name and year need evidence."""
        text = self.stream.text
        start = _skip(_LEAD, text, span.start, span.end)
        newspaper = self._newspaper(start, span.end)
        if newspaper is not None:
            yield newspaper
            return
        match = YEAR_PATTERN.search(text, start, span.end)
        if match is None:
            yield from self._broken(start, span.end)
            return
        year = year_of(match, self.stream.index)
        first = self._cited(start, year, loose=loose)
        if first is None:
            rest = Span(match.end(), span.end)
            if len(rest) > 6:
                yield from self.piece(rest, loose=loose)
            return
        yield from self._with_more(first, match.end(), span.end)

    def _cited(self, start: int, year: Year, *, loose: bool) -> PrintedCitation | None:
        """Read what stands between ``start`` and a year as its author or title."""
        text = self.stream.text
        end = year.place.start
        bracket = text.rfind("[", start, end)
        if bracket >= 0 and text[bracket + 1 : end].strip(" []0123456789") == "":
            end = bracket
        label = text[start:end]
        title = self._title(start, end)
        if title is not None:
            at, words = title
            return PrintedCitation(
                Kind.TITLE_DATE, self.place(at, year.place.end), self.group, title=words, year=year
            )
        lead = None
        for lead in _INNER_LEAD.finditer(label):
            pass
        if lead is not None and not self.listing.begins(label):
            start += lead.end()
            label = text[start:end]
        bare = label.rstrip(" ,:(")
        if not bare:
            return None
        if self.listing.begins(bare):
            author = self.listing.begins_author(bare)
            if not author or _SEVERAL.search(bare):
                return self._of_whole(start, bare, year, author=author)
        match = AUTHORS.fullmatch(bare)
        if match is None or not self._plausible(bare, year, loose=loose):
            return None
        authors = authors_in(match)
        return self._of_authors(authors, start, year)

    def _of_whole(self, start: int, label: str, year: Year, *, author: bool) -> PrintedCitation:
        """A label that begins an entry as it stands: a corporate author, or an unmarked title."""
        place = self.place(start, year.place.end)
        if author:
            return PrintedCitation(
                Kind.AUTHOR_DATE,
                place,
                self.group,
                (label,),
                self.place(start, start + len(label)),
                year=year,
            )
        return PrintedCitation(Kind.TITLE_DATE, place, self.group, title=label, year=year)

    def _of_authors(self, authors: Authors, start: int, year: Year) -> PrintedCitation:
        at = start + authors.start
        return PrintedCitation(
            Kind.AUTHOR_DATE,
            self.place(at, year.place.end),
            self.group,
            authors.names,
            self.place(at, start + authors.end),
            authors.et_al,
            year=year,
        )

    def _plausible(self, label: str, year: Year, *, loose: bool) -> bool:
        """Tell whether name and year are a citation, and not a place, a month or an event."""
        words = re.findall(r"[^\W\d_]+", label)
        lower = [word.lower() for word in words]
        if any(word in NOT_AUTHORS for word in lower) or lower[-1] in MONTHS or lower[0] in SEASONS:
            return False
        if self.listing.knows(label):
            return True
        if loose:
            return False
        after = self.stream.text[year.place.end : year.place.end + 12]
        if year.suffix or re.match(r"[,:]\s?(?:pp?\.|с\.|S\.|\d)", after):
            return True
        if any(word in PLACES or self.listing.is_place(word) for word in lower):
            return False
        if re.match(r"\s?[^\W\d_]", after) or len(words) > 4:
            return False
        return year.last is None or len(year.text) < 9

    def _title(self, start: int, end: int) -> tuple[int, str] | None:
        """Give the title that ends just before ``end``: quoted, or emphasised."""
        text = self.stream.text
        quoted = _TITLE_QUOTED.search(text, start, end)
        if quoted is not None:
            before = text[start : quoted.start()].strip(" ,:")
            if not before or _LEAD.fullmatch(before + " "):
                return quoted.start(), quoted["title"].strip(" ,.")
        stop = len(text[start:end].rstrip(" ,")) + start
        for run in self.stream.emphasis:
            if run.start >= stop:
                break
            if run.end == stop and run.start >= start:
                before = text[start : run.start].strip(" ,:")
                if not before or _LEAD.fullmatch(before + " "):
                    return run.start, text[run.start : run.end].strip(" ,.")
        return None

    def _with_more(
        self, first: PrintedCitation, at: int, end: int
    ) -> Iterator[PrintedCitation | UnparsedCitation]:
        """Give a citation with its locators, then those that its author carries over to."""
        text = self.stream.text
        current = first
        while True:
            locators, at = read_locators(text, at, end, self.stream.index)
            if locators:
                place = self.place(current.place.start, max(at, current.place.end))
                current = replace(current, place=place, locators=locators)
            yield current
            more = MORE_YEARS.match(text, at, end)
            suffix = MORE_SUFFIX.match(text, at, end) if current.year and current.year.suffix else None
            if more is not None:
                year = year_of(more, self.stream.index)
            elif suffix is not None and current.year is not None:
                year = with_suffix(current.year, suffix, self.stream.index)
            else:
                break
            at = year.place.end
            current = replace(
                first,
                kind=first.kind,
                place=year.place,
                year=year,
                locators=(),
                carried=True,
            )
        rest = Span(at, end)
        if re.match(r"\s?(?:,|and|und|и|&)\s", text[at:end]) and YEAR_PATTERN.search(text, at, end):
            comma = re.match(r"[\s,]*(?:(?:and|und|и|&)\s)?", text[at:end])
            yield from self.piece(Span(at + (comma.end() if comma else 0), rest.end))

    def _newspaper(self, start: int, end: int) -> PrintedCitation | None:
        match = _NEWSPAPER.match(self.stream.text, start, end)
        if match is None:
            return None
        title = match["title"].strip(" ,.")
        span = Span(start, start + len(title))
        upper = title[:1].isupper() and len(title.split()) <= 6
        if not (self.stream.emphasised(span) or (upper and not AUTHORS.fullmatch(title) is None)):
            return None
        if title.lower().split()[-1] in NOT_AUTHORS:
            return None
        locators, at = read_locators(self.stream.text, match.end(), end, self.stream.index)
        return PrintedCitation(
            Kind.NEWSPAPER,
            self.place(start, max(at, match.end())),
            self.group,
            title=title,
            date=iso(match),
            locators=locators,
        )

    def _broken(self, start: int, end: int) -> Iterator[UnparsedCitation]:
        """Report a name before something that was meant to be a year."""
        match = AUTHORS.match(self.stream.text, start, end)
        if match is None:
            return
        broken = _BROKEN_YEAR.match(self.stream.text, match.end(), end)
        if broken is None or not self.listing.knows(match["names"]):
            return
        yield UnparsedCitation(self.place(match.start(), broken.end("year")), self.group, "a year")

    # -- running text --------------------------------------------------------------------------

    def narrative(self, inner: Span) -> list[PrintedCitation]:
        """Read "Ulunyan (2015, p. 3)": the name before a parenthesis that begins with a year."""
        text = self.stream.text
        match = _YEAR_FIRST.match(text, inner.start, inner.end)
        if match is None:
            return []
        low = max(0, inner.start - 1 - REACH)
        paragraph = text.rfind("\n", low, inner.start) + 1
        before = BEFORE_BRACKET.search(text[max(low, paragraph) : inner.start - 1])
        if before is None:
            return []
        authors = authors_in(before)
        offset = max(low, paragraph)
        year = year_of(match, self.stream.index)
        if not authors.names:
            return []
        start, end = offset + authors.start, offset + authors.end
        first = PrintedCitation(
            Kind.NARRATIVE,
            self.place(start, year.place.end),
            self.group,
            authors.names,
            self.place(start, end),
            authors.et_al,
            year=year,
        )
        found = [
            each
            for each in self._with_more(first, year.place.end, inner.end)
            if isinstance(each, PrintedCitation)
        ]
        last = max(each.place.end for each in found)
        if text[last : inner.end].strip(" ,;") or not self._is_narrative(found, year):
            return []
        if len(found) == 1:
            found = [replace(found[0], place=self.place(start, inner.end + 1))]
        return found

    def _is_narrative(self, found: list[PrintedCitation], year: Year) -> bool:
        names = " ".join(found[0].authors)
        lower = [word.lower() for word in re.findall(r"[^\W\d_]+", names)]
        if not lower or any(word in NOT_AUTHORS for word in lower):
            return False
        if self.listing.knows(found[0].authors[0].split()[-1]):
            return True
        if lower[-1] in PLACES or lower[-1] in MONTHS or year.last:
            return False
        return bool(year.suffix or any(each.locators for each in found))


def _skip(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start

