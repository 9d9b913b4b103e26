"""All notes of a manuscript: full notes first, since they say which short notes are any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from srccheck.citations.model import CrossReference, FullNote, ShortNote
from srccheck.citations.notes.chunks import Layout, chunks_of, layout_of
from srccheck.citations.notes.cross import read_cross_references
from srccheck.citations.notes.full import ends_imprint, read_full
from srccheck.citations.notes.known import Known
from srccheck.citations.notes.pieces import after_source, pieces_of, starts_of
from srccheck.citations.notes.short import read_short
from srccheck.citations.pieces import free_ranges
from srccheck.text import Span, Stream
from srccheck.values import dataclass

NoteCitation = FullNote | ShortNote | CrossReference
SOURCES = 40  # sources of one piece; a longer row is no note


@dataclass(frozen=True, slots=True)
class _Left:
    """What full notes left over: ``alone`` where no file follows, ``led`` as in Start."""

    span: Span
    alone: bool
    led: bool


@dataclass(slots=True)
class NoteReader:
    """Reads one note; ``taken`` are the files of archives and the ibids in it, in order."""

    stream: Stream
    taken: Sequence[Span]
    full: list[FullNote] = field(default_factory=list)
    layout: Layout = field(init=False)
    _left: list[_Left] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.layout = layout_of(self.stream.text)

    def read_full_notes(self) -> None:
        """Read the full notes, and remember what stands between them."""
        chunks = chunks_of(self.stream, self.layout)
        for piece in pieces_of(self.stream, self.layout, chunks):
            free = list(free_ranges(piece, self.taken))
            for part in free:
                self._full_in(part, alone=part.end == piece.end)

    def _full_in(self, part: Span, *, alone: bool) -> None:
        starts = starts_of(self.stream, self.layout, part)
        at = part.start
        for number, start in enumerate(starts):
            limit = starts[number + 1].at if number + 1 < len(starts) else part.end
            at = self._row(max(start.at, at), limit, alone=alone or limit < part.end, led=start.led)

    def _row(self, start: int, limit: int, *, alone: bool, led: bool) -> int:
        """Read one full note after another; give where the last one ends."""
        done = start
        for _ in range(SOURCES):
            if start >= limit:
                break
            found = read_full(self.stream, self.layout, start, limit)
            if found is None:
                following = self._behind_brackets(start, limit)
                stop = following or limit
                self._left.append(_Left(Span(start, stop), alone or following is not None, led))
            else:
                self.full.append(found)
                done = found.place.end
                following = after_source(self.stream.text, done, limit)
            if following is None:
                break
            start = following
        return done

    def _behind_brackets(self, start: int, limit: int) -> int | None:
        """Give where another source may begin, behind the imprint of one that was not read."""
        for bracket in self.layout.brackets_in(Span(start + 1, limit)):
            if bracket.end < limit and ends_imprint(self.stream, bracket):
                return after_source(self.stream.text, bracket.end, limit)
        return None

    def short_notes(self, known: Known) -> list[ShortNote]:
        """Read the short notes in what the full notes left."""
        found = []
        for left in self._left:
            span, start = left.span, left.span.start
            for _ in range(SOURCES):
                each = read_short(
                    self.stream, self.layout, Span(start, span.end), known, alone=left.alone
                )
                if each is None or not (
                    left.led or (each.authors and known.author(each.authors[0]))
                ):
                    break
                found.append(each)
                following = after_source(self.stream.text, each.place.end, span.end)
                if following is None or following <= start:
                    break
                start = following
        return found

    def all(self, known: Known) -> list[NoteCitation]:
        """Give every citation of the note but files and ibids, in order."""
        found: list[NoteCitation] = [*self.full, *self.short_notes(known)]
        spans = [*self.taken, *(each.place.span for each in found)]
        found += read_cross_references(self.stream, spans)
        return sorted(found, key=lambda each: each.place)
