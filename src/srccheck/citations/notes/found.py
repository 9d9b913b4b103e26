"""The citations of a manuscript together with what its notes cite in full and in short."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from srccheck.citations.model import (
    ArchivalCitation,
    Citation,
    IbidCitation,
    Kind,
    PrintedCitation,
)
from srccheck.citations.notes.known import Known
from srccheck.citations.notes.style import Style, may_cite_in_notes, style_of
from srccheck.text import Manuscript, Span, StreamKind

if TYPE_CHECKING:
    from srccheck.citations.notes.reader import NoteCitation

_BY_YEAR = (Kind.AUTHOR_DATE, Kind.NARRATIVE, Kind.TITLE_DATE)


def with_notes(
    manuscript: Manuscript, found: Sequence[Citation], known: Known, style: Style
) -> tuple[list[Citation], str]:
    """Give all citations in order, and the style where notes cite: "notes" or "mixed", else "".

    ``found`` are the other citations. Nothing is read from the notes of a manuscript that cites by
    author and year.
    """
    notes = manuscript.of_kind(StreamKind.NOTE)
    by_year, in_notes = _by_year(manuscript, found)
    if style is Style.AUTHOR_DATE or not notes:
        return list(found), ""
    if style is Style.AUTO and not may_cite_in_notes(notes, by_year):
        return list(found), ""
    read = _read(manuscript, found, known)
    sources = sum(each.kind is not Kind.CROSS_REFERENCE for each in read)
    if style is Style.AUTO and in_notes > sources:
        return list(found), ""
    told = style_of(by_year, sources) if style is Style.AUTO else style.value
    if not told:
        return list(found), ""
    if told == Style.NOTES:
        found = [each for each in found if not _is_stray(each, manuscript, known)]
    return _joined(found, read), told


def _is_stray(citation: Citation, manuscript: Manuscript, known: Known) -> bool:
    """Tell a name and a year in a note that no list has: a title's, where full notes are cited."""
    if not isinstance(citation, PrintedCitation) or citation.kind not in _BY_YEAR:
        return False
    in_note = manuscript.streams[citation.place.stream].kind is StreamKind.NOTE
    if not in_note or citation.year is None or citation.kind is Kind.TITLE_DATE:
        return in_note and not known.title(citation.title or "")
    return not known.listing.lists(" ".join(citation.authors), citation.year)


def _by_year(manuscript: Manuscript, found: Sequence[Citation]) -> tuple[int, int]:
    """Count what is cited by author and year, in the body and in the notes."""
    bodies = {stream.index for stream in manuscript.of_kind(StreamKind.BODY)}
    cited = [each for each in found if each.kind in _BY_YEAR]
    in_body = sum(each.place.stream in bodies for each in cited)
    return in_body, len(cited) - in_body


def _read(manuscript: Manuscript, found: Iterable[Citation], known: Known) -> list[NoteCitation]:
    from srccheck.citations.notes.reader import NoteReader  # most manuscripts need it not

    taken: dict[int, list[Span]] = defaultdict(list)
    for each in found:
        if isinstance(each, ArchivalCitation | IbidCitation):
            taken[each.place.stream].append(each.place.span)
    readers = [
        NoteReader(stream, taken[stream.index]) for stream in manuscript.of_kind(StreamKind.NOTE)
    ]
    for reader in readers:
        reader.read_full_notes()
        known.add(each.work for each in reader.full)
    return [each for reader in readers for each in reader.all(known)]


def _joined(found: Sequence[Citation], read: Sequence[NoteCitation]) -> list[Citation]:
    """Put both in order; what stands inside a full or short note is part of it."""
    spans: dict[int, list[Span]] = defaultdict(list)
    for each in read:
        spans[each.place.stream].append(each.place.span)
    kept = [
        each
        for each in found
        if not isinstance(each, PrintedCitation)
        or not any(span.overlaps(each.place.span) for span in spans[each.place.stream])
    ]
    return sorted([*kept, *read], key=lambda each: each.place)
