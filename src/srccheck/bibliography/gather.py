"""What a manuscript, a .bib, CSL-JSON or RIS file gives to a bibliography."""

from __future__ import annotations

import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from srccheck import archives, readers, references
from srccheck.archives import OwnArchives
from srccheck.beside import loader
from srccheck.bibliographies import Bibliographies, named_by
from srccheck.bibliography.bib_records import plain_entries
from srccheck.bibliography.bib_text import blocks_of
from srccheck.bibliography.biblatex import ORIGIN
from srccheck.bibliography.inline import CONTROLS, italic
from srccheck.bibliography.listed_files import listed_files
from srccheck.bibliography.normal import normalised
from srccheck.bibliography.record import Gathered, NamedList, Record
from srccheck.citations import CiteKeyCitation, FullNote
from srccheck.lint import resolved
from srccheck.readers.decode import decode
from srccheck.references import Entry, EntryType, ReferenceList
from srccheck.report.register import Cited, archival_citations
from srccheck.resolve import Apparatus, Outcome
from srccheck.resolve.pointing import cited_keys, pointed_to
from srccheck.text import Manuscript, Place, Stream, StreamKind

_LINE_END = re.compile(r"\r\n|\n|\r")
LENDING = frozenset({"crossref", "xref", "xdata"})
_WORD = re.compile(r"\w{2,}")


def gather(
    data: bytes,
    path: str,
    own: OwnArchives | None = None,
    *,
    given: frozenset[str] | None = None,
) -> Gathered:
    """Read one file, and the bibliographies that it names but those in ``given`` (real paths).

    Without ``given`` no other file is looked for. Raises UnreadableFileError where one is no text
    of a known kind.
    """
    if PurePath(path).suffix.lower() in readers.BIB:
        source, _ = decode(data, path)
        plain = _plain_bib(source, path)
        if plain is not None:
            return plain
    manuscript = readers.read(data, path, None if given is None else loader(path))
    registry = archives.registry_with(own)
    lists = references.find_lists(manuscript, registry)
    noted: list[Entry] = []
    cited: tuple[Cited, ...] = ()
    named: tuple[NamedList, ...] = ()
    unknown: tuple[str, ...] = ()
    if any(stream.kind is not StreamKind.REFERENCES for stream in manuscript.streams):
        if given is not None:
            manuscript, named = _with_named(manuscript, given)
        apparatus = resolved(manuscript, own)
        lists = apparatus.lists
        if named:
            lists, named = _of_use(apparatus, named)
            unknown = _unknown(apparatus)
        noted, cited = _noted(apparatus), archival_citations(apparatus)
    files = listed_files(manuscript, lists, registry, own)
    entries = [e for each in lists for e in each.entries if e.id not in files.entries]
    broken = _broken_blocks(manuscript)
    records = [_record(manuscript, entry, broken) for entry in (*entries, *noted)]
    records += [
        Record(normalised(archive), heading, path, manuscript.format)
        for archive, heading in files.archives
    ]
    return Gathered(
        path,
        manuscript.format,
        (*records, *_lost(manuscript)),
        (*cited, *files.cited),
        manuscript.source if manuscript.format == "bibtex" else "",
        named,
        unknown,
    )


def _unknown(apparatus: Apparatus) -> tuple[str, ...]:
    """Give the keys that are cited and stand in no bibliography, each once."""
    return tuple(
        dict.fromkeys(
            each.citation.key
            for each in apparatus.citations
            if isinstance(each.citation, CiteKeyCitation) and each.outcome is Outcome.MISSING
        )
    )


def _with_named(
    manuscript: Manuscript, given: frozenset[str]
) -> tuple[Manuscript, tuple[NamedList, ...]]:
    """Attach the bibliographies that a manuscript names; tell which, and which are not there."""
    wanted = [each for each in named_by(manuscript) if os.path.realpath(each[1]) not in given]
    paths = list(dict.fromkeys(path for _, path in wanted if path))
    return Bibliographies().attached_to(manuscript, paths), tuple(
        NamedList(name, path) for name, path in dict.fromkeys(wanted)
    )


def _of_use(
    apparatus: Apparatus, named: Sequence[NamedList]
) -> tuple[tuple[ReferenceList, ...], tuple[NamedList, ...]]:
    """Keep what is cited of the bibliographies that the manuscript names.

    Entries that a set names go with it, and those that a cited one calls related.
    """
    manuscript = apparatus.manuscript
    keys = cited_keys(apparatus)
    keys |= pointed_to(manuscript, keys, frozenset({"entryset", "related"}))
    paths = {each.path for each in named if each.path}
    kept: list[ReferenceList] = []
    counts: dict[str, tuple[int, int]] = {}
    for each in apparatus.lists:
        path = manuscript.file(manuscript.streams[each.stream].file).path
        if path in paths:
            entries = tuple(
                entry
                for entry in each.entries
                if "*" in keys or apparatus.cited_by(entry) or not keys.isdisjoint(entry.keys)
            )
            counts[path] = len(entries), len(each.entries)
            kept.append(replace(each, entries=_without_lenders(entries)))
        else:
            kept.append(each)
    told = (counts.get(each.path, (0, 0)) for each in named)
    return tuple(kept), tuple(
        replace(each, taken=taken, entries=entries)
        for each, (taken, entries) in zip(named, told, strict=True)
    )


