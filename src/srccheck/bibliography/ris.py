"""Entries as RIS, the exchange format of reference managers: a tag a line, the 2011 tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.bibliography.crosswalk import ris_tag
from srccheck.bibliography.tex import plain_text
from srccheck.references import Entry, EntryType, Name
from srccheck.references.fields import ENTRY_TYPE, NAMES_OF_FIELDS
from srccheck.references.ris import type_of

ORIGIN = "ris"

_TYPES = {
    EntryType.BOOK: "BOOK", EntryType.MULTIVOLUME: "BOOK", EntryType.ARTICLE: "JOUR",
    EntryType.CHAPTER: "CHAP", EntryType.JOURNAL_ISSUE: "JFULL", EntryType.NEWSPAPER_ISSUE: "JFULL",
    EntryType.NEWSPAPER_ARTICLE: "NEWS", EntryType.THESIS: "THES", EntryType.WEBSITE: "ELEC",
    EntryType.WEB_DOCUMENT: "ELEC", EntryType.WEB_ARTICLE: "ELEC", EntryType.REPORT: "RPRT",
    EntryType.UNPUBLISHED: "UNPB", EntryType.ARCHIVE: "GEN", EntryType.OTHER: "GEN",
}  # fmt: skip
_HELD = frozenset(
    {
        EntryType.ARTICLE, EntryType.NEWSPAPER_ARTICLE, EntryType.CHAPTER, EntryType.WEB_DOCUMENT,
        EntryType.WEB_ARTICLE, EntryType.WEBSITE,
    }
)  # fmt: skip
_TAG = re.compile(r"[A-Z][A-Z0-9]")
_NAME_UNSAFE = re.compile(r"[^a-z0-9_]+")


def to_ris(entry: Entry, key: str, origin: str = "") -> str:
    """Give an entry as a record, its last line ``ER`` and an empty line.

    ``origin`` is the format it was read from. What RIS has no tag for is a note "name: value".
    """
    own = origin == ORIGIN
    kind = entry.source_type if own and entry.source_type else _TYPES[entry.type]
    lines = [f"TY  - {kind}", f"ID  - {key}"]
    fields = (*_fields(entry), *_named(entry, kind), *_extra(entry, own=own))
    lines += [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\n".join([*lines, "ER  - ", "", ""])


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    held = entry.type in _HELD
    for tag, people, field in (
        ("AU", entry.authors, "authors"),
        ("ED", entry.editors, "editor"),
        ("A4", entry.translators, "translator"),
    ):
        yield from ((tag, _name(each)) for each in people)
        yield tag, "et al." if field in entry.and_others else ""
    yield "TI", entry.title or entry.archive or ""
    yield "T2" if held else "JF", entry.container or ""
    yield "T3" if held else "T2", entry.series or ""
    yield "PY", entry.year or ""
    yield "DA", "" if _is_span(entry.date) else (entry.date or "").replace("-", "/")
    yield "VL", entry.volume or ""
    yield "NV", entry.volumes or ""
    yield "IS", entry.number or ""
    yield from _pages(entry, held=held)
    yield "ET", entry.edition or ""
    yield "CY", entry.place_name or ""
    yield "PB", entry.publisher or ""
    yield "DO", entry.doi or ""
    yield "SN", entry.isbn or ""
    yield "SN", entry.issn or ""
    yield "UR", entry.url or ""
    yield "Y2", (entry.accessed or "").replace("-", "/")
    yield "LA", entry.language or ""
    yield "OT", entry.original_title or ""
    yield "OP", entry.original_date or ""
    yield "N1", entry.note or ""


def _is_span(date: str | None) -> bool:
    return "/" in (date or "")


def _name(name: Name) -> str:
    if not name.family:
        return name.literal.replace(",", ",,")
    return ", ".join([name.family, name.given, *([name.suffix] if name.suffix else [])])


def _pages(entry: Entry, *, held: bool) -> Iterator[tuple[str, str]]:
    pages = entry.pages or ""
    first, dash, last = pages.partition("–")
    if dash and "–" not in last and "," not in first + last:
        yield "SP", first
        yield "EP", last
    elif pages:
        yield "SP", pages
        yield "EP", pages if pages.isdigit() and not held else ""
    elif not held and (entry.total_pages or "").isdigit():
        yield "SP", entry.total_pages or ""


def _named(entry: Entry, kind: str) -> Iterator[tuple[str, str]]:
    """Give as notes the type where RIS's says something else, and what RIS has no tag for."""
    if type_of(kind, volumes=bool(entry.volumes), volume=bool(entry.volume)) is not entry.type:
        yield "N1", f"{ENTRY_TYPE}: {entry.type}"
    held = entry.type in _HELD
    for field in ("suffix", "series_number", "event", "event_date", "eprint", "volume_label",
                  "archive_translated", "archive_abbreviation"):  # fmt: skip
        value = getattr(entry, field)
        if value:
            yield "N1", f"{NAMES_OF_FIELDS[field]}: {value}"
    if entry.total_pages and (entry.pages or held or not entry.total_pages.isdigit()):
        yield "N1", f"{NAMES_OF_FIELDS['total_pages']}: {entry.total_pages}"
    if _is_span(entry.date):
        yield "N1", f"{NAMES_OF_FIELDS['date']}: {entry.date}"


def _extra(entry: Entry, *, own: bool) -> Iterator[tuple[str, str]]:
    """Give what the entry had beyond our fields: first what has a tag, then the rest as notes."""
    rest: list[tuple[str, str]] = []
    for name, value in entry.extra:
        tag = name if own and _TAG.fullmatch(name) else ris_tag(name)
        if tag:
            yield tag, value if own else plain_text(value)
        else:
            rest.append(("N1", f"{_NAME_UNSAFE.sub('-', name.lower())}: {value}"))
    yield from rest
