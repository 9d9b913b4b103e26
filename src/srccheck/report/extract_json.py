"""``srccheck extract --format json``: every citation, entry and link, a public contract."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from srccheck.archives import ArchivalReference, canonical
from srccheck.citations import (
    ArchivalCitation,
    CiteKeyCitation,
    CrossReference,
    FullNote,
    IbidCitation,
    Kind,
    Link,
    LocatorPart,
    PrintedCitation,
    ShortNote,
    UnparsedCitation,
)
from srccheck.references import Entry, EntryType, Name
from srccheck.report.lint_json import VERSION, location_to_json
from srccheck.resolve import Apparatus, Resolved
from srccheck.text import Place
from srccheck.values import dataclass

Json = dict[str, Any]

_EN_DASH = str.maketrans(dict.fromkeys("-—‑−‒", "–"))
_TITLED = frozenset({Kind.TITLE_DATE, Kind.NEWSPAPER, Kind.FULL_NOTE, Kind.SHORT_NOTE})


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was found in one file, as JSON objects."""

    citations: tuple[Json, ...] = ()
    entries: tuple[Json, ...] = ()
    links: tuple[Json, ...] = ()


def extract(apparatus: Apparatus) -> Extracted:
    """Turn an apparatus into the objects of the contract, each in the order of the file."""
    return Extracted(
        tuple(_citation(resolved, apparatus) for resolved in apparatus.citations),
        tuple(_entry(entry, apparatus) for entry in apparatus.entries),
        tuple(_link(link, apparatus) for link in apparatus.links),
    )


