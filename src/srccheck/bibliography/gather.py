"""What a manuscript, a .bib, CSL-JSON or RIS file gives to a bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from srccheck.archives import OwnArchives
from srccheck.bibliography.normal import normalised
from srccheck.bibliography.record import Gathered, Record
from srccheck.lint import read_apparatus
from srccheck.references import Entry, EntryType
from srccheck.report.register import archival_citations
from srccheck.resolve import Apparatus
from srccheck.text import Place, Stream

_WORD = re.compile(r"\w{2,}")


def gather(data: bytes, path: str, own: OwnArchives | None = None) -> Gathered:
    """Read one file. Raises UnreadableFileError where it is no text of a known kind."""
    apparatus = read_apparatus(data, path, own)
    manuscript = apparatus.manuscript
    return Gathered(
        path,
        manuscript.format,
        (*_listed(apparatus), *_lost(apparatus)),
        archival_citations(apparatus),
        manuscript.source if manuscript.format == "bibtex" else "",
    )


def _listed(apparatus: Apparatus) -> Iterator[Record]:
    for each in apparatus.lists:
        for entry in each.entries:
            yield _record(apparatus, entry)


def _record(apparatus: Apparatus, entry: Entry) -> Record:
    raw = apparatus.quote(entry.place)
    unparsed = "" if entry.fielded else entry.rest
    if not (entry.title or entry.container or entry.archive or entry.fielded):
        unparsed = raw
    origin = apparatus.manuscript.file_of(entry.place).format
    passage = apparatus.manuscript.passage(entry.place)
    where = f"{passage.path}:{passage.location.line}"
    held = normalised(entry)
    if not _WORD.search(unparsed):
        unparsed = ""
    return Record(held, raw, where, origin, unparsed=unparsed, at=passage.location.offset)


def _lost(apparatus: Apparatus) -> Iterator[Record]:
    """Give what stands in a .bib, CSL-JSON or RIS file and is no entry, because it is broken."""
    for stream in apparatus.manuscript.streams:
        ranges = [each.span for each in stream.records]
        for problem in stream.problems:
            inside = any(each.start <= problem.span.start <= each.end for each in ranges)
            if problem.lost and not inside:
                yield _broken(
                    apparatus, stream, Place(stream.index, *_paragraph(stream, problem.span.start))
                )


def _paragraph(stream: Stream, at: int) -> tuple[int, int]:
    paragraph = stream.paragraph_at(at)
    return paragraph.start, paragraph.end


def _broken(apparatus: Apparatus, stream: Stream, place: Place) -> Record:
    raw = apparatus.quote(place)
    entry = Entry(f"unparsed-{place.start}", EntryType.OTHER, place, 0)
    where = _where(apparatus, place)
    return Record(entry, raw, where, apparatus.manuscript.file_of(place).format, unparsed=raw)


def _where(apparatus: Apparatus, place: Place) -> str:
    passage = apparatus.manuscript.passage(place)
    return f"{passage.path}:{passage.location.line}"


def with_raw(record: Record) -> Entry:
    """Give the entry for a format of fields: what could not be parsed stands in its note."""
    if not record.unparsed:
        return record.entry
    note = "; ".join(part for part in (record.entry.note, record.unparsed) if part)
    return replace(record.entry, note=note)
