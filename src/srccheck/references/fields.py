"""An entry out of the fields of a record (.bib, CSL-JSON, RIS): what the three mappings share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field

from srccheck.references.dates import MONTHS
from srccheck.references.model import AuthorSource, Entry, EntryType, Name
from srccheck.references.years import ends_of
from srccheck.text import Place, Span
from srccheck.text.records import Record, RecordField
from srccheck.values import dataclass

_DASHES = str.maketrans("-—‑−‒", "–––––")
_YEARS = re.compile(
    r"(?<![\d-])(?P<year>-?\d{4}(?:\s?[-–—‑/]{1,3}\s?(?:\d{4}|\d\d)(?!\d))?)(?P<suffix>[a-z](?!\w))?"
)
_ISO = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?(?:T[\d:.+-]*Z?)?[~?%]?"
)
_NO_DATE = re.compile(r"n\.?\s?d\.?|s\.\s?d\.|o\.\s?J\.|б\.\s?г\.|nodate|undated", re.IGNORECASE)
_TO_COME = re.compile(
    r"forthcoming|in\s?press|to\sappear|im\sErscheinen|в\sпечати|готовится", re.IGNORECASE
)
_STOP = re.compile(r"[.?!:;…][\"”»’')]*$")


@dataclass(slots=True)
class Collected:
    """The attributes of an entry while its fields are read.

    ``values`` and ``people`` are keyed by the field's JSON name, ``taken`` holds the names of the
    record's fields that have been understood.
    """

    record: Record
    stream: int
    text: str
    values: dict[str, str] = field(default_factory=dict)
    people: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    inherited: set[str] = field(default_factory=set)
    and_others: set[str] = field(default_factory=set)

    def put(self, name: str, value: str, span: Span | None, *, inherited: bool = False) -> None:
        """Give ``value`` to the field ``name`` unless it has one."""
        value = value.strip()
        if not value or name in self.values:
            return
        self.values[name] = value
        self.put_place(name, span, inherited=inherited)

    def put_people(
        self, name: str, people: Sequence[Name], span: Span | None, *, inherited: bool = False
    ) -> None:
        """Give persons to the field ``name`` unless it has some."""
        if people and name not in self.people:
            self.people[name] = tuple(people)
            self.put_place(name, span, inherited=inherited)

    def put_place(self, name: str, span: Span | None, *, inherited: bool) -> None:
        """Note where a field stands; one that stands in another entry has no place in this one."""
        if inherited:
            self.inherited.add(name)
        elif span is not None:
            self.places[name] = self.place(span)

    def place(self, span: Span) -> Place:
        """Give a range of the stream as a place."""
        return Place(self.stream, span.start, span.end)

    def entry(self, kind: EntryType, number: int, extra: Iterable[tuple[str, str]]) -> Entry:
        """Make the entry; its id comes later."""
        if kind is EntryType.ARCHIVE and "archive" not in self.values and "title" in self.values:
            self.values["archive"] = self.values.pop("title")
            if "title" in self.places:
                self.places["archive"] = self.places.pop("title")
        get = self.values.get
        if self.record.key:
            self.places["key"] = self.place(self.record.key_span)
        year = get("year")
        first, last = ends_of(year) if year and year.lstrip("-")[:1].isdigit() else (None, None)
        authors = self.people.get("authors", ())
        return Entry(
            id="",
            type=kind,
            place=self.place(self.record.span),
            number_in_list=number,
            authors=authors,
            author_source=AuthorSource.EXPLICIT if authors else AuthorSource.NONE,
            editors=self.people.get("editor", ()),
            year=year,
            year_first=first,
            year_last=last,
            suffix=get("suffix"),
            title=get("title"),
            container=get("container"),
            volume=get("volume"),
            number=get("number"),
            pages=get("pages"),
            place_name=get("place"),
            publisher=get("publisher"),
            date=get("date"),
            url=get("url"),
            accessed=get("accessed"),
            edition=get("edition"),
            key=self.record.key or None,
            source_type=self.record.kind,
            translators=self.people.get("translator", ()),
            series=get("series"),
            series_number=get("series_number"),
            volumes=get("volumes"),
            total_pages=get("total_pages"),
            doi=get("doi"),
            isbn=get("isbn"),
            issn=get("issn"),
            eprint=get("eprint"),
            language=get("language"),
            original_title=get("original_title"),
            original_date=get("original_date"),
            event=get("event"),
            event_date=get("event_date"),
            note=get("note"),
            archive=get("archive"),
            archive_translated=get("archive_translated"),
            archive_abbreviation=get("archive_abbreviation"),
            volume_label=get("volume_label"),
            extra=tuple(extra),
            inherited=tuple(sorted(self.inherited)),
            and_others=tuple(sorted(self.and_others)),
            fields=tuple(sorted(self.places.items(), key=lambda item: item[1].start)),
        )


ET_AL = frozenset({"et al.", "et al", "and others", "others", "и др.", "u. a."})
"""What stands at the end of a list of persons that leaves some out."""

ENTRY_TYPE = "entry-type"
"""Where a format has no word for a type of ours, it stands under this name."""

_NAMED = {
    "year-suffix": "suffix", "series-number": "series_number", "total-pages": "total_pages",
    "event": "event", "event-date": "event_date", "eprint": "eprint", "date": "date",
    "volume-label": "volume_label", "original-date": "original_date",
    "archive-translated": "archive_translated", "archive-abbreviation": "archive_abbreviation",
}  # fmt: skip
NAMES_OF_FIELDS = {field: name for name, field in _NAMED.items()}
"""Fields of an entry that a format may lack, by the names that they then go by in it: a member of
``custom`` in CSL-JSON, a note "name: value" in RIS."""


def take_named(found: Collected, name: str, value: str, span: Span | None) -> bool:
    """Take a field that goes by a name of ours; tell whether it is one."""
    target = _NAMED.get(name)
    if target is None or target in found.values or (target == "date" and "/" not in value):
        return False
    found.put(target, value, span)
    return True


def type_named(value: str) -> EntryType | None:
    """Give the type of an entry by our own word for it."""
    return EntryType(value) if value in set(EntryType) else None


def spaced(*parts: str | None) -> str:
    """Join title and subtitle: a colon between them unless the first ends in a mark of its own."""
    text = ""
    for part in parts:
        if part and text:
            text += " " + part if _STOP.search(text) else ": " + part
        else:
            text = text or part or ""
    return text


def take_date(found: Collected, value: str, span: Span | None, *, inherited: bool = False) -> None:
    """Read a date or a year into "year", "suffix" and, where it has a month, "date"."""
    value = value.strip()
    dates = _edtf(value)
    if dates:
        first, last = dates[0], dates[-1]
        year = first["year"] if len(dates) == 1 else f"{first['year']}–{last['year']}"
        found.put("year", first["year"] if first["year"] == last["year"] else year, span,
                  inherited=inherited)  # fmt: skip
        if first["month"]:
            iso = iso_of(first) if len(dates) == 1 else f"{iso_of(first)}/{iso_of(last)}"
            found.put("date", iso, span, inherited=inherited)
        return
    if _TO_COME.search(value):
        found.put("year", "forthcoming", span, inherited=inherited)
        return
    match = _YEARS.search(value)
    if match:
        year = re.sub(r"\s?[-–—‑]{1,3}\s?", "–", match["year"]).translate(_DASHES)
        found.put("year", year, span, inherited=inherited)
        if match["suffix"]:
            found.put("suffix", match["suffix"], span, inherited=inherited)
    elif _NO_DATE.search(value):
        found.put("year", "n.d.", span, inherited=inherited)


def iso_date(value: str) -> str | None:
    """Give a date of ISO or EDTF form with two figures a month: "2010-6-27" is 2010-06-27."""
    dates = _edtf(value.strip())
    return "/".join(iso_of(date) for date in dates) if dates else None


def iso_of(date: re.Match[str]) -> str:
    """Give the ISO form of one matched date."""
    parts = [date["year"]]
    parts += [f"{int(date[part]):02}" for part in ("month", "day") if date[part]]
    return "-".join(parts)


def month_number(value: str) -> int | None:
    """Give a month's number: "10", "oct", "October", "октябрь"."""
    value = value.strip().strip(".").lower()
    if value.isdigit():
        return int(value) if 1 <= int(value) <= 12 else None
    return MONTHS.get(value)


def ranged(value: str) -> str:
    """Give numbers with en dashes: "58--65" and "58-65" are 58–65."""
    return re.sub(r"(?<=\w)\s?(?:-{1,3}|[‐‑‒–—−])\s?(?=\w)", "–", value.strip())


def left_over(record: Record, taken: Iterable[str]) -> list[tuple[str, str]]:
    """Give the fields of a record that nothing took, as the file has them."""
    known = set(taken)
    return [(each.name, each.raw.strip()) for each in record.fields if each.name not in known]


def first_of(record: Record) -> dict[str, RecordField]:
    """Give the fields of a record by name; of one that stands twice, the first."""
    held: dict[str, RecordField] = {}
    for each in record.fields:
        held.setdefault(each.name, each)
    return held


def _edtf(value: str) -> list[re.Match[str]]:
    """Give one or two dates of "1971", "1971-05-03", "1971/1982", "2015-01/2015-02"; else none."""
    dates: list[re.Match[str]] = []
    for part in value.split("/"):
        match = _ISO.fullmatch(part.strip())
        if match is None or not 0 < int(match["month"] or 1) < 13:
            if part.strip() in {"", ".."} and dates:
                continue
            return []
        dates.append(match)
    return dates[:2]
