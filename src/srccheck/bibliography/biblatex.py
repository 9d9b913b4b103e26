"""Entries as biblatex and as BibTeX.

The types and fields are those of biblatex's own data model, which `biber --validate-datamodel`
holds a file to: a span of years is ``date = {1971/1982}``; ``volume`` is an integer there, so that
a list of volumes goes to ``note`` with its label; the name of a site is ``titleaddon``, as in
Zotero's export; a newspaper's town is ``journaltitleaddon`` or ``titleaddon``. What a type has no
field for is written all the same: nothing is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from srccheck.bibliography import tex
from srccheck.bibliography.crosswalk import EXTRA_TO_BIBLATEX, langid_of
from srccheck.readers.bib import MONTH_STRINGS
from srccheck.references import Entry, EntryType
from srccheck.references.bibtex import PUBLISHERS, type_of
from srccheck.values import dataclass

Fields = list[tuple[str, str]]  # names, and values as TeX

ORIGIN = "bibtex"
"""What the reader of a .bib calls its format."""

_TYPES = {
    EntryType.BOOK: "book", EntryType.MULTIVOLUME: "mvbook", EntryType.ARTICLE: "article",
    EntryType.CHAPTER: "incollection", EntryType.JOURNAL_ISSUE: "periodical",
    EntryType.NEWSPAPER_ISSUE: "periodical", EntryType.NEWSPAPER_ARTICLE: "article",
    EntryType.THESIS: "thesis", EntryType.WEBSITE: "online", EntryType.WEB_DOCUMENT: "online",
    EntryType.WEB_ARTICLE: "online", EntryType.REPORT: "report",
    EntryType.UNPUBLISHED: "unpublished", EntryType.ARCHIVE: "misc", EntryType.OTHER: "misc",
}  # fmt: skip
NEWSPAPER = "newspaper"
_PERIODICAL = frozenset({"article", "suppperiodical", "review"})
_IN_INSTITUTIONS = {
    "thesis": "institution", "report": "institution", "phdthesis": "school",
    "mastersthesis": "school", "techreport": "institution", "online": "organization",
    "misc": "organization", "unpublished": "organization",
}  # fmt: skip
_MULTI = frozenset({"mvbook", "mvcollection", "mvproceedings", "mvreference"})
_EDTF = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?(?:/(?:-?\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?)?)?")
_LIST_OF_VOLUMES = re.compile(r"\d+(?:(?:,\s?|–)\d+)+")
_NAME_UNSAFE = re.compile(r"[^A-Za-z0-9_+-]")
_KEY_UNSAFE = re.compile(r"[\s,={}\"#%~\\()']+")


@dataclass(frozen=True, slots=True)
class BibItem:
    """An entry ready to be written: its type, key, and fields in TeX."""

    kind: str
    key: str
    fields: tuple[tuple[str, str], ...]

    def text(self) -> str:
        """Give the entry as it stands in a file, a field a line, names in one column."""
        width = max((len(name) for name, _ in self.fields), default=0)
        lines = [f"  {name:<{width}} = {_value(name, value)}," for name, value in self.fields]
        return "\n".join([f"@{self.kind}{{{self.key},", *lines, "}"])


def _value(name: str, value: str) -> str:
    """Put a value into braces; a month is the name of a string that BibTeX styles define."""
    bare = name == "month" and value in MONTH_STRINGS
    return value if bare else tex.braced(value)


def safe_key(text: str) -> str:
    """Give a key that every BibTeX reads; what it may not hold becomes a hyphen."""
    return _KEY_UNSAFE.sub("-", text).strip("-") or "entry"


def to_biblatex(entry: Entry, key: str, origin: str = "") -> BibItem:
    """Give an entry as biblatex; ``origin`` is the format of the file it was read from."""
    own = origin == ORIGIN
    kind = entry.source_type if own and entry.source_type else _kind_of(entry)
    return BibItem(kind, key, tuple(_fields(entry, kind, own=own)))


def _kind_of(entry: Entry) -> str:
    if entry.type is EntryType.MULTIVOLUME and entry.container:
        return "inbook"
    return _TYPES[entry.type]


def _fields(entry: Entry, kind: str, *, own: bool) -> Iterator[tuple[str, str]]:
    for name, value in _all_fields(entry, kind, own=own):
        if value:
            yield name, value


def _all_fields(entry: Entry, kind: str, *, own: bool) -> Iterator[tuple[str, str]]:
    """Give the fields in the order people look for them; empty ones among them."""
    yield "entrysubtype", _subtype(entry, kind)
    yield "author", tex.names(entry.authors, others="authors" in entry.and_others)
    yield "editor", tex.names(entry.editors, others="editor" in entry.and_others)
    yield "translator", tex.names(entry.translators, others="translator" in entry.and_others)
    yield from _titles(entry, kind)
    yield from _dates(entry, own=own)
    yield from _numbers(entry, kind, own=own)
    yield from _imprint(entry, kind)
    yield "doi", tex.verbatim(entry.doi or "")
    yield "isbn", tex.escaped(entry.isbn or "")
    yield "issn", tex.escaped(entry.issn or "")
    yield "eprint", tex.verbatim(entry.eprint or "")
    yield "url", tex.verbatim(entry.url or "")
    yield "urldate", entry.accessed or ""
    yield "langid", tex.escaped(langid_of(entry.language))
    yield "origtitle", tex.escaped(entry.original_title or "")
    origin = _edtf(entry.original_date)
    yield "origdate" if origin else "origyear", origin or tex.escaped(entry.original_date or "")
    yield "eventtitle", tex.escaped(entry.event or "")
    yield "eventdate", _edtf(entry.event_date)
    yield "note", _note(entry, own=own)
    yield from _extra(entry, own=own)


def _subtype(entry: Entry, kind: str) -> str:
    """Give the subtype that tells what the type alone does not."""
    named = dict(entry.extra).get("entrysubtype")
    if (
        named is not None
        or type_of(kind, volumes=bool(entry.volumes), volume=bool(entry.volume)) is entry.type
    ):
        return ""
    if entry.type is EntryType.NEWSPAPER_ARTICLE and kind == "article":
        return NEWSPAPER
    return entry.type.value


def _titles(entry: Entry, kind: str) -> Iterator[tuple[str, str]]:
    title, container = tex.escaped(entry.title or ""), tex.escaped(entry.container or "")
    if entry.type is EntryType.ARCHIVE:
        yield "title", tex.escaped(entry.archive or "") or title
        yield "titleaddon", tex.escaped(entry.archive_translated or "")
        yield "shorthand", tex.escaped(entry.archive_abbreviation or "")
        return
    if kind == "periodical":
        yield "title", container or title
        yield "issuetitle", title if container else ""
        return
    # A volume without a title of its own has its set's, and its subtitle is not the set's.
    alone = any(name == "subtitle" for name, _ in entry.extra)
    yield "maintitle" if alone else "title", title
    if kind in _PERIODICAL:
        yield "journaltitle", container
    elif kind == "online":
        yield "titleaddon", container
    else:
        yield "booktitle", container


def _dates(entry: Entry, *, own: bool) -> Iterator[tuple[str, str]]:
    date = _edtf(entry.date or entry.year)
    yield "date", date
    if not date:
        yield (
            "pubstate" if not own and not entry.year_first else "year",
            tex.escaped((entry.year or "") + (entry.suffix or "")),
        )


def _edtf(date: str | None) -> str:
    """Give a date of ours as EDTF: "1971–1982" is 1971/1982; what is none there is empty."""
    text = (date or "").replace("–", "/")
    return text if _EDTF.fullmatch(text) else ""


def _numbers(entry: Entry, kind: str, *, own: bool) -> Iterator[tuple[str, str]]:
    yield "edition", tex.escaped(entry.edition or "")
    if not _is_noted(entry, own=own):
        yield "volume", _dashed(entry.volume)
    yield "volumes", _dashed(entry.volumes)
    if entry.series or kind not in ("book", *_MULTI):
        yield "series", tex.escaped(entry.series or "")
    if entry.series_number and not entry.number:
        yield "number", _dashed(entry.series_number)
    else:
        yield "number", _dashed(entry.number)
    yield "pages", _dashed(entry.pages)
    yield "pagetotal", _dashed(entry.total_pages)


def _imprint(entry: Entry, kind: str) -> Iterator[tuple[str, str]]:
    town = "location"
    if entry.type is EntryType.NEWSPAPER_ISSUE and kind == "periodical":
        town = "titleaddon"
    elif entry.type is EntryType.NEWSPAPER_ARTICLE and kind == "article":
        town = "journaltitleaddon"
    yield town, tex.escaped(entry.place_name or "")
    named = {name for name, _ in entry.extra}
    houses = (_IN_INSTITUTIONS.get(kind, "publisher"), *PUBLISHERS)
    yield next(each for each in houses if each not in named), tex.escaped(entry.publisher or "")


def _is_noted(entry: Entry, *, own: bool) -> bool:
    """Tell a list of volumes, which is a note; a .bib that had it in ``volume`` keeps it there."""
    return (
        not (own and entry.volume_label is None)
        and _LIST_OF_VOLUMES.fullmatch(entry.volume or "") is not None
    )


def _note(entry: Entry, *, own: bool) -> str:
    """Give the note; before it a list of volumes, for which there is no field."""
    volumes = ""
    if _is_noted(entry, own=own):
        volumes = f"{entry.volume_label or 'Vols.'} {entry.volume}"
    return tex.escaped("; ".join(part for part in (volumes, entry.note) if part))


def _dashed(numbers: str | None) -> str:
    return tex.escaped(numbers or "").replace("–", "--")


def _extra(entry: Entry, *, own: bool) -> Iterator[tuple[str, str]]:
    """Give what the entry had beyond our fields; a .bib's own is TeX already.

    Keywords that another format has one by one are one field.
    """
    keywords = [value for name, value in entry.extra if name == "KW" and not own]
    for name, value in entry.extra:
        if own:
            yield name, value
        elif name == "KW":
            if keywords:
                yield "keywords", tex.escaped(", ".join(keywords))
            keywords = []
        else:
            yield EXTRA_TO_BIBLATEX.get(name, _NAME_UNSAFE.sub("", name)), tex.escaped(value)