def extract_to_json(files: Iterable[Extracted], kinds: frozenset[str] = frozenset()) -> str:
    """Give one JSON document for several files; ``kinds``, where given, filters the citations."""
    found = joined(files)
    document = {
        "version": VERSION,
        "citations": [each for each in found.citations if not kinds or each["kind"] in kinds],
        "entries": found.entries,
        "links": found.links,
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def joined(files: Iterable[Extracted]) -> Extracted:
    """Put the objects of several files into one."""
    found = list(files)
    return Extracted(
        tuple(each for file in found for each in file.citations),
        tuple(each for file in found for each in file.entries),
        tuple(each for file in found for each in file.links),
    )


def moved(found: Extracted, lines: int, offset: int) -> Extracted:
    """Give the same objects in a file in which ``lines`` lines stand before them.

    ``offset`` is the number of code points before them. For a line that was read by itself.
    """
    places = ("location", "end_location", "antecedent")

    def move(each: Json) -> Json:
        return each | {
            key: {
                "line": each[key]["line"] + lines,
                "column": each[key]["column"],
                "offset": each[key]["offset"] + offset,
            }
            for key in places
            if each.get(key)
        }

    return Extracted(
        tuple(map(move, found.citations)),
        tuple(map(move, found.entries)),
        tuple(map(move, found.links)),
    )


def _citation(resolved: Resolved, apparatus: Apparatus) -> Json:
    citation = resolved.citation
    common = {"kind": citation.kind.value, **_at(citation.place, apparatus)}
    match citation:
        case ArchivalCitation():
            reference = resolved.reference or citation.reference
            own = _archival(reference, citation.reference, apparatus)
        case PrintedCitation():
            own = _printed(citation, resolved)
        case IbidCitation():
            own = _ibid(citation, resolved, apparatus)
        case FullNote():
            own = _full_note(citation, resolved)
        case ShortNote():
            own = _short_note(citation, resolved, apparatus)
        case CrossReference():
            own = {"note": citation.note}
        case CiteKeyCitation():
            own = {
                "key": citation.key,
                "volume": _volume(citation.locators, resolved),
                "locator": _locator(citation.locators),
            }
        case UnparsedCitation():
            return {**common, "expected": citation.expected, "resolves_to": None}
    return {**common, **own, "resolves_to": resolved.entry.id if resolved.entry else None}


def _archival(
    effective: ArchivalReference, written: ArchivalReference | None, apparatus: Apparatus
) -> Json:
    """Give archive and effective levels; the slips are those of the words that stand here."""
    slips = written.slips if written else effective.slips
    return {
        "archive": effective.archive,
        "levels": {name.value: value for name, value in effective.levels.items()},
        "canonical": canonical(effective, apparatus.registry),
        "slips": list(dict.fromkeys(slip.rule for slip in slips)),
        "document": dict(effective.document) if effective.document else None,
    }


def _printed(citation: PrintedCitation, resolved: Resolved) -> Json:
    year = citation.year
    own: Json = {"authors": list(citation.authors)}
    if citation.kind in _TITLED:
        own["title"] = citation.title
    if citation.kind is Kind.NEWSPAPER:
        own["date"] = citation.date
    return {
        **own,
        "year": year.normal if year else None,
        "suffix": year.suffix if year else None,
        "volume": _volume(citation.locators, resolved),
        "locator": _locator(citation.locators),
    }


def _full_note(citation: FullNote, resolved: Resolved) -> Json:
    """Give what the note says of its source; the authors of "Ders." are those before."""
    work = citation.work
    authors = work.authors or work.editors
    if citation.repeated and resolved.entry is not None:
        authors = resolved.entry.authors
    return {
        "authors": [name.short for name in authors],
        "title": work.title or work.container,
        "year": work.year,
        "suffix": work.suffix,
        "volume": _volume(citation.locators, resolved),
        "locator": _locator(citation.locators),
    }


def _short_note(citation: ShortNote, resolved: Resolved, apparatus: Apparatus) -> Json:
    """Give a short note, and where the work it is short for is first cited."""
    authors: tuple[str, ...] = citation.authors
    if citation.repeated and resolved.entry is not None:
        authors = tuple(name.short for name in resolved.entry.authors)
    return {
        "authors": list(authors),
        "title": citation.title,
        "year": resolved.entry.year if resolved.entry else None,
        "suffix": None,
        "volume": _volume(citation.locators, resolved),
        "locator": _locator(citation.locators),
        "antecedent": _antecedent(resolved.antecedent, apparatus),
    }


def _ibid(citation: IbidCitation, resolved: Resolved, apparatus: Apparatus) -> Json:
    own: Json
    if resolved.reference is not None:
        own = _archival(resolved.reference, citation.reference, apparatus)
    elif citation.reference is not None:
        own = _archival(citation.reference, citation.reference, apparatus)
    else:
        own = {
            "volume": _volume(citation.locators, resolved),
            "locator": _locator(citation.locators),
        }
    antecedent = resolved.antecedent if resolved.antecedent is not None else resolved.previous
    return {**own, "antecedent": _antecedent(antecedent, apparatus)}


def _antecedent(index: int | None, apparatus: Apparatus) -> Json | None:
    """Give the location of another citation."""
    if index is None:
        return None
    place = apparatus.citations[index].place
    return location_to_json(apparatus.manuscript.passage(place).location)


def _volume(locators: Iterable[LocatorPart], resolved: Resolved) -> str | None:
    if resolved.volume is not None:
        return resolved.volume
    return next((part.value for part in locators if part.unit == "volume"), None)


def _locator(locators: Iterable[LocatorPart]) -> str | None:
    """Give all parts but the volume as written, ranges with an en dash: "pp. 694–95"."""
    parts = [
        f"{part.label} {part.value}".strip().translate(_EN_DASH)
        for part in locators
        if part.unit != "volume"
    ]
    return ", ".join(parts) or None


def _entry(entry: Entry, apparatus: Apparatus) -> Json:
    own: Json = {
        "id": entry.id,
        "type": entry.type.value,
        "authors": [_name(name) for name in entry.authors],
        "year": entry.year,
        "suffix": entry.suffix,
        "title": entry.title,
        "container": entry.container,
        "volume": entry.volume,
        "number": entry.number,
        "pages": entry.pages,
        "place": entry.place_name,
        "publisher": entry.publisher,
        "url": entry.url,
        "accessed": entry.accessed,
        "date": entry.date,
        "edition": entry.edition,
    }
    if entry.type is EntryType.ARCHIVE:
        own["archive"] = entry.archive
        own["archive_translated"] = entry.archive_translated
        own["archive_abbrev"] = entry.archive_abbreviation
    return {**own, **_fielded(entry), **_at(entry.place, apparatus)}


_MORE = (
    *(
        "label",
        "key",
        "series",
        "series_number",
        "volumes",
        "total_pages",
        "doi",
        "isbn",
        "issn",
        "eprint",
    ),
    *("language", "original_title", "original_date", "event", "event_date", "note"),
)


def _fielded(entry: Entry) -> Json:
    """Give the fields that few entries have, where this one has them."""
    own: Json = {}
    for name, people in (("editors", entry.editors), ("translators", entry.translators)):
        if people:
            own[name] = [_name(each) for each in people]
    own |= {name: value for name in _MORE if (value := getattr(entry, name)) is not None}
    if entry.confidence:
        own["confidence"] = dict(entry.confidence)
    if entry.extra:
        own["extra"] = dict(entry.extra)
    return own


def _name(name: Name) -> Json:
    if name.family:
        suffix = {"suffix": name.suffix} if name.suffix else {}
        return {"family": name.family, "given": name.given or None, **suffix}
    return {"literal": name.literal}


def _link(link: Link, apparatus: Apparatus) -> Json:
    own = _at(link.place, apparatus)
    del own["raw"]
    return {"url": link.url, **own, "accessed": link.accessed}


def _at(place: Place, apparatus: Apparatus) -> Json:
    """Give what every object has: its own text in the file, and where that stands."""
    passage = apparatus.manuscript.passage(place)
    return {
        "raw": passage.raw,
        "path": passage.path,
        "location": location_to_json(passage.location),
        "end_location": location_to_json(passage.end_location),
    }