def _without_lenders(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Take out where an entry points to one that is not among them: its fields are written out."""
    keys = {key for entry in entries for key in entry.keys}

    def kept(name: str, value: str) -> bool:
        return name not in LENDING or keys.issuperset(key.strip() for key in value.split(","))

    return tuple(
        replace(entry, extra=tuple(each for each in entry.extra if kept(*each)))
        for entry in entries
    )


def _noted(apparatus: Apparatus) -> list[Entry]:
    """Give the works that notes name in full and no list has, each once."""
    listed = {entry.id for each in apparatus.lists for entry in each.entries}
    found: dict[str, Entry] = {}
    for each in apparatus.citations:
        entry = each.entry
        if entry is None or entry.id in listed or entry.type is EntryType.ARCHIVE:
            continue
        if isinstance(each.citation, FullNote):
            found.setdefault(entry.id, entry)
    return list(found.values())


def _plain_bib(source: str, path: str) -> Gathered | None:
    """Read a .bib that has nothing broken in it."""
    blocks = blocks_of(source)
    entries = plain_entries(source, blocks)
    if entries is None:
        return None
    lines = [match.end() for match in _LINE_END.finditer(source)]
    records = []
    for entry in entries:
        start = entry.place.start
        where = f"{path}:{bisect_right(lines, start) + 1}"
        records.append(
            Record(normalised(entry), entry.place.span.cut(source), where, ORIGIN, at=start)
        )
    return Gathered(path, ORIGIN, tuple(records), source=source)


def _broken_blocks(manuscript: Manuscript) -> dict[tuple[str, int], str]:
    """Give the text of every block of a .bib that does not read to its end, by file and start."""
    return {
        (file.path, block.span.start): block.span.cut(file.source).strip()
        for file in manuscript.files()
        if file.format == ORIGIN
        for block in blocks_of(file.source)
        if block.fault
    }


def _record(manuscript: Manuscript, entry: Entry, broken: Mapping[tuple[str, int], str]) -> Record:
    raw = manuscript.excerpt(entry.place)
    unparsed = "" if entry.fielded else entry.rest
    if not (entry.title or entry.container or entry.archive or entry.fielded):
        unparsed = raw
    origin = manuscript.file_of(entry.place).format
    passage = manuscript.passage(entry.place)
    where = f"{passage.path}:{passage.location.line}"
    held = normalised(entry)
    unparsed = broken.get((passage.path, passage.location.offset), unparsed)
    if not _WORD.search(unparsed):
        unparsed = ""
    marked = _marked(manuscript, entry.place) if unparsed else ""
    at = passage.location.offset
    return Record(held, raw, where, origin, unparsed=unparsed, at=at, marked=marked)


def _marked(manuscript: Manuscript, place: Place) -> str:
    """Give the text of an entry with its italics; "" where it has none."""
    stream = manuscript.streams[place.stream]
    parts, at = [], place.start
    for run in stream.emphasis_in(place.span):
        start, end = max(run.start, at), min(run.end, place.end)
        words = CONTROLS.sub(" ", stream.text[start:end])
        parts += [CONTROLS.sub(" ", stream.text[at:start]), italic(words)]
        at = max(end, at)
    if not parts:
        return ""
    parts.append(CONTROLS.sub(" ", stream.text[at : place.end]))
    return " ".join("".join(parts).split())


def _lost(manuscript: Manuscript) -> Iterator[Record]:
    """Give what stands in a .bib, CSL-JSON or RIS file and is no entry, because it is broken."""
    for stream in manuscript.streams:
        if stream.file:
            continue  # of a bibliography that the manuscript names only what is cited counts
        ends = [each.span.end for each in stream.records]
        told: set[tuple[int, int]] = set()
        for problem in stream.problems:
            at = bisect_left(ends, problem.span.start)
            inside = at < len(ends) and stream.records[at].span.start <= problem.span.start
            lines = _paragraph(stream, problem.span.start)
            if problem.lost and not inside and lines not in told:
                told.add(lines)
                yield _broken(manuscript, Place(stream.index, *lines))


def _paragraph(stream: Stream, at: int) -> tuple[int, int]:
    paragraph = stream.paragraph_at(at)
    return paragraph.start, paragraph.end


def _broken(manuscript: Manuscript, place: Place) -> Record:
    raw = manuscript.excerpt(place)
    entry = Entry(f"unparsed-{place.start}", EntryType.OTHER, place, 0)
    passage = manuscript.passage(place)
    where = f"{passage.path}:{passage.location.line}"
    return Record(entry, raw, where, manuscript.file_of(place).format, unparsed=raw)


def with_raw(record: Record) -> Record:
    """Give the record for a format of fields: what could not be parsed stands in its note."""
    if not record.unparsed:
        return record
    note = "; ".join(part for part in (record.entry.note, record.unparsed) if part)
    return replace(record, entry=replace(record.entry, note=note))
