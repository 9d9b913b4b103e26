"""Entries as CSL-JSON (CSL 1.0.2), which Zotero, pandoc and citeproc read.

A field that CSL has no variable for is a member of ``custom``, the schema's own place for such.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from srccheck.bibliography.crosswalk import code_of, csl_variable
from srccheck.bibliography.tex import plain_text
from srccheck.references import Entry, EntryType, Name
from srccheck.references.csl import type_of
from srccheck.references.fields import ENTRY_TYPE, NAMES_OF_FIELDS

Json = dict[str, Any]

ORIGIN = "csl-json"

_TYPES = {
    EntryType.BOOK: "book", EntryType.MULTIVOLUME: "book", EntryType.ARTICLE: "article-journal",
    EntryType.CHAPTER: "chapter", EntryType.JOURNAL_ISSUE: "periodical",
    EntryType.NEWSPAPER_ISSUE: "periodical", EntryType.NEWSPAPER_ARTICLE: "article-newspaper",
    EntryType.THESIS: "thesis", EntryType.WEBSITE: "webpage", EntryType.WEB_DOCUMENT: "webpage",
    EntryType.WEB_ARTICLE: "webpage", EntryType.REPORT: "report",
    EntryType.UNPUBLISHED: "manuscript", EntryType.ARCHIVE: "collection",
    EntryType.OTHER: "document",
}  # fmt: skip
_BIB_TYPES = {
    "inproceedings": "paper-conference", "inreference": "entry-encyclopedia", "review": "review",
    "online": "webpage", "letter": "personal_communication", "patent": "patent", "music": "song",
    "audio": "song", "video": "motion_picture", "movie": "motion_picture", "artwork": "graphic",
    "image": "graphic", "legislation": "legislation", "jurisdiction": "legal_case",
    "dataset": "dataset", "software": "software", "performance": "performance",
    "standard": "standard", "booklet": "pamphlet",
}  # fmt: skip
_PLAIN = (
    ("title", "title"), ("container", "container-title"), ("series", "collection-title"),
    ("series_number", "collection-number"), ("publisher", "publisher"),
    ("place_name", "publisher-place"), ("edition", "edition"), ("volume", "volume"),
    ("volumes", "number-of-volumes"), ("pages", "page"), ("total_pages", "number-of-pages"),
    ("doi", "DOI"), ("isbn", "ISBN"), ("issn", "ISSN"), ("url", "URL"),
    ("original_title", "original-title"), ("event", "event-title"),
)  # fmt: skip
_ISSUES = frozenset({"article-journal", "article-magazine", "article-newspaper", "periodical",
                     "article", "review", "review-book"})  # fmt: skip
_VARIABLES = frozenset(
    [
        "abstract",
        "annote",
        "archive",
        "archive_collection",
        "archive_location",
        "archive-place",
        "authority",
        "available-date",
        "call-number",
        "categories",
        "chair",
        "chapter-number",
        "citation-key",
        "citation-label",
        "citation-number",
        "collection-editor",
        "compiler",
        "composer",
        "container-author",
        "container-title-short",
        "contributor",
        "curator",
        "dimensions",
        "director",
        "division",
        "DOI",
        "edition",
        "editorial-director",
        "editor-translator",
        "event",
        "event-place",
        "executive-producer",
        "first-reference-note-number",
        "genre",
        "guest",
        "host",
        "illustrator",
        "interviewer",
        "journalAbbreviation",
        "jurisdiction",
        "keyword",
        "language",
        "locator",
        "medium",
        "narrator",
        "number",
        "organizer",
        "original-author",
        "original-publisher",
        "original-publisher-place",
        "page-first",
        "part-number",
        "part-title",
        "performer",
        "PMCID",
        "PMID",
        "printing-number",
        "producer",
        "publisher",
        "recipient",
        "references",
        "reviewed-author",
        "reviewed-genre",
        "reviewed-title",
        "scale",
        "script-writer",
        "section",
        "series-creator",
        "shortTitle",
        "source",
        "status",
        "submitted",
        "supplement-number",
        "title-short",
        "version",
        "volume-title",
        "volume-title-short",
        "year-suffix",
    ]
)
_DATE = re.compile(r"(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def csl_json(items: Iterable[Json]) -> str:
    """Give items as one file."""
    return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"


def to_csl(entry: Entry, key: str, origin: str = "") -> Json:
    """Give an entry as an item of CSL-JSON; ``origin`` is the format it was read from."""
    own = origin == ORIGIN
    kind = entry.source_type if own and entry.source_type else _kind_of(entry)
    item: Json = {"id": key, "type": kind}
    item.update(_people(entry))
    for field, variable in _PLAIN:
        value = getattr(entry, field)
        if value:
            item[variable] = value
    if entry.type is EntryType.ARCHIVE and entry.archive:
        item["title"] = entry.archive
    if entry.number:
        item["issue" if kind in _ISSUES else "number"] = entry.number
    item.update(_dates(entry))
    if entry.language:
        item["language"] = entry.language if own else code_of(entry.language)
    if entry.suffix:
        item["year-suffix"] = entry.suffix
    custom: Json = dict(_custom(entry, kind))
    _add_extra(entry, item, custom, own=own)
    if custom:
        item["custom"] = custom
    return item


def _kind_of(entry: Entry) -> str:
    return _BIB_TYPES.get(entry.source_type or "") or _TYPES[entry.type]


def _people(entry: Entry) -> Iterator[tuple[str, list[Json]]]:
    for variable, people, field in (
        ("author", entry.authors, "authors"),
        ("editor", entry.editors, "editor"),
        ("translator", entry.translators, "translator"),
    ):
        names = [_name(each) for each in people]
        if field in entry.and_others:
            names.append({"literal": "et al."})
        if names:
            yield variable, names


def _name(name: Name) -> Json:
    if not name.family:
        return {"literal": name.literal}
    parts = (("family", name.family), ("given", name.given), ("suffix", name.suffix))
    return {key: value for key, value in parts if value}


def _dates(entry: Entry) -> Iterator[tuple[str, Json]]:
    issued = date_parts(entry.date or entry.year)
    if issued:
        yield "issued", issued
    for variable, value in (
        ("accessed", entry.accessed),
        ("original-date", entry.original_date),
        ("event-date", entry.event_date),
    ):
        parts = date_parts(value)
        if value and parts and "literal" not in parts and not value.endswith("/"):
            yield variable, parts


def date_parts(date: str | None) -> Json | None:
    """Give a date of ours in CSL's form: "1971–1982" has two, "forthcoming" is literal."""
    if not date:
        return None
    found = [_DATE.fullmatch(each) for each in re.split("[/–]", date.removesuffix("/"))]
    if not all(found):
        return {"literal": date}
    return {"date-parts": [[int(part) for part in each.groups() if part] for each in found if each]}


