"""What a manuscript says of each address it names: title, date, original, and where."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from srccheck.archives import ArchivalReference, OwnArchives, find_references
from srccheck.citations import ArchivalCitation, Link
from srccheck.links.address import read_address
from srccheck.links.hosts import recognise
from srccheck.references import Entry
from srccheck.resolve import Apparatus
from srccheck.text import Location, Place, StreamKind
from srccheck.values import dataclass

_BEFORE = 400  # code points before a link in which its title may stand
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]{6,300})[»”“\"]")


@dataclass(frozen=True, slots=True)
class CitedFile:
    """A file of an archive as the manuscript cites it; ``levels`` by their JSON names."""

    archive: str | None
    levels: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, reference: ArchivalReference) -> CitedFile:
        """Keep what is compared of a reference."""
        levels = tuple((name.value, value) for name, value in reference.levels.items())
        return cls(reference.archive, levels)


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited at an address.

    ``title`` is the cited title where the manuscript gives one; ``labels`` are other words that
    show a page to be the right one, never the wrong one (the text of a link, a quotation before
    it). ``date`` is ISO ("1961-08-15", "1961"). ``files`` are the archival references that the
    manuscript gives for the document, and ``archives`` those that its project has added to the
    registry they are read with. ``accessed`` is ISO.
    """

    title: str = ""
    labels: tuple[str, ...] = ()
    date: str = ""
    files: tuple[CitedFile, ...] = ()
    accessed: str = ""
    archives: OwnArchives | None = None


def digest(cited: Iterable[Cited]) -> str:
    """Give a mark of what is cited at an address: another title may mean another verdict."""
    told = sorted(
        repr((each.title, each.labels, each.date, each.files, *_own(each))) for each in cited
    )
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def _own(cited: Cited) -> tuple[str, ...]:
    return (cited.archives.records,) if cited.archives is not None else ()


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a manuscript names an address, and what it cites there."""

    url: str
    canonical: str
    path: str
    location: Location
    end_location: Location
    cited: Cited = Cited()


def uses(apparatus: Apparatus, archives: OwnArchives | None = None) -> tuple[Use, ...]:
    """Give the links of a manuscript in order; those that cannot be asked for are left out.

    ``archives`` are those the project has added to the registry.
    """
    found = tuple(_uses(apparatus))
    if archives is None:
        return found
    return tuple(
        replace(each, cited=replace(each.cited, archives=archives)) if each.cited.files else each
        for each in found
    )


def _uses(apparatus: Apparatus) -> Iterator[Use]:
    manuscript = apparatus.manuscript
    entries = _entries_by_stream(apparatus)
    seen: set[tuple[Place, str]] = set()
    for link in apparatus.links:
        address = read_address(link.url)
        if address is None or (link.place, link.url) in seen:
            continue
        seen.add((link.place, link.url))
        passage = manuscript.passage(link.place)
        yield Use(
            url=link.url,
            canonical=link.url if address.text == link.url else address.text,
            path=passage.path,
            location=passage.location,
            end_location=passage.end_location,
            cited=_cited(apparatus, link, _entry_at(entries, link.place)),
        )


def _entries_by_stream(apparatus: Apparatus) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = {}
    for entry in sorted(apparatus.entries, key=lambda each: each.place):
        found.setdefault(entry.place.stream, []).append(entry)
    return found


def _entry_at(entries: dict[int, list[Entry]], place: Place) -> Entry | None:
    listed = entries.get(place.stream, [])
    at = bisect_right(listed, place.start, key=lambda entry: entry.place.start) - 1
    if at >= 0 and listed[at].place.end > place.start:
        return listed[at]
    return None


def _cited(apparatus: Apparatus, link: Link, entry: Entry | None) -> Cited:
    labels = tuple(_labels(apparatus, link))
    files = _files(apparatus, link, entry)
    if entry is not None:
        date = entry.date or entry.year_first or ""
        return Cited(
            title=entry.title or "",
            labels=labels,
            date=date if date[:4].isdigit() else "",
            files=files,
            accessed=entry.accessed or link.accessed or "",
        )
    known = recognise(link.url)
    in_prose = apparatus.manuscript.streams[link.place.stream].kind is StreamKind.BODY
    is_title = known is not None and known.is_document and not in_prose
    title = labels[-1] if labels and is_title else ""  # in prose a quotation is what somebody said
    return Cited(
        title=title,
        labels=labels,
        date=_date_before(apparatus, link) if title else "",
        files=files,
        accessed=link.accessed or "",
    )


def _labels(apparatus: Apparatus, link: Link) -> Iterator[str]:
    """Give the text that hides the address, and the quotations before it in its paragraph."""
    stream = apparatus.manuscript.streams[link.place.stream]
    shown = stream.text[link.place.start : link.place.end]
    if shown != link.url:
        yield shown
    start = max(stream.paragraph_at(link.place.start).start, link.place.start - _BEFORE)
    for match in _QUOTED.finditer(stream.text, start, link.place.start):
        yield " ".join(match.group(1).split()).strip(" ,.")


def _date_before(apparatus: Apparatus, link: Link) -> str:
    """Give the one date between the quoted title and the address, or ""."""
    from srccheck.references.dates import find_dates

    stream = apparatus.manuscript.streams[link.place.stream]
    start = max(stream.paragraph_at(link.place.start).start, link.place.start - _BEFORE)
    quotes = list(_QUOTED.finditer(stream.text, start, link.place.start))
    if not quotes:
        return ""
    dates = find_dates(stream.text[quotes[-1].end() : link.place.start])
    return dates[0].iso if len(dates) == 1 else ""


def _files(apparatus: Apparatus, link: Link, entry: Entry | None) -> tuple[CitedFile, ...]:
    """Give the archival references of the same document: in its entry, its note, its citations."""
    known = recognise(link.url)
    if known is None or not known.is_document:
        return ()
    found = _of_entry(apparatus, entry) if entry is not None else _of_paragraph(apparatus, link)
    return tuple(dict.fromkeys(CitedFile.of(each) for each in found))


def _of_entry(apparatus: Apparatus, entry: Entry) -> list[ArchivalReference]:
    groups = {each.citation.group for each in apparatus.cited_by(entry)}
    cited = [
        each.reference or each.citation.reference
        for each in apparatus.citations
        if isinstance(each.citation, ArchivalCitation) and each.citation.group in groups
    ]
    here = find_references(apparatus.quote(entry.place), apparatus.registry)
    return [*here, *(cited if len(cited) == 1 else ())]


def _of_paragraph(apparatus: Apparatus, link: Link) -> list[ArchivalReference]:
    stream = apparatus.manuscript.streams[link.place.stream]
    paragraph = stream.paragraph_at(link.place.start)
    before = [
        each
        for each in apparatus.citations
        if isinstance(each.citation, ArchivalCitation)
        and each.place.stream == stream.index
        and paragraph.start <= each.place.start < link.place.start
    ]
    if not before:
        return []
    last = before[-1]
    between = stream.text[last.place.end : link.place.start]
    if len(between) > _BEFORE or any(mark in between for mark in ";)\n"):
        return []  # another source begins between the two
    assert isinstance(last.citation, ArchivalCitation)
    return [last.reference or last.citation.reference]
