"""A manuscript as its readers see it, and as its file has it.

Two coordinate systems, never mixed:

* *stream coordinates*: code points of :attr:`Stream.text`, the visible text of one stream
  (markup removed, NFC, every white-space run one space, soft hyphens gone). Parsers work here.
* *file coordinates*: code points of :attr:`SourceFile.source`, the decoded file. Diagnostics,
  ``raw`` and fixes work here. :meth:`Manuscript.passage` and :meth:`Manuscript.source_span` go from
  the first to the second.

A manuscript may be read from several files. Every stream has one; streams keep their places, so
that parsers and rules need not know how many there are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import PurePath

from srccheck.text.fields import CitationField
from srccheck.text.records import Problem, Record
from srccheck.text.spans import Span
from srccheck.values import dataclass


class StreamKind(StrEnum):
    """What a stream is to a reader."""

    BODY = "body"
    NOTE = "note"
    REFERENCES = "references"


class Role(StrEnum):
    """What a paragraph is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CELL = "cell"


WITHOUT_LINES = frozenset(
    {
        "docx",
        "odt",
        "fodt",
        "rtf",
        "pdf",
        "epub",
        "org",
        "rst",
        "textile",
        "mediawiki",
        "fb2",
        "docbook",
        "ipynb",
    }
    | {"muse", "t2t", "creole"}
)
"""The formats whose source is no text that its author sees; places are note and paragraph."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of stream text and the run of the file it was read from.

    Where ``length == source_length`` the two runs map one to one; otherwise the segment is an atom
    (an entity, a composed accent, folded white space) and maps as a whole.
    """

    start: int
    source: int
    length: int
    source_length: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a stream: stream coordinates, its number in the whole manuscript (from 1)."""

    start: int
    end: int
    number: int
    role: Role = Role.TEXT
    level: int = 0  # of a heading, from 1


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """An address that hides behind visible text (``[text](address)``), in stream coordinates."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """An emphasised run of visible text, and the file range that includes its markers."""

    start: int
    end: int
    source: Span


@dataclass(frozen=True, slots=True)
class CitedKey:
    """One work cited by its key (``[@ames1999, p. 3]``, ``\\cite[3]{ames1999}``), in its stream.

    ``start`` to ``end`` is the citation with its locator, ``key_start`` to ``key_end`` the key as
    it shows. ``note`` is what stands for a locator, not yet parsed ("p. 3", "and elsewhere"), an
    empty range where nothing does; it may stand before the key.
    """

    start: int
    end: int
    key: str
    key_start: int
    key_end: int
    note: Span


@dataclass(frozen=True, slots=True)
class Stream:
    """One run of reading: the body, one note, or a reference list.

    ``text`` holds the paragraphs in order, one ``\\n`` between two of them and nowhere else.
    ``heading`` is the heading it stands under where that matters ("Bibliography"), else "".
    ``file`` is 0 where it was read from the manuscript's own file, n for the nth attached one.
    ``records`` are its entries where the file holds them in fields, ``problems`` what was wrong
    with those.
    """

    index: int
    kind: StreamKind
    label: str | None
    text: str
    segments: tuple[Segment, ...]
    paragraphs: tuple[Paragraph, ...]
    emphasis: tuple[Emphasis, ...] = ()
    hyperlinks: tuple[Hyperlink, ...] = ()
    heading: str = ""
    file: int = 0  # the number of its file in Manuscript.file
    cited_keys: tuple[CitedKey, ...] = ()
    records: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
    fields: tuple[CitationField, ...] = ()
    entry_keys: tuple[tuple[int, str], ...] = ()  # where an entry begins, and its key
    note_marks: tuple[tuple[int, str], ...] = ()  # where the mark of a note stands, and its label

    def paragraph_at(self, offset: int) -> Paragraph:
        """Give the paragraph that holds the code point ``offset`` of ``text``."""
        at = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        return self.paragraphs[max(at, 0)]

    def emphasised(self, span: Span) -> bool:
        """Tell whether the whole of ``span`` stands in one emphasised run."""
        at = bisect_right(self.emphasis, span.start, key=lambda run: run.start) - 1
        return at >= 0 and self.emphasis[at].end >= span.end

    def emphasis_in(self, span: Span) -> tuple[Emphasis, ...]:
        """Give the emphasised runs that share a code point with ``span``, in order."""
        at = bisect_right(self.emphasis, span.start, key=lambda run: run.end)
        found: list[Emphasis] = []
        while at < len(self.emphasis) and self.emphasis[at].start < span.end:
            found.append(self.emphasis[at])
            at += 1
        return tuple(found)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A range of one stream, in stream coordinates: where a citation, entry or level stands."""

    stream: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The range without its stream."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A point of the file: line and column from 1, offset from 0, all in code points."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The decoded text of one file, exactly as it stands there.

    ``lines`` holds the offset of each line's first code point; ``format`` is a reader's name
    ("text", "markdown"); ``encoding`` names the encoding the bytes were decoded from.
    """

    path: str
    format: str
    source: str
    lines: tuple[int, ...]
    encoding: str = "utf-8"

    def location(self, offset: int) -> Location:
        """Give line and column of the code point ``offset`` of the file."""
        line = bisect_right(self.lines, offset)
        return Location(line, offset - self.lines[line - 1] + 1, offset)


@dataclass(frozen=True, slots=True)
class Passage:
    """A place as its file has it: ``raw`` is the file's own slice between the two locations."""

    path: str
    location: Location
    end_location: Location
    raw: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A file that the manuscript includes and that was not read.

    ``place`` is where it is named; ``reason`` a clause ("there is no such file"), empty where
    nobody looked.
    """

    name: str
    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file that was read, and the files that belong to it.

    ``path``, ``format``, ``source``, ``lines`` and ``encoding`` are those of its own file (see
    SourceFile). ``attached`` are further files that some of its streams were read from: a chapter
    it includes, a bibliography beside it. :meth:`passage` knows which. ``bibliographies`` are the
    files that it names as its lists, as it names them ("refs", "../bib/refs.bib"), ``nocite`` the
    keys of entries that it lists without citing them ("*": all). ``chapters`` holds the numbers of
    the files that a chapter begins with, where several manuscripts are read together.
    """

    path: str
    format: str
    source: str
    streams: tuple[Stream, ...]
    lines: tuple[int, ...]
    encoding: str = "utf-8"
    attached: tuple[SourceFile, ...] = ()
    bibliographies: tuple[str, ...] = ()
    nocite: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()  # of a PDF: where a page's text begins, its number
    chapters: tuple[int, ...] = ()

    def chapter_of(self, stream: Stream) -> int:
        """Give the number of the chapter that a stream belongs to: 0 where there are none."""
        return max(bisect_right(self.chapters, stream.file) - 1, 0)

    @property
    def unread_bibliographies(self) -> tuple[str, ...]:
        """Give the bibliographies it names that were not read; none where other ones were given."""
        read = {PurePath(file.path).stem for file in self.attached}
        left = tuple(name for name in self.bibliographies if PurePath(name).stem not in read)
        return () if read and len(left) == len(self.bibliographies) else left

    def of_kind(self, kind: StreamKind) -> tuple[Stream, ...]:
        """Give the streams of one kind, in the order of the file."""
        return tuple(stream for stream in self.streams if stream.kind is kind)

    def file(self, number: int = 0) -> SourceFile:
        """Give its own file (0), or the nth of those attached to it (:attr:`Stream.file`)."""
        if number:
            return self.attached[number - 1]
        return SourceFile(self.path, self.format, self.source, self.lines, self.encoding)

    def files(self) -> tuple[SourceFile, ...]:
        """Give its own file and then those attached to it; a stream's ``file`` is the index."""
        return (self.file(), *self.attached)

    def file_of(self, place: Place) -> SourceFile:
        """Give the file that ``place`` was read from."""
        return self.file(self.streams[place.stream].file)

    def source_span(self, place: Place) -> Span:
        """Give the range of ``place`` in its file, with the markers of emphasis it holds wholly."""
        stream = self.streams[place.stream]
        start, end = _to_source(stream, place.start, place.end)
        at = bisect_right(stream.emphasis, place.start, key=lambda run: run.start)
        at = max(at - 1, 0)
        while at < len(stream.emphasis) and stream.emphasis[at].start < place.end:
            run = stream.emphasis[at]
            if run.start >= place.start and run.end <= place.end:
                start, end = min(start, run.source.start), max(end, run.source.end)
            at += 1
        return Span(start, end)

    def divides_atom(self, place: Place) -> bool:
        """Tell a place that begins or ends inside what maps as a whole: a macro's text, say.

        The file has nothing there that could be put in its stead.
        """
        stream = self.streams[place.stream]
        if not stream.segments or place.end <= place.start:
            return False
        first = _segment_at(stream, place.start)
        last = _segment_at(stream, place.end - 1)
        return (first.length != first.source_length and place.start > first.start) or (
            last.length != last.source_length and place.end < last.start + last.length
        )

    def passage(self, place: Place) -> Passage:
        """Give path, locations and raw text of ``place``."""
        file, span = self.file_of(place), self.source_span(place)
        return Passage(
            file.path, file.location(span.start), file.location(span.end), span.cut(file.source)
        )

    def where(self, place: Place) -> str:
        """Name ``place`` as people find it in a format without lines: "note 12, ¶ 57".

        The number is the paragraph's in the extracted text. "" where line and column say it.
        """
        stream = self.streams[place.stream]
        if self.file_of(place).format not in WITHOUT_LINES or not stream.paragraphs:
            return ""
        paragraph = f"¶ {stream.paragraph_at(place.start).number}"
        if self.pages:
            at = bisect_right(self.pages, (self.source_span(place).start, len(self.source))) - 1
            paragraph = f"page {self.pages[max(at, 0)][1]}"
        return f"note {stream.label}, {paragraph}" if stream.label else paragraph

    def raw(self, place: Place) -> str:
        """Give the file's own slice of ``place``, markup and all."""
        return self.source_span(place).cut(self.file_of(place).source)

    def excerpt(self, place: Place) -> str:
        """Give the text of ``place`` as a reader sees it."""
        return " ".join(self.streams[place.stream].text[place.start : place.end].split())

    def location(self, offset: int) -> Location:
        """Give line and column of the code point ``offset`` of its own file."""
        return self.file().location(offset)

    def with_attached(self, *others: Manuscript) -> Manuscript:
        """Give this manuscript with the streams of ``others`` after its own, each in its file."""
        streams, files = list(self.streams), list(self.attached)
        for other in others:
            base = len(files) + 1
            files.extend(other.files())
            first = len(streams)
            streams.extend(
                replace(stream, index=first + at, file=base + stream.file)
                for at, stream in enumerate(other.streams)
            )
        return replace(self, streams=tuple(streams), attached=tuple(files))

    @staticmethod
    def together(manuscripts: Sequence[Manuscript]) -> Manuscript:
        """Give one manuscript of several, each a chapter of its own with the files it has."""
        starts = [0]
        for each in manuscripts[:-1]:
            starts.append(starts[-1] + len(each.files()))
        whole = manuscripts[0].with_attached(*manuscripts[1:])
        return replace(
            whole,
            chapters=tuple(starts),
            nocite=tuple(key for each in manuscripts for key in each.nocite),
            missing=tuple(
                replace(each, place=replace(each.place, stream=each.place.stream + base))
                for manuscript, base in zip(manuscripts, _first_streams(manuscripts), strict=True)
                for each in manuscript.missing
            ),
        )


def _first_streams(manuscripts: Sequence[Manuscript]) -> list[int]:
    """Give the number of streams that stand before each manuscript's own."""
    first = [0]
    for each in manuscripts[:-1]:
        first.append(first[-1] + len(each.streams))
    return first


def _to_source(stream: Stream, start: int, end: int) -> tuple[int, int]:
    """Map a non-empty stream range to the file; an empty one maps to a point."""
    if not stream.segments:
        return 0, 0
    first = _segment_at(stream, start)
    source_start = first.source
    if first.length == first.source_length:
        source_start += min(max(start - first.start, 0), first.length)
    if end <= start:
        return source_start, source_start
    last = _segment_at(stream, end - 1)
    if last.length == last.source_length:
        source_end = last.source + min(end - last.start, last.length)
    else:
        source_end = last.source + last.source_length
    return source_start, max(source_end, source_start)


def _segment_at(stream: Stream, offset: int) -> Segment:
    at = bisect_right(stream.segments, offset, key=lambda segment: segment.start) - 1
    return stream.segments[max(at, 0)]
