"""The whole of a manuscript's citations, stream by stream."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from srccheck.archives import Registry, find_mentions, find_references
from srccheck.citations.cite_keys import read_cite_keys
from srccheck.citations.ibid import IBID_WORD, IbidReader
from srccheck.citations.leads import lead_before
from srccheck.citations.links import find_links
from srccheck.citations.listing import Listing
from srccheck.citations.model import (
    ArchivalCitation,
    Citation,
    CiteKeyCitation,
    Found,
    IbidCitation,
    Kind,
    Link,
    Mention,
    PrintedCitation,
)
from srccheck.citations.narrative import behind_narrative, read_narrative
from srccheck.citations.notes import Known, Style, with_notes
from srccheck.citations.pieces import Bracketed, bracketed, free_ranges, pieces, sentences
from srccheck.citations.printed import Reader
from srccheck.citations.years import YEAR_PATTERN
from srccheck.references import Entry
from srccheck.text import Manuscript, Place, Span, Stream, StreamKind

_SEE = re.compile(
    r"(?:see(?:\s+also)?|See(?:\s+also)?|cf\.|Cf\.|compare|Compare|vgl\.|Vgl\.|siehe|Siehe"
    r"|см\.(?:\s+также)?:?|См\.(?:\s+также)?:?|ср\.:?|Ср\.:?|voir|Voir)\s+(?=\S)"
)  # no look-behind before it: the search then skips to the first letters
_SENTENCE_END = re.compile(r"[.;]\s+(?=[^\W\d_a-zа-я]|$)|\n|[.;]$")
_IBID_REACH = 16  # code points from an ibid to the levels that read on after it
_NEARBY = 3  # code points between two files of one reference: "d. 4; d. 5"
_NOTES_OF_A_STYLE = 2  # so many notes and no sure author and year: the manuscript cites by notes


def find(
    manuscript: Manuscript,
    registry: Registry,
    entries: Sequence[Entry] = (),
    style: str = Style.AUTO,
) -> Found:
    """Find the citations, links and archive mentions of ``manuscript``, in reading order.

    ``entries`` are those of its lists, whose titles a short note may name; ``style`` says how it
    cites where that is known.
    """
    listing = Listing.of(manuscript)
    found: list[Citation] = []
    doubtful: set[Place] = set()
    links: list[Link] = []
    mentions: list[Mention] = []
    for stream in manuscript.streams:
        links.extend(find_links(stream))
        mentions.extend(_mentions(stream, registry))
        if stream.kind is not StreamKind.REFERENCES:
            finder = _Finder(stream, listing, registry)
            found.extend(_ordered(finder.find()))
            doubtful |= finder.reader.doubtful
    notes = len(manuscript.of_kind(StreamKind.NOTE))
    if notes >= _NOTES_OF_A_STYLE and not any(_is_author_date(e, doubtful) for e in found):
        found = [each for each in found if each.place not in doubtful]
    found, told = with_notes(manuscript, found, Known.of(listing, entries), Style(style))
    return Found(tuple(_numbered(found)), tuple(links), tuple(mentions), told)


def _is_author_date(citation: Citation, doubtful: set[Place]) -> bool:
    kinds = (Kind.AUTHOR_DATE, Kind.NARRATIVE, Kind.TITLE_DATE)
    return citation.kind in kinds and citation.place not in doubtful


def _mentions(stream: Stream, registry: Registry) -> Iterator[Mention]:
    for each in find_mentions(stream.text, registry):
        place = Place(stream.index, each.span.start, each.span.end)
        yield Mention(place, each.archive, each.abbreviation, each.name, each.expands, each.former)


class _Finder:
    """Finds the citations of one stream.

    Until all are found, the ``group`` of a citation is where its parenthesis or sentence begins.
    """

    def __init__(self, stream: Stream, listing: Listing, registry: Registry) -> None:
        self.stream = stream
        self.text = stream.text
        self.is_note = stream.kind is StreamKind.NOTE
        self.brackets = bracketed(self.text)
        self.reader = Reader(stream, listing)
        self.ibids = IbidReader(stream, registry)
        self.archival = list(self._archival(registry))
        self.taken = [each.place.span for each in self.archival]
        self.keys = list(read_cite_keys(stream, self.taken, self._group_at))
        if self.keys:
            self.taken = sorted((*self.taken, *(each.place.span for each in self.keys)))

    def find(self) -> Iterator[Citation]:
        """Give archival references, keys, then what stands in parentheses and round them."""
        yield from self.archival
        yield from self.keys
        for each in self.brackets:
            yield from self._bracket(each)
        around = sorted((*self.taken, *(_outer(each) for each in self.brackets)))
        starts = [span.start for span in around]
        if self.is_note:
            yield from self._running_ibids(around, starts)
            yield from self._running_note(around)
        else:
            yield from self._running_body(around, starts)

    def _archival(self, registry: Registry) -> Iterator[ArchivalCitation]:
        """Give the archival references but those that read on after an ibid."""
        index = self.stream.index
        group, last = 0, -1
        for reference in find_references(self.text, registry):
            start, end = reference.span.start, reference.span.end
            ibids = IBID_WORD.finditer(self.text, max(start - _IBID_REACH, 0), start)
            if any(not self.text[ibid.end() : start].strip(" ,.:") for ibid in ibids):
                continue
            inner = self._bracket_round(start)
            if inner is not None:
                group = inner.start
            elif start - last > _NEARBY:
                group = start
            last = end
            yield ArchivalCitation(Place(index, start, end), self._group(group), reference)

    def _bracket_round(self, at: int) -> Span | None:
        """Give the inside of the parenthesis that ``at`` stands in."""
        before = bisect_right(self.brackets, at, key=lambda each: each.inner.start) - 1
        inner = self.brackets[before].inner if before >= 0 else None
        return inner if inner and at < inner.end else None

    def _group(self, start: int) -> int:
        return 0 if self.is_note else start

    def _group_at(self, start: int) -> int:
        inner = self._bracket_round(start)
        return self._group(inner.start if inner else start)

    def _bracket(self, bracket: Bracketed) -> Iterator[Citation]:
        inner, group = bracket.inner, self._group(bracket.inner.start)
        if not bracket.square:
            narrative = read_narrative(self.reader, inner, group)
            if narrative:
                yield from narrative
                more = behind_narrative(self.text, narrative[-1].place.end, inner.end)
                if more is None:
                    return
                inner = more
        imprint = self.reader.evidence.is_imprint(inner.start, inner.end)
        before: Citation | None = None
        for piece in pieces(self.text, inner):
            start = piece.start
            ibid = self.ibids.first(piece, group)
            if ibid is not None:
                yield ibid
                yield from self.ibids.further(ibid, inner.end)
                start, before = ibid.place.end, ibid
            for free in free_ranges(Span(start, piece.end), self.taken):
                if not YEAR_PATTERN.search(self.text, free.start, free.end) and ibid:
                    continue
                printed: Sequence[Citation] = ()
                if isinstance(before, PrintedCitation):
                    printed = self.reader.carried_over(free, before, group)
                printed = printed or list(self.reader.piece(free, group, loose=imprint))
                yield from printed
                before = printed[-1] if printed else None

    def _running_ibids(self, around: list[Span], starts: list[int]) -> Iterator[Citation]:
        """Read the ibids of a note outside its parentheses, where a sentence begins."""
        whole = Span(0, len(self.text))
        for match in IBID_WORD.finditer(self.text):
            if not _inside(match.start(), around, starts):
                ibid = self.ibids.at(match, whole, 0)
                if ibid is not None:
                    yield ibid
                    yield from self.ibids.further(ibid, whole.end)

    def _running_note(self, around: list[Span]) -> Iterator[Citation]:
        """Read "Westad 2005, p. 12" outside the parentheses of a note."""
        before: Citation | None = None
        for free in free_ranges(Span(0, len(self.text)), around):
            for piece in sentences(self.text, free):
                if YEAR_PATTERN.search(self.text, piece.start, piece.end):
                    found = self._in_note(piece, free.end, before)
                    yield from found
                    before = found[-1] if found else before

    def _in_note(self, piece: Span, limit: int, before: Citation | None) -> list[Citation]:
        if isinstance(before, PrintedCitation):
            carried = self.reader.carried_over(piece, before, 0)
            if carried:
                return list(carried)
        led = lead_before(self.text[max(piece.start - 40, 0) : piece.start]) is not None
        return list(self._loose(piece, 0, limit, led=led))

    def _running_body(self, around: list[Span], starts: list[int]) -> Iterator[Citation]:
        """Read "see Westad 2005" in running text."""
        for match in _SEE.finditer(self.text):
            start = match.end()
            inside_word = self.text[max(match.start() - 1, 0) : match.start()].isalnum()
            if inside_word or _inside(start, around, starts):
                continue
            stop = _SENTENCE_END.search(self.text, start)
            end = stop.start() if stop else len(self.text)
            for free in free_ranges(Span(start, end), around):
                yield from self._loose(free, start, end, led=free.start == start)

    def _loose(self, piece: Span, group: int, limit: int, *, led: bool) -> Iterator[Citation]:
        for each in self.reader.piece(piece, group, loose=not led, limit=limit):
            if isinstance(each, PrintedCitation) and each.kind is Kind.AUTHOR_DATE:
                yield replace(each, kind=Kind.NARRATIVE)
            else:
                yield each


def _outer(bracket: Bracketed) -> Span:
    return Span(bracket.inner.start - 1, bracket.inner.end + 1)


def _inside(at: int, spans: list[Span], starts: list[int]) -> bool:
    """Tell whether an offset lies in one of ``spans`` (in order, apart from one another)."""
    before = bisect_right(starts, at) - 1
    return before >= 0 and at < spans[before].end


def _ordered(found: Iterator[Citation]) -> list[Citation]:
    """Give the citations in order; of two that overlap a key stays, an ibid, the earlier one."""
    kept: list[Citation] = []
    for each in sorted(found, key=lambda citation: (citation.place.start, -citation.place.end)):
        if kept and each.place.start < kept[-1].place.end:
            if isinstance(each, CiteKeyCitation):
                kept[-1] = each
            elif isinstance(kept[-1], CiteKeyCitation):
                continue
            elif isinstance(each, IbidCitation) and not isinstance(kept[-1], IbidCitation):
                kept[-1] = each
        else:
            kept.append(each)
    return kept


def _numbered(found: list[Citation]) -> Iterator[Citation]:
    """Number the groups from 0 through the manuscript."""
    number, last = -1, (-1, -1)
    for each in found:
        if (each.place.stream, each.group) != last:
            last = (each.place.stream, each.group)
            number += 1
        yield replace(each, group=number)
