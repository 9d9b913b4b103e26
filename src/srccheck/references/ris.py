"""Records of a RIS file as entries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from srccheck.references.fields import (
    ENTRY_TYPE,
    ET_AL,
    Collected,
    iso_date,
    ranged,
    take_date,
    take_named,
    type_named,
)
from srccheck.references.model import Entry, EntryType, Name
from srccheck.text import Span
from srccheck.text.records import Record, RecordField

_TYPES = {
    "JOUR": EntryType.ARTICLE, "MGZN": EntryType.ARTICLE, "EJOUR": EntryType.ARTICLE,
    "NEWS": EntryType.NEWSPAPER_ARTICLE, "BOOK": EntryType.BOOK, "EBOOK": EntryType.BOOK,
    "EDBOOK": EntryType.BOOK, "CHAP": EntryType.CHAPTER, "ECHAP": EntryType.CHAPTER,
    "CPAPER": EntryType.CHAPTER, "CONF": EntryType.BOOK, "ENCYC": EntryType.CHAPTER,
    "DICT": EntryType.CHAPTER, "THES": EntryType.THESIS, "RPRT": EntryType.REPORT,
    "UNPB": EntryType.UNPUBLISHED, "MANSCPT": EntryType.UNPUBLISHED,
    "PCOMM": EntryType.UNPUBLISHED, "ELEC": EntryType.WEB_DOCUMENT, "BLOG": EntryType.WEB_DOCUMENT,
    "WEB": EntryType.WEB_DOCUMENT,
}  # fmt: skip
_PARTS = frozenset({EntryType.CHAPTER})
_SERIALS = frozenset({EntryType.ARTICLE, EntryType.NEWSPAPER_ARTICLE, EntryType.WEB_DOCUMENT})
_PLAIN = {
    "title": ("TI", "T1", "CT"), "publisher": ("PB",), "place": ("CY", "PP"), "volume": ("VL",),
    "volumes": ("NV",), "number": ("IS",), "edition": ("ET",), "doi": ("DO",), "url": ("UR",),
    "language": ("LA",), "original_title": ("OT",), "note": ("N1",), "original_date": ("OP",),
}  # fmt: skip
_RANGED = frozenset({"volume", "number", "volumes"})
_DATE = re.compile(r"(?P<year>\d{4})/(?P<month>\d{1,2})?/?(?P<day>\d{1,2})?/?.*")
_NAMED_NOTE = re.compile(r"(?P<name>[a-z_][a-z0-9_-]*): (?P<value>.+)", re.DOTALL)
_HTML = re.compile(r"</?(?:p|div|br|span|i|b|u|em|strong|a|ul|ol|li|h\d|blockquote)\b[^<>]*>")
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx](?:[\s,;(]|$)")


def read_ris_records(records: Sequence[Record], stream: int, text: str) -> list[Entry]:
    """Give the entries of a RIS file's records; ``text`` is their stream's."""
    return [_Reader(each, stream, text).entry(number) for number, each in enumerate(records, 1)]


def type_of(kind: str, *, volumes: bool, volume: bool) -> EntryType:
    """Give the type of an entry by its RIS type, and whether it counts or names a volume."""
    found = _TYPES.get(kind, EntryType.OTHER)
    return EntryType.MULTIVOLUME if found is EntryType.BOOK and volumes and not volume else found


class _Reader:
    """Reads one record; its fields by tag, for most may be repeated."""

    def __init__(self, record: Record, stream: int, text: str) -> None:
        self.found = Collected(record, stream, text)
        self.kind = _TYPES.get(record.kind, EntryType.OTHER)
        self.held: dict[str, list[RecordField]] = defaultdict(list)
        for each in record.fields:
            self.held[each.name].append(each)
        self.more: list[tuple[str, str]] = []
        self.used: set[int] = {id(each) for each in self.held.get("ID", ())}

    def entry(self, number: int) -> Entry:
        """Give the record as an entry."""
        named = self._named()
        self._people("authors", "AU", "A1")
        self._people("editor", "ED", "A2" if self.kind in _PARTS else "A3")
        self._people("translator", "A4")
        for target, tags in _PLAIN.items():
            self._take(target, *tags)
        self._container()
        self._pages()
        self._dates()
        self._serial_number()
        extra = [
            (each.name, each.value)
            for each in self.found.record.fields
            if id(each) not in self.used and each.value
        ]
        kind = named or type_of(
            self.found.record.kind,
            volumes="volumes" in self.found.values,
            volume="volume" in self.found.values,
        )
        return self.found.entry(kind, number, [*extra, *self.more])

    def _named(self) -> EntryType | None:
        """Read the notes "name: value" that hold what RIS has no tag for; give the type."""
        named = None
        for each in self.held.get("N1", ()):
            match = _NAMED_NOTE.fullmatch(each.value)
            if match is None:
                continue
            self.used.add(id(each))
            if match["name"] == ENTRY_TYPE and type_named(match["value"]):
                named = type_named(match["value"])
            elif not take_named(self.found, match["name"], match["value"], each.span):
                self.more.append((match["name"], match["value"]))
        self.held["N1"] = [each for each in self.held["N1"] if id(each) not in self.used]
        return named

    def _take(self, target: str, *tags: str) -> None:
        for tag in tags:
            for each in self.held.get(tag, ()):
                if each.value and target not in self.found.values:
                    value = ranged(each.value) if target in _RANGED else each.value
                    if tag == "N1":
                        value = " ".join(_HTML.sub(" ", value).split())  # as Zotero has its notes
                    self.found.put(target, value, each.span)
                    self.used.add(id(each))

    def _people(self, target: str, *tags: str) -> None:
        fields = [each for tag in tags for each in self.held.get(tag, ()) if each.value]
        if not fields:
            return
        self.used.update(id(each) for each in fields)
        if fields[-1].value in ET_AL:
            self.found.and_others.add(target)
            fields.pop()
        if not fields:
            return
        names = [_name(each.value, self.found, each.span) for each in fields]
        span = Span(fields[0].span.start, fields[-1].span.end)
        self.found.put_people(target, names, span)

    def _container(self) -> None:
        if self.kind in _SERIALS | _PARTS:
            self._take("container", "T2", "JO", "JF", "JA", "BT")
            self._take("series", "T3")
        else:
            self._take("title", "BT")
            self._take("series", "T2", "T3")
            self._take("container", "JO", "JF", "JA")

    def _pages(self) -> None:
        first = next((each for each in self.held.get("SP", ()) if each.value), None)
        if first is None:
            return
        self.used.add(id(first))
        last = next((each for each in self.held.get("EP", ()) if each.value), None)
        value = ranged(first.value)
        if self.kind not in _SERIALS | _PARTS and last is None and value.isdigit():
            self.found.put("total_pages", value, first.span)
            return
        if last is not None:
            self.used.add(id(last))
            if last.value != first.value:
                value = f"{value}–{last.value}"
        self.found.put("pages", value, first.span)

    def _dates(self) -> None:
        for tag in ("DA", "PY", "Y1"):
            each = next((each for each in self.held.get(tag, ()) if each.value), None)
            if each is None:
                continue
            before = self.found.values.get("year")
            text = _slashed(each.value)
            if before is None:
                take_date(self.found, text, each.span)
            if "year" in self.found.values and (
                before is None or text == before or self.found.values.get("date") == text
            ):
                self.used.add(id(each))
        accessed = next((each for each in self.held.get("Y2", ()) if each.value), None)
        iso = iso_date(_slashed(accessed.value)) if accessed else None
        if accessed and iso:
            self.found.put("accessed", iso, accessed.span)
            self.used.add(id(accessed))

    def _serial_number(self) -> None:
        for each in self.held.get("SN", ()):
            target = "issn" if _ISSN.match(each.value) else "isbn"
            if each.value and target not in self.found.values:
                self.found.put(target, each.value, each.span)
                self.used.add(id(each))


def _slashed(value: str) -> str:
    """Give "1989/07/12/" as 1989-07-12; anything else as it is."""
    match = _DATE.fullmatch(value.strip())
    if match is None:
        return value
    parts = [match["year"]]
    parts += [f"{int(match[part]):02}" for part in ("month", "day") if match[part]]
    return "-".join(parts)


def _name(value: str, found: Collected, span: Span) -> Name:
    place = found.place(span)
    if ",," in value:  # a comma in the name of a body
        return Name(literal=value.replace(",,", ","), place=place)
    parts = [part.strip() for part in value.split(",")]
    if len(parts) == 1:
        return Name(literal=parts[0], place=place)
    suffix = parts[2] if len(parts) > 2 else ""
    return Name(parts[0], parts[1], place=place, suffix=suffix)
