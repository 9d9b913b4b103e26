"""Files of archives that a list names below their archive: "f. 495, op. 201, d. 1/2; d. 5".

They stand behind the archive in its entry, or in entries of their own that follow it, as lists of
archival sources have them, ours as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from srccheck.archives import OwnArchives, Registry
from srccheck.lint import read_apparatus
from srccheck.references import Entry, EntryType, ReferenceList, parse_entry
from srccheck.report.register import Cited, archival_citations
from srccheck.text import Manuscript, Place
from srccheck.values import dataclass

_LEVEL = re.compile(r"[^\W\d_]{1,8}\.?\s?\d[\w/-]*")
_NEXT_FOND = re.compile(r"\s+(?=(?:[fFфФ]\.|RG|Bestand|NAF)\s?\d)")
LONGEST = 2000  # code points of one line of files


@dataclass(frozen=True, slots=True)
class ListedFiles:
    """The files, and the ids of the entries that are nothing else.

    ``archives`` are those that stand as headings over them, each with its text.
    """

    cited: tuple[Cited, ...] = ()
    entries: frozenset[str] = frozenset()
    archives: tuple[tuple[Entry, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    entry: Entry
    archive: Entry
    heading: str = ""  # the archive's, where it is one

    @property
    def own(self) -> bool:
        """Whether it is the whole entry."""
        return self.entry is not self.archive


def listed_files(
    manuscript: Manuscript,
    lists: Sequence[ReferenceList],
    registry: Registry,
    own: OwnArchives | None,
) -> ListedFiles:
    """Read the files that lists name below their archives."""
    lines = [
        line for each in lists if not each.fielded for line in _lines(manuscript, each, registry)
    ]
    if not lines:
        return ListedFiles()
    apparatus = read_apparatus("\n\n".join(line.text for line in lines).encode(), "list.txt", own)
    (body,) = (stream for stream in apparatus.manuscript.streams[:1])
    first = body.paragraphs[0].number if body.paragraphs else 1
    found: list[Cited] = []
    read: set[int] = set()
    for each in archival_citations(apparatus):
        place = apparatus.citations[each.index].place
        number = body.paragraph_at(place.start).number - first
        if place.stream == body.index and number < len(lines):
            read.add(number)
            passage = manuscript.passage(lines[number].entry.place)
            found.append(replace(each, path=passage.path, location=passage.location))
    archives = {id(line.archive): line for line in lines if line.heading}
    whole = frozenset(line.entry.id for at, line in enumerate(lines) if at in read and line.own)
    headed = tuple((line.archive, line.heading) for line in archives.values())
    return ListedFiles(tuple(found), whole, headed)


def _lines(manuscript: Manuscript, each: ReferenceList, registry: Registry) -> Iterator[_Line]:
    """Give the lines of files, each with the archive before it."""
    heading = each.heading.partition(": ")[2]  # of a part of a list
    above = parse_entry(heading, registry) if heading else None
    archive = above if above and above.type is EntryType.ARCHIVE else None
    for entry in each.entries:
        if entry.type is EntryType.ARCHIVE:
            archive, heading = entry, ""
            text = _behind(manuscript, entry)
        elif archive is not None and not entry.authors and entry.year is None:
            text = manuscript.excerpt(entry.place)
        else:
            archive, text = None, ""
        text = text.strip(" .,;:()[]–—-")
        if archive is None or len(text) > LONGEST or not _LEVEL.match(text):
            archive = archive if entry.type is EntryType.ARCHIVE else None
            continue
        name = _name(archive, registry)
        for line in _NEXT_FOND.split(text):
            yield _Line(f"{name}, {line.strip(' .;')}", entry, archive, heading)


def _behind(manuscript: Manuscript, entry: Entry) -> str:
    """Give what stands in an archive's entry behind its name, abbreviation and city."""
    ends = [place.end for _, place in entry.fields]
    place = Place(entry.place.stream, max(ends, default=entry.place.end), entry.place.end)
    return manuscript.excerpt(place)


def _name(archive: Entry, registry: Registry) -> str:
    """Give what an archive is cited by."""
    known = registry.get(archive.archive_id) if archive.archive_id else None
    if archive.archive_abbreviation or known is None or not known.abbreviations:
        return archive.archive_abbreviation or archive.archive or ""
    return known.abbreviations[0]
