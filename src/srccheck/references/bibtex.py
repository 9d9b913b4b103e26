"""Records of a .bib as entries: the fields of BibTeX and biblatex."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from srccheck.references.bib_names import read_bib_names
from srccheck.references.fields import (
    Collected,
    first_of,
    iso_date,
    left_over,
    month_number,
    ranged,
    spaced,
    take_date,
    type_named,
)
from srccheck.references.model import Entry, EntryType, Name
from srccheck.text import Place, Span
from srccheck.text.records import Record, RecordField
from srccheck.values import dataclass

NO_ENTRY = frozenset({"xdata", "set", "control", "comment", "string", "preamble"})
"""Types of a .bib that describe no work."""

_TYPES = {
    "article": EntryType.ARTICLE, "suppperiodical": EntryType.ARTICLE, "review": EntryType.ARTICLE,
    "periodical": EntryType.JOURNAL_ISSUE,
    "book": EntryType.BOOK, "collection": EntryType.BOOK, "proceedings": EntryType.BOOK,
    "reference": EntryType.BOOK, "booklet": EntryType.BOOK, "manual": EntryType.BOOK,
    "mvbook": EntryType.MULTIVOLUME, "mvcollection": EntryType.MULTIVOLUME,
    "mvproceedings": EntryType.MULTIVOLUME, "mvreference": EntryType.MULTIVOLUME,
    "inbook": EntryType.CHAPTER, "incollection": EntryType.CHAPTER,
    "inproceedings": EntryType.CHAPTER, "conference": EntryType.CHAPTER,
    "inreference": EntryType.CHAPTER, "suppbook": EntryType.CHAPTER,
    "suppcollection": EntryType.CHAPTER, "bookinbook": EntryType.CHAPTER,
    "thesis": EntryType.THESIS, "phdthesis": EntryType.THESIS, "mastersthesis": EntryType.THESIS,
    "online": EntryType.WEB_DOCUMENT, "electronic": EntryType.WEB_DOCUMENT,
    "www": EntryType.WEB_DOCUMENT,
    "report": EntryType.REPORT, "techreport": EntryType.REPORT,
    "unpublished": EntryType.UNPUBLISHED, "letter": EntryType.UNPUBLISHED,
}  # fmt: skip

_PEOPLE = {"author": "authors", "editor": "editor", "translator": "translator"}
_PLAIN = {
    "series": "series", "edition": "edition", "volume": "volume", "volumes": "volumes",
    "pages": "pages", "pagetotal": "total_pages", "doi": "doi", "isbn": "isbn", "issn": "issn",
    "url": "url", "eprint": "eprint", "note": "note", "origtitle": "original_title",
    "eventtitle": "event",
}  # fmt: skip
PUBLISHERS = ("publisher", "institution", "school", "organization")
"""Fields for who publishes; the first that an entry has is its publisher."""
_CHOICES = {
    "publisher": PUBLISHERS,
    "place": ("location", "address"),
    "language": ("langid", "hyphenation", "language"),
    "original_date": ("origdate", "origyear"),
}
_RANGED = frozenset({"pages", "volume", "number", "volumes"})
_NEWSPAPERS = frozenset({EntryType.NEWSPAPER_ARTICLE, EntryType.NEWSPAPER_ISSUE})
_OF_ARCHIVE = {
    "archive": "title", "archive_translated": "titleaddon", "archive_abbreviation": "shorthand",
}  # fmt: skip
_VOLUMES = re.compile(
    r"""(?P<label>(?:[TtТт]|[Vv]ols?|[Vv]|Bde?|[ТтTt]т)\.)\s
        (?P<volumes>\d+(?:(?:,\s?|–|-)\d+)+)(?:;\s(?P<note>.*))?""",
    re.VERBOSE | re.DOTALL,
)
_PERIODICAL = frozenset({"article", "periodical", "suppperiodical", "review"})


def read_bibtex(
    records: Sequence[Record], stream: int, text: str, decode: Callable[[str], str]
) -> list[Entry]:
    """Give the entries of a .bib's records; ``text`` is their stream's, ``decode`` reads TeX."""
    by_key = {record.key.lower(): record for record in reversed(records) if record.key}
    works = [record for record in records if record.kind not in NO_ENTRY]
    return [
        _Reader(record, stream, text, by_key, decode).entry(number)
        for number, record in enumerate(works, 1)
    ]


def type_of(kind: str, *, volumes: bool, volume: bool) -> EntryType:
    """Give the type of an entry by that of a .bib, and whether it counts or names a volume."""
    found = _TYPES.get(kind, EntryType.OTHER)
    return EntryType.MULTIVOLUME if found is EntryType.BOOK and volumes and not volume else found


@dataclass(frozen=True, slots=True)
class _Held:
    """A field, and whether another entry lends it."""

    field: RecordField
    inherited: bool


class _Reader:
    """Reads one record."""

    def __init__(
        self,
        record: Record,
        stream: int,
        text: str,
        by_key: Mapping[str, Record],
        decode: Callable[[str], str],
    ) -> None:
        self.record, self.decode = record, decode
        self.found = Collected(record, stream, text)
        self.held = {name: _Held(each, False) for name, each in first_of(record).items()}
        self.named: EntryType | None = None
        for name, each in _lent(record, by_key).items():
            self.held.setdefault(name, _Held(each, True))

    def entry(self, number: int) -> Entry:
        """Give the record as an entry."""
        subtype = self.held.get("entrysubtype")
        self.named = type_named(subtype.field.value) if subtype else None
        if self.named:
            self.found.taken.add("entrysubtype")
        self._titles()
        for name, target in _PEOPLE.items():
            self._people(name, target)
        for name, target in _PLAIN.items():
            self._take(target, name)
        for target, names in _CHOICES.items():
            self._take(target, *names)
        if self._type() in _NEWSPAPERS:
            self._take("place", "journaltitleaddon", "titleaddon")
        self._number()
        self._volumes_of_note()
        self._dates()
        kind = self._type()
        return self.found.entry(kind, number, left_over(self.record, self.found.taken))

    def _take(self, target: str, *names: str) -> None:
        """Give the first of ``names`` that the record has to the field ``target``."""
        for name in names:
            held = self.held.get(name)
            if held is None or not held.field.value:
                continue
            value = ranged(held.field.value) if target in _RANGED else held.field.value
            self.found.put(target, value, held.field.span, inherited=held.inherited)
            if not held.inherited:
                self.found.taken.add(name)
            return

    def _titles(self) -> None:
        """Read the titles: a periodical's own is its container's, as in a reference list."""
        if self.named is EntryType.ARCHIVE:
            for target, name in _OF_ARCHIVE.items():
                self._take(target, name)
            return
        if self.record.kind == "periodical" and "journaltitle" not in self.held:
            self._title("container", "title", "subtitle")
            self._title("title", "issuetitle", "issuesubtitle")
        else:
            self._title("title", "title", "subtitle")
        if self.record.kind not in _PARTS:
            self._title("title", "maintitle", "mainsubtitle")
        journal = "journaltitle" if "journaltitle" in self.held else "journal"
        self._title("container", journal, "journalsubtitle")
        self._title("container", "booktitle", "booksubtitle")
        if self.record.kind in _PARTS:
            self._title("container", "maintitle", "mainsubtitle")
        if _TYPES.get(self.record.kind) is EntryType.WEB_DOCUMENT:
            self._take("container", "titleaddon")

    def _title(self, target: str, main: str, sub: str) -> None:
        held, more = self.held.get(main), self.held.get(sub)
        if held is None or target in self.found.values:
            return
        subtitle = more if more and (held.inherited or not more.inherited) else None
        value = spaced(held.field.value, subtitle.field.value if subtitle else None)
        self.found.put(target, value, held.field.span, inherited=held.inherited)
        if not held.inherited:
            self.found.taken.add(main)
        if subtitle and not subtitle.inherited:
            self.found.taken.add(sub)
            self.found.put_place(f"{target}.sub", subtitle.field.span, inherited=False)

    def _people(self, name: str, target: str) -> None:
        held = self.held.get(name)
        if held is None:
            return
        people, others = read_bib_names(held.field.raw, self.decode)
        span = held.field.span
        if not held.inherited:
            self.found.taken.add(name)
            people = _placed(people, self.found, span)
        if others:
            self.found.and_others.add(target)
        self.found.put_people(target, people, span, inherited=held.inherited)

    def _number(self) -> None:
        if self.record.kind in _PERIODICAL or "series" not in self.held:
            self._take("number", "number", "issue")
        else:
            self._take("series_number", "number")

    def _volumes_of_note(self) -> None:
        """Read a list of volumes, which biblatex has no field for: a note "T. 8, 22"."""
        note = self.found.values.get("note")
        match = _VOLUMES.fullmatch(note) if note and "volume" not in self.found.values else None
        if match is None:
            return
        place = self.found.places.get("note")
        self.found.put("volume", ranged(match["volumes"]), place.span if place else None)
        self.found.put("volume_label", match["label"], None)
        self.found.places.pop("note", None)
        self.found.values.pop("note")
        if match["note"]:
            self.found.put("note", match["note"], place.span if place else None)

    def _dates(self) -> None:
        held = self.held.get("date") or self.held.get("year")
        if held:
            name = held.field.name
            year = held.field.value
            month = self.held.get("month")
            number = month_number(month.field.value) if month and name == "year" else None
            if number and year.isdigit() and month:
                year = f"{year}-{number:02}"
                self.found.taken.add("month")
                day = self.held.get("day")
                if day and day.field.value.isdigit():
                    year += f"-{int(day.field.value):02}"
                    self.found.taken.add("day")
            take_date(self.found, year, held.field.span, inherited=held.inherited)
            if not held.inherited and "year" in self.found.values:
                self.found.taken.add(name)
        elif "pubstate" in self.held:
            state = self.held["pubstate"].field.value
            take_date(self.found, state, None)
            if self.found.values.get("year") == state:
                self.found.taken.add("pubstate")
        for target, name in (("accessed", "urldate"), ("event_date", "eventdate")):
            held = self.held.get(name)
            iso = iso_date(held.field.value) if held else None
            if held and iso:
                self.found.put(target, iso, held.field.span, inherited=held.inherited)
                self.found.taken.add(name)

    def _type(self) -> EntryType:
        if self.named:
            return self.named
        kind = type_of(
            self.record.kind,
            volumes="volumes" in self.found.values,
            volume="volume" in self.found.values,
        )
        subtype = self.held.get("entrysubtype")
        if kind is EntryType.ARTICLE and subtype and subtype.field.value == "newspaper":
            return EntryType.NEWSPAPER_ARTICLE
        return kind


def _placed(people: list[Name], found: Collected, span: Span) -> list[Name]:
    """Give each name the place where its words stand in the field."""
    placed = []
    at = span.start
    for name in people:
        words = [word for word in (name.literal, name.family, name.given) if word]
        starts = [found.text.find(word, at, span.end) for word in words]
        if not starts or min(starts) < 0:
            placed.append(Name(name.family, name.given, name.literal, found.place(span),
                               name.suffix))  # fmt: skip
            continue
        ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
        place = Place(found.stream, min(starts), max(ends))
        placed.append(Name(name.family, name.given, name.literal, place, name.suffix))
        at = max(ends)
    return placed


MOST_LENDERS = 5
_NEVER_LENT = frozenset(
    {
        "ids",
        "crossref",
        "xref",
        "entryset",
        "entrysubtype",
        "execute",
        "label",
        "options",
        "presort",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "shorthand",
        "shorthandintro",
        "sortkey",
        "keywords",
        "annotation",
        "abstract",
        "file",
        "xdata",
    }
)
_IN_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_IN_JOURNAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_IN_SET = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_PARTS = frozenset({
    "inbook", "incollection", "inproceedings", "inreference", "suppbook", "suppcollection",
    "bookinbook", "conference",
})  # fmt: skip


def _lent(
    record: Record, by_key: Mapping[str, Record], seen: frozenset[str] = frozenset()
) -> dict[str, RecordField]:
    """Give the fields that ``crossref`` and ``xdata`` lend a record, as biblatex inherits them.

    ``seen`` are the keys on the way here; a chain is followed MOST_LENDERS entries deep.
    """
    held = first_of(record)
    lent: dict[str, RecordField] = {}
    if len(seen) >= MOST_LENDERS:
        return lent
    for name in ("xdata", "crossref"):
        keys = held[name].value.split(",") if name in held else []
        for key in keys[:MOST_LENDERS]:
            parent = by_key.get(key.strip().lower())
            if parent is None or parent is record or parent.key in seen:
                continue
            renamed = _renamed(record.kind, parent.kind) if name == "crossref" else {}
            every = _lent(parent, by_key, seen | {record.key}) | first_of(parent)
            for field, each in every.items():
                if field in _NEVER_LENT:
                    continue
                if renamed and field == "author" and record.kind != "inbook":
                    continue
                lent.setdefault(renamed.get(field, field), each)
    return lent


def _renamed(child: str, parent: str) -> Mapping[str, str]:
    if child in _PERIODICAL:
        return _IN_JOURNAL
    if parent.startswith("mv"):
        return _IN_SET
    return _IN_BOOK if child in _PARTS else {}
