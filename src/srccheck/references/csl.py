"""Records of a CSL-JSON file as entries: the variables of CSL 1.0.2."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from srccheck.references.dates import find_dates
from srccheck.references.fields import (
    ENTRY_TYPE,
    ET_AL,
    Collected,
    first_of,
    iso_date,
    left_over,
    ranged,
    take_date,
    take_named,
    type_named,
)
from srccheck.references.model import Entry, EntryType, Name
from srccheck.text.records import Record, RecordField

_TYPES = {
    "article": EntryType.ARTICLE, "article-journal": EntryType.ARTICLE,
    "article-magazine": EntryType.ARTICLE, "article-newspaper": EntryType.NEWSPAPER_ARTICLE,
    "review": EntryType.ARTICLE, "review-book": EntryType.ARTICLE,
    "book": EntryType.BOOK, "classic": EntryType.BOOK, "collection": EntryType.BOOK,
    "periodical": EntryType.JOURNAL_ISSUE,
    "chapter": EntryType.CHAPTER, "paper-conference": EntryType.CHAPTER,
    "entry": EntryType.CHAPTER, "entry-dictionary": EntryType.CHAPTER,
    "entry-encyclopedia": EntryType.CHAPTER,
    "thesis": EntryType.THESIS, "report": EntryType.REPORT,
    "manuscript": EntryType.UNPUBLISHED, "personal_communication": EntryType.UNPUBLISHED,
    "webpage": EntryType.WEB_DOCUMENT, "post": EntryType.WEB_DOCUMENT,
    "post-weblog": EntryType.WEB_DOCUMENT,
}  # fmt: skip
_PEOPLE = {"author": "authors", "editor": "editor", "translator": "translator"}
_PLAIN = {
    "title": "title", "container-title": "container", "collection-title": "series",
    "collection-number": "series_number", "publisher": "publisher", "publisher-place": "place",
    "volume": "volume", "issue": "number", "number": "number", "page": "pages",
    "number-of-pages": "total_pages", "number-of-volumes": "volumes", "edition": "edition",
    "DOI": "doi", "ISBN": "isbn", "ISSN": "issn", "URL": "url", "language": "language",
    "original-title": "original_title", "note": "note", "event-title": "event", "event": "event",
}  # fmt: skip
_RANGED = frozenset({"volume", "number", "pages"})
_DATES = {
    "accessed": "accessed",
    "original-date": "original_date",
    "event-date": "event_date",
}


def read_csl_items(records: Sequence[Record], stream: int, text: str) -> list[Entry]:
    """Give the entries of a CSL-JSON file's records; ``text`` is their stream's."""
    return [_entry(Collected(each, stream, text), number) for number, each in enumerate(records, 1)]


def _entry(found: Collected, number: int) -> Entry:
    held = first_of(found.record)
    found.taken |= {"id", "type", *(name for name, each in held.items() if each.raw == "null")}
    for name, target in _PEOPLE.items():
        if name in held:
            _people(found, held[name], target)
    for name, target in _PLAIN.items():
        if name in held and target not in found.values and _is_plain(held[name]):
            value = held[name].value
            found.put(target, ranged(value) if target in _RANGED else value, held[name].span)
            found.taken.add(name)
    _dates(found, held)
    suffix = held.get("year-suffix")
    if suffix and _is_plain(suffix) and take_named(found, "year-suffix", suffix.value, suffix.span):
        found.taken.add("year-suffix")
    named, more = _custom(found, held.get("custom"))
    kind = named or type_of(
        found.record.kind, volumes="volumes" in found.values, volume="volume" in found.values
    )
    extra = [(name, _extra(raw)) for name, raw in left_over(found.record, found.taken)]
    return found.entry(kind, number, [*extra, *more])


def type_of(kind: str, *, volumes: bool, volume: bool) -> EntryType:
    """Give the type of an entry by its CSL type, and whether it counts or names a volume."""
    found = _TYPES.get(kind, EntryType.OTHER)
    return EntryType.MULTIVOLUME if found is EntryType.BOOK and volumes and not volume else found


def _custom(
    found: Collected, field: RecordField | None
) -> tuple[EntryType | None, list[tuple[str, str]]]:
    """Read what CSL keeps for fields it has no variable for: the type, and fields of ours."""
    given = json.loads(field.raw, strict=False) if field else None
    if field is None or not isinstance(given, dict):
        return None, []
    members = [
        (name, value)
        for name, held in given.items()
        for value in (held if isinstance(held, list) else [held])
    ]
    if not all(isinstance(value, str) for _, value in members):
        return None, []
    found.taken.add("custom")
    named = next((type_named(value) for name, value in members if name == ENTRY_TYPE), None)
    return named, [
        (name, value)
        for name, value in members
        if name != ENTRY_TYPE and not take_named(found, name, value, field.span)
    ]


def _is_plain(field: RecordField) -> bool:
    return not field.raw.startswith(("{", "[", "null"))


def _extra(raw: str) -> str:
    """Give a text as a text, everything else as its JSON."""
    value = json.loads(raw, strict=False)
    return value if isinstance(value, str) else raw


def _people(found: Collected, field: RecordField, target: str) -> None:
    given = json.loads(field.raw, strict=False)
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        return
    names = [name for each in given for name in [_name(each)] if name.family or name.literal]
    if names and names[-1].literal in ET_AL:
        found.and_others.add(target)
        names.pop()
    placed = []
    at = field.span.start
    for name in names:
        words = name.literal or name.family
        start = found.text.find(words, at, field.span.end)
        place = found.place(field.span)
        if start >= 0:
            at = start + len(words)
            place = type(place)(found.stream, start, at)
        placed.append(Name(name.family, name.given, name.literal, place, name.suffix))
    found.put_people(target, placed, field.span)
    found.taken.add(field.name)


def _name(given: dict[str, Any]) -> Name:
    def text(key: str) -> str:
        return " ".join(str(given.get(key) or "").split())

    family = " ".join(filter(None, (text("non-dropping-particle"), text("family"))))
    first = " ".join(filter(None, (text("given"), text("dropping-particle"))))
    if not family:
        return Name(literal=text("literal") or text("name") or first)
    return Name(family=family, given=first, suffix=text("suffix"))


def _dates(found: Collected, held: dict[str, RecordField]) -> None:
    if "issued" in held:
        text = _date(held["issued"])
        if text:
            take_date(found, text, held["issued"].span)
        if "year" in found.values:
            found.taken.add("issued")
    elif found.record.kind and "status" in held:
        take_date(found, held["status"].value, None)
    for name, target in _DATES.items():
        text = _date(held[name]) if name in held else ""
        iso = iso_date(text) if text else None
        if iso:
            found.put(target, iso, held[name].span)
            found.taken.add(name)


def _date(field: RecordField) -> str:
    """Give a date variable as EDTF ("2015-01/2015-02"), or in the words that it is given in."""
    value = json.loads(field.raw, strict=False)
    if isinstance(value, str | int):
        return _in_words(str(value))
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and all(isinstance(each, list) and each for each in parts):
        dates = ["-".join(_two(part, at) for at, part in enumerate(each)) for each in parts]
        return "/".join(dates)
    return _in_words(str(value.get("literal") or value.get("raw") or ""))


def _in_words(text: str) -> str:
    """Give a day in words as ISO ("8 July 1977"), where it is all that is said."""
    dates = find_dates(text)
    whole = len(dates) == 1 and not (text[: dates[0].start] + text[dates[0].end :]).strip(" .,")
    return dates[0].iso if whole else text


def _two(part: Any, at: int) -> str:
    text = str(part)
    return text.zfill(2) if at and text.isdigit() else text