def _custom(entry: Entry, kind: str) -> Iterator[tuple[str, str]]:
    """Give the type where CSL's says something else, and the fields that CSL has not."""
    if type_of(kind, volumes=bool(entry.volumes), volume=bool(entry.volume)) is not entry.type:
        yield ENTRY_TYPE, entry.type.value
    for field in ("eprint", "volume_label", "archive_translated", "archive_abbreviation"):
        value = getattr(entry, field)
        if value:
            yield NAMES_OF_FIELDS[field], value
    for field in ("original_date", "event_date"):
        value = getattr(entry, field)
        if value and (value.endswith("/") or "literal" in (date_parts(value) or {})):
            yield NAMES_OF_FIELDS[field], value


def _add_extra(entry: Entry, item: Json, custom: Json, *, own: bool) -> None:
    """Put what is left into its variable, or under its own name into ``custom``.

    The schema knows no other variables: one that a file had in their place goes there as well.
    """
    if entry.note:
        item["note"] = entry.note
    for name, value in entry.extra:
        variable = (name if name in _VARIABLES else None) if own else csl_variable(name)
        if variable and variable not in item:
            item[variable] = _decoded(value) if own else plain_text(value)
        elif name in custom:  # a field that stands twice
            held = custom[name]
            custom[name] = [*(held if isinstance(held, list) else [held]), value]
        else:
            custom[name] = value


def _decoded(value: str) -> Any:
    """Give a value that the entry keeps as JSON as what it is."""
    if value[:1] not in ("{", "["):
        return value
    try:
        return json.loads(value, strict=False)
    except ValueError:
        return value
