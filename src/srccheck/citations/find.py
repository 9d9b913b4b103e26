"""The whole of a manuscript's citations, stream by stream."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from srccheck.archives import Registry, find_mentions, find_references
from srccheck.citations.ibid import IBID_WORD, read_ibid
from srccheck.citations.links import find_links
from srccheck.citations.listing import Listing
from srccheck.citations.model import (
    ArchivalCitation,
    Citation,
    Found,
    Kind,
    Link,
    Mention,
    PrintedCitation,
)
from srccheck.citations.pieces import bracketed, free_ranges, pieces
from srccheck.citations.printed import Reader
from srccheck.citations.vocabulary import IBID, LEAD_IN
from srccheck.citations.years import YEAR_PATTERN
from srccheck.text import Manuscript, Place, Span, Stream, StreamKind

_SENTENCE = re.compile(r"(?:^|[.!?…]\s+|\n|;\s+|[—–]\s)(?=\S)")
_SEE = re.compile(
    r"(?<!\w)(?:see(?:\s+also)?|cf\.|compare|vgl\.|siehe|см\.(?:\s+также)?:?|ср\.:?|voir)\s+(?=\S)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;]\s+(?=[^\W\d_a-zа-я]|$)|\n|[.;]$")
_IBID_BEFORE = re.compile(rf"(?<!\w){IBID}[\s,.:]*$", re.VERBOSE | re.IGNORECASE)
SIGNS = re.compile(rf"\d|{'|'.join(('ibid', 'ebd', 'ebenda', 'там', 'idem', 'cit', 'соч', 'n.d', 'press', 'печати'))}", re.IGNORECASE)


def find(manuscript: Manuscript, registry: Registry) -> Found:
    """Find the citations, links and archive mentions of ``manuscript``, in reading order."""
    listing = Listing.of(manuscript)
    citations: list[Citation] = []
    links: list[Link] = []
    mentions: list[Mention] = []
    group = 0
    for stream in manuscript.streams:
        links.extend(find_links(stream))
        mentions.extend(_mentions(stream, registry))
        if stream.kind is not StreamKind.REFERENCES:
            finder = _Finder(stream, listing, registry, group)
            citations.extend(finder.find())
            group = finder.group + 1
    return Found(tuple(citations), tuple(links), tuple(mentions))


def _mentions(stream: Stream, registry: Registry) -> Iterator[Mention]:
    for each in find_mentions(stream.text, registry):
        place = Place(stream.index, each.span.start, each.span.end)
        yield Mention(
            place, each.archive, each.abbreviation, each.name, each.expands, each.former
        )


class _Finder:
    """Finds the citations of one stream, and numbers the groups they stand in."""

    def __init__(self, stream: Stream, listing: Listing, registry: Registry, group: int) -> None:
        self.stream = stream
        self.listing = listing
        self.registry = registry
        self.group = group
        self.is_note = stream.kind is StreamKind.NOTE
        self.found: list[Citation] = []

    def find(self) -> list[Citation]:
        """Find archival references first, then what stands round them."""
        text = self.stream.text
        for reference in find_references(text, self.registry):
            start = reference.span.start
            if _IBID_BEFORE.search(text[max(0, start - 16) : start]):
                continue  # "ibid., d. 3" is an ibid, though its levels read on
            place = Place(self.stream.index, reference.span.start, reference.span.end)
            self.found.append(ArchivalCitation(place, self.group, reference))
        taken = [each.place.span for each in self.found]
        outer = bracketed(text)
        for each in outer:
            self._next_group()
            self._bracket(each.inner, taken, square=each.square)
        inside = sorted((*taken, *(Span(e.inner.start - 1, e.inner.end + 1) for e in outer)))
        if self.is_note:
            self._running_note(inside)
        else:
            self._running_body(inside)
        return _ordered(self.found)

    def _next_group(self) -> None:
        if not self.is_note:
            self.group += 1

    def _bracket(self, inner: Span, taken: list[Span], *, square: bool) -> None:
        text = self.stream.text
        if not SIGNS.search(text, inner.start, inner.end):
            return
        reader = Reader(self.stream, self.listing, self.group)
        if not square:
            narrative = reader.narrative(inner)
            if narrative:
                self.found.extend(narrative)
                return
        self._regroup(inner)
        for free in free_ranges(inner, taken):
            for piece in pieces(text, free):
                if not SIGNS.search(text, piece.start, piece.end):
                    continue
                ibid = read_ibid(self.stream, piece, self.group, self.registry)
                if ibid is not None:
                    self._replace_archival(ibid.place)
                    self.found.append(ibid)
                else:
                    self.found.extend(reader.piece(piece, loose=square))

    def _regroup(self, inner: Span) -> None:
        """Give the archival references of a parenthesis its number."""
        for at in range(len(self.found) - 1, -1, -1):
            each = self.found[at]
            if isinstance(each, ArchivalCitation) and inner.contains(each.place.span):
                self.found[at] = replace(each, group=self.group)

    def _replace_archival(self, place: Place) -> None:
        self.found = [
            each
            for each in self.found
            if not (isinstance(each, ArchivalCitation) and each.place.span.overlaps(place.span))
        ]

    def _running_note(self, inside: list[Span]) -> None:
        """Read a note outside its parentheses: ibid at the start of a sentence, name and year."""
        text = self.stream.text
        starts = {0, *(match.end() for match in _SENTENCE.finditer(text))}
        for match in IBID_WORD.finditer(text):
            start = match.start()
            if any(span.start <= start < span.end for span in inside):
                continue
            lead = re.search(rf"(?:{LEAD_IN}[\s,:]+)+$", text[max(0, start - 40) : start], re.X | re.I)
            begin = start - (len(lead.group()) if lead else 0)
            if begin in starts or start in starts:
                piece = Span(start, len(text))
                ibid = read_ibid(self.stream, piece, self.group, self.registry)
                if ibid is not None:
                    self._replace_archival(ibid.place)
                    self.found.append(ibid)
        reader = Reader(self.stream, self.listing, self.group)
        for free in free_ranges(Span(0, len(text)), inside):
            for piece in _sentences(text, free):
                if YEAR_PATTERN.search(text, piece.start, piece.end):
                    self._add_loose(reader, piece)

    def _running_body(self, inside: list[Span]) -> None:
        """Read "see Westad 2005" in running text."""
        text = self.stream.text
        for match in _SEE.finditer(text):
            start = match.end()
            if any(span.start <= start < span.end for span in inside):
                continue
            end = _SENTENCE_END.search(text, start)
            free = next(free_ranges(Span(start, end.start() if end else len(text)), inside), None)
            if free is not None and free.start == start:
                self._next_group()
                self._add_loose(Reader(self.stream, self.listing, self.group), free)

    def _add_loose(self, reader: Reader, piece: Span) -> None:
        spans = [each.place.span for each in self.found]
        for each in reader.piece(piece, loose=True):
            if not any(each.place.span.overlaps(span) for span in spans):
                if isinstance(each, PrintedCitation) and each.kind is Kind.AUTHOR_DATE:
                    each = replace(each, kind=Kind.NARRATIVE)
                self.found.append(each)


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < span.end:
        yield Span(start, span.end)


def _ordered(found: list[Citation]) -> list[Citation]:
    """Give the citations in order; of two that overlap the first found stays."""
    kept: list[Citation] = []
    for each in sorted(found, key=lambda citation: (citation.place.start, -citation.place.end)):
        if not kept or each.place.start >= kept[-1].place.end:
            kept.append(each)
    return kept
